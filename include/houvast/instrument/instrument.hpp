#pragma once

#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "houvast/api.hpp"
#include "houvast/base/id.hpp"
#include "houvast/base/text.hpp"
#include "houvast/instrument/scale.hpp"

namespace houvast::inline v0_1 {

/// Closed questions are rated, open ones collect text, mixed ones do both.
enum class Form : std::uint8_t { kClosed, kOpen, kMixed };
[[nodiscard]] HOUVAST_API std::string_view to_string(Form form) noexcept;

/// What an instrument's answers mean: how it may be read.
enum class InstrumentKind : std::uint8_t {
  kSurvey,      ///< rated by many, scored per question and element
  kStages,      ///< ordered stages per dimension: a profile, never a composite
  kDyadic,      ///< asked of A about B
  kReflection,  ///< about oneself, private to its author unless shared
  kOpen,        ///< text only, never scored
};
[[nodiscard]] HOUVAST_API std::string_view to_string(InstrumentKind kind) noexcept;

/// Where wordings come from.
struct HOUVAST_API Source {
  std::string title;
  std::vector<std::string> authors;
  std::string publisher;
  int year = 0;
  std::string section;

  /// "Authors (year). Title. Publisher, section."
  [[nodiscard]] std::string citation() const;
  friend bool operator==(const Source&, const Source&) = default;
};

/// A group of questions: an element of HOUVAST, a cluster of factors.
struct HOUVAST_API Element {
  ElementId id;
  LocalizedText title;
  std::optional<ElementId> parent;
  std::optional<LocalizedText> description;
  bool graded = true;                                ///< false: a profile, in which no answer is better than another
  std::map<std::string, LocalizedText> audiences{};  ///< what it is called for "parent", "young", …

  /// What it is called for an audience: in words of its own, else its title.
  [[nodiscard]] const LocalizedText& title_for(std::string_view audience) const;
};

/// A stage of a dimension, 1 = lowest.
struct Stage {
  int stage = 1;
  LocalizedText title;
  LocalizedText description;
};

/// A question in own words for an audience other than professionals; it never replaces the source's wording.
struct AudienceWording {
  std::optional<LocalizedText> text;     ///< none when there is no fair wording
  std::optional<LocalizedText> note;     ///< what was given up against the source
  std::optional<LocalizedText> not_for;  ///< why this audience is not asked; none when there is a text
};

/// A question, quoted exactly in Dutch.
struct HOUVAST_API Question {
  QuestionId id;
  ElementId element;
  Form form = Form::kClosed;
  std::optional<ScaleId> scale;  ///< none when open
  bool reverse = false;          ///< scored the other way round, by the declared bounds
  LocalizedText text;
  std::optional<LocalizedText> closed_part;
  std::optional<LocalizedText> open_part;
  std::optional<LocalizedText> caution;  ///< what makes the source's wording hard to answer: absolute, two in one, …
  std::string ordering;                  ///< for stages: "stated", "inferred" or "types"; else empty
  std::vector<Stage> stages;
  std::map<std::string, AudienceWording> audiences;  ///< "parent", "young", …; professionals have `text`

  [[nodiscard]] bool rated() const noexcept { return scale.has_value(); }
  /// What an audience is asked: its own wording, else the source's; nothing when it is not asked.
  [[nodiscard]] std::optional<LocalizedText> wording(std::string_view audience) const;
};

/// A questionnaire with its scales, elements, questions and source. Immutable.
class HOUVAST_API Instrument {
 public:
  /// Reads the JSON form (docs/reference/instrument.schema.json).
  /// @param json UTF-8 text @param file name for messages
  /// @throws ParseError HV-1xx for text that is not such JSON, ValidationError HV-2xx for one that contradicts itself
  [[nodiscard]] static Instrument parse(std::string_view json, std::string_view file = "instrument.json");

  [[nodiscard]] const InstrumentId& id() const noexcept { return id_; }
  [[nodiscard]] const std::string& version() const noexcept { return version_; }
  [[nodiscard]] InstrumentKind kind() const noexcept { return kind_; }
  [[nodiscard]] const LocalizedText& title() const noexcept { return title_; }
  [[nodiscard]] const LocalizedText& description() const noexcept { return description_; }
  [[nodiscard]] const Source& source() const noexcept { return source_; }
  [[nodiscard]] const std::string& licence() const noexcept { return licence_; }
  [[nodiscard]] bool validated() const noexcept { return validated_; }
  /// Whether answers stay with their author unless shared.
  [[nodiscard]] bool is_private() const noexcept { return private_; }
  [[nodiscard]] const std::vector<Scale>& scales() const noexcept { return scales_; }
  [[nodiscard]] const std::vector<Element>& elements() const noexcept { return elements_; }
  [[nodiscard]] const std::vector<Question>& questions() const noexcept { return questions_; }
  /// The JSON text that this instrument was read from.
  [[nodiscard]] const std::string& json() const noexcept { return json_; }

  /// @throws KeyError HV-502 when there is no such question
  [[nodiscard]] const Question& question(const QuestionId& id) const;
  /// @throws KeyError HV-502 when there is no such element
  [[nodiscard]] const Element& element(const ElementId& id) const;
  /// @throws KeyError HV-502 when there is no such scale
  [[nodiscard]] const Scale& scale(const ScaleId& id) const;
  /// The scale as a rated question reads it: its favourable end and its top box; turned round when it is reversed.
  /// @param question one of this instrument's
  /// @throws KeyError HV-502 when it is not rated
  [[nodiscard]] const Scale& scale_of(const Question& question) const;

 private:
  InstrumentId id_;
  std::string version_;
  InstrumentKind kind_ = InstrumentKind::kSurvey;
  LocalizedText title_;
  LocalizedText description_;
  Source source_;
  std::string licence_;
  bool validated_ = false;
  bool private_ = false;
  std::vector<Scale> scales_;
  std::vector<Scale> turned_;  ///< the same, as reversed questions read them
  std::vector<Element> elements_;
  std::vector<Question> questions_;
  std::string json_;
};

}  // namespace houvast::inline v0_1
