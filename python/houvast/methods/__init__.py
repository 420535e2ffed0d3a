"""Methods of the compiled classes whose work is Python's: files, data frames, documents, notebook forms.

Each module holds the methods of one class under their own names, with their whole signature. Annotations name things
by their full path, so that `scripts/stubs.py` can hand them on. A room that is not always needed is imported when a
method is called.
"""

from __future__ import annotations

import inspect
from collections.abc import Callable
from typing import Final

from .. import _core
from ..results.agenda import agenda_html
from ..results.cells import chosen, interchanged, records
from ..results.estimates import OPERATORS, estimate_html, estimate_text
from ..results.released import COPYING, RELEASED
from ..results.tables import table_html, table_text
from . import network, plan, release, study, table

__all__ = ["METHODS", "attach"]

METHODS: Final = {
    _core.Study: study,
    _core.StudyNetwork: network,
    _core.Plan: plan,
    _core.Release: release,
    _core.Table: table,
}
# What Python itself calls: operators, brackets, loops, and how a result shows itself.
_CALLED_BY_PYTHON: Final[dict[type, dict[str, Callable[..., object]]]] = {
    _core.Agenda: {"_repr_html_": agenda_html},
    _core.Estimate: {"__repr__": estimate_text, "_repr_html_": estimate_html, **OPERATORS},
    _core.Table: {
        "__repr__": table_text,
        "_repr_html_": table_html,
        "__getitem__": chosen,
        "__iter__": records,
        "__dataframe__": interchanged,
    },
    **dict.fromkeys(RELEASED, COPYING),
}


def attach() -> None:
    """Gives the classes of the core their methods."""
    for kind, module in METHODS.items():
        for name in module.__all__:
            method = getattr(module, name)
            method.__qualname__ = f"{kind.__name__}.{name}"
            method.__doc__ = inspect.cleandoc(method.__doc__)
            bound = "self" in inspect.signature(method).parameters
            setattr(kind, name, method if bound else staticmethod(method))
    for called, forms in _CALLED_BY_PYTHON.items():
        for name, form in forms.items():
            setattr(called, name, form)
