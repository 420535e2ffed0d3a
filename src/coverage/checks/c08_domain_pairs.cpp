#include <algorithm>
#include <utility>

#include "base/index.hpp"
#include "coverage/members.hpp"
#include "coverage/verdict.hpp"
#include "houvast/graph/groups.hpp"

// C8: domains have ties with each other. Not every pair needs them: two small domains may well have none.
namespace houvast::inline v0_1::detail {
namespace {

constexpr std::int64_t kPermutations = 499;
constexpr double kExpected =
    3;  // ties that two domains would have at the density of the whole before none is a finding

// Ties between each two groups (and within, on the diagonal), whatever their direction.
std::vector<std::vector<PairCount>> pairs_between(const CoverageContext& context, const std::vector<std::int32_t>& code,
                                                  std::size_t groups) {
  std::vector<Crowd> crowds(groups);
  for (std::size_t i = 0; i < code.size(); ++i) {
    if (code[i] >= 0) at(crowds, code[i]).add(context.told(static_cast<std::int32_t>(i)));
  }
  std::vector<std::vector<PairCount>> pairs(groups, std::vector<PairCount>(groups));
  for (std::size_t g = 0; g < groups; ++g) {
    pairs[g][g] = context.pairs_among(crowds[g]);
    for (std::size_t h = g + 1; h < groups; ++h) pairs[g][h] = context.pairs_between(crowds[g], crowds[h]);
  }
  for (const Network::Tie& tie : context.network->network.ties) {
    const auto [g, h] = std::minmax(at(code, tie.from), at(code, tie.to));
    if (g >= 0) ++pairs[as_size(g)][as_size(h)].ties;
  }
  return pairs;
}

PairCount together(const std::vector<std::vector<PairCount>>& pairs) {
  PairCount all;
  for (const std::vector<PairCount>& row : pairs) {
    for (const PairCount& count : row) all.add(count);
  }
  return all;
}

class PairCheck {
 public:
  // @param may_hide a party without a domain may be what ties two of them
  PairCheck(const CoverageContext& context, double density, bool may_hide)
      : observed_(context.thresholds().observed), density_(density), may_hide_(may_hide) {}

  void judge(const std::string& a, const std::string& b, const PairCount& count, Verdict& verdict) {
    const bool none = count.ties == 0, known = !may_hide_ && count.heard(observed_);
    const std::string role = !none ? "ties" : known ? "apart" : "undecided";
    verdict.note("domain", a, role, static_cast<double>(count.ties), b);
    if (!none) return;
    const double expected = density_ * static_cast<double>(count.possible);
    if (expected < kExpected) {
      ++few_;
    } else if (known) {
      verdict.note("domain", a, "expected_ties", expected, b);
      verdict.raise(Status::kAttention);
      verdict.claim("coverage.C8.apart", {{"domains", named("domain", {a, b})}, {"expected", expected}});
    } else {
      verdict.raise(Status::kUnknown);
      verdict.claim("coverage.C8.undecided", {{"domains", named("domain", {a, b})}});
      if (verdict.needed.empty()) verdict.need("coverage.C8.ask");
    }
  }

  void tell_of_few(Verdict& verdict) const {
    if (few_ > 0) verdict.claim("coverage.C8.few_expected", {{"count", few_}, {"expected", kExpected}});
  }

 private:
  double observed_;
  double density_;
  bool may_hide_;
  std::int64_t few_ = 0;  // pairs without ties of which few were to be expected
};

// Whether ties look inward by more than chance.
void judge_inward(const CoverageContext& context, const std::vector<std::int32_t>& code, Verdict& verdict) {
  const Estimate ei =
      graph::ei_index(context.network->graph, code, {.permutations = kPermutations, .seed = context.seed()});
  if (!ei.defined()) return;
  const double p_inward = ei.details.at("p_less_equal");
  verdict.note_number("ei_index", ei.value);
  verdict.note_number("ei_by_chance", *ei.expected);
  verdict.note_number("ei_p_value", *ei.p_value);
  verdict.note_number("ei_p_inward", p_inward);
  verdict.note_number("ties_between_domains", ei.details.at("external"));
  verdict.note_number("ties_within_domains", ei.details.at("internal"));
  if (ei.value < *ei.expected && p_inward < context.thresholds().significance) {
    verdict.raise(Status::kAttention);
    verdict.claim("coverage.C8.inward");
  }
}

}  // namespace

Verdict check_domain_pairs(const CoverageContext& context) {
  const std::vector<Term>& domains = context.profile().domains.terms();
  const std::vector<std::int32_t> code = codes_in(context, context.profile().domains, &Party::domain);
  std::vector<std::size_t> present;
  for (std::size_t g = 0; g < domains.size(); ++g) {
    if (std::find(code.begin(), code.end(), static_cast<std::int32_t>(g)) != code.end()) present.push_back(g);
  }
  const bool may_hide = std::find(code.begin(), code.end(), -1) != code.end();
  if (present.size() < 2) {
    return may_hide ? not_known("coverage.C8.too_few_domains", "coverage.settle.domains")
                    : does_not_apply("coverage.C8.one_domain");
  }
  const auto pairs = pairs_between(context, code, domains.size());
  Verdict verdict;
  PairCheck check(context, together(pairs).density(), may_hide);
  for (std::size_t i = 0; i < present.size(); ++i) {
    for (std::size_t j = i + 1; j < present.size(); ++j) {
      const std::size_t g = present[i], h = present[j];
      check.judge(domains[g].id, domains[h].id, pairs[g][h], verdict);
    }
  }
  judge_inward(context, code, verdict);
  check.tell_of_few(verdict);
  return verdict;
}

}  // namespace houvast::inline v0_1::detail
