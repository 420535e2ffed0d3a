#include <algorithm>
#include <memory>
#include <string>
#include <vector>

#include "arrow_in.hpp"
#include "base/index.hpp"
#include "convert.hpp"
#include "docs.hpp"
#include "houvast/io/answer_codes.hpp"
#include "houvast/scoring/tally.hpp"
#include "rooms.hpp"

namespace houvast::bindings {
using houvast::detail::as_size;
namespace {

using ByteArray = py::array_t<std::uint8_t, py::array::c_style>;
using Int32Array = py::array_t<std::int32_t, py::array::c_style | py::array::forcecast>;

// Counts without the interpreter's lock and adds with it: other threads may count into the same tally.
template <class Count>
void add(Tally& tally, const Count& count) {
  const Tally part = [&] {
    const Unlocked nogil;
    return count();
  }();
  tally.merge(part);
}

// Keeps alive what spans look at while the core computes; the core checks codes as it reads them.
struct Kept {
  std::vector<py::object> objects;
  std::vector<std::unique_ptr<ArrowBytes>> arrow;

  // Bytes as they are; other whole numbers are converted to bytes after a check of their range.
  std::span<const std::uint8_t> bytes(const py::handle& object, const char* name) {
    if (is_arrow(object)) {
      arrow.push_back(std::make_unique<ArrowBytes>(py::reinterpret_borrow<py::object>(object), name));
      return arrow.back()->bytes();
    }
    py::array array = as_array(object, name, 1);
    if (!py::isinstance<ByteArray>(array)) array = checked_cast(array, "uint8", 0, 255, name);
    keep(array);
    return {static_cast<const std::uint8_t*>(array.data()), as_size(array.size())};
  }

  // The owner of the memory is referred to weakly as well: numpy does not resize such an array, not even when it is
  // told not to count references.
  void keep(const py::array& array) {
    py::object owner = array;
    while (py::isinstance<py::array>(owner.attr("base"))) owner = owner.attr("base");
    objects.push_back(array);
    objects.push_back(py::weakref(owner));
  }

  py::array as_array(const py::handle& object, const char* name, py::ssize_t dimensions) {
    auto array = py::array::ensure(object);
    if (!array)
      throw ValueError({"HV-301", argument(name), Claim{"problem.value.something_else"}, {"problem.expected.array"}});
    if (array.ndim() != dimensions) {
      throw ValueError({"HV-301",
                        argument(name),
                        Claim{"problem.value.dimensions", {{"n", array.ndim()}}},
                        {"problem.expected.dimensions", {{"n", dimensions}}}});
    }
    const char kind = array.dtype().kind();
    if (kind != 'i' && kind != 'u') {
      throw ValueError({"HV-302",
                        argument(name),
                        Claim{"problem.value.of_type", {{"type", std::string(py::str(array.dtype()))}}},
                        {"problem.expected.whole_numbers"}});
    }
    return array;
  }

  py::array checked_cast(const py::array& array, const char* type, std::int64_t low, std::int64_t high,
                         const char* name) {
    if (array.size() > 0 && (py::int_(array.attr("min")()).cast<std::int64_t>() < low ||
                             py::int_(array.attr("max")()).cast<std::int64_t>() > high)) {
      throw ValueError({"HV-302", argument(name), "", {"problem.expected.between", {{"low", low}, {"high", high}}}});
    }
    return py::array::ensure(array.attr("astype")(type, "C"));
  }

  std::span<const std::int32_t> whole_numbers(const py::handle& object, const char* name) {
    py::array array = as_array(object, name, 1);
    if (!py::isinstance<py::array_t<std::int32_t, py::array::c_style>>(array)) {
      array = checked_cast(array, "int32", INT32_MIN, INT32_MAX, name);
    }
    keep(array);
    return {static_cast<const std::int32_t*>(array.data()), as_size(array.size())};
  }

  // A label, one code, or a code per respondent.
  CodeColumn codes(const py::object& object, const std::vector<std::string>& labels, const char* name) {
    if (py::isinstance<py::str>(object)) {
      const auto found = std::find(labels.begin(), labels.end(), object.cast<std::string>());
      if (found == labels.end()) {
        throw ValueError({"HV-302", argument(name), object.cast<std::string>(), {"problem.expected.label_of_tally"}});
      }
      return static_cast<std::int32_t>(found - labels.begin());
    }
    if (py::isinstance<py::int_>(object)) return object.cast<std::int32_t>();
    const auto array = py::array::ensure(object);
    if (array && py::isinstance<ByteArray>(array)) return bytes(array, name);
    return whole_numbers(object, name);
  }
};

// A dict of columns by question id, or a table respondents × questions in either memory order.
void add_answers(const Tally& tally, const py::object& answers, TallyBatch& batch, Kept& kept) {
  if (py::isinstance<py::dict>(answers)) {
    const auto columns = py::cast<py::dict>(answers);
    for (const QuestionId& id : tally.questions()) {
      if (!columns.contains(id.str())) {
        throw ValueError({"HV-301",
                          {"problem.subject.answer_columns"},
                          Claim{"problem.value.no_column", {{"column", id.str()}}},
                          {"problem.expected.column_per_question"}});
      }
      batch.columns.push_back(kept.bytes(columns[py::str(id.str())], "answers"));
    }
    if (columns.size() != batch.columns.size()) {
      throw ValueError({"HV-301",
                        {"problem.subject.answer_columns"},
                        std::to_string(columns.size()),
                        {"problem.expected.one_per_question", {{"n", batch.columns.size()}}}});
    }
    return;
  }
  py::array table = kept.as_array(answers, "answers", 2);
  if (table.itemsize() != 1 || table.dtype().kind() != 'u')
    table = kept.checked_cast(table, "uint8", 0, 255, "answers");
  const auto questions = static_cast<py::ssize_t>(tally.questions().size());
  if (table.shape(1) != questions) {
    throw ValueError({"HV-301",
                      argument("answers"),
                      Claim{"problem.value.columns", {{"n", table.shape(1)}}},
                      {"problem.expected.one_per_question", {{"n", questions}}}});
  }
  const bool by_column = table.shape(0) > 0 && table.strides(0) == 1;
  if (!by_column && !py::isinstance<ByteArray>(table)) table = py::array::ensure(table.attr("copy")("C"));
  kept.keep(table);
  const auto* const first = static_cast<const std::uint8_t*>(table.data());
  const auto rows = as_size(table.shape(0));
  for (py::ssize_t q = 0; by_column && q < questions; ++q)
    batch.columns.emplace_back(first + q * table.strides(1), rows);
  if (!by_column) batch.rows = {first, as_size(table.size())};
}

using Codes = Called<"str | numpy.typing.ArrayLike">;  // one for all, or one each
using ByQuestion = Called<"numpy.typing.ArrayLike | collections.abc.Mapping[str, numpy.typing.ArrayLike]">;

// A table of a copy, without the interpreter's lock: other threads may count into the tally.
auto of_copy(Table (Tally::*table)(double) const) {
  return [table](const Tally& tally, double level) {
    const Tally copy = tally;
    const Unlocked nogil;
    return (copy.*table)(level);
  };
}

}  // namespace

void register_tally(py::module_& core) {
  py::class_<Tally>(core, "Tally", "Counts of answers that can be added up; exact, for inside use.")
      .def(py::init([](const Instrument& instrument, std::vector<std::string> groups, std::vector<std::string> waves,
                       bool pairs, std::pair<int, int> minimum) {
             return Tally(instrument, {std::move(groups), std::move(waves), pairs, minimum.first, minimum.second});
           }),
           py::arg("instrument"), py::arg("groups") = std::vector<std::string>{""},
           py::arg("waves") = std::vector<std::string>{""}, py::arg("pairs") = true,
           py::arg("minimum_answered") = std::pair(1, 2), doc("Tally.__init__"))
      .def_property_readonly("instrument", &Tally::instrument, "What was asked.")
      .def_property_readonly(
          "groups", [](const Tally& t) { return t.options().groups; }, "Labels of the groups.")
      .def_property_readonly(
          "waves", [](const Tally& t) { return t.options().waves; }, "Labels of the waves.")
      .def_property_readonly(
          "questions",
          [](const Tally& t) {
            std::vector<std::string> ids;
            for (const QuestionId& id : t.questions()) ids.push_back(id.str());
            return ids;
          },
          "The rated questions, in the order that columns count in.")
      .def_property_readonly("respondents", &Tally::respondents, "How many respondents returned the instrument.")
      .def(
          "update",
          [](Tally& tally, const ByQuestion& answers, const Codes& groups, const Codes& waves, int threads) {
            Kept kept;
            TallyBatch batch;
            add_answers(tally, answers, batch, kept);
            batch.group = kept.codes(groups, tally.options().groups, "groups");
            batch.wave = kept.codes(waves, tally.options().waves, "waves");
            add(tally, [&] { return tally.counted(batch, threads); });
          },
          py::arg("answers"), py::arg("groups") = 0, py::arg("waves") = 0, py::arg("threads") = 1, doc("Tally.update"))
      .def(
          "update_long",
          [](Tally& tally, const Numbers& respondent, const Numbers& question, const Numbers& code,
             std::int64_t respondents, const Codes& groups, const Codes& waves, int threads) {
            Kept kept;
            const LongTallyBatch batch{.group = kept.codes(groups, tally.options().groups, "groups"),
                                       .wave = kept.codes(waves, tally.options().waves, "waves"),
                                       .respondents = respondents,
                                       .respondent = kept.whole_numbers(respondent, "respondent"),
                                       .question = kept.whole_numbers(question, "question"),
                                       .code = kept.bytes(code, "code")};
            add(tally, [&] { return tally.counted(batch, threads); });
          },
          py::arg("respondent"), py::arg("question"), py::arg("code"), py::arg("respondents"), py::arg("groups") = 0,
          py::arg("waves") = 0, py::arg("threads") = 1, doc("Tally.update_long"))
      .def("merge", &Tally::merge, py::arg("other"), doc("Tally.merge"))
      .def("with_labels", &Tally::with_labels, py::arg("groups"), py::arg("waves"), doc("Tally.with_labels"))
      .def(
          "to_bytes", [](const Tally& t) { return py::bytes(t.to_bytes()); }, doc("Tally.to_bytes"))
      .def_static(
          "from_bytes",
          [](const py::bytes& bytes, const Instrument& instrument) {
            return Tally::from_bytes(static_cast<std::string_view>(bytes), instrument);
          },
          py::arg("bytes"), py::arg("instrument"), doc("Tally.from_bytes"))
      .def("finalize", of_copy(&Tally::finalize), py::arg("level") = 0.95, doc("Tally.finalize"))
      .def("reliability", of_copy(&Tally::reliability), py::arg("level") = 0.95, doc("Tally.reliability"))
      .def("__eq__",
           [](const Tally& a, const py::object& b) { return py::isinstance<Tally>(b) && a == b.cast<const Tally&>(); })
      .def("__repr__", [](const Tally& t) {
        return "Tally(" + t.instrument().id().str() + ": " + std::to_string(t.respondents()) + " respondents, " +
               std::to_string(t.options().groups.size()) + " groups, " + std::to_string(t.options().waves.size()) +
               " waves)";
      });

  core.def("answer_code", &code_of_text, py::arg("scale"), py::arg("text"), doc("answer_code"));
  core.def(
      "byte_view",
      [](const Numbers& codes) {
        Kept kept;
        const auto view = kept.bytes(codes, "codes");
        return py::make_tuple(reinterpret_cast<std::uintptr_t>(view.data()), view.size());
      },
      py::arg("codes"), doc("byte_view"));
}

}  // namespace houvast::bindings
