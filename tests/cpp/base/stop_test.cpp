#include "houvast/base/stop.hpp"

#include <gtest/gtest.h>

#include <atomic>
#include <chrono>
#include <functional>
#include <thread>
#include <vector>

#include "base/stop_state.hpp"
#include "base/threads.hpp"
#include "houvast/base/error.hpp"
#include "houvast/base/parallel.hpp"
#include "houvast/base/random.hpp"
#include "houvast/graph/communities.hpp"
#include "houvast/graph/graph.hpp"

namespace houvast {
namespace {

using Clock = std::chrono::steady_clock;

constexpr int kSoon = 500;  // ms: it is 50 at most, but other programs may keep the processor busy

constexpr std::chrono::milliseconds kUntilAsked{50};

// Scopes that were asked to stop and that never are, and how long `work` goes on after it was asked to stop, which is
// 50 ms after it began: with tokens where the standard library has them, with functions elsewhere.
#if defined(__cpp_lib_jthread)
StopScope asked_scope() {
  std::stop_source source;
  source.request_stop();
  return StopScope(source.get_token());
}

StopScope quiet_scope() {
  return StopScope(std::stop_token());
}

std::chrono::milliseconds after_stop(const std::function<void()>& work) {
  std::stop_source source;
  Clock::time_point asked;
  const std::jthread asker([&] {
    std::this_thread::sleep_for(kUntilAsked);
    asked = Clock::now();
    source.request_stop();
  });
  const StopScope scope(source.get_token());
  EXPECT_THROW(work(), Stopped);
  return std::chrono::duration_cast<std::chrono::milliseconds>(Clock::now() - asked);
}
#else
StopScope asked_scope() {
  return StopScope([] { return true; });
}

StopScope quiet_scope() {
  return StopScope([] { return false; });
}

std::chrono::milliseconds after_stop(const std::function<void()>& work) {
  const Clock::time_point asked = Clock::now() + kUntilAsked;
  const StopScope scope([&] { return Clock::now() >= asked; });
  EXPECT_THROW(work(), Stopped);
  return std::chrono::duration_cast<std::chrono::milliseconds>(Clock::now() - asked);
}
#endif

void forever() {
  while (true) stop_point();
}

// As long as a function needs to be asked.
void for_a_while() {
  for (const Clock::time_point end = Clock::now() + 2 * detail::kBetweenLooks; Clock::now() < end;) stop_point();
}

TEST(Stop, NothingStopsWithoutAScope) {
  EXPECT_NO_THROW(for_a_while());
  {
    const StopScope scope = asked_scope();
    EXPECT_THROW(for_a_while(), Stopped);
  }
  EXPECT_NO_THROW(for_a_while());
}

TEST(Stop, ATokenStopsAtTheFirstPoint) {
#if defined(__cpp_lib_jthread)
  const StopScope scope = asked_scope();
  EXPECT_THROW(stop_point(), Stopped);
#else
  GTEST_SKIP() << "this standard library has no stop tokens";
#endif
}

TEST(Stop, TheInnerScopeTakesThePlaceOfTheOuter) {
  const StopScope outer = asked_scope();
  {
    const StopScope inner = quiet_scope();
    EXPECT_NO_THROW(for_a_while());
  }
  EXPECT_THROW(for_a_while(), Stopped);
}

TEST(Stop, ALoopEndsSoon) {
  EXPECT_LT(after_stop(forever).count(), kSoon);
  EXPECT_LT(after_stop([] {
              StopPoints looked(1000);
              while (true) looked();
            }).count(),
            kSoon);
}

TEST(Stop, AllThreadsEndAndNoFurtherChunkBegins) {
  std::atomic<int> begun = 0, running = 0;
  const auto took = after_stop([&] {
    parallel_for(1'000'000, 3, [&](std::int64_t) {
      ++begun;
      ++running;
      try {
        forever();
      } catch (...) {
        --running;
        throw;
      }
    });
  });
  EXPECT_LT(took.count(), kSoon);
  EXPECT_EQ(running, 0);
  EXPECT_LE(begun, 3);
}

TEST(Stop, TheThreadThatAskedLooksWhileItWaitsForOthers) {
  if (!detail::kThreads) GTEST_SKIP() << "no threads here";
  const std::thread::id caller = std::this_thread::get_id();
  const Clock::time_point begin = Clock::now();
  const StopScope scope([&] {
    EXPECT_EQ(std::this_thread::get_id(), caller);
    return Clock::now() - begin > std::chrono::milliseconds(60);
  });
  std::atomic<bool> other_began = false;
  const auto work = [&](std::int64_t) {
    if (std::this_thread::get_id() != caller) {
      other_began = true;
      forever();
    }
    while (!other_began) std::this_thread::yield();
  };
  EXPECT_THROW(parallel_for(2, 2, work), Stopped);
}

TEST(Stop, ErrorsOfChunksAreToldAsBefore) {
  const StopScope scope = quiet_scope();
  try {
    parallel_for(20, 2, [](std::int64_t chunk) {
      if (chunk >= 5) throw ValueError({"HV-302", argument("x"), std::to_string(chunk), {"problem.expected.array"}});
    });
    FAIL();
  } catch (const ValueError& error) {
    EXPECT_EQ(error.value(), "5");
  }
}

TEST(Stop, LongFunctionsStopAndCanBeCalledAgain) {
  Random random(1);
  std::vector<std::int64_t> sources, targets;
  for (int i = 0; i < 400'000; ++i) {
    sources.push_back(static_cast<std::int64_t>(random.below(40'000)));
    targets.push_back(static_cast<std::int64_t>(random.below(40'000)));
  }
  const Graph graph(40'000, sources, targets, {}, {.duplicates = Duplicates::kKeepMax});
  EXPECT_LT(after_stop([&] { (void)graph::communities(graph, {.attempts = 100}); }).count(), kSoon);
  EXPECT_GT(graph::communities(graph, {.attempts = 1, .rounds = 1}).modularity.value, 0.1);
}

}  // namespace
}  // namespace houvast
