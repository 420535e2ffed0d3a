"""houvast: how is our collaboration around children doing, and what should we talk about next?"""

import sys as _sys

from . import graph, scoring, stats
from ._core import (
    Claim,
    Estimate,
    Graph,
    Instrument,
    Policy,
    Release,
    Study,
    Table,
    __version__,
    advice,
    cases,
    checks,
    crosswalk,
    definitions,
    forms_of_collaboration,
    instrument,
    instruments,
    languages,
    sources,
    study_tables,
)
from .convert.study import study
from .counting import merge_tallies, read_tally, tally_files, write_tally
from .errors import (
    DisclosureError,
    Error,
    InvalidValueError,
    MissingExtraError,
    MissingProgramError,
    ParseError,
    UnknownKeyError,
    ValidationError,
)
from .explorer import explore
from .io.folder import load
from .io.frames import study_from_frames
from .methods import attach as _attach_methods
from .results.cards import attach as _attach_reprs
from .results.hidden import HIDDEN
from .results.lines import attach as _attach_lines

_attach_methods()
_attach_reprs()
_attach_lines()

__all__ = [
    "HIDDEN",
    "Claim",
    "DisclosureError",
    "Error",
    "Estimate",
    "Graph",
    "Instrument",
    "InvalidValueError",
    "MissingExtraError",
    "MissingProgramError",
    "ParseError",
    "Policy",
    "Release",
    "Study",
    "Table",
    "UnknownKeyError",
    "ValidationError",
    "__version__",
    "advice",
    "cases",
    "checks",
    "crosswalk",
    "definitions",
    "explore",
    "forms_of_collaboration",
    "graph",
    "instrument",
    "instruments",
    "languages",
    "load",
    "merge_tallies",
    "read_tally",
    "scoring",
    "sources",
    "stats",
    "study",
    "study_from_frames",
    "study_tables",
    "tally_files",
    "write_tally",
]


def __getattr__(name: str) -> object:
    """Rooms that need an extra, or not everybody needs, are imported when they are asked for."""
    if name in ("plot", "examples", "graphs"):
        from importlib import import_module

        return import_module(f".{name}", __name__)
    return object.__getattribute__(_sys.modules[__name__], name)  # there is none, and it says so
