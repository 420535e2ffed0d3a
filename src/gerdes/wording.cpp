#include "gerdes/wording.hpp"

namespace houvast::detail {
namespace {

LocalizedText quoted(const Outcome& outcome, int stage) {
  const LocalizedText& title = outcome.dimension.stage(stage).title;
  return {"‘" + title.nl + "’", "‘" + title.en + "’"};
}

LocalizedText for_whom(const Outcome& outcome) {
  if (!outcome.complexity) return {"hier", "here"};
  switch (*outcome.complexity) {
    case Complexity::kSimple:
      return {"bij eenvoudige vragen", "for simple questions"};
    case Complexity::kComposite:
      return {"bij samengestelde vragen", "for composite questions"};
    case Complexity::kComplex:
      return {"bij complexe vragen", "for complex questions"};
  }
  return {};
}

// "7 van de 24 beoordelaars kiezen": so many of those who name a stage.
LocalizedText so_many(const Outcome& outcome, std::int64_t count) {
  const std::int64_t n = outcome.tally.n();
  const bool one = count == 1;
  const std::string nl = std::to_string(count) + " van de " + std::to_string(n);
  const std::string en = std::to_string(count) + " of " + std::to_string(n);
  if (outcome.people) {
    return {nl + (n == 1 ? " beoordelaar" : " beoordelaars") + (one ? " kiest" : " kiezen"),
            en + (n == 1 ? " assessor" : " assessors") + (one ? " chooses" : " choose")};
  }
  return {nl + (n == 1 ? " oordeel" : " oordelen") + (one ? " noemt" : " noemen"),
          en + (n == 1 ? " judgement" : " judgements") + (one ? " names" : " name")};
}

std::string times(std::int64_t n) {
  return n == 1 ? "once" : std::to_string(n) + " times";
}

// "‘Coördinatie’ of een later stadium"
LocalizedText at_least(const Outcome& outcome) {
  const LocalizedText name = quoted(outcome, outcome.wished);
  if (outcome.wished == outcome.dimension.scale->max()) return name;
  return {name.nl + " of een later stadium", name.en + " or a later stage"};
}

LocalizedText share(const StageRule& rule) {
  return {std::to_string(rule.numerator) + " van de " + std::to_string(rule.denominator),
          std::to_string(rule.numerator) + " in " + std::to_string(rule.denominator)};
}

// The same outcome without any number of people: for who may not see them.
LocalizedText plain_text(const Outcome& outcome) {
  const LocalizedText asked = for_whom(outcome), wished = quoted(outcome, outcome.wished), wanted = share(outcome.rule);
  const LocalizedText lead{"Gewenst " + asked.nl + ": " + wished.nl + ". ",
                           "Wanted " + asked.en + ": " + wished.en + ". "};
  const LocalizedText who = outcome.people ? LocalizedText{" beoordelaars kiezen ", " assessors choose "}
                                           : LocalizedText{" oordelen noemen ", " judgements name "};
  const LocalizedText stage = at_least(outcome);
  switch (outcome.verdict) {
    case Verdict::kStrengthen: {
      const LocalizedText from = quoted(outcome, *outcome.reached), to = quoted(outcome, *outcome.reached + 1);
      return {lead.nl + "Minder dan " + wanted.nl + who.nl + stage.nl + ". Bespreek wat nodig is om van " + from.nl +
                  " naar " + to.nl + " te gaan.",
              lead.en + "Fewer than " + wanted.en + who.en + stage.en + ". Talk about what it takes to go from " +
                  from.en + " to " + to.en + "."};
    }
    case Verdict::kFits:
      return {lead.nl + "Minstens " + wanted.nl + who.nl + stage.nl + ". Dat past.",
              lead.en + "At least " + wanted.en + who.en + stage.en + ". That fits."};
    case Verdict::kLowerFits:
      return {lead.nl + "Minstens " + wanted.nl + who.nl + "een later stadium. Een eerder stadium kan " + asked.nl +
                  " genoeg zijn en kost minder tijd; bespreek of dat zo is.",
              lead.en + "At least " + wanted.en + who.en + "a later stage. An earlier stage may be enough " + asked.en +
                  " and takes less time; talk about whether it is."};
    case Verdict::kTooFew:
      return {"Nog niet te zeggen: te weinig mensen kozen een stadium. Vraag meer mensen.",
              "Not known yet: too few people chose a stage. Ask more people."};
    case Verdict::kDepends:
      return {
          "Nog niet te zeggen: ‘weet ik niet’ is zo vaak gekozen dat het de uitkomst kan omdraaien. Vraag daarop "
          "door.",
          "Not known yet: ‘don't know’ was chosen so often that it could turn the outcome round. Ask about that "
          "first."};
  }
  return {};
}

LocalizedText main_text(const Outcome& outcome) {
  const LocalizedText asked = for_whom(outcome), wished = quoted(outcome, outcome.wished), wanted = share(outcome.rule);
  const LocalizedText lead{"Gewenst " + asked.nl + ": " + wished.nl + ". ",
                           "Wanted " + asked.en + ": " + wished.en + ". "};
  const LocalizedText count = so_many(outcome, outcome.tally.at_least(outcome.wished)), stage = at_least(outcome);
  switch (outcome.verdict) {
    case Verdict::kStrengthen: {
      const LocalizedText from = quoted(outcome, *outcome.reached), to = quoted(outcome, *outcome.reached + 1);
      return {lead.nl + count.nl + " " + stage.nl + ": minder dan " + wanted.nl + ". Bespreek wat nodig is om van " +
                  from.nl + " naar " + to.nl + " te gaan.",
              lead.en + count.en + " " + stage.en + ": fewer than " + wanted.en +
                  ". Talk about what it takes to go from " + from.en + " to " + to.en + "."};
    }
    case Verdict::kFits:
      return {lead.nl + count.nl + " " + stage.nl + ": minstens " + wanted.nl + ". Dat past.",
              lead.en + count.en + " " + stage.en + ": at least " + wanted.en + ". That fits."};
    case Verdict::kLowerFits: {
      const LocalizedText beyond = so_many(outcome, outcome.tally.at_least(outcome.wished + 1));
      return {lead.nl + beyond.nl + " een later stadium. Een eerder stadium kan " + asked.nl +
                  " genoeg zijn en kost minder tijd; bespreek of dat zo is.",
              lead.en + beyond.en + " a later stage. An earlier stage may be enough " + asked.en +
                  " and takes less time; talk about whether it is."};
    }
    case Verdict::kTooFew:
      return {"Nog niet te zeggen: " + std::to_string(outcome.tally.n()) +
                  " keer is een stadium gekozen, en dat moet minstens " + std::to_string(outcome.rule.minimum) +
                  " keer zijn. Vraag meer mensen.",
              "Not known yet: a stage was chosen " + times(outcome.tally.n()) + ", and it takes at least " +
                  std::to_string(outcome.rule.minimum) + ". Ask more people."};
    case Verdict::kDepends:
      return {"Nog niet te zeggen: " + std::to_string(outcome.tally.dont_know()) +
                  " keer is ‘weet ik niet’ gekozen, en dat kan de uitkomst omdraaien. Vraag daarop door.",
              "Not known yet: ‘don't know’ was chosen " + times(outcome.tally.dont_know()) +
                  ", which could turn the outcome round. Ask about that first."};
  }
  return {};
}

}  // namespace

std::string_view status_text(Verdict verdict) noexcept {
  switch (verdict) {
    case Verdict::kStrengthen:
      return "strengthen";
    case Verdict::kFits:
      return "fits";
    case Verdict::kLowerFits:
      return "lower_fits";
    case Verdict::kTooFew:
    case Verdict::kDepends:
      return "unknown";
  }
  return "";
}

std::string fraction_text(const StageRule& rule) {
  return std::to_string(rule.numerator) + "/" + std::to_string(rule.denominator);
}

LocalizedText reason_text(const Outcome& outcome) {
  LocalizedText text = outcome.counts ? main_text(outcome) : plain_text(outcome);
  const bool said = outcome.verdict != Verdict::kTooFew && outcome.verdict != Verdict::kDepends;
  if (said && outcome.dimension.inferred()) {
    text.nl += " De volgorde van deze stadia is afgeleid: de bron noemt die niet.";
    text.en += " The order of these stages is inferred: the source does not state it.";
  }
  return text;
}

}  // namespace houvast::detail
