#include <algorithm>
#include <cmath>
#include <cstdint>
#include <string>
#include <utility>
#include <vector>

#include "base/index.hpp"
#include "disclosure/parts.hpp"
#include "disclosure/protect.hpp"
#include "disclosure/statement_gate.hpp"
#include "houvast/scoring/consistency.hpp"

namespace houvast::inline v0_1::detail {
namespace {

bool is_of(const ReleasedScore& score, const ReleasedReliability& row) {
  return score.is_element && score.wave == row.wave && score.instrument == row.instrument && score.id == row.element;
}

// The element as if nothing may be told of it, of everybody and of groups.
void hide(const ReleasedReliability& element, Release& release) {
  for (std::vector<ReleasedScore>* scores : {&release.totals, &release.groups}) {
    for (ReleasedScore& score : *scores) {
      if (!is_of(score, element)) continue;
      ReleasedScore empty;
      empty.wave = score.wave;
      empty.instrument = score.instrument;
      empty.is_element = true;
      empty.id = score.id;
      empty.group = score.group;
      score = std::move(empty);
    }
  }
}

// With more than two answers, those who did not answer high, and those who did, can differ among themselves, so that
// how the answers go together says nothing of how many are high. With two it does.
bool has_two_answers(const Study& study, const ReleasedReliability& row) {
  const auto& questions = study.questions();
  return std::any_of(questions.begin(), questions.end(), [&](const auto& each) {
    return each.instrument->id() == row.instrument && each.question->element.str() == row.element &&
           each.scale != nullptr && each.scale->max() - each.scale->min() < 2;
  });
}

}  // namespace

void release_reliability(const Study& study, const Policy& policy, const StatementGate& gate, Release& release) {
  const Table table = reliability(study, {});
  const auto text = [&](const char* column, std::int64_t row) {
    return at(std::get<std::vector<std::string>>(table.column(column).data), row);
  };
  const auto count = [&](const char* column, std::int64_t row) {
    return at(std::get<std::vector<std::int64_t>>(table.column(column).data), row);
  };
  const auto number = [&](const char* column, std::int64_t row) {
    return at(std::get<std::vector<double>>(table.column(column).data), row);
  };
  for (std::int64_t row = 0; row < table.rows(); ++row) {
    ReleasedReliability released;
    released.wave = WaveId(text("wave", row));
    released.instrument = InstrumentId(text("instrument", row));
    released.element = text("id", row);
    released.items = count("items", row);
    // The element itself must be shown too: its threshold looks at who was asked as well.
    const bool element_shown = std::any_of(release.totals.begin(), release.totals.end(),
                                           [&](const ReleasedScore& s) { return s.shown && is_of(s, released); });
    const std::int64_t n = count("n", row), needed = std::max(kReliabilityMinimum, policy.threshold());
    const bool known = table.column("alpha").is_valid(row) && table.column("alpha_low").is_valid(row) &&
                       table.column("alpha_high").is_valid(row);
    const bool may_be_told = !has_two_answers(study, released) || gate.may_tell_reliability(released);
    if (element_shown && known && n >= needed && may_be_told) {
      released.shown = true;
      released.n_band = n_band(n, policy.threshold());
      released.alpha = std::round(number("alpha", row) * 10) / 10;
      released.low = std::floor(number("alpha_low", row) * 10) / 10;
      released.high = std::ceil(number("alpha_high", row) * 10) / 10;
      released.together = at(std::get<std::vector<bool>>(table.column("together").data), row);
      if (!released.together) hide(released, release);
    }
    release.reliability.push_back(std::move(released));
  }
}

}  // namespace houvast::inline v0_1::detail
