#include <algorithm>

#include "coverage/context.hpp"
#include "coverage/expertise.hpp"

// Check on who can be reached for what: C12.
namespace houvast::detail {
namespace {

constexpr std::size_t kMostListed = 3;  // longer lists are counted in the sentence; the evidence has them all

}  // namespace

Finding check_reach(const CoverageContext& context) {
  Finding finding;
  finding.check = "C12";
  finding.questions = {"P2", "E2.2"};
  finding.title = {"Elke expertise is bereikbaar, allereerst voor kind en gezin",
                   "Every expertise can be reached, first of all by child and family"};
  const std::int64_t steps = context.thresholds().steps;
  finding.rule = {"Vanuit elke partij, allereerst die van ouders en jeugdigen, is elke expertise binnen " +
                      std::to_string(steps) + " contacten bereikbaar.",
                  "From every party, first of all those of parents and young people, each expertise can be reached "
                  "within " +
                      std::to_string(steps) + " ties."};
  const std::vector<Expertise> all = expertise_of(context);
  const bool some_named = std::any_of(all.begin(), all.end(), [](const Expertise& e) { return !e.parties.empty(); });
  if (!some_named) {
    return not_known(std::move(finding),
                     {"Wie welke expertise heeft, is niet gevraagd.", "Who has which expertise was not asked."},
                     {"Vraag elke partij naar haar expertise (kolom expertise).",
                      "Ask every party about its expertise (column expertise)."});
  }
  std::vector<std::string> absent;
  for (const Expertise& each : all) {
    finding.evidence.push_back({"expertise", each.name, each.parties.empty() ? "absent" : "present",
                                static_cast<double>(each.parties.size()), ""});
    if (each.parties.empty()) absent.push_back(each.name);
  }
  LocalizedText text = about(
      "expertise", absent,
      {"wordt door niemand geboden", "worden door niemand geboden", "is offered by nobody", "are offered by nobody"});
  if (!context.network) {
    if (absent.empty()) return ties_not_measured(std::move(finding));
    finding.status = Status::kMissing;
    finding.sentence = text;
    return finding;
  }
  const std::vector<std::string>& families = context.profile().family_perspectives;
  const auto is_family = [&](std::size_t p) {
    return std::find(families.begin(), families.end(), context.parties()[p].perspective) != families.end();
  };
  std::vector<std::size_t> starts;
  for (std::size_t p = 0; p < context.parties().size(); ++p) {
    if (context.takes_part[p]) starts.push_back(p);
  }
  const auto others = std::stable_partition(starts.begin(), starts.end(), is_family);
  const bool families_there = families.empty() || others != starts.begin();
  bool out_of_reach = false;
  std::vector<std::string> undecided;
  for (const std::size_t p : starts) {
    const std::string id = context.parties()[p].id.str();
    if (context.ties_of(p) == 0 && !context.network->network.reported[static_cast<std::size_t>(*context.position[p])]) {
      undecided.push_back(id);
      finding.evidence.push_back({"party", id, "undecided", std::nullopt, ""});
      continue;
    }
    const std::vector<bool> reached = within(context, p, steps);
    std::vector<std::string> lacking;
    for (const Expertise& each : all) {
      const bool near =
          std::any_of(each.parties.begin(), each.parties.end(), [&](std::size_t holder) { return reached[holder]; });
      if (near || each.parties.empty()) continue;
      lacking.push_back(each.name);
      finding.evidence.push_back({"party", id, "cannot_reach", std::nullopt, each.name});
    }
    if (lacking.empty()) continue;
    out_of_reach = true;
    const std::string name = token("party", id), count = std::to_string(lacking.size());
    const LocalizedText names = lacking.size() <= kMostListed
                                    ? listed("expertise", lacking)
                                    : LocalizedText{count + " soorten expertise", count + " kinds of expertise"};
    text = joined(text, {"Vanuit " + name + " is niet bereikbaar: " + names.nl + ".",
                         "Out of reach from " + name + ": " + names.en + "."});
  }
  text = joined(text, about("party", undecided,
                            {"meldde niets over contacten, zodat het bereik niet bekend is",
                             "meldden niets over contacten, zodat het bereik niet bekend is",
                             "did not report on ties, so that the reach is not known",
                             "did not report on ties, so that the reach is not known"}));
  const bool known = undecided.empty() && families_there;
  finding.status = !absent.empty() ? Status::kMissing
                   : out_of_reach  ? Status::kAttention
                   : known         ? Status::kOk
                                   : Status::kUnknown;
  if (!families_there) {
    text = joined(text, {"Ouders en jeugdigen doen niet mee, dus hun bereik is niet bekend.",
                         "Parents and young people do not take part, so their reach is not known."});
  }
  if (!known) {
    finding.needed = {
        "Laat ouders en jeugdigen meedoen en vraag wie niets meldde met wie zij contact heeft.",
        "Have parents and young people take part, and ask those who did not report whom they have ties with."};
  }
  finding.sentence = text.nl.empty() ? LocalizedText{"Vanuit elke partij is elke expertise bereikbaar.",
                                                     "Every expertise can be reached from every party."}
                                     : text;
  return finding;
}

}  // namespace houvast::detail
