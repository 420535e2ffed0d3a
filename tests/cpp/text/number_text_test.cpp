#include "text/number_text.hpp"

#include <gtest/gtest.h>

#include <cfloat>
#include <limits>

namespace houvast::detail {
namespace {

TEST(NumberText, IsAsShortAsReadsBack) {
  EXPECT_EQ(text_of(0.95), "0.95");
  EXPECT_EQ(text_of(5), "5");
  EXPECT_EQ(text_of(-0.1), "-0.1");
  EXPECT_EQ(text_of(1e300), "1e+300");
  for (const double number : {0.1, 1.0 / 3, DBL_MAX, DBL_MIN, DBL_TRUE_MIN, -123456.789}) {
    EXPECT_EQ(parsed_number(text_of(number)), number);
  }
}

TEST(NumberText, FixedDecimalsAreRounded) {
  EXPECT_EQ(fixed_text(0.5, 2), "0.50");
  EXPECT_EQ(fixed_text(2.999, 2), "3.00");
  EXPECT_EQ(fixed_text(0.125, 2), "0.12");  // halves to even
  EXPECT_EQ(fixed_text(-1.25, 0), "-1");
  EXPECT_EQ(fixed_text(DBL_MAX, 80).size(), 309u + 1 + 80);
  EXPECT_EQ(fixed_text(std::numeric_limits<double>::infinity(), 2), "inf");
}

TEST(NumberText, WholeNumbersGetZerosBeforeThem) {
  EXPECT_EQ(padded_text(7, 2), "07");
  EXPECT_EQ(padded_text(2024, 4), "2024");
  EXPECT_EQ(padded_text(-7, 3), "-007");
  EXPECT_EQ(padded_text(std::numeric_limits<int>::min(), 2), "-2147483648");
}

TEST(NumberText, OnlyWholeTextsAreNumbers) {
  EXPECT_EQ(parsed_number("+1.5"), 1.5);
  EXPECT_EQ(parsed_number("2e-3"), 0.002);
  for (const char* text : {"", "1,5", "1.5 ", " 1.5", "1.5x", "+-1", "--1", "nan", "inf", "1e999", "0x10"}) {
    EXPECT_EQ(parsed_number(text), std::nullopt) << text;
  }
  EXPECT_EQ(parsed_whole("-9223372036854775808"), std::numeric_limits<std::int64_t>::min());
  for (const char* text : {"", "1.0", "+1", "9223372036854775808", "1 "}) {
    EXPECT_EQ(parsed_whole(text), std::nullopt) << text;
  }
}

}  // namespace
}  // namespace houvast::detail
