#include "houvast/conversation/agenda.hpp"

#include <algorithm>
#include <utility>

#include "conversation/agenda_facts.hpp"
#include "houvast/scoring/change.hpp"
#include "houvast/study/names.hpp"
#include "houvast/version.hpp"

namespace houvast {
namespace {

constexpr Reason kTurns[] = {Reason::kLowest,  Reason::kBetween, Reason::kUnknown,
                             Reason::kNetwork, Reason::kChanged, Reason::kDivided};
static_assert(std::size(kTurns) == kCriteria);

// What a candidate's score means.
Claim meaning_of(Reason reason) {
  switch (reason) {
    case Reason::kLowest:
      return {"column.agenda_lowest"};
    case Reason::kBetween:
      return {"column.agenda_between"};
    case Reason::kUnknown:
      return {"column.dont_know_share_everybody"};
    case Reason::kNetwork:
      return {"column.agenda_network"};
    case Reason::kChanged:
      return {"column.agenda_changed"};
    case Reason::kDivided:
      return {"column.agenda_divided"};
    case Reason::kOwn:
      break;
  }
  return {};
}

std::int64_t checked_place(std::int64_t place, std::size_t places) {
  if (place < 1 || place > static_cast<std::int64_t>(places)) {
    throw ValueError({"HV-302", "place on the agenda", std::to_string(place), "1 to " + std::to_string(places), {}});
  }
  return place - 1;
}

Provenance provenance_of(const AgendaOptions& options) {
  return {"conversation agenda: six criteria take turns",
          "own definition; Cliff (1993); Tastle & Wierman (2007)",
          {{"length", std::to_string(options.length)},
           {"wave", options.wave ? options.wave->str() : "last"},
           {"by", options.by},
           {"minimum_group", std::to_string(options.minimum_group)}},
          std::nullopt,
          kVersion};
}

}  // namespace

std::string_view to_string(Reason reason) noexcept {
  switch (reason) {
    case Reason::kLowest:
      return "lowest";
    case Reason::kBetween:
      return "between";
    case Reason::kUnknown:
      return "unknown";
    case Reason::kNetwork:
      return "network";
    case Reason::kChanged:
      return "changed";
    case Reason::kDivided:
      return "divided";
    case Reason::kOwn:
      return "own";
  }
  return "";
}

Agenda::Agenda(Study study, const AgendaMaterial& material, AgendaOptions options)
    : study_(std::move(study)), options_(std::move(options)) {
  if (options_.length < 1) {
    throw ValueError({"HV-302", "length of the agenda", std::to_string(options_.length), "at least 1", {}});
  }
  candidates_ =
      std::make_shared<const std::vector<AgendaCandidate>>(detail::agenda_candidates(study_, material, options_));
  choose();
}

std::vector<AgendaItem> Agenda::chosen_by_turns() const {
  std::vector<bool> taken(candidates_->size());
  for (std::size_t i = 0; i < candidates_->size(); ++i) {
    taken[i] = std::any_of(edits_.begin(), edits_.end(), [&](const Edit& edit) {
      return edit.kind != Edit::Kind::kMove && edit.question == (*candidates_)[i].question;
    });
  }
  std::vector<AgendaItem> items;
  std::size_t in_vain = 0;
  for (std::size_t turn = 0; static_cast<std::int64_t>(items.size()) < options_.length && in_vain < kCriteria;
       turn = (turn + 1) % kCriteria) {
    const auto rank = [&](std::size_t i) { return (*candidates_)[i].ranks[turn]; };
    std::size_t best = taken.size();
    for (std::size_t i = 0; i < taken.size(); ++i) {
      if (!taken[i] && rank(i) > 0 && (best == taken.size() || rank(i) < rank(best))) best = i;
    }
    if (best == taken.size()) {
      ++in_vain;
      continue;
    }
    in_vain = 0;
    taken[best] = true;
    items.push_back(detail::agenda_item(study_, (*candidates_)[best], kTurns[turn], options_));
  }
  return items;
}

void Agenda::choose() {
  items_ = chosen_by_turns();
  for (const Edit& edit : edits_) {
    const auto at = place_of(edit.question);
    if (edit.kind == Edit::Kind::kIn) {
      const auto place = items_.begin() +
                         std::min<std::ptrdiff_t>(edit.place.value_or(std::ssize(items_) + 1) - 1, std::ssize(items_));
      items_.insert(place, detail::agenda_item(study_, *candidate(edit.question), Reason::kOwn, options_));
    } else if (edit.kind == Edit::Kind::kMove && at) {
      AgendaItem item = std::move(items_[*at]);
      items_.erase(items_.begin() + static_cast<std::ptrdiff_t>(*at));
      items_.insert(items_.begin() + std::min<std::ptrdiff_t>(*edit.place - 1, std::ssize(items_)), std::move(item));
    }
  }
}

Agenda Agenda::edited(Edit edit) const {
  Agenda result = *this;
  result.edits_.push_back(std::move(edit));
  result.choose();
  return result;
}

std::optional<std::size_t> Agenda::place_of(const QuestionId& question) const {
  const auto found =
      std::find_if(items_.begin(), items_.end(), [&](const AgendaItem& item) { return item.question == question; });
  return found == items_.end() ? std::nullopt : std::optional(static_cast<std::size_t>(found - items_.begin()));
}

Agenda Agenda::without(const QuestionId& question) const {
  if (!detail::find_question(study_, question)) detail::unknown_question(study_, question);
  Agenda result = *this;
  std::erase_if(result.edits_, [&](const Edit& edit) { return edit.question == question; });
  return result.edited({Edit::Kind::kOut, question});
}

Agenda Agenda::with_question(const QuestionId& question, std::optional<std::int64_t> place) const {
  if (!detail::find_question(study_, question)) detail::unknown_question(study_, question);
  if (place_of(question)) return place ? moved(question, *place) : *this;
  if (place) static_cast<void>(checked_place(*place, items_.size() + 1));
  Agenda result = *this;
  if (candidate(question) == nullptr) {
    auto more = *candidates_;
    more.push_back(*detail::find_question(study_, question));
    result.candidates_ = std::make_shared<const std::vector<AgendaCandidate>>(std::move(more));
  }
  std::erase_if(result.edits_, [&](const Edit& edit) { return edit.question == question; });
  return result.edited({Edit::Kind::kIn, question, place});
}

Agenda Agenda::moved(const QuestionId& question, std::int64_t place) const {
  if (!place_of(question)) {
    std::string on;
    for (const AgendaItem& item : items_) on += (on.empty() ? "" : ", ") + item.question.str();
    throw KeyError({"HV-502", "question", question.str(), "a question of the agenda: " + on, {}});
  }
  static_cast<void>(checked_place(place, items_.size()));
  return edited({Edit::Kind::kMove, question, place});
}

const AgendaCandidate* Agenda::candidate(const QuestionId& question) const {
  const auto found = std::find_if(candidates_->begin(), candidates_->end(),
                                  [&](const AgendaCandidate& each) { return each.question == question; });
  return found == candidates_->end() ? nullptr : &*found;
}

Table Agenda::table(Language language) const {
  std::vector<std::string> question, text, element, reason, why, opening, lowest, highest, advice_ids;
  ColumnBuilder<std::int64_t> n("n", {"column.answers_if_rated"});
  ColumnBuilder<std::int64_t> lowest_n("lowest_n", {"column.its_answers"});
  ColumnBuilder<std::int64_t> highest_n("highest_n", {"column.its_answers"});
  ColumnBuilder<double> score("score", {"column.reason_strength"});
  ColumnBuilder<double> top("top_box", {"column.top_share_everybody"});
  ColumnBuilder<double> unknown("dont_know_share", {"column.dont_know_share_everybody"});
  ColumnBuilder<double> lowest_top("lowest_top_box", {"column.its_top_share"});
  ColumnBuilder<double> highest_top("highest_top_box", {"column.its_top_share"});
  const Listener listener{.language = language, .names = names_of(study_)};
  for (const AgendaItem& item : items_) {
    question.push_back(item.question.str());
    text.push_back(item.text.nl);
    element.push_back(item.element.str());
    reason.emplace_back(to_string(item.reason));
    score.push(item.reason == Reason::kOwn ? std::nullopt : std::optional(item.score));
    why.push_back(say(item.why, listener));
    opening.push_back(say(item.opening, listener));
    n.push(item.total ? std::optional(item.total->scored) : std::nullopt);
    top.push(item.total ? item.total->top_share : std::nullopt);
    unknown.push(item.total ? item.total->dont_know_share() : std::nullopt);
    lowest.push_back(item.lowest_group ? item.lowest_group->group : "");
    highest.push_back(item.highest_group ? item.highest_group->group : "");
    lowest_n.push(item.lowest_group ? std::optional(item.lowest_group->scored) : std::nullopt);
    highest_n.push(item.highest_group ? std::optional(item.highest_group->scored) : std::nullopt);
    lowest_top.push(item.lowest_group ? item.lowest_group->top_share : std::nullopt);
    highest_top.push(item.highest_group ? item.highest_group->top_share : std::nullopt);
    std::string ids;
    for (const Advice& entry : item.advice) ids += (ids.empty() ? "" : ";") + entry.id;
    advice_ids.push_back(std::move(ids));
  }
  std::vector<Column> columns;
  columns.push_back({"question", std::move(question), {}, {"column.question_id"}});
  columns.push_back({"text", std::move(text), {}, {"column.exact_wording"}});
  columns.push_back({"element", std::move(element), {}, {"column.element_id"}});
  columns.push_back({"reason", std::move(reason), {}, {"column.agenda_reason"}});
  columns.push_back(std::move(score).build());
  columns.push_back({"why", std::move(why), {}, {"column.agenda_reason_in_words"}});
  columns.push_back(std::move(n).build());
  columns.push_back(std::move(top).build());
  columns.push_back(std::move(unknown).build());
  columns.push_back({"lowest_group", std::move(lowest), {}, {"column.lowest_group"}});
  columns.push_back(std::move(lowest_n).build());
  columns.push_back(std::move(lowest_top).build());
  columns.push_back({"highest_group", std::move(highest), {}, {"column.highest_group"}});
  columns.push_back(std::move(highest_n).build());
  columns.push_back(std::move(highest_top).build());
  columns.push_back({"opening", std::move(opening), {}, {"column.opening"}});
  columns.push_back({"advice", std::move(advice_ids), {}, {"column.advice_ids"}});
  return {"Agenda for " + study_.id(), std::move(columns), provenance_of(options_)};
}

Table Agenda::candidates() const {
  std::vector<std::string> question, text, element, instrument_id, checks;
  ColumnBuilder<std::int64_t> n("n", {"column.answers_if_rated"});
  ColumnBuilder<std::int64_t> place("place", {"column.agenda_place"});
  ColumnBuilder<std::string> reason("reason", {"column.agenda_criterion"});
  std::vector<bool> chosen;
  std::vector<std::vector<double>> scores(kCriteria);
  std::vector<ColumnBuilder<std::int64_t>> ranks;
  for (const Reason each : kTurns) {
    ranks.emplace_back(std::string(to_string(each)) + "_rank", Claim{"column.agenda_rank"});
  }
  for (const AgendaCandidate& each : *candidates_) {
    question.push_back(each.question.str());
    text.push_back(each.text.nl);
    element.push_back(each.element.str());
    instrument_id.push_back(each.instrument.str());
    n.push(each.total ? std::optional(each.total->scored) : std::nullopt);
    for (std::size_t c = 0; c < kCriteria; ++c) {
      scores[c].push_back(each.scores[c]);
      ranks[c].push(each.ranks[c] > 0 ? std::optional(each.ranks[c]) : std::nullopt);
    }
    std::string named;
    for (const Finding& finding : each.findings) named += (named.empty() ? "" : ";") + finding.check;
    checks.push_back(std::move(named));
    const auto at = place_of(each.question);
    chosen.push_back(at.has_value());
    place.push(at ? std::optional(static_cast<std::int64_t>(*at) + 1) : std::nullopt);
    reason.push(at ? std::optional(std::string(to_string(items_[*at].reason))) : std::nullopt);
  }
  std::vector<Column> columns;
  columns.push_back({"question", std::move(question), {}, {"column.question_id"}});
  columns.push_back({"text", std::move(text), {}, {"column.exact_wording"}});
  columns.push_back({"element", std::move(element), {}, {"column.element_id"}});
  columns.push_back({"instrument", std::move(instrument_id), {}, {"column.instrument_id"}});
  columns.push_back(std::move(n).build());
  for (std::size_t c = 0; c < kCriteria; ++c) {
    columns.push_back({std::string(to_string(kTurns[c])), std::move(scores[c]), {}, meaning_of(kTurns[c])});
    columns.push_back(std::move(ranks[c]).build());
  }
  columns.push_back({"checks", std::move(checks), {}, {"column.checks_naming_it"}});
  columns.push_back({"chosen", std::move(chosen), {}, {"column.on_the_agenda"}});
  columns.push_back(std::move(place).build());
  columns.push_back(std::move(reason).build());
  return {"Agenda candidates of " + study_.id(), std::move(columns), provenance_of(options_)};
}

Agenda agenda(const Study& study, const AgendaOptions& options) {
  AgendaOptions used = options;
  if (!used.wave) used.wave = study.last_wave().id;
  const std::int64_t wave = study.wave_index(*used.wave);
  AgendaMaterial material;
  material.totals = scores(study, {.wave = used.wave, .level = used.level});
  if (!used.by.empty()) material.groups = scores(study, {.by = used.by, .wave = used.wave, .level = used.level});
  material.findings = coverage(study, {used.wave, used.relation});
  if (wave > 0) {
    material.change = change(study, {.from = study.waves()[static_cast<std::size_t>(wave - 1)].id,
                                     .to = used.wave,
                                     .level = used.level,
                                     .with_effects = false});
  }
  return {study, material, std::move(used)};
}

}  // namespace houvast
