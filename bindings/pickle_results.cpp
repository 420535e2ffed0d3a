#include <utility>
#include <vector>

#include "convert.hpp"
#include "houvast/conversation/agenda.hpp"
#include "houvast/coverage/checks.hpp"
#include "houvast/coverage/scenario.hpp"
#include "houvast/disclosure/policy.hpp"
#include "houvast/graph/multiplex.hpp"
#include "houvast/graph/network_bounds.hpp"
#include "houvast/graph/network_view.hpp"
#include "houvast/graph/two_mode.hpp"
#include "houvast/instrument/catalogue.hpp"
#include "houvast/io/study_io.hpp"
#include "houvast/scoring/plan.hpp"
#include "houvast/scoring/tally.hpp"
#include "houvast/study/tables.hpp"
#include "pickle.hpp"
#include "rooms.hpp"

namespace houvast::bindings {

template <>
struct Members<Score> {
  static constexpr auto all =
      std::tuple(&Score::wave, &Score::instrument, &Score::is_element, &Score::id, &Score::group, &Score::asked,
                 &Score::asked_known, &Score::respondents, &Score::states, &Score::counts, &Score::scale_scores,
                 &Score::top, &Score::high, &Score::population, &Score::scored, &Score::median_low, &Score::median_high,
                 &Score::top_share, &Score::top_interval, &Score::high_share, &Score::high_interval, &Score::high_most);
};

template <>
struct Members<Compared> {
  static constexpr auto all = std::tuple(&Compared::instrument, &Compared::breadth, &Compared::id);
};

template <>
struct Members<SupportedDifference> {
  static constexpr auto all = std::tuple(
      &SupportedDifference::wave, &SupportedDifference::what, &SupportedDifference::higher, &SupportedDifference::lower,
      &SupportedDifference::n_higher, &SupportedDifference::n_lower, &SupportedDifference::share_higher,
      &SupportedDifference::share_lower, &SupportedDifference::p_adjusted);
};

template <>
struct Members<SupportedOrder> {
  static constexpr auto all = std::tuple(&SupportedOrder::wave, &SupportedOrder::what, &SupportedOrder::high,
                                         &SupportedOrder::extreme, &SupportedOrder::n, &SupportedOrder::share,
                                         &SupportedOrder::share_others, &SupportedOrder::p_adjusted);
};

template <>
struct Members<SupportedChange> {
  static constexpr auto all =
      std::tuple(&SupportedChange::from, &SupportedChange::to, &SupportedChange::what, &SupportedChange::up,
                 &SupportedChange::paired, &SupportedChange::n, &SupportedChange::share_from,
                 &SupportedChange::share_to, &SupportedChange::p_adjusted);
};

template <>
struct Members<PlanOptions> {
  static constexpr auto all =
      std::tuple(&PlanOptions::by, &PlanOptions::wave, &PlanOptions::difference, &PlanOptions::share,
                 &PlanOptions::breadth, &PlanOptions::power, &PlanOptions::correlation, &PlanOptions::level);
};

template <>
struct Members<PlannedComparison> {
  static constexpr auto all = std::tuple(
      &PlannedComparison::wave, &PlannedComparison::instrument, &PlannedComparison::is_change,
      &PlannedComparison::group, &PlannedComparison::other, &PlannedComparison::asked, &PlannedComparison::asked_other,
      &PlannedComparison::needed, &PlannedComparison::needed_other, &PlannedComparison::smallest);
};

template <>
struct Members<Incidence> {
  static constexpr auto all = std::tuple(&Incidence::party, &Incidence::item, &Incidence::count);
};

template <>
struct Members<MultiplexPair> {
  static constexpr auto all =
      std::tuple(&MultiplexPair::a, &MultiplexPair::b, &MultiplexPair::tied, &MultiplexPair::observed);
};

template <>
struct Members<RelationOverlap> {
  static constexpr auto all = std::tuple(&RelationOverlap::first, &RelationOverlap::second, &RelationOverlap::observed,
                                         &RelationOverlap::only_first, &RelationOverlap::only_second,
                                         &RelationOverlap::shared, &RelationOverlap::jaccard);
};

template <>
struct Members<Scale::Spec> {
  static constexpr auto all =
      std::tuple(&Scale::Spec::id, &Scale::Spec::min, &Scale::Spec::max, &Scale::Spec::direction,
                 &Scale::Spec::top_from, &Scale::Spec::source, &Scale::Spec::labels);
};
template <>
struct Members<AgendaOptions> {
  static constexpr auto all =
      std::tuple(&AgendaOptions::length, &AgendaOptions::wave, &AgendaOptions::by, &AgendaOptions::minimum_group,
                 &AgendaOptions::relation, &AgendaOptions::level);
};
template <>
struct Members<Agenda::Edit> {
  static constexpr auto all = std::tuple(&Agenda::Edit::kind, &Agenda::Edit::question, &Agenda::Edit::place);
};

namespace {

void pickle_instruments(const py::module_& core) {
  bound<Source>(core, "Source")
      .def(pickled(&Source::title, &Source::authors, &Source::publisher, &Source::year, &Source::section));
  bound<Element>(core, "Element")
      .def(pickled(&Element::id, &Element::title, &Element::parent, &Element::description, &Element::graded,
                   &Element::audiences));
  bound<Stage>(core, "Stage").def(pickled(&Stage::stage, &Stage::title, &Stage::description));
  bound<AudienceWording>(core, "AudienceWording")
      .def(pickled(&AudienceWording::text, &AudienceWording::note, &AudienceWording::not_for));
  bound<Question>(core, "Question")
      .def(pickled(&Question::id, &Question::element, &Question::form, &Question::scale, &Question::reverse,
                   &Question::text, &Question::closed_part, &Question::open_part, &Question::caution,
                   &Question::ordering, &Question::stages, &Question::audiences));
  bound<Definition>(core, "Definition")
      .def(pickled(&Definition::id, &Definition::term, &Definition::also, &Definition::text, &Definition::about,
                   &Definition::source_document, &Definition::source_section));
  bound<PracticeCase>(core, "PracticeCase")
      .def(pickled(&PracticeCase::id, &PracticeCase::place, &PracticeCase::title, &PracticeCase::text,
                   &PracticeCase::factors, &PracticeCase::questions, &PracticeCase::source_document,
                   &PracticeCase::source_section));
  bound<Reference>(core, "Reference")
      .def(pickled(&Reference::id, &Reference::kind, &Reference::citation, &Reference::url, &Reference::serves,
                   &Reference::questions, &Reference::named_in));
  bound<Advice>(core, "Advice")
      .def(pickled(&Advice::id, &Advice::text, &Advice::factors, &Advice::elements, &Advice::questions,
                   &Advice::source_document, &Advice::source_section));
  bound<ScaleLabel>(core, "ScaleLabel")
      .def(pickled(&ScaleLabel::value, &ScaleLabel::text, &ScaleLabel::aliases, &ScaleLabel::audiences));
  bound<Scale>(core, "Scale")
      .def(py::pickle(
          [](const Scale& scale) {
            return packed(Scale::Spec{scale.id(), scale.min(), scale.max(), scale.direction(), scale.top_from(),
                                      scale.source(), scale.labels()});
          },
          [](const py::tuple& state) { return Scale(Packing<Scale::Spec>::unpack(state)); }));
  bound<Instrument>(core, "Instrument")
      .def(py::pickle([](const Instrument& instrument) { return py::str(instrument.json()); },
                      [](const py::str& json) { return Instrument::parse(json.cast<std::string>()); }));
  bound<Tally>(core, "Tally")
      .def(
          py::pickle([](const Tally& tally) { return py::make_tuple(py::bytes(tally.to_bytes()), tally.instrument()); },
                     [](const py::tuple& state) {
                       return Tally::from_bytes(state[0].cast<std::string>(), state[1].cast<const Instrument&>());
                     }));
}

void pickle_studies(const py::module_& core) {
  bound<Wave>(core, "Wave").def(pickled(&Wave::id, &Wave::date, &Wave::label, &Wave::instruments));
  bound<Party>(core, "Party")
      .def(pickled(&Party::id, &Party::name, &Party::kind, &Party::domain, &Party::sector, &Party::level,
                   &Party::organisation, &Party::perspective, &Party::roles, &Party::mandates, &Party::motives,
                   &Party::expertise, &Party::knows_motives_of, &Party::forms, &Party::offers, &Party::consent,
                   &Party::consent_for, &Party::consent_by, &Party::consent_on, &Party::asked, &Party::waves,
                   &Party::attributes));
  bound<TableField>(core, "TableField")
      .def(pickled(&TableField::name, &TableField::meaning, &TableField::kind, &TableField::required, &TableField::of));
  bound<StudyTable>(core, "StudyTable")
      .def(pickled(&StudyTable::name, &StudyTable::fields, &StudyTable::prefix, &StudyTable::further,
                   &StudyTable::further_kind));
  // A study never changes, so a copy is the study itself.
  bound<Study>(core, "Study")
      .def("__copy__", [](const Study& study) { return study; })
      .def(
          "__deepcopy__", [](const Study& study, const py::dict&) { return study; }, py::arg("memo"))
      .def(py::pickle([](const Study& study) { return py::bytes(study_to_json(study)); },
                      [](const py::bytes& json) { return study_from_json(static_cast<std::string_view>(json)); }));
}

void pickle_networks(const py::module_& core) {
  bound<NetworkResponse>(core, "NetworkResponse")
      .def(pickled(&NetworkResponse::asked, &NetworkResponse::reported, &NetworkResponse::asked_known,
                   &NetworkResponse::share, &NetworkResponse::band, &NetworkResponse::reason));
  bound<NetworkView>(core, "NetworkView")
      .def(pickled(&NetworkView::perspectives, &NetworkView::all_parties, &NetworkView::all_ties, &NetworkView::parties,
                   &NetworkView::ties, &NetworkView::disagreements));
  bound<Multiplex>(core, "Multiplex")
      .def(pickled(&Multiplex::wave, &Multiplex::directed, &Multiplex::relations, &Multiplex::ids, &Multiplex::pairs,
                   &Multiplex::overlaps));
  bound<TwoMode>(core, "TwoMode")
      .def(pickled(&TwoMode::kind, &TwoMode::wave, &TwoMode::parties, &TwoMode::items, &TwoMode::told,
                   &TwoMode::incidences, &TwoMode::density));
}

void pickle_coverage(const py::module_& core) {
  bound<Check>(core, "Check")
      .def(pickled(&Check::id, &Check::title, &Check::questions, &Check::needs, &Check::reads, &Check::settles,
                   &Check::rule));
  bound<Evidence>(core, "Evidence")
      .def(pickled(&Evidence::kind, &Evidence::id, &Evidence::role, &Evidence::value, &Evidence::of));
  bound<Finding>(core, "Finding")
      .def(pickled(&Finding::check, &Finding::questions, &Finding::title, &Finding::status, &Finding::evidence,
                   &Finding::rule, &Finding::claims, &Finding::needed));
  bound<FindingChange>(core, "FindingChange")
      .def(pickled(&FindingChange::check, &FindingChange::before, &FindingChange::after, &FindingChange::gone,
                   &FindingChange::came));
  bound<Scenario>(core, "Scenario")
      .def(py::pickle([](const Scenario& s) { return py::make_tuple(s.study, s.before, s.after, s.changes); },
                      [](const py::tuple& state) {
                        return Scenario{state[0].cast<Study>(), state[1].cast<std::vector<Finding>>(),
                                        state[2].cast<std::vector<Finding>>(),
                                        state[3].cast<std::vector<FindingChange>>()};
                      }));
}

void pickle_agendas(const py::module_& core) {
  bound<Plan>(core, "Plan").def(pickled(&Plan::options, &Plan::rows, &Plan::claims, &Plan::table));
  bound<AgendaItem>(core, "AgendaItem")
      .def(pickled_as<AgendaItem>(
          &AgendaItem::question, &AgendaItem::element, &AgendaItem::instrument, &AgendaItem::text, &AgendaItem::scores,
          &AgendaItem::ranks, &AgendaItem::total, &AgendaItem::lowest_group, &AgendaItem::highest_group,
          &AgendaItem::order, &AgendaItem::difference, &AgendaItem::change, &AgendaItem::findings, &AgendaItem::reason,
          &AgendaItem::score, &AgendaItem::why, &AgendaItem::opening, &AgendaItem::advice));
  bound<Agenda>(core, "Agenda")
      .def(py::pickle([](const Agenda& a) { return py::make_tuple(a.study(), packed(a.options()), packed(a.edits())); },
                      [](const py::tuple& state) {
                        return agenda(state[0].cast<Study>(), Packing<AgendaOptions>::unpack(state[1]))
                            .with_edits(Packing<std::vector<Agenda::Edit>>::unpack(state[2]));
                      }));
}

void pickle_policies(const py::module_& core) {
  bound<Policy>(core, "Policy")
      .def(py::pickle(
          [](const Policy& policy) { return py::make_tuple(policy.name(), policy.threshold()); },
          [](const py::tuple& state) { return Policy(state[0].cast<std::string>(), state[1].cast<std::int64_t>()); }));
}

}  // namespace

void pickle_results(py::module_& core) {
  pickle_instruments(core);
  pickle_studies(core);
  pickle_networks(core);
  pickle_coverage(core);
  pickle_agendas(core);
  pickle_policies(core);
}

}  // namespace houvast::bindings
