// Runs a fuzz target under a sanitizer without libFuzzer: inputs drawn from a seed, the same in every run.
//   <target> RUNS [FILE | FOLDER ...]
// Half of the inputs are made of the files, with bytes changed, taken out, repeated and put in; the others are bytes
// drawn by chance. The input that breaks the target is written to <target>.found, with which libFuzzer's target can be
// run.
#include <sanitizer/common_interface_defs.h>

#include <algorithm>
#include <csignal>
#include <cstdint>
#include <cstdio>
#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <string>
#include <vector>

#include "houvast/base/random.hpp"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size);

namespace {

constexpr std::size_t kLongest = 4096;

std::string program;  // whose name the file that is found has
std::string input;

void keep_input() {
  const std::string path = program + ".found";
  if (std::FILE* const file = std::fopen(path.c_str(), "wb")) {
    std::fwrite(input.data(), 1, input.size(), file);
    std::fclose(file);
  }
  std::fprintf(stderr, "the input that broke it is in %s\n", path.c_str());
}

void abort_told(int) {
  keep_input();
  std::_Exit(134);
}

std::string text_of(const std::filesystem::path& path) {
  std::ifstream file(path, std::ios::binary);
  return {std::istreambuf_iterator<char>(file), {}};
}

std::vector<std::string> texts_of(int count, char** arguments) {
  std::vector<std::filesystem::path> paths;
  for (int i = 2; i < count; ++i) {
    if (!std::filesystem::is_directory(arguments[i])) {
      paths.emplace_back(arguments[i]);
      continue;
    }
    for (const auto& entry : std::filesystem::directory_iterator(arguments[i])) paths.push_back(entry.path());
  }
  std::sort(paths.begin(), paths.end());
  std::vector<std::string> texts;
  texts.reserve(paths.size());
  for (const std::filesystem::path& path : paths) texts.push_back(text_of(path));
  return texts;
}

class Drawing {
 public:
  explicit Drawing(std::vector<std::string> texts) : texts_(std::move(texts)), random_(1) {}

  std::string next() {
    if (texts_.empty() || below(2) == 0) return bytes(below(kLongest / 2));
    std::string text = texts_[below(texts_.size())];
    for (std::size_t changes = 1 + below(8); changes > 0; --changes) change(text);
    return text;
  }

 private:
  std::size_t below(std::size_t n) { return static_cast<std::size_t>(random_.below(static_cast<std::uint64_t>(n))); }

  std::string bytes(std::size_t size) {
    std::string drawn(size, '\0');
    for (char& byte : drawn) byte = static_cast<char>(below(256));
    return drawn;
  }

  void change(std::string& text) {
    const std::size_t at = below(text.size() + 1), size = std::min(below(16) + 1, text.size() - at);
    switch (below(5)) {
      case 0:
        text.replace(at, size, bytes(size));
        break;
      case 1:
        text.erase(at, size * (1 + below(16)));
        break;
      case 2:
        text.insert(at, text.substr(below(text.size() + 1), size));
        break;
      case 3:
        text.insert(at, bytes(below(8)));
        break;
      default:  // what most often stands where it should not
        text.insert(at, 1, "\"{}[],:;0-\n\0\xff"[below(13)]);
    }
  }

  std::vector<std::string> texts_;
  houvast::Random random_;
};

}  // namespace

int main(int count, char** arguments) {
  if (count < 2) return 2;
  program = arguments[0];
  std::signal(SIGABRT, abort_told);
  __sanitizer_set_death_callback(keep_input);
  Drawing drawing(texts_of(count, arguments));
  for (std::int64_t run = std::atoll(arguments[1]); run > 0; --run) {
    input = drawing.next();
    LLVMFuzzerTestOneInput(reinterpret_cast<const std::uint8_t*>(input.data()), input.size());
  }
}
