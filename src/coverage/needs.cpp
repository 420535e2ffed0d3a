#include "houvast/coverage/needs.hpp"

#include <algorithm>
#include <array>
#include <iterator>
#include <set>
#include <utility>

#include "coverage/context.hpp"
#include "houvast/base/fields.hpp"
#include "houvast/version.hpp"

namespace houvast {
namespace {

constexpr char kEvery[] = "*";

// need/age/support level; validation has seen to it that there are three parts.
std::array<std::string, 3> parts_of(const std::string& offer) {
  const std::size_t first = offer.find('/'), second = offer.find('/', first + 1);
  return {offer.substr(0, first), offer.substr(first + 1, second - first - 1), offer.substr(second + 1)};
}

bool covers(const std::array<std::string, 3>& offer, const std::array<std::string, 3>& cell) {
  for (std::size_t i = 0; i < cell.size(); ++i) {
    if (offer[i] != kEvery && offer[i] != cell[i]) return false;
  }
  return true;
}

}  // namespace

namespace detail {

std::vector<NeedCell> need_cells(const CoverageContext& context) {
  std::vector<std::pair<std::size_t, std::array<std::string, 3>>> offers;
  for (std::size_t p = 0; p < context.parties().size(); ++p) {
    if (!context.takes_part[p]) continue;
    for (const std::string& offer : context.parties()[p].offers) offers.emplace_back(p, parts_of(offer));
  }
  const Profile& profile = context.profile();
  std::vector<NeedCell> cells;
  for (const Term& need : profile.needs.terms()) {
    for (const Term& age : profile.ages.terms()) {
      for (const Term& support : profile.support_levels.terms()) {
        NeedCell cell{need.id, age.id, support.id, need.expected && age.expected && support.expected, {}, {}, ""};
        std::set<std::string> providers;  // an organisation counts once
        for (const auto& [p, offer] : offers) {
          if (!covers(offer, {need.id, age.id, support.id})) continue;
          const std::int32_t organisation = context.organisation[p];
          const std::string& party = context.parties()[p].id.str();
          // Ids hold no line break, so that a party and an organisation of the same name stay apart.
          const bool is_new =
              providers
                  .insert(organisation < 0 ? "\n" + party
                                           : context.organisations[static_cast<std::size_t>(organisation)].id)
                  .second;
          if (is_new) {
            cell.providers.push_back(
                organisation < 0 ? party : context.organisations[static_cast<std::size_t>(organisation)].id);
          }
          if (cell.parties.empty() || cell.parties.back().str() != party) cell.parties.emplace_back(party);
        }
        const auto count = static_cast<std::int64_t>(cell.providers.size());
        cell.state = offers.empty()                          ? "unknown"
                     : count >= context.thresholds().overlap ? "overlap"
                     : count > 0                             ? "offered"
                     : cell.expected                         ? "gap"
                                                             : "none";
        cells.push_back(std::move(cell));
      }
    }
  }
  return cells;
}

}  // namespace detail

std::vector<NeedCell> need_matrix(const Study& study, const CoverageOptions& options) {
  return detail::need_cells(detail::CoverageContext(study, options));
}

Table need_table(const Study& study, const std::vector<NeedCell>& cells, Language language) {
  const Profile& profile = study.profile();
  using Row = NeedCell;
  const auto title = [&](const Row& cell) {
    return profile.needs.title(cell.need, language) + ", " + profile.ages.title(cell.age, language) + ", " +
           profile.support_levels.title(cell.support_level, language);
  };
  const Fields<Row> fields{
      {"need", {"column.need"}, &Row::need},
      {"age", {"column.age"}, &Row::age},
      {"support_level", {"column.support_level"}, &Row::support_level},
      {"title", {"column.cell_in_words"}, title},
      {"expected", {"column.offer_expected"}, &Row::expected},
      {"state", {"column.offer_state"}, &Row::state},
      {"n", {"column.offering_organisations"}, [](const Row& cell) { return std::ssize(cell.providers); }},
      {"providers", {"column.organisation_names"}, [](const Row& cell) { return listed(cell.providers); }},
      {"parties", {"column.offering_parties"}, [](const Row& cell) { return listed(cell.parties); }}};
  return {"Need matrix of " + study.id(),
          columns_of(cells, fields),
          {"offers per need, age and support level",
           "Preventiematrix (NJi); own definition",
           {{"overlap", std::to_string(profile.thresholds.overlap)}},
           std::nullopt,
           kVersion}};
}

}  // namespace houvast
