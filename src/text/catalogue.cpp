#include "text/catalogue.hpp"

#include <stdexcept>
#include <utility>

#include "text/embedded.hpp"
#include "text/json.hpp"

namespace houvast::inline v0_1::detail {
namespace {

// Reads a file of messages: an object of texts, and of lists of their lines. No document is made of it, since one asks
// for memory when it goes. Keys begin with the file's name: "coverage.ok.C7" stands in coverage.json.
class MessageFile : public nlohmann::json_sax<Json> {
 public:
  MessageFile(std::string_view name, std::string_view subject, MessagesOfLanguage& messages)
      : name_(name), subject_(std::string(subject) + "."), messages_(messages) {}

  bool key(string_t& key) override {
    if (key.rfind(subject_, 0) != 0) throw std::logic_error("message " + key + " stands in " + name_);
    const auto [place, is_new] = messages_.try_emplace(key);
    if (!is_new) throw std::logic_error("message " + key + " stands twice");
    key_ = key;
    entry_ = &place->second;
    return true;
  }
  bool string(string_t& text) override {
    if (entry_ == nullptr) return false;
    entry_->text += (lines_++ == 0 ? "" : "\n") + text;
    if (!in_list_) end_message();
    return true;
  }
  bool start_array(std::size_t) override { return in_list_ = entry_ != nullptr && !in_list_; }
  bool end_array() override {
    in_list_ = false;
    end_message();
    return true;
  }
  bool start_object(std::size_t) override { return entry_ == nullptr && !std::exchange(begun_, true); }
  bool end_object() override { return true; }

  bool null() override { return false; }
  bool boolean(bool) override { return false; }
  bool number_integer(number_integer_t) override { return false; }
  bool number_unsigned(number_unsigned_t) override { return false; }
  bool number_float(number_float_t, const string_t&) override { return false; }
  bool binary(binary_t&) override { return false; }
  bool parse_error(std::size_t, const std::string&, const nlohmann::detail::exception&) override { return false; }

 private:
  void end_message() {
    entry_->message = parse_message(key_, entry_->text);
    entry_ = nullptr;
    lines_ = 0;
  }

  std::string name_, subject_, key_;
  MessagesOfLanguage& messages_;
  CatalogueEntry* entry_ = nullptr;
  int lines_ = 0;
  bool in_list_ = false, begun_ = false;
};

void read_file(const EmbeddedFile& file, std::map<std::string, MessagesOfLanguage, std::less<>>& into) {
  const std::string_view name = file.name;
  const std::size_t slash = name.find('/'), dot = name.rfind(".json");
  if (slash == std::string_view::npos || dot == std::string_view::npos) {
    throw std::logic_error("message file " + std::string(name));
  }
  MessageFile reader(name, name.substr(slash + 1, dot - slash - 1), into[std::string(name.substr(0, slash))]);
  if (!Json::sax_parse(file.content, &reader)) throw std::logic_error("message file " + std::string(name));
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

}  // namespace houvast::inline v0_1::detail
