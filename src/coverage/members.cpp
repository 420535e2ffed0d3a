#include "coverage/members.hpp"

#include <map>

#include "base/index.hpp"
#include "houvast/instrument/catalogue.hpp"

namespace houvast::inline v0_1::detail {
namespace {

// Parties of which somebody said "yes" to a question on motives.
void add_answered_motives(const CoverageContext& context, std::vector<bool>& known) {
  const WaveResponses& responses = context.study.responses(context.wave_index);
  for (std::size_t q = 0; q < context.study.questions().size(); ++q) {
    const QuestionRef& ref = context.study.questions()[q];
    if (ref.instrument->id() != InstrumentId("samen-beter") || ref.question->element != ElementId("M")) continue;
    const auto column = responses.column(static_cast<std::int64_t>(q));
    for (std::size_t row = 0; row < column.size(); ++row) {
      if (column[row] >= kFirstState || !ref.scale->is_top(ref.scale->min() + column[row])) continue;
      known[as_size(context.study.party_of(responses.respondents()[row]))] = true;
    }
  }
}

// Of a folded text; whatever is not ASCII counts as a letter.
bool is_letter(char c) {
  return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || static_cast<unsigned char>(c) >= 0x80;
}

bool holds_word(const std::string& text, const std::string& word) {
  for (std::size_t at = text.find(word); at != std::string::npos; at = text.find(word, at + 1)) {
    const std::size_t end = at + word.size();
    if ((at == 0 || !is_letter(text[at - 1])) && (end == text.size() || !is_letter(text[end]))) return true;
  }
  return false;
}

}  // namespace

Presence presence_in(const CoverageContext& context, const Term& domain) {
  Presence own = presence_of(context, [&](const Party& party) { return party.domain == domain.id; });
  if (!own.members.empty() || domain.perspective.empty()) return own;
  return presence_of(context, [&](const Party& party) { return party.perspective == domain.perspective; });
}

Favour favour_of(const CoverageContext& context, const std::string& perspective, const QuestionId& question) {
  Favour favour;
  const std::optional<std::int32_t> index = context.study.question_index(question);
  if (!index) return favour;
  const Scale& scale = *context.study.questions()[as_size(*index)].scale;
  const WaveResponses& responses = context.study.responses(context.wave_index);
  const auto column = responses.column(*index);
  for (std::size_t row = 0; row < column.size(); ++row) {
    const auto party = as_size(context.study.party_of(responses.respondents()[row]));
    if (column[row] >= kFirstState || context.parties()[party].perspective != perspective) continue;
    ++favour.answered;
    favour.favourable += scale.is_top(scale.min() + column[row]) ? 1 : 0;
  }
  return favour;
}

bool some_without(const CoverageContext& context, std::string Party::*told) {
  return some_member(context, [told](const Party& party) { return (party.*told).empty(); });
}

std::vector<std::int32_t> codes_in(const CoverageContext& context, const Vocabulary& vocabulary,
                                   std::string Party::*word) {
  std::map<std::string, std::int32_t> index;
  for (const Term& term : vocabulary.terms()) index.emplace(term.id, static_cast<std::int32_t>(index.size()));
  std::vector<std::int32_t> codes;
  for (std::int32_t place = 0; place < static_cast<std::int32_t>(context.network->network.size()); ++place) {
    const auto found = index.find(context.at(place).*word);
    codes.push_back(found == index.end() ? -1 : found->second);
  }
  return codes;
}

std::vector<bool> known_motives(const CoverageContext& context) {
  std::vector<bool> of_party;
  for (const Party& party : context.parties()) of_party.push_back(!party.motives.empty());
  add_answered_motives(context, of_party);
  std::vector<bool> known;
  for (const OrganisationMembers& each : context.organisations) {
    known.push_back(
        std::any_of(each.parties.begin(), each.parties.end(), [&](std::size_t party) { return of_party[party]; }));
  }
  return known;
}

std::vector<std::string> answers_on_driving(const CoverageContext& context) {
  std::vector<std::string> answers;
  const std::optional<std::int32_t> asked = context.study.question_index(QuestionId("E3.1"));
  for (const OpenAnswer& answer : context.study.data().open_answers) {
    const Respondent& who = context.study.data().respondents[as_size(answer.respondent)];
    if (answer.question == asked && who.wave == context.wave) answers.push_back(fold_label(answer.text));
  }
  return answers;
}

bool stands_in(const std::vector<std::string>& texts, const std::vector<std::string>& names) {
  return std::any_of(names.begin(), names.end(), [&](const std::string& name) {
    const std::string word = fold_label(name);
    return !word.empty() &&
           std::any_of(texts.begin(), texts.end(), [&](const std::string& text) { return holds_word(text, word); });
  });
}

bool has_forms(const std::string& sector) {
  const auto& forms = forms_of_collaboration();
  return !sector.empty() && std::any_of(forms.begin(), forms.end(), [&](const FormOfCollaboration& form) {
    return std::any_of(form.variants.begin(), form.variants.end(), [&](const FormOfCollaboration::Variant& variant) {
      return std::count(variant.sectors.begin(), variant.sectors.end(), sector) > 0;
    });
  });
}

}  // namespace houvast::inline v0_1::detail
