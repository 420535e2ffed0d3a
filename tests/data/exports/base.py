"""The one invented study that every export tells: twelve people, twenty-four questions, two waves, some ties."""

from __future__ import annotations

import hashlib
import hmac
import json
from typing import Any

import houvast

KEY = bytes(range(32))
INSTRUMENT = houvast.instrument("six-elements")
QUESTIONS = list(INSTRUMENT.questions)
SCALE = {label.value: label.text for label in INSTRUMENT.scale("extent-5").labels}
STATES = {
    "dont_know": ("weet ik niet", "don't know", 8),
    "not_applicable": ("niet van toepassing", "not applicable", 9),
    "refused": ("wil ik niet zeggen", "prefer not to say", 7),
}
# code, name, e-mail, organisation, domain, level, perspective; nobody of this list exists
PEOPLE = [
    ("K7M2", "Aya Voorbeeld", "a.voorbeeld@example.org", "De Linde", "onderwijs", "uitvoering", "professional"),
    ("B3Q8", "Bram Voorbeeld", "b.voorbeeld@example.org", "De Linde", "onderwijs", "uitvoering", "professional"),
    ("W5T1", "Cem Voorbeeld", "c.voorbeeld@example.org", "De Linde", "onderwijs", "beleid", "professional"),
    ("H9D4", "Dina Voorbeeld", "d.voorbeeld@example.org", "Wijkteam Noord", "jeugdhulp", "uitvoering", "professional"),
    ("R2X6", "Eva Voorbeeld", "e.voorbeeld@example.org", "Wijkteam Noord", "jeugdhulp", "uitvoering", "professional"),
    ("N8C3", "Finn Voorbeeld", "f.voorbeeld@example.org", "Wijkteam Noord", "jeugdhulp", "uitvoering", "professional"),
    ("V4L7", "Gül Voorbeeld", "g.voorbeeld@example.org", "Gemeente", "gemeente", "bestuur", "professional"),
    ("T6J5", "Hans Voorbeeld", "h.voorbeeld@example.org", "Gemeente", "gemeente", "beleid", "professional"),
    ("Y1F9", "Ida Voorbeeld", "i.voorbeeld@example.org", "", "ouders", "", "ouder"),
    ("P3G2", "Joël Voorbeeld", "j.voorbeeld@example.org", "", "ouders", "", "ouder"),
    ("S8Z4", "Kim Voorbeeld", "k.voorbeeld@example.org", "", "ouders", "", "ouder"),
    ("M5N6", "Luc Voorbeeld", "l.voorbeeld@example.org", "", "jeugdigen", "", "jeugdige"),
]
TITLES = {
    "nl": {"onderwijs": "Onderwijs", "jeugdhulp": "Jeugdhulp", "gemeente": "Gemeente", "ouders": "Ouders"}
    | {"jeugdigen": "Jeugdigen", "uitvoering": "Uitvoering", "beleid": "Beleid", "bestuur": "Bestuur"}
    | {"professional": "Professional", "ouder": "Ouder", "jeugdige": "Jeugdige", "": ""},
    "en": {"onderwijs": "Education", "jeugdhulp": "Youth help", "gemeente": "Municipality", "ouders": "Parents"}
    | {"jeugdigen": "Young people", "uitvoering": "Practice", "beleid": "Policy", "bestuur": "Governance"}
    | {"professional": "Professional", "ouder": "Parent", "jeugdige": "Young person", "": ""},
}
PARTIES = {
    ("De Linde", "onderwijs", "uitvoering", "professional"): (
        "de-linde-uitvoering-professional",
        "De Linde, uitvoering, professional",
    ),
    ("De Linde", "onderwijs", "beleid", "professional"): (
        "de-linde-beleid-professional",
        "De Linde, beleid, professional",
    ),
    ("Wijkteam Noord", "jeugdhulp", "uitvoering", "professional"): (
        "wijkteam-noord-uitvoering-professional",
        "Wijkteam Noord, uitvoering, professional",
    ),
    ("Gemeente", "gemeente", "bestuur", "professional"): (
        "gemeente-bestuur-professional",
        "Gemeente, bestuur, professional",
    ),
    ("Gemeente", "gemeente", "beleid", "professional"): (
        "gemeente-beleid-professional",
        "Gemeente, beleid, professional",
    ),
    ("", "ouders", "", "ouder"): ("ouders-ouder", "Ouders, ouder"),
    ("", "jeugdigen", "", "jeugdige"): ("jeugdigen-jeugdige", "Jeugdigen, jeugdige"),
}
TEXTS = [
    "Dat je elkaar kunt bellen; ook, zegt de één, na vijven",
    'We noemen het "warme overdracht"',
    "Eerst dit.\nDan dat, en ’s middags koffie",
    "=2+2 is geen formule",
]


def answers(wave: int) -> dict[str, dict[str, tuple[int | str, str]]]:
    """Respondent → question → (value, state or "", text); the second wave misses one person."""
    told: dict[str, dict[str, tuple[int | str, str]]] = {}
    for i, person in enumerate(PEOPLE):
        if wave == 1 and i == 5:
            continue
        mine: dict[str, tuple[int | str, str]] = {}
        for j, question in enumerate(QUESTIONS):
            mark = (i * 31 + j * 17 + wave * 13) % 29
            text = TEXTS[(i + j) % 4] if question.form != "closed" and (i + j + wave) % 3 == 0 else ""
            if question.form == "open":
                mine[question.id] = ("", text)
                continue
            value: int | str = 1 + (i * 3 + j * 7 + wave) % 5
            value = {3: "dont_know", 11: "not_applicable", 19: "refused", 23: ""}.get(mark, value)
            if i == 9 and j > 14:
                value, text = "", ""  # stopped half-way
            mine[question.id] = (value, text)
        told[person[0]] = mine
    return told


def label(value: int | str, lang: str = "nl") -> str:
    if value == "":
        return ""
    if isinstance(value, int):
        return str(SCALE[value].get(lang))
    return STATES[value][0 if lang == "nl" else 1]


def code(value: int | str) -> str:
    return "" if value == "" else str(value if isinstance(value, int) else STATES[value][2])


def pseudonym(person: str) -> str:
    return "r-" + hmac.new(KEY, f"person\0{person}".encode(), hashlib.sha256).hexdigest()[:16]


def expected(waves: list[tuple[str, int]]) -> str:
    """The study that every export must become, written without the readers."""
    members: dict[tuple[str, ...], dict[str, list[str]]] = {}
    rows = []
    for wave, number in waves:
        told = answers(number)
        for person in sorted((p for p in PEOPLE if p[0] in told), key=lambda p: pseudonym(p[0])):
            party = PARTIES[person[3:]][0]
            members.setdefault(person[3:], {}).setdefault(wave, []).append(person[0])
            for question in QUESTIONS:
                value, text = told[person[0]][question.id]
                if question.form == "open":
                    value, text = text, ""
                if value or text:
                    row = {"wave": wave, "respondent": pseudonym(person[0]), "party": party}
                    rows.append({**row, "question": question.id, "answer": str(value), "text": text})
    parties = []
    for key in sorted(members, key=lambda k: (k[0], k[1], "", k[2], k[3])):
        asked = str(max(len(found) for found in members[key].values()))
        id, name = PARTIES[key]
        party = {"id": id, "name": name, "kind": "group", "organisation": key[0], "domain": key[1], "level": key[2]}
        parties.append({**party, "perspective": key[3], "asked": asked})
    study: dict[str, Any] = {
        "schema": "houvast-study/1",
        "id": "omgezet",
        "title": {"nl": "Onze samenwerking", "en": "Onze samenwerking"},
        "asked_known": False,
        "instruments": ["six-elements"],
        "waves": [{"id": wave, "instruments": ["six-elements"]} for wave, _ in waves],
        "parties": parties,
        "answers": rows,
    }
    return houvast._core.study_from_json(json.dumps(study).encode(), "expected").to_json()


# A list of parties with who belongs to them; one party never answers, and "asked" is known.
ROSTER = [
    ("linde-team", "De Linde, team", "group", "onderwijs", "uitvoering", "De Linde", "professional", 8, "K7M2;B3Q8"),
    ("linde-directie", "De Linde, directie", "person", "onderwijs", "beleid", "De Linde", "professional", 1, "W5T1"),
    (
        "wijkteam",
        "Wijkteam Noord",
        "group",
        "jeugdhulp",
        "uitvoering",
        "Wijkteam Noord",
        "professional",
        5,
        "H9D4;R2X6;N8C3",
    ),
    ("gemeente", "Gemeente", "group", "gemeente", "bestuur", "Gemeente", "professional", 4, "V4L7;T6J5"),
    ("ouders", "Ouders", "group", "ouders", "", "", "ouder", 30, "Y1F9;P3G2;S8Z4"),
    ("jongeren", "Jongeren", "group", "jeugdigen", "", "", "jeugdige", 10, "M5N6"),
    ("jgz", "Jeugdgezondheidszorg", "person", "zorg", "uitvoering", "JGZ", "professional", 1, ""),
]
ROSTER_COLUMNS = ["id", "name", "kind", "domain", "level", "organisation", "perspective", "asked", "respondents"]
# Who names whom; a respondent that is not here left the question empty, and an empty list is "nobody".
NAMED = {
    "K7M2": ["wijkteam", "ouders"],
    "B3Q8": ["linde-directie", "wijkteam", "jgz"],
    "W5T1": ["linde-team", "gemeente"],
    "H9D4": ["linde-team", "jgz"],
    "R2X6": ["gemeente"],
    "V4L7": ["wijkteam", "linde-directie"],
    "Y1F9": ["linde-team"],
    "M5N6": ["wijkteam"],
}


def expected_network() -> str:
    """The study of the first three questions with ties, as the roster and NAMED give it."""
    told = answers(0)
    home = {person: row for row in ROSTER for person in row[-1].split(";") if person}
    rows, ties = [], []
    for person in sorted(told, key=pseudonym):
        for i, question in enumerate(QUESTIONS):
            value = told[person][question.id][0] if i < 3 else "not_asked"
            if value:
                row = {"wave": "1", "respondent": pseudonym(person), "party": home[person][0]}
                rows.append({**row, "question": question.id, "answer": str(value)})
    for id, *_ in sorted(ROSTER):
        named = sorted({other for person in NAMED if home[person][0] == id for other in NAMED[person]} - {id})
        ties += [
            {"wave": "1", "reporter": id, "from": id, "to": other, "relation": "samenwerking", "strength": "1"}
            for other in named
        ]
    study = {
        "schema": "houvast-study/1",
        "id": "omgezet",
        "title": {"nl": "Onze samenwerking", "en": "Onze samenwerking"},
        "instruments": ["six-elements"],
        "waves": [{"id": "1", "instruments": ["six-elements"]}],
        "relations": [
            {
                "id": "samenwerking",
                "title": {"nl": "Samenwerking", "en": "Collaboration"},
                "directed": False,
                "max_strength": 1,
            }
        ],
        "parties": [dict(zip(ROSTER_COLUMNS[:-1], map(str, row[:-1]), strict=True)) for row in ROSTER],
        "answers": rows,
        "ties": ties,
    }
    return houvast._core.study_from_json(json.dumps(study).encode(), "expected").to_json()
