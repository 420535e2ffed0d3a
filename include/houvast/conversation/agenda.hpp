#pragma once

#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "houvast/base/table.hpp"
#include "houvast/instrument/catalogue.hpp"
#include "houvast/scoring/summary.hpp"
#include "houvast/study.hpp"

namespace houvast {

/// Why a question is worth talking about.
enum class Reason : std::uint8_t { kLowest, kDivided, kUnknown };
/// "lowest", "divided", "unknown".
[[nodiscard]] std::string_view to_string(Reason reason) noexcept;

struct AgendaOptions {
  std::int64_t length = 5;         ///< wished number of questions, at least 1
  std::optional<WaveId> wave{};    ///< nothing: the last wave
  std::string by = "perspective";  ///< attribute whose groups are compared
  std::int64_t minimum_group = 1;  ///< groups with fewer answers are not compared
};

/// One question to talk about, with what put it here.
struct AgendaItem {
  QuestionId question;
  ElementId element;
  Reason reason = Reason::kLowest;
  double score = 0;                    ///< of the reason, 0 to 1; see `agenda`
  Score total;                         ///< everybody's answers
  std::optional<Score> lowest_group;   ///< the group with the smallest top-box share
  std::optional<Score> highest_group;  ///< the group with the largest
  std::vector<Advice> advice;          ///< at most three
  LocalizedText opening;               ///< a way to open the conversation
};

/// The questions that should open the next conversation: the lowest, the most divisive and the most unknown in turn.
///
/// Scores: lowest = 1 - top-box share; divided = the larger of 1 - consensus and the largest difference in top-box
/// share between two groups; unknown = share of don't knows. A question appears once, for the reason that takes it
/// first; equal scores keep the instrument's order. A score of 0 puts nothing on the agenda.
/// @param totals scores of everybody @param groups scores split by one attribute; both of one wave
/// @throws ValueError HV-302 when length is below 1
/// @complexity O(questions × length)
/// @source own definition; consensus: Tastle & Wierman (2007)
[[nodiscard]] std::vector<AgendaItem> agenda(const Study& study, std::span<const Score> totals,
                                             std::span<const Score> groups, const AgendaOptions& options = {});

/// The same, scoring the study itself. For inside use: exact numbers.
[[nodiscard]] std::vector<AgendaItem> agenda(const Study& study, const AgendaOptions& options = {});

/// One row per item: question, reason, score, numbers, advice ids.
[[nodiscard]] Table agenda_table(const Study& study, const std::vector<AgendaItem>& items);

}  // namespace houvast
