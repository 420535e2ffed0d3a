"""Studies that many tests read; each is written once."""

import locale
import os
from pathlib import Path

import pytest
from hypothesis import settings

import houvast
from houvast.examples.region import region

# The same examples in every run: a red test is red for everybody.
settings.register_profile("houvast", derandomize=True, deadline=None, print_blob=True)
settings.load_profile("houvast")

# Messages are Dutch on every machine.
os.environ["HOUVAST_LANG"] = "nl"

# The C locale of the whole run, as a program around the library may set it: no result depends on it.
if wanted := os.environ.get("HOUVAST_TEST_LOCALE"):
    locale.setlocale(locale.LC_ALL, wanted)

ROOT = Path(__file__).parent.parent.parent


@pytest.fixture
def no_language(monkeypatch: pytest.MonkeyPatch) -> None:
    """As on a machine where nobody chose a language."""
    monkeypatch.delenv("HOUVAST_LANG")


@pytest.fixture(scope="session")
def root() -> Path:
    return ROOT


@pytest.fixture(scope="session")
def region_folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("region") / "study"
    region(2024).write(folder)
    return folder


@pytest.fixture(scope="session")
def region_study(region_folder: Path) -> houvast.Study:
    return houvast.load(region_folder)


@pytest.fixture(scope="session")
def indiana() -> houvast.Study:
    return houvast.load(ROOT / "tests" / "data" / "indiana")
