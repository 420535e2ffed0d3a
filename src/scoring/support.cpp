#include "scoring/support.hpp"

#include <algorithm>
#include <cmath>

#include "base/index.hpp"
#include "houvast/base/choice.hpp"
#include "houvast/version.hpp"

namespace houvast::inline v0_1::stats {
using houvast::detail::as_size;
using houvast::detail::at;
using houvast::detail::whole_part;

Missing missing_of(std::string_view name) {
  return choose<Missing>(argument("missing"), name,
                         {{"pairwise", Missing::kPairwise}, {"listwise", Missing::kListwise}});
}

Alternative alternative_of(std::string_view name) {
  return choose<Alternative>(
      argument("alternative"), name,
      {{"two-sided", Alternative::kTwoSided}, {"less", Alternative::kLess}, {"greater", Alternative::kGreater}});
}

TestMethod test_method_of(std::string_view name) {
  return choose<TestMethod>(
      argument("method"), name,
      {{"auto", TestMethod::kAuto}, {"exact", TestMethod::kExact}, {"asymptotic", TestMethod::kAsymptotic}});
}

namespace detail {

Provenance provenance_of(const Definition& definition, Options options, std::optional<std::uint64_t> seed) {
  Provenance provenance = houvast::provenance_of({definition.name}, {definition.source});
  provenance.options = std::move(options);
  provenance.seed = seed;
  return provenance;
}

Estimate estimate_of(const Definition& definition, std::int64_t n, double value, Options options) {
  Estimate result = defined_estimate({definition.name}, {definition.source}, n, value);
  result.method = cited({"method.cited", {{"method", result.method}}}, definition);
  result.provenance.options = std::move(options);
  return result;
}

Estimate undefined(const Definition& definition, std::int64_t n, Claim reason, Options options) {
  Estimate result = undefined_estimate({definition.name}, {definition.source}, n, std::move(reason));
  result.provenance.options = std::move(options);
  return result;
}

Claim cited(Claim method, const Definition& definition) {
  method.args.insert_or_assign("source", Claim{definition.source});
  return method;
}

void fail(const char* code, Claim subject, Found value, Claim expected) {
  throw ValueError({code, std::move(subject), std::move(value), std::move(expected)});
}

void require_level(double level) {
  if (!(level > 0 && level < 1)) fail("HV-302", argument("level"), text_of(level), {"problem.expected.confidence"});
}

void require_bounds(const Bounds& bounds) {
  if (!(std::isfinite(bounds.low) && std::isfinite(bounds.high) && bounds.low < bounds.high)) {
    fail("HV-302", argument("bounds"),
         Claim{"problem.value.range", {{"low", text_of(bounds.low)}, {"high", text_of(bounds.high)}}},
         {"problem.expected.lowest_below_highest"});
  }
}

void require_same_length(std::int64_t size, std::int64_t expected, const char* subject, const char* other) {
  if (size != expected) {
    fail("HV-301", argument(subject), Claim{"problem.value.length", {{"n", size}}},
         {"problem.expected.length_as", {{"n", expected}, {"other", other}}});
  }
}

namespace {

[[noreturn]] void fail_at(const char* subject, Claim expected, std::int64_t row, std::string column) {
  Where where;
  where.row = row + 1;
  where.column = std::move(column);
  throw ValueError({"HV-302", argument(subject), "", std::move(expected), std::move(where)});
}

std::string column_text(std::int64_t item, std::int64_t items) {
  return std::to_string(item + 1) + " of " + std::to_string(items);
}

Arguments range_of(const Bounds& bounds) {
  return {{"low", text_of(bounds.low)}, {"high", text_of(bounds.high)}};
}

}  // namespace

void require_finite(std::span<const double> values, const char* subject) {
  for (std::size_t i = 0; i < values.size(); ++i) {
    if (std::isinf(values[i])) fail_at(subject, {"problem.expected.finite_or_nan"}, std::int64_t(i), "");
  }
}

void require_rows(const Items& items) {
  if (items.items < 1)
    fail("HV-301", argument("items"), Claim{"problem.value.columns", {{"n", items.items}}},
         {"problem.expected.one_column"});
  if (static_cast<std::int64_t>(items.values.size()) % items.items != 0) {
    fail("HV-301", argument("items"), Claim{"problem.value.values", {{"n", items.values.size()}}},
         {"problem.expected.whole_rows", {{"n", items.items}}});
  }
}

void require_items(const Items& items) {
  require_rows(items);
  for (std::size_t i = 0; i < items.values.size(); ++i) {
    if (std::isinf(items.values[i])) {
      const auto index = static_cast<std::int64_t>(i);
      fail_at("items", {"problem.expected.finite_or_nan"}, index / items.items,
              column_text(index % items.items, items.items));
    }
  }
}

void require_within(const Items& items, const Bounds& bounds) {
  for (std::size_t i = 0; i < items.values.size(); ++i) {
    if (items.values[i] < bounds.low || items.values[i] > bounds.high) {
      const auto index = static_cast<std::int64_t>(i);
      fail_at("items", {"problem.expected.codes", range_of(bounds)}, index / items.items,
              column_text(index % items.items, items.items));
    }
  }
}

void require_codes(std::span<const double> values, const Bounds& bounds, const char* subject) {
  for (std::size_t i = 0; i < values.size(); ++i) {
    const double value = values[i];
    if (std::isnan(value)) continue;
    if (value < bounds.low || value > bounds.high || std::floor(value) != value) {
      fail_at(subject, {"problem.expected.whole_codes", range_of(bounds)}, std::int64_t(i), "");
    }
  }
}

void require_groups(const Grouping& groups, std::int64_t rows) {
  require_same_length(static_cast<std::int64_t>(groups.codes.size()), rows, "groups", "the answers");
  for (const std::int32_t code : groups.codes) {
    if (code < -1 || code >= groups.groups()) {
      fail("HV-302", argument("groups"), std::to_string(code),
           {"problem.expected.index_or_none", {{"labels", groups.groups()}}});
    }
  }
}

std::vector<bool> reversed_items(std::int64_t items, std::span<const std::int64_t> reverse,
                                 const std::optional<Bounds>& bounds) {
  std::vector<bool> turned(as_size(items));
  if (bounds) require_bounds(*bounds);
  if (!reverse.empty() && !bounds) {
    fail("HV-302", argument("bounds"), Claim{"problem.value.none"}, {"problem.expected.bounds_to_reverse"});
  }
  for (const std::int64_t item : reverse) {
    if (item < 0 || item >= items) {
      fail("HV-302", argument("reverse"), std::to_string(item),
           {"problem.expected.item_indexes", {{"last", items - 1}}});
    }
    at(turned, item) = true;
  }
  return turned;
}

std::vector<double> present(std::span<const double> values) {
  std::vector<double> kept;
  kept.reserve(values.size());
  std::copy_if(values.begin(), values.end(), std::back_inserter(kept), [](double v) { return !std::isnan(v); });
  return kept;
}

std::int64_t categories_of(const Bounds& bounds) {
  require_bounds(bounds);
  if (std::floor(bounds.low) != bounds.low || std::floor(bounds.high) != bounds.high ||
      bounds.high - bounds.low > 10000) {
    fail("HV-302", argument("bounds"), Claim{"problem.value.from_to", range_of(bounds)},
         {"problem.expected.countable_codes"});
  }
  return static_cast<std::int64_t>(bounds.high - bounds.low) + 1;
}

std::vector<std::int64_t> counts_of(std::span<const double> values, const Bounds& bounds, const char* subject) {
  std::vector<std::int64_t> counts(as_size(categories_of(bounds)));
  require_codes(values, bounds, subject);
  for (const double value : values) {
    if (!std::isnan(value)) ++counts[whole_part(value - bounds.low)];
  }
  return counts;
}

double quantile_of_sorted(std::span<const double> sorted, double p) {
  const double place = p * static_cast<double>(sorted.size() - 1);
  const auto below = whole_part(std::clamp(std::floor(place), 0.0, double(sorted.size() - 1)));
  const std::size_t above = std::min(below + 1, sorted.size() - 1);
  return sorted[below] + (place - static_cast<double>(below)) * (sorted[above] - sorted[below]);
}

double exact_sum(std::span<const double> values) {
  double sum = 0, lost = 0;
  for (const double value : values) {
    const double next = sum + value;
    lost += std::abs(sum) >= std::abs(value) ? (sum - next) + value : (value - next) + sum;
    sum = next;
  }
  return sum + lost;
}

}  // namespace detail
}  // namespace houvast::inline v0_1::stats
