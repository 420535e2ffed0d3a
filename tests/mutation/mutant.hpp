/// \file
/// What a changed expression asks while it runs: am I the mutant that is tried now? Compiled into every file of a
/// mutated tree (`scripts/mutate`), so that one build holds all mutants and each is a run with another number.
#pragma once

#include <array>
#include <atomic>
#include <cstdlib>
#include <fstream>
#include <type_traits>

namespace houvast_mutant {

inline constexpr int most = 100'000;

inline int chosen() {
  const char* said = std::getenv("HOUVAST_MUTANT");
  return said == nullptr ? -1 : std::atoi(said);
}

/// Which expressions a run came by; written to a file at its end when one is named.
class Reached {
 public:
  Reached() = default;
  Reached(const Reached&) = delete;
  Reached& operator=(const Reached&) = delete;
  ~Reached() {
    if (path_ == nullptr) return;
    std::ofstream file(path_);
    for (int n = 0; n < most; ++n)
      if (seen_[static_cast<std::size_t>(n)].load(std::memory_order_relaxed)) file << n << '\n';
  }
  void note(int n) {
    if (path_ != nullptr) seen_[static_cast<std::size_t>(n)].store(true, std::memory_order_relaxed);
  }

 private:
  const char* path_ = std::getenv("HOUVAST_MUTANTS_REACHED");
  std::array<std::atomic<bool>, most> seen_{};
};

inline Reached& reached() {
  static Reached all;
  return all;
}

inline const int active = chosen();

/// Whether mutant \p n is tried; never while the compiler evaluates.
constexpr bool on(int n) {
  if (std::is_constant_evaluated()) return false;
  reached().note(n);
  return active == n;
}

// Each of these gives what stood there, or what the mutant says instead. Both sides are evaluated once.
template <class A, class B> constexpr auto below(int n, const A& a, const B& b) { return on(n) ? a <= b : a < b; }
template <class A, class B> constexpr auto at_most(int n, const A& a, const B& b) { return on(n) ? a < b : a <= b; }
template <class A, class B> constexpr auto above(int n, const A& a, const B& b) { return on(n) ? a >= b : a > b; }
template <class A, class B> constexpr auto at_least(int n, const A& a, const B& b) { return on(n) ? a > b : a >= b; }
template <class A, class B> constexpr auto equal(int n, const A& a, const B& b) { return on(n) ? a != b : a == b; }
template <class A, class B> constexpr auto unequal(int n, const A& a, const B& b) { return on(n) ? a == b : a != b; }
template <class A, class B> constexpr auto plus(int n, A a, B b) { return on(n) ? a - b : a + b; }
template <class A, class B> constexpr auto minus(int n, A a, B b) { return on(n) ? a + b : a - b; }
template <class A, class B> constexpr auto times(int n, A a, B b) { return on(n) ? a + b : a * b; }
template <class A, class B> constexpr auto over(int n, A a, B b) { return on(n) ? a * b : a / b; }
template <class A> constexpr A more(int n, A a) { return on(n) ? static_cast<A>(a + 1) : a; }
template <class A> constexpr bool other(int n, const A& a) { return on(n) != static_cast<bool>(a); }

}  // namespace houvast_mutant
