#include "text/message.hpp"

#include <algorithm>
#include <stdexcept>

namespace houvast::inline v0_1::detail {
namespace {

using Kind = MessagePart::Kind;

class MessageParser {
 public:
  MessageParser(std::string_view key, std::string_view text) : key_(key), text_(text) {}

  Message parse() {
    Message message = parts("");
    if (at_ < text_.size()) wrong("a text without a loose '}'");
    return message;
  }

 private:
  [[noreturn]] void wrong(const std::string& expected) const {
    throw std::logic_error("message " + std::string(key_) + ", byte " + std::to_string(at_) + ": expected " + expected +
                           " in: " + std::string(text_));
  }

  [[nodiscard]] bool done() const { return at_ >= text_.size(); }
  [[nodiscard]] char look() const { return done() ? '\0' : text_[at_]; }

  void skip_blanks() {
    while (look() == ' ' || look() == '\n') ++at_;
  }

  void take(char wanted) {
    skip_blanks();
    if (look() != wanted) wrong("'" + std::string(1, wanted) + "'");
    ++at_;
  }

  // Letters, digits and what stands in names and number styles.
  std::string word() {
    skip_blanks();
    const std::size_t from = at_;
    while (!done() && std::string_view(",{} \n").find(look()) == std::string_view::npos) ++at_;
    if (at_ == from) wrong("a name");
    return std::string(text_.substr(from, at_ - from));
  }

  // An apostrophe quotes only what would otherwise be syntax; two stand for one.
  bool quoted(std::string& words) {
    if (look() != '\'') return false;
    const char next = at_ + 1 < text_.size() ? text_[at_ + 1] : '\0';
    if (next == '\'') {
      words += '\'';
      at_ += 2;
      return true;
    }
    if (std::string_view("{}#|").find(next) == std::string_view::npos || next == '\0') return false;
    const std::size_t end = text_.find('\'', at_ + 1);
    if (end == std::string_view::npos) wrong("a closing apostrophe");
    words += text_.substr(at_ + 1, end - at_ - 1);
    at_ = end + 1;
    return true;
  }

  Message parts(std::string_view counted) {
    Message message;
    std::string words;
    const auto flush = [&] {
      if (!words.empty()) message.push_back({.kind = Kind::kWords, .text = std::move(words)});
      words.clear();
    };
    while (!done() && look() != '}') {
      if (quoted(words)) continue;
      if (look() == '{') {
        flush();
        message.push_back(gap());
      } else if (look() == '#' && !counted.empty()) {
        flush();
        message.push_back({.kind = Kind::kCount, .gap = std::string(counted)});
        ++at_;
      } else {
        words += text_[at_++];
      }
    }
    flush();
    return message;
  }

  MessagePart gap() {
    take('{');
    MessagePart part{.kind = Kind::kGap, .gap = word()};
    skip_blanks();
    if (look() == ',') {
      take(',');
      const std::string type = word();
      if (type == "number") {
        number(part);
      } else if (type == "list") {
        part.kind = Kind::kList;
        part.text = style("and");
        if (part.text != "and" && part.text != "or" && part.text != "semicolon") wrong("list, and, or or semicolon");
      } else if (type == "date") {
        part.kind = Kind::kDate;
      } else if (type == "plural" || type == "select") {
        part.kind = type == "plural" ? Kind::kPlural : Kind::kSelect;
        choices(part);
      } else {
        wrong("number, list, date, plural or select");
      }
    }
    take('}');
    return part;
  }

  std::string style(std::string otherwise) {
    skip_blanks();
    if (look() != ',') return otherwise;
    take(',');
    return word();
  }

  void number(MessagePart& part) {
    const std::string how = style("");
    part.kind = how == "percent" ? Kind::kPercent : Kind::kDecimal;
    if (how.empty() || how == "percent") return;
    if (how == "integer") {
      part.most_places = 0;
      return;
    }
    if (how.rfind("::.", 0) != 0) wrong("percent, integer, ::.00 or ::.##");
    const std::string_view places = std::string_view(how).substr(3);
    part.least_places = static_cast<int>(std::count(places.begin(), places.end(), '0'));
    part.most_places = static_cast<int>(places.size());
    if (part.least_places + std::count(places.begin(), places.end(), '#') != part.most_places) wrong("::.00 or ::.##");
  }

  void choices(MessagePart& part) {
    take(',');
    for (skip_blanks(); look() != '}' && !done(); skip_blanks()) {
      std::string selector = word();
      take('{');
      part.choices.emplace_back(std::move(selector), parts(part.kind == Kind::kPlural ? part.gap : ""));
      take('}');
    }
    const bool has_other = std::any_of(part.choices.begin(), part.choices.end(),
                                       [](const auto& choice) { return choice.first == "other"; });
    if (!has_other) wrong("a choice 'other'");
  }

  std::string_view key_;
  std::string_view text_;
  std::size_t at_ = 0;
};

}  // namespace

Message parse_message(std::string_view key, std::string_view text) {
  return MessageParser(key, text).parse();
}

void collect_gaps(const Message& message, std::vector<std::string>& names) {
  for (const MessagePart& part : message) {
    if (!part.gap.empty() && std::find(names.begin(), names.end(), part.gap) == names.end()) {
      names.push_back(part.gap);
    }
    for (const auto& choice : part.choices) collect_gaps(choice.second, names);
  }
}

}  // namespace houvast::inline v0_1::detail
