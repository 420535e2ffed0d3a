#include "houvast/text/localized_text.hpp"

#include "text/pseudo.hpp"

namespace houvast::inline v0_1 {

std::string LocalizedText::own(std::string_view tag) const {
  if (tag == Language::kNl.tag()) return nl;
  if (tag == Language::kEn.tag()) return en;
  const auto found = others.find(std::string(tag));
  return found == others.end() ? std::string() : found->second;
}

void LocalizedText::set(std::string_view tag, std::string text) {
  if (tag == Language::kNl.tag()) {
    nl = std::move(text);
  } else if (tag == Language::kEn.tag()) {
    en = std::move(text);
  } else {
    others.insert_or_assign(std::string(tag), std::move(text));
  }
}

std::vector<std::string> LocalizedText::tags() const {
  std::vector<std::string> all;
  if (!nl.empty()) all.push_back(Language::kNl.tag());
  if (!en.empty()) all.push_back(Language::kEn.tag());
  for (const auto& [tag, text] : others) all.push_back(tag);
  return all;
}

std::vector<std::string> LocalizedText::texts() const {
  std::vector<std::string> all;
  for (const std::string& tag : tags()) all.push_back(own(tag));
  return all;
}

std::vector<std::string> LocalizedText::readings() const {
  std::vector<std::string> all = texts();
  if (!all.empty()) all.push_back(get(Language::kPseudo));
  return all;
}

std::string LocalizedText::get(const Language& language) const {
  for (const std::string& tag : language.fallback()) {
    const std::string text = own(tag);
    if (!text.empty()) return language == Language::kPseudo ? detail::pseudo_text(text) : text;
  }
  const std::vector<std::string> all = tags();
  return all.empty() ? std::string() : own(all.front());
}

}  // namespace houvast::inline v0_1
