// What a copy of the sources asks at every place that can be changed: whether this run has the change.
//
// HOUVAST_MUTANT names the change by its number. HOUVAST_MUTANTS_REACHED names a file, which then has the numbers of
// all places that the program came by, so that only tests that come by a change are run against it.
#pragma once

#include <array>
#include <atomic>
#include <cstddef>
#include <cstdio>
#include <cstdlib>

namespace houvast_mutant {

inline constexpr int kUnread = -1;
// Known to the compiler, so that they are there for what is computed before main.
inline std::atomic<int> active{kUnread};
inline std::array<std::atomic<bool>, 64000> reached{};

inline void write_reached() {
  std::FILE* const file = std::fopen(std::getenv("HOUVAST_MUTANTS_REACHED"), "w");
  if (file == nullptr) return;
  for (std::size_t id = 0; id < reached.size(); ++id) {
    if (reached[id].load(std::memory_order_relaxed)) std::fprintf(file, "%zu\n", id);
  }
  std::fclose(file);
}

inline int read_active() {
  const char* const text = std::getenv("HOUVAST_MUTANT");
  const int id = text == nullptr ? 0 : std::atoi(text);
  // Two threads that come first may both write the file, one after the other: at the end of the program.
  if (std::getenv("HOUVAST_MUTANTS_REACHED") != nullptr) std::atexit(write_reached);
  active.store(id, std::memory_order_relaxed);
  return id;
}

inline bool on(int id) noexcept {
  std::atomic<bool>& seen = reached[static_cast<std::size_t>(id)];
  if (!seen.load(std::memory_order_relaxed)) seen.store(true, std::memory_order_relaxed);
  const int now = active.load(std::memory_order_relaxed);
  return (now == kUnread ? read_active() : now) == id;
}

}  // namespace houvast_mutant
