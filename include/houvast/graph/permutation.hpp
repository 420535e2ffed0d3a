#pragma once

#include <cstdint>
#include <span>
#include <string>

#include "houvast/api.hpp"
#include "houvast/base/estimate.hpp"
#include "houvast/base/table.hpp"

/// Tests between networks on the same nodes, by giving the nodes of one network other places.
///
/// The diagonal plays no part. A NaN cell is missing. Permutation p uses stream p of the seed, so that the number of
/// threads never changes a result. Values that differ by less than 1e-10 (times the observed value when
/// that is above 1) count as equal.
namespace houvast::inline v0_1::graph {

/// A view on a square matrix: row i, column j at cells[i * nodes + j].
struct SquareMatrix {
  std::int64_t nodes = 0;
  std::span<const double> cells;
};

struct QapOptions {
  std::int64_t permutations = 1000;  ///< 0 = only the correlation
  std::uint64_t seed = 1;
  bool directed = true;  ///< false: matrices must be symmetric, each pair counts once
  int threads = 1;       ///< 0 = all; never changes the result
};

/// Tells how far two networks on the same nodes agree, and whether chance would give as much.
///
/// Pearson correlation over the cells that both matrices have. p_value = (1 + permutations with |r| at least as large)
/// / (1 + permutations), where the rows and columns of `b` are permuted together, missing cells with them.
/// @return n = cells compared; expected = 0 when no cell is missing; details: p_greater_equal, p_less_equal,
///         permuted_mean, permuted_sd, permutations_undefined (permutations in which a missing cell left no
///         correlation; these count for neither side); undefined when one of the two is constant
/// @throws ValueError HV-301 not nodes × nodes or another size than the other, HV-302 an infinite cell, a matrix that
/// is
///         not symmetric when undirected, or fewer than 0 permutations
/// @complexity O(nodes²) per permutation
/// @source Krackhardt (1988), Social Networks 10(4), 359–381; p: Phipson & Smyth (2010), SAGMB 9(1), 39
[[nodiscard]] HOUVAST_API Estimate qap_correlation(const SquareMatrix& a, const SquareMatrix& b,
                                                   const QapOptions& options = {});

struct MrqapOptions {
  std::span<const std::string> names = {};  ///< one per predictor, or empty: x1, x2, …
  std::int64_t permutations = 1000;         ///< 0 = only coefficients
  std::uint64_t seed = 1;
  bool directed = true;  ///< false: matrices must be symmetric, each pair counts once
  int threads = 1;       ///< 0 = all; never changes the result
};

/// Explains one network by several others (linear regression over cells), each tested with the others kept fixed.
///
/// Double semi-partialling: each predictor is freed of the others, the rest is permuted, and the t-value of the
/// permuted rest beside the other predictors is compared with the observed t-value. The intercept is not tested. Cells
/// missing in one of the matrices are left out of all; permuted rests take their missing cells along.
/// @param predictors at least one, same size as `y`
/// @return columns term ("(intercept)", then the predictors), coefficient, t, p_value (two-sided, on |t|),
///         p_greater_equal, p_less_equal: each (1 + hits) / (1 + permutations)
/// @throws ValueError HV-301 sizes differ or wrong number of names, HV-302 an infinite cell, a matrix that is not
///         symmetric when undirected, or a predictor that is constant or a combination of the others, HV-304 a name
///         used twice, HV-305 fewer cells than coefficients + 1
/// @complexity O(nodes² × predictors) per permutation and predictor; × predictors again when cells are missing
/// @source Dekker, Krackhardt & Snijders (2007), Psychometrika 72(4), 563–581
[[nodiscard]] HOUVAST_API Table mrqap(const SquareMatrix& y, std::span<const SquareMatrix> predictors,
                                      const MrqapOptions& options = {});

}  // namespace houvast::inline v0_1::graph
