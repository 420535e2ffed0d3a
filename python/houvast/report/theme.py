"""The own looks of a report: a name, a logo and colours, from a file; colours that cannot be read are refused."""

from __future__ import annotations

import base64
import json
import os
import re
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Final, NoReturn

from ..errors import InvalidValueError, ParseError, Said, Where, choose, problem, reason_of
from ..io.atomic import asked_about
from ..texts import Claim
from .colours import contrast, ink_on, luminance, mix

__all__ = ["OURS", "Logo", "Theme", "load_theme"]

_KEYS: Final = ("name", "logo", "light", "dark")
_COLOURS: Final = ("accent", "warm", "paper")
_LIGHT: Final = {"accent": "#0b5563", "warm": "#8f500b", "paper": "#faf6ee", "ink": "#1c2b33", "soft": "#4d5c65"}
_DARK: Final = {"accent": "#86d0da", "warm": "#f0bd74", "paper": "#131b1f", "ink": "#e9ecea", "soft": "#b3c0c4"}
_LOGOS: Final = {".png": "image/png", ".svg": "image/svg+xml"}
_BIGGEST: Final = 200_000  # bytes of a logo
_READS: Final = 4.5  # contrast of text, by WCAG 2.2 (1.4.3)
_HALF: Final = 0.18  # luminance between dark and light
_STEPS: Final = 40  # in which a colour is brought nearer to black or white
# Shade of the style sheet: which colour it is made of, and how far it lies from there to the paper.
_SHADES: Final = {
    "accent-soft": ("accent", 0.88),
    "edge": ("accent", 0.0),
    "fill": ("accent", 0.25),
    **{f"high-{i}": ("accent", part) for i, part in ((1, 0.75), (2, 0.45), (3, 0.1))},
    **{f"stage-{i}": ("accent", part) for i, part in ((1, 0.92), (2, 0.82), (3, 0.62), (4, 0.38), (5, 0.12))},
    "warm-soft": ("warm", 0.88),
    "low-hatch": ("warm", 0.0),
    **{f"low-{i}": ("warm", part) for i, part in ((1, 0.75), (2, 0.45), (3, 0.1))},
    "track": ("ink", 0.93),
    "line": ("ink", 0.82),
}


@dataclass(frozen=True, slots=True)
class Logo:
    """A picture that stands at the head of a report."""

    ending: str  #: ".png" or ".svg".
    data: bytes  #: The picture itself.

    @property
    def uri(self) -> str:
        """The picture itself as an address, so that nothing is loaded."""
        return f"data:{_LOGOS[self.ending]};base64,{base64.b64encode(self.data).decode()}"


@dataclass(frozen=True, slots=True)
class Theme:
    """A name in place of ours, a logo, and the colours on a light and a dark background."""

    name: str  #: The name in place of ours; empty: ours.
    logo: Logo | None  #: A picture at the head; None: none.
    light: Mapping[str, str]  #: Colours on a light background, by name.
    dark: Mapping[str, str]  #: Colours on a dark background, by name.

    @property
    def style(self) -> str:
        """What comes after the style sheet of reports; paper is white in print."""
        printed = _shades({**self.light, "paper": "#ffffff"})
        return (
            f":root {{ {_shades(self.light)} }}\n"
            f"@media (prefers-color-scheme: dark) {{ :root {{ {_shades(self.dark)} }} }}\n"
            f"@media print {{ :root {{ {printed} }} }}\n"
        )

    @property
    def fill(self) -> str:
        """The colour of bars."""
        return _shade(self.light, "fill")


def _shade(colours: Mapping[str, str], name: str) -> str:
    of, part = _SHADES[name]
    return mix(colours[of], colours["paper"], part)


def _shades(colours: Mapping[str, str]) -> str:
    made = {name: _shade(colours, name) for name in _SHADES}
    card = mix(colours["paper"], "#ffffff", 0.6 if luminance(colours["paper"]) > _HALF else 0.05)
    told = {**colours, **made, "card": card, "on-accent": ink_on(colours["accent"])}
    return " ".join(f"--{name}: {colour};" for name, colour in told.items())


OURS: Final = Theme("", None, _LIGHT, _DARK)


def load_theme(path: str | os.PathLike[str]) -> Theme:
    """The theme in a JSON file, checked: text of every colour can be read on its paper.

    Parameters
    ----------
    path : path
        A JSON file with any of the keys name, logo (a file beside it), light and dark (with accent, warm and paper).

    Returns
    -------
    Theme

    Raises
    ------
    ParseError
        HV-101 to HV-110 for a file that is not a theme, with the JSON pointer.
    InvalidValueError
        HV-302 for a colour that cannot be read or a logo that is too large, HV-303 for what is no colour or no logo.
    """
    place = asked_about(path)
    found = _typed(dict, _json(place), place, "")
    for key in found:
        choose(key, _KEYS, "problem.subject.theme_key", "HV-110", ParseError, Where(place.name, pointer=f"/{key}"))
    name = _typed(str, found.get("name", ""), place, "/name").strip()
    logo = _logo(place, _typed(str, found["logo"], place, "/logo")) if "logo" in found else None
    if logo is not None and not name:
        where = Where(place.name, pointer="/name")
        raise problem(ParseError, "HV-109", "problem.subject.theme_key", "problem.expected.name_of_logo", where)
    light = _colours(place, found, "light", _LIGHT)
    return Theme(name, logo, light, _colours(place, found, "dark", _dark_of(light)))


def _json(place: Path) -> Any:
    where = Where(place.name)
    try:
        return json.loads(place.read_bytes().decode("utf-8"))
    except UnicodeDecodeError:
        raise problem(ParseError, "HV-103", "problem.subject.text", "problem.expected.utf_8", where) from None
    except json.JSONDecodeError as error:
        where = Where(place.name, error.lineno, str(error.colno))
        raise problem(ParseError, "HV-104", "problem.subject.text", "problem.expected.json", where) from None
    except RecursionError:
        raise problem(ParseError, "HV-105", "problem.subject.text", "problem.expected.less_nesting", where) from None
    except OSError as error:
        raise _unreadable(place, error) from error


def _unreadable(place: Path, error: OSError) -> ParseError:
    expected = Claim("problem.expected.readable_file", {"reason": reason_of(error)})
    return problem(ParseError, "HV-101", "problem.subject.file", expected, Where(str(place)))


def _typed(kind: type, found: Any, place: Path, at: str) -> Any:
    if isinstance(found, kind):
        return found
    expected = Claim("problem.expected.json_kind", {"kind": kind.__name__})
    where = Where(place.name, pointer=at)
    raise problem(ParseError, "HV-108", "problem.subject.theme_key", expected, where, value=json.dumps(found)[:60])


def _logo(theme: Path, name: str) -> Logo:
    place, where = theme.parent / name, Where(theme.name, pointer="/logo")
    ending = choose(place.suffix.lower(), _LOGOS, "problem.subject.ending", where=where)
    try:
        data = place.read_bytes()
    except OSError as error:
        raise _unreadable(place, error) from error
    if len(data) > _BIGGEST:
        expected = Claim("problem.expected.small_file", {"most": _BIGGEST // 1000})
        raise problem(InvalidValueError, "HV-302", "problem.subject.logo", expected, where, value=str(len(data)))
    return Logo(ending, data)


def _dark_of(light: Mapping[str, str]) -> dict[str, str]:
    """The colours of a dark background: our own, or those of the light one made lighter until they can be read."""
    own = {name: _nearest(light[name], _DARK["paper"]) for name in ("accent", "warm") if light[name] != _LIGHT[name]}
    return {**_DARK, **own}


def _colours(place: Path, found: Mapping[str, Any], ground: str, ours: Mapping[str, str]) -> dict[str, str]:
    given = _typed(dict, found.get(ground, {}), place, f"/{ground}")
    for key, colour in given.items():
        where = Where(place.name, pointer=f"/{ground}/{key}")
        choose(key, _COLOURS, "problem.subject.theme_key", "HV-110", ParseError, where)
        if not re.fullmatch("#[0-9a-fA-F]{6}", _typed(str, colour, place, where.pointer)):
            _refuse("HV-303", "problem.expected.colour", where, colour)
    made = {**ours, **{key: colour.lower() for key, colour in given.items()}}
    for name in ("paper", *sorted(given.keys() - {"paper"})):
        _check(made, name, Where(place.name, pointer=f"/{ground}/{name}"))
    return made


def _check(colours: Mapping[str, str], name: str, where: Where) -> None:
    """Text of a colour must be read on paper and on its own soft shade; on paper our own text must be read."""
    text, ground = (colours["soft"], colours["paper"]) if name == "paper" else (colours[name], colours["paper"])
    reads = contrast(text, ground) if name == "paper" else _least(text, ground)
    if reads < _READS:
        other = text if name == "paper" else ground
        expected = Claim("problem.expected.contrast", {"n": round(reads, 2), "other": other})
        _refuse("HV-302", expected, where, colours[name], "" if name == "paper" else _nearest(text, ground))


def _nearest(colour: str, paper: str) -> str:
    """The colour nearest to one that can be read on a paper, by way of black or white."""
    end = "#000000" if luminance(paper) > _HALF else "#ffffff"
    tried = (mix(colour, end, step / _STEPS) for step in range(_STEPS + 1))
    return next(each for each in tried if _least(each, paper) >= _READS)


def _least(colour: str, paper: str) -> float:
    """How far a colour stands apart from a paper and from its own soft shade, whichever is less."""
    return min(contrast(colour, ground) for ground in (paper, mix(colour, paper, _SHADES["accent-soft"][1])))


def _refuse(code: str, expected: Said, where: Where, value: str, near: str = "") -> NoReturn:
    raise problem(InvalidValueError, code, "problem.subject.colour", expected, where, value=value, near=near)
