#include <algorithm>
#include <cmath>

#include "coverage/context.hpp"
#include "houvast/base/random.hpp"
#include "houvast/graph/centrality.hpp"
#include "houvast/scoring/intervals.hpp"

// Checks on who is heard: C11 equal voice, C17 response. Numbers stay in the evidence; the sentences carry none, so
// that no small group can be counted from them.
namespace houvast::detail {
namespace {

constexpr std::int64_t kResamples = 400;
constexpr std::int64_t kFewest = 5;  // parties or people asked below which a perspective's voice is not judged

// What one perspective puts in and is heard of.
struct Group {
  std::string id;
  std::vector<std::size_t> members{};  // parties
  std::int64_t asked = 0;              // people
  std::int64_t answered = 0;
};

// One per perspective with members, in the profile's order; parties without a perspective come last, under "".
std::vector<Group> groups_of(const CoverageContext& context) {
  std::vector<Group> groups;
  for (const Term& term : context.profile().perspectives.terms()) groups.push_back({term.id});
  groups.push_back({""});
  const auto group_of = [&](const std::string& id) -> Group& {
    return *std::find_if(groups.begin(), groups.end() - 1, [&](const Group& group) { return group.id == id; });
  };
  for (std::size_t p = 0; p < context.parties().size(); ++p) {
    if (!context.takes_part[p]) continue;
    Group& group = group_of(context.parties()[p].perspective);
    group.members.push_back(p);
    group.asked += context.parties()[p].asked;
  }
  for (const std::int32_t respondent : context.study.responses(context.wave_index).respondents()) {
    const auto party = static_cast<std::size_t>(context.study.party_of(respondent));
    ++group_of(context.parties()[party].perspective).answered;
  }
  std::erase_if(groups, [](const Group& group) { return group.members.empty(); });
  return groups;
}

double share(double part, double whole) {
  return whole > 0 ? part / whole : std::nan("");
}

// Mean of a group over the mean of all, with a percentile interval from drawing parties anew within each perspective.
struct Parity {
  double index = std::nan("");
  double low = std::nan("");
  double high = std::nan("");
};

using Values = std::vector<double>;  // one per party

// The parity of every group (outer) in every measure (inner). The same drawn parties serve all measures.
std::vector<std::vector<Parity>> parities(const std::vector<Group>& groups, const std::vector<Values>& measures,
                                          std::uint64_t seed) {
  const std::size_t n = groups.size(), m = measures.size();
  double members = 0;
  for (const Group& group : groups) members += static_cast<double>(group.members.size());
  std::vector<double> sums(n * m);  // group after group
  const auto index = [&](std::size_t g, std::size_t k) {
    double all = 0;
    for (std::size_t h = 0; h < n; ++h) all += sums[h * m + k];
    return share(sums[g * m + k], all) / (static_cast<double>(groups[g].members.size()) / members);
  };
  for (std::size_t g = 0; g < n; ++g) {
    for (std::size_t k = 0; k < m; ++k) {
      for (const std::size_t p : groups[g].members) sums[g * m + k] += measures[k][p];
    }
  }
  std::vector<std::vector<Parity>> result(n, std::vector<Parity>(m));
  for (std::size_t g = 0; g < n; ++g) {
    for (std::size_t k = 0; k < m; ++k) result[g][k].index = index(g, k);
  }
  std::vector<std::vector<double>> drawn(n * m);
  Random random(seed);
  for (std::int64_t sample = 0; sample < kResamples; ++sample) {
    std::fill(sums.begin(), sums.end(), 0.0);
    for (std::size_t g = 0; g < n; ++g) {
      const std::vector<std::size_t>& from = groups[g].members;
      for (std::size_t i = 0; i < from.size(); ++i) {
        const std::size_t p = from[random.below(from.size())];
        for (std::size_t k = 0; k < m; ++k) sums[g * m + k] += measures[k][p];
      }
    }
    for (std::size_t g = 0; g < n; ++g) {
      for (std::size_t k = 0; k < m; ++k) {
        if (const double value = index(g, k); std::isfinite(value)) drawn[g * m + k].push_back(value);
      }
    }
  }
  for (std::size_t g = 0; g < n; ++g) {
    for (std::size_t k = 0; k < m; ++k) {
      std::vector<double>& values = drawn[g * m + k];
      if (values.empty()) continue;
      std::sort(values.begin(), values.end());
      const auto last = static_cast<double>(values.size() - 1);
      result[g][k].low = values[static_cast<std::size_t>(std::lround(0.025 * last))];
      result[g][k].high = values[static_cast<std::size_t>(std::lround(0.975 * last))];
    }
  }
  return result;
}

Finding perspectives_not_known(Finding finding) {
  return not_known(std::move(finding),
                   {"Van geen partij is het perspectief bekend.", "No party's perspective is known."},
                   {"Vul bij elke partij het perspectief in (kolom perspective).",
                    "Fill in every party's perspective (column perspective)."});
}

// Takes the parties without a perspective out; returns whether there were any.
bool without_unknown(std::vector<Group>& groups) {
  return std::erase_if(groups, [](const Group& group) { return group.id.empty(); }) > 0;
}

}  // namespace

Finding check_voice(const CoverageContext& context) {
  Finding finding;
  finding.check = "C11";
  finding.questions = {"E6.3"};
  finding.title = {"Elk perspectief heeft een gelijkwaardige stem", "Every perspective has an equal voice"};
  const double limit = context.thresholds().parity;
  finding.rule = {
      "Gelijkheid = aandeel in antwoorden, contacten of tussenposities (betweenness), gedeeld door het aandeel in de "
      "gevraagde mensen of in de partijen. Een stem is klein onder " +
          percent(limit) +
          "% van het eigen aandeel, als ook het hele 95%-interval onder gelijk (1) ligt, bij minstens vijf gevraagde "
          "mensen "
          "of partijen.",
      "Parity = share of answers, ties or in-between positions (betweenness), divided by the share of the people asked "
      "or "
      "of the parties. A voice is small below " +
          percent(limit) +
          "% of its own share, when the whole 95% interval lies below equal (1) too, with at least five people asked "
          "or "
          "parties."};
  std::vector<Group> groups = groups_of(context);
  const bool some_unknown = without_unknown(groups);
  if (groups.empty()) return perspectives_not_known(std::move(finding));
  if (groups.size() == 1 && !some_unknown) {
    return does_not_apply(std::move(finding),
                          {"Er doet maar één perspectief mee.", "Only one perspective takes part."});
  }
  double members = 0;
  std::int64_t asked = 0, answered = 0;
  for (const Group& group : groups) {
    members += static_cast<double>(group.members.size());
    asked += group.asked;
    answered += group.answered;
  }
  std::vector<std::string> small;
  const auto add = [&](const Group& group, const std::string& name, double value) {
    if (std::isfinite(value)) finding.evidence.push_back({"perspective", group.id, name, value, ""});
  };
  const auto judge = [&](const Group& group, const std::string& measure, const Parity& parity, std::int64_t n) {
    add(group, "parity_" + measure, parity.index);
    add(group, "parity_" + measure + "_low", parity.low);
    add(group, "parity_" + measure + "_high", parity.high);
    if (n < kFewest || !(parity.index < limit) || !(parity.high < 1)) return;
    finding.evidence.push_back({"perspective", group.id, "small_voice", parity.index, measure});
    if (std::find(small.begin(), small.end(), group.id) == small.end()) small.push_back(group.id);
  };
  for (const Group& group : groups) {
    add(group, "share_of_members", share(static_cast<double>(group.members.size()), members));
    add(group, "share_of_asked", share(static_cast<double>(group.asked), static_cast<double>(asked)));
    if (answered == 0) continue;
    const double fair = share(static_cast<double>(group.asked), static_cast<double>(asked));
    const Estimate answers = stats::wilson_interval(group.answered, answered);
    add(group, "share_of_answers", answers.value);
    if (fair > 0) {
      judge(group, "answers", {answers.value / fair, answers.interval->low / fair, answers.interval->high / fair},
            group.asked);
    }
  }
  if (context.network) {
    std::vector<double> ties(context.parties().size()), between(context.parties().size());
    const std::vector<double> betweenness = graph::betweenness(context.network->graph);
    for (std::size_t p = 0; p < context.parties().size(); ++p) {
      if (!context.position[p]) continue;
      const auto place = static_cast<std::size_t>(*context.position[p]);
      ties[p] =
          static_cast<double>(context.network->in_degree[place]);  // what others say too, so that silence counts less
      between[p] = betweenness[place];
    }
    const auto found = parities(groups, {ties, between}, context.seed());
    for (std::size_t g = 0; g < groups.size(); ++g) {
      const auto n = static_cast<std::int64_t>(groups[g].members.size());
      const double fair = share(static_cast<double>(n), members);
      add(groups[g], "share_of_ties", found[g][0].index * fair);
      add(groups[g], "share_of_betweenness", found[g][1].index * fair);
      judge(groups[g], "ties", found[g][0], n);
      judge(groups[g], "betweenness", found[g][1], n);
    }
  }
  const bool whole = answered > 0 && context.network && !some_unknown;
  finding.status = !small.empty() ? Status::kAttention : whole ? Status::kOk : Status::kUnknown;
  finding.sentence = about(
      "perspective", small,
      {"klinkt minder door dan past bij het aandeel van dit perspectief",
       "klinken minder door dan past bij het aandeel van deze perspectieven",
       "is heard less than fits this perspective's share", "are heard less than fits these perspectives' shares"});
  if (!whole) {
    finding.sentence = joined(finding.sentence, {"Niet van elke stem is bekend hoe zij doorklinkt.",
                                                 "It is not known of every voice how it is heard."});
    finding.needed = {
        "Vul bij elke partij het perspectief in, laat elk perspectief antwoorden en vraag naar contacten.",
        "Fill in every party's perspective, have every perspective answer, and ask about ties."};
  } else if (small.empty()) {
    finding.sentence = {"Elk perspectief klinkt ongeveer zo sterk door als past bij zijn aandeel.",
                        "Every perspective is heard about as much as fits its share."};
  }
  return finding;
}

Finding check_response(const CoverageContext& context) {
  Finding finding;
  finding.check = "C17";
  finding.questions = {"E4.3"};
  finding.title = {"Wie gevraagd is, heeft geantwoord", "Those who were asked have answered"};
  const double limit = context.thresholds().response;
  finding.rule = {"Van elk gevraagd perspectief antwoordde minstens " + percent(limit) +
                      "%. Wat niemand hoorde (1 min de respons) is hoeveel een aandeel over alle gevraagden hoogstens "
                      "kan afwijken.",
                  "Of every perspective that was asked, at least " + percent(limit) +
                      "% answered. What nobody heard (1 minus the response) is how far a share over all those asked "
                      "can be off at most."};
  const auto& waves = context.study.waves();
  if (waves[static_cast<std::size_t>(context.wave_index)].instruments.empty() && !context.has_answers) {
    return does_not_apply(std::move(finding), {"In deze ronde zijn geen vragenlijsten gebruikt.",
                                               "No questionnaires were used in this wave."});
  }
  std::vector<Group> groups = groups_of(context);
  std::int64_t asked = 0, answered = 0;
  for (const Group& group : groups) {
    asked += group.asked;
    answered += group.answered;
  }
  const bool some_unknown = without_unknown(groups);
  if (!context.has_answers) {
    return not_known(std::move(finding), {"In deze ronde zijn nog geen antwoorden.", "This wave has no answers yet."},
                     {"Laat de gevraagde mensen de vragen beantwoorden (tabel answers).",
                      "Have the people asked answer the questions (table answers)."});
  }
  if (groups.empty()) return perspectives_not_known(std::move(finding));
  std::vector<std::string> nobody, few;
  for (const Group& group : groups) {
    if (group.asked == 0) continue;
    const auto of = static_cast<double>(group.asked), heard = static_cast<double>(group.answered);
    const double response = heard / of;
    const double weight_asked = of / static_cast<double>(asked), weight = heard / static_cast<double>(answered);
    finding.evidence.push_back({"perspective", group.id, "asked", of, ""});
    finding.evidence.push_back({"perspective", group.id, "answered", heard, ""});
    finding.evidence.push_back({"perspective", group.id, "response", response, ""});
    finding.evidence.push_back({"perspective", group.id, "unheard", 1 - response, ""});
    finding.evidence.push_back({"perspective", group.id, "weight_difference", weight - weight_asked, ""});
    if (response >= limit && group.answered > 0) continue;
    (group.answered == 0 ? nobody : few).push_back(group.id);
    finding.evidence.push_back(
        {"perspective", group.id, group.answered == 0 ? "nobody_answered" : "few_answered", response, ""});
  }
  for (std::size_t p = 0; p < context.parties().size(); ++p) {
    if (!context.is_silent(p)) continue;
    finding.evidence.push_back({"party", context.parties()[p].id.str(), "silent", std::nullopt, ""});
  }
  finding.evidence.push_back(
      {"count", "response", "response", share(static_cast<double>(answered), static_cast<double>(asked)), ""});
  finding.evidence.push_back(
      {"count", "unheard", "unheard", 1 - share(static_cast<double>(answered), static_cast<double>(asked)), ""});
  finding.status = !nobody.empty() ? Status::kMissing
                   : !few.empty()  ? Status::kAttention
                   : some_unknown  ? Status::kUnknown
                                   : Status::kOk;
  for (const std::string& id : nobody) {
    finding.sentence = joined(finding.sentence, {"Van perspectief " + token("perspective", id) + " antwoordde niemand.",
                                                 "Nobody of perspective " + token("perspective", id) + " answered."});
  }
  for (const std::string& id : few) {
    finding.sentence =
        joined(finding.sentence, {"Van perspectief " + token("perspective", id) + " antwoordde minder dan " +
                                      percent(limit) + "%: cijfers over iedereen zeggen minder over dit perspectief.",
                                  "Of perspective " + token("perspective", id) + " less than " + percent(limit) +
                                      "% answered: numbers about everybody say less about this perspective."});
  }
  if (some_unknown) {
    finding.sentence = joined(finding.sentence, {"Van een deel van de partijen is het perspectief niet bekend.",
                                                 "Of some parties the perspective is not known."});
    finding.needed = {"Vul bij elke partij het perspectief in (kolom perspective).",
                      "Fill in every party's perspective (column perspective)."};
  }
  if (finding.sentence.nl.empty()) {
    finding.sentence = {"Elk perspectief dat is gevraagd, heeft voldoende geantwoord.",
                        "Every perspective that was asked answered well enough."};
  }
  return finding;
}

}  // namespace houvast::detail
