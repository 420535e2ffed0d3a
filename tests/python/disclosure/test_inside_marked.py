"""Exact results say that they are: in names and inside files, in what commands print, in frames and in notebooks.

Writers, commands, frames and classes are found in the code: a new one that is sorted in no table here fails.
"""

from __future__ import annotations

import argparse
import inspect
import json
from collections.abc import Callable, Iterable, Iterator
from pathlib import Path
from typing import Any

import matplotlib
import pytest

import houvast
from houvast import _core, graphs
from houvast.cli import _parser, main
from houvast.cli.written import _write as write_open_answers
from houvast.explorer import write_map
from houvast.plot import write_pictures
from houvast.plot.folder import write_files
from houvast.release import explain_release
from houvast.release.explained import write_explained
from houvast.release.reference.members import Member, Members
from houvast.results import cards
from opened_files import texts_in
from writing_functions import functions, writes

matplotlib.use("Agg")

_ENDINGS = {"graphml": "graphml", "gexf": "gexf", "pajek": "net", "json": "json", "edges": "csv", "matrix": "csv"}
Write = Callable[[houvast.Study, Path], Iterable[Path]]


# ------------------------------------------------------------------------------------------------ files


def _members(_: houvast.Study, room: Path) -> Iterator[Path]:
    yield Members(houvast.instrument("six-elements"), (Member("a", "yes", "1", {"E1": 2}),)).save(room)


def _network(study: houvast.Study, room: Path) -> Iterator[Path]:
    for format in graphs.FORMATS:
        yield study.network().write(room / f"{format}.{_ENDINGS[format]}", format=format)


def _r(study: houvast.Study, room: Path) -> Iterable[Path]:
    """All but what variables mean."""
    return [path for path in study.to_r(room / "r").iterdir() if path.name != "codeboek.csv"]


def _explained(study: houvast.Study, room: Path) -> Iterator[Path]:
    for ending in ("txt", "json"):
        yield write_explained(explain_release(study, "team"), room / f"why.{ending}", "nl")


# What writes exact results, and how to have it write some.
INSIDE: dict[str, Write] = {
    "cli.written:_write": lambda study, room: (
        write_open_answers(study.open_answers(), str(room / f"said.{ending}"), "nl") for ending in ("txt", "json")
    ),
    "explorer.page:write_map": lambda study, room: [write_map(study, room / "map.html")],
    "io.csv:table_csv": lambda study, room: [study.scores().to_csv(room / "t.csv")],
    "io.graphs.files:write_network": _network,
    "io.parquet:table_parquet": lambda study, room: [study.scores().to_parquet(room / "t.parquet")],
    "io.r:write_r": _r,
    "io.sav:_write": lambda study, room: [study.scores().to_sav(room / "t.sav"), study.to_sav(room / "s.sav")],
    "io.workbook.table:table_xlsx": lambda study, room: [study.scores().to_xlsx(room / "t.xlsx")],
    "plot.folder:write_files": lambda study, room: write_pictures(study, room / "p", formats=["svg", "png"]),
    "release.explained:write_explained": _explained,
    "release.reference.members:Members.save": _members,
}
# What writes something else.
OTHERS = {
    "what may leave": (
        *("release.__init__:write_document", "release.__init__:write_csv", "release.workbook:release_xlsx"),
        *("release.reference.document:Reference.write", "report.__init__:write_report", "report.pdf:pdf_bytes"),
        "report.meeting:write_meeting",
    ),
    "what people are asked": (
        *("cli.instruments:_write", "io.workbook.sheets:write_answer_sheet", "starter.__init__:write_starter"),
        *(f"starter.__init__:{name}" for name in ("write_helpers", "_write_mirrors", "_write_audience")),
        "starter.__init__:_write_about_partners",
    ),
    "a study, which results are made of": (
        *("io.folder:save", "io.workbook.sheets:write_sheets", "examples.region:RegionStudy.write"),
    ),
    "what a study is made with": (
        *("convert.asking:write_questions", "convert.mapping:Mapping.save", "convert.privacy:write_key"),
    ),
    "counts to go on with, which houvast alone reads": ("counting.states:write_state",),
    "the ledger and its key": ("release.ledger.file:Book.add", "release.ledger.file:Book._write_key"),
    "a graph of no study": ("io.graphs.files:write",),
    "bytes that it was given": (
        *("io.atomic:whole_file", "io.atomic:write_text", "io.atomic:write_bytes", "io.parquet:write_parquet"),
        *("io.whole_folder:_spread", "io.workbook.xlsx:Workbook._put_rows"),
    ),
}


def test_every_writer_is_known() -> None:
    others = [name for names in OTHERS.values() for name in names]
    assert sorted(name for name, each in functions() if writes(each)) == sorted([*INSIDE, *others])
    assert all(len(set(names)) == len(names) for names in OTHERS.values())


def says_so(texts: Iterable[str]) -> bool:
    return any("exacte uitkomsten" in text or "exact results" in text for text in texts)


@pytest.mark.parametrize("writer", INSIDE)
def test_files_with_exact_results_say_so_in_their_names_and_inside(
    writer: str, region_study: houvast.Study, tmp_path: Path
) -> None:
    files = [Path(path) for path in INSIDE[writer](region_study, tmp_path)]
    assert files
    for file in files:
        assert "intern" in file.stem.split("-"), file.name
        if file.suffix != ".csv":  # has no room for it
            assert says_so(texts_in(file.read_bytes())), file.name


def test_what_may_leave_does_not_say_that_it_is_exact(region_study: houvast.Study, tmp_path: Path) -> None:
    release = region_study.release("team")
    files = [*write_pictures(release, tmp_path / "p"), release.report(tmp_path / "r.html")]
    for file in files:
        assert "intern" not in file.name
        assert not says_so(texts_in(file.read_bytes())), file.name


def test_pictures_for_others_take_the_place_of_exact_ones_and_of_their_page(tmp_path: Path) -> None:
    exact = {"01-a-intern.svg": b"", "index-intern.html": b'<img src="01-a-intern.svg" alt="">'}
    released = {"01-b.svg": b"", "index.html": b'<img src="01-b.svg" alt="">'}
    (tmp_path / "notes.txt").write_text("mine", encoding="utf-8")
    for files in (exact, released, exact):
        write_files(tmp_path, files)
        assert {path.name for path in tmp_path.iterdir()} == {*files, "notes.txt"}


# ------------------------------------------------------------------------------------------------ commands

TOLD = {  # the words after each command that tells exact results: {} is the study, [] a room, <> its counts
    "score": ("{}", "{} --by perspective", "<>"),
    "coverage": ("{}",),
    "network": ("{}", "{} --out []/n.graphml"),
    "open-answers": ("{}", "{} -o []/o.txt"),
    "plot": ("{} -o []/p --force",),
    "map": ("{} -o []/m.html --force",),
    "explain-release": ("{}", "{} -o []/e.txt"),
    "tally": ("{}/answers.csv --instrument six-elements --waves wave -o []/counts.tally",),
    "merge": ("<> -o []/all.tally",),
}
COMMANDS = {
    "what may leave": ("report", "meeting", "release", "reference"),
    "no results: how large a study is, what is asked or known, what a study is made of": (
        *("check", "plan", "instruments", "explain", "init", "demo", "convert", "completion"),
    ),
}


def test_every_command_is_known() -> None:
    (action,) = (each for each in _parser()._actions if isinstance(each, argparse._SubParsersAction))
    assert sorted(action.choices) == sorted([*TOLD, *(name for names in COMMANDS.values() for name in names)])


@pytest.fixture(scope="module")
def counts(region_folder: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    place = tmp_path_factory.mktemp("counts") / "one.tally"
    asked = ["--instrument", "six-elements", "--waves", "wave"]
    assert main(["tally", str(region_folder / "answers.csv"), *asked, "-o", str(place)]) == 0
    return place


@pytest.mark.parametrize(("command", "words"), [(name, each) for name, all_of in TOLD.items() for each in all_of])
def test_commands_that_tell_exact_results_say_so(
    command: str, words: str, region_folder: Path, counts: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    places = {"{}": region_folder, "[]": tmp_path, "<>": counts}
    for mark, place in places.items():
        words = words.replace(mark, str(place))
    given = [command, *words.split(), "--lang", "nl"]
    capsys.readouterr()
    assert main(given) in (0, 1)
    assert "alleen voor intern gebruik" in capsys.readouterr().out
    assert main([*given, "--json"]) in (0, 1)
    found = json.loads(capsys.readouterr().out)
    rows = found if isinstance(found, list) else [found]
    assert rows and all(row["inside"] == "exact, voor intern gebruik" for row in rows)


# ------------------------------------------------------------------------------------------------ frames


def use_of(frame: Any) -> str:
    """What a frame of pandas or a table of Arrow says that it is for."""
    if hasattr(frame, "attrs"):
        return str(frame.attrs["use"])
    return str(frame.schema.metadata[b"use"].decode())


FRAMES: dict[str, Callable[[houvast.Study], Iterable[Any]]] = {
    "methods.plan:to_frame": lambda study: [study.plan().to_frame()],
    "methods.study:to_frames": lambda study: [
        *study.to_frames().values(),
        *study.to_frames("arrow").values(),
    ],
    "methods.table:to_pandas": lambda study: [study.scores().to_pandas()],
    "results.open_answers:OpenAnswers.to_frame": lambda study: [study.open_answers().to_frame()],
    "results.prevention:PreventionMatrix.to_frame": lambda study: [study.prevention_matrix().to_frame()],
    "results.tables:to_pandas": lambda study: [study.network().parties.to_pandas()],
}
_NO_ROOM = {"methods.table:to_polars", "results.tables:to_polars"}  # a polars frame holds nothing but columns


@pytest.mark.usefixtures("no_language")
def test_every_frame_says_that_it_is_for_inside_use(region_study: houvast.Study) -> None:
    pyarrow = pytest.importorskip("pyarrow")
    made = {name for name, _ in functions() if name.split(".")[-1].split(":")[-1].startswith(("to_frame", "to_pandas"))}
    polars = {name for name, _ in functions() if name.endswith(":to_polars")}
    assert (made, polars) == (set(FRAMES), _NO_ROOM)
    frames = [frame for make in FRAMES.values() for frame in make(region_study)]
    for frame in [*frames, pyarrow.table(region_study.scores())]:
        assert "exact, for inside use" in use_of(frame) or says_so([use_of(frame)])


# ------------------------------------------------------------------------------------------------ notebooks

_OWN_FORM = {"Agenda", "Estimate", "Table"}  # marked where they show themselves
_PLAIN = {  # neither a result nor released; what a graph of anything holds stands by numbers
    *cards._OF_GRAPHS,
    *(
        "Coreness",
        "NewTies",
        "AudienceWording",
        "Check",
        "Claim",
        "Column",
        "ColumnTable",
        "Definition",
        "Instrument",
        "Named",
        "Plan",
    ),
    *("Policy", "PracticeCase", "Random", "Reference", "StudyTable", "TableField"),
}


def test_every_class_is_marked_or_known_to_need_no_mark() -> None:
    found = {name for of in (_core, _core.graph) for name, each in vars(of).items() if inspect.isclass(each)}
    marked = {each.__name__ for each in cards.INSIDE} | _OWN_FORM
    others = {*cards._LISTED["released"], *cards._LISTED[""], "Release", *_PLAIN}
    assert not marked & others
    assert found == marked | others
    for name in found:
        kind = getattr(_core, name, None) or getattr(_core.graph, name)
        assert "inside use" not in (kind.__doc__ or "") or name in marked


@pytest.mark.usefixtures("no_language")
def test_exact_results_say_so_in_text_and_in_a_notebook(region_study: houvast.Study) -> None:
    network = region_study.network()
    shown = [region_study, network, network.graph, network.density, network.response, network.view("ouder")]
    shown += [region_study.scores(), region_study.network_change(), region_study.multiplex(), region_study.agenda()]
    shown += [region_study.two_mode("expertise"), region_study.coverage()[0], region_study.parties[0]]
    shown += [region_study.what_if(remove=["vo-zoco"]), region_study.open_answers(), region_study.prevention_matrix()]
    for each in shown:
        assert "for inside use" in repr(each), type(each).__name__
        page = each._repr_html_()
        assert "hv-inside" in page or "for inside use" in page or "inside use only" in page, type(each).__name__
