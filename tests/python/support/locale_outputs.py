"""Prints what the library writes, under the C locale that HOUVAST_TEST_LOCALE names: the same bytes under every one."""

import hashlib
import json
import locale
import os
import sys
from pathlib import Path

import numpy as np

import houvast


def with_wide_strength(study: houvast.Study, folder: Path) -> str:
    """A study whose header has a number with decimals, read and written."""
    document = json.loads(study.to_json())
    document["relations"][0]["max_strength"] = 12.5
    path = folder / "decimals.json"
    path.write_text(json.dumps(document), encoding="utf-8")
    return houvast.load(path).to_json()


def outputs(study: houvast.Study, folder: Path) -> dict[str, str]:
    release = study.release("team")
    found = {
        "agenda": "\n".join(
            f"{item.why} {item.opening} {item.score} {item.dont_know_share}" for item in study.agenda()
        ),
        "report": release.report(folder / "report.html", lang="nl", force=True).read_text(encoding="utf-8"),
        "json": study.to_json(),
    }
    for name in ("scores", "change", "network", "coverage"):
        found[name] = str(getattr(study, name)())
    found["wide strength"] = with_wide_strength(study, folder)
    release.to_csv(folder / "release")
    study.save(folder / "saved")
    for path in sorted(path for part in ("saved", "release") for path in (folder / part).rglob("*.*")):
        found[f"{path.parent.name} {path.name}"] = path.read_text(encoding="utf-8")
    found["estimate"] = str(houvast.stats.mean(np.array([1.25, 2.5])))
    return found


if __name__ == "__main__":
    locale.setlocale(locale.LC_ALL, os.environ["HOUVAST_TEST_LOCALE"])
    written = outputs(houvast.load(sys.argv[1]), Path(sys.argv[2]))
    point = locale.localeconv()["decimal_point"]
    hashes = {name: hashlib.sha256(text.encode()).hexdigest() for name, text in written.items()}
    print(json.dumps({"point": point, "hashes": hashes}))
