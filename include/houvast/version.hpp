#pragma once

/// The one place where the version stands; CMake and the Python package read it from here.
#define HOUVAST_VERSION "0.1.0"

namespace houvast::inline v0_1 {

/// The library's version, as "major.minor.patch".
inline constexpr const char* kVersion = HOUVAST_VERSION;

}  // namespace houvast::inline v0_1
