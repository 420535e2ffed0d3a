#include "text/pseudo.hpp"

#include <array>

namespace houvast::inline v0_1::detail {
namespace {

constexpr std::string_view kPlain = "AaBbCcDdEeGgHhIiKkLlNnOoRrSsTtUuWwYyZz";
constexpr std::array<std::string_view, kPlain.size()> kAccented = {
    "Á", "á", "Ɓ", "ƀ", "Ç", "ç", "Ð", "ð", "É", "é", "Ĝ", "ĝ", "Ĥ", "ĥ", "Î", "î", "Ķ", "ķ", "Ļ",
    "ļ", "Ñ", "ñ", "Ö", "ö", "Ŕ", "ŕ", "Š", "š", "Ţ", "ţ", "Û", "û", "Ŵ", "ŵ", "Ý", "ý", "Ž", "ž"};

}  // namespace

std::string pseudo_words(std::string_view english) {
  std::string text;
  std::size_t letters = 0;
  for (const char c : english) {
    const std::size_t found = kPlain.find(c);
    letters += (c >= 'A' && c <= 'Z') || (c >= 'a' && c <= 'z') ? 1U : 0U;
    if (found == std::string_view::npos) {
      text += c;
    } else {
      text += kAccented[found];
    }
  }
  for (std::size_t i = 0; i < (letters * 2 + 4) / 5; ++i) text += "~";
  return text;
}

std::string pseudo_text(std::string_view english) {
  return english.empty() ? std::string() : "⟦" + pseudo_words(english) + "⟧";
}

}  // namespace houvast::inline v0_1::detail
