"""Consent is given purpose by purpose: a name stands where it was given for that, in no other place, and not after."""

from __future__ import annotations

import contextlib
import json
from collections.abc import Mapping
from importlib.util import find_spec
from pathlib import Path
from typing import Any

import pytest

import houvast
from houvast.cli import main
from houvast.report import pdf
from houvast.report.meeting import write_meeting
from opened_files import texts_in

PURPOSES = ("silent", "only_link", "mandate", "contacts", "owner")
GROUP = 18
NAMES = {purpose: f"Zwaluw{purpose.replace('_', '')}" for purpose in PURPOSES}
_WORDS = {"nl": "Proef", "en": "Trial"}


def study_with(agreed: Mapping[str, str], **more: str) -> houvast.Study:
    """A study in which there is something to say of one party for each purpose; consent by party."""
    ring = [f"p{i}" for i in range(GROUP)]
    about: dict[str, dict[str, Any]] = {purpose: {"domain": "zorg"} for purpose in PURPOSES}
    about["mandate"]["roles"] = "mandaathouder"
    about["silent"]["mandates"] = "budget jeugd"
    named = [
        {"id": purpose, "name": NAMES[purpose], "asked": 1, "consent_for": agreed.get(purpose, ""), **fields, **more}
        for purpose, fields in about.items()
    ]
    reports = [(one, ring[(i + 1) % GROUP]) for i, one in enumerate(ring)]
    reports += [("only_link", "p0"), ("hanger", "only_link"), ("mandate", "p1"), ("owner", "p2")]
    answered = [*ring, "only_link", "mandate", "owner", "contacts", "hanger"]
    ties = [{"reporter": one, "from": one, "to": other, "relation": "contact"} for one, other in reports]
    ties += [{"reporter": "contacts", "from": "contacts", "to": "", "relation": "contact"}]
    data = {
        "schema": "houvast-study/1",
        "id": "consent",
        "title": _WORDS,
        "instruments": ["six-elements"],
        "waves": [{"id": "w", "date": "2026-01-01"}],
        "relations": [{"id": "contact", "title": _WORDS}],
        "parties": [
            *({"id": one, "name": one, "domain": "zorg", "perspective": "professional"} for one in [*ring, "hanger"]),
            *named,
        ],
        "answers": [
            {"wave": "w", "respondent": f"r-{one}", "party": one, "question": question, "answer": answer}
            for i, one in enumerate(answered)
            for question, answer in (("E1.1", str(1 + i % 5)), ("E1.2", "1" if i % 2 else "weet ik niet"))
        ],
        "ties": [{"wave": "w", **tie} for tie in ties],
        "goals": [{"id": "g", "title": "Elkaar kennen", "element": "E1", "owner": "owner"}],
    }
    return houvast._core.study_from_json(json.dumps(data).encode(), "study.json")


def named_in(text: str) -> set[str]:
    return {purpose for purpose, name in NAMES.items() if name in text}


def document_of(study: houvast.Study, policy: str = "team") -> str:
    return json.dumps(study.release(policy, goals="text").document())


def test_every_party_has_something_to_be_named_for() -> None:
    said = " ".join(finding.sentence.get("nl") for finding in study_with({}).coverage())
    assert named_in(said) >= set(PURPOSES) - {"owner"}


@pytest.mark.parametrize("policy", ["team", "external"])
def test_a_party_is_named_for_what_it_agreed_to(policy: str) -> None:
    assert named_in(document_of(study_with({}), policy)) == set()
    everything = ";".join(PURPOSES)
    assert named_in(document_of(study_with(dict.fromkeys(PURPOSES, everything)), policy)) == set(PURPOSES)
    for purpose in PURPOSES:
        assert named_in(document_of(study_with({purpose: purpose}), policy)) == {purpose}
        others = ";".join(each for each in (*PURPOSES, "picture") if each != purpose)
        found = named_in(document_of(study_with({purpose: others}), policy))
        assert found <= {purpose}
        if found:  # there is more to say of it; but not what this purpose is about
            whole = json.loads(document_of(study_with({purpose: everything}), policy))
            part = json.loads(document_of(study_with({purpose: others}), policy))
            assert json.dumps(part).count(NAMES[purpose]) < json.dumps(whole).count(NAMES[purpose])


def test_a_picture_is_a_purpose_like_the_others() -> None:
    assert named_in(document_of(study_with({}, consent="yes"))) == set()
    assert study_with({"silent": "picture"}).parties[-len(PURPOSES)].consents_to("picture")
    assert not study_with({}, consent="no").parties[-1].consents_to("picture")
    assert study_with({}, consent="yes").parties[-1].consents_to("picture")


def text_of(place: Path) -> str:
    """All texts of a file: of pages, of what is packed in it, and what it says of itself."""
    return " ".join(texts_in(place.read_bytes()))


def writes_pdf() -> bool:
    """Whether a PDF can be made here, and looked into."""
    with contextlib.suppress(houvast.Error):
        return bool(pdf._browser() and find_spec("pypdf"))
    return False


def written(study: houvast.Study, room: Path) -> dict[str, set[str]]:
    """Whose names stand in each file that others may see."""
    room.mkdir()
    release = study.release("team", goals="text")
    for name in ("report.html", "report.docx", "report.pptx", *(["report.pdf"] if writes_pdf() else [])):
        release.report(room / name)
    write_meeting(release, room / "meeting.html")
    release.to_xlsx(room / "release.xlsx")
    release.to_csv(room / "release.csv")
    (room / "release.json").write_text(json.dumps(release.document()), encoding="utf-8")
    return {place.name: named_in(text_of(place)) for place in room.iterdir()}


def test_consent_that_was_taken_back_names_nobody_in_any_output(tmp_path: Path) -> None:
    consent = dict.fromkeys(PURPOSES, ";".join(PURPOSES))
    given = written(study_with(consent, consent_by="bestuur", consent_on="2026-01-31"), tmp_path / "given")
    assert given["release.json"] == set(PURPOSES)
    assert given["report.html"] and given["report.docx"]
    assert given.get("report.pdf", set()) == (given["report.html"] if writes_pdf() else set())
    back = written(study_with({}, consent="no", consent_by="bestuur", consent_on="2026-03-31"), tmp_path / "back")
    assert set().union(*back.values()) == set()
    part = written(study_with({"silent": "silent"}), tmp_path / "part")
    assert set().union(*part.values()) == {"silent"}


def test_the_map_is_for_inside_use_and_names_everybody_whatever_they_agreed_to(tmp_path: Path) -> None:
    """Consent is about what others see: a map has no edition for them, says so, and leaves out who gave consent."""
    study_with({"silent": "silent"}, consent_by="Bestuurder Zwaan", consent_on="2026-01-31").save(tmp_path / "study")
    assert main(["map", str(tmp_path / "study"), "-o", str(tmp_path / "m.html"), "--lang", "nl"]) == 0
    page = text_of(tmp_path / "m-intern.html")
    assert named_in(page) == set(PURPOSES)
    assert "exacte uitkomsten" in page.casefold()
    assert "Bestuurder Zwaan" not in page and "2026-01-31" not in page
    with pytest.raises(SystemExit):
        main(["map", str(tmp_path / "study"), "-o", str(tmp_path / "m.html"), "--policy", "team"])


def test_the_facilitators_page_names_nobody_whatever_they_agreed_to(tmp_path: Path) -> None:
    """It is about questions and groups; a party that is named in the report next to it is not named here."""
    everything = dict.fromkeys(PURPOSES, ";".join(PURPOSES))
    release = study_with(everything, consent_by="Bestuurder Zwaan").release("team", goals="text")
    assert named_in(json.dumps(release.document())) == set(PURPOSES)
    page = text_of(write_meeting(release, tmp_path / "meeting.html"))
    assert named_in(page) == set() and "Bestuurder Zwaan" not in page


def test_pictures_for_others_name_only_who_agreed_to_what_is_said(tmp_path: Path) -> None:
    study_with({"silent": "silent"}).save(tmp_path / "study")
    assert main(["plot", str(tmp_path / "study"), "-o", str(tmp_path / "out"), "--policy", "team"]) == 0
    out = "".join(text_of(place) for place in (tmp_path / "out").iterdir() if place.suffix in (".svg", ".html"))
    assert named_in(out) <= {"silent"}


@pytest.mark.parametrize(
    ("fields", "codes"),
    [
        ({"consent_for": "silnt"}, ["HV-207"]),
        ({"consent_for": "silent;;owner"}, []),
        ({"consent_for": "silent", "consent_on": "31-01-2026"}, ["HV-206"]),
        ({"consent_for": "silent", "consent_on": "2026-02-30"}, ["HV-206"]),
        ({"consent": "misschien"}, ["HV-108"]),
        ({"consent": "no", "consent_for": "silent"}, ["HV-209"]),
        ({"consent": "no", "consent_for": "picture;owner"}, ["HV-209"]),
        ({"consent": "no", "consent_for": ""}, []),
        ({"consent": "", "consent_for": "silent"}, []),
        ({"consent": "yes", "consent_for": "silent"}, []),
        ({"consent_for": "", "consent_by": "", "consent_on": ""}, []),
    ],
)
def test_mistakes_in_consent_are_told_with_their_place(fields: dict[str, str], codes: list[str]) -> None:
    data = json.loads(study_with({}).to_json())
    data["parties"][0] |= fields
    source = json.dumps(data).encode()
    if not codes:
        assert houvast._core.study_from_json(source, "study.json").parties
        return
    with pytest.raises(houvast.Error) as refused:
        houvast._core.study_from_json(source, "study.json")
    assert [issue.code for issue in refused.value.issues] == codes
    assert "consent" in refused.value.issues[0].where.pointer + refused.value.issues[0].where.column


def test_no_beside_a_purpose_is_told_with_both_columns_in_folders_too(tmp_path: Path) -> None:
    """Consent that is taken back in one of its two cells would go on naming the party for the other."""
    study_with({"silent": "silent"}).save(tmp_path / "study")
    parties = tmp_path / "study" / "parties.csv"
    heads, *rows = [line.split(",") for line in parties.read_text(encoding="utf-8").splitlines()]
    row = next(number for number, cells in enumerate(rows) if cells[0] == "silent")
    rows[row][heads.index("consent")] = "no"
    parties.write_text("\n".join(",".join(cells) for cells in (heads, *rows)) + "\n", encoding="utf-8")
    with pytest.raises(houvast.ValidationError) as refused:
        houvast.load(tmp_path / "study")
    [issue] = refused.value.issues
    assert (issue.code, issue.value, issue.where.row, issue.where.column) == (
        "HV-209",
        "silent",
        row + 2,
        "consent_for",
    )
    assert all("consent_for" in issue.say(lang) and " consent " in issue.say(lang) for lang in ("nl", "en"))
