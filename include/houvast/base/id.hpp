#pragma once

#include <compare>
#include <functional>
#include <string>
#include <string_view>
#include <utility>

namespace houvast::inline v0_1 {

/// A name of one kind of thing. Ids of different kinds do not mix, and there is no arithmetic on them.
template <class Tag>
class Id {
 public:
  Id() = default;
  explicit Id(std::string text) : text_(std::move(text)) {}
  explicit Id(std::string_view text) : text_(text) {}
  explicit Id(const char* text) : text_(text) {}

  [[nodiscard]] const std::string& str() const noexcept { return text_; }
  [[nodiscard]] bool empty() const noexcept { return text_.empty(); }

  // Written out: strings of older standard libraries have no three-way comparison.
  friend std::strong_ordering operator<=>(const Id& a, const Id& b) noexcept { return a.text_.compare(b.text_) <=> 0; }
  friend bool operator==(const Id&, const Id&) = default;

 private:
  std::string text_;
};

using InstrumentId = Id<struct InstrumentTag>;
using ElementId = Id<struct ElementTag>;
using QuestionId = Id<struct QuestionTag>;
using ScaleId = Id<struct ScaleTag>;
using PartyId = Id<struct PartyTag>;
using RespondentId = Id<struct RespondentTag>;
using WaveId = Id<struct WaveTag>;

}  // namespace houvast::inline v0_1

template <class Tag>
struct std::hash<houvast::Id<Tag>> {
  std::size_t operator()(const houvast::Id<Tag>& id) const noexcept { return std::hash<std::string>{}(id.str()); }
};
