// Metrics of a list of ties: a CSV with the columns from, to and relation.
#include <algorithm>
#include <fstream>
#include <houvast/graph/centrality.hpp>
#include <houvast/graph/cohesion.hpp>
#include <houvast/graph/components.hpp>
#include <houvast/io/column_table.hpp>
#include <iostream>
#include <iterator>

int main(int, char** arguments) {
  std::ifstream file(arguments[1], std::ios::binary);
  const std::string text(std::istreambuf_iterator<char>(file), {});
  const auto table = houvast::columns_from_csv(text, "ties", arguments[1], ',');
  if (!table) return 1;
  const auto column = [&](std::string_view name) -> const houvast::CodedColumn& {
    return *std::find_if(table->columns.begin(), table->columns.end(),
                         [name](const houvast::CodedColumn& each) { return each.name == name; });
  };

  houvast::ColumnCoder names("party");  // gives each name the next number
  std::vector<std::int64_t> sources, targets;
  for (std::int64_t row = 0; row < table->rows; ++row) {
    if (column("relation").at(row) != arguments[2]) continue;
    sources.push_back(names.word(column("from").at(row)));
    targets.push_back(names.word(column("to").at(row)));
  }
  const std::vector<std::string> parties = std::move(names).build().words;
  const houvast::Graph graph(static_cast<std::int64_t>(parties.size()), sources, targets, {},
                             {.duplicates = houvast::Duplicates::kKeepMax});

  std::cout << graph.nodes() << " parties, " << graph.ties() << " ties, density "
            << houvast::graph::density(graph).value << ", " << houvast::graph::components(graph).count()
            << " component\n";
  const std::vector<double> between = houvast::graph::betweenness(graph, {.normalized = true});
  const auto most = static_cast<std::size_t>(std::max_element(between.begin(), between.end()) - between.begin());
  std::cout << parties[most] << " lies between others most: " << between[most] << "\n";
}
