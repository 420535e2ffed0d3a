#include <algorithm>
#include <map>

#include "coverage/context.hpp"
#include "houvast/instrument/scale.hpp"

// Checks on who does what, and why: C5 kartrekkers, C6 mandates, C18 motives.
namespace houvast::detail {
namespace {

Finding organisations_not_known(Finding finding) {
  return not_known(std::move(finding),
                   {"Van geen partij is bekend bij welke organisatie zij hoort.",
                    "It is not known of any party which organisation it belongs to."},
                   {"Vul bij elke partij de organisatie in (kolom organisation).",
                    "Fill in every party's organisation (column organisation)."});
}

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
    for (const std::string& word : context.parties()[p].mandates) {
      Decision& found = decision(word);
      const std::string id = context.parties()[p].id.str();
      const bool listed_before = std::find(found.holders.begin(), found.holders.end(), id) != found.holders.end();
      if (context.takes_part[p] && !listed_before) found.holders.push_back(id);
    }
  }
  return decisions;
}

// Whether a party's motives are known: from the roster, or because somebody answered a question on motives with "yes".
std::vector<bool> known_motives(const CoverageContext& context) {
  std::vector<bool> known(context.parties().size());
  for (std::size_t p = 0; p < known.size(); ++p) known[p] = !context.parties()[p].motives.empty();
  const WaveResponses& responses = context.study.responses(context.wave_index);
  for (std::size_t q = 0; q < context.study.questions().size(); ++q) {
    const QuestionRef& ref = context.study.questions()[q];
    if (ref.instrument->id() != InstrumentId("samen-beter") || ref.question->element != ElementId("M")) continue;
    const auto column = responses.column(static_cast<std::int64_t>(q));
    for (std::size_t row = 0; row < column.size(); ++row) {
      if (column[row] >= kFirstState || !ref.scale->is_top(ref.scale->min() + column[row])) continue;
      known[static_cast<std::size_t>(context.study.party_of(responses.respondents()[row]))] = true;
    }
  }
  return known;
}

}  // namespace

Finding check_driving(const CoverageContext& context) {
  Finding finding;
  finding.check = "C5";
  finding.questions = {"E3.1"};
  finding.title = {"Elke organisatie noemt een kartrekker", "Every organisation names a driving force"};
  finding.rule = {
      "Elke organisatie die meedoet heeft minstens één partij met de rol kartrekker; wie bij geen organisatie hoort, "
      "telt niet mee.",
      "Every organisation that takes part has at least one party in the role of driving force; parties that belong to "
      "no organisation are left out."};
  if (context.organisations.empty()) return organisations_not_known(std::move(finding));
  const std::string& role = context.profile().driving_role;
  std::vector<std::string> without;
  bool some_role = false;
  for (const OrganisationMembers& each : context.organisations) {
    std::vector<std::string> drivers;
    for (const std::size_t p : each.parties) {
      some_role = some_role || !context.parties()[p].roles.empty();
      if (context.parties()[p].has_role(role)) drivers.push_back(context.parties()[p].id.str());
    }
    for (const std::string& id : drivers) finding.evidence.push_back({"party", id, "driving", std::nullopt, each.id});
    if (!drivers.empty()) continue;
    without.push_back(each.spokesman(context.parties()));
    finding.evidence.push_back({"organisation", each.id, "without_driving", std::nullopt, ""});
  }
  finding.evidence.push_back(
      {"count", "organisations", "organisations", static_cast<double>(context.organisations.size()), ""});
  if (!some_role) {
    return not_known(std::move(finding),
                     {"Van geen enkele partij is een rol bekend.", "No role is known of any party."},
                     {"Vul in wie kartrekker is (kolom roles).", "Fill in who is a driving force (column roles)."});
  }
  finding.status = without.empty() ? Status::kOk : Status::kAttention;
  finding.sentence =
      without.empty()
          ? LocalizedText{"Elke organisatie noemt een kartrekker.", "Every organisation names a driving force."}
          : about(
                "organisation", without,
                {"noemt geen kartrekker", "noemen geen kartrekker", "names no driving force", "name no driving force"});
  return finding;
}

Finding check_mandates(const CoverageContext& context) {
  Finding finding;
  finding.check = "C6";
  finding.questions = {"E3.4"};
  finding.title = {"Van elke beslissing is duidelijk wie het mandaat heeft",
                   "For every decision it is clear who has the mandate"};
  finding.rule = {
      "Elke beslissing die het profiel of een partij noemt, heeft precies één partij met mandaat; wie mandaathouder "
      "is, "
      "noemt waarvoor.",
      "Every decision that the profile or a party names has exactly one party with a mandate; a mandate holder names "
      "what for."};
  std::vector<std::string> nobody, rivals, nameless;
  bool some_mandate = false;
  LocalizedText text;
  const std::vector<Decision> decisions = decisions_of(context);
  for (const Party& party : context.parties()) some_mandate = some_mandate || !party.mandates.empty();
  for (const Decision& each : decisions) {
    const std::string role = each.holders.empty() ? "nobody" : each.holders.size() == 1 ? "held" : "rivals";
    finding.evidence.push_back({"decision", each.name, role, static_cast<double>(each.holders.size()), ""});
    for (const std::string& id : each.holders) {
      finding.evidence.push_back({"party", id, each.holders.size() == 1 ? "holder" : "rival", std::nullopt, each.name});
    }
    if (each.holders.empty()) nobody.push_back(each.name);
    if (each.holders.size() < 2) continue;
    rivals.push_back(each.name);
    const LocalizedText names = listed("party", each.holders);
    const std::string what = token("decision", each.name);
    text = joined(text, {"Over ‘" + what + "’ zeggen " + names.nl + " elk te mogen beslissen.",
                         "On ‘" + what + "’, " + names.en + " each say that they may decide."});
  }
  const std::string& role = context.profile().mandate_role;
  for (std::size_t p = 0; p < context.parties().size(); ++p) {
    const Party& party = context.parties()[p];
    if (!context.takes_part[p] || role.empty() || !party.has_role(role) || !party.mandates.empty()) continue;
    nameless.push_back(party.id.str());
    finding.evidence.push_back({"party", party.id.str(), "mandate_not_named", std::nullopt, ""});
  }
  if (!some_mandate) {
    return not_known(
        std::move(finding),
        {"Wie welke beslissing mag nemen, is niet vastgelegd.", "Who may take which decision was not recorded."},
        {"Vul in welke beslissingen elke partij mag nemen (kolom mandates), en in het profiel welke "
         "beslissingen er zijn (decisions).",
         "Fill in which decisions each party may take (column mandates), and in the profile which "
         "decisions there are (decisions)."});
  }
  text =
      joined(about("decision", nobody,
                   {"is een beslissing zonder partij met mandaat", "zijn beslissingen zonder partij met mandaat",
                    "is a decision that no party has a mandate for", "are decisions that no party has a mandate for"}),
             text);
  text = joined(
      text, about("party", nameless,
                  {"is mandaathouder, maar niet bekend is waarvoor", "zijn mandaathouder, maar niet bekend is waarvoor",
                   "holds a mandate, but for what is not known", "hold a mandate, but for what is not known"}));
  finding.status = !nobody.empty()     ? Status::kMissing
                   : !rivals.empty()   ? Status::kAttention
                   : !nameless.empty() ? Status::kUnknown
                                       : Status::kOk;
  finding.sentence = text.nl.empty() ? LocalizedText{"Van elke genoemde beslissing is duidelijk wie het mandaat heeft.",
                                                     "For every decision named it is clear who has the mandate."}
                                     : text;
  if (!nameless.empty()) {
    finding.needed = {"Vul bij elke mandaathouder de beslissingen in (kolom mandates).",
                      "Fill in the decisions of every mandate holder (column mandates)."};
  }
  return finding;
}

Finding check_motives(const CoverageContext& context) {
  Finding finding;
  finding.check = "C18";
  finding.questions = {"S14"};
  finding.title = {"Motieven zijn bekend, ook van elkaar", "Motives are known, also of each other"};
  const double threshold = context.thresholds().mutual;
  finding.rule = {"Van elke organisatie is minstens één motief bekend, en van minstens " + percent(threshold) +
                      "% van de contacten kennen beide kanten elkaars motieven.",
                  "At least one motive is known of every organisation, and in at least " + percent(threshold) +
                      "% of the ties both sides know each other's motives."};
  if (context.organisations.empty()) return organisations_not_known(std::move(finding));
  const std::vector<bool> known = known_motives(context);
  std::vector<std::string> without;
  std::size_t with = 0;
  bool some_known = false, told_of_each_other = false;
  for (const OrganisationMembers& each : context.organisations) {
    const bool is_known =
        std::any_of(each.parties.begin(), each.parties.end(), [&](std::size_t p) { return known[p]; });
    with += is_known ? 1 : 0;
    some_known = some_known || is_known;
    if (is_known) continue;
    without.push_back(each.spokesman(context.parties()));
    finding.evidence.push_back({"organisation", each.id, "motives_not_known", std::nullopt, ""});
  }
  finding.evidence.push_back({"count", "organisations_known", "organisations_known", static_cast<double>(with), ""});
  for (std::size_t p = 0; p < context.parties().size(); ++p) {
    told_of_each_other =
        told_of_each_other || (context.takes_part[p] && !context.parties()[p].knows_motives_of.empty());
  }
  bool too_few = false;
  if (told_of_each_other && context.network) {
    std::int64_t mutual = 0, ties = 0;
    const auto knows = [](const Party& a, const Party& b) {
      return std::find(a.knows_motives_of.begin(), a.knows_motives_of.end(), b.id) != a.knows_motives_of.end();
    };
    std::vector<Evidence> lacking;
    for (const Network::Tie& tie : context.network->network.ties) {
      const Party &a = context.at(tie.from), &b = context.at(tie.to);
      ++ties;
      mutual += knows(a, b) && knows(b, a) ? 1 : 0;
      if (!knows(a, b)) lacking.push_back({"party", a.id.str(), "does_not_know_motives_of", std::nullopt, b.id.str()});
      if (!knows(b, a)) lacking.push_back({"party", b.id.str(), "does_not_know_motives_of", std::nullopt, a.id.str()});
    }
    finding.evidence.push_back({"count", "ties_mutual", "ties_mutual", static_cast<double>(mutual), ""});
    finding.evidence.push_back({"count", "ties", "ties", static_cast<double>(ties), ""});
    too_few = static_cast<double>(mutual) < threshold * static_cast<double>(ties);
    if (too_few) finding.evidence.insert(finding.evidence.end(), lacking.begin(), lacking.end());
  }
  const LocalizedText ask_motives{"Vraag elke organisatie naar haar motieven (kolom motives, M1–M5).",
                                  "Ask every organisation about its motives (column motives, M1–M5)."};
  const LocalizedText ask_known{
      "Vraag elke partij van wie zij de motieven kent (kolom knows_motives_of) en met wie zij werkt.",
      "Ask every party whose motives it knows (column knows_motives_of) and whom it works with."};
  if (!some_known) {
    return not_known(std::move(finding), {"Naar motieven is niet gevraagd.", "Motives were not asked about."},
                     ask_motives);
  }
  LocalizedText text = about("organisation", without,
                             {"heeft nog geen motief genoemd", "hebben nog geen motief genoemd",
                              "has named no motive yet", "have named no motive yet"});
  if (too_few) {
    text = joined(text, {"Wie met elkaar werkt, kent lang niet altijd elkaars motieven.",
                         "Those who work together often do not know each other's motives."});
  }
  const bool asked_both = told_of_each_other && context.network.has_value();
  if (!asked_both) {
    text = joined(text, {"Of partijen elkaars motieven kennen, is niet gevraagd.",
                         "Whether parties know each other's motives was not asked."});
    finding.needed = ask_known;
  }
  finding.status = !without.empty() || too_few ? Status::kAttention : asked_both ? Status::kOk : Status::kUnknown;
  finding.sentence =
      text.nl.empty() ? LocalizedText{"Motieven zijn bekend, ook van elkaar.", "Motives are known, also of each other."}
                      : text;
  return finding;
}

}  // namespace houvast::detail
