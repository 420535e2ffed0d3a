#include <map>

#include "coverage/members.hpp"
#include "coverage/verdict.hpp"
#include "houvast/instrument/catalogue.hpp"

// C14: every education sector collaborates in a known form.
namespace houvast::inline v0_1::detail {
namespace {

// Variant of a form → the form and the sectors that it counts for; none when it is bound to no sector.
std::map<std::string, std::pair<std::string, std::vector<std::string>>> variants_of_forms() {
  std::map<std::string, std::pair<std::string, std::vector<std::string>>> variants;
  for (const FormOfCollaboration& form : forms_of_collaboration()) {
    for (const FormOfCollaboration::Variant& variant : form.variants) {
      variants[variant.id] = {form.id, variant.sectors};
    }
  }
  return variants;
}

using Uses = std::map<std::string, std::map<std::string, std::int64_t>>;  // sector → form → parties in it

Uses uses_by_sector(const CoverageContext& context) {
  Uses uses;
  for (std::size_t p = 0; p < context.parties().size(); ++p) {
    const std::string& sector = context.parties()[p].sector;
    if (context.takes_part[p] && has_forms(sector)) uses[sector];
  }
  const auto variants = variants_of_forms();
  for (std::size_t p = 0; p < context.parties().size(); ++p) {
    if (!context.takes_part[p]) continue;
    for (const std::string& id : context.parties()[p].forms) {
      const auto& [form, bound] = variants.at(id);
      for (const std::string& sector : bound.empty() ? std::vector{context.parties()[p].sector} : bound) {
        const auto found = uses.find(sector);
        if (found != uses.end()) ++found->second[form];
      }
    }
  }
  return uses;
}

}  // namespace

Verdict check_forms(const CoverageContext& context) {
  const Uses uses = uses_by_sector(context);
  Verdict verdict;
  std::vector<std::string> without;
  for (const Term& term : context.profile().sectors.terms()) {
    const auto found = uses.find(term.id);
    if (found == uses.end()) continue;
    for (const FormOfCollaboration& form : forms_of_collaboration()) {
      const auto count = found->second.find(form.id);
      const double parties = count == found->second.end() ? 0 : static_cast<double>(count->second);
      verdict.note("form", form.id, parties > 0 ? "used" : "not_used", parties, term.id);
    }
    if (!found->second.empty()) continue;
    without.push_back(term.id);
    verdict.note("sector", term.id, "without_form");
  }
  if (!without.empty()) verdict.raise(Status::kAttention);
  verdict.claim_about("coverage.C14.without_form", "sector", without);
  return verdict;
}

}  // namespace houvast::inline v0_1::detail
