#pragma once

#include <string_view>
#include <vector>

namespace houvast::detail {

/// A file of src/instrument/catalogue, compiled in.
struct EmbeddedFile {
  std::string_view name;
  std::string_view content;
};

[[nodiscard]] const std::vector<EmbeddedFile>& embedded_files();

/// @throws KeyError HV-501
[[nodiscard]] std::string_view embedded_file(std::string_view name);

}  // namespace houvast::detail
