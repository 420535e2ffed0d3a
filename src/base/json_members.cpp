#include "base/json_members.hpp"

#include <optional>
#include <stdexcept>

#include "base/json_reader.hpp"

namespace houvast::inline v0_1::detail {
namespace {

// Writes what is read. No document is made of it: one with its members in order copies them as it grows, and asks for
// memory when it goes.
class MemberWriter : public nlohmann::json_sax<Json> {
 public:
  [[nodiscard]] std::vector<JsonMember> take() { return std::move(members_); }

  bool null() override { return put("null"); }
  bool boolean(bool value) override { return put(value ? "true" : "false"); }
  bool number_integer(number_integer_t value) override { return put(std::to_string(value)); }
  bool number_unsigned(number_unsigned_t value) override { return put(std::to_string(value)); }
  bool number_float(number_float_t /*value*/, const string_t& literal) override {
    const std::optional<double> value = decimal_number(literal);
    return value && put(JsonText(*value).str());
  }
  bool string(string_t& value) override { return put(quoted_json(value)); }
  bool binary(binary_t&) override { return false; }

  bool key(string_t& key) override {
    if (depth_ == 1) {
      name_ = key;
    } else {
      separate();
      text_ += quoted_json(key) + ":";
      after_key_ = true;
    }
    return true;
  }
  bool start_object(std::size_t) override { return open('{'); }
  bool start_array(std::size_t) override { return open('['); }
  bool end_object() override { return close('}'); }
  bool end_array() override { return close(']'); }
  bool parse_error(std::size_t, const std::string&, const nlohmann::detail::exception&) override { return false; }

 private:
  // A comma between two items; what follows a key or opens a list follows at once.
  void separate() {
    if (!std::exchange(after_key_, false) && !text_.empty() && text_.back() != '[' && text_.back() != '{') text_ += ',';
  }
  bool put(std::string_view value) {
    separate();
    text_ += value;
    return ended();
  }
  bool open(char bracket) {
    if (depth_++ == 0) return bracket == '{';
    separate();
    text_ += bracket;
    return true;
  }
  bool close(char bracket) {
    if (--depth_ == 0) return true;
    text_ += bracket;
    return ended();
  }
  bool ended() {
    if (depth_ != 1) return depth_ > 1;
    members_.emplace_back(std::move(name_), JsonText::of(std::move(text_)));
    name_.clear();
    text_.clear();
    return true;
  }

  std::vector<JsonMember> members_;
  std::string name_, text_;  // of the member that is being read
  int depth_ = 0;
  bool after_key_ = false;
};

}  // namespace

std::vector<JsonMember> members_in_order(std::string_view object) {
  if (object.starts_with("\xEF\xBB\xBF")) object.remove_prefix(3);
  MemberWriter writer;
  if (!Json::sax_parse(object.begin(), object.end(), &writer)) throw std::logic_error("this was never read");
  return writer.take();
}

JsonText object_of(const std::vector<JsonMember>& members) {
  JsonText object = JsonText::object();
  for (const auto& [key, value] : members) object.add(key, value);
  return object;
}

}  // namespace houvast::inline v0_1::detail
