#include "houvast/disclosure/document.hpp"

#include "base/json_members.hpp"
#include "houvast/text/say.hpp"
#include "houvast/version.hpp"

namespace houvast::inline v0_1 {
namespace {

using Json = detail::JsonText;

Json json_of(const LocalizedText&);
Json json_of(const Argument&);
Json json_of(const Claim&);
template <class T>
Json json_of(const std::vector<T>&);
Json json_of(const ReleasedShare&);
Json json_of(const ReleasedBin&);
Json json_of(const std::string&);
Json json_of(const Wave&);
Json json_of(const Instrument&);
Json json_of(const ReleasedResponse&);
Json json_of(const ReleasedScore&);
Json json_of(const ReleasedDifference&);
Json json_of(const ReleasedChange&);
Json json_of(const ReleasedOrder&);
Json json_of(const ReleasedReliability&);
Json json_of(const ReleasedStage&);
Json json_of(const ReleasedStrengthening&);
Json json_of(const ReleasedBlock&);
Json json_of(const ReleasedNetwork&);
Json json_of(const ReleasedGoal&);
Json json_of(const ReleasedGoals&);
Json json_of(const ReleasedFinding&);
Json json_of(const Advice&);
Json json_of(const ReleasedAgendaItem&);

Json json_of(const LocalizedText& text) {
  Json json = {{"nl", text.nl}, {"en", text.en}};
  for (const auto& [tag, other] : text.others) json.add(tag, other);
  return json;
}

Json json_of(const ReleasedShare& share) {
  return {{"low", share.low}, {"high", share.high}};
}

Json json_of(const ReleasedBin& bin) {
  return {{"value", bin.value}, {"share", json_of(bin.share)}};
}

Json json_of(const Argument& argument) {
  struct Visitor {
    Json operator()(std::int64_t count) const { return count; }
    Json operator()(double number) const { return number; }
    Json operator()(const std::string& text) const { return text; }
    Json operator()(const LocalizedText& text) const { return {{"text", json_of(text)}}; }
    Json operator()(const Named& name) const {
      if (name.kind == "message") return json_of(Claim{name.id, {}});
      return {{"name", name.id}};
    }
    Json operator()(const std::vector<Claim>& claims) const {
      return claims.size() == 1 ? json_of(claims.front()) : json_of(claims);
    }
    Json operator()(const Argument::List& items) const {
      Json list = Json::array();
      for (const Argument& item : items) list.push_back(json_of(item));
      return list;
    }
  };
  return std::visit(Visitor{}, argument.value());
}

Json json_of(const Claim& claim) {
  Json args = Json::object();
  for (const auto& [gap, argument] : claim.args) args.add(gap, json_of(argument));
  return {{"claim", claim.id}, {"args", std::move(args)}};
}

Json json_of(const std::string& text) {
  return text;
}

template <class T>
Json json_of(const std::optional<T>& value) {
  if (!value) return nullptr;
  if constexpr (std::is_arithmetic_v<T>) {
    return *value;
  } else {
    return json_of(*value);
  }
}

template <class T>
Json json_of(const std::vector<T>& items) {
  Json list = Json::array();
  for (const T& item : items) list.push_back(json_of(item));
  return list;
}

Json json_of(const Wave& wave) {
  return {{"id", wave.id.str()}, {"date", wave.date}, {"label", json_of(wave.label)}};
}

Json json_of(const Instrument& instrument) {
  return detail::object_of(detail::members_in_order(instrument.json()));
}

Json json_of(const ReleasedResponse& response) {
  Json json = {{"wave", response.wave.str()},
               {"instrument", response.instrument.str()},
               {"is_total", response.is_total},
               {"group", response.group},
               {"shown", response.shown}};
  if (response.shown) {
    json.add("asked_band", response.asked_band);
    json.add("respondents_band", response.respondents_band);
    json.add("share", json_of(response.share));
  }
  return json;
}

Json json_of(const ReleasedScore& score) {
  Json json = {{"wave", score.wave.str()},
               {"instrument", score.instrument.str()},
               {"kind", score.is_element ? "element" : "question"},
               {"id", score.id},
               {"group", score.group},
               {"shown", score.shown}};
  if (score.shown) {
    json.add("n_band", score.n_band);
    json.add("top", json_of(score.top));
    json.add("dont_know", json_of(score.dont_know));
    json.add("distribution", json_of(score.distribution));
  }
  return json;
}

Json json_of(const ReleasedDifference& row) {
  return {{"wave", row.wave.str()},
          {"instrument", row.what.instrument.str()},
          {"kind", to_string(row.what.breadth)},
          {"id", row.what.id},
          {"higher", row.higher},
          {"lower", row.lower}};
}

Json json_of(const ReleasedChange& row) {
  return {{"from_wave", row.from.str()},
          {"wave", row.to.str()},
          {"instrument", row.what.instrument.str()},
          {"kind", to_string(row.what.breadth)},
          {"id", row.what.id},
          {"up", row.up},
          {"paired", row.paired}};
}

Json json_of(const ReleasedOrder& row) {
  return {{"wave", row.wave.str()},
          {"instrument", row.what.instrument.str()},
          {"kind", to_string(row.what.breadth)},
          {"id", row.what.id},
          {"high", row.high},
          {"extreme", row.extreme}};
}

Json json_of(const ReleasedReliability& row) {
  Json json = {{"wave", row.wave.str()},
               {"instrument", row.instrument.str()},
               {"element", row.element},
               {"items", row.items},
               {"shown", row.shown}};
  if (row.shown) {
    json.add("n_band", row.n_band);
    json.add("alpha", row.alpha);
    json.add("low", row.low);
    json.add("high", row.high);
    json.add("together", row.together);
  }
  return json;
}

Json json_of(const ReleasedStage& stage) {
  Json json = {{"wave", stage.wave.str()},
               {"dimension", stage.dimension.str()},
               {"shown", stage.shown},
               {"inferred_order", stage.inferred_order}};
  if (stage.shown) {
    json.add("n_band", stage.n_band);
    json.add("distribution", json_of(stage.distribution));
    json.add("dont_know", json_of(stage.dont_know));
  }
  return json;
}

Json json_of(const ReleasedStrengthening& row) {
  Json json = {{"wave", row.wave.str()}, {"dimension", row.dimension.str()},
               {"shown", row.shown},     {"inferred_order", row.inferred_order},
               {"wished", row.wished},   {"wished_title", json_of(row.wished_title)}};
  if (row.shown) {
    json.add("status", row.status);
    json.add("claims", json_of(row.claims));
    json.add("to_stage", json_of(row.to_stage));
    json.add("to_title", json_of(row.to_title));
    json.add("to_description", json_of(row.to_description));
  }
  return json;
}

Json json_of(const ReleasedBlock& block) {
  Json json = {{"from_group", block.from}, {"to_group", block.to}, {"shown", block.shown}};
  if (block.shown) json.add("density", json_of(block.density));
  return json;
}

void add_numbers(const ReleasedNetwork& network, Json& json) {
  json.add("parties_band", network.parties_band);
  json.add("ties_band", network.ties_band);
  json.add("density", json_of(network.density));
  json.add("bounds", json_of(network.bounds));
  json.add("parts", network.parts);
  json.add("complete", network.complete);
  json.add("response", std::string(to_string(network.response)));
  json.add("asked_band", network.asked_band);
  json.add("reported_band", network.reported_band);
  json.add("response_share", json_of(network.response_share));
}

Json json_of(const ReleasedNetwork& network) {
  Json json = {{"wave", network.wave.str()},
               {"relation", network.relation},
               {"title", json_of(network.title)},
               {"directed", network.directed},
               {"shown", network.shown}};
  if (network.shown) add_numbers(network, json);
  json.add("groups", json_of(network.groups));
  json.add("blocks", json_of(network.blocks));
  return json;
}

Json json_of(const ReleasedGoal& goal) {
  return {{"kind", goal.kind},
          {"title", goal.title},
          {"indicator", goal.indicator},
          {"owner", json_of(goal.owner)},
          {"status", std::string(to_string(goal.status))},
          {"secured", json_of(goal.secured)},
          {"start", json_of(goal.start)},
          {"latest", json_of(goal.latest)},
          {"target", json_of(goal.target)}};
}

Json json_of(const ReleasedGoals& goals) {
  return {{"wave", goals.wave.str()},
          {"element", goals.element.str()},
          {"total", goals.total},
          {"reached", goals.reached},
          {"on_the_way", goals.on_the_way},
          {"not_yet", goals.not_yet},
          {"away", goals.away},
          {"unknown", goals.unknown},
          {"secured", goals.secured},
          {"without_owner", goals.without_owner},
          {"without_indicator", goals.without_indicator},
          {"without_target", goals.without_target},
          {"goals", json_of(goals.goals)}};
}

Json json_of(const ReleasedFinding& finding) {
  return {{"check", finding.check},
          {"wave", finding.wave.str()},
          {"relation", finding.relation},
          {"questions", json_of(finding.questions)},
          {"title", json_of(in_every_language({finding.title}))},
          {"status", std::string(to_string(finding.status))},
          {"claims", json_of(finding.claims)},
          {"rule", json_of(in_every_language({finding.rule}))},
          {"needed", json_of(in_every_language(finding.needed))}};
}

Json json_of(const Advice& advice) {
  return {{"id", advice.id},
          {"text", json_of(advice.text)},
          {"source_document", advice.source_document},
          {"source_section", advice.source_section}};
}

Json json_of(const ReleasedAgendaItem& item) {
  return {{"question", item.question.str()},
          {"element", item.element.str()},
          {"reason", std::string(to_string(item.reason))},
          {"total", json_of(item.total)},
          {"lowest_group", json_of(item.lowest_group)},
          {"highest_group", json_of(item.highest_group)},
          {"advice", json_of(item.advice)},
          {"opening", json_of(item.opening)}};
}

void add_words(const Release& release, Json& json) {
  json.add("by", release.by);
  json.add("blocks_by", release.blocks_by);
  Json titles = Json::object();
  for (const auto& [id, title] : release.group_titles) titles.add(id, json_of(title));
  json.add("group_titles", titles);
  json.add("instruments", json_of(release.instruments));
  json.add("waves", json_of(release.waves));
}

}  // namespace

std::string release_document(const Release& release) {
  Json json = {{"schema", kReleaseSchema},           {"houvast", kVersion},
               {"study_id", release.study_id},       {"title", json_of(release.title)},
               {"fictional", release.fictional},     {"source", release.source},
               {"asked_known", release.asked_known}, {"policy", release.policy},
               {"threshold", release.threshold},     {"ledger", release.in_ledger ? "kept" : "none"}};
  add_words(release, json);
  json.add("responses", json_of(release.responses));
  json.add("totals", json_of(release.totals));
  json.add("groups", json_of(release.groups));
  json.add("supported", {{"differences", json_of(release.supported.differences)},
                         {"changes", json_of(release.supported.changes)},
                         {"orders", json_of(release.supported.orders)}});
  json.add("reliability", json_of(release.reliability));
  json.add("stages", json_of(release.stages));
  json.add("complexity", release.complexity);
  json.add("strengthening", json_of(release.strengthening));
  json.add("networks", json_of(release.networks));
  json.add("goals", json_of(release.goals));
  json.add("findings", json_of(release.findings));
  json.add("agenda", json_of(release.agenda));
  json.add("claims", Json::array());
  return std::move(json).str();
}

}  // namespace houvast::inline v0_1
