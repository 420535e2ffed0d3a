#pragma once

#include <concepts>
#include <initializer_list>
#include <string>
#include <string_view>
#include <utility>

/// Writing of JSON, private to the library.
namespace houvast::inline v0_1::detail {

/// A string in JSON, with its quotes; what is not UTF-8 is replaced (U+FFFD).
[[nodiscard]] std::string quoted_json(std::string_view text);

/// A value of JSON that is text from the start. It goes without asking for memory, which a tree of nodes does not:
/// where there is none, that would be the end of the program.
class JsonText {
 public:
  using Member = std::pair<std::string_view, JsonText>;

  JsonText() : text_("null") {}
  JsonText(std::nullptr_t) : JsonText() {}                                      // NOLINT(google-explicit-constructor)
  JsonText(std::string_view value) : text_(quoted_json(value)) {}               // NOLINT(google-explicit-constructor)
  JsonText(const std::string& value) : JsonText(std::string_view(value)) {}     // NOLINT(google-explicit-constructor)
  JsonText(const char* value) : JsonText(std::string_view(value)) {}            // NOLINT(google-explicit-constructor)
  JsonText(std::same_as<bool> auto value) : text_(value ? "true" : "false") {}  // NOLINT(google-explicit-constructor)
  JsonText(std::integral auto value)                                            // NOLINT(google-explicit-constructor)
      requires(!std::same_as<decltype(value), bool>)
      : text_(std::to_string(value)) {}
  JsonText(double value);  // NOLINT(google-explicit-constructor)
  /// An object; every key once.
  JsonText(std::initializer_list<Member> members);

  [[nodiscard]] static JsonText object() { return of("{}"); }
  [[nodiscard]] static JsonText array() { return of("[]"); }
  /// Takes what is JSON already, in one line.
  [[nodiscard]] static JsonText of(std::string json);

  [[nodiscard]] bool is_null() const noexcept { return text_ == "null"; }

  /// Adds a member to an object; the key is not there yet.
  void add(std::string_view key, const JsonText& value);
  /// Adds an item to an array.
  void push_back(const JsonText& item);

  /// In one line.
  [[nodiscard]] const std::string& str() const& noexcept { return text_; }
  [[nodiscard]] std::string str() && noexcept { return std::move(text_); }
  /// A line for each member and item, indented by so many blanks a level.
  [[nodiscard]] std::string indented(int width) const;

 private:
  void open_last();

  std::string text_;
};

}  // namespace houvast::inline v0_1::detail
