"""The questionnaires of a new study: LimeSurvey can import them, and what it or a form exports comes back."""

import csv
import datetime
import html
import io
import itertools
import json
import re
from collections import Counter
from pathlib import Path

import openpyxl
import pytest

import houvast
from houvast.convert import convert
from houvast.starter import survey, write_starter

OWN = houvast.Instrument.parse(
    (Path(__file__).parents[2] / "data" / "own-instrument" / "meeting.json").read_text(encoding="utf-8")
)
SHIPPED = [houvast.instrument(name) for name in houvast.instruments()]
ASKED = [instrument for instrument in SHIPPED if instrument.kind != "dyadic"]
STATES = {"dk": "dont_know", "na": "not_applicable", "rf": "refused", "": "skipped"}


def ids(instrument: houvast.Instrument) -> str:
    return instrument.id


@pytest.mark.parametrize("lang", ["nl", "en"])
@pytest.mark.parametrize("instrument", [*SHIPPED, OWN], ids=ids)
def test_limesurvey_can_import_it(instrument: houvast.Instrument, lang: str) -> None:
    """By what the manual says of "Tab Separated Value survey structure", and how LimeSurvey reads such a file."""
    text = survey.limesurvey('Een "titel" {x}', [instrument], lang)
    lines = text.split("\n")
    width = len(lines[0].split("\t"))
    assert lines[-1] == "" and all(line.count("\t") == width - 1 for line in lines[:-1])  # one line per row
    rows = list(csv.DictReader(io.StringIO(text), delimiter="\t"))
    before, kinds = "", [row["class"] for row in rows]
    follows = {"S": "S", "SL": "S SL", "G": "SL Q A", "Q": "G Q A", "A": "Q A"}
    for row, kind in zip(rows, kinds, strict=True):
        assert not before or before in follows[kind].split(), (before, kind)
        before = kind
        assert row["language"] == ("" if kind == "S" else lang)
        if kind != "S":  # LimeSurvey runs what stands in braces and takes quotation marks at both ends away
            assert not re.search(r'[{}"]', row["text"] + row["help"] + row["name"])
    questions = [row for row in rows if row["class"] == "Q"]
    codes = [row["name"] for row in questions]
    assert len({code.lower() for code in codes}) == len(codes)
    assert all(re.fullmatch(r"[A-Za-z][A-Za-z0-9]{0,19}", code) for code in codes)
    assert all((row["mandatory"], row["other"], row["relevance"]) == ("N", "N", "1") for row in questions)
    assert {row["type/scale"] for row in questions} <= set("SLOT")
    groups = [row["type/scale"] for row in rows if row["class"] == "G"]
    assert groups == [str(i + 1) for i in range(len(groups))]
    answers: list[str] = []
    for row in [*rows, {"class": "Q", "name": ""}]:
        if row["class"] == "A":
            answers.append(row["name"])
            assert re.fullmatch(r"[A-Za-z0-9]{1,5}", row["name"]) and row["type/scale"] == "0" and row["text"]
        else:
            assert len(set(answers)) == len(answers)
            answers = []
    first = [each.text("professional", lang) for each in survey.first_asked([instrument], "professional")]
    asked = [put.text.get(lang) for put in survey.put_to([instrument], "professional")]
    assert len(asked) == len(instrument.questions)
    assert [html.unescape(row["text"]) for row in questions] == [
        *first,
        *("<br />".join(text.replace("\t", " ").splitlines()) for text in asked),
    ]


Exported = tuple[Path, Path, dict[str, Counter[tuple[str, str]]]]


def exported(folder: Path, instrument: houvast.Instrument, lang: str, heading: str, full: bool) -> Exported:
    """Six responses as LimeSurvey exports them, the structure, and what each question should hold then."""
    text = survey.limesurvey("Titel", [instrument], lang)

    def flat(marked: str) -> str:
        return html.unescape(re.sub(r"<[^>]+>", " ", marked))

    questions: list[tuple[str, str, str, list[tuple[str, str]]]] = []
    for row in csv.DictReader(io.StringIO(text), delimiter="\t"):
        if row["class"] == "Q":
            questions.append((row["name"], row["type/scale"], flat(row["text"]), []))
        elif row["class"] == "A":
            questions[-1][3].append((row["name"], flat(row["text"])))
    columns = []
    for code, kind, words, _ in questions:
        columns += [(code, words), *([(f"{code}[comment]", f"{words} [Comment]")] if kind == "O" else [])]
    made = {"code": 0, "full": 1}
    heads = ["id", "submitdate", "lastpage", "startlanguage", "seed"]
    heads += [f"{pair[0]}. {pair[1]}" if heading == "both" else pair[made[heading]] for pair in columns]
    names = {code: id for id, code in survey.question_codes([instrument]).items()}
    wanted: dict[str, Counter[tuple[str, str]]] = {id: Counter() for id in names.values()}
    lines = []
    for i in range(6):
        line = [str(i + 1), "2024-11-20 10:00:00", "3", lang, "123", f"r{i}", ("school", "zorg")[i % 2]]
        for j, (code, kind, _, answers) in enumerate(questions[2:]):
            written = f"=tekst {i}" if (i + j) % 3 else ""
            if kind == "T":
                line.append(written)
                wanted[names[code]]["" if written else "skipped", written] += 1
                continue
            given = [*answers, ("", "")][(i + j) % (len(answers) + 1)]
            line += [given[full], *([written] if kind == "O" else [])]
            wanted[names[code]][STATES.get(given[0], given[0].replace("m", "-")), written if kind == "O" else ""] += 1
        lines.append(line)
    structure = folder / "structure.txt"
    structure.write_text(text, encoding="utf-8")
    with (folder / "export.csv").open("w", encoding="utf-8-sig", newline="") as file:
        csv.writer(file, quoting=csv.QUOTE_ALL).writerows([heads, *lines])
    return folder / "export.csv", structure, wanted


def roster(folder: Path) -> Path:
    place = folder / "parties.csv"
    place.write_text("id,name,kind,asked\nschool,De School,group,5\nzorg,De Zorg,group,5\n", encoding="utf-8")
    return place


def held(study: houvast.Study, instrument: houvast.Instrument) -> dict[str, Counter[tuple[str, str]]]:
    tables = study.tables()
    if instrument.kind == "stages":
        rows = [(row[1], row[5], row[6], "") for row in tables["assessments"][1]]
    else:
        rows = [(row[1], row[3], row[4], row[5]) for row in tables["answers"][1]]
    found = {
        question.id: Counter((a, text) for _, id, a, text in rows if id == question.id)
        for question in instrument.questions
    }
    for counts in found.values():
        counts["skipped", ""] += 6 - counts.total()  # a question without a row was skipped
    return found


def modes() -> list[object]:
    """Every heading and kind of answer for one instrument, codes as headings for the others."""
    every = [*itertools.product(["code", "full", "both"], [True, False])]
    made = [(instrument, "code", full) for instrument in ASKED for full in (True, False)]
    made += [(ASKED[0], heading, full) for heading, full in every if heading != "code"]
    return [pytest.param(*each, id=f"{each[0].id}-{each[1]}-{'words' if each[2] else 'codes'}") for each in made]


@pytest.mark.parametrize("lang", ["nl", "en"])
@pytest.mark.parametrize(("instrument", "heading", "full"), modes())
def test_answers_come_back_from_limesurvey(
    instrument: houvast.Instrument, heading: str, full: bool, lang: str, tmp_path: Path
) -> None:
    export, structure, wanted = exported(tmp_path, instrument, lang, heading, full)
    more = {} if full else {"structure": structure}
    made = convert(export, roster=roster(tmp_path), key=tmp_path / "key", **more)
    found = held(made.study, instrument)
    assert found == {id: counts for id, counts in wanted.items() if id in found}
    assert made.study.asked_known


@pytest.mark.parametrize("lang", ["nl", "en"])
@pytest.mark.parametrize("instrument", ASKED, ids=ids)
def test_answers_come_back_from_a_form(instrument: houvast.Instrument, lang: str, tmp_path: Path) -> None:
    """Each line that does not begin with a space or == is a question to paste; its answers stand under it."""
    questions: list[tuple[str, list[str]]] = []
    for line in survey.form("Titel", [instrument], lang).split("\n"):
        if line.startswith("  ( ) "):
            questions[-1][1].append(line.removeprefix("  ( ) "))
        elif line and not line.startswith((" ", "==")):
            questions.append((line, []))
    texts = len([q for q in instrument.questions if q.form != "closed"])
    codes = [question.id for question in instrument.questions]
    asked = [each for each in questions if each[1] or re.match("|".join(map(re.escape, codes)), each[0])]
    assert len(asked) == len(codes) + len([q for q in instrument.questions if q.form == "mixed"])
    workbook = openpyxl.Workbook()
    sheet = workbook.active
    assert sheet is not None
    person = "Wat is je deelnemercode?" if lang == "nl" else "What is your participant code?"
    assert person in [line for line, _ in questions]
    sheet.append(["ID", "Begintijd", "Tijd van voltooien", "E-mail", "Naam", person, "Partij", *(q for q, _ in asked)])
    day = datetime.datetime(2024, 11, 20, 10)
    for i in range(6):
        given = [labels[(i + j) % len(labels)] if labels else f"tekst {i}" for j, (_, labels) in enumerate(asked)]
        sheet.append([i + 1, day, day, "anonymous", "", f"r{i}", ("school", "zorg")[i % 2], *given])
    workbook.save(tmp_path / "form.xlsx")
    found = held(convert(tmp_path / "form.xlsx", roster=roster(tmp_path), key=tmp_path / "key").study, instrument)
    assert all(counts["skipped", ""] == 0 and counts.total() == 6 for counts in found.values())
    assert sum(bool(text) or not answer for counts in found.values() for answer, text in counts.elements()) == 6 * texts


@pytest.mark.parametrize("full", [True, False])
def test_answers_to_own_questions_come_back(full: bool, tmp_path: Path) -> None:
    own = Path(__file__).parents[2] / "data" / "own-instrument" / "meeting.json"
    export, structure, wanted = exported(tmp_path, OWN, "nl", "code", full)
    made = convert(export, roster=roster(tmp_path), key=tmp_path / "key", structure=structure, instruments=[str(own)])
    assert held(made.study, OWN) == wanted


@pytest.mark.parametrize("lang", ["nl", "en"])
def test_the_question_on_the_network_is_understood(lang: str, tmp_path: Path) -> None:
    text = survey.network(["samenwerking", "contact"], "1", lang)
    first = next(line for line in text.split("\n") if re.match(r"(Vraag|Question) 1\. ", line)).split(". ", 1)[1]
    place = tmp_path / "form.csv"
    heads = ["Tijdstempel", "Deelnemercode", "Partij", first, "E1.1"]
    with place.open("w", encoding="utf-8", newline="") as file:
        csv.writer(file).writerows(
            [heads, ["2024", "a", "school", "De Zorg", "5"], ["2024", "b", "zorg", "De School", "4"]]
        )
    ties = convert(place, roster=roster(tmp_path), key=tmp_path / "key").study.tables()["ties"][1]
    assert [row[:6] for row in ties] == [
        ["1", "school", "school", "zorg", "samenwerking", "1"],
        ["1", "zorg", "zorg", "school", "samenwerking", "1"],
    ]


@pytest.mark.parametrize("lang", ["nl", "en"])
@pytest.mark.parametrize(("audience", "conditions"), [("professional", 4), ("parent", 4), ("young", 4), ("child", 2)])
def test_each_audience_is_asked_about_partners_in_its_own_words(audience: str, conditions: int, lang: str) -> None:
    partners = houvast.instrument("know-your-partner")
    text = survey.network(["samenwerking", "contact"], "1", lang, audience)
    who = "plain" if audience == "professional" else audience
    asked = [words for question in partners.questions if (words := question.wording(who)) is not None]
    assert len(asked) == conditions
    assert all(f"  {words.get(lang)}\n" in text for words in asked)
    assert all(len(re.findall("____+", line)) in (0, 1, conditions + (2 if audience == "child" else 3))
               for line in text.split("\n"))  # fmt: skip


def test_how_often_and_how_far_are_two_questions_and_two_relations(tmp_path: Path) -> None:
    """SAMEN=BETER: intensity runs from limited communication to full integration; how often is another thing."""
    place = write_starter(tmp_path / "s", ["six-elements"], "nl")
    relations = json.loads((place / "study.json").read_text("utf-8"))["relations"]
    assert {each["id"]: each["max_strength"] for each in relations} == {"samenwerking": 4, "contact": 4}
    text = survey.network([each["id"] for each in relations], "1", "nl")
    often, far = (text.split(f"Vraag {number}. ")[1].split("\n\n")[0] for number in (2, 3))
    for steps in (often, far):
        assert re.findall(r"(\d) = ", steps) == ["1", "2", "3", "4", "0"]
    assert "elke maand" in often and "elke" not in far and "werken als één geheel" in far


def test_no_word_is_left_outside_the_catalogue():
    instruments = [houvast.instrument("six-elements"), houvast.instrument("gerdes-2020")]
    told = (
        survey.form("⟦t⟧", instruments, "qps-plocm")
        + survey.consent("qps-plocm")
        + survey.network(["r", "c"], "1", "qps-plocm")
    )
    known = [each.source.citation() for each in instruments] + ["P1", "P2", "P3", "P4"]
    for text in known:
        told = told.replace(text, "")
    outside, inner = told, 1
    while inner:  # one message stands inside another
        outside, inner = re.subn("⟦[^⟦⟧]*⟧", "", outside)
    assert re.findall(r"[^\W\d_]{2,}", re.sub(r"\b[EG]\d(\.\d)?(:text)?", "", outside)) == []
