#include "houvast/conversation/crosswalk.hpp"

#include <algorithm>
#include <map>
#include <utility>

#include "base/index.hpp"
#include "houvast/base/fields.hpp"
#include "houvast/coverage/partners.hpp"
#include "houvast/gerdes/profile.hpp"
#include "houvast/instrument/catalogue.hpp"
#include "houvast/scoring/intervals.hpp"
#include "houvast/scoring/summary.hpp"
#include "houvast/version.hpp"
#include "scoring/study_view.hpp"
#include "scoring/support.hpp"

namespace houvast::inline v0_1 {
using houvast::detail::as_size;
using houvast::detail::at;
namespace {

constexpr const char* kConditions = "know-your-partner";

// Where the crosswalk's ids stand in the catalogue.
struct Place {
  const Instrument* instrument = nullptr;
  bool is_element = false;
  std::string title;
};

std::map<std::string, Place> places() {
  std::map<std::string, Place> result;
  for (const std::string& name : instruments()) {
    const Instrument& each = instrument(name);
    for (const Question& question : each.questions()) result[question.id.str()] = {&each, false, question.text.nl};
    for (const Element& element : each.elements()) result.insert({element.id.str(), {&each, true, element.title.nl}});
  }
  return result;
}

class View {
 public:
  View(const Study& study, const CrosswalkOptions& options)
      : study_(study),
        options_(options),
        wave_(options.wave ? *options.wave : study.last_wave().id),
        groups_(detail::group_parties(study, options.by)),
        scores_(scores(
            study, {.by = options.by, .wave = wave_, .level = options.level, .with_private = options.with_private})),
        stages_(stage_profiles(study, {.wave = wave_, .by = options.by})),
        ties_(partner_ties(study, {wave_, options.relation})) {}

  [[nodiscard]] std::vector<CrosswalkEntry> entries() {
    const std::map<std::string, Place> where = places();
    std::vector<CrosswalkEntry> result;
    for (const CrosswalkRow& row : crosswalk()) {
      std::vector<std::string> ids = {row.element.str()};
      ids.insert(ids.end(), row.refs.begin(), row.refs.end());
      for (const std::string& id : ids) {
        const Place& place = where.at(id);
        CrosswalkEntry entry;
        entry.element = row.element;
        entry.instrument = place.instrument->id();
        entry.id = id;
        entry.title = place.title;
        add(result, std::move(entry), place);
      }
    }
    return result;
  }

 private:
  void add(std::vector<CrosswalkEntry>& result, CrosswalkEntry entry, const Place& place) {
    const std::size_t before = result.size();
    if (place.instrument->kind() == InstrumentKind::kStages) {
      add_stages(result, entry);
    } else if (place.instrument->id().str() == kConditions) {
      add_condition(result, entry);
    } else {
      add_scores(result, entry, place.is_element);
    }
    if (result.size() > before) return;
    entry.reason = Claim{reason_of(place)};
    result.push_back(std::move(entry));
  }

  [[nodiscard]] const char* reason_of(const Place& place) const {
    const Instrument& instrument = *place.instrument;
    if (instrument.id().str() == kConditions) return "reason.no_tie_told";
    const auto& asked = at(study_.waves(), study_.wave_index(wave_)).instruments;
    const bool was_asked = std::find(asked.begin(), asked.end(), instrument.id()) != asked.end();
    if (instrument.kind() == InstrumentKind::kStages) return "reason.not_assessed";
    if (!was_asked) return "reason.not_asked";
    if (instrument.is_private() && !options_.with_private) return "reason.private";
    return "reason.not_rated";
  }

  void add_scores(std::vector<CrosswalkEntry>& result, const CrosswalkEntry& about, bool is_element) const {
    for (const Score& score : scores_) {
      if (score.id != about.id || score.is_element != is_element || score.instrument != about.instrument) continue;
      CrosswalkEntry entry = about;
      entry.group = score.group;
      entry.measure = "high_share";
      entry.n = score.scored;
      entry.share = score.high_share;
      entry.interval = score.high_interval;
      entry.median_low = score.median_low;
      entry.median_high = score.median_high;
      if (score.scored == 0) entry.reason = Claim{"reason.no_answers"};
      result.push_back(std::move(entry));
    }
  }

  void set_share(CrosswalkEntry& entry, std::int64_t hits, std::int64_t n) const {
    entry.n = n;
    const Estimate share = stats::wilson_interval(hits, n, options_.level);
    if (!share.defined()) return;
    entry.share = share.value;
    entry.interval = share.interval;
  }

  void add_stages(std::vector<CrosswalkEntry>& result, const CrosswalkEntry& about) const {
    for (const StageProfile& stage : stages_) {
      if (stage.dimension.str() != about.id) continue;
      CrosswalkEntry entry = about;
      entry.group = stage.group;
      entry.measure = "highest_stage";
      const auto index = as_size(study_.question_index(stage.dimension).value());
      const bool types = study_.questions()[index].question->ordering == "types";
      entry.n = stage.n;
      if (!types) set_share(entry, stage.counts.back(), stage.n);
      if (stage.median_low) entry.median_low = *stage.median_low;
      if (stage.median_high) entry.median_high = *stage.median_high;
      entry.inferred_order = stage.inferred_order;
      if (stage.n == 0) entry.reason = Claim{"reason.no_stage"};
      if (stage.n > 0 && types) entry.reason = Claim{"reason.types"};
      result.push_back(std::move(entry));
    }
  }

  void add_condition(std::vector<CrosswalkEntry>& result, const CrosswalkEntry& about) const {
    const auto condition = as_size(about.id.back() - '1');
    std::vector<std::int64_t> met(groups_.labels.size()), told(groups_.labels.size());
    for (const PartnerTie& tie : ties_) {
      const ConditionState state = tie.state(condition);
      if (state == ConditionState::kUnknown) continue;
      const auto a = as_size(at(groups_.of_party, tie.a));
      const auto b = as_size(at(groups_.of_party, tie.b));
      const auto count = [&](std::size_t group) {
        ++told[group];
        met[group] += state == ConditionState::kMet ? 1 : 0;
      };
      count(a);
      if (a != b) count(b);
    }
    for (std::size_t g = 0; g < groups_.labels.size(); ++g) {
      if (told[g] == 0) continue;
      CrosswalkEntry entry = about;
      entry.group = groups_.labels[g];
      entry.measure = "met_from_both_sides";
      set_share(entry, met[g], told[g]);
      result.push_back(std::move(entry));
    }
  }

  const Study& study_;
  const CrosswalkOptions& options_;
  WaveId wave_;
  detail::PartyGroups groups_;
  std::vector<Score> scores_;
  std::vector<StageProfile> stages_;
  std::vector<PartnerTie> ties_;
};

Fields<CrosswalkEntry> crosswalk_fields() {
  using Row = CrosswalkEntry;
  return {{"element", {"column.houvast_element"}, &Row::element},
          {"element_title",
           {"column.its_dutch_name"},
           [&elements = instrument("six-elements")](const Row& row) { return elements.element(row.element).title.nl; }},
          {"instrument", {"column.instrument_id"}, &Row::instrument},
          {"id", {"column.part_of_instrument"}, &Row::id},
          {"text", {"column.its_dutch_words"}, &Row::title},
          {"group", {"column.group_value"}, &Row::group},
          {"measure", {"column.crosswalk_measure"}, &Row::measure},
          {"n", {"column.crosswalk_n"}, &Row::n},
          {"share", {"column.share_of_measure"}, &Row::share},
          {"share_low", {"column.wilson_low"}, end_of<Row>(&Row::interval, &Interval::low)},
          {"share_high", {"column.wilson_high"}, end_of<Row>(&Row::interval, &Interval::high)},
          {"median_low", {"column.crosswalk_median_low"}, &Row::median_low},
          {"median_high", {"column.crosswalk_median_high"}, &Row::median_high},
          {"inferred_order", {"column.inferred_order"}, &Row::inferred_order},
          {"reason", {"column.why_no_number"}, [](const Row& row) { return reason_text(row.reason); }}};
}

}  // namespace

std::vector<CrosswalkEntry> crosswalk_view(const Study& study, const CrosswalkOptions& options) {
  return View(study, options).entries();
}

Table crosswalk_table(const Study& study, const std::vector<CrosswalkEntry>& entries, const CrosswalkOptions& options) {
  return {{"title.crosswalk", {{"study", study.id()}}},
          columns_of(entries, crosswalk_fields()),
          {{"method.crosswalk"},
           {"source.own_wilson_1927"},
           {{"by", options.by},
            {"wave", options.wave ? options.wave->str() : study.last_wave().id.str()},
            {"level", stats::detail::text_of(options.level)}},
           std::nullopt,
           kVersion}};
}

}  // namespace houvast::inline v0_1
