#include <gtest/gtest.h>

#include <clocale>
#include <cstdio>
#include <cstdlib>

// Runs the tests under the C locale that HOUVAST_TEST_LOCALE names ("nl_NL.UTF-8"): no result depends on it.
int main(int count, char** arguments) {
  testing::InitGoogleTest(&count, arguments);
  const char* const name = std::getenv("HOUVAST_TEST_LOCALE");
  if (name != nullptr && std::setlocale(LC_ALL, name) == nullptr) {
    std::fprintf(stderr, "no locale %s on this machine\n", name);
    return 1;
  }
  return RUN_ALL_TESTS();
}
