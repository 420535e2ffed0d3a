#include <algorithm>

#include "coverage/context.hpp"

// Checks on the whole network: C7 one connected whole, C10 no single point of failure.
namespace houvast::detail {
namespace {

std::string party_id(const CoverageContext& context, std::int32_t position) {
  return context
      .parties()[static_cast<std::size_t>(context.network->network.parties[static_cast<std::size_t>(position)])]
      .id.str();
}

}  // namespace

Finding check_connected(const CoverageContext& context) {
  Finding finding;
  finding.check = "C7";
  finding.questions = {"E6"};
  finding.title = {"Eén samenhangend geheel", "One connected whole"};
  finding.rule = {
      "Alle partijen zijn via contacten met elkaar verbonden; wie niets liet horen en door niemand is genoemd, telt "
      "als onbekend.",
      "All parties are connected through ties; who stayed silent and is named by nobody counts as unknown."};
  if (!context.network) return ties_not_measured(std::move(finding));
  const NetworkSummary& summary = *context.network;
  std::vector<std::string> isolated, unknown;
  for (const std::int32_t at : summary.isolated) isolated.push_back(party_id(context, at));
  for (const std::int32_t at : summary.unknown_ties) unknown.push_back(party_id(context, at));
  std::int64_t parts = 0;
  for (const std::int64_t size : summary.component_sizes) parts += size > 1 ? 1 : 0;
  finding.evidence.push_back({"count", "parts", "parts", static_cast<double>(parts), ""});
  finding.evidence.push_back({"count", "parties", "parties", static_cast<double>(summary.network.size()), ""});
  for (const std::string& id : isolated) finding.evidence.push_back({"party", id, "isolated", std::nullopt, ""});
  for (const std::string& id : unknown) finding.evidence.push_back({"party", id, "unknown_ties", std::nullopt, ""});
  if (!isolated.empty()) {
    const LocalizedText names = listed("party", isolated);
    const bool one = isolated.size() == 1;
    finding.sentence = {names.nl + (one ? " staat los van de rest." : " staan los van de rest."),
                        names.en + (one ? " stands apart from the rest." : " stand apart from the rest.")};
  }
  if (parts > 1) {
    finding.sentence.nl +=
        (finding.sentence.nl.empty() ? "" : " ") + ("Het netwerk valt uiteen in " + std::to_string(parts) + " delen.");
    finding.sentence.en += (finding.sentence.en.empty() ? "" : " ") +
                           ("The network falls apart into " + std::to_string(parts) + " parts.");
    const std::int64_t largest = std::max_element(summary.component_sizes.begin(), summary.component_sizes.end()) -
                                 summary.component_sizes.begin();
    for (std::size_t i = 0; i < summary.component.size(); ++i) {
      const auto part = static_cast<std::size_t>(summary.component[i]);
      if (summary.component[i] != largest && summary.component_sizes[part] > 1) {
        finding.evidence.push_back(
            {"party", party_id(context, static_cast<std::int32_t>(i)), "outside_largest_part", std::nullopt, ""});
      }
    }
  }
  if (!isolated.empty() || parts > 1) {
    finding.status = Status::kAttention;
  } else if (!unknown.empty()) {
    finding.status = Status::kUnknown;
    const LocalizedText names = listed("party", unknown);
    finding.sentence = {
        "Of " + names.nl + " verbonden is, is niet bekend: er kwam geen bericht van en niemand noemt deze partij.",
        "Whether " + names.en + " is connected is not known: no report came, and nobody names it."};
    finding.needed = {"Vraag deze partijen alsnog naar hun contacten.",
                      "Ask these parties about their ties after all."};
  } else {
    finding.status = Status::kOk;
    finding.sentence = {"Alle partijen zijn via contacten met elkaar verbonden.",
                        "All parties are connected through ties."};
  }
  return finding;
}

Finding check_single_failure(const CoverageContext& context) {
  Finding finding;
  finding.check = "C10";
  finding.questions = {"E3.5", "E3.1"};
  finding.title = {"Niemand is de enige schakel", "Nobody is the only link"};
  finding.rule = {
      "Geen partij die, als zij wegvalt, andere partijen losmaakt van de rest (een snijpunt van het netwerk).",
      "No party whose leaving would disconnect others from the rest (an articulation point)."};
  if (!context.network) return ties_not_measured(std::move(finding));
  LocalizedText text;
  for (const CutParty& cut : context.network->cut_parties) {
    const std::string id = party_id(context, cut.position);
    const auto index =
        static_cast<std::size_t>(context.network->network.parties[static_cast<std::size_t>(cut.position)]);
    const bool drives = context.parties()[index].has_role(context.profile().driving_role);
    finding.evidence.push_back({"party", id, "cut", static_cast<double>(cut.cut_off.size()), drives ? "driving" : ""});
    std::vector<std::string> others;
    for (const std::int32_t other : cut.cut_off) {
      others.push_back(party_id(context, other));
      finding.evidence.push_back({"party", others.back(), "cut_off", std::nullopt, id});
    }
    const LocalizedText names = listed("party", others);
    const std::string name = token("party", id);
    const bool one = others.size() == 1;
    text.nl += (text.nl.empty() ? "" : " ") + ("Als " + name + (drives ? " (kartrekker)" : "") + " wegvalt, " +
                                               (one ? "raakt " : "raken ") + names.nl + " los van de rest.");
    text.en += (text.en.empty() ? "" : " ") + ("If " + name + (drives ? " (driving force)" : "") + " leaves, " +
                                               names.en + (one ? " loses" : " lose") + " contact with the rest.");
  }
  const std::size_t silent = context.network->network.silent().size();
  if (context.network->network.asked_known || silent > 0) {
    finding.evidence.push_back({"count", "silent", "silent", static_cast<double>(silent), ""});
  }
  if (!text.nl.empty()) {
    finding.status = Status::kAttention;
    finding.sentence = text;
  } else if (!context.network->unknown_ties.empty()) {
    std::vector<std::string> unknown;
    for (const std::int32_t at : context.network->unknown_ties) unknown.push_back(party_id(context, at));
    const LocalizedText names = listed("party", unknown);
    return not_known(
        std::move(finding),
        {"Of " + names.nl + " van één partij afhangt, is niet bekend.",
         "Whether " + names.en + " depends on one party is not known."},
        {"Vraag deze partijen alsnog naar hun contacten.", "Ask these parties about their ties after all."});
  } else {
    finding.status = Status::kOk;
    finding.sentence = {"Geen partij raakt los van de rest als één ander wegvalt.",
                        "No party loses contact with the rest when one other leaves."};
  }
  return finding;
}

}  // namespace houvast::detail
