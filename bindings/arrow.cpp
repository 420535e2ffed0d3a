#include "arrow.hpp"

#include <cstring>
#include <memory>
#include <string>
#include <vector>

#include "arrow_abi.hpp"
#include "base/index.hpp"
#include "houvast/text/say.hpp"

namespace py = pybind11;

namespace houvast::bindings {
using houvast::detail::as_size;
using houvast::detail::at;
namespace {

constexpr std::int64_t kNullable = 2;

struct SchemaOwner {
  std::string format, name, metadata;
  std::vector<ArrowSchema> children;
  std::vector<ArrowSchema*> pointers;
};

struct ArrayOwner {
  std::vector<std::vector<std::uint8_t>> storage;
  std::vector<const void*> buffers;
  std::vector<ArrowArray> children;
  std::vector<ArrowArray*> pointers;
};

template <class Struct, class Owner>
void release_struct(Struct* item) {
  for (std::int64_t i = 0; i < item->n_children; ++i) {
    if (item->children[i]->release != nullptr) item->children[i]->release(item->children[i]);
  }
  delete static_cast<Owner*>(item->private_data);
  item->release = nullptr;
}

// Key-value metadata as the standard lays it out: counts and lengths as native 32-bit integers.
std::string metadata_of(const std::string& key, const std::string& told) {
  if (told.empty()) return {};
  std::string bytes;
  const auto number = [&bytes](std::size_t n) {
    const auto value = static_cast<std::int32_t>(n);
    bytes.append(reinterpret_cast<const char*>(&value), sizeof value);
  };
  number(1);
  number(key.size());
  bytes += key;
  number(told.size());
  bytes += told;
  return bytes;
}

// Tables are exact; the same words as in files, for whoever opens it.
std::string inside_use() {
  const Claim inside{"workbook.inside"};
  return say(inside, Language::kNl) + " / " + say(inside, Language::kEn);
}

ArrowSchema make_schema(std::string format, std::string name, std::string metadata, std::vector<ArrowSchema> children) {
  auto owner = std::make_unique<SchemaOwner>();
  owner->format = std::move(format);
  owner->name = std::move(name);
  owner->metadata = std::move(metadata);
  owner->children = std::move(children);
  for (ArrowSchema& child : owner->children) owner->pointers.push_back(&child);
  ArrowSchema schema{};
  schema.format = owner->format.c_str();
  schema.name = owner->name.c_str();
  schema.metadata = owner->metadata.empty() ? nullptr : owner->metadata.data();
  schema.flags = kNullable;
  schema.n_children = static_cast<std::int64_t>(owner->children.size());
  schema.children = owner->pointers.data();
  schema.release = release_struct<ArrowSchema, SchemaOwner>;
  schema.private_data = owner.release();
  return schema;
}

ArrowArray make_array(std::int64_t length, std::int64_t nulls, std::vector<std::vector<std::uint8_t>> storage,
                      bool validity_absent, std::vector<ArrowArray> children) {
  auto owner = std::make_unique<ArrayOwner>();
  owner->storage = std::move(storage);
  owner->children = std::move(children);
  for (std::size_t i = 0; i < owner->storage.size(); ++i) {
    owner->buffers.push_back(i == 0 && validity_absent ? nullptr : owner->storage[i].data());
  }
  for (ArrowArray& child : owner->children) owner->pointers.push_back(&child);
  ArrowArray array{};
  array.length = length;
  array.null_count = nulls;
  array.n_buffers = static_cast<std::int64_t>(owner->buffers.size());
  array.n_children = static_cast<std::int64_t>(owner->children.size());
  array.buffers = owner->buffers.data();
  array.children = owner->pointers.data();
  array.release = release_struct<ArrowArray, ArrayOwner>;
  array.private_data = owner.release();
  return array;
}

template <class Flags>
std::vector<std::uint8_t> bitmap(const Flags& flags, std::int64_t length) {
  std::vector<std::uint8_t> bits(as_size((length + 7) / 8) + 1);
  for (std::int64_t i = 0; i < length; ++i) {
    if (at(flags, i)) at(bits, i / 8) |= static_cast<std::uint8_t>(1U << (i % 8));
  }
  return bits;
}

template <class T>
std::vector<std::uint8_t> bytes_of(const std::vector<T>& values) {
  std::vector<std::uint8_t> bytes(values.size() * sizeof(T) + 1);  // never an empty buffer
  std::memcpy(bytes.data(), values.data(), values.size() * sizeof(T));
  return bytes;
}

std::vector<std::vector<std::uint8_t>> buffers_of(const std::vector<std::int64_t>& values) {
  return {{}, bytes_of(values)};
}
std::vector<std::vector<std::uint8_t>> buffers_of(const std::vector<WideInteger>& values) {
  return {{}, bytes_of(values)};
}
std::vector<std::vector<std::uint8_t>> buffers_of(const std::vector<double>& values) {
  return {{}, bytes_of(values)};
}
std::vector<std::vector<std::uint8_t>> buffers_of(const std::vector<bool>& values) {
  return {{}, bitmap(values, static_cast<std::int64_t>(values.size()))};
}
std::vector<std::vector<std::uint8_t>> buffers_of(const std::vector<std::string>& values) {
  std::vector<std::int64_t> offsets = {0};
  std::vector<std::uint8_t> bytes;
  for (const std::string& value : values) {
    bytes.insert(bytes.end(), value.begin(), value.end());
    offsets.push_back(static_cast<std::int64_t>(bytes.size()));
  }
  bytes.push_back(0);
  return {{}, bytes_of(offsets), std::move(bytes)};
}

const char* format_of(const Column& column) {
  constexpr const char* kFormats[] = {"l", "g", "U", "b", "d:38,0"};  // int64, float64, large utf-8, bool, decimal
  return kFormats[column.data.index()];
}

struct Stream {
  Table table;
  bool done = false;
};

int get_schema(ArrowArrayStream* stream, ArrowSchema* out) {
  std::vector<ArrowSchema> children;
  for (const Column& column : static_cast<Stream*>(stream->private_data)->table.columns()) {
    children.push_back(make_schema(format_of(column), column.name, metadata_of("description", column.describe()), {}));
  }
  *out = make_schema("+s", "", metadata_of("use", inside_use()), std::move(children));
  out->flags = 0;
  return 0;
}

int get_next(ArrowArrayStream* stream, ArrowArray* out) {
  auto* state = static_cast<Stream*>(stream->private_data);
  if (state->done) {
    *out = ArrowArray{};  // released: the end of the stream
    return 0;
  }
  state->done = true;
  std::vector<ArrowArray> children;
  for (const Column& column : state->table.columns()) {
    auto buffers = std::visit([](const auto& values) { return buffers_of(values); }, column.data);
    std::int64_t nulls = 0;
    for (const bool valid : column.valid) nulls += valid ? 0 : 1;
    if (nulls > 0) buffers[0] = bitmap(column.valid, column.size());
    children.push_back(make_array(column.size(), nulls, std::move(buffers), nulls == 0, {}));
  }
  *out = make_array(state->table.rows(), 0, {{}}, true, std::move(children));
  return 0;
}

const char* no_error(ArrowArrayStream*) {
  return nullptr;
}

void release_stream(ArrowArrayStream* stream) {
  delete static_cast<Stream*>(stream->private_data);
  stream->release = nullptr;
}

void free_capsule(PyObject* capsule) {
  auto* stream = static_cast<ArrowArrayStream*>(PyCapsule_GetPointer(capsule, "arrow_array_stream"));
  if (stream == nullptr) return;
  if (stream->release != nullptr) stream->release(stream);
  delete stream;
}

}  // namespace

py::capsule arrow_stream(const Table& table) {
  auto stream = std::make_unique<ArrowArrayStream>();
  stream->get_schema = get_schema;
  stream->get_next = get_next;
  stream->get_last_error = no_error;
  stream->release = release_stream;
  stream->private_data = new Stream{table};
  PyObject* capsule = PyCapsule_New(stream.get(), "arrow_array_stream", free_capsule);
  if (capsule == nullptr) throw py::error_already_set();
  (void)stream.release();  // the capsule frees it
  return py::reinterpret_steal<py::capsule>(capsule);
}

}  // namespace houvast::bindings
