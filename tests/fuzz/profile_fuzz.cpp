// Profiles as people write them: read, and what is accepted survives being read again.
#include "bytes.hpp"
#include "houvast/ecosystem/profile.hpp"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  const std::string_view text(reinterpret_cast<const char*>(data), size);
  houvast::fuzz::accepted([&] {
    const houvast::Profile profile = houvast::Profile::parse(text);
    houvast::fuzz::must(houvast::Profile::parse(profile.json).json == profile.json);
  });
  return 0;
}
