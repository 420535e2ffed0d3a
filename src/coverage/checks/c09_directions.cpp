#include <algorithm>
#include <numeric>
#include <utility>

#include "base/index.hpp"
#include "coverage/members.hpp"
#include "coverage/requirements.hpp"

// C9: ties within every level and between levels.
namespace houvast::inline v0_1::detail {
namespace {

using PairMatrix = std::vector<std::vector<PairCount>>;

// Pairs by the levels of both: within one organisation, and between organisations.
struct LevelPairs {
  PairMatrix inside;
  PairMatrix between;
  std::vector<PairCount> vertical;  ///< per organisation: between its levels
};

// Pairs between and within levels, of the parties at some positions.
PairMatrix pairs_of_levels(const CoverageContext& context, const std::vector<std::int32_t>& code, std::size_t levels,
                           const std::vector<std::int32_t>& places) {
  std::vector<Crowd> crowds(levels);
  for (const std::int32_t place : places) {
    const std::int32_t level = at(code, place);
    if (level >= 0) at(crowds, level).add(context.told(place));
  }
  PairMatrix pairs(levels, std::vector<PairCount>(levels));
  for (std::size_t g = 0; g < levels; ++g) {
    pairs[g][g] = context.pairs_among(crowds[g]);
    for (std::size_t h = g + 1; h < levels; ++h) pairs[g][h] = context.pairs_between(crowds[g], crowds[h]);
  }
  return pairs;
}

// Calls visit(g, h) for every two levels, and every level with itself.
template <class Visit>
void for_each_cell(std::size_t levels, Visit visit) {
  for (std::size_t g = 0; g < levels; ++g) {
    for (std::size_t h = g; h < levels; ++h) visit(g, h);
  }
}

LevelPairs level_pairs(const CoverageContext& context) {
  const std::size_t levels = context.profile().levels.terms().size();
  const std::vector<std::int32_t> code = codes_in(context, context.profile().levels, &Party::level);
  std::vector<std::int32_t> everybody(code.size());
  std::iota(everybody.begin(), everybody.end(), 0);
  std::vector<std::vector<std::int32_t>> members(context.organisations.size());
  for (const std::int32_t place : everybody) {
    if (const std::int32_t of = context.organisation_at(place); of >= 0) {
      at(members, of).push_back(place);
    }
  }
  PairMatrix all = pairs_of_levels(context, code, levels, everybody);
  std::vector<PairMatrix> within;
  for (const auto& places : members) within.push_back(pairs_of_levels(context, code, levels, places));
  for (const Network::Tie& tie : context.network->network.ties) {
    const auto [g, h] = std::minmax(at(code, tie.from), at(code, tie.to));
    if (g < 0) continue;
    const auto row = as_size(g), column = as_size(h);
    ++all[row][column].ties;
    const std::int32_t of = context.organisation_at(tie.from);
    if (of >= 0 && of == context.organisation_at(tie.to)) ++at(within, of)[row][column].ties;
  }
  const PairMatrix none(levels, std::vector<PairCount>(levels));
  LevelPairs pairs{none, none, std::vector<PairCount>(context.organisations.size())};
  for_each_cell(levels, [&](std::size_t g, std::size_t h) {
    for (std::size_t of = 0; of < within.size(); ++of) {
      pairs.inside[g][h].add(within[of][g][h]);
      if (g != h) pairs.vertical[of].add(within[of][g][h]);
    }
    pairs.between[g][h] = all[g][h].without(pairs.inside[g][h]);
  });
  return pairs;
}

class DirectionCheck {
 public:
  explicit DirectionCheck(const CoverageContext& context)
      : context_(context), levels_(context.profile().levels.terms()), pairs_(level_pairs(context)) {}

  [[nodiscard]] Verdict verdict() && {
    for (std::size_t g = 0; g < levels_.size(); ++g) {
      for (std::size_t h = g; h < levels_.size(); ++h) note_ties(g, h);
    }
    for (std::size_t g = 0; g < levels_.size(); ++g) judge_level(g);
    for (std::size_t o = 0; o < pairs_.vertical.size(); ++o) judge_organisation(o);
    if (!judged_) return unmet(Need::kPartyLevels);
    if (undecided_) {
      verdict_.claim("coverage.C9.undecided");
      verdict_.need("coverage.C9.ask");
    }
    return std::move(verdict_);
  }

 private:
  void note_ties(std::size_t g, std::size_t h) {
    const std::string of = g == h ? "" : levels_[h].id, direction = g == h ? "horizontal" : "vertical";
    const auto note = [&](const PairCount& count, const std::string& place) {
      if (count.possible == 0) return;
      verdict_.note("level", levels_[g].id, direction + "_" + place, static_cast<double>(count.ties), of);
    };
    note(pairs_.inside[g][h], "inside");
    note(pairs_.between[g][h], "between");
  }

  void judge_level(std::size_t g) {
    const std::string& id = levels_[g].id;
    judge(pairs_.between[g][g], {"level", id, "without_horizontal", std::nullopt, ""},
          {"coverage.C9.without_horizontal", {{"level", Named{"level", id}}}});
    if (g + 1 == levels_.size()) return;
    const std::string& next = levels_[g + 1].id;
    judge(pairs_.between[g][g + 1], {"level", id, "without_vertical", std::nullopt, next},
          {"coverage.C9.without_vertical", {{"levels", named("level", {id, next})}}});
  }

  void judge_organisation(std::size_t o) {
    const OrganisationMembers& each = context_.organisations[o];
    const std::string spokesman = each.spokesman(context_.parties());
    judge(pairs_.vertical[o], {"organisation", each.id, "without_vertical", std::nullopt, ""},
          {"coverage.C9.apart_inside", {{"organisation", Named{"organisation", spokesman}}}});
  }

  void judge(const PairCount& count, Evidence evidence, Claim claim) {
    if (count.possible == 0) return;
    judged_ = true;
    if (count.ties > 0) return;
    if (count.heard(context_.thresholds().observed)) {
      verdict_.raise(Status::kAttention);
      verdict_.claims.push_back(std::move(claim));
    } else {
      undecided_ = true;
      verdict_.raise(Status::kUnknown);
      evidence.role = "undecided";
    }
    verdict_.evidence.push_back(std::move(evidence));
  }

  const CoverageContext& context_;
  const std::vector<Term>& levels_;
  LevelPairs pairs_;
  Verdict verdict_;
  bool judged_ = false;
  bool undecided_ = false;
};

}  // namespace

Verdict check_directions(const CoverageContext& context) {
  return DirectionCheck(context).verdict();
}

}  // namespace houvast::inline v0_1::detail
