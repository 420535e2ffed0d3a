#include <benchmark/benchmark.h>

#include <cmath>
#include <cstdint>
#include <limits>
#include <string>
#include <vector>

#include "houvast/base/random.hpp"
#include "houvast/scoring/agreement.hpp"
#include "houvast/scoring/contrast.hpp"
#include "houvast/scoring/reliability.hpp"
#include "houvast/scoring/resample.hpp"

// Answers 1 to 5 that hang together, so that every statistic has something to find.
namespace {

using namespace houvast;

std::vector<double> answers(std::int64_t rows, std::int64_t items, double missing) {
  Random random(7);
  std::vector<double> values;
  values.reserve(static_cast<std::size_t>(rows * items));
  for (std::int64_t row = 0; row < rows; ++row) {
    const auto trait = static_cast<std::int64_t>(random.below(3));
    for (std::int64_t item = 0; item < items; ++item) {
      const auto code = 1 + trait + static_cast<std::int64_t>(random.below(3));
      values.push_back(random.chance(missing) ? std::numeric_limits<double>::quiet_NaN() : static_cast<double>(code));
    }
  }
  return values;
}

std::vector<std::uint8_t> as_bytes(const std::vector<double>& values, std::int64_t items) {
  const auto rows = static_cast<std::int64_t>(values.size()) / items;
  std::vector<std::uint8_t> bytes(values.size());
  for (std::int64_t row = 0; row < rows; ++row) {
    for (std::int64_t item = 0; item < items; ++item) {
      const double value = values[static_cast<std::size_t>(row * items + item)];
      bytes[static_cast<std::size_t>(item * rows + row)] =
          std::isnan(value) ? std::uint8_t{255} : static_cast<std::uint8_t>(value);
    }
  }
  return bytes;
}

constexpr std::int64_t kRows = 100000;
constexpr std::int64_t kItems = 24;

void cronbach_of_bytes(benchmark::State& state) {
  const std::vector<std::uint8_t> bytes =
      as_bytes(answers(kRows, kItems, static_cast<double>(state.range(0)) / 100), kItems);
  for (auto _ : state) benchmark::DoNotOptimize(stats::cronbach_alpha(stats::ItemCodes{bytes, kItems}).value);
}
BENCHMARK(cronbach_of_bytes)->Arg(0)->Arg(5)->ArgName("missing_percent")->Unit(benchmark::kMillisecond);

void cronbach_of_doubles(benchmark::State& state) {
  const std::vector<double> values = answers(kRows, kItems, static_cast<double>(state.range(0)) / 100);
  for (auto _ : state) benchmark::DoNotOptimize(stats::cronbach_alpha(stats::Items{values, kItems}).value);
}
BENCHMARK(cronbach_of_doubles)->Arg(0)->Arg(5)->ArgName("missing_percent")->Unit(benchmark::kMillisecond);

void krippendorff(benchmark::State& state) {
  const std::vector<double> ratings = answers(state.range(0), 10, 0.1);
  for (auto _ : state) benchmark::DoNotOptimize(stats::krippendorff_alpha({ratings, 10}).value);
}
BENCHMARK(krippendorff)->Arg(1000)->Arg(100000)->ArgName("units")->Unit(benchmark::kMillisecond);

// 24 questions, 5,000 respondents, 1,000 resamples each.
void bootstrap_of_histograms(benchmark::State& state) {
  const std::vector<double> codes{1, 2, 3, 4, 5};
  const std::vector<std::int64_t> counts{400, 900, 1700, 1400, 600};
  const stats::BootstrapOptions options{.resamples = 1000};
  for (auto _ : state) {
    for (int question = 0; question < 24; ++question) {
      benchmark::DoNotOptimize(stats::bootstrap_mean_from_histogram(codes, counts, options).value);
    }
  }
}
BENCHMARK(bootstrap_of_histograms)->Unit(benchmark::kMillisecond);

void rwg_of_groups(benchmark::State& state) {
  const std::vector<double> values = answers(kRows, kItems, 0);
  std::vector<std::int32_t> codes;
  std::vector<std::string> labels;
  for (std::int32_t group = 0; group < 200; ++group) labels.push_back(std::to_string(group));
  for (std::int64_t row = 0; row < kRows; ++row) codes.push_back(static_cast<std::int32_t>(row % 200));
  for (auto _ : state) {
    benchmark::DoNotOptimize(stats::rwg_j({values, kItems}, stats::Grouping{codes, labels}).rows());
  }
}
BENCHMARK(rwg_of_groups)->Unit(benchmark::kMillisecond);

void cliffs_delta(benchmark::State& state) {
  const std::vector<double> x = answers(state.range(0), 1, 0), y = answers(state.range(0) / 2, 1, 0);
  for (auto _ : state) benchmark::DoNotOptimize(stats::cliffs_delta(x, y).value);
}
BENCHMARK(cliffs_delta)->Arg(1000)->Arg(100000)->Unit(benchmark::kMillisecond);

void wilcoxon_exact(benchmark::State& state) {
  std::vector<double> differences = answers(state.range(0), 1, 0);
  for (double& difference : differences) difference -= 2;
  const stats::WilcoxonOptions options{.method = stats::TestMethod::kExact};
  for (auto _ : state) benchmark::DoNotOptimize(stats::wilcoxon_signed_rank(differences, options).value);
}
BENCHMARK(wilcoxon_exact)->Arg(50)->Arg(500)->Unit(benchmark::kMicrosecond);

void ordinal_alpha(benchmark::State& state) {
  const std::vector<double> values = answers(2000, 11, 0);
  for (auto _ : state) benchmark::DoNotOptimize(stats::ordinal_alpha({values, 11}).value);
}
BENCHMARK(ordinal_alpha)->Unit(benchmark::kMillisecond);

}  // namespace

BENCHMARK_MAIN();
