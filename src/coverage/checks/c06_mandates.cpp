#include <algorithm>
#include <map>

#include "coverage/context.hpp"
#include "coverage/verdict.hpp"
#include "houvast/instrument/scale.hpp"

// C6: for every decision it is clear who has the mandate.
namespace houvast::inline v0_1::detail {
namespace {

// A decision with those who say that they can take it.
struct Decision {
  std::string name;
  std::vector<std::string> holders{};
};

// Decisions of the profile first, then those that parties name; matched after folding, so that a capital is no rival.
std::vector<Decision> decisions_of(const CoverageContext& context) {
  std::vector<Decision> decisions;
  std::map<std::string, std::size_t> index;
  const auto decision = [&](const std::string& word) -> Decision& {
    const std::string id = context.profile().decisions.find(word).value_or(word);
    const auto [entry, is_new] = index.try_emplace(fold_label(id), decisions.size());
    if (is_new) decisions.push_back({id});
    return decisions[entry->second];
  };
  for (const Term& term : context.profile().decisions.terms()) static_cast<void>(decision(term.id));
  for (std::size_t p = 0; p < context.parties().size(); ++p) {
    const std::string id = context.parties()[p].id.str();
    for (const std::string& word : context.parties()[p].mandates) {
      std::vector<std::string>& holders = decision(word).holders;
      const bool listed_before = std::find(holders.begin(), holders.end(), id) != holders.end();
      if (context.takes_part[p] && !listed_before) holders.push_back(id);
    }
  }
  return decisions;
}

void note_decision(const Decision& decision, Verdict& verdict) {
  const std::size_t holders = decision.holders.size();
  const std::string role = holders == 0 ? "nobody" : holders == 1 ? "held" : "rivals";
  verdict.note("decision", decision.name, role, static_cast<double>(holders));
  for (const std::string& id : decision.holders) {
    verdict.note("party", id, holders == 1 ? "holder" : "rival", std::nullopt, decision.name);
  }
}

// Mandate holders who do not tell what for.
std::vector<std::string> nameless_holders(const CoverageContext& context) {
  const std::string& role = context.profile().mandate_role;
  std::vector<std::string> nameless;
  for (std::size_t p = 0; p < context.parties().size(); ++p) {
    const Party& party = context.parties()[p];
    const bool holds = !role.empty() && context.takes_part[p] && party.has_role(role);
    if (holds && party.mandates.empty()) nameless.push_back(party.id.str());
  }
  return nameless;
}

}  // namespace

Verdict check_mandates(const CoverageContext& context) {
  Verdict verdict;
  std::vector<std::string> nobody;
  const std::vector<Decision> decisions = decisions_of(context);
  for (const Decision& each : decisions) {
    note_decision(each, verdict);
    if (each.holders.empty()) nobody.push_back(each.name);
  }
  if (!nobody.empty()) verdict.raise(Status::kMissing);
  verdict.claim_about("coverage.C6.nobody", "decision", nobody);
  for (const Decision& each : decisions) {
    if (each.holders.size() < 2) continue;
    verdict.raise(Status::kAttention);
    verdict.claim("coverage.C6.rivals",
                  {{"decision", Named{"decision", each.name}}, {"names", named("party", each.holders)}});
  }
  const std::vector<std::string> nameless = nameless_holders(context);
  for (const std::string& id : nameless) verdict.note("party", id, "mandate_not_named");
  if (!nameless.empty()) {
    verdict.raise(Status::kUnknown);
    verdict.claim_about("coverage.C6.not_named", "party", nameless);
    verdict.need("coverage.C6.ask");
  }
  return verdict;
}

}  // namespace houvast::inline v0_1::detail
