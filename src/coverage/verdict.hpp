#pragma once

#include <optional>
#include <string>
#include <vector>

#include "houvast/coverage/coverage.hpp"
#include "houvast/text/claim.hpp"

namespace houvast::inline v0_1::detail {

/// What a check found, before the engine gives it its title and its rule.
struct Verdict {
  Status status = Status::kOk;
  std::vector<Evidence> evidence{};
  std::vector<Claim> claims{};  ///< none with kOk: the check's own "ok" is said
  std::vector<Claim> needed{};  ///< what would settle what is not known

  /// Makes the status at least so serious: ok, unknown, attention, missing.
  void raise(Status to);
  void note(std::string kind, std::string id, std::string role, std::optional<double> value = std::nullopt,
            std::string of = {});
  /// Adds a number of the whole.
  void note_number(const std::string& name, double value);
  void claim(std::string id, Arguments args = {});
  /// Says it of these names, when there are any.
  void claim_about(std::string id, const std::string& kind, const std::vector<std::string>& names);
  void need(std::string id);
  /// Leaves open what these groups did, because they are too few people to tell of.
  void too_few(const std::string& kind, const std::vector<std::string>& groups);
  /// Leaves open what groups did whose answers are not told.
  void not_shown(const std::string& kind, const std::vector<std::string>& groups);
};

/// Unknown: what is not known, and what would settle it.
[[nodiscard]] Verdict not_known(std::string claim, std::string needed);
/// Not applicable, with the reason.
[[nodiscard]] Verdict does_not_apply(std::string claim);

}  // namespace houvast::inline v0_1::detail
