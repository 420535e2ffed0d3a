#include "houvast/gerdes/pairs.hpp"

#include <algorithm>
#include <string>
#include <tuple>
#include <utility>

#include "base/index.hpp"
#include "gerdes/assessed.hpp"
#include "houvast/version.hpp"

namespace houvast::inline v0_1 {
using houvast::detail::as_size;
using houvast::detail::at;
namespace {

using detail::Assessed;
using detail::StageTally;

struct PairRow : detail::DimensionRow {
  PairRow(const detail::Dimension& about, PairView of_pair) : DimensionRow(about), pair(std::move(of_pair)) {}

  PairView pair;
  std::string a;
  std::optional<std::string> b;
};

Fields<PairRow> side_fields(const std::string& side, const std::string& of, StageSide PairView::*said) {
  using Row = PairRow;
  Fields<Row> fields{{"n_" + side,
                      {"column.assessments_by_side", {{"of", of}}},
                      [said](const Row& row) { return (row.pair.*said).n; }},
                     {"dont_know_" + side, {"column.dont_know_by_side", {{"of", of}}}, [said](const Row& row) {
                        return (row.pair.*said).dont_know;
                      }}};
  append(fields, detail::median_fields<Row>("_" + side, of, [said](const Row& row) { return row.pair.*said; }));
  return fields;
}

Fields<PairRow> pair_fields(bool of_pair) {
  using Row = PairRow;
  Fields<Row> fields{{"wave", {"column.wave_id"}, [](const Row& row) { return row.pair.wave; }},
                     {"a", {"column.party_id"}, &Row::a},
                     {"b", {"column.other_party_if_pair"}, &Row::b}};
  append(fields, detail::dimension_fields<Row>());
  append(fields, detail::order_fields<Row>());
  append(fields, side_fields("a", "a", &PairView::by_a));
  append(fields, side_fields("b", of_pair ? "b" : "others", &PairView::by_b));
  append(fields, {{"n_others", {"column.assessments_of_neither"}, [](const Row& row) { return row.pair.others.n; }}});
  append(fields, detail::median_fields<Row>("_all", "together", [](const Row& row) { return row.pair.all; }));
  append(fields, {{"agreement", {"column.pair_agreement"}, [](const Row& row) { return row.pair.agreement(); }},
                  {"steps", {"column.steps_apart"}, [](const Row& row) { return row.pair.steps(); }}});
  return fields;
}

}  // namespace

std::string_view to_string(SideAgreement agreement) noexcept {
  switch (agreement) {
    case SideAgreement::kSame:
      return "same";
    case SideAgreement::kApart:
      return "apart";
    case SideAgreement::kOneSided:
      return "one_sided";
    case SideAgreement::kUnknown:
      return "unknown";
  }
  return "";
}

SideAgreement PairView::agreement() const noexcept {
  if (by_a.n == 0 && by_b.n == 0) return SideAgreement::kUnknown;
  if (by_a.n == 0 || by_b.n == 0) return SideAgreement::kOneSided;
  return *steps() == 0 ? SideAgreement::kSame : SideAgreement::kApart;
}

std::optional<int> PairView::steps() const noexcept {
  if (by_a.n == 0 || by_b.n == 0) return std::nullopt;
  return std::max(0, *by_b.low - *by_a.high) + std::min(0, *by_b.high - *by_a.low);
}

std::vector<PairView> pair_views(const Study& study, const StageOptions& options) {
  if (options.object == AssessedObject::kWhole) {
    throw ValueError({"HV-303", argument("object"), "whole", {"problem.expected.object_with_sides"}});
  }
  detail::AssessedView view(study, options.object, options.wave, "");
  view.keep_ordered();
  const auto key = [](const Assessed& row) { return std::tie(row.wave, row.a, row.b, row.dimension); };
  std::stable_sort(view.rows.begin(), view.rows.end(),
                   [&](const Assessed& x, const Assessed& y) { return key(x) < key(y); });
  const bool of_pair = options.object == AssessedObject::kPair;
  std::vector<PairView> result;
  detail::for_each_run(
      view.rows, [&](const Assessed& x, const Assessed& y) { return key(x) == key(y); },
      [&](std::span<const Assessed> run) {
        const Assessed& first = run.front();
        const detail::Dimension& dimension = view.dimensions[first.dimension];
        StageTally a(dimension), b(dimension), others(dimension);
        for (const Assessed& row : run) {
          const bool is_b = of_pair ? row.party == first.b : row.party != first.a;
          (row.party == first.a ? a : is_b ? b : others).add(row);
        }
        PairView pair;
        pair.wave = at(study.waves(), first.wave).id;
        pair.a = first.a;
        if (of_pair) pair.b = first.b;
        pair.dimension = dimension.question->id;
        pair.by_a = detail::side_of(a);
        pair.by_b = detail::side_of(b);
        pair.others = detail::side_of(others);
        pair.all = detail::side_of(StageTally(dimension, run));
        pair.inferred_order = dimension.inferred();
        result.push_back(std::move(pair));
      });
  return result;
}

Table gerdes_pairs(const Study& study, const StageOptions& options) {
  const bool of_pair = options.object == AssessedObject::kPair;
  std::vector<PairRow> rows;
  const auto id_of = [&](std::int32_t party) { return study.parties().at(as_size(party)).id.str(); };
  for (const PairView& pair : pair_views(study, options)) {
    const auto index = as_size(study.question_index(pair.dimension).value());
    const detail::Dimension dimension{study.questions()[index].question, study.questions()[index].scale, nullptr};
    PairRow& row = rows.emplace_back(dimension, pair);
    row.a = id_of(pair.a);
    if (pair.b) row.b = id_of(*pair.b);
  }
  auto texts = detail::option_texts(options);
  texts.erase("by");
  return {{of_pair ? "title.pairs" : "title.party_ties", {{"study", study.id()}}},
          columns_of(rows, pair_fields(of_pair)),
          {{"method.pairs"}, {"source.own"}, std::move(texts), std::nullopt, kVersion}};
}

}  // namespace houvast::inline v0_1
