#pragma once

#include <map>
#include <set>
#include <string>
#include <unordered_map>
#include <unordered_set>
#include <utility>
#include <vector>

#include "houvast/study.hpp"

namespace houvast::inline v0_1::detail {

/// Whether a text is a day, as 2026-11-29.
[[nodiscard]] bool is_date(const std::string& text);

/// Finds everything in the data of a study that cannot be; each method is about one table.
class Validator {
 public:
  explicit Validator(const StudyData& data) : data_(data) {}

  std::vector<Issue> run();

 private:
  void add(std::string code, Claim subject, Found value, Claim expected, Where where, std::string column = "",
           std::string near = "");
  [[nodiscard]] Where in_study(std::string pointer) const;

  // A usable id: not empty, and free of the separators that tables use.
  void check_id(const std::string& id, Claim what, const Where& where, const char* column);

  void instruments();
  void waves();
  void relations();

  void must_be_wave(const WaveId& id, const Where& where, const std::string& column);
  void must_be_party(const PartyId& id, const Where& where, const char* column);
  // Looked up for as many unknown ids as an error tells: each goes past all parties.
  std::string nearest_party(const std::string& id);
  // A tie that leads out of its wave would be lost without a word.
  void must_take_part(const PartyId& id, const WaveId& wave, const Where& where, const char* column);

  void must_be_term(const Vocabulary& vocabulary, const std::string& id, const Where& where, const char* column);
  void must_be_form(const std::string& id, const Where& where);
  // need/age/support level, each a word of the profile or *.
  void must_be_offer(const std::string& offer, const Where& where);
  void must_be_consent(const Party& party);
  void parties();
  // Only columns of the study's own: what the format has is decided by the library.
  void split_by();

  void respondents();
  void answers();
  [[nodiscard]] Where answer_place(std::size_t index) const;

  void ties();
  void must_fit(const TieReport& tie, const Relation& relation);
  // Two parties without direction: (a, b) and (b, a) are the same.
  static std::pair<std::string, std::string> unordered(const PartyId& a, const PartyId& b);

  void assessments();
  // What is assessed: the whole, one party, or two.
  void must_have_object(const Assessment& assessment);
  void must_have_stage(const Assessment& assessment);
  void must_be_stage(const Assessment& assessment, const Scale& scale);
  void must_be_only(const Assessment& assessment);

  void goals();
  void matrix();

  const StudyData& data_;
  std::vector<Issue> issues_;
  std::vector<const Question*> questions_;
  std::vector<const Scale*> scales_;
  std::vector<bool> stage_question_;
  std::vector<std::set<std::string>> asked_of_;  // per question: the waves that asked it
  std::unordered_set<std::string> question_ids_;
  std::set<std::string> elements_;
  std::set<std::string> waves_;
  std::unordered_map<std::string, std::size_t> party_index_;
  std::vector<std::string> party_ids_;                // made when an unknown one is first met
  std::map<std::string, std::string> nearest_party_;  // of unknown ids
  std::unordered_map<std::string, const Relation*> relations_;
  std::set<std::string> reported_;  // ties, per wave, relation and reporter
  std::set<std::string> assessed_;  // objects, per wave, assessor and dimension
};

}  // namespace houvast::inline v0_1::detail
