"""Everything that houvast writes, in two versions each, and how to see which of the two is there."""

from __future__ import annotations

import io
import os
import tempfile
import zipfile
from collections.abc import Callable
from dataclasses import dataclass
from itertools import count
from pathlib import Path
from typing import Any

import houvast
from houvast.cli.written import _write as write_open_answers
from houvast.convert import ConversionError, Mapping, convert
from houvast.convert.asking import write_questions
from houvast.convert.privacy import write_key
from houvast.errors import FileAccessError
from houvast.examples.region import region
from houvast.explorer import write_map
from houvast.io import whole_folder
from houvast.io.atomic import write_bytes, write_text
from houvast.plot.folder import write_files
from houvast.release import explain_release, write_document
from houvast.release.explained import write_explained
from houvast.release.reference.document import Reference
from houvast.release.reference.members import Member, Members
from houvast.report.meeting import write_meeting
from houvast.scoring import Tally
from houvast.starter import survey, write_answers, write_starter, write_template
from houvast.starter.mirror import mirror
from houvast.starter.paper import paper_docx
from small_studies import people_of, study_in_memory

Write = Callable[[Path], object]
_OF_THE_MOMENT = ("docProps/core.xml",)  # when it was made


def contents(place: Path) -> object:
    """The bytes of a file, or of the files of a folder by name; but not when it was made."""
    if place.suffix in (".xlsx", ".docx", ".pptx"):
        return _parts(place.read_bytes())
    if place.suffix == ".sav":  # date and time stand in the header
        return {"": place.read_bytes()[:92], "data": place.read_bytes()[109:]}
    if not place.is_dir():
        return place.read_bytes()
    return {file.name: file.read_bytes() for file in place.iterdir() if file.is_file() and file.name != "notes.txt"}


def _parts(data: bytes) -> dict[str, object]:
    """What stands in a document, and in workbooks inside it."""
    with zipfile.ZipFile(io.BytesIO(data)) as book:
        parts = {name: book.read(name) for name in book.namelist() if name not in _OF_THE_MOMENT}
    return {name: _parts(part) if part.startswith(b"PK") else part for name, part in parts.items()}


def study_there(place: Path) -> object:
    """The same, of a study that houvast must be able to read; reading brings to its end what was committed."""
    houvast.load(place)
    return contents(place)


def text_of_pdf(place: Path) -> object:
    """The text of the pages, which must all be there."""
    from pypdf import PdfReader

    return [page.extract_text() for page in PdfReader(io.BytesIO(place.read_bytes())).pages]


def ledger_there(place: Path) -> object:
    """Nothing but that it is sound: a ledger grows."""
    study_in_memory(people_of({"professional": (20, 9)}), id="looking").check_release(ledger=place)
    return "sound"


@dataclass
class Writer:
    """What writes, to which name, in two versions."""

    name: str
    place: str
    versions: tuple[Write, Write]
    there: Callable[[Path], object] = contents
    before: Callable[[Path], object] = lambda _place: None
    is_slow: bool = False
    may_move: bool = True


def one_step_at_a_time(_: Path) -> None:
    """As where the system cannot exchange two folders in one step."""
    whole_folder._exchanged = lambda _one, _other: False  # type: ignore[assignment]


def _both(things: list[Any], write: Callable[[Any, Path], object]) -> tuple[Write, Write]:
    first, second = things
    return (lambda place: write(first, place)), (lambda place: write(second, place))


def writers() -> list[Writer]:
    """All of them."""
    made = [region(1), region(2)]
    with tempfile.TemporaryDirectory() as room:
        studies = [houvast.load(each.write(Path(room) / str(i))) for i, each in enumerate(made)]
    groups = (_of_studies(studies, made), _of_results(studies), _of_releases(studies), _to_ask(), _beside())
    return [writer for group in groups for writer in group]


def _of_studies(studies: list[houvast.Study], made: list[Any]) -> list[Writer]:
    saved = _both(studies, lambda study, place: study.save(place))
    parquet = _both(studies, lambda study, place: study.save(place, tables="parquet"))
    example = _both(made, lambda each, place: each.write(place, overwrite=True))
    return [
        Writer("study folder", "study", saved, study_there),
        Writer("study folder that processes work in", "here", saved, study_there, before=os.chdir),
        Writer("study folder in two steps", "steps", saved, study_there, before=one_step_at_a_time),
        Writer("study as Parquet", "parquet", parquet, study_there),
        Writer("study as JSON", "study.json", saved, study_there),
        Writer("study as workbook", "study.xlsx", saved, study_there),
        Writer("folder for R", "r", _both(studies, lambda study, place: study.to_r(place))),
        Writer("study as .sav", "s-intern.sav", _both(studies, lambda study, place: study.to_sav(place))),
        Writer("example study", "example", example, study_there),
    ]


def _of_results(studies: list[houvast.Study]) -> list[Writer]:
    scores = [study.scores(by="perspective") for study in studies]
    networks = [study.network() for study in studies]
    tallies = [Tally(houvast.instrument("six-elements")) for _ in studies]
    tallies[1].update([[1] * len(tallies[1].questions)])
    explained = [explain_release(study, "team") for study in studies]
    explain = _both(explained, lambda e, place: write_explained(e, place, "nl"))
    written = _both(studies, lambda study, place: write_open_answers(study.open_answers(), str(place), "nl"))
    write_network = _both(networks, lambda network, place: network.write(place))
    return [
        Writer("table as CSV", "t-intern.csv", _both(scores, lambda table, place: table.to_csv(place))),
        Writer("table as workbook", "t-intern.xlsx", _both(scores, lambda table, place: table.to_xlsx(place))),
        Writer("table as Parquet", "t-intern.parquet", _both(scores, lambda table, place: table.to_parquet(place))),
        Writer("table as .sav", "t-intern.sav", _both(scores, lambda table, place: table.to_sav(place))),
        Writer("network as GraphML", "net-intern.graphml", write_network),
        Writer("network for Pajek", "net-intern.net", write_network),
        Writer("network as GEXF", "net-intern.gexf", write_network),
        Writer("network as JSON", "net-intern.json", write_network),
        Writer("network as list of ties", "net-intern.csv", write_network),
        Writer("map", "map-intern.html", _both(studies, lambda study, place: write_map(study, place, force=True))),
        Writer("tally", "counts.tally", _both(tallies, lambda tally, place: houvast.write_tally(tally, place))),
        Writer("bytes", "bytes", _both([b"a" * 2**20, b"b" * 2**21], lambda data, place: write_bytes(place, data))),
        Writer("explanation", "why-intern.txt", explain),
        Writer("explanation as JSON", "why-intern.json", explain),
        Writer("open answers", "written-intern.txt", written),
        Writer("open answers as JSON", "written-intern.json", written),
    ]


def _pictures(name: str, number: int) -> dict[str, bytes]:
    """Files as pictures have them, without what drawing takes."""
    files = {f"0{i}-{name}.svg": name.encode() * 9999 for i in range(number)}
    return {**files, "index.html": "".join(f'<img src="{file}">' for file in files).encode()}


def _of_releases(studies: list[houvast.Study]) -> list[Writer]:
    releases = [study.release(policy="team") for study in studies]
    reports = _both(releases, lambda release, place: release.report(place, force=True))
    boards = _both(releases, lambda release, place: release.report(place, edition="board", force=True))
    pictures = [_pictures("a", 5), _pictures("b", 4)]
    return [
        Writer("report", "report.html", reports),
        Writer("report for Word", "report.docx", reports),
        Writer("report as slides", "report.pptx", reports),
        Writer("report as PDF", "report.pdf", boards, text_of_pdf, is_slow=True),
        Writer("meeting", "meeting.html", _both(releases, lambda r, place: write_meeting(r, place, force=True))),
        Writer("release document", "release.json", _both(releases, write_document)),
        Writer("release workbook", "release.xlsx", _both(releases, lambda release, place: release.to_xlsx(place))),
        Writer("release as CSV", "release.csv", _both(releases, lambda release, place: release.to_csv(place))),
        Writer("pictures", "pictures", _both(pictures, lambda files, place: write_files(place, files))),
    ]


def _to_ask() -> list[Writer]:
    """What people are asked with, in one language and the other."""
    asked, header = [houvast.instrument("six-elements")], region(1).header
    words = ("nl", "en")
    papers = _both([paper_docx("", asked, lang) for lang in words], lambda data, place: write_bytes(place, data))
    survey_ = _both([survey.limesurvey("", asked, lang) for lang in words], lambda text, place: write_text(place, text))
    page = _both([mirror(asked[0], lang) for lang in words], lambda text, place: write_text(place, text))
    template = _both([*words], lambda lang, place: write_template(place, header, asked, lang))
    return [
        Writer("study to begin with", "new", _both([*words], lambda lang, place: write_starter(place, (), lang))),
        Writer("workbook to fill in", "new.xlsx", template),
        Writer("sheet for answers", "ans.xlsx", _both([*words], lambda lang, place: write_answers(place, asked, lang))),
        Writer("questionnaire for Word", "paper.docx", papers),
        Writer("questionnaire for LimeSurvey", "survey.txt", survey_),
        Writer("page to answer on", "mirror.html", page),
    ]


def _beside() -> list[Writer]:
    mappings = [Mapping(instruments=[name]) for name in ("one", "two")]
    members = [Members(houvast.instrument("six-elements"), (Member(name, "yes", "1", {"E1": 2}),)) for name in "ab"]
    references = [Reference(version, "six-elements", "1.0.0", {}) for version in (1, 2)]
    number = count()

    def enter(people: int, place: Path) -> None:
        id = f"{os.getpid()}-{next(number)}"
        study_in_memory(people_of({"professional": (people, 9)}), id=id).release("team", ledger=place)

    return [
        Writer("ledger", "ledger.json", _both([20, 30], enter), ledger_there, may_move=False),
        Writer("mapping", "mapping.json", _both(mappings, lambda mapping, place: mapping.save(place))),
        Writer("questions of a conversion", "ask.xlsx", _both(["nl", "en"], _ask)),
        Writer("key of a conversion", "key", _both([b"a" * 32, b"b" * 32], _new_key), _key_there),
        Writer("regions of a reference set", "set", _both(members, lambda each, place: each.save(place)), _set_there),
        Writer("reference set", "set.json", _both(references, lambda each, place: each.write(place))),
    ]


def _set_there(place: Path) -> object:
    return contents(place / "members-intern.json")


def _ask(lang: str, place: Path) -> None:
    try:
        convert({"Naam": ["Bo", "Jo"], "Vraag 1": ["eens", "oneens"]}, waves=["2024"], key=bytes(32))
    except ConversionError as error:
        write_questions(error.questions, place, lang)


def _new_key(key: bytes, place: Path) -> None:
    """A key never takes the place of another, so the one before gets out of its way."""
    if place.exists():
        try:
            place.replace(place.with_name("before"))
        except OSError as error:  # this is no step of houvast
            raise FileAccessError.of(str(place), error) from None
    write_key(place, key)


def _key_there(place: Path) -> object:
    """The key, or the one before it where the next has not come to be; no letter of it for others."""
    held = place if place.exists() else place.with_name("before")
    return held.read_bytes(), held.stat().st_mode & 0o777
