#include "houvast/study.hpp"

#include <algorithm>
#include <set>
#include <unordered_map>
#include <utility>

#include "base/index.hpp"
#include "ecosystem/tie_ends.hpp"
#include "houvast/base/choice.hpp"
#include "houvast/base/stop.hpp"

namespace houvast::inline v0_1 {
using houvast::detail::as_size;
using houvast::detail::at;

struct Study::Impl {
  StudyData data;
  std::vector<QuestionRef> questions;
  std::unordered_map<std::string, std::int32_t> party_index;
  std::unordered_map<std::string, std::int32_t> question_index;
  std::vector<std::int32_t> party_of_respondent;
  std::vector<TieEnds> tie_ends;
  std::vector<WaveResponses> responses;
  std::vector<std::string> own_attributes;  // sorted

  explicit Impl(StudyData source) : data(std::move(source)) {
    if (std::vector<Issue> issues = validate(data); !issues.empty()) throw ValidationError(std::move(issues));
    for (const Instrument& instrument : data.instruments) {
      for (const Question& question : instrument.questions()) {
        question_index.emplace(question.id.str(), static_cast<std::int32_t>(questions.size()));
        questions.push_back({&instrument, &question, question.scale ? &instrument.scale_of(question) : nullptr});
      }
    }
    for (const Party& party : data.parties) {
      party_index.emplace(party.id.str(), static_cast<std::int32_t>(party_index.size()));
    }
    for (const Respondent& respondent : data.respondents) {
      party_of_respondent.push_back(party_index.at(respondent.party.str()));
    }
    tie_ends = detail::tie_ends(data.parties, data.ties);
    std::set<std::string> own;
    for (const Party& party : data.parties) {
      for (const auto& [name, value] : party.attributes) own.insert(name);
    }
    own_attributes.assign(own.begin(), own.end());
    spread_answers();
  }

  // Long columns → one full table per wave. A gap is "skipped" when the respondent has any answer to that instrument in
  // that wave, and "not asked" otherwise.
  void spread_answers() {
    const std::size_t total = data.respondents.size();
    std::unordered_map<std::string, std::size_t> wave_of;
    for (std::size_t w = 0; w < data.waves.size(); ++w) wave_of.emplace(data.waves[w].id.str(), w);
    std::vector<std::vector<std::int32_t>> members(data.waves.size());
    std::vector<std::size_t> wave_index(total), row_index(total);
    for (std::size_t r = 0; r < total; ++r) {
      wave_index[r] = wave_of.at(data.respondents[r].wave.str());
      row_index[r] = members[wave_index[r]].size();
      members[wave_index[r]].push_back(static_cast<std::int32_t>(r));
    }
    std::vector<std::size_t> instrument_of;
    for (const QuestionRef& ref : questions) {
      instrument_of.push_back(as_size(ref.instrument - data.instruments.data()));
    }
    const std::size_t instruments = data.instruments.size();
    std::vector<bool> took(total * instruments);
    for (auto& list : members) responses.emplace_back(static_cast<std::int64_t>(questions.size()), std::move(list));
    const auto mark = [&](std::int32_t respondent, std::int32_t question) {
      took[as_size(respondent) * instruments + at(instrument_of, question)] = true;
    };
    // Who is only said not to have been asked something, skipped nothing.
    for (std::size_t i = 0; i < data.answers.code.size(); ++i) {
      if (data.answers.code[i] == code_of(AnswerState::kNotAsked)) continue;
      mark(data.answers.respondent[i], data.answers.question[i]);
    }
    for (const OpenAnswer& open : data.open_answers) mark(open.respondent, open.question);
    for (std::size_t w = 0; w < responses.size(); ++w) {
      const auto respondents = responses[w].respondents();
      for (std::size_t q = 0; q < questions.size(); ++q) {
        stop_point();
        const auto column = responses[w].column(static_cast<std::int64_t>(q));
        for (std::size_t row = 0; row < respondents.size(); ++row) {
          if (took[as_size(respondents[row]) * instruments + instrument_of[q]]) {
            column[row] = code_of(AnswerState::kSkipped);
          }
        }
      }
    }
    for (std::size_t i = 0; i < data.answers.code.size(); ++i) {
      const auto respondent = as_size(data.answers.respondent[i]);
      responses[wave_index[respondent]].column(data.answers.question[i])[row_index[respondent]] = data.answers.code[i];
    }
  }
};

std::vector<QuestionId> StudyData::question_ids() const {
  std::vector<QuestionId> ids;
  for (const Instrument& instrument : instruments) {
    for (const Question& question : instrument.questions()) ids.push_back(question.id);
  }
  return ids;
}

Study::Study(StudyData data) : impl_(std::make_shared<const Impl>(std::move(data))) {}

const StudyData& Study::data() const noexcept {
  return impl_->data;
}
const std::vector<QuestionRef>& Study::questions() const noexcept {
  return impl_->questions;
}

std::optional<std::int32_t> Study::party_index(const PartyId& id) const {
  const auto found = impl_->party_index.find(id.str());
  return found == impl_->party_index.end() ? std::nullopt : std::optional(found->second);
}

std::optional<std::int32_t> Study::question_index(const QuestionId& id) const {
  const auto found = impl_->question_index.find(id.str());
  return found == impl_->question_index.end() ? std::nullopt : std::optional(found->second);
}

std::int64_t Study::wave_index(const WaveId& id) const {
  std::vector<std::string> known;
  for (std::size_t w = 0; w < waves().size(); ++w) {
    if (waves()[w].id == id) return static_cast<std::int64_t>(w);
    known.push_back(waves()[w].id.str());
  }
  unknown_name("HV-505", {"problem.subject.wave"}, id.str(), known);
}

const Wave& Study::last_wave() const {
  if (waves().empty()) throw ValueError({"HV-305", {"problem.subject.waves"}, "", {"problem.expected.one_wave"}});
  return waves().back();
}

const Relation& Study::relation(std::string_view id) const {
  std::vector<std::string> known;
  for (const Relation& relation : data().relations) {
    if (relation.id == id) return relation;
    known.push_back(relation.id);
  }
  if (known.empty())
    unknown_name("HV-507", {"problem.subject.relation"}, id, known, {"problem.expected.with_relations"});
  unknown_name("HV-507", {"problem.subject.relation"}, id, known);
}

const WaveResponses& Study::responses(std::int64_t wave) const {
  if (wave < 0 || wave >= static_cast<std::int64_t>(impl_->responses.size())) {
    throw ValueError(
        {"HV-302", {"problem.subject.wave_index"}, std::to_string(wave), {"problem.expected.index_of_waves"}});
  }
  return at(impl_->responses, wave);
}

std::int32_t Study::party_of(std::int32_t respondent) const {
  return impl_->party_of_respondent.at(as_size(respondent));
}

const std::vector<TieEnds>& Study::tie_ends() const noexcept {
  return impl_->tie_ends;
}

std::vector<std::string> Study::attributes() const {
  std::vector<std::string> names = {"domain", "sector", "level", "organisation", "perspective", "kind", "party"};
  names.insert(names.end(), own_attributes().begin(), own_attributes().end());
  return names;
}

const std::vector<std::string>& Study::own_attributes() const noexcept {
  return impl_->own_attributes;
}

std::string Study::attribute(const Party& party, std::string_view name) const {
  if (name == "domain") return party.domain;
  if (name == "sector") return party.sector;
  if (name == "level") return party.level;
  if (name == "organisation") return party.organisation;
  if (name == "perspective") return party.perspective;
  if (name == "kind") return party.kind;
  if (name == "party") return party.id.str();
  if (const auto found = party.attributes.find(std::string(name)); found != party.attributes.end())
    return found->second;
  if (std::binary_search(own_attributes().begin(), own_attributes().end(), name)) return {};
  unknown_name("HV-506", {"problem.subject.attribute"}, name, attributes(), {"problem.expected.column_of_parties"});
}

}  // namespace houvast::inline v0_1
