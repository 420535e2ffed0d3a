#include <algorithm>
#include <string>
#include <utility>

#include "base/index.hpp"
#include "houvast/base/error.hpp"
#include "houvast/base/text.hpp"
#include "houvast/scoring/tally.hpp"
#include "scoring/sha256.hpp"
#include "scoring/tally_check.hpp"
#include "scoring/tally_frame.hpp"

// Form: "HVTALLY" 0x01 | SHA-256 of the instrument's JSON | numerator, denominator, pairs (u64 each) | number of groups
// and the groups | number of waves and the waves | number of counts and the counts | SHA-256 of all that. Numbers are
// u64, lowest byte first; texts have their length before them.
namespace houvast::inline v0_1 {
using houvast::detail::as_size;
namespace {

constexpr std::string_view kMagic = "HVTALLY";
constexpr char kFormat = 1;
constexpr std::size_t kHash = 32;

void put(std::string& bytes, std::uint64_t number) {
  for (int shift = 0; shift < 64; shift += 8) bytes.push_back(static_cast<char>(number >> shift & 0xff));
}

void put(std::string& bytes, const std::vector<std::string>& labels) {
  put(bytes, labels.size());
  for (const std::string& label : labels) {
    put(bytes, label.size());
    bytes += label;
  }
}

std::string_view text_of(const std::array<std::uint8_t, kHash>& hash) {
  return {reinterpret_cast<const char*>(hash.data()), hash.size()};
}

[[noreturn]] void damaged(const char* how) {
  throw ParseError({"HV-120", {"problem.subject.tally"}, Claim{how}, {"problem.expected.bytes_of_tally"}});
}

class Reader {
 public:
  explicit Reader(std::string_view bytes) : bytes_(bytes) {}

  std::string_view text(std::uint64_t length) {
    if (length > bytes_.size()) damaged("problem.value.ends_early");
    const std::string_view result = bytes_.substr(0, as_size(length));
    bytes_.remove_prefix(as_size(length));
    return result;
  }
  std::uint64_t number() {
    const std::string_view raw = text(8);
    std::uint64_t value = 0;
    for (std::size_t i = 8; i > 0; --i) value = value << 8 | static_cast<std::uint8_t>(raw[i - 1]);
    return value;
  }
  int small_number() {
    const std::uint64_t value = number();
    if (value > 0x7fffffff) damaged("problem.value.impossible_number");
    return static_cast<int>(value);
  }
  bool flag() {
    const std::uint64_t value = number();
    if (value > 1) damaged("problem.value.impossible_number");
    return value == 1;
  }
  std::vector<std::string> labels() {
    const std::uint64_t count = number();
    if (count > bytes_.size() / 8) damaged("problem.value.ends_early");
    std::vector<std::string> result;
    for (std::uint64_t i = 0; i < count; ++i) {
      result.emplace_back(text(number()));
      if (!is_utf8(result.back())) damaged("problem.value.label_not_utf_8");
    }
    return result;
  }
  [[nodiscard]] std::size_t left() const { return bytes_.size(); }

 private:
  std::string_view bytes_;
};

// The instrument is the very one, so whatever does not fit came with the bytes.
std::shared_ptr<const detail::TallyFrame> frame_of(const Instrument& instrument, TallyOptions options) {
  try {
    return std::make_shared<const detail::TallyFrame>(instrument, std::move(options));
  } catch (const ValueError&) {
    damaged("problem.value.impossible_rule");
  }
}

}  // namespace

std::string Tally::to_bytes() const {
  std::string bytes(kMagic);
  bytes.push_back(kFormat);
  bytes += text_of(frame_->hash);
  put(bytes, static_cast<std::uint64_t>(frame_->options.minimum_numerator));
  put(bytes, static_cast<std::uint64_t>(frame_->options.minimum_denominator));
  put(bytes, frame_->options.pairs ? 1 : 0);
  put(bytes, frame_->options.groups);
  put(bytes, frame_->options.waves);
  put(bytes, numbers_.size());
  bytes.reserve(bytes.size() + 8 * numbers_.size() + kHash);
  for (const std::uint64_t number : numbers_) put(bytes, number);
  bytes += text_of(detail::sha256(bytes));
  return bytes;
}

Tally Tally::from_bytes(std::string_view bytes, const Instrument& instrument) {
  if (bytes.size() <= kMagic.size() + kHash || bytes.substr(0, kMagic.size()) != kMagic)
    damaged("problem.value.no_tally");
  if (bytes[kMagic.size()] != kFormat) {
    throw ParseError({"HV-115",
                      {"problem.subject.version_of_tally"},
                      std::to_string(static_cast<int>(bytes[kMagic.size()])),
                      {"problem.expected.exactly", {{"text", std::to_string(static_cast<int>(kFormat))}}}});
  }
  const std::string_view content = bytes.substr(0, bytes.size() - kHash);
  if (text_of(detail::sha256(content)) != bytes.substr(content.size())) damaged("problem.value.checksum");
  Reader reader(content.substr(kMagic.size() + 1));
  if (reader.text(kHash) != text_of(detail::sha256(instrument.json()))) {
    throw ValueError({"HV-307",
                      {"problem.subject.instrument_of_tally"},
                      instrument.id().str(),
                      {"problem.expected.instrument_of_tally"}});
  }
  TallyOptions options;
  options.minimum_numerator = reader.small_number();
  options.minimum_denominator = reader.small_number();
  options.pairs = reader.flag();
  options.groups = reader.labels();
  options.waves = reader.labels();
  auto frame = frame_of(instrument, std::move(options));
  const std::uint64_t numbers = reader.number();
  // Divided and not multiplied: labels by the thousand ask for more counts than there are numbers.
  const bool fits = reader.left() % 8 == 0 && reader.left() / 8 == numbers && numbers % frame->cell == 0 &&
                    numbers / frame->cell % frame->options.groups.size() == 0 &&
                    numbers / frame->cell / frame->options.groups.size() == frame->options.waves.size();
  if (!fits) damaged("problem.value.other_counts");
  Tally tally(std::move(frame));
  for (std::uint64_t& number : tally.numbers_) number = reader.number();
  if (const char* const reason = detail::contradiction(*tally.frame_, tally.numbers_)) damaged(reason);
  return tally;
}

}  // namespace houvast::inline v0_1
