#include <algorithm>

#include "base/index.hpp"
#include "coverage/expertise.hpp"
#include "coverage/requirements.hpp"

// C12: every expertise can be reached, first of all by those concerned.
namespace houvast::inline v0_1::detail {
namespace {

constexpr std::size_t kMostListed = 3;  // longer lists are counted in the claim; the evidence has them all

// Parties that take part, those of parents and young people first.
struct Starts {
  std::vector<std::size_t> parties;
  bool with_families = false;
};

Starts starts_of(const CoverageContext& context) {
  const std::vector<std::string>& families = context.profile().family_perspectives;
  Starts starts;
  for (std::size_t p = 0; p < context.parties().size(); ++p) {
    if (context.takes_part[p]) starts.parties.push_back(p);
  }
  const auto others = std::stable_partition(starts.parties.begin(), starts.parties.end(), [&](std::size_t p) {
    return std::find(families.begin(), families.end(), context.parties()[p].perspective) != families.end();
  });
  starts.with_families = families.empty() || others != starts.parties.begin();
  return starts;
}

class ReachCheck {
 public:
  explicit ReachCheck(const CoverageContext& context) : context_(context), all_(expertise_of(context)) {
    if (!context.network) return;
    for (const Expertise& each : all_) near_.push_back(near(context, each, context.thresholds().steps));
  }

  void judge_absent() {
    std::vector<std::string> absent;
    for (const Expertise& each : all_) {
      const bool nobody = each.parties.empty();
      verdict_.note("expertise", each.name, nobody ? "absent" : "present", static_cast<double>(each.parties.size()));
      if (nobody) absent.push_back(each.name);
    }
    if (!absent.empty()) verdict_.raise(Status::kMissing);
    verdict_.claim_about("coverage.C12.absent", "expertise", absent);
  }

  void judge_from(std::size_t party) {
    const std::string id = context_.parties()[party].id.str();
    // Along the direction the reach goes by ties that the party itself tells of.
    const bool led_to = context_.ties_of(party) > 0 && !context_.network->network.directed;
    const std::int32_t place = *context_.position[party];
    if (!led_to && !context_.told(place)) {
      undecided_.push_back(id);
      verdict_.note("party", id, "undecided");
      return;
    }
    const std::vector<std::string> lacking = out_of_reach(as_size(place));
    if (lacking.empty()) return;
    for (const std::string& name : lacking) verdict_.note("party", id, "cannot_reach", std::nullopt, name);
    verdict_.raise(Status::kAttention);
    const Argument name = Named{"party", id};
    if (lacking.size() <= kMostListed) {
      verdict_.claim("coverage.C12.out_of_reach", {{"name", name}, {"expertise", named("expertise", lacking)}});
    } else {
      verdict_.claim("coverage.C12.much_out_of_reach", {{"name", name}, {"count", lacking.size()}});
    }
  }

  [[nodiscard]] Verdict verdict(bool with_families) && {
    verdict_.claim_about("coverage.C12.undecided", "party", undecided_);
    if (!with_families) verdict_.claim("coverage.C12.no_families");
    if (!with_families || !undecided_.empty()) {
      verdict_.raise(Status::kUnknown);
      verdict_.need("coverage.C12.ask");
    }
    return std::move(verdict_);
  }

  // Without ties only what nobody has can be told.
  [[nodiscard]] Verdict without_ties() && {
    if (verdict_.status == Status::kMissing) return std::move(verdict_);
    Verdict unknown = unmet(Need::kTies);
    unknown.evidence = std::move(verdict_.evidence);
    return unknown;
  }

 private:
  [[nodiscard]] std::vector<std::string> out_of_reach(std::size_t place) const {
    std::vector<std::string> lacking;
    for (std::size_t e = 0; e < all_.size(); ++e) {
      if (!all_[e].parties.empty() && !near_[e][place]) lacking.push_back(all_[e].name);
    }
    return lacking;
  }

  const CoverageContext& context_;
  std::vector<Expertise> all_;
  std::vector<std::vector<bool>> near_;  // of each: from which positions of the network it is near
  std::vector<std::string> undecided_;
  Verdict verdict_;
};

}  // namespace

Verdict check_reach(const CoverageContext& context) {
  ReachCheck check(context);
  check.judge_absent();
  if (!context.network) return std::move(check).without_ties();
  const Starts starts = starts_of(context);
  for (const std::size_t party : starts.parties) check.judge_from(party);
  return std::move(check).verdict(starts.with_families);
}

}  // namespace houvast::inline v0_1::detail
