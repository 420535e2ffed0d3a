#include <gtest/gtest.h>

#include <cstdint>
#include <cstdlib>
#include <limits>
#include <new>
#include <string>

#include "base/json_reader.hpp"

#if defined(__has_feature) && defined(_LIBCPP_VERSION)
#if __has_feature(address_sanitizer)
#include <sanitizer/lsan_interface.h>
#define HOUVAST_LEAKS_LOOKED_FOR 1
#endif
#endif

// Memory runs out at every allocation in turn, and stays out. Whatever was asked for ends with bad_alloc or an error of
// ours, and what was half made goes without asking for more.
namespace {

constexpr std::int64_t kEnough = std::numeric_limits<std::int64_t>::max();
thread_local std::int64_t allocations_left = kEnough;

void* allocated(std::size_t size) {
  if (allocations_left <= 0) throw std::bad_alloc();
  if (allocations_left != kEnough) --allocations_left;
  if (void* const memory = std::malloc(size == 0 ? 1 : size)) return memory;
  throw std::bad_alloc();
}

}  // namespace

void* operator new(std::size_t size) {
  return allocated(size);
}
void* operator new[](std::size_t size) {
  return allocated(size);
}
void* operator new(std::size_t size, const std::nothrow_t& without) noexcept {
  return operator new[](size, without);
}
void* operator new[](std::size_t size, const std::nothrow_t&) noexcept {
  try {
    return allocated(size);
  } catch (const std::bad_alloc&) {
    return nullptr;
  }
}
void operator delete(void* memory) noexcept {
  std::free(memory);
}
void operator delete[](void* memory) noexcept {
  std::free(memory);
}
void operator delete(void* memory, std::size_t) noexcept {
  std::free(memory);
}
void operator delete[](void* memory, std::size_t) noexcept {
  std::free(memory);
}

namespace houvast {
namespace {

// The vectors of libc++ themselves lose memory when an element cannot be copied: under its sanitizer nobody looks.
#ifdef HOUVAST_LEAKS_LOOKED_FOR
using Unwatched = __lsan::ScopedDisabler;
#else
struct [[maybe_unused]] Unwatched {};
#endif

// Runs `work` with one more allocation each time until it succeeds; returns how often it had to.
template <class Work>
int times_out_of_memory(Work work) {
  [[maybe_unused]] const Unwatched unwatched;
  for (int allowed = 0;; ++allowed) {
    try {
      allocations_left = allowed;
      work();
      allocations_left = kEnough;
      return allowed;
    } catch (const std::bad_alloc&) {
      allocations_left = kEnough;
    }
  }
}

TEST(Memory, AJsonDocumentIsReadWholeOrNotAtAll) {
  const std::string text =
      R"({"a long key that has its own memory": [[1, [2, {"b": [3, 4]}]], {"c": {"d": []}}], "e": []})";
  EXPECT_GT(times_out_of_memory([&] { static_cast<void>(detail::parse_json(text, "f.json")); }), 10);
}

TEST(Memory, AJsonDocumentGoesWithoutAskingForMemory) {
  const detail::ParsedJson document = detail::parse_json(R"([[1, [2, {"b": [3, 4]}]], {"c": {"d": [5]}}])", "f.json");
  EXPECT_EQ(document.root().size(), 2U);
  auto* const kept = new detail::ParsedJson(detail::Json(document.root()));
  allocations_left = 0;
  delete kept;  // without `empty` this ends the program
  allocations_left = kEnough;
}

TEST(Memory, RefusedJsonGoesWithoutAskingForMemory) {
  const std::string text = R"({"a": [[1, 2], {"b": [3]}], "a": 1})";
  const auto refused = [&] {
    try {
      static_cast<void>(detail::parse_json(text, "f.json"));
      ADD_FAILURE() << "read";
    } catch (const ParseError& error) {
      EXPECT_EQ(error.code(), "HV-106");
    }
  };
  refused();  // the messages are read by the first one that needs them, which takes thousands of allocations
  EXPECT_GT(times_out_of_memory(refused), 10);
}

}  // namespace
}  // namespace houvast
