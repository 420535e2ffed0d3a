#include <array>
#include <cmath>
#include <optional>
#include <string>
#include <vector>

#include "base/index.hpp"
#include "houvast/base/fields.hpp"
#include "houvast/scoring/raters.hpp"
#include "scoring/distributions.hpp"
#include "scoring/support.hpp"

namespace houvast::inline v0_1::stats {
using houvast::detail::as_size;
using houvast::detail::at;
namespace {

constexpr detail::Definition kForms{"method.icc_forms", "source.icc_forms"};

// Analysis of variance of a complete table of targets × raters.
struct TwoWay {
  double targets = 0, raters = 0;
  double between = 0;    // mean square of targets
  double within = 0;     // of ratings inside targets
  double of_raters = 0;  // of raters
  double residual = 0;

  [[nodiscard]] double df_targets() const { return targets - 1; }
  [[nodiscard]] double df_within() const { return targets * (raters - 1); }
  [[nodiscard]] double df_residual() const { return (targets - 1) * (raters - 1); }
};

std::vector<double> complete_rows(const Items& ratings) {
  std::vector<double> rows;
  for (std::int64_t row = 0; row < ratings.rows(); ++row) {
    bool whole = true;
    for (std::int64_t item = 0; item < ratings.items; ++item) whole = whole && !std::isnan(ratings.at(row, item));
    for (std::int64_t item = 0; whole && item < ratings.items; ++item) rows.push_back(ratings.at(row, item));
  }
  return rows;
}

double squares(std::span<const double> means, double centre) {
  std::vector<double> parts;
  for (const double mean : means) parts.push_back((mean - centre) * (mean - centre));
  return detail::exact_sum(parts);
}

TwoWay two_way(const Items& whole) {
  TwoWay found{.targets = static_cast<double>(whole.rows()), .raters = static_cast<double>(whole.items)};
  const double grand = detail::exact_sum(whole.values) / (found.targets * found.raters);
  std::vector<double> of_target, of_rater, column(as_size(whole.rows()));
  for (std::int64_t row = 0; row < whole.rows(); ++row) {
    const auto ratings = whole.values.subspan(as_size(row * whole.items), as_size(whole.items));
    of_target.push_back(detail::exact_sum(ratings) / found.raters);
  }
  for (std::int64_t item = 0; item < whole.items; ++item) {
    for (std::int64_t row = 0; row < whole.rows(); ++row) at(column, row) = whole.at(row, item);
    of_rater.push_back(detail::exact_sum(column) / found.targets);
  }
  std::vector<double> inside, left;
  for (std::int64_t row = 0; row < whole.rows(); ++row) {
    for (std::int64_t item = 0; item < whole.items; ++item) {
      const double target = at(of_target, row), rater = at(of_rater, item);
      const double off = whole.at(row, item) - target, rest = off - rater + grand;
      inside.push_back(off * off);
      left.push_back(rest * rest);
    }
  }
  found.between = found.raters * squares(of_target, grand) / found.df_targets();
  found.of_raters = found.targets * squares(of_rater, grand) / (found.raters - 1);
  found.within = detail::exact_sum(inside) / found.df_within();
  found.residual = detail::exact_sum(left) / found.df_residual();
  return found;
}

struct FormRow {
  std::string form;
  std::optional<double> value{}, low{}, high{}, f{}, df1{}, df2{}, p_value{};
  std::int64_t targets = 0, raters = 0;
  std::optional<Claim> why{};
};

// A form with an F of the mean square of targets over another; `mean` of all raters.
FormRow by_f(const TwoWay& anova, const char* form, double error, double df2, bool mean, double level) {
  const double k = anova.raters, f = anova.between / error, df1 = anova.df_targets(), tail = 1 - (1 - level) / 2;
  const double low = f / detail::f_quantile(tail, df1, df2), high = f * detail::f_quantile(tail, df2, df1);
  FormRow row{.form = form, .f = f, .df1 = df1, .df2 = df2, .p_value = detail::f_sf(f, df1, df2)};
  row.value = mean ? 1 - error / anova.between : (anova.between - error) / (anova.between + (k - 1) * error);
  row.low = mean ? 1 - 1 / low : (low - 1) / (low + k - 1);
  row.high = mean ? 1 - 1 / high : (high - 1) / (high + k - 1);
  return row;
}

// ICC2, whose degrees of freedom follow from the data.
FormRow of_sample(const TwoWay& anova, const char* form, bool mean, double level) {
  const double n = anova.targets, k = anova.raters, tail = 1 - (1 - level) / 2;
  const double between = anova.between, raters = anova.of_raters, error = anova.residual;
  const double one = (between - error) / (between + (k - 1) * error + k * (raters - error) / n);
  const double ratio = raters / error, rest = n * (1 + (k - 1) * one) - k * one;
  const double sum = k * one * ratio + rest;
  const double df = (k - 1) * (n - 1) * sum * sum / ((n - 1) * k * k * one * one * ratio * ratio + rest * rest);
  const double up = detail::f_quantile(tail, n - 1, df), down = detail::f_quantile(tail, df, n - 1);
  const double spread = k * raters + (k * n - k - n) * error;
  const double low = n * (between - up * error) / (up * spread + n * between);
  const double high = n * (down * between - error) / (spread + n * down * between);
  const auto of_mean = [k](double single) { return single * k / (1 + single * (k - 1)); };
  FormRow row{.form = form, .f = between / error, .df1 = anova.df_targets(), .df2 = anova.df_residual()};
  row.p_value = detail::f_sf(*row.f, *row.df1, *row.df2);
  row.value = mean ? (between - error) / (between + (raters - error) / n) : one;
  row.low = mean ? of_mean(low) : low;
  row.high = mean ? of_mean(high) : high;
  return row;
}

std::vector<FormRow> forms_of(const TwoWay& anova, double level) {
  return {by_f(anova, "ICC1", anova.within, anova.df_within(), false, level),
          of_sample(anova, "ICC2", false, level),
          by_f(anova, "ICC3", anova.residual, anova.df_residual(), false, level),
          by_f(anova, "ICC1k", anova.within, anova.df_within(), true, level),
          of_sample(anova, "ICC2k", true, level),
          by_f(anova, "ICC3k", anova.residual, anova.df_residual(), true, level)};
}

std::vector<FormRow> undefined_forms(const Claim& reason) {
  std::vector<FormRow> rows;
  for (const char* form : {"ICC1", "ICC2", "ICC3", "ICC1k", "ICC2k", "ICC3k"}) {
    rows.push_back({.form = form, .why = reason});
  }
  return rows;
}

Fields<FormRow> form_fields() {
  using Row = FormRow;
  return {{"form", {"column.icc_form"}, &Row::form},
          {"value", {"column.icc_value"}, &Row::value},
          {"low", {"column.bound_low"}, &Row::low},
          {"high", {"column.bound_high"}, &Row::high},
          {"f", {"column.icc_f"}, &Row::f},
          {"df1", {"column.df_numerator"}, &Row::df1},
          {"df2", {"column.df_denominator"}, &Row::df2},
          {"p_value", {"column.icc_p_value"}, &Row::p_value},
          {"targets", {"column.rated_targets"}, &Row::targets},
          {"raters", {"column.raters"}, &Row::raters},
          {"reason", {"column.why_missing"}, [](const Row& row) { return reason_text(row.why); }}};
}

}  // namespace

Table icc_forms(const Items& ratings, double level) {
  detail::require_level(level);
  detail::require_items(ratings);
  const std::vector<double> rows = complete_rows(ratings);
  const Items whole{rows, ratings.items};
  std::vector<FormRow> forms;
  if (whole.items < 2 || whole.rows() < 2) {
    forms = undefined_forms({"reason.two_targets_and_raters"});
  } else {
    const TwoWay anova = two_way(whole);
    forms = anova.residual > 0 && anova.between > 0 ? forms_of(anova, level) : undefined_forms({"reason.no_variance"});
  }
  for (FormRow& form : forms) {
    form.targets = whole.rows();
    form.raters = whole.items;
  }
  return {{"title.icc_forms"},
          columns_of(forms, form_fields()),
          detail::provenance_of(kForms, {{"level", detail::text_of(level)}, {"missing", "listwise"}})};
}

}  // namespace houvast::inline v0_1::stats
