#include <algorithm>
#include <map>
#include <set>

#include "coverage/context.hpp"
#include "houvast/instrument/catalogue.hpp"

// Checks on what is there for whom: C13 the matrix of needs, C14 forms of collaboration.
namespace houvast::detail {
namespace {

LocalizedText cells_listed(const std::vector<const NeedCell*>& cells) {
  LocalizedText text;
  for (const NeedCell* cell : cells) {
    const std::string names[] = {token("need", cell->need), token("age", cell->age),
                                 token("support", cell->support_level)};
    text.nl += (text.nl.empty() ? "" : "; ") + names[0] + " voor " + names[1] + " (" + names[2] + ")";
    text.en += (text.en.empty() ? "" : "; ") + names[0] + " for " + names[1] + " (" + names[2] + ")";
  }
  return text;
}

bool some_expected(const Vocabulary& vocabulary) {
  return std::any_of(vocabulary.terms().begin(), vocabulary.terms().end(), [](const Term& t) { return t.expected; });
}

}  // namespace

Finding check_needs(const CoverageContext& context) {
  Finding finding;
  finding.check = "C13";
  finding.questions = {"E6.2", "E5.2"};
  finding.title = {"Voor elke hulpvraag, leeftijd en zwaarte is er aanbod",
                   "There is an offer for every need, age and support level"};
  const std::int64_t many = context.thresholds().overlap;
  finding.rule = {
      "Elke verwachte hulpvraag heeft op elke verwachte leeftijd en elk verwacht niveau van ondersteuning "
      "minstens één aanbieder (anders een witte vlek), en minder dan " +
          std::to_string(many) + " organisaties (anders overlap).",
      "Every expected need has at least one offer at each expected age and support level (else a gap), and "
      "fewer than " +
          std::to_string(many) + " organisations (else an overlap)."};
  const Profile& profile = context.profile();
  if (!some_expected(profile.needs) || !some_expected(profile.ages) || !some_expected(profile.support_levels)) {
    return not_known(std::move(finding),
                     {"Dit profiel zegt niet welke hulpvragen, leeftijden en niveaus van ondersteuning er zijn.",
                      "This profile does not say which needs, ages and support levels there are."},
                     {"Noem ze in het profiel (needs, ages, support_levels, met expected) en vul bij elke partij het "
                      "aanbod in (kolom offers).",
                      "Name them in the profile (needs, ages, support_levels, with expected) and fill in every party's "
                      "offer (column offers)."});
  }
  const std::vector<NeedCell> cells = need_cells(context);
  if (std::any_of(cells.begin(), cells.end(), [](const NeedCell& cell) { return cell.state == "unknown"; })) {
    return not_known(std::move(finding), {"Wie wat aanbiedt, is niet gevraagd.", "Who offers what was not asked."},
                     {"Vul bij elke partij het aanbod in (kolom offers: hulpvraag/leeftijd/niveau).",
                      "Fill in every party's offer (column offers: need/age/support level)."});
  }
  std::vector<const NeedCell*> gaps, overlaps;
  for (const NeedCell& cell : cells) {
    if (!cell.expected) continue;
    const std::string id = cell.need + "/" + cell.age + "/" + cell.support_level;
    finding.evidence.push_back({"cell", id, cell.state, static_cast<double>(cell.providers.size()), ""});
    if (cell.state == "gap") gaps.push_back(&cell);
    if (cell.state != "overlap") continue;
    overlaps.push_back(&cell);
    for (const PartyId& party : cell.parties) {
      finding.evidence.push_back({"party", party.str(), "overlaps", std::nullopt, id});
    }
  }
  finding.status = !gaps.empty() ? Status::kMissing : !overlaps.empty() ? Status::kAttention : Status::kOk;
  if (!gaps.empty()) {
    const LocalizedText names = cells_listed(gaps);
    finding.sentence = {"Niemand biedt: " + names.nl + ".", "Nobody offers: " + names.en + "."};
  }
  if (!overlaps.empty()) {
    const LocalizedText names = cells_listed(overlaps);
    finding.sentence = joined(finding.sentence, {"Veel organisaties bieden: " + names.nl + ".",
                                                 "Many organisations offer: " + names.en + "."});
  }
  if (finding.sentence.nl.empty()) {
    finding.sentence = {"Voor elke hulpvraag, leeftijd en zwaarte is er aanbod, zonder veel overlap.",
                        "There is an offer for every need, age and support level, without much overlap."};
  }
  return finding;
}

Finding check_forms(const CoverageContext& context) {
  Finding finding;
  finding.check = "C14";
  finding.questions = {"F1", "F2", "F3"};
  finding.title = {"Elke onderwijssector werkt samen in een bekende vorm",
                   "Every education sector collaborates in a known form"};
  finding.rule = {
      "Elke sector die meedoet en waarvoor vormen F2 of F3 bestaan, gebruikt minstens één vorm van F1 tot en "
      "met F3.",
      "Every sector that takes part and for which forms F2 or F3 exist uses at least one form of F1 to F3."};
  std::map<std::string, std::pair<std::string, std::string>> variants;  // variant → form, sector
  std::set<std::string> sectors_with_forms;
  for (const FormOfCollaboration& form : forms_of_collaboration()) {
    for (const FormOfCollaboration::Variant& variant : form.variants) {
      variants[variant.id] = {form.id, variant.sector};
      if (!variant.sector.empty()) sectors_with_forms.insert(variant.sector);
    }
  }
  std::map<std::string, std::map<std::string, std::int64_t>> uses;  // sector → form → parties that take part in it
  bool some_form = false;
  for (std::size_t p = 0; p < context.parties().size(); ++p) {
    if (!context.takes_part[p]) continue;
    const Party& party = context.parties()[p];
    if (sectors_with_forms.contains(party.sector)) uses[party.sector];
  }
  for (std::size_t p = 0; p < context.parties().size(); ++p) {
    if (!context.takes_part[p]) continue;
    const Party& party = context.parties()[p];
    for (const std::string& id : party.forms) {
      some_form = true;
      const auto& [form, bound] = variants.at(id);
      const auto found = uses.find(bound.empty() ? party.sector : bound);
      if (found != uses.end()) ++found->second[form];
    }
  }
  if (uses.empty()) {
    return does_not_apply(std::move(finding), {"Er doet geen onderwijssector mee waarvoor vormen bestaan.",
                                               "No education sector takes part for which forms exist."});
  }
  if (!some_form) {
    return not_known(
        std::move(finding),
        {"In welke vormen wordt samengewerkt, is niet gevraagd.", "In which forms people collaborate was not asked."},
        {"Vul bij elke partij de vormen in waaraan zij meedoet (kolom forms, F1.1–F3.3).",
         "Fill in the forms that each party takes part in (column forms, F1.1–F3.3)."});
  }
  std::vector<std::string> without;
  for (const Term& term : context.profile().sectors.terms()) {
    const auto found = uses.find(term.id);
    if (found == uses.end()) continue;
    for (const FormOfCollaboration& form : forms_of_collaboration()) {
      const auto count = found->second.find(form.id);
      const double parties = count == found->second.end() ? 0 : static_cast<double>(count->second);
      finding.evidence.push_back({"form", form.id, parties > 0 ? "used" : "not_used", parties, term.id});
    }
    if (!found->second.empty()) continue;
    without.push_back(term.id);
    finding.evidence.push_back({"sector", term.id, "without_form", std::nullopt, ""});
  }
  finding.status = without.empty() ? Status::kOk : Status::kAttention;
  finding.sentence = without.empty() ? LocalizedText{"Elke onderwijssector werkt samen in een bekende vorm.",
                                                     "Every education sector collaborates in a known form."}
                                     : about("sector", without,
                                             {"noemt geen vorm van samenwerking", "noemen geen vorm van samenwerking",
                                              "names no form of collaboration", "name no form of collaboration"});
  return finding;
}

}  // namespace houvast::detail
