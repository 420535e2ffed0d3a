#include <optional>
#include <string>
#include <utility>

#include "convert.hpp"
#include "docs.hpp"
#include "houvast/scoring/change.hpp"
#include "houvast/scoring/consistency.hpp"
#include "houvast/scoring/contrasts.hpp"
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

}  // namespace

void register_scoring(py::module_& core) {
  auto type = py::reinterpret_borrow<StudyType>(core.attr("Study"));  // bound by register_study
  define(type, "contrasts", &contrasts, "perspective", doc("Study.contrasts"));
  define(type, "reliability", &reliability, "", doc("Study.reliability"));
  define(type, "item_analysis", &item_analysis, "", doc("Study.item_analysis"));
  define(type, "agreement", &agreement, "", doc("Study.agreement"));
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
