// Tables of CSV, beside a reader that goes byte by byte as Python's csv does.
#include "bytes.hpp"
#include "houvast/io/column_table.hpp"

namespace {

using Rows = std::vector<std::vector<std::string>>;

Rows read_plainly(std::string_view text, char delimiter) {
  Rows rows(1, {""});
  bool quoted = false, begins = true;
  for (std::size_t i = 0; i < text.size(); ++i) {
    const char c = text[i];
    const bool end = !quoted && (c == delimiter || c == '\n' || c == '\r');
    if (quoted && c == '"') {
      quoted = i + 1 < text.size() && text[i + 1] == '"';
      if (quoted) rows.back().back() += text[i++];
    } else if (begins && c == '"') {
      quoted = true;
    } else if (!end) {
      rows.back().back() += c;
    } else if (c == delimiter) {
      rows.back().emplace_back();
    } else {
      rows.push_back({""});
    }
    begins = end;
  }
  std::erase_if(rows, [](const auto& row) {
    for (const std::string& cell : row) {
      if (cell.find_first_not_of(" \t\r\n\v\f") != std::string::npos) return false;
    }
    return true;
  });
  return rows;
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  houvast::fuzz::Bytes bytes(data, size);
  const char delimiter = ",;\t"[bytes.below(3)];
  const std::string text(bytes.rest());
  const auto table = houvast::columns_from_csv(text, "parties", "parties.csv", delimiter);
  if (!table || text.starts_with("\xEF\xBB\xBF")) return 0;
  const Rows rows = read_plainly(text, delimiter);
  houvast::fuzz::must(table->rows + 1 == static_cast<std::int64_t>(rows.size()));
  houvast::fuzz::must(table->columns.size() == rows.front().size());
  for (std::size_t row = 1; row < rows.size(); ++row) {
    for (std::size_t column = 0; column < table->columns.size(); ++column) {
      const std::string expected = column < rows[row].size() ? rows[row][column] : "";
      houvast::fuzz::must(table->columns[column].at(static_cast<std::int64_t>(row) - 1) == expected);
    }
  }
  return 0;
}
