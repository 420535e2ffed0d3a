#pragma once

#include <string>

#include "houvast/api.hpp"
#include "houvast/disclosure/release.hpp"

namespace houvast::inline v0_1 {

/// The format of release documents: docs/reference/release.schema.json.
inline constexpr const char* kReleaseSchema = "houvast-release/1";

/// A release as JSON: every number and every word that may leave, and nothing else. What is not shown is not in it.
/// Its `claims` are empty: they follow from the rest (docs/dev/adr/0003).
/// @return UTF-8 text of one line; the same release gives the same bytes
/// @complexity O(size)
[[nodiscard]] HOUVAST_API std::string release_document(const Release& release);

}  // namespace houvast::inline v0_1
