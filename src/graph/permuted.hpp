#pragma once

#include <cstddef>
#include <cstdint>
#include <functional>
#include <span>
#include <string>
#include <vector>

#include "houvast/graph/permutation.hpp"

/// What the permutation tests share: checked matrices, permutations, and products with a permuted matrix.
namespace houvast::inline v0_1::graph::detail {

/// Values closer than this (times the observed one when that is above 1) count as equal to the observed one.
inline constexpr double kEqual = 1e-10;

/// @param subject how messages call the matrix
/// @throws ValueError HV-301 not nodes × nodes, HV-302 an infinite cell, or not symmetric when `directed` is false
void check_matrix(const std::string& name, const SquareMatrix& matrix, std::int64_t nodes, bool directed);

/// Runs work(p, permutation) for every p in [0, permutations), permutation p drawn from stream p of the seed.
void for_each_permutation(std::int64_t permutations, std::uint64_t seed, int threads, std::int64_t nodes,
                          const std::function<void(std::int64_t, std::span<const std::int32_t>)>& work);

/// How many permuted values are at least, at most, and in absolute value at least the observed one; NaN counts nowhere.
/// The observed one is a number.
struct Tails {
  Tails(double observed, std::span<const double> permuted);

  double p_greater_equal = 1;
  double p_less_equal = 1;
  double p_two_sided = 1;
  std::int64_t undefined = 0;
  double mean = 0;
  double sd = 0;  ///< 0 below two defined values
};

/// Sum over cells (i, j) of fixed(i, j) × moved(π(i), π(j)), for one permutation π after another.
///
/// Both matrices hold 0 on the diagonal. Where one is symmetric only half of the cells is visited; where one is mostly
/// zero only its other cells are.
class PermutedProduct {
 public:
  PermutedProduct(std::int64_t nodes, std::vector<double> fixed, std::vector<double> moved);

  [[nodiscard]] double operator()(std::span<const std::int32_t> permutation) const;

 private:
  [[nodiscard]] double dense(std::span<const std::int32_t> permutation) const;
  [[nodiscard]] double sparse(std::span<const std::int32_t> permutation) const;

  std::size_t nodes_;
  bool half_ = false;      // rows stop before the diagonal
  bool inverted_ = false;  // the sparser matrix stays, so that the other one moves the opposite way
  bool sparse_ = false;
  std::vector<double> fixed_;  // dense: blocks of four rows, column by column; sparse: values
  std::vector<double> moved_;
  std::vector<std::size_t> offsets_;   // sparse: row starts
  std::vector<std::int32_t> columns_;  // sparse
};

}  // namespace houvast::inline v0_1::graph::detail
