#include "houvast/base/error.hpp"

#include <utility>

namespace houvast {
namespace {

constexpr std::size_t kListed = 50;  // more lines than this are counted, not printed

std::string place(const Where& where) {
  std::string text = where.file;
  const auto add = [&text](const std::string& part) {
    if (!text.empty()) text += ", ";
    text += part;
  };
  if (where.row) add("row " + std::to_string(*where.row));
  if (!where.column.empty()) add("column " + where.column);
  if (!where.pointer.empty()) add("at " + where.pointer);
  return text;
}

std::string all_messages(const std::vector<Issue>& issues) {
  if (issues.empty()) return "unknown error";
  if (issues.size() == 1) return issues.front().message();
  std::string text = std::to_string(issues.size()) + " problems found:";
  for (std::size_t i = 0; i < issues.size() && i < kListed; ++i) {
    text += "\n  " + issues[i].message();
  }
  if (issues.size() > kListed) {
    text += "\n  and " + std::to_string(issues.size() - kListed) + " more, all in .issues";
  }
  return text;
}

std::vector<Issue> at_least_one(std::vector<Issue> issues) {
  if (issues.empty()) issues.push_back({"HV-300", "error", "", "at least one issue", {}});
  return issues;
}

}  // namespace

std::string Issue::message() const {
  std::string text = "[" + code + "] ";
  const std::string at = place(where);
  if (!at.empty()) text += at + ": ";
  text += subject;
  if (!value.empty()) text += " '" + value + "'";
  if (!expected.empty()) text += "; expected " + expected;
  return text;
}

Error::Error(Issue issue) : Error(std::vector<Issue>{std::move(issue)}) {}

Error::Error(std::vector<Issue> issues)
    : std::runtime_error(all_messages(issues)), issues_(at_least_one(std::move(issues))) {}

}  // namespace houvast
