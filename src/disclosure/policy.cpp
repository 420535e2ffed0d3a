#include "houvast/disclosure/policy.hpp"

#include <utility>

#include "houvast/base/error.hpp"

namespace houvast {

Policy::Policy(std::string name, std::int64_t threshold) : name_(std::move(name)), threshold_(threshold) {
  if (threshold < kDisclosureFloor) {
    throw DisclosureError({"HV-401",
                           {"problem.subject.threshold"},
                           std::to_string(threshold),
                           {"problem.expected.no_less", {{"low", kDisclosureFloor}}}});
  }
}

Policy Policy::named(std::string_view name) {
  if (name == "team") return {"team", 5};
  if (name == "external") return {"external", 10};
  throw KeyError({"HV-402", {"problem.subject.policy"}, std::string(name), {"problem.expected.policy"}});
}

}  // namespace houvast
