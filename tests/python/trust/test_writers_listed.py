"""What is killed, refused room and sent to links is everything that writes: a writer that is in no list fails here."""

from __future__ import annotations

import sys
from pathlib import Path
from types import CodeType, FrameType

import pytest

from all_writers import writers
from houvast.release.ledger.file import KEYS
from writing_functions import PACKAGE, functions, writes

# Writers that no list has, each with what stands in for it.
_STAND_INS = {
    "cli.instruments:_write": "writes what it has made with write_text or write_bytes, which are killed as bytes",
    "io.graphs.files:write": "a graph of no study, by the same whole_file as a network",
    "io.whole_folder:_spread": "only where a folder cannot be exchanged: a study folder in two steps",
    "report.pdf:pdf_bytes": "only with a browser: the report as PDF",
    **dict.fromkeys(
        (
            *(f"starter.__init__:{name}" for name in ("write_helpers", "_write_mirrors", "_write_audience")),
            "starter.__init__:_write_about_partners",
        ),
        "texts to ask with beside a new study, file by file: each by write_text, write_template or write_answers",
    ),
}


def run_by(room: Path) -> set[str]:
    """The functions of the package that are called when every writer writes once."""
    seen: set[CodeType] = set()

    def look(frame: FrameType, event: str, _: object) -> None:
        if event == "call":
            seen.add(frame.f_code)

    for number, writer in enumerate(each for each in writers() if not each.is_slow):
        place = room / str(number)
        place.mkdir()
        sys.setprofile(look)
        try:
            writer.versions[0](place / writer.place)
        finally:
            sys.setprofile(None)
    return {f"{_module(code)}:{code.co_qualname}" for code in seen if code.co_filename.startswith(str(PACKAGE))}


def _module(code: CodeType) -> str:
    return ".".join(Path(code.co_filename).relative_to(PACKAGE).with_suffix("").parts)


def test_every_writer_of_the_package_is_killed(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv(KEYS, str(tmp_path / "keys"))
    killed = run_by(tmp_path)
    writing = {name for name, each in functions() if writes(each)}
    assert writing - killed == set(_STAND_INS)
