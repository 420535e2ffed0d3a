#include "arrow_in.hpp"

#include <algorithm>
#include <array>
#include <cmath>
#include <cstring>
#include <functional>
#include <optional>
#include <utility>

#include "base/index.hpp"
#include "houvast/base/error.hpp"
#include "houvast/base/parallel.hpp"
#include "unlocked.hpp"

namespace py = pybind11;

namespace houvast::bindings {
using houvast::detail::as_size;
namespace {

constexpr std::int32_t kUnseen = -2;
constexpr std::int64_t kManyRows = 1 << 16;  // from here on columns are read side by side

template <class Struct>
std::shared_ptr<Struct> owned() {
  return std::shared_ptr<Struct>(new Struct{}, [](Struct* item) {
    if (item->release != nullptr) item->release(item);
    delete item;
  });
}

// The chunks of anything that speaks Arrow, one after the other; the structs are moved out of their capsules, as the
// interface wants.
class Chunks {
 public:
  explicit Chunks(const py::object& object) : schema_(owned<ArrowSchema>()) {
    if (py::hasattr(object, "__arrow_c_stream__")) {
      capsule_ = object.attr("__arrow_c_stream__")();
      stream_ = static_cast<ArrowArrayStream*>(PyCapsule_GetPointer(capsule_.ptr(), "arrow_array_stream"));
      if (stream_ == nullptr) throw py::error_already_set();
      check(stream_->get_schema(stream_, schema_.get()));
      return;
    }
    const py::tuple pair = object.attr("__arrow_c_array__")();
    auto* schema = static_cast<ArrowSchema*>(PyCapsule_GetPointer(pair[0].ptr(), "arrow_schema"));
    auto* array = static_cast<ArrowArray*>(PyCapsule_GetPointer(pair[1].ptr(), "arrow_array"));
    if (schema == nullptr || array == nullptr) throw py::error_already_set();
    *schema_ = *schema;
    schema->release = nullptr;
    only_ = owned<ArrowArray>();
    *only_ = *array;
    array->release = nullptr;
  }

  [[nodiscard]] const ArrowSchema& schema() const noexcept { return *schema_; }

  // The next chunk; nothing after the last one.
  [[nodiscard]] std::shared_ptr<ArrowArray> next() {
    if (stream_ == nullptr) return std::exchange(only_, nullptr);
    auto array = owned<ArrowArray>();
    check(stream_->get_next(stream_, array.get()));
    return array->release == nullptr ? nullptr : array;
  }

 private:
  void check(int status) const {
    if (status == 0) return;
    const char* reason = stream_->get_last_error(stream_);
    throw ValueError(
        {"HV-302", {"problem.subject.arrow_stream"}, reason == nullptr ? "" : reason, {"problem.expected.stream"}});
  }

  std::shared_ptr<ArrowSchema> schema_;
  py::object capsule_;
  ArrowArrayStream* stream_ = nullptr;
  std::shared_ptr<ArrowArray> only_;
};

// One array of a chunk with the rows that are meant: its own offset on top of its parent's.
struct Slice {
  const ArrowArray* array;
  std::int64_t offset;
  std::int64_t length;

  template <class T>
  [[nodiscard]] const T* buffer(int i) const {
    return static_cast<const T*>(array->buffers[i]);
  }
  // A value, read once: what is checked is what is used, even when others write to the memory.
  template <class T>
  [[nodiscard]] static T once(const T* place) {
    return *static_cast<const volatile T*>(place);
  }
  [[nodiscard]] static bool bit(const std::uint8_t* bits, std::int64_t at) { return (bits[at / 8] >> (at % 8)) & 1; }
  // An absent bitmap means that nothing is missing.
  [[nodiscard]] bool complete() const {
    return array->null_count == 0 || array->n_buffers == 0 || array->buffers[0] == nullptr;
  }
  [[nodiscard]] bool valid(std::int64_t row) const { return complete() || bit(buffer<std::uint8_t>(0), offset + row); }
};

float half(std::uint16_t bits) {
  const float sign = (bits & 0x8000U) != 0 ? -1.0F : 1.0F;
  const int exponent = (bits >> 10) & 31, fraction = bits & 1023;
  if (exponent == 31) return fraction != 0 ? NAN : sign * INFINITY;
  return sign * (exponent == 0 ? std::ldexp(static_cast<float>(fraction), -24)
                               : std::ldexp(static_cast<float>(fraction + 1024), exponent - 25));
}

using Push = std::function<void(std::int64_t begin, std::int64_t end)>;  // rows of the slice → their words

template <class PushRow>
Push each(PushRow push) {
  return [push](std::int64_t begin, std::int64_t end) {
    for (std::int64_t row = begin; row < end; ++row) push(row);
  };
}

// Small numbers come back again and again: their words are looked up once.
template <class T>
Push numbers(const Slice& slice, ColumnCoder& column) {
  const T* const values = slice.buffer<T>(1) + slice.offset;
  const auto known = std::make_shared<std::array<std::int32_t, 512>>();
  known->fill(kUnseen);
  return each([values, known, &column](std::int64_t row) {
    const T value = Slice::once(values + row);
    const auto wide = static_cast<std::int64_t>(value);  // NOLINT(bugprone-signed-char-misuse): int8 is a number
    if (wide < -128 || wide > 255) {
      column.push(std::to_string(value));
      return;
    }
    std::int32_t& code = (*known)[as_size(wide + 128)];
    if (code == kUnseen) code = column.word(std::to_string(value));
    column.push_code(code);
  });
}

template <class T, class Convert>
Push reals(const Slice& slice, ColumnCoder& column, const Convert& convert) {
  const T* const values = slice.buffer<T>(1) + slice.offset;
  return each([values, convert, &column](std::int64_t row) { column.push_number(convert(values[row])); });
}

// The offsets are checked on a copy, which is what is used.
template <class Offset>
Push texts(const Slice& slice, ColumnCoder& column) {
  std::vector<Offset> own;
  if (slice.length > 0) {
    const Offset* const first = slice.buffer<Offset>(1) + slice.offset;
    own.assign(first, first + slice.length + 1);
    if (own.front() < 0 || !std::is_sorted(own.begin(), own.end())) return nullptr;
  }
  const char* const bytes = slice.buffer<char>(2);
  return each(
      [offsets = std::make_shared<const std::vector<Offset>>(std::move(own)), bytes, &column](std::int64_t row) {
        const auto at = as_size(row);
        column.push({bytes + (*offsets)[at], as_size((*offsets)[at + 1] - (*offsets)[at])});
      });
}

// A string view: its length, then 12 bytes of text, or 4 bytes of it, the number of a buffer and a place there.
struct TextView {
  static constexpr std::int32_t kInline = 12;

  std::int32_t length, prefix, buffer, place;
};

// The text of a view, which is no other's to change; nothing when it points outside its buffers.
std::optional<std::string_view> text_of(const TextView& view, const ArrowArray& array) {
  if (view.length < 0) return std::nullopt;
  const auto length = as_size(view.length);
  if (view.length <= TextView::kInline) return std::string_view(reinterpret_cast<const char*>(&view) + 4, length);
  const std::int64_t texts = array.n_buffers - 3;  // beside validity, views and the sizes of the buffers of texts
  if (view.buffer < 0 || view.buffer >= texts || view.place < 0) return std::nullopt;
  const auto* const sizes = static_cast<const std::int64_t*>(array.buffers[array.n_buffers - 1]);
  if (std::int64_t{view.place} + view.length > sizes[view.buffer]) return std::nullopt;
  return std::string_view(static_cast<const char*>(array.buffers[2 + view.buffer]) + view.place, length);
}

Push text_views(const Slice& slice, ColumnCoder& column) {
  const auto* const views = slice.buffer<std::uint8_t>(1) + slice.offset * static_cast<std::int64_t>(sizeof(TextView));
  const ArrowArray* const array = slice.array;
  return each([views, array, &column](std::int64_t row) {
    TextView view;
    std::memcpy(&view, views + row * static_cast<std::int64_t>(sizeof view), sizeof view);
    const auto text = text_of(view, *array);
    if (!text) throw ValueError({"HV-302", {"problem.subject.arrow_text"}, "", {"problem.expected.text_in_buffers"}});
    column.push(*text);
  });
}

Push days(const Slice& slice, ColumnCoder& column, std::int64_t per_day, bool narrow) {
  return each([slice, per_day, narrow, &column](std::int64_t row) {
    const std::int64_t value =
        narrow ? slice.buffer<std::int32_t>(1)[slice.offset + row] : slice.buffer<std::int64_t>(1)[slice.offset + row];
    column.push_day(value / per_day - (value % per_day < 0 ? 1 : 0));  // the day that a moment before 1970 falls on
  });
}

// How to read the values of a format, or nothing when houvast does not take them.
Push reader_of(std::string_view format, const Slice& slice, ColumnCoder& column) {
  if (format == "n") return each([&column](std::int64_t) { column.push_empty(); });
  if (format == "b") {
    return each([slice, &column](std::int64_t row) {
      column.push(Slice::bit(slice.buffer<std::uint8_t>(1), slice.offset + row) ? "yes" : "no");
    });
  }
  if (format == "c") return numbers<std::int8_t>(slice, column);
  if (format == "C") return numbers<std::uint8_t>(slice, column);
  if (format == "s") return numbers<std::int16_t>(slice, column);
  if (format == "S") return numbers<std::uint16_t>(slice, column);
  if (format == "i") return numbers<std::int32_t>(slice, column);
  if (format == "I") return numbers<std::uint32_t>(slice, column);
  if (format == "l") return numbers<std::int64_t>(slice, column);
  if (format == "L") return numbers<std::uint64_t>(slice, column);
  if (format == "e") return reals<std::uint16_t>(slice, column, half);
  if (format == "f") return reals<float>(slice, column, [](float value) { return double{value}; });
  if (format == "g") return reals<double>(slice, column, [](double value) { return value; });
  if (format == "u") return texts<std::int32_t>(slice, column);
  if (format == "U") return texts<std::int64_t>(slice, column);
  if (format == "vu") return text_views(slice, column);
  constexpr std::int64_t kDay = 86400;
  if (format == "tdD") return days(slice, column, 1, true);
  if (format == "tdm") return days(slice, column, kDay * 1000, false);
  if (format.starts_with("tss")) return days(slice, column, kDay, false);
  if (format.starts_with("tsm")) return days(slice, column, kDay * 1000, false);
  if (format.starts_with("tsu")) return days(slice, column, kDay * 1000000, false);
  if (format.starts_with("tsn")) return days(slice, column, kDay * 1000000000, false);
  return nullptr;
}

[[noreturn]] void unreadable(const std::string& file, const std::string& name, std::int64_t row) {
  throw ValidationError(
      {"HV-108", {"problem.subject.column"}, name, {"problem.expected.readable_column"}, {file, row, name, ""}});
}

std::int64_t index_at(std::string_view format, const Slice& slice, std::int64_t row) {
  const std::int64_t at = slice.offset + row;
  if (format == "c") return slice.buffer<std::int8_t>(1)[at];
  if (format == "C") return slice.buffer<std::uint8_t>(1)[at];
  if (format == "s") return slice.buffer<std::int16_t>(1)[at];
  if (format == "S") return slice.buffer<std::uint16_t>(1)[at];
  if (format == "i") return slice.buffer<std::int32_t>(1)[at];
  if (format == "I") return slice.buffer<std::uint32_t>(1)[at];
  return slice.buffer<std::int64_t>(1)[at];
}

// Every row: what is there goes to `read`, what is missing becomes an empty cell.
void push_rows(const Slice& slice, const Push& read, ColumnCoder& column) {
  if (slice.complete()) return read(0, slice.length);
  for (std::int64_t row = 0; row < slice.length; ++row) {
    if (slice.valid(row)) {
      read(row, row + 1);
    } else {
      column.push_empty();
    }
  }
}

// A dictionary's words are read once; rows are then its indices.
void push_dictionary(const ArrowSchema& schema, const Slice& slice, ColumnCoder& column, const std::string& file,
                     std::int64_t place) {
  const ArrowArray& words = *slice.array->dictionary;
  ColumnCoder meaning("", words.length);
  const Slice all{&words, words.offset, words.length};
  const Push read = reader_of(schema.dictionary->format, all, meaning);
  if (!read) unreadable(file, schema.name, place);
  push_rows(all, read, meaning);
  const CodedColumn coded = std::move(meaning).build();
  std::vector<std::int32_t> codes(as_size(words.length), kUnseen);
  const auto push = [&]<class Index>(Index /*type*/) {
    const Index* const indices = slice.buffer<Index>(1) + slice.offset;
    const bool complete = slice.complete();
    const std::span<std::int32_t> rows = column.push_rows(slice.length);
    for (std::int64_t row = 0; row < slice.length; ++row) {
      std::int32_t& code = rows[as_size(row)];
      if (!complete && !slice.valid(row)) {
        code = CodedColumn::kEmpty;
        continue;
      }
      // Below 0 becomes beyond every code. NOLINTNEXTLINE(bugprone-signed-char-misuse): int8 is a number
      const auto index = static_cast<std::uint64_t>(Slice::once(indices + row));
      if (index >= codes.size()) unreadable(file, schema.name, place + row);
      std::int32_t& known = codes[index];
      if (known == kUnseen) known = column.word(coded.at(static_cast<std::int64_t>(index)));
      code = known;
    }
  };
  switch (schema.format[0]) {
    case 'c':
      return push(std::int8_t{});
    case 'C':
      return push(std::uint8_t{});
    case 's':
      return push(std::int16_t{});
    case 'S':
      return push(std::uint16_t{});
    case 'i':
      return push(std::int32_t{});
    case 'I':
      return push(std::uint32_t{});
    default:
      return push(std::int64_t{});
  }
}

void push_slice(const ArrowSchema& schema, const Slice& slice, ColumnCoder& column, const std::string& file,
                const std::string& name, std::int64_t place) {
  if (schema.dictionary != nullptr) return push_dictionary(schema, slice, column, file, place);
  const Push read = reader_of(schema.format, slice, column);
  if (!read) unreadable(file, name, place);
  push_rows(slice, read, column);
}

}  // namespace

bool is_arrow(const py::handle& object) {
  return py::hasattr(object, "__arrow_c_array__") || py::hasattr(object, "__arrow_c_stream__");
}

ColumnTable columns_from_arrow(const py::object& object, std::string name, std::string file, std::int64_t first_row) {
  Chunks chunks(object);
  const ArrowSchema& schema = chunks.schema();
  if (std::string_view(schema.format) != "+s") {
    throw ValueError(
        {"HV-302", argument(file), Claim{"problem.value.one_arrow_column"}, {"problem.expected.arrow_table"}});
  }
  ColumnTable table{std::move(name), std::move(file), {}, 0, first_row, {}, {}};
  auto chunk = chunks.next();  // most tables are one
  std::vector<std::string> names;
  std::vector<ColumnCoder> columns;
  for (std::int64_t i = 0; i < schema.n_children; ++i) {
    names.emplace_back(schema.children[i]->name == nullptr ? "" : schema.children[i]->name);
    columns.emplace_back(names.back(), chunk == nullptr ? 0 : chunk->length);
  }
  for (; chunk != nullptr; chunk = chunks.next()) {
    const Unlocked nogil;
    const int threads = chunk->length < kManyRows ? 1 : 0;
    parallel_for(schema.n_children, threads, [&](std::int64_t i) {
      const ArrowArray* const child = chunk->children[i];
      const auto index = as_size(i);
      push_slice(*schema.children[i], {child, child->offset + chunk->offset, chunk->length}, columns[index], table.file,
                 names[index], first_row + table.rows);
    });
    table.rows += chunk->length;
  }
  for (ColumnCoder& column : columns) table.columns.push_back(std::move(column).build());
  return table;
}

std::int64_t push_arrow(const py::object& object, ColumnCoder& column, const std::string& file, const std::string& name,
                        std::int64_t first_row) {
  Chunks chunks(object);
  std::int64_t rows = 0;
  while (const auto chunk = chunks.next()) {
    push_slice(chunks.schema(), {chunk.get(), chunk->offset, chunk->length}, column, file, name, first_row + rows);
    rows += chunk->length;
  }
  return rows;
}

ArrowBytes::ArrowBytes(const py::object& object, const char* name) {
  Chunks chunks(object);
  const std::string_view format = chunks.schema().format;
  if (chunks.schema().dictionary != nullptr || format.size() != 1 || std::string_view("cCsSiIlL").find(format) > 7) {
    throw ValueError(
        {"HV-302", argument(name), Claim{"problem.value.other_arrow_column"}, {"problem.expected.whole_numbers"}});
  }
  while (auto chunk = chunks.next()) chunks_.push_back(std::move(chunk));
  const bool one = chunks_.size() == 1 && format == "C";
  if (one && (chunks_.front()->null_count == 0 || chunks_.front()->buffers[0] == nullptr)) {
    const ArrowArray& only = *chunks_.front();
    view_ = {static_cast<const std::uint8_t*>(only.buffers[1]) + only.offset, as_size(only.length)};
    return;
  }
  for (const auto& chunk : chunks_) {
    const Slice slice{chunk.get(), chunk->offset, chunk->length};
    for (std::int64_t row = 0; row < slice.length; ++row) {
      std::int64_t code = 253;  // a null was skipped
      if (slice.valid(row))
        code = format == "L" ? static_cast<std::int64_t>(slice.buffer<std::uint64_t>(1)[slice.offset + row])
                             : index_at(format, slice, row);
      if (code < 0 || code > 255)
        throw ValueError({"HV-302", argument(name), "", {"problem.expected.between", {{"low", 0}, {"high", 255}}}});
      copy_.push_back(static_cast<std::uint8_t>(code));
    }
  }
  chunks_.clear();
  view_ = copy_;
}

}  // namespace houvast::bindings
