#include "houvast/base/stop.hpp"

#include <gtest/gtest.h>

#include <atomic>
#include <chrono>
#include <functional>
#include <stop_token>
#include <thread>
#include <vector>

#include "houvast/base/error.hpp"
#include "houvast/base/parallel.hpp"
#include "houvast/base/random.hpp"
#include "houvast/graph/communities.hpp"
#include "houvast/graph/graph.hpp"

namespace houvast {
namespace {

using Clock = std::chrono::steady_clock;

constexpr int kSoon = 500;  // ms: it is 50 at most, but other programs may keep the processor busy

// How long `work` goes on after it was asked to stop, which is 50 ms after it began.
std::chrono::milliseconds after_stop(const std::function<void()>& work) {
  std::stop_source source;
  Clock::time_point asked;
  const std::jthread asker([&] {
    std::this_thread::sleep_for(std::chrono::milliseconds(50));
    asked = Clock::now();
    source.request_stop();
  });
  const StopScope scope(source.get_token());
  EXPECT_THROW(work(), Stopped);
  return std::chrono::duration_cast<std::chrono::milliseconds>(Clock::now() - asked);
}

void forever() {
  while (true) stop_point();
}

TEST(Stop, NothingStopsWithoutAScope) {
  EXPECT_NO_THROW(stop_point());
  {
    std::stop_source source;
    source.request_stop();
    const StopScope scope(source.get_token());
    EXPECT_THROW(stop_point(), Stopped);
  }
  EXPECT_NO_THROW(stop_point());
}

TEST(Stop, TheInnerScopeTakesThePlaceOfTheOuter) {
  std::stop_source source;
  source.request_stop();
  const StopScope outer(source.get_token());
  {
    const StopScope inner{std::stop_token()};
    EXPECT_NO_THROW(stop_point());
  }
  EXPECT_THROW(stop_point(), Stopped);
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
  const StopScope scope{std::stop_token()};
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
