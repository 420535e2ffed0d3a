#pragma once

#include <string>
#include <utility>

#include "houvast/io/study_io.hpp"

/// Small studies for tests, written as the one-file form.
namespace houvast::testing {

/// A study of two waves with the given arrays of records (JSON texts without the brackets).
inline std::string small_json(const std::string& parties, const std::string& answers, const std::string& ties = "",
                              const std::string& assessments = "", const std::string& goals = "") {
  return R"({"schema": "houvast-study/1", "id": "small", "title": {"nl": "Klein", "en": "Small"},
    "instruments": ["six-elements", "gerdes-2020"],
    "waves": [{"id": "w1", "date": "2023-01-01"}, {"id": "w2", "date": "2024-01-01"}],
    "relations": [{"id": "contact", "title": {"nl": "Contact", "en": "Contact"}, "directed": false, "max_strength": 3},
                  {"id": "referral", "title": {"nl": "Verwijzing", "en": "Referral"}, "directed": true}],
    "parties": [)" +
         parties + R"(], "answers": [)" + answers + R"(], "ties": [)" + ties + R"(], "assessments": [)" + assessments +
         R"(], "goals": [)" + goals + "]}";
}

inline Study small_study(const std::string& parties, const std::string& answers, const std::string& ties = "",
                         const std::string& assessments = "", const std::string& goals = "") {
  return study_from_json(small_json(parties, answers, ties, assessments, goals), "small.json");
}

/// The same study, of which nobody wrote down who was asked.
inline Study unasked(const Study& study) {
  StudyData data = study.data();
  data.asked_known = false;
  return Study(std::move(data));
}

/// {"id": "a", "perspective": "ouder", "asked": 3}
inline std::string party(const std::string& id, const std::string& fields = "") {
  return R"({"id": ")" + id + "\"" + (fields.empty() ? "" : ", " + fields) + "}";
}

inline std::string answer(const std::string& wave, const std::string& respondent, const std::string& party_id,
                          const std::string& question, const std::string& value) {
  return R"({"wave": ")" + wave + R"(", "respondent": ")" + respondent + R"(", "party": ")" + party_id +
         R"(", "question": ")" + question + R"(", "answer": ")" + value + "\"}";
}

inline std::string tie(const std::string& reporter, const std::string& from, const std::string& to,
                       const std::string& strength = "1", const std::string& relation = "contact",
                       const std::string& wave = "w2") {
  return R"({"wave": ")" + wave + R"(", "reporter": ")" + reporter + R"(", "from": ")" + from + R"(", "to": ")" + to +
         R"(", "relation": ")" + relation + R"(", "strength": )" + strength + "}";
}

template <class... Parts>
std::string list(const std::string& first, const Parts&... rest) {
  std::string text = first;
  ((text += ",\n" + std::string(rest)), ...);
  return text;
}

}  // namespace houvast::testing
