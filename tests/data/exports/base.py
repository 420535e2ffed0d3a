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
    ("De Linde", "onderwijs", "uitvoering", "professional"): ("de-linde-uitvoering-professional", "De Linde, uitvoering, professional"),
    ("De Linde", "onderwijs", "beleid", "professional"): ("de-linde-beleid-professional", "De Linde, beleid, professional"),
    ("Wijkteam Noord", "jeugdhulp", "uitvoering", "professional"): (
        "wijkteam-noord-uitvoering-professional",
        "Wijkteam Noord, uitvoering, professional",
    ),
    ("Gemeente", "gemeente", "bestuur", "professional"): ("gemeente-bestuur-professional", "Gemeente, bestuur, professional"),
    ("Gemeente", "gemeente", "beleid", "professional"): ("gemeente-beleid-professional", "Gemeente, beleid, professional"),
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
        "instruments": ["six-elements"],
        "waves": [{"id": wave, "instruments": ["six-elements"]} for wave, _ in waves],
        "parties": parties,
        "answers": rows,
    }
    return houvast._core.study_from_json(json.dumps(study).encode(), "expected").to_json()
