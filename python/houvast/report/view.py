"""The whole report as plain data: what the templates show."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any, Final

from .. import _core
from ..release.document import Share
from ..release.reference import Reference
from ..results.elsewhere import practices
from ..texts import licence_words
from .agenda import agenda_part
from .answers import elements_part, response_part
from .blockmap import BlockMap
from .change import change_part
from .desk import Desk
from .editions import officer_part, plain_part
from .goals import goals_part
from .overview import overview_part
from .perspectives import groups_part
from .reliability import ReliabilityView, reliability_views
from .rich import Name, Rich
from .stages import stages_part
from .texts import Texts
from .whole import coverage_part, network_part

__all__ = ["EDITIONS", "PARTS", "Cover", "InstrumentSource", "MethodPart", "ReportView", "WaveView", "report_view"]

_RELIABILITY_FROM: Final = 30


_EXAMPLE: Final = Share(0.5, 0.75)


@dataclass(frozen=True, slots=True)
class WaveView:
    """One round of asking."""

    name: Name
    day: str
    date: str


@dataclass(frozen=True, slots=True)
class Cover:
    """What the report is about and for whom."""

    title: Name
    fictional: bool
    source: Name | None
    for_whom: Rich
    protection: Rich
    waves: list[WaveView]
    legend: list[Rich]


@dataclass(frozen=True, slots=True)
class InstrumentSource:
    """Where an instrument comes from."""

    title: Name
    version: str
    citation: Name
    licence: Name
    validated: str
    about: str


@dataclass(frozen=True, slots=True)
class MethodPart:
    """How the report was made: pairs of a heading and a text."""

    notes: list[tuple[str, Rich]]
    reliability_text: Rich
    reliability: list[ReliabilityView]
    instruments: list[InstrumentSource]
    advice: list[Name]


@dataclass(frozen=True, slots=True)
class ReportView:
    """Everything that the templates show, in one language."""

    lang: str
    texts: Texts
    version: str
    cover: Cover
    parts: dict[str, Any]
    lacking: dict[str, list[Rich]]  # why a part is not there

    @property
    def maps(self) -> list[BlockMap]:
        """Every map of groups that the parts have."""
        relations = self.parts["network"].relations if "network" in self.parts else []
        found = [self.parts["overview"].map, *(relation.map for relation in relations)]
        return [map for map in found if map is not None]


# The parts that need data, in the order in which people ask.
_BUILDERS: Final[dict[str, Callable[[Desk], Any]]] = {
    "elements": elements_part,
    "groups": groups_part,
    "stages": stages_part,
    "network": network_part,
    "coverage": coverage_part,
    "response": response_part,
    "agenda": agenda_part,
    "change": change_part,
    "goals": goals_part,
}
# Words with a meaning of their own.
_GLOSSARY: Final = (
    *("density", "domain", "driver", "element", "high", "margin", "wave", "cut", "party", "perspective", "silent"),
    "stage",
)
PARTS: Final = ("overview", *_BUILDERS, "method", "glossary")
EDITIONS: Final[dict[str, tuple[str, ...]]] = {
    "full": PARTS,
    "board": ("overview",),
    "plain": ("plain",),
    "cards": ("agenda",),
    "officer": ("officer", "response", "method", "glossary"),
}


def report_view(release: Any, lang: str, reference: Reference | None = None) -> ReportView:
    """The report of a release in a language, as plain data; with a reference set, elements beside its regions."""
    desk = Desk(release, lang, tuple(_BUILDERS), reference)
    parts = {id: build(desk) for id, build in _BUILDERS.items() if not desk.missing(id)}
    parts["overview"] = overview_part(desk, *(parts.get(id) for id in ("elements", "agenda")))
    parts["method"] = _method(desk)
    parts["glossary"] = _glossary(desk)
    ordered = {id: parts[id] for id in PARTS if id in parts}
    ordered |= {"plain": plain_part(desk), "officer": officer_part(desk)}
    lacking = {id: desk.sentences("missing", id) for id in _BUILDERS if id not in parts}
    return ReportView(desk.texts.lang, desk.texts, _core.__version__, _cover(desk), ordered, lacking)


def _glossary(desk: Desk) -> list[tuple[str, str, bool]]:
    """The words of a report, and (marked so) those of the sources that the questions of the agenda are read by."""
    words = [(desk.texts(f"glossary.{word}"), desk.texts(f"glossary.{word}.meaning"), False) for word in _GLOSSARY]
    about = {id for item in desk.release.agenda for id in (item.total.id, item.element)}
    known = {word.casefold() for word, _, _ in words}
    told = [(each.term, each.text) for each in _core.definitions() if about & set(each.about)]
    of_sources = [(desk.texts.pick(term), desk.texts.pick(text)) for term, text in told]
    words += [(term[:1].upper() + term[1:], text, True) for term, text in of_sources if term.casefold() not in known]
    return sorted(words)


def _cover(desk: Desk) -> Cover:
    release, texts = desk.release, desk.texts
    title = texts.name(release.title)
    threshold = texts.count(release.threshold, "policy/threshold")
    waves = [WaveView(desk.wave(wave.id), wave.date, texts.date(wave.date)) for wave in release.waves]
    legend = [
        Rich([texts.unshown, " ", texts("report.legend_hidden")]),
        texts.say(
            "report.legend_bands",
            example=texts.band("20–49", "constant/example"),
            share=texts.share(_EXAMPLE, "constant/example"),
        ),
        texts.say("report.legend_rounding"),
    ]
    return Cover(
        title if title.text else Name(release.study_id),
        release.fictional,
        Name(release.source) if release.source else None,
        _for_whom(desk),
        texts.say("report.protection_text", threshold=threshold),
        waves,
        legend,
    )


def _for_whom(desk: Desk) -> Rich:
    policy = desk.release.policy
    return desk.texts.say("report.for", policy=policy if policy in ("team", "external") else Name(policy))


def _method(desk: Desk) -> MethodPart:
    texts, present = desk.texts, desk.facts.has_answers
    threshold = texts.count(desk.release.threshold, "policy/threshold")
    topics = ["not_grade", "promise", "threshold", *([] if desk.release.asked_known else ["unasked"])]
    topics += ["ledger" if desk.release.ledger == "kept" else "no_ledger"]
    topics += ["audited", "bands", "names"]
    topics += ["high", "unknown"] if present else []
    topics += ["network"] if desk.release.networks else []
    topics += ["goals"] if desk.release.goals else []
    notes = [
        (texts("report.method." + topic), texts.say("report.method." + topic + ".text", threshold=threshold))
        for topic in topics
    ]
    told = [each for item in desk.release.agenda for each in (*item.advice, *practices(item.total.id))]
    documents = dict.fromkeys(each.source_document for each in told)
    advice = [desk.words.document(document) for document in documents]
    together = texts.say("report.reliability_text", n=texts.count(_RELIABILITY_FROM, "constant/reliability"))
    return MethodPart(
        notes,
        together,
        reliability_views(desk),
        [_instrument(desk, instrument) for instrument in desk.words.instruments()],
        advice,
    )


def _instrument(desk: Desk, instrument: Any) -> InstrumentSource:
    texts = desk.texts
    return InstrumentSource(
        texts.name(instrument.title),
        instrument.version,
        Name(instrument.source.citation()),
        Name(licence_words(instrument.licence, texts.lang)),
        texts("report.yes" if instrument.validated else "report.no"),
        texts.pick(instrument.description),
    )
