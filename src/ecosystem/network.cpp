#include "houvast/ecosystem/network.hpp"

#include <algorithm>
#include <string_view>
#include <unordered_map>
#include <utility>

#include "base/index.hpp"
#include "ecosystem/tie_ends.hpp"
#include "text/number_text.hpp"

namespace houvast::inline v0_1 {
using houvast::detail::as_size;
namespace {

// What the two sides say about one ordered (directed) or unordered pair.
struct Reports {
  std::optional<double> by_first;
  std::optional<double> by_second;
};

// Reads the reports, then settles every dyad by the rule.
class Builder {
 public:
  Builder(const std::vector<Party>& parties, const Relation& relation, const WaveId& wave, TieRule rule,
          double minimum_strength)
      : relation_(relation), position_(parties.size(), kNowhere) {
    network_.wave = wave;
    network_.relation = relation.id;
    network_.directed = relation.directed;
    network_.complete = relation.complete;
    network_.rule = rule;
    network_.minimum_strength = minimum_strength;
    for (std::size_t p = 0; p < parties.size(); ++p) {
      if (!parties[p].takes_part_in(wave)) continue;
      position_[p] = static_cast<std::int32_t>(network_.parties.size());
      network_.parties.push_back(static_cast<std::int32_t>(p));
      network_.ids.push_back(parties[p].id.str());
      network_.asked.push_back(parties[p].asked > 0);
    }
    network_.reported.assign(network_.ids.size(), false);
    told_out_ = told_in_ = network_.reported;
  }

  void read(const TieReport& tie, const TieEnds& ends) {
    if (tie.wave != network_.wave || tie.relation != relation_.id) return;
    settled_ = relation_.complete;
    const std::int32_t from = position(ends.from), to = position(ends.to), reporter = position(ends.reporter);
    if (from == kNowhere || (!tie.to.empty() && to == kNowhere)) return;
    if (reporter != kNowhere) {
      const auto who = as_size(reporter);
      network_.reported[who] = true;
      (tie.to.empty() || reporter == from || !relation_.directed ? told_out_ : told_in_)[who] = true;
    }
    if (tie.to.empty()) return;
    Told::Dyad pair{from, to};
    bool by_first = ends.reporter == ends.from || relation_.complete;
    if (!relation_.directed && pair.second < pair.first) {
      std::swap(pair.first, pair.second);
      by_first = !by_first || relation_.complete;
    }
    said_.push_back({pair, by_first, tie.strength});
  }

  Network finish() && {
    if (settled_) {
      network_.reported.assign(network_.ids.size(), true);
      told_out_ = told_in_ = network_.reported;
    }
    gather();
    observe();
    for (const auto& [pair, said] : reports_) settle(pair.first, pair.second, said);
    return std::move(network_);
  }

 private:
  static constexpr std::int32_t kNowhere = -1;

  // What one report says of a pair, before the two sides are put together.
  struct Said {
    Told::Dyad pair;
    bool by_first;
    double strength;
  };

  [[nodiscard]] std::int32_t position(std::int32_t party) const {
    return party < 0 ? kNowhere : position_[as_size(party)];
  }

  // Every pair once, in order, with the last that each side said of it.
  void gather() {
    std::stable_sort(said_.begin(), said_.end(), [](const Said& a, const Said& b) { return a.pair < b.pair; });
    for (const Said& said : said_) {
      if (reports_.empty() || reports_.back().first != said.pair) reports_.push_back({said.pair, {}});
      Reports& of = reports_.back().second;
      (said.by_first ? of.by_first : of.by_second) = said.strength;
    }
  }

  [[nodiscard]] bool first_told(std::int32_t a) const { return told_out_[as_size(a)]; }
  [[nodiscard]] bool second_told(std::int32_t b) const {
    return (relation_.directed ? told_in_ : told_out_)[as_size(b)];
  }
  [[nodiscard]] bool counts(double strength) const { return strength > 0 && strength >= network_.minimum_strength; }

  void observe() {
    const std::size_t n = network_.ids.size();
    Told& told = network_.told;
    told.rule = network_.rule;
    told.directed = relation_.directed;
    told.complete = relation_.complete;
    for (std::size_t i = 0; i < n; ++i) {
      told.kind.push_back(Told::kind_of(told_out_[i], relation_.directed ? told_in_[i] : told_out_[i]));
    }
    for (const auto& [pair, said] : reports_) {
      if (is_half_named(pair, said)) told.half_named.push_back(pair);
    }
    const KindCounts parties = kinds_of(told);
    const DyadCounts dyads = dyads_inside(told, parties);
    network_.possible_dyads = dyads.possible;
    network_.observed_dyads = dyads.observed;
    network_.open_dyads = dyads.hidden + std::ssize(told.half_named);
    network_.told_by_both = relation_.complete ? 0 : dyads.told_by_both;
    for (const std::uint8_t kind : told.kind) {
      KindCounts others = parties;
      --others[kind];
      KindCounts self{};
      self[kind] = 1;
      network_.observed_out.push_back(dyads_between(told, self, others).observed);
    }
  }

  // Under the rule `both` one side's "no" settles that there is no tie; its "yes" waits for the silent other.
  [[nodiscard]] bool is_half_named(const Told::Dyad& pair, const Reports& said) const {
    if (relation_.complete || network_.rule != TieRule::kBoth) return false;
    const bool first = first_told(pair.first), second = second_told(pair.second);
    return first != second && counts((first ? said.by_first : said.by_second).value_or(0));
  }

  void settle(std::int32_t a, std::int32_t b, const Reports& said) {
    const double by_first = said.by_first.value_or(0), by_second = said.by_second.value_or(0);
    const std::int32_t named = counts(by_first) + counts(by_second);
    if (!relation_.complete && first_told(a) && second_told(b)) {
      if (by_first != by_second) network_.disagreements.push_back({a, b, by_first, by_second});
      network_.named_by_both += named == 2;
      network_.named_by_one += named == 1;
    }
    if (!network_.told.observed(a, b)) return;
    double strength = by_first;
    if (!relation_.complete && network_.rule == TieRule::kEither) strength = std::max(by_first, by_second);
    if (!relation_.complete && network_.rule == TieRule::kBoth) strength = std::min(by_first, by_second);
    if (counts(strength)) network_.ties.push_back({a, b, strength, std::max(named, 1)});
  }

  const Relation& relation_;
  Network network_;
  std::vector<std::int32_t> position_;  // in the network, of every party
  // Directed: reports "as sender" and "as receiver" are two different things to have answered.
  std::vector<bool> told_out_, told_in_;
  bool settled_ = false;  // every pair, as of a published network; not in a wave that has no row of it
  std::vector<Said> said_;
  std::vector<std::pair<Told::Dyad, Reports>> reports_;
};

}  // namespace

bool Told::observes(std::uint8_t from, std::uint8_t to) const noexcept {
  const bool first = (from & 1) != 0, second = (to & 2) != 0;
  if (complete) return true;
  if (rule == TieRule::kSource) return first;
  return rule == TieRule::kEither ? first || second : first && second;
}

bool Told::hides(std::uint8_t from, std::uint8_t to) const noexcept {
  const bool first = (from & 1) != 0, second = (to & 2) != 0;
  return !complete && !first && (rule == TieRule::kSource || !second);
}

bool Told::open(std::int32_t a, std::int32_t b) const {
  if (hides(kind[as_size(a)], kind[as_size(b)])) return true;
  const Dyad dyad = directed || a < b ? Dyad{a, b} : Dyad{b, a};
  return std::binary_search(half_named.begin(), half_named.end(), dyad);
}

namespace {

// Adds what holds of so many dyads from one kind to another.
void add(DyadCounts& counts, const Told& told, std::uint8_t from, std::uint8_t to, std::int64_t dyads) {
  counts.possible += dyads;
  if (told.observes(from, to)) counts.observed += dyads;
  if (told.hides(from, to)) counts.hidden += dyads;
  if (Told::told_by_both(from, to)) counts.told_by_both += dyads;
  if (told.observes(from, to) && told.observes(to, from)) counts.both_ways += dyads;
}

}  // namespace

DyadCounts dyads_inside(const Told& told, const KindCounts& parties) {
  DyadCounts counts;
  for (std::uint8_t a = 0; a < Told::kKinds; ++a) {
    for (std::uint8_t b = 0; b < Told::kKinds; ++b) {
      add(counts, told, a, b, parties[a] * (parties[b] - (a == b ? 1 : 0)));
    }
  }
  counts.both_ways /= 2;  // every pair was seen from both sides
  if (told.directed) return counts;
  for (std::int64_t* of : {&counts.possible, &counts.observed, &counts.hidden, &counts.told_by_both}) *of /= 2;
  return counts;
}

DyadCounts dyads_between(const Told& told, const KindCounts& from, const KindCounts& to) {
  DyadCounts counts;
  for (std::uint8_t a = 0; a < Told::kKinds; ++a) {
    for (std::uint8_t b = 0; b < Told::kKinds; ++b) {
      if (from[a] > 0 && to[b] > 0) add(counts, told, a, b, from[a] * to[b]);
    }
  }
  return counts;
}

KindCounts kinds_of(const Told& told) {
  KindCounts parties{};
  for (const std::uint8_t kind : told.kind) ++parties[kind];
  return parties;
}

std::string_view to_string(TieRule rule) noexcept {
  return rule == TieRule::kSource ? "source" : rule == TieRule::kEither ? "either" : "both";
}

TieRule tie_rule_of(std::string_view name) {
  if (name == "maximum") return TieRule::kEither;
  if (name == "minimum") return TieRule::kBoth;
  for (const TieRule rule : {TieRule::kSource, TieRule::kEither, TieRule::kBoth}) {
    if (to_string(rule) == name) return rule;
  }
  throw ValueError({"HV-303", argument("rule"), std::string(name), {"problem.expected.rule_of_ties"}});
}

bool Network::tells(std::int32_t position) const {
  const auto at = as_size(position);
  if (!directed) return reported[at];
  if (told.kind.empty()) return observed_out[at] > 0;  // of groups
  return told.complete || (told.kind[at] & Told::kind_of(true, false)) != 0;
}

std::vector<std::int32_t> Network::silent() const {
  std::vector<std::int32_t> positions;
  for (std::int32_t i = 0; i < static_cast<std::int32_t>(size()); ++i) {
    const auto at = as_size(i);
    if (asked[at] && !reported[at]) positions.push_back(i);
  }
  return positions;
}

bool Network::measured() const noexcept {
  return std::find(reported.begin(), reported.end(), true) != reported.end();
}

std::vector<TieEnds> detail::tie_ends(const std::vector<Party>& parties, const std::vector<TieReport>& ties) {
  std::unordered_map<std::string_view, std::int32_t> index;
  index.reserve(parties.size());
  for (std::size_t p = 0; p < parties.size(); ++p) index.emplace(parties[p].id.str(), static_cast<std::int32_t>(p));
  const auto index_of = [&index](const PartyId& id) {
    const auto found = index.find(id.str());
    return found == index.end() ? -1 : found->second;
  };
  std::vector<TieEnds> ends(ties.size());
  for (std::size_t i = 0; i < ties.size(); ++i) {
    const TieReport& tie = ties[i];
    // Reports of one sender mostly follow each other, and who tells is nearly always one of the two.
    const bool same = i > 0 && ties[i - 1].from == tie.from;
    ends[i].from = same ? ends[i - 1].from : index_of(tie.from);
    ends[i].to = index_of(tie.to);
    ends[i].reporter = tie.reporter == tie.from ? ends[i].from
                       : tie.reporter == tie.to ? ends[i].to
                                                : index_of(tie.reporter);
  }
  return ends;
}

Network build_network(const std::vector<Party>& parties, const std::vector<TieReport>& ties, const Relation& relation,
                      const WaveId& wave, const NetworkOptions& options) {
  return detail::build_network(parties, ties, detail::tie_ends(parties, ties), relation, wave, options);
}

Network detail::build_network(const std::vector<Party>& parties, const std::vector<TieReport>& ties,
                              std::span<const TieEnds> ends, const Relation& relation, const WaveId& wave,
                              const NetworkOptions& options) {
  const TieRule rule = options.rule.value_or(relation.directed ? TieRule::kSource : TieRule::kEither);
  if (rule == TieRule::kSource && !relation.directed) {
    throw ValueError({"HV-303",
                      argument("rule"),
                      "source",
                      {"problem.expected.rule_without_direction", {{"relation", relation.id}}}});
  }
  if (!(options.minimum_strength >= 0 && options.minimum_strength <= relation.max_strength)) {
    throw ValueError({"HV-302",
                      {"problem.subject.minimum_strength"},
                      detail::text_of(options.minimum_strength),
                      {"problem.expected.strength_of_relation", {{"most", detail::text_of(relation.max_strength)}}}});
  }
  Builder builder(parties, relation, wave, rule, options.minimum_strength);
  for (std::size_t i = 0; i < ties.size(); ++i) builder.read(ties[i], ends[i]);
  return std::move(builder).finish();
}

}  // namespace houvast::inline v0_1
