// Studies made from choices, and every public function of those that are sound.
#include <algorithm>
#include <cstdio>
#include <map>

#include "bytes.hpp"
#include "houvast/gerdes/contrasts.hpp"
#include "houvast/gerdes/pairs.hpp"
#include "houvast/gerdes/strengthening.hpp"
#include "houvast/houvast.hpp"

namespace {

using namespace houvast;
using fuzz::accepted;
using fuzz::Bytes;
using fuzz::must;

using Row = std::vector<std::string>;

const Row kWaves{"w1", "w2"};
const Row kRelations{"werkt", "verwijst"};
const Row kDomains{"onderwijs", "zorg", "gemeente", "ouders", ""};
const Row kLevels{"uitvoering", "beleid", "bestuur", ""};
const Row kPerspectives{"professional", "ouder", "jeugdige", ""};
const Row kKinds{"person", "organisation", "government", "group"};
const Row kStates{"dont_know", "not_applicable", "refused", "skipped", ""};

const Row kAttributes{"", "domain", "perspective", "own"};

const Row kInstruments{"know-your-partner", "damour-2008", "six-elements"};

constexpr std::string_view kHeader = R"({"schema": "houvast-study/1", "id": "s", "title": {"nl": "S", "en": "S"},
 "waves": [{"id": "w1", "date": "2024-01-01"}, {"id": "w2", "date": "2025-01-01"}],
 "relations": [{"id": "werkt", "title": {"nl": "W", "en": "W"}, "directed": false, "max_strength": 3},
               {"id": "verwijst", "title": {"nl": "V", "en": "V"}, "directed": true}],
 "instruments": ["gerdes-2020", ")";

// Tables of a study. Now and then a cell holds what it should not; the more often, the fewer studies are sound.
class Drawn {
 public:
  explicit Drawn(Bytes& bytes)
      : bytes_(bytes), strange_(bytes.chance(4)), large_(bytes.rare(16)), questions_(bytes.one_of(kInstruments)) {}

  [[nodiscard]] std::string header() const { return std::string(kHeader) + questions_ + "\"]}"; }

  std::vector<TextTable> tables() {
    const std::size_t parties = 1 + bytes_.below(large_ ? 12 : 6);
    for (std::size_t p = 0; p < parties; ++p) parties_.push_back("p" + std::to_string(p));
    TextTable given = answers();
    TextTable roster{"parties",
                     "parties.csv",
                     {"id", "kind", "domain", "level", "perspective", "organisation", "asked", "mandates", "motives",
                      "roles", "x_own"},
                     {},
                     {}};
    for (const std::string& party : parties_) {
      const std::size_t asked = std::max(answered_[{"w1", party}], answered_[{"w2", party}]) + bytes_.below(3);
      roster.rows.push_back({cell(party), cell(bytes_.one_of(kKinds)), cell(bytes_.one_of(kDomains)),
                             cell(bytes_.one_of(kLevels)), cell(bytes_.one_of(kPerspectives)),
                             cell("o" + std::to_string(bytes_.below(3))), cell(std::to_string(asked)), "",
                             cell(bytes_.chance(3) ? "M1" : ""), cell(bytes_.chance(3) ? "kartrekker" : ""),
                             cell(std::to_string(bytes_.below(3)))});
    }
    return {roster, std::move(given), ties(), assessments(), goals()};
  }

 private:
  std::string cell(std::string sound) { return strange_ && bytes_.chance(64) ? bytes_.text(6) : std::move(sound); }
  std::string party() { return cell(bytes_.one_of(parties_)); }

  TextTable answers() {
    const Instrument asked = instrument(questions_);
    Row questions;
    std::vector<Scale> scales;
    for (const Question& question : asked.questions()) {
      if (!question.rated()) continue;
      questions.push_back(question.id.str());
      scales.push_back(asked.scale_of(question));
    }
    TextTable table{"answers", "answers.csv", {"wave", "respondent", "party"}, {}, {}};
    table.columns.insert(table.columns.end(), questions.begin(), questions.end());
    for (std::size_t n = bytes_.below(large_ ? 24 : 8); n > 0; --n) {
      const std::string wave = bytes_.one_of(kWaves), who = bytes_.one_of(parties_);
      ++answered_[{wave, who}];
      Row row{cell(wave), cell("r" + std::to_string(n)), cell(who)};
      const std::size_t usual = bytes_.below(5);
      for (const Scale& scale : scales) {
        const auto values = static_cast<std::size_t>(scale.categories());
        const std::size_t value = bytes_.chance(4) ? bytes_.below(values) : usual % values;
        row.push_back(
            cell(bytes_.chance(8) ? bytes_.one_of(kStates) : std::to_string(scale.min() + static_cast<int>(value))));
      }
      table.rows.push_back(std::move(row));
    }
    return table;
  }

  TextTable ties() {
    TextTable table{"ties", "ties.csv", {"wave", "relation", "reporter", "from", "to", "strength"}, {}, {}};
    std::vector<Row> seen;
    for (std::size_t n = bytes_.below(large_ ? 48 : 16); n > 0; --n) {
      const std::string from = party(), to = bytes_.chance(12) ? "" : party();
      if (from == to) continue;
      Row row{cell(bytes_.one_of(kWaves)),
              cell(bytes_.one_of(kRelations)),
              bytes_.chance(4) && !to.empty() ? to : from,
              from,
              to,
              "1"};
      // Each tie once, from whichever end.
      Row tie{row[0], row[1], row[2], std::min(from, to), std::max(from, to)};
      if (std::find(seen.begin(), seen.end(), tie) != seen.end()) continue;
      seen.push_back(std::move(tie));
      table.rows.push_back(std::move(row));
    }
    return table;
  }

  TextTable assessments() {
    TextTable table{"assessments",
                    "assessments.csv",
                    {"wave", "assessor", "assessor_party", "object_a", "object_b", "dimension", "stage"},
                    {},
                    {}};
    static const std::vector<Question> dimensions = instrument("gerdes-2020").questions();
    for (std::size_t n = bytes_.below(large_ ? 16 : 6); n > 0; --n) {
      const std::string a = bytes_.chance(2) ? party() : "", b = a.empty() || bytes_.chance(2) ? "" : party();
      if (!a.empty() && a == b) continue;
      table.rows.push_back({cell(bytes_.one_of(kWaves)), cell("a" + std::to_string(n)), party(), a, b,
                            cell(dimensions[bytes_.below(dimensions.size())].id.str()),
                            cell(std::to_string(1 + bytes_.below(3)))});
    }
    return table;
  }

  TextTable goals() {
    TextTable table{"goals", "goals.csv", {"id", "kind", "title", "owner", "target", "value:w1", "value:w2"}, {}, {}};
    for (std::size_t n = bytes_.below(4); n > 0; --n) {
      table.rows.push_back({cell("g" + std::to_string(n)), bytes_.chance(2) ? "agreement" : "goal", cell("t"),
                            bytes_.chance(2) ? party() : "", cell(std::to_string(bytes_.below(9))),
                            cell(std::to_string(bytes_.below(9))), ""});
    }
    return table;
  }

  Bytes& bytes_;
  bool strange_, large_;
  std::string questions_;  // the instrument that is asked
  Row parties_;
  std::map<std::pair<std::string, std::string>, std::size_t> answered_;  // respondents by wave and party
};

void networks_of(const Study& study, Bytes& bytes) {
  const TieRule rules[] = {TieRule::kSource, TieRule::kEither, TieRule::kBoth};
  for (const std::string& wave : kWaves) {
    for (const std::string& relation : kRelations) {
      accepted([&] {
        const NetworkSummary summary = network_summary(study, relation, WaveId(wave), {.rule = bytes.one_of(rules)});
        const Network& network = summary.network;
        // What is counted by kinds of parties is what is counted pair by pair.
        std::int64_t observed = 0, open = 0;
        const auto n = static_cast<std::int32_t>(network.size());
        for (std::int32_t a = 0; a < n; ++a) {
          for (std::int32_t b = network.directed ? 0 : a + 1; b < n; ++b) {
            if (a == b) continue;
            observed += network.observed(a, b) ? 1 : 0;
            open += network.open(a, b) ? 1 : 0;
          }
        }
        must(observed == network.observed_dyads && open == network.open_dyads);
        (void)network_metrics(summary);
        (void)network_table(study, summary);
        for (const char* level : {"domain", "organisation"}) {
          (void)network_metrics(grouped_summary(study, summary, level));
        }
      });
    }
  }
  accepted([&] { (void)multiplexity_table(multiplex(study)); });
  accepted([&] { (void)churn_table(study, network_change(study)); });
  accepted([&] { (void)incidence_table(two_mode(study, "expertise")); });
}

// What can be asked of a study.
const std::vector<void (*)(const Study&, Bytes&)>& questions_to_ask() {
  static const std::vector<void (*)(const Study&, Bytes&)> kAll = {
      [](const Study& study, Bytes&) {
        const std::string json = study_to_json(study);
        must(study_to_json(study_from_json(json)) == json);
      },
      [](const Study& study, Bytes&) { (void)study_to_tables(study); },
      [](const Study& study, Bytes& bytes) {
        const ScoreOptions options{.by = bytes.one_of(kAttributes)};
        (void)scores_table(study, scores(study, options), options);
      },
      [](const Study& study, Bytes& bytes) { (void)unit_scores(study, {.by = bytes.one_of(kAttributes)}); },
      [](const Study& study, Bytes& bytes) { (void)agreement(study, {.by = bytes.one_of(kAttributes)}); },
      [](const Study& study, Bytes& bytes) { (void)reliability(study, {.by = bytes.one_of(kAttributes)}); },
      [](const Study& study, Bytes& bytes) { (void)contrasts(study, {.by = bytes.one_of(kAttributes)}); },
      [](const Study& study, Bytes& bytes) {
        (void)supported_differences(study, {.by = bytes.one_of(kAttributes), .draws = 99});
      },
      [](const Study& study, Bytes&) { (void)change(study); },
      [](const Study& study, Bytes& bytes) { networks_of(study, bytes); },
      [](const Study& study, Bytes&) { must(coverage(study).size() == 18); },
      [](const Study& study, Bytes&) {
        accepted([&] { (void)need_matrix(study); });
        accepted([&] { (void)partner_ties(study); });
        accepted([&] { (void)network_knockouts(study); });
      },
      [](const Study& study, Bytes&) { (void)agenda(study).table(); },
      [](const Study& study, Bytes&) { (void)progress(study); },
      [](const Study& study, Bytes&) {
        accepted([&] { (void)stage_profiles(study); });
        accepted([&] { (void)gerdes_pairs(study, {}); });
        accepted([&] { (void)gerdes_change(study); });
        accepted([&] { (void)gerdes_strengthening(study, {}); });
      },
      [](const Study& study, Bytes&) { (void)release_document(release(study, Policy::named("team"))); },
      [](const Study& study, Bytes&) { (void)release_document(release(study, Policy::named("external"))); },
  };
  return kAll;
}

// How many inputs were sound, told at the end.
struct Count {
  std::int64_t all = 0, sound = 0;
  ~Count() {
    std::fprintf(stderr, "%lld studies, %.0f%% of them sound\n", static_cast<long long>(all),
                 all > 0 ? 100.0 * static_cast<double>(sound) / static_cast<double>(all) : 0.0);
  }
};

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  static Count count;
  Bytes bytes(data, size);
  const fuzz::Asked asked(bytes, questions_to_ask().size());
  ++count.all;
  accepted([&] {
    Drawn drawn(bytes);
    const Study study = study_from_tables(drawn.header(), drawn.tables());
    ++count.sound;
    asked.of(questions_to_ask(), study, bytes);
  });
  return 0;
}
