#pragma once

#include <string_view>
#include <vector>

namespace houvast::inline v0_1::detail {

/// A file that is compiled in, so that the library needs no data directory at run time.
struct EmbeddedFile {
  std::string_view name;  ///< relative to the folder that it comes from, for example "nl/coverage.json"
  std::string_view content;
};

/// The files of src/text/messages.
[[nodiscard]] const std::vector<EmbeddedFile>& embedded_messages();

}  // namespace houvast::inline v0_1::detail
