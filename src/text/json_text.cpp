#include "text/json_text.hpp"

#include <algorithm>

#include "text/json.hpp"

namespace houvast::inline v0_1::detail {

std::string quoted_json(std::string_view text) {
  const bool plain = std::none_of(text.begin(), text.end(), [](char c) {
    const auto byte = static_cast<unsigned char>(c);
    return byte < 0x20 || byte >= 0x7F || c == '"' || c == '\\';
  });
  if (!plain) return Json(text).dump(-1, ' ', false, Json::error_handler_t::replace);
  std::string quoted;
  quoted.reserve(text.size() + 2);
  quoted += '"';
  quoted += text;
  quoted += '"';
  return quoted;
}

JsonText::JsonText(double value) : text_(Json(value).dump()) {}

JsonText::JsonText(std::initializer_list<Member> members) : text_("{}") {
  for (const Member& member : members) add(member.first, member.second);
}

JsonText JsonText::of(std::string json) {
  JsonText value;
  value.text_ = std::move(json);
  return value;
}

// Makes room behind what is there: the bracket goes, and what follows puts it back.
void JsonText::open_last() {
  text_.pop_back();
  if (text_.size() > 1) text_ += ',';
}

void JsonText::add(std::string_view key, const JsonText& value) {
  open_last();
  text_ += quoted_json(key);
  text_ += ':';
  text_ += value.text_;
  text_ += '}';
}

void JsonText::push_back(const JsonText& item) {
  open_last();
  text_ += item.text_;
  text_ += ']';
}

std::string JsonText::indented(int width) const {
  std::string result;
  std::size_t level = 0;
  bool in_string = false;
  const auto new_line = [&] { result.append(1, '\n').append(level * static_cast<std::size_t>(width), ' '); };
  for (std::size_t i = 0; i < text_.size(); ++i) {
    const char c = text_[i];
    if (in_string) {
      result += c;
      if (c == '\\') {
        result += text_[++i];
      } else if (c == '"') {
        in_string = false;
      }
      continue;
    }
    const bool opens = c == '{' || c == '[', closes = c == '}' || c == ']';
    const bool empty = closes && (text_[i - 1] == '{' || text_[i - 1] == '[');
    if (closes && !empty) {
      --level;
      new_line();
    }
    result += c;
    if (c == '"') {
      in_string = true;
    } else if (c == ':') {
      result += ' ';
    } else if (c == ',') {
      new_line();
    } else if (opens && text_[i + 1] != '}' && text_[i + 1] != ']') {
      ++level;
      new_line();
    }
  }
  return result;
}

}  // namespace houvast::inline v0_1::detail
