#include "houvast/text/language.hpp"

#include <algorithm>

#include "text/catalogue.hpp"

namespace houvast::inline v0_1 {
namespace {

char lower(char c) {
  return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c == '_' ? '-' : c;
}

}  // namespace

const Language Language::kNl{std::string("nl")};
const Language Language::kEn{std::string("en")};
const Language Language::kPseudo{std::string("qps-plocm")};

// The lookup of RFC 4647, section 3.4: parts go off at the end, a single letter together with what follows it.
std::vector<std::string> Language::fallback() const {
  std::vector<std::string> tags;
  std::string tag = *this == kPseudo ? std::string() : tag_;
  while (!tag.empty()) {
    tags.push_back(tag);
    std::size_t dash = tag.rfind('-');
    if (dash != std::string::npos && dash >= 2 && tag[dash - 2] == '-') dash -= 2;
    tag.resize(dash == std::string::npos ? 0 : dash);
  }
  if (tags.empty() || tags.back() != kEn.tag()) tags.push_back(kEn.tag());
  return tags;
}

bool Language::right_to_left() const {
  return *this == kPseudo || detail::language_word("direction", *this) == "rtl";
}

std::optional<Language> find_language(std::string_view tag) {
  std::string folded(tag);
  std::transform(folded.begin(), folded.end(), folded.begin(), lower);
  Language language{folded};
  if (language == Language::kPseudo) return language;
  const auto& all = detail::catalogue();
  for (const std::string& each : language.fallback()) {
    if (all.contains(each) && (each != Language::kEn.tag() || folded.rfind("en", 0) == 0)) return language;
  }
  return std::nullopt;
}

std::vector<std::string> languages() {
  std::vector<std::string> tags{Language::kNl.tag()};
  for (const auto& [tag, messages] : detail::catalogue()) {
    if (tag != Language::kNl.tag()) tags.push_back(tag);
  }
  return tags;
}

}  // namespace houvast::inline v0_1
