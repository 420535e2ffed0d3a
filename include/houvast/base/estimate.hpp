#pragma once

#include <cstdint>
#include <limits>
#include <map>
#include <optional>
#include <string>
#include <vector>

#include "houvast/api.hpp"
#include "houvast/text/claim.hpp"

namespace houvast::inline v0_1 {

/// How a number was computed: enough to repeat it and to cite it.
struct Provenance {
  Claim definition;                            ///< name of the statistic and its variant, in the field's terms
  Claim source;                                ///< "Author (Year), eq. n" or "own definition"
  std::map<std::string, std::string> options;  ///< every option that changes the number, with its value
  std::optional<std::uint64_t> seed;           ///< when random numbers were used
  std::string version;                         ///< version of houvast

  friend bool operator==(const Provenance&, const Provenance&) = default;
};

/// How a number was computed by this version, without options.
[[nodiscard]] HOUVAST_API Provenance provenance_of(Claim definition, Claim source);

/// A range with its confidence level.
struct Interval {
  double low = std::numeric_limits<double>::quiet_NaN();
  double high = std::numeric_limits<double>::quiet_NaN();
  double level = 0.95;  ///< in (0, 1)

  friend bool operator==(const Interval&, const Interval&) = default;
};

/// One statistic with what is needed to judge it.
///
/// When the statistic is undefined, `value` is NaN and `reason` says why; otherwise `reason` is empty.
struct Estimate {
  double value = std::numeric_limits<double>::quiet_NaN();
  std::optional<Interval> interval;
  std::int64_t n = 0;                     ///< how many observations it rests on
  Claim method;                           ///< one line, fit for a paper
  std::vector<Claim> reason;              ///< why there is no value, or empty
  std::optional<double> p_value;          ///< for tests
  std::optional<double> expected;         ///< value by chance, where that is defined
  std::map<std::string, double> details;  ///< further named numbers, for example "icc2"
  Provenance provenance;

  [[nodiscard]] bool defined() const noexcept { return reason.empty(); }
};

/// A defined estimate; the definition is its method line.
[[nodiscard]] HOUVAST_API Estimate defined_estimate(Claim definition, Claim source, std::int64_t n, double value);
/// An undefined estimate with its reason.
[[nodiscard]] HOUVAST_API Estimate undefined_estimate(Claim definition, Claim source, std::int64_t n, Claim reason);

/// A reason in English, as the column `reason` of a table has it; nothing when there is none.
[[nodiscard]] HOUVAST_API std::optional<std::string> reason_text(const std::optional<Claim>& reason);
/// Why an estimate has no value; nothing when it has one.
[[nodiscard]] HOUVAST_API std::optional<std::string> reason_text(const Estimate& estimate);

}  // namespace houvast::inline v0_1
