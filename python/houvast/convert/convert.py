"""The whole way: read, recognise, ask or build."""

from __future__ import annotations

import json
import os
import re
from collections import Counter
from collections.abc import Callable, Sequence
from copy import deepcopy
from dataclasses import dataclass
from pathlib import Path
from typing import Any, TypeVar

from .. import _core
from ..errors import ParseError, Where, choose, problem, problems
from ..results.columns import names
from ..texts import Claim, say
from .audiences import audience_name, find_audiences
from .build import Building
from .checks import RELATION
from .edges import CONDITIONS, Edge, is_of_ties
from .files import garbled, read_raw
from .frames import read_frame, read_sav
from .listing import listed_parties, named_almost
from .mapping import PERSONAL, REPEATS, LabelRule, Mapping
from .partners import is_about_partners
from .platforms import PLATFORMS, unfold
from .privacy import key_from, new_key, write_key
from .questions import questions
from .recognise import choose_instruments, recognise
from .report import Report
from .roster import Roster, rows_of
from .sheet import Ask, ConversionError, Raw, Sheet
from .structure import Structure, read_structure
from .tie_tables import among, names_of, read_tables, speaking, ties_alone
from .ties import relation_named
from .unreadable import unreadable
from .vocabulary import Vocabulary
from .waves import ask_waves

__all__ = ["Conversion", "convert"]

_Read = TypeVar("_Read")
TITLE = say("convert.title", "nl")
# Columns of the tables of ties and assessments, as conversions fill them.
_TIE = ("wave", "reporter", "from", "to", "relation", "strength", *CONDITIONS)
_ASSESSMENT = ("wave", "assessor", "assessor_party", "dimension", "stage")


@dataclass
class Conversion:
    """A study made from exports, the mapping by which it was made, and the report of what was read and left out."""

    study: _core.Study  #: The study.
    mapping: Mapping  #: What each column and label was taken for.
    report: Report  #: What was read, and what was left out.


def convert(
    exports: Any,
    mapping: Mapping | str | os.PathLike[str] | None = None,
    roster: Any = None,
    *,
    waves: Sequence[str] = (),
    instruments: Sequence[str | os.PathLike[str]] = (),
    key: bytes | str | os.PathLike[str] | None = None,
    structure: str | os.PathLike[str] | None = None,
    platform: str | None = None,
    encoding: str | None = None,
    sheet: str | None = None,
    repeats: str | None = None,
    personal: str | None = None,
    add_partners: bool = False,
    id: str = "omgezet",
    title: str = TITLE,
) -> Conversion:
    """A validated study from one or more exports of survey platforms.

    Parameters
    ----------
    exports : path, frame, or sequence of these
        Files, or pandas, polars or Arrow frames.
    mapping : Mapping or path, optional
        What columns and labels mean, as written by an earlier conversion; None: everything is recognised.
    roster : path or frame, optional
        The parties: the columns of parties.csv and `respondents`, or a list as people keep it (*Naam*, *Organisatie*,
        *Domein*, *Functie*, *E-mail*).
    waves : sequence of str
        One per export, oldest first.
    instruments : sequence of str or path
        Ids, or files of your own; without them they are recognised.
    key : bytes or path, optional
        32 bytes, or the file of a key (written when it is not there); None: pseudonyms differ from conversion to
        conversion.
    structure : path, optional
        LimeSurvey survey structure or REDCap data dictionary.
    platform : str, optional
        Which platform made the exports; None: it is recognised.
    encoding : str, optional
        Of CSV files that are not UTF-8.
    sheet : str, optional
        Which sheet of a workbook holds the answers; None: the only one, or the one that does.
    repeats : str, optional
        Which response counts when someone answered twice in a wave: "first", "last" or "fullest"; None: it is asked.
    personal : str, optional
        "mask" or "keep" addresses, numbers and full names in open answers; None: as the mapping says, else "mask".
    add_partners : bool
        Add partners that are named and are not on the list of parties to it; without it they are reported.
    id : str
        Id of the study.
    title : str
        Title of the study.

    Returns
    -------
    Conversion
        The study, the mapping by which it was made, and the report of what was read.

    Raises
    ------
    ParseError
        HV-1xx when a file cannot be read.
    ConversionError
        HV-7xx with every question that a person must answer first; its attribute `mapping` is the mapping so far.
    ValidationError
        HV-2xx for contents that contradict themselves.
    """
    if platform is not None:
        choose(platform, PLATFORMS, "problem.subject.platform", kind=ParseError)
    sources = list(exports) if isinstance(exports, list | tuple) else [exports]
    if not sources:
        raise problem(ParseError, "HV-301", "problem.subject.exports", "problem.expected.one_export")
    known = _either(read_structure, structure, encoding) if structure is not None else None
    for wave in waves:
        if not wave.strip() or re.search(r"[;{}\n\r]", wave):
            raise unreadable("HV-208", "wave_id", Where("--wave"))
    read = [_read(source, i, known, platform, encoding, sheet) for i, source in enumerate(sources)]
    sheets = [one for one in read if isinstance(one, Sheet)]
    tables = [one for one in read if isinstance(one, Raw)]
    rules = _rules(mapping, repeats, personal)
    for one in sheets:
        one.skip(set(rules.skip))
    given = [str(name) for name in instruments] or rules.instruments
    words = Vocabulary([_instrument(name) for name in given] if given else choose_instruments(sheets))
    rules.instruments = given or [instrument.id for instrument in words.instruments]
    rules.platforms = list(dict.fromkeys([*(one.platform for one in sheets), *("ties" for _ in tables)]))
    parties, asks = _list_of_parties(roster, encoding, sheets, words, rules)
    if sheets:
        asks += recognise(sheets, words, rules, parties.by_name if parties else {})
        find_audiences(sheets, rules, words)
        asks += ask_waves(sheets, list(waves), rules)
        asks += _useless(sheets, rules, words, parties is not None)
    edges, unclear = read_tables(tables, rules)
    asks += unclear
    asks += named_almost(sheets, names_of(edges), rules, parties, add_partners) if parties else []
    if asks:
        raise _stop(asks, rules, sheets, words, parties)
    if not sheets:
        return _of_ties(edges, tables, parties, rules, {"id": id, "title": title})
    secret, fresh = _key(key)
    building = Building(sheets, rules, words, secret, parties, Report(key_kept=key is not None))
    building.edges = edges
    made = _built(building, {"id": id, "title": title})
    if fresh and key is not None and not isinstance(key, bytes):
        write_key(key, secret)
    return made


def _rules(mapping: Mapping | str | os.PathLike[str] | None, repeats: str | None, personal: str | None) -> Mapping:
    """The mapping to work with, and what was said beside it."""
    given = Mapping() if mapping is None else mapping
    rules = deepcopy(given) if isinstance(given, Mapping) else Mapping.load(given)
    rules.settle()
    if repeats:
        rules.repeats = choose(repeats, REPEATS, Claim("problem.subject.option", {"name": "repeats"}), kind=ParseError)
    if personal:
        named = Claim("problem.subject.option", {"name": "personal"})
        rules.personal = choose(personal, PERSONAL, named, kind=ParseError)
    return rules


def _list_of_parties(
    source: Any, encoding: str | None, sheets: list[Sheet], words: Vocabulary, rules: Mapping
) -> tuple[Roster | None, list[Ask]]:
    if source is None:
        return None, []
    return listed_parties(_either(rows_of, source, encoding), sheets, words, rules)


def _either(read: Callable[[Any, str | None], _Read], path: Any, encoding: str | None) -> _Read:
    """Reads a file beside the exports, which need not have their encoding."""
    try:
        return read(path, None)
    except ParseError as error:
        if encoding is None or error.code != "HV-702":
            raise
    return read(path, encoding)


def _key(key: bytes | str | os.PathLike[str] | None) -> tuple[bytes, bool]:
    if isinstance(key, bytes):
        if len(key) != 32:
            raise problem(ParseError, "HV-710", "problem.subject.key", Claim("problem.expected.bytes", {"n": 32}))
        return key, False
    return (new_key(), False) if key is None else key_from(key)


def _read(
    source: Any, number: int, known: Structure | None, platform: str | None, encoding: str | None, sheet: str | None
) -> Sheet | Raw:
    """The sheet of an export; of a table of ties its rows."""
    if isinstance(source, str | os.PathLike) and Path(source).suffix.casefold() in (".sav", ".zsav"):
        return read_sav(source)
    given = isinstance(source, str | os.PathLike)
    raw = read_raw(source, encoding, sheet) if given else read_frame(source, f"frame {number + 1}")
    of_ties = is_about_partners(raw) or (platform is None and is_of_ties(raw))
    return raw if of_ties else unfold(raw, platform, known)


def _instrument(name: str) -> _core.Instrument:
    if name.endswith(".json"):
        try:
            text = Path(name).read_text(encoding="utf-8-sig")
        except OSError as error:
            raise unreadable("HV-101", "no_file", Where(Path(name).name), error) from error
        except UnicodeDecodeError:
            raise unreadable("HV-702", "declared", Where(Path(name).name)) from None
        return _core.Instrument.parse(text, Path(name).name)
    return _core.instrument(name)


def _stop(
    asks: list[Ask], mapping: Mapping, sheets: list[Sheet], words: Vocabulary, roster: Roster | None
) -> ConversionError:
    unique = list(dict.fromkeys((ask.code, ask.key, ask.where, tuple(ask.values.items())) for ask in asks))
    kept = [Ask(code, key, where, dict(values)) for code, key, where, values in unique]
    error = problems(ConversionError, [ask.issue() for ask in kept])
    error.mapping, error.asked = mapping, kept
    error.questions = questions(kept, mapping, sheets, words, roster)
    return error


def _useless(sheets: list[Sheet], rules: Mapping, words: Vocabulary, with_roster: bool) -> list[Ask]:
    asks = []
    for sheet in sheets:
        found = [(column, rule) for column in sheet.columns for rule in [rules.rule(column.key)] if rule]
        if not any(rule.role == "question" for _, rule in found):
            asks.append(Ask("HV-708", "nothing", Where(sheet.file)))
        for column, rule in found:
            names_parties = rule.role in ("tie", "ties") or (rule.role == "party" and any(column.cells))
            if names_parties and not rule.confirm and not with_roster:
                asks.append(Ask("HV-712", "roster_needed", Where(sheet.file, column=rule.column)))
            kind = words.instrument_of(rule.target).kind if rule.target in words.questions else ""
            if rule.role == "question" and kind == "dyadic" and not rule.confirm:
                rule.confirm = True
                values = {"question": rule.target}
                asks.append(Ask("HV-703", "partner", Where(sheet.file, column=rule.column), values))
    return asks


def _of_ties(
    edges: list[Edge], tables: list[Raw], roster: Roster | None, rules: Mapping, about: dict[str, str]
) -> Conversion:
    """The study of tables of ties alone; names that a list of parties does not have are reported."""
    report = Report(key_kept=True, ties=len(edges), waves=["1"])
    report.files = [(table.file, "ties", "") for table in tables]
    if roster is not None:
        edges, report.strangers = among(speaking(edges, roster.rows), roster.by_name)
    study = ties_alone(edges, roster, rules, about)
    report.parties, report.asked_known = len(study.parties), roster is not None
    _tell_list(report, roster, rules)
    return Conversion(study, rules, report)


def _tell_list(report: Report, roster: Roster | None, mapping: Mapping) -> None:
    """Tells of the parties that were made of a list, and keeps their ids."""
    if roster is not None and roster.made:
        report.listed = [(row["id"], row["name"], row.get("asked", "")) for row in roster.rows]
        report.not_kept = roster.dropped
        mapping.parties["ids"] = [LabelRule(name, id, "exact") for id, name, _ in report.listed]


def _built(building: Building, about: dict[str, str]) -> Conversion:
    if any(rule.role in ("tie", "ties") for rule in building.mapping.columns) and not building.mapping.relations:
        building.mapping.relations = [relation_named(RELATION, 1)]
    responses = building.responses()
    if not responses and not building.asks:
        building.asks.append(Ask("HV-708", "nobody", Where(building.sheets[0].file)))
    if building.asks:
        raise _stop(building.asks, building.mapping, building.sheets, building.words, building.roster)
    waves = building.waves(responses)
    columns, rows, file, numbers = building.place(responses, _titles())
    if building.asks:
        raise _stop(building.asks, building.mapping, building.sheets, building.words, building.roster)
    platforms = ", ".join(building.mapping.platforms)
    source = say("convert.source", "nl", platforms=platforms)
    head = {"id": about["id"], "title": {"nl": about["title"], "en": about["title"]}, "source": source}
    known: dict[str, Any] = {} if building.report.asked_known else {"asked_known": False}
    header = building.header(waves, responses, {**head, **known, "relations": building.mapping.relations})
    tables = [{"name": "parties", "file": file, "columns": columns, "rows": rows, "row_numbers": numbers}]
    ties = building.ties_told(responses, [dict(zip(columns, row, strict=True)) for row in rows], waves[-1])
    content = {
        "answers": (names("answers"), building.answers(responses)),
        "assessments": ([*_ASSESSMENT], building.assessments(responses)),
        "ties": ([*_TIE], ties),
    }
    for name, (heading, lines) in content.items():
        if lines:
            counted = list(range(2, len(lines) + 2))
            table = {"name": name, "file": f"{name}.csv", "columns": heading, "rows": lines, "row_numbers": counted}
            tables.append(table)
    study = _core.study_from_tables(json.dumps(header, ensure_ascii=False).encode(), tables, "study.json")
    building.report.respondents = len({made.respondent for made in responses})
    building.report.responses = len(responses)
    _tell(building, study, waves, len(content["ties"][1]))
    return Conversion(study, building.mapping, building.report)


def _titles() -> _core.Study:
    header = {"schema": "houvast-study/1", "id": "x", "title": {"nl": "x", "en": "x"}, "instruments": []}
    return _core.study_from_json(json.dumps({**header, "waves": [{"id": "1"}], "parties": [{"id": "x"}]}).encode())


def _tell(building: Building, study: _core.Study, waves: list[str], ties: int) -> None:
    report, mapping = building.report, building.mapping
    _tell_list(report, building.roster, mapping)
    report.files = [(sheet.file, sheet.platform, sheet.reason) for sheet in building.sheets]
    report.audiences = [(sheet.file, audience_name(sheet.audience)) for sheet in building.sheets if sheet.perspective]
    report.previews = sum(sheet.previews for sheet in building.sheets)
    report.parties, report.ties, report.waves = len(study.parties), ties, waves
    found = _tell_columns(building)
    labels = [label for rules in mapping.answers.values() for label in rules]
    report.questions = dict(Counter(found.values()))
    report.labels = dict(Counter(label.match or "manual" for label in labels))
    report.lacking = _lacking(building, found)
    report.code_words = [_code_words(name, building.words) for name in sorted(report.coded)]
    report.garbled = [
        Where(sheet.file, sheet.row_of(column, i), column.key)
        for sheet in building.sheets
        for column in sheet.columns
        for i, cell in enumerate(column.cells)
        if garbled(cell)
    ]
    report.personal_kept = mapping.personal == "keep"
    report.notes = dict(sum((Counter(sheet.notes) for sheet in building.sheets), Counter()))


def _tell_columns(building: Building) -> dict[str, str]:
    """Tells of the columns that are there what became of them; the questions with how each was recognised."""
    report = building.report
    found: dict[str, str] = {}
    present = {column.key for sheet in building.sheets for column in sheet.columns}
    for rule in (rule for rule in building.mapping.columns if rule.column in present):
        if rule.role == "question":
            found.setdefault(rule.target, rule.match or "manual")
        elif rule.role == "respondent":
            report.person = rule.column
        elif rule.role in ("drop", "response"):
            why = "response" if rule.role == "response" else rule.why if rule.why in _REASONS else "yours"
            report.dropped.setdefault(why, []).append(rule.column)
    return found


def _lacking(building: Building, found: dict[str, str]) -> list[str]:
    """Questions of the instruments asked that are not in every file, with the files when they are in some."""
    words = building.words
    asked = {words.instrument_of(question).id for question in found}
    wanted = [q.id for instrument in words.instruments if instrument.id in asked for q in instrument.questions]
    there = []
    for sheet in building.sheets:
        rules = [known for column in sheet.columns if (known := building.mapping.rule(column.key))]
        there.append((sheet.file, {known.target for known in rules if known.role == "question"}))
    lacking = []
    for question in wanted:
        without = [file for file, targets in there if question not in targets]
        if without:
            lacking.append(question if len(without) == len(there) else f"{question} ({', '.join(without)})")
    return lacking


def _code_words(name: str, words: Vocabulary) -> dict[int, Any]:
    """The words for the codes of a scale, named as instrument/scale."""
    instrument_id, _, scale = name.partition("/")
    instrument = next(one for one in words.instruments if one.id == instrument_id)
    return {label.value: label.text for label in instrument.scale(scale).labels}


_REASONS = frozenset(
    ("name", "contact", "ip", "place", "time", "technical", "e-mail", "not used", "unknown", "network", "comment")
)
