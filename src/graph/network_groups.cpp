#include "houvast/graph/network_groups.hpp"

#include <algorithm>
#include <map>
#include <utility>

#include "base/index.hpp"
#include "graph/estimates.hpp"
#include "houvast/base/error.hpp"
#include "houvast/base/fields.hpp"
#include "houvast/base/stop.hpp"

namespace houvast::inline v0_1 {
using houvast::detail::as_size;
using houvast::detail::at;
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
    return cells_[as_size(from) * groups_ + as_size(to)];
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
  ++network.observed_out[as_size(cell.from)];
  if (!network.directed) ++network.observed_out[as_size(cell.to)];
  if (cell.tied > 0) {
    network.ties.push_back({cell.from, cell.to, cell.strength_max, static_cast<std::int32_t>(cell.reports)});
  }
}

// How many dyads lie between two groups, or inside one, and how many of them are observed and open.
void count_dyads(const Network& parties, std::span<const std::int32_t> group_of, Cells& cells, std::size_t groups) {
  std::vector<KindCounts> members(groups);
  for (std::size_t i = 0; i < group_of.size(); ++i) {
    ++members[as_size(group_of[i])][parties.told.kind[i]];
  }
  for (std::size_t g = 0; g < groups; ++g) {
    stop_point();
    for (std::size_t h = parties.directed ? 0 : g; h < groups; ++h) {
      const DyadCounts counts =
          g == h ? dyads_inside(parties.told, members[g]) : dyads_between(parties.told, members[g], members[h]);
      GroupCell& cell = cells.at(static_cast<std::int32_t>(g), static_cast<std::int32_t>(h));
      cell.possible = counts.possible;
      cell.observed = counts.observed;
      cell.open = counts.hidden;
    }
  }
  for (const auto& [a, b] : parties.told.half_named) {
    ++cells.at(group_of[as_size(a)], group_of[as_size(b)]).open;
  }
}

}  // namespace

Grouping group_network(const Network& parties, std::span<const std::string> labels, std::string level) {
  if (std::ssize(labels) != parties.size()) {
    throw ValueError({"HV-301", argument("labels"), std::to_string(labels.size()), {"problem.expected.one_per_party"}});
  }
  if (parties.level != "party") {
    throw ValueError({"HV-303", argument("level"), parties.level, {"problem.expected.of_parties"}});
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
    const auto group = as_size(found->second);
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

  const auto group_of = [&](std::int32_t at) { return grouping.group_of[as_size(at)]; };
  Cells cells(groups, parties.directed);
  count_dyads(parties, grouping.group_of, cells, groups);
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

namespace {

// What is known of one group and of the ties inside it.
struct MemberRow {
  std::size_t group = 0;
  GroupCell inside{};
};

Fields<MemberRow> member_fields(const Grouping& grouping) {
  using Row = MemberRow;
  const auto of_group = [](const auto& values) { return [&values](const Row& row) { return values[row.group]; }; };
  const auto asked = [&grouping](const Row& row) {
    return grouping.network.asked_known ? std::optional(grouping.asked[row.group]) : std::nullopt;
  };
  const auto silence = [&grouping](const Row& row) -> std::optional<std::string> {
    const bool some = grouping.reported[row.group] > 0, all = grouping.reported[row.group] >= grouping.asked[row.group];
    if (all && !grouping.network.asked_known) return std::nullopt;
    return all ? "none" : some ? "part" : "all";
  };
  return {
      {"group", {"column.group_of_attribute", {{"attribute", grouping.network.level}}}, of_group(grouping.network.ids)},
      {"members", {"column.parties_in_it"}, of_group(grouping.members)},
      {"asked", {"column.members_asked"}, asked},
      {"reported", {"column.members_reported"}, of_group(grouping.reported)},
      {"silence", {"column.members_silent"}, silence},
      {"inside_possible", {"column.member_pairs"}, [](const Row& row) { return row.inside.possible; }},
      {"inside_observed", {"column.member_pairs_told"}, [](const Row& row) { return row.inside.observed; }},
      {"inside_tied", {"column.member_pairs_tied"}, [](const Row& row) { return row.inside.tied; }}};
}

Fields<GroupCell> cell_fields(const Grouping& grouping) {
  using Row = GroupCell;
  const auto name_of = [&grouping](std::int32_t Row::*group) {
    return [&grouping, group](const Row& cell) { return grouping.network.ids[as_size(cell.*group)]; };
  };
  const auto per = [](double sum, std::int64_t of) {
    return of > 0 ? std::optional(sum / static_cast<double>(of)) : std::nullopt;
  };
  const Claim group{"column.attribute_value", {{"attribute", grouping.network.level}}};
  return {
      {"from", group, name_of(&Row::from)},
      {"to", group, name_of(&Row::to)},
      {"inside", {"column.group_with_itself"}, &Row::inside},
      {"possible", {"column.member_pairs_of_groups"}, &Row::possible},
      {"observed", {"column.pairs_told"}, &Row::observed},
      {"tied", {"column.pairs_tied"}, &Row::tied},
      {"density",
       {"column.density_observed"},
       [per](const Row& cell) { return per(static_cast<double>(cell.tied), cell.observed); }},
      {"reports", {"column.reports_of_ties"}, &Row::reports},
      {"strength_sum", {"column.strength_sum"}, &Row::strength_sum},
      {"strength_mean", {"column.strength_mean"}, [per](const Row& cell) { return per(cell.strength_sum, cell.tied); }},
      {"strength_max", {"column.strength_max"}, [](const Row& cell) {
         return cell.tied > 0 ? std::optional(cell.strength_max) : std::nullopt;
       }}};
}

}  // namespace

std::vector<Column> member_columns(const Grouping& grouping) {
  std::vector<MemberRow> rows;
  for (std::size_t g = 0; g < grouping.members.size(); ++g) rows.push_back({g});
  for (const GroupCell& cell : grouping.cells) {
    if (cell.inside()) rows[as_size(cell.from)].inside = cell;
  }
  return columns_of(rows, member_fields(grouping));
}

Table group_table(const Grouping& grouping) {
  const std::string& level = grouping.network.level;
  return {{"title.grouped_ties", {{"relation", grouping.network.relation}, {"by", level}}},
          columns_of(grouping.cells, cell_fields(grouping)),
          provenance_of({"method.grouped_ties"}, {"source.grouped_ties"})};
}

}  // namespace houvast::inline v0_1
