#pragma once

#include <pybind11/pybind11.h>

#include <cstdint>
#include <memory>
#include <optional>
#include <span>
#include <string>
#include <vector>

#include "arrow_abi.hpp"
#include "houvast/io/column_table.hpp"

namespace houvast::bindings {

/// Whether an object offers itself as an Arrow array or stream (PyCapsule interface).
bool is_arrow(const pybind11::handle& object);

/// Reads an Arrow table (any object with `__arrow_c_stream__` of a struct) into coded columns: texts in every layout
/// (offsets of 32 and 64 bits, views, dictionaries), whole numbers, numbers, booleans and days; nulls become empty
/// cells.
/// @param first_row place of the first row, for messages
/// @throws ValidationError HV-108 naming table, row and column when a column or cell holds something else
ColumnTable columns_from_arrow(const pybind11::object& table, std::string name, std::string file,
                               std::int64_t first_row);

/// Reads one Arrow array or stream into a column that is being built; returns its number of rows.
std::int64_t push_arrow(const pybind11::object& array, ColumnCoder& column, const std::string& file,
                        const std::string& name, std::int64_t first_row);

/// One-byte codes of an Arrow array: a view on its memory when it is one chunk of uint8 without nulls, else a copy in
/// which a null is "skipped".
class ArrowBytes {
 public:
  /// @throws ValueError HV-302 when it holds anything but whole numbers from 0 to 255
  ArrowBytes(const pybind11::object& array, const char* name);

  [[nodiscard]] std::span<const std::uint8_t> bytes() const noexcept { return view_; }

 private:
  std::vector<std::shared_ptr<ArrowArray>> chunks_;  // what the view looks at
  std::vector<std::uint8_t> copy_;
  std::span<const std::uint8_t> view_;
};

}  // namespace houvast::bindings
