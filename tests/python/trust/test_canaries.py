"""What stands in a field that tells of a person is in nothing that leaves; the whole search is support/canaries.py."""

from __future__ import annotations

import io
import pickle
import zipfile
import zlib
from pathlib import Path

import pytest

from canaries import THRESHOLDS, Leaving, canaries, written
from held_buffers import held_by
from opened_files import texts_in


@pytest.fixture(autouse=True)
def keys(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("HOUVAST_KEYS", str(tmp_path / "keys"))


def leaving(tmp_path: Path, policy: str, goals: str = "counts", agreed: frozenset[str] = frozenset()) -> Leaving:
    room = tmp_path / "out"
    room.mkdir()
    return Leaving(written(tmp_path, THRESHOLDS[policy], agreed), room, policy, "perspective", goals)


def found_in(data: bytes) -> set[str]:
    return set(canaries(texts_in(data)))


@pytest.mark.parametrize("policy", THRESHOLDS)
def test_nothing_of_a_person_leaves(policy: str, tmp_path: Path) -> None:
    made = leaving(tmp_path, policy)
    made.document()
    made.explained()
    if policy == "team":
        made.files_beside()
        made.reports(["full"], [".html", ".docx", ".pptx"], ["nl"])
    else:
        made.reports(["full", "cards", "plain", "officer"], [".html"], ["en"])
    assert made.results() == {}
    assert made.left.looked > 1000


def test_goals_in_their_own_words_are_told_when_asked_for_and_their_owners_are_not(tmp_path: Path) -> None:
    made = leaving(tmp_path, "team", goals="text")
    told = set(canaries(texts_in(str(made.release.document()).encode())))
    assert {word.rstrip("',") for word in told} == {"zqdoel", "zqindicator", "918273645"}


def test_a_party_that_agreed_is_named_and_no_other_one(tmp_path: Path) -> None:
    made = leaving(tmp_path, "team", agreed=frozenset({"hap-arts"}))
    (number,) = [at for at, party in enumerate(made.study.parties) if party.id == "hap-arts-zqpartij"]
    document = str(made.release.document()).casefold()
    assert f"zqnaam {number}" in document
    assert document.count("zqnaam") == document.count(f"zqnaam {number}")
    assert "zqpartij" not in document and "zqstraat" not in document and "zqtoestemmer" not in document


def test_tables_of_counts_carry_no_person(tmp_path: Path) -> None:
    """The buffers of Arrow and the pages and statistics of Parquet, of tables with nobody in them."""
    pyarrow = pytest.importorskip("pyarrow")
    study = written(tmp_path, 5)
    for table in (study.scores("perspective"), study.change(), study.reliability(), study.item_analysis()):
        arrow = pyarrow.table(table)
        place = table.to_parquet(tmp_path / "t.parquet")
        for data in (*held_by(arrow), str(arrow.schema).encode(), place.read_bytes(), pickle.dumps(table)):
            assert found_in(data) == set()


def test_rows_that_were_chosen_carry_no_others(tmp_path: Path) -> None:
    pyarrow = pytest.importorskip("pyarrow")
    answers = written(tmp_path, 5).tidy_answers()
    few = answers.at_rows([0, 1])
    mine = set(few.column("respondent").values)
    others = {each for each in answers.column("respondent").values if not any(each in one for one in mine)}
    held = b"".join(held_by(pyarrow.table(few)))
    for data in (held, pickle.dumps(few), few.to_parquet(tmp_path / "few.parquet").read_bytes()):
        assert not [each for each in others if each.encode() in data]


# ------------------------------------------------------------------------------------------------ the search itself


def zipped(data: bytes, comment: bytes = b"") -> bytes:
    made = io.BytesIO()
    with zipfile.ZipFile(made, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("docProps/core.xml", data)
        archive.comment = comment
    return made.getvalue()


def png(chunk: bytes, kind: bytes) -> bytes:
    return b"\x89PNG\r\n\x1a\n" + len(chunk).to_bytes(4, "big") + kind + chunk + b"\0\0\0\0"


@pytest.mark.parametrize(
    "data",
    [
        b"Zqnaam 7",
        "Zq\u00adna\u00adam 7".encode(),
        b"<b>Zq</b>naam",
        "zqnaam".encode("utf-16-le"),
        zipped(b"<dc:creator>Zqnaam</dc:creator>"),
        zipped(zipped(b"zqnaam")),
        zipped(b"", b"zqnaam"),
        png(b"Title\0zqnaam", b"tEXt"),
        png(b"Title\0\0" + zlib.compress(b"zqnaam"), b"zTXt"),
        b'<img src="data:image/png;base64,WnFuYWFtIFpxbmFhbSBacW5hYW0=">',
        pickle.dumps({"zqnaam": 1}),
    ],
)
def test_the_search_finds_a_canary(data: bytes) -> None:
    assert any(word.startswith("zqn") for word in found_in(data))


def test_the_search_finds_canaries_in_what_is_for_inside_use(tmp_path: Path) -> None:
    study = written(tmp_path, 5)
    study.save(tmp_path / "study.xlsx")
    study.save(tmp_path / "parquet", tables="parquet")
    for file in (tmp_path / "study.xlsx", tmp_path / "parquet" / "parties.parquet"):
        words = found_in(file.read_bytes())
        assert any(word.startswith("zqnaam") for word in words) and any(word.startswith("zqstraat") for word in words)
