"""The explorer on a page of its own, for who has no notebook; exact and with names, for inside use."""

from __future__ import annotations

import base64
import hashlib
import json
import os
from pathlib import Path
from string import Template
from typing import Any, Final

from .. import _core
from ..errors import Error, choose
from ..io.atomic import vacant, write_text
from ..io.inside import inside_path
from .view import Explored

__all__ = ["SCRIPTS", "script", "write_map"]

SCRIPTS: Final = ("tools", "controls", "panels", "explorer")
_HERE: Final = Path(__file__).parent


def script(*parts: str) -> str:
    """The scripts of these names, one after the other."""
    return "\n".join((_HERE / f"{part}.js").read_text(encoding="utf-8") for part in parts)


def write_map(
    study: _core.Study,
    path: str | os.PathLike[str],
    *,
    lang: str | None = None,
    wave: str | None = None,
    relation: str | None = None,
    force: bool = False,
) -> Path:
    """Writes the explorer as one page that works in every browser, without a notebook and without internet.

    Every wave and relation is in it. What would change when a party leaves is computed in a notebook only (`explore`).
    Shows exact results with names, and says so: it is for inside use, and `-intern` joins its name.

    Parameters
    ----------
    study : Study
        The exact study.
    path : path
        Where to write, ending in .html; only its owner may read it.
    lang : str, optional
        Language of the words, one of `houvast.languages()`; None: the language of the study.
    wave : str, optional
        Id of the wave to begin with; None: the last one.
    relation : str, optional
        Relation to begin with; None: the first that was asked.
    force : bool
        Whether a file that is there already is replaced.

    Returns
    -------
    pathlib.Path
        Where it was written.

    Raises
    ------
    InvalidValueError
        HV-303 for another ending, HV-305 when nobody reported on the relation.
    UnknownKeyError
        HV-503 for a language, HV-505 for a wave, HV-507 for a relation that does not exist.
    FileAccessError
        HV-118 when the file is there already.
    """
    choose((Path(path).suffix or Path(path).name).lower(), (".html",), "problem.subject.ending")
    explored = Explored(study, study.language if lang is None else lang)
    first = explored.view(wave, relation)
    place = inside_path(path)
    vacant(place, force)
    views = {
        f"{each}/{asked}": _view(explored, each, asked)
        for each in (found.id for found in study.waves)
        for asked in study.relations
    }
    found = {
        "frame": {**explored.frame(), "alone": True},
        "views": views,
        "first": f"{first['wave']}/{first['relation']}",
    }
    return write_text(place, _page(explored, found))


def _view(explored: Explored, wave: str, relation: str) -> dict[str, Any]:
    try:
        return explored.view(wave, relation)
    except Error as error:  # nobody told about this relation in this wave
        return {"problem": error.say(explored.lang)}


def _page(explored: Explored, found: dict[str, Any]) -> str:
    import html

    code, style = script(*SCRIPTS, "page"), (_HERE / "explorer.css").read_text(encoding="utf-8")
    data = json.dumps(found, ensure_ascii=False, separators=(",", ":"), allow_nan=False)
    return Template((_HERE / "page.html").read_text(encoding="utf-8")).substitute(
        lang=html.escape(explored.lang),
        title=html.escape(explored.study.title.get(explored.lang)),
        script_hash=_digest(code),
        style_hash=_digest(style),
        style=style,
        script=code,
        data=data.replace("<", "\\u003c"),
        words=html.escape(explored.words["needs_script"]),
    )


def _digest(text: str) -> str:
    return "sha256-" + base64.b64encode(hashlib.sha256(text.encode()).digest()).decode()
