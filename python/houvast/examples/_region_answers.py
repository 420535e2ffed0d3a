"""What people in the example region answer: the questionnaire, the stages of Gerdes, goals and agreements."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from ..results.columns import names
from ._region_draw import Draw
from ._region_network import Tie
from ._region_plants import Plan
from ._region_refusals import cannot
from ._region_roster import Party

DONT_KNOW: Final = "weet ik niet"
NOT_APPLICABLE: Final = "niet van toepassing"
REFUSED: Final = "wil ik niet zeggen"

RATED: Final = tuple(
    f"E{element}.{number}"
    for element, count in enumerate((4, 5, 5, 4, 3, 3), start=1)
    for number in range(1, count + 1)
    if (element, number) != (3, 1)
)
# Open and mixed questions: which column holds the text, and what people might write there. All of it is made up.
OPEN: Final[dict[str, tuple[str, ...]]] = {
    "E1.4:text": (
        "Dat je elkaar kunt bellen zonder eerst een formulier in te vullen.",
        "Dat het kind en de ouders vanaf het eerste gesprek aan tafel zitten.",
        "Eerlijk zijn over wat je niet kunt bieden.",
        "Dat afspraken blijven staan als iemand van baan wisselt.",
    ),
    "E2.3:text": (
        "TLV, OPP en HGW: niet iedereen weet wat dat is.",
        "'Op- en afschalen' betekent bij ons iets anders dan bij de buren.",
        "Wat is precies een arrangement?",
        "Brede analyse, verklarende analyse: graag uitleggen.",
    ),
    "E3.1": (
        "De intern begeleiders van de scholen en de jeugd- en gezinswerker van het wijkteam.",
        "De jeugdarts; bij de gemeente de beleidsadviseur jeugd.",
        "De zorgcoördinator van het vo en de coördinator van het samenwerkingsverband.",
        "De voorzitter van de ouderraad en de buurtverbinder.",
        "De pedagogisch coach van de kinderopvang.",
    ),
    "E4.1:text": (
        "Goed: we kennen elkaar. Beter: weten wat er na een overleg gebeurt.",
        "Het eerste contact gaat snel, het vervolg niet.",
        "We beginnen goed aan tafel, maar leggen weinig vast.",
        "De lijnen zijn kort, de wachttijd is lang.",
    ),
}
ANSWER_COLUMNS: Final = ["wave", "respondent", "party", *sorted((*RATED, *OPEN))]
ASSESSMENT_COLUMNS: Final = names("assessments")
_DIMENSIONS: Final = tuple(f"G{number}" for number in range(1, 9))
_EVIDENCE: Final = (
    "In het laatste overleg zaten ouders vanaf het begin aan tafel.",
    "We stemmen vooral af wie wat doet.",
    "Ieder blijft bij de eigen opdracht.",
    "Na een half jaar samen intake doen praten we anders over elkaars werk.",
)


def respondents(party: Party, wave: str, draw: Draw) -> list[str]:
    """Who of a party answers: about seven in ten of a group, and always somebody."""
    if party.asked == 1:
        return [party.id]
    count = max(1, int(0.7 * party.asked + draw.unit()))
    people = draw.shuffled(range(1, party.asked + 1))[:count]
    return [f"{party.id}-{person}" for person in sorted(people)]


def answer_rows(wave: str, first: bool, plan: Plan, silent: frozenset[str], seed: int) -> list[list[str]]:
    """One row per respondent; `first` tells whether it is the first wave, before any improvement."""
    level = Draw(seed, "questions")
    centre = {question: 3.3 + 0.5 * level.unit() for question in RATED}
    if plan.low:
        centre[plan.low] = 1.9
    if plan.improved:
        centre[plan.improved] = 2.4 if first else 3.9
    rows = []
    for party in plan.parties:
        if party.id in silent or (not first and party.perspective in plan.voiceless):
            continue
        who = respondents(party, wave, Draw(seed, "who answers", wave, party.id))
        for respondent in who:
            person = 0.45 * Draw(seed, "person", respondent).normal()
            cells = _answers(party, centre, plan, person, Draw(seed, "answers", wave, respondent))
            rows.append([wave, respondent, party.id, *(cells[column] for column in ANSWER_COLUMNS[3:])])
    return rows


def _answers(party: Party, centre: dict[str, float], plan: Plan, person: float, draw: Draw) -> dict[str, str]:
    cells = {}
    for question in RATED:
        state, noise, side = draw.unit(), draw.normal(), draw.chance(0.5)
        value = centre[question] + person + 0.75 * noise
        if question == plan.divisive:
            value = (4.6 if side else 1.5) + 0.4 * noise
        if party.perspective in plan.divided[:1] and question in plan.divided[1:]:
            value -= 1.6
        unknown = 0.45 if question == plan.unknown else 0.05
        if state < unknown:
            cells[question] = DONT_KNOW
        elif state > 0.985:
            cells[question] = NOT_APPLICABLE
        elif state > 0.975:
            cells[question] = REFUSED
        elif state > 0.955:
            cells[question] = ""
        else:
            cells[question] = str(min(5, max(1, int(value + 0.5))))
    for column, texts in OPEN.items():
        writes, text = draw.chance(0.18), draw.choice(texts)
        cells[column] = text if writes else ""
    return cells


def assessment_rows(
    waves: Sequence[str], plan: Plan, ties: list[Tie], silent: frozenset[str], seed: int
) -> list[list[str]]:
    """Some 25 people judge the whole collaboration, five pairs their own, and a few parties' ties are judged too."""
    draw = Draw(seed, "assessors")
    able = [
        p for p in plan.parties if p.id not in silent and p.id != plan.isolated and p.perspective not in plan.voiceless
    ]
    by_domain: dict[str, list[Party]] = {}
    for party in draw.shuffled(able):
        by_domain.setdefault(party.domain, []).append(party)
    turns = [party for turn in range(10) for group in by_domain.values() for party in group[turn : turn + 1]]
    assessors = turns[:25]
    named = {party.id: party for party in able}
    strong = [tie for tie in ties if tie.core and tie.a in named and tie.b in named]
    pairs = [(tie.a, tie.b) for tie in draw.shuffled(strong)[:5]]
    judges = {id: [id, *_partners(id, strong)[:4]] for id, _ in pairs[:3]}
    rows = []
    for wave in waves:
        later = wave != waves[0]
        for party in assessors:
            rows += _assessment(wave, party, "", "", later, seed)
        for a, b in pairs:
            rows += _assessment(wave, named[a], a, b, later, seed)
            rows += _assessment(wave, named[b], a, b, later, seed)
        for id, who in judges.items():
            for judge in who:
                rows += _assessment(wave, named[judge], id, "", later, seed)
    return rows


def _partners(id: str, ties: list[Tie]) -> list[str]:
    return [tie.b if tie.a == id else tie.a for tie in ties if id in (tie.a, tie.b)]


def _assessment(wave: str, party: Party, a: str, b: str, later: bool, seed: int) -> list[list[str]]:
    draw = Draw(seed, "assessment", wave, party.id, a, b)
    assessor = party.id if party.asked == 1 else f"{party.id}-1"
    weights = (0.2, 0.5, 0.3) if later else (0.35, 0.5, 0.15)
    rows = []
    for dimension in _DIMENSIONS:
        unknown, stage = draw.chance(0.06), 1 + draw.weighted(weights)
        evidence = draw.choice(_EVIDENCE) if draw.chance(0.08) else ""
        rows.append([wave, assessor, party.id, a, b, dimension, DONT_KNOW if unknown else str(stage), evidence])
    return rows


# id, kind, element, title; owner, indicator, target, due, secured; value per wave
_GOALS: Final = (
    (
        *("D1", "goal", "E3", "Van elke beslissing weet iedereen wie het mandaat heeft"),
        *("swv-coord", "beslissingen met één mandaathouder", "8", "2025-06-30", "no"),
        *("3", "5"),
    ),
    (
        *("D2", "goal", "E1", "Elke partij maakt tijd vrij om samen te werken"),
        *("po1-ib", "partijen met vaste uren in de week", "40", "2025-12-31", "no"),
        *("18", "27"),
    ),
    (
        *("D3", "goal", "E4", "We volgen met ouders en jeugdigen wat de samenwerking oplevert"),
        *("jgz-arts", "gezinnen die na een half jaar zijn bevraagd", "60", "2025-12-31", "no"),
        *("0", "12"),
    ),
    (
        *("A1", "agreement", "E2", "Nieuwe collega's lopen een dag mee bij een partner"),
        *("vo-zoco", "meeloopdagen per jaar", "20", "2024-07-01", "yes"),
        *("6", "22"),
    ),
    (
        *("A2", "agreement", "E6", "Bij elk overleg over een kind zitten ouders en kind zelf aan tafel"),
        *("or1-voorz", "deel van de overleggen, in procent", "90", "2025-06-30", "no"),
        *("35", "58"),
    ),
)


def goal_table(waves: Sequence[str], plan: Plan) -> tuple[list[str], list[list[str]]]:
    present = [party.id for party in plan.parties if party.id not in plan.silent]
    rows = []
    for id, kind, element, title, owner, *rest in _GOALS:
        owner = owner if owner in present else present[0]
        rows.append([id, kind, element, title, "" if id == plan.unowned else owner, *rest])
    if plan.unowned and plan.unowned not in [row[0] for row in rows]:
        raise cannot("problem.plant.no_goal", goal=plan.unowned)
    return [*names("goals"), *(f"value:{wave}" for wave in waves)], rows
