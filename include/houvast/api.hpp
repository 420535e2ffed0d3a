#pragma once

/// HOUVAST_API stands before every public function and class whose code is in the library, so that a shared library
/// shows them and nothing else (tests/exports.py). HOUVAST_SHARED comes with the CMake target and with houvast.pc;
/// houvast_EXPORTS is set where the library itself is compiled.
#if !defined(HOUVAST_SHARED)
#define HOUVAST_API
#elif !defined(_WIN32)
#define HOUVAST_API __attribute__((visibility("default")))
#elif defined(houvast_EXPORTS)
#define HOUVAST_API __declspec(dllexport)
#else
#define HOUVAST_API __declspec(dllimport)
#endif
