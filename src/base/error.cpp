#include "houvast/base/error.hpp"

#include <utility>

#include "houvast/text/say.hpp"

namespace houvast::inline v0_1 {
namespace {

std::string place(const Where& where, const Language& language) {
  std::string text = where.file;
  const auto add = [&text](const std::string& part) { text += (text.empty() ? "" : ", ") + part; };
  if (where.row) add(say(Claim{"error.row", {{"row", *where.row}}}, language));
  if (!where.column.empty()) add(say(Claim{"error.column", {{"column", where.column}}}, language));
  if (!where.pointer.empty()) add(say(Claim{"error.pointer", {{"pointer", where.pointer}}}, language));
  return text;
}

std::vector<Issue> at_least_one(std::vector<Issue> issues) {
  if (issues.empty()) issues.push_back({"HV-300", {"problem.subject.error"}, "", {"problem.expected.one_issue"}});
  return issues;
}

std::string in_english(const std::vector<Issue>& issues) {
  std::vector<std::string> first;
  for (std::size_t i = 0; i < issues.size() && i < kIssuesTold; ++i) first.push_back(issues[i].message());
  return told_together(first, issues.size(), Language::kEn);
}

}  // namespace

std::string Found::say(const Language& language) const {
  const Claim* const told = words();
  return told == nullptr ? std::get<std::string>(value_) : houvast::say(*told, language);
}

std::string Issue::expectation(const Language& language) const {
  std::string text = expected.id.empty() ? "" : houvast::say(expected, language);
  if (near.empty()) return text;
  return houvast::say(Claim{"error.near", {{"expected", text}, {"near", near}}}, language);
}

std::string Issue::say(const Language& language) const {
  std::string found = houvast::say(subject, language);
  if (const std::string given = value.say(language); !given.empty()) found += " '" + given + "'";
  const std::string at = place(where, language), right = expectation(language);
  if (!right.empty()) found = houvast::say(Claim{"error.line", {{"found", found}, {"expected", right}}}, language);
  return "[" + code + "] " + (at.empty() ? "" : at + ": ") + found;
}

std::string Issue::message() const {
  return say(Language::kEn);
}

Claim argument(std::string_view name) {
  return {"problem.subject.option", {{"name", std::string(name)}}};
}

std::string told_together(const std::vector<std::string>& first, std::size_t all, const Language& language) {
  if (all == 1) return first.front();
  std::string text = say(Claim{"error.several", {{"n", all}}}, language);
  for (const std::string& line : first) text += "\n  " + line;
  if (all > first.size()) text += "\n  " + say(Claim{"error.more", {{"n", all - first.size()}}}, language);
  return text;
}

Error::Error(Issue issue) : Error(std::vector<Issue>{std::move(issue)}) {}

Error::Error(std::vector<Issue> issues)
    : std::runtime_error(in_english(issues.empty() ? at_least_one({}) : issues)),
      issues_(at_least_one(std::move(issues))) {}

std::string Error::subject() const {
  return say(issues_.front().subject, Language::kEn);
}

std::string Error::value() const {
  return issues_.front().value.say(Language::kEn);
}

std::string Error::expected() const {
  return issues_.front().expectation(Language::kEn);
}

}  // namespace houvast::inline v0_1
