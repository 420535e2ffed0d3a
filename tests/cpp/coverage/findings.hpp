#pragma once

#include <algorithm>
#include <initializer_list>
#include <map>
#include <stdexcept>
#include <string>
#include <vector>

#include "houvast/coverage/coverage.hpp"
#include "houvast/study/names.hpp"
#include "houvast/text/say.hpp"
#include "small_study.hpp"

namespace houvast::testing {

/// One finding of a study's coverage.
inline Finding finding_of(const Study& study, const std::string& check, const CoverageOptions& options = {}) {
  for (const Finding& finding : coverage(study, options)) {
    if (finding.check == check) return finding;
  }
  throw std::runtime_error("no check " + check);
}

/// What plays a role in a finding: "id", or "id|of" when it is about two things, in the finding's order.
inline std::vector<std::string> facts(const Finding& finding, const std::string& role) {
  std::vector<std::string> result;
  for (const Evidence& fact : finding.evidence) {
    if (fact.role == role) result.push_back(fact.of.empty() ? fact.id : fact.id + "|" + fact.of);
  }
  return result;
}

/// The claims of a finding by their ids, in order.
inline std::vector<std::string> claims(const Finding& finding) {
  std::vector<std::string> ids;
  for (const Claim& claim : finding.claims) ids.push_back(claim.id);
  return ids;
}

/// The finding in words, with ids for names.
inline std::string said(const Finding& finding, const Language& language = Language::kNl) {
  return say(finding.claims, Listener{.language = language});
}

/// What would settle it, in words.
inline std::string needed(const Finding& finding, const Language& language = Language::kNl) {
  return say(finding.needed, Listener{.language = language});
}

/// The number of a fact.
inline double number(const Finding& finding, const std::string& role, const std::string& id,
                     const std::string& of = "") {
  for (const Evidence& fact : finding.evidence) {
    if (fact.role == role && fact.id == id && fact.of == of && fact.value) return *fact.value;
  }
  throw std::runtime_error("no number " + role + " of " + id);
}

/// Rows by key, so that a pair of studies can differ in one row.
struct Rows {
  std::map<std::string, std::string> parties{};
  std::map<std::string, std::string> answers{};
  std::map<std::string, std::string> ties{};
  std::string profile{};  ///< members to add to the default profile, each ending in a comma

  void party(const std::string& id, const std::string& fields) { parties[id] = testing::party(id, fields); }
  /// `a` tells that it has a tie with `b`; `conditions` are further members.
  void tie(const std::string& a, const std::string& b, const std::string& conditions = "") {
    std::string row = testing::tie(a, a, b);
    if (!conditions.empty()) row.insert(row.size() - 1, ", " + conditions);
    ties[a + ">" + b] = row;
  }
  /// `a` tells that it has no ties.
  void no_ties(const std::string& a) { ties[a + ">"] = testing::tie(a, a, "", "0"); }
  /// So many people of a party answer a question.
  void answers_of(const std::string& id, int people) {
    for (int i = 1; i <= people; ++i) {
      const std::string who = id + "-" + std::to_string(i);
      answers[who] = answer("w2", who, id, "E1.1", "4");
    }
  }

  [[nodiscard]] Study study() const {
    const auto text = [](const std::map<std::string, std::string>& rows) {
      std::string result;
      for (const auto& [key, row] : rows) result += (result.empty() ? "" : ",\n") + row;
      return result;
    };
    std::string json = small_json(text(parties), text(answers), text(ties));
    if (!profile.empty()) {
      std::string own = default_profile().json;
      if (profile.find(R"("ages")") != std::string::npos) {  // the last two members of the default are its own matrix
        const std::size_t begin = own.rfind(',', own.find(R"("ages")"));
        own.erase(begin, own.rfind('}') - begin);
      }
      own.insert(own.find('{') + 1, profile);
      json.insert(json.find('{') + 1, R"("profile": )" + own + ",");
    }
    return study_from_json(json, "small.json");
  }
  [[nodiscard]] Finding check(const std::string& which) const { return finding_of(study(), which); }
};

/// Party fields.
inline std::string fields(const std::string& organisation, const std::string& domain = "zorg",
                          const std::string& level = "uitvoering", const std::string& further = "") {
  return R"("organisation": ")" + organisation + R"(", "domain": ")" + domain + R"(", "level": ")" + level +
         R"(", "perspective": "professional")" + (further.empty() ? "" : ", " + further);
}

}  // namespace houvast::testing
