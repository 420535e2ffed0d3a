"""From rows to responses: who answered, in which wave, with which answers; nothing that tells the person is kept."""

from __future__ import annotations

import re
from dataclasses import dataclass, field

from ..errors import Where
from .attributes import TESTS
from .consent import LEAVE_OUT
from .labels import label_of
from .mapping import ColumnRule, Mapping
from .personal import Names, masked, names_in
from .privacy import pseudonym
from .recognise import ANONYMOUS
from .report import Report
from .roster import Roster
from .sheet import Ask, Column, Sheet
from .ties import highest_of, named_parties, strength
from .vocabulary import Vocabulary, fold
from .waves import wave_of

__all__ = ["Reading", "Response"]

_MANY = 8  # so many answers are not the same by chance


@dataclass
class Response:
    """What one person answered in one wave."""

    sheet: Sheet
    row: int
    wave: str
    respondent: str
    answers: dict[str, list[str]]
    told: dict[str, str]
    party: str = ""
    person: str = ""
    left_out: str = ""
    ties: dict[tuple[str, str], float] = field(default_factory=dict)
    named: set[str] = field(default_factory=set)  # relations about which this respondent said something

    @property
    def filled(self) -> int:
        """How many answers it holds."""
        return sum(bool(cell) for cells in self.answers.values() for cell in cells) + len(self.named)

    def takes(self, other: Response) -> bool:
        """Takes over what another row of the same person holds, unless both answered the same question differently."""
        for question, cells in other.answers.items():
            own = self.answers.get(question, ["", ""])
            if any(one and two and one != two for one, two in zip(own, cells, strict=True)):
                return False
        if self.named & other.named:
            return False
        for question, cells in other.answers.items():
            own = self.answers.setdefault(question, ["", ""])
            own[:] = [one or two for one, two in zip(own, cells, strict=True)]
        self.told = {**other.told, **{name: text for name, text in self.told.items() if text}}
        self.ties |= other.ties
        self.named |= other.named
        self.party, self.left_out = self.party or other.party, self.left_out or other.left_out
        return True

    def tell(self, column: Column, rule: ColumnRule, cell: str) -> None:
        """Takes what the respondent says about themselves, or about being left out."""
        label = column.labels.get(cell, cell)
        known = next((value.value for value in rule.values if value.label == label), label)
        if known == LEAVE_OUT:
            self.left_out = column.key
        elif rule.role == "attribute":
            self.told[rule.target] = str(known or "")


@dataclass
class Reading:
    """The reading of the sheets of one conversion; `asks` collects what is in the way of a sound study."""

    sheets: list[Sheet]
    mapping: Mapping
    words: Vocabulary
    key: bytes
    roster: Roster | None
    report: Report
    asks: list[Ask] = field(default_factory=list)
    names: Names = field(default_factory=dict)

    def responses(self) -> list[Response]:
        """The responses of all sheets, with pseudonyms; those that are left out are counted."""
        found: list[Response] = []
        for number, sheet in enumerate(self.sheets):
            rules = [(column, self.mapping.rule(column.key)) for column in sheet.columns]
            kept = [(column, rule) for column, rule in rules if rule is not None and rule.role != "drop"]
            dropped = [column.key for column, rule in rules if rule is not None and rule.why == "name"]
            self.names = names_in(sheet, dropped)
            made = [self._response(sheet, number, kept, i) for i in range(len(sheet.rows))]
            if sheet.platform == "redcap":
                self._fill_in(made)
                made = self._joined(made)
            for one in made:
                if one.left_out:
                    self.report.left_out[one.left_out] = self.report.left_out.get(one.left_out, 0) + 1
                elif not one.filled:
                    self.report.empty += 1
                else:
                    found.append(one)
        for one in found:
            if not one.wave:
                column = next((c.key for c, rule in kept if rule.role == "wave"), "")
                self.asks.append(Ask("HV-707", "no_wave", Where(one.sheet.file, one.row, column)))
            self.report.unlinked += not one.person
        return self._told_once(self._one_each(found))

    def _told_once(self, responses: list[Response]) -> list[Response]:
        """Asks about a wave that holds the answers of another: a file given twice, or an export of all waves."""
        by_wave: dict[str, dict[tuple[str, ...], Response]] = {}
        for one in responses:
            if one.filled >= _MANY:
                told = tuple(cell for cells in one.answers.values() for cell in cells)
                by_wave.setdefault(one.wave, {})[(one.person, *told)] = one
        waves = list(by_wave)
        for i, later in enumerate(waves):
            for earlier in waves[:i]:
                both = by_wave[later].keys() & by_wave[earlier].keys()
                if len(both) > 1 and 2 * len(both) >= min(len(by_wave[later]), len(by_wave[earlier])):
                    first = min((by_wave[later][key] for key in both), key=lambda one: one.row)
                    values = {"n": str(len(both)), "wave": later, "other": earlier}
                    self.asks.append(Ask("HV-707", "same_answers", Where(first.sheet.file, first.row), values))
        return responses

    def _response(self, sheet: Sheet, number: int, kept: list[tuple[Column, ColumnRule]], i: int) -> Response:
        made = Response(sheet, sheet.rows[i], sheet.wave or "", "", {}, {})
        for column, rule in kept:
            self._take(made, i, column, rule)
        if sheet.perspective and not made.told.get("perspective"):
            made.told["perspective"] = sheet.perspective
        if made.person:
            made.respondent = pseudonym(self.key, "person", made.person)
        else:
            codes = [column.cells[i] for column, rule in kept if rule.role == "response"]
            code = codes[-1] if codes else ""
            made.respondent = pseudonym(self.key, "response", f"{made.wave}\0{number}\0{code or made.row}")
        return made

    def _take(self, made: Response, i: int, column: Column, rule: ColumnRule) -> None:
        """What one cell says, by the role of its column."""
        cell = column.cells[i]
        if rule.role == "question":
            answer = made.answers.setdefault(rule.target, ["", ""])
            answer[rule.part == "text"] = self._answer(made.sheet, i, column, rule)
        elif rule.role == "respondent":
            made.person = "" if fold(cell) in ANONYMOUS else cell.casefold() if "@" in cell else cell
        elif rule.role in ("attribute", "consent"):
            made.tell(column, rule, cell)
        elif rule.role == "party":
            made.party = column.labels.get(cell, cell)
        elif rule.role == "wave" and not made.sheet.wave:
            made.wave = wave_of(column, rule, cell)
        elif rule.role in ("tie", "ties") and cell:
            self._tie(made.sheet, column, rule, cell, made)

    def _answer(self, sheet: Sheet, i: int, column: Column, rule: ColumnRule) -> str:
        cell = column.cells[i]
        if cell and cell == sheet.not_shown:
            return "" if rule.part == "text" and self.words.question(rule.target).form != "open" else "not_asked"
        scaled = self.words.scale_of(rule.target)
        if rule.part == "text" or scaled is None or not cell:
            return self._text(sheet, i, column, column.labels.get(cell, cell)) if cell else ""
        label = label_of(column, cell, scaled[1], self.words)
        known = self.mapping.label(scaled[0], cell if label is None else label)
        if known is None or known.value is None:
            raise AssertionError(scaled[0])  # recognise() has asked about every label
        if known.match == "code":
            self.report.coded.add(scaled[0])
        return str(known.value)

    def _text(self, sheet: Sheet, i: int, column: Column, text: str) -> str:
        """An open answer without addresses, numbers and names, unless they are to stay; the report says where."""
        safe = masked(text, self.names)
        if safe == text:
            return text
        self.report.personal.append(Where(sheet.file, sheet.row_of(column, i), column.key))
        return text if self.mapping.personal == "keep" else safe

    def _tie(self, sheet: Sheet, column: Column, rule: ColumnRule, cell: str, made: Response) -> None:
        where = Where(sheet.file, made.row, column.key)
        parties = self.roster.by_name if self.roster else {}
        relation, _, party = rule.target.partition("/")
        if rule.role == "ties":
            known, strange = named_parties(column, cell, parties)
            made.ties |= {(relation, name): 1.0 for name in known}
            if known or not strange:  # who names only strangers does not say: with nobody
                made.named.add(relation)
            self.report.strangers += [(masked(name, None), where) for name in strange]
            return
        value = strength(column.labels.get(cell, cell))
        highest = highest_of(self.mapping, relation)
        if value is None or value > highest:
            key, seen = ("tie", {}) if value is None else ("strong", {"seen": f"{value:g}"})
            self.asks.append(Ask("HV-704", key, where, {"high": f"{highest:g}", **seen}))
            return
        made.named.add(relation)
        made.ties[relation, party] = value

    def _fill_in(self, made: list[Response]) -> None:
        """What a REDCap record tells once (in another event, or above its repeats) holds for all its rows."""
        by_person: dict[str, list[Response]] = {}
        for one in made:
            by_person.setdefault(one.person, []).append(one)
        for person, rows in by_person.items():
            if not person or len(rows) == 1:
                continue
            for target in {name for one in rows for name in one.told}:
                said = {one.told[target] for one in rows if one.told.get(target)}
                lacking = [one for one in rows if one.filled and not one.told.get(target)]
                if len(said) == 1 and lacking:
                    for one in lacking:
                        one.told[target] = next(iter(said))
                    self.report.filled_in.add(target)

    def _joined(self, made: list[Response]) -> list[Response]:
        """The rows of a REDCap record that fill different questions are one response; those that clash stay apart."""
        kept: list[Response] = []
        first: dict[tuple[str, str], Response] = {}
        for one in made:
            whole = first.setdefault((one.wave, one.person), one) if one.person and one.filled else one
            if whole is one or not whole.takes(one):
                kept.append(one)
            else:
                self.report.joined += 1
        return kept

    def _one_each(self, responses: list[Response]) -> list[Response]:
        """One response per respondent and wave, by the mapping's `repeats`; asks when it does not say."""
        as_they_are = any(rule.role == "respondent" and rule.match == "manual" for rule in self.mapping.columns)
        seen: dict[tuple[str, str], list[Response]] = {}
        spelled: dict[str, dict[str, Response]] = {}
        for made in responses:
            seen.setdefault((made.wave, made.respondent), []).append(made)
            if made.person and "@" not in made.person and not as_they_are:
                same = fold(made.person)
                if same in TESTS:
                    self.asks.append(Ask("HV-711", "test_respondent", Where(made.sheet.file, made.row)))
                same = same.lstrip("0") or "0" if same.isdigit() else re.sub(r"[\s._-]+", "", same)
                spelled.setdefault(same, {}).setdefault(made.person, made)
        dropped: set[int] = set()
        for rows in seen.values():
            if len(rows) > 1 and self.mapping.repeats:
                fullest = max(one.filled for one in rows)
                last = next(one for one in reversed(rows) if one.filled == fullest)
                chosen = {"first": rows[0], "last": rows[-1], "fullest": last}[self.mapping.repeats]
                dropped |= {id(one) for one in rows if one is not chosen}
            for one in rows[1:] if not self.mapping.repeats else []:
                where, row = Where(one.sheet.file, one.row), f"{rows[0].sheet.file}:{rows[0].row}"
                self.asks.append(Ask("HV-707", "respondent_twice", where, {"row": row}))
        self.report.repeated = len(dropped)
        for spellings in spelled.values():
            if len(spellings) > 1:
                made = list(spellings.values())[1]
                key = "leading_zeros" if made.person.isdigit() else "spelling"
                self.asks.append(Ask("HV-711", key, Where(made.sheet.file, made.row)))
        return [one for one in responses if id(one) not in dropped]
