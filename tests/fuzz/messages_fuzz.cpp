// Messages as translators write them, and claims with whatever arguments, said in every language.
#include <stdexcept>

#include "bytes.hpp"
#include "houvast/text/language.hpp"
#include "houvast/text/say.hpp"
#include "text/message.hpp"

namespace {

using namespace houvast;
using fuzz::Bytes;

Argument argument(Bytes& bytes) {
  switch (bytes.below(5)) {
    case 0:
      return static_cast<std::int64_t>(bytes.below(65536)) - 100;
    case 1:
      return bytes.number();
    case 2:
      return bytes.text(8);
    case 3:
      return Named{"party", bytes.text(8)};
    default: {
      Argument::List list;
      for (std::size_t n = bytes.below(4); n > 0; --n) list.emplace_back(bytes.text(4));
      return list;
    }
  }
}

// A known message with as many of its arguments as the input gives; those that are absent are told, not read.
void say_one(Bytes& bytes) {
  static const auto known = messages("nl");
  const auto& [key, text] = known[bytes.below(std::min<std::size_t>(known.size(), 65536))];
  Claim claim{key, {}};
  for (const std::string& gap : gaps(key, "nl")) claim.args.insert_or_assign(gap, argument(bytes));
  for (const std::string& tag : languages()) {
    try {
      (void)say(claim, *find_language(tag));
    } catch (const std::logic_error&) {  // an argument of another kind than the message asks for
    }
  }
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  Bytes bytes(data, size);
  if (bytes.chance(2)) {
    say_one(bytes);
    return 0;
  }
  try {
    (void)detail::parse_message("key", bytes.rest());
  } catch (const std::logic_error&) {  // how a message that cannot be read is told to translators
  }
  return 0;
}
