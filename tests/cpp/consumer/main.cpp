// A program of somebody else: reads a study and prints what it finds.
#include <houvast/houvast.hpp>
#include <iomanip>
#include <iostream>

namespace {

// An error of the library is caught by its own type here, also when the library is a shared one.
std::string code_of_refusal(const std::string& path) {
  try {
    (void)houvast::load(path);
    return "none";
  } catch (const houvast::ParseError& error) {
    return error.code();
  }
}

}  // namespace

int main(int count, char** arguments) {
  if (count != 2) {
    std::cerr << "usage: consumer STUDY\n";
    return 2;
  }
  try {
    const houvast::Study study = houvast::load(arguments[1]);
    std::cout << std::setprecision(17) << "refused " << code_of_refusal(std::string(arguments[1]) + ".none") << "\n";
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
