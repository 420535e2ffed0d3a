#include "graph/permuted.hpp"

#include <algorithm>
#include <cmath>
#include <numeric>
#include <utility>

#include "base/index.hpp"
#include "graph/estimates.hpp"
#include "houvast/base/error.hpp"
#include "houvast/base/parallel.hpp"
#include "houvast/base/random.hpp"
#include "houvast/base/stop.hpp"

namespace houvast::inline v0_1::graph::detail {
using houvast::detail::as_size;
using houvast::detail::at;
namespace {

constexpr std::int64_t kChunk = 16;   // permutations per piece of parallel work
constexpr std::size_t kBlock = 4;     // rows handled side by side
constexpr double kSparseShare = 0.4;  // of cells that are not zero, below which skipping the others pays

bool is_symmetric(const std::vector<double>& cells, std::size_t nodes) {
  for (std::size_t i = 0; i < nodes; ++i) {
    for (std::size_t j = 0; j < i; ++j) {
      if (cells[i * nodes + j] != cells[j * nodes + i]) return false;
    }
  }
  return true;
}

// Below the diagonal: the sum of both cells times `scale`; 0 elsewhere when `lower` is set.
std::vector<double> folded(const std::vector<double>& cells, std::size_t nodes, double scale, bool lower) {
  std::vector<double> result(cells.size());
  for (std::size_t i = 0; i < nodes; ++i) {
    for (std::size_t j = 0; j < i; ++j) {
      const double sum = scale * (cells[i * nodes + j] + cells[j * nodes + i]);
      result[i * nodes + j] = sum;
      if (!lower) result[j * nodes + i] = sum;
    }
  }
  return result;
}

std::size_t nonzero(const std::vector<double>& cells) {
  return as_size(std::count_if(cells.begin(), cells.end(), [](double cell) { return cell != 0; }));
}

}  // namespace

void check_matrix(const std::string& name, const SquareMatrix& matrix, std::int64_t nodes, bool directed) {
  const auto n = as_size(std::max<std::int64_t>(nodes, 0));
  if (matrix.nodes != nodes || nodes < 0 || matrix.cells.size() != n * n) {
    throw ValueError({"HV-301",
                      argument(name),
                      Claim{"problem.value.cells", {{"n", matrix.cells.size()}}},
                      {"problem.expected.rows_of_cells", {{"n", nodes}}}});
  }
  for (std::size_t i = 0; i < n; ++i) {
    for (std::size_t j = 0; j < n; ++j) {
      if (i == j) continue;
      const double cell = matrix.cells[i * n + j], turned = matrix.cells[j * n + i];
      const Arguments place{{"row", i}, {"column", j}};
      if (std::isinf(cell))
        throw ValueError(
            {"HV-302", argument(name), Claim{"problem.value.infinite_cell", place}, {"problem.expected.finite_cell"}});
      const bool same = cell == turned || (std::isnan(cell) && std::isnan(turned));
      if (!directed && !same) {
        throw ValueError({"HV-302",
                          argument(name),
                          Claim{"problem.value.cell_not_symmetric", place},
                          {"problem.expected.symmetric_matrix"}});
      }
    }
  }
}

void for_each_permutation(std::int64_t permutations, std::uint64_t seed, int threads, std::int64_t nodes,
                          const std::function<void(std::int64_t, std::span<const std::int32_t>)>& work) {
  parallel_for((permutations + kChunk - 1) / kChunk, threads, [&](std::int64_t chunk) {
    std::vector<std::int32_t> permutation(as_size(nodes));
    const std::int64_t end = std::min((chunk + 1) * kChunk, permutations);
    for (std::int64_t p = chunk * kChunk; p < end; ++p) {
      stop_point();
      Random random(seed, static_cast<std::uint64_t>(p));
      std::iota(permutation.begin(), permutation.end(), 0);
      random.shuffle(std::span(permutation));
      work(p, permutation);
    }
  });
}

Tails::Tails(double observed, std::span<const double> permuted) {
  std::int64_t more = 1, less = 1, far = 1, defined = 0;
  double sum = 0;
  const double equal = kEqual * std::max(1.0, std::abs(observed));
  for (const double value : permuted) {
    if (std::isnan(value)) continue;
    ++defined;
    sum += value;
    more += value >= observed - equal;
    less += value <= observed + equal;
    far += std::abs(value) >= std::abs(observed) - equal;
  }
  undefined = static_cast<std::int64_t>(permuted.size()) - defined;
  const auto n = static_cast<double>(defined);
  p_greater_equal = static_cast<double>(more) / (n + 1);
  p_less_equal = static_cast<double>(less) / (n + 1);
  p_two_sided = static_cast<double>(far) / (n + 1);
  if (defined == 0) return;
  mean = sum / n;
  double squares = 0;
  for (const double value : permuted) {
    if (!std::isnan(value)) squares += (value - mean) * (value - mean);
  }
  if (defined > 1) sd = std::sqrt(squares / (n - 1));
}

PermutedProduct::PermutedProduct(std::int64_t nodes, std::vector<double> fixed, std::vector<double> moved)
    : nodes_(as_size(nodes)) {
  const std::size_t n = nodes_;
  inverted_ = nonzero(moved) < nonzero(fixed);
  if (inverted_) std::swap(fixed, moved);
  half_ = is_symmetric(fixed, n) || is_symmetric(moved, n);
  if (half_) {
    fixed = folded(fixed, n, 1.0, true);
    moved = folded(moved, n, 0.5, false);
  }
  moved_ = std::move(moved);
  const double cells = static_cast<double>(n) * static_cast<double>(n) / (half_ ? 2 : 1);
  sparse_ = static_cast<double>(nonzero(fixed)) < kSparseShare * cells;
  if (sparse_) {
    for (std::size_t i = 0; i < n; ++i) {
      offsets_.push_back(columns_.size());
      for (std::size_t j = 0; j < n; ++j) {
        if (fixed[i * n + j] == 0) continue;
        columns_.push_back(static_cast<std::int32_t>(j));
        fixed_.push_back(fixed[i * n + j]);
      }
    }
    offsets_.push_back(columns_.size());
    return;
  }
  const std::size_t blocks = (n + kBlock - 1) / kBlock;
  fixed_.resize(blocks * kBlock * n);
  for (std::size_t i = 0; i < n; ++i) {
    for (std::size_t j = 0; j < n; ++j) fixed_[(i / kBlock * n + j) * kBlock + i % kBlock] = fixed[i * n + j];
  }
}

double PermutedProduct::operator()(std::span<const std::int32_t> permutation) const {
  if (!inverted_) return sparse_ ? sparse(permutation) : dense(permutation);
  std::vector<std::int32_t> inverse(permutation.size());
  for (std::size_t i = 0; i < permutation.size(); ++i) {
    inverse[as_size(permutation[i])] = static_cast<std::int32_t>(i);
  }
  return sparse_ ? sparse(inverse) : dense(inverse);
}

double PermutedProduct::dense(std::span<const std::int32_t> permutation) const {
  const std::size_t n = nodes_;
  const std::int32_t* place = permutation.data();
  double sum0 = 0, sum1 = 0, sum2 = 0, sum3 = 0;
  for (std::size_t i = 0; i < n; i += kBlock) {
    stop_point();
    // Rows past the last one hold zeros in `fixed_`, so that any row will do for them.
    const auto row = [&](std::size_t k) { return moved_.data() + as_size(place[std::min(i + k, n - 1)]) * n; };
    const double *row0 = row(0), *row1 = row(1), *row2 = row(2), *row3 = row(3);
    const double* fixed = fixed_.data() + i * n;
    const std::size_t end = half_ ? std::min(i + kBlock - 1, n) : n;
    for (std::size_t j = 0; j < end; ++j, fixed += kBlock) {
      const auto at = as_size(place[j]);
      sum0 += fixed[0] * row0[at];
      sum1 += fixed[1] * row1[at];
      sum2 += fixed[2] * row2[at];
      sum3 += fixed[3] * row3[at];
    }
  }
  return (sum0 + sum1) + (sum2 + sum3);
}

double PermutedProduct::sparse(std::span<const std::int32_t> permutation) const {
  const std::size_t n = nodes_;
  const std::int32_t* place = permutation.data();
  double sum0 = 0, sum1 = 0, sum2 = 0, sum3 = 0;
  for (std::size_t i = 0; i < n; ++i) {
    const double* row = moved_.data() + as_size(place[i]) * n;
    const auto at = [&](std::size_t cell) { return row[as_size(place[as_size(columns_[cell])])]; };
    std::size_t cell = offsets_[i];
    for (; cell + 4 <= offsets_[i + 1]; cell += 4) {
      sum0 += fixed_[cell] * at(cell);
      sum1 += fixed_[cell + 1] * at(cell + 1);
      sum2 += fixed_[cell + 2] * at(cell + 2);
      sum3 += fixed_[cell + 3] * at(cell + 3);
    }
    for (; cell < offsets_[i + 1]; ++cell) sum0 += fixed_[cell] * at(cell);
  }
  return (sum0 + sum1) + (sum2 + sum3);
}

}  // namespace houvast::inline v0_1::graph::detail
