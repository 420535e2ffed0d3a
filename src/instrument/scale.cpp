#include "houvast/instrument/scale.hpp"

#include <map>
#include <utility>

#include "base/index.hpp"
#include "houvast/base/error.hpp"
#include "instrument/answer_states.hpp"

namespace houvast::inline v0_1 {
using houvast::detail::at;
namespace {

// Every word that stands for the label's value.
std::vector<std::string> words_of(const ScaleLabel& label) {
  std::vector<std::string> words = label.aliases;
  for (std::string& text : label.text.readings()) words.push_back(std::move(text));
  for (const auto& [audience, own] : label.audiences) {
    for (std::string& text : own.readings()) words.push_back(std::move(text));
  }
  return words;
}

constexpr int kMaxCategories = 250;  // one byte an answer, the rest of the byte are states

// Code points of one letter followed by one combining mark, composed (the Latin-1 part of NFC).
char32_t composed(char32_t letter, char32_t mark) {
  static const std::map<std::pair<char32_t, char32_t>, char32_t> table = {
      {{U'a', 0x300}, U'à'}, {{U'a', 0x301}, U'á'}, {{U'a', 0x302}, U'â'}, {{U'a', 0x303}, U'ã'}, {{U'a', 0x308}, U'ä'},
      {{U'a', 0x30A}, U'å'}, {{U'c', 0x327}, U'ç'}, {{U'e', 0x300}, U'è'}, {{U'e', 0x301}, U'é'}, {{U'e', 0x302}, U'ê'},
      {{U'e', 0x308}, U'ë'}, {{U'i', 0x300}, U'ì'}, {{U'i', 0x301}, U'í'}, {{U'i', 0x302}, U'î'}, {{U'i', 0x308}, U'ï'},
      {{U'n', 0x303}, U'ñ'}, {{U'o', 0x300}, U'ò'}, {{U'o', 0x301}, U'ó'}, {{U'o', 0x302}, U'ô'}, {{U'o', 0x303}, U'õ'},
      {{U'o', 0x308}, U'ö'}, {{U'u', 0x300}, U'ù'}, {{U'u', 0x301}, U'ú'}, {{U'u', 0x302}, U'û'}, {{U'u', 0x308}, U'ü'},
      {{U'y', 0x301}, U'ý'}, {{U'y', 0x308}, U'ÿ'}};
  const auto found = table.find({letter, mark});
  return found == table.end() ? 0 : found->second;
}

char32_t lowered(char32_t c) {
  if (c >= U'A' && c <= U'Z') return c + 32;
  if (c >= 0xC0 && c <= 0xDE && c != 0xD7) return c + 32;  // À..Þ without the multiplication sign
  return c;
}

bool is_space(char32_t c) {
  return c == U' ' || (c >= 9 && c <= 13) || c == 0xA0 || c == 0x1680 || (c >= 0x2000 && c <= 0x200A) || c == 0x202F ||
         c == 0x205F || c == 0x3000;
}

// Decodes what is UTF-8 and keeps stray bytes as they are.
std::u32string decoded(std::string_view text) {
  std::u32string result;
  std::size_t i = 0;
  while (i < text.size()) {
    const auto lead = static_cast<unsigned char>(text[i]);
    const std::size_t length = lead < 0x80 ? 1 : lead < 0xE0 ? 2 : lead < 0xF0 ? 3 : 4;
    if (length == 1 || i + length > text.size() || !is_utf8(text.substr(i, length))) {
      result.push_back(lead);
      ++i;
      continue;
    }
    char32_t c = lead & (0xFF >> (length + 1));
    for (std::size_t k = 1; k < length; ++k) c = (c << 6) | (static_cast<unsigned char>(text[i + k]) & 0x3F);
    result.push_back(c);
    i += length;
  }
  return result;
}

void encode(char32_t c, std::string& out) {
  const auto push = [&out](char32_t byte) { out.push_back(static_cast<char>(static_cast<unsigned char>(byte))); };
  if (c < 0x80) {
    push(c);
  } else if (c < 0x800) {
    push(0xC0 | (c >> 6));
    push(0x80 | (c & 0x3F));
  } else if (c < 0x10000) {
    push(0xE0 | (c >> 12));
    push(0x80 | ((c >> 6) & 0x3F));
    push(0x80 | (c & 0x3F));
  } else {
    push(0xF0 | (c >> 18));
    push(0x80 | ((c >> 12) & 0x3F));
    push(0x80 | ((c >> 6) & 0x3F));
    push(0x80 | (c & 0x3F));
  }
}

}  // namespace

std::string_view to_string(AnswerState state) noexcept {
  switch (state) {
    case AnswerState::kAnswered:
      return "answered";
    case AnswerState::kDontKnow:
      return "dont_know";
    case AnswerState::kNotApplicable:
      return "not_applicable";
    case AnswerState::kRefused:
      return "refused";
    case AnswerState::kSkipped:
      return "skipped";
    case AnswerState::kNotAsked:
      return "not_asked";
  }
  return "";
}

std::string fold_label(std::string_view text) {
  std::u32string folded;
  bool space = false;
  for (char32_t c : decoded(text)) {
    if (c == 0xFEFF || c == 0x200B) continue;  // byte order mark, zero-width space
    if (is_space(c)) {
      space = !folded.empty();
      continue;
    }
    if (space) folded.push_back(U' ');
    space = false;
    if (!folded.empty()) {
      if (const char32_t letter = composed(folded.back(), c); letter != 0) {
        folded.back() = letter;
        continue;
      }
    }
    folded.push_back(lowered(c));
  }
  std::string result;
  for (const char32_t c : folded) encode(c, result);
  return result;
}

const LocalizedText& ScaleLabel::text_for(std::string_view audience) const {
  const auto own = audiences.find(std::string(audience));
  return own == audiences.end() ? text : own->second;
}

Scale::Scale(Spec spec) : spec_(std::move(spec)) {
  std::vector<Issue> issues;
  const auto wrong = [&](std::string code, Argument part, Found value, Claim expected) {
    const Claim subject{"problem.subject.of_scale", {{"scale", spec_.id.str()}, {"part", std::move(part)}}};
    issues.push_back({std::move(code), subject, std::move(value), std::move(expected)});
  };
  if (spec_.id.empty()) wrong("HV-208", Named{"message", "problem.subject.id"}, "", {"problem.expected.filled_text"});
  if (spec_.max <= spec_.min || categories() > kMaxCategories) {
    wrong("HV-210", "bounds", Claim{"problem.value.range", {{"low", spec_.min}, {"high", spec_.max}}},
          {"problem.expected.bounds_of_scale"});
    throw ValidationError(std::move(issues));
  }
  if (!contains(spec_.top_from)) {
    wrong("HV-210", "top_from", std::to_string(spec_.top_from),
          {"problem.expected.between", {{"low", spec_.min}, {"high", spec_.max}}});
  }
  if (static_cast<int>(spec_.labels.size()) != categories()) {
    wrong("HV-210", "labels", std::to_string(spec_.labels.size()),
          {"problem.expected.one_per_value", {{"n", categories()}}});
  }
  std::map<std::string, int> seen;
  for (std::size_t i = 0; i < spec_.labels.size(); ++i) {
    const ScaleLabel& label = spec_.labels[i];
    if (label.value != spec_.min + static_cast<int>(i)) {
      wrong("HV-210", Named{"message", "problem.subject.label_for_value"}, std::to_string(label.value),
            {"problem.expected.labels_of_values"});
    }
    for (const std::string& word : words_of(label)) {
      const std::string folded = fold_label(word);
      const auto [entry, is_new] = seen.try_emplace(folded, label.value);
      if (!is_new && entry->second != label.value)
        wrong("HV-201", Named{"message", "problem.subject.label"}, word, {"problem.expected.word_for_one_value"});
      if (state_of_label(word))
        wrong("HV-201", Named{"message", "problem.subject.label"}, word, {"problem.expected.not_a_state"});
    }
  }
  if (!issues.empty()) throw ValidationError(std::move(issues));
}

bool Scale::is_top(double value) const noexcept {
  return spec_.direction == ScaleDirection::kAscending ? value >= spec_.top_from : value <= spec_.top_from;
}

Scale Scale::turned() const {
  Scale other = *this;
  other.spec_.direction =
      spec_.direction == ScaleDirection::kAscending ? ScaleDirection::kDescending : ScaleDirection::kAscending;
  other.spec_.top_from = spec_.min + spec_.max - spec_.top_from;
  return other;
}

std::optional<int> Scale::value_of(std::string_view label) const {
  const std::string folded = fold_label(label);
  for (const ScaleLabel& candidate : spec_.labels) {
    for (const std::string& word : words_of(candidate)) {
      if (folded == fold_label(word)) return candidate.value;
    }
  }
  return std::nullopt;
}

std::string Scale::nearest_label(std::string_view label) const {
  std::vector<std::string> words;
  for (const ScaleLabel& candidate : spec_.labels) {
    for (const std::string& text : candidate.text.texts()) words.push_back(fold_label(text));
  }
  return nearest(fold_label(label), words);
}

bool operator==(const Scale& a, const Scale& b) {
  return a.spec_.id == b.spec_.id && a.spec_.min == b.spec_.min && a.spec_.max == b.spec_.max &&
         a.spec_.direction == b.spec_.direction && a.spec_.top_from == b.spec_.top_from &&
         a.spec_.source == b.spec_.source && a.spec_.labels == b.spec_.labels;
}

std::optional<AnswerState> state_of_label(std::string_view label) {
  const auto& table = detail::state_aliases();
  const auto found = table.find(fold_label(label));
  if (found == table.end()) return std::nullopt;
  return found->second;
}

const LocalizedText& state_text(AnswerState state) {
  return at(detail::state_texts(), state);
}

}  // namespace houvast::inline v0_1
