// Writes what may leave of a study as a release document: every number and word that others may see, nothing else.
#include <fstream>
#include <houvast/houvast.hpp>
#include <iostream>

int main(int, char** arguments) {
  try {
    const houvast::Study study = houvast::load(arguments[1]);
    const houvast::Release release = houvast::release(study, houvast::Policy::named("team"));
    std::ofstream(arguments[2], std::ios::binary) << houvast::release_document(release);
    std::cout << "of " << study.parties().size() << " parties: " << release.networks.size() << " networks, "
              << release.findings.size() << " findings, groups under " << release.threshold
              << " people are not shown\n";
  } catch (const houvast::Error& error) {
    std::cerr << error.what() << "\n";
    return 1;
  }
}
