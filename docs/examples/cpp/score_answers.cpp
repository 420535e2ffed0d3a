// Scores a CSV of answers: columns party, respondent and one per question.
#include <algorithm>
#include <fstream>
#include <houvast/houvast.hpp>
#include <iostream>
#include <iterator>

int main(int, char** arguments) {
  std::ifstream file(arguments[1], std::ios::binary);
  const std::string text(std::istreambuf_iterator<char>(file), {});
  const auto answers = houvast::columns_from_csv(text, "answers", arguments[1], ',');
  if (!answers) return 1;
  houvast::ColumnCoder ids("id"), asked("asked");  // the parties are those that the answers name
  const auto party = std::find_if(answers->columns.begin(), answers->columns.end(),
                                  [](const houvast::CodedColumn& each) { return each.name == "party"; });
  for (std::int32_t code = 0; const std::string& word : party->words) {
    ids.push(word);
    const auto answered = std::count(party->codes.begin(), party->codes.end(), code++);
    asked.push_number(static_cast<double>(answered));  // at least those that answered
  }
  const auto rows = static_cast<std::int64_t>(party->words.size());
  houvast::ColumnTable parties{"parties", arguments[1], {std::move(ids).build(), std::move(asked).build()}, rows};

  const houvast::Study study = houvast::study_from_columns(
      R"({"schema": "houvast-study/1", "id": "teams", "title": {"nl": "Teams", "en": "Teams"}, "asked_known": false,
          "instruments": ["six-elements"], "waves": [{"id": "2026"}]})",
      {parties, *answers});
  for (const houvast::Score& score : houvast::scores(study, {.by = "party"})) {
    if (score.is_element || score.scored == 0) continue;
    std::cout << score.id << " " << score.group << ": " << score.top << " of " << score.scored << " in the top box\n";
  }
}
