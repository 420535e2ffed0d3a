#pragma once

#include <algorithm>
#include <array>
#include <bit>
#include <cstdint>
#include <list>
#include <string>
#include <string_view>
#include <vector>

#if defined(__SSE2__)
#include <emmintrin.h>

#include "base/index.hpp"
#endif

namespace houvast::inline v0_1::detail {

/// The places of what may end a cell (delimiter, quote, line feed, carriage return), found for 64 bytes at a time.
class Stops {
 public:
  Stops(std::string_view text, char delimiter) : text_(text), stops_{delimiter, '"', '\n', '\r'} { mark(); }

  /// The first stop at or after a place that is no earlier than the one asked before; the text's size when there is
  /// none.
  std::size_t next(std::size_t from) {
    while (from - block_ >= kBlock) {
      block_ += kBlock;
      mark();
    }
    std::uint64_t rest = marks_ >> (from - block_);
    while (rest == 0) {
      from = block_ += kBlock;
      if (from >= text_.size()) return text_.size();
      mark();
      rest = marks_;
    }
    return from + as_size(std::countr_zero(rest));
  }

 private:
  static constexpr std::size_t kBlock = 64;

  void mark() {
    const std::size_t left = block_ < text_.size() ? text_.size() - block_ : 0;
    if (left >= kBlock) {
      mark(text_.data() + block_);
    } else {
      std::array<char, kBlock> tail{};  // zeros are no stops
      std::copy_n(text_.data() + text_.size() - left, left, tail.data());
      mark(tail.data());
    }
  }

#if defined(__SSE2__)
  void mark(const char* block) {
    const auto sixteen = [&](const char* from) {
      const __m128i bytes = _mm_loadu_si128(reinterpret_cast<const __m128i*>(from));
      __m128i found = _mm_cmpeq_epi8(bytes, _mm_set1_epi8(stops_[0]));
      for (std::size_t i = 1; i < stops_.size(); ++i) {
        found = _mm_or_si128(found, _mm_cmpeq_epi8(bytes, _mm_set1_epi8(stops_[i])));
      }
      return static_cast<std::uint64_t>(_mm_movemask_epi8(found));
    };
    marks_ = sixteen(block) | sixteen(block + 16) << 16 | sixteen(block + 32) << 32 | sixteen(block + 48) << 48;
  }
#else
  void mark(const char* block) {
    marks_ = 0;
    for (std::size_t i = 0; i < kBlock; ++i) {
      const bool found = std::find(stops_.begin(), stops_.end(), block[i]) != stops_.end();
      marks_ |= std::uint64_t{found} << i;
    }
  }
#endif

  std::string_view text_;
  std::array<char, 4> stops_;
  std::size_t block_ = 0;
  std::uint64_t marks_ = 0;  // bit i: a stop at block_ + i
};

/// Why a row is not sound CSV.
enum class CsvFault { kNone, kOpenQuote, kAfterQuote, kLongCell };

/// Reads rows of cells; a cell without doubled quotes is a view on the text.
class CsvReader {
 public:
  CsvReader(std::string_view text, char delimiter) : text_(text), delimiter_(delimiter), stops_(text, delimiter) {}

  [[nodiscard]] bool at_end() const noexcept { return at_ == text_.size(); }
  [[nodiscard]] std::int64_t line() const noexcept { return line_; }

  /// Why the last row was not sound.
  [[nodiscard]] CsvFault fault() const noexcept { return fault_; }

  /// The next row; false when it is not sound.
  bool row(std::vector<std::string_view>& cells) {
    cells.clear();
    unquoted_.clear();
    while (true) {
      std::string_view cell;
      if (!at_end() && text_[at_] == '"') {
        if (!quoted(cell)) return false;
      } else {
        cell = plain();
      }
      if (cell.size() > kLongestCell) return stopped(CsvFault::kLongCell);
      cells.push_back(cell);
      if (at_end()) return true;
      const char c = text_[at_++];
      if (c == delimiter_) continue;
      if (c == '\r' && !at_end() && text_[at_] == '\n') ++at_;
      ++line_;
      return true;
    }
  }

 private:
  static constexpr std::size_t kLongestCell = 131072;  // as Python's csv has it

  bool stopped(CsvFault fault) {
    fault_ = fault;
    return false;
  }

  std::string_view plain() {
    const std::size_t begin = at_;
    do {
      at_ = stops_.next(at_ == begin ? at_ : at_ + 1);
    } while (!at_end() && text_[at_] == '"');
    return text_.substr(begin, at_ - begin);
  }

  // Whether a character that was just passed ends a line; a carriage return before a line feed leaves that to it.
  [[nodiscard]] bool is_end_of_line(char c) const noexcept {
    return c == '\n' || (c == '\r' && (at_end() || text_[at_] != '\n'));
  }

  // Stops at the cell's end. Lines end within quotes too.
  bool quoted(std::string_view& cell) {
    std::size_t begin = ++at_;
    std::string* text = nullptr;
    while (true) {
      at_ = stops_.next(at_);
      if (at_end()) return stopped(CsvFault::kOpenQuote);
      const char c = text_[at_++];
      if (c != '"') {
        line_ += is_end_of_line(c) ? 1 : 0;
        continue;
      }
      const std::string_view part = text_.substr(begin, at_ - 1 - begin);
      const bool doubled = !at_end() && text_[at_] == '"';
      if (doubled && text == nullptr) text = &unquoted_.emplace_back();
      if (text != nullptr) text->append(part).append(doubled ? "\"" : "");
      if (!doubled) {
        cell = text != nullptr ? std::string_view(*text) : part;
        const bool ends = at_end() || text_[at_] == delimiter_ || text_[at_] == '\n' || text_[at_] == '\r';
        return ends || stopped(CsvFault::kAfterQuote);
      }
      begin = ++at_;
    }
  }

  std::string_view text_;
  char delimiter_;
  Stops stops_;
  std::size_t at_ = 0;
  std::int64_t line_ = 1;
  std::list<std::string> unquoted_;
  CsvFault fault_ = CsvFault::kNone;
};

}  // namespace houvast::inline v0_1::detail
