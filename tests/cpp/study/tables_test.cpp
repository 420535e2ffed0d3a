#include "houvast/study/tables.hpp"

#include <gtest/gtest.h>

#include <algorithm>
#include <set>

#include "houvast/text/say.hpp"
#include "study/record_fields.hpp"

namespace houvast {
namespace {

static_assert(std::string_view(detail::column_of(&Assessment::object_b)) == "object_b");
static_assert(std::string_view(detail::column_of(&TieReport::conditions)) == "P1");
static_assert(detail::kind_of<std::optional<double>>() == CellKind::kNumber);
static_assert(detail::kind_of<std::vector<PartyId>>() == CellKind::kList);
static_assert(detail::kind_of<std::string>() == CellKind::kText);

TEST(StudyTables, NameEachColumnOnceAndExplainIt) {
  for (const StudyTable& table : study_tables()) {
    std::set<std::string> names;
    for (const TableField& field : table.fields) {
      EXPECT_TRUE(names.insert(field.name).second) << table.name << " " << field.name;
      EXPECT_TRUE(has_message(field.meaning.id)) << field.meaning.id;
    }
  }
}

TEST(StudyTables, KnowFurtherColumnsByTheirPrefix) {
  const StudyTable& goals = *std::find_if(study_tables().begin(), study_tables().end(),
                                          [](const StudyTable& each) { return each.name == "goals"; });
  const TableField value = goals.field("value:2024");
  EXPECT_EQ(value.kind, CellKind::kNumber);
  EXPECT_EQ(say(value.meaning, Language::kEn), "value of the indicator in wave 2024");
  EXPECT_EQ(goals.field("owner").of, "parties");
  EXPECT_EQ(goals.field("x_colour").meaning.id, "column.own_column");
  EXPECT_EQ(study_tables().front().field("x_colour").kind, CellKind::kText);
}

}  // namespace
}  // namespace houvast
