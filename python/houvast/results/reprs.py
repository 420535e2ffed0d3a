"""How results show themselves in a notebook: small tables that say what, for whom, n, and how it was computed.

Every text that somebody else wrote is escaped and kept apart, so that neither markup nor a direction of writing can
disturb what stands around it. Colours are the notebook's own, light or dark; nothing is loaded; the size is capped.
"""

from __future__ import annotations

import unicodedata
from collections.abc import Callable, Iterable, Sequence
from typing import Any, Final

from .. import _core

__all__ = [
    "INSIDE",
    "LARGEST",
    "STYLE",
    "Markup",
    "attach",
    "brief",
    "escaped",
    "isolate",
    "origin",
    "rows_html",
    "show",
]
__all__ += ["shown", "told"]

LARGEST: Final = 100_000  # characters of markup; rows beyond it are counted and left out
_CELL: Final = 160  # characters of a cell; longer ones are cut
_LINES: Final = 25  # rows of a table inside a picture of something else
INSIDE: Final = '<span class="hv-badge hv-inside">inside: exact, not for sharing</span>'
RELEASED: Final = '<span class="hv-badge hv-released">released: may be shown to others</span>'
_OPEN, _CLOSE = "\u2068", "\u2069"  # first strong isolate, pop directional isolate
_DARK: Final = ".houvast .hv-inside{color:#f0bd74}.houvast .hv-released{color:#86d0da}"

STYLE: Final = (
    "<style>.houvast{font:14px/1.45 system-ui,sans-serif;color:inherit;overflow-x:auto}"
    ".houvast table{border-collapse:collapse;color:inherit;background:none;margin:.3em 0}"
    ".houvast caption{caption-side:top;text-align:left;font-weight:600;padding:.2em 0;color:inherit}"
    ".houvast th,.houvast td{border-bottom:1px solid #8886;padding:.2em .7em;text-align:left;vertical-align:top;"
    "background:none;color:inherit;overflow-wrap:break-word;max-width:44em}"
    ".houvast tbody th{font-weight:500;opacity:.8;white-space:nowrap}"
    ".houvast td.number{text-align:right;font-variant-numeric:tabular-nums}.houvast p{margin:.3em 0;opacity:.8}"
    ".houvast .hv-badge{border:1px solid currentColor;border-radius:.35em;padding:0 .4em;font-size:.85em;"
    "font-weight:600;white-space:nowrap;margin-left:.5em}"
    ".houvast .hv-inside{color:#8f500b}.houvast .hv-released{color:#0b5563}"
    f"@media (prefers-color-scheme:dark){{{_DARK}}}"
    f"[data-jp-theme-light=false] .hv-inside,.vscode-dark .hv-inside{{color:#f0bd74}}"
    f"[data-jp-theme-light=false] .hv-released,.vscode-dark .hv-released{{color:#86d0da}}</style>"
)


class Markup(str):
    """Finished markup; everything else is escaped."""

    __slots__ = ()


# ------------------------------------------------------------------------------------------------ texts


def _clean(text: str) -> str:
    """Control characters and halves of surrogate pairs become a mark; they cannot be shown."""
    return "".join(
        "\ufffd" if unicodedata.category(char) in ("Cc", "Cs") and char not in "\t\n" else char for char in text
    )


def brief(text: str, longest: int = _CELL) -> str:
    """The text, cut off with an ellipsis when it is longer."""
    return text if len(text) <= longest else text[: longest - 1] + "…"


def escaped(text: str, longest: int = _CELL) -> Markup:
    """A text of somebody else as markup: short, escaped and isolated."""
    import html

    return Markup(f"<bdi>{html.escape(_clean(brief(text, longest)), quote=True)}</bdi>")


def isolate(text: str, longest: int = 80) -> str:
    """A text of somebody else for a line of plain text: on one line, and isolated when it could turn the line round."""
    line = " ".join(brief(text, longest).split())
    kept = "".join(c for c in _clean(line) if c not in "\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069")
    turns = any(unicodedata.bidirectional(char) in ("R", "AL", "AN") for char in kept)
    return f"{_OPEN}{kept}{_CLOSE}" if turns or len(kept) != len(line) else kept


# ------------------------------------------------------------------------------------------------ cells


def _localized(text: _core.LocalizedText) -> str:
    return escaped(text.nl or text.en, 400) if text.nl or text.en else "–"


def _share(share: _core.ReleasedShare) -> str:
    band = f"{share.low:.0%} to {share.high:.0%}"
    return band if share.value is None else f"{share.value:.0%} ({band})"


def _listed(items: Sequence[Any]) -> str:
    more = f" … {len(items)} in all" if len(items) > 12 else ""
    return ", ".join(_short(item) for item in items[:12]) + more


def _keyed(items: dict[Any, Any]) -> str:
    return ", ".join(f"{escaped(str(k))}: {_short(v)}" for k, v in list(items.items())[:12])


# How a value of a type is written; of the types that fit, the first counts.
_WRITTEN: Final[tuple[tuple[type, Callable[[Any], str]], ...]] = (
    (str, lambda text: escaped(text, 400)),
    (bool, lambda truth: "yes" if truth else "no"),
    (int, str),
    (float, lambda number: f"{number:.4g}"),
    (list, _listed),
    (tuple, _listed),
    (dict, _keyed),
    (_core.LocalizedText, _localized),
    (_core.ReleasedShare, _share),
    (object, lambda thing: escaped(str(thing), 400)),
)


def _cell(value: Any) -> Markup:
    from .hidden import HIDDEN, HIDDEN_SYMBOL

    if isinstance(value, Markup):
        return value
    if value is HIDDEN:
        return Markup(f'<span title="not shown, to protect people">{HIDDEN_SYMBOL}</span>')
    if hasattr(value, "tolist"):
        value = value.tolist()
    if value is None or value == "" or value == []:
        return Markup("–")
    return Markup(next(write(value) for kind, write in _WRITTEN if isinstance(value, kind)))


def _short(value: Any) -> Markup:
    return escaped(value) if isinstance(value, str) and not isinstance(value, Markup) else _cell(value)


def _pairs(pairs: Iterable[tuple[str, Any]]) -> str:
    return "".join(f'<tr><th scope="row">{name}</th><td>{_cell(value)}</td></tr>' for name, value in pairs)


def rows_html(heads: Sequence[Any], rows: Iterable[Sequence[Any]], count: int, room: int) -> tuple[str, int]:
    """Head and body of a table within a number of characters, and how many rows stand in it."""
    head = "".join(each if isinstance(each, Markup) else f'<th scope="col">{_cell(each)}</th>' for each in heads)
    body, used, done = [], len(head), 0
    for row in rows:
        cells = ""
        for value in row:
            number = isinstance(value, int | float) and not isinstance(value, bool)
            cells += f"<td{' class=number' if number else ''}>{_cell(value)}</td>"
        if used + len(cells) > room or done >= count:
            break
        body.append(f"<tr>{cells}</tr>")
        used += len(cells)
        done += 1
    return f"<thead><tr>{head}</tr></thead><tbody>{''.join(body)}</tbody>", done


def shown(
    kind: str,
    title: Any,
    pairs: Iterable[tuple[str, Any]] = (),
    *,
    badge: str = "",
    heads: Sequence[Any] = (),
    rows: Sequence[Sequence[Any]] = (),
    caption: str = "",
    most: int = _LINES,
    note: str = "",
) -> str:
    """A table of names and values, and below it one of rows; at most 100,000 characters."""
    name = kind
    if title != "":
        name = f"{kind}: {escaped(title) if isinstance(title, str) else _cell(title)}"
    listed = _pairs(pairs)
    if len(listed) > LARGEST // 2:
        listed = _pairs([("", "too large to show")])
    page = f"{STYLE}<div class='houvast'><table><caption>{name}{badge}</caption><tbody>{listed}</tbody></table>"
    if heads and rows:
        table, done = rows_html(heads, rows, most, LARGEST - len(page) - len(note) - 500)
        page += f"<table><caption>{caption}</caption>{table}</table>"
        page += f"<p>{len(rows) - done} more rows</p>" if done < len(rows) else ""
    return page + (f"<p>{note}</p>" if note else "") + "</div>"


def origin(provenance: Any) -> Markup:
    """Definition, source, options, seed and version of a number."""
    parts = [f"{escaped(provenance.definition, 400)}. Source: {escaped(provenance.source, 200)}"]
    if provenance.options:
        parts.append("Options: " + ", ".join(f"{escaped(k)} = {escaped(v)}" for k, v in provenance.options.items()))
    if provenance.seed is not None:
        parts.append(f"Seed: {provenance.seed}")
    parts.append(f"houvast {escaped(provenance.version)}")
    return Markup(". ".join(parts) + ".")


def told(estimate: Any) -> str:
    """An estimate in one line of a larger table."""
    if not estimate.defined:
        return f"undefined ({estimate.reason}); n = {estimate.n}"
    interval = ""
    if estimate.interval is not None:
        low, high = estimate.interval
        interval = f", {estimate.interval.level:.0%} interval {low:.4g} to {high:.4g}"
    return f"{estimate.value:.4g}{interval}, n = {estimate.n}"


# ------------------------------------------------------------------------------------------------ inside


def _study(study: Any) -> str:
    people = f"{sum(party.asked for party in study.parties)} people per wave at most"
    asked = people if study.asked_known else "how many people was not recorded"
    waves = [[wave.id, wave.label, wave.date] for wave in study.waves]
    pairs = [
        ("id", study.id),
        ("parties (n)", f"{len(study.parties)}, asked: {asked}"),
        ("respondents (n)", f"{study.respondents} over all waves"),
        ("answers", study.answers),
        ("instruments", [instrument.title for instrument in study.instruments]),
        ("relations", study.relations),
        ("split by", study.attributes),
        ("source", study.source),
        ("fictional", study.fictional),
    ]
    return shown(
        "Study", study.title, pairs, badge=INSIDE, heads=["wave", "label", "date"], rows=waves, caption="Waves"
    )


def _network(network: Any) -> str:
    density = network.density
    bounds = density.details
    pairs = [
        ("relation, wave", f"{network.relation}, {network.wave}"),
        ("parties (n)", network.graph.nodes),
        ("ties", network.graph.ties),
        ("density", told(density)),
        ("bounds by silence", f"{bounds.get('low', density.value):.4g} to {bounds.get('high', density.value):.4g}"),
        ("connected parts", network.components),
        ("silent", network.silent),
        ("isolated", network.isolated),
        ("cut others off", list(network.articulation_points)),
    ]
    rows = network.parties.to_dicts()
    heads = list(rows[0]) if rows else []
    return shown(
        "Network", network.relation, pairs, badge=INSIDE, heads=heads, rows=[list(row.values()) for row in rows],
        caption="Parties", note=origin(density.provenance),
    )  # fmt: skip


_STATUS: Final = {"ok": "✓ ok", "attention": "! attention", "missing": "✕ missing", "unknown": "? unknown"}


def _evidence(items: Iterable[Any]) -> list[list[Any]]:
    return [[each.role, each.kind, each.id, each.of, each.value] for each in items]


_EVIDENCE_HEADS: Final = ["role", "kind", "id", "of", "value"]


def _finding(finding: Any) -> str:
    pairs = [
        ("status", _STATUS.get(finding.status, "– " + finding.status.replace("_", " "))),
        ("finding", finding.sentence),
        ("rule", finding.rule),
        ("needed", finding.needed),
        ("questions", finding.questions),
        ("evidence (n)", len(finding.evidence)),
    ]
    title = f"{finding.check} {finding.title.nl}"
    rows = _evidence(finding.evidence)
    return shown("Finding", title, pairs, badge=INSIDE, heads=_EVIDENCE_HEADS, rows=rows, caption="Evidence")


def _agenda_item(item: Any) -> str:
    pairs = [("element", item.element), ("reason", item.reason), ("score", item.score), ("opening", item.opening)]
    rows = [[each.id, each.text, f"{each.source_document}, {each.source_section}"] for each in item.advice]
    return shown("Agenda item", item.question, pairs, badge=INSIDE, heads=["advice", "text", "source"], rows=rows,
                 caption="What to try")  # fmt: skip


def _scenario(scenario: Any) -> str:
    rows = [
        [change.check, _STATUS.get(change.before, change.before), _STATUS.get(change.after, change.after),
         [f"{e.role}: {e.id}" for e in change.gone], [f"{e.role}: {e.id}" for e in change.came]]
        for change in scenario.changes
    ]  # fmt: skip
    pairs = [("checks that change (n)", len(rows)), ("parties after (n)", len(scenario.study.parties))]
    heads = ["check", "before", "after", "evidence gone", "evidence new"]
    return shown("Scenario", scenario.study.title, pairs, badge=INSIDE, heads=heads, rows=rows, caption="Changes")


def _graph(graph: Any) -> str:
    from ..graph import density

    pairs = [
        ("nodes (n)", graph.nodes),
        ("ties", graph.ties),
        ("loops, left out of everything", graph.loops),
        ("directed", graph.directed),
        ("weighted", graph.weighted),
        ("density", told(density(graph))),
    ]
    return shown("Graph", "", pairs, badge=INSIDE, note=origin(density(graph).provenance))


def _party(party: Any) -> str:
    consent = {True: "yes", False: "no", None: "not asked"}[party.consent]
    names = ("id", "kind", "domain", "sector", "level", "organisation", "perspective", "roles", "mandates", "motives",
             "expertise")  # fmt: skip
    pairs = [(name, getattr(party, name)) for name in names]
    pairs += [
        ("people asked (n)", party.asked),
        ("consent to be named", consent),
        ("other attributes", party.attributes),
    ]
    return shown("Party", party.name, pairs, badge=INSIDE)


# ------------------------------------------------------------------------------------------------ public


def _instrument(instrument: Any) -> str:
    count = {e.id: sum(q.element == e.id for q in instrument.questions) for e in instrument.elements}
    scales = [f"{s.id}: {', '.join(label.text.nl for label in s.labels)}" for s in instrument.scales]
    pairs = [
        ("id, version", f"{instrument.id}, {instrument.version}"),
        ("kind", instrument.kind),
        ("questions (n)", len(instrument.questions)),
        ("scales", scales),
        ("validated", instrument.validated),
        ("answers belong to their author", instrument.private),
        ("source", instrument.source.citation()),
        ("licence", instrument.licence),
    ]
    rows = [[e.id, e.title, count[e.id]] for e in instrument.elements]
    return shown("Instrument", instrument.title, pairs, heads=["element", "title", "questions"], rows=rows,
                 caption="Elements")  # fmt: skip


def _policy(policy: Any) -> str:
    pairs = [
        ("threshold", f"{policy.threshold} people asked and {policy.threshold} who answered, for everything shown"),
        ("lowest possible", _core.DISCLOSURE_FLOOR),
    ]
    return shown("Policy", policy.name, pairs)


def _release(release: Any) -> str:
    rows = [[s.wave, s.id, s.n_band, s.top] for s in release.totals if s.kind == "element"]
    pairs = [
        ("study", release.study_id),
        ("policy", f"{release.policy}: threshold {release.threshold} people"),
        ("split by", release.by),
        ("waves", [wave.label for wave in release.waves]),
        ("findings", len(release.findings)),
        ("questions to talk about", len(release.agenda)),
        *([] if release.asked_known else [("people asked", "not recorded, so there is no response share")]),
        ("source", release.source),
        ("fictional", release.fictional),
    ]
    heads = ["wave", "element", "n", "share with a high answer (95% margin)"]
    note = "Numbers of people stand as bands, shares are rounded. These rules were applied; that is not anonymity."
    return shown("Release", release.title, pairs, badge=RELEASED, heads=heads, rows=rows, caption="Everyone", note=note)


_CARDS: Final[dict[str, Callable[[Any], str]]] = {
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
_OF_GRAPHS: Final = ("Components", "LambdaSets", "SampledCentrality", "Krackhardt", "Communities", "CorePeriphery")


def _fields(thing: Any) -> list[tuple[str, Any]]:
    kind = type(thing)
    return [(name, getattr(thing, name)) for name in sorted(vars(kind)) if isinstance(vars(kind)[name], property)]


def show(thing: Any) -> str:
    """The markup of a result of houvast; of its fields when it has no picture of its own."""
    name = type(thing).__name__
    if name in _CARDS:
        return _CARDS[name](thing)
    badge = INSIDE if name in _LISTED["inside"] else RELEASED if name in _LISTED["released"] else ""
    return shown(name, "", _fields(thing), badge=badge)


def _party_text(self: Any) -> str:
    return f"Party({isolate(self.id)}: {isolate(self.name)})"


def _markup(self: Any) -> str:
    """The same for a notebook."""
    return show(self)


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
    _core.Party.__repr__ = _party_text  # type: ignore[method-assign]
