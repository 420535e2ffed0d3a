#include "houvast/coverage/needs.hpp"

#include <algorithm>
#include <array>
#include <iterator>
#include <set>
#include <utility>

#include "base/index.hpp"
#include "coverage/context.hpp"
#include "houvast/base/choice.hpp"
#include "houvast/base/fields.hpp"
#include "houvast/version.hpp"

namespace houvast::inline v0_1 {
using houvast::detail::at;
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

// What one party offers, by its position: need, age, support level.
using Offer = std::pair<std::size_t, std::array<std::string, 3>>;

std::vector<Offer> offers_of(const detail::CoverageContext& context) {
  std::vector<Offer> offers;
  for (std::size_t p = 0; p < context.parties().size(); ++p) {
    if (!context.takes_part[p]) continue;
    for (const std::string& offer : context.parties()[p].offers) offers.emplace_back(p, parts_of(offer));
  }
  return offers;
}

// Who offers what the cell asks; an organisation counts once.
void add_providers(const detail::CoverageContext& context, const std::vector<Offer>& offers, NeedCell& cell) {
  std::set<std::string> providers;
  for (const auto& [p, offer] : offers) {
    if (!covers(offer, {cell.need, cell.age, cell.support_level})) continue;
    const std::int32_t organisation = context.organisation[p];
    const std::string& party = context.parties()[p].id.str();
    const std::string& name = organisation < 0 ? party : at(context.organisations, organisation).id;
    // Ids hold no line break, so that a party and an organisation of the same name stay apart.
    if (providers.insert(organisation < 0 ? "\n" + party : name).second) cell.providers.push_back(name);
    if (cell.parties.empty() || cell.parties.back().str() != party) cell.parties.emplace_back(party);
  }
}

const char* state_of(const NeedCell& cell, std::int64_t overlap) {
  const std::int64_t count = std::ssize(cell.providers);
  if (count >= overlap) return "overlap";
  if (count > 0) return "offered";
  return cell.expected ? "gap" : "none";
}

}  // namespace

namespace detail {

std::vector<NeedCell> need_cells(const CoverageContext& context) {
  const std::vector<Offer> offers = offers_of(context);
  const Profile& profile = context.profile();
  std::vector<NeedCell> cells;
  for (const Term& need : profile.needs.terms()) {
    for (const Term& age : profile.ages.terms()) {
      for (const Term& support : profile.support_levels.terms()) {
        NeedCell cell{need.id, age.id, support.id, need.expected && age.expected && support.expected, {}, {}, ""};
        add_providers(context, offers, cell);
        cell.state = offers.empty() ? "unknown" : state_of(cell, context.thresholds().overlap);
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
  return {{"title.needs", {{"study", study.id()}}},
          columns_of(cells, fields),
          {{"method.needs"},
           {"source.preventiematrix"},
           {{"overlap", std::to_string(profile.thresholds.overlap)}},
           std::nullopt,
           kVersion}};
}

}  // namespace houvast::inline v0_1
