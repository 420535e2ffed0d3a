#include "graph/partition.hpp"

#include <algorithm>
#include <cstddef>

#include "base/index.hpp"
#include "houvast/base/error.hpp"

namespace houvast::inline v0_1::graph::detail {
using houvast::detail::at;
namespace {

Claim expected_code(bool without_group, bool known, std::size_t labels) {
  if (without_group) return {"problem.expected.group_for_every_node"};
  if (known) return {"problem.expected.code_or_none"};
  return {"problem.expected.below_labels", {{"labels", labels}}};
}

}  // namespace

Partition partition_of(std::span<const std::int32_t> groups, std::int64_t nodes, std::span<const std::string> labels,
                       Groupless groupless) {
  if (static_cast<std::int64_t>(groups.size()) != nodes) {
    throw ValueError({"HV-301",
                      argument("groups"),
                      Claim{"problem.value.codes", {{"n", groups.size()}}},
                      {"problem.expected.codes_of_nodes", {{"n", nodes}}}});
  }
  const bool refused = groupless == Groupless::kRefused;
  for (std::size_t node = 0; node < groups.size(); ++node) {
    const std::int32_t code = groups[node];
    const bool known = labels.empty() || code < static_cast<std::int64_t>(labels.size());
    if (code >= (refused ? 0 : -1) && known) continue;
    throw ValueError({"HV-302",
                      {"problem.subject.group"},
                      Claim{"problem.value.at_node", {{"value", code}, {"node", node}}},
                      expected_code(refused && code == -1, known, labels.size())});
  }
  std::vector<std::int32_t> codes(groups.begin(), groups.end());
  std::sort(codes.begin(), codes.end());
  codes.erase(std::unique(codes.begin(), codes.end()), codes.end());
  if (!codes.empty() && codes.front() == -1) codes.erase(codes.begin());

  Partition result;
  result.size.resize(codes.size());
  for (const std::int32_t code : codes) {
    result.label.push_back(labels.empty() ? std::to_string(code) : at(labels, code));
  }
  result.group.reserve(groups.size());
  for (const std::int32_t code : groups) {
    if (code == -1) {
      result.group.push_back(-1);
      continue;
    }
    const auto place = std::lower_bound(codes.begin(), codes.end(), code) - codes.begin();
    result.group.push_back(static_cast<std::int32_t>(place));
    ++at(result.size, place);
    ++result.members;
  }
  return result;
}

}  // namespace houvast::inline v0_1::graph::detail
