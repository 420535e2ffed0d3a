#include "houvast/base/text.hpp"

#include <algorithm>
#include <cstdint>
#include <cstring>
#include <vector>

#include "houvast/base/choice.hpp"

namespace houvast::inline v0_1 {

Language language_of(std::string_view tag) {
  if (const auto found = find_language(tag)) return *found;
  unknown_name("HV-503", {"problem.subject.language"}, tag, languages());
}

std::size_t edit_distance(std::string_view a, std::string_view b) {
  return edit_distance_below(a, b, a.size() + b.size() + 1);
}

std::size_t edit_distance_below(std::string_view a, std::string_view b, std::size_t limit) {
  std::vector<std::size_t> before(b.size() + 1), previous(b.size() + 1), current(b.size() + 1);
  for (std::size_t j = 0; j <= b.size(); ++j) previous[j] = j;
  for (std::size_t i = 1; i <= a.size(); ++i) {
    current[0] = i;
    for (std::size_t j = 1; j <= b.size(); ++j) {
      const std::size_t change = a[i - 1] == b[j - 1] ? 0 : 1;
      current[j] = std::min({previous[j] + 1, current[j - 1] + 1, previous[j - 1] + change});
      if (i > 1 && j > 1 && a[i - 1] == b[j - 2] && a[i - 2] == b[j - 1]) {
        current[j] = std::min(current[j], before[j - 2] + 1);
      }
    }
    std::swap(before, previous);
    std::swap(previous, current);
    // A transposition goes on from the row before the last.
    const std::size_t least = std::min(*std::min_element(previous.begin(), previous.end()),
                                       *std::min_element(before.begin(), before.end()) + 1);
    if (least >= limit) return limit;
  }
  return std::min(previous[b.size()], limit);
}

namespace {

unsigned byte_at(std::string_view bytes, std::size_t i) noexcept {
  return static_cast<unsigned char>(bytes[i]);
}

// Where the ASCII that begins at `i` may end: texts are mostly ASCII, so 8 bytes at a time.
std::size_t past_ascii(std::string_view bytes, std::size_t i) noexcept {
  for (std::uint64_t eight = 0; i + sizeof eight <= bytes.size(); i += sizeof eight) {
    std::memcpy(&eight, bytes.data() + i, sizeof eight);
    if ((eight & 0x8080808080808080U) != 0) break;
  }
  return i;
}

// A sequence of bytes as its first byte announces it (Unicode, table 3-7).
struct Announced {
  std::size_t length = 0;  // none begins so
  unsigned low = 0x80;     // bounds of the second byte
  unsigned high = 0xBF;
};

Announced announced_by(unsigned lead) noexcept {
  if (lead >= 0xC2 && lead <= 0xDF) return {.length = 2};
  if (lead >= 0xE0 && lead <= 0xEF) {
    return {.length = 3, .low = lead == 0xE0 ? 0xA0U : 0x80U, .high = lead == 0xED ? 0x9FU : 0xBFU};
  }
  if (lead >= 0xF0 && lead <= 0xF4) {
    return {.length = 4, .low = lead == 0xF0 ? 0x90U : 0x80U, .high = lead == 0xF4 ? 0x8FU : 0xBFU};
  }
  return {};
}

// Whether the bytes from `i` on are as announced.
bool keeps_to(const Announced& sequence, std::string_view bytes, std::size_t i) noexcept {
  if (sequence.length == 0 || i + sequence.length > bytes.size()) return false;
  if (byte_at(bytes, i + 1) < sequence.low || byte_at(bytes, i + 1) > sequence.high) return false;
  for (std::size_t k = 2; k < sequence.length; ++k) {
    if ((byte_at(bytes, i + k) & 0xC0) != 0x80) return false;
  }
  return true;
}

}  // namespace

bool is_utf8(std::string_view bytes) noexcept {
  std::size_t i = 0;
  while (i < bytes.size()) {
    const unsigned lead = byte_at(bytes, i);
    if (lead < 0x80) {
      i = past_ascii(bytes, i + 1);
      continue;
    }
    const Announced sequence = announced_by(lead);
    if (!keeps_to(sequence, bytes, i)) return false;
    i += sequence.length;
  }
  return true;
}

}  // namespace houvast::inline v0_1
