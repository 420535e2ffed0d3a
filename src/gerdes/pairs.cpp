#include "houvast/gerdes/pairs.hpp"

#include <algorithm>
#include <string>
#include <tuple>
#include <utility>

#include "gerdes/assessed.hpp"
#include "houvast/version.hpp"

namespace houvast {
namespace {

using detail::Assessed;
using detail::StageTally;

StageSide side_of(const StageTally& tally) {
  return {tally.n(), tally.dont_know(), tally.median_low(), tally.median_high()};
}

// The columns of one side.
class SideColumns {
 public:
  SideColumns(const std::string& side, const std::string& of)
      : n_name_("n_" + side), dont_know_name_("dont_know_" + side), of_(of), median_("_" + side, of) {}

  void push(const StageSide& side) {
    n_.push_back(side.n);
    dont_know_.push_back(side.dont_know);
    median_.push(side.low, side.high);
  }
  void append_to(std::vector<Column>& columns) {
    columns.push_back({n_name_, std::move(n_), {}, {"column.assessments_by_side", {{"of", of_}}}});
    columns.push_back({dont_know_name_, std::move(dont_know_), {}, {"column.dont_know_by_side", {{"of", of_}}}});
    std::move(median_).append_to(columns);
  }

 private:
  std::string n_name_, dont_know_name_, of_;
  std::vector<std::int64_t> n_, dont_know_;
  detail::MedianColumns median_;
};

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
    throw ValueError({"HV-303", "object", "whole", "pair or party: the whole collaboration has no sides", {}});
  }
  detail::AssessedView view(study, options.object, options.wave, "");
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
        StageTally a(*dimension.scale), b(*dimension.scale), others(*dimension.scale);
        for (const Assessed& row : run) {
          const bool is_b = of_pair ? row.party == first.b : row.party != first.a;
          (row.party == first.a ? a : is_b ? b : others).add(row);
        }
        PairView pair;
        pair.wave = study.waves()[static_cast<std::size_t>(first.wave)].id;
        pair.a = first.a;
        if (of_pair) pair.b = first.b;
        pair.dimension = dimension.question->id;
        pair.by_a = side_of(a);
        pair.by_b = side_of(b);
        pair.others = side_of(others);
        pair.all = side_of(StageTally(*dimension.scale, run));
        pair.inferred_order = dimension.inferred();
        result.push_back(std::move(pair));
      });
  return result;
}

Table gerdes_pairs(const Study& study, const StageOptions& options) {
  const bool of_pair = options.object == AssessedObject::kPair;
  std::vector<std::string> wave, a, agreement;
  ColumnBuilder<std::string> b("b", {"column.other_party_if_pair"});
  std::vector<std::int64_t> n_others;
  detail::DimensionColumns about;
  SideColumns by_a("a", "a"), by_b("b", of_pair ? "b" : "others");
  detail::MedianColumns all("_all", "together");
  ColumnBuilder<std::int64_t> steps("steps", {"column.steps_apart"});
  for (const PairView& pair : pair_views(study, options)) {
    wave.push_back(pair.wave.str());
    a.push_back(study.parties().at(static_cast<std::size_t>(pair.a)).id.str());
    b.push(pair.b ? std::optional(study.parties().at(static_cast<std::size_t>(*pair.b)).id.str()) : std::nullopt);
    const auto index = static_cast<std::size_t>(study.question_index(pair.dimension).value());
    about.add({study.questions()[index].question, study.questions()[index].scale, nullptr});
    by_a.push(pair.by_a);
    by_b.push(pair.by_b);
    n_others.push_back(pair.others.n);
    all.push(pair.all.low, pair.all.high);
    agreement.emplace_back(to_string(pair.agreement()));
    const std::optional<int> apart = pair.steps();
    steps.push(apart ? std::optional<std::int64_t>(*apart) : std::nullopt);
  }
  std::vector<Column> columns;
  columns.push_back({"wave", std::move(wave), {}, {"column.wave_id"}});
  columns.push_back({"a", std::move(a), {}, {"column.party_id"}});
  columns.push_back(std::move(b).build());
  about.append_names_to(columns);
  about.append_order_to(columns);
  by_a.append_to(columns);
  by_b.append_to(columns);
  columns.push_back({"n_others", std::move(n_others), {}, {"column.assessments_of_neither"}});
  std::move(all).append_to(columns);
  columns.push_back({"agreement", std::move(agreement), {}, {"column.pair_agreement"}});
  columns.push_back(std::move(steps).build());
  auto texts = detail::option_texts(options);
  texts.erase("by");
  return {
      of_pair ? "How pairs see their collaboration in " + study.id() : "How a party's ties are seen in " + study.id(),
      std::move(columns),
      {"median interval of each side of a pair, per dimension", "own definition", std::move(texts), std::nullopt,
       kVersion}};
}

}  // namespace houvast
