#include "houvast/graph/network_groups.hpp"

#include <algorithm>
#include <map>
#include <utility>

#include "graph/estimates.hpp"
#include "houvast/base/error.hpp"

namespace houvast {
namespace {

// Cells of a square (directed) or its lower half, found by the groups of two parties.
class Cells {
 public:
  Cells(std::size_t groups, bool directed) : groups_(groups), directed_(directed), cells_(groups * groups) {
    for (std::size_t i = 0; i < cells_.size(); ++i) {
      cells_[i].from = static_cast<std::int32_t>(i / groups);
      cells_[i].to = static_cast<std::int32_t>(i % groups);
    }
  }
  [[nodiscard]] GroupCell& at(std::int32_t from, std::int32_t to) {
    if (!directed_ && to < from) std::swap(from, to);
    return cells_[static_cast<std::size_t>(from) * groups_ + static_cast<std::size_t>(to)];
  }
  [[nodiscard]] std::vector<GroupCell> possible() const {
    std::vector<GroupCell> found;
    std::copy_if(cells_.begin(), cells_.end(), std::back_inserter(found),
                 [](const GroupCell& cell) { return cell.possible > 0; });
    return found;
  }

 private:
  std::size_t groups_;
  bool directed_;
  std::vector<GroupCell> cells_;
};

void add_cell(Network& network, const GroupCell& cell) {
  ++network.possible_dyads;
  if (cell.tied == 0 && cell.open > 0) {
    ++network.open_dyads;
    network.mark(network.open_cells, cell.from, cell.to);
  }
  if (cell.observed == 0) return;
  ++network.observed_dyads;
  network.mark(network.observed_cells, cell.from, cell.to);
  ++network.observed_out[static_cast<std::size_t>(cell.from)];
  if (!network.directed) ++network.observed_out[static_cast<std::size_t>(cell.to)];
  if (cell.tied > 0) {
    network.ties.push_back({cell.from, cell.to, cell.strength_max, static_cast<std::int32_t>(cell.reports)});
  }
}

}  // namespace

Grouping group_network(const Network& parties, std::span<const std::string> labels, std::string level) {
  if (std::ssize(labels) != parties.size()) {
    throw ValueError({"HV-301", "labels", std::to_string(labels.size()), "one per party", {}});
  }
  Grouping grouping;
  grouping.parties = parties;
  Network& network = grouping.network;
  network.wave = parties.wave;
  network.relation = parties.relation;
  network.directed = parties.directed;
  network.rule = parties.rule;
  network.minimum_strength = parties.minimum_strength;
  network.complete = parties.complete;
  network.asked_known = parties.asked_known;
  network.level = std::move(level);
  std::map<std::string, std::int32_t> position;
  for (std::size_t i = 0; i < labels.size(); ++i) {
    const auto [found, fresh] = position.emplace(labels[i], static_cast<std::int32_t>(network.ids.size()));
    if (fresh) {
      network.ids.push_back(labels[i]);
      for (auto* counts : {&grouping.members, &grouping.asked, &grouping.reported}) counts->push_back(0);
    }
    const auto group = static_cast<std::size_t>(found->second);
    grouping.group_of.push_back(found->second);
    ++grouping.members[group];
    grouping.asked[group] += parties.asked[i];
    grouping.reported[group] += parties.reported[i];
  }
  const std::size_t groups = network.ids.size();
  for (std::size_t g = 0; g < groups; ++g) {
    network.asked.push_back(grouping.asked[g] > 0);
    network.reported.push_back(grouping.reported[g] > 0);
  }
  network.observed_out.assign(groups, 0);
  network.observed_cells.assign(groups * groups, false);
  network.open_cells = network.observed_cells;

  const auto group_of = [&](std::int32_t at) { return grouping.group_of[static_cast<std::size_t>(at)]; };
  Cells cells(groups, parties.directed);
  const auto n = static_cast<std::int32_t>(parties.size());
  for (std::int32_t a = 0; a < n; ++a) {
    for (std::int32_t b = parties.directed ? 0 : a + 1; b < n; ++b) {
      if (a == b) continue;
      GroupCell& cell = cells.at(group_of(a), group_of(b));
      ++cell.possible;
      cell.observed += parties.observed(a, b);
      cell.open += parties.open(a, b);
    }
  }
  for (const Network::Tie& tie : parties.ties) {
    GroupCell& cell = cells.at(group_of(tie.from), group_of(tie.to));
    ++cell.tied;
    cell.reports += tie.reports;
    cell.strength_sum += tie.strength;
    cell.strength_max = std::max(cell.strength_max, tie.strength);
  }
  grouping.cells = cells.possible();
  for (const GroupCell& cell : grouping.cells) {
    if (!cell.inside()) add_cell(network, cell);
  }
  return grouping;
}

std::vector<Column> member_columns(const Grouping& grouping) {
  const std::size_t groups = grouping.members.size();
  const bool known = grouping.network.asked_known;
  ColumnBuilder<std::int64_t> asked("asked", {"column.members_asked"});
  ColumnBuilder<std::string> silence("silence", {"column.members_silent"});
  for (std::size_t g = 0; g < groups; ++g) {
    const bool some = grouping.reported[g] > 0, all = grouping.reported[g] >= grouping.asked[g];
    asked.push(known ? std::optional(grouping.asked[g]) : std::nullopt);
    silence.push(all && !known ? std::nullopt : std::optional<std::string>(all ? "none" : some ? "part" : "all"));
  }
  std::vector<std::int64_t> possible(groups), observed(groups), tied(groups);
  for (const GroupCell& cell : grouping.cells) {
    if (!cell.inside()) continue;
    const auto at = static_cast<std::size_t>(cell.from);
    possible[at] = cell.possible;
    observed[at] = cell.observed;
    tied[at] = cell.tied;
  }
  return {{"group", grouping.network.ids, {}, {"column.group_of_attribute", {{"attribute", grouping.network.level}}}},
          {"members", grouping.members, {}, {"column.parties_in_it"}},
          std::move(asked).build(),
          {"reported", grouping.reported, {}, {"column.members_reported"}},
          std::move(silence).build(),
          {"inside_possible", std::move(possible), {}, {"column.member_pairs"}},
          {"inside_observed", std::move(observed), {}, {"column.member_pairs_told"}},
          {"inside_tied", std::move(tied), {}, {"column.member_pairs_tied"}}};
}

Table group_table(const Grouping& grouping) {
  std::vector<std::string> from, to;
  std::vector<bool> inside;
  std::vector<std::int64_t> possible, observed, tied, reports;
  std::vector<double> sum;
  ColumnBuilder<double> density("density", {"column.density_observed"}),
      mean("strength_mean", {"column.strength_mean"}), max("strength_max", {"column.strength_max"});
  for (const GroupCell& cell : grouping.cells) {
    from.push_back(grouping.network.ids[static_cast<std::size_t>(cell.from)]);
    to.push_back(grouping.network.ids[static_cast<std::size_t>(cell.to)]);
    inside.push_back(cell.inside());
    possible.push_back(cell.possible);
    observed.push_back(cell.observed);
    tied.push_back(cell.tied);
    reports.push_back(cell.reports);
    sum.push_back(cell.strength_sum);
    const auto ties = static_cast<double>(cell.tied);
    density.push(cell.observed > 0 ? std::optional(ties / static_cast<double>(cell.observed)) : std::nullopt);
    mean.push(cell.tied > 0 ? std::optional(cell.strength_sum / ties) : std::nullopt);
    max.push(cell.tied > 0 ? std::optional(cell.strength_max) : std::nullopt);
  }
  const std::string& level = grouping.network.level;
  const Claim meaning{"column.attribute_value", {{"attribute", level}}};
  std::vector<Column> columns = {{"from", std::move(from), {}, meaning},
                                 {"to", std::move(to), {}, meaning},
                                 {"inside", std::move(inside), {}, {"column.group_with_itself"}},
                                 {"possible", std::move(possible), {}, {"column.member_pairs_of_groups"}},
                                 {"observed", std::move(observed), {}, {"column.pairs_told"}},
                                 {"tied", std::move(tied), {}, {"column.pairs_tied"}}};
  columns.push_back(std::move(density).build());
  columns.push_back({"reports", std::move(reports), {}, {"column.reports_of_ties"}});
  columns.push_back({"strength_sum", std::move(sum), {}, {"column.strength_sum"}});
  columns.push_back(std::move(mean).build());
  columns.push_back(std::move(max).build());
  return {"Ties of " + grouping.network.relation + " between and inside groups by " + level, std::move(columns),
          graph::detail::provenance_of("pairs of members per pair of groups",
                                       "own definition; block of a network after Wasserman & Faust (1994), ch. 9")};
}

}  // namespace houvast
