// Prints a digest of results that depend on random numbers, on the order of sums, or on the mathematical functions of a
// C library, with the seeds fixed: every machine and compiler that houvast is built for prints the same lines.
//   seeded_results TESTS/DATA           prints them
//   seeded_results TESTS/DATA --check   fails where they are not those of TESTS/DATA/seeded_results.txt
#include <cstdint>
#include <exception>
#include <fstream>
#include <iostream>
#include <span>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "base/bits.hpp"
#include "houvast/houvast.hpp"
#include "scoring/sha256.hpp"

namespace {

using houvast::Estimate;
using houvast::Graph;

std::vector<std::string> lines;

// Collects the bits of numbers, and keeps their digest under a name.
class Digest {
 public:
  explicit Digest(std::string name) : name_(std::move(name)) {}
  Digest(const Digest&) = delete;
  Digest& operator=(const Digest&) = delete;
  ~Digest() {
    constexpr std::string_view kDigits = "0123456789abcdef";
    std::string line = name_ + std::string(28 - name_.size(), ' ');
    const auto digest = houvast::detail::sha256(bytes_);
    for (const std::uint8_t byte : std::span(digest).first<10>()) {
      line += kDigits[byte >> 4];
      line += kDigits[byte & 15];
    }
    lines.push_back(line);
  }

  void add(std::uint64_t bits) {
    for (int shift = 0; shift < 64; shift += 8) bytes_.push_back(static_cast<char>((bits >> shift) & 0xff));
  }
  void add(double value) { add(houvast::detail::bit_cast<std::uint64_t>(value)); }
  void add(const std::vector<double>& values) {
    for (const double value : values) add(value);
  }
  void add(const Estimate& estimate) {
    add(estimate.value);
    if (estimate.interval) {
      add(estimate.interval->low);
      add(estimate.interval->high);
    }
    if (estimate.p_value) add(*estimate.p_value);
  }
  void add(std::string_view text) { bytes_ += text; }

 private:
  std::string name_;
  std::string bytes_;
};

Graph random_graph(std::int64_t nodes, std::int64_t ties) {
  houvast::Random random(7);
  std::vector<std::int64_t> from, to;
  std::vector<double> weights;
  for (std::int64_t tie = 0; tie < ties; ++tie) {
    from.push_back(static_cast<std::int64_t>(random.below(static_cast<std::uint64_t>(nodes))));
    to.push_back(static_cast<std::int64_t>(random.below(static_cast<std::uint64_t>(nodes))));
    weights.push_back(1 + random.uniform());
  }
  return {nodes, from, to, weights, {.duplicates = houvast::Duplicates::kKeepMax}};
}

void networks() {
  const Graph graph = random_graph(300, 1200);
  Digest("betweenness").add(houvast::graph::betweenness(graph));
  Digest("betweenness, by weight")
      .add(houvast::graph::betweenness(graph, {.weights = houvast::graph::WeightMeaning::kDistance}));
  Digest("closeness").add(houvast::graph::closeness(graph));
  Digest("eigenvector").add(houvast::graph::eigenvector(graph));
  Digest("pagerank").add(houvast::graph::pagerank(graph));
  Digest("sampled betweenness").add(houvast::graph::sampled_betweenness(graph, {.samples = 60, .seed = 3}).values);
  const houvast::graph::Communities found = houvast::graph::communities(graph, {.seed = 3});
  {
    Digest digest("communities");
    for (const std::int32_t label : found.labels) digest.add(static_cast<std::uint64_t>(label));
    digest.add(found.modularity);
  }
  Digest("E-I index").add(houvast::graph::ei_index(graph, found.labels, {.permutations = 500, .seed = 3}));
  Digest("core and periphery").add(houvast::graph::core_periphery(graph, {.seed = 3}).correlation);
  Digest("coreness").add(houvast::graph::continuous_coreness(graph).values);
  houvast::Random random(11);
  std::vector<double> first, second;
  for (int cell = 0; cell < 40 * 40; ++cell) {
    first.push_back(random.uniform());
    second.push_back(random.uniform() + first.back());
  }
  Digest("QAP").add(houvast::graph::qap_correlation({40, first}, {40, second}, {.permutations = 500, .seed = 3}));
}

void statistics() {
  houvast::Random random(5);
  std::vector<double> answers;
  for (int person = 0; person < 200; ++person) {
    const auto lean = static_cast<double>(random.below(3));
    for (int item = 0; item < 5; ++item) answers.push_back(lean + static_cast<double>(random.below(3)) + 1);
  }
  const houvast::stats::Items items{answers, 5};
  Digest("Cronbach's alpha").add(houvast::stats::cronbach_alpha(items));
  Digest("omega").add(houvast::stats::omega_total(items));
  Digest("ordinal alpha").add(houvast::stats::ordinal_alpha(items));
  Digest("Krippendorff's alpha").add(houvast::stats::krippendorff_alpha(items, {.resamples = 500, .seed = 3}));
  Digest("bootstrap of a mean")
      .add(houvast::stats::bootstrap_mean(answers, {.method = houvast::stats::BootstrapMethod::kBca, .seed = 3}));
}

void study(std::string_view folder) {
  const houvast::Study study = houvast::load(folder);
  Digest("study of Indiana").add(houvast::study_to_json(study));
  for (const std::string_view policy : {"team", "external"}) {
    Digest("its release: " + std::string(policy))
        .add(houvast::release_document(houvast::release(study, houvast::Policy::named(policy))));
  }
}

// How many of the lines differ from those of a file.
int differences(const std::string& file) {
  std::ifstream expected(file);
  int different = 0;
  for (const std::string& line : lines) {
    std::string there;
    std::getline(expected, there);
    if (there == line) continue;
    std::cerr << "here     " << line << "\nexpected " << there << "\n";
    ++different;
  }
  return different;
}

}  // namespace

int main(int count, char** arguments) {
  try {
    const std::string data = arguments[1];
    networks();
    statistics();
    study(data + "/indiana");
    if (count > 2) return differences(data + "/seeded_results.txt") == 0 ? 0 : 1;
    for (const std::string& line : lines) std::cout << line << "\n";
  } catch (const std::exception& error) {
    std::cerr << error.what() << "\n";
    return 1;
  }
}
