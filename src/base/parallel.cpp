#include "houvast/base/parallel.hpp"

#include <algorithm>
#include <atomic>
#include <condition_variable>
#include <exception>
#include <mutex>
#include <thread>
#include <vector>

#include "base/index.hpp"
#include "base/stop_state.hpp"
#include "base/threads.hpp"
#include "houvast/base/error.hpp"
#include "houvast/base/stop.hpp"

namespace houvast::inline v0_1 {
using houvast::detail::as_size;
namespace {

// The chunks that several threads take in turn.
class Shared {
 public:
  Shared(std::int64_t chunks, const std::function<void(std::int64_t)>& work)
      : chunks_(chunks), work_(work), first_chunk_(chunks) {}

  void run() {
    for (std::int64_t chunk = next_++; chunk < chunks_; chunk = next_++) {
      try {
        stop_point();
        work_(chunk);
      } catch (const Stopped&) {
        stop(chunk);
      } catch (...) {
        keep_error(chunk);
      }
    }
    const std::lock_guard lock(guard_);
    ++ended_;
    end_.notify_one();
  }

  // Waits until all threads have ended, and meanwhile looks whether to stop.
  void wait_for(std::int64_t workers) {
    std::unique_lock lock(guard_);
    while (!end_.wait_for(lock, detail::kBetweenLooks, [&] { return ended_ == workers; })) {
      lock.unlock();
      try {
        stop_point();
      } catch (const Stopped&) {
        stop(0);
      }
      lock.lock();
    }
  }

  void rethrow() const {
    if (first_error_) std::rethrow_exception(first_error_);
  }

 private:
  void stop(std::int64_t chunk) {
    next_ = chunks_;
    keep_error(chunk);
  }

  void keep_error(std::int64_t chunk) {
    const std::lock_guard lock(guard_);
    if (chunk >= first_chunk_) return;
    first_chunk_ = chunk;
    first_error_ = std::current_exception();
  }

  const std::int64_t chunks_;
  const std::function<void(std::int64_t)>& work_;
  std::atomic<std::int64_t> next_{0};
  std::mutex guard_;
  std::condition_variable end_;
  std::int64_t ended_ = 0;
  std::exception_ptr first_error_;
  std::int64_t first_chunk_;
};

// Threads that are waited for, also when the next one cannot be started.
class Pool {
 public:
  explicit Pool(std::int64_t threads) { threads_.reserve(as_size(threads)); }
  Pool(const Pool&) = delete;
  Pool& operator=(const Pool&) = delete;
  ~Pool() {
    for (std::thread& thread : threads_) thread.join();
  }

  void start(const std::function<void()>& work) { threads_.emplace_back(work); }

 private:
  std::vector<std::thread> threads_;
};

}  // namespace

void parallel_for(std::int64_t chunks, int threads, const std::function<void(std::int64_t)>& work) {
  if (threads < 0) {
    throw ValueError({"HV-302", argument("threads"), std::to_string(threads), {"problem.expected.threads"}});
  }
  const std::int64_t available =
      threads == 0 ? std::max<std::int64_t>(1, std::thread::hardware_concurrency()) : threads;
  const std::int64_t workers = detail::kThreads ? std::min(available, chunks) : 1;
  if (workers <= 1) {
    for (std::int64_t chunk = 0; chunk < chunks; ++chunk) {
      stop_point();
      work(chunk);
    }
    return;
  }
  Shared shared(chunks, work);
  {
    Pool pool(workers - 1);
    for (std::int64_t i = 1; i < workers; ++i) {
      pool.start([&shared, state = detail::stop_state()] {
        const detail::StopInherited asked(state);
        shared.run();
      });
    }
    shared.run();
    shared.wait_for(workers);
  }
  shared.rethrow();
}

}  // namespace houvast::inline v0_1
