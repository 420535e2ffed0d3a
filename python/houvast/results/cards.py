"""What each result shows of itself in a notebook, and how the classes of the core get that form."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from typing import Any, Final

from .. import _core
from ..texts import licence_words
from .reprs import Reader, isolate, origin, reader, shown, told

__all__ = ["INSIDE", "attach", "show"]


# ------------------------------------------------------------------------------------------------ inside


def _study(study: Any, to: Reader) -> str:
    people = sum(party.asked for party in study.parties)
    parties = "notebook.study.asked" if study.asked_known else "notebook.study.unasked"
    waves = [[wave.id, wave.label, wave.date] for wave in study.waves]
    pairs = [
        (to("notebook.id"), study.id),
        (to("notebook.study.parties"), to(parties, parties=len(study.parties), people=people)),
        (to("notebook.study.respondents"), to("notebook.study.over_all_waves", n=study.respondents)),
        (to("notebook.answers"), study.answers),
        (to("notebook.study.instruments"), [instrument.title for instrument in study.instruments]),
        (to("notebook.study.relations"), study.relations),
        (to("notebook.split_by"), study.attributes),
        (to("notebook.source_of"), study.source),
        (to("notebook.fictional"), study.fictional),
    ]
    heads = [to("notebook.wave"), to("notebook.label"), to("notebook.date")]
    caption = to("notebook.waves.caption")
    return shown(to, to("notebook.study"), study.title, pairs, mark="inside", heads=heads, rows=waves, caption=caption)


def _network(network: Any, to: Reader) -> str:
    density = network.density
    low, high = (f"{density.details.get(end, density.value):.4g}" for end in ("low", "high"))
    pairs = [
        (to("notebook.network.of"), f"{network.relation}, {network.wave}"),
        (to("notebook.study.parties"), network.graph.nodes),
        (to("notebook.ties"), network.graph.ties),
        (to("notebook.density"), told(density, to)),
        (to("notebook.network.bounds"), to("notebook.network.from_to", low=low, high=high)),
        (to("notebook.network.components"), network.components),
        (to("notebook.network.silent"), network.silent),
        (to("notebook.network.isolated"), network.isolated),
        (to("notebook.network.cut_off"), list(network.articulation_points)),
    ]
    rows = network.parties.to_dicts()
    return shown(
        to,
        to("notebook.network"),
        network.relation,
        pairs,
        mark="inside",
        heads=list(rows[0]) if rows else [],
        rows=[list(row.values()) for row in rows],
        caption=to("notebook.network.caption"),
        note=origin(density.provenance, to),
    )


def _finding(finding: Any, to: Reader) -> str:
    pairs = [
        (to("notebook.finding.status"), to("notebook.status", status=finding.status)),
        (to("notebook.finding.sentence"), finding.sentence),
        (to("notebook.finding.rule"), finding.rule),
        (to("notebook.finding.needed"), finding.needed),
        (to("notebook.questions"), finding.questions),
        (to("notebook.finding.count"), len(finding.evidence)),
    ]
    heads = [to("notebook.evidence." + name) for name in ("role", "kind", "id", "of", "value")]
    rows = [[each.role, each.kind, each.id, each.of, each.value] for each in finding.evidence]
    title = f"{finding.check} {finding.title.get(to.texts)}"
    caption = to("notebook.finding.caption")
    return shown(to, to("notebook.finding"), title, pairs, mark="inside", heads=heads, rows=rows, caption=caption)


def _agenda_item(item: Any, to: Reader) -> str:
    pairs = [(to("notebook.agenda." + name), getattr(item, name)) for name in ("element", "reason", "score", "opening")]
    rows = [[each.id, each.text, f"{each.source_document}, {each.source_section}"] for each in item.advice]
    heads = [to("notebook.agenda.advice"), to("notebook.text"), to("notebook.source_of")]
    return shown(
        to,
        to("notebook.agenda"),
        item.question,
        pairs,
        mark="inside",
        heads=heads,
        rows=rows,
        caption=to("notebook.agenda.caption"),
    )


def _named(evidence: Iterable[Any]) -> list[str]:
    return [f"{each.role}: {each.id}" for each in evidence]


def _scenario(scenario: Any, to: Reader) -> str:
    rows = [
        [
            change.check,
            to("notebook.status", status=change.before),
            to("notebook.status", status=change.after),
            _named(change.gone),
            _named(change.came),
        ]
        for change in scenario.changes
    ]
    pairs = [
        (to("notebook.scenario.changes"), len(rows)),
        (to("notebook.scenario.parties"), len(scenario.study.parties)),
    ]
    heads = [to("notebook.scenario." + name) for name in ("check", "before", "after", "gone", "came")]
    caption, title = to("notebook.scenario.caption"), scenario.study.title
    return shown(to, to("notebook.scenario"), title, pairs, mark="inside", heads=heads, rows=rows, caption=caption)


def _graph(graph: Any, to: Reader) -> str:
    from ..graph import density

    found = density(graph)
    pairs = [
        (to("notebook.graph.nodes"), graph.nodes),
        (to("notebook.ties"), graph.ties),
        (to("notebook.graph.loops"), graph.loops),
        (to("notebook.graph.directed"), graph.directed),
        (to("notebook.graph.weighted"), graph.weighted),
        (to("notebook.density"), told(found, to)),
    ]
    return shown(to, to("notebook.graph"), "", pairs, mark="inside", note=origin(found.provenance, to))


_PARTY: Final = (
    *("id", "kind", "domain", "sector", "level", "organisation", "perspective", "roles", "mandates", "motives"),
    "expertise",
)


def _party(party: Any, to: Reader) -> str:
    agreed = ["picture"] if party.consents_to("picture") else []
    agreed += [purpose for purpose in party.consent_for if purpose != "picture"]
    unasked = to("notebook.not_asked") if party.consent is None else to.truth(party.consent)
    consent = ", ".join(agreed) or unasked
    pairs = [(to("notebook.party." + name), getattr(party, name)) for name in _PARTY]
    pairs += [
        (to("notebook.party.asked"), party.asked),
        (to("notebook.party.consent"), consent),
        (to("notebook.party.attributes"), party.attributes),
    ]
    return shown(to, to("notebook.party"), party.name, pairs, mark="inside")


# ------------------------------------------------------------------------------------------------ public


def _instrument(instrument: Any, to: Reader) -> str:
    count = {e.id: sum(q.element == e.id for q in instrument.questions) for e in instrument.elements}
    scales = [f"{s.id}: {', '.join(label.text.get(to.texts) for label in s.labels)}" for s in instrument.scales]
    pairs = [
        (to("notebook.instrument.id_and_version"), f"{instrument.id}, {instrument.version}"),
        (to("notebook.party.kind"), instrument.kind),
        (to("notebook.instrument.questions"), len(instrument.questions)),
        (to("notebook.instrument.scales"), scales),
        (to("notebook.instrument.validated"), instrument.validated),
        (to("notebook.instrument.private"), instrument.private),
        (to("notebook.source_of"), instrument.source.citation()),
        (to("notebook.instrument.licence"), licence_words(instrument.licence, to.words)),
    ]
    rows = [[e.id, e.title, count[e.id]] for e in instrument.elements]
    heads = [to("notebook.element"), to("notebook.title"), to("notebook.questions")]
    caption = to("notebook.instrument.caption")
    return shown(to, to("notebook.instrument"), instrument.title, pairs, heads=heads, rows=rows, caption=caption)


def _policy(policy: Any, to: Reader) -> str:
    pairs = [
        (to("notebook.policy.threshold"), to("notebook.policy.people", n=policy.threshold)),
        (to("notebook.policy.lowest"), _core.DISCLOSURE_FLOOR),
    ]
    return shown(to, to("notebook.policy"), policy.name, pairs)


def _release(release: Any, to: Reader) -> str:
    rows = [[s.wave, s.id, s.n_band, s.top] for s in release.totals if s.kind == "element"]
    unasked = (to("notebook.release.people_asked"), to("notebook.release.unasked"))
    rule = to("notebook.release.rule", policy=release.policy, threshold=release.threshold)
    pairs = [
        (to("notebook.release.study"), release.study_id),
        (to("notebook.release.policy"), rule),
        (to("notebook.split_by"), release.by),
        (to("notebook.waves"), [wave.label for wave in release.waves]),
        (to("notebook.release.findings"), len(release.findings)),
        (to("notebook.release.agenda"), len(release.agenda)),
        *([] if release.asked_known else [unasked]),
        (to("notebook.source_of"), release.source),
        (to("notebook.fictional"), release.fictional),
    ]
    heads = [to("notebook.wave"), to("notebook.element"), to("notebook.n"), to("notebook.release.share")]
    return shown(
        to,
        to("notebook.release"),
        release.title,
        pairs,
        mark="released",
        heads=heads,
        rows=rows,
        caption=to("notebook.release.caption"),
        note=to("notebook.release.note"),
    )


_CARDS: Final[dict[str, Callable[[Any, Reader], str]]] = {
    "Study": _study,
    "StudyNetwork": _network,
    "Finding": _finding,
    "AgendaItem": _agenda_item,
    "Scenario": _scenario,
    "Graph": _graph,
    "Party": _party,
    "Instrument": _instrument,
    "Policy": _policy,
    "Release": _release,
}
_EXACT: Final = ("Study", "StudyNetwork", "Finding", "AgendaItem", "Scenario", "Graph", "Party")
_LISTED: Final = {
    "inside": (
        *("Evidence", "FindingChange", "Tally", "NetworkResponse", "NetworkView", "NetworkChange", "Multiplex"),
        "TwoMode",
    ),
    "released": (
        *("ReleasedAgendaItem", "ReleasedBin", "ReleasedFinding", "ReleasedNetwork", "ReleasedResponse"),
        *("ReleasedScore", "ReleasedShare", "ReleasedStage", "ReleasedStrengthening", "ReleasedReliability"),
        *("ReleasedGoal", "ReleasedGoals", "ReleasedBlock"),
    ),
    "": (
        *("Advice", "Element", "Interval", "LocalizedText", "Provenance", "Question", "Scale", "ScaleLabel"),
        *("Source", "Stage", "Wave"),
    ),
}
INSIDE: Final = tuple(getattr(_core, name) for name in (*_EXACT, *_LISTED["inside"]))
_OF_GRAPHS: Final = ("Components", "LambdaSets", "SampledCentrality", "Krackhardt", "Communities", "CorePeriphery")


def _fields(thing: Any) -> list[tuple[str, Any]]:
    kind = type(thing)
    return [(name, getattr(thing, name)) for name in sorted(vars(kind)) if isinstance(vars(kind)[name], property)]


def show(thing: Any, to: Reader) -> str:
    """The markup of a result of houvast; of its fields when it has no picture of its own."""
    name = type(thing).__name__
    if name in _CARDS:
        return _CARDS[name](thing, to)
    mark = next((mark for mark in ("inside", "released") if name in _LISTED[mark]), "")
    return shown(to, name, "", _fields(thing), mark=mark)


def _markup(self: Any) -> str:
    """The same for a notebook."""
    return show(self, reader())


def _safe(plain: Callable[[Any], str]) -> Callable[[Any], str]:
    """A one-line text that words of somebody else cannot turn round or break."""

    def text(self: Any) -> str:
        return isolate(plain(self), 400)

    return text


def attach() -> None:
    """Gives the classes of the core that have no notebook form theirs, and their one-line texts a safe form."""
    kinds = [getattr(_core, name) for name in (*_CARDS, *(each for names in _LISTED.values() for each in names))]
    kinds += [getattr(_core.graph, name) for name in (*_OF_GRAPHS, "Coreness", "NewTies")]
    for kind in kinds:
        kind._repr_html_ = _markup
        if "__repr__" in vars(kind):
            kind.__repr__ = _safe(kind.__repr__)
