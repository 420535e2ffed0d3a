"""The prevention matrix as a board: what is offered per support level and age, with gaps and overlaps."""

from __future__ import annotations

import json
from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING, Final

from .. import _core
from .frame import LINE, Frame, Key, Sheet
from .items import empty
from .sources import Source, exact_only, source_of
from .style import Theme, ink_on, theme_of, tidy, width_of, wrap

if TYPE_CHECKING:
    from matplotlib.axes import Axes

    from ..results.prevention import PreventionCell, PreventionMatrix

__all__ = ["prevention_matrix"]

_SIGNS: Final = {"gap": "✕", "partly": "!", "offered": "", "overlap": "≡", "none": "–", "unknown": "?"}
_SHOWN: Final = ("gap", "partly", "offered", "overlap")
_WIDE, _TALL, _LEFT = 1.9, 0.98, 1.6
_SMALL: Final = 7.5
_SIGN: Final = "• "
_LINES: Final = 5  # of what is offered, in a cell


def prevention_matrix(
    study: _core.Study, *, wave: str | None = None, ax: Axes | None = None, lang: str = "nl", theme: str = "light"
) -> Axes:
    """What is offered per support level and age: the words of the prevention matrix, its gaps and overlaps.

    A cell holds what people wrote in it (masked), or else the organisations that offer something there; a cross marks
    a gap, three lines that offers stand side by side, an exclamation mark that some needs are not met.

    Parameters
    ----------
    study : Study
        The exact study; the picture is for inside use.
    wave : str, optional
        Id of a wave, whose parties count; None: the last.
    ax : matplotlib.axes.Axes, optional
        Where to draw; None: on a figure of its own.
    lang : str
        Language of the words, one of `houvast.languages()`.
    theme : str
        "light" or "dark"; "matplotlib" follows its style (`matplotlib.rcParams`).

    Returns
    -------
    matplotlib.axes.Axes

    Raises
    ------
    DisclosureError
        HV-404 for anything but a study.
    UnknownKeyError
        HV-503 for a language, HV-505 for a wave that does not exist.
    """
    exact_only(study, "prevention_matrix")
    source, look = source_of(study, lang), theme_of(theme)
    wave = source.wave(wave)
    cells = study.prevention_matrix(wave)
    title = source.texts("plot.prevention.title")
    if not cells or all(cell.state == "unknown" for cell in cells):
        return empty(source, ax, look, title, cells[0].say(lang) if cells else "")
    rows, columns = (list(dict.fromkeys(getattr(cell, name) for cell in cells)) for name in ("support_level", "age"))
    words = _titles(study, source)
    heads = [wrap(words[age], (_WIDE - 0.1) * 72, 8.5, "bold", 3) for age in columns]
    above = max(map(len, heads)) * 8.5 * LINE / 72 + 0.1
    about = source.texts("plot.prevention.about", wave=source.wave_title(wave), parties=len(study.parties))
    sheet = Sheet(look, title, about, source.footer(), _keys(source, look), left=_LEFT, above=above)
    frame = sheet.open(ax, _WIDE * len(columns), _TALL * len(rows))
    frame.limits((0, _WIDE * len(columns)))
    for i, head in enumerate(heads):
        frame.text(_WIDE * (i + 0.5), 0.06, "\n".join(head), size=8.5, weight="bold", transform=frame.over(1),
                   ha="center", va="bottom")  # fmt: skip
    for j, row in enumerate(rows):
        label = wrap(words[row], (_LEFT - 0.1) * 72, 9.0, lines=4)
        frame.text(-_LEFT, _TALL * (j + 0.5), "\n".join(label), size=9, transform=frame.beside(0), ha="left")
    names = {party.id: party.name or party.id for party in study.parties}
    for at, cell in enumerate(cells):
        j, i = divmod(at, len(columns))
        _draw(frame, cell, [names.get(id, id) for id in cell.providers], _WIDE * i, _TALL * j)
    return frame.finish(f"{title}. {_alt(source, cells, (len(rows), len(columns)), len(study.parties), lang)}")


def _titles(study: _core.Study, source: Source) -> dict[str, str]:
    """The words for rows and columns."""
    profile = json.loads(study.profile_json)
    return {
        str(term["id"]): source.written(term["title"]) or str(term["id"])
        for name in ("support_levels", "ages")
        for term in profile[name]
    }


def _colours(state: str, look: Theme) -> tuple[str, str]:
    """Of the face and of the edge."""
    if state in ("gap", "partly"):
        return look.paper, look.warm
    if state == "overlap":
        return look.low[0], look.low[2]
    return (look.high[0], look.high[1]) if state == "offered" else (look.paper, look.soft)


def _keys(source: Source, look: Theme) -> tuple[Key, ...]:
    return tuple(
        Key(f"{_SIGNS[state]}  {source.texts('plot.prevention.state', state=state)}".strip(), *_colours(state, look))
        for state in _SHOWN
    )


def _draw(frame: Frame, cell: PreventionCell, who: Sequence[str], x: float, y: float) -> None:
    face, edge = _colours(cell.state, frame.theme)
    dashed = (0, (3, 2)) if cell.state == "gap" else "solid"
    box = frame.box(x + 0.04, y + 0.04, _WIDE - 0.08, _TALL - 0.08, facecolor=face, edgecolor=edge, linewidth=1.2,
                    linestyle=dashed)  # fmt: skip
    box.set_gid(f"prevention-{cell.support_level}/{cell.age}")
    ink = ink_on(face)
    if _SIGNS[cell.state]:
        frame.text(x + _WIDE - 0.1, y + 0.16, _SIGNS[cell.state], size=9, weight="bold", ha="right",
                   color=edge if cell.state in ("gap", "partly") else ink)  # fmt: skip
    lines = [line for offer in cell.offers or who for line in _listed(tidy(offer))]
    shown = lines if len(lines) <= _LINES else [*lines[: _LINES - 1], "…"]
    if shown:
        frame.text(x + 0.12, y + 0.12, "\n".join(shown), size=_SMALL, color=ink, ha="left", va="top")


def _listed(offer: str) -> Iterator[str]:
    """The lines of an offer, the first of them behind its sign."""
    first, *others = wrap(offer, (_WIDE - 0.44) * 72 - width_of(_SIGN, _SMALL) + 1, _SMALL)
    yield f"{_SIGN}{first}"
    yield from (f"   {line}" for line in others)


def _alt(source: Source, cells: PreventionMatrix, size: tuple[int, int], parties: int, lang: str) -> str:
    count = {state: sum(cell.state == state for cell in cells) for state in _SHOWN}
    items = " ".join(f"{tidy(cell.title.get(lang))}: {cell.say(lang)}" for cell in cells if cell.state != "offered")
    return source.texts(
        "plot.prevention.alt", rows=size[0], columns=size[1], parties=parties, gaps=count["gap"] + count["partly"],
        overlaps=count["overlap"], items=items,
    )  # fmt: skip
