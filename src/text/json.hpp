#pragma once

// nlohmann's lexer asserts that strtod, which follows the C locale, read the whole of a number. Numbers are read again
// without it (json_reader.cpp), so that assertion would only end programs with a locale it does not foresee.
#define JSON_ASSERT(condition) static_cast<void>(0)
#include <nlohmann/json.hpp>

namespace houvast::inline v0_1::detail {

using Json = nlohmann::json;

}  // namespace houvast::inline v0_1::detail
