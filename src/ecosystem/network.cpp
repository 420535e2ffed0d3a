#include "houvast/ecosystem/network.hpp"

#include <algorithm>
#include <map>
#include <unordered_map>
#include <utility>

#include "text/number_text.hpp"

namespace houvast {
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
      : relation_(relation) {
    network_.wave = wave;
    network_.relation = relation.id;
    network_.directed = relation.directed;
    network_.complete = relation.complete;
    network_.rule = rule;
    network_.minimum_strength = minimum_strength;
    for (std::size_t p = 0; p < parties.size(); ++p) {
      if (!parties[p].takes_part_in(wave)) continue;
      position_.emplace(parties[p].id.str(), static_cast<std::int32_t>(network_.parties.size()));
      network_.parties.push_back(static_cast<std::int32_t>(p));
      network_.ids.push_back(parties[p].id.str());
      network_.asked.push_back(parties[p].asked > 0);
    }
    network_.reported.assign(network_.ids.size(), relation.complete);
    told_out_ = told_in_ = network_.reported;
  }

  void read(const TieReport& tie) {
    if (tie.wave != network_.wave || tie.relation != relation_.id) return;
    const auto from = position_.find(tie.from.str()), reporter = position_.find(tie.reporter.str());
    const auto to = position_.find(tie.to.str());
    if (from == position_.end() || (!tie.to.empty() && to == position_.end())) return;
    if (reporter != position_.end()) {
      const auto who = static_cast<std::size_t>(reporter->second);
      network_.reported[who] = true;
      (tie.to.empty() || reporter->second == from->second || !relation_.directed ? told_out_ : told_in_)[who] = true;
    }
    if (tie.to.empty()) return;
    std::pair<std::int32_t, std::int32_t> key{from->second, to->second};
    bool by_first = tie.reporter == tie.from || relation_.complete;
    if (!relation_.directed && key.second < key.first) {
      std::swap(key.first, key.second);
      by_first = !by_first || relation_.complete;
    }
    (by_first ? reports_[key].by_first : reports_[key].by_second) = tie.strength;
  }

  Network finish() && {
    observe();
    for (const auto& [pair, said] : reports_) settle(pair.first, pair.second, said);
    return std::move(network_);
  }

 private:
  [[nodiscard]] bool first_told(std::int32_t a) const { return told_out_[static_cast<std::size_t>(a)]; }
  [[nodiscard]] bool second_told(std::int32_t b) const {
    return (relation_.directed ? told_in_ : told_out_)[static_cast<std::size_t>(b)];
  }
  [[nodiscard]] bool counts(double strength) const { return strength > 0 && strength >= network_.minimum_strength; }

  [[nodiscard]] bool is_observed(std::int32_t a, std::int32_t b) const {
    if (relation_.complete) return true;
    if (network_.rule == TieRule::kSource) return first_told(a);
    return network_.rule == TieRule::kEither ? first_told(a) || second_told(b) : first_told(a) && second_told(b);
  }

  // Under the rule `both` one side's "no" settles that there is no tie, whatever the silent other would say.
  [[nodiscard]] bool is_open(std::int32_t a, std::int32_t b) const {
    if (is_observed(a, b)) return false;
    if (network_.rule != TieRule::kBoth) return true;
    const auto found = reports_.find({a, b});
    const Reports said = found == reports_.end() ? Reports{} : found->second;
    return !(first_told(a) && !counts(said.by_first.value_or(0))) &&
           !(second_told(b) && !counts(said.by_second.value_or(0)));
  }

  void observe() {
    const auto n = static_cast<std::int32_t>(network_.ids.size());
    network_.observed_out.assign(network_.ids.size(), 0);
    network_.observed_cells.assign(network_.ids.size() * network_.ids.size(), false);
    network_.open_cells = network_.observed_cells;
    for (std::int32_t a = 0; a < n; ++a) {
      for (std::int32_t b = relation_.directed ? 0 : a + 1; b < n; ++b) {
        if (a == b) continue;
        ++network_.possible_dyads;
        if (!relation_.complete && first_told(a) && second_told(b)) ++network_.told_by_both;
        if (is_open(a, b)) {
          ++network_.open_dyads;
          network_.mark(network_.open_cells, a, b);
        }
        if (!is_observed(a, b)) continue;
        network_.mark(network_.observed_cells, a, b);
        ++network_.observed_dyads;
        ++network_.observed_out[static_cast<std::size_t>(a)];
        if (!relation_.directed) ++network_.observed_out[static_cast<std::size_t>(b)];
      }
    }
  }

  void settle(std::int32_t a, std::int32_t b, const Reports& said) {
    const double by_first = said.by_first.value_or(0), by_second = said.by_second.value_or(0);
    const std::int32_t named = counts(by_first) + counts(by_second);
    if (!relation_.complete && first_told(a) && second_told(b)) {
      if (by_first != by_second) network_.disagreements.push_back({a, b, by_first, by_second});
      network_.named_by_both += named == 2;
      network_.named_by_one += named == 1;
    }
    if (!is_observed(a, b)) return;
    double strength = by_first;
    if (!relation_.complete && network_.rule == TieRule::kEither) strength = std::max(by_first, by_second);
    if (!relation_.complete && network_.rule == TieRule::kBoth) strength = std::min(by_first, by_second);
    if (counts(strength)) network_.ties.push_back({a, b, strength, std::max(named, 1)});
  }

  const Relation& relation_;
  Network network_;
  std::unordered_map<std::string, std::int32_t> position_;
  // Directed: reports "as sender" and "as receiver" are two different things to have answered.
  std::vector<bool> told_out_, told_in_;
  std::map<std::pair<std::int32_t, std::int32_t>, Reports> reports_;
};

}  // namespace

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

std::vector<std::int32_t> Network::silent() const {
  std::vector<std::int32_t> positions;
  for (std::int32_t i = 0; i < static_cast<std::int32_t>(size()); ++i) {
    const auto at = static_cast<std::size_t>(i);
    if (asked[at] && !reported[at]) positions.push_back(i);
  }
  return positions;
}

bool Network::measured() const noexcept {
  return std::find(reported.begin(), reported.end(), true) != reported.end();
}

Network build_network(const std::vector<Party>& parties, const std::vector<TieReport>& ties, const Relation& relation,
                      const WaveId& wave, const NetworkOptions& options) {
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
  for (const TieReport& tie : ties) builder.read(tie);
  return std::move(builder).finish();
}

}  // namespace houvast
