// Statistics of arrays in which numbers are missing, constant, enormous or not finite.
#include <cmath>

#include "bytes.hpp"
#include "houvast/scoring/agreement.hpp"
#include "houvast/scoring/contrast.hpp"
#include "houvast/scoring/intervals.hpp"
#include "houvast/scoring/ordinal.hpp"
#include "houvast/scoring/reliability.hpp"
#include "houvast/scoring/resample.hpp"

namespace {

using namespace houvast;
using namespace houvast::stats;
using fuzz::accepted;
using fuzz::Bytes;
using fuzz::must;

// What an estimate promises: a value or a reason, and an interval that is one.
void sound(const Estimate& estimate) {
  must(estimate.defined() || !estimate.reason.empty());
  if (estimate.interval) must(!(estimate.interval->low > estimate.interval->high));
}

// What an input gives: two lists, a table, and groups of the rows.
struct Given {
  std::vector<double> x, y;
  Items items;
  Bounds bounds;
  Grouping groups;
  std::int64_t few = 0, many = 0;
};

using Question = void (*)(const Given&);
const std::vector<Question>& questions_to_ask() {
  static const std::vector<Question> kAll = {
      [](const Given& of) { sound(ordinal_median(of.x)); },
      [](const Given& of) { sound(interpolated_median(of.x)); },
      [](const Given& of) { sound(mean(of.x)); },
      [](const Given& of) { sound(mode(of.x)); },
      [](const Given& of) { sound(consensus(of.x, of.bounds)); },
      [](const Given& of) { sound(agreement_a(of.x, of.bounds)); },
      [](const Given& of) { sound(polarisation(of.x, of.bounds)); },
      [](const Given& of) { sound(bootstrap_mean(of.x, {.resamples = 20})); },
      [](const Given& of) { sound(bootstrap_mean(of.x, {.resamples = 20, .method = BootstrapMethod::kBca})); },
      [](const Given& of) { sound(cliffs_delta(of.x, of.y)); },
      [](const Given& of) { sound(mann_whitney(of.x, of.y)); },
      [](const Given& of) { sound(wilcoxon_signed_rank(of.x, of.y)); },
      [](const Given& of) { sound(sign_test(of.x, of.y)); },
      [](const Given& of) { sound(standardized_response_mean(of.x, of.y)); },
      [](const Given& of) { sound(polychoric_correlation(of.x, of.y)); },
      [](const Given& of) { sound(cronbach_alpha(of.items)); },
      [](const Given& of) { sound(standardized_alpha(of.items)); },
      [](const Given& of) { sound(spearman_brown(of.items)); },
      [](const Given& of) { sound(omega_total(of.items)); },
      [](const Given& of) { sound(ordinal_alpha(of.items)); },
      [](const Given& of) { sound(krippendorff_alpha(of.items, {.resamples = 5})); },
      [](const Given& of) { sound(icc(of.x, of.groups)); },
      [](const Given& of) { sound(design_effect(of.x, of.groups)); },
      [](const Given& of) { sound(wilson_interval(of.few, of.many)); },
      [](const Given& of) { (void)distribution(of.x, of.bounds); },
      [](const Given& of) { (void)reverse_code(of.x, of.bounds); },
      [](const Given& of) { (void)benjamini_hochberg(of.x); },
      [](const Given& of) { (void)item_statistics(of.items); },
      [](const Given& of) { (void)factor_loadings(of.items); },
      [](const Given& of) { (void)scale_scores(of.items); },
      [](const Given& of) { (void)rwg_j(of.items, of.groups); },
      [](const Given& of) { (void)r_star_wg_j(of.items, of.groups); },
      [](const Given& of) { (void)awg(of.items, of.groups, of.bounds); },
      [](const Given& of) { (void)average_deviation(of.items, of.groups, Centre::kMean); },
      [](const Given& of) { (void)rwg(of.x, of.groups); },
  };
  return kAll;
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  Bytes bytes(data, size);
  const fuzz::Asked asked(bytes, questions_to_ask().size());
  const Bounds bounds{static_cast<double>(bytes.below(3)), static_cast<double>(bytes.below(8))};
  const std::size_t columns = bytes.below(6), rows = bytes.below(bytes.rare(8) ? 24 : 10);
  const std::vector<double> x = bytes.numbers(rows), y = bytes.numbers(bytes.chance(8) ? columns : rows);
  const std::vector<double> table = bytes.numbers(columns * rows);
  const std::vector<std::string> labels{"a", "b", "c"};
  std::vector<std::int32_t> codes(rows);
  for (std::int32_t& code : codes) code = static_cast<std::int32_t>(bytes.below(4)) - 1;
  const auto few = static_cast<std::int64_t>(bytes.below(70)) - 2,
             many = static_cast<std::int64_t>(bytes.below(70)) - 2;
  asked.of(questions_to_ask(),
           Given{x, y, {table, static_cast<std::int64_t>(columns)}, bounds, {codes, labels}, few, many});
  return 0;
}
