"""Who has ties with whom, and whether everybody is there."""

from __future__ import annotations

from typing import Any, Final

from ..claims import Argument, Statement, claim, figure, name, text
from ..facts import network_key
from .making import Maker, band, count, share

__all__ = ["coverage_statements", "in_short", "network_statements"]


_NEARLY: Final = 0.92
_AMPLE: Final = 1.2
"""Of one in so many: between these a share is called nearly or a good one in so many."""


def network_statements(make: Maker) -> list[Statement]:
    """Every relation in its last wave."""
    return [statement for network in make.facts.last_networks for statement in _network(make, network)]


def in_short(make: Maker) -> list[Statement]:
    """The first relation in one sentence, for the summary."""
    found = []
    for network in make.facts.last_networks[:1]:
        if network.shown:
            key = network_key(network)
            found.append(
                make.say(
                    key,
                    "report.network.summary",
                    relation=claim("report.quoted", text=text(network.title)),
                    share=share(network.density, f"{key}/density"),
                    in_words=_in_words(network.density),
                    **_reporters(network, key),
                )
            )
    return found


def _reporters(network: Any, key: str) -> dict[str, Argument]:
    """How many parties told about their ties: a number, or a share of those who were asked."""
    if network.reported_band:
        return {"told": "number", "reported": band(network.reported_band, f"{key}/reported_band")}
    return {"told": "share", "reported": share(network.response_share, f"{key}/response_share")}


def coverage_statements(make: Maker) -> list[Statement]:
    """What the checks looked at, and what each of them found."""
    findings = make.facts.release.findings
    found = [statement for finding in findings for statement in _finding(make, finding)]
    return [_looked_at(make, findings[0]), *found] if findings else []


def _finding(make: Maker, finding: Any) -> list[Statement]:
    told = [make.say(f"{finding.check}/status", "report.status", status=finding.status)]
    if finding.status in ("attention", "missing"):
        told.append(make.say(f"{finding.check}/point", "report.point", check=finding.check))
    return [*told, *make.repeat(finding.check, *finding.claims)]


def _looked_at(make: Maker, finding: Any) -> Statement:
    wave = make.words.wave(finding.wave)
    network = make.facts.networks.get(finding.relation, {}).get(finding.wave)
    if network is None:
        return make.say("", "report.coverage.wave", wave=wave)
    return make.say("", "report.coverage.about", wave=wave, relation=claim("report.quoted", text=text(network.title)))


def _network(make: Maker, network: Any) -> list[Statement]:
    key = network_key(network)
    if not network.shown:
        title = text(network.title) if any(network.title.tags) else name(network.relation)
        return [
            make.say(
                key,
                "report.network.hidden",
                relation=claim("report.quoted", text=title),
                wave=make.words.wave(network.wave),
            )
        ]

    def number(field: str) -> Argument:
        return band(getattr(network, f"{field}_band"), f"{key}/{field}_band")

    return [
        make.say(key, "report.network.size", parties=number("parties"), ties=number("ties")),
        _response(make, network, key),
        _density(make, network, key),
        make.say(key, "report.network.parts", parts=count(network.parts, f"{key}/parts")),
    ]


def _in_words(density: Any) -> Argument:
    """A share that lies close to one in so many, as people say it; nothing when it does not."""
    for whole in range(2, 11):
        if whole * density.low >= 1 and whole * density.high <= _AMPLE:
            return claim("report.one_in", size="over", whole=name(str(whole)))
        if whole * density.low >= _NEARLY and whole * density.high < 1:
            return claim("report.one_in", size="under", whole=name(str(whole)))
    return claim("report.one_in", size="none", whole=name(""))


def _density(make: Maker, network: Any, key: str) -> Statement:
    known = "none" if network.asked_band or network.complete else "unasked"
    return make.say(
        key,
        "report.network.density",
        density=share(network.density, f"{key}/density"),
        in_words=_in_words(network.density),
        low=figure(f"{key}/bounds/low", network.bounds.low),
        high=figure(f"{key}/bounds/high", network.bounds.high),
        bounds=known if network.bounds == network.density else "some",
    )


def _response(make: Maker, network: Any, key: str) -> Statement:
    """How many parties told about their ties, as a wide group, and what that means for the numbers."""
    if network.complete:
        return make.say(key, "report.network.response.complete")
    means = network.response.replace(" ", "_")
    if not network.asked_band:
        bounds = network.bounds != network.density
        return make.say(key, "report.network.response.unasked", response=means if bounds else "none")
    return make.say(
        key,
        "report.network.response",
        asked=band(network.asked_band, f"{key}/asked_band"),
        share=share(network.response_share, f"{key}/response_share"),
        response=means,
    )
