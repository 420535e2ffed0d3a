#pragma once

#include <array>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "houvast/api.hpp"
#include "houvast/base/id.hpp"
#include "houvast/ecosystem/party.hpp"
#include "houvast/ecosystem/tie_report.hpp"

namespace houvast::inline v0_1 {

/// How the reports of both sides become one tie.
enum class TieRule : std::uint8_t {
  kSource,  ///< the word of the one the tie starts from (directed relations only)
  kEither,  ///< a tie when one of the two reports it; strength: the larger ("maximum")
  kBoth,    ///< a tie when both report it; strength: the smaller ("minimum")
};
[[nodiscard]] HOUVAST_API std::string_view to_string(TieRule rule) noexcept;
/// "source", "either" or "both"; "maximum" is another word for either, "minimum" for both. @throws ValueError HV-303
[[nodiscard]] HOUVAST_API TieRule tie_rule_of(std::string_view name);

struct NetworkOptions {
  std::optional<TieRule> rule{};  ///< nothing: source for a directed relation, either for an undirected one
  double minimum_strength = 0;    ///< ties weaker than this do not count; 0: any reported tie
};

/// Two parties that say different things about the same tie.
struct Disagreement {
  std::int32_t a = 0;  ///< positions in Network::parties
  std::int32_t b = 0;
  double strength_by_a = 0;
  double strength_by_b = 0;

  /// One of the two says that there is no tie at all; otherwise they differ on how strong it is.
  [[nodiscard]] bool on_existence() const noexcept { return strength_by_a == 0 || strength_by_b == 0; }
};

/// Which parties told about their ties, and so about which dyads the rule has what it needs. A party is of one of four
/// kinds, by whether it told about ties from it and about ties towards it, which are the same when there is no
/// direction; nearly everything that is counted over dyads follows from how many parties are of each kind.
struct HOUVAST_API Told {
  using Dyad = std::pair<std::int32_t, std::int32_t>;
  static constexpr std::uint8_t kKinds = 4;

  TieRule rule = TieRule::kSource;
  bool directed = true;
  bool complete = false;           ///< the source settled every dyad
  std::vector<std::uint8_t> kind;  ///< per position
  std::vector<Dyad> half_named{};  ///< rule both: named by the only side that told; sorted

  [[nodiscard]] static constexpr std::uint8_t kind_of(bool from, bool towards) noexcept {
    return static_cast<std::uint8_t>((from ? 1 : 0) + (towards ? 2 : 0));
  }
  /// Whether a dyad from a party of one kind to one of another is observed.
  [[nodiscard]] bool observes(std::uint8_t from, std::uint8_t to) const noexcept;
  /// Whether such a dyad is open though nobody named it.
  [[nodiscard]] bool hides(std::uint8_t from, std::uint8_t to) const noexcept;
  /// Whether both sides told about such a dyad.
  [[nodiscard]] static bool told_by_both(std::uint8_t from, std::uint8_t to) noexcept {
    return (from & 1) != 0 && (to & 2) != 0;
  }
  [[nodiscard]] bool observed(std::int32_t a, std::int32_t b) const noexcept {
    return observes(kind[static_cast<std::size_t>(a)], kind[static_cast<std::size_t>(b)]);
  }
  [[nodiscard]] bool open(std::int32_t a, std::int32_t b) const;
};

/// How many parties are of each kind.
using KindCounts = std::array<std::int64_t, Told::kKinds>;

/// Dyads by what is known of them.
struct DyadCounts {
  std::int64_t possible = 0;
  std::int64_t observed = 0;
  std::int64_t hidden = 0;  ///< open though nobody named them
  std::int64_t told_by_both = 0;
  std::int64_t both_ways = 0;  ///< pairs of which both dyads are observed; the same as observed without direction
};

/// The dyads among some parties, ordered when directed.
[[nodiscard]] HOUVAST_API DyadCounts dyads_inside(const Told& told, const KindCounts& parties);
/// The dyads from some parties to others.
[[nodiscard]] HOUVAST_API DyadCounts dyads_between(const Told& told, const KindCounts& from, const KindCounts& to);
/// How many parties are of each kind.
[[nodiscard]] HOUVAST_API KindCounts kinds_of(const Told& told);

/// Who works with whom in one wave, after the rule on reports; silence is kept apart from "no tie".
struct HOUVAST_API Network {
  struct Tie {
    std::int32_t from = 0;  ///< position in `parties`; for an undirected relation from < to
    std::int32_t to = 0;
    double strength = 1;
    std::int32_t reports = 1;  ///< how many reports name it; a published tie counts as one
  };

  WaveId wave;
  std::string relation;
  bool directed = true;
  TieRule rule = TieRule::kSource;
  double minimum_strength = 0;
  bool complete = false;              ///< published: every pair was settled by the source
  bool asked_known = true;            ///< StudyData::asked_known, or published: who is missing can be seen
  std::string level = "party";        ///< what a node is: a party, or a group of parties (graph/network_groups.hpp)
  std::vector<std::string> ids;       ///< per position: party id, or the name of the group
  std::vector<std::int32_t> parties;  ///< study's party indices: everyone who takes part in the wave; empty for groups
  std::vector<bool> asked;            ///< per position
  std::vector<bool> reported;         ///< per position: gave at least one report of this relation
  std::vector<Tie> ties;
  std::vector<Disagreement> disagreements;
  std::int64_t possible_dyads = 0;         ///< ordered pairs when directed, else unordered pairs
  std::int64_t observed_dyads = 0;         ///< those about which the rule has what it needs
  std::int64_t open_dyads = 0;             ///< those where silence could hide a tie; what bounds are made of
  std::vector<std::int64_t> observed_out;  ///< per position: dyads from it (undirected: with it) that are observed
  Told told;                               ///< of parties: which dyads are observed and open
  std::vector<bool> observed_cells;        ///< of groups: size × size, row after row
  std::vector<bool> open_cells;            ///< of groups: size × size, row after row
  std::int64_t told_by_both = 0;           ///< dyads that both sides told about
  std::int64_t named_by_both = 0;          ///< of those: both say that there is a tie
  std::int64_t named_by_one = 0;           ///< of those: one says so, the other not

  [[nodiscard]] std::int64_t size() const noexcept { return static_cast<std::int64_t>(ids.size()); }
  /// Whether the rule has what it needs about this dyad. @param a,b different positions
  [[nodiscard]] bool observed(std::int32_t a, std::int32_t b) const {
    return observed_cells.empty() ? told.observed(a, b) : observed_cells[cell(a, b)];
  }
  /// Whether no tie was seen here and silence could hide one. @param a,b different positions
  [[nodiscard]] bool open(std::int32_t a, std::int32_t b) const {
    return open_cells.empty() ? told.open(a, b) : open_cells[cell(a, b)];
  }
  /// Index into the cells of groups. @param a,b positions
  [[nodiscard]] std::size_t cell(std::int32_t a, std::int32_t b) const noexcept {
    return static_cast<std::size_t>(a) * ids.size() + static_cast<std::size_t>(b);
  }
  /// Sets a cell (undirected: and its mirror) of `observed_cells` or `open_cells`.
  void mark(std::vector<bool>& cells, std::int32_t a, std::int32_t b) const {
    cells[cell(a, b)] = true;
    if (!directed) cells[cell(b, a)] = true;
  }
  /// Whether it was told which ties there are from a position; without direction, whether it reported.
  [[nodiscard]] bool tells(std::int32_t position) const;
  /// Positions that were asked and gave no report; there may be more when who was asked is not known.
  [[nodiscard]] std::vector<std::int32_t> silent() const;
  /// Whether anybody reported on this relation in this wave.
  [[nodiscard]] bool measured() const noexcept;
};

/// Builds the network of one relation and wave from the reports.
///
/// Someone who reports on a relation and does not name a party says that there is no tie; someone who reports nothing
/// is silent, and dyads that only the silent could tell about are not observed.
/// @param parties all parties of the study @param ties all reports @param relation,wave
/// @throws ValueError HV-303 rule `source` for an undirected relation
/// @complexity O(parties + reports log reports)
/// @source own definition; missing dyads after Huisman (2009), Journal of Social Structure 10
[[nodiscard]] HOUVAST_API Network build_network(const std::vector<Party>& parties, const std::vector<TieReport>& ties,
                                                const Relation& relation, const WaveId& wave,
                                                const NetworkOptions& options = {});

}  // namespace houvast::inline v0_1
