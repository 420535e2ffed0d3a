"""The list of packages in SECURITY.md is the one that pyproject.toml asks for."""

import re
import tomllib
from pathlib import Path

ROOT = Path(__file__).parents[3]


def asked_for() -> dict[str, str]:
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))
    asked = list(project["build-system"]["requires"]) + list(project["project"]["dependencies"])
    for extra, names in project["project"]["optional-dependencies"].items():
        if extra not in ("all", "docs", "test"):
            asked += names
    return dict(name.split(">=") for name in asked)


def listed() -> dict[str, str]:
    rows = re.findall(r"^\| ([a-z0-9-]+) \| ([0-9.]+) \| [^|]+ \|", (ROOT / "SECURITY.md").read_text("utf-8"), re.M)
    return dict(rows)


def test_every_package_is_listed_with_its_version() -> None:
    assert listed() == asked_for()
