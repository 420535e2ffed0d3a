#include "houvast/coverage/voice.hpp"

#include <algorithm>
#include <cmath>
#include <numeric>

#include "base/index.hpp"
#include "coverage/context.hpp"
#include "houvast/base/fields.hpp"
#include "houvast/base/random.hpp"
#include "houvast/graph/centrality.hpp"
#include "houvast/scoring/intervals.hpp"
#include "houvast/version.hpp"

namespace houvast::inline v0_1 {
using houvast::detail::as_size;
using houvast::detail::at;
namespace {

using detail::CoverageContext;

constexpr std::int64_t kResamples = 400;

// Of more parties than this, in-between positions are estimated from drawings of a few parties to start from.
constexpr std::int64_t kMostPartiesExact = 5000;
constexpr std::int64_t kDrawings = 16;
constexpr std::int64_t kStartsPerDrawing = 8;
constexpr double kStudentOfDrawings = 2.131;  // 97.5 % point of Student's t with kDrawings - 1 degrees of freedom

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
    const auto party = as_size(context.study.party_of(respondent));
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

// Shares of ties per group under drawing parties anew: within each perspective with replacement; the tie of a party
// with its own copy is that of two parties drawn from its perspective.
class TieDraws {
 public:
  TieDraws(const std::vector<Group>& groups, const CoverageContext& context)
      : groups_(groups),
        of_(context.parties().size(), -1),
        first_(context.parties().size() + 1, 0),
        inside_(groups.size(), 0) {
    for (std::size_t g = 0; g < groups.size(); ++g) {
      for (const std::size_t p : groups[g].members) of_[p] = static_cast<std::int32_t>(g);
    }
    for_each_tie(context, [&](std::size_t from, std::size_t to) {
      ++first_[to + 1];
      if (of_[from] == of_[to]) ++at(inside_, of_[to]);
    });
    std::partial_sum(first_.begin(), first_.end(), first_.begin());
    from_.resize(first_.back());
    std::vector<std::size_t> next = first_;
    for_each_tie(context,
                 [&](std::size_t from, std::size_t to) { from_[next[to]++] = static_cast<std::uint32_t>(from); });
  }

  /// Ties that end in each group, as they are.
  [[nodiscard]] std::vector<double> counted() const { return ends_in(Copies(of_.size(), 1)); }

  [[nodiscard]] std::vector<double> drawn(Random& random) const {
    Copies copies(of_.size(), 0);
    for (const Group& group : groups_) {
      for (std::size_t i = 0; i < group.members.size(); ++i)
        ++copies[group.members[random.below(group.members.size())]];
    }
    std::vector<double> ends = ends_in(copies);
    for (std::size_t g = 0; g < groups_.size(); ++g) {
      const auto n = static_cast<double>(groups_[g].members.size());
      const double tied = inside_[g] / (n * (n - 1));
      for (const std::size_t p : groups_[g].members) {
        for (std::uint32_t pairs = copies[p] * (copies[p] - 1); pairs > 0; --pairs)
          ends[g] += random.chance(tied) ? 1 : 0;
      }
    }
    return ends;
  }

 private:
  using Copies = std::vector<std::uint32_t>;  // of each party: how often it was drawn

  template <class Visit>
  void for_each_tie(const CoverageContext& context, const Visit& visit) const {
    for (const Network::Tie& tie : context.network->network.ties) {
      const std::size_t from = context.party_at(tie.from), to = context.party_at(tie.to);
      if (of_[from] < 0 || of_[to] < 0) continue;
      visit(from, to);
      if (!context.network->network.directed) visit(to, from);
    }
  }

  [[nodiscard]] std::vector<double> ends_in(const Copies& copies) const {
    std::vector<double> ends(groups_.size(), 0);
    for (std::size_t g = 0; g < groups_.size(); ++g) {
      std::uint64_t count = 0;
      for (const std::size_t to : groups_[g].members) {
        if (copies[to] == 0) continue;
        std::uint64_t drawn = 0;
        for (std::size_t tie = first_[to]; tie < first_[to + 1]; ++tie) drawn += copies[from_[tie]];
        count += copies[to] * drawn;
      }
      ends[g] = static_cast<double>(count);
    }
    return ends;
  }

  const std::vector<Group>& groups_;
  std::vector<std::int32_t> of_;     // group per party, -1 = none
  std::vector<std::size_t> first_;   // per party: where the ties that end in it begin
  std::vector<std::uint32_t> from_;  // the party from which each tie comes
  std::vector<double> inside_;       // ties inside each group
};

// The share of each group over its share of the parties.
std::vector<double> indexes(const std::vector<double>& parts, const std::vector<Group>& groups) {
  double all = 0, members = 0;
  for (const double part : parts) all += part;
  for (const Group& group : groups) members += static_cast<double>(group.members.size());
  std::vector<double> result;
  for (std::size_t g = 0; g < groups.size(); ++g) {
    result.push_back(share(parts[g], all) / (static_cast<double>(groups[g].members.size()) / members));
  }
  return result;
}

std::vector<Parity> tie_parities(const std::vector<Group>& groups, const CoverageContext& context) {
  const TieDraws draws(groups, context);
  std::vector<Parity> result;
  for (const double index : indexes(draws.counted(), groups)) result.push_back({known(index)});
  std::vector<std::vector<double>> found(groups.size());
  Random random(context.seed());
  for (std::int64_t sample = 0; sample < kResamples; ++sample) {
    const std::vector<double> index = indexes(draws.drawn(random), groups);
    for (std::size_t g = 0; g < groups.size(); ++g) {
      if (std::isfinite(index[g])) found[g].push_back(index[g]);
    }
  }
  for (std::size_t g = 0; g < groups.size(); ++g) {
    std::sort(found[g].begin(), found[g].end());
    if (found[g].empty()) continue;
    const auto last = static_cast<double>(found[g].size() - 1);
    result[g].low = at(found[g], std::lround(0.025 * last));
    result[g].high = at(found[g], std::lround(0.975 * last));
  }
  return result;
}

// What the members of each group have of a centrality.
std::vector<double> parts_of(const std::vector<double>& centrality, const std::vector<Group>& groups,
                             const CoverageContext& context) {
  std::vector<double> parts(groups.size(), 0);
  for (std::size_t g = 0; g < groups.size(); ++g) {
    for (const std::size_t p : groups[g].members) {
      if (context.position[p]) parts[g] += at(centrality, *context.position[p]);
    }
  }
  return parts;
}

// The in-between positions of each group. Of drawing parties anew there is no interval: it makes another network, with
// other in-between positions.
struct InBetween {
  std::vector<double> parts;
  std::vector<std::optional<double>> error;  // half of the 95 % interval of a group's share, when estimated
};

// A group's share is the ratio of two sums over independent drawings of starts; its error is that of a ratio estimator
// (Cochran 1977, Sampling Techniques, eq. 6.13), each drawing counting as one observation.
InBetween estimated_in_between(const std::vector<Group>& groups, const CoverageContext& context) {
  std::vector<std::vector<double>> drawings;
  std::vector<double> parts(groups.size(), 0);
  for (std::int64_t drawing = 0; drawing < kDrawings; ++drawing) {
    const std::uint64_t seed = Random(context.seed(), static_cast<std::uint64_t>(drawing)).bits();
    const graph::SampledCentrality sample =
        graph::sampled_betweenness(context.network->graph, {.samples = kStartsPerDrawing, .seed = seed});
    drawings.push_back(parts_of(sample.values, groups, context));
    for (std::size_t g = 0; g < groups.size(); ++g) parts[g] += drawings.back()[g];
  }
  const auto total = [](const std::vector<double>& of) { return std::accumulate(of.begin(), of.end(), 0.0); };
  const double all = total(parts);
  const double sampling = static_cast<double>(kDrawings) / static_cast<double>(kDrawings - 1);
  std::vector<std::optional<double>> error;
  for (std::size_t g = 0; g < groups.size(); ++g) {
    double squares = 0;
    for (const std::vector<double>& drawing : drawings) {
      const double residual = drawing[g] - share(parts[g], all) * total(drawing);
      squares += residual * residual;
    }
    error.push_back(known(share(kStudentOfDrawings * std::sqrt(sampling * squares), all)));
  }
  return {std::move(parts), std::move(error)};
}

InBetween in_between(const std::vector<Group>& groups, const CoverageContext& context) {
  const Graph& graph = context.network->graph;
  if (graph.nodes() > kMostPartiesExact) return estimated_in_between(groups, context);
  return {parts_of(graph::betweenness(graph), groups, context),
          std::vector<std::optional<double>>(groups.size(), std::nullopt)};
}

// The share of the answers over a fair share, with Wilson's interval of the first.
Parity parity_of(std::int64_t answered, std::int64_t all, double fair) {
  if (all == 0 || !(fair > 0)) return {};
  const Estimate part = stats::wilson_interval(answered, all);
  return {part.value / fair, part.interval->low / fair, part.interval->high / fair};
}

// Beside the people asked, the parties, and the people that the profile says there are.
void hear_answers(std::vector<Voice>& voices) {
  std::int64_t asked = 0, answered = 0, population = 0, answered_of_population = 0;
  for (const Voice& voice : voices) {
    asked += voice.asked;
    answered += voice.answered;
    population += voice.population.value_or(0);
    answered_of_population += voice.population ? voice.answered : 0;
  }
  for (Voice& voice : voices) {
    const double fair =
        voice.asked_known ? share(static_cast<double>(voice.asked), static_cast<double>(asked)) : std::nan("");
    voice.share_of_asked = known(fair);
    if (voice.population && *voice.population < population) {
      voice.share_of_population = static_cast<double>(*voice.population) / static_cast<double>(population);
    }
    if (answered == 0) continue;
    voice.share_of_answers = stats::wilson_interval(voice.answered, answered).value;
    if (!voice.asked_known) continue;
    voice.answers = parity_of(voice.answered, answered, fair);
    voice.answers_by_population =
        parity_of(voice.answered, answered_of_population, voice.share_of_population.value_or(0));
    voice.answers_by_parties = parity_of(voice.answered, answered, voice.share_of_parties.value_or(0));
  }
}

void hear_ties(std::vector<Voice>& voices, const std::vector<Group>& groups, const CoverageContext& context) {
  const std::vector<Parity> ties = tie_parities(groups, context);
  const InBetween between = in_between(groups, context);
  const std::vector<double> between_indexes = indexes(between.parts, groups);
  for (std::size_t g = 0; g < groups.size(); ++g) {
    voices[g].ties = ties[g];
    voices[g].betweenness = {known(between_indexes[g])};
    voices[g].betweenness_error = between.error[g];
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
    if (const Term* term = context.profile().perspectives.term(group.id)) voices.back().population = term->population;
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
      {"share_of_population", {"column.share_of_population"}, &Voice::share_of_population},
      {"share_of_answers", {"column.share_of_answers"}, &Voice::share_of_answers},
      {"share_of_ties", {"column.share_of_ties"}, &Voice::share_of_ties},
      {"share_of_betweenness", {"column.share_of_betweenness"}, &Voice::share_of_betweenness},
      {"betweenness_error", {"column.betweenness_error"}, &Voice::betweenness_error}};
  const auto add_parity = [&](const std::string& name, Claim meaning, Parity Voice::*parity) {
    const auto part = [parity](auto Parity::*member) {
      return [parity, member](const Voice& voice) { return (voice.*parity).*member; };
    };
    append(fields, {{name, std::move(meaning), part(&Parity::index)},
                    {name + "_low", {"column.interval_low"}, part(&Parity::low)},
                    {name + "_high", {"column.interval_high"}, part(&Parity::high)}});
  };
  add_parity("parity_answers", {"column.parity_answers"}, &Voice::answers);
  add_parity("parity_answers_by_parties", {"column.parity_answers_by_parties"}, &Voice::answers_by_parties);
  add_parity("parity_answers_by_population", {"column.parity_answers_by_population"}, &Voice::answers_by_population);
  add_parity("parity_ties", {"column.parity_ties"}, &Voice::ties);
  append(fields, {{"parity_betweenness", {"column.parity_betweenness"}, [](const Voice& voice) {
                     return voice.betweenness.index;
                   }}});
  return {{"title.voice", {{"study", study.id()}}},
          columns_of(voices, fields),
          {{"method.voice"}, {"source.voice"}, {{"level", "0.95"}, {"seed", "study id"}}, std::nullopt, kVersion}};
}

}  // namespace houvast::inline v0_1
