"""Words by which an export is recognised: what platforms, and the people who fill it in, write by themselves."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Final

__all__ = ["SIGNS"]

# What the words stand for → the words, folded.
SIGNS: Final[dict[str, list[str]]] = json.loads(Path(__file__).with_name("signs.json").read_text(encoding="utf-8"))
