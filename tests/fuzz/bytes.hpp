#pragma once

#include <cstddef>
#include <cstdint>
#include <cstdlib>
#include <functional>
#include <iterator>
#include <limits>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "houvast/base/error.hpp"

namespace houvast::fuzz {

/// Choices made from the bytes of an input; when they are spent every choice is the first.
class Bytes {
 public:
  Bytes(const std::uint8_t* data, std::size_t size)
      : left_(reinterpret_cast<const char*>(data), size), digest_(std::hash<std::string_view>{}(left_)) {}

  /// True for one in `n` inputs, and not for more of them where such inputs have most children: what is slow finds
  /// most, and would be tried all the time.
  [[nodiscard]] bool rare(std::size_t n) const { return digest_ % n == 0; }

  [[nodiscard]] bool spent() const { return left_.empty(); }
  /// A number below `n`, which is at most 65,536 and at least 1.
  std::size_t below(std::size_t n) {
    std::size_t value = next();
    if (n > 256) value = value << 8U | next();
    return value % n;
  }
  bool chance(std::size_t one_in) { return below(one_in) == one_in - 1; }

  template <class List>
  auto one_of(const List& list) -> decltype(list[0]) {
    return list[below(std::size(list))];
  }

  /// A few bytes as they come.
  std::string text(std::size_t most) {
    std::string text(left_.substr(0, below(most + 1)));
    left_.remove_prefix(text.size());
    return text;
  }
  std::string_view rest() { return std::exchange(left_, {}); }

  /// A small whole number, a fraction, a missing or an extreme one.
  double number() {
    constexpr double kStrange[] = {std::numeric_limits<double>::quiet_NaN(),
                                   std::numeric_limits<double>::infinity(),
                                   -0.0,
                                   1e308,
                                   -1e308,
                                   5e-324,
                                   0.5,
                                   1e15};
    return chance(8) ? one_of(kStrange) : static_cast<double>(below(7));
  }
  std::vector<double> numbers(std::size_t n) {
    std::vector<double> values(n);
    for (double& value : values) value = number();
    return values;
  }

 private:
  std::size_t next() {
    if (left_.empty()) return 0;
    const auto value = static_cast<unsigned char>(left_.front());
    left_.remove_prefix(1);
    return value;
  }

  std::string_view left_;
  std::size_t digest_;
};

/// Runs what may refuse its input, but only with an error of ours.
template <class Call>
bool accepted(Call call) {
  try {
    call();
    return true;
  } catch (const Error& error) {
    (void)error.what();
    return false;
  }
}

/// Ends the program when something that always holds does not.
inline void must(bool holds) {
  if (!holds) std::abort();
}

/// Which of the questions an input asks: one, but one input in 64 all, so that many inputs are tried in little time.
class Asked {
 public:
  Asked(Bytes& bytes, std::size_t questions) : one_(bytes.below(questions)), all_(bytes.rare(64)) {}

  /// Asks them of what is given; each may refuse it.
  template <class Questions, class... Given>
  void of(const Questions& questions, Given&&... given) const {
    for (std::size_t i = 0; i < questions.size(); ++i) {
      if (all_ || i == one_) accepted([&] { questions[i](given...); });
    }
  }

 private:
  std::size_t one_;
  bool all_;
};

}  // namespace houvast::fuzz
