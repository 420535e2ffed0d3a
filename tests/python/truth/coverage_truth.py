"""Whether what a coverage check found holds, by the study's own tables: with pandas, networkx and scipy."""

import json
import re
from collections import defaultdict
from collections.abc import Callable, Iterable, Mapping
from itertools import combinations, pairwise, product
from typing import Any

import networkx as nx
import scipy.stats
from ecosystem import Ecosystem, words
from raw import ROOT, catalogue

Args = Mapping[str, Any]

FEWEST_ANSWERS = 10
FEWEST_TIES = 10
FEWEST_EXPECTED = 3
MOST_LISTED = 3
ABOUT_FAMILIES = ("E2.4", "E4.3", "E6.3")
CONDITIONS = ("P1", "P2", "P3", "P4")


def ids(names: Iterable[Any]) -> list[str]:
    """What names stand for."""
    return [name.id for name in names]


def same(claimed: Iterable[Any], found: Iterable[str]) -> bool:
    """Whether exactly these are named, each once."""
    return sorted(ids(claimed)) == sorted(set(found))


# ---------------------------------------------------------------------------------------------------- members


def absent_domains(eco: Ecosystem) -> list[str]:
    return [domain for domain in eco.expected("domains") if not eco.in_domain(domain)]


def absent_levels(eco: Ecosystem, domain: str) -> list[str]:
    levels = {eco.parties[id]["level"] for id in eco.of("domain", domain)}
    return [level for level in eco.expected("levels") if level not in levels]


def may_hide(eco: Ecosystem, domain: str, level: str) -> bool:
    """Whether somebody of whom the domain or the level is not known could be the one."""
    return any(
        party["domain"] in (domain, "") and party["level"] in (level, "") and not (party["domain"] and party["level"])
        for party in eco.parties.values()
    )


def levelled(eco: Ecosystem) -> list[str]:
    """Domains that have levels and a party."""
    return [term["id"] for term in eco.terms("domains") if term.get("has_levels") and eco.of("domain", term["id"])]


def tied(eco: Ecosystem, parties: list[str]) -> list[str]:
    return [id for id in parties if nx.Graph(eco.graph).degree(id) > 0]


def is_mostly_unfavourable(eco: Ecosystem, perspective: str, question: str) -> bool:
    answers = eco.answers[(eco.answers["question"] == question) & (eco.answers["perspective"] == perspective)]
    values = answers["value"].dropna()
    if len(values) < FEWEST_ANSWERS:
        return False
    high = int(values.isin(catalogue("six-elements")[question].top).sum())
    tests = len(ABOUT_FAMILIES) * len(eco.profile["family_perspectives"])
    chance = tests * scipy.stats.binomtest(high, len(values), 0.5, alternative="less").pvalue
    return high / len(values) < 0.5 and bool(chance < eco.thresholds["significance"])


def mostly_unfavourable(args: Args, eco: Ecosystem) -> bool:
    asked = args["question"].id == args["id"] and args["id"] in ABOUT_FAMILIES
    return asked and is_mostly_unfavourable(eco, args["perspective"].id, args["id"])


def informal_tied(args: Args, eco: Ecosystem) -> bool:
    members = eco.in_domain(args["domain"].id)
    return args["domain"].id == eco.profile["informal_domain"] and args["count"] == len(tied(eco, members)) > 0


def on_driving(eco: Ecosystem) -> list[str]:
    """What people wrote about who the driving forces are."""
    return list(eco.answers[eco.answers["question"] == "E3.1"]["text"].dropna())


def undriven(eco: Ecosystem) -> list[str]:
    role, texts = eco.profile["driving_role"], [text.casefold() for text in on_driving(eco)]

    def drives(id: str) -> bool:
        party = eco.parties[id]
        called = [re.escape(name.casefold()) for name in (party["name"], party["organisation"]) if name]
        named = any(re.search(rf"(?<!\w){name}(?!\w)", text) for name in called for text in texts)
        return role in words(party["roles"]) or named

    return [of for of, members in eco.organisations.items() if not any(map(drives, members))]


def holders(eco: Ecosystem) -> dict[str, list[str]]:
    """Every decision with those who may take it."""
    return eco.holders("mandates", "decisions", also_of_others=True)


# ---------------------------------------------------------------------------------------------------- ties


def whole(eco: Ecosystem) -> nx.Graph:
    return nx.Graph(eco.graph)


def parts(eco: Ecosystem) -> list[set[str]]:
    return [part for part in nx.connected_components(whole(eco)) if len(part) > 1]


def isolated(eco: Ecosystem) -> list[str]:
    """Who told and has no tie."""
    return [id for id in eco.parties if whole(eco).degree(id) == 0 and id in eco.told]


def cut_off(eco: Ecosystem, party: str) -> list[set[str]]:
    """Who stays behind outside the largest part when a party leaves; of parts as large, outside each of them."""
    graph = whole(eco)
    own = nx.node_connected_component(graph, party)
    left = list(nx.connected_components(graph.subgraph(own - {party})))
    return [own - {party} - part for part in left if len(part) == max(map(len, left))]


def one_leaves(args: Args, eco: Ecosystem) -> bool:
    party = args["name"].id
    if party not in eco.parties or party not in set(nx.articulation_points(whole(eco))):
        return False
    drives = eco.profile["driving_role"] in words(eco.parties[party]["roles"] or None)
    return (args["driving"] == "yes") == drives and any(same(args["others"], each) for each in cut_off(eco, party))


def between(eco: Ecosystem, one: str, other: str) -> list[tuple[str, str]]:
    return eco.pairs(eco.of("domain", one), eco.of("domain", other))


def expected_ties(eco: Ecosystem, one: str, other: str) -> float:
    """At the density among all pairs whose domains are known, as far as somebody told."""
    known = [id for id, party in eco.parties.items() if party["domain"]]
    pairs = list(combinations(known, 2))
    seen = eco.seen(pairs)
    return eco.ties(pairs) / seen * len(eco.dyads(between(eco, one, other))) if seen else 0.0


def untied_domains(eco: Ecosystem) -> list[tuple[str, str]]:
    present = [term["id"] for term in eco.terms("domains") if eco.of("domain", term["id"])]
    return [pair for pair in combinations(present, 2) if eco.ties(between(eco, *pair)) == 0]


def apart(args: Args, eco: Ecosystem) -> bool:
    pair = ids(args["domains"])
    if tuple(pair) not in untied_domains(eco) or not eco.heard(between(eco, *pair)):
        return False
    found = expected_ties(eco, *pair)
    return found >= FEWEST_EXPECTED and abs(args["expected"] - found) < 1e-9


def enough_domains_tied(eco: Ecosystem) -> bool:
    return not any(expected_ties(eco, *pair) >= FEWEST_EXPECTED for pair in untied_domains(eco))


def organisation_of(eco: Ecosystem) -> dict[str, str]:
    return {member: of for of, members in eco.organisations.items() for member in members}


def levels_tied(eco: Ecosystem) -> bool:
    """Within every level, between every two successive ones, and between the levels of every organisation."""
    levels, of = [term["id"] for term in eco.terms("levels")], organisation_of(eco)

    def fine(pairs: list[tuple[str, str]]) -> bool:
        return not pairs or eco.ties(pairs) > 0

    def other(pairs: list[tuple[str, str]]) -> list[tuple[str, str]]:
        return [(a, b) for a, b in pairs if of.get(a, a) != of.get(b, b)]

    steps = [*zip(levels, levels, strict=True), *pairwise(levels)]
    across = all(fine(other(eco.pairs(eco.of("level", a), eco.of("level", b)))) for a, b in steps)
    inside = []
    for members in eco.organisations.values():
        known = [(a, b) for a, b in combinations(members, 2) if eco.parties[a]["level"] and eco.parties[b]["level"]]
        inside.append([(a, b) for a, b in known if eco.parties[a]["level"] != eco.parties[b]["level"]])
    return across and all(map(fine, inside))


def cohesive(eco: Ecosystem) -> bool:
    """Every organisation of several has ties inside, at a density that is no lower than with others."""
    for members in eco.organisations.values():
        if len(members) < 2:
            continue
        inside = list(combinations(members, 2))
        outside = list(product(members, [id for id in eco.parties if id not in members]))
        beyond = eco.ties(outside) / eco.seen(outside) if eco.seen(outside) else 0
        if not eco.ties(inside) or eco.ties(inside) / eco.seen(inside) < beyond:
            return False
    return True


# ---------------------------------------------------------------------------------------------------- who can do what


def experts(eco: Ecosystem) -> dict[str, list[str]]:
    """Every expertise with those who have it."""
    return eco.holders("expertise", "expertise")


def out_of_reach(eco: Ecosystem, party: str) -> list[str]:
    if party not in eco.parties:
        return []
    near = set(nx.single_source_shortest_path_length(eco.graph, party, cutoff=eco.thresholds["steps"]))
    return [expertise for expertise, able in experts(eco).items() if able and not near.intersection(able)]


def offers(eco: Ecosystem) -> dict[str, set[str]]:
    """Every cell that is expected, with the organisations that offer something there."""
    of = organisation_of(eco)
    kinds = ("needs", "ages", "support_levels")
    found: dict[str, set[str]] = {"/".join(cell): set() for cell in product(*(eco.expected(kind) for kind in kinds))}
    for id, party in eco.parties.items():
        for cell in words(party["offers"] or None):
            if cell in found:
                found[cell].add(of.get(id, id))
    return found


def cells(eco: Ecosystem, kept: Callable[[int], bool]) -> list[str]:
    return [cell for cell, offering in offers(eco).items() if kept(len(offering))]


def both_sides(eco: Ecosystem, condition: str) -> tuple[int, int, int]:
    """Ties, those about which both sides told a condition, and those in which both say that it holds."""
    told: dict[frozenset[str], dict[str, bool]] = defaultdict(dict)
    for row in eco.reports.to_dict("records"):
        if row["to"] in eco.parties and row["from"] in eco.parties and isinstance(row[condition], bool):
            told[frozenset((row["from"], row["to"]))][row["reporter"]] = row[condition]
    ties = [frozenset(edge) for edge in whole(eco).edges]
    both = [told[tie] for tie in ties if len(told[tie]) == 2]
    return len(ties), len(both), sum(all(said.values()) for said in both)


def mutual(args: Args, eco: Ecosystem) -> bool:
    ties, both, met = both_sides(eco, args["condition"].id) if args["condition"].id in CONDITIONS else (0, 0, 0)
    if both < FEWEST_TIES or both < eco.thresholds["observed"] * ties:
        return False
    return abs(args["share"] - met / both) < 1e-9 and (args["seldom"] == "yes") == (
        met / both < eco.thresholds["mutual"]
    )


def not_told(args: Args, eco: Ecosystem) -> bool:
    counts = {condition: both_sides(eco, condition) for condition in CONDITIONS}
    few = [name for name, (ties, both, _) in counts.items() if both == 0 or both < eco.thresholds["observed"] * ties]
    return same(args["names"], few)


def motives_known(eco: Ecosystem) -> bool:
    """Of every organisation, and in enough of the ties of each other."""
    if not all(any(eco.parties[id]["motives"] for id in members) for members in eco.organisations.values()):
        return False
    known = {id: set(words(party["knows_motives_of"] or None)) for id, party in eco.parties.items()}
    asked = [(a, b) for a, b in whole(eco).edges if known[a] and known[b]]
    met = sum(b in known[a] and a in known[b] for a, b in asked)
    return not asked or met >= eco.thresholds["mutual"] * len(asked)


def forms_used(eco: Ecosystem) -> tuple[set[str], set[str]]:
    """The sectors that take part and have forms of their own, and those that use one: by a party, or bound to them."""
    forms = json.loads((ROOT / "src" / "instrument" / "catalogue" / "forms.json").read_text())["forms"]
    bound = {variant["id"]: variant["sectors"] for form in forms for variant in form["variants"]}
    taking_part = {party["sector"] for party in eco.parties.values()} & {
        each for sectors in bound.values() for each in sectors
    }
    used = {
        sector
        for party in eco.parties.values()
        for form in words(party["forms"] or None)
        for sector in bound[form] or [party["sector"]]
    }
    return taking_part, used


def uses_forms(eco: Ecosystem) -> bool:
    taking_part, used = forms_used(eco)
    return taking_part <= used


def answered_well(eco: Ecosystem) -> bool:
    asked = [perspective for perspective in eco.perspectives if eco.asked(perspective)]
    return all(eco.answered(each) >= eco.thresholds["response"] * eco.asked(each) for each in asked)


def nobody_has(column: str) -> Callable[[Args, Ecosystem], bool]:
    """Whether a column is empty of everybody who takes part."""
    return lambda _, eco: not any(party[column] for party in eco.parties.values())


PREDICATES: dict[str, Callable[[Args, Ecosystem], bool]] = {
    "coverage.C1.absent": lambda args, eco: same(args["names"], absent_domains(eco)) and not eco.some_without("domain"),
    "coverage.C1.silent": lambda args, eco: same(args["names"], eco.silent),
    "coverage.ok.C1": lambda _, eco: not absent_domains(eco) and not eco.silent,
    "coverage.C2.absent": lambda args, eco: (
        args["domain"].id in levelled(eco)
        and same(
            args["levels"],
            [each for each in absent_levels(eco, args["domain"].id) if not may_hide(eco, args["domain"].id, each)],
        )
    ),
    "coverage.C3.mostly_unfavourable": mostly_unfavourable,
    "coverage.unmet.families": lambda _, eco: not eco.profile["family_perspectives"],
    "coverage.C4.tied": informal_tied,
    "coverage.C4.not_expected": lambda _, eco: eco.profile["informal_domain"] not in eco.expected("domains"),
    "coverage.C5.without": lambda args, eco: same(args["names"], undriven(eco)),
    "coverage.C5.answers": lambda _, eco: len(on_driving(eco)) > 0,
    "coverage.ok.C5": lambda _, eco: not undriven(eco),
    "coverage.ok.C6": lambda _, eco: all(len(each) == 1 for each in holders(eco).values()),
    "coverage.unmet.mandates": nobody_has("mandates"),
    "coverage.C7.isolated": lambda args, eco: same(args["names"], isolated(eco)),
    "coverage.C7.parts": lambda args, eco: args["count"] == len(parts(eco)) > 1,
    "coverage.ok.C7": lambda _, eco: nx.is_connected(whole(eco)),
    "coverage.C8.apart": apart,
    "coverage.ok.C8": lambda _, eco: enough_domains_tied(eco),
    "coverage.ok.C9": lambda _, eco: levels_tied(eco),
    "coverage.C10.cut_off": one_leaves,
    "coverage.ok.C10": lambda _, eco: not list(nx.articulation_points(whole(eco))),
    "coverage.C11.one_perspective": lambda _, eco: len(eco.perspectives) == 1,
    "coverage.C12.out_of_reach": lambda args, eco: (
        same(args["expertise"], out_of_reach(eco, args["name"].id)) and 0 < len(args["expertise"]) <= MOST_LISTED
    ),
    "coverage.C12.much_out_of_reach": lambda args, eco: (
        args["count"] == len(out_of_reach(eco, args["name"].id)) > MOST_LISTED
    ),
    "coverage.ok.C12": lambda _, eco: not any(out_of_reach(eco, party) for party in eco.parties),
    "coverage.unmet.expertise": nobody_has("expertise"),
    "coverage.C13.gaps": lambda args, eco: same(args["cells"], cells(eco, lambda n: n == 0)),
    "coverage.C13.overlaps": lambda args, eco: same(
        args["cells"], cells(eco, lambda n: n >= eco.thresholds["overlap"])
    ),
    "coverage.unmet.need_matrix": lambda _, eco: (
        not all(eco.expected(each) for each in ("needs", "ages", "support_levels"))
    ),
    "coverage.unmet.education_sectors": lambda _, eco: (
        not {"po", "vo", "mbo", "so", "vso"} & {party["sector"] for party in eco.parties.values()}
    ),
    "coverage.ok.C14": lambda _, eco: uses_forms(eco),
    "coverage.C15.mutual": mutual,
    "coverage.C15.undecided": not_told,
    "coverage.ok.C16": lambda _, eco: cohesive(eco),
    "coverage.unmet.organisations_of_several": lambda _, eco: all(len(each) < 2 for each in eco.organisations.values()),
    "coverage.ok.C17": lambda _, eco: answered_well(eco),
    "coverage.unmet.questionnaires": lambda _, eco: len(eco.answers) == 0,
    "coverage.ok.C18": lambda _, eco: motives_known(eco),
    "coverage.unmet.motives": nobody_has("motives"),
}
