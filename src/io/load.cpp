#include "houvast/io/load.hpp"

#include <algorithm>
#include <array>
#include <cerrno>
#include <cstdio>
#include <filesystem>
#include <memory>
#include <system_error>

#include "houvast/base/choice.hpp"
#include "houvast/io/column_table.hpp"
#include "houvast/study/tables.hpp"
#include "io/csv_table.hpp"

namespace houvast {
namespace {

namespace fs = std::filesystem;

constexpr std::string_view kDraft = ".houvast-";          // how names of drafts begin that a writer may have left
constexpr const char* kCommitted = ".houvast-committed";  // all new files of a folder whose writer was stopped

// Why the system refused, in words of the catalogue where it has them.
Argument reason_of(int code) {
  constexpr std::array<std::pair<int, const char*>, 6> kWords = {{{EACCES, "problem.reason.EACCES"},
                                                                  {EISDIR, "problem.reason.EISDIR"},
                                                                  {ENAMETOOLONG, "problem.reason.ENAMETOOLONG"},
                                                                  {ENOENT, "problem.reason.ENOENT"},
                                                                  {ENOTDIR, "problem.reason.ENOTDIR"},
                                                                  {EPERM, "problem.reason.EPERM"}}};
  for (const auto& [known, key] : kWords) {
    if (known == code) return Named{"message", key};
  }
  return std::generic_category().message(code);
}

[[noreturn]] void refuse_file(const fs::path& path, int code) {
  throw ParseError(Issue{"HV-101",
                         {"problem.subject.file"},
                         "",
                         {"problem.expected.readable_file", {{"reason", reason_of(code)}}},
                         {path.string(), std::nullopt, "", ""}});
}

std::string bytes_of(const fs::path& path) {
  const std::unique_ptr<std::FILE, int (*)(std::FILE*)> file(std::fopen(path.string().c_str(), "rb"), &std::fclose);
  if (!file) refuse_file(path, errno);
  std::string bytes;
  std::array<char, 1 << 16> part{};
  while (const std::size_t read = std::fread(part.data(), 1, part.size(), file.get())) bytes.append(part.data(), read);
  if (std::ferror(file.get()) != 0) refuse_file(path, errno);
  return bytes;
}

[[noreturn]] void refuse_path(const fs::path& path) {
  throw ParseError(Issue{"HV-101",
                         {"problem.subject.path"},
                         "",
                         {"problem.expected.study_path_for_cpp"},
                         {path.string(), std::nullopt, "", ""}});
}

[[noreturn]] void refuse_table(const std::string& file, const char* subject, Claim expected) {
  throw ParseError(Issue{"HV-117", {subject}, file, std::move(expected), {file, std::nullopt, "", ""}});
}

// A table under another name would be overlooked.
void refuse_stray(const fs::path& folder) {
  std::vector<std::string> known;
  for (const StudyTable& table : study_tables()) known.push_back(table.name + ".csv");
  std::vector<std::string> stray;
  for (const fs::directory_entry& entry : fs::directory_iterator(folder)) {
    const std::string name = entry.path().filename().string();
    if (entry.path().extension() != ".csv" || name.starts_with(kDraft)) continue;
    if (std::find(known.begin(), known.end(), name) == known.end()) stray.push_back(name);
  }
  if (stray.empty()) return;
  std::sort(known.begin(), known.end());
  refuse_table(*std::min_element(stray.begin(), stray.end()), "problem.subject.unknown_table",
               {"problem.expected.only", {{"names", in_a_row(known)}}});
}

Study read_folder(const fs::path& folder) {
  const std::string header = bytes_of(folder / "study.json");
  refuse_stray(folder);
  std::vector<ColumnTable> tables;
  for (const StudyTable& table : study_tables()) {
    const std::string csv = table.name + ".csv", parquet = table.name + ".parquet";
    if (fs::exists(folder / parquet)) {
      refuse_table(parquet, "problem.subject.table", {"problem.expected.csv_for_cpp", {{"name", csv}}});
    }
    if (fs::exists(folder / csv)) tables.push_back(detail::csv_table(bytes_of(folder / csv), table.name, csv));
  }
  return study_from_columns(header, tables);
}

// Read again when another process saved a study there meanwhile.
Study load_folder(const fs::path& folder) {
  while (true) {
    const fs::file_time_type before = fs::last_write_time(folder);
    try {
      const fs::path committed = folder / kCommitted;
      Study study = read_folder(fs::is_directory(committed) ? committed : folder);
      if (fs::last_write_time(folder) == before) return study;
    } catch (const Error&) {
      if (fs::last_write_time(folder) == before) throw;
    }
  }
}

}  // namespace

Study load(std::string_view name) {
  const fs::path path(std::u8string(name.begin(), name.end()));
  try {
    const fs::file_status status = fs::status(path);
    if (fs::is_directory(status)) return load_folder(path);
    const std::string ending = path.extension().string();
    if (!fs::exists(status) || ending == ".xlsx" || ending == ".xlsm") refuse_path(path);
    return study_from_json(bytes_of(path), path.filename().string());
  } catch (const fs::filesystem_error& error) {
    refuse_file(error.path1(), error.code().value());
  }
}

}  // namespace houvast
