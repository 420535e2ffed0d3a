#include "scoring/group_answers.hpp"

#include "base/index.hpp"

namespace houvast::inline v0_1::stats::detail {
using houvast::detail::as_size;
using houvast::detail::at;

void Group::start(const double* row, std::size_t items, double fallback) {
  count.assign(items, 0);
  sum.assign(items, 0);
  squares.assign(items, 0);
  origin.assign(row, row + items);
  for (double& value : origin) value = std::isnan(value) ? fallback : value;
}

void Group::add(const double* row) {
  double* const counts = count.data();
  double* const sums = sum.data();
  double* const squared = squares.data();
  const double* const from = origin.data();
  const std::size_t items = count.size();
  for (std::size_t item = 0; item < items; ++item) {
    const double is_there = row[item] == row[item] ? 1.0 : 0.0;
    const double difference = row[item] == row[item] ? row[item] - from[item] : 0.0;
    counts[item] += is_there;
    sums[item] += difference;
    squared[item] += difference * difference;
  }
  ++n;
}

namespace {

// Whether the respondent counts.
bool counts(const double* row, std::int64_t items, Missing missing) {
  const auto is_there = [](double value) { return value == value; };
  return missing == Missing::kListwise ? std::all_of(row, row + items, is_there)
                                       : std::any_of(row, row + items, is_there);
}

// Calls `take(group, row)` for every respondent that counts.
template <class Function>
void for_counted_rows(const Items& items, const Grouping& groups, Missing missing, const Function& take) {
  for (std::int64_t i = 0; i < items.rows(); ++i) {
    const std::int32_t group = at(groups.codes, i);
    const double* row = items.values.data() + i * items.items;
    if (group >= 0 && counts(row, items.items, missing)) take(as_size(group), row);
  }
}

}  // namespace

std::vector<Group> spreads_of(const Items& items, const Grouping& groups, Missing missing) {
  const auto k = as_size(items.items);
  double some_answer = 0;
  for (const double value : items.values) {
    some_answer = value;
    if (!std::isnan(value)) break;
  }
  std::vector<Group> result(groups.labels.size());
  for_counted_rows(items, groups, missing, [&](std::size_t group, const double* row) {
    if (result[group].n == 0) result[group].start(row, k, some_answer);
    result[group].add(row);
  });
  for (Group& group : result) group.count.resize(k);  // those without anybody
  return result;
}

std::vector<Answers> answers_of(const Items& items, const Grouping& groups, Missing missing) {
  std::vector<Answers> result(groups.labels.size(), Answers(as_size(items.items)));
  for_counted_rows(items, groups, missing, [&](std::size_t group, const double* row) {
    for (Answers::size_type item = 0; item < result[group].size(); ++item) {
      if (!std::isnan(row[item])) result[group][item].push_back(row[item]);
    }
  });
  return result;
}

std::optional<Claim> too_small(const Group& group) {
  if (group.n == 0) return Claim{"reason.no_answers"};
  if (group.n == 1) return Claim{"reason.one_respondent"};
  for (std::size_t item = 0; item < group.count.size(); ++item) {
    if (group.count[item] < 2) {
      return Claim{"reason.item_unanswered_in_group", {{"item", item}}};
    }
  }
  return std::nullopt;
}

}  // namespace houvast::inline v0_1::stats::detail
