#include "text/catalogue.hpp"

#include <stdexcept>

#include "text/embedded.hpp"
#include "text/json.hpp"

namespace houvast::detail {
namespace {

// A document may be written as a list of its lines.
std::string in_lines(const nlohmann::json& lines) {
  std::string text;
  for (std::size_t i = 0; i < lines.size(); ++i) text += (i == 0 ? "" : "\n") + lines[i].get<std::string>();
  return text;
}

// Keys of a file begin with its name: "coverage.ok.C7" stands in coverage.json.
void read_file(const EmbeddedFile& file, std::map<std::string, MessagesOfLanguage, std::less<>>& into) {
  const std::string name(file.name);
  const std::size_t slash = name.find('/'), dot = name.rfind(".json");
  if (slash == std::string::npos || dot == std::string::npos) throw std::logic_error("message file " + name);
  const std::string subject = name.substr(slash + 1, dot - slash - 1) + ".";
  MessagesOfLanguage& messages = into[name.substr(0, slash)];
  const auto repeated = [&](int, Json::parse_event_t event, Json& value) {
    if (event != Json::parse_event_t::key) return true;
    const auto key = value.get<std::string>();
    if (key.rfind(subject, 0) != 0) throw std::logic_error("message " + key + " stands in " + name);
    if (!messages.try_emplace(key).second) throw std::logic_error("message " + key + " stands twice");
    return true;
  };
  const Json document = Json::parse(file.content, repeated);
  for (const auto& [key, value] : document.items()) {
    CatalogueEntry& entry = messages.at(key);
    entry.text = value.is_array() ? in_lines(value) : value.get<std::string>();
    entry.message = parse_message(key, entry.text);
  }
}

}  // namespace

const std::map<std::string, MessagesOfLanguage, std::less<>>& catalogue() {
  static const auto all = [] {
    std::map<std::string, MessagesOfLanguage, std::less<>> read;
    for (const EmbeddedFile& file : embedded_messages()) read_file(file, read);
    return read;
  }();
  return all;
}

const Message* find_message(std::string_view key, const Language& language, std::string_view audience) {
  for (const std::string& tag : language.fallback()) {
    const auto messages = catalogue().find(tag);
    if (messages == catalogue().end()) continue;
    if (!audience.empty()) {
      const auto own = messages->second.find(std::string(key) + "@" + std::string(audience));
      if (own != messages->second.end()) return &own->second.message;
    }
    const auto found = messages->second.find(key);
    if (found != messages->second.end()) return &found->second.message;
  }
  return nullptr;
}

std::string language_word(std::string_view key, const Language& language) {
  const Message* message = find_message("language." + std::string(key), language, "");
  if (message == nullptr) throw std::logic_error("language " + language.tag() + " has no " + std::string(key));
  return message->empty() ? std::string() : message->front().text;
}

}  // namespace houvast::detail
