"""Wherever a word could leave by, the search finds one that is planted there; so finding none says something."""

from __future__ import annotations

import io
import pickle
import tempfile
from collections.abc import Callable
from pathlib import Path
from types import SimpleNamespace
from typing import Any

import pytest

import canaries
from canaries import Leaving, Left
from held_buffers import held_by
from houvast.errors import InvalidValueError, problem
from houvast.report import pdf as pdf_report
from opened_files import texts_in

PLANTED = "Zqnaam 7"


def leaving(room: Path, study: object = None) -> Leaving:
    """The search in a room, without all that it would write there itself."""
    made = Leaving.__new__(Leaving)
    made.study, made.room, made.policy, made.by = study, room, "team", "perspective"  # type: ignore[assignment]
    made.left, made.release = Left(), None  # type: ignore[assignment]
    return made


def finds(data: bytes) -> bool:
    return any(word.startswith("zqnaam") for word in canaries.canaries(texts_in(data)))


@pytest.mark.parametrize("written", ["918273645", "918.273.645", "918,273,645", "918\u202f273\u202f645"])
def test_in_a_number(written: str) -> None:
    assert [*canaries.canaries(texts_in(f"tot {written} ".encode()))]


class Shown:
    """Something that tells of a person in one way only."""

    def __init__(self, **ways: Callable[[], str]) -> None:
        for name, way in ways.items():
            setattr(self, name, way)

    def __repr__(self) -> str:
        return "shown"

    def __reduce__(self) -> Any:
        return (str, ("",))


@pytest.mark.parametrize("way", ["_repr_html_", "_repr_markdown_"])
def test_in_what_a_notebook_shows(way: str, tmp_path: Path) -> None:
    made = leaving(tmp_path)
    made.notebook(Shown(**{way: lambda: f"<b>{PLANTED}</b>"}))
    assert list(made.left.found) == ["notebook, Shown"]


def test_in_a_pickle(tmp_path: Path) -> None:
    class Kept(Shown):
        def __reduce__(self) -> Any:
            return (str, (PLANTED,))

    made = leaving(tmp_path)
    made.notebook([Kept()])
    assert set(made.left.found) == {"pickle, Kept", "pickle, list"}


def test_in_an_error(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("HOUVAST_KEYS", str(tmp_path))

    def refuse(*_: object, **__: object) -> None:
        raise problem(InvalidValueError, "HV-301", "problem.subject.wave", "problem.expected.own_json", value=PLANTED)

    made = leaving(tmp_path, SimpleNamespace(release=refuse, check_release=lambda *_, **__: SimpleNamespace(claims=[])))
    made.files_beside()
    assert list(made.left.found) == ["error InvalidValueError"]


def test_in_what_a_command_prints(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(canaries, "command", lambda arguments: print(PLANTED if "--json" in arguments else "done"))
    made = leaving(tmp_path)
    made.logs(tmp_path)
    assert set(made.left.found) == {f"log of {name}" for name in ("release", "report", "meeting", "score")}


def test_in_a_temporary_file_and_in_its_mode(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(pdf_report.subprocess, "run", lambda *_, **__: None)
    left = Left()
    with canaries._watched_browser(left):
        room = Path(tempfile.mkdtemp())
        room.chmod(0o755)
        (room / "page.html").write_text(PLANTED, encoding="utf-8")
        pdf_report.subprocess.run(["browser"])
    assert set(left.found) == {"temporary file", "mode of temporary folder", "temporary files that stay"}


def test_in_the_name_of_a_file_and_in_its_mode(tmp_path: Path) -> None:
    (tmp_path / "Zqnaam.txt").write_text("", encoding="utf-8")
    (tmp_path / "Zqnaam.txt").chmod(0o640)
    assert set(leaving(tmp_path).results()) == {"name of Zqnaam.txt", "mode of Zqnaam.txt"}


def test_in_the_outlines_of_a_picture(tmp_path: Path) -> None:
    figure = pytest.importorskip("matplotlib.figure").Figure()
    figure.text(0, 0, PLANTED)
    with canaries._texts_of_figures() as texts:
        figure.savefig(tmp_path / "f.png")
    assert texts == [PLANTED]
    assert not finds((tmp_path / "f.png").read_bytes())


def test_in_the_title_of_a_picture(tmp_path: Path) -> None:
    figure = pytest.importorskip("matplotlib.figure").Figure()
    for kind in ("png", "svg"):
        figure.savefig(tmp_path / f"f.{kind}", metadata={"Title": PLANTED})
        assert finds((tmp_path / f"f.{kind}").read_bytes())


def pdf_with(plant: Callable[[Any], object]) -> bytes:
    writer = pytest.importorskip("pypdf").PdfWriter()
    writer.add_blank_page(99, 99)
    plant(writer)
    made = io.BytesIO()
    writer.write(made)
    return made.getvalue()


def _xmp(writer: Any) -> None:
    from pypdf.generic import NameObject, StreamObject

    stream = StreamObject()
    stream.set_data(f"<dc:creator>{PLANTED}</dc:creator>".encode())
    writer.root_object[NameObject("/Metadata")] = writer._add_object(stream.flate_encode())


def _word_that_could_break(writer: Any) -> None:
    """As a browser prints a word with places to break it off: pieces, which are read with room between them."""
    from pypdf.generic import DictionaryObject, NameObject, StreamObject

    stream = StreamObject()
    stream.set_data(f"BT /F 9 Tf 9 9 Td ({PLANTED[:2]} ) Tj ({PLANTED[2:4]} ) Tj ({PLANTED[4:]}) Tj ET".encode())
    name = {"/Type": "/Font", "/Subtype": "/Type1", "/BaseFont": "/Helvetica"}
    font = DictionaryObject({NameObject(key): NameObject(value) for key, value in name.items()})
    fonts = DictionaryObject({NameObject("/Font"): DictionaryObject({NameObject("/F"): font})})
    writer.pages[0][NameObject("/Resources")] = fonts
    writer.pages[0][NameObject("/Contents")] = writer._add_object(stream)


@pytest.mark.parametrize(
    "plant",
    [
        _word_that_could_break,
        lambda writer: writer.add_metadata({"/Author": PLANTED}),
        lambda writer: writer.add_metadata({"/Author": "\u2013 " + PLANTED}),  # not in bytes of one letter each
        lambda writer: writer.add_outline_item(title=PLANTED, page_number=0),
        lambda writer: writer.add_attachment(filename="a.txt", data=PLANTED),
        _xmp,
    ],
)
def test_in_the_properties_of_a_pdf(plant: Callable[[Any], object]) -> None:
    assert not finds(pdf_with(lambda _: None))
    assert finds(pdf_with(plant))


@pytest.mark.parametrize(("module", "name"), [("docx", "Document"), ("pptx", "Presentation")])
def test_in_the_properties_of_a_document(module: str, name: str) -> None:
    document, made = getattr(pytest.importorskip(module), name)(), io.BytesIO()
    document.core_properties.last_modified_by = PLANTED
    document.save(made)
    assert finds(made.getvalue())


def test_in_the_properties_of_a_workbook() -> None:
    made = io.BytesIO()
    book = pytest.importorskip("xlsxwriter").Workbook(made)
    book.set_properties({"manager": PLANTED})
    book.close()
    assert finds(made.getvalue())


def test_in_rows_of_arrow_that_are_not_shown() -> None:
    pyarrow = pytest.importorskip("pyarrow")
    texts = pyarrow.array([PLANTED, "x", "x"])
    for column in (texts, texts.dictionary_encode()):
        table = pyarrow.table({"a": column.slice(1)})
        assert PLANTED not in str(table.to_pylist())
        assert any(finds(held) for held in held_by(table))


def test_in_the_statistics_and_the_header_of_parquet() -> None:
    pyarrow = pytest.importorskip("pyarrow")
    parquet = pytest.importorskip("pyarrow.parquet")
    cells = pyarrow.table({"a": ["a", PLANTED]})
    for table in (cells, pyarrow.table({"a": [1]}).replace_schema_metadata({"who": PLANTED})):
        made = io.BytesIO()
        parquet.write_table(table, made, compression="zstd")
        assert finds(made.getvalue())
    metadata = parquet.ParquetFile(io.BytesIO(_parquet_of(cells))).metadata
    assert finds(str(metadata.row_group(0).column(0)).encode())


def _parquet_of(table: Any) -> bytes:
    from pyarrow import parquet

    made = io.BytesIO()
    parquet.write_table(table, made)
    return made.getvalue()


def test_in_a_pickle_of_a_table() -> None:
    pandas = pytest.importorskip("pandas")
    assert finds(pickle.dumps(pandas.DataFrame({"a": [PLANTED]})))
