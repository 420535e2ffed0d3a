#include <algorithm>
#include <map>
#include <set>

#include "coverage/context.hpp"

// Checks on who is a member: C1 domains, C2 levels, C3 parents and young people, C4 the informal network.
namespace houvast::detail {
namespace {

// What is known of one group of parties: members, ties, answers.
struct Presence {
  std::vector<std::size_t> members;
  std::size_t tied = 0;
  std::size_t answered = 0;
};

template <class Fits>
Presence presence_of(const CoverageContext& context, const Fits& fits) {
  Presence presence;
  for (std::size_t p = 0; p < context.parties().size(); ++p) {
    if (!context.takes_part[p] || !fits(context.parties()[p])) continue;
    presence.members.push_back(p);
    presence.tied += context.ties_of(p) > 0 ? 1 : 0;
    presence.answered += context.answered[p] ? 1 : 0;
  }
  return presence;
}

// Whether some member does not tell its domain, level or perspective: what seems absent may then hide behind it.
bool some_without(const CoverageContext& context, std::string Party::*told) {
  for (std::size_t p = 0; p < context.parties().size(); ++p) {
    if (context.takes_part[p] && (context.parties()[p].*told).empty()) return true;
  }
  return false;
}

LocalizedText fill_domains() {
  return {"Vul bij elke partij het domein in (kolom domain).", "Fill in every party's domain (column domain)."};
}

}  // namespace

Finding check_domains(const CoverageContext& context) {
  Finding finding;
  finding.check = "C1";
  finding.questions = {"E6.2"};
  finding.title = {"Elk verwacht domein doet mee", "Every expected domain takes part"};
  finding.rule = {
      "Een verwacht domein is aanwezig als minstens één partij ervan meedoet; een partij is stil als zij is "
      "gevraagd en niets liet horen.",
      "An expected domain is present when at least one of its parties takes part; a party is silent when it was "
      "asked and gave neither an answer nor a report."};
  std::map<std::string, std::pair<std::size_t, std::size_t>> members;  // domain → members, silent
  const bool may_hide = some_without(context, &Party::domain);
  for (std::size_t p = 0; p < context.parties().size(); ++p) {
    if (!context.takes_part[p]) continue;
    const Party& party = context.parties()[p];
    auto& [count, silent] = members[party.domain];
    ++count;
    if (!context.is_silent(p)) continue;
    ++silent;
    finding.evidence.push_back({"party", party.id.str(), "silent", std::nullopt, party.domain});
  }
  std::vector<std::string> absent, all_silent;
  bool some_present = false;
  for (const Term& term : context.profile().domains.terms()) {
    const auto found = members.find(term.id);
    if (found != members.end()) {
      finding.evidence.push_back({"domain", term.id, "present", static_cast<double>(found->second.first), ""});
      some_present = true;
      if (found->second.first == found->second.second) all_silent.push_back(term.id);
    } else if (term.expected) {
      absent.push_back(term.id);
      finding.evidence.push_back({"domain", term.id, may_hide ? "undecided" : "absent", std::nullopt, ""});
    }
  }
  for (const std::string& id : all_silent) finding.evidence.push_back({"domain", id, "all_silent", std::nullopt, ""});
  const std::vector<std::string> silent = ids_with_role(finding, "silent");
  const bool unknown = may_hide && !absent.empty();
  if (unknown && !some_present) {
    finding.sentence = {"Van geen enkele partij is het domein bekend; welke domeinen meedoen, is dus niet te zien.",
                        "No party's domain is known, so which domains take part cannot be seen."};
  } else if (unknown) {
    finding.sentence =
        joined(about("domain", absent, {"is niet gevonden", "zijn niet gevonden", "was not found", "were not found"}),
               {"Niet van elke partij is het domein bekend.", "Not every party's domain is known."});
  } else {
    finding.sentence = about("domain", absent, {"ontbreekt", "ontbreken", "is missing", "are missing"});
  }
  finding.sentence =
      joined(finding.sentence, about("party", silent,
                                     {"is gevraagd maar liet niets horen", "zijn gevraagd maar lieten niets horen",
                                      "was asked but stayed silent", "were asked but stayed silent"}));
  finding.status = !absent.empty() && !may_hide ? Status::kMissing
                   : !silent.empty()            ? Status::kAttention
                   : unknown                    ? Status::kUnknown
                                                : Status::kOk;
  if (unknown) finding.needed = fill_domains();
  const bool heard = silent.empty() && context.study.data().asked_known;
  if (finding.sentence.nl.empty()) {
    finding.sentence = heard ? LocalizedText{"Alle verwachte domeinen doen mee en laten van zich horen.",
                                             "All expected domains take part and are heard."}
                             : LocalizedText{"Alle verwachte domeinen doen mee.", "All expected domains take part."};
  }
  if (silent.empty() && !heard) {
    finding.sentence = joined(finding.sentence, {"Wie gevraagd is maar niets liet horen, is niet te zien.",
                                                 "Who was asked but stayed silent cannot be seen."});
  }
  return finding;
}

Finding check_levels(const CoverageContext& context) {
  Finding finding;
  finding.check = "C2";
  finding.questions = {"E3"};
  finding.title = {"Uitvoering, beleid en bestuur doen mee in elk domein",
                   "Practice, policy and governance take part in every domain"};
  finding.rule = {"Elk aanwezig domein met niveaus heeft minstens één partij op elk verwacht niveau.",
                  "Every present domain with levels has at least one party at each expected level."};
  std::map<std::string, std::set<std::string>> levels;  // domain → levels present
  for (std::size_t p = 0; p < context.parties().size(); ++p) {
    if (!context.takes_part[p]) continue;
    const Party& party = context.parties()[p];
    levels[party.domain].insert(party.level);
  }
  // A party that does not tell its domain may be the one that is looked for.
  const std::set<std::string> homeless = levels.contains("") ? levels.at("") : std::set<std::string>{};
  bool missing = false, unknown = false, judged = false;
  LocalizedText text;
  for (const Term& domain : context.profile().domains.terms()) {
    const auto found = levels.find(domain.id);
    if (!domain.has_levels || found == levels.end()) continue;
    judged = true;
    std::vector<std::string> absent, undecided;
    for (const Term& level : context.profile().levels.terms()) {
      if (!level.expected || found->second.contains(level.id)) continue;
      const bool may_hide = found->second.contains("") || homeless.contains("") || homeless.contains(level.id);
      (may_hide ? undecided : absent).push_back(level.id);
      finding.evidence.push_back({"level", level.id, may_hide ? "undecided" : "absent", std::nullopt, domain.id});
    }
    missing = missing || !absent.empty();
    unknown = unknown || !undecided.empty();
    const std::string name = token("domain", domain.id);
    if (!absent.empty()) {
      const LocalizedText names = listed("level", absent);
      const bool one = absent.size() == 1;
      text = joined(text, {"In " + name + (one ? " doet " : " doen ") + names.nl + " niet mee.",
                           "In " + name + ", " + names.en + (one ? " does" : " do") + " not take part."});
    }
    if (!undecided.empty()) {
      const LocalizedText names = listed("level", undecided);
      const bool one = undecided.size() == 1;
      text = joined(text,
                    {"In " + name + " is niet bekend of " + names.nl + (one ? " meedoet." : " meedoen."),
                     "In " + name + " it is not known whether " + names.en + (one ? " takes part." : " take part.")});
    }
  }
  finding.status = missing   ? Status::kAttention
                   : unknown ? Status::kUnknown
                   : judged  ? Status::kOk
                             : Status::kNotApplicable;
  finding.sentence = text;
  if (unknown) {
    finding.needed = {"Vul bij elke partij het domein en het niveau in (kolommen domain en level).",
                      "Fill in every party's domain and level (columns domain and level)."};
  }
  if (!judged && levels.contains("")) {
    finding.status = Status::kUnknown;
    finding.sentence = {"Van geen partij met niveaus is het domein bekend.",
                        "Of no party with levels is the domain known."};
    finding.needed = fill_domains();
  }
  if (finding.status == Status::kOk) {
    finding.sentence = {"In elk domein doen uitvoering, beleid en bestuur mee.",
                        "Practice, policy and governance take part in every domain."};
  } else if (finding.status == Status::kNotApplicable) {
    finding.sentence = {"Geen van de domeinen kent niveaus.", "None of the domains has levels."};
  }
  return finding;
}

Finding check_family(const CoverageContext& context) {
  Finding finding;
  finding.check = "C3";
  finding.questions = {"E2.4", "E4.3", "E6.3"};
  finding.title = {"Ouders en jeugdigen doen mee, hebben contacten en hebben geantwoord",
                   "Parents and young people are members, have ties and have answered"};
  finding.rule = {
      "Elk van deze perspectieven heeft minstens één partij, met minstens één contact en minstens één antwoord.",
      "Each of these perspectives has at least one party, with at least one tie and at least one answer."};
  const std::vector<std::string>& families = context.profile().family_perspectives;
  if (families.empty()) {
    finding.status = Status::kNotApplicable;
    finding.sentence = {"Dit profiel noemt geen perspectief van ouders of jeugdigen.",
                        "This profile names no perspective of parents or young people."};
    return finding;
  }
  const bool may_hide = some_without(context, &Party::perspective);
  bool missing = false, attention = false, unknown = false, hidden = false;
  for (const std::string& family : families) {
    const Presence presence = presence_of(context, [&](const Party& party) { return party.perspective == family; });
    finding.evidence.push_back({"perspective", family, "members", static_cast<double>(presence.members.size()), ""});
    finding.evidence.push_back({"perspective", family, "tied", static_cast<double>(presence.tied), ""});
    finding.evidence.push_back({"perspective", family, "answered", static_cast<double>(presence.answered), ""});
    const std::string name = token("perspective", family);
    if (presence.members.empty() && may_hide) {
      hidden = true;
      finding.evidence.push_back({"perspective", family, "undecided", std::nullopt, ""});
      finding.sentence = joined(finding.sentence, {"Of perspectief " + name + " meedoet, is niet bekend.",
                                                   "Whether perspective " + name + " takes part is not known."});
      continue;
    }
    if (presence.members.empty()) {
      missing = true;
      finding.evidence.push_back({"perspective", family, "absent", std::nullopt, ""});
      finding.sentence =
          joined(finding.sentence, {"Perspectief " + name + " ontbreekt.", "Perspective " + name + " is missing."});
      continue;
    }
    if (!context.network) {
      unknown = true;
    } else if (presence.tied == 0) {
      attention = true;
      finding.evidence.push_back({"perspective", family, "untied", std::nullopt, ""});
      finding.sentence = joined(finding.sentence, {"Perspectief " + name + " heeft geen contacten.",
                                                   "Perspective " + name + " has no ties."});
    }
    if (!context.has_answers) {
      unknown = true;
    } else if (presence.answered == 0) {
      attention = true;
      finding.evidence.push_back({"perspective", family, "unanswered", std::nullopt, ""});
      finding.sentence = joined(finding.sentence, {"Van perspectief " + name + " heeft niemand geantwoord.",
                                                   "Nobody of perspective " + name + " has answered."});
    }
  }
  finding.status = missing             ? Status::kMissing
                   : attention         ? Status::kAttention
                   : unknown || hidden ? Status::kUnknown
                                       : Status::kOk;
  if (hidden) {
    finding.needed = {"Vul bij elke partij het perspectief in (kolom perspective).",
                      "Fill in every party's perspective (column perspective)."};
  } else if (unknown) {
    finding.needed = {"Vraag ook naar contacten en laat ouders en jeugdigen de vragen beantwoorden.",
                      "Also ask about ties, and have parents and young people answer the questions."};
  }
  if (finding.sentence.nl.empty()) {
    finding.sentence =
        unknown
            ? LocalizedText{"Ouders en jeugdigen doen mee; of zij contacten hebben en gehoord zijn, is niet gemeten.",
                            "Parents and young people are members; whether they have ties and were heard was not "
                            "measured."}
            : LocalizedText{"Ouders en jeugdigen doen mee, hebben contacten en hebben geantwoord.",
                            "Parents and young people are members, have ties and have answered."};
  }
  return finding;
}

Finding check_informal(const CoverageContext& context) {
  Finding finding;
  finding.check = "C4";
  finding.questions = {"E6.2"};
  finding.title = {"Het informele netwerk doet mee en heeft contacten",
                   "The informal network is a member and has ties"};
  finding.rule = {"Minstens één partij uit het informele netwerk doet mee, met minstens één contact.",
                  "At least one party of the informal network takes part, with at least one tie."};
  const std::string& domain = context.profile().informal_domain;
  const Term* term = context.profile().domains.term(domain);
  const Presence presence = presence_of(context, [&](const Party& party) { return party.domain == domain; });
  finding.evidence.push_back({"domain", domain, "members", static_cast<double>(presence.members.size()), ""});
  finding.evidence.push_back({"domain", domain, "tied", static_cast<double>(presence.tied), ""});
  const std::string name = token("domain", domain);
  if (presence.members.empty() && (term == nullptr || !term->expected)) {
    finding.status = Status::kNotApplicable;
    finding.sentence = {"Dit profiel verwacht geen informeel netwerk.", "This profile expects no informal network."};
  } else if (presence.members.empty() && some_without(context, &Party::domain)) {
    finding.status = Status::kUnknown;
    finding.evidence.push_back({"domain", domain, "undecided", std::nullopt, ""});
    finding.sentence = {"Of " + name + " meedoet, is niet bekend: niet van elke partij is het domein ingevuld.",
                        "Whether " + name + " takes part is not known: not every party's domain is filled in."};
    finding.needed = fill_domains();
  } else if (presence.members.empty()) {
    finding.status = Status::kMissing;
    finding.evidence.push_back({"domain", domain, "absent", std::nullopt, ""});
    finding.sentence = {name + " doet niet mee.", name + " does not take part."};
  } else if (!context.network) {
    finding.status = Status::kUnknown;
    finding.sentence = {name + " doet mee; contacten zijn niet gemeten.",
                        name + " takes part; ties were not measured."};
    finding.needed = {"Vraag naar contacten (tabel ties).", "Ask about ties (table ties)."};
  } else if (presence.tied == 0) {
    finding.status = Status::kAttention;
    for (const std::size_t p : presence.members) {
      finding.evidence.push_back({"party", context.parties()[p].id.str(), "untied", std::nullopt, domain});
    }
    finding.sentence = {name + " doet mee, maar heeft met niemand contact.",
                        name + " takes part but has no tie with anyone."};
  } else {
    finding.status = Status::kOk;
    finding.sentence = {name + " doet mee: " + plural(presence.tied, "partij heeft", "partijen hebben") + " contacten.",
                        name + " takes part: " + plural(presence.tied, "party has", "parties have") + " ties."};
  }
  return finding;
}

}  // namespace houvast::detail
