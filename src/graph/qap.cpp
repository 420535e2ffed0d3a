#include <algorithm>
#include <cmath>
#include <cstddef>
#include <limits>
#include <utility>
#include <vector>

#include "base/index.hpp"
#include "graph/estimates.hpp"
#include "graph/permuted.hpp"
#include "houvast/graph/permutation.hpp"

namespace houvast::inline v0_1::graph {
using houvast::detail::as_size;
using houvast::detail::at;
namespace {

constexpr const char* kSource = "source.krackhardt_1988";
constexpr double kNotANumber = std::numeric_limits<double>::quiet_NaN();

// What a cell of the diagonal, or of the half that does not count, is for the comparison.
bool is_compared(std::size_t i, std::size_t j, bool directed) {
  return directed ? i != j : j < i;
}

// Both matrices without their means over the cells that both have; cells that are not compared are 0.
struct Compared {
  std::vector<double> a, b;
  double cells = 0;
  double squares_a = 0, squares_b = 0, products = 0;
  bool constant = true;  // one of the two
  bool complete = true;  // no cell off the diagonal is missing

  Compared(const SquareMatrix& first, const SquareMatrix& second) : a(first.cells.size()), b(a.size()) {
    const auto n = as_size(first.nodes);
    double sum_a = 0, sum_b = 0, any_a = kNotANumber, any_b = kNotANumber;
    bool constant_a = true, constant_b = true;
    const auto for_each = [&](auto visit) {
      for (std::size_t i = 0; i < n; ++i) {
        for (std::size_t j = 0; j < n; ++j) {
          if (i != j) visit(i * n + j, first.cells[i * n + j], second.cells[i * n + j]);
        }
      }
    };
    for_each([&](std::size_t, double x, double y) {
      if (std::isnan(x) || std::isnan(y)) {
        complete = false;
        return;
      }
      if (cells == 0) {
        any_a = x;
        any_b = y;
      }
      cells += 1;
      sum_a += x;
      sum_b += y;
      constant_a &= x == any_a;
      constant_b &= y == any_b;
    });
    constant = constant_a || constant_b;
    if (constant) return;
    for_each([&](std::size_t cell, double x, double y) {
      a[cell] = std::isnan(x) ? kNotANumber : x - sum_a / cells;
      b[cell] = std::isnan(y) ? kNotANumber : y - sum_b / cells;
      if (std::isnan(a[cell]) || std::isnan(b[cell])) return;
      squares_a += a[cell] * a[cell];
      squares_b += b[cell] * b[cell];
      products += a[cell] * b[cell];
    });
  }

  [[nodiscard]] double correlation(double sum_of_products) const {
    return sum_of_products / (std::sqrt(squares_a) * std::sqrt(squares_b));
  }
};

// Zeros off the diagonal are kept, the diagonal becomes zero.
std::vector<double> raw_cells(const SquareMatrix& matrix) {
  std::vector<double> raw(matrix.cells.begin(), matrix.cells.end());
  const auto n = as_size(matrix.nodes);
  for (std::size_t i = 0; i < n; ++i) raw[i * n + i] = 0;
  return raw;
}

bool is_mostly_zero(const std::vector<double>& cells) {
  return 2 * std::count(cells.begin(), cells.end(), 0.0) > static_cast<std::ptrdiff_t>(cells.size());
}

// Correlations with permuted b when every cell is there: only the sum of products changes.
class CompleteKernel {
 public:
  CompleteKernel(const SquareMatrix& a, const SquareMatrix& b, const Compared& compared)
      : compared_(compared), product_(product_of(a, b, compared)) {}

  double operator()(std::span<const std::int32_t> permutation) const {
    return compared_.correlation(product_(permutation));
  }

 private:
  // It is enough to take the mean out of one of the two: the zeros of the other may stay zeros.
  static detail::PermutedProduct product_of(const SquareMatrix& a, const SquareMatrix& b, const Compared& compared) {
    std::vector<double> raw_a = raw_cells(a), raw_b = raw_cells(b);
    if (is_mostly_zero(raw_a)) return {a.nodes, std::move(raw_a), compared.b};
    if (is_mostly_zero(raw_b)) return {a.nodes, compared.a, std::move(raw_b)};
    return {a.nodes, compared.a, compared.b};
  }

  const Compared& compared_;
  detail::PermutedProduct product_;
};

// The same when cells are missing: which cells both have changes with every permutation.
class MissingKernel {
 public:
  MissingKernel(std::int64_t nodes, const Compared& compared, bool directed)
      : nodes_(as_size(nodes)), a_(compared.a), b_(compared.b), has_a_(a_.size()), has_b_(a_.size()) {
    for (std::size_t i = 0; i < nodes_; ++i) {
      for (std::size_t j = 0; j < nodes_; ++j) {
        const std::size_t cell = i * nodes_ + j;
        has_a_[cell] = is_compared(i, j, directed) && !std::isnan(a_[cell]) ? 1 : 0;
        has_b_[cell] = i != j && !std::isnan(b_[cell]) ? 1 : 0;
        if (has_a_[cell] == 0) a_[cell] = 0;
        if (has_b_[cell] == 0) b_[cell] = 0;
      }
    }
  }

  double operator()(std::span<const std::int32_t> permutation) const {
    double n = 0, x = 0, y = 0, xx = 0, yy = 0, xy = 0;
    for (std::size_t i = 0; i < nodes_; ++i) {
      const std::size_t row = as_size(permutation[i]) * nodes_;
      for (std::size_t j = 0; j < nodes_; ++j) {
        const std::size_t cell = i * nodes_ + j, moved = row + as_size(permutation[j]);
        const double has_a = has_a_[cell], has_b = has_b_[moved], a = a_[cell] * has_b, b = b_[moved] * has_a;
        n += has_a * has_b;
        x += a;
        y += b;
        xx += a * a;
        yy += b * b;
        xy += a * b;
      }
    }
    const double variance_x = n * xx - x * x, variance_y = n * yy - y * y;
    constexpr double kRounding = 1e-12;
    if (variance_x <= kRounding * n * xx || variance_y <= kRounding * n * yy) return kNotANumber;
    return (n * xy - x * y) / (std::sqrt(variance_x) * std::sqrt(variance_y));
  }

 private:
  std::size_t nodes_;
  std::vector<double> a_, b_, has_a_, has_b_;
};

template <class Kernel>
std::vector<double> permuted_values(const Kernel& kernel, std::int64_t nodes, const QapOptions& options) {
  std::vector<double> values(as_size(options.permutations));
  detail::for_each_permutation(
      options.permutations, options.seed, options.threads, nodes,
      [&](std::int64_t p, std::span<const std::int32_t> permutation) { at(values, p) = kernel(permutation); });
  return values;
}

}  // namespace

Estimate qap_correlation(const SquareMatrix& a, const SquareMatrix& b, const QapOptions& options) {
  detail::check_at_least(argument("permutations"), options.permutations, 0);
  detail::check_matrix("a", a, a.nodes, options.directed);
  detail::check_matrix("b", b, a.nodes, options.directed);
  const Compared compared(a, b);
  // A symmetric pair of cells is one observation.
  const auto cells = static_cast<std::int64_t>(options.directed ? compared.cells : compared.cells / 2);
  const Claim definition{"method.qap_correlation"};
  if (compared.constant) {
    return undefined_estimate(definition, {kSource}, cells,
                              {cells == 0 ? "reason.no_common_cell" : "reason.constant_matrix"});
  }
  const double observed = compared.correlation(compared.products);
  Estimate result = defined_estimate(definition, {kSource}, cells, observed);
  if (compared.complete) result.expected = 0;
  result.provenance.options = {{"permutations", std::to_string(options.permutations)},
                               {"directed", options.directed ? "true" : "false"}};
  if (options.permutations == 0) return result;
  const detail::Tails tails(
      observed, compared.complete
                    ? permuted_values(CompleteKernel(a, b, compared), a.nodes, options)
                    : permuted_values(MissingKernel(a.nodes, compared, options.directed), a.nodes, options));
  result.p_value = tails.p_two_sided;
  result.details = {{"p_greater_equal", tails.p_greater_equal},
                    {"p_less_equal", tails.p_less_equal},
                    {"permuted_mean", tails.mean},
                    {"permuted_sd", tails.sd},
                    {"permutations_undefined", static_cast<double>(tails.undefined)}};
  result.provenance.seed = options.seed;
  return result;
}

}  // namespace houvast::inline v0_1::graph
