#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "gerdes/assessed.hpp"
#include "houvast/gerdes/strengthening.hpp"
#include "houvast/text/claim.hpp"

/// What is said of the outcome for a dimension.
namespace houvast::inline v0_1::detail {

enum class Verdict : std::uint8_t { kStrengthen, kFits, kLowerFits, kTooFew, kDepends };

/// "strengthen", "fits", "lower_fits" or, for the last two, "unknown".
[[nodiscard]] std::string_view status_text(Verdict verdict) noexcept;

/// "2/3"
[[nodiscard]] std::string fraction_text(const StageRule& rule);

struct Outcome {
  const Dimension& dimension;
  const StageTally& tally;
  int wished = 0;
  std::optional<int> reached{};
  Verdict verdict = Verdict::kFits;
  const StageRule& rule;
  std::optional<Complexity> complexity{};  ///< nothing: the wished stage is the user's own
  bool people = true;                      ///< one assessment per person: count people, else assessments
  bool counts = true;                      ///< whether the words may say how many
};

/// What is wished, how many are there, and what to talk about; or why it is not known.
[[nodiscard]] std::vector<Claim> reason_claims(const Outcome& outcome);

}  // namespace houvast::inline v0_1::detail
