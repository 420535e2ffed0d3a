#include <algorithm>
#include <array>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <variant>
#include <vector>

#include "base/index.hpp"
#include "disclosure/parts.hpp"
#include "disclosure/protect.hpp"
#include "houvast/study/names.hpp"

// What the checks found, as it may be told: who is named, which groups are spoken of, and in which numbers.
namespace houvast::detail {
namespace {

// What a party must have agreed to before a claim names it in this gap; everything else tells of its contacts.
struct NamedFor {
  std::string_view claim, gap, purpose;
};
constexpr std::array kNamedFor = {
    NamedFor{"coverage.C1.silent", "names", "silent"},     NamedFor{"coverage.C7.unknown", "names", "silent"},
    NamedFor{"coverage.C10.unknown", "names", "silent"},   NamedFor{"coverage.C12.undecided", "names", "silent"},
    NamedFor{"coverage.C10.cut_off", "name", "only_link"}, NamedFor{"coverage.C6.rivals", "names", "mandate"},
    NamedFor{"coverage.C6.not_named", "names", "mandate"},
};

std::string_view purpose_of(std::string_view claim, std::string_view gap) {
  const auto* found = std::find_if(kNamedFor.begin(), kNamedFor.end(),
                                   [&](const NamedFor& each) { return each.claim == claim && each.gap == gap; });
  return found == kNamedFor.end() ? "contacts" : found->purpose;
}

// Claims that tell what the people of a domain, level or perspective did; the others tell who takes part.
bool tells_of_people(std::string_view claim) {
  constexpr std::array<std::string_view, 7> kChecks = {"C3.", "C4.", "C8.", "C9.", "C11.", "C16.", "C17."};
  constexpr std::string_view kBegin = "coverage.";
  if (!claim.starts_with(kBegin) || claim.ends_with(".absent") || claim.ends_with(".not_found")) return false;
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
  Gate(const Study& study, std::int64_t threshold) : study_(study), threshold_(threshold) {}

  /// The claim with names instead of ids, as it may be told; nothing when it may not.
  [[nodiscard]] std::optional<Claim> told(Claim claim, const Finding& finding) const {
    if (claim.id == "coverage.C4.tied") claim = {"coverage.C4.some_tied", {{"domain", claim.args.at("domain")}}};
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

  template <class Fits>
  [[nodiscard]] std::int64_t parties(const Fits& fits) const {
    return std::count_if(study_.parties().begin(), study_.parties().end(),
                         [&](const Party& each) { return each.takes_part_in(study_.last_wave().id) && fits(each); });
  }

  template <class Fits>
  [[nodiscard]] std::int64_t people(const Fits& fits) const {
    std::int64_t asked = 0;
    for (const Party& each : study_.parties()) {
      if (each.takes_part_in(study_.last_wave().id) && fits(each)) asked += each.asked;
    }
    return asked;
  }

  [[nodiscard]] bool could_be_many() const {
    return parties([](const Party&) { return true; }) >= threshold_;
  }

  // An organisation may be named when it stands for enough people, or when all its parties agreed.
  [[nodiscard]] bool may_name_organisation(const Party& spokesman, std::string_view purpose) const {
    if (spokesman.organisation.empty()) return spokesman.consents_to(purpose);
    const auto of_it = [&](const Party& each) { return each.organisation == spokesman.organisation; };
    return people(of_it) >= threshold_ ||
           parties([&](const Party& each) { return of_it(each) && !each.consents_to(purpose); }) == 0;
  }

  [[nodiscard]] bool may_tell(std::string_view claim, std::string_view gap, const Argument& argument) const {
    bool may = true;
    for_each_name(argument, [&](const Named& name) {
      const Party* who = name.kind == "party" || name.kind == "organisation" ? party(name.id) : nullptr;
      const std::string_view purpose = purpose_of(claim, gap);
      if (name.kind == "party" && who != nullptr) {
        may = may && (who->consents_to(purpose) || could_be_many());
      } else if (name.kind == "organisation" && who != nullptr) {
        may = may && (may_name_organisation(*who, purpose) || could_be_many());
      } else if (tells_of_people(claim) && is_group(name)) {
        may = may &&
              people([&](const Party& each) { return study_.attribute(each, name.kind) == name.id; }) >= threshold_;
      }
    });
    return may;
  }

  static bool is_group(const Named& name) {
    return name.kind == "domain" || name.kind == "level" || name.kind == "perspective" || name.kind == "sector";
  }

  [[nodiscard]] bool is_named(const Argument& argument) const {
    const auto* name = std::get_if<Named>(&argument.value());
    const Party* who = name == nullptr ? nullptr : party(name->id);
    return who != nullptr && who->consents_to("only_link");
  }

  // Words that a party used for a decision or an expertise are its own; those of the profile are everybody's.
  [[nodiscard]] bool is_own_word(const Named& name) const {
    if (name.kind != "decision" && name.kind != "expertise") return false;
    return study_.profile().vocabulary(name.kind)->term(name.id) == nullptr;
  }

  [[nodiscard]] Argument called(std::string_view claim, const std::string& gap, Argument argument) const {
    const std::string_view purpose = purpose_of(claim, gap);
    const bool in_list = std::holds_alternative<Argument::List>(argument.value());
    const Namer known = names_of(study_, [&](const Party& who, const Language& language) {
      if (!in_list || who.consents_to(purpose)) return public_name(study_, who, purpose, threshold_, language);
      return one_of(who, language);
    });
    const Namer names = [&](const Named& name, const Language& language) {
      if (is_own_word(name)) {
        return say({name.kind == "decision" ? "release.own_decision" : "release.own_expertise", {}}, language);
      }
      const Party* who = name.kind == "organisation" ? party(name.id) : nullptr;
      if (who == nullptr) return known(name, language);
      if (!may_name_organisation(*who, purpose)) return say({"release.an_organisation", {}}, language);
      return who->organisation.empty() ? who->name : who->organisation;
    };
    Claim whole = with_names({std::string(claim), {{gap, std::move(argument)}}}, names);
    return std::move(whole.args.at(gap));
  }

  // In a list it stands for all that are called the same.
  [[nodiscard]] std::string one_of(const Party& who, const Language& language) const {
    if (!could_be_many_of(study_, who.domain, threshold_)) return say({"release.at_least_one", {}}, language);
    const std::string domain = study_.profile().domains.title(who.domain, language);
    return say({"release.at_least_one_from", {{"domain", domain}}}, language);
  }

  // How many contacts a condition holds for from both sides, as a step.
  [[nodiscard]] std::optional<Claim> shares_in_steps(const Claim& claim, const Finding& finding) const {
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
};

std::vector<Claim> told_claims(const Finding& finding, const Gate& gate) {
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

}  // namespace

bool could_be_many_of(const Study& study, const std::string& domain, std::int64_t threshold) {
  return !domain.empty() && std::count_if(study.parties().begin(), study.parties().end(), [&](const Party& each) {
                              return each.domain == domain && each.takes_part_in(study.last_wave().id);
                            }) >= threshold;
}

void release_findings(const Study& study, const Policy& policy, Release& release) {
  const std::string relation = study.data().relations.empty() ? "" : study.data().relations.front().id;
  const auto may_read = [&](const std::string& perspective, const QuestionId& question) {
    return release.by == "perspective" &&
           std::any_of(release.groups.begin(), release.groups.end(), [&](const ReleasedScore& score) {
             return score.shown && score.wave == study.last_wave().id && score.group == perspective &&
                    !score.is_element && score.id == question.str();
           });
  };
  const Gate gate(study, policy.threshold());
  for (const Finding& finding : coverage(study, {.may_read = may_read, .fewest_people = policy.threshold()})) {
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

}  // namespace houvast::detail

namespace houvast {

std::string public_name(const Study& study, const Party& party, std::string_view purpose, std::int64_t threshold,
                        const Language& language) {
  if (party.consents_to(purpose)) return party.name;
  if (!detail::could_be_many_of(study, party.domain, threshold)) return say({"release.a_party", {}}, language);
  return say({"release.a_party_from", {{"domain", study.profile().domains.title(party.domain, language)}}}, language);
}

}  // namespace houvast
