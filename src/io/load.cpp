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

namespace houvast::inline v0_1 {
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

// Names of files are UTF-8 here, whatever they are to the system.
std::string name_of(const fs::path& path) {
  const std::u8string name = path.u8string();
  return {name.begin(), name.end()};
}

// To read its bytes as they are; the letters of a name that is not of the system's code page count on Windows too.
std::FILE* opened(const fs::path& path) {
#ifdef _WIN32
  return _wfopen(path.c_str(), L"rb");
#else
  return std::fopen(path.c_str(), "rb");
#endif
}

[[noreturn]] void refuse_file(const fs::path& path, int code) {
  throw ParseError(Issue{"HV-101",
                         {"problem.subject.file"},
                         "",
                         {"problem.expected.readable_file", {{"reason", reason_of(code)}}},
                         {name_of(path), std::nullopt, "", ""}});
}

std::string bytes_of(const fs::path& path) {
  const std::unique_ptr<std::FILE, int (*)(std::FILE*)> file(opened(path), &std::fclose);
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
                         {name_of(path), std::nullopt, "", ""}});
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
    const std::string name = name_of(entry.path().filename());
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
  try {
    const fs::path path(std::u8string(name.begin(), name.end()));
    const fs::file_status status = fs::status(path);
    if (fs::is_directory(status)) return load_folder(path);
    const fs::path ending = path.extension();
    if (!fs::exists(status) || ending == ".xlsx" || ending == ".xlsm") refuse_path(path);
    return study_from_json(bytes_of(path), name_of(path.filename()));
  } catch (const fs::filesystem_error& error) {
    refuse_file(error.path1(), error.code().default_error_condition().value());
  }
}

}  // namespace houvast::inline v0_1
