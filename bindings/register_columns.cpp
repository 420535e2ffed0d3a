#include <algorithm>

#include "arrow_in.hpp"
#include "base/index.hpp"
#include "convert.hpp"
#include "docs.hpp"
#include "houvast/base/table.hpp"
#include "rooms.hpp"

namespace houvast::bindings {
using houvast::detail::as_size;
namespace {

std::string type_name(const py::handle& object) {
  return py::str(py::type::handle_of(object).attr("__name__"));
}

// The text of a str; nothing when it is none that UTF-8 can hold.
bool push_text(const py::handle& text, ColumnCoder& column) {
  Py_ssize_t length = 0;
  const char* const bytes = PyUnicode_AsUTF8AndSize(text.ptr(), &length);
  if (bytes == nullptr) {
    PyErr_Clear();
    return false;
  }
  column.push({bytes, as_size(length)});
  return true;
}

bool is_gap(const py::handle& cell) {
  if (cell.is_none()) return true;
  const std::string type = type_name(cell);
  return type == "NAType" || type == "NaTType" || type == "MaskedConstant";
}

// Several texts in one cell.
bool push_texts(const py::handle& parts, ColumnCoder& column) {
  std::string joined;
  for (const py::handle part : parts) {
    if (!PyUnicode_Check(part.ptr())) return false;
    joined += (joined.empty() ? "" : ";") + part.cast<std::string>();
  }
  column.push(joined);
  return true;
}

bool push_object(const py::handle& cell, ColumnCoder& column);

bool push_numpy_scalar(const py::handle& cell, ColumnCoder& column) {
  const py::object plain = cell.attr("item")();
  return type_name(plain) != type_name(cell) && push_object(plain, column);
}

// A cell of any Python type as text; false when it is none that a table may hold.
bool push_object(const py::handle& cell, ColumnCoder& column) {
  if (PyUnicode_Check(cell.ptr())) return push_text(cell, column);
  if (py::isinstance<py::list>(cell) || py::isinstance<py::tuple>(cell)) return push_texts(cell, column);
  if (PyBool_Check(cell.ptr())) {
    column.push(cell.ptr() == Py_True ? "yes" : "no");
  } else if (PyLong_Check(cell.ptr())) {
    column.push(std::string(py::str(cell)));
  } else if (PyFloat_Check(cell.ptr())) {
    column.push_number(PyFloat_AsDouble(cell.ptr()));
  } else if (is_gap(cell)) {
    column.push_empty();
  } else if (py::hasattr(cell, "isoformat")) {
    column.push(std::string(py::str(cell.attr("isoformat")())).substr(0, 10));
  } else {
    return py::hasattr(cell, "item") && py::hasattr(cell, "dtype") && push_numpy_scalar(cell, column);
  }
  return true;
}

// The same; an object that fails when it is asked for its text is none that a table may hold.
bool push_readable(const py::handle& cell, ColumnCoder& column) {
  try {
    return push_object(cell, column);
  } catch (const py::error_already_set& error) {
    if (!error.matches(PyExc_Exception) || error.matches(PyExc_MemoryError)) throw;
    return false;
  }
}

std::int64_t push_objects(const py::object& values, ColumnCoder& column, const std::string& file,
                          const std::string& name, std::int64_t first_row) {
  const py::object cells = py::hasattr(values, "tolist") ? values.attr("tolist")() : values;
  if (PyUnicode_Check(cells.ptr()) || !py::hasattr(cells, "__iter__")) {
    throw ValueError({"HV-301",
                      {"problem.subject.column_of", {{"column", name}, {"table", file}}},
                      Claim{"problem.value.one_of_type", {{"type", type_name(values)}}},
                      {"problem.expected.sequence"}});
  }
  std::int64_t rows = 0;
  for (const py::handle cell : cells) {
    if (!push_readable(cell, column)) {
      throw ValidationError({"HV-108",
                             {"problem.subject.cell_of_type"},
                             type_name(cell),
                             {"problem.expected.plain_cell"},
                             {file, first_row + rows, name, ""}});
    }
    ++rows;
  }
  return rows;
}

// Columns of different kinds, each read the way it allows.
ColumnTable columns_from_items(const py::list& items, std::string name, std::string file, std::int64_t first_row,
                               std::vector<std::int64_t> row_numbers) {
  ColumnTable table{std::move(name), std::move(file), {}, 0, first_row, std::move(row_numbers), {}};
  for (const py::handle item : items) {
    const auto pair = py::cast<py::tuple>(item);
    const std::string column_name = py::str(pair[0]);
    const py::object values = pair[1];
    std::optional<std::pair<CodedColumn, std::int64_t>> read;
    if (is_arrow(values)) {
      try {
        ColumnCoder column(column_name);
        const std::int64_t rows = push_arrow(values, column, table.file, column_name, first_row);
        read.emplace(std::move(column).build(), rows);
      } catch (py::error_already_set&) {
        // its own library cannot make it Arrow (mixed types, pyarrow not installed): cell by cell then
      }
    }
    if (!read) {
      ColumnCoder column(column_name);
      const std::int64_t rows = push_objects(values, column, table.file, column_name, first_row);
      read.emplace(std::move(column).build(), rows);
    }
    if (!table.columns.empty() && read->second != table.rows) {
      throw ValueError({"HV-301",
                        {"problem.subject.column_of", {{"column", column_name}, {"table", table.file}}},
                        Claim{"problem.value.rows", {{"n", read->second}}},
                        {"problem.expected.rows_like_before", {{"n", table.rows}}}});
    }
    table.rows = read->second;
    table.columns.push_back(std::move(read->first));
  }
  return table;
}

template <class T>
Column column_of(const std::string& name, const Claim& meaning, const py::list& values) {
  ColumnBuilder<T> column(name, meaning);
  for (const py::handle value : values) {
    if (value.is_none()) {
      column.push_missing();
    } else {
      column.push(value.cast<T>());
    }
  }
  return std::move(column).build();
}

Table make_table(const Claim& title, const py::list& columns, const Claim& definition) {
  std::vector<Column> made;
  for (const py::handle item : columns) {
    const auto [name, meaning, values] = item.cast<std::tuple<std::string, Claim, py::list>>();
    bool flags = true, whole = true, numbers = true;
    for (const py::handle value : values) {
      if (value.is_none()) continue;
      const bool flag = PyBool_Check(value.ptr());
      flags = flags && flag;
      whole = whole && !flag && PyLong_Check(value.ptr());
      numbers = numbers && !flag && (PyLong_Check(value.ptr()) || PyFloat_Check(value.ptr()));
    }
    const bool empty = std::all_of(values.begin(), values.end(), [](const py::handle v) { return v.is_none(); });
    made.push_back(empty     ? column_of<std::string>(name, meaning, values)
                   : flags   ? column_of<bool>(name, meaning, values)
                   : whole   ? column_of<std::int64_t>(name, meaning, values)
                   : numbers ? column_of<double>(name, meaning, values)
                             : column_of<std::string>(name, meaning, values));
  }
  return {title, std::move(made), {definition, {"source.own"}, {}, std::nullopt, ""}};
}

}  // namespace

void register_columns(py::module_& core) {
  py::class_<ColumnTable>(core, "ColumnTable", "A table of texts in columns, each distinct text kept once.")
      .def_readonly("name", &ColumnTable::name, "Name of the table.")
      .def_readonly("file", &ColumnTable::file, "Name of the file in messages.")
      .def_property_readonly(
          "columns",
          [](const ColumnTable& table) {
            std::vector<std::string> names;
            for (const CodedColumn& column : table.columns) names.push_back(column.name);
            return names;
          },
          "Names of the columns.")
      .def("__len__", [](const ColumnTable& table) { return table.rows; })
      .def(
          "drop",
          [](ColumnTable& table, const std::vector<std::string>& names) {
            std::erase_if(table.columns, [&](const CodedColumn& column) {
              return std::find(names.begin(), names.end(), column.name) != names.end();
            });
          },
          py::arg("names"), doc("ColumnTable.drop"))
      .def("__repr__", [](const ColumnTable& table) {
        return "ColumnTable(" + table.name + ": " + std::to_string(table.rows) + " rows, " +
               std::to_string(table.columns.size()) + " columns)";
      });
  core.def(
      "columns_from_csv",
      [](const py::bytes& text, const std::string& name, const std::string& file, const std::string& delimiter) {
        const auto view = static_cast<std::string_view>(text);
        const Unlocked nogil;
        return columns_from_csv(view, name, file, delimiter.empty() ? ',' : delimiter.front());
      },
      py::arg("text"), py::arg("name"), py::arg("file"), py::arg("delimiter"), doc("columns_from_csv"));
  core.def("columns_from_arrow", &columns_from_arrow, py::arg("table"), py::arg("name"), py::arg("file"),
           py::arg("first_row") = 1, doc("columns_from_arrow"));
  core.def("columns_from_items", &columns_from_items, py::arg("items"), py::arg("name"), py::arg("file"),
           py::arg("first_row") = 1, py::arg("row_numbers") = std::vector<std::int64_t>{}, doc("columns_from_items"));
  core.def(
      "study_from_columns",
      [](const py::bytes& json, const py::list& tables, const std::string& file) {
        const std::string text = json;
        std::vector<ColumnTable> taken;  // the columns may be large: moved, not copied
        for (const py::handle table : tables) taken.push_back(std::move(py::cast<ColumnTable&>(table)));
        const Unlocked nogil;
        return study_from_columns(text, taken, file);
      },
      py::arg("json"), py::arg("tables"), py::arg("file") = "study.json", doc("study_from_columns"));
  core.def("make_table", &make_table, py::arg("title"), py::arg("columns"), py::arg("definition"), doc("make_table"));
}

}  // namespace houvast::bindings
