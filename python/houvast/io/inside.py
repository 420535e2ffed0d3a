"""Exact results are for inside use: their files say so, in the name and where the format has room."""

from __future__ import annotations

import os
import re
from collections.abc import Callable
from pathlib import Path

from ..texts import say

__all__ = ["INSIDE", "in_both", "inside_path", "told_in_both"]


def in_both(key: str) -> str:
    """A message in Dutch and English, for files that either may open."""
    return told_in_both(lambda lang: say(key, lang))


def told_in_both(tell: Callable[[str], str]) -> str:
    """What is told in a language, in Dutch and English; once where both are the same, as names and years are."""
    return " / ".join(dict.fromkeys(tell(lang) for lang in ("nl", "en")))


INSIDE = in_both("workbook.inside")


def inside_path(path: str | os.PathLike[str]) -> Path:
    """The path with `intern` in the name of the file, where it is not there already."""
    place = Path(path)
    if re.search(r"(^|[^a-z])intern([^a-z]|$)", place.stem.lower()):
        return place
    return place.with_name(f"{place.stem}-intern{place.suffix}")
