"""The guide to licensed instruments: its structure is one that houvast reads, asks and converts, without a wording."""

import json
import re
from pathlib import Path

import pytest

import houvast
from houvast.cli import main

GUIDE = Path(__file__).resolve().parents[3] / "docs/guides/licensed.md"


STRUCTURES = re.findall(r"```json\n(.*?)```", GUIDE.read_text(encoding="utf-8"), re.DOTALL)


@pytest.mark.parametrize(("text", "id"), [*zip(STRUCTURES, ("licensed-copy", "typology-2008"), strict=True)])
def test_the_structure_is_an_instrument_without_wording(text: str, id: str, tmp_path: Path) -> None:
    own = tmp_path / "own.json"
    own.write_text(text, encoding="utf-8")
    instrument = houvast.Instrument.parse(text)
    texts = [question.text.nl for question in instrument.questions]
    texts += [label.text.nl for scale in instrument.scales for label in scale.labels]
    assert all(re.fullmatch("<[^<>]+>", word) for word in texts)
    assert main(["instruments", str(own)]) == 0
    assert main(["init", str(tmp_path / "s"), "--instrument", str(own)]) == 0
    assert json.loads((tmp_path / "s" / "study.json").read_text("utf-8"))["instruments"][0]["id"] == id
