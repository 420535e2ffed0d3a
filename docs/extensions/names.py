"""The pages of the Python names: a table of what a section holds, and then each name with all that is said of it.

    .. names:: houvast.graph

       density
       degree

Signatures are shown without types: what a parameter takes stands beside its meaning, in words.
"""

from __future__ import annotations

import ast
import importlib
import re
from pathlib import Path
from typing import Any

from docutils import nodes
from sphinx.application import Sphinx
from sphinx.util.docutils import SphinxDirective

MEMBERS = "   :members:\n   :undoc-members:\n"
NAMES = re.compile(r"^\.\. names:: (\S+)\n\n((?:   \w+\n)+)", re.MULTILINE)


class Names(SphinxDirective):
    """Documents public names of one module, in the order given."""

    has_content = True
    required_arguments = 1

    def run(self) -> list[nodes.Node]:
        """Makes the table and the entries."""
        place = self.arguments[0]
        module = importlib.import_module(place)
        names = [name.strip() for name in self.content if name.strip()]
        table = [f"   ~{place}.{name}" for name in names]
        parts = [".. py:currentmodule:: None\n\n.. autosummary::\n   :nosignatures:\n", *table, ""]
        parts += [entry(place, name, getattr(module, name)) for name in names]
        return self.parse_text_to_nodes("\n".join(parts))


def entry(place: str, name: str, thing: object) -> str:
    """The directive that documents one name."""
    if isinstance(thing, type):
        kind = "autoexception" if issubclass(thing, BaseException) else "autoclass"
        return f".. {kind}:: {place}::{name}\n{MEMBERS}"
    kind = "autofunction" if callable(thing) else "autodata"
    return f".. {kind}:: {place}::{name}\n"


def bare(signature: str) -> str:
    """A signature without its types, and without the object that a method belongs to."""
    function = ast.parse(f"def f{signature}: pass").body[0]
    assert isinstance(function, ast.FunctionDef)
    taken = function.args
    for part in (*taken.posonlyargs, *taken.args, *taken.kwonlyargs, taken.vararg, taken.kwarg):
        if part is not None:
            part.annotation = None
    for part in (taken.posonlyargs, taken.args):
        if part and part[0].arg in ("self", "cls"):
            del part[0]
    return f"({ast.unparse(taken)})"


def without_types(
    app: Sphinx, kind: str, name: str, thing: object, options: object, signature: str | None, returns: str | None
) -> tuple[str, None] | None:
    """Answers Sphinx's question how a signature is shown."""
    if signature is None or kind in ("attribute", "property"):
        return None
    return bare(re.sub(r"<[^<>]+>|▪ ?\w*", "...", signature)), None


def classes(app: Sphinx, config: Any) -> None:
    """Tells numpydoc which words of a type are classes of houvast, and where they stand; it links no others."""
    places: dict[str, str] = {}
    for page in sorted(Path(app.srcdir, "api", "python").glob("*.rst")):
        for place, names in NAMES.findall(page.read_text(encoding="utf-8")):
            module = importlib.import_module(place)
            found = [name for name in names.split() if isinstance(getattr(module, name), type)]
            places = {name: f"{place}.{name}" for name in found} | places
    config.numpydoc_xref_aliases_complete = places


def setup(app: Sphinx) -> dict[str, bool]:
    """Registers the directive and what goes with it."""
    app.add_directive("names", Names)
    app.connect("autodoc-process-signature", without_types)
    app.connect("config-inited", classes, priority=900)  # after numpydoc
    return {"parallel_read_safe": True, "parallel_write_safe": True}
