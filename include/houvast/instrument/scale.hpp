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

namespace houvast::inline v0_1 {

/// What became of a question. "Don't know" is a finding of its own and never a value on the scale.
enum class AnswerState : std::uint8_t {
  kAnswered,
  kDontKnow,
  kNotApplicable,
  kRefused,
  kSkipped,   ///< was asked, left empty
  kNotAsked,  ///< was not put to this respondent
};

inline constexpr int kAnswerStates = 6;

/// The id of a state in files and tables: "answered", "dont_know", "not_applicable", "refused", "skipped", "not_asked".
[[nodiscard]] HOUVAST_API std::string_view to_string(AnswerState state) noexcept;

/// One point of a scale and the words that people and survey platforms use for it.
struct HOUVAST_API ScaleLabel {
  int value = 0;
  LocalizedText text;
  std::vector<std::string> aliases;
  std::map<std::string, LocalizedText> audiences{};  ///< the words for it that "parent", "young", … choose from

  /// The words for an audience: its own, else the label.
  [[nodiscard]] const LocalizedText& text_for(std::string_view audience) const;
  friend bool operator==(const ScaleLabel&, const ScaleLabel&) = default;
};

enum class ScaleDirection : std::uint8_t { kAscending, kDescending };  ///< descending: the lowest value is the most

/// An ordinal scale with declared bounds; bounds are never taken from data.
class HOUVAST_API Scale {
 public:
  struct Spec {
    ScaleId id;
    int min = 1;
    int max = 5;
    ScaleDirection direction = ScaleDirection::kAscending;
    int top_from = 4;  ///< top box: from this value to the favourable end
    std::string source;
    std::vector<ScaleLabel> labels;  ///< one per value, in order of value
  };

  Scale() = default;
  /// @throws ValidationError HV-210 when max <= min, when there are more than 250 categories, when top_from lies
  /// outside,
  ///         when labels are not exactly one per value; HV-201 when two labels or aliases fold to the same text
  explicit Scale(Spec spec);

  [[nodiscard]] const ScaleId& id() const noexcept { return spec_.id; }
  [[nodiscard]] int min() const noexcept { return spec_.min; }
  [[nodiscard]] int max() const noexcept { return spec_.max; }
  [[nodiscard]] int categories() const noexcept { return spec_.max - spec_.min + 1; }
  [[nodiscard]] ScaleDirection direction() const noexcept { return spec_.direction; }
  [[nodiscard]] int top_from() const noexcept { return spec_.top_from; }
  [[nodiscard]] const std::string& source() const noexcept { return spec_.source; }
  [[nodiscard]] const std::vector<ScaleLabel>& labels() const noexcept { return spec_.labels; }

  [[nodiscard]] bool contains(int value) const noexcept { return value >= spec_.min && value <= spec_.max; }
  /// Whether a value on the scale lies in the top box.
  [[nodiscard]] bool is_top(double value) const noexcept;
  /// The value with the favourable end turned to the other side: min + max - value.
  [[nodiscard]] double reversed(double value) const noexcept { return spec_.min + spec_.max - value; }
  /// The scale as a reversed question reads it: the same values and labels, the favourable end and the top box at the
  /// other side, so that `turned().is_top(value) == is_top(reversed(value))`.
  [[nodiscard]] Scale turned() const;
  /// The value of a label or alias, compared whole after folding, or nothing.
  [[nodiscard]] std::optional<int> value_of(std::string_view label) const;
  /// The label nearest to a text that is none, for a message.
  [[nodiscard]] std::string nearest_label(std::string_view label) const;

  friend HOUVAST_API bool operator==(const Scale& a, const Scale& b);

 private:
  Spec spec_;
};

/// Text as labels are compared: lower case, no-break spaces and runs of white space as one space, ends trimmed, accents
/// of Latin letters composed (NFC). Covers Latin-1 letters; other characters are compared as they are.
[[nodiscard]] HOUVAST_API std::string fold_label(std::string_view text);

/// The answer state that a label stands for ("weet ik niet", "n.v.t."), compared whole after folding, or nothing.
[[nodiscard]] HOUVAST_API std::optional<AnswerState> state_of_label(std::string_view label);

/// The words for a state.
[[nodiscard]] HOUVAST_API const LocalizedText& state_text(AnswerState state);

}  // namespace houvast::inline v0_1
