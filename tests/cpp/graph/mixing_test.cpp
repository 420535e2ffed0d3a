#include <gtest/gtest.h>

#include <cmath>
#include <string>
#include <vector>

#include "graph/reference.hpp"
#include "graph/shapes.hpp"
#include "houvast/graph/cohesion.hpp"
#include "houvast/graph/communities.hpp"
#include "houvast/graph/dyads.hpp"
#include "houvast/graph/groups.hpp"

// Who is tied to whom, by group and by degree: small random graphs against the definitions, cell by cell.
namespace houvast::test {
namespace {

// Equal, or both undefined.
void expect_value(double wanted, const Estimate& found, const char* what) {
  if (std::isnan(wanted)) {
    EXPECT_TRUE(std::isnan(found.value)) << what << " is " << found.value << ", not undefined";
    EXPECT_FALSE(found.reason.empty()) << what;
  } else {
    EXPECT_NEAR(wanted, found.value, kTolerance) << what;
  }
}

struct Cells {
  Matrix tie;
  std::vector<double> out, in;
  double total = 0;

  explicit Cells(Matrix given) : tie(std::move(given)), out(tie.size()), in(tie.size()) {
    for (std::size_t i = 0; i < tie.size(); ++i) {
      for (std::size_t j = 0; j < tie.size(); ++j) {
        out[i] += tie[i][j];
        in[j] += tie[i][j];
        total += tie[i][j];
      }
    }
  }

  // Newman (2006), Leicht & Newman (2008).
  [[nodiscard]] double modularity(const std::vector<std::int32_t>& label, double resolution) const {
    if (total == 0) return std::nan("");
    double sum = 0;
    for (std::size_t i = 0; i < tie.size(); ++i) {
      for (std::size_t j = 0; j < tie.size(); ++j) {
        if (label[i] == label[j]) sum += tie[i][j] / total - resolution * out[i] * in[j] / (total * total);
      }
    }
    return sum;
  }

  // Newman (2003), eq. 2.
  [[nodiscard]] double nominal(const std::vector<std::int32_t>& label, std::size_t groups) const {
    Matrix share(groups, std::vector<double>(groups));
    for (std::size_t i = 0; i < tie.size(); ++i) {
      for (std::size_t j = 0; j < tie.size(); ++j) {
        share[static_cast<std::size_t>(label[i])][static_cast<std::size_t>(label[j])] += tie[i][j] / total;
      }
    }
    double within = 0, chance = 0;
    for (std::size_t x = 0; x < groups; ++x) {
      double from = 0, to = 0;
      for (std::size_t y = 0; y < groups; ++y) {
        from += share[x][y];
        to += share[y][x];
      }
      within += share[x][x];
      chance += from * to;
    }
    return total == 0 || chance > 1 - 1e-12 ? std::nan("") : (within - chance) / (1 - chance);
  }

  // Pearson's correlation of two numbers over all arcs.
  [[nodiscard]] double correlation(const std::vector<double>& source, const std::vector<double>& target) const {
    double x = 0, y = 0, xx = 0, yy = 0, xy = 0;
    for (std::size_t i = 0; i < tie.size(); ++i) {
      for (std::size_t j = 0; j < tie.size(); ++j) {
        x += tie[i][j] * source[i];
        y += tie[i][j] * target[j];
        xx += tie[i][j] * source[i] * source[i];
        yy += tie[i][j] * target[j] * target[j];
        xy += tie[i][j] * source[i] * target[j];
      }
    }
    const double spread = (total * xx - x * x) * (total * yy - y * y);  // whole numbers: exact
    return spread == 0 ? std::nan("") : (total * xy - x * y) / std::sqrt(spread);
  }
};

TEST(Mixing, SmallGraphsMatchTheDefinitions) {
  Random random(31);
  for (std::int64_t round = 0; round < shapes::rounds(20000) && !HasFailure(); ++round) {
    const Graph graph = random_graph(random, round % 2 == 0);
    const Cells cells(matrix_of(graph));
    const std::vector<std::int32_t> groups = random_groups(random, graph.nodes(), 3);
    for (const double resolution : {0.5, 1.0}) {
      expect_value(cells.modularity(groups, resolution), graph::modularity(graph, groups, resolution), "modularity");
    }
    expect_value(cells.nominal(groups, 3), graph::assortativity_nominal(graph, groups), "nominal assortativity");
    for (const std::string source : {"out", "in"}) {
      for (const std::string target : {"out", "in"}) {
        const double wanted =
            cells.correlation(source == "out" ? cells.out : cells.in, target == "out" ? cells.out : cells.in);
        expect_value(wanted, graph::assortativity(graph, {.source = source, .target = target}), "degree assortativity");
      }
    }
    const auto n = static_cast<double>(graph.nodes());
    expect_value(n < 2 ? std::nan("") : cells.total / (n * (n - 1)), graph::density(graph), "density");
    double returned = 0, within = 0;
    for (std::size_t i = 0; i < cells.tie.size(); ++i) {
      for (std::size_t j = 0; j < cells.tie.size(); ++j) {
        returned += cells.tie[i][j] * cells.tie[j][i];
        within += groups[i] == groups[j] ? cells.tie[i][j] : 0;
      }
    }
    const double none = std::nan("");
    if (graph.directed()) {
      expect_value(cells.total == 0 ? none : returned / cells.total, graph::reciprocity(graph), "reciprocity");
    }
    expect_value(cells.total == 0 ? none : (cells.total - 2 * within) / cells.total,
                 graph::ei_index(graph, groups, {.permutations = 0}), "E-I index");
  }
}

}  // namespace
}  // namespace houvast::test
