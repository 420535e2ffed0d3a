#include "scoring/support.hpp"

#include <algorithm>
#include <cmath>

#include "houvast/version.hpp"

namespace houvast::stats {

Missing missing_of(std::string_view name) {
  return detail::choose<Missing>("missing", name, {{"pairwise", Missing::kPairwise}, {"listwise", Missing::kListwise}});
}

Alternative alternative_of(std::string_view name) {
  return detail::choose<Alternative>(
      "alternative", name,
      {{"two-sided", Alternative::kTwoSided}, {"less", Alternative::kLess}, {"greater", Alternative::kGreater}});
}

TestMethod test_method_of(std::string_view name) {
  return detail::choose<TestMethod>(
      "method", name,
      {{"auto", TestMethod::kAuto}, {"exact", TestMethod::kExact}, {"asymptotic", TestMethod::kAsymptotic}});
}

namespace detail {

Provenance provenance_of(const Definition& definition, Options options, std::optional<std::uint64_t> seed) {
  return {definition.name, definition.source, std::move(options), seed, kVersion};
}

Estimate estimate_of(const Definition& definition, std::int64_t n, double value, Options options) {
  Estimate result;
  result.value = value;
  result.n = n;
  result.method = std::string(definition.name) + " (" + definition.source + ")";
  result.provenance = provenance_of(definition, std::move(options));
  return result;
}

Estimate undefined(const Definition& definition, std::int64_t n, std::string reason, Options options) {
  Estimate result = undefined_estimate(definition.name, definition.source, n, std::move(reason));
  result.provenance.options = std::move(options);
  return result;
}

void fail(const char* code, std::string subject, std::string value, std::string expected) {
  throw ValueError({code, std::move(subject), std::move(value), std::move(expected), {}});
}

void require_level(double level) {
  if (!(level > 0 && level < 1)) fail("HV-302", "level", text_of(level), "a number between 0 and 1, for example 0.95");
}

void require_bounds(const Bounds& bounds) {
  if (!(std::isfinite(bounds.low) && std::isfinite(bounds.high) && bounds.low < bounds.high)) {
    fail("HV-302", "bounds", text_of(bounds.low) + " to " + text_of(bounds.high), "the lowest code below the highest");
  }
}

void require_same_length(std::int64_t size, std::int64_t expected, const char* subject, const char* other) {
  if (size != expected) {
    fail("HV-301", subject, "length " + std::to_string(size), "length " + std::to_string(expected) + ", as " + other);
  }
}

namespace {

[[noreturn]] void fail_at(const char* subject, std::string expected, std::int64_t row, std::string column) {
  Where where;
  where.row = row + 1;
  where.column = std::move(column);
  throw ValueError({"HV-302", subject, "", std::move(expected), std::move(where)});
}

std::string column_text(std::int64_t item, std::int64_t items) {
  return std::to_string(item + 1) + " of " + std::to_string(items);
}

std::string range_text(const Bounds& bounds) {
  return "from " + text_of(bounds.low) + " to " + text_of(bounds.high);
}

}  // namespace

void require_finite(std::span<const double> values, const char* subject) {
  for (std::size_t i = 0; i < values.size(); ++i) {
    if (std::isinf(values[i])) fail_at(subject, "a finite number, or NaN for missing", std::int64_t(i), "");
  }
}

void require_rows(const Items& items) {
  if (items.items < 1) fail("HV-301", "items", std::to_string(items.items) + " columns", "at least one column");
  if (static_cast<std::int64_t>(items.values.size()) % items.items != 0) {
    fail("HV-301", "items", std::to_string(items.values.size()) + " values",
         "whole rows of " + std::to_string(items.items));
  }
}

void require_items(const Items& items) {
  require_rows(items);
  for (std::size_t i = 0; i < items.values.size(); ++i) {
    if (std::isinf(items.values[i])) {
      const auto index = static_cast<std::int64_t>(i);
      fail_at("items", "a finite number, or NaN for missing", index / items.items,
              column_text(index % items.items, items.items));
    }
  }
}

void require_within(const Items& items, const Bounds& bounds) {
  for (std::size_t i = 0; i < items.values.size(); ++i) {
    if (items.values[i] < bounds.low || items.values[i] > bounds.high) {
      const auto index = static_cast<std::int64_t>(i);
      fail_at("items", "codes " + range_text(bounds), index / items.items,
              column_text(index % items.items, items.items));
    }
  }
}

void require_codes(std::span<const double> values, const Bounds& bounds, const char* subject) {
  for (std::size_t i = 0; i < values.size(); ++i) {
    const double value = values[i];
    if (std::isnan(value)) continue;
    if (value < bounds.low || value > bounds.high || std::floor(value) != value) {
      fail_at(subject, "whole codes " + range_text(bounds), std::int64_t(i), "");
    }
  }
}

void require_groups(const Grouping& groups, std::int64_t rows) {
  require_same_length(static_cast<std::int64_t>(groups.codes.size()), rows, "groups", "the answers");
  for (const std::int32_t code : groups.codes) {
    if (code < -1 || code >= groups.groups()) {
      fail("HV-302", "groups", std::to_string(code), "-1 or an index below " + std::to_string(groups.groups()));
    }
  }
}

std::vector<bool> reversed_items(std::int64_t items, std::span<const std::int64_t> reverse,
                                 const std::optional<Bounds>& bounds) {
  std::vector<bool> turned(static_cast<std::size_t>(items));
  if (bounds) require_bounds(*bounds);
  if (!reverse.empty() && !bounds) {
    fail("HV-302", "bounds", "none", "the declared lowest and highest code, because items are to be reversed");
  }
  for (const std::int64_t item : reverse) {
    if (item < 0 || item >= items) {
      fail("HV-302", "reverse", std::to_string(item), "item indexes from 0 to " + std::to_string(items - 1));
    }
    turned[static_cast<std::size_t>(item)] = true;
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
    fail("HV-302", "bounds", range_text(bounds), "whole codes, at most 10001 of them");
  }
  return static_cast<std::int64_t>(bounds.high - bounds.low) + 1;
}

std::vector<std::int64_t> counts_of(std::span<const double> values, const Bounds& bounds, const char* subject) {
  std::vector<std::int64_t> counts(static_cast<std::size_t>(categories_of(bounds)));
  require_codes(values, bounds, subject);
  for (const double value : values) {
    if (!std::isnan(value)) ++counts[static_cast<std::size_t>(value - bounds.low)];
  }
  return counts;
}

double quantile_of_sorted(std::span<const double> sorted, double p) {
  const double place = p * static_cast<double>(sorted.size() - 1);
  const auto below = static_cast<std::size_t>(std::clamp(std::floor(place), 0.0, double(sorted.size() - 1)));
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
}  // namespace houvast::stats
