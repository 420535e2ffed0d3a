#include "houvast/base/choice.hpp"

#include "houvast/base/text.hpp"

namespace houvast::inline v0_1 {

std::string in_a_row(const std::vector<std::string>& names) {
  std::string text;
  for (const std::string& name : names) text += (text.empty() ? "" : ", ") + name;
  return text;
}

void refuse_choice(const Claim& subject, std::string_view name, const std::vector<std::string>& known,
                   const std::string& expected) {
  const Argument::List choices(known.begin(), known.end());
  throw ValueError(
      {"HV-303", subject, std::string(name), {expected, {{"choices", choices}}}, {}, nearest(name, known)});
}

void unknown_name(const std::string& code, const Claim& subject, std::string_view name,
                  const std::vector<std::string>& known, const Claim& expected) {
  throw KeyError({code, subject, std::string(name), expected, {}, nearest(name, known)});
}

void unknown_name(const std::string& code, const Claim& subject, std::string_view name,
                  const std::vector<std::string>& known) {
  unknown_name(code, subject, name, known, {"problem.expected.one_of", {{"choices", in_a_row(known)}}});
}

}  // namespace houvast::inline v0_1
