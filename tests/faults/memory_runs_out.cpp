// Lets memory run out in the middle of every public call, at one allocation after the other, and looks what is left:
// the call ends with bad_alloc, nothing that it took stays taken, and the next call gives what it gave before.
//   memory_runs_out STUDY [TRIES]
// At most so many allocations of each call are tried, evenly spread (nothing said: every one), with and without memory
// that comes back. What stays taken is not looked at where the standard library itself keeps memory.
#include <algorithm>
#include <atomic>
#include <cstdint>
#include <cstdio>
#include <cstdlib>
#include <exception>
#include <functional>
#include <limits>
#include <new>
#include <stdexcept>
#include <string>
#include <type_traits>
#include <utility>
#include <variant>
#include <vector>

#include "houvast/houvast.hpp"

namespace {

constexpr std::int64_t kEnough = std::numeric_limits<std::int64_t>::max();

// Counted over all threads of a call: a thread that is started by it may be the one that finds no memory.
std::atomic<std::int64_t> left = kEnough;
std::atomic<std::int64_t> taken = 0;
std::atomic<bool> comes_back = false;

bool refused() {
  if (left.load(std::memory_order_relaxed) == kEnough) return false;
  const std::int64_t before = left.fetch_sub(1);
  return before == 0 || (before < 0 && !comes_back);
}

void* allocated(std::size_t size, std::size_t alignment) {
  if (refused()) throw std::bad_alloc();
  const std::size_t room = (std::max<std::size_t>(size, 1) + alignment - 1) / alignment * alignment;
  void* const memory = std::aligned_alloc(alignment, room);
  if (memory == nullptr) throw std::bad_alloc();
  taken.fetch_add(1, std::memory_order_relaxed);
  return memory;
}

void freed(void* memory) noexcept {
  if (memory == nullptr) return;
  taken.fetch_sub(1, std::memory_order_relaxed);
  std::free(memory);
}

}  // namespace

void* operator new(std::size_t size) {
  return allocated(size, alignof(std::max_align_t));
}
void* operator new(std::size_t size, std::align_val_t alignment) {
  return allocated(size, static_cast<std::size_t>(alignment));
}
void* operator new(std::size_t size, const std::nothrow_t&) noexcept {
  try {
    return allocated(size, alignof(std::max_align_t));
  } catch (const std::bad_alloc&) {
    return nullptr;
  }
}
void operator delete(void* memory) noexcept {
  freed(memory);
}
void operator delete(void* memory, std::size_t) noexcept {
  freed(memory);
}
void operator delete(void* memory, std::align_val_t) noexcept {
  freed(memory);
}
void operator delete(void* memory, std::size_t, std::align_val_t) noexcept {
  freed(memory);
}
void operator delete(void* memory, const std::nothrow_t&) noexcept {
  freed(memory);
}

namespace {

using houvast::Study;

const char* what = "";
std::int64_t where = 0;

// What a call gave, so that two can be compared.
std::string text(const houvast::Table& table) {
  std::string result;
  for (const houvast::Column& column : table.columns()) {
    result += column.name + ":";
    std::visit(
        [&result]<class Cells>(const Cells& cells) {
          for (const auto& cell : cells) {
            if constexpr (std::is_same_v<std::decay_t<decltype(cell)>, std::string>) {
              result += cell;
            } else {
              result += std::to_string(static_cast<double>(cell));
            }
            result += ';';
          }
        },
        column.data);
  }
  return result;
}

template <class Number>
std::string text(const std::vector<Number>& numbers) {
  std::string result;
  for (const Number number : numbers) result += std::to_string(number) + ";";
  return result;
}

std::string text(const std::vector<houvast::Finding>& findings) {
  std::string result;
  for (const houvast::Finding& finding : findings) {
    result += finding.check + std::string(to_string(finding.status));
    result +=
        houvast::say(finding.claims, {houvast::Language::kNl}) + houvast::say(finding.rule, houvast::Language::kEn);
  }
  return result;
}

std::string text(const houvast::Agenda& agenda) {
  std::string result;
  for (const houvast::AgendaItem& item : agenda.items()) {
    result += item.question.str() + houvast::say(item.why, {houvast::Language::kNl});
  }
  return result;
}

struct Call {
  const char* name;
  std::function<std::string()> made;
};

std::vector<Call> calls_of(const Study& study, const std::string& json) {
  const std::string relation = study.data().relations.at(0).id;
  const houvast::WaveId wave = study.waves().back().id;
  const auto graph = [&study, relation, wave] { return graph_of(network_summary(study, relation, wave).network); };
  return {
      {"study_from_json", [&json] { return study_to_json(houvast::study_from_json(json)); }},
      {"study_to_tables", [&study] { return std::to_string(study_to_tables(study).size()); }},
      {"scores", [&study] { return text(scores_table(study, houvast::scores(study, {.by = "perspective"}), {})); }},
      {"reliability", [&study] { return text(houvast::reliability(study)); }},
      {"agreement", [&study] { return text(houvast::agreement(study)); }},
      {"contrasts", [&study] { return text(houvast::contrasts(study, {.by = "perspective"})); }},
      {"coverage", [&study] { return text(houvast::coverage(study)); }},
      {"what_if", [&study] { return text(houvast::what_if(study, {.remove = {study.parties()[0].id}}).after); }},
      {"agenda", [&study] { return text(houvast::agenda(study)); }},
      {"network_summary",
       [&study, relation, wave] { return text(network_table(study, network_summary(study, relation, wave))); }},
      {"betweenness", [graph] { return text(houvast::graph::betweenness(graph(), {.threads = 2})); }},
      {"communities", [graph] { return text(houvast::graph::communities(graph(), {.attempts = 2}).labels); }},
      {"core_periphery", [graph] { return text(houvast::graph::core_periphery(graph()).core); }},
      {"gerdes_plot_data", [&study] { return text(houvast::gerdes_plot_data(study)); }},
      {"gerdes_reached", [&study] { return text(houvast::gerdes_reached(study)); }},
      {"release", [&study] { return release_document(houvast::release(study, houvast::Policy::named("team"))); }},
  };
}

struct Outcome {
  std::int64_t allocations = 0;
  std::int64_t tried = 0;
  std::int64_t faults = 0;
};

void told(Outcome& outcome, const char* fault) {
  left = kEnough;
  ++outcome.faults;
  std::fprintf(stderr, "%s: allocation %lld: %s\n", what, static_cast<long long>(where), fault);
}

// Whether the standard library keeps the memory of a vector whose elements find none; libc++ 14 and 15 do.
bool vectors_keep_memory() {
  const std::vector<std::string> texts(2, std::string(100, 'a'));
  const std::int64_t before = taken;
  left = 1;
  try {
    const std::vector<std::string> copy(texts);
    throw std::logic_error("a copy of two texts took one allocation: " + copy.back());
  } catch (const std::bad_alloc&) {
    left = kEnough;
  }
  return taken != before;
}

// Once, with no memory at allocation `where`.
void tried(const Call& call, const std::string& wanted, Outcome& outcome) {
  ++outcome.tried;
  static const bool kept_by_vectors = vectors_keep_memory();
  const std::int64_t before = taken;
  left = where;
  try {
    const std::string found = call.made();
    left = kEnough;
    if (found != wanted) told(outcome, "ended with another result");
  } catch (const std::bad_alloc&) {
    left = kEnough;
  } catch (const std::exception& error) {
    told(outcome, error.what());
  }
  if (taken != before && !kept_by_vectors) told(outcome, "kept memory");
}

Outcome campaign(const Call& call, std::int64_t tries) {
  what = call.name;
  const std::string wanted = call.made();  // what is made once and kept is made now
  if (call.made() != wanted) throw std::runtime_error("two calls give two results");
  Outcome outcome;
  left = kEnough - 1;
  static_cast<void>(call.made());
  outcome.allocations = kEnough - 1 - left;
  left = kEnough;
  const std::int64_t step = std::max<std::int64_t>(1, outcome.allocations / std::max<std::int64_t>(1, tries));
  for (const bool back : {false, true}) {
    comes_back = back;
    for (where = 0; where < outcome.allocations; where += step) tried(call, wanted, outcome);
  }
  comes_back = false;
  if (call.made() != wanted) told(outcome, "the next call gives another result");
  return outcome;
}

}  // namespace

int main(int count, char** arguments) {
  std::set_terminate([] {
    left = kEnough;
    std::fprintf(stderr, "%s: allocation %lld: the program was ended\n", what, static_cast<long long>(where));
    std::abort();
  });
  if (count < 2) return 2;
  const std::int64_t tries = count > 2 ? std::atoll(arguments[2]) : kEnough;
  const Study study = houvast::load(arguments[1]);
  const std::string json = study_to_json(study);
  std::int64_t faults = 0;
  for (const Call& call : calls_of(study, json)) {
    const Outcome outcome = campaign(call, tries);
    std::printf("%-18s %10lld allocations, %10lld times without, %lld faults\n", call.name,
                static_cast<long long>(outcome.allocations), static_cast<long long>(outcome.tried),
                static_cast<long long>(outcome.faults));
    std::fflush(stdout);
    faults += outcome.faults;
  }
  // As GoogleTest says it of a test.
  if (vectors_keep_memory())
    std::puts(__FILE__ ": Skipped\nmemory that stays taken: the vectors of this standard library keep some");
  return faults == 0 ? 0 : 1;
}
