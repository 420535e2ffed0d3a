#pragma once

#include <cmath>
#include <cstddef>
#include <vector>

namespace houvast::inline v0_1::detail {

/// Turns a symmetric matrix, row after row, into its Cholesky factor: lower, times its transpose it is the matrix.
///
/// A row that follows from those before it gets a column of zeros.
/// @param least what the square on the diagonal must be more than, by row
/// @return whether no row follows from others, so that the matrix is positive definite
template <class Least>
bool to_cholesky_factor(std::vector<double>& matrix, std::size_t size, const Least& least) {
  bool definite = true;
  for (std::size_t j = 0; j < size; ++j) {
    double root = 0;
    for (std::size_t i = j; i < size; ++i) {
      double sum = matrix[i * size + j];
      for (std::size_t k = 0; k < j; ++k) sum -= matrix[i * size + k] * matrix[j * size + k];
      if (i == j) {
        root = sum > least(j) ? std::sqrt(sum) : 0;
        definite = definite && root > 0;
      }
      matrix[i * size + j] = i == j ? root : root > 0 ? sum / root : 0;
    }
  }
  return definite;
}

}  // namespace houvast::inline v0_1::detail
