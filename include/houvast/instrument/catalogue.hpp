#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "houvast/api.hpp"
#include "houvast/instrument/instrument.hpp"

namespace houvast::inline v0_1 {

/// The ids of the instruments that come with houvast, in a fixed order.
[[nodiscard]] HOUVAST_API std::vector<std::string> instruments();

/// An instrument of the catalogue.
/// @throws KeyError HV-501 naming the nearest id
[[nodiscard]] HOUVAST_API const Instrument& instrument(std::string_view id);

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
[[nodiscard]] HOUVAST_API const std::vector<Advice>& advice();

/// Advice for a question: first what names the question, then what names its element; at most `most` entries.
[[nodiscard]] HOUVAST_API std::vector<Advice> advice_for(const QuestionId& question, const ElementId& element,
                                                         int most = 3);

/// Which factors, conditions and dimensions of other instruments speak of the same as an element (own definition).
struct CrosswalkRow {
  ElementId element;
  std::vector<std::string> refs;
};
[[nodiscard]] HOUVAST_API const std::vector<CrosswalkRow>& crosswalk();

/// A form of collaboration between education and youth help, with its variants per sector.
struct FormOfCollaboration {
  struct Variant {
    std::string id;
    std::vector<std::string> sectors;  ///< those that it counts for; empty when not bound to one
    LocalizedText title;
  };
  std::string id;
  LocalizedText title;
  std::vector<Variant> variants;
};
[[nodiscard]] HOUVAST_API const std::vector<FormOfCollaboration>& forms_of_collaboration();

/// What a word of the sources means, in houvast's own words, with where it is said.
struct Definition {
  std::string id;
  LocalizedText term;
  std::vector<std::string> also;  ///< other words for it
  LocalizedText text;
  std::vector<std::string> about;  ///< ids of questions and factors that it helps to read
  std::string source_document;
  std::string source_section;
};

/// The definitions, in order of id.
[[nodiscard]] HOUVAST_API const std::vector<Definition>& definitions();

/// What helped elsewhere: a practice that a source tells of, retold in houvast's own words.
struct PracticeCase {
  std::string id;
  std::string place;
  LocalizedText title;
  LocalizedText text;
  std::vector<std::string> factors;
  std::vector<QuestionId> questions;
  std::string source_document;
  std::string source_section;
};

/// The practices, in the order of their source.
[[nodiscard]] HOUVAST_API const std::vector<PracticeCase>& cases();

/// A publication, tool or place to look something up that the sources name.
struct Reference {
  std::string id;
  std::string kind;  ///< "publication", "tool" or "pointer"
  std::string citation;
  std::string url;       ///< empty where the sources give none
  LocalizedText serves;  ///< what it is good for
  std::vector<QuestionId> questions;
  std::vector<std::string> named_in;  ///< the sources that name it
};

/// The bibliography and the pointers: the sources themselves first, then what they name.
[[nodiscard]] HOUVAST_API const std::vector<Reference>& sources();

}  // namespace houvast::inline v0_1
