#include "coverage/wording.hpp"

#include <cmath>

namespace houvast::detail {

LocalizedText listed(const std::string& kind, const std::vector<std::string>& ids) {
  LocalizedText text;
  for (std::size_t i = 0; i < ids.size(); ++i) {
    const bool last = i > 0 && i + 1 == ids.size();
    text.nl += (i == 0 ? "" : last ? " en " : ", ") + token(kind, ids[i]);
    text.en += (i == 0 ? "" : last ? " and " : ", ") + token(kind, ids[i]);
  }
  return text;
}

std::string token(std::string_view kind, std::string_view id) {
  std::string text = "{" + std::string(kind) + ":";
  for (const char c : id) text += c == '{' ? '(' : c == '}' ? ')' : c;
  return text + "}";
}

LocalizedText joined(const LocalizedText& a, const LocalizedText& b) {
  return {a.nl + (a.nl.empty() || b.nl.empty() ? "" : " ") + b.nl,
          a.en + (a.en.empty() || b.en.empty() ? "" : " ") + b.en};
}

LocalizedText about(const std::string& kind, const std::vector<std::string>& ids, const Verb& verb) {
  if (ids.empty()) return {};
  const LocalizedText names = listed(kind, ids);
  const bool one = ids.size() == 1;
  return {names.nl + " " + (one ? verb.nl_one : verb.nl_many) + ".",
          names.en + " " + (one ? verb.en_one : verb.en_many) + "."};
}

std::string plural(std::size_t n, const char* one, const char* many) {
  return std::to_string(n) + " " + (n == 1 ? one : many);
}

std::string percent(double share) {
  return std::to_string(std::llround(share * 100));
}

std::vector<std::string> ids_with_role(const Finding& finding, const std::string& role) {
  std::vector<std::string> ids;
  for (const Evidence& fact : finding.evidence) {
    if (fact.role == role) ids.push_back(fact.id);
  }
  return ids;
}

LocalizedText record_who_is_asked() {
  return {
      "Houd bij wie gevraagd is: met een lijst bij het omzetten (houvast convert --roster), of met het aantal in "
      "kolom asked van de partijen; haal dan asked_known weg uit study.json.",
      "Record who is asked: with a list when converting (houvast convert --roster), or with the number in column "
      "asked of the parties; then take asked_known out of study.json."};
}

Finding ties_not_measured(Finding finding) {
  return not_known(
      std::move(finding),
      {"Wie met wie werkt, is in deze ronde niet gevraagd.", "Who works with whom was not asked in this wave."},
      {"Vraag elke partij met wie zij werkt (tabel ties).", "Ask every party whom it works with (table ties)."});
}

Finding not_known(Finding finding, LocalizedText sentence, LocalizedText needed) {
  finding.status = Status::kUnknown;
  finding.sentence = std::move(sentence);
  finding.needed = std::move(needed);
  return finding;
}

Finding does_not_apply(Finding finding, LocalizedText sentence) {
  finding.status = Status::kNotApplicable;
  finding.sentence = std::move(sentence);
  finding.needed = {};
  return finding;
}

}  // namespace houvast::detail
