#include "scoring/high_change.hpp"

#include <algorithm>

#include "base/index.hpp"
#include "scoring/mean_share.hpp"
#include "scoring/share_difference.hpp"

namespace houvast::inline v0_1::detail {

std::vector<std::optional<AskedTwice>> asked_twice(const Study& study, WavePair waves, const PartyGroups& groups) {
  std::vector<std::optional<AskedTwice>> asked(groups.labels.size());
  if (!study.data().asked_known) return asked;
  const auto wave = [&](std::int64_t at) { return study.waves()[as_size(at)].id; };
  const WaveId from = wave(waves.first), to = wave(waves.second);
  for (std::optional<AskedTwice>& of_group : asked) of_group.emplace();
  for (std::size_t p = 0; p < study.parties().size(); ++p) {
    const Party& party = study.parties()[p];
    AskedTwice& of_group = *asked[as_size(groups.of_party[p])];
    const bool then = party.takes_part_in(from), now = party.takes_part_in(to);
    if (then) of_group.before += party.asked;
    if (now) of_group.after += party.asked;
    if (then && now) of_group.both += party.asked;
  }
  return asked;
}

HighChange::HighChange(const Study& study, WavePair waves, const Measure& measure)
    : before_(answers_to(study, waves.first, measure)), after_(answers_to(study, waves.second, measure)) {}

Estimate HighChange::of_the_same(std::span<const RowsOfPerson> people, const std::optional<AskedTwice>& asked,
                                 double level) const {
  std::vector<std::size_t> rows_before, rows_after;
  for (const RowsOfPerson& person : people) {
    if (!person.before || !person.after) continue;
    rows_before.push_back(*person.before);
    rows_after.push_back(*person.after);
  }
  const MeasureAnswers then = before_.of(rows_before), now = after_.of(rows_after);
  MeasureAnswers both = then;
  for (std::size_t i = 0; i < both.high.size(); ++i) {
    both.high[i] = std::min(then.high[i], now.high[i]);
    both.never[i] = then.never[i] || now.never[i];
  }
  const auto known = asked ? both.population(asked->both) : std::vector<std::int64_t>();
  return stats::detail::share_change(then.high, now.high, known, then.questions, level);
}

Estimate HighChange::of_everybody(std::span<const RowsOfPerson> people, const std::optional<AskedTwice>& asked,
                                  double level) const {
  std::vector<std::size_t> rows_before, rows_after;
  for (const RowsOfPerson& person : people) {
    if (person.before) rows_before.push_back(*person.before);
    if (person.after) rows_after.push_back(*person.after);
  }
  const MeasureAnswers then = before_.of(rows_before), now = after_.of(rows_after);
  const auto known_then = asked ? then.population(asked->before) : std::vector<std::int64_t>();
  const auto known_now = asked ? now.population(asked->after) : std::vector<std::int64_t>();
  return stats::detail::share_difference({now.high, known_now}, {then.high, known_then}, then.questions, level);
}

std::optional<double> HighChange::before(std::span<const std::size_t> rows) const {
  return stats::detail::mean_share(before_.of(rows).high, {}, before_.questions).share;
}

std::optional<double> HighChange::after(std::span<const std::size_t> rows) const {
  return stats::detail::mean_share(after_.of(rows).high, {}, after_.questions).share;
}

}  // namespace houvast::inline v0_1::detail
