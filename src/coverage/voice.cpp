#include "houvast/coverage/voice.hpp"

#include <algorithm>
#include <cmath>

#include "coverage/context.hpp"
#include "houvast/base/fields.hpp"
#include "houvast/base/random.hpp"
#include "houvast/graph/centrality.hpp"
#include "houvast/scoring/intervals.hpp"
#include "houvast/version.hpp"

namespace houvast {
namespace {

using detail::CoverageContext;

constexpr std::int64_t kResamples = 400;

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

std::optional<double> known(double value) {
  return std::isfinite(value) ? std::optional(value) : std::nullopt;
}

double share(double part, double whole) {
  return whole > 0 ? part / whole : std::nan("");
}

using Values = std::vector<double>;  // one per party

// The parity of every group (outer) in every measure (inner): mean of a group over the mean of all, with a percentile
// interval from drawing parties anew within each perspective. The same drawn parties serve all measures.
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
    for (std::size_t k = 0; k < m; ++k) result[g][k].index = known(index(g, k));
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

void hear_answers(std::vector<Voice>& voices) {
  std::int64_t asked = 0, answered = 0;
  for (const Voice& voice : voices) {
    asked += voice.asked;
    answered += voice.answered;
  }
  for (Voice& voice : voices) {
    const double fair =
        voice.asked_known ? share(static_cast<double>(voice.asked), static_cast<double>(asked)) : std::nan("");
    voice.share_of_asked = known(fair);
    if (answered == 0) continue;
    const Estimate answers = stats::wilson_interval(voice.answered, answered);
    voice.share_of_answers = answers.value;
    if (fair > 0) {
      voice.answers = {answers.value / fair, answers.interval->low / fair, answers.interval->high / fair};
    }
  }
}

void hear_ties(std::vector<Voice>& voices, const std::vector<Group>& groups, const CoverageContext& context) {
  std::vector<double> ties(context.parties().size()), between(context.parties().size());
  const std::vector<double> betweenness = graph::betweenness(context.network->graph);
  for (std::size_t p = 0; p < context.parties().size(); ++p) {
    if (!context.position[p]) continue;
    const auto place = static_cast<std::size_t>(*context.position[p]);
    ties[p] = static_cast<double>(context.network->in_degree[place]);  // others' word too: silence counts less
    between[p] = betweenness[place];
  }
  const auto found = parities(groups, {ties, between}, context.seed());
  for (std::size_t g = 0; g < groups.size(); ++g) {
    voices[g].ties = found[g][0];
    voices[g].betweenness = found[g][1];
    const auto of = [&](const Parity& parity) {
      return parity.index ? std::optional(*parity.index * *voices[g].share_of_parties) : std::nullopt;
    };
    voices[g].share_of_ties = of(voices[g].ties);
    voices[g].share_of_betweenness = of(voices[g].betweenness);
  }
}

}  // namespace

namespace detail {

std::vector<Voice> heard_of(const CoverageContext& context) {
  std::vector<Voice> voices;
  for (const Group& group : groups_of(context)) {
    voices.push_back({.perspective = group.id,
                      .parties = static_cast<std::int64_t>(group.members.size()),
                      .asked = group.asked,
                      .answered = group.answered,
                      .asked_known = context.study.data().asked_known});
  }
  return voices;
}

bool without_unknown(std::vector<Voice>& voices) {
  return std::erase_if(voices, [](const Voice& voice) { return voice.perspective.empty(); }) > 0;
}

std::vector<Voice> voices_of(const CoverageContext& context) {
  std::vector<Group> groups = groups_of(context);
  std::vector<Voice> voices = heard_of(context);
  // Parties without a perspective come last: they count in nobody's share.
  const bool some_unknown = !voices.empty() && voices.back().perspective.empty();
  const Voice unknown = some_unknown ? voices.back() : Voice();
  if (some_unknown) {
    voices.pop_back();
    groups.pop_back();
  }
  double members = 0;
  for (const Voice& voice : voices) members += static_cast<double>(voice.parties);
  for (Voice& voice : voices) voice.share_of_parties = known(share(static_cast<double>(voice.parties), members));
  hear_answers(voices);
  if (context.network && !voices.empty()) hear_ties(voices, groups, context);
  if (some_unknown) voices.push_back(unknown);
  return voices;
}

}  // namespace detail

std::vector<Voice> voices(const Study& study, const CoverageOptions& options) {
  return detail::voices_of(CoverageContext(study, options));
}

Table voice_table(const Study& study, const std::vector<Voice>& voices) {
  Fields<Voice> fields{
      {"perspective", {"column.perspective_or_none"}, &Voice::perspective},
      {"parties", {"column.parties_taking_part"}, &Voice::parties},
      {"asked",
       {"column.people_asked"},
       [](const Voice& voice) { return voice.asked_known ? std::optional(voice.asked) : std::nullopt; }},
      {"answered", {"column.people_answered"}, &Voice::answered},
      {"share_of_parties", {"column.share_of_parties"}, &Voice::share_of_parties},
      {"share_of_asked", {"column.share_of_asked"}, &Voice::share_of_asked},
      {"share_of_answers", {"column.share_of_answers"}, &Voice::share_of_answers},
      {"share_of_ties", {"column.share_of_ties"}, &Voice::share_of_ties},
      {"share_of_betweenness", {"column.share_of_betweenness"}, &Voice::share_of_betweenness}};
  const auto add_parity = [&](const std::string& name, Claim meaning, Parity Voice::*parity) {
    const auto part = [parity](auto Parity::*member) {
      return [parity, member](const Voice& voice) { return (voice.*parity).*member; };
    };
    append(fields, {{name, std::move(meaning), part(&Parity::index)},
                    {name + "_low", {"column.interval_low"}, part(&Parity::low)},
                    {name + "_high", {"column.interval_high"}, part(&Parity::high)}});
  };
  add_parity("parity_answers", {"column.parity_answers"}, &Voice::answers);
  add_parity("parity_ties", {"column.parity_ties"}, &Voice::ties);
  add_parity("parity_betweenness", {"column.parity_betweenness"}, &Voice::betweenness);
  return {"Voice in " + study.id(),
          columns_of(voices, fields),
          {"parity per perspective: share of answers, ties and betweenness over its fair share; Wilson interval for "
           "answers, percentile bootstrap of parties within perspectives (400) for ties and betweenness",
           "own definition; Wilson (1927); Efron (1979); Freeman (1977)",
           {{"level", "0.95"}, {"seed", "of the study's id"}},
           std::nullopt,
           kVersion}};
}

}  // namespace houvast
