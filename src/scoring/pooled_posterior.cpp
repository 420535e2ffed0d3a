#include "scoring/pooled_posterior.hpp"

#include <algorithm>
#include <cmath>
#include <limits>

#include "scoring/distributions.hpp"

namespace houvast::inline v0_1::stats::detail {
namespace {

constexpr int kMeans = 41;
constexpr int kSpreads = 20;
constexpr double kStep = 0.3;      // of one answer, at the ends of what is foretold of those who were not seen
constexpr double kFlattest = 0.5;  // number of answers that the widest posterior is worth

// A beta distribution of which groups could be drawn, and how well it fits with their answers.
struct Prior {
  double yes = 0;  // parameters
  double no = 0;
  double weight = 0;
};

// A group as so many independent answers.
struct Counts {
  double high = 0;
  double other = 0;
};

// The variance of the groups' shares among people, in units of the binomial's: 1 when all answers of a person are
// alike, one over the number of questions when they have nothing to do with each other.
double worth_of_people(std::span<const MeanShare> groups, std::size_t questions) {
  double among_people = 0, binomial = 0;
  for (const MeanShare& group : groups) {
    const auto n = static_cast<double>(group.people);
    among_people += (n - 1) * n * group.variance;
    binomial += (n - 1) * (*group.share * (1 - *group.share) + group.variance);
  }
  return binomial > 0 ? std::clamp(among_people / binomial, 1 / static_cast<double>(questions), 1.0) : 1;
}

double log_beta(double a, double b) {
  return std::lgamma(a) + std::lgamma(b) - std::lgamma(a + b);
}

std::vector<Prior> priors_of(std::span<const Counts> groups) {
  std::vector<Prior> priors;
  double best = -std::numeric_limits<double>::infinity();
  for (int m = 0; m < kMeans; ++m) {
    for (int s = 0; s < kSpreads; ++s) {
      const double mean = (m + 0.5) / kMeans, spread = (s + 0.5) / kSpreads;
      const double answers = 1 / (spread * spread) - 1;
      Prior prior{mean * answers, (1 - mean) * answers, 0};
      for (const Counts& group : groups) {
        prior.weight += log_beta(prior.yes + group.high, prior.no + group.other) - log_beta(prior.yes, prior.no);
      }
      best = std::max(best, prior.weight);
      priors.push_back(prior);
    }
  }
  double total = 0;
  for (Prior& prior : priors) total += prior.weight = std::exp(prior.weight - best);
  for (Prior& prior : priors) prior.weight /= total;
  return priors;
}

struct Posterior {
  double mean = 0;
  double variance = 0;
  double own_weight = 0;
};

Posterior posterior_of(const Counts& group, std::span<const Prior> priors) {
  Posterior result;
  double squares = 0;
  for (const Prior& prior : priors) {
    const double yes = prior.yes + group.high, no = prior.no + group.other, all = yes + no;
    const double mean = yes / all;
    result.mean += prior.weight * mean;
    squares += prior.weight * (mean * mean + yes * no / (all * all * (all + 1)));
    result.own_weight += prior.weight * (group.high + group.other) / all;
  }
  result.variance = std::max(squares - result.mean * result.mean, 0.0);
  return result;
}

// The ends of the beta distribution with this mean and variance.
Interval ends_of(double mean, double variance, double level) {
  const double all = std::max(mean * (1 - mean) / variance - 1, kFlattest);
  const double tail = (1 - level) / 2;
  return {beta_quantile(tail, mean * all, (1 - mean) * all), beta_quantile(1 - tail, mean * all, (1 - mean) * all),
          level};
}

}  // namespace

std::vector<Pooled> pooled(std::span<const MeanShare> groups, std::size_t questions, double level) {
  const double worth = worth_of_people(groups, questions);
  std::vector<Counts> counts;
  for (const MeanShare& group : groups) {
    const double answers = static_cast<double>(group.people) / worth;
    counts.push_back({*group.share * answers, (1 - *group.share) * answers});
  }
  const std::vector<Prior> priors = priors_of(counts);
  std::vector<Pooled> result;
  for (std::size_t g = 0; g < groups.size(); ++g) {
    const MeanShare& group = groups[g];
    const Posterior found = posterior_of(counts[g], priors);
    const double own = *group.share, unseen = 1 - group.seen;
    if (!(unseen > 0)) {
      result.push_back({own, {own, own, level}, 1});
      continue;
    }
    // People who were asked and not seen; without a roster there are as many as one likes.
    const double others = group.seen > 0 ? static_cast<double>(group.people) * unseen / group.seen : 0;
    const double of_others = others > 0 ? (found.mean * (1 - found.mean) - found.variance) * worth / others : 0;
    Interval ends = ends_of(found.mean, found.variance + of_others, level);
    const double step = others > 0 ? kStep / (others * static_cast<double>(questions)) : 0;
    ends.low = std::max(ends.low - step, 0.0);
    ends.high = std::min(ends.high + step, 1.0);
    const auto whole = [&](double share) { return group.seen * own + unseen * share; };
    result.push_back(
        {whole(found.mean), {whole(ends.low), whole(ends.high), level}, group.seen + unseen * found.own_weight});
  }
  return result;
}

}  // namespace houvast::inline v0_1::stats::detail
