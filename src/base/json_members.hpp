#pragma once

#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "text/json_text.hpp"

namespace houvast::inline v0_1::detail {

using JsonMember = std::pair<std::string, JsonText>;

/// The members of an object in the order of its text, each in one line. The text was read before (parse_json), so
/// nothing of it is refused here.
[[nodiscard]] std::vector<JsonMember> members_in_order(std::string_view object);

[[nodiscard]] JsonText object_of(const std::vector<JsonMember>& members);

}  // namespace houvast::inline v0_1::detail
