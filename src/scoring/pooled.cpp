#include "houvast/scoring/pooled.hpp"

#include <cmath>
#include <string>
#include <utility>

#include "base/index.hpp"
#include "houvast/base/fields.hpp"
#include "houvast/scoring/intervals.hpp"
#include "scoring/mean_share.hpp"
#include "scoring/pooled_posterior.hpp"
#include "scoring/study_view.hpp"
#include "scoring/support.hpp"

namespace houvast::inline v0_1 {
using houvast::detail::as_size;
using houvast::detail::at;
namespace {

using stats::detail::MeanShare;

constexpr stats::detail::Definition kPooledShares{"method.pooled_shares", "source.pooled_shares"};

// One group: its own share, and the one that the others help to make.
struct OfGroup {
  std::string group;
  std::int64_t n = 0;
  std::optional<double> share, pooled, own_weight;
  std::optional<Interval> interval, pooled_interval;
  std::optional<std::string> reason;
};

template <class Row>
Fields<Row> pooled_fields() {
  Fields<Row> fields{{"group", {"column.group_value"}, &Row::group}, {"n", {"column.people_with_answer"}, &Row::n}};
  append(fields, {{"share", {"column.own_share"}, &Row::share},
                  {"share_low", {"column.bound_low"}, end_of<Row>(&Row::interval, &Interval::low)},
                  {"share_high", {"column.bound_high"}, end_of<Row>(&Row::interval, &Interval::high)},
                  {"pooled", {"column.pooled_share"}, &Row::pooled},
                  {"pooled_low", {"column.bound_low"}, end_of<Row>(&Row::pooled_interval, &Interval::low)},
                  {"pooled_high", {"column.bound_high"}, end_of<Row>(&Row::pooled_interval, &Interval::high)},
                  {"own_weight", {"column.own_weight"}, &Row::own_weight},
                  {"reason", {"column.why_missing"}, &Row::reason}});
  return fields;
}

// The groups of one question or element, in the order that they came.
std::vector<OfGroup> pooled_groups(const std::vector<std::string>& labels, const std::vector<MeanShare>& shares,
                                   std::size_t questions, double level) {
  std::vector<OfGroup> rows;
  std::vector<MeanShare> answered;
  for (std::size_t g = 0; g < labels.size(); ++g) {
    OfGroup& row = rows.emplace_back();
    row.group = labels[g];
    row.n = shares[g].people;
    row.share = shares[g].share;
    row.interval = stats::detail::interval_of(shares[g], level);
    if (row.share) answered.push_back(shares[g]);
  }
  const bool enough = std::ssize(answered) >= stats::kFewestPooled;
  const std::vector<stats::detail::Pooled> found =
      enough ? stats::detail::pooled(answered, questions, level) : std::vector<stats::detail::Pooled>{};
  std::size_t next = 0;
  for (OfGroup& row : rows) {
    if (!row.share) {
      row.reason = reason_text(Claim{"reason.no_answers"});
    } else if (!enough) {
      row.reason = reason_text(Claim{"reason.few_groups", {{"needed", stats::kFewestPooled}}});
    } else {
      const stats::detail::Pooled& pooled = found[next++];
      row.pooled = pooled.share;
      row.pooled_interval = pooled.interval;
      row.own_weight = pooled.own_weight;
    }
  }
  return rows;
}

struct StudyRow : detail::AboutRow, OfGroup {
  StudyRow(const WaveId& of_wave, const detail::Measure& measure, OfGroup of)
      : AboutRow(of_wave, measure), OfGroup(std::move(of)) {}
};

MeanShare share_of(const Score& score) {
  const bool known = score.asked_known;
  if (score.is_element) {
    return stats::detail::mean_share(score.high, known ? score.population : std::vector<std::int64_t>{},
                                     score.population.size());
  }
  return stats::detail::share_of_one(score.top, score.scored,
                                     known ? std::optional(score.population.front()) : std::nullopt);
}

}  // namespace

namespace stats {

Table pooled_shares(const Items& high, const Grouping& groups, const PooledOptions& options) {
  detail::require_level(options.level);
  detail::require_groups(groups, high.rows());
  const std::vector<std::int8_t> rows = detail::high_of(high);
  const auto questions = as_size(high.items);
  std::vector<std::vector<std::int8_t>> of_group(groups.labels.size());
  std::vector<std::int64_t> people(groups.labels.size());
  for (std::size_t row = 0; row < groups.codes.size(); ++row) {
    if (groups.codes[row] < 0) continue;
    const auto group = as_size(groups.codes[row]);
    const auto* const first = rows.data() + row * questions;
    of_group[group].insert(of_group[group].end(), first, first + questions);
    ++people[group];
  }
  if (options.population) {
    detail::require_same_length(std::ssize(*options.population), groups.groups(), "population", "groups");
  }
  std::vector<MeanShare> shares;
  for (std::size_t g = 0; g < of_group.size(); ++g) {
    std::vector<std::int64_t> population;
    if (options.population) {
      detail::require_population((*options.population)[g], people[g]);
      population.assign(questions, (*options.population)[g]);
    }
    shares.push_back(detail::mean_share(of_group[g], population, questions));
  }
  const std::vector<std::string> labels(groups.labels.begin(), groups.labels.end());
  return {{"title.pooled_shares"},
          columns_of(pooled_groups(labels, shares, questions, options.level), pooled_fields<OfGroup>()),
          detail::provenance_of(kPooledShares, {{"level", detail::text_of(options.level)}})};
}

}  // namespace stats

Table pooled_shares(const Study& study, const ScoreOptions& options) {
  if (options.by.empty()) stats::detail::fail("HV-303", argument("by"), "", {"problem.expected.attribute_to_compare"});
  std::vector<StudyRow> rows;
  for (const std::int64_t wave : detail::waves_of(study, options.wave)) {
    const WaveId& id = at(study.waves(), wave).id;
    ScoreOptions of_wave = options;
    of_wave.wave = id;
    const std::vector<Score> found = scores(study, of_wave);
    for (const detail::Measure& measure : detail::measures_of(study, wave, options.with_private)) {
      std::vector<std::string> labels;
      std::vector<MeanShare> shares;
      for (const Score& score : found) {
        const bool is_this = score.instrument == measure.instrument->id() && score.id == measure.id &&
                             score.is_element == measure.is_element;
        if (!is_this || score.group == kNoGroup) continue;
        labels.push_back(score.group);
        shares.push_back(share_of(score));
      }
      for (OfGroup& group : pooled_groups(labels, shares, measure.questions.size(), options.level)) {
        rows.emplace_back(id, measure, std::move(group));
      }
    }
  }
  Fields<StudyRow> fields = detail::about_fields<StudyRow>();
  append(fields, pooled_fields<StudyRow>());
  return {detail::title_by({"title.pooled_shares_of", {{"study", study.id()}}}, options.by), columns_of(rows, fields),
          stats::detail::provenance_of(kPooledShares, detail::option_texts(options))};
}

}  // namespace houvast::inline v0_1
