"""Says of each page in which language it is, so that a screen reader and a browser read Dutch as Dutch."""

from __future__ import annotations

from typing import Any

from sphinx.application import Sphinx

DUTCH = ("nl/", "tutorial/1-coordinator")


def tell(app: Sphinx, page: str, template: str, context: dict[str, Any], tree: object) -> None:
    """Sets the language of a page."""
    context["language"] = "nl" if page.startswith(DUTCH) else "en"


def setup(app: Sphinx) -> dict[str, bool]:
    """Registers what goes with every page."""
    app.connect("html-page-context", tell)
    return {"parallel_read_safe": True, "parallel_write_safe": True}
