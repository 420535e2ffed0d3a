#include "houvast/text/say.hpp"

#include <cmath>
#include <stdexcept>

#include "text/catalogue.hpp"
#include "text/number_text.hpp"
#include "text/plural.hpp"
#include "text/pseudo.hpp"

namespace houvast::inline v0_1 {
namespace {

using Kind = detail::MessagePart::Kind;

[[noreturn]] void fault(const Claim& claim, const std::string& what) {
  throw std::logic_error("message " + claim.id + ": " + what);
}

class Speaker {
 public:
  Speaker(const Claim& claim, const Listener& listener) : claim_(claim), listener_(listener) {}

  std::vector<Piece> pieces() {
    const detail::Message* message = detail::find_message(claim_.id, listener_.language, listener_.audience);
    if (message == nullptr) fault(claim_, "does not exist");
    if (pseudo()) add("⟦");
    speak(*message);
    if (pseudo()) add("⟧");
    return std::move(pieces_);
  }

 private:
  [[nodiscard]] bool pseudo() const { return listener_.language == Language::kPseudo; }

  void add(std::string text, const std::string& gap = {}) {
    if (text.empty()) return;
    if (gap.empty() && !pieces_.empty() && pieces_.back().gap.empty()) {
      pieces_.back().text += text;
    } else {
      pieces_.push_back({std::move(text), gap});
    }
  }

  void speak(const detail::Message& message) {
    for (const detail::MessagePart& part : message) speak(part);
  }

  void speak(const detail::MessagePart& part) {
    if (part.kind == Kind::kWords) {
      add(pseudo() ? detail::pseudo_words(part.text) : part.text);
      return;
    }
    const auto found = claim_.args.find(part.gap);
    if (found == claim_.args.end()) fault(claim_, "gap '" + part.gap + "' is not filled");
    const Argument& argument = found->second;
    switch (part.kind) {
      case Kind::kPercent:
        add(in_whole(number(argument, part) * 100) + "%", part.gap);
        break;
      case Kind::kDecimal:
        add(decimal(number(argument, part), part.least_places, part.most_places), part.gap);
        break;
      case Kind::kDate:
        add(date(plain(argument)), part.gap);
        break;
      case Kind::kList:
        list(argument, part);
        break;
      case Kind::kPlural:
        speak(chosen_plural(part, count(argument, part)));
        break;
      case Kind::kSelect:
        speak(chosen(part, selector(argument)));
        break;
      case Kind::kCount:
        add(in_whole(static_cast<double>(count(argument, part))), part.gap);
        break;
      case Kind::kGap:
      case Kind::kWords:
        list(argument, part);
        break;
    }
  }

  [[nodiscard]] double number(const Argument& argument, const detail::MessagePart& part) const {
    if (const auto* whole = std::get_if<std::int64_t>(&argument.value())) return static_cast<double>(*whole);
    if (const auto* real = std::get_if<double>(&argument.value())) return *real;
    fault(claim_, "gap '" + part.gap + "' takes a number");
  }

  [[nodiscard]] std::int64_t count(const Argument& argument, const detail::MessagePart& part) const {
    if (const auto* items = std::get_if<Argument::List>(&argument.value())) {
      return static_cast<std::int64_t>(items->size());
    }
    if (const auto* whole = std::get_if<std::int64_t>(&argument.value())) return *whole;
    fault(claim_, "gap '" + part.gap + "' takes a count or a list");
  }

  [[nodiscard]] static std::string in_whole(double value) { return std::to_string(std::llround(value)); }

  // Fixed decimals, of which those that may be missing are taken off when they are zero.
  [[nodiscard]] std::string decimal(double value, int least, int most) const {
    std::string text = detail::fixed_text(value, most);
    const std::size_t point = text.find('.');
    if (point == std::string::npos) return text;
    while (text.size() > point + 1 + static_cast<std::size_t>(least) && text.back() == '0') text.pop_back();
    if (text.back() == '.') {
      text.pop_back();
    } else {
      text.replace(point, 1, detail::language_word("decimal", listener_.language));
    }
    return text;
  }

  [[nodiscard]] std::string date(const std::string& day) const {
    const bool iso = day.size() == 10 && day[4] == '-' && day[7] == '-';
    const std::string_view digits(day);
    const std::int64_t month = iso ? detail::parsed_whole(digits.substr(5, 2)).value_or(0) : 0;
    const std::int64_t of_month = iso ? detail::parsed_whole(digits.substr(8, 2)).value_or(0) : 0;
    if (month < 1 || month > 12 || of_month < 1) return day;
    const Claim words{"language.date",
                      {{"day", of_month}, {"month", std::to_string(month)}, {"year", day.substr(0, 4)}}};
    return say(words, listener_);
  }

  [[nodiscard]] std::string plain(const Argument& argument) const {
    struct Visitor {
      const Speaker& self;
      std::string operator()(std::int64_t value) const { return std::to_string(value); }
      std::string operator()(double value) const { return self.decimal(value, 0, 3); }
      std::string operator()(const std::string& text) const { return text; }
      std::string operator()(const LocalizedText& text) const { return text.get(self.listener_.language); }
      std::string operator()(const Named& name) const { return self.called(name); }
      std::string operator()(const std::vector<Claim>& claims) const { return say(claims, self.listener_); }
      std::string operator()(const Argument::List&) const { return {}; }
    };
    return std::visit(Visitor{*this}, argument.value());
  }

  [[nodiscard]] std::string called(const Named& name) const {
    if (name.kind == "message") return say(Claim{name.id, {}}, listener_);
    if (listener_.names) return listener_.names(name, listener_.language);
    const std::string looked_up = name.name.get(listener_.language);
    return looked_up.empty() ? name.id : looked_up;
  }

  void list(const Argument& argument, const detail::MessagePart& part) {
    const auto* items = std::get_if<Argument::List>(&argument.value());
    if (items == nullptr) {
      add(plain(argument), part.gap);
      return;
    }
    const std::string last = joining(part.text.empty() ? "and" : part.text);
    const std::string between = part.text == "semicolon" ? last : joining("comma");
    for (std::size_t i = 0; i < items->size(); ++i) {
      if (i > 0) add(i + 1 == items->size() ? last : between);
      add(plain((*items)[i]), part.gap);
    }
  }

  [[nodiscard]] std::string joining(std::string_view key) const {
    const std::string word = detail::language_word(key, listener_.language);
    return pseudo() ? detail::pseudo_words(word) : word;
  }

  [[nodiscard]] std::string selector(const Argument& argument) const {
    if (const auto* name = std::get_if<Named>(&argument.value())) return name->id;
    return plain(argument);
  }

  static const detail::Message& chosen(const detail::MessagePart& part, std::string_view selector) {
    const detail::Message* other = nullptr;
    for (const auto& [word, message] : part.choices) {
      if (word == selector) return message;
      if (word == "other") other = &message;
    }
    return *other;  // the parser saw to it
  }

  [[nodiscard]] const detail::Message& chosen_plural(const detail::MessagePart& part, std::int64_t number) const {
    const std::string exact = "=" + std::to_string(number);
    for (const auto& [word, message] : part.choices) {
      if (word == exact) return message;
    }
    return chosen(part, detail::plural_category(detail::language_word("plural", listener_.language), number));
  }

  const Claim& claim_;
  const Listener& listener_;
  std::vector<Piece> pieces_;
};

LocalizedText called(const Named& name, const Namer& names) {
  LocalizedText text;
  for (const std::string& tag : languages()) text.set(tag, names(name, *find_language(tag)));
  return text;
}

template <class Replace>
Claim replaced(Claim claim, const Replace& replace);

// The argument with every name in it replaced by what `replace` makes of it.
template <class Replace>
Argument replaced(Argument argument, const Replace& replace) {
  if (auto* items = std::get_if<Argument::List>(&argument.value())) {
    for (Argument& item : *items) item = replaced(std::move(item), replace);
  } else if (auto* claims = std::get_if<std::vector<Claim>>(&argument.value())) {
    for (Claim& claim : *claims) claim = replaced(std::move(claim), replace);
  } else if (const auto* name = std::get_if<Named>(&argument.value()); name != nullptr && name->kind != "message") {
    return replace(*name);
  }
  return argument;
}

template <class Replace>
Claim replaced(Claim claim, const Replace& replace) {
  for (auto& [gap, argument] : claim.args) argument = replaced(std::move(argument), replace);
  return claim;
}

}  // namespace

Argument named(const std::string& kind, const std::vector<std::string>& ids) {
  Argument::List items;
  for (const std::string& id : ids) items.emplace_back(Named{kind, id});
  return items;
}

std::vector<Piece> say_in_pieces(const Claim& claim, const Listener& listener) {
  return Speaker(claim, listener).pieces();
}

std::string say(const Claim& claim, const Listener& listener) {
  std::string text;
  for (const Piece& piece : say_in_pieces(claim, listener)) text += piece.text;
  return text;
}

std::string say(const Claim& claim, const Language& language) {
  return say(claim, Listener{.language = language});
}

std::string say(const std::vector<Claim>& claims, const Listener& listener) {
  std::string text;
  for (const Claim& claim : claims) text += (text.empty() ? "" : " ") + say(claim, listener);
  return text;
}

Claim with_names(Claim claim, const Namer& names) {
  return replaced(std::move(claim), [&](const Named& name) -> Argument { return called(name, names); });
}

Claim with_names_beside(Claim claim, const Namer& names) {
  return replaced(std::move(claim), [&](const Named& name) -> Argument {
    return Named{name.kind, name.id, called(name, names)};
  });
}

LocalizedText in_every_language(const std::vector<Claim>& claims) {
  LocalizedText text;
  for (const std::string& tag : languages()) text.set(tag, say(claims, Listener{.language = *find_language(tag)}));
  return text;
}

bool has_message(std::string_view key) {
  return detail::find_message(key, Language::kEn, "") != nullptr;
}

std::vector<std::pair<std::string, std::string>> messages(std::string_view tag) {
  std::vector<std::pair<std::string, std::string>> all;
  const auto found = detail::catalogue().find(tag);
  if (found == detail::catalogue().end()) return all;
  for (const auto& [key, entry] : found->second) all.emplace_back(key, entry.text);
  return all;
}

std::vector<std::string> gaps(std::string_view key, std::string_view tag) {
  std::vector<std::string> names;
  const auto language = detail::catalogue().find(tag);
  if (language == detail::catalogue().end()) return names;
  const auto found = language->second.find(key);
  if (found != language->second.end()) detail::collect_gaps(found->second.message, names);
  return names;
}

}  // namespace houvast::inline v0_1
