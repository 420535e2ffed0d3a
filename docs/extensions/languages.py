"""Says of each page in which language it is, so that a screen reader and a browser read Dutch as Dutch."""

from __future__ import annotations

from typing import Any

from sphinx.application import Sphinx

DUTCH = ("nl/", "tutorial/1-coordinator")
BELOW = {"nl": "pagina's hieronder", "en": "pages below"}


def tell(app: Sphinx, page: str, template: str, context: dict[str, Any], tree: object) -> None:
    """Sets the language of a page, and gives the theme's buttons that open a part of the navigation a name."""
    language = context["language"] = "nl" if page.startswith(DUTCH) else "en"
    if "generate_toctree_html" in context:
        made = context["generate_toctree_html"]
        summary = f'<summary aria-label="{BELOW[language]}">'
        context["generate_toctree_html"] = lambda *a, **k: str(made(*a, **k)).replace("<summary>", summary)


def setup(app: Sphinx) -> dict[str, bool]:
    """Registers what goes with every page."""
    app.connect("html-page-context", tell, priority=900)  # after the theme
    return {"parallel_read_safe": True, "parallel_write_safe": True}
