// Instruments as people write them: read, and what is accepted survives being read again.
#include "bytes.hpp"
#include "houvast/instrument/instrument.hpp"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  const std::string_view text(reinterpret_cast<const char*>(data), size);
  houvast::fuzz::accepted([&] {
    const houvast::Instrument instrument = houvast::Instrument::parse(text);
    houvast::fuzz::must(houvast::Instrument::parse(instrument.json()).json() == instrument.json());
  });
  return 0;
}
