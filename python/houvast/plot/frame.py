"""The sheet that a picture is drawn on: a title, a legend, the axes with room around them, and a footer that says for
whom the picture is.

Lengths are inches and sizes are points of a sheet at its natural size. In axes that are too small everything shrinks by
one factor.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Any, Final, cast

from .style import Theme, typeface, width_of, wrap

if TYPE_CHECKING:
    from matplotlib.axes import Axes
    from matplotlib.lines import Line2D
    from matplotlib.patches import Patch, Rectangle
    from matplotlib.text import Text
    from matplotlib.transforms import Affine2DBase, Transform

__all__ = ["LINE", "Frame", "Key", "Sheet", "alt_text", "shows_data", "title_of"]

LINE: Final = 1.25  # distance between lines, in sizes of the type
_PAD: Final = 0.28  # around the sheet
_TITLE: Final = 14.0
_SMALL: Final = 9.0
_TINY: Final = 7.5
_LEAST: Final = 0.45  # the smallest that everything shrinks to
_ALT: Final = "_houvast_alt_text"
_TITLED: Final = "_houvast_title"
_NO_DATA: Final = "no-data"


@dataclass(frozen=True, slots=True)
class Key:
    """An entry of a legend: a patch, or a marker when `marker` is given, or a line."""

    label: str
    face: str = "none"
    edge: str = "none"
    hatch: str = ""
    marker: str = ""
    line: str = ""
    width: float = 1.0


@dataclass(frozen=True, slots=True)
class Sheet:
    """What stands around a picture, before there is anything to draw on."""

    theme: Theme
    title: str
    subtitle: str = ""
    footer: tuple[str, ...] = ()
    keys: tuple[Key, ...] = ()
    left: float = 0.0
    right: float = 0.0
    above: float = 0.0
    below: float = 0.0

    def open(self, ax: Axes | None, width: float, height: float) -> Frame:
        """Axes of this size within the sheet: new ones in a new figure, or the given ones, made smaller to fit."""
        full = self.left + width + self.right
        head = _Head(self, full)
        top, bottom = head.height + self.above, _foot_height(self, full) + self.below
        size = (full + 2 * _PAD, top + height + bottom + 2 * _PAD)
        if ax is None:
            import matplotlib.pyplot as plt

            figure = plt.figure(figsize=size, facecolor=self.theme.paper)
            box = (_PAD + self.left, _PAD + bottom, width, height)
            ax = figure.add_axes((box[0] / size[0], box[1] / size[1], box[2] / size[0], box[3] / size[1]))
            scale = 1.0
        else:
            scale = _shrink(ax, size, self, top, bottom)
        frame = Frame(ax, self.theme, width, height, scale, self)
        head.draw(frame)
        _draw_foot(frame, full)
        return frame


def _shrink(ax: Axes, size: tuple[float, float], sheet: Sheet, top: float, bottom: float) -> float:
    figure = ax.figure
    wide, high = figure.bbox.width / figure.dpi, figure.bbox.height / figure.dpi
    box = ax.get_position()
    scale = float(max(_LEAST, min(1.0, box.width * wide / size[0], box.height * high / size[1])))
    left, right = (sheet.left + _PAD) * scale / wide, (sheet.right + _PAD) * scale / wide
    above, under = (top + _PAD) * scale / high, (bottom + _PAD) * scale / high
    inner = max(box.width - left - right, 0.02), max(box.height - above - under, 0.02)
    ax.set_position((box.x0 + left, box.y1 - above - inner[1], *inner))
    return scale


class Frame:
    """Axes with what is needed to draw in and around them. Text is never read as mathematics."""

    def __init__(self, ax: Axes, theme: Theme, width: float, height: float, scale: float, sheet: Sheet) -> None:
        from matplotlib import transforms

        self.ax = ax
        self.theme = theme
        self.width = width
        self.height = height
        self.scale = scale
        self.sheet = sheet
        ax.set_facecolor("none")
        ax.set_xticks([])
        ax.set_yticks([])
        for spine in ax.spines.values():
            spine.set_visible(False)
        unit = transforms.Affine2D().scale(scale) + ax.figure.dpi_scale_trans
        axes = cast("Affine2DBase", ax.transAxes)
        self._from = {(x, y): unit + transforms.ScaledTranslation(x, y, axes) for x in (0.0, 1.0) for y in (0.0, 1.0)}

    def limits(self, x: tuple[float, float], y: tuple[float, float] | None = None) -> None:
        """Data limits; y runs down in inches of the sheet when it is left out."""
        self.ax.set_xlim(*x)
        self.ax.set_ylim(*(y or (self.height, 0.0)))
        self.ax.set_autoscale_on(False)

    def corner(self, x: float, y: float) -> Transform:
        """Inches from a corner of the axes: (0, 1) is the upper left one; y runs up."""
        return self._from[(x, y)]

    def beside(self, x: float) -> Transform:
        """Inches from the left (0) or right (1) edge across, data down."""
        from matplotlib import transforms

        return transforms.blended_transform_factory(self._from[(x, 0.0)], self.ax.transData)

    def over(self, y: float) -> Transform:
        """Data across, inches from the lower (0) or upper (1) edge."""
        from matplotlib import transforms

        return transforms.blended_transform_factory(self.ax.transData, self._from[(0.0, y)])

    def text(self, x: float, y: float, text: str, **how: Any) -> Text:
        """One line or several, at their size in points on the sheet."""
        size = how.pop("size", _SMALL) * self.scale
        how.setdefault("color", self.theme.ink)
        how.setdefault("transform", self.ax.transData)
        how.setdefault("va", "center" if "\n" in text else "center_baseline")
        how.setdefault("linespacing", LINE)
        return self.ax.text(x, y, text, fontsize=size, fontfamily=list(typeface()), parse_math=False, **how)

    def patch(self, patch: Patch) -> Patch:
        """Adds a patch that may lie outside of the axes."""
        patch.set_clip_on(False)
        self.ax.add_patch(patch)
        return patch

    def box(self, x: float, y: float, width: float, height: float, **how: Any) -> Rectangle:
        """A rectangle."""
        from matplotlib.patches import Rectangle

        how.setdefault("linewidth", 0)
        transform = how.pop("transform", self.ax.transData)
        hatch_line = how.pop("hatch_colour", None)
        patch = Rectangle((x, y), width, height, transform=transform, **how)
        if hatch_line:
            patch.set_edgecolor(hatch_line)
        patch.set_hatch_linewidth(0.7 * self.scale) if hasattr(patch, "set_hatch_linewidth") else None
        self.patch(patch)
        return patch

    def line(self, x: Sequence[float], y: Sequence[float], **how: Any) -> Line2D:
        """A line, or marks without one."""
        how.setdefault("clip_on", False)
        for name in ("linewidth", "markersize", "markeredgewidth"):
            if name in how:
                how[name] *= self.scale
        return self.ax.plot(x, y, **how)[0]

    def hidden(self, x: float, y: float, width: float, height: float, label: str, **how: Any) -> None:
        """The one sign for whatever may not be shown, the same wherever it stands."""
        transform = how.pop("transform", self.ax.transData)
        self.box(x, y, width, height, facecolor=self.theme.track, edgecolor=self.theme.line, transform=transform)
        how.setdefault("ha", "center")
        self.text(x + width / 2, y + height / 2, label, color=self.theme.soft, transform=transform, **how)

    def nothing(self, words: str) -> None:
        """The one sign for that there is no data, over the whole picture."""
        self.box(0, 0, 1, self.height, facecolor=self.theme.track).set_gid(_NO_DATA)
        self.text(0.5, self.height / 2, words, color=self.theme.soft, ha="center")

    def finish(self, alt: str) -> Axes:
        """The axes, with their title and their text alternative."""
        setattr(self.ax, _TITLED, self.sheet.title)
        setattr(self.ax, _ALT, " ".join(alt.split()).replace("?. ", "? "))
        return self.ax


class _Head:
    """Title, subtitle and legend, measured first and drawn above the axes afterwards."""

    def __init__(self, sheet: Sheet, width: float) -> None:
        self._sheet = sheet
        self._title = wrap(sheet.title, width * 72, _TITLE, "bold", 3)
        self._subtitle = wrap(sheet.subtitle, width * 72, _SMALL, lines=4) if sheet.subtitle else []
        self._rows = _flow(sheet.keys, width)
        self.height = len(self._title) * _TITLE * LINE / 72 + len(self._subtitle) * _SMALL * LINE / 72 + 0.16
        self.height += 0.05 * bool(self._subtitle) + (0.06 + 0.24 * len(self._rows) if self._rows else 0)

    def draw(self, frame: Frame) -> None:
        at = frame.corner(0.0, 1.0)
        left, y = -self._sheet.left, self.height + self._sheet.above
        common = {"transform": at, "ha": "left", "va": "top"}
        frame.text(left, y, "\n".join(self._title), size=_TITLE, weight="bold", **common)
        y -= len(self._title) * _TITLE * LINE / 72 + 0.05
        if self._subtitle:
            frame.text(left, y, "\n".join(self._subtitle), size=_SMALL, color=frame.theme.soft, **common)
            y -= len(self._subtitle) * _SMALL * LINE / 72 + 0.06
        for row in self._rows:
            for x, key in row:
                _draw_key(frame, left + x, y - 0.12, key, at)
            y -= 0.24


def _flow(keys: Sequence[Key], width: float) -> list[list[tuple[float, Key]]]:
    rows: list[list[tuple[float, Key]]] = []
    x = width + 1
    for given in keys:
        key = replace(given, label=wrap(given.label, (width - 0.35) * 72, _SMALL - 0.5, lines=1)[0])
        need = 0.3 + width_of(key.label, _SMALL - 0.5) / 72
        if x + need > width:
            rows.append([])
            x = 0.0
        rows[-1].append((x, key))
        x += need + 0.22
    return rows


def _draw_key(frame: Frame, x: float, y: float, key: Key, at: Transform) -> None:
    if key.marker:
        frame.line(
            [x + 0.1],
            [y],
            marker=key.marker,
            markersize=7.0,
            markerfacecolor=key.face,
            markeredgecolor=key.edge if key.edge != "none" else key.face,
            markeredgewidth=key.width,
            linestyle="none",
            transform=at,
        )
    elif key.line:
        frame.line([x, x + 0.22], [y, y], color=key.face, linestyle=key.line, linewidth=key.width, transform=at)
    else:
        frame.box(
            x, y - 0.065, 0.22, 0.13, facecolor=key.face, edgecolor=key.edge, hatch=key.hatch or None,
            linewidth=0.6 if key.edge != "none" else 0, transform=at,
        )  # fmt: skip
    frame.text(x + 0.3, y, key.label, size=_SMALL - 0.5, transform=at, ha="left")


def _foot_lines(sheet: Sheet, width: float) -> list[str]:
    return [line for text in sheet.footer if text for line in wrap(text, width * 72, _TINY)]


def _foot_height(sheet: Sheet, width: float) -> float:
    return 0.14 + len(_foot_lines(sheet, width)) * _TINY * LINE / 72 if sheet.footer else 0.0


def _draw_foot(frame: Frame, width: float) -> None:
    lines = _foot_lines(frame.sheet, width)
    if lines:
        frame.text(
            -frame.sheet.left,
            -frame.sheet.below - 0.14,
            "\n".join(lines),
            size=_TINY,
            color=frame.theme.soft,
            transform=frame.corner(0.0, 0.0),
            ha="left",
            va="top",
        )


def alt_text(ax: Axes) -> str:
    """What a picture shows, in words, for who cannot see it: n and the main values included.

    Parameters
    ----------
    ax : matplotlib.axes.Axes
        What a function of houvast.plot gave.

    Returns
    -------
    str
        "" for axes that houvast did not draw.
    """
    return str(getattr(ax, _ALT, ""))


def title_of(ax: Axes) -> str:
    """What a picture is called; "" for axes that houvast did not draw."""
    return str(getattr(ax, _TITLED, ""))


def shows_data(ax: Axes) -> bool:
    """Whether a picture shows more than that there is nothing to show."""
    return all(patch.get_gid() != _NO_DATA for patch in ax.patches)
