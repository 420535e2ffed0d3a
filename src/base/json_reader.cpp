#include "base/json_reader.hpp"

#include <algorithm>
#include <array>
#include <set>
#include <utility>

#include "houvast/base/choice.hpp"
#include "houvast/base/stop.hpp"
#include "text/number_text.hpp"

namespace houvast::inline v0_1::detail {

std::string escaped_pointer(std::string_view key) {
  std::string text;
  for (const char c : key) {
    if (c == '~') {
      text += "~0";
    } else if (c == '/') {
      text += "~1";
    } else {
      text += c;
    }
  }
  return text;
}

std::optional<double> decimal_number(std::string literal) {
  for (char& c : literal) {
    if (std::string_view("+-0123456789eE").find(c) == std::string_view::npos) c = '.';
  }
  return parsed_number(literal);
}

namespace {

// What would have been right, by what nlohmann says of what is wrong. Its own words are English, and may quote an
// answer.
std::string_view expected_instead(std::string_view said) {
  using Said = std::pair<std::string_view, std::string_view>;
  constexpr auto kKnown = std::to_array<Said>({{"unexpected end", "problem.expected.json_whole"},
                                               {"empty input", "problem.expected.json_whole"},
                                               {"expected end", "problem.expected.json_nothing_more"},
                                               {"invalid string", "problem.expected.json_text"},
                                               {"object key", "problem.expected.json_key"},
                                               {"object separator", "problem.expected.json_colon"},
                                               {"object -", "problem.expected.json_next_member"},
                                               {"array -", "problem.expected.json_next_item"}});
  const auto known = std::find_if(kKnown.begin(), kKnown.end(),
                                  [said](const Said& each) { return said.find(each.first) != std::string_view::npos; });
  return known == kKnown.end() ? "problem.expected.json_value" : known->second;
}

// Builds the document while watching what nlohmann's own builder lets pass.
class Builder : public nlohmann::json_sax<Json> {
 public:
  Builder(std::string_view text, std::string_view file) : text_(text), file_(file) {}
  Builder(const Builder&) = delete;
  Builder& operator=(const Builder&) = delete;
  ~Builder() override { empty(root_); }  // NOLINT(bugprone-exception-escape)

  Json take() { return std::move(root_); }

  bool null() override { return put(nullptr); }
  bool boolean(bool value) override { return put(value); }
  bool number_integer(number_integer_t value) override { return put(value); }
  bool number_unsigned(number_unsigned_t value) override {
    if (value > static_cast<number_unsigned_t>(INT64_MAX)) fail_number({"problem.expected.integer_64"});
    return put(value);
  }
  // The literal has the C locale's decimal point, and the value was read through it: both are put right.
  bool number_float(number_float_t /*value*/, const string_t& literal) override {
    if (literal.find_first_not_of("-0123456789") == string_t::npos) fail_number({"problem.expected.integer_64"});
    const std::optional<double> value = decimal_number(literal);
    if (!value) fail_number({"problem.expected.double"});
    return put(*value);
  }
  bool string(string_t& value) override { return put(std::move(value)); }
  bool binary(binary_t&) override { return false; }

  bool start_object(std::size_t) override { return open(Json::object()); }
  bool start_array(std::size_t) override { return open(Json::array()); }
  bool end_object() override { return close(); }
  bool end_array() override { return close(); }

  bool key(string_t& name) override {
    if (stack_.back()->contains(name)) {
      throw ParseError({"HV-106",
                        {"problem.subject.json_key"},
                        name,
                        {"problem.expected.key_once"},
                        {file_, std::nullopt, "", pointer(stack_.size() - 1) + "/" + escaped_pointer(name)}});
    }
    keys_.back() = name;
    return true;
  }

  bool parse_error(std::size_t position, const std::string&, const nlohmann::detail::exception& error) override {
    const std::string_view before = text_.substr(0, position == 0 ? 0 : position - 1);
    const auto line = 1 + std::count(before.begin(), before.end(), '\n');
    const std::string_view on_line = before.substr(before.rfind('\n') + 1);
    const auto character =
        1 + std::count_if(on_line.begin(), on_line.end(), [](char c) {  // a character of UTF-8 begins once
          return (static_cast<unsigned char>(c) & 0xC0) != 0x80;
        });
    throw ParseError({"HV-104",
                      {"problem.subject.json_at", {{"line", line}, {"character", character}}},
                      "",
                      {std::string(expected_instead(error.what()))},
                      {file_, std::nullopt, "", pointer()}});
  }

 private:
  template <class Value>
  bool put(Value&& value) {
    place(Json(std::forward<Value>(value)));
    return true;
  }

  Json* place(Json value) {
    looked_();
    if (stack_.empty()) {
      root_ = std::move(value);
      return &root_;
    }
    Json& parent = *stack_.back();
    if (parent.is_array()) {
      parent.push_back(std::move(value));
      return &parent.back();
    }
    return &(parent[keys_.back()] = std::move(value));
  }

  bool open(Json container) {
    if (static_cast<int>(stack_.size()) >= kMaxJsonDepth) {
      throw ParseError({"HV-105",
                        {"problem.subject.json_nesting"},
                        "",
                        {"problem.expected.levels", {{"most", kMaxJsonDepth}}},
                        {file_, std::nullopt, "", ""}});
    }
    stack_.push_back(place(std::move(container)));
    keys_.emplace_back();
    return true;
  }

  bool close() {
    stack_.pop_back();
    keys_.pop_back();
    return true;
  }

  [[noreturn]] void fail_number(Claim expected) const {
    throw ParseError(
        {"HV-107", {"problem.subject.json_number"}, "", std::move(expected), {file_, std::nullopt, "", pointer()}});
  }

  [[nodiscard]] std::string pointer() const { return pointer(stack_.size()); }

  // The place inside the outermost `depth` open containers. An element that is itself open is in its array already.
  [[nodiscard]] std::string pointer(std::size_t depth) const {
    std::string text;
    for (std::size_t i = 0; i < depth; ++i) {
      if (stack_[i]->is_array()) {
        text += "/" + std::to_string(stack_[i]->size() - (i + 1 < stack_.size() ? 1 : 0));
      } else {
        text += "/" + escaped_pointer(keys_[i]);
      }
    }
    return text;
  }

  std::string_view text_;
  std::string file_;
  StopPoints looked_{1024};
  Json root_;
  std::vector<Json*> stack_;
  std::vector<std::string> keys_;  // the key last seen in each open object
};

Json parsed(std::string_view text, std::string_view file) {
  if (text.starts_with("\xEF\xBB\xBF")) text.remove_prefix(3);
  if (text.find_first_not_of(" \t\r\n") == std::string_view::npos) {
    throw ParseError({"HV-102",
                      {"problem.subject.file"},
                      "",
                      {"problem.expected.filled_json"},
                      {std::string(file), std::nullopt, "", ""}});
  }
  if (!is_utf8(text)) {
    throw ParseError({"HV-103",
                      {"problem.subject.text"},
                      "",
                      {"problem.expected.utf_8"},
                      {std::string(file), std::nullopt, "", ""}});
  }
  Builder builder(text, file);
  Json::sax_parse(text.begin(), text.end(), &builder);
  return builder.take();
}

}  // namespace

ParsedJson parse_json(std::string_view text, std::string_view file) {
  return ParsedJson(parsed(text, file));
}

void JsonProblems::add(std::string code, Claim subject, Found value, Claim expected, std::string pointer,
                       std::string near) {
  issues.push_back({std::move(code),
                    std::move(subject),
                    std::move(value),
                    std::move(expected),
                    {file, std::nullopt, "", std::move(pointer)},
                    std::move(near)});
}

void JsonProblems::throw_if_any() const {
  if (!issues.empty()) throw ParseError(issues);
}

JsonCursor::JsonCursor(const Json& node, JsonProblems& problems, std::string pointer)
    : node_(&node), problems_(&problems), pointer_(std::move(pointer)) {}

void JsonCursor::problem(std::string code, Claim subject, Found value, Claim expected, std::string near) const {
  if (node_ != nullptr) {
    problems_->add(std::move(code), std::move(subject), std::move(value), std::move(expected), pointer_,
                   std::move(near));
  }
}

JsonCursor JsonCursor::at(std::string_view key) const {
  JsonCursor next(*this);
  next.pointer_ += "/" + escaped_pointer(key);
  next.node_ = nullptr;
  if (node_ == nullptr) return next;
  if (!node_->is_object()) {
    problem("HV-108", {"problem.subject.value"}, "", {"problem.expected.object_with_key", {{"key", std::string(key)}}});
    return next;
  }
  const auto found = node_->find(std::string(key));
  if (found == node_->end()) {
    problem("HV-109", {"problem.subject.key"}, std::string(key), {"problem.expected.this_key"});
    return next;
  }
  next.node_ = &*found;
  return next;
}

std::optional<JsonCursor> JsonCursor::maybe(std::string_view key) const {
  if (node_ == nullptr || !node_->is_object()) return std::nullopt;
  const auto found = node_->find(std::string(key));
  if (found == node_->end() || found->is_null()) return std::nullopt;
  return JsonCursor(*found, *problems_, pointer_ + "/" + escaped_pointer(key));
}

std::vector<JsonCursor> JsonCursor::items() const {
  std::vector<JsonCursor> result;
  if (node_ == nullptr) return result;
  if (!node_->is_array()) {
    problem("HV-108", {"problem.subject.value"}, "", {"problem.expected.array"});
    return result;
  }
  for (std::size_t i = 0; i < node_->size(); ++i) {
    result.emplace_back((*node_)[i], *problems_, pointer_ + "/" + std::to_string(i));
  }
  return result;
}

std::vector<std::pair<std::string, JsonCursor>> JsonCursor::members() const {
  std::vector<std::pair<std::string, JsonCursor>> result;
  if (node_ == nullptr) return result;
  if (!node_->is_object()) {
    problem("HV-108", {"problem.subject.value"}, "", {"problem.expected.object"});
    return result;
  }
  for (const auto& [key, value] : node_->items()) {
    result.emplace_back(key, JsonCursor(value, *problems_, pointer_ + "/" + escaped_pointer(key)));
  }
  return result;
}

std::string JsonCursor::string() const {
  if (node_ == nullptr) return {};
  if (node_->is_string()) return node_->get<std::string>();
  problem("HV-108", {"problem.subject.value"}, "", {"problem.expected.text"});
  return {};
}

std::int64_t JsonCursor::integer(std::int64_t low, std::int64_t high) const {
  if (node_ == nullptr) return low;
  const Claim expected{"problem.expected.whole_from_to", {{"low", low}, {"high", high}}};
  if (!node_->is_number_integer()) {
    problem("HV-108", {"problem.subject.value"}, "", expected);
    return low;
  }
  const auto value = node_->get<std::int64_t>();
  if (value >= low && value <= high) return value;
  problem("HV-210", {"problem.subject.number"}, std::to_string(value), expected);
  return low;
}

double JsonCursor::number() const {
  if (node_ == nullptr) return 0;
  if (node_->is_number()) return node_->get<double>();
  problem("HV-108", {"problem.subject.value"}, "", {"problem.expected.number"});
  return 0;
}

bool JsonCursor::boolean() const {
  if (node_ == nullptr) return false;
  if (node_->is_boolean()) return node_->get<bool>();
  problem("HV-108", {"problem.subject.value"}, "", {"problem.expected.true_or_false"});
  return false;
}

std::vector<std::string> JsonCursor::strings() const {
  std::vector<std::string> result;
  for (const JsonCursor& item : items()) result.push_back(item.string());
  return result;
}

namespace {

// The form of a BCP 47 tag in lower case; whether the language exists is not for us to say.
bool is_language_tag(std::string_view tag) {
  std::size_t length = 0, parts = 0;
  for (const char c : tag) {
    const bool letter = c >= 'a' && c <= 'z', digit = c >= '0' && c <= '9';
    if (c == '-') {
      if (length == 0) return false;
      length = 0;
      ++parts;
    } else if (++length > 8 || (!letter && !(digit && parts > 0))) {
      return false;
    }
  }
  return length > 0 && tag.find('-') != 1 && tag.size() >= 2;
}

}  // namespace

LocalizedText JsonCursor::localized() const {
  if (version() < 2) {
    if (node_ != nullptr && node_->is_object()) allow_only({"nl", "en"});
    return {at("nl").string(), at("en").string()};
  }
  LocalizedText text;
  for (const auto& [tag, member] : members()) {
    if (is_language_tag(tag)) {
      text.set(tag, member.string());
    } else {
      member.problem("HV-110", {"problem.subject.language"}, tag, {"problem.expected.language_tag"});
    }
  }
  if (node_ != nullptr && text.tags().empty())
    problem("HV-109", {"problem.subject.text"}, "", {"problem.expected.text_in_language"});
  return text;
}

void JsonCursor::format(std::string_view name) const {
  const std::string found = at("schema").string(), first = std::string(name) + "/1", second = std::string(name) + "/2";
  problems_->version = found == second ? 2 : 1;
  if (found == first || found == second) return;
  problems_->add("HV-115", {"problem.subject.schema"}, found,
                 {"problem.expected.one_or_other", {{"one", second}, {"other", first}}}, "/schema");
  problems_->throw_if_any();
}

std::string JsonCursor::word(const std::vector<std::string>& known) const {
  if (node_ == nullptr) return {};
  std::string text = string();
  for (const std::string& candidate : known) {
    if (candidate == text) return text;
  }
  if (node_->is_string()) {
    problem("HV-207", {"problem.subject.word"}, text, {"problem.expected.one_of", {{"choices", in_a_row(known)}}},
            nearest(text, known));
  }
  return known.front();
}

void JsonCursor::allow_only(std::initializer_list<std::string_view> keys) const {
  if (node_ == nullptr || !node_->is_object()) return;
  const std::vector<std::string> known(keys.begin(), keys.end());
  const std::set<std::string> allowed(known.begin(), known.end());
  for (const auto& [key, value] : node_->items()) {
    if (allowed.contains(key)) continue;
    problem("HV-110", {"problem.subject.unknown_key"}, key, {"problem.expected.key_of_schema"}, nearest(key, known));
  }
}

}  // namespace houvast::inline v0_1::detail
