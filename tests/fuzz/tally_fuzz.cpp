// Bytes that claim to be a tally: refused, or a tally with which everything can be done.
#include "bytes.hpp"
#include "houvast/instrument/catalogue.hpp"
#include "houvast/scoring/tally.hpp"

namespace {

using houvast::Tally;

// Whole bytes of a tally in which some were changed, so that most of what is behind the first check is reached.
std::string changed(const std::string& whole, houvast::fuzz::Bytes& bytes) {
  std::string text = whole;
  while (!bytes.spent()) {
    const std::size_t at = bytes.below(std::min<std::size_t>(text.size(), 65536));
    if (bytes.chance(16)) {
      text.resize(at + 1);
    } else {
      text[at] = static_cast<char>(bytes.below(256));
    }
  }
  return text;
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  static const houvast::Instrument instrument = houvast::instrument("know-your-partner");
  static const std::string whole = Tally(instrument, {{"a", "b"}, {"w"}}).to_bytes();
  houvast::fuzz::Bytes bytes(data, size);
  const std::string text = bytes.chance(2) ? std::string(bytes.rest()) : changed(whole, bytes);
  houvast::fuzz::accepted([&] {
    Tally tally = Tally::from_bytes(text, instrument);
    houvast::fuzz::must(Tally::from_bytes(tally.to_bytes(), instrument) == tally);
    houvast::fuzz::accepted([&] { tally.merge(tally); });
    (void)tally.finalize();
    (void)tally.reliability();
  });
  return 0;
}
