"""A word of its own in every field of a study that tells of a person, and a search for these words in what leaves.

    python tests/python/support/canaries.py [POLICY SPLIT]

Makes the example region with such words, writes everything that others may see of it by both policies (or one), in
every edition, format, split (or one) and language, and looks into each file. Prints a line per policy and split; ends
with 1 when a word was found that nobody agreed to.
"""

from __future__ import annotations

import contextlib
import copy
import io
import itertools
import json
import os
import pickle
import re
import stat
import sys
import tempfile
from collections import Counter
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import houvast
from houvast.cli import main as command
from houvast.examples.region import Table, region
from houvast.plot import write_pictures
from houvast.release import explain_release, load_release, opened, scores_rows, write_document
from houvast.release.ledger import file as ledger_file
from houvast.report import EDITIONS, write_report
from houvast.report import pdf as pdf_report
from houvast.report.meeting import write_meeting
from opened_files import texts_in

MARK = "zq"  # every canary begins so, and nothing else does
THRESHOLDS = {"team": 5, "external": 10}
_SPLITS = ["perspective", "domain", "sector", "level", ""]
NUMBER = re.compile(r"918\W?273\W?645")  # what goals are to reach, however it is written
PURPOSES = "picture;silent;only_link;mandate;contacts;owner"

# The columns of each table that get a canary, and what is done to what stood there.
_OWN = {
    "parties": {
        "id": "{}-zqpartij",
        "name": "Zqnaam {}",
        "mandates": "zqmandaat {};{}",
        "expertise": "zqexpertise {};{}",
        "consent": "",
        "consent_for": "",
        "consent_by": "zqtoestemmer {}",
        "consent_on": "2019-02-03",
        "x_adres": "Zqstraat {}, 1234 AB Zqplaats",
        "x_mail": "zqmail.{}@voorbeeld.nl",
    },
    "assessments": {"evidence": "zqbewijs {}"},
    "goals": {
        "id": "zqdoelnummer{}",
        "title": "zqdoel {}",
        "indicator": "zqindicator {}",
        "target": "918273645",
    },
}
_PERSONS = {  # columns with ids of parties, several with ;
    "parties": ["knows_motives_of"],
    "answers": ["party"],
    "ties": ["reporter", "from", "to"],
    "assessments": ["assessor_party", "object_a", "object_b"],
    "goals": ["owner"],
}
_MATRIX = [["preventie", "0-4", "zqaanbod 1"], ["ondersteuning", "4-12", "zqaanbod 2\nzqaanbod 3"]]
_RESPONDENTS = {"answers": "respondent", "assessments": "assessor"}
_PRIVATE: dict[str, Any] = {
    "schema": "houvast-instrument/1",
    "id": "zqinstrument",
    "version": "1.0.0",
    "kind": "survey",
    "title": {"nl": "Zqtitel", "en": "Zqtitel"},
    "description": {"nl": "Zqbeschrijving", "en": "Zqbeschrijving"},
    "licence": "",
    "source": {"title": "Zqbron", "authors": [], "publisher": "", "year": 0, "section": ""},
    "validated": False,
    "private": True,
    "scales": [],
    "elements": [{"id": "ZQE", "title": {"nl": "Zqelement", "en": "Zqelement"}}],
    "questions": [
        {
            "id": "ZQ1",
            "element": "ZQE",
            "form": "open",
            "text": {"nl": "Zqvraag", "en": "Zqvraag"},
            "reverse": False,
        }
    ],
}


def canary_study(threshold: int, agreed: frozenset[str]) -> tuple[dict[str, Any], dict[str, Table]]:
    """The example region with canaries; parties that agreed (by their id in the region) may be named for anything.

    An organisation of which so many were asked may be named (rule 9), so that only smaller ones have a canary.
    """
    made = region(2024)
    header = {**copy.deepcopy(made.header), "retention": "zqbewaren", "licence": "zqlicentie"}
    header["instruments"] = [*header["instruments"], _PRIVATE]
    tables = {name: _with_canaries(name, *table, agreed) for name, table in made.tables.items()}
    tables["matrix"] = (["support_level", "age", "text"], _MATRIX)
    _name_small_organisations(*tables["parties"], threshold)
    return header, tables


def _name_small_organisations(columns: list[str], rows: list[list[str]], threshold: int) -> None:
    at, people = columns.index("organisation"), columns.index("asked")
    asked: Counter[str] = Counter()
    for row in rows:
        asked[row[at]] += int(row[people] or 1)
    for row in rows:
        if asked[row[at]] < threshold:
            row[at] = f"Zqorganisatie {row[at]}"


def _with_canaries(table: str, columns: list[str], rows: list[list[str]], agreed: frozenset[str]) -> Table:
    wide = [*columns, *[name for name in _OWN.get(table, {}) if name not in columns]]
    if table == "answers":
        wide.append("ZQ1")
    found = []
    for number, row in enumerate(rows):
        cells = dict(zip(columns, row, strict=True))
        own = {name: _filled(text, number, cells.get(name, "")) for name, text in _OWN.get(table, {}).items()}
        if cells.get("id") in agreed:
            own |= {"consent": "yes", "consent_for": PURPOSES.removeprefix("picture;")}
        cells |= own | {name: _party(cells[name]) for name in _PERSONS[table] if name in cells}
        if table == "parties":
            cells["id"] = _party(row[columns.index("id")])
        if table in _RESPONDENTS:
            cells[_RESPONDENTS[table]] = "zqmens-" + cells[_RESPONDENTS[table]]
        if table == "answers":
            cells |= _written(cells, number)
        found.append([cells[name] for name in wide])
    return wide, found


def _filled(text: str, number: int, before: str) -> str:
    return text.format(number, before).rstrip(";") if "{};{}" in text else text.format(number)


def _party(ids: str) -> str:
    return ";".join(f"{id}-zqpartij" for id in ids.split(";") if id)


def _written(cells: dict[str, str], number: int) -> dict[str, str]:
    """What somebody wrote, with an address to write to."""
    said = f"zqopen {number}, bel 06-12345678 of zqpost@voorbeeld.nl"
    return {name: said for name in cells if name.endswith(":text") or name in ("E3.1", "ZQ1")} | {"ZQ1": said}


def written(folder: Path, threshold: int, agreed: frozenset[str] = frozenset()) -> houvast.Study:
    """The study, read from a folder whose own name is a canary."""
    place = folder / "zqmap" / "studie"
    header, tables = canary_study(threshold, agreed)
    frames = {
        name: {column: [row[i] for row in rows] for i, column in enumerate(columns)}
        for name, (columns, rows) in tables.items()
    }
    houvast.study_from_frames(header, **frames).save(place)
    return houvast.load(place)


# ------------------------------------------------------------------------------------------------ what leaves


@dataclass
class Left:
    """Everything that left: by name, its bytes or its texts."""

    found: dict[str, list[str]] = field(default_factory=dict)
    looked: int = 0

    def look(self, name: str, data: bytes | str) -> None:
        """Searches one thing."""
        self.looked += 1
        texts = texts_in(data if isinstance(data, bytes) else data.encode(errors="replace"))
        if words := sorted(set(canaries(texts))):
            self.found[name] = words


def canaries(texts: Iterator[str]) -> Iterator[str]:
    """The canaries in some texts, each with what follows up to the end of its word."""
    for text in texts:
        lower = text.casefold()
        at = lower.find(MARK)
        while at >= 0:
            word = lower[at : at + 24].split()[0]
            if word[2:5] in _BEGINNINGS:
                yield word
            at = lower.find(MARK, at + 1)
        yield from NUMBER.findall(lower)


def _beginnings() -> frozenset[str]:
    words = json.dumps(
        [_OWN, _PRIVATE, "zqmens zqopen zqpost zqmap zqbewaren zqlicentie zqpartij zqorganisatie"]
    ).casefold()
    return frozenset(words[at + 2 : at + 5] for at in range(len(words) - 4) if words.startswith(MARK, at))


_BEGINNINGS = _beginnings()


class Leaving:
    """Writes what others may see of a study by one policy and split, and looks into it."""

    def __init__(self, study: houvast.Study, room: Path, policy: str, by: str, goals: str = "counts") -> None:
        self.study, self.room, self.policy, self.by = study, room, policy, by
        self.left = Left()
        self.release = study.release(policy, by=by, goals=goals, complexity="composite", ledger=room / "ledger.json")

    def document(self) -> None:
        """The document, its tables and statements, and what a notebook shows of each."""
        release, document = self.release, opened(self.release)
        write_document(release, self.room / "release.json")
        for lang in houvast.languages():
            release.to_xlsx(self.room / f"release-{lang}.xlsx", lang=lang)
            for claim in release.claims():
                self.left.look("claim", claim.say(lang))
        for dialect in ("plain", "excel-nl"):
            release.to_csv(self.room / f"{dialect}.csv", dialect=dialect)
        things: list[Any] = [release, document, scores_rows(release), release.claims(), release.document()]
        for holder in (release, document):
            things += [getattr(holder, name) for name in dir(holder) if not name.startswith("_")]
        for thing in things:
            self.notebook(thing)

    def notebook(self, thing: Any) -> None:
        """What a notebook shows of a thing and, where it has items, of each; and how it is pickled."""
        for each in [thing, *(thing if isinstance(thing, list | tuple) else [])]:
            if callable(each):
                continue
            shown = [repr(each), str(each)]
            shown += [getattr(each, name)() for name in ("_repr_html_", "_repr_markdown_") if hasattr(each, name)]
            for text in shown:
                self.left.look(f"notebook, {type(each).__name__}", text)
            with contextlib.suppress(TypeError):  # a Release is not pickled at all
                self.left.look(f"pickle, {type(each).__name__}", pickle.dumps(each))

    def reports(self, editions: list[str], endings: list[str], langs: list[str]) -> None:
        """The report and the facilitator's page."""
        for lang in langs:
            write_meeting(self.release, self.room / f"meeting-{lang}.html", lang=lang)
            for edition in editions:
                for ending in endings:
                    if ending == ".pptx" and edition not in ("full", "board"):
                        continue
                    place = self.room / f"{edition}-{lang}{ending}"
                    with _watched_browser(self.left):
                        write_report(self.release, place, lang=lang, edition=edition)

    def pictures(self, formats: list[str]) -> None:
        """All pictures, their texts too, which stand in the files as outlines."""
        with _texts_of_figures() as texts:
            write_pictures(self.release, self.room / "pictures", formats=formats)
        self.left.look("texts of pictures", "\n".join(texts))

    def files_beside(self) -> None:
        """The ledger, its key, a release that was only planned, and what is told of a refused one."""
        planned = self.study.check_release(self.policy, by=self.by, ledger=self.room / "ledger.json")
        self.left.look("planned", " ".join(claim.say("en") for claim in planned.claims))
        for key in ledger_file.keys_folder().iterdir():
            self.left.look("key of the ledger", key.read_bytes())
        refused: list[Callable[[], object]] = [
            lambda: self.study.release(self.policy, by="adres"),
            lambda: self.study.release(self.policy, by="party"),
            lambda: self.study.release(self.policy, by="organisation"),
            lambda: self.study.release("zeker", by=self.by),
            lambda: self.study.release(self.policy, by="domain", ledger=self.room / "ledger.json"),
            lambda: load_release(self.room / "ledger.json"),
            lambda: write_report(self.study, self.room / "x.html"),  # type: ignore[arg-type]
            lambda: pickle.dumps(self.release),
            lambda: setattr(self.release, "threshold", 1),
        ]
        for each in refused:
            try:
                each()
            except (houvast.Error, TypeError, AttributeError) as error:
                issues = getattr(error, "issues", ())
                told = [str(error), repr(error), *(issue.say(lang) for issue in issues for lang in ("nl", "en"))]
                self.left.look(f"error {type(error).__name__}", "\n".join(told))

    def logs(self, path: Path) -> None:
        """What the commands print while they write, without the paths that they were given."""
        room = self.room
        rules = ["--policy", self.policy, *(["--by", self.by] if self.by else [])]
        out = {name: str(room / "said" / name) for name in ("r.json", "r.html", "m.html", "plaatjes")}
        (room / "said").mkdir()
        for arguments in (
            ["release", *rules, "-o", out["r.json"]],
            ["release", *rules, "--check", "--ledger", str(room / "ledger.json")],
            ["report", *rules, "-o", out["r.html"]],
            ["meeting", *rules, "-o", out["m.html"]],
            ["score", *rules],
            ["report", *rules, "-o", out["r.html"]],  # which is there already
        ):
            for how in ([], ["--json"]):
                said = io.StringIO()
                with contextlib.redirect_stdout(said), contextlib.redirect_stderr(said):
                    command([arguments[0], str(path), *arguments[1:], *how])
                self.left.look(f"log of {arguments[0]}", said.getvalue().replace(str(path), "").replace(str(room), ""))

    def explained(self) -> None:
        """What the privacy officer gets: it is exact and names instruments that were left out, but no person."""
        found = explain_release(self.study, self.policy, by=self.by)
        for lang in ("nl", "en"):
            self.left.look("explained", "\n".join(each.say(lang) for each in found).replace("zqinstrument", ""))

    def results(self) -> dict[str, list[str]]:
        """Every place where a canary was found, the files included; and each is for its owner only."""
        for path in sorted(self.room.rglob("*")):
            if path.is_file():
                name = str(path.relative_to(self.room))
                self.left.look(name, path.read_bytes())
                self.left.look(f"name of {name}", name)
                if stat.S_IMODE(path.stat().st_mode) & 0o077:
                    self.left.found[f"mode of {name}"] = [oct(path.stat().st_mode)]
        return self.left.found


@contextlib.contextmanager
def _texts_of_figures() -> Iterator[list[str]]:
    """The texts of the figures that are saved meanwhile."""
    from matplotlib.figure import Figure
    from matplotlib.text import Text

    texts, saved = list[str](), Figure.savefig

    def save(figure: Figure, *given: Any, **named: Any) -> None:
        texts.extend(each.get_text() for each in figure.findobj(Text))  # type: ignore[attr-defined]
        saved(figure, *given, **named)

    Figure.savefig = save  # type: ignore[method-assign]
    try:
        yield texts
    finally:
        Figure.savefig = saved  # type: ignore[method-assign]


@contextlib.contextmanager
def _watched_browser(left: Left) -> Iterator[None]:
    """Looks at what the browser is given, and that nothing of it stays."""
    run, before = pdf_report.subprocess.run, tempfile.tempdir
    with tempfile.TemporaryDirectory() as room:

        def watched(arguments: list[str], **how: Any) -> Any:
            for path in Path(room).rglob("*"):
                if path.is_file():
                    left.look("temporary file", path.read_bytes())
                elif path.parent == Path(room) and path.stat().st_mode & 0o077:
                    left.found["mode of temporary folder"] = [oct(path.stat().st_mode)]
            return run(arguments, **how)

        tempfile.tempdir, pdf_report.subprocess.run = room, watched  # type: ignore[assignment]
        try:
            yield
        finally:
            tempfile.tempdir, pdf_report.subprocess.run = before, run  # type: ignore[assignment]
        if stays := [str(path) for path in Path(room).iterdir()]:
            left.found["temporary files that stay"] = stays


def everything(room: Path, policy: str, by: str) -> Left:
    """All that leaves by one policy and split."""
    study = written(room, THRESHOLDS[policy])
    place = room / f"{policy}-{by}"
    place.mkdir()
    leaving = Leaving(study, place, policy, by)
    leaving.document()
    leaving.reports([*EDITIONS], [".html", ".docx", ".pptx", ".pdf"], houvast.languages())
    leaving.pictures(["svg", "png"])
    leaving.files_beside()
    leaving.logs(room / "zqmap" / "studie")
    leaving.explained()
    leaving.results()
    return leaving.left


def main(policies: list[str], splits: list[str]) -> int:
    is_wrong = False
    for policy, by in itertools.product(policies, splits):
        with tempfile.TemporaryDirectory() as folder:
            os.environ[ledger_file.KEYS] = str(Path(folder) / "keys")
            left = everything(Path(folder), policy, by)
        is_wrong |= bool(left.found)
        print(f"{policy}, by {by or 'nothing'}: {left.looked} things, {len(left.found)} with a canary", flush=True)
        for name, words in left.found.items():
            print(f"  {name}: {words[:5]}", flush=True)
    return is_wrong


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:2] or [*THRESHOLDS], sys.argv[2:3] or _SPLITS))
