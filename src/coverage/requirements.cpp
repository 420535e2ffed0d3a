#include "coverage/requirements.hpp"

#include <algorithm>
#include <array>

#include "base/index.hpp"
#include "coverage/expertise.hpp"
#include "coverage/members.hpp"

namespace houvast::inline v0_1::detail {
namespace {

bool some_expected(const Vocabulary& vocabulary) {
  return std::any_of(vocabulary.terms().begin(), vocabulary.terms().end(), [](const Term& t) { return t.expected; });
}

bool somebody_has_expertise(const CoverageContext& context) {
  const std::vector<Expertise> all = expertise_of(context);
  return std::any_of(all.begin(), all.end(), [](const Expertise& each) { return !each.parties.empty(); });
}

bool profile_has_need_matrix(const CoverageContext& context) {
  const Profile& profile = context.profile();
  return some_expected(profile.needs) && some_expected(profile.ages) && some_expected(profile.support_levels);
}

// Also of those who do not take part: that somebody has a mandate tells that it was asked.
bool somebody_has_a_mandate(const CoverageContext& context) {
  return std::any_of(context.parties().begin(), context.parties().end(),
                     [](const Party& party) { return !party.mandates.empty(); });
}

// Also of those who belong to no organisation: that a motive is known tells that it was asked.
bool some_motive_is_known(const CoverageContext& context) {
  const std::vector<bool> known = known_motives(context);
  return std::find(known.begin(), known.end(), true) != known.end() ||
         some_member(context, [](const Party& party) { return !party.motives.empty(); });
}

bool some_organisation_has_several_parties(const CoverageContext& context) {
  return std::any_of(context.organisations.begin(), context.organisations.end(),
                     [](const OrganisationMembers& each) { return each.parties.size() > 1; });
}

bool questionnaires_were_used(const CoverageContext& context) {
  const Wave& wave = at(context.study.waves(), context.wave_index);
  return !wave.instruments.empty() || context.has_answers;
}

// A role of whatever kind, or an answer to the question who the driving forces are.
bool somebody_has_a_role(const CoverageContext& context) {
  return !answers_on_driving(context).empty() ||
         some_member(context, [](const Party& party) { return !party.roles.empty(); });
}

// In the order of Need.
constexpr std::array kRequirements{
    Requirement{"answers", Status::kUnknown, [](const CoverageContext& context) { return context.has_answers; }},
    Requirement{"asked", Status::kUnknown,
                [](const CoverageContext& context) { return context.study.data().asked_known; }},
    Requirement{"domains", Status::kUnknown,
                [](const CoverageContext& context) {
                  return some_member(context, [](const Party& party) { return !party.domain.empty(); });
                }},
    Requirement{"education_sectors", Status::kNotApplicable,
                [](const CoverageContext& context) {
                  return some_member(context, [](const Party& party) { return has_forms(party.sector); });
                }},
    Requirement{"expertise", Status::kUnknown, somebody_has_expertise},
    Requirement{"families", Status::kNotApplicable,
                [](const CoverageContext& context) { return !context.profile().family_perspectives.empty(); }},
    Requirement{"forms", Status::kUnknown,
                [](const CoverageContext& context) {
                  return some_member(context, [](const Party& party) { return !party.forms.empty(); });
                }},
    Requirement{"levels", Status::kNotApplicable,
                [](const CoverageContext& context) { return !context.profile().levels.terms().empty(); }},
    Requirement{"mandates", Status::kUnknown, somebody_has_a_mandate},
    Requirement{"motives", Status::kUnknown, some_motive_is_known},
    Requirement{"need_matrix", Status::kUnknown, profile_has_need_matrix},
    Requirement{"offers", Status::kUnknown,
                [](const CoverageContext& context) {
                  return some_member(context, [](const Party& party) { return !party.offers.empty(); });
                }},
    Requirement{"organisations", Status::kUnknown,
                [](const CoverageContext& context) { return !context.organisations.empty(); }},
    Requirement{"organisations_of_several", Status::kNotApplicable, some_organisation_has_several_parties},
    Requirement{"party_levels", Status::kUnknown,
                [](const CoverageContext& context) {
                  return some_member(context, [](const Party& party) { return !party.level.empty(); });
                }},
    Requirement{"perspectives", Status::kUnknown,
                [](const CoverageContext& context) {
                  return some_member(context, [](const Party& party) { return !party.perspective.empty(); });
                }},
    Requirement{"questionnaires", Status::kNotApplicable, questionnaires_were_used},
    Requirement{"roles", Status::kUnknown, somebody_has_a_role},
    Requirement{"ties", Status::kUnknown, [](const CoverageContext& context) { return context.network.has_value(); }},
};
static_assert(kRequirements.size() == as_size(Need::kTies) + 1);

}  // namespace

const Requirement& requirement(Need need) {
  return at(kRequirements, need);
}

Verdict unmet(Need need) {
  const Requirement& of = requirement(need);
  const std::string why = std::string("coverage.unmet.") + of.id;
  return of.otherwise == Status::kNotApplicable ? does_not_apply(why)
                                                : not_known(why, std::string("coverage.settle.") + of.id);
}

}  // namespace houvast::inline v0_1::detail
