#include <algorithm>
#include <cmath>
#include <cstdint>
#include <string>
#include <vector>

#include "base/index.hpp"
#include "houvast/base/choice.hpp"
#include "houvast/base/parallel.hpp"
#include "houvast/base/random.hpp"
#include "houvast/base/stop.hpp"
#include "houvast/scoring/agreement.hpp"
#include "scoring/support.hpp"

namespace houvast::inline v0_1::stats {
using houvast::detail::as_size;
using houvast::detail::at;
using houvast::detail::whole_part;
namespace {

constexpr detail::Definition kAlpha{"method.krippendorff", "source.krippendorff_2011"};

// The ratings that can be paired: units with at least two, each rating an index into the sorted values.
struct Ratings {
  std::vector<double> values;
  std::vector<std::int32_t> rating;   // unit after unit
  std::vector<std::int64_t> offsets;  // units + 1
  std::int64_t most_raters = 0;

  [[nodiscard]] std::int64_t units() const { return static_cast<std::int64_t>(offsets.size()) - 1; }
};

struct Disagreement {
  double observed = 0;
  double expected = 0;
  std::int64_t n = 0;

  [[nodiscard]] bool defined() const { return expected > 0; }
  [[nodiscard]] double alpha() const { return 1 - observed / expected; }
};

// Index of each value among the sorted different ones; by table when they are whole numbers close together.
void index_values(const std::vector<double>& raw, Ratings& ratings) {
  constexpr double kTable = 65536;
  ratings.rating.resize(raw.size());
  if (raw.empty()) return;
  const auto [low, high] = std::minmax_element(raw.begin(), raw.end());
  const double first = *low;
  const auto is_whole = [&](double value) {
    return static_cast<double>(static_cast<std::int32_t>(value - first)) == value - first;
  };
  if (*high - first < kTable && std::all_of(raw.begin(), raw.end(), is_whole)) {
    std::vector<std::int32_t> index(whole_part(*high - first) + 1, -1);
    for (const double value : raw) index[whole_part(value - first)] = 0;
    for (std::size_t i = 0; i < index.size(); ++i) {
      if (index[i] < 0) continue;
      index[i] = static_cast<std::int32_t>(ratings.values.size());
      ratings.values.push_back(first + static_cast<double>(i));
    }
    for (std::size_t i = 0; i < raw.size(); ++i) ratings.rating[i] = index[whole_part(raw[i] - first)];
    return;
  }
  ratings.values = raw;
  std::sort(ratings.values.begin(), ratings.values.end());
  ratings.values.erase(std::unique(ratings.values.begin(), ratings.values.end()), ratings.values.end());
  for (std::size_t i = 0; i < raw.size(); ++i) {
    const auto place = std::lower_bound(ratings.values.begin(), ratings.values.end(), raw[i]);
    ratings.rating[i] = static_cast<std::int32_t>(place - ratings.values.begin());
  }
}

Ratings pairable(const Items& table) {
  Ratings ratings;
  std::vector<double> raw(table.values.size());
  std::size_t size = 0;
  ratings.offsets.push_back(0);
  for (std::int64_t unit = 0; unit < table.rows(); ++unit) {
    const std::size_t before = size;
    for (std::int64_t rater = 0; rater < table.items; ++rater) {
      const double value = table.at(unit, rater);
      raw[size] = value;
      size += value == value ? 1 : 0;  // a gap is written over: no branch to mispredict
    }
    if (size - before < 2) {
      size = before;
      continue;
    }
    ratings.most_raters = std::max(ratings.most_raters, static_cast<std::int64_t>(size - before));
    ratings.offsets.push_back(static_cast<std::int64_t>(size));
  }
  raw.resize(size);
  index_values(raw, ratings);
  return ratings;
}

double ratio_distance(double a, double b) {
  const double sum = a + b;
  return sum == 0 ? 0 : (a - b) / sum * ((a - b) / sum);
}

// Disagreement of the units, each taken `weight` times. Distances that are differences of positions (interval, and
// ordinal by midranks) need only sums per unit; ratios need the pairs.
class Evaluation {
 public:
  Evaluation(const Ratings& ratings, MeasurementLevel level) : ratings_(ratings), level_(level) {}

  [[nodiscard]] Disagreement of(std::span<const std::int64_t> weights) {
    count_values(weights);
    place_values();
    // Summed per number of ratings: for whole numbers exact, so that the order of units never changes a bit.
    std::vector<double> by_size(as_size(ratings_.most_raters) + 1);
    for (std::int64_t unit = 0; unit < ratings_.units(); ++unit) {
      const std::int64_t weight = at(weights, unit);
      if (weight == 0) continue;
      const auto first = as_size(at(ratings_.offsets, unit));
      const auto size = as_size(ratings_.offsets[as_size(unit) + 1]) - first;
      by_size[size] += static_cast<double>(weight) * within(std::span(ratings_.rating).subspan(first, size));
    }
    Disagreement result;
    result.n = n_;
    for (std::size_t size = 2; size < by_size.size(); ++size) {
      result.observed += by_size[size] / static_cast<double>(size - 1);
    }
    const auto n = static_cast<double>(n_);
    result.observed /= n;
    result.expected = expected() / (n * (n - 1));
    return result;
  }

 private:
  void count_values(std::span<const std::int64_t> weights) {
    counts_.assign(ratings_.values.size(), 0);
    n_ = 0;
    for (std::int64_t unit = 0; unit < ratings_.units(); ++unit) {
      const std::int64_t weight = at(weights, unit);
      const std::int64_t end = ratings_.offsets[as_size(unit) + 1];
      for (std::int64_t i = at(ratings_.offsets, unit); i < end; ++i) {
        at(counts_, at(ratings_.rating, i)) += weight;
      }
      n_ += weight * (end - at(ratings_.offsets, unit));
    }
  }

  void place_values() {
    position_ = ratings_.values;
    if (level_ != MeasurementLevel::kOrdinal) return;
    double below = 0;
    for (std::size_t v = 0; v < counts_.size(); ++v) {
      position_[v] = below + static_cast<double>(counts_[v]) / 2;
      below += static_cast<double>(counts_[v]);
    }
  }

  // Sum of distances over the ordered pairs of different ratings of one unit.
  [[nodiscard]] double within(std::span<const std::int32_t> unit) {
    if (level_ == MeasurementLevel::kOrdinal || level_ == MeasurementLevel::kInterval) {
      const double origin = at(position_, unit.front());
      double sum = 0, squares = 0;
      for (const std::int32_t value : unit) {
        const double difference = at(position_, value) - origin;
        sum += difference;
        squares += difference * difference;
      }
      return 2 * (static_cast<double>(unit.size()) * squares - sum * sum);
    }
    double total = 0;
    for (std::size_t i = 0; i < unit.size(); ++i) {
      for (std::size_t j = i + 1; j < unit.size(); ++j) {
        if (unit[i] == unit[j]) continue;
        total +=
            level_ == MeasurementLevel::kNominal ? 1 : ratio_distance(at(position_, unit[i]), at(position_, unit[j]));
      }
    }
    return 2 * total;
  }

  // Sum of distances over the ordered pairs of all ratings.
  [[nodiscard]] double expected() const {
    const auto n = static_cast<double>(n_);
    double sum = 0;
    if (level_ == MeasurementLevel::kNominal) {
      for (const std::int64_t count : counts_) sum += static_cast<double>(count) * (n - static_cast<double>(count));
      return sum;
    }
    if (level_ == MeasurementLevel::kRatio) {
      for (std::size_t v = 0; v < counts_.size(); ++v) {
        for (std::size_t w = 0; w < v; ++w) {
          sum += static_cast<double>(counts_[v]) * static_cast<double>(counts_[w]) *
                 ratio_distance(position_[v], position_[w]);
        }
      }
      return 2 * sum;
    }
    double centre = 0;
    for (std::size_t v = 0; v < counts_.size(); ++v) centre += static_cast<double>(counts_[v]) * position_[v];
    centre /= n;
    std::size_t used = 0;
    for (std::size_t v = 0; v < counts_.size(); ++v) {
      used += counts_[v] > 0;
      sum += static_cast<double>(counts_[v]) * (position_[v] - centre) * (position_[v] - centre);
    }
    return used < 2 ? 0 : 2 * n * sum;
  }

  const Ratings& ratings_;
  MeasurementLevel level_;
  std::vector<std::int64_t> counts_;
  std::vector<double> position_;
  std::int64_t n_ = 0;
};

const char* name_of(MeasurementLevel level) {
  switch (level) {
    case MeasurementLevel::kNominal:
      return "nominal";
    case MeasurementLevel::kOrdinal:
      return "ordinal";
    case MeasurementLevel::kInterval:
      return "interval";
    case MeasurementLevel::kRatio:
      return "ratio";
  }
  return "";
}

void add_interval(Estimate& result, const Ratings& ratings, const KrippendorffOptions& options) {
  constexpr std::int64_t kPerChunk = 32;
  const std::int64_t chunks = (options.resamples + kPerChunk - 1) / kPerChunk;
  std::vector<std::vector<double>> found(as_size(chunks));
  parallel_for(chunks, options.threads, [&](std::int64_t chunk) {
    Random random(options.seed, static_cast<std::uint64_t>(chunk));
    Evaluation evaluation(ratings, options.level);
    std::vector<std::int64_t> weights(as_size(ratings.units()));
    const std::int64_t end = std::min(options.resamples, (chunk + 1) * kPerChunk);
    for (std::int64_t i = chunk * kPerChunk; i < end; ++i) {
      stop_point();
      std::fill(weights.begin(), weights.end(), 0);
      for (std::size_t draw = 0; draw < weights.size(); ++draw) ++weights[random.below(weights.size())];
      const Disagreement resample = evaluation.of(weights);
      if (resample.defined()) at(found, chunk).push_back(resample.alpha());
    }
  });
  std::vector<double> alphas;
  for (const auto& chunk : found) alphas.insert(alphas.end(), chunk.begin(), chunk.end());
  result.provenance.seed = options.seed;
  result.details["undefined_resamples"] =
      static_cast<double>(options.resamples - static_cast<std::int64_t>(alphas.size()));
  if (alphas.empty()) return;
  std::sort(alphas.begin(), alphas.end());
  const double tail = (1 - options.confidence) / 2;
  result.interval = {detail::quantile_of_sorted(alphas, tail), detail::quantile_of_sorted(alphas, 1 - tail),
                     options.confidence};
}

}  // namespace

MeasurementLevel measurement_level_of(std::string_view name) {
  return choose<MeasurementLevel>(argument("level"), name,
                                  {{"nominal", MeasurementLevel::kNominal},
                                   {"ordinal", MeasurementLevel::kOrdinal},
                                   {"interval", MeasurementLevel::kInterval},
                                   {"ratio", MeasurementLevel::kRatio}});
}

Estimate krippendorff_alpha(const Items& ratings, const KrippendorffOptions& options) {
  detail::require_items(ratings);
  detail::require_level(options.confidence);
  if (options.resamples < 0)
    detail::fail("HV-302", argument("resamples"), std::to_string(options.resamples),
                 {"problem.expected.at_least", {{"low", 0}}});
  if (options.level == MeasurementLevel::kRatio) {
    for (const double value : ratings.values) {
      if (value < 0) detail::fail("HV-302", argument("ratings"), "", {"problem.expected.ratios"});
    }
  }
  detail::Options used{{"level", name_of(options.level)}};
  if (options.resamples > 0) {
    used["interval"] = "bootstrap";
    used["resamples"] = std::to_string(options.resamples);
    used["confidence"] = detail::text_of(options.confidence);
  }
  const Ratings paired = pairable(ratings);
  const auto n = static_cast<std::int64_t>(paired.rating.size());
  if (n == 0) return detail::undefined(kAlpha, 0, {"reason.no_paired_ratings"}, used);
  const std::vector<std::int64_t> once(as_size(paired.units()), 1);
  const Disagreement found = Evaluation(paired, options.level).of(once);
  if (!found.defined()) return detail::undefined(kAlpha, n, {"reason.same_ratings"}, used);
  Estimate result = detail::estimate_of(kAlpha, n, found.alpha(), used);
  result.method = detail::cited({"method.krippendorff_at_level",
                                 {{"alpha", Claim{kAlpha.name}},
                                  {"level", name_of(options.level)},
                                  {"interval", options.resamples > 0 ? "yes" : "no"}}},
                                kAlpha);
  result.details = {{"observed_disagreement", found.observed},
                    {"expected_disagreement", found.expected},
                    {"units", static_cast<double>(paired.units())}};
  if (options.resamples > 0) add_interval(result, paired, options);
  return result;
}

}  // namespace houvast::inline v0_1::stats
