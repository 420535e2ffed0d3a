#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "houvast/api.hpp"
#include "houvast/base/estimate.hpp"
#include "houvast/base/id.hpp"
#include "houvast/base/table.hpp"
#include "houvast/ecosystem/network.hpp"
#include "houvast/study.hpp"

namespace houvast::inline v0_1 {

struct MultiplexOptions {
  std::optional<WaveId> wave{};          ///< nothing: the last
  std::vector<std::string> relations{};  ///< empty: every relation that was reported on in the wave
  std::optional<TieRule> rule{};         ///< as NetworkOptions, for all relations
  double minimum_strength = 0;           ///< as NetworkOptions, for all relations
};

/// A pair of parties with at least one tie.
struct MultiplexPair {
  std::int32_t a = 0;  ///< positions in Multiplex::ids; a < b unless arcs are compared
  std::int32_t b = 0;
  std::vector<bool> tied;      ///< per relation
  std::vector<bool> observed;  ///< per relation: whether "no tie" could have been seen
};

/// How far two relations run between the same pairs.
struct RelationOverlap {
  std::int32_t first = 0;  ///< positions in Multiplex::relations
  std::int32_t second = 0;
  std::int64_t observed = 0;  ///< pairs observed in both relations; the counts below are among these
  std::int64_t only_first = 0;
  std::int64_t only_second = 0;
  std::int64_t shared = 0;
  Estimate jaccard;  ///< shared / (shared + only_first + only_second)
};

/// Several relations of one wave side by side.
struct Multiplex {
  WaveId wave;
  bool directed = false;  ///< all relations are directed: arcs are compared; else pairs, direction ignored
  std::vector<std::string> relations;
  std::vector<std::string> ids;      ///< party ids of the wave
  std::vector<MultiplexPair> pairs;  ///< those with a tie, in order of a, b
  std::vector<RelationOverlap> overlaps;
};

/// Which relations run between which parties, and how much relations overlap.
///
/// In a relation with direction that is compared as pairs, a pair is tied when it is so either way, and observed when
/// it is so both ways.
/// @throws KeyError HV-505, HV-507; ValueError HV-304 the same relation twice, HV-305 fewer than two relations, or a
///         named one that nobody reported on; HV-302, HV-303 as build_network
/// @complexity O(relations² × parties² + reports)
/// @source Jaccard index over observed pairs; multiplexity after Wasserman & Faust (1994), ch. 3: own definition
[[nodiscard]] HOUVAST_API Multiplex multiplex(const Study& study, const MultiplexOptions& options = {});

/// One row per pair: parties, number of relations, the relations by name, and those that nobody could tell about.
[[nodiscard]] HOUVAST_API Table multiplex_pairs_table(const Multiplex& multiplex);
/// One row per two relations: observed, only first, only second, shared, Jaccard.
[[nodiscard]] HOUVAST_API Table overlap_table(const Multiplex& multiplex);
/// One row per party: partners, partners through two or more relations and their share, ties per relation.
[[nodiscard]] HOUVAST_API Table multiplexity_table(const Multiplex& multiplex);

}  // namespace houvast::inline v0_1
