#include <algorithm>
#include <cmath>

#include "coverage/context.hpp"
#include "houvast/coverage/voice.hpp"

// Checks on who is heard: C11 equal voice, C17 response. Numbers stay in the evidence; the sentences carry none, so
// that no small group can be counted from them.
namespace houvast::detail {
namespace {

constexpr std::int64_t kFewest = 5;  // parties or people asked below which a perspective's voice is not judged

Finding perspectives_not_known(Finding finding) {
  return not_known(std::move(finding),
                   {"Van geen partij is het perspectief bekend.", "No party's perspective is known."},
                   {"Vul bij elke partij het perspectief in (kolom perspective).",
                    "Fill in every party's perspective (column perspective)."});
}

double share(std::int64_t part, std::int64_t whole) {
  return whole > 0 ? static_cast<double>(part) / static_cast<double>(whole) : std::nan("");
}

// Takes the parties without a perspective out; returns whether there were any.
bool without_unknown(std::vector<Voice>& voices) {
  return std::erase_if(voices, [](const Voice& voice) { return voice.perspective.empty(); }) > 0;
}

// The parties that were asked and stayed silent.
void add_silent(const CoverageContext& context, Finding& finding) {
  for (std::size_t p = 0; p < context.parties().size(); ++p) {
    if (!context.is_silent(p)) continue;
    finding.evidence.push_back({"party", context.parties()[p].id.str(), "silent", std::nullopt, ""});
  }
}

}  // namespace

Finding check_voice(const CoverageContext& context) {
  Finding finding;
  finding.check = "C11";
  finding.questions = {"E6.3"};
  finding.title = {"Elk perspectief heeft een gelijkwaardige stem", "Every perspective has an equal voice"};
  const double limit = context.thresholds().parity;
  finding.rule = {
      "Gelijkheid = aandeel in antwoorden, contacten of tussenposities (betweenness), gedeeld door het aandeel in de "
      "gevraagde mensen of in de partijen. Een stem is klein onder " +
          percent(limit) +
          "% van het eigen aandeel, als ook het hele 95%-interval onder gelijk (1) ligt, bij minstens vijf gevraagde "
          "mensen "
          "of partijen.",
      "Parity = share of answers, ties or in-between positions (betweenness), divided by the share of the people asked "
      "or "
      "of the parties. A voice is small below " +
          percent(limit) +
          "% of its own share, when the whole 95% interval lies below equal (1) too, with at least five people asked "
          "or "
          "parties."};
  std::vector<Voice> voices = voices_of(context);
  const bool some_unknown = without_unknown(voices);
  if (voices.empty()) return perspectives_not_known(std::move(finding));
  if (voices.size() == 1 && !some_unknown) {
    return does_not_apply(std::move(finding),
                          {"Er doet maar één perspectief mee.", "Only one perspective takes part."});
  }
  std::int64_t answered = 0;
  std::vector<std::string> small;
  const auto add = [&](const Voice& voice, const std::string& name, std::optional<double> value) {
    if (value) finding.evidence.push_back({"perspective", voice.perspective, name, value, ""});
  };
  const auto judge = [&](const Voice& voice, const std::string& measure, const Parity& parity, std::int64_t n) {
    add(voice, "parity_" + measure, parity.index);
    add(voice, "parity_" + measure + "_low", parity.low);
    add(voice, "parity_" + measure + "_high", parity.high);
    if (n < kFewest || !parity.index || !(*parity.index < limit) || !parity.high || !(*parity.high < 1)) return;
    finding.evidence.push_back({"perspective", voice.perspective, "small_voice", parity.index, measure});
    if (std::find(small.begin(), small.end(), voice.perspective) == small.end()) small.push_back(voice.perspective);
  };
  for (const Voice& voice : voices) {
    answered += voice.answered;
    add(voice, "share_of_members", voice.share_of_parties);
    add(voice, "share_of_asked", voice.share_of_asked);
    add(voice, "share_of_answers", voice.share_of_answers);
    judge(voice, "answers", voice.answers, voice.asked);
  }
  for (const Voice& voice : voices) {
    add(voice, "share_of_ties", voice.share_of_ties);
    add(voice, "share_of_betweenness", voice.share_of_betweenness);
    judge(voice, "ties", voice.ties, voice.parties);
    judge(voice, "betweenness", voice.betweenness, voice.parties);
  }
  const bool asked_known = context.study.data().asked_known;
  const bool rest = answered > 0 && context.network && !some_unknown;
  const bool whole = rest && asked_known;
  finding.status = !small.empty() ? Status::kAttention : whole ? Status::kOk : Status::kUnknown;
  finding.sentence = about(
      "perspective", small,
      {"klinkt minder door dan past bij het aandeel van dit perspectief",
       "klinken minder door dan past bij het aandeel van deze perspectieven",
       "is heard less than fits this perspective's share", "are heard less than fits these perspectives' shares"});
  if (!whole) {
    finding.sentence = joined(finding.sentence, {"Niet van elke stem is bekend hoe zij doorklinkt.",
                                                 "It is not known of every voice how it is heard."});
    if (!rest) {
      finding.needed = {
          "Vul bij elke partij het perspectief in, laat elk perspectief antwoorden en vraag naar contacten.",
          "Fill in every party's perspective, have every perspective answer, and ask about ties."};
    }
    if (!asked_known) finding.needed = joined(finding.needed, record_who_is_asked());
  } else if (small.empty()) {
    finding.sentence = {"Elk perspectief klinkt ongeveer zo sterk door als past bij zijn aandeel.",
                        "Every perspective is heard about as much as fits its share."};
  }
  return finding;
}

Finding check_response(const CoverageContext& context) {
  Finding finding;
  finding.check = "C17";
  finding.questions = {"E4.3"};
  finding.title = {"Wie gevraagd is, heeft geantwoord", "Those who were asked have answered"};
  const double limit = context.thresholds().response;
  finding.rule = {"Van elk gevraagd perspectief antwoordde minstens " + percent(limit) +
                      "%. Wat niemand hoorde (1 min de respons) is hoeveel een aandeel over alle gevraagden hoogstens "
                      "kan afwijken.",
                  "Of every perspective that was asked, at least " + percent(limit) +
                      "% answered. What nobody heard (1 minus the response) is how far a share over all those asked "
                      "can be off at most."};
  const auto& waves = context.study.waves();
  if (waves[static_cast<std::size_t>(context.wave_index)].instruments.empty() && !context.has_answers) {
    return does_not_apply(std::move(finding), {"In deze ronde zijn geen vragenlijsten gebruikt.",
                                               "No questionnaires were used in this wave."});
  }
  std::vector<Voice> groups = heard_of(context);
  std::int64_t asked = 0, answered = 0;
  for (const Voice& group : groups) {
    asked += group.asked;
    answered += group.answered;
  }
  const bool some_unknown = without_unknown(groups);
  if (!context.has_answers) {
    return not_known(std::move(finding), {"In deze ronde zijn nog geen antwoorden.", "This wave has no answers yet."},
                     {"Laat de gevraagde mensen de vragen beantwoorden (tabel answers).",
                      "Have the people asked answer the questions (table answers)."});
  }
  if (!context.study.data().asked_known) {
    for (const Voice& group : groups) {
      finding.evidence.push_back(
          {"perspective", group.perspective, "answered", static_cast<double>(group.answered), ""});
    }
    add_silent(context, finding);
    return not_known(std::move(finding),
                     {"Hoeveel mensen gevraagd zijn, is niet bijgehouden; wie ontbreekt, is dus niet te zien.",
                      "How many people were asked was not recorded, so who is missing cannot be seen."},
                     record_who_is_asked());
  }
  if (groups.empty()) return perspectives_not_known(std::move(finding));
  std::vector<std::string> nobody, few;
  for (const Voice& group : groups) {
    if (group.asked == 0) continue;
    const auto of = static_cast<double>(group.asked), heard = static_cast<double>(group.answered);
    const double response = heard / of;
    const double weight_asked = of / static_cast<double>(asked), weight = heard / static_cast<double>(answered);
    finding.evidence.push_back({"perspective", group.perspective, "asked", of, ""});
    finding.evidence.push_back({"perspective", group.perspective, "answered", heard, ""});
    finding.evidence.push_back({"perspective", group.perspective, "response", response, ""});
    finding.evidence.push_back({"perspective", group.perspective, "unheard", 1 - response, ""});
    finding.evidence.push_back({"perspective", group.perspective, "weight_difference", weight - weight_asked, ""});
    if (response >= limit && group.answered > 0) continue;
    (group.answered == 0 ? nobody : few).push_back(group.perspective);
    finding.evidence.push_back(
        {"perspective", group.perspective, group.answered == 0 ? "nobody_answered" : "few_answered", response, ""});
  }
  add_silent(context, finding);
  finding.evidence.push_back({"count", "response", "response", share(answered, asked), ""});
  finding.evidence.push_back({"count", "unheard", "unheard", 1 - share(answered, asked), ""});
  finding.status = !nobody.empty() ? Status::kMissing
                   : !few.empty()  ? Status::kAttention
                   : some_unknown  ? Status::kUnknown
                                   : Status::kOk;
  for (const std::string& id : nobody) {
    finding.sentence = joined(finding.sentence, {"Van perspectief " + token("perspective", id) + " antwoordde niemand.",
                                                 "Nobody of perspective " + token("perspective", id) + " answered."});
  }
  for (const std::string& id : few) {
    finding.sentence =
        joined(finding.sentence, {"Van perspectief " + token("perspective", id) + " antwoordde minder dan " +
                                      percent(limit) + "%: cijfers over iedereen zeggen minder over dit perspectief.",
                                  "Of perspective " + token("perspective", id) + " less than " + percent(limit) +
                                      "% answered: numbers about everybody say less about this perspective."});
  }
  if (some_unknown) {
    finding.sentence = joined(finding.sentence, {"Van een deel van de partijen is het perspectief niet bekend.",
                                                 "Of some parties the perspective is not known."});
    finding.needed = {"Vul bij elke partij het perspectief in (kolom perspective).",
                      "Fill in every party's perspective (column perspective)."};
  }
  if (finding.sentence.nl.empty()) {
    finding.sentence = {"Elk perspectief dat is gevraagd, heeft voldoende geantwoord.",
                        "Every perspective that was asked answered well enough."};
  }
  return finding;
}

}  // namespace houvast::detail
