"""States of counting as files: a tally with the instrument that it was made for, and how far a run has come.

Form: "HVSTATE" 0x01 | length of the header (u64, lowest byte first) | header as JSON | the tally's bytes, or nothing |
SHA-256 of all that. The header has `instrument` (the instrument's JSON as text) and, in a run that is not at its end,
`run`.
"""

from __future__ import annotations

import hashlib
import json
import os
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from .. import _core
from ..errors import InvalidValueError, ParseError, Where, printable, problem, reason_of
from ..io.atomic import write_bytes
from ..scoring import Tally
from ..texts import Claim

__all__ = ["State", "extended", "is_state", "merge_tallies", "read_state", "read_tally", "write_state", "write_tally"]

_MAGIC = b"HVSTATE\x01"
_HASH = 32


@dataclass(frozen=True)
class State:
    """What was counted so far, for which instrument; `run` says how far a run has come that is not at its end."""

    instrument: _core.Instrument
    tally: Tally | None
    run: dict[str, Any] | None = None

    def to_bytes(self) -> bytes:
        """The state as a file holds it, the same on every machine."""
        header: dict[str, Any] = {"instrument": self.instrument.json}
        if self.run is not None:
            header["run"] = self.run
        text = json.dumps(header, ensure_ascii=False, sort_keys=True, separators=(",", ":")).encode()
        counts = b"" if self.tally is None else self.tally.to_bytes()
        data = _MAGIC + len(text).to_bytes(8, "little") + text + counts
        return data + hashlib.sha256(data).digest()

    @classmethod
    def from_bytes(cls, data: bytes, file: str = "") -> State:
        """The state of a file's bytes. Raises ParseError HV-120."""
        expected = "problem.expected.state_of_counting"
        damaged = problem(ParseError, "HV-120", "problem.subject.tally", expected, Where(file))
        body, digest, begin = data[:-_HASH], data[-_HASH:], len(_MAGIC) + 8
        if not body.startswith(_MAGIC) or hashlib.sha256(body).digest() != digest:
            raise damaged
        end = begin + int.from_bytes(body[len(_MAGIC) : begin], "little")
        try:
            header = json.loads(body[begin:end])
            instrument = _core.Instrument.parse(header["instrument"])
            run = header.get("run")
        except (AttributeError, KeyError, TypeError, ValueError):
            raise damaged from None
        return cls(instrument, Tally.from_bytes(body[end:], instrument) if body[end:] else None, run)


def write_state(state: State, path: str | os.PathLike[str]) -> Path:
    """Writes a state, whole or not at all."""
    return write_bytes(path, state.to_bytes())


def read_state(path: str | os.PathLike[str]) -> State:
    """The state in a file. Raises ParseError HV-101 for no file, HV-120 for another one or a damaged one."""
    place = Path(path)
    try:
        data = place.read_bytes()
    except (OSError, ValueError) as error:
        expected = Claim("problem.expected.readable_file", {"reason": reason_of(error)})
        where = Where(printable(str(place)))
        raise problem(ParseError, "HV-101", "problem.subject.file", expected, where) from None
    return State.from_bytes(data, place.name)


def is_state(path: str | os.PathLike[str]) -> bool:
    """Whether a file holds a state.

    Parameters
    ----------
    path : path
        Of any file.

    Returns
    -------
    bool
    """
    try:
        with Path(path).open("rb") as file:
            return file.read(len(_MAGIC)) == _MAGIC
    except (OSError, ValueError):
        return False


def write_tally(tally: Tally, path: str | os.PathLike[str]) -> Path:
    """Writes a tally with its instrument, whole or not at all; for inside use.

    Parameters
    ----------
    tally : Tally
        What was counted.
    path : path
        File to write.

    Returns
    -------
    Path
        Where it was written.

    Raises
    ------
    FileAccessError
        HV-118 where the system refuses.
    """
    return write_state(State(tally.instrument, tally), path)


def read_tally(path: str | os.PathLike[str]) -> Tally:
    """The tally in a file that `tally_files` or `write_tally` made.

    Parameters
    ----------
    path : path
        The file.

    Returns
    -------
    Tally

    Raises
    ------
    ParseError
        HV-101 for no file, HV-120 for another file, a damaged one, or one of a run that is not at its end.
    """
    state = read_state(path)
    if state.run is not None or state.tally is None:
        expected = "problem.expected.run_at_its_end"
        raise problem(ParseError, "HV-120", "problem.subject.tally", expected, Where(Path(path).name))
    return state.tally


def extended(tally: Tally, groups: Iterable[str], waves: Iterable[str]) -> Tally:
    """A tally with these labels among its own, in order; itself when nothing is new."""
    wanted = sorted({*tally.groups, *groups}), sorted({*tally.waves, *waves})
    return tally if wanted == (tally.groups, tally.waves) else tally.with_labels(*wanted)


def merge_tallies(tallies: Iterable[Tally]) -> Tally:
    """The sum of tallies of one instrument, whatever labels each of them met; the same in every order.

    Parameters
    ----------
    tallies : iterable of Tally
        One or more.

    Returns
    -------
    Tally
        Its groups and waves are those of all, in alphabetical order.

    Raises
    ------
    InvalidValueError
        HV-301 for none, HV-307 for tallies of different instruments or rules.
    """
    total: Tally | None = None
    for each in tallies:
        if total is None:
            total = each.with_labels(sorted(each.groups), sorted(each.waves))
            continue
        total = extended(total, each.groups, each.waves)
        total.merge(each.with_labels(total.groups, total.waves))
    if total is None:
        subject = "problem.subject.tally_to_merge"
        raise problem(InvalidValueError, "HV-301", subject, "problem.expected.one_or_more")
    return total
