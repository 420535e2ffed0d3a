"""The regions of a reference set, for inside use: the quarter that the share of high answers to an element lies in."""

from __future__ import annotations

import json
import os
from collections.abc import Iterable, Mapping
from dataclasses import asdict, dataclass, replace
from pathlib import Path
from typing import Any, Final

from ... import _core
from ...errors import DisclosureError, ParseError, Where, choose, problem, reason_of
from ...io.atomic import make_folder, write_text
from ...io.inside import INSIDE
from ...scoring import Tally
from ...texts import Claim
from ..document import ReleaseDocument, Share

__all__ = ["POLICY", "Member", "Members", "load_members", "member_of_release", "members_of_tally"]

POLICY: Final = _core.Policy.named("external")
_SCHEMA = "houvast-reference-members/1"
_FILE = "members-intern.json"
QUARTERS: Final = 4


@dataclass(frozen=True)
class Member:
    """A region that agreed: who said so and when, what it answered, and the quarter of each element, 1 to 4."""

    region: str
    consent: str
    wave: str
    quarters: Mapping[str, int]


@dataclass(frozen=True)
class Members:
    """Everything that a reference set is made of; `version` counts what was published."""

    instrument: _core.Instrument
    members: tuple[Member, ...] = ()
    version: int = 0

    def with_members(self, others: Iterable[Member]) -> Members:
        """The set with regions more. Raises DisclosureError HV-408 without consent, or for a region that is in it."""
        known, added = {member.region for member in self.members}, list(others)
        for member in added:
            if not member.consent.strip():
                raise _refused("problem.expected.consent_of_region", member.region)
            if member.region in known:
                raise _refused("problem.expected.region_once", member.region)
            known.add(member.region)
        return replace(self, members=(*self.members, *added))

    def save(self, folder: str | os.PathLike[str]) -> Path:
        """Writes the set into its folder, whole or not at all."""
        data: dict[str, Any] = {
            "schema": _SCHEMA,
            "inside": INSIDE,
            "version": self.version,
            "instrument": json.loads(self.instrument.json),
        }
        data["members"] = [asdict(member) for member in self.members]
        return write_text(make_folder(folder) / _FILE, json.dumps(data, ensure_ascii=False, indent=1) + "\n")


def load_members(folder: str | os.PathLike[str]) -> Members:
    """The set in a folder. Raises ParseError HV-101 for none, HV-104 for one that is not as `save` wrote it."""
    place = Path(folder) / _FILE
    try:
        data = json.loads(place.read_text(encoding="utf-8"))
        members = tuple(Member(**member) for member in data["members"])
        return Members(_core.Instrument.parse(json.dumps(data["instrument"])), members, data["version"])
    except OSError as error:
        expected = Claim("problem.expected.readable_file", {"reason": reason_of(error)})
        raise problem(ParseError, "HV-101", "problem.subject.file", expected, Where(str(place))) from None
    except (KeyError, TypeError, ValueError):
        where = Where(str(place))
        raise problem(ParseError, "HV-104", "problem.subject.file", "problem.expected.own_json", where) from None


def _refused(expected: str, region: str, **values: Any) -> DisclosureError:
    return problem(DisclosureError, "HV-408", "problem.subject.region", Claim(expected, values), value=region)


def _quarter(share: Share) -> int | None:
    """The quarter that a share lies in, 1 to 4; nothing when what is told of it lies in two."""
    quarter = min(int(share.low * QUARTERS), QUARTERS - 1)
    return quarter + 1 if share.high * QUARTERS <= quarter + 1 else None


def member_of_release(
    document: ReleaseDocument, instrument: _core.Instrument, consent: str, wave: str | None = None
) -> Member:
    """A region by what it released to outsiders.

    Raises DisclosureError HV-408 for a release to others, or one that tells nothing finely enough of the very same
    version of the instrument; InvalidValueError HV-505 for an unknown wave.
    """
    region = document.study_id
    if document.threshold < POLICY.threshold:
        raise _refused("problem.expected.external_release", region)
    if (instrument.id, instrument.version) not in [(each.id, each.version) for each in document.instruments]:
        raise _refused("problem.expected.instrument_of_reference", region, id=instrument.id, version=instrument.version)
    scores = [s for s in document.totals if s.instrument == instrument.id and s.kind == "element" and s.shown]
    waves = list(dict.fromkeys(score.wave for score in scores))
    chosen = choose(wave, waves, "problem.subject.wave", "HV-505") if wave else (waves or [""])[-1]
    found = {s.id: _quarter(s.top) for s in scores if s.wave == chosen and isinstance(s.top, Share)}
    return _told(Member(region, consent, chosen, {id: q for id, q in found.items() if q is not None}))


def members_of_tally(tally: Tally, consent: str, wave: str | None = None) -> list[Member]:
    """The groups of a tally, each a region. Raises DisclosureError HV-408 for a region of too few people."""
    chosen = choose(wave, tally.waves, "problem.subject.wave", "HV-505") if wave else tally.waves[-1]
    rows = [row for row in tally.finalize().to_dicts() if row["kind"] == "element" and row["wave"] == chosen]
    members = []
    for region in tally.groups:
        mine = [row for row in rows if row["group"] == region]
        if any(0 < row["scored"] < POLICY.threshold for row in mine):
            raise _refused("problem.expected.people_of_region", region, low=POLICY.threshold)
        shares = {row["id"]: row["top"] / row["scored"] for row in mine if row["scored"]}
        quarters = {id: min(int(share * QUARTERS), QUARTERS - 1) + 1 for id, share in shares.items()}
        members.append(_told(Member(region, consent, chosen, quarters)))
    return members


def _told(member: Member) -> Member:
    if not member.quarters:
        raise _refused("problem.expected.element_told", member.region)
    return member
