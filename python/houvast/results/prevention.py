"""The prevention matrix: what is offered per support level and age, in own words and by parties; gaps and overlaps."""

from __future__ import annotations

import json
import typing
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from .. import _core
from ..errors import MissingExtraError
from ..texts import Claim, by_language
from .columns import rows_of
from .reprs import STYLE, badge, escaped, exact, isolate, marked_frame, reader

if typing.TYPE_CHECKING:
    import pandas

__all__ = ["PreventionCell", "PreventionMatrix", "prevention_matrix"]

_LONGEST: typing.Final = 500  # characters of a cell in a notebook


@dataclass(frozen=True, slots=True)
class PreventionCell:
    """What is offered at one support level to one age."""

    support_level: str  #: id of the profile's support level: the row
    age: str  #: id of the profile's age: the column
    title: _core.LocalizedText  #: row and column in words
    expected: bool  #: whether the profile expects an offer here
    text: str  #: what people wrote in the cell, masked; an offer per line
    providers: tuple[str, ...]  #: organisations that offer something here by the table of parties, each once
    gaps: tuple[str, ...]  #: needs that the profile expects to be met here, and for which no party offers anything
    overlaps: tuple[str, ...]  #: needs for which many organisations offer something here
    state: str  #: "gap", "partly" (for some needs), "offered", "overlap", "none" (and none expected) or "unknown"
    claims: tuple[Claim, ...]  #: what can be said of it

    @property
    def offers(self) -> tuple[str, ...]:
        """The offers that people wrote in the cell: its lines.

        Returns
        -------
        tuple of str
        """
        return tuple(line for line in map(str.strip, self.text.splitlines()) if line)

    def say(self, lang: str) -> str:
        """What can be said of the cell, in sentences.

        Parameters
        ----------
        lang : str
            One of `houvast.languages()`.

        Returns
        -------
        str
        """
        return " ".join(claim.say(lang) for claim in self.claims)

    def __repr__(self) -> str:
        return exact(f"PreventionCell({isolate(self.support_level)}/{isolate(self.age)}: {self.state})")


class PreventionMatrix(tuple[PreventionCell, ...]):
    """The cells of a prevention matrix, row by row as the profile has them."""

    __slots__ = ()

    def say(self, lang: str) -> str:
        """A line per cell: row and column, and what can be said of it.

        Parameters
        ----------
        lang : str
            One of `houvast.languages()`.

        Returns
        -------
        str
        """
        return "\n".join(f"{cell.title.get(lang)}: {cell.say(lang)}" for cell in self)

    def __repr__(self) -> str:
        return exact(f"PreventionMatrix({len(self)})")

    def to_frame(self, lang: str = "nl") -> pandas.DataFrame:
        """One row per cell, with its sentence (extra `frames`).

        Parameters
        ----------
        lang : str
            Language of title and sentence, one of `houvast.languages()`.

        Returns
        -------
        pandas.DataFrame

        Raises
        ------
        MissingExtraError
            HV-601 when pandas is not installed.
        """
        try:
            import pandas
        except ImportError as error:
            raise MissingExtraError.of("frames", "pandas") from error
        rows = [
            {
                "support_level": cell.support_level,
                "age": cell.age,
                "title": cell.title.get(lang),
                "expected": cell.expected,
                "state": cell.state,
                "text": cell.text,
                **{name: ";".join(getattr(cell, name)) for name in ("providers", "gaps", "overlaps")},
                "sentence": cell.say(lang),
            }
            for cell in self
        ]
        return marked_frame(pandas.DataFrame(rows))

    def _repr_html_(self) -> str:
        to = reader()
        parts = [STYLE, '<div class="houvast">', badge(to, "inside"), "<table>"]
        for cell in self:
            words = (cell.title.get(to.texts), cell.text, cell.say(to.texts))
            parts.append("<tr>" + "".join(f"<td>{escaped(word, _LONGEST)}</td>" for word in words) + "</tr>")
        return "".join([*parts, "</table></div>"])


@dataclass(frozen=True, slots=True)
class _Known:
    """What is known of one cell: what people wrote, and what parties offer per need."""

    text: str
    needs: Sequence[Mapping[str, typing.Any]]
    limit: int  # from how many offers next to each other they may overlap

    @property
    def lines(self) -> int:
        return sum(bool(line.strip()) for line in self.text.splitlines())

    @property
    def providers(self) -> tuple[str, ...]:
        return tuple(dict.fromkeys(id for need in self.needs for id in need["providers"].split(";") if id))

    def needs_that_are(self, state: str) -> tuple[str, ...]:
        return tuple(need["need"] for need in self.needs if need["state"] == state)

    def state(self, expected: bool, anything: bool) -> str:
        """What the cell is; `anything`: whether the matrix holds anything at all."""
        if not anything:
            return "unknown"
        if not self.lines and not self.providers:
            return "gap" if expected else "none"
        if self.lines >= self.limit or self.needs_that_are("overlap"):
            return "overlap"
        return "partly" if self.needs_that_are("gap") else "offered"


def prevention_matrix(study: _core.Study, wave: str | None, masked: Callable[[str], str]) -> PreventionMatrix:
    """The cells of the profile's support levels and ages, each text masked."""
    profile = json.loads(study.profile_json)
    levels, ages, needs = (profile.get(name, []) for name in ("support_levels", "ages", "needs"))
    called = {term["id"]: by_language(term["title"]) for term in needs}
    limit = int(study.need_matrix(wave=wave).provenance.options["overlap"])
    offered: dict[tuple[str, str], list[Mapping[str, typing.Any]]] = {}
    for need in study.need_matrix(wave=wave).to_dicts():
        offered.setdefault((need["support_level"], need["age"]), []).append(need)
    written = {(row["support_level"], row["age"]): masked(row["text"]) for row in rows_of(study, "matrix")}
    anything = bool(written) or any(need["providers"] for all_needs in offered.values() for need in all_needs)
    found = []
    for level in levels:
        for age in ages:
            at = (level["id"], age["id"])
            known = _Known(written.get(at, ""), offered.get(at, []), limit)
            expected = bool(level.get("expected") and age.get("expected"))
            state = known.state(expected, anything)
            found.append(
                PreventionCell(
                    *at,
                    _both(level["title"], age["title"]),
                    expected,
                    known.text,
                    known.providers,
                    known.needs_that_are("gap"),
                    known.needs_that_are("overlap"),
                    state,
                    tuple(_claims(known, state, called)),
                )
            )
    return PreventionMatrix(found)


def _both(level: Mapping[str, str], age: Mapping[str, str]) -> _core.LocalizedText:
    first, second = by_language(level), by_language(age)
    return by_language({lang: f"{first.get(lang)}, {second.get(lang)}" for lang in dict.fromkeys((*level, *age))})


def _claims(known: _Known, state: str, called: Mapping[str, _core.LocalizedText]) -> Iterator[Claim]:
    """What can be said of a cell: what it is, or where something is lacking or may be done twice."""
    whole = {"unknown": "coverage.matrix.unknown", "gap": "coverage.matrix.gap", "none": "coverage.matrix.none"}
    if state in whole:
        yield Claim(whole[state], {})
        return
    if state == "offered":
        yield Claim("coverage.matrix.offered", {})
    if known.lines >= known.limit:
        yield Claim("coverage.matrix.several", {"n": known.lines})
    if many := known.needs_that_are("overlap"):
        yield Claim("coverage.matrix.overlap", {"needs": [called[need] for need in many]})
    if lacking := known.needs_that_are("gap"):
        yield Claim("coverage.matrix.needs", {"needs": [called[need] for need in lacking]})
