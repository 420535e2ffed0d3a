#pragma once

#include <cstdint>
#include <map>
#include <string>
#include <string_view>

#include "houvast/disclosure/release.hpp"

namespace houvast::inline v0_1::detail {

/// Who takes part in the last wave, counted once, and what they may be called because of it.
class PublicNames {
 public:
  PublicNames(const Study& study, std::int64_t threshold);

  /// What public_name() gives.
  [[nodiscard]] std::string name(const Party& party, std::string_view purpose, const Language& language) const;
  /// The same in a list, where one description stands for all parties that share it.
  [[nodiscard]] std::string in_list(const Party& party, std::string_view purpose, const Language& language) const;
  /// Whether a party could be any of enough.
  [[nodiscard]] bool could_be_many() const { return parties_ >= threshold_; }
  /// Whether an organisation may be named: it stands for enough people, or all its parties agreed.
  [[nodiscard]] bool may_name_organisation(const Party& spokesman, std::string_view purpose) const;
  /// Whether enough people of a group were asked. @param attribute domain, level, perspective or sector
  [[nodiscard]] bool enough_asked(const std::string& attribute, const std::string& group) const;

 private:
  struct Organisation {
    std::int64_t people = 0;
    std::int64_t parties = 0;
    std::map<std::string, std::int64_t, std::less<>> agreed{};  // parties per purpose
  };

  void count(const Party& party);
  [[nodiscard]] bool could_be_many_of(const std::string& domain) const;

  const Study& study_;
  std::int64_t threshold_;
  std::int64_t parties_ = 0;
  std::map<std::string, std::int64_t> of_domain_;                                  // parties
  std::map<std::string, std::map<std::string, std::int64_t>, std::less<>> asked_;  // people, per attribute and group
  std::map<std::string, Organisation> organisations_;
};

}  // namespace houvast::inline v0_1::detail
