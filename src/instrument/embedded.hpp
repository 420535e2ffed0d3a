#pragma once

#include <string_view>

#include "text/embedded.hpp"

namespace houvast::inline v0_1::detail {

/// The files of src/instrument/catalogue.
[[nodiscard]] const std::vector<EmbeddedFile>& embedded_catalogue();

/// @throws KeyError HV-501
[[nodiscard]] std::string_view embedded_file(std::string_view name);

}  // namespace houvast::inline v0_1::detail
