"""The page that shows the pictures of a folder, each with the same in words."""

from __future__ import annotations

import base64
import hashlib
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from string import Template
from typing import Final

from ..report.rich import escape
from .sources import Source

__all__ = ["Shown", "index_page"]

_HERE: Final = Path(__file__).parent


@dataclass(frozen=True, slots=True)
class Shown:
    """A picture on the page: its file, its title, and what it shows."""

    file: str
    title: str
    words: str


def index_page(source: Source, pictures: Sequence[Shown]) -> str:
    """The page as HTML: it runs nothing, and loads nothing but the pictures beside it."""
    style = (_HERE / "index.css").read_text(encoding="utf-8")
    digest = base64.b64encode(hashlib.sha256(style.encode()).digest()).decode()
    texts = source.texts
    words = escape(texts("plot.index.words"))
    about = [*source.footer(), texts("plot.index.about", n=len(pictures))]
    return Template((_HERE / "index.html").read_text(encoding="utf-8")).substitute(
        lang=escape(source.lang),
        direction="rtl" if texts.right_to_left else "ltr",
        hash=f"sha256-{digest}",
        style=style,
        title=escape(source.title),
        about="".join(f"<p>{escape(line)}</p>" for line in about),
        pictures="\n".join(_figure(picture, words) for picture in pictures),
    )


def _figure(picture: Shown, words: str) -> str:
    file, title = escape(picture.file), escape(picture.title)
    return (
        f'<figure><h2>{title}</h2><a href="{file}"><img src="{file}" alt="{title}" loading="lazy"></a>'
        f"<figcaption><code>{file}</code><details><summary>{words}</summary><p>{escape(picture.words)}</p></details>"
        "</figcaption></figure>"
    )
