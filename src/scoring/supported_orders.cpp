#include <utility>

#include "base/index.hpp"
#include "houvast/scoring/supported.hpp"
#include "scoring/dealt_answers.hpp"
#include "scoring/high_answers.hpp"

namespace houvast::inline v0_1 {
using houvast::detail::at;
namespace {

// Highest and lowest, of elements and of questions.
constexpr double kExtremes = 4;

void add_orders(const WaveId& wave, const detail::HighAnswers& answers, std::int64_t draws, double alpha, Random random,
                double families, std::vector<SupportedOrder>& result) {
  std::vector<detail::HighRow> people;
  for (std::size_t row = 0; row * answers.questions.size() < answers.high.size(); ++row) {
    if (detail::any_answer(answers.row(row))) people.push_back(answers.row(row));
  }
  if (static_cast<std::int64_t>(people.size()) < kFewestCompared) return;
  const detail::Comparisons compared = detail::comparisons(answers, false);
  detail::DealtAnswers dealt(compared, std::move(people));
  const std::vector<double> p = dealt.adjusted(draws, alpha, random);
  for (std::size_t c = 0; c < p.size(); ++c) {
    const detail::DealtAnswers::Standing standing = dealt.standing(c);
    if (p[c] > alpha || standing.n < kFewestCompared) continue;
    const bool high = standing.distance > 0;
    result.push_back({wave, compared.what[c], high, dealt.is_extreme(c, high, alpha / kExtremes), standing.n,
                      standing.share, standing.share - standing.distance, p[c] * families});
  }
}

}  // namespace

std::vector<SupportedOrder> supported_orders(const Study& study, const SupportOptions& options) {
  detail::require_support_options(options);
  const std::vector<detail::Asked> asked = detail::asked_last(study, options.wave);
  std::vector<SupportedOrder> result;
  std::uint64_t stream = 0;
  for (const detail::Asked& each : asked) {
    const auto families = static_cast<double>(asked.size());
    add_orders(at(study.waves(), each.wave).id, each.answers, options.draws, (1 - options.level) / families,
               Random(options.seed, stream++), families, result);
  }
  return result;
}

}  // namespace houvast::inline v0_1
