"""From sheets and a complete mapping to a study."""

from __future__ import annotations

import json
import re
from collections import Counter
from dataclasses import dataclass, field
from typing import Any

from .. import _core
from ..errors import Where
from .consent import LEAVE_OUT
from .edges import CONDITIONS, Edge
from .mapping import LabelRule
from .personal import personal
from .responses import Reading, Response
from .roster import ATTRIBUTES, Roster, made_parties
from .sheet import Ask
from .tie_tables import among, rows_beside, speaking
from .vocabulary import fold
from .waves import in_order

__all__ = ["Building"]


@dataclass
class Building(Reading):
    """One conversion under way: responses with their parties become the tables of a study."""

    edges: list[Edge] = field(default_factory=list)  # of tables of ties beside the answers

    def waves(self, responses: list[Response]) -> list[str]:
        """The waves, the oldest first: as given with the files, or in the order of their names."""
        given = list(dict.fromkeys(sheet.wave for sheet in self.sheets if sheet.wave))
        found = list(dict.fromkeys(made.wave for made in responses))
        return [wave for wave in given if wave in found] if given else in_order(found, self.mapping)

    def place(
        self, responses: list[Response], titles: _core.Study
    ) -> tuple[list[str], list[list[str]], str, list[int]]:
        """The table of parties, and every response with its party: columns, rows, file and row numbers."""
        if self.roster is not None:
            return self._placed_on_roster(responses)
        own = sorted({name for made in responses for name in made.told if name.startswith("x_")})
        order = [*ATTRIBUTES, *own]
        told = {id(made): tuple(made.told.get(name, "") for name in order) for made in responses}
        parties = made_parties(told.values(), own, titles)
        for made in responses:
            made.party = parties[told[id(made)]]["id"]
        counts = Counter((made.party, made.wave) for made in responses)
        waves = self.waves(responses)
        for party in parties.values():
            taken = [wave for wave in waves if counts[party["id"], wave]]
            party["asked"] = str(max(counts[party["id"], wave] for wave in taken))
            party["waves"] = "" if taken == waves else ";".join(taken)
        columns = ["id", "name", "kind", *order, "asked", "waves"]
        self.report.asked_known = False
        rows = [[party[name] for name in columns] for party in parties.values()]
        return columns, rows, "parties.csv", list(range(2, len(rows) + 2))

    def _placed_on_roster(self, responses: list[Response]) -> tuple[list[str], list[list[str]], str, list[int]]:
        roster = self.roster
        assert roster is not None
        for made in responses:
            made.party = self._party_of(made, roster)
        responses[:] = [made for made in responses if not made.left_out]
        counts: Counter[str] = Counter()
        for (party, _), number in Counter((made.party, made.wave) for made in responses).items():
            counts[party] = max(counts[party], number)
        columns = roster.columns if "asked" in roster.columns else [*roster.columns, "asked"]
        for row in roster.rows:
            if not row.get("asked") and row.get("kind", "person") not in ("", "person"):
                row["asked"] = str(counts[row["id"]])
                self.report.asked_known = False
        rows = [[row.get(name, "") for name in columns] for row in roster.rows]
        return columns, rows, roster.file, roster.numbers

    def _party_of(self, made: Response, roster: Roster) -> str:
        """The party of a response: as it says, by who answered, by what they tell, or as it was decided; else asked."""
        by_word = roster.by_name.get(fold(made.party)) if made.party else None
        by_list = roster.by_respondent.get(made.person.casefold()) if made.person and not made.party else None
        if by_word or by_list:
            return by_word or by_list or ""
        found = [] if made.party else roster.matching(made.told, self.words)
        if len(found) == 1:
            return found[0]
        told = made.party or ", ".join(filter(None, made.told.values()))
        told = "" if personal(told) else told
        decisions = self.mapping.parties.setdefault("respondents", [])
        decided = next((rule for rule in decisions if rule.label == told), None)
        if decided is None:
            near = roster.near.find(told) if told and not found else ""
            decided = LabelRule(told, None, "fuzzy", True, [near] if near else [])
            decisions.append(decided)
        if decided.confirm:
            key = "several_parties" if found else "no_party"
            values = {"roster": roster.file, "list": "respondents", "label": told}
            self.asks.append(Ask("HV-712", key, Where(made.sheet.file, made.row), values))
        elif decided.value == LEAVE_OUT:
            made.left_out = roster.file
            self.report.left_out[roster.file] = self.report.left_out.get(roster.file, 0) + 1
        return "" if decided.value in (None, LEAVE_OUT) else str(decided.value)

    def answers(self, responses: list[Response]) -> list[list[str]]:
        """Rows of answers.csv, in the order of waves, pseudonyms and questions."""
        waves, rows = self.waves(responses), []
        for made in sorted(responses, key=lambda made: (waves.index(made.wave), made.respondent)):
            asked = {self.words.instrument_of(question).id for question in made.answers}
            for question, (instrument, _) in self.words.questions.items():
                if instrument.id not in asked or instrument.kind == "stages":
                    continue
                answer, text = made.answers.get(question, ["not_asked", ""])
                if self.words.question(question).form == "open" and not answer:
                    answer, text = text, ""
                if answer or text:
                    rows.append([made.wave, made.respondent, made.party, question, answer, text])
                if question in made.answers:
                    self.report.texts += bool(text) or (self.words.question(question).form == "open" and bool(answer))
            rated = [cells[0] for q, cells in made.answers.items() if self.words.question(q).form != "open"]
            self.report.partial += not all(rated)
        return rows

    def assessments(self, responses: list[Response]) -> list[list[str]]:
        """Rows of assessments.csv: judgements of the whole collaboration on the dimensions of a stage instrument."""
        return [
            [made.wave, made.respondent, made.party, question, answer]
            for made in sorted(responses, key=lambda made: (made.wave, made.respondent))
            for question, (answer, _) in made.answers.items()
            if answer and self.words.instrument_of(question).kind == "stages"
        ]

    def ties(self, responses: list[Response]) -> list[list[str]]:
        """Rows of ties.csv: what the respondents of a party say together; the strongest answer of a party counts."""
        told: dict[tuple[str, str, str], dict[str, float]] = {}
        for made in responses:
            for relation in made.named:
                ties = told.setdefault((made.wave, made.party, relation), {})
                for (kind, other), value in made.ties.items():
                    if kind == relation and other != made.party:
                        ties[other] = max(value, ties.get(other, 0.0))
        rows = []
        for (wave, party, relation), ties in sorted(told.items()):
            with_tie = sorted((other, value) for other, value in ties.items() if value > 0)
            lines = [[wave, party, party, other, relation, f"{value:g}"] for other, value in with_tie]
            rows += lines or [[wave, party, party, "", relation, ""]]
        return rows

    def ties_told(self, responses: list[Response], parties: list[dict[str, str]], wave: str) -> list[list[str]]:
        """Rows of ties.csv from the answers and from tables beside them.

        Of what both tell, the answers count, but for ties of which a table tells the conditions.
        """
        own = self.ties(responses)
        beside = self._ties_beside(parties, wave, own)
        known = {tuple(row[:5]) for row in beside}
        return [[*row, *[""] * len(CONDITIONS)] for row in own if tuple(row[:5]) not in known] + beside

    def _ties_beside(self, parties: list[dict[str, str]], wave: str, told: list[list[str]]) -> list[list[str]]:
        known = {
            fold(word): row["id"] for row in parties for word in (row.get("organisation"), row.get("name")) if word
        }
        known |= {fold(row["id"]): row["id"] for row in parties} | (self.roster.by_name if self.roster else {})
        inside, strange = among(speaking(self.edges, parties), known)
        self.report.strangers += strange
        said = {(row[0], row[1], row[4]) for row in told}
        rows = rows_beside(inside, known, wave)
        return [row for row in rows if (row[0], row[1], row[4]) not in said or any(row[-len(CONDITIONS) :])]

    def header(self, waves: list[str], responses: list[Response], about: dict[str, Any]) -> dict[str, Any]:
        """study.json."""
        instruments = []
        shipped = _core.instruments()
        for instrument in self.words.instruments:
            instruments.append(instrument.id if instrument.id in shipped else json.loads(instrument.json))
        made_waves: list[dict[str, Any]] = []
        for wave in waves:
            asked = {self.words.instrument_of(q).id for made in responses if made.wave == wave for q in made.answers}
            item: dict[str, Any] = {"id": wave}
            if re.fullmatch(r"\d{4}-\d{2}-\d{2}", wave):
                item["date"] = wave
            item["instruments"] = [i.id for i in self.words.instruments if i.id in asked]
            made_waves.append(item)
        return {"schema": "houvast-study/1", **about, "instruments": instruments, "waves": made_waves}
