#include <optional>
#include <string>
#include <utility>

#include "convert.hpp"
#include "docs.hpp"
#include "houvast/base/choice.hpp"
#include "houvast/scoring/change.hpp"
#include "houvast/scoring/consistency.hpp"
#include "houvast/scoring/contrasts.hpp"
#include "houvast/scoring/functioning.hpp"
#include "houvast/scoring/plan.hpp"
#include "houvast/scoring/pooled.hpp"
#include "houvast/scoring/units.hpp"
#include "houvast/study/names.hpp"
#include "rooms.hpp"

namespace houvast::bindings {
namespace {

using Minimum = std::pair<int, int>;
using StudyType = py::class_<Study>;

// A table by groups: the same arguments as study.scores.
template <class Function>
void define(StudyType& type, const char* name, Function function, const char* by, const char* doc) {
  type.def(
      name,
      [function](const Study& study, const SplitBy& attribute, const WaveName& wave, Minimum minimum, double level,
                 bool with_private) {
        const ScoreOptions options{attribute, wave_id(wave), minimum.first, minimum.second, level, with_private};
        const Unlocked nogil;
        return titled(function(study, options), study);
      },
      py::arg("by") = by, py::arg("wave") = py::none(), py::arg("minimum_answered") = Minimum(1, 2),
      py::arg("level") = 0.95, py::arg("with_private") = false, doc);
}

Breadth breadth_of(std::string_view name) {
  return choose<Breadth>(
      argument("breadth"), name,
      {{"question", Breadth::kQuestion}, {"element", Breadth::kElement}, {"instrument", Breadth::kInstrument}});
}

void register_plan(py::module_& core, StudyType& type) {
  py::class_<Plan>(core, "Plan", "How many of which group must answer before a difference can be told.")
      .def_property_readonly(
          "by", [](const Plan& p) { return p.options.by; }, "The attribute whose groups will be compared.")
      .def_readonly("claims", &Plan::claims, "What was reckoned with, and then one sentence per row, as data.")
      .def_readonly("table", &Plan::table,
                    "One row for every two groups, and one for a change of everybody: wave, instrument, kind, group, "
                    "other, asked, asked_other, needed, needed_other, smallest.")
      .def("__len__", [](const Plan& p) { return p.rows.size(); })
      .def("__repr__", [](const Plan& p) { return "Plan(" + std::to_string(p.rows.size()) + ")"; });
  type.def(
      "plan",
      [](const Study& study, double difference, const SplitBy& by, const WaveName& wave, std::string_view breadth,
         double power, double share, double correlation, double level) {
        const PlanOptions options{.by = by,
                                  .wave = wave_id(wave),
                                  .difference = difference,
                                  .share = share,
                                  .breadth = breadth_of(breadth),
                                  .power = power,
                                  .correlation = correlation,
                                  .level = level};
        const Unlocked nogil;
        return plan(study, options);
      },
      py::arg("difference") = 0.25, py::arg("by") = "perspective", py::arg("wave") = py::none(),
      py::arg("breadth") = "question", py::arg("power") = 0.8, py::arg("share") = 0.5, py::arg("correlation") = 0.2,
      py::arg("level") = 0.97, doc("Study.plan"));
}

}  // namespace

void register_scoring(py::module_& core) {
  auto type = py::reinterpret_borrow<StudyType>(core.attr("Study"));  // bound by register_study
  register_plan(core, type);
  define(type, "contrasts", &contrasts, "perspective", doc("Study.contrasts"));
  define(type, "reliability", &reliability, "", doc("Study.reliability"));
  define(type, "item_analysis", &item_analysis, "", doc("Study.item_analysis"));
  define(type, "agreement", &agreement, "", doc("Study.agreement"));
  const auto pooled = [](const Study& study, const ScoreOptions& options) { return pooled_shares(study, options); };
  const auto functioning = [](const Study& study, const ScoreOptions& options) {
    return differential_item_functioning(study, options);
  };
  define(type, "differential_item_functioning", functioning, "perspective", doc("Study.differential_item_functioning"));
  type.def(
      "comparison_caveats",
      [](const Study& study, const SplitBy& by, const WaveName& wave) {
        const ScoreOptions options{.by = by, .wave = wave_id(wave)};
        const Unlocked nogil;
        return comparison_caveats(study, options);
      },
      py::arg("by") = "perspective", py::arg("wave") = py::none(), doc("Study.comparison_caveats"));
  define(type, "pooled_shares", pooled, "perspective", doc("Study.pooled_shares"));
  type.def(
      "change",
      [](const Study& study, const WaveName& from, const WaveName& to, const SplitBy& by, const std::string& zeros,
         Minimum minimum, double level, bool with_private) {
        const ChangeOptions options{.from = wave_id(from),
                                    .to = wave_id(to),
                                    .by = by,
                                    .zeros = stats::zero_method_of(zeros),
                                    .minimum_numerator = minimum.first,
                                    .minimum_denominator = minimum.second,
                                    .level = level,
                                    .with_private = with_private};
        const Unlocked nogil;
        return titled(change(study, options), study);
      },
      py::arg("from_wave") = py::none(), py::arg("to_wave") = py::none(), py::arg("by") = "",
      py::arg("zeros") = "wilcox", py::arg("minimum_answered") = Minimum(1, 2), py::arg("level") = 0.95,
      py::arg("with_private") = false, doc("Study.change"));
  type.def(
      "unit_scores",
      [](const Study& study, const SplitBy& by, const WaveName& wave, const std::string& unit,
         const std::optional<DoubleArray>& weights, Minimum minimum, double level, bool with_private) {
        UnitOptions options{.by = by,
                            .wave = wave_id(wave),
                            .unit = unit,
                            .minimum_numerator = minimum.first,
                            .minimum_denominator = minimum.second,
                            .level = level,
                            .with_private = with_private};
        const auto own_weights = weights ? copy_1d(*weights, "weights") : std::vector<double>();
        if (weights) options.weights = own_weights;
        const Unlocked nogil;
        return titled(unit_scores(study, options), study);
      },
      py::arg("by") = "", py::arg("wave") = py::none(), py::arg("unit") = "organisations",
      py::arg("weights") = py::none(), py::arg("minimum_answered") = Minimum(1, 2), py::arg("level") = 0.95,
      py::arg("with_private") = false, doc("Study.unit_scores"));
}

}  // namespace houvast::bindings
