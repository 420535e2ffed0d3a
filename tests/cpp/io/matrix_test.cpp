#include <gtest/gtest.h>

#include "houvast/io/study_builder.hpp"
#include "houvast/io/study_io.hpp"

// The prevention matrix: a text per cell of support level and age.
namespace houvast {
namespace {

StudyBuilder with_a_party() {
  StudyBuilder builder("s", {"s", "s"});
  builder.wave({.id = WaveId("1")}).party({.id = PartyId("p")});
  return builder;
}

TEST(Matrix, CellsGoAsTheProfileHasThemAndTitlesAreIds) {
  StudyBuilder builder = with_a_party();
  builder.cell({.support_level = "zwaar", .age = "0-4", .text = "a"});
  builder.cell({.support_level = "Lichte hulp", .age = "12-18", .text = "b\nc"});
  const Study study = builder.build();
  ASSERT_EQ(study.data().matrix.size(), 2u);
  EXPECT_EQ(study.data().matrix[0].support_level, "licht");
  EXPECT_EQ(study.data().matrix[0].text, "b\nc");
  EXPECT_EQ(study.data().matrix[1].support_level, "zwaar");
  EXPECT_EQ(study_to_json(study_from_json(study_to_json(study), "s.json")), study_to_json(study));
}

TEST(Matrix, ACellThatIsNotInTheProfileOrStandsThereTwice) {
  StudyBuilder builder = with_a_party();
  builder.cell({.support_level = "licht", .age = "0-4", .text = "a"});
  builder.cell({.support_level = "licht", .age = "0-4", .text = "b"});
  builder.cell({.support_level = "licht", .age = "0-5", .text = "c"});
  try {
    (void)builder.build();
    FAIL();
  } catch (const ValidationError& error) {
    ASSERT_EQ(error.issues().size(), 2u);
    EXPECT_EQ(error.issues()[0].code, "HV-201");
    EXPECT_EQ(error.issues()[1].code, "HV-207");
    EXPECT_EQ(error.issues()[1].where.pointer, "/matrix/2/age");
  }
}

}  // namespace
}  // namespace houvast
