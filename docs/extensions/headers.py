"""The pages of the public C++ headers, from their Doxygen comments.

    .. header:: houvast/graph/graph.hpp

Every public name of the header follows in its order. What names that mean the same everywhere say stands once, in
docs/api/cpp/members.txt. A public name of which nothing is said, and a public header that no page shows, are warnings,
so that the build fails (`scripts/docs`).
"""

from __future__ import annotations

from collections import defaultdict
from pathlib import Path
from typing import Any

import doxygen
import members
from docutils import nodes
from sphinx.application import Sphinx
from sphinx.environment import BuildEnvironment
from sphinx.util import logging
from sphinx.util.docutils import SphinxDirective

logger = logging.getLogger(__name__)
ROOT = Path(__file__).resolve().parents[2]
SHARED = ROOT / "docs" / "api" / "cpp" / "members.txt"


class Header(SphinxDirective):
    """Documents the public names of one header."""

    required_arguments = 1

    def run(self) -> list[nodes.Node]:
        """Makes the entries, each in its namespace."""
        header = self.arguments[0]
        self.env.note_dependency(str(ROOT / "include" / header))
        self.env.note_dependency(str(SHARED))
        names = self.env.app.headers[header]  # type: ignore[attr-defined]
        return self.parse_text_to_nodes("\n".join(lines_of(names, header)))


def lines_of(names: list[doxygen.Name], header: str) -> list[str]:
    """A header's names in reStructuredText."""
    lines, scope = [f"``#include <{header}>``", ""], ""
    for name in names:
        if name.scope != scope:
            scope = name.scope
            lines += [f".. cpp:namespace:: {scope}", ""]
        lines += entry(name)
    return [*lines, ".. cpp:namespace:: 0", ""]


def entry(name: doxygen.Name) -> list[str]:
    """A name with what is said of it, and its members inside."""
    body = [line for paragraph in name.comment.paragraphs for line in (*paragraph.splitlines(), "")]
    body += [f":{title}: {words}" for title, words in name.comment.fields] + [""]
    for member in name.members:
        body += entry(member)
    return [f".. cpp:{name.kind}:: {name.declaration}", "", *(f"   {line}" if line else "" for line in body)]


def read(app: Sphinx) -> None:
    """Runs Doxygen before pages are read, and fills in what stands in members.txt."""
    app.headers = defaultdict(list)  # type: ignore[attr-defined]
    names = doxygen.names(doxygen.run(ROOT))
    shared = members.shared(SHARED)
    for trouble in members.fill(names, shared):
        logger.warning(trouble)
    for name in names:
        app.headers[name.header].append(name)  # type: ignore[attr-defined]


def complete(app: Sphinx, env: BuildEnvironment) -> None:
    """Warns of headers that no page shows."""
    shown = {path for paths in env.dependencies.values() for path in paths}
    for header in app.headers:  # type: ignore[attr-defined]
        if not any(str(path).endswith(header) for path in shown):
            logger.warning("no page of docs/api/cpp shows %s", header)


def setup(app: Sphinx) -> dict[str, Any]:
    """Registers the directive and what goes with it."""
    app.add_directive("header", Header)
    app.connect("builder-inited", read)
    app.connect("env-check-consistency", complete)
    return {"parallel_read_safe": True, "parallel_write_safe": True}
