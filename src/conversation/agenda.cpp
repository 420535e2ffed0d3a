#include "houvast/conversation/agenda.hpp"

#include <algorithm>
#include <functional>
#include <type_traits>
#include <utility>

#include "base/index.hpp"
#include "conversation/agenda_facts.hpp"
#include "houvast/base/choice.hpp"
#include "houvast/base/fields.hpp"
#include "houvast/study/names.hpp"
#include "houvast/version.hpp"

namespace houvast::inline v0_1 {
using houvast::detail::as_size;
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

// What a score of a candidate says, missing when there is no such score.
template <class Member>
auto of_score(std::optional<Score> AgendaCandidate::*score, Member member) {
  return [score, member](const AgendaCandidate& candidate) {
    using Value = detail::KnownType<std::decay_t<std::invoke_result_t<Member, const Score&>>>;
    const std::optional<Score>& found = candidate.*score;
    return found ? std::optional<Value>(std::invoke(member, *found)) : std::nullopt;
  };
}

std::string group_name(const std::optional<Score>& score) {
  return score ? score->group : "";
}

Fields<AgendaItem> item_fields(const Listener& listener) {
  using Row = AgendaItem;
  return {{"question", {"column.question_id"}, &Row::question},
          {"text", {"column.exact_wording"}, [](const Row& item) { return item.text.nl; }},
          {"element", {"column.element_id"}, &Row::element},
          {"reason", {"column.agenda_reason"}, &Row::reason},
          {"score",
           {"column.reason_strength"},
           [](const Row& item) { return item.reason == Reason::kOwn ? std::nullopt : std::optional(item.score); }},
          {"why", {"column.agenda_reason_in_words"}, [listener](const Row& item) { return say(item.why, listener); }},
          {"n", {"column.answers_if_rated"}, of_score(&Row::total, &Score::scored)},
          {"top_box", {"column.top_share_everybody"}, of_score(&Row::total, &Score::top_share)},
          {"dont_know_share", {"column.dont_know_share_everybody"}, of_score(&Row::total, &Score::dont_know_share)},
          {"lowest_group", {"column.lowest_group"}, [](const Row& item) { return group_name(item.lowest_group); }},
          {"lowest_n", {"column.its_answers"}, of_score(&Row::lowest_group, &Score::scored)},
          {"lowest_top_box", {"column.its_top_share"}, of_score(&Row::lowest_group, &Score::top_share)},
          {"highest_group", {"column.highest_group"}, [](const Row& item) { return group_name(item.highest_group); }},
          {"highest_n", {"column.its_answers"}, of_score(&Row::highest_group, &Score::scored)},
          {"highest_top_box", {"column.its_top_share"}, of_score(&Row::highest_group, &Score::top_share)},
          {"opening", {"column.opening"}, [listener](const Row& item) { return say(item.opening, listener); }},
          {"advice", {"column.advice_ids"}, [](const Row& item) { return listed(item.advice, &Advice::id); }}};
}

Fields<AgendaCandidate> candidate_fields() {
  using Row = AgendaCandidate;
  Fields<Row> fields{{"question", {"column.question_id"}, &Row::question},
                     {"text", {"column.exact_wording"}, [](const Row& candidate) { return candidate.text.nl; }},
                     {"element", {"column.element_id"}, &Row::element},
                     {"instrument", {"column.instrument_id"}, &Row::instrument},
                     {"n", {"column.answers_if_rated"}, of_score(&Row::total, &Score::scored)}};
  for (std::size_t c = 0; c < kCriteria; ++c) {
    const std::string name(to_string(kTurns[c]));
    append(fields, {{name, meaning_of(kTurns[c]), [c](const Row& candidate) { return candidate.scores[c]; }},
                    {name + "_rank", {"column.agenda_rank"}, [c](const Row& candidate) {
                       return candidate.ranks[c] > 0 ? std::optional(candidate.ranks[c]) : std::nullopt;
                     }}});
  }
  append(fields, {{"checks", {"column.checks_naming_it"}, [](const Row& candidate) {
                     return listed(candidate.findings, &Finding::check);
                   }}});
  return fields;
}

std::int64_t checked_place(std::int64_t place, std::size_t places) {
  if (place < 1 || place > static_cast<std::int64_t>(places)) {
    throw ValueError({"HV-302",
                      {"problem.subject.place_on_agenda"},
                      std::to_string(place),
                      {"problem.expected.between", {{"low", 1}, {"high", places}}}});
  }
  return place - 1;
}

Provenance provenance_of(const AgendaOptions& options) {
  return {{"method.agenda"},
          {"source.agenda"},
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
    throw ValueError({"HV-302",
                      {"problem.subject.length_of_agenda"},
                      std::to_string(options_.length),
                      {"problem.expected.no_less", {{"low", 1}}}});
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

void Agenda::know(const QuestionId& question) {
  if (candidate(question) != nullptr) return;
  const auto found = detail::find_question(study_, question);
  if (!found) detail::unknown_question(study_, question);
  auto more = *candidates_;
  more.push_back(*found);
  candidates_ = std::make_shared<const std::vector<AgendaCandidate>>(std::move(more));
}

Agenda Agenda::with_edits(std::vector<Edit> edits) const {
  Agenda result = *this;
  for (const Edit& edit : edits) result.know(edit.question);
  result.edits_ = std::move(edits);
  result.choose();
  return result;
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
  return found == items_.end() ? std::nullopt : std::optional(as_size(found - items_.begin()));
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
  result.know(question);
  std::erase_if(result.edits_, [&](const Edit& edit) { return edit.question == question; });
  return result.edited({Edit::Kind::kIn, question, place});
}

Agenda Agenda::moved(const QuestionId& question, std::int64_t place) const {
  if (!place_of(question)) {
    std::string on;
    for (const AgendaItem& item : items_) on += (on.empty() ? "" : ", ") + item.question.str();
    throw KeyError({"HV-502",
                    {"problem.subject.question"},
                    question.str(),
                    {"problem.expected.question_of_agenda", {{"questions", on}}}});
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
  const Listener listener{.language = std::move(language), .names = names_of(study_)};
  return {
      {"title.agenda", {{"study", study_.id()}}}, columns_of(items_, item_fields(listener)), provenance_of(options_)};
}

Table Agenda::candidates() const {
  using Row = AgendaCandidate;
  Fields<Row> fields = candidate_fields();
  append(fields,
         {{"chosen", {"column.on_the_agenda"}, [this](const Row& each) { return place_of(each.question).has_value(); }},
          {"place",
           {"column.agenda_place"},
           [this](const Row& each) {
             const auto at = place_of(each.question);
             return at ? std::optional(*at + 1) : std::nullopt;
           }},
          {"reason", {"column.agenda_criterion"}, [this](const Row& each) {
             const auto at = place_of(each.question);
             return at ? std::optional(items_[*at].reason) : std::nullopt;
           }}});
  return {
      {"title.agenda_candidates", {{"study", study_.id()}}}, columns_of(*candidates_, fields), provenance_of(options_)};
}

Agenda agenda(const Study& study, const AgendaOptions& options) {
  AgendaOptions used = options;
  if (!used.wave) used.wave = study.last_wave().id;
  static_cast<void>(study.wave_index(*used.wave));
  const SupportOptions support{.by = used.by, .wave = used.wave};
  AgendaMaterial material;
  material.totals = scores(study, {.wave = used.wave, .level = used.level});
  material.findings = coverage(study, {used.wave, used.relation});
  material.orders = supported_orders(study, support);
  material.changes = supported_changes(study, support);
  if (!used.by.empty()) {
    material.groups = scores(study, {.by = used.by, .wave = used.wave, .level = used.level});
    material.differences = supported_differences(study, support);
    if (!material.differences.empty()) {
      material.caveats = differing_questions(study, {.by = used.by, .wave = used.wave});
    }
  }
  return {study, material, std::move(used)};
}

}  // namespace houvast::inline v0_1
