#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "houvast/api.hpp"
#include "houvast/base/table.hpp"
#include "houvast/study.hpp"

namespace houvast::inline v0_1 {

/// What was agreed in a conversation about a question.
struct Agreement {
  QuestionId question;
  std::string what;
  PartyId owner;
  std::string indicator{};  ///< what will be counted or measured; may be empty
  std::optional<double> target{};
  std::string due{};  ///< ISO day, or empty
};

/// The study with an agreement among its goals, under the first free id A1, A2, …; saved and followed like any goal.
///
/// The agreement serves the element of its question when the study holds the question's instrument; else none.
/// @throws KeyError HV-502 a question that does not exist, HV-508 an owner that does not exist; ValueError HV-302 an
///         empty text or an infinite target; ValidationError HV-206 a day that does not exist
/// @complexity O(size of the study)
/// @source own definition (HOUVAST E4.2, E3.5)
[[nodiscard]] HOUVAST_API Study agreed(const Study& study, const Agreement& agreement);

/// How far a goal is.
enum class GoalStatus : std::uint8_t {
  kReached,   ///< the latest value is at the target or beyond
  kOnTheWay,  ///< between start and target
  kNotYet,    ///< where it started
  kAway,      ///< further from the target than at the start, on the other side
  kUnknown,   ///< no target, or no value yet
};
/// "reached", "on the way", "not yet", "away", "unknown".
[[nodiscard]] HOUVAST_API std::string_view to_string(GoalStatus status) noexcept;

/// A goal or agreement with what its values say.
struct GoalProgress {
  Goal goal{};
  std::optional<double> start{};   ///< first value
  std::optional<double> latest{};  ///< last value
  std::string start_wave{};
  std::string latest_wave{};
  std::string direction{};        ///< "up", "down", "keep" (the start is the target) or empty
  std::optional<double> share{};  ///< (latest - start) / (target - start): below 0 and above 1 are left as they are
  GoalStatus status = GoalStatus::kUnknown;
  std::optional<bool> due_passed{};  ///< the due day lies before the wave's; nothing without one of the two
  std::optional<bool> secured{};     ///< reached in a wave and in every later one; nothing: not yet to be said
  std::vector<std::string> lacks{};  ///< of "element", "owner", "indicator", "target", "due"
};

/// How far every goal and agreement is in a wave, by the values up to that wave.
///
/// Days are compared with the wave's date, never with today. Secured: true when the goal was reached and every later
/// value still reaches it, false when a later value does not, nothing when there is no later value.
/// @param wave nothing: the last wave
/// @throws KeyError HV-505
/// @complexity O(goals × waves)
/// @source own definition (HOUVAST E4.2: attainable goals, follow progress; E3.5: secure what was reached)
[[nodiscard]] HOUVAST_API std::vector<GoalProgress> progress(const Study& study,
                                                             const std::optional<WaveId>& wave = {});

/// One row per goal or agreement, in the study's order; a column `value:WAVE` per wave.
[[nodiscard]] HOUVAST_API Table progress_table(const Study& study, const std::vector<GoalProgress>& goals,
                                               const std::optional<WaveId>& wave = {});

}  // namespace houvast::inline v0_1
