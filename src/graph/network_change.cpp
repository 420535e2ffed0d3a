#include "houvast/graph/network_change.hpp"

#include <algorithm>
#include <array>
#include <iterator>
#include <map>
#include <string>
#include <tuple>
#include <utility>

#include "base/index.hpp"
#include "graph/estimates.hpp"
#include "houvast/base/error.hpp"
#include "houvast/base/fields.hpp"
#include "houvast/base/stop.hpp"
#include "houvast/graph/network_summary.hpp"

namespace houvast::inline v0_1 {
using houvast::detail::as_size;
using houvast::detail::at;
namespace {

// One wave's network, found by the study's party indices.
class Side {
 public:
  Side(Network network, std::size_t parties) : network_(std::move(network)), position_(parties, -1) {
    for (std::size_t i = 0; i < network_.parties.size(); ++i) {
      detail::at(position_, network_.parties[i]) = static_cast<std::int32_t>(i);
    }
    for (const Network::Tie& tie : network_.ties) strength_[{tie.from, tie.to}] = tie.strength;
  }
  [[nodiscard]] bool has(std::int32_t party) const { return at(party) >= 0; }
  [[nodiscard]] bool silent(std::int32_t party) const {
    const auto i = as_size(at(party));
    return network_.asked[i] && !network_.reported[i];
  }
  [[nodiscard]] bool observed(std::int32_t a, std::int32_t b) const { return network_.observed(at(a), at(b)); }
  [[nodiscard]] double strength(std::int32_t a, std::int32_t b) const {
    const auto found = strength_.find({at(a), at(b)});
    return found == strength_.end() ? 0 : found->second;
  }
  [[nodiscard]] bool directed() const { return network_.directed; }

 private:
  [[nodiscard]] std::int32_t at(std::int32_t party) const { return detail::at(position_, party); }

  Network network_;
  std::vector<std::int32_t> position_;  // -1: does not take part
  std::map<std::pair<std::int32_t, std::int32_t>, double> strength_;
};

// Reasons in the order in which a pair falls under them.
constexpr std::array<const char*, 6> kReasons = {"joined",       "left",        "silent_before",
                                                 "silent_after", "silent_both", "not_observed"};
constexpr std::size_t kJoined = 0, kLeft = 1, kSilentBefore = 2, kSilentAfter = 3, kSilentBoth = 4, kNotObserved = 5;
constexpr std::size_t kComparable = kReasons.size();

std::size_t standing(const Side& before, const Side& after, std::int32_t party) {
  if (!before.has(party)) return kJoined;
  if (!after.has(party)) return kLeft;
  if (before.silent(party)) return after.silent(party) ? kSilentBoth : kSilentBefore;
  return after.silent(party) ? kSilentAfter : kComparable;
}

void count(NetworkChange& change, const ComparedPair& pair) {
  switch (pair.change()) {
    case PairChange::kKept:
      ++change.kept;
      change.strengthened += pair.after > pair.before;
      change.weakened += pair.after < pair.before;
      return;
    case PairChange::kNew:
      ++change.fresh;
      return;
    case PairChange::kLost:
      ++change.lost;
      return;
    case PairChange::kNever:
      ++change.never;
  }
}

// A party of either wave: whether its pairs can be compared, or why not.
struct Member {
  std::int32_t party = 0;
  std::size_t standing = kComparable;
};

std::vector<Member> members_of(const Side& before, const Side& after, std::ptrdiff_t parties) {
  std::vector<Member> members;
  for (std::int32_t p = 0; p < parties; ++p) {
    if (before.has(p) || after.has(p)) members.push_back({p, standing(before, after, p)});
  }
  return members;
}

struct Sides {
  const Side& before;
  const Side& after;
  bool only_senders_tell = false;
};

void compare(NetworkChange& change, const Sides& sides, const Member& a, const Member& b) {
  const std::size_t first_reason = std::min(a.standing, b.standing);
  const bool in_both = first_reason > kLeft;
  if (in_both && sides.before.observed(a.party, b.party) && sides.after.observed(a.party, b.party)) {
    change.pairs.push_back(
        {a.party, b.party, sides.before.strength(a.party, b.party), sides.after.strength(a.party, b.party)});
    count(change, change.pairs.back());
    return;
  }
  // Of a pair that only its sender can tell about, the receiver's silence is not the reason.
  const std::size_t reason = in_both && sides.only_senders_tell ? a.standing : first_reason;
  ++change.not_compared[std::min(reason, kNotObserved)].pairs;
}

std::pair<const Wave&, const Wave&> waves_between(const Study& study, const NetworkChangeOptions& options) {
  const std::vector<Wave>& waves = study.waves();
  if (waves.size() < 2)
    throw ValueError(
        {"HV-305", {"problem.subject.waves"}, std::to_string(waves.size()), {"problem.expected.two_or_more"}});
  const std::int64_t to = options.to ? study.wave_index(*options.to) : std::ssize(waves) - 1;
  const std::int64_t from = options.from ? study.wave_index(*options.from) : to - 1;
  if (from < 0 || from >= to) {
    const std::string which =
        from < 0 ? "none before " + detail::at(waves, to).id.str() : detail::at(waves, from).id.str();
    throw ValueError({"HV-302", {"problem.subject.first_wave"}, which, {"problem.expected.earlier_wave"}});
  }
  return {detail::at(waves, from), detail::at(waves, to)};
}

void estimate(NetworkChange& change, const NetworkChangeOptions& options, std::string_view rule) {
  const std::int64_t compared = std::ssize(change.pairs), tied = change.kept + change.fresh + change.lost;
  const std::int64_t changed = change.fresh + change.lost;
  const Claim jaccard{"method.tie_stability"}, snijders{"source.snijders_2010"};
  const Claim hamming{"method.tie_distance"}, banks{"source.banks_carley_1994"};
  change.jaccard = tied == 0 ? undefined_estimate(jaccard, snijders, 0, {"reason.no_ties_in_waves"})
                             : defined_estimate(jaccard, snijders, tied,
                                                static_cast<double>(change.kept) / static_cast<double>(tied));
  change.hamming = compared == 0 ? undefined_estimate(hamming, banks, 0, {"reason.no_pairs_in_waves"})
                                 : defined_estimate(hamming, banks, compared,
                                                    static_cast<double>(changed) / static_cast<double>(compared));
  change.hamming.details["count"] = static_cast<double>(changed);
  for (Estimate* of : {&change.jaccard, &change.hamming}) {
    of->provenance.options = {{"relation", change.relation},
                              {"from", change.from.str()},
                              {"to", change.to.str()},
                              {"rule", std::string(rule)},
                              {"minimum_strength", graph::detail::text_of(options.minimum_strength)}};
  }
}

// What a title says of the comparison.
Arguments waves_of(const NetworkChange& change, Arguments more = {}) {
  more.merge(Arguments{{"relation", change.relation}, {"from", change.from.str()}, {"to", change.to.str()}});
  return more;
}

std::vector<std::string> ids_of(const Study& study, const std::vector<std::int32_t>& parties) {
  std::vector<std::string> ids;
  for (const std::int32_t p : parties) ids.push_back(detail::at(study.parties(), p).id.str());
  return ids;
}

}  // namespace

std::string_view to_string(PairChange change) noexcept {
  switch (change) {
    case PairChange::kKept:
      return "kept";
    case PairChange::kNew:
      return "new";
    case PairChange::kLost:
      return "lost";
    case PairChange::kNever:
      break;
  }
  return "never";
}

PairChange ComparedPair::change() const noexcept {
  if (before > 0) return after > 0 ? PairChange::kKept : PairChange::kLost;
  return after > 0 ? PairChange::kNew : PairChange::kNever;
}

NetworkChange network_change(const Study& study, const NetworkChangeOptions& options) {
  const auto [from, to] = waves_between(study, options);
  NetworkChange change;
  change.from = from.id;
  change.to = to.id;
  change.relation = options.relation.empty() && !study.data().relations.empty() ? study.data().relations.front().id
                                                                                : options.relation;
  const NetworkOptions network_options{options.rule, options.minimum_strength};
  Network first = measured_network(study, change.relation, change.from, network_options);
  const std::string rule(to_string(first.rule));
  const Side before(std::move(first), study.parties().size());
  const Side after(measured_network(study, change.relation, change.to, network_options), study.parties().size());
  change.directed = before.directed();
  for (const char* reason : kReasons) change.not_compared.push_back({reason, {}, 0});
  const std::vector<Member> members = members_of(before, after, std::ssize(study.parties()));
  for (const Member& member : members) {
    if (member.standing != kComparable) change.not_compared[member.standing].parties.push_back(member.party);
    if (member.standing > kLeft) change.parties.push_back(member.party);
  }
  for (const Member& a : members) {
    stop_point();
    for (const Member& b : members) {
      if (a.party == b.party || (!change.directed && b.party < a.party)) continue;
      compare(change, {before, after, rule == "source"}, a, b);
    }
  }
  estimate(change, options, rule);
  return change;
}

Table changed_ties_table(const Study& study, const NetworkChange& change) {
  std::vector<ComparedPair> tied;
  std::copy_if(change.pairs.begin(), change.pairs.end(), std::back_inserter(tied),
               [](const ComparedPair& pair) { return pair.change() != PairChange::kNever; });
  using Row = ComparedPair;
  const auto id_of = [&study](std::int32_t Row::*party) {
    return [&study, party](const Row& pair) { return detail::at(study.parties(), pair.*party).id; };
  };
  const Fields<Row> fields{{"from", {"column.party_id"}, id_of(&Row::a)},
                           {"to", {"column.party_id"}, id_of(&Row::b)},
                           {"change", {"column.tie_change"}, &Row::change},
                           {"strength_before", {"column.strength_before"}, &Row::before},
                           {"strength_after", {"column.strength_after"}, &Row::after}};
  return {{"title.tie_changes", waves_of(change)}, columns_of(tied, fields), change.jaccard.provenance};
}

namespace {

// What became of the pairs between two groups.
struct Churn {
  std::string from, to;
  std::int64_t pairs = 0;
  std::array<std::int64_t, 4> changes{};  // by PairChange
  std::int64_t stronger = 0, weaker = 0;  // of those kept
};

Fields<Churn> churn_fields(const std::string& by) {
  const auto changed = [](PairChange change) {
    return [at = as_size(change)](const Churn& row) { return row.changes[at]; };
  };
  const Claim group{"column.attribute_value_if_known", {{"attribute", by}}};
  return {{"from", group, &Churn::from},
          {"to", group, &Churn::to},
          {"pairs", {"column.pairs_in_both_waves"}, &Churn::pairs},
          {"kept", {"column.tied_both_waves"}, changed(PairChange::kKept)},
          {"new", {"column.tied_second_wave"}, changed(PairChange::kNew)},
          {"lost", {"column.tied_first_wave"}, changed(PairChange::kLost)},
          {"never", {"column.tied_neither_wave"}, changed(PairChange::kNever)},
          {"strengthened", {"column.kept_stronger"}, &Churn::stronger},
          {"weakened", {"column.kept_weaker"}, &Churn::weaker}};
}

}  // namespace

Table churn_table(const Study& study, const NetworkChange& change, std::string_view by) {
  std::map<std::pair<std::string, std::string>, Churn> cells;
  for (const Party& party : study.parties())
    static_cast<void>(study.attribute(party, by));  // HV-506 also without pairs
  const auto group = [&](std::int32_t p) { return study.attribute(detail::at(study.parties(), p), by); };
  for (const ComparedPair& pair : change.pairs) {
    std::pair<std::string, std::string> key{group(pair.a), group(pair.b)};
    if (!change.directed && key.second < key.first) std::swap(key.first, key.second);
    Churn& cell = cells[key];
    std::tie(cell.from, cell.to) = key;
    ++cell.pairs;
    ++cell.changes[as_size(pair.change())];
    if (pair.change() != PairChange::kKept) continue;
    cell.stronger += pair.after > pair.before;
    cell.weaker += pair.after < pair.before;
  }
  std::vector<Churn> rows;
  for (const auto& [key, cell] : cells) rows.push_back(cell);
  return {{"title.churn", waves_of(change, {{"by", std::string(by)}})},
          columns_of(rows, churn_fields(std::string(by))),
          change.jaccard.provenance};
}

Table not_compared_table(const Study& study, const NetworkChange& change) {
  using Row = NotCompared;
  const auto ids = [&study](const Row& row) {
    std::string list;
    for (const std::string& id : ids_of(study, row.parties)) list += (list.empty() ? "" : ", ") + id;
    return list;
  };
  const Fields<Row> fields{{"reason", {"column.not_compared_reason"}, &Row::reason},
                           {"n", {"column.parties"}, [](const Row& row) { return std::ssize(row.parties); }},
                           {"parties", {"column.party_ids"}, ids},
                           {"pairs", {"column.pairs_not_compared"}, &Row::pairs}};
  return {{"title.not_compared", waves_of(change)}, columns_of(change.not_compared, fields), change.jaccard.provenance};
}

}  // namespace houvast::inline v0_1
