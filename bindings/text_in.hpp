#pragma once

#include <pybind11/pybind11.h>

#include <string>

#include "houvast/text/claim.hpp"

namespace houvast::bindings {

/// A text; what cannot be UTF-8, such as half of a surrogate pair in what a user typed, becomes a mark.
std::string sound_text(const pybind11::handle& text);

/// What fills a gap: int, float, str, LocalizedText, Named, or a list or tuple of them.
/// @throws TypeError for anything else
Argument to_argument(const pybind11::handle& value);

/// A claim with its arguments.
Claim to_claim(const std::string& id, const pybind11::dict& args);

}  // namespace houvast::bindings
