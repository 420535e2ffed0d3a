// A service: reads "leaves PARTY" or "joins PARTY DOMAIN" line by line and tells what that changes.
#include <chrono>
#include <houvast/houvast.hpp>
#include <iostream>
#include <sstream>

namespace {

houvast::Change change_of(const std::string& line) {
  std::istringstream words(line);
  std::string what, party, domain;
  words >> what >> party >> domain;
  houvast::Change change;
  if (what == "leaves") change.remove.emplace_back(party);
  if (what == "joins") change.add.push_back({.id = houvast::PartyId(party), .name = party, .domain = domain});
  return change;
}

}  // namespace

int main(int, char** arguments) {
  const houvast::Study study = houvast::load(arguments[1]);  // once: a Study never changes and is cheap to copy
  for (std::string line; std::getline(std::cin, line);) {
    try {
      const auto begin = std::chrono::steady_clock::now();
      const houvast::Scenario scenario = houvast::what_if(study, change_of(line));
      const std::chrono::duration<double, std::milli> took = std::chrono::steady_clock::now() - begin;
      std::cout << line << ":";
      for (const houvast::FindingChange& each : scenario.changes) {
        std::cout << " " << each.check << " " << houvast::to_string(each.before);
        if (each.after != each.before) std::cout << " -> " << houvast::to_string(each.after);
        std::cout << ",";
      }
      std::cout << " " << scenario.changes.size() << " checks change\n";
      std::cerr << took.count() << " ms\n";
    } catch (const houvast::Error& error) {
      std::cout << line << ": " << error.what() << "\n";  // the service goes on
    }
  }
}
