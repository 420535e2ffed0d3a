"""Follows every link inside the site that was built, down to the place on the page: python links.py FOLDER."""

from __future__ import annotations

import sys
from html.parser import HTMLParser
from pathlib import Path
from urllib.parse import unquote, urlsplit


class Page(HTMLParser):
    """What a page links to, and the places on it that can be linked to."""

    def __init__(self, text: str) -> None:
        super().__init__()
        self.links: set[str] = set()
        self.places: set[str] = {""}
        self.feed(text)

    def handle_starttag(self, tag: str, attributes: list[tuple[str, str | None]]) -> None:
        """Notes links and places of a tag."""
        for name, value in attributes:
            if name in ("href", "src") and value:
                self.links.add(value)
            elif name == "id" or (tag == "a" and name == "name"):
                self.places.add(value or "")


def leads_nowhere(folder: Path) -> list[str]:
    """Links inside the site to a page, file or place that does not exist, one line each."""
    made = [path for path in sorted(folder.rglob("*.html")) if "_static" not in path.parts]
    pages = {path.resolve(): Page(path.read_text(encoding="utf-8")) for path in made}
    lost = []
    for path, page in pages.items():
        for link in sorted(page.links):
            parts = urlsplit(link)
            if parts.scheme or parts.netloc:
                continue
            target = (path.parent / unquote(parts.path)).resolve() if parts.path else path
            known = pages.get(target)
            if not target.exists() or (known is not None and unquote(parts.fragment) not in known.places):
                lost.append(f"{path.relative_to(folder.resolve())}: {link}")
    return lost


if __name__ == "__main__":
    lost = leads_nowhere(Path(sys.argv[1]))
    print("\n".join(lost), end="\n" if lost else "")
    sys.exit(bool(lost))
