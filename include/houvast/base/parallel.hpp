#pragma once

#include <cstdint>
#include <functional>

#include "houvast/api.hpp"

namespace houvast::inline v0_1 {

/// Runs `work(chunk)` for every chunk in [0, chunks), on at most `threads` threads.
///
/// Which thread takes which chunk is not fixed; results must be stored per chunk and merged in chunk order, so that
/// the number of threads never changes a bit. The first exception (by chunk) is rethrown after all have ended.
/// @param threads 0 = as many as the machine has
/// @throws ValueError HV-302 when `threads` is negative
HOUVAST_API void parallel_for(std::int64_t chunks, int threads, const std::function<void(std::int64_t)>& work);

}  // namespace houvast::inline v0_1
