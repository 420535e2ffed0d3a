"""From sheets and a complete mapping to a study."""

from __future__ import annotations

import json
import re
from collections import Counter
from dataclasses import dataclass, field
from typing import Any

from .. import _core
from ..errors import Where
from .labels import label_of
from .mapping import ColumnRule, Mapping
from .privacy import pseudonym
from .recognise import ANONYMOUS, Ask
from .report import Report
from .roster import ATTRIBUTES, Roster, made_parties
from .sheet import Column, Sheet
from .ties import named_parties, strength
from .vocabulary import Vocabulary, fold

__all__ = ["Building"]


@dataclass
class _Response:
    sheet: Sheet
    row: int
    wave: str
    respondent: str
    answers: dict[str, list[str]]
    told: dict[str, str]
    party: str = ""
    person: str = ""
    ties: dict[tuple[str, str], float] = field(default_factory=dict)
    named: set[str] = field(default_factory=set)  # relations about which this respondent said something


@dataclass
class Building:
    """One conversion under way; `asks` collects what is in the way of a sound study."""

    sheets: list[Sheet]
    mapping: Mapping
    words: Vocabulary
    key: bytes
    roster: Roster | None
    report: Report
    asks: list[Ask] = field(default_factory=list)

    def responses(self) -> list[_Response]:
        """The responses of all sheets, with pseudonyms; empty ones are left out and counted."""
        found = []
        for number, sheet in enumerate(self.sheets):
            rules = [(column, self.mapping.rule(column.key)) for column in sheet.columns]
            kept = [(column, rule) for column, rule in rules if rule is not None and rule.role != "drop"]
            for i in range(len(sheet.rows)):
                response = self._response(sheet, number, kept, i)
                if not any(cell for cells in response.answers.values() for cell in cells) and not response.named:
                    self.report.empty += 1
                    continue
                found.append(response)
        self._check_persons(found)
        return found

    def _response(self, sheet: Sheet, number: int, kept: list[tuple[Column, ColumnRule]], i: int) -> _Response:
        made = _Response(sheet, sheet.rows[i], sheet.wave or "", "", {}, {})
        code = ""
        for column, rule in kept:
            cell = column.cells[i]
            if rule.role == "question":
                answer = made.answers.setdefault(rule.target, ["", ""])
                answer[rule.part == "text"] = self._answer(sheet, column, rule, cell)
            elif rule.role == "respondent":
                made.person = "" if fold(cell) in ANONYMOUS else cell.casefold() if "@" in cell else cell
            elif rule.role == "response":
                code = cell
            elif rule.role == "attribute":
                label = column.labels.get(cell, cell)
                known = next((value.value for value in rule.values if value.label == label), label)
                made.told[rule.target] = str(known or "")
            elif rule.role == "party":
                made.party = column.labels.get(cell, cell)
            elif rule.role == "wave" and not sheet.wave:
                label = re.sub(r"_arm_\d+$", "", column.labels.get(cell, cell))
                known = next((value.value for value in rule.values if value.label == label), label)
                made.wave = str(known)
                if not made.wave:
                    self.asks.append(Ask("HV-707", "no wave", Where(sheet.file, made.row, column.key)))
            elif cell:
                self._tie(sheet, column, rule, cell, made)
        if made.person:
            made.respondent = pseudonym(self.key, "person", made.person)
        else:
            self.report.unlinked += 1
            made.respondent = pseudonym(self.key, "response", f"{made.wave}\0{number}\0{code or made.row}")
        return made

    def _answer(self, sheet: Sheet, column: Column, rule: ColumnRule, cell: str) -> str:
        if cell and cell == sheet.not_shown:
            return "" if rule.part == "text" and self.words.question(rule.target).form != "open" else "not_asked"
        scaled = self.words.scale_of(rule.target)
        if rule.part == "text" or scaled is None or not cell:
            return column.labels.get(cell, cell) if cell else ""
        label = label_of(column, cell, scaled[1], self.words)
        known = self.mapping.label(scaled[0], cell if label is None else label)
        if known is None or known.value is None:
            raise AssertionError("a label without a rule")  # recognise() has asked about every label
        if known.match == "code":
            self.report.coded.add(scaled[0])
        return str(known.value)

    def _tie(self, sheet: Sheet, column: Column, rule: ColumnRule, cell: str, made: _Response) -> None:
        where = Where(sheet.file, made.row, column.key)
        parties = self.roster.by_name if self.roster else {}
        relation, _, party = rule.target.partition("/")
        if rule.role == "ties":
            for name in named_parties(column, cell, parties) or []:
                made.ties[relation, name] = 1.0
            made.named.add(relation)
            return
        value = strength(column.labels.get(cell, cell))
        highest = next(
            (float(r.get("max_strength", 1)) for r in self.mapping.relations if r.get("id") == relation), 1.0
        )
        if value is None or value > highest:
            self.asks.append(Ask("HV-704", "tie", where, {"high": f"{highest:g}"}))
            return
        made.named.add(relation)
        made.ties[relation, party] = value

    def _check_persons(self, responses: list[_Response]) -> None:
        as_they_are = any(rule.role == "respondent" and rule.match == "manual" for rule in self.mapping.columns)
        seen: dict[tuple[str, str], _Response] = {}
        spelled: dict[str, dict[str, _Response]] = {}
        for made in responses:
            first = seen.setdefault((made.wave, made.respondent), made)
            if first is not made:
                where = Where(made.sheet.file, made.row)
                self.asks.append(Ask("HV-707", "respondent twice", where, {"row": f"{first.sheet.file}:{first.row}"}))
            if made.person and "@" not in made.person and not as_they_are:
                same = fold(made.person)
                same = same.lstrip("0") or "0" if same.isdigit() else re.sub(r"[\s._-]+", "", same)
                spelled.setdefault(same, {}).setdefault(made.person, made)
        for spellings in spelled.values():
            if len(spellings) > 1:
                made = list(spellings.values())[1]
                key = "leading zeros" if made.person.isdigit() else "spelling"
                self.asks.append(Ask("HV-711", key, Where(made.sheet.file, made.row)))

    def waves(self, responses: list[_Response]) -> list[str]:
        """The waves, the oldest first: as given with the files, or in the order of their names."""
        given = list(dict.fromkeys(sheet.wave for sheet in self.sheets if sheet.wave))
        found = list(dict.fromkeys(made.wave for made in responses))
        numbers = all(re.fullmatch(r"\d[\d-]*", wave) for wave in found)
        if given:
            return [wave for wave in given if wave in found]
        return sorted(found, key=lambda wave: [int(part) for part in wave.split("-") if part]) if numbers else found

    def place(
        self, responses: list[_Response], titles: _core.Study
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

    def _placed_on_roster(self, responses: list[_Response]) -> tuple[list[str], list[list[str]], str, list[int]]:
        roster = self.roster
        assert roster is not None
        for made in responses:
            by_word = roster.by_name.get(fold(made.party)) if made.party else None
            by_list = roster.by_respondent.get(made.person.casefold()) if made.person else None
            found = [by_word or by_list or ""] if by_word or by_list else roster.matching(made.told, self.words)
            if made.party and by_word is None:
                found = []
            if len(found) != 1:
                key = "no party" if not found else "several parties"
                self.asks.append(Ask("HV-712", key, Where(made.sheet.file, made.row), {"roster": roster.file}))
            made.party = found[0] if len(found) == 1 else ""
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

    def answers(self, responses: list[_Response]) -> list[list[str]]:
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

    def assessments(self, responses: list[_Response]) -> list[list[str]]:
        """Rows of assessments.csv: judgements of the whole collaboration on the dimensions of a stage instrument."""
        return [
            [made.wave, made.respondent, made.party, question, answer]
            for made in sorted(responses, key=lambda made: (made.wave, made.respondent))
            for question, (answer, _) in made.answers.items()
            if answer and self.words.instrument_of(question).kind == "stages"
        ]

    def ties(self, responses: list[_Response]) -> list[list[str]]:
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

    def header(self, waves: list[str], responses: list[_Response], about: dict[str, Any]) -> dict[str, Any]:
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
