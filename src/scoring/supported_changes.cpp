#include <algorithm>
#include <string>
#include <unordered_map>
#include <utility>

#include "base/index.hpp"
#include "houvast/scoring/supported.hpp"
#include "scoring/high_answers.hpp"
#include "scoring/same_people.hpp"
#include "scoring/study_view.hpp"
#include "scoring/two_samples.hpp"

namespace houvast::inline v0_1 {
using houvast::detail::as_size;
using houvast::detail::at;
namespace {

using detail::HighRow;

// An instrument in the wave that is looked at, and in the last one before it.
struct Twice {
  std::int64_t from = 0, to = 0;
  detail::HighAnswers before, after;
};

std::vector<Twice> asked_twice(const Study& study, const std::optional<WaveId>& wave) {
  std::vector<Twice> result;
  for (detail::Asked& now : detail::asked_last(study, wave)) {
    std::optional<Twice> found;
    for (std::int64_t earlier = 0; earlier < now.wave; ++earlier) {
      for (detail::HighAnswers& then : detail::high_answers(study, earlier)) {
        if (then.instrument == now.answers.instrument) found = Twice{earlier, now.wave, std::move(then), {}};
      }
    }
    if (!found) continue;
    found->after = std::move(now.answers);
    // What was not one thing then has no change as one thing.
    found->after.loose.insert(found->after.loose.end(), found->before.loose.begin(), found->before.loose.end());
    result.push_back(std::move(*found));
  }
  return result;
}

std::vector<std::string> respondents_of(const Study& study, std::int64_t wave) {
  std::vector<std::string> ids;
  for (const std::int32_t respondent : study.responses(wave).respondents()) {
    ids.push_back(at(study.data().respondents, respondent).id.str());
  }
  return ids;
}

// People who answered anything in both waves, by respondent id.
std::vector<std::pair<HighRow, HighRow>> panel_of(const Study& study, const Twice& both) {
  std::unordered_map<std::string, std::size_t> later;
  const std::vector<std::string> now = respondents_of(study, both.to), then = respondents_of(study, both.from);
  for (std::size_t row = 0; row < now.size(); ++row) later.emplace(now[row], row);
  std::vector<std::pair<HighRow, HighRow>> panel;
  for (std::size_t row = 0; row < then.size(); ++row) {
    const auto found = later.find(then[row]);
    if (found == later.end()) continue;
    const HighRow before = both.before.row(row), after = both.after.row(found->second);
    if (detail::any_answer(before) && detail::any_answer(after)) panel.emplace_back(before, after);
  }
  std::stable_sort(panel.begin(), panel.end(), [](const auto& a, const auto& b) {
    if (detail::answers_before(a.first, b.first)) return true;
    return !detail::answers_before(b.first, a.first) && detail::answers_before(a.second, b.second);
  });
  return panel;
}

std::vector<HighRow> everybody(const Study& study, std::int64_t wave, const detail::HighAnswers& answers) {
  std::vector<HighRow> rows;
  for (std::size_t row = 0; row < as_size(study.responses(wave).rows()); ++row) {
    if (detail::any_answer(answers.row(row))) rows.push_back(answers.row(row));
  }
  return rows;
}

// The changes of one instrument.
class Changes {
 public:
  Changes(const Study& study, const Twice& both, const SupportOptions& options, double alpha, std::uint64_t stream)
      : compared_(detail::comparisons(both.after, true)),
        options_(options),
        alpha_(alpha),
        random_(options.seed, stream),
        from_(at(study.waves(), both.from).id),
        to_(at(study.waves(), both.to).id) {}

  void of_the_same(std::span<const std::pair<HighRow, HighRow>> panel, std::vector<SupportedChange>& result) {
    detail::SamePeople people(compared_, panel);
    const std::vector<double> p = people.adjusted(options_.draws, alpha_, random_);
    for (std::size_t c = 0; c < p.size(); ++c) {
      add(c, true, people.n(c), people.share_before(c), people.share_after(c), p[c], result);
    }
  }

  void of_everybody(std::vector<HighRow> then, std::vector<HighRow> now, std::vector<SupportedChange>& result) {
    detail::TwoSamples samples(compared_, std::move(then), std::move(now));
    const std::vector<double> p = samples.adjusted(options_.draws, alpha_, random_);
    for (std::size_t c = 0; c < p.size(); ++c) {
      const double before = samples.share_a(c), after = samples.share_b(c);
      if ((before > after) != samples.a_is_higher(c) || samples.n_a(c) < kFewestCompared) continue;
      add(c, false, samples.n_b(c), before, after, p[c], result);
    }
  }

 private:
  void add(std::size_t c, bool paired, std::int64_t n, double before, double after, double p,
           std::vector<SupportedChange>& result) const {
    if (p > alpha_ || n < kFewestCompared) return;
    const double families = (1 - options_.level) / alpha_;
    result.push_back({from_, to_, compared_.what[c], after > before, paired, n, before, after, p * families});
  }

  detail::Comparisons compared_;
  const SupportOptions& options_;
  double alpha_;
  Random random_;
  WaveId from_, to_;
};

}  // namespace

std::vector<SupportedChange> supported_changes(const Study& study, const SupportOptions& options) {
  detail::require_support_options(options);
  const std::vector<Twice> twice = asked_twice(study, options.wave);
  std::vector<SupportedChange> result;
  std::uint64_t stream = 0;
  for (const Twice& both : twice) {
    const double alpha = (1 - options.level) / static_cast<double>(twice.size());
    Changes changes(study, both, options, alpha, stream++);
    const auto panel = panel_of(study, both);
    if (static_cast<std::int64_t>(panel.size()) >= kFewestCompared) {
      changes.of_the_same(panel, result);
      continue;
    }
    std::vector<HighRow> then = everybody(study, both.from, both.before), now = everybody(study, both.to, both.after);
    if (static_cast<std::int64_t>(std::min(then.size(), now.size())) < kFewestCompared) continue;
    changes.of_everybody(std::move(then), std::move(now), result);
  }
  return result;
}

}  // namespace houvast::inline v0_1
