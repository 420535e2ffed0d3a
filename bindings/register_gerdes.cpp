#include "convert.hpp"
#include "docs.hpp"
#include "houvast/gerdes/contrasts.hpp"
#include "houvast/gerdes/pairs.hpp"
#include "houvast/gerdes/profile.hpp"
#include "houvast/gerdes/strengthening.hpp"
#include "houvast/study/names.hpp"
#include "rooms.hpp"

namespace houvast::bindings {
namespace {

using Share = std::pair<std::int64_t, std::int64_t>;

StageOptions stages_of(const WaveName& wave, const std::string& by, const std::string& object, double level = 0.95) {
  return {.wave = wave_id(wave), .by = by, .object = assessed_object_of(object), .level = level};
}

}  // namespace

void register_gerdes(py::module_& core) {
  auto study = py::reinterpret_borrow<py::class_<Study>>(core.attr("Study"));  // bound by register_study
  study.def(
      "gerdes",
      [](const Study& of, const SplitBy& by, const WaveName& wave, const std::string& object, bool per_object) {
        StageOptions options = stages_of(wave, by, object);
        options.per_object = per_object;
        const Unlocked nogil;
        return titled(stage_table(of, stage_profiles(of, options), options), of);
      },
      py::arg("by") = "", py::arg("wave") = py::none(), py::arg("object") = "whole", py::arg("per_object") = false,
      doc("Study.gerdes"));
  study.def(
      "gerdes_contrasts",
      [](const Study& of, const SplitBy& by, const WaveName& wave, const std::string& object, double level) {
        const StageOptions options = stages_of(wave, by, object, level);
        const Unlocked nogil;
        return titled(gerdes_contrasts(of, options), of);
      },
      py::arg("by") = "perspective", py::arg("wave") = py::none(), py::arg("object") = "whole", py::arg("level") = 0.95,
      doc("Study.gerdes_contrasts"));
  study.def(
      "gerdes_change",
      [](const Study& of, const WaveName& from, const WaveName& to, const SplitBy& by, const std::string& object,
         double level) {
        const StageChangeOptions options{
            .from = wave_id(from), .to = wave_id(to), .by = by, .object = assessed_object_of(object), .level = level};
        const Unlocked nogil;
        return titled(gerdes_change(of, options), of);
      },
      py::arg("from_wave") = py::none(), py::arg("to_wave") = py::none(), py::arg("by") = "",
      py::arg("object") = "whole", py::arg("level") = 0.95, doc("Study.gerdes_change"));
  study.def(
      "gerdes_pairs",
      [](const Study& of, const WaveName& wave, const std::string& object) {
        const StageOptions options = stages_of(wave, "", object);
        const Unlocked nogil;
        return titled(gerdes_pairs(of, options), of);
      },
      py::arg("wave") = py::none(), py::arg("object") = "pair", doc("Study.gerdes_pairs"));
  study.def(
      "gerdes_reached",
      [](const Study& of, const SplitBy& by, const WaveName& wave, const std::string& object, const Share& share,
         std::int64_t minimum, double level) {
        const StageOptions options = stages_of(wave, by, object, level);
        const Unlocked nogil;
        return titled(gerdes_reached(of, options, {share.first, share.second, minimum}), of);
      },
      py::arg("by") = "", py::arg("wave") = py::none(), py::arg("object") = "whole", py::arg("share") = Share(2, 3),
      py::arg("minimum") = 5, py::arg("level") = 0.95, doc("Study.gerdes_reached"));
  study.def(
      "gerdes_strengthening",
      [](const Study& of, const std::string& complexity, const std::map<std::string, int>& wished, const SplitBy& by,
         const WaveName& wave, const std::string& object, const Share& share, std::int64_t minimum, double level,
         std::string_view lang) {
        StrengtheningOptions options{.complexity = complexity_of(complexity),
                                     .stages = stages_of(wave, by, object, level),
                                     .rule = {share.first, share.second, minimum},
                                     .language = language_of(lang)};
        for (const auto& [dimension, stage] : wished) options.wished.emplace(dimension, stage);
        const Unlocked nogil;
        return titled(gerdes_strengthening(of, options), of);
      },
      py::arg("complexity") = "", py::arg("wished") = std::map<std::string, int>(), py::arg("by") = "",
      py::arg("wave") = py::none(), py::arg("object") = "whole", py::arg("share") = Share(2, 3), py::arg("minimum") = 5,
      py::arg("level") = 0.95, py::arg("lang") = "nl", doc("Study.gerdes_strengthening"));
  study.def(
      "gerdes_plot_data",
      [](const Study& of, const SplitBy& by, const WaveName& wave, const std::string& object, double level) {
        const StageOptions options = stages_of(wave, by, object, level);
        const Unlocked nogil;
        return titled(gerdes_plot_data(of, options), of);
      },
      py::arg("by") = "", py::arg("wave") = py::none(), py::arg("object") = "whole", py::arg("level") = 0.95,
      doc("Study.gerdes_plot_data"));
}

}  // namespace houvast::bindings
