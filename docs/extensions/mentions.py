"""Code in a sentence that names something public leads to its place in the API.

`study.scores(by="level")` leads to the method, `stats.icc`, `houvast.load` and `houvast::load` to the function. A bare
name does so only where a page introduces it, in bold or in the tables of validation, since elsewhere it may be a column
or a parameter.
"""

from __future__ import annotations

import re

from docutils import nodes
from sphinx.application import Sphinx
from sphinx.transforms.post_transforms import SphinxPostTransform
from sphinx.util.nodes import make_refnode

PATH = re.compile(r"([A-Za-z_]\w*(?:\.\w+)*|houvast(?:::\w+)+)(?:\(.*\))?$", re.DOTALL)
OWNERS = {
    "study": "houvast.Study",
    "release": "houvast.Release",
    "table": "houvast.Table",
    "tally": "houvast.scoring.Tally",
}
ROOMS = ("stats", "graph", "plot", "graphs", "convert")
INTRODUCED = "method/validation"


def names_of(text: str, introduced: bool) -> list[str]:
    """The whole names that a piece of code may stand for."""
    found = PATH.match(text)
    if found is None:
        return []
    path = found[1]
    first, _, rest = path.partition(".")
    if path.startswith("houvast"):
        return [path]
    if rest and first in OWNERS:
        return [f"{OWNERS[first]}.{rest}"]
    if rest:
        return [f"houvast.{path}"] if first in ROOMS else []
    return [f"houvast.{room}.{path}" for room in ("stats", "graph", "scoring")] if introduced else []


class Mentions(SphinxPostTransform):
    """Makes links of code that names something public."""

    default_priority = 400

    def run(self) -> None:
        """Looks at every piece of code in a sentence of a page outside the API."""
        if self.env.docname.startswith("api/"):
            return
        places = {}
        for domain in ("cpp", "py"):
            for name, _, kind, page, anchor, _ in self.env.get_domain(domain).get_objects():
                if kind not in ("module", "functionParam", "templateParam"):
                    places[name] = (page, anchor)
        for code in list(self.document.findall(nodes.literal)):
            self._link(code, places)

    def _link(self, code: nodes.literal, places: dict[str, tuple[str, str]]) -> None:
        if isinstance(code.parent, nodes.reference | nodes.title) or code.parent.parent is None:
            return
        introduced = isinstance(code.parent, nodes.strong) or self.env.docname == INTRODUCED
        name = next((name for name in names_of(code.astext(), introduced) if name in places), None)
        if name is None:
            return
        page, anchor = places[name]
        link = make_refnode(self.app.builder, self.env.docname, page, anchor, code.deepcopy(), name)
        code.replace_self(link)


def setup(app: Sphinx) -> dict[str, bool]:
    """Registers the transform."""
    app.add_post_transform(Mentions)
    return {"parallel_read_safe": True, "parallel_write_safe": True}
