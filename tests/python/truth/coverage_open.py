"""Whether what a coverage check calls absent, not known or not applicable is so, by the study's own tables."""

from collections.abc import Callable
from functools import cache
from itertools import combinations, pairwise, product

import networkx as nx
import numpy as np
import scipy.stats
from coverage_truth import (
    ABOUT_FAMILIES,
    CONDITIONS,
    FEWEST_EXPECTED,
    FEWEST_TIES,
    Args,
    absent_domains,
    absent_levels,
    between,
    both_sides,
    cells,
    expected_ties,
    experts,
    forms_used,
    holders,
    ids,
    is_mostly_unfavourable,
    isolated,
    levelled,
    may_hide,
    nobody_has,
    on_driving,
    organisation_of,
    parts,
    same,
    tied,
    undriven,
    untied_domains,
    whole,
)
from ecosystem import Ecosystem, words

Pairs = list[tuple[str, str]]
FEWEST_PEOPLE = 5
INWARD = 0.02  # a chance that other permutations find below the threshold of 0.01 lies below this


def told_nothing(eco: Ecosystem) -> list[str]:
    """Who has no tie and told of none."""
    return [id for id in eco.parties if whole(eco).degree(id) == 0 and id not in eco.told]


def reach_unknown(eco: Ecosystem) -> list[str]:
    """Who told of no tie and is named by nobody; along a direction, who did not tell of ties from it."""
    if eco.directed:
        return [id for id in eco.parties if id not in eco.told]
    return told_nothing(eco)


def families(eco: Ecosystem) -> list[str]:
    return list(eco.profile["family_perspectives"])


def family(args: Args, eco: Ecosystem) -> list[str] | None:
    """The parties of the family's perspective that a claim names; None when it is none of the family."""
    name = args["perspective"].id
    return eco.of("perspective", name) if name in families(eco) else None


def answered(eco: Ecosystem, parties: list[str]) -> int:
    return int(eco.answers["party"].isin(parties).sum())


def all_well(eco: Ecosystem) -> bool:
    """Every family perspective takes part, has ties, answered, and does not clearly say no."""
    for perspective in families(eco):
        members = eco.of("perspective", perspective)
        low = [is_mostly_unfavourable(eco, perspective, question) for question in ABOUT_FAMILIES]
        if not tied(eco, members) or not answered(eco, members) or any(low):
            return False
    return True


def of_informal(holds: Callable[[list[str], Ecosystem], bool]) -> Callable[[Args, Ecosystem], bool]:
    def predicate(args: Args, eco: Ecosystem) -> bool:
        return args["domain"].id == eco.profile["informal_domain"] and holds(eco.in_domain(args["domain"].id), eco)

    return predicate


def without_mandate(eco: Ecosystem) -> list[str]:
    """Holders of a mandate who do not say what for."""
    role = eco.profile["mandate_role"]
    return [id for id, party in eco.parties.items() if role in words(party["roles"] or None) and not party["mandates"]]


# ---------------------------------------------------------------------------------------------------- ties


def inward(_: Args, eco: Ecosystem) -> bool:
    """Ties stay within a domain more often than after the domains are dealt out anew."""
    ties = [pair for pair in whole(eco).edges if all(eco.parties[id]["domain"] for id in pair)]
    known = [id for id, party in eco.parties.items() if party["domain"]]
    place = {id: i for i, id in enumerate(known)}
    ends = np.array([[place[a], place[b]] for a, b in ties])
    domain = np.array([eco.parties[id]["domain"] for id in known])
    random = np.random.default_rng(1)
    dealt = [random.permutation(domain) for _ in range(2000)]
    inside = [(each[ends[:, 0]] == each[ends[:, 1]]).sum() for each in dealt]
    return bool(np.mean(np.array(inside) >= (domain[ends[:, 0]] == domain[ends[:, 1]]).sum()) < INWARD)


def some_without_domain(eco: Ecosystem) -> bool:
    return eco.some_without("domain")


def undecided_domains(args: Args, eco: Ecosystem) -> bool:
    pair = tuple(ids(args["domains"]))
    known = not some_without_domain(eco) and eco.heard(between(eco, *pair)) if pair in untied_domains(eco) else True
    return not known and expected_ties(eco, *pair) >= FEWEST_EXPECTED


def few_expected(args: Args, eco: Ecosystem) -> bool:
    few = [pair for pair in untied_domains(eco) if expected_ties(eco, *pair) < FEWEST_EXPECTED]
    return args["count"] == len(few) > 0 and args["expected"] == FEWEST_EXPECTED


def present_domains(eco: Ecosystem) -> int:
    return sum(bool(eco.of("domain", term["id"])) for term in eco.terms("domains"))


def of_others(eco: Ecosystem, level: str, next_level: str) -> Pairs:
    """Pairs of a level and itself or the next, of different organisations."""
    of = organisation_of(eco)
    pairs = eco.pairs(eco.of("level", level), eco.of("level", next_level))
    return [(a, b) for a, b in pairs if of.get(a, a) != of.get(b, b)]


def across(eco: Ecosystem, members: list[str]) -> Pairs:
    """Pairs of an organisation on different levels."""
    level = {id: eco.parties[id]["level"] for id in members}
    return [(a, b) for a, b in combinations(members, 2) if level[a] and level[b] and level[a] != level[b]]


def level_pairs(eco: Ecosystem) -> list[Pairs]:
    """Every set of pairs in which some tie is looked for."""
    levels = [term["id"] for term in eco.terms("levels")]
    steps = [*zip(levels, levels, strict=True), *pairwise(levels)]
    sets = [of_others(eco, *step) for step in steps] + [across(eco, each) for each in eco.organisations.values()]
    return [pairs for pairs in sets if pairs]


def is_empty(eco: Ecosystem, pairs: Pairs) -> bool:
    """Whether enough was told of these pairs to say that none of them is a tie."""
    return bool(pairs) and eco.ties(pairs) == 0 and eco.heard(pairs)


def without_vertical(args: Args, eco: Ecosystem) -> bool:
    levels = [term["id"] for term in eco.terms("levels")]
    step = tuple(ids(args["levels"]))
    return step in list(pairwise(levels)) and is_empty(eco, of_others(eco, *step))


def inside(eco: Ecosystem) -> dict[str, tuple[Pairs, Pairs]]:
    """Of every organisation of several the pairs inside, and those with others."""
    return {
        of: (list(combinations(members, 2)), list(product(members, [id for id in eco.parties if id not in members])))
        for of, members in eco.organisations.items()
        if len(members) > 1
    }


def loose(eco: Ecosystem) -> list[str]:
    found = []
    for of, (within, beyond) in inside(eco).items():
        if not eco.heard(within):
            continue
        outside = eco.ties(beyond) / eco.seen(beyond) if beyond and eco.seen(beyond) else 0
        if not eco.ties(within) or eco.ties(within) / eco.seen(within) < outside:
            found.append(of)
    return found


# ---------------------------------------------------------------------------------------------------- people


def high_end(eco: Ecosystem, perspective: str, fair: float) -> tuple[float, float]:
    """The share of the answers of a perspective over its fair share, with the upper end of Wilson's interval."""
    all_answers = sum(map(eco.answered, eco.perspectives))
    found = scipy.stats.binomtest(eco.answered(perspective), all_answers).proportion_ci(method="wilson")
    return eco.answered(perspective) / all_answers / fair, found.high / fair


@cache
def drawn_ties(eco: Ecosystem) -> dict[str, tuple[float, float]]:
    """The share of the ties over that of the parties, with the upper end under drawing parties anew in perspectives."""
    random, graph = np.random.default_rng(1), whole(eco)
    place = {id: i for i, id in enumerate(eco.parties)}
    group = np.array([eco.perspectives.index(eco.parties[id]["perspective"]) for id in eco.parties])
    ends = np.array([(place[a], place[b]) for edge in graph.edges for a, b in (edge, edge[::-1])])
    fair = np.bincount(group) / len(group)

    def index(copies: np.ndarray) -> np.ndarray:
        ties = np.bincount(group[ends[:, 1]], copies[ends[:, 0]] * copies[ends[:, 1]], len(fair))
        return ties / max(ties.sum(), 1) / fair

    found = []
    for _ in range(400):
        copies = np.zeros(len(group))
        for g in range(len(fair)):
            members = np.flatnonzero(group == g)
            np.add.at(copies, random.choice(members, len(members)), 1)
        found.append(index(copies))
    now, high = index(np.ones(len(group))), np.quantile(found, 0.975, axis=0)
    return {each: (now[g], high[g]) for g, each in enumerate(eco.perspectives)}


def is_small_voice(eco: Ecosystem, perspective: str) -> bool:
    members, people = eco.of("perspective", perspective), eco.asked(perspective)
    found = []
    if max(people, eco.answered(perspective)) >= FEWEST_PEOPLE:
        known = sum(len(eco.of("perspective", each)) for each in eco.perspectives)
        fair = (people / sum(map(eco.asked, eco.perspectives)), len(members) / known)
        found = [high_end(eco, perspective, each) for each in fair if len(eco.answers)]
    if len(members) >= FEWEST_PEOPLE and whole(eco).number_of_edges():
        found.append(drawn_ties(eco)[perspective])
    return any(index < eco.thresholds["parity"] and high < 1 for index, high in found)


def too_few(eco: Ecosystem) -> list[str]:
    people = {each: max(eco.asked(each), eco.answered(each)) for each in eco.perspectives}
    return [each for each, n in people.items() if max(n, len(eco.of("perspective", each))) < FEWEST_PEOPLE]


def not_all_known(_: Args, eco: Ecosystem) -> bool:
    measured = len(eco.answers) > 0 and eco.has_network and eco.asked_known
    return not measured or eco.some_without("perspective")


def few_answered(args: Args, eco: Ecosystem) -> bool:
    name, least = args["perspective"].id, eco.thresholds["response"]
    if name not in eco.perspectives:
        return False
    return args["response"] == least and 0 < eco.answered(name) < least * eco.asked(name)


def nobody_answered(args: Args, eco: Ecosystem) -> bool:
    name = args["perspective"].id
    return name in eco.perspectives and eco.asked(name) > 0 and eco.answered(name) == 0


def seldom_mutual(args: Args, eco: Ecosystem) -> bool:
    low = []
    for condition in CONDITIONS:
        ties, both, met = both_sides(eco, condition)
        known = both > 0 and both >= eco.thresholds["observed"] * ties
        if known and both < FEWEST_TIES and met < eco.thresholds["mutual"] * both:
            low.append(condition)
    return same(args["names"], low)


def mostly_mutual(_: Args, eco: Ecosystem) -> bool:
    """Of every condition the few ties that both sides told of mostly have it."""
    counts = [both_sides(eco, condition) for condition in CONDITIONS]
    return all(0 < both < FEWEST_TIES and met >= eco.thresholds["mutual"] * both for _, both, met in counts)


def motives_seldom_mutual(_: Args, eco: Ecosystem) -> bool:
    known = {id: set(words(party["knows_motives_of"] or None)) for id, party in eco.parties.items()}
    ties = list(whole(eco).edges)
    return sum(b in known[a] and a in known[b] for a, b in ties) < eco.thresholds["mutual"] * len(ties)


def without_motive(eco: Ecosystem) -> list[str]:
    return [of for of, members in eco.organisations.items() if not any(eco.parties[id]["motives"] for id in members)]


def without_form(eco: Ecosystem) -> list[str]:
    """Sectors with forms of their own that use none."""
    taking_part, used = forms_used(eco)
    return sorted(taking_part - used)


def nobody_expert(eco: Ecosystem) -> list[str]:
    return [expertise for expertise, able in experts(eco).items() if not able]


PREDICATES: dict[str, Callable[[Args, Ecosystem], bool]] = {
    "coverage.not_here": lambda _, eco: bool(eco.profile.get("not_applicable")),
    "coverage.unmet.ties": lambda _, eco: not eco.has_network,
    "coverage.unmet.answers": lambda _, eco: len(eco.answers) == 0,
    "coverage.unmet.levels": lambda _, eco: not eco.terms("levels"),
    "coverage.unmet.perspectives": nobody_has("perspective"),
    "coverage.unmet.organisations": lambda _, eco: not eco.organisations,
    "coverage.unmet.roles": lambda args, eco: nobody_has("roles")(args, eco) and not on_driving(eco),
    "coverage.unmet.offers": nobody_has("offers"),
    "coverage.unmet.forms": nobody_has("forms"),
    "coverage.unmet.domains": nobody_has("domain"),
    "coverage.unmet.party_levels": lambda _, eco: not level_pairs(eco),
    "coverage.unmet.asked": lambda _, eco: not eco.asked_known,
    "coverage.C1.not_found": lambda args, eco: same(args["names"], absent_domains(eco)) and some_without_domain(eco),
    "coverage.C1.some_without_domain": lambda _, eco: some_without_domain(eco),
    "coverage.C1.all_there": lambda _, eco: not absent_domains(eco),
    "coverage.C1.silence_unseen": lambda _, eco: not eco.asked_known and not eco.silent,
    "coverage.ok.C2": lambda _, eco: not any(absent_levels(eco, domain) for domain in levelled(eco)),
    "coverage.C2.undecided": lambda args, eco: (
        args["domain"].id in levelled(eco)
        and same(
            args["levels"],
            [each for each in absent_levels(eco, args["domain"].id) if may_hide(eco, args["domain"].id, each)],
        )
    ),
    "coverage.C2.no_domains": lambda _, eco: not levelled(eco) and some_without_domain(eco),
    "coverage.C2.no_levels": lambda _, eco: not levelled(eco) and not some_without_domain(eco),
    "coverage.ok.C3": lambda _, eco: all_well(eco),
    "coverage.C3.undecided": lambda args, eco: family(args, eco) == [] and eco.some_without("perspective"),
    "coverage.C3.absent": lambda args, eco: family(args, eco) == [] and not eco.some_without("perspective"),
    "coverage.C3.untied": lambda args, eco: (
        eco.has_network and bool(members := family(args, eco)) and not tied(eco, members)
    ),
    "coverage.C3.unanswered": lambda args, eco: (
        len(eco.answers) > 0 and bool(members := family(args, eco)) and not answered(eco, members)
    ),
    "coverage.C3.not_measured": lambda _, eco: (
        all(eco.of("perspective", each) for each in families(eco)) and not (eco.has_network and len(eco.answers))
    ),
    "coverage.C4.untied": of_informal(
        lambda members, eco: eco.has_network and bool(members) and not tied(eco, members)
    ),
    "coverage.C4.not_measured": of_informal(lambda members, eco: bool(members) and not eco.has_network),
    "coverage.C4.absent": of_informal(lambda members, eco: not members and not some_without_domain(eco)),
    "coverage.C4.undecided": of_informal(lambda members, eco: not members and some_without_domain(eco)),
    "coverage.C5.undecided": lambda args, eco: (
        same(args["names"], undriven(eco)) and not any(party["roles"] for party in eco.parties.values())
    ),
    "coverage.C6.nobody": lambda args, eco: same(args["names"], [of for of, by in holders(eco).items() if not by]),
    "coverage.C6.rivals": lambda args, eco: (
        len(args["names"]) > 1 and same(args["names"], holders(eco).get(args["decision"].id, []))
    ),
    "coverage.C6.not_named": lambda args, eco: same(args["names"], without_mandate(eco)),
    "coverage.C7.unknown": lambda args, eco: (
        same(args["names"], told_nothing(eco)) and not isolated(eco) and len(parts(eco)) <= 1
    ),
    "coverage.C8.undecided": undecided_domains,
    "coverage.C8.inward": inward,
    "coverage.C8.too_few_domains": lambda _, eco: present_domains(eco) < 2 and some_without_domain(eco),
    "coverage.C8.one_domain": lambda _, eco: present_domains(eco) < 2 and not some_without_domain(eco),
    "coverage.C8.few_expected": few_expected,
    "coverage.C9.without_horizontal": lambda args, eco: is_empty(
        eco, of_others(eco, args["level"].id, args["level"].id)
    ),
    "coverage.C9.without_vertical": without_vertical,
    "coverage.C9.apart_inside": lambda args, eco: is_empty(
        eco, across(eco, eco.organisations.get(args["organisation"].id, []))
    ),
    "coverage.C9.undecided": lambda _, eco: any(
        eco.ties(pairs) == 0 and not eco.heard(pairs) for pairs in level_pairs(eco)
    ),
    "coverage.C10.unknown": lambda args, eco: (
        same(args["names"], told_nothing(eco)) and not list(nx.articulation_points(whole(eco)))
    ),
    "coverage.ok.C11": lambda _, eco: not any(is_small_voice(eco, each) for each in eco.perspectives),
    "coverage.C11.small_voice": lambda args, eco: same(
        args["names"], [each for each in eco.perspectives if is_small_voice(eco, each)]
    ),
    "coverage.C11.too_few": lambda args, eco: same(args["names"], too_few(eco)),
    "coverage.C11.not_all_known": not_all_known,
    "coverage.C12.absent": lambda args, eco: same(args["names"], nobody_expert(eco)),
    "coverage.C12.undecided": lambda args, eco: same(args["names"], reach_unknown(eco)),
    "coverage.C12.no_families": lambda _, eco: not any(eco.of("perspective", each) for each in families(eco)),
    "coverage.ok.C13": lambda _, eco: not cells(eco, lambda n: n == 0 or n >= eco.thresholds["overlap"]),
    "coverage.C14.without_form": lambda args, eco: same(args["names"], without_form(eco)),
    "coverage.ok.C15": mostly_mutual,
    "coverage.C15.seldom_mutual": seldom_mutual,
    "coverage.C15.no_ties": lambda _, eco: whole(eco).number_of_edges() == 0,
    "coverage.C16.loose_inside": lambda args, eco: same(args["names"], loose(eco)),
    "coverage.C16.undecided": lambda args, eco: same(
        args["names"], [of for of, (within, _) in inside(eco).items() if not eco.heard(within)]
    ),
    "coverage.C17.nobody_answered": nobody_answered,
    "coverage.C17.few_answered": few_answered,
    "coverage.C17.some_without_perspective": lambda _, eco: eco.some_without("perspective"),
    "coverage.C18.without": lambda args, eco: same(args["names"], without_motive(eco)),
    "coverage.C18.seldom_mutual": motives_seldom_mutual,
    "coverage.C18.not_asked": lambda args, eco: nobody_has("knows_motives_of")(args, eco) or not eco.has_network,
}
