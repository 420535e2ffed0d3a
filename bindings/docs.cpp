#include "docs.hpp"

#include <algorithm>
#include <map>
#include <stdexcept>
#include <string>
#include <vector>

namespace houvast::bindings {
namespace {

using Docs = std::map<std::string, std::string, std::less<>>;

constexpr std::string_view kShared = "parameters.txt";  // what several functions take, told once
constexpr std::string_view kHead = "=== ";              // then one name, or more separated by ", "

// The lines of a text; what follows its last line break only when there is something.
std::vector<std::string> lines_of(std::string_view text) {
  std::vector<std::string> lines;
  while (!text.empty()) {
    const std::size_t end = std::min(text.find('\n'), text.size());
    lines.emplace_back(text.substr(0, end));
    text.remove_prefix(std::min(end + 1, text.size()));
  }
  return lines;
}

// Name → text of a file; names that share a text each have it.
Docs entries_of(std::string_view content) {
  Docs entries;
  std::vector<std::string> names;
  for (const std::string& line : lines_of(content)) {
    if (!line.starts_with(kHead)) {
      for (const std::string& name : names) entries[name] += line + "\n";
      continue;
    }
    names.clear();
    for (std::size_t from = kHead.size(); from < line.size();) {
      const std::size_t end = std::min(line.find(", ", from), line.size());
      names.push_back(line.substr(from, end - from));
      from = end + 2;
    }
  }
  for (auto& [name, text] : entries) text.erase(text.find_last_not_of('\n') + 1);
  return entries;
}

// A line "{by}" stands for what is told of a parameter that several functions take.
std::string with_shared(const std::string& text, const Docs& shared) {
  std::string result;
  for (const std::string& line : lines_of(text)) {
    const bool named = line.starts_with("{") && line.ends_with("}");
    result += (named ? shared.at(line.substr(1, line.size() - 2)) : line) + "\n";
  }
  return result;
}

Docs all_docs() {
  Docs shared, docs;
  for (const auto& file : houvast::detail::embedded_docs()) {
    (file.name == kShared ? shared : docs).merge(entries_of(file.content));
  }
  for (auto& [name, text] : docs) text = with_shared(text, shared);
  return docs;
}

}  // namespace

const char* doc(std::string_view name) {
  static const Docs docs = all_docs();
  const auto found = docs.find(name);
  if (found == docs.end()) throw std::logic_error("bindings/docs has no text for " + std::string(name));
  return found->second.c_str();
}

}  // namespace houvast::bindings
