"""How the status of a check is shown: a symbol beside its word, so that nobody needs colour."""

from __future__ import annotations

from typing import Final

__all__ = ["SYMBOLS"]

SYMBOLS: Final = {"ok": "✓", "attention": "!", "missing": "✗", "unknown": "?", "not_applicable": "–"}
