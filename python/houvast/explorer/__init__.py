"""A map of the network and a board of the checks in a notebook; exact and with names, for inside use."""

from __future__ import annotations

from functools import cache
from pathlib import Path
from typing import Any

from .. import _core
from ..errors import Error, MissingExtraError
from ..texts import say
from .page import SCRIPTS, script, write_map
from .view import Explored

__all__ = ["explore", "write_map"]

_HERE = Path(__file__).parent


def explore(
    study: _core.Study, *, lang: str | None = None, wave: str | None = None, relation: str | None = None
) -> Any:
    """An interactive map of who works with whom, beside the board of coverage checks; also `study.explore(...)`.

    Filters change the picture only: the numbers stay those of the whole network. Taking a party out asks the core
    what would change. Shows exact results with names, so keep its output out of what you share.

    Parameters
    ----------
    study : Study
        The exact study.
    lang : str, optional
        Language of the words, one of `houvast.languages()`; None: the language of the study.
    wave : str, optional
        Id of the wave to begin with; None: the last one.
    relation : str, optional
        Relation to begin with; None: the first that was asked.

    Returns
    -------
    Explorer
        A widget of the package anywidget.

    Raises
    ------
    MissingExtraError
        HV-601 without the extra `notebook`.
    UnknownKeyError
        HV-503 for a language, HV-505 for a wave, HV-507 for a relation that does not exist.
    InvalidValueError
        HV-305 when nobody reported on the relation.
    """
    explored = Explored(study, study.language if lang is None else lang)
    first = explored.view(wave, relation)
    return _widget_class()(explored, first)


@cache
def _widget_class() -> Any:
    try:
        import anywidget
        import traitlets
    except ImportError as error:
        raise MissingExtraError.of("notebook", getattr(error, "name", None) or "anywidget") from error

    class Explorer(anywidget.AnyWidget):
        """The widget: Python holds the study and answers, the browser draws and asks."""

        _esm = script(*SCRIPTS)
        _css = _HERE / "explorer.css"
        frame = traitlets.Dict().tag(sync=True)  # words, waves and relations
        view = traitlets.Dict().tag(sync=True)  # one relation in one wave
        scenario = traitlets.Dict().tag(sync=True)  # what would change; empty when nobody is taken out

        def __init__(self, explored: Explored, first: dict[str, Any]) -> None:
            self._explored = explored
            super().__init__(frame=explored.frame(), view=first, scenario={})
            self.on_msg(lambda _, message, __: self.answer(message))

        def __repr__(self) -> str:
            return f"Explorer({self._explored.study.id}; {say('notebook.inside', 'en')})"

        def answer(self, message: Any) -> None:
            """What the browser asks: another network, the network without some parties, or everybody back."""
            ask = message.get("ask") if isinstance(message, dict) else None
            try:
                if ask == "view":
                    self.view = self._explored.view(message.get("wave"), message.get("relation"))
                    self.scenario = {}
                elif ask == "remove":
                    self.scenario = self._explored.without(message.get("parties", []), self.view)
                elif ask == "reset":
                    self.scenario = {}
            except Error as error:
                self.scenario = {"problem": error.message}
            self.send({"answered": True})

    return Explorer
