#include "houvast/coverage/scenario.hpp"

#include <algorithm>
#include <set>
#include <tuple>

#include "base/index.hpp"
#include "coverage/context.hpp"
#include "houvast/base/choice.hpp"
#include "houvast/base/fields.hpp"
#include "houvast/study/names.hpp"

namespace houvast::inline v0_1 {
using houvast::detail::at;
namespace {

using ReportKey = std::tuple<std::string, std::string, std::string>;  // wave, reporter, relation

ReportKey key_of(const TieReport& tie) {
  return {tie.wave.str(), tie.reporter.str(), tie.relation};
}

// Takes parties out of a study's data, with everything that hangs on them.
class Departure {
 public:
  Departure(StudyData& data, const std::vector<PartyId>& parties) : data_(data) {
    for (const PartyId& id : parties) {
      const bool known =
          std::any_of(data.parties.begin(), data.parties.end(), [&](const Party& party) { return party.id == id; });
      if (!known) {
        std::vector<std::string> ids;
        for (const Party& party : data.parties) ids.push_back(party.id.str());
        unknown_name("HV-508", {"problem.subject.party"}, id.str(), ids, {"problem.expected.party_of_study"});
      }
      gone_.insert(id.str());
    }
  }

  void run() {
    keep_expecting();
    respondents();
    ties();
    std::erase_if(data_.assessments, [this](const Assessment& each) {
      return left(each.assessor_party) || left(each.object_a) || left(each.object_b);
    });
    for (Goal& goal : data_.goals) {
      if (left(goal.owner)) goal.owner = PartyId();
    }
    std::erase_if(data_.parties, [this](const Party& party) { return left(party.id); });
    for (Party& party : data_.parties) {
      std::erase_if(party.knows_motives_of, [this](const PartyId& id) { return left(id); });
    }
  }

 private:
  [[nodiscard]] bool left(const PartyId& id) const { return gone_.contains(id.str()); }

  void keep_expecting() {
    std::vector<std::string> decisions, expertise;
    for (const Party& party : data_.parties) {
      if (!left(party.id)) continue;
      decisions.insert(decisions.end(), party.mandates.begin(), party.mandates.end());
      expertise.insert(expertise.end(), party.expertise.begin(), party.expertise.end());
    }
    data_.profile = expecting(data_.profile, decisions, expertise);
  }

  void respondents() {
    std::vector<std::int32_t> renumbered(data_.respondents.size(), -1);
    std::vector<Respondent> staying;
    for (std::size_t r = 0; r < data_.respondents.size(); ++r) {
      if (left(data_.respondents[r].party)) continue;
      renumbered[r] = static_cast<std::int32_t>(staying.size());
      staying.push_back(data_.respondents[r]);
    }
    data_.respondents = std::move(staying);
    AnswerColumns answers;
    answers.file = data_.answers.file;
    answers.pointer = data_.answers.pointer;
    for (std::size_t i = 0; i < data_.answers.code.size(); ++i) {
      const std::int32_t respondent = at(renumbered, data_.answers.respondent[i]);
      if (respondent < 0) continue;
      answers.respondent.push_back(respondent);
      answers.question.push_back(data_.answers.question[i]);
      answers.code.push_back(data_.answers.code[i]);
      if (!data_.answers.row.empty()) answers.row.push_back(data_.answers.row[i]);
    }
    data_.answers = std::move(answers);
    std::vector<OpenAnswer> open;
    for (OpenAnswer& each : data_.open_answers) {
      each.respondent = at(renumbered, each.respondent);
      if (each.respondent >= 0) open.push_back(std::move(each));
    }
    data_.open_answers = std::move(open);
  }

  void ties() {
    std::set<ReportKey> told, tells;
    std::vector<TieReport> none;
    std::vector<TieReport> staying;
    for (const TieReport& tie : data_.ties) {
      if (left(tie.reporter)) continue;
      if (!left(tie.from) && !left(tie.to)) {
        tells.insert(key_of(tie));
        staying.push_back(tie);
      } else if (told.insert(key_of(tie)).second) {
        none.push_back({tie.wave, tie.reporter, tie.reporter, PartyId(), tie.relation, 0, {}, tie.where});
      }
    }
    for (TieReport& tie : none) {
      if (!tells.contains(key_of(tie))) staying.push_back(std::move(tie));
    }
    data_.ties = std::move(staying);
  }

  StudyData& data_;
  std::set<std::string> gone_;
};

std::vector<Evidence> only_in(const std::vector<Evidence>& these, const std::vector<Evidence>& those) {
  std::vector<Evidence> result;
  for (const Evidence& fact : these) {
    if (std::find(those.begin(), those.end(), fact) == those.end()) result.push_back(fact);
  }
  return result;
}

}  // namespace

Study changed(const Study& study, const Change& change, const CoverageOptions& options) {
  StudyData data = study.data();
  Departure(data, change.remove).run();
  for (Party party : change.add) {
    party.asked = 0;
    if (party.name.empty()) party.name = party.id.str();
    data.parties.push_back(std::move(party));
  }
  for (TieReport tie : change.ties) {
    if (tie.wave.empty()) tie.wave = options.wave ? *options.wave : study.last_wave().id;
    if (tie.relation.empty()) {
      tie.relation = !options.relation.empty() ? options.relation
                     : data.relations.empty()  ? std::string()
                                               : data.relations.front().id;
    }
    if (tie.reporter.empty()) tie.reporter = tie.from;
    data.ties.push_back(std::move(tie));
  }
  return Study(std::move(data));
}

Scenario what_if(const Study& study, const Change& change, const CoverageOptions& options) {
  Scenario scenario{changed(study, change, options), coverage(study, options), {}, {}};
  scenario.after = coverage(scenario.study, options);
  for (std::size_t i = 0; i < scenario.before.size(); ++i) {
    const Finding &before = scenario.before[i], &after = scenario.after[i];
    FindingChange each{before.check, before.status, after.status, only_in(before.evidence, after.evidence),
                       only_in(after.evidence, before.evidence)};
    if (each.before != each.after || !each.gone.empty() || !each.came.empty()) {
      scenario.changes.push_back(std::move(each));
    }
  }
  return scenario;
}

Table scenario_table(const Scenario& scenario, Language language) {
  const Listener listener{.language = std::move(language), .names = names_of(scenario.study)};
  const auto finding_of = [&](const FindingChange& change) -> const Finding& {
    return *std::find_if(scenario.after.begin(), scenario.after.end(),
                         [&](const Finding& each) { return each.check == change.check; });
  };
  using Row = FindingChange;
  const Fields<Row> fields{
      {"check", {"column.check_id"}, &Row::check},
      {"title", {"column.check_title"}, [&](const Row& change) { return say(finding_of(change).title, listener); }},
      {"before", {"column.status_before"}, &Row::before},
      {"after", {"column.status_after"}, &Row::after},
      {"gone", {"column.evidence_gone"}, [](const Row& change) { return listed(change.gone, &detail::fact_of); }},
      {"came", {"column.evidence_came"}, [](const Row& change) { return listed(change.came, &detail::fact_of); }},
      {"sentence", {"column.finding_after"}, [&](const Row& change) {
         return say(finding_of(change).claims, listener);
       }}};
  return {{"title.scenario", {{"study", scenario.study.id()}}},
          columns_of(scenario.changes, fields),
          provenance_of({"method.scenario"}, {"source.own"})};
}

}  // namespace houvast::inline v0_1
