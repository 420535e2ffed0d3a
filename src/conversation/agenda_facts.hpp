#pragma once

#include <optional>
#include <vector>

#include "houvast/conversation/agenda.hpp"

/// What an agenda is made of.
namespace houvast::inline v0_1::detail {

/// A question of the study, else of the catalogue, without anything told about it; or nothing.
[[nodiscard]] std::optional<AgendaCandidate> find_question(const Study& study, const QuestionId& question);

/// @throws KeyError HV-502 always, naming the nearest question
[[noreturn]] void unknown_question(const Study& study, const QuestionId& question);

/// Every question that the material tells about, in the order of the instruments, with scores and ranks.
[[nodiscard]] std::vector<AgendaCandidate> agenda_candidates(const Study& study, const AgendaMaterial& material,
                                                             const AgendaOptions& options);

/// The item of a candidate: reason, words and advice.
[[nodiscard]] AgendaItem agenda_item(const Study& study, const AgendaCandidate& candidate, Reason reason,
                                     const AgendaOptions& options);

}  // namespace houvast::inline v0_1::detail
