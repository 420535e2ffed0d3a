"""What the explorer shows, taken from the core as it is: nothing is counted or computed here but places on the map."""

from __future__ import annotations

import json
from collections.abc import Iterable
from typing import Any

from .. import _core
from ..errors import Error, InvalidValueError, problem
from ..results.cells import TableRow
from ..results.columns import group_of
from ..results.statuses import SYMBOLS
from ..texts import by_language, language_of, say, templates
from .layout import place

__all__ = ["Explored"]

_COLOURS = 8  # that can be told apart, each with a number


class Explored:
    """A study as the explorer reads it, in one language."""

    def __init__(self, study: _core.Study, lang: str) -> None:
        self.study = study
        self.lang = language_of(lang)
        self.words = templates("explorer.", self.lang)
        self._names = {party.id: party.name for party in study.parties}

    def frame(self) -> dict[str, Any]:
        """What stays the same: words, waves, relations."""
        relations = json.loads(self.study.header_json()).get("relations", [])
        return {
            "lang": self.lang,
            "title": self.study.title.get(self.lang),
            "fictional": self.study.fictional,
            "words": self.words,
            "alone": False,
            "symbols": dict(SYMBOLS),
            "waves": [{"id": wave.id, "title": wave.label.get(self.lang)} for wave in self.study.waves],
            "relations": [{"id": each["id"], "title": by_language(each["title"]).get(self.lang)} for each in relations],
        }

    def view(self, wave: str | None, relation: str | None) -> dict[str, Any]:
        """One relation in one wave: parties with their places, ties, metrics of the whole network, and findings."""
        network = self.study.network(relation, wave)
        findings = self.study.coverage(network.wave, network.relation)
        return {
            "wave": network.wave,
            "relation": network.relation,
            **self._drawing(network, findings),
            "change": self._change(network),
            "metrics": self._metrics(network),
            "findings": [self._finding(finding) for finding in findings],
        }

    def without(self, parties: Iterable[str], view: dict[str, Any]) -> dict[str, Any]:
        """What would change when these parties left: checks, metrics, and who goes out of reach."""
        removed = list(dict.fromkeys(str(party) for party in parties))
        wave, relation = view["wave"], view["relation"]
        if not removed:
            return {}
        if len(removed) >= len(view["parties"]):
            subject = "problem.subject.parties_to_remove"
            expected = "problem.expected.party_that_stays"
            raise problem(InvalidValueError, "HV-302", subject, expected, value=str(len(removed)))
        scenario = self.study.what_if(remove=removed, wave=wave, relation=relation)
        before = self.study.network(relation, wave)
        try:
            after = scenario.study.network(relation, wave)
        except Error:  # nobody is left who told anything
            after = None
        titles = {finding.check: finding.title.get(self.lang) for finding in scenario.before}
        sentences = {f.check: f.sentence.get(self.lang) for f in scenario.after}
        moved = [change for change in scenario.changes if change.before != change.after]
        lost = _lost(before, after) if after else []
        return {
            "removed": removed,
            "names": [self._names[party] for party in removed],
            "changes": [
                {
                    "check": change.check,
                    "title": titles[change.check],
                    "before": change.before,
                    "after": change.after,
                    "sentence": sentences[change.check],
                }
                for change in moved
            ],
            "also": [change.check for change in scenario.changes if change.before == change.after],
            "before": self._metrics(before),
            "after": self._metrics(after) if after else [],
            "unreachable": [party for party in lost if party not in removed],
        }

    def _term(self, attribute: str, id: str) -> str:
        return self.study.term_title(attribute, id, self.lang) if id else ""

    def _drawing(self, network: _core.StudyNetwork, findings: list[_core.Finding]) -> dict[str, Any]:
        index = {id: at for at, id in enumerate(network.party_ids)}
        rows = network.parties.to_dicts()
        positions = self.study.positions(network.wave, network.relation)
        by_domain: dict[str, list[_core.Party]] = {}
        for party in self.study.parties:
            if party.id in index:
                by_domain.setdefault(party.domain, []).append(party)
        places = place([len(members) for members in by_domain.values()])
        cuts = network.articulation_points
        about = self._about(findings)
        parties: list[dict[str, Any]] = []
        for party in (party for members in by_domain.values() for party in members):
            x, y = places.parties[len(parties)]
            row = rows[index[party.id]]
            parties.append(
                {
                    "id": party.id,
                    "name": party.name,
                    "domain": party.domain,
                    "level": party.level,
                    "facts": [
                        [self.words["domain"], self._term("domain", party.domain)],
                        [self.words["level"], self._term("level", party.level)],
                        [self.words["perspective"], self._term("perspective", party.perspective)],
                        [self.words["organisation"], party.organisation],
                        [self.words["position"], self.words[positions.get(party.id, "not_measured")]],
                    ],
                    "of": {name: group_of(party, name) for name in self._columns},
                    "sizes": _sizes(network, row),
                    "x": x,
                    "y": y,
                    "in": row["in_degree"],
                    "out": row["out_degree"],
                    "silent": party.id in network.silent,
                    "isolated": party.id in network.isolated,
                    "cuts": cuts.get(party.id, []),
                    "evidence": about.get(party.id, []),
                }
            )
        sources, targets, weights = network.graph.edges()
        ids = network.party_ids
        return {
            "size": [places.width, places.height],
            "directed": network.graph.directed,
            "weighted": network.graph.weighted,
            "parties": parties,
            "colours": self._colours(parties),
            "sizes": [{"id": id, "title": self.words[f"size_{id}"]} for id in _sizes(network, None)],
            "ties": [
                [ids[a], ids[b], float(w)]
                for a, b, w in zip(sources.tolist(), targets.tolist(), weights.tolist(), strict=True)
            ],
            "domains": [
                {"id": id, "title": self._term("domain", id) or self.words["no_domain"]}
                | {"x": circle.x, "y": circle.y, "radius": circle.radius}
                for id, circle in zip(by_domain, places.groups, strict=True)
            ],
            "levels": [
                {"id": id, "title": self._term("level", id) or self.words["no_level"]}
                for id in dict.fromkeys(party["level"] for party in parties)
            ],
        }

    @property
    def _columns(self) -> list[str]:
        """The attributes that parties may be coloured by: those whose values people have words for."""
        return [name for name in self.study.attributes if name not in ("party", "kind")]

    def _colours(self, parties: list[dict[str, Any]]) -> list[dict[str, Any]]:
        """The attributes with two values or more, and no more than there are colours."""
        found = []
        for name in self._columns:
            values = [value for value in dict.fromkeys(party["of"][name] for party in parties) if value]
            if 2 <= len(values) <= _COLOURS:
                title = say("report.attribute", self.lang, name=name)
                titles = [{"id": value, "title": self._term(name, value)} for value in values]
                found.append({"id": name, "title": title, "values": titles})
        return found

    def _change(self, network: _core.StudyNetwork) -> dict[str, Any] | None:
        """What became of the ties since the wave before, over pairs that both waves could see; nothing without one."""
        waves = [wave.id for wave in self.study.waves]
        at = waves.index(network.wave)
        if at == 0:
            return None
        try:
            change = self.study.network_change(waves[at - 1], network.wave, network.relation)
        except Error:  # nobody told about the relation then
            return None
        rows = change.ties.to_dicts()
        unseen = sum(row["pairs"] for row in change.not_compared.to_dicts())
        counts = {"kept": change.kept, "fresh": change.new, "lost": change.lost, "unseen": unseen}
        return {
            "from": change.from_wave,
            "title": self.study.waves[at - 1].label.get(self.lang) or change.from_wave,
            "new": [[row["from"], row["to"]] for row in rows if row["change"] == "new"],
            "lost": [[row["from"], row["to"], row["strength_before"]] for row in rows if row["change"] == "lost"],
            "note": say("explorer.change_note", self.lang, **counts),
        }

    def _about(self, findings: list[_core.Finding]) -> dict[str, list[dict[str, str]]]:
        """What the checks say, by party."""
        found: dict[str, list[dict[str, str]]] = {}
        for finding in findings:
            for evidence in finding.evidence:
                if evidence.kind != "party":
                    continue
                of = self._names.get(evidence.of) or self._term("domain", evidence.of)
                told = say("explorer.role", self.lang, role=evidence.role, of=of)
                entry = {"check": finding.check, "status": finding.status, "title": finding.title.get(self.lang)}
                entries = found.setdefault(evidence.id, [])
                if entry | {"role": told} not in entries:
                    entries.append(entry | {"role": told})
        return found

    def _finding(self, finding: _core.Finding) -> dict[str, Any]:
        return {
            "check": finding.check,
            "status": finding.status,
            "title": finding.title.get(self.lang),
            "sentence": finding.sentence.get(self.lang),
            "rule": finding.rule.get(self.lang),
            "needed": finding.needed.get(self.lang),
            "parties": list(dict.fromkeys(e.id for e in finding.evidence if e.kind == "party")),
        }

    def _metrics(self, network: _core.StudyNetwork) -> list[dict[str, Any]]:
        """Numbers of the whole network: the core's value, and the value as people write it, with n."""
        density, details = network.density, network.density.details
        size = len(network.party_ids)
        of = say("explorer.of_parties", self.lang, n=size)
        note = density.why(self.lang)
        if density.defined:
            low, high = self._number(details["low"]), self._number(details["high"])
            silence = "none" if details["low"] == details["high"] else "little" if low == high else "some"
            note = say("explorer.density_note", self.lang, n=density.n, low=low, high=high, silence=silence)
        sizes = ", ".join(map(str, sorted(network.components, reverse=True)))
        value = density.value if density.defined else None
        return [
            {"id": "parties", "value": size, "text": str(size), "note": ""},
            {"id": "ties", "value": network.graph.ties, "text": str(network.graph.ties), "note": ""},
            {"id": "density", "value": value, "text": "–" if value is None else self._number(value), "note": note},
            _count("parts", len(network.components), say("explorer.parts_note", self.lang, sizes=sizes)),
            self._silent(network, of),
            _count("isolated", len(network.isolated), of),
            _count("brokers", len(network.articulation_points), of),
        ]

    def _silent(self, network: _core.StudyNetwork, of: str) -> dict[str, Any]:
        """How many told nothing; when who was asked is not known, nobody can be seen to be missing."""
        if network.response.asked_known:
            return _count("silent", len(network.silent), of)
        value = len(network.silent) or None
        note = self.words["silent_unseen"]
        return {"id": "silent", "value": value, "text": "–" if value is None else f"{value}+", "note": note}

    def _number(self, value: float) -> str:
        return say("explorer.number", self.lang, value=float(value))


def _sizes(network: _core.StudyNetwork, row: TableRow | None) -> dict[str, Any]:
    """What the area of a dot may stand for, and of one party how much; nothing where it is not known."""
    row = row or dict.fromkeys(network.parties.columns)
    ties = {"to": row["out_degree"], "from": row["in_degree"]}
    if not network.graph.directed:
        ties = {"ties": row["in_degree"] if row["out_degree"] is None else row["out_degree"]}
    return {**ties, "cuts": row["cuts_off"]}


def _count(id: str, value: int, note: str) -> dict[str, Any]:
    return {"id": id, "value": value, "text": str(value), "note": note}


def _largest(network: _core.StudyNetwork) -> list[str]:
    """The parties of the largest part, by the core's own labels."""
    sizes = network.components
    label = sizes.index(max(sizes)) if sizes else -1
    return [row["party"] for row in network.parties.to_dicts() if row["component"] == label]


def _lost(before: _core.StudyNetwork, after: _core.StudyNetwork) -> list[str]:
    """Who was in the largest part and no longer is."""
    there = set(_largest(after))
    return [party for party in _largest(before) if party not in there]
