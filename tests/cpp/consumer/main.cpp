// A program of somebody else: reads a study in its one-file form and prints what it finds.
#include <fstream>
#include <houvast/houvast.hpp>
#include <iomanip>
#include <iostream>
#include <sstream>

int main(int count, char** arguments) {
  if (count != 2) {
    std::cerr << "usage: consumer study.json\n";
    return 2;
  }
  try {
    std::ifstream file(arguments[1], std::ios::binary);
    std::stringstream text;
    text << file.rdbuf();
    const houvast::Study study = houvast::study_from_json(text.str(), arguments[1]);
    std::cout << std::setprecision(17);
    const std::string relation = study.data().relations.front().id;
    const auto network = houvast::network_summary(study, relation, study.last_wave().id);
    std::cout << "density " << network.density.value << "\n";
    std::cout << "cut_parties " << network.cut_parties.size() << "\n";
    for (const houvast::Finding& finding : houvast::coverage(study)) {
      std::cout << finding.check << " " << houvast::to_string(finding.status) << "\n";
    }
    for (const houvast::Score& score : houvast::scores(study)) {
      std::cout << score.wave.str() << " " << score.id << " " << score.scored << " " << score.top_share.value_or(-1)
                << "\n";
    }
  } catch (const houvast::Error& error) {
    std::cerr << error.what() << "\n";
    return 1;
  }
}
