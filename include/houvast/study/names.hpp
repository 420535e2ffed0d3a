#pragma once

#include <functional>
#include <string>

#include "houvast/study.hpp"
#include "houvast/text/say.hpp"

namespace houvast {

/// How a party is called in a language: by its name, or by a description when it may not be named.
using PartyNamer = std::function<std::string(const Party&, const Language&)>;

/// The party's own name, in every language.
[[nodiscard]] std::string own_name(const Party& party, const Language& language);

/// How everything in a study is called when a claim about it is said.
///
/// Kinds: "party"; "organisation" (id of one of its parties: the organisation may be named when one of its parties
/// may, else it is called what that party is called); the words of the profile ("domain", "sector", "level",
/// "perspective", "role", "decision", "expertise", "need", "age", "support"); "cell" (need/age/support); "condition"
/// (P1–P4 of know-your-partner, quoted); "instrument", "element", "question", "relation", "wave"; "stage"
/// (question:number); "group" (attribute:value, or :value for a group that is called what it is). An id that the study
/// does not know stands for itself. A name with a comma is quoted, because in a list it would look like two.
/// @param party_name how to call a party
/// @complexity O(parties) per organisation; O(questions) or O(terms) per other name
[[nodiscard]] Namer names_of(const Study& study, PartyNamer party_name = own_name);

}  // namespace houvast
