#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "houvast/instrument/instrument.hpp"

namespace houvast {

/// The ids of the instruments that come with houvast, in a fixed order.
[[nodiscard]] std::vector<std::string> instruments();

/// An instrument of the catalogue.
/// @throws KeyError HV-501 naming the nearest id
[[nodiscard]] const Instrument& instrument(std::string_view id);

/// Something a team could do, in houvast's own words, with where the idea comes from.
struct Advice {
  std::string id;
  LocalizedText text;
  std::vector<std::string> factors;
  std::vector<ElementId> elements;
  std::vector<QuestionId> questions;
  std::string source_document;
  std::string source_section;
};

/// The advice library.
[[nodiscard]] const std::vector<Advice>& advice();

/// Advice for a question: first what names the question, then what names its element; at most `most` entries.
[[nodiscard]] std::vector<Advice> advice_for(const QuestionId& question, const ElementId& element, int most = 3);

/// Which factors, conditions and dimensions of other instruments speak of the same as an element (own definition).
struct CrosswalkRow {
  ElementId element;
  std::vector<std::string> refs;
};
[[nodiscard]] const std::vector<CrosswalkRow>& crosswalk();

/// A form of collaboration between education and youth help, with its variants per sector.
struct FormOfCollaboration {
  struct Variant {
    std::string id;
    std::string sector;  ///< empty when not bound to one
    LocalizedText title;
  };
  std::string id;
  LocalizedText title;
  std::vector<Variant> variants;
};
[[nodiscard]] const std::vector<FormOfCollaboration>& forms_of_collaboration();

}  // namespace houvast
