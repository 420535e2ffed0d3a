#include <algorithm>
#include <array>
#include <utility>

#include "base/index.hpp"
#include "houvast/scoring/supported.hpp"
#include "scoring/high_answers.hpp"
#include "scoring/study_view.hpp"
#include "scoring/support.hpp"
#include "scoring/tested_differences.hpp"
#include "scoring/two_samples.hpp"

namespace houvast::inline v0_1 {
using houvast::detail::as_size;
using houvast::detail::at;
namespace {

using detail::HighRow;

struct Group {
  std::string label;
  std::vector<HighRow> people{};  // who answered anything
  std::vector<bool> asked{};      // of every question, whether it was put to somebody of the group, or to nobody at all
};

// The groups that are large enough to be compared.
std::vector<Group> groups_in(const Study& study, const detail::Asked& asked, const detail::PartyGroups& groups) {
  std::vector<Group> all;
  for (const std::string& label : groups.labels) all.push_back({label});
  for (const std::string& question : asked.answers.questions) {
    const auto at = as_size(*study.question_index(QuestionId(question)));
    const std::vector<bool> put_to =
        detail::groups_asked_all(study, asked.wave, std::array{study.questions()[at].question}, groups);
    for (std::size_t g = 0; g < all.size(); ++g) all[g].asked.push_back(put_to[g]);
  }
  const std::vector<std::int32_t> codes = detail::group_of_rows(study, asked.wave, groups);
  for (std::size_t row = 0; row < codes.size(); ++row) {
    const HighRow answers = asked.answers.row(row);
    if (detail::any_answer(answers)) all[as_size(codes[row])].people.push_back(answers);
  }
  std::erase_if(all, [](const Group& group) {
    return group.label == kNoGroup || static_cast<std::int64_t>(group.people.size()) < kFewestOfGroup;
  });
  return all;
}

// What was asked of both.
std::vector<bool> asked_of_both(const Group& a, const Group& b) {
  std::vector<bool> both = a.asked;
  for (std::size_t q = 0; q < both.size(); ++q) both[q] = both[q] && b.asked[q];
  return both;
}

// One pair of groups of one instrument, compared over what was asked of both.
class Pair {
 public:
  Pair(const Study& study, const detail::Asked& asked, const Group& a, const Group& b)
      : wave_(study.waves()[as_size(asked.wave)].id),
        compared_(detail::comparisons(asked.answers, true, asked_of_both(a, b))),
        a_(a.label),
        b_(b.label),
        samples_(compared_, a.people, b.people) {}

  void append_to(std::vector<SupportedDifference>& result, const SupportOptions& options, double pairs,
                 std::uint64_t stream) {
    const double alpha = (1 - options.level) / pairs;
    const std::vector<double> p = samples_.adjusted(options.draws, alpha, Random(options.seed, stream));
    for (std::size_t c = 0; c < p.size(); ++c) {
      if (p[c] > alpha) continue;
      const double a = samples_.share_a(c), b = samples_.share_b(c);
      const bool a_higher = samples_.a_is_higher(c);
      // Who left out questions can make the shares say the opposite of the test: then neither is said.
      if ((a > b) != a_higher || samples_.n_a(c) < kFewestOfGroup || samples_.n_b(c) < kFewestOfGroup) continue;
      SupportedDifference found{wave_, compared_.what[c], a_, b_, samples_.n_a(c), samples_.n_b(c), a, b, p[c] * pairs};
      if (!a_higher) {
        std::swap(found.higher, found.lower);
        std::swap(found.n_higher, found.n_lower);
        std::swap(found.share_higher, found.share_lower);
      }
      result.push_back(std::move(found));
    }
  }

 private:
  WaveId wave_;
  detail::Comparisons compared_;
  std::string a_, b_;
  detail::TwoSamples samples_;
};

detail::TestedInstrument tested_instrument(const detail::HighAnswers& answers, const WaveId& wave,
                                           const std::vector<Group>& groups) {
  detail::TestedInstrument tested{answers.instrument, wave, {}, 0, {}, {}};
  const detail::Comparisons compared = detail::comparisons(answers, true);
  for (std::size_t c = 0; c < compared.what.size(); ++c) tested.weight[compared.what[c].breadth] = compared.weight[c];
  for (const Group& group : groups) tested.groups.push_back(group.label);
  for (const std::string& element : answers.elements) {
    const Compared as_one{answers.instrument, Breadth::kElement, element};
    tested.elements.push_back({element, {}, std::count(compared.what.begin(), compared.what.end(), as_one) > 0});
  }
  for (std::size_t q = 0; q < answers.questions.size(); ++q) {
    tested.elements[answers.element_of[q]].questions.push_back(answers.questions[q]);
  }
  return tested;
}

}  // namespace

detail::TestedDifferences detail::tested_differences(const Study& study, const SupportOptions& options) {
  require_support_options(options);
  if (options.by.empty()) stats::detail::fail("HV-303", argument("by"), "", {"problem.expected.attribute_to_compare"});
  const PartyGroups parties = group_parties(study, options.by);
  const std::vector<Asked> asked = asked_last(study, options.wave);
  std::vector<std::vector<Group>> groups;
  double pairs = 0;
  for (const Asked& each : asked) {
    groups.push_back(groups_in(study, each, parties));
    const auto n = static_cast<double>(groups.back().size());
    pairs += n * (n - 1) / 2;
  }
  TestedDifferences result;
  std::uint64_t stream = 0;
  for (std::size_t i = 0; i < asked.size(); ++i) {
    for (std::size_t a = 0; a < groups[i].size(); ++a) {
      for (std::size_t b = a + 1; b < groups[i].size(); ++b) {
        Pair(study, asked[i], groups[i][a], groups[i][b]).append_to(result.found, options, pairs, stream++);
      }
    }
    if (groups[i].size() < 2) continue;
    result.tested.push_back(tested_instrument(asked[i].answers, at(study.waves(), asked[i].wave).id, groups[i]));
    result.tested.back().alpha = (1 - options.level) / pairs;
  }
  return result;
}

std::vector<SupportedDifference> supported_differences(const Study& study, const SupportOptions& options) {
  return detail::tested_differences(study, options).found;
}

}  // namespace houvast::inline v0_1
