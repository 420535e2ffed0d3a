#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "houvast/api.hpp"
#include "houvast/base/table.hpp"
#include "houvast/study.hpp"

/// What may be said of a study: the differences, the changes and the order that chance does not explain, however many
/// comparisons were made to find them. Reports and agendas say these and no others (docs/method/supported.md).
///
/// Chance is drawn person by person. Of 5,000 people or more, when chance decides in every question as often as a
/// hundred times, the sums are drawn instead, from the normal distribution that they have by then, with the covariances
/// that chance gives them (Hoeffding, 1951, Annals of Mathematical Statistics 22, 558-566).
namespace houvast::inline v0_1 {

/// How much is taken together in a comparison.
enum class Breadth : std::uint8_t {
  kInstrument,  ///< everything that an instrument asks to be rated
  kElement,
  kQuestion,
};
/// "instrument", "element", "question".
[[nodiscard]] HOUVAST_API std::string_view to_string(Breadth breadth) noexcept;

/// What is compared. Its share is that of high answers: for an element and an instrument the mean over its questions.
struct Compared {
  InstrumentId instrument;
  Breadth breadth = Breadth::kQuestion;
  std::string id;  ///< of the question, the element or the instrument

  friend bool operator==(const Compared&, const Compared&) = default;
};

struct SupportOptions {
  std::string by = "perspective";  ///< attribute whose groups are compared
  std::optional<WaveId> wave{};    ///< to look at; nothing: the last wave in which an instrument was asked
  /// 1 - the chance that anything of the kind is said where there is nothing. The tests are exact: at 0.95 a report on
  /// nothing would speak in 5 % of cases, and in a sample of such reports as often in more as in fewer.
  double level = 0.97;
  std::int64_t draws = 4999;  ///< random relabellings behind every p-value, at least 99
  std::uint64_t seed = 0;
};

/// Fewer people are not compared: as a group, and as those whose answers change or are put in order.
inline constexpr std::int64_t kFewestOfGroup = 5;
inline constexpr std::int64_t kFewestCompared = 10;

/// One group gives high answers more often than another.
struct SupportedDifference {
  WaveId wave;
  Compared what;
  std::string higher;  ///< group
  std::string lower;
  std::int64_t n_higher = 0;  ///< people who answered any of it
  std::int64_t n_lower = 0;
  double share_higher = 0;
  double share_lower = 0;
  double p_adjusted = 1;  ///< over everything that was compared
};

/// High answers became more or less frequent.
struct SupportedChange {
  WaveId from;
  WaveId to;
  Compared what;
  bool up = false;
  bool paired = false;    ///< the same people in both waves; else everybody then against everybody now
  std::int64_t n = 0;     ///< paired: people who answered any of it in both waves; else in the later one
  double share_from = 0;  ///< paired: of those people
  double share_to = 0;
  double p_adjusted = 1;
};

/// High answers are more or less frequent to a question than to the other questions, or on an element than on the
/// other elements; asked of the same people.
struct SupportedOrder {
  WaveId wave;
  Compared what;
  bool high = false;     ///< more frequent than on average to the others
  bool extreme = false;  ///< and than to every one of the others
  std::int64_t n = 0;    ///< people who answered it and any of the others
  double share = 0;
  double share_others = 0;  ///< mean over the others
  double p_adjusted = 1;    ///< of being above or below the average
};

/// Where groups differ: instruments, elements and questions, every two groups.
///
/// For every two groups the group labels of their people are drawn again (Westfall & Young's step-down smallest
/// p-value, jointly over the instrument, its elements and its questions, a third of the weight each); over the pairs
/// and the instruments by Bonferroni. Parties without a value for the attribute are in no group.
/// @throws ValueError HV-302 level or draws; HV-303 without `by`; KeyError HV-505, HV-506
/// @complexity O(pairs of groups × (people × questions² + draws × questions × (people of the smaller, or questions)))
/// @source Westfall & Young (1993), algorithm 2.8
[[nodiscard]] HOUVAST_API std::vector<SupportedDifference> supported_differences(const Study& study,
                                                                                 const SupportOptions& options = {});

/// What changed since the wave before: instruments, elements and questions, everybody.
///
/// Of ten or more people who answered in both waves the direction of each one's change is drawn again; only when there
/// are fewer, everybody then is compared with everybody now. Corrected as supported_differences().
/// @throws ValueError HV-302; KeyError HV-505
/// @complexity O(people × questions² + draws × questions × (people, or questions)), at most
/// @source Westfall & Young (1993), algorithm 2.8
[[nodiscard]] HOUVAST_API std::vector<SupportedChange> supported_changes(const Study& study,
                                                                         const SupportOptions& options = {});

/// Which elements and questions stand above or below the others, in the eyes of the same people.
///
/// Against the average of the others: each person's answers are dealt again over the questions that they answered
/// (step-down over elements and questions, half of the weight each). Against every other: paired tests, each at a
/// quarter of 1 - level.
/// @throws ValueError HV-302; KeyError HV-505
/// @complexity O(people × questions² + draws × questions × (people, or questions)), at most
/// @source Westfall & Young (1993); that the first needs to be tested against each other only: Gutmann & Maymin (1987),
/// Hung & Fithian (2019)
[[nodiscard]] HOUVAST_API std::vector<SupportedOrder> supported_orders(const Study& study,
                                                                       const SupportOptions& options = {});

}  // namespace houvast::inline v0_1
