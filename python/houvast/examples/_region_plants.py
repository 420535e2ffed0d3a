"""What can be planted in the example region, and how a list of plants changes who and what is in it.

A plant is written as `kind` or `kind:target,target,…`. Plants never touch the same party, question or pair of domains,
so that each stays one defect that can be named.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, field, replace
from itertools import product
from typing import Final

from ..errors import InvalidValueError, Where, choose, problems
from ._region_draw import Draw
from ._region_offer import cells, sectors_of_form
from ._region_refusals import cannot, wrong_targets
from ._region_roster import Party

# Single-party organisations in domains that have other parties: they can be cut off without hurting anything else.
_SATELLITES: Final = ("logo-team", "ortho-team", "gast-team", "bieb-team", "scout-team", "maat-team")
_SPARE_DOMAINS: Final = ("bedrijfsleven", "kinderopvang", "sociaal-domein", "jeugdhulp")
_LAYERED_DOMAINS: Final = ("zorg", "jeugdhulp", "kinderopvang", "sociaal-domein")  # with parties that can be spared
_ABOUT_FAMILIES: Final = ("E2.4", "E4.3", "E6.3")  # what families answer to these shows in C3
# Questions that nothing else in the region colours.
_PLAIN_QUESTIONS: Final = (
    *("E1.1", "E1.2", "E1.3", "E2.2", "E2.5", "E3.2", "E3.3", "E3.4", "E3.5"),
    *("E4.2", "E4.3", "E5.1"),
)


@dataclass(frozen=True)
class Plant:
    """A defect that was put in on purpose.

    `targets` names it as the tables do: ids of parties, names of organisations, domains, levels, decisions, questions.
    `checks` lists the coverage checks it shows in, first the one that names it; empty for what only answers show.
    """

    kind: str
    targets: tuple[str, ...]
    checks: tuple[str, ...] = ()


@dataclass
class Plan:
    """The roster after planting, and what the tables must look like."""

    parties: tuple[Party, ...]
    planted: list[Plant] = field(default_factory=list)
    silent: frozenset[str] = frozenset()
    broker: str = ""
    dependents: tuple[str, ...] = ()
    isolated: str = ""
    apart: tuple[str, ...] = ()  # two domains without ties
    hollow: str = ""  # key of an organisation without ties inside
    voiceless: frozenset[str] = frozenset()  # perspectives without answers in the last wave
    unknown: str = ""
    divisive: str = ""
    low: str = ""
    improved: str = ""
    divided: tuple[str, ...] = ()  # a perspective, then its questions
    unowned: str = ""  # key of a goal
    claimed: set[tuple[str, str]] = field(default_factory=set)

    def party(self, id: str) -> Party:
        for party in self.parties:
            if party.id == id:
                return party
        raise cannot("problem.plant.no_party", party=id)

    def domains(self) -> list[str]:
        return list(dict.fromkeys(party.domain for party in self.parties))

    def organisations(self, least: int) -> list[str]:
        """Keys of the organisations with at least so many parties."""
        keys = [party.organisation_key for party in self.parties]
        return [key for key in dict.fromkeys(keys) if keys.count(key) >= least]

    def members(self, key: str) -> list[Party]:
        found = [party for party in self.parties if party.organisation_key == key]
        if not found:
            raise cannot("problem.plant.no_organisation", organisation=key)
        return found

    def claim(self, kind: str, *names: str) -> None:
        """Keeps a party, question, voice or ties (between two domains) for one plant."""
        for name in names:
            if (kind, name) in self.claimed:
                raise cannot("problem.plant.taken", kind=kind, name=name)
            self.claimed.add((kind, name))

    def claim_ties(self, one: str, other: str) -> None:
        """Keeps the ties between two domains for one plant."""
        self.claim("ties", " – ".join(sorted((one, other))))

    def plant(self, kind: str, targets: Sequence[str], *checks: str) -> None:
        self.planted.append(Plant(kind, tuple(targets), checks))

    def change(self, chosen: Iterable[Party], **fields: tuple[str, ...]) -> None:
        ids = {party.id for party in chosen}
        self.parties = tuple(replace(p, **fields) if p.id in ids else p for p in self.parties)  # type: ignore[arg-type]


def _exactly(targets: Sequence[str], count: int, expected: str) -> None:
    if len(targets) != count:
        raise wrong_targets(expected)


def _absent_domain(plan: Plan, targets: Sequence[str]) -> None:
    _exactly(targets, 1, "domain")
    if targets[0] not in plan.domains():
        raise cannot("problem.plant.no_domain", domain=targets[0])
    plan.parties = tuple(party for party in plan.parties if party.domain != targets[0])
    plan.plant("absent_domain", targets, "C1")


def _missing_level(plan: Plan, targets: Sequence[str]) -> None:
    _exactly(targets, 2, "domain_and_level")
    gone = [party for party in plan.parties if (party.domain, party.level) == tuple(targets)]
    if not gone or any("kartrekker" in party.roles or party.mandates for party in gone):
        raise cannot("problem.plant.no_level", level=targets[1], domain=targets[0])
    plan.parties = tuple(party for party in plan.parties if party not in gone)
    plan.plant("missing_level", targets, "C2")


def _silent_parties(plan: Plan, targets: Sequence[str]) -> None:
    if not 1 <= len(targets) <= 8:
        raise wrong_targets("parties")
    plan.claim("party", *(plan.party(id).id for id in targets))
    plan.silent = frozenset(targets)
    plan.plant("silent_parties", targets, "C1", "C17")


def _one_person_dependency(plan: Plan, targets: Sequence[str]) -> None:
    if not 2 <= len(targets) <= 4:
        raise wrong_targets("party_between")
    broker, *dependents = (plan.party(id) for id in targets)
    plan.claim("party", *targets)
    for domain in {party.domain for party in dependents}:
        plan.claim_ties(broker.domain, domain)
    plan.broker = broker.id
    plan.dependents = tuple(party.id for party in dependents)
    plan.plant("one_person_dependency", targets, "C10", "C1", "C12")


def _isolated_party(plan: Plan, targets: Sequence[str]) -> None:
    _exactly(targets, 1, "party")
    plan.claim("party", plan.party(targets[0]).id)
    plan.isolated = targets[0]
    plan.plant("isolated_party", targets, "C7", "C1", "C12")


def _domains_apart(plan: Plan, targets: Sequence[str]) -> None:
    _exactly(targets, 2, "two_domains")
    a, b = sorted(targets)
    if a == b or not {a, b} <= set(plan.domains()):
        raise wrong_targets("two_domains")
    plan.claim_ties(a, b)
    plan.apart = (a, b)
    plan.plant("domains_apart", targets, "C8")


def _hollow_organisation(plan: Plan, targets: Sequence[str]) -> None:
    _exactly(targets, 1, "organisation")
    members = plan.members(targets[0])
    plan.claim("party", *(party.id for party in members))
    plan.hollow = targets[0]
    plan.plant("hollow_organisation", [members[0].organisation], "C16", "C9")


def _no_kartrekker(plan: Plan, targets: Sequence[str]) -> None:
    _exactly(targets, 1, "organisation")
    members = plan.members(targets[0])
    for party in members:
        if "kartrekker" in party.roles:
            plan.claim("party", party.id)
            plan.change([party], roles=tuple(role for role in party.roles if role != "kartrekker"))
    plan.plant("no_kartrekker", [members[0].organisation], "C5")


def _rival_mandate(plan: Plan, targets: Sequence[str]) -> None:
    _exactly(targets, 2, "decision_and_party")
    decision, rival = targets[0], plan.party(targets[1])
    holders = [party for party in plan.parties if decision in party.mandates]
    if len(holders) != 1 or rival in holders:
        raise cannot("problem.plant.no_mandate", party=rival.id, decision=decision)
    plan.claim("party", holders[0].id, rival.id)
    roles = tuple(dict.fromkeys((*rival.roles, "mandaathouder")))
    plan.change([rival], mandates=(*rival.mandates, decision), roles=roles)
    plan.plant("rival_mandate", [decision, holders[0].id, rival.id], "C6")


def _unknown_motives(plan: Plan, targets: Sequence[str]) -> None:
    _exactly(targets, 1, "organisation")
    members = plan.members(targets[0])
    plan.change(members, motives=())
    plan.plant("unknown_motives", [members[0].organisation], "C18")


def _voiceless(kind: str, perspective: str) -> Callable[[Plan, Sequence[str]], None]:
    def apply(plan: Plan, targets: Sequence[str]) -> None:
        _exactly(targets, 0, "none")
        plan.claim("voice", perspective)
        plan.voiceless |= {perspective}
        plan.plant(kind, [perspective], "C3", "C17", "C11")

    return apply


def _one_question(kind: str, attribute: str) -> Callable[[Plan, Sequence[str]], None]:
    def apply(plan: Plan, targets: Sequence[str]) -> None:
        _exactly(targets, 1, "question")
        plan.claim("question", targets[0])
        setattr(plan, attribute, targets[0])
        plan.plant(kind, targets, *(("C3",) if targets[0] in _ABOUT_FAMILIES else ()))

    return apply


def _divided_perspectives(plan: Plan, targets: Sequence[str]) -> None:
    if len(targets) < 2:
        raise wrong_targets("perspective_and_questions")
    perspective, *questions = targets
    if not any(party.perspective == perspective for party in plan.parties):
        raise cannot("problem.plant.no_perspective", perspective=perspective)
    plan.claim("voice", perspective)
    plan.claim("question", *questions)
    plan.divided = tuple(targets)
    plan.plant("divided_perspectives", targets, "C3")


def _unowned_goal(plan: Plan, targets: Sequence[str]) -> None:
    _exactly(targets, 1, "goal")
    plan.unowned = targets[0]
    plan.plant("unowned_goal", targets)


def _need_gap(plan: Plan, targets: Sequence[str]) -> None:
    _exactly(targets, 1, "cell")
    if targets[0] not in cells():
        raise cannot("problem.plant.no_cell", cell=targets[0])
    for party in plan.parties:
        if targets[0] in party.offers:
            plan.change([party], offers=tuple(offer for offer in party.offers if offer != targets[0]))
    plan.plant("need_gap", targets, "C13")


def _sector_without_form(plan: Plan, targets: Sequence[str]) -> None:
    _exactly(targets, 1, "sector")
    if not any(party.forms and party.sector == targets[0] for party in plan.parties):
        raise cannot("problem.plant.no_sector", sector=targets[0])
    for party in plan.parties:
        left = [form for form in party.forms if targets[0] not in (sectors_of_form(form) or [party.sector])]
        plan.change([party], forms=tuple(left))
    plan.plant("sector_without_form", targets, "C14")


# In the order in which they are applied: those that take parties away come first.
_KINDS: Final[dict[str, Callable[[Plan, Sequence[str]], None]]] = {
    "absent_domain": _absent_domain,
    "missing_level": _missing_level,
    "no_kartrekker": _no_kartrekker,
    "rival_mandate": _rival_mandate,
    "unknown_motives": _unknown_motives,
    "silent_parties": _silent_parties,
    "one_person_dependency": _one_person_dependency,
    "isolated_party": _isolated_party,
    "domains_apart": _domains_apart,
    "hollow_organisation": _hollow_organisation,
    "voiceless_parents": _voiceless("voiceless_parents", "ouder"),
    "voiceless_youth": _voiceless("voiceless_youth", "jeugdige"),
    "unknown_effect": _one_question("unknown_effect", "unknown"),
    "divided_perspectives": _divided_perspectives,
    "divisive_question": _one_question("divisive_question", "divisive"),
    "low_question": _one_question("low_question", "low"),
    "improvement": _one_question("improvement", "improved"),
    "unowned_goal": _unowned_goal,
    "need_gap": _need_gap,
    "sector_without_form": _sector_without_form,
}
PLANT_KINDS: Final = tuple(_KINDS)


def resolve(specs: Sequence[str], roster: tuple[Party, ...], draw: Draw) -> Plan:
    """Applies the plants to a roster; a plant without targets gets targets by chance."""
    wishes: dict[str, tuple[str, ...]] = {}
    for spec in specs:
        kind, _, rest = spec.partition(":")
        choose(kind, PLANT_KINDS, "problem.subject.plant", "HV-302")
        if kind in wishes:
            raise cannot("problem.plant.twice", plant=kind)
        wishes[kind] = tuple(part.strip() for part in rest.split(",") if part.strip())
    plan = Plan(roster)
    for kind in (kind for kind in PLANT_KINDS if kind in wishes):
        options = [wishes[kind]] if wishes[kind] else draw.shuffled(candidates(kind, plan, draw))
        plan = _first_that_fits(kind, options, plan)
    return plan


def _first_that_fits(kind: str, options: Sequence[tuple[str, ...]], plan: Plan) -> Plan:
    refused = cannot("problem.plant.no_room")
    for targets in options:
        trial = replace(plan, planted=list(plan.planted), claimed=set(plan.claimed))
        try:
            _KINDS[kind](trial, targets)
        except InvalidValueError as error:
            refused = error
        else:
            return trial
    raise problems(InvalidValueError, [replace(issue, where=Where(kind)) for issue in refused.issues])


def _staff(plan: Plan) -> list[Party]:
    """Professionals with colleagues in their organisation."""
    inside = set(plan.organisations(2))
    return [
        p for p in plan.parties if p.is_professional and p.organisation_key in inside and p.domain != "bedrijfsleven"
    ]


def _free_satellites(plan: Plan) -> list[str]:
    present = {party.id for party in plan.parties}
    return [id for id in _SATELLITES if id in present and ("party", id) not in plan.claimed]


def _rivals(plan: Plan, draw: Draw) -> list[tuple[str, ...]]:
    rivals = [party.id for party in _staff(plan) if party.level != "uitvoering" and not party.mandates]
    return [(decision, rival) for party in plan.parties for decision in party.mandates for rival in rivals]


def _quiet_groups(plan: Plan, draw: Draw) -> list[tuple[str, ...]]:
    by_organisation: dict[str, list[str]] = {}
    for party in _staff(plan):
        if ("party", party.id) not in plan.claimed:
            by_organisation.setdefault(party.organisation_key, []).append(party.id)
    several = [draw.shuffled(list(by_organisation.values())) for _ in range(20)]
    return [tuple(draw.choice(ids) for ids in groups[: 2 + draw.below(2)]) for groups in several]


def _brokers(plan: Plan, draw: Draw) -> list[tuple[str, ...]]:
    drivers = [p.id for p in _staff(plan) if "kartrekker" in p.roles and p.kind == "person"]
    satellites = _free_satellites(plan)
    return [(draw.choice(drivers), *draw.shuffled(satellites)[: 2 + draw.below(2)]) for _ in range(20)]


def _divisions(plan: Plan, draw: Draw) -> list[tuple[str, ...]]:
    pairs = [tuple(draw.shuffled(["E6.3", "E2.4", "E6.2"])[: 1 + draw.below(3)]) for _ in range(2)]
    return [(perspective, *questions) for perspective in ("ouder", "jeugdige") for questions in pairs]


# Targets that make sense for a plant: those that fit in any roster, one at a time, and those that follow from it.
_SINGLE_TARGETS: Final = {
    "unknown_effect": ("E4.4", "E4.1"),
    "divisive_question": ("E5.3", "E5.2", "E6.1"),
    "improvement": ("E2.1", "E2.3"),
    "low_question": _PLAIN_QUESTIONS,
    "unowned_goal": ("D2", "D3"),
    "need_gap": cells(),
    "sector_without_form": ("po", "vo", "so", "mbo"),
}
_TARGETS: Final[dict[str, Callable[[Plan, Draw], list[tuple[str, ...]]]]] = {
    "absent_domain": lambda plan, draw: [(domain,) for domain in _SPARE_DOMAINS if domain in plan.domains()],
    "missing_level": lambda plan, draw: list(product(_LAYERED_DOMAINS, ("beleid", "bestuur"))),
    "no_kartrekker": lambda plan, draw: [(key,) for key in plan.organisations(1)],
    "rival_mandate": _rivals,
    "unknown_motives": lambda plan, draw: [(key,) for key in plan.organisations(1)],
    "silent_parties": _quiet_groups,
    "one_person_dependency": _brokers,
    "isolated_party": lambda plan, draw: [(id,) for id in _free_satellites(plan)],
    "domains_apart": lambda plan, draw: [(a, b) for a, b in product(plan.domains(), repeat=2) if a < b],
    "hollow_organisation": lambda plan, draw: [(key,) for key in plan.organisations(3)],
    "divided_perspectives": _divisions,
}


def candidates(kind: str, plan: Plan, draw: Draw) -> list[tuple[str, ...]]:
    """Targets that make sense for a plant in this roster; of a plant without targets, no targets."""
    if kind in _SINGLE_TARGETS:
        return [(target,) for target in _SINGLE_TARGETS[kind]]
    return _TARGETS[kind](plan, draw) if kind in _TARGETS else [()]


def random_specs(roster: tuple[Party, ...], draw: Draw) -> list[str]:
    """A random subset of the kinds, with random targets, that can all be planted together."""
    plan = Plan(roster)
    specs: list[str] = []
    chosen = {kind for kind in PLANT_KINDS if draw.chance(0.45)} or {draw.choice(PLANT_KINDS)}
    for kind in (kind for kind in PLANT_KINDS if kind in chosen):
        for targets in draw.shuffled(candidates(kind, plan, draw)):
            try:
                plan = _first_that_fits(kind, [targets], plan)
            except ValueError:
                continue
            specs.append(f"{kind}:{','.join(targets)}" if targets else kind)
            break
    return specs
