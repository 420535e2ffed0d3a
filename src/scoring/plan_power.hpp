#pragma once

#include <cstdint>

/// The chance that the tests behind what is said of groups and of change find what is there.
namespace houvast::inline v0_1::detail {

/// What is there, and how strict a test is.
struct Planned {
  double low = 0;              ///< share of high answers of the lower group, or of the earlier wave
  double high = 0;             ///< of the higher group, or of the later wave
  std::int64_t questions = 1;  ///< that are taken together
  double correlation = 0;      ///< between any two answers of one person
  double alpha = 0.05;         ///< largest p-value that is said
};

/// That the difference between two groups is found: of one question by Fisher's exact test (mid-p), of more by the
/// normal distribution.
/// @complexity one question: O(people²)
[[nodiscard]] double power_of_difference(const Planned& planned, std::int64_t people, std::int64_t others);

/// That the change of the same people is found: of one question by McNemar's test (mid-p), of more by the normal
/// distribution. The changes of one person go together as the answers do.
/// @complexity one question: O(people²)
[[nodiscard]] double power_of_change(const Planned& planned, std::int64_t people);

}  // namespace houvast::inline v0_1::detail
