#include <limits>
#include <stdexcept>
#include <variant>

#include "arrow.hpp"
#include "convert.hpp"
#include "docs.hpp"
#include "houvast/base/estimate.hpp"
#include "houvast/base/random.hpp"
#include "houvast/base/table.hpp"
#include "houvast/base/text.hpp"
#include "houvast/text/say.hpp"
#include "pickle.hpp"
#include "rooms.hpp"

namespace houvast::bindings {
namespace {

// Exact, however many bits it takes.
py::object to_python(WideInteger value) {
  const auto low = static_cast<std::uint64_t>(value);
  const auto high = static_cast<std::int64_t>(value >> 64);
  return (py::int_(high) << py::int_(64)) | py::int_(low);
}

WideInteger to_wide(const py::handle& value) {
  const py::object whole = py::reinterpret_borrow<py::object>(value);
  const auto high = (whole >> py::int_(64)).cast<std::int64_t>();
  const auto low = (whole & py::int_(std::numeric_limits<std::uint64_t>::max())).cast<std::uint64_t>();
  return static_cast<WideInteger>(high) * (static_cast<WideInteger>(1) << 64) + low;
}

// A column as numpy array; missing values are handed over separately as a mask.
using Cells = Called<
    "numpy.typing.NDArray[numpy.float64] | numpy.typing.NDArray[numpy.int64] | "
    "numpy.typing.NDArray[numpy.bool_] | list[str] | list[int]">;

Cells column_values(const Column& column) {
  return std::visit(
      [](const auto& values) -> Cells {
        using Value = typename std::decay_t<decltype(values)>::value_type;
        if constexpr (std::is_same_v<Value, std::string>) {
          return py::cast(values);
        } else if constexpr (std::is_same_v<Value, WideInteger>) {
          py::list whole;
          for (const WideInteger value : values) whole.append(to_python(value));
          return whole;
        } else if constexpr (std::is_same_v<Value, bool>) {
          py::array_t<bool> array(static_cast<py::ssize_t>(values.size()));
          for (std::size_t i = 0; i < values.size(); ++i) array.mutable_at(i) = values[i];
          return array;
        } else {
          return to_numpy(values);
        }
      },
      column.data);
}

template <std::size_t Kind>
Column::Data data_of(std::size_t kind, const py::object& values) {
  if constexpr (Kind == std::variant_size_v<Column::Data>) {
    throw std::invalid_argument("a pickle of another version");
  } else {
    using Values = std::variant_alternative_t<Kind, Column::Data>;
    if (kind != Kind) return data_of<Kind + 1>(kind, values);
    if constexpr (std::is_same_v<typename Values::value_type, WideInteger>) {
      Values wide;
      for (const py::handle value : values) wide.push_back(to_wide(value));
      return wide;
    } else {
      return values.cast<Values>();
    }
  }
}

py::tuple column_state(const Column& column) {
  return py::make_tuple(column.name, column.data.index(), column_values(column), column.valid, column.meaning,
                        column.titles);
}

Column column_from(const py::tuple& state) {
  return {state[0].cast<std::string>(), data_of<0>(state[1].cast<std::size_t>(), state[2]),
          state[3].cast<std::vector<bool>>(), state[4].cast<Claim>(),
          state[5].cast<std::map<std::string, LocalizedText>>()};
}

py::tuple table_state(const Table& table) {
  return py::make_tuple(table.title(), table.columns(), table.provenance());
}

Table table_from(const py::tuple& state) {
  return {state[0].cast<Claim>(), state[1].cast<std::vector<Column>>(), state[2].cast<Provenance>()};
}

// What a result says of itself, in English; nothing of a result that was never filled.
std::string in_english(const Claim& claim) {
  return claim.id.empty() ? "" : say(claim, Language::kEn);
}

std::vector<std::string> column_names(const Table& table) {
  std::vector<std::string> names;
  for (const Column& column : table.columns()) names.push_back(column.name);
  return names;
}

py::array_t<bool> column_mask(const Column& column) {
  py::array_t<bool> mask(column.size());
  for (std::int64_t i = 0; i < column.size(); ++i) mask.mutable_at(i) = !column.is_valid(i);
  return mask;
}

}  // namespace

void register_results(py::module_& core) {
  py::class_<Provenance>(core, "Provenance", "How a number was computed: enough to repeat it and to cite it.")
      .def_property_readonly(
          "definition", [](const Provenance& p) { return in_english(p.definition); },
          "Name of the statistic and its variant, in English.")
      .def_property_readonly(
          "source", [](const Provenance& p) { return in_english(p.source); }, "Where it comes from, in English.")
      .def(
          "say", [](const Provenance& p, std::string_view lang) { return say(p.definition, language_of(lang)); },
          py::arg("lang"), doc("Provenance.say"))
      .def(
          "cite", [](const Provenance& p, std::string_view lang) { return say(p.source, language_of(lang)); },
          py::arg("lang"), doc("Provenance.cite"))
      .def_readonly("options", &Provenance::options, "The options that it was computed with, by name.")
      .def_readonly("seed", &Provenance::seed, "Seed of the random numbers, if any.")
      .def_readonly("version", &Provenance::version, "Version of houvast.")
      .def(pickled(&Provenance::definition, &Provenance::source, &Provenance::options, &Provenance::seed,
                   &Provenance::version));

  py::class_<Interval>(core, "Interval", "A range with its confidence level; unpacks into low and high.")
      .def_readonly("low", &Interval::low, "Lower end.")
      .def_readonly("high", &Interval::high, "Upper end.")
      .def_readonly("level", &Interval::level, "Confidence level, 0 to 1.")
      .def(pickled(&Interval::low, &Interval::high, &Interval::level))
      .def("__iter__", [](const Interval& interval) { return py::iter(py::make_tuple(interval.low, interval.high)); })
      .def("__len__", [](const Interval&) { return 2; })
      .def("__getitem__",
           [](const Interval& interval, int i) {
             if (i == 0 || i == -2) return interval.low;
             if (i == 1 || i == -1) return interval.high;
             throw py::index_error("an interval has a low (0) and a high (1)");
           })
      .def("__repr__", [](const Interval& interval) {
        return "[" + std::string(py::str(py::cast(interval.low))) + ", " +
               std::string(py::str(py::cast(interval.high))) + "]";
      });

  py::class_<Estimate> estimate(
      core, "Estimate",
      "One statistic with what is needed to judge it. Undefined: value is nan and `reason` says why.");
  estimate.def_readonly("value", &Estimate::value, "The statistic; nan when it is undefined.")
      .def_readonly("interval", &Estimate::interval, "Its confidence interval, if it has one.")
      .def_readonly("n", &Estimate::n, "How many answers, pairs or nodes it is about.")
      .def_property_readonly(
          "method", [](const Estimate& e) { return in_english(e.method); }, "How it was computed, in English.")
      .def_property_readonly(
          "reason", [](const Estimate& e) { return reason_text(e).value_or(""); },
          "Why it is undefined or has no interval, in English; empty when all is there.")
      .def(
          "say", [](const Estimate& e, std::string_view lang) { return say(e.method, language_of(lang)); },
          py::arg("lang"), doc("Estimate.say"))
      .def(
          "why",
          [](const Estimate& e, std::string_view lang) {
            return say(e.reason, Listener{.language = language_of(lang)});
          },
          py::arg("lang"), doc("Estimate.why"))
      .def_readonly("p_value", &Estimate::p_value, "Of the test that belongs to it, if there is one.")
      .def_readonly("expected", &Estimate::expected, "The value by chance, if that has a meaning.")
      .def_readonly("details", &Estimate::details, "Further numbers by name, which are attributes too.")
      .def_readonly("provenance", &Estimate::provenance,
                    "How it was computed: definition, source, options, version and seed.")
      .def_property_readonly("defined", &Estimate::defined, "Whether there is a value.")
      .def("__float__", [](const Estimate& e) { return e.value; })
      .def("__getattr__",
           [](const Estimate& e, const std::string& name) {
             const auto found = e.details.find(name);
             if (found == e.details.end()) throw py::attribute_error("this estimate has no '" + name + "'");
             return found->second;
           })
      .def("__dir__", [](const Estimate& e) {
        py::list names;
        for (const char* name : {"value", "interval", "n", "method", "reason", "p_value", "expected", "details",
                                 "provenance", "defined", "say", "why"})
          names.append(name);
        for (const auto& [name, value] : e.details) names.append(name);
        return names;
      });
  estimate.def(pickled(&Estimate::value, &Estimate::interval, &Estimate::n, &Estimate::method, &Estimate::reason,
                       &Estimate::p_value, &Estimate::expected, &Estimate::details, &Estimate::provenance));

  py::class_<Column>(core, "Column", "One column of a table.")
      .def_readonly("name", &Column::name, "Name in the table.")
      .def_readonly("meaning", &Column::meaning, "What it means, with unit and range, as data.")
      .def_property_readonly("description", &Column::describe, "What it means, in English.")
      .def(
          "say", [](const Column& column, std::string_view lang) { return say(column.meaning, language_of(lang)); },
          py::arg("lang"), doc("Column.say"))
      .def_property_readonly("values", &column_values,
                             "numpy array, or a list of str, or of int where some pass 64 bits")
      .def_property_readonly("missing", &column_mask, "numpy array of bool, True where there is no value")
      .def_readonly("titles", &Column::titles, "What ids among its values are called, by id.")
      .def(
          "__eq__", [](const Column& a, const Column& b) { return a == b; }, py::is_operator())
      .def(py::pickle(&column_state, &column_from));

  py::class_<Table> table(core, "Table", "A result of several columns; exact, for inside use.");
  table
      .def_property_readonly(
          "title", [](const Table& self) { return in_english(self.title()); }, "What it shows, in English.")
      .def(
          "say", [](const Table& self, std::string_view lang) { return say(self.title(), language_of(lang)); },
          py::arg("lang"), doc("Table.say"))
      .def_property_readonly("columns", &column_names, "Names of the columns, in order.")
      .def_property_readonly("fields", &Table::columns, "The columns, each with its meaning and its values.")
      .def_property_readonly(
          "shape", [](const Table& self) { return std::pair(self.rows(), self.columns().size()); },
          "Number of rows and of columns.")
      .def_property_readonly("provenance", &Table::provenance,
                             "How it was computed: definition, source, options, version and seed.")
      .def("column", &Table::column, py::arg("name"), doc("Table.column"))
      .def(
          "at_rows",
          [](const Table& self, const WholeNumbers& rows) {
            return self.at_rows(to_indexes(rows, "rows", self.rows()));
          },
          py::arg("rows"), doc("Table.at_rows"))
      .def(
          "with_columns",
          [](const Table& self, const std::vector<std::string>& names) { return self.with_columns(names); },
          py::arg("names"), doc("Table.with_columns"))
      .def("__len__", &Table::rows)
      .def(
          "__eq__", [](const Table& a, const Table& b) { return a == b; }, py::is_operator())
      .def(py::pickle(&table_state, &table_from))
      .def(
          "__arrow_c_stream__", [](const Table& self, const py::object&) { return arrow_stream(self); },
          py::arg("requested_schema") = py::none(), "Arrow C stream (PyCapsule interface).");

  py::class_<Random>(core, "Random", "A seeded stream of random numbers that is the same everywhere.")
      .def(py::init<std::uint64_t, std::uint64_t>(), py::arg("seed"), py::arg("stream") = 0, doc("Random.__init__"))
      .def("bits", &Random::bits, doc("Random.bits"))
      .def("below", &Random::below, py::arg("n"), doc("Random.below"))
      .def("uniform", &Random::uniform, doc("Random.uniform"));
}

}  // namespace houvast::bindings
