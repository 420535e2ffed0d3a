"""A small sound study, and ways to break it; the cases are in broken_cases.py."""

import json
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

# Stands in every free answer and in every answer that is broken on purpose: it may never come back in a message.
SECRET = "Karel van de Kwartelkamp"

HEADER = {
    "schema": "houvast-study/1",
    "id": "klein",
    "title": {"nl": "Kleine studie", "en": "Small study"},
    "fictional": True,
    "instruments": ["six-elements", "gerdes-2020"],
    "waves": [{"id": "2023", "date": "2023-11-15"}, {"id": "2024", "date": "2024-11-20"}],
    "relations": [
        {
            "id": "samenwerking",
            "title": {"nl": "Samenwerking", "en": "Collaboration"},
            "directed": False,
            "max_strength": 4,
        },
        {"id": "verwijzing", "title": {"nl": "Verwijzing", "en": "Referral"}, "directed": True, "max_strength": 1},
    ],
}
TABLES = {
    "parties": """\
id,name,kind,domain,sector,level,organisation,perspective,roles,consent,asked,waves
school,Basisschool De Kwartelkamp,group,onderwijs,po,uitvoering,De Kwartelkamp,professional,,yes,2,
ib,Intern begeleider,person,onderwijs,po,beleid,De Kwartelkamp,professional,kartrekker,yes,1,
ouders,Ouderraad,group,ouders,,,,ouder,,yes,2,
wijkteam,Wijkteam,group,sociaal-domein,,uitvoering,,professional,,no,1,2024
""",
    "answers": f"""\
wave,respondent,party,question,answer,text
2023,s1,school,E1.1,4,
2023,s2,school,E1.1,weet ik niet,
2023,s1,school,E3.1,,{SECRET}
2024,s1,school,E1.4,voor een deel,{SECRET}
2024,ib,ib,E1.1,5,
2024,o1,ouders,E6.3,2,
""",
    "ties": """\
wave,reporter,from,to,relation,strength,P1,P2,P3,P4
2024,school,school,ib,samenwerking,4,yes,yes,,no
2024,ib,ib,school,samenwerking,3,,,,
2024,ib,ib,ouders,verwijzing,1,,,,
2024,wijkteam,wijkteam,,samenwerking,,,,,
""",
    "assessments": f"""\
wave,assessor,assessor_party,object_a,object_b,dimension,stage,evidence
2024,s1,school,,,G1,2,{SECRET}
2024,ib,ib,school,ib,G8,3,
""",
    "goals": """\
id,kind,element,title,owner,indicator,target,due,secured,value:2023,value:2024
d1,goal,E3,Mandaat duidelijk,ib,beslissingen,8,2025-06-30,no,3,5
""",
}


def write_base(folder: Path) -> Path:
    """A small study without a fault."""
    folder.mkdir()
    (folder / "study.json").write_text(json.dumps(HEADER, ensure_ascii=False, indent=1), "utf-8")
    for name, text in TABLES.items():
        (folder / f"{name}.csv").write_text(text, "utf-8")
    return folder


def one_file() -> dict:
    """The same study in the one-file form."""
    document = json.loads(json.dumps(HEADER))
    for name, text in TABLES.items():
        columns, *rows = (line.split(",") for line in text.splitlines())
        document[name] = [{key: cell for key, cell in zip(columns, row, strict=True) if cell} for row in rows]
    return document


# ------------------------------------------------------------------------------------------------ ways to break it


def replace(file: str, old: str, new: str) -> Callable[[Path], Path]:
    """Replaces what stands exactly once in a file."""

    def change(folder: Path) -> Path:
        text = (folder / file).read_text("utf-8")
        assert text.count(old) == 1, f"{old!r} stands {text.count(old)} times in {file}"
        (folder / file).write_text(text.replace(old, new), "utf-8")
        return folder

    return change


def add(file: str, line: str) -> Callable[[Path], Path]:
    def change(folder: Path) -> Path:
        with (folder / file).open("a", encoding="utf-8") as target:
            target.write(line + "\n")
        return folder

    return change


def whole(file: str, content: bytes) -> Callable[[Path], Path]:
    def change(folder: Path) -> Path:
        (folder / file).write_bytes(content)
        return folder

    return change


def without(file: str) -> Callable[[Path], Path]:
    def change(folder: Path) -> Path:
        (folder / file).unlink()
        return folder

    return change


def header(edit: Callable[[dict], object]) -> Callable[[Path], Path]:
    """Changes study.json as data."""

    def change(folder: Path) -> Path:
        document = json.loads(json.dumps(HEADER))
        edit(document)
        (folder / "study.json").write_text(json.dumps(document), "utf-8")
        return folder

    return change


def in_one_file(edit: Callable[[dict], object], swap: tuple[str, str] = ("", "")) -> Callable[[Path], Path]:
    """The one-file form, changed as data and then perhaps as text."""

    def change(folder: Path) -> Path:
        for file in folder.iterdir():
            file.unlink()
        document = one_file()
        edit(document)
        text = json.dumps(document)
        assert text.count(swap[0]) == 1 or not swap[0]
        (folder / "klein.json").write_text(text.replace(*swap) if swap[0] else text, "utf-8")
        return folder / "klein.json"

    return change


def own_instrument(question: str, **fields: object) -> dict:
    text = {"nl": "Een vraag?", "en": "A question?"}
    return {
        "schema": "houvast-instrument/1",
        "id": "eigen",
        "version": "1.0.0",
        "kind": "open",
        "title": text,
        "description": text,
        "source": {"title": "Eigen", "authors": [], "publisher": "", "year": 0, "section": ""},
        "licence": "",
        "validated": False,
        "private": False,
        "scales": [],
        "elements": [{"id": "Q", "title": text, "parent": None, "description": None}],
        "questions": [
            {
                **{"id": question, "element": "Q", "form": "open", "scale": None, "reverse": False, "text": text},
                **{"closed_part": None, "open_part": None, "ordering": None, "stages": None},
            }
        ],
        **fields,
    }


def own_profile(**fields: object) -> dict:
    terms = [{"id": id, "title": {"nl": id, "en": id}} for id in ("onderwijs", "ouders", "sociaal-domein")]
    return {
        "schema": "houvast-profile/1",
        "id": "eigen",
        "title": {"nl": "Eigen", "en": "Own"},
        "domains": terms,
        "sectors": [{"id": "po", "title": {"nl": "po", "en": "po"}}],
        "levels": [{"id": id, "title": {"nl": id, "en": id}} for id in ("uitvoering", "beleid")],
        "perspectives": [{"id": id, "title": {"nl": id, "en": id}} for id in ("professional", "ouder")],
        "roles": [{"id": "kartrekker", "title": {"nl": "Kartrekker", "en": "Driving force"}}],
        "informal_domain": "ouders",
        "family_perspectives": ["ouder"],
        "driving_role": "kartrekker",
        **fields,
    }


@dataclass(frozen=True)
class Place:
    """What error.where must say; fields left out must be empty."""

    file: str
    row: int | None = None
    column: str = ""
    pointer: str = ""


def study_json(pointer: str) -> Place:
    return Place("study.json", pointer=pointer)


def cell(table: str, row: int, column: str = "") -> Place:
    return Place(f"{table}.csv", row, column)
