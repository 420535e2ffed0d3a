#include "houvast/base/fields.hpp"

#include <gtest/gtest.h>

#include "houvast/base/id.hpp"

namespace houvast {
namespace {

enum class Colour { kRed, kBlue };
std::string_view to_string(Colour colour) {
  return colour == Colour::kRed ? "red" : "blue";
}

struct Row {
  PartyId id;
  int count = 0;
  std::optional<double> share{};
  Colour colour = Colour::kRed;
  Estimate mean{};
};

Estimate mean_of(double value) {
  Estimate mean;
  mean.value = value;
  mean.interval = Interval{value - 1, value + 1};
  return mean;
}

const Fields<Row>& row_fields() {
  static const Fields<Row> fields = [] {
    Fields<Row> made{{"id", {"column.party_id"}, &Row::id},
                     {"count", {"column.answers"}, &Row::count},
                     {"twice", {"column.answers"}, [](const Row& row) { return 2 * row.count; }},
                     {"share", {"column.response"}, &Row::share},
                     {"colour", {"column.name"}, &Row::colour}};
    append(made, interval_fields<Row>("mean", {{"column.mean"}}, &Row::mean));
    return made;
  }();
  return fields;
}

TEST(Fields, MakeOneColumnEachInTheirOrder) {
  const std::vector<Row> rows{{PartyId("a"), 3, 0.5, Colour::kBlue, mean_of(2)},
                              {PartyId("b"), 4, std::nullopt, Colour::kRed,
                               undefined_estimate({"method.mean"}, {"source.own"}, 0, {"reason.no_answers"})}};
  const Table table({"title.bands"}, columns_of(rows, row_fields()));
  std::vector<std::string> names;
  for (const Column& column : table.columns()) names.push_back(column.name);
  EXPECT_EQ(names,
            (std::vector<std::string>{"id", "count", "twice", "share", "colour", "mean", "mean_low", "mean_high"}));
  EXPECT_EQ(std::get<std::vector<std::string>>(table.column("id").data), (std::vector<std::string>{"a", "b"}));
  EXPECT_EQ(std::get<std::vector<std::int64_t>>(table.column("twice").data), (std::vector<std::int64_t>{6, 8}));
  EXPECT_EQ(std::get<std::vector<std::string>>(table.column("colour").data), (std::vector<std::string>{"blue", "red"}));
  EXPECT_TRUE(table.column("count").valid.empty());  // nothing is missing: no flags
  EXPECT_EQ(table.column("share").valid, (std::vector<bool>{true, false}));
  EXPECT_EQ(table.column("mean").valid, (std::vector<bool>{true, false}));
  EXPECT_EQ(std::get<std::vector<double>>(table.column("mean_low").data)[0], 1);
  EXPECT_FALSE(table.column("mean_high").is_valid(1));
}

TEST(Fields, HaveTheirTypesWithoutRows) {
  const std::vector<Column> columns = columns_of(std::vector<Row>{}, row_fields());
  EXPECT_TRUE(std::holds_alternative<std::vector<std::string>>(columns[0].data));
  EXPECT_TRUE(std::holds_alternative<std::vector<std::int64_t>>(columns[1].data));
  EXPECT_TRUE(std::holds_alternative<std::vector<double>>(columns[3].data));
  EXPECT_EQ(columns[5].describe(), "mean answer as given, or scale score, in the scale's values");
}

TEST(Fields, ListSeveralThingsInOneCell) {
  EXPECT_EQ(listed(std::vector<PartyId>{PartyId("a"), PartyId("b")}), "a;b");
  EXPECT_EQ(listed(std::vector<Row>{{.id = PartyId("c")}}, &Row::id), "c");
  EXPECT_EQ(listed(std::vector<std::string>{}), "");
}

}  // namespace
}  // namespace houvast
