"""Examples are studies, at hand after an installation."""

from pathlib import Path

import houvast
from houvast.examples.region import region as folder_of


def test_the_region_is_a_study(tmp_path: Path) -> None:
    study = houvast.examples.region(7)
    assert isinstance(study, houvast.Study) and study.fictional
    assert study.to_json() == houvast.load(folder_of(7).write(tmp_path / "region")).to_json()
    assert study.to_json() == houvast.examples.region(seed=7).to_json() != houvast.examples.region(8).to_json()
    assert houvast.load(study.save(tmp_path / "saved")).to_json() == study.to_json()


def test_plants_of_the_region() -> None:
    sound = houvast.examples.region(2024, plants=[])
    planted = houvast.examples.region(2024, plants=["voiceless_parents"])
    assert sound.to_json() != planted.to_json()


def test_indiana_comes_with_the_package(root: Path) -> None:
    study = houvast.examples.indiana()
    assert (len(study.parties), study.relations) == (25, ["collaboration", "contact", "dissemination"])
    assert [study.network(name).graph.ties for name in study.relations] == [161, 175, 103]
    package = Path(houvast.__file__).parent / "examples" / "indiana"
    assert {path.name for path in package.iterdir()} >= {"study.json", "parties.csv", "ties.csv", "SOURCE.md"}
