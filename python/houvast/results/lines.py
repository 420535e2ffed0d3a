"""What results say of themselves on one line, in the reader's language."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any, Final

from .. import _core
from .cards import INSIDE
from .reprs import Reader, exact, isolate, reader

__all__ = ["attach"]


def _study(study: _core.Study, to: Reader) -> str:
    counts = to(
        "notebook.line.study", parties=len(study.parties), waves=len(study.waves), respondents=study.respondents
    )
    return f"{isolate(study.id)}: {counts}"


def _network(network: _core.StudyNetwork, to: Reader) -> str:
    of = {"relation": isolate(network.relation), "wave": isolate(network.wave), "ties": len(network.ties)}
    if network.level == "party":
        return to("notebook.line.network", parties=len(network.party_ids), **of)
    return to("notebook.line.groups", groups=len(network.party_ids), level=isolate(network.level), **of)


def _response(response: _core.NetworkResponse, to: Reader) -> str:
    return response.reason.get(to.words)


def _view(view: _core.NetworkView, to: Reader) -> str:
    shown = {"ties": len(view.ties), "parties": len(view.parties)}
    return to("notebook.line.view", all_ties=view.all_ties, all_parties=view.all_parties, **shown)


def _change(change: _core.NetworkChange, to: Reader) -> str:
    waves = {"first": isolate(change.from_wave), "last": isolate(change.to_wave)}
    counts = {"kept": change.kept, "new": change.new, "lost": change.lost, "pairs": change.pairs}
    return to("notebook.line.change", relation=isolate(change.relation), **waves, **counts)


def _multiplex(multiplex: _core.Multiplex, to: Reader) -> str:
    of = {"relations": len(multiplex.relations), "pairs": len(multiplex.pairs)}
    return to("notebook.line.multiplex", wave=isolate(multiplex.wave), **of)


def _two_mode(modes: _core.TwoMode, to: Reader) -> str:
    counts = {"parties": len(modes.party_ids), "items": len(modes.items), "together": len(modes.incidence)}
    return to("notebook.line.two_mode", kind=modes.kind, wave=isolate(modes.wave), **counts)


def _release(release: _core.Release, to: Reader) -> str:
    return f"{isolate(release.study_id)}, {_policy_words(release.policy, release.threshold, to)}"


def _policy_words(policy: str, threshold: int, to: Reader) -> str:
    return to("notebook.line.policy", policy=isolate(policy), threshold=threshold)


def _instrument(instrument: _core.Instrument, to: Reader) -> str:
    counts = to("notebook.line.instrument", elements=len(instrument.elements), questions=len(instrument.questions))
    return f"{isolate(instrument.id)} {instrument.version}: {counts}"


def _scale(scale: _core.Scale, to: Reader) -> str:
    return f"{isolate(scale.id)}, {to('notebook.network.from_to', low=scale.min, high=scale.max)}"


def _new_ties(ties: _core.graph.NewTies, to: Reader) -> str:
    counts = to("notebook.line.new_ties", ties=len(ties.table), before=ties.before, after=ties.after)
    return f"{counts}; {ties.say(to.words)}"


def _of_text(name: str) -> Callable[[Any, Reader], str]:
    """The id of a thing and one of its texts."""

    def line(thing: Any, to: Reader) -> str:
        return f"{isolate(thing.id)}: {isolate(getattr(thing, name).get(to.texts), 400)}"

    return line


_LINES: Final[dict[type, Callable[[Any, Reader], str]]] = {
    _core.Study: _study,
    _core.Party: lambda party, _: f"{isolate(party.id)}: {isolate(party.name)}",
    _core.StudyNetwork: _network,
    _core.NetworkResponse: _response,
    _core.NetworkView: _view,
    _core.NetworkChange: _change,
    _core.Multiplex: _multiplex,
    _core.TwoMode: _two_mode,
    _core.Release: _release,
    _core.Policy: lambda policy, to: _policy_words(policy.name, policy.threshold, to),
    _core.Instrument: _instrument,
    _core.Scale: lambda scale, to: (
        f"{isolate(scale.id)}, {to('notebook.network.from_to', low=scale.min, high=scale.max)}"
    ),
    _core.Element: _of_text("title"),
    _core.Question: _of_text("text"),
    _core.Advice: _of_text("text"),
    _core.Check: lambda check, to: f"{check.id}: {check.title.get(to.words)}",
    _core.FindingChange: lambda change, _: f"{change.check}: {change.before} → {change.after}",
    _core.Scenario: lambda scenario, to: to("notebook.line.scenario", checks=len(scenario.changes)),
    _core.Provenance: lambda of, to: to("notebook.line.provenance", method=of.say(to.words), source=of.cite(to.words)),
    _core.graph.NewTies: _new_ties,
}


def _text(line: Callable[[Any, Reader], str]) -> Callable[[Any], str]:
    def text(self: Any) -> str:
        return f"{type(self).__name__}({line(self, reader())})"

    return text


def _marked(line: Callable[[Any], str]) -> Callable[[Any], str]:
    def text(self: Any) -> str:
        return exact(line(self))

    return text


def attach() -> None:
    """Gives the classes of the core that tell more than ids their line, and those for inside use their mark."""
    for kind, line in _LINES.items():
        setattr(kind, "__repr__", _text(line))  # noqa: B010 - a method of a compiled class
    for kind in (*INSIDE, _core.Agenda, _core.Estimate):
        setattr(kind, "__repr__", _marked(kind.__repr__))  # noqa: B010
