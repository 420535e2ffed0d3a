#pragma once

#include <functional>
#include <string>
#include <vector>

#include "houvast/api.hpp"
#include "houvast/base/table.hpp"
#include "houvast/study.hpp"
#include "houvast/text/say.hpp"

namespace houvast::inline v0_1 {

/// How a party is called in a language: by its name, or by a description when it may not be named.
using PartyNamer = std::function<std::string(const Party&, const Language&)>;

/// The party's own name, in every language.
[[nodiscard]] HOUVAST_API std::string own_name(const Party& party, const Language& language);

/// How everything in a study is called when a claim about it is said.
///
/// Kinds: "party"; "organisation" (id of one of its parties: the organisation may be named when one of its parties
/// may, else it is called what that party is called); the words of the profile ("domain", "sector", "level",
/// "perspective", "role", "decision", "expertise", "need", "age", "support"); "cell" (need/age/support); within a
/// sentence "offer" (of a cell: support with a need), "people" (of a perspective) and "place" (of a level); "condition"
/// (P1–P4 of know-your-partner, quoted); "instrument", "element", "question", "relation", "wave"; "stage"
/// (question:number); "group" (attribute:value, or :value for a group that is called what it is). An id that the study
/// does not know stands for itself. A name with a comma is quoted, because in a list it would look like two.
/// @param party_name how to call a party
/// @complexity O(parties) per organisation; O(questions) or O(terms) per other name
[[nodiscard]] HOUVAST_API Namer names_of(const Study& study, PartyNamer party_name = own_name);

/// What stands between attributes that results are split by together, and between the values of such a group.
inline constexpr const char* kBothOf = " + ";

/// The attributes that results are split by: one, or several with " + " between them.
[[nodiscard]] HOUVAST_API std::vector<std::string> attributes_of(const Study& study, const std::string& by);

/// A table of a study with what the ids in it are called, in Dutch and English: parties, waves, instruments, elements,
/// questions, relations, words of the profile, and groups of the attribute that the table is split by.
///
/// Which column holds ids of what follows from its meaning. An id that the study does not know gets no title. A table
/// that is split by several attributes gets a column for each, beside its groups.
/// @complexity O(cells + distinct ids * names of one)
[[nodiscard]] HOUVAST_API Table titled(Table table, const Study& study);

}  // namespace houvast::inline v0_1
