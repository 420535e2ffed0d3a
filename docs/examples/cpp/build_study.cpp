// Makes a study of what a program has, and tells what is wrong with it.
#include <houvast/houvast.hpp>
#include <iostream>

int main() {
  using houvast::PartyId, houvast::WaveId;
  houvast::StudyBuilder builder("noord", {"Samen in Noord", "Together in the North"});
  builder.instrument("six-elements").wave({.id = WaveId("2026"), .date = "2026-11-20"});
  builder.relation({.id = "contact", .title = {"Contact", "Contact"}, .directed = false});
  builder.party({.id = PartyId("school"), .name = "De Linde", .domain = "onderwijs", .asked = 8});
  builder.party({.id = PartyId("ouders"), .name = "Ouderraad", .perspective = "ouder", .asked = 6});
  builder.respondent("r1", "school").answer("E1.1", 4).answer("E1.2", houvast::AnswerState::kDontKnow);
  builder.respondent("r2", "ouders").answer("E1.1", "helemaal");
  builder.tie({.from = PartyId("school"), .to = PartyId("ouders"), .relation = "contact"});
  const houvast::Study study = builder.build();
  std::cout << study.parties().size() << " parties, " << study.data().answers.size() << " answers\n";

  builder.tie({.from = PartyId("school"), .to = PartyId("ouder"), .relation = "contact"});
  try {
    (void)builder.build();
  } catch (const houvast::ValidationError& error) {
    std::cout << error.what() << "\n";
  }
}
