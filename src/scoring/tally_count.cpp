#include <algorithm>
#include <array>
#include <cstring>
#include <span>
#include <string>
#include <variant>

#include "base/index.hpp"
#include "houvast/base/error.hpp"
#include "houvast/base/stop.hpp"
#include "scoring/tally_frame.hpp"

namespace houvast::inline v0_1::detail {
namespace {

constexpr std::size_t kBlock = 8192;            // rows that are worked on together: their classes stay in cache
constexpr std::size_t kTableBytes = 1U << 20U;  // tables that are filled together

[[noreturn]] void out_of_range(Claim subject, std::size_t row, const std::string& column, Claim expected) {
  throw ValueError(
      {"HV-302", std::move(subject), "", std::move(expected), {"", static_cast<std::int64_t>(row) + 1, column, ""}});
}

// A portion of the codes, on a copy: what is checked is what is used, even when others write to the batch.
std::vector<std::uint32_t> codes_of(const CodeColumn& column, std::size_t begin, std::size_t rows, std::size_t labels,
                                    const char* name, Claim subject) {
  std::vector<std::uint32_t> codes = std::visit(
      [&](const auto& given) -> std::vector<std::uint32_t> {
        if constexpr (std::is_same_v<std::decay_t<decltype(given)>, std::int32_t>) {
          return std::vector<std::uint32_t>(rows, static_cast<std::uint32_t>(given));
        } else {
          const auto part = given.subspan(begin, rows);
          return std::vector<std::uint32_t>(part.begin(), part.end());
        }
      },
      column);
  // A negative code has become a huge one.
  const auto wrong = std::find_if(codes.begin(), codes.end(), [labels](std::uint32_t code) { return code >= labels; });
  if (wrong != codes.end()) {
    out_of_range(std::move(subject), begin + as_size(wrong - codes.begin()), name,
                 {"problem.expected.between", {{"low", 0}, {"high", labels - 1}}});
  }
  return codes;
}

// The classes of some codes of one question; false when a code has none. Bytes only, so that compilers vectorise.
bool classes_of(std::span<const AnswerCode> codes, std::size_t categories, std::uint8_t* classes) {
  const auto c = static_cast<std::uint8_t>(categories);
  const auto gap = static_cast<std::uint8_t>(kFirstState - c);
  std::uint8_t bad = 0;
  for (std::size_t i = 0; i < codes.size(); ++i) {
    const std::uint8_t code = codes[i];
    const std::uint8_t shift = code >= kFirstState ? gap : std::uint8_t{0};
    const std::uint8_t in_gap = static_cast<std::uint8_t>(code - c) < gap ? 1 : 0;
    const std::uint8_t beyond = code == 255 ? 1 : 0;
    classes[i] = static_cast<std::uint8_t>(code - shift);
    bad = static_cast<std::uint8_t>(bad | in_gap | beyond);
  }
  return bad == 0;
}

std::size_t first_wrong(std::span<const AnswerCode> codes, std::size_t categories) {
  const auto wrong = std::find_if(codes.begin(), codes.end(), [categories](AnswerCode code) {
    return code >= categories && (code < kFirstState || code == 255);
  });
  return as_size(wrong - codes.begin());
}

// What is counted in one pass: the answers of one question, or of two together.
struct Pass {
  std::size_t first = 0;
  std::size_t second = 0;  // the same as `first`: one question
  std::vector<std::uint32_t> table{};

  [[nodiscard]] bool single() const noexcept { return first == second; }
};

class ElementCounter {
 public:
  ElementCounter(const TallyFrame& frame, const TallyElement& element, const TallyBatch& batch, std::size_t begin,
                 const std::vector<std::uint32_t>& cell, std::vector<std::uint8_t>& asked,
                 std::vector<std::uint64_t>& numbers)
      : frame_(frame),
        element_(element),
        batch_(batch),
        begin_(begin),
        cell_(cell),
        asked_(asked),
        numbers_(numbers),
        k_(element.size()) {
    for (std::size_t i = 0; i < k_; ++i) {
      if (!element.pairs) passes_.push_back({i, i});
      for (std::size_t j = i + 1; element.pairs && j < k_; ++j) passes_.push_back({i, j});
    }
    classes_.resize(k_ * kBlock);
    if (element.scored) prepare_scores();
  }

  void run() {
    std::size_t from = 0;
    while (from < passes_.size()) {
      std::size_t to = from, bytes = 0;
      while (to < passes_.size() && (to == from || bytes + bytes_of(passes_[to]) <= kTableBytes)) {
        bytes += bytes_of(passes_[to]);
        passes_[to].table.assign(bytes_of(passes_[to]) / sizeof(std::uint32_t), 0);
        ++to;
      }
      for (std::size_t row = 0; row < cell_.size(); row += kBlock) {
        stop_point();
        const std::size_t rows = std::min(kBlock, cell_.size() - row);
        load(row, rows);
        for (std::size_t p = from; p < to; ++p) count(passes_[p], row, rows);
        if (from == 0) note_asked(row, rows);
        if (from > 0 || !element_.scored) continue;
        if (narrow_) {
          count_scores<std::uint8_t>(row, rows);
        } else {
          count_scores<std::uint32_t>(row, rows);
        }
      }
      for (; from < to; ++from) {
        collect(passes_[from]);
        passes_[from].table = {};
      }
    }
    if (element_.scored) collect_scores();
  }

 private:
  [[nodiscard]] const std::uint8_t* classes(std::size_t question) const { return classes_.data() + question * kBlock; }
  [[nodiscard]] std::size_t width_of(const Pass& pass) const {
    const std::size_t classes = element_.questions[pass.first].classes();
    return pass.single() ? classes : classes * classes;
  }
  [[nodiscard]] std::size_t bytes_of(const Pass& pass) const {
    return frame_.cells() * width_of(pass) * sizeof(std::uint32_t);
  }
  [[nodiscard]] std::uint64_t* numbers(std::size_t cell) { return numbers_.data() + cell * frame_.cell; }

  // Copies the codes of a block, then works on the copy alone: others may be writing to the batch.
  void load(std::size_t row, std::size_t rows) {
    for (std::size_t i = 0; i < k_; ++i) {
      const TallyQuestion& q = element_.questions[i];
      const std::span<AnswerCode> block(codes_.data(), rows);
      if (!batch_.columns.empty()) {
        std::memcpy(block.data(), batch_.columns[q.column].data() + begin_ + row, rows);
      } else {
        const std::size_t step = frame_.columns.size();
        const AnswerCode* const codes = batch_.rows.data() + (begin_ + row) * step + q.column;
        for (std::size_t r = 0; r < rows; ++r) block[r] = codes[r * step];
      }
      if (!classes_of(block, q.categories, classes_.data() + i * kBlock)) {
        out_of_range({"problem.subject.answer_code"}, begin_ + row + first_wrong(block, q.categories),
                     q.question->id.str(), {"problem.expected.category_or_state", {{"high", q.categories - 1}}});
      }
    }
  }

  void count(Pass& pass, std::size_t row, std::size_t rows) {
    const std::uint32_t* const cell = cell_.data() + row;
    const std::uint8_t* const a = classes(pass.first);
    const std::uint8_t* const b = classes(pass.second);
    std::uint32_t* const table = pass.table.data();
    const std::size_t width = width_of(pass);
    if (pass.single()) {
      for (std::size_t i = 0; i < rows; ++i) ++table[cell[i] * width + a[i]];
      return;
    }
    const auto classes_of_b = static_cast<std::uint32_t>(element_.questions[pass.second].classes());
    for (std::size_t i = 0; i < rows; ++i) ++table[cell[i] * width + a[i] * classes_of_b + b[i]];
  }

  void collect(const Pass& pass) {
    const TallyQuestion& x = element_.questions[pass.first];
    const TallyQuestion& y = element_.questions[pass.second];
    const std::size_t width = width_of(pass);
    for (std::size_t cell = 0; cell < frame_.cells(); ++cell) {
      const std::uint32_t* const table = pass.table.data() + cell * width;
      std::uint64_t* const out = numbers(cell);
      if (pass.single()) {
        for (std::size_t a = 0; a < width; ++a) out[x.at + a] += table[a];
        continue;
      }
      PairSums sums;
      for (std::size_t a = 0; a < x.classes(); ++a) {
        for (std::size_t b = 0; b < y.classes(); ++b) {
          const std::uint64_t n = table[a * y.classes() + b];
          if (pass.first == 0 && pass.second == 1) out[x.at + a] += n;
          if (pass.first == 0) out[y.at + b] += n;
          if (a >= x.categories || b >= y.categories) continue;
          sums.n += n;
          sums.x += n * a;
          sums.y += n * b;
          sums.xy += n * a * b;
        }
      }
      std::uint64_t* const pair = out + element_.pairs_at + kPairSums * element_.pair(pass.first, pass.second);
      pair[0] += sums.n;
      pair[1] += sums.x;
      pair[2] += sums.y;
      pair[3] += sums.xy;
    }
  }

  // A respondent returned the instrument when some question was put to them.
  void note_asked(std::size_t row, std::size_t rows) {
    std::uint8_t* const asked = asked_.data() + row;
    for (std::size_t i = 0; i < k_; ++i) {
      const std::uint8_t* const c = classes(i);
      const auto not_asked = static_cast<std::uint8_t>(element_.questions[i].classes() - 1);
      for (std::size_t r = 0; r < rows; ++r) asked[r] |= static_cast<std::uint8_t>(c[r] != not_asked);
    }
  }

  // For every number asked and answered: where the sums begin, and whether the sum matters (enough was answered).
  void prepare_scores() {
    const std::size_t below = element_.scores, nothing = below + 1;
    sums_at_.resize((k_ + 1) * (k_ + 1));
    sum_mask_.resize(sums_at_.size());
    const auto numerator = as_size(frame_.options.minimum_numerator);
    const auto denominator = as_size(frame_.options.minimum_denominator);
    for (std::size_t asked = 0; asked <= k_; ++asked) {
      for (std::size_t m = 0; m <= k_; ++m) {
        const std::size_t at = asked * (k_ + 1) + m;
        const bool enough = m > 0 && m * denominator >= asked * numerator;
        sums_at_[at] = static_cast<std::uint32_t>(enough ? element_.sums_at(m) : m > 0 ? below : nothing);
        sum_mask_[at] = enough ? ~std::uint32_t{0} : 0;
      }
    }
    scores_.assign(frame_.cells() * (element_.scores + 2), 0);
    narrow_ = k_ * (element_.questions.front().categories - 1) < 256;
  }

  // Numbers asked, answered and summed per row, narrow enough that compilers vectorise well.
  template <class Number>
  void count_scores(std::size_t row, std::size_t rows) {
    std::array<Number, kBlock> asked{}, answered{}, sum{};
    const auto c = static_cast<std::uint8_t>(element_.questions.front().categories);
    const auto not_applicable = static_cast<std::uint8_t>(c + code_of(AnswerState::kNotApplicable) - kFirstState);
    const auto not_asked = static_cast<std::uint8_t>(c + code_of(AnswerState::kNotAsked) - kFirstState);
    for (std::size_t i = 0; i < k_; ++i) {
      const std::uint8_t* const x = classes(i);
      // c - 1 - x turns a value round; as bytes that is (x ^ 255) + c.
      const bool turned = element_.questions[i].question->reverse;
      const std::uint8_t flip = turned ? 255 : 0, lift = turned ? c : 0;
      for (std::size_t r = 0; r < rows; ++r) {
        const std::uint8_t value = static_cast<std::uint8_t>((x[r] ^ flip) + lift);
        const std::uint8_t has = x[r] < c ? 255 : 0;
        const std::uint8_t put = (x[r] != not_applicable ? 1 : 0) & (x[r] != not_asked ? 1 : 0);
        asked[r] = static_cast<Number>(asked[r] + put);
        answered[r] = static_cast<Number>(answered[r] + (has & 1));
        sum[r] = static_cast<Number>(sum[r] + (value & has));
      }
    }
    const std::size_t width = element_.scores + 2, answers = k_ + 1;
    const std::uint32_t* const cell = cell_.data() + row;
    for (std::size_t r = 0; r < rows; ++r) {
      const std::size_t at = asked[r] * answers + answered[r];
      ++scores_[cell[r] * width + sums_at_[at] + (sum[r] & sum_mask_[at])];
    }
  }

  void collect_scores() {
    for (std::size_t cell = 0; cell < frame_.cells(); ++cell) {
      const std::uint32_t* const from = scores_.data() + cell * (element_.scores + 2);
      std::uint64_t* const out = numbers(cell) + element_.scores_at;
      for (std::size_t i = 0; i <= element_.scores; ++i) out[i] += from[i];
    }
  }

  const TallyFrame& frame_;
  const TallyElement& element_;
  const TallyBatch& batch_;
  std::size_t begin_;
  const std::vector<std::uint32_t>& cell_;
  std::vector<std::uint8_t>& asked_;
  std::vector<std::uint64_t>& numbers_;
  std::size_t k_;
  std::vector<Pass> passes_;
  std::array<AnswerCode, kBlock> codes_{};
  std::vector<std::uint8_t> classes_;
  std::vector<std::uint32_t> sums_at_, sum_mask_, scores_;
  bool narrow_ = false;
};

}  // namespace

std::vector<std::uint64_t> count_rows(const TallyFrame& frame, const TallyBatch& batch, std::size_t begin,
                                      std::size_t end) {
  std::vector<std::uint64_t> numbers(frame.cells() * frame.cell);
  // Portions, so that neither the 32-bit tables overflow nor the row indices take much memory.
  constexpr std::size_t kPortion = 1U << 20U;
  for (std::size_t from = begin; from < end; from += kPortion) {
    const std::size_t rows = std::min(kPortion, end - from);
    const std::size_t groups = frame.options.groups.size();
    std::vector<std::uint32_t> cell =
        codes_of(batch.wave, from, rows, frame.options.waves.size(), "wave", {"problem.subject.wave_code"});
    const std::vector<std::uint32_t> group =
        codes_of(batch.group, from, rows, groups, "group", {"problem.subject.group_code"});
    for (std::size_t i = 0; i < rows; ++i) cell[i] = cell[i] * static_cast<std::uint32_t>(groups) + group[i];
    std::vector<std::uint8_t> asked(rows, 0);
    for (const TallyElement& element : frame.elements) {
      ElementCounter(frame, element, batch, from, cell, asked, numbers).run();
    }
    for (std::size_t i = 0; i < rows; ++i) numbers[cell[i] * frame.cell] += asked[i];
  }
  return numbers;
}

}  // namespace houvast::inline v0_1::detail
