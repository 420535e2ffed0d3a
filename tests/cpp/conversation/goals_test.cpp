#include "houvast/conversation/goals.hpp"

#include <gtest/gtest.h>

#include "houvast/base/error.hpp"
#include "small_study.hpp"

namespace houvast {
namespace {

using namespace testing;

std::string goal(const std::string& id, const std::string& fields) {
  return R"({"id": ")" + id + R"(", "title": "Doel )" + id + "\", " + fields + "}";
}

// Waves: w1 of 2023-01-01, w2 of 2024-01-01.
Study study(const std::string& goals) {
  return small_study(list(party("school", R"("perspective": "professional")")), "", "", "", goals);
}

GoalProgress only(const std::string& fields) {
  return progress(study(goal("g", fields))).front();
}

TEST(Progress, ShareOfTheWayUpAndDown) {
  const GoalProgress up = only(R"("target": 60, "value:w1": 10, "value:w2": 35)");
  EXPECT_EQ(up.direction, "up");
  EXPECT_DOUBLE_EQ(*up.share, 0.5);
  EXPECT_EQ(up.status, GoalStatus::kOnTheWay);
  const GoalProgress down = only(R"("target": 10, "value:w1": 30, "value:w2": 15)");
  EXPECT_EQ(down.direction, "down");
  EXPECT_DOUBLE_EQ(*down.share, 0.75);
  EXPECT_EQ(down.status, GoalStatus::kOnTheWay);
}

TEST(Progress, TheShareIsNotCutOff) {
  EXPECT_DOUBLE_EQ(*only(R"("target": 20, "value:w1": 10, "value:w2": 40)").share, 3);
  EXPECT_EQ(only(R"("target": 20, "value:w1": 10, "value:w2": 40)").status, GoalStatus::kReached);
  EXPECT_DOUBLE_EQ(*only(R"("target": 20, "value:w1": 10, "value:w2": 5)").share, -0.5);
  EXPECT_EQ(only(R"("target": 20, "value:w1": 10, "value:w2": 5)").status, GoalStatus::kAway);
  EXPECT_EQ(only(R"("target": 20, "value:w1": 10, "value:w2": 10)").status, GoalStatus::kNotYet);
}

TEST(Progress, UnknownWithoutTargetOrValue) {
  EXPECT_EQ(only(R"("value:w1": 10, "value:w2": 10)").status, GoalStatus::kUnknown);
  EXPECT_EQ(only(R"("target": 10)").status, GoalStatus::kUnknown);
  EXPECT_FALSE(only(R"("target": 10)").share);
}

TEST(Progress, KeepingWhatIsThere) {
  const GoalProgress kept = only(R"("target": 10, "value:w1": 10, "value:w2": 10)");
  EXPECT_EQ(kept.direction, "keep");
  EXPECT_FALSE(kept.share);
  EXPECT_EQ(kept.status, GoalStatus::kReached);
  EXPECT_EQ(kept.secured, true);
  EXPECT_EQ(only(R"("target": 10, "value:w1": 10, "value:w2": 9)").status, GoalStatus::kAway);
}

TEST(Progress, SecuredIsReachedAndKeptInALaterWave) {
  EXPECT_FALSE(only(R"("target": 20, "value:w1": 10, "value:w2": 20)").secured) << "no later wave yet";
  StudyData data = study(goal("g", R"("target": 20, "value:w1": 10, "value:w2": 20)")).data();
  data.waves.push_back({WaveId("w3"), "2025-01-01", {"w3", "w3"}, data.waves.back().instruments});
  data.goals[0].values["w3"] = 25;
  EXPECT_EQ(progress(Study(data)).front().secured, true);
  data.goals[0].values["w3"] = 19;
  EXPECT_EQ(progress(Study(data)).front().secured, false);
  EXPECT_EQ(progress(Study(data)).front().status, GoalStatus::kOnTheWay);
  EXPECT_EQ(progress(Study(data), WaveId("w2")).front().status, GoalStatus::kReached) << "as it was then";
}

TEST(Progress, DaysAreComparedWithTheWave) {
  EXPECT_EQ(only(R"("due": "2023-12-31")").due_passed, true);
  EXPECT_EQ(only(R"("due": "2024-01-01")").due_passed, false);
  EXPECT_FALSE(only(R"("target": 1)").due_passed);
  EXPECT_EQ(progress(study(goal("g", R"("due": "2023-12-31")")), WaveId("w1")).front().due_passed, false);
}

TEST(Progress, TellsWhatIsLacking) {
  EXPECT_EQ(only(R"("kind": "goal")").lacks,
            (std::vector<std::string>{"element", "owner", "indicator", "target", "due"}));
  EXPECT_TRUE(
      only(R"("element": "E4", "owner": "school", "indicator": "x", "target": 1, "due": "2024-01-01")").lacks.empty());
}

TEST(Agreed, AddsAGoalUnderAFreeId) {
  const Study before = study(goal("A1", R"("kind": "agreement")"));
  const Study after = agreed(before, {.question = QuestionId("E2.3"),
                                      .what = "Elke maand één woord uitleggen",
                                      .owner = PartyId("school"),
                                      .indicator = "woorden",
                                      .target = 10,
                                      .due = "2024-06-30"});
  EXPECT_EQ(before.data().goals.size(), 1U);
  ASSERT_EQ(after.data().goals.size(), 2U);
  const Goal& made = after.data().goals[1];
  EXPECT_EQ(made.id, "A2");
  EXPECT_EQ(made.kind, "agreement");
  EXPECT_EQ(made.element.str(), "E2");
  EXPECT_EQ(made.owner.str(), "school");
  const Study again = study_from_json(study_to_json(after), "again.json");
  EXPECT_EQ(again.data().goals[1].title, made.title);
  EXPECT_EQ(again.data().goals[1].target, made.target);
}

TEST(Agreed, AQuestionOfAnInstrumentThatTheStudyDoesNotHoldHasNoElementHere) {
  EXPECT_TRUE(
      agreed(study(""), {QuestionId("S14"), "Motieven delen", PartyId("school")}).data().goals[0].element.empty());
}

TEST(Agreed, MistakesAreNamed) {
  const auto code_of = [](const Agreement& agreement) {
    try {
      static_cast<void>(agreed(study(""), agreement));
    } catch (const Error& error) {
      return error.code();
    }
    return std::string();
  };
  EXPECT_EQ(code_of({QuestionId("E9.9"), "x", PartyId("school")}), "HV-502");
  EXPECT_EQ(code_of({QuestionId("E2.3"), "x", PartyId("schol")}), "HV-508");
  EXPECT_EQ(code_of({QuestionId("E2.3"), " \n", PartyId("school")}), "HV-302");
  EXPECT_EQ(code_of({QuestionId("E2.3"), "x", PartyId("school"), "", {}, "2024-02-30"}), "HV-206");
}

}  // namespace
}  // namespace houvast
