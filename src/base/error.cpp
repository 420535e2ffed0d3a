#include "houvast/base/error.hpp"

#include <utility>

#include "houvast/text/say.hpp"

namespace houvast {
namespace {

constexpr std::size_t kListed = 50;  // more lines than this are counted, not printed

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

}  // namespace

std::string Found::say(const Language& language) const {
  const Claim* const told = words();
  return told == nullptr ? std::get<std::string>(value_) : houvast::say(*told, language);
}

std::string Issue::expectation(const Language& language) const {
  const std::string text = expected.id.empty() ? "" : houvast::say(expected, language);
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

std::string say_issues(const std::vector<Issue>& issues, const Language& language) {
  if (issues.size() == 1) return issues.front().say(language);
  std::string text = say(Claim{"error.several", {{"n", issues.size()}}}, language);
  for (std::size_t i = 0; i < issues.size() && i < kListed; ++i) text += "\n  " + issues[i].say(language);
  if (issues.size() > kListed) text += "\n  " + say(Claim{"error.more", {{"n", issues.size() - kListed}}}, language);
  return text;
}

Error::Error(Issue issue) : Error(std::vector<Issue>{std::move(issue)}) {}

Error::Error(std::vector<Issue> issues)
    : std::runtime_error(issues.empty() ? say_issues(at_least_one({}), Language::kEn)
                                        : say_issues(issues, Language::kEn)),
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

}  // namespace houvast
