#include <algorithm>
#include <array>
#include <cstdint>
#include <map>
#include <optional>
#include <set>
#include <string>
#include <string_view>
#include <utility>
#include <variant>
#include <vector>

#include "base/index.hpp"
#include "disclosure/parts.hpp"
#include "disclosure/protect.hpp"
#include "disclosure/public_names.hpp"
#include "houvast/study/names.hpp"

// What the checks found, as it may be told: who is named, which groups are spoken of, and in which numbers.
namespace houvast::inline v0_1::detail {
namespace {

// What a party must have agreed to before a claim names it in this gap; no other claim names a party.
struct NamedFor {
  std::string_view claim, gap, purpose;
};
constexpr std::array kNamedFor = {
    NamedFor{"coverage.C1.silent", "names", "silent"},
    NamedFor{"coverage.C7.unknown", "names", "silent"},
    NamedFor{"coverage.C10.unknown", "names", "silent"},
    NamedFor{"coverage.C12.undecided", "names", "silent"},
    NamedFor{"coverage.C10.cut_off", "name", "only_link"},
    NamedFor{"coverage.C6.rivals", "names", "mandate"},
    NamedFor{"coverage.C6.not_named", "names", "mandate"},
    NamedFor{"coverage.C7.isolated", "names", "contacts"},
    NamedFor{"coverage.C10.cut_off", "others", "contacts"},
    NamedFor{"coverage.C12.out_of_reach", "name", "contacts"},
    NamedFor{"coverage.C12.something_out_of_reach", "name", "contacts"},
    NamedFor{"coverage.C12.much_out_of_reach", "name", "contacts"},
    NamedFor{"coverage.C16.loose_inside", "names", "contacts"},
    NamedFor{"coverage.C16.undecided", "names", "contacts"},
};

std::string_view purpose_of(std::string_view claim, std::string_view gap) {
  const auto* found = std::find_if(kNamedFor.begin(), kNamedFor.end(),
                                   [&](const NamedFor& each) { return each.claim == claim && each.gap == gap; });
  return found == kNamedFor.end() ? "" : found->purpose;
}

// Claims that tell what the people of a domain, level or perspective did; the others tell who takes part.
bool tells_of_people(std::string_view claim) {
  constexpr std::array<std::string_view, 7> kChecks = {"C3.", "C4.", "C8.", "C9.", "C11.", "C16.", "C17."};
  constexpr std::string_view kBegin = "coverage.";
  if (!claim.starts_with(kBegin) || claim.ends_with(".absent") || claim.ends_with(".not_found") ||
      claim.ends_with(".not_told")) {
    return false;
  }
  claim.remove_prefix(kBegin.size());
  return std::any_of(kChecks.begin(), kChecks.end(), [&](std::string_view check) { return claim.starts_with(check); });
}

template <class Visit>
void for_each_name(const Argument& argument, const Visit& visit) {
  if (const auto* name = std::get_if<Named>(&argument.value())) visit(*name);
  if (const auto* items = std::get_if<Argument::List>(&argument.value())) {
    for (const Argument& item : *items) for_each_name(item, visit);
  }
  if (const auto* claims = std::get_if<std::vector<Claim>>(&argument.value())) {
    for (const Claim& claim : *claims) {
      for (const auto& [gap, inner] : claim.args) for_each_name(inner, visit);
    }
  }
}

// The names of a list, each once: several parties that may not be named are called the same.
void leave_out_twins(Argument& argument) {
  auto* items = std::get_if<Argument::List>(&argument.value());
  if (items == nullptr) return;
  Argument::List kept;
  for (Argument& item : *items) {
    if (std::find(kept.begin(), kept.end(), item) == kept.end()) kept.push_back(std::move(item));
  }
  *items = std::move(kept);
}

// Decides on claims of checks.
class Gate {
 public:
  Gate(const Study& study, std::int64_t threshold)
      : study_(study), threshold_(threshold), public_names_(study, threshold) {}

  /// The claim with names instead of ids, as it may be told; nothing when it may not.
  [[nodiscard]] std::optional<Claim> told(Claim claim, const Finding& finding) {
    if (claim.id == "coverage.C4.tied") claim = {"coverage.C4.some_tied", {{"domain", claim.args.at("domain")}}};
    if (claim.id == "coverage.C12.out_of_reach" && has_own_words(claim.args.at("expertise"))) {
      claim = {"coverage.C12.something_out_of_reach", {{"name", claim.args.at("name")}}};
    }
    if (claim.id == "coverage.C15.mutual") return shares_in_steps(claim, finding);
    for (const auto& [gap, argument] : claim.args) {
      if (!may_tell(claim.id, gap, argument)) return std::nullopt;
    }
    const auto driving = claim.args.find("driving");
    if (driving != claim.args.end() && !is_named(claim.args.at("name"))) driving->second = "no";
    for (auto& [gap, argument] : claim.args) {
      argument = called(claim.id, gap, std::move(argument));
      leave_out_twins(argument);
    }
    return claim;
  }

 private:
  [[nodiscard]] const Party* party(const std::string& id) const {
    const auto index = study_.party_index(PartyId(id));
    return index ? &at(study_.parties(), *index) : nullptr;
  }

  [[nodiscard]] bool may_tell(std::string_view claim, std::string_view gap, const Argument& argument) const {
    const std::string_view purpose = purpose_of(claim, gap);
    bool may = true;
    for_each_name(argument, [&](const Named& name) {
      const Party* who = name.kind == "party" || name.kind == "organisation" ? party(name.id) : nullptr;
      if (who != nullptr) {
        const bool named =
            name.kind == "party" ? who->consents_to(purpose) : public_names_.may_name_organisation(*who, purpose);
        may = may && (named || public_names_.could_be_many());
      } else if (const std::string attribute = group_attribute(name); tells_of_people(claim) && !attribute.empty()) {
        may = may && public_names_.enough_asked(attribute, name.id);
      }
    });
    return may;
  }

  // The attribute whose group a name is; empty when it names something else.
  static std::string group_attribute(const Named& name) {
    if (name.kind == "people") return "perspective";
    if (name.kind == "place") return "level";
    const bool group =
        name.kind == "domain" || name.kind == "level" || name.kind == "perspective" || name.kind == "sector";
    return group ? name.kind : "";
  }

  [[nodiscard]] bool is_named(const Argument& argument) const {
    const auto* name = std::get_if<Named>(&argument.value());
    const Party* who = name == nullptr ? nullptr : party(name->id);
    return who != nullptr && who->consents_to("only_link");
  }

  [[nodiscard]] bool has_own_words(const Argument& argument) const {
    bool own = false;
    for_each_name(argument, [&](const Named& name) { own = own || is_own_word(name); });
    return own;
  }

  // Words that a party used for a decision or an expertise are its own; those of the profile are everybody's.
  [[nodiscard]] bool is_own_word(const Named& name) const {
    if (name.kind != "decision" && name.kind != "expertise") return false;
    return study_.profile().vocabulary(name.kind)->term(name.id) == nullptr;
  }

  [[nodiscard]] Argument called(std::string_view claim, const std::string& gap, Argument argument) {
    const bool in_list = std::holds_alternative<Argument::List>(argument.value());
    Claim whole =
        with_names({std::string(claim), {{gap, std::move(argument)}}}, namer(purpose_of(claim, gap), in_list));
    return std::move(whole.args.at(gap));
  }

  // How things are called in a gap; made once for each purpose.
  const Namer& namer(std::string_view purpose, bool in_list) {
    Namer& made = namers_[{std::string(purpose), in_list}];
    if (made) return made;
    const Namer known = names_of(study_, [this, purpose, in_list](const Party& who, const Language& language) {
      return in_list ? public_names_.in_list(who, purpose, language) : public_names_.name(who, purpose, language);
    });
    made = [this, purpose, known](const Named& name, const Language& language) {
      if (is_own_word(name)) return say({"release.own_decision", {}}, language);
      const Party* who = name.kind == "organisation" ? party(name.id) : nullptr;
      if (who == nullptr) return known(name, language);
      if (!public_names_.may_name_organisation(*who, purpose)) return say({"release.an_organisation", {}}, language);
      return who->organisation.empty() ? who->name : who->organisation;
    };
    return made;
  }

  // How many contacts a condition holds for from both sides, as a step.
  [[nodiscard]] std::optional<Claim> shares_in_steps(const Claim& claim, const Finding& finding) {
    const auto* condition = std::get_if<Named>(&claim.args.at("condition").value());
    std::int64_t met = 0, told = 0;
    for (const Evidence& each : finding.evidence) {
      if (each.kind != "condition" || condition == nullptr || each.id != condition->id) continue;
      const auto ties = static_cast<std::int64_t>(each.value.value_or(0));
      if (each.role == "met") met = ties;
      if (each.role == "met" || each.role == "one_sided" || each.role == "unmet") told += ties;
    }
    const std::int64_t steps = steps_of(told, threshold_);
    if (steps == 0) return std::nullopt;
    const ReleasedShare share = step_share(met, told, steps);
    const char* words = share.low <= 0    ? "report.share.below"
                        : share.high >= 1 ? "report.share.from"
                                          : "report.share.between";
    Arguments ends;
    if (share.high < 1 || share.low <= 0) ends.emplace("high", share.high);
    if (share.low > 0) ends.emplace("low", share.low);
    return Claim{"coverage.C15.mutual_within",
                 {{"condition", called(claim.id, "condition", claim.args.at("condition"))},
                  {"share", Claim{words, std::move(ends)}},
                  {"seldom", claim.args.at("seldom")}}};
  }

  const Study& study_;
  std::int64_t threshold_;
  PublicNames public_names_;
  std::map<std::pair<std::string, bool>, Namer> namers_;
};

std::vector<Claim> told_claims(const Finding& finding, Gate& gate) {
  std::vector<Claim> told;
  bool withheld = false;
  for (const Claim& claim : finding.claims) {
    std::optional<Claim> may = gate.told(claim, finding);
    withheld = withheld || !may;
    if (may && std::find(told.begin(), told.end(), *may) == told.end()) told.push_back(std::move(*may));
  }
  if (withheld) told.push_back({"coverage.withheld", {}});
  return told;
}

// Findings on groups follow from what the release tells of them, and tell no more than that.
CoverageOptions told_of_groups(const Study& study, const Policy& policy, const Release& release,
                               const std::string& relation) {
  const WaveId wave = study.last_wave().id;
  CoverageOptions options;
  options.fewest_people = policy.threshold();
  options.ties_are_told =
      std::any_of(release.networks.begin(), release.networks.end(),
                  [&](const ReleasedNetwork& network) { return network.wave == wave && network.relation == relation; });
  options.silence_is_told = std::none_of(release.responses.begin(), release.responses.end(),
                                         [&](const ReleasedResponse& response) { return response.wave == wave; });
  options.may_read = [&release, wave](const std::string& perspective, const QuestionId& question) {
    return release.by == "perspective" &&
           std::any_of(release.groups.begin(), release.groups.end(), [&](const ReleasedScore& score) {
             return score.shown && score.wave == wave && score.group == perspective && !score.is_element &&
                    score.id == question.str();
           });
  };
  options.told_response = [&release, wave](const std::string& perspective) {
    std::pair<double, double> told{0, 1};
    std::set<InstrumentId> asked;
    for (const ReleasedResponse& response : release.responses) {
      if (response.wave != wave) continue;
      asked.insert(response.instrument);
      const bool tells = release.by == "perspective" && response.shown && !response.is_total &&
                         response.group == perspective && response.share;
      if (!tells) continue;
      told.first = std::max(told.first, response.share->low);
      told.second = std::min(told.second, response.share->high);
    }
    if (asked.size() > 1) told.second = 1;  // who did not answer one may have answered another
    return told;
  };
  return options;
}

}  // namespace

void release_findings(const Study& study, const Policy& policy, Release& release) {
  const std::string relation = study.data().relations.empty() ? "" : study.data().relations.front().id;
  Gate gate(study, policy.threshold());
  for (const Finding& finding : coverage(study, told_of_groups(study, policy, release, relation))) {
    release.findings.push_back({.check = finding.check,
                                .wave = study.last_wave().id,
                                .relation = relation,
                                .questions = finding.questions,
                                .title = finding.title,
                                .status = finding.status,
                                .rule = finding.rule,
                                .claims = told_claims(finding, gate),
                                .needed = finding.needed});
  }
}

}  // namespace houvast::inline v0_1::detail
