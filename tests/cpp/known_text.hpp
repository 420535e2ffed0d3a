#pragma once

#include <gtest/gtest.h>

#include <cstdint>
#include <fstream>
#include <span>
#include <string>
#include <string_view>

#include "scoring/sha256.hpp"

namespace houvast::testing {

/// That a long text is what it was, so that no rule changes unseen: where it differs on purpose, the file takes the
/// line that this prints. It says nothing of right and wrong.
/// @param file in tests/data: a line per text, its digest and its name
inline void expect_known(const std::string& text, const std::string& name, const std::string& file) {
  constexpr std::string_view kDigits = "0123456789abcdef";
  std::string line;
  const auto digest = houvast::detail::sha256(text);
  for (const std::uint8_t byte : std::span(digest).first<10>()) {
    line += kDigits[byte >> 4];
    line += kDigits[byte & 15];
  }
  line += " " + name;
  std::ifstream lines(HOUVAST_TEST_DATA "/" + file);
  bool found = false;
  for (std::string there; std::getline(lines, there);) found = found || there == line;
  EXPECT_TRUE(found) << line;
}

}  // namespace houvast::testing
