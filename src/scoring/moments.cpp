#include <algorithm>
#include <array>
#include <cmath>
#include <limits>
#include <vector>

#include "base/index.hpp"
#include "houvast/base/stop.hpp"
#include "houvast/scoring/reliability.hpp"
#include "scoring/moments_kernel_code.hpp"
#include "scoring/support.hpp"

namespace houvast::inline v0_1::stats {
using houvast::detail::as_size;
using houvast::detail::at;

namespace detail {

MomentKernels moment_kernels_portable() noexcept {
  return {products_of_block, convert_values};
}

MomentKernels moment_kernels() noexcept {
#if defined(__x86_64__) && defined(__GNUC__)
  if (__builtin_cpu_supports("avx512f") && __builtin_cpu_supports("avx512vl") && __builtin_cpu_supports("avx512bw") &&
      __builtin_cpu_supports("avx512dq")) {
    return moment_kernels_avx512();
  }
  if (__builtin_cpu_supports("avx2")) return moment_kernels_avx2();
#endif
  return moment_kernels_portable();
}

}  // namespace detail

namespace {

using detail::kBlockRows;

constexpr double kNaN = std::numeric_limits<double>::quiet_NaN();

// Sums over respondents, as exact integers or as doubles around provisional centres.
template <class T>
struct Sums {
  explicit Sums(std::int64_t items) : n(as_size(items * items)), sum(n.size()), product(n.size()) {}

  std::vector<std::int64_t> n;  // respondents who answered i and j (i <= j)
  std::vector<T> sum;           // of i over those who also answered j
  std::vector<T> product;       // of i and j (i <= j)
  std::int64_t respondents = 0;
};

// Sum of products around the means: exact in whole numbers as long as they fit.
double centred_product(double product, double sum_x, double sum_y, double n) {
  return product - sum_x * sum_y / n;
}

double centred_product(std::int64_t product, std::int64_t sum_x, std::int64_t sum_y, std::int64_t n) {
  constexpr double kFits = 4e18;
  const double x = static_cast<double>(sum_x), y = static_cast<double>(sum_y), size = static_cast<double>(n);
  if (std::abs(static_cast<double>(product) * size) > kFits || std::abs(x * y) > kFits) {
    return centred_product(static_cast<double>(product), x, y, size);
  }
  return static_cast<double>(product * n - sum_x * sum_y) / size;
}

template <class T>
ItemMoments moments_of(const Sums<T>& sums, std::int64_t items, std::span<const double> centres,
                       const std::vector<bool>& turned, const ReliabilityOptions& options) {
  ItemMoments result;
  result.items = items;
  result.respondents = sums.respondents;
  result.pair_n.resize(as_size(items * items));
  result.covariance.assign(as_size(items * items), kNaN);
  result.means.assign(as_size(items), kNaN);
  for (std::int64_t i = 0; i < items; ++i) {
    for (std::int64_t j = i; j < items; ++j) {
      const auto upper = as_size(i * items + j);
      const auto lower = as_size(j * items + i);
      const std::int64_t n = sums.n[upper];
      result.pair_n[upper] = result.pair_n[lower] = n;
      if (n < 2) continue;
      const double cross = centred_product(sums.product[upper], sums.sum[upper], sums.sum[lower], static_cast<T>(n));
      const double sign = at(turned, i) == at(turned, j) ? 1 : -1;
      result.covariance[upper] = result.covariance[lower] = sign * cross / static_cast<double>(n - 1);
    }
    const auto own = as_size(i * items + i);
    if (sums.n[own] == 0) continue;
    const auto index = as_size(i);
    const double mean = centres[index] + static_cast<double>(sums.sum[own]) / static_cast<double>(sums.n[own]);
    result.means[index] = turned[index] ? options.bounds->low + options.bounds->high - mean : mean;
  }
  return result;
}

// One block of respondents, item after item: codes (0 where missing) and whether they are there.
struct Block {
  explicit Block(std::int64_t items_)
      : items(items_),
        code(as_size(items * kBlockRows)),
        there(code.size()),
        row_code(code.size()),
        row_there(code.size()) {}

  std::int64_t items;
  std::vector<std::int16_t> code;
  std::vector<std::int16_t> there;
  std::vector<std::int16_t> row_code;  // the same, respondent after respondent
  std::vector<std::int16_t> row_there;
  bool some_missing = false;
};

class IntegerMoments {
 public:
  IntegerMoments(std::int64_t items, Missing missing) : items_(items), missing_(missing), sums_(items) {}

  // Takes the block's first `rows` rows; the rest must be zero in `code` and `there`.
  void add(Block& block, std::int64_t rows) {
    const std::int64_t items = items_;
    if (!block.some_missing) {
      sums_.respondents += rows;
      complete_rows_ += rows;
      for (std::int64_t i = 0; i < items; ++i) {
        std::int32_t sum = 0;
        for (int r = 0; r < kBlockRows; ++r) sum += at(block.code, i * kBlockRows + r);
        at(complete_sum_, i) += sum;
      }
      kernels_.products(block.code.data(), block.code.data(), items, true, sums_.product.data());
      return;
    }
    count_rows(block, rows);
    kernels_.products(block.code.data(), block.code.data(), items, true, sums_.product.data());
    kernels_.products(block.code.data(), block.there.data(), items, false, sums_.sum.data());
    kernels_.products(block.there.data(), block.there.data(), items, true, sums_.n.data());
  }

  // Adds what the blocks without gaps share and hands over the sums.
  Sums<std::int64_t> finish() && {
    for (std::int64_t i = 0; i < items_; ++i) {
      for (std::int64_t j = 0; j < items_; ++j) {
        const auto cell = as_size(i * items_ + j);
        sums_.sum[cell] += at(complete_sum_, i);
        if (i <= j) sums_.n[cell] += complete_rows_;
      }
    }
    return std::move(sums_);
  }

 private:
  // Counts respondents; under listwise a row with a gap is emptied.
  void count_rows(Block& block, std::int64_t rows) {
    std::array<std::int32_t, kBlockRows> answered{};
    for (std::int64_t i = 0; i < items_; ++i) {
      for (std::size_t r = 0; r < kBlockRows; ++r) {
        answered[r] += block.there[as_size(i) * kBlockRows + r];
      }
    }
    for (std::int64_t r = 0; r < rows; ++r) {
      const std::int32_t count = at(answered, r);
      const bool used = missing_ == Missing::kListwise ? count == items_ : count > 0;
      sums_.respondents += used;
      if (used || count == 0) continue;
      for (std::int64_t i = 0; i < items_; ++i) {
        at(block.code, i * kBlockRows + r) = 0;
        at(block.there, i * kBlockRows + r) = 0;
      }
    }
  }

  std::int64_t items_;
  Missing missing_;
  Sums<std::int64_t> sums_;
  std::vector<std::int64_t> complete_sum_ = std::vector<std::int64_t>(as_size(items_));
  std::int64_t complete_rows_ = 0;
  detail::MomentKernels kernels_ = detail::moment_kernels();
};

// Fills a block from rows of doubles. False when a value is not a small whole number.
bool fill(Block& block, const Items& items, std::int64_t first, std::int64_t rows) {
  const std::int64_t k = block.items;
  const std::int64_t missing = detail::moment_kernels().convert(items.values.data() + first * k, rows * k,
                                                                block.row_code.data(), block.row_there.data());
  if (missing < 0) return false;
  block.some_missing = missing > 0;
  for (std::int64_t i = 0; i < k; ++i) {
    std::int16_t* code = block.code.data() + i * kBlockRows;
    const std::int16_t* from = block.row_code.data() + i;
    for (std::int64_t r = 0; r < rows; ++r) code[r] = from[r * k];
    std::fill(code + rows, code + kBlockRows, std::int16_t{0});
    if (!block.some_missing) continue;
    std::int16_t* there = block.there.data() + i * kBlockRows;
    from = block.row_there.data() + i;
    for (std::int64_t r = 0; r < rows; ++r) there[r] = from[r * k];
    std::fill(there + rows, there + kBlockRows, std::int16_t{0});
  }
  return true;
}

void fill(Block& block, const ItemCodes& items, std::int64_t first, std::int64_t rows) {
  const std::int64_t all_rows = items.rows();
  std::int32_t gaps = 0;
  for (std::int64_t i = 0; i < block.items; ++i) {
    std::int16_t* code = block.code.data() + i * kBlockRows;
    const std::uint8_t* value = items.values.data() + i * all_rows + first;
    for (std::int64_t r = 0; r < rows; ++r) {
      const bool is_there = value[r] != items.missing;
      code[r] = static_cast<std::int16_t>(is_there ? value[r] : 0);
      gaps += is_there ? 0 : 1;
    }
    std::fill(code + rows, code + kBlockRows, std::int16_t{0});
  }
  block.some_missing = gaps > 0;
  for (std::int64_t i = 0; i < block.items && block.some_missing; ++i) {
    std::int16_t* there = block.there.data() + i * kBlockRows;
    const std::uint8_t* value = items.values.data() + i * all_rows + first;
    for (std::int64_t r = 0; r < rows; ++r) there[r] = value[r] != items.missing ? 1 : 0;
    std::fill(there + rows, there + kBlockRows, std::int16_t{0});
  }
}

// The rows that count: with any answer, or with every one under listwise.
std::vector<std::int64_t> used_rows(const Items& items, Missing missing) {
  std::vector<std::int64_t> used;
  for (std::int64_t row = 0; row < items.rows(); ++row) {
    std::int64_t answered = 0;
    for (std::int64_t i = 0; i < items.items; ++i) answered += !std::isnan(items.at(row, i));
    if (missing == Missing::kListwise ? answered == items.items : answered > 0) used.push_back(row);
  }
  return used;
}

double mean_of_item(const Items& items, std::int64_t item, const std::vector<std::int64_t>& rows) {
  std::vector<double> column;
  for (const std::int64_t row : rows) {
    if (!std::isnan(items.at(row, item))) column.push_back(items.at(row, item));
  }
  return column.empty() ? 0 : detail::exact_sum(column) / static_cast<double>(column.size());
}

// Adds one respondent: distances from the item means (0 where missing), and where there is an answer.
void add_row(Sums<double>& sums, std::span<const double> centred, std::span<const double> there) {
  for (std::size_t i = 0; i < centred.size(); ++i) {
    const std::size_t line = i * centred.size();
    for (std::size_t j = 0; j < centred.size(); ++j) sums.sum[line + j] += centred[i] * there[j];
    for (std::size_t j = i; j < centred.size(); ++j) {
      sums.product[line + j] += centred[i] * centred[j];
      sums.n[line + j] += there[i] * there[j] > 0;
    }
  }
}

// Any real numbers: products around the item means, respondent by respondent.
Sums<double> sums_of_reals(const Items& items, Missing missing, std::vector<double>& centres) {
  const std::vector<std::int64_t> used = used_rows(items, missing);
  for (std::int64_t i = 0; i < items.items; ++i) {
    at(centres, i) = mean_of_item(items, i, used);
  }
  Sums<double> sums(items.items);
  sums.respondents = static_cast<std::int64_t>(used.size());
  std::vector<double> centred(centres.size()), there(centres.size());
  StopPoints looked(64);
  for (const std::int64_t row : used) {
    looked();
    for (std::size_t i = 0; i < centred.size(); ++i) {
      const double value = items.at(row, static_cast<std::int64_t>(i));
      there[i] = !std::isnan(value);
      centred[i] = std::isnan(value) ? 0 : value - centres[i];
    }
    add_row(sums, centred, there);
  }
  return sums;
}

}  // namespace

ItemMoments item_moments(const Items& items, const ReliabilityOptions& options) {
  detail::require_rows(items);
  const std::vector<bool> turned = detail::reversed_items(items.items, options.reverse, options.bounds);
  if (options.bounds) detail::require_within(items, *options.bounds);
  std::vector<double> centres(as_size(items.items));
  IntegerMoments whole_numbers(items.items, options.missing);
  Block block(items.items);
  StopPoints looked(16);
  for (std::int64_t first = 0; first < items.rows(); first += kBlockRows) {
    looked();
    const std::int64_t rows = std::min<std::int64_t>(kBlockRows, items.rows() - first);
    if (!fill(block, items, first, rows)) {
      detail::require_items(items);
      const Sums<double> sums = sums_of_reals(items, options.missing, centres);
      return moments_of(sums, items.items, centres, turned, options);
    }
    whole_numbers.add(block, rows);
  }
  return moments_of(std::move(whole_numbers).finish(), items.items, centres, turned, options);
}

ItemMoments item_moments(const ItemCodes& items, const ReliabilityOptions& options) {
  if (items.items < 1 || static_cast<std::int64_t>(items.values.size()) % items.items != 0) {
    detail::fail("HV-301", argument("items"), Claim{"problem.value.values", {{"n", items.values.size()}}},
                 {"problem.expected.equal_items"});
  }
  const std::vector<bool> turned = detail::reversed_items(items.items, options.reverse, options.bounds);
  if (options.bounds) {
    for (const std::uint8_t code : items.values) {
      if (code != items.missing && (code < options.bounds->low || code > options.bounds->high)) {
        detail::fail(
            "HV-302", argument("items"), "",
            {"problem.expected.codes",
             {{"low", detail::text_of(options.bounds->low)}, {"high", detail::text_of(options.bounds->high)}}});
      }
    }
  }
  IntegerMoments whole_numbers(items.items, options.missing);
  Block block(items.items);
  StopPoints looked(16);
  for (std::int64_t first = 0; first < items.rows(); first += kBlockRows) {
    looked();
    const std::int64_t rows = std::min<std::int64_t>(kBlockRows, items.rows() - first);
    fill(block, items, first, rows);
    whole_numbers.add(block, rows);
  }
  const std::vector<double> centres(as_size(items.items));
  return moments_of(std::move(whole_numbers).finish(), items.items, centres, turned, options);
}

}  // namespace houvast::inline v0_1::stats
