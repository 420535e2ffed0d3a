#include "houvast/scoring/plan.hpp"

#include <algorithm>
#include <cmath>
#include <set>
#include <utility>

#include "base/index.hpp"
#include "houvast/base/fields.hpp"
#include "houvast/study/names.hpp"
#include "scoring/high_answers.hpp"
#include "scoring/plan_power.hpp"
#include "scoring/study_view.hpp"
#include "scoring/support.hpp"

namespace houvast::inline v0_1 {
using houvast::detail::at;
namespace {

constexpr std::int64_t kMost = 4096;  // people of a group that is looked at when the roster is not known
constexpr double kPoints = 100;

void require_chance(double value, const char* name) {
  if (!(value > 0 && value < 1)) {
    stats::detail::fail("HV-302", argument(name), detail::text_of(value), {"problem.expected.confidence"});
  }
}

void require_plan_options(const PlanOptions& options) {
  if (options.by.empty()) stats::detail::fail("HV-303", argument("by"), "", {"problem.expected.attribute_to_compare"});
  require_chance(options.share, "share");
  require_chance(options.power, "power");
  require_chance(options.level, "level");
  if (!(options.correlation >= 0 && options.correlation < 1)) {
    stats::detail::fail("HV-302", argument("correlation"), detail::text_of(options.correlation),
                        {"problem.expected.below_1"});
  }
  const double most = 2 * std::min(options.share, 1 - options.share);
  if (!(options.difference > 0 && options.difference <= most + 1e-12)) {
    stats::detail::fail("HV-302", argument("difference"), detail::text_of(options.difference),
                        {"problem.expected.above_0_at_most", {{"most", detail::text_of(most)}}});
  }
}

struct RosterGroup {
  std::string label;
  std::int64_t asked = 0;
};

// Groups of those who take part in a wave, and how many of them are asked.
std::vector<RosterGroup> roster_of(const Study& study, const std::string& by, const WaveId& wave) {
  const detail::PartyGroups parties = detail::group_parties(study, by);
  std::vector<RosterGroup> groups;
  for (const std::string& label : parties.labels) groups.push_back({label, 0});
  for (std::size_t p = 0; p < study.parties().size(); ++p) {
    const Party& party = study.parties()[p];
    if (party.takes_part_in(wave)) at(groups, parties.of_party[p]).asked += party.asked;
  }
  return groups;
}

// The least number from `low` to `high` that will do, taking it that more will do as well.
template <class Number, class WillDo>
std::optional<Number> least(Number low, Number high, const WillDo& will_do) {
  if (high < low || !will_do(high)) return std::nullopt;
  while (low < high) {
    const Number middle = low + (high - low) / 2;
    if (will_do(middle)) {
      high = middle;
    } else {
      low = middle + 1;
    }
  }
  return high;
}

// The same, without looking at far more than is needed.
template <class WillDo>
std::optional<std::int64_t> least_of_many(std::int64_t low, std::int64_t high, const WillDo& will_do) {
  std::int64_t end = std::min(2 * low, high);
  while (end < high && !will_do(end)) {
    low = end + 1;
    end = std::min(2 * end, high);
  }
  return least(low, end, will_do);
}

// What one instrument asks, as far as it matters to a plan.
struct Asking {
  InstrumentId instrument;
  std::int64_t questions = 1;
  double weight = 0;  // of one comparison of this breadth
};

std::vector<Asking> askings_of(const Study& study, std::int64_t wave, Breadth breadth) {
  std::vector<Asking> result;
  for (detail::HighAnswers& answers : detail::high_answers(study, wave)) {
    answers.loose.clear();
    const detail::Comparisons compared = detail::comparisons(answers, true);
    std::optional<Asking> found;
    for (std::size_t c = 0; c < compared.what.size(); ++c) {
      if (compared.what[c].breadth != breadth) continue;
      const auto questions = static_cast<std::int64_t>(compared.questions[c].size());
      if (!found) found = Asking{answers.instrument, questions, compared.weight[c]};
      found->questions = std::min(found->questions, questions);
    }
    if (found) result.push_back(*found);
  }
  return result;
}

// Looks for numbers of people, for one instrument.
class Planner {
 public:
  Planner(const PlanOptions& options, const Asking& asking, double alpha)
      : options_(options), asking_(asking), alpha_(alpha * asking.weight) {}

  void plan_difference(PlannedComparison& row) const {
    const std::int64_t one = row.asked.value_or(kMost), other = row.asked_other.value_or(kMost);
    const auto will_do = [&](std::int64_t n, std::int64_t m) { return finds_difference(options_.difference, n, m); };
    const std::int64_t fewer = std::min(one, other);
    row.needed = least_of_many(kFewestOfGroup, fewer, [&](std::int64_t n) { return will_do(n, n); });
    row.needed_other = row.needed;
    if (!row.needed) {
      const auto rest = least_of_many(fewer, std::max(one, other), [&](std::int64_t n) { return will_do(fewer, n); });
      if (rest) {
        row.needed = one < other ? fewer : *rest;
        row.needed_other = one < other ? *rest : fewer;
      }
    }
    if (row.asked && row.asked_other) {
      row.smallest = smallest([&](double apart) { return finds_difference(apart, one, other); });
    }
  }

  void plan_change(PlannedComparison& row) const {
    row.needed = least_of_many(kFewestCompared, row.asked.value_or(kMost),
                               [&](std::int64_t n) { return finds_change(options_.difference, n); });
    if (row.asked && *row.asked >= kFewestCompared) {
      row.smallest = smallest([&](double apart) { return finds_change(apart, *row.asked); });
    }
  }

 private:
  [[nodiscard]] detail::Planned planned(double apart) const {
    return {std::max(options_.share - apart / 2, 0.0), std::min(options_.share + apart / 2, 1.0), asking_.questions,
            options_.correlation, alpha_};
  }

  // Whichever of the two is the higher group.
  [[nodiscard]] bool finds_difference(double apart, std::int64_t n, std::int64_t m) const {
    return detail::power_of_difference(planned(apart), n, m) >= options_.power &&
           (n == m || detail::power_of_difference(planned(apart), m, n) >= options_.power);
  }
  [[nodiscard]] bool finds_change(double apart, std::int64_t n) const {
    return detail::power_of_change(planned(apart), n) >= options_.power;
  }

  template <class Finds>
  [[nodiscard]] std::optional<double> smallest(const Finds& finds) const {
    const double most = 2 * std::min(options_.share, 1 - options_.share);
    const auto found =
        least<std::int64_t>(1, static_cast<std::int64_t>(std::floor(kPoints * most + 1e-9)),
                            [&](std::int64_t points) { return finds(static_cast<double>(points) / kPoints); });
    return found ? std::optional(static_cast<double>(*found) / kPoints) : std::nullopt;
  }

  const PlanOptions& options_;
  const Asking& asking_;
  double alpha_;
};

std::vector<Claim> reckoned_with(const PlanOptions& options) {
  return {{"plan.about",
           {{"power", options.power},
            {"points", kPoints * options.difference},
            {"what", std::string(to_string(options.breadth))}}},
          {"plan.reckoned", {{"share", options.share}, {"correlation", options.correlation}}}};
}

// What a row says, after which of the four things is the case with it.
Claim told(const PlannedComparison& row, const PlanOptions& options) {
  Arguments args{{"points", kPoints * options.difference}};
  const auto add = [&](const char* gap, const std::optional<std::int64_t>& number) {
    if (number) args.insert_or_assign(gap, *number);
  };
  add("asked", row.asked);
  add("needed", row.needed);
  if (row.smallest) args.insert_or_assign("smallest", kPoints * *row.smallest);
  if (row.is_change) {
    if (row.needed) return {row.asked ? "plan.change" : "plan.change.unasked", args};
    return {row.smallest ? "plan.change.beyond" : "plan.change.never", args};
  }
  add("asked_other", row.asked_other);
  add("needed_other", row.needed_other);
  args.insert_or_assign("group", Named{"group", options.by + ":" + row.group});
  args.insert_or_assign("other", Named{"group", options.by + ":" + row.other});
  if (row.needed) return {row.asked ? "plan.difference" : "plan.difference.unasked", args};
  return {row.smallest ? "plan.difference.beyond" : "plan.difference.never", args};
}

std::string kind_of(const PlannedComparison& row) {
  return row.is_change ? "change" : "difference";
}

Fields<PlannedComparison> plan_fields() {
  using Row = PlannedComparison;
  return {{"wave", {"column.wave_id"}, &Row::wave},
          {"instrument", {"column.instrument_id"}, &Row::instrument},
          {"kind", {"column.difference_or_change"}, kind_of},
          {"group", {"column.planned_group"}, &Row::group},
          {"other", {"column.planned_other"}, &Row::other},
          {"asked", {"column.planned_asked"}, &Row::asked},
          {"asked_other", {"column.planned_asked_other"}, &Row::asked_other},
          {"needed", {"column.planned_needed"}, &Row::needed},
          {"needed_other", {"column.planned_needed_other"}, &Row::needed_other},
          {"smallest", {"column.planned_smallest"}, &Row::smallest}};
}

Provenance provenance_of(const PlanOptions& options) {
  return stats::detail::provenance_of({"method.plan", "source.plan"},
                                      {{"by", options.by},
                                       {"breadth", std::string(to_string(options.breadth))},
                                       {"difference", detail::text_of(options.difference)},
                                       {"share", detail::text_of(options.share)},
                                       {"correlation", detail::text_of(options.correlation)},
                                       {"power", detail::text_of(options.power)},
                                       {"level", detail::text_of(options.level)}});
}

std::vector<Claim> claims_of(const Study& study, const Plan& plan) {
  std::vector<Claim> claims = reckoned_with(plan.options);
  std::set<InstrumentId> instruments;
  for (const PlannedComparison& row : plan.rows) instruments.insert(row.instrument);
  const InstrumentId* last = nullptr;
  for (const PlannedComparison& row : plan.rows) {
    if (instruments.size() > 1 && (last == nullptr || *last != row.instrument)) {
      claims.push_back({"plan.instrument", {{"instrument", Named{"instrument", row.instrument.str()}}}});
    }
    last = &row.instrument;
    claims.push_back(told(row, plan.options));
  }
  const Namer names = names_of(study);
  for (Claim& claim : claims) claim = with_names_beside(std::move(claim), names);
  return claims;
}

}  // namespace

Plan plan(const Study& study, const PlanOptions& options) {
  require_plan_options(options);
  const WaveId wave = options.wave ? *options.wave : study.last_wave().id;
  std::vector<RosterGroup> groups = roster_of(study, options.by, wave);
  const bool known = study.data().asked_known;
  const auto asked = [&](std::int64_t number) { return known ? std::optional(number) : std::nullopt; };
  std::int64_t everybody = 0;
  for (const RosterGroup& group : groups) everybody += group.asked;
  std::erase_if(groups, [&](const RosterGroup& group) {
    return group.label == kNoGroup || group.asked < (known ? kFewestOfGroup : 1);
  });
  const std::vector<Asking> askings = askings_of(study, study.wave_index(wave), options.breadth);
  const auto families = static_cast<double>(askings.size()), sides = static_cast<double>(groups.size());
  const double of_pair = (1 - options.level) / std::max(1.0, families * sides * (sides - 1) / 2);
  Plan result{.options = options};
  for (const Asking& asking : askings) {
    const Planner differences(options, asking, of_pair), changes(options, asking, (1 - options.level) / families);
    for (std::size_t a = 0; a < groups.size(); ++a) {
      for (std::size_t b = a + 1; b < groups.size(); ++b) {
        PlannedComparison& row =
            result.rows.emplace_back(PlannedComparison{wave, asking.instrument, false, groups[a].label, groups[b].label,
                                                       asked(groups[a].asked), asked(groups[b].asked)});
        differences.plan_difference(row);
      }
    }
    changes.plan_change(
        result.rows.emplace_back(PlannedComparison{wave, asking.instrument, true, "", "", asked(everybody)}));
  }
  result.table = titled({detail::title_by({"title.plan", {{"study", study.id()}}}, options.by),
                         columns_of(result.rows, plan_fields()), provenance_of(options)},
                        study);
  result.claims = claims_of(study, result);
  return result;
}

}  // namespace houvast::inline v0_1
