// Bytes that claim to be a study in one file: refused, or a study that is written and read without loss.
#include "bytes.hpp"
#include "houvast/io/study_io.hpp"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  const std::string_view text(reinterpret_cast<const char*>(data), size);
  houvast::fuzz::accepted([&] {
    const std::string json = houvast::study_to_json(houvast::study_from_json(text));
    houvast::fuzz::must(houvast::study_to_json(houvast::study_from_json(json)) == json);
  });
  return 0;
}
