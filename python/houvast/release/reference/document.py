"""A published reference set: what may be told of the regions together."""

from __future__ import annotations

import json
import os
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from ...errors import ParseError, Where, problem, reason_of
from ...io.atomic import asked_about, write_text
from ...texts import Claim

__all__ = ["Beside", "Reference", "load_reference"]

_SCHEMA = "houvast-reference/1"
Share = tuple[float, float]


@dataclass(frozen=True)
class Beside:
    """How one element stands in the regions.

    `regions` is how many there are, as a wide group; `half` in which share of them, from low to high, at least half of
    the people gave high answers. `quarters` has the share of regions per quarter of that share, where it is told.
    """

    regions: str
    half: Share
    quarters: Mapping[str, Share]


@dataclass(frozen=True)
class Reference:
    """A version of a reference set, of one version of one instrument."""

    version: int
    instrument: str
    instrument_version: str
    elements: Mapping[str, Beside]

    def beside(self, instrument: str, version: str, element: str) -> Beside | None:
        """What is told of an element; nothing when the comparison would not be fair."""
        fair = (instrument, version) == (self.instrument, self.instrument_version)
        return self.elements.get(element) if fair else None

    def write(self, path: str | os.PathLike[str]) -> Path:
        """Writes the set as JSON, whole or not at all."""
        told = {
            id: {"regions": each.regions, "half": list(each.half)}
            | ({"quarters": {q: list(share) for q, share in each.quarters.items()}} if each.quarters else {})
            for id, each in self.elements.items()
        }
        asked = {"id": self.instrument, "version": self.instrument_version}
        data = {"schema": _SCHEMA, "version": self.version, "instrument": asked, "elements": told}
        return write_text(path, json.dumps(data, ensure_ascii=False, indent=1) + "\n")


def _share(value: Any) -> Share:
    low, high = (float(each) for each in value)
    if not 0 <= low <= high <= 1:
        raise ValueError
    return low, high


def load_reference(path: str | os.PathLike[str]) -> Reference:
    """The reference set in a file. Raises ParseError HV-101 for none, HV-104 for a file that is no such set."""
    place = asked_about(path)
    try:
        data = json.loads(place.read_text(encoding="utf-8"))
        if data["schema"] != _SCHEMA:
            raise ValueError
        elements = {
            str(id): Beside(
                str(each["regions"]),
                _share(each["half"]),
                {str(q): _share(share) for q, share in each.get("quarters", {}).items()},
            )
            for id, each in data["elements"].items()
        }
        asked = data["instrument"]
        return Reference(int(data["version"]), str(asked["id"]), str(asked["version"]), elements)
    except OSError as error:
        expected = Claim("problem.expected.readable_file", {"reason": reason_of(error)})
        raise problem(ParseError, "HV-101", "problem.subject.file", expected, Where(str(place))) from None
    except (AttributeError, KeyError, TypeError, ValueError):
        where = Where(str(place))
        raise problem(ParseError, "HV-104", "problem.subject.file", "problem.expected.reference", where) from None
