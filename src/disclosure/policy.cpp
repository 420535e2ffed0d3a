#include "houvast/disclosure/policy.hpp"

#include <utility>

#include "houvast/base/error.hpp"

namespace houvast::inline v0_1 {
namespace {

constexpr std::int64_t kExternal = 10;

}  // namespace

Policy::Policy(std::string name, std::int64_t threshold) : name_(std::move(name)), threshold_(threshold) {
  const std::int64_t least = name_ == "external" ? kExternal : kDisclosureFloor;
  if (threshold < least) {
    throw DisclosureError({"HV-401",
                           {"problem.subject.threshold"},
                           std::to_string(threshold),
                           {"problem.expected.no_less", {{"low", least}}}});
  }
}

Policy Policy::named(std::string_view name) {
  if (name == "team") return {"team", kDisclosureFloor};
  if (name == "external") return {"external", kExternal};
  throw KeyError({"HV-402", {"problem.subject.policy"}, std::string(name), {"problem.expected.policy"}});
}

}  // namespace houvast::inline v0_1
