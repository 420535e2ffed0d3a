#include <algorithm>
#include <cmath>

#include "conversation/agenda_facts.hpp"
#include "houvast/study/names.hpp"
#include "scoring/study_view.hpp"
#include "text/number_text.hpp"

// Why a question is on the agenda, and how to open the conversation: exact numbers, for inside use.
namespace houvast::detail {
namespace {

using Text = std::string;

Text percent(double share) {
  return std::to_string(std::llround(share * 100)) + "%";
}

Text decimal(double value, Language language) {
  Text result = fixed_text(value, 2);
  if (language == Language::kNl) std::replace(result.begin(), result.end(), '.', ',');
  return result;
}

Text count(std::int64_t n) {
  return std::to_string(n);
}

// "‘eens’ of ‘helemaal eens’": the answers in the top box.
Text top_labels(const Scale& scale, Language language) {
  std::vector<Text> labels;
  for (const ScaleLabel& label : scale.labels()) {
    if (scale.is_top(label.value)) labels.push_back("‘" + label.text.get(language) + "’");
  }
  Text result;
  for (std::size_t i = 0; i < labels.size(); ++i) {
    const bool last = i > 0 && i + 1 == labels.size();
    result += (i == 0 ? "" : last ? (language == Language::kNl ? " of " : " or ") : ", ") + labels[i];
  }
  return result;
}

class Words {
 public:
  Words(const Study& study, const AgendaCandidate& candidate, const AgendaOptions& options, Language language)
      : study_(study), of_(candidate), options_(options), language_(language) {}

  [[nodiscard]] Text why(Reason reason) const {
    switch (reason) {
      case Reason::kLowest:
        return lowest();
      case Reason::kBetween:
        return between();
      case Reason::kUnknown:
        return unknown();
      case Reason::kNetwork:
        return network();
      case Reason::kChanged:
        return changed();
      case Reason::kDivided:
        return divided();
      case Reason::kOwn:
        return say("Jullie kozen deze vraag zelf.", "You chose this question yourselves.");
    }
    return {};
  }

 private:
  [[nodiscard]] Text say(Text nl, Text en) const { return language_ == Language::kNl ? std::move(nl) : std::move(en); }
  [[nodiscard]] Text group(const Text& id) const { return group_title(study_, options_.by, id, language_); }
  [[nodiscard]] Text labels() const { return top_labels(*scale_of(study_, *of_.total), language_); }

  [[nodiscard]] Text lowest() const {
    const Text top = count(of_.total->top), n = count(of_.total->scored), share = percent(*of_.total->top_share);
    return say("Van de " + n + " antwoorden waren er " + top + " " + labels() + " (" + share + ").",
               "Of the " + n + " answers " + top + " were " + labels() + " (" + share + ").");
  }

  [[nodiscard]] Text between() const {
    const GroupDifference& found = *of_.difference;
    const bool x_higher = found.delta > 0;
    const auto side = [&](bool x) {
      const Text n = count(x ? found.n_x : found.n_y), share = percent(x ? found.top_x : found.top_y);
      return "‘" + group(x ? found.group_x : found.group_y) + "’: " + share + say(" van " + n, " of " + n);
    };
    const Text delta = decimal(std::abs(found.delta), language_);
    const Text low = decimal(of_.scores[static_cast<std::size_t>(Reason::kBetween)], language_);
    return side(x_higher) + say(" antwoordt ", " answers ") + labels() + "; " + side(!x_higher) +
           say(". Verschil " + delta + " op een schaal van 0 tot 1, minstens " + low + ".",
               ". Difference " + delta + " on a scale from 0 to 1, at least " + low + ".");
  }

  [[nodiscard]] Text unknown() const {
    const Score& total = *of_.total;
    const std::int64_t unknown = total.state(AnswerState::kDontKnow);
    const Text n = count(unknown + total.state(AnswerState::kAnswered) + total.state(AnswerState::kRefused) +
                         total.state(AnswerState::kSkipped));
    const Text share = percent(*total.dont_know_share());
    return say(count(unknown) + " van de " + n + " mensen weten het niet (" + share + ").",
               count(unknown) + " of the " + n + " people do not know (" + share + ").");
  }

  [[nodiscard]] Text network() const {
    const Listener listener{.language = language_, .names = names_of(study_)};
    Text text;
    for (const Finding& finding : of_.findings) {
      text += (text.empty() ? "" : " ") + houvast::say(finding.claims, listener);
    }
    return text;
  }

  [[nodiscard]] Text changed() const {
    const WaveChange& change = *of_.change;
    const Text from = change.from.str(), n = count(change.n);
    if (!change.paired) {
      const Text delta = decimal(std::abs(change.delta), language_);
      const bool up = change.delta > 0;
      return say("Sinds " + from + " zijn de antwoorden " + (up ? "gunstiger" : "minder gunstig") + " (verschil " +
                     delta + " op een schaal van 0 tot 1, n = " + n + "; niet per se dezelfde mensen).",
                 "Since " + from + " the answers are " + (up ? "more" : "less") + " favourable (difference " + delta +
                     " on a scale from 0 to 1, n = " + n + "; not necessarily the same people).");
    }
    const Text better = percent(change.better.value_or(0)), worse = percent(change.worse.value_or(0));
    return say("Van de " + n + " mensen die ook in " + from + " antwoordden, is " + better + " gunstiger en " + worse +
                   " minder gunstig gaan antwoorden.",
               "Of the " + n + " people who also answered in " + from + ", " + better + " now answer more and " +
                   worse + " less favourably.");
  }

  [[nodiscard]] Text divided() const {
    const Text agreement = decimal(1 - of_.scores[static_cast<std::size_t>(Reason::kDivided)], language_);
    const Text n = count(of_.total->scored);
    return say(
        "De " + n + " antwoorden liggen ver uit elkaar (overeenstemming " + agreement +
            "; 1 is allemaal hetzelfde, 0 is de helft aan elk uiteinde).",
        "The " + n + " answers lie far apart (consensus " + agreement + "; 1 is all the same, 0 is half at each end).");
  }

  const Study& study_;
  const AgendaCandidate& of_;
  const AgendaOptions& options_;
  Language language_;
};

LocalizedText opening_for(const AgendaCandidate& candidate, Reason reason) {
  switch (reason) {
    case Reason::kLowest:
      return {
          "Wanneer lukte dit wél, al was het maar even? Wat hielp toen, en welke kleine stap kunnen we nu zelf "
          "zetten?",
          "When did this work, if only for a moment? What helped then, and what small step could we take ourselves "
          "now?"};
    case Reason::kBetween:
      return {"Vertel elkaar eerst een goede ervaring hiermee. Wat zie je vanaf jouw plek dat de ander niet kan zien?",
              "First tell each other a good experience with this. What do you see from your place that the other "
              "cannot see?"};
    case Reason::kUnknown:
      return {"Wie zou dit kunnen weten, en wat hebben we nodig om er samen zicht op te krijgen?",
              "Who could know this, and what do we need to get a view of it together?"};
    case Reason::kNetwork:
      return {
          "Met wie loopt het contact al goed, en hoe is dat ontstaan? Wie missen we nog, en wie kan een eerste stap "
          "zetten?",
          "With whom does the contact already go well, and how did that come about? Whom do we still miss, and who "
          "could take a first step?"};
    case Reason::kChanged:
      if (candidate.change->delta > 0) {
        return {"Hier is iets gegroeid. Wat hebben we gedaan dat hielp, en hoe houden we dat vast?",
                "Something has grown here. What did we do that helped, and how do we keep it?"};
      }
      return {"Wat werkte eerder goed, en wat is er sindsdien veranderd? Wat willen we daarvan terug?",
              "What worked well before, and what has changed since? What would we like to have back?"};
    case Reason::kDivided:
      return {
          "Laat ieder een voorbeeld vertellen waarop het eigen antwoord steunt. Wat zien anderen dat jij niet ziet?",
          "Let everyone tell an example that their answer rests on. What do others see that you do not?"};
    case Reason::kOwn:
      return {"Wat maakt deze vraag nu belangrijk voor ons? Begin met een voorbeeld van wat al goed gaat.",
              "What makes this question important to us now? Begin with an example of what already goes well."};
  }
  return {};
}

}  // namespace

AgendaItem agenda_item(const Study& study, const AgendaCandidate& candidate, Reason reason,
                       const AgendaOptions& options) {
  AgendaItem item;
  static_cast<AgendaCandidate&>(item) = candidate;
  item.reason = reason;
  item.score = reason == Reason::kOwn ? 0 : candidate.scores[static_cast<std::size_t>(reason)];
  item.why = {Words(study, candidate, options, Language::kNl).why(reason),
              Words(study, candidate, options, Language::kEn).why(reason)};
  item.opening = opening_for(candidate, reason);
  item.advice = advice_for(candidate.question, candidate.element);
  return item;
}

}  // namespace houvast::detail
