#include "houvast/base/parallel.hpp"

#include <algorithm>
#include <atomic>
#include <exception>
#include <mutex>
#include <thread>
#include <vector>

#include "houvast/base/error.hpp"

namespace houvast {

void parallel_for(std::int64_t chunks, int threads, const std::function<void(std::int64_t)>& work) {
  if (threads < 0) {
    throw ValueError({"HV-302", argument("threads"), std::to_string(threads), {"problem.expected.threads"}});
  }
  const std::int64_t available =
      threads == 0 ? std::max<std::int64_t>(1, std::thread::hardware_concurrency()) : threads;
  const std::int64_t workers = std::min(available, chunks);
  if (workers <= 1) {
    for (std::int64_t chunk = 0; chunk < chunks; ++chunk) work(chunk);
    return;
  }
  std::atomic<std::int64_t> next{0};
  std::mutex guard;
  std::exception_ptr first_error;
  std::int64_t first_chunk = chunks;
  const auto run = [&] {
    for (std::int64_t chunk = next++; chunk < chunks; chunk = next++) {
      try {
        work(chunk);
      } catch (...) {
        const std::lock_guard lock(guard);
        if (chunk < first_chunk) {
          first_chunk = chunk;
          first_error = std::current_exception();
        }
      }
    }
  };
  {
    std::vector<std::jthread> pool;
    pool.reserve(static_cast<std::size_t>(workers - 1));
    for (std::int64_t i = 1; i < workers; ++i) pool.emplace_back(run);
    run();
  }
  if (first_error) std::rethrow_exception(first_error);
}

}  // namespace houvast
