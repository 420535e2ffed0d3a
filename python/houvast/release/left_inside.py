"""What a release leaves inside of names, words, findings and statements, and under which rule; for inside use."""

from __future__ import annotations

import datetime
from collections.abc import Iterator
from typing import Any, Final

from .. import _core
from ..texts import Claim
from .explained import Explained

__all__ = ["left_inside"]

_NAMED_IN: Final = ("silent", "only_link", "mandate", "contacts", "owner")  # a release holds no pictures
_WITHHELD: Final = "coverage.withheld"


def left_inside(study: _core.Study, release: _core.Release) -> Iterator[Explained]:
    """Statements and findings that are not told, and what of the study itself stays inside."""
    yield from _statements(study, release)
    yield from _findings(study, release)
    yield from _words(study, release)
    yield from _consent(study)


def _statements(study: _core.Study, release: _core.Release) -> Iterator[Explained]:
    """What tests support and the release does not say; of private questionnaires nothing is said at all."""
    supported = release.document()["supported"]
    said = {("difference", *_of(each), each["higher"], each["lower"]) for each in supported["differences"]}
    said |= {("change", *_of(each), each["from_wave"], "") for each in supported["changes"]}
    said |= {("order", *_of(each), "", "") for each in supported["orders"]}
    private = {instrument.id for instrument in study.instruments if instrument.private}
    for found in _core.supported_statements(study, release.by):
        what, wave, instrument, kind, id, one, other = found
        if tuple(found) not in said and instrument not in private:
            told = {"one": one or "–", "other": other or "–"}
            yield Explained(
                wave, kind, id, "", "left_out", "statements", Claim(f"release.explained.{what}", told if one else {})
            )


def _of(supported: dict[str, Any]) -> tuple[str, str, str, str]:
    return supported["wave"], supported["instrument"], supported["kind"], supported["id"]


def _findings(study: _core.Study, release: _core.Release) -> Iterator[Explained]:
    """Checks that say less, or something else, than inside."""
    inside = {finding.check: finding for finding in study.coverage()}
    for told in release.findings:
        exact, claims = inside[told.check], {claim.id for claim in told.claims}
        lost = [claim.id for claim in exact.claims if claim.id not in claims]
        at = (told.wave, "finding", told.check, "")
        if exact.status != told.status:
            statuses = {"inside": exact.status, "told": told.status}
            yield Explained(*at, "coarser", "findings", Claim("release.explained.status", statuses))
        elif _WITHHELD in claims:
            yield Explained(*at, "left_out", "findings", Claim("release.explained.withheld", {}))
        elif lost:
            reason = Claim("release.explained.less_said", {"n": len(lost)})
            yield Explained(*at, "coarser", "findings", reason)


def _words(study: _core.Study, release: _core.Release) -> Iterator[Explained]:
    """Private questionnaires, what people wrote, and words of parties and goals."""
    for instrument in study.instruments:
        if instrument.private:
            reason = Claim("release.explained.private", {})
            yield Explained("", "instrument", instrument.id, "", "left_out", "names", reason)
    if written := sum(len(question.answers) for question in study.open_answers()):
        reason = Claim("release.explained.written", {"n": written})
        yield Explained("", "answers", "", "", "left_out", "names", reason)
    if any(party.mandates or party.expertise for party in study.parties):
        yield Explained("", "parties", "", "", "left_out", "names", Claim("release.explained.own_words", {}))
    if any(row.total for row in release.goals) and not any(row.goals for row in release.goals):
        yield Explained("", "goals", "", "", "left_out", "goals", Claim("release.explained.goals", {}))


def _consent(study: _core.Study) -> Iterator[Explained]:
    """By purpose how many parties are not named, and records of consent that somebody has to look at."""
    for purpose in _NAMED_IN:
        if unnamed := sum(not party.consents_to(purpose) for party in study.parties):
            reason = Claim("release.explained.names", {"n": unnamed, "purpose": purpose})
            yield Explained("", "parties", purpose, "", "left_out", "names", reason)
    agreed = [party for party in study.parties if party.consent or party.consent_for]
    today = datetime.date.today().isoformat()
    unsigned = sum(not (party.consent_by and party.consent_on) for party in agreed)
    ahead = [party.id for party in agreed if party.consent_on > today]
    if unsigned:
        reason = Claim("release.explained.unsigned", {"n": unsigned})
        yield Explained("", "parties", "", "", "to_check", "names", reason)
    if ahead:
        reason = Claim("release.explained.ahead", {"names": ahead})
        yield Explained("", "parties", "", "", "to_check", "names", reason)
