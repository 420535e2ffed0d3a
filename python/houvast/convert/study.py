"""A study from frames without a header: `houvast.study`."""

from __future__ import annotations

import json
import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import Any

from .. import _core
from ..errors import InvalidValueError, Issue, ValidationError, Where, issue, nearest, problem, problems
from ..io.ids import free_id
from ..texts import Claim, say
from .checks import RELATION
from .edges import CONDITIONS, Edge, conditions_of, edges_of, is_edge_list
from .frames import frame_columns
from .mapping import Mapping
from .personal import personal
from .roster import ATTRIBUTES, Roster, made_parties, read_roster
from .sheet import Ask, Raw, clean
from .study_columns import AnswerColumns, answer_columns
from .ties import relation_named
from .vocabulary import Vocabulary, fold
from .waves import in_order

__all__ = ["Making", "assembled", "study"]

_DAY = re.compile(r"\d{4}-\d{2}-\d{2}")
# Columns of ties, as reports have them.
_REPORT = ("wave", "reporter", "from", "relation", "to", "strength", *CONDITIONS)


@dataclass
class Making:
    """A study under way: its parties, who answered for which, and everything that is wrong."""

    words: Vocabulary
    roster: Roster | None
    rows: list[dict[str, str]] = field(default_factory=list)
    by_name: dict[str, str] = field(default_factory=dict)
    asked: Counter[tuple[str, str]] = field(default_factory=Counter)  # (party, wave) → people who answered
    issues: list[Issue] = field(default_factory=list)

    def __post_init__(self) -> None:
        if self.roster is not None:
            self.rows, self.by_name = self.roster.rows, self.roster.by_name

    def party(self, name: str, where: Where) -> str:
        """The id of a party that is named; one that no list has is made when there is no list."""
        found = self.by_name.get(fold(name))
        if found is not None:
            return found
        if self.roster is not None:
            value = "" if personal(name) else name
            names = [row.get("name") or row["id"] for row in self.rows]
            expected = "problem.expected.party_of_list"
            near = nearest(name, names)
            self.issues.append(issue("HV-202", "problem.subject.party", expected, where, value=value, near=near))
            return ""
        id = free_id(name, {row["id"] for row in self.rows})
        self.rows.append({"id": id, "name": name, "kind": "group"})
        self.by_name[fold(name)] = id
        return id

    def by_attributes(self, told: list[dict[str, str]], people: list[str], file: str) -> list[str]:
        """The party of each row, by the list of parties, or made of what people tell about themselves."""
        if self.roster is None:
            return self._made_of(told)
        roster, found = self.roster, []
        for row, (attributes, person) in enumerate(zip(told, people, strict=True), 1):
            linked = roster.by_respondent.get(person.casefold()) if person else None
            fits = [linked] if linked else roster.matching(attributes, self.words)
            if len(fits) != 1:
                key = "no_party" if not fits else "several_parties"
                self.issues.append(Ask("HV-712", key, Where(file, row), {"roster": roster.file}).issue())
            found.append(fits[0] if len(fits) == 1 else "")
        return found

    def _made_of(self, told: list[dict[str, str]]) -> list[str]:
        own = sorted({name for attributes in told for name in attributes if name.startswith("x_")})
        combinations = [tuple(attributes.get(name, "") for name in (*ATTRIBUTES, *own)) for attributes in told]
        parties = made_parties(combinations, own, _core.study_from_json(_NOBODY))
        self.rows += parties.values()
        self.by_name |= {fold(str(party["name"])): party["id"] for party in parties.values()}
        return [parties[combination]["id"] for combination in combinations]

    @property
    def numbers(self) -> list[int]:
        """The rows of the list in which the parties stand; none when there is no list."""
        return self.roster.numbers if self.roster is not None else []

    def table(self, waves: list[str]) -> tuple[list[tuple[str, list[str]]], bool]:
        """The columns of the table of parties, and whether it is known how many people were asked."""
        known = True
        for party in self.rows:
            counts = {wave: self.asked[party["id"], wave] for wave in waves}
            if not party.get("asked") and not (party.get("kind", "person") in ("", "person") and self.roster):
                party["asked"] = str(max(counts.values(), default=0))
                known = False
            if self.roster is None and any(counts.values()):
                taken = [wave for wave in waves if counts[wave]]
                party["waves"] = "" if taken == waves else ";".join(taken)
        names = list(dict.fromkeys(name for party in self.rows for name in party))
        return [(name, [party.get(name, "") for party in self.rows]) for name in names], known


_NOBODY = json.dumps(
    {
        "schema": "houvast-study/1",
        "id": "x",
        "title": {"nl": "x", "en": "x"},
        "instruments": [],
        "waves": [{"id": "1"}],
        "parties": [{"id": "x"}],
    }
).encode()


def study(
    answers: Any = None,
    parties: Any = None,
    ties: Any = None,
    instrument: str | _core.Instrument | Sequence[str | _core.Instrument] = "six-elements",
    title: str | None = None,
    *,
    id: str = "studie",
    directed: bool = False,
    max_strength: float = 1,
) -> _core.Study:
    """A study from frames as you have them, without a header.

    A frame is a pandas or polars frame, an Arrow table, a dict of columns, a list of rows (dicts) or a structured numpy
    array. Places in messages are the name of the argument, the row (1 is the first) and the column.

    Parameters
    ----------
    answers : frame, optional
        Wide (one row per respondent, a column per question) or long (columns `question` and `answer`). Questions are
        named by id or by their text, with the text of a mixed question under `ID:text`. Columns `party`, `respondent`
        and `wave` may be there, in Dutch or English, and what people tell about themselves (`organisation`, `domain`,
        `sector`, `level`, `perspective`, `x_…`). Names, addresses, times and other columns that survey platforms add
        are left out; any other column is an error.
    parties : frame, optional
        One row per party: the columns of parties.csv, or a list with a name (*Naam*, *Organisatie*, *Domein*, …) from
        which ids are made. Without it the parties are those that the answers and the ties name, or else made of what
        people tell about themselves, and how many people were asked is not known.
    ties : frame, optional
        A matrix with names beside and above it (a frame with names as index, or in the first column; what the party of
        the row says), or one row per tie (`from` and `to`, perhaps `strength`, `relation`, `reporter` and `wave`; also
        `source`, `target` and `weight`). An array goes by the order of `parties`. 0 is no tie, a row of a matrix
        without any cell is a party that said nothing; of what is said twice the highest strength counts.
    instrument : str, Instrument or a sequence of these
        What was asked: names of `houvast.instruments()`, or instruments of your own.
    title : str, optional
        Title of the study; "Our collaboration" without it.
    id : str
        Id of the study.
    directed : bool
        Whether a tie from one party to another differs from the one back.
    max_strength : float
        The highest strength that a tie may have.

    Returns
    -------
    Study

    Raises
    ------
    InvalidValueError
        HV-3xx for what is no frame, or when there is neither an answer nor a tie.
    ParseError
        HV-1xx for columns that do not have the form.
    ValidationError
        HV-2xx and HV-7xx with everything that is wrong.
    """
    if answers is None and ties is None:
        raise problem(InvalidValueError, "HV-301", "problem.subject.study", "problem.expected.answers_or_ties")
    given = [instrument] if isinstance(instrument, str | _core.Instrument) else list(instrument)
    instruments = [_core.instrument(each) if isinstance(each, str) else each for each in given]
    making = Making(Vocabulary(instruments), None if parties is None else _listed_parties(parties))
    read = None if answers is None else answer_columns(*frame_columns(answers, "answers"), making.words)
    edges, wrong = ([], []) if ties is None else edges_of(_tie_rows(ties, making), max_strength)
    most = Claim("problem.expected.strength", {"most": max_strength})
    making.issues += [issue("HV-204", "problem.subject.strength", most, where) for where, _ in wrong]
    of_rows = [] if read is None else _parties_of(read, making)
    about = {"id": id, "title": {lang: title or say("convert.title", lang) for lang in ("nl", "en")}}
    return assembled(making, read, of_rows, edges, {**about, "directed": directed, "max_strength": max_strength})


def assembled(
    making: Making, read: AnswerColumns | None, of_rows: list[str], edges: list[Edge], about: dict[str, Any]
) -> _core.Study:
    """The study of answers with their parties, and of ties; raises ValidationError with everything that was wrong."""
    reports = _reports(edges, making)
    making.asked.update({(reporter, wave) for wave, reporter, *_ in reports} - making.asked.keys())
    if making.issues:
        raise problems(ValidationError, making.issues)
    waves = in_order(list(dict.fromkeys([*(read.waves if read else []), *(wave for wave, *_ in reports)])), Mapping())
    relations = list(dict.fromkeys(report[3] for report in reports))
    columns, known = making.table(waves)
    header = {
        "schema": "houvast-study/1",
        "id": about["id"],
        "title": about["title"],
        "instruments": [_named(each) for each in making.words.instruments],
        "waves": [{"id": wave, **({"date": wave} if _DAY.fullmatch(wave) else {})} for wave in waves],
        "relations": [
            about.get("relations", {}).get(name)
            or {**relation_named(name, about["max_strength"]), "directed": about["directed"]}
            for name in relations
        ],
        **({} if known else {"asked_known": False}),
        **({"source": about["source"]} if "source" in about else {}),
    }
    tables = [_core.columns_from_items(columns, "parties", "parties", 1, making.numbers)]
    if read is not None:
        tables.append(_core.columns_from_items(read.items(of_rows), "answers", "answers"))
    if reports:
        cells = [list(column) for column in zip(*reports, strict=True)]
        tables.append(_core.columns_from_items(list(zip(_REPORT, cells, strict=True)), "ties", "ties"))
    return _core.study_from_columns(json.dumps(header).encode(), tables, "header")


def _named(instrument: _core.Instrument) -> Any:
    shipped = _core.instruments()
    return instrument.id if instrument.id in shipped else json.loads(instrument.json)


def _listed_parties(parties: Any) -> Roster:
    """The list of parties; its rows are counted from the first one under the heading."""
    keys, lists = frame_columns(parties, "parties")
    return read_roster(_raw("parties", keys, lists))


def _raw(name: str, keys: Sequence[Any], lists: list[list[Any]]) -> Raw:
    rows = [[clean(key) for key in keys], *([clean(cell) for cell in row] for row in zip(*lists, strict=True))]
    return Raw(name, rows, list(range(len(rows))), "frame")


def _tie_rows(ties: Any, making: Making) -> Raw:
    """The rows of a matrix or of a list of ties; of an array, with the names of the parties in their order."""
    if getattr(ties, "ndim", 0) == 2 and not hasattr(ties, "columns"):
        names = [row["id"] for row in making.rows]
        if ties.shape != (len(names), len(names)):
            expected = Claim("problem.expected.matrix_of_parties", {"n": len(names)})
            size = "×".join(map(str, ties.shape))
            raise problem(InvalidValueError, "HV-301", "problem.subject.matrix", expected, Where("ties"), value=size)
        return _raw("ties", ["", *names], [names, *ties.T.tolist()])
    if hasattr(ties, "iloc") and all(level is None for level in ties.index.names) and ties.index.dtype.kind not in "iu":
        ties = ties.reset_index()
    raw = _raw("ties", *frame_columns(ties, "ties"))
    if not is_edge_list(raw) and len(raw.rows[0]) < 2:
        raise problem(InvalidValueError, "HV-301", "problem.subject.ties", "problem.expected.ties", Where("ties"))
    return raw


def _parties_of(read: AnswerColumns, making: Making) -> list[str]:
    """The party of every row of the answers; counts who answered for each."""
    names = read.cells("party")
    if any(names):
        column = read.heading("party")
        found = [making.party(name, Where("answers", row, column)) if name else "" for row, name in enumerate(names, 1)]
    elif making.roster is not None and not read.attributes and not any(read.people):
        raise problem(
            ValidationError, "HV-112", "problem.subject.column", "problem.expected.column_of_party", Where("answers")
        )
    else:
        found = making.by_attributes(read.told(), read.people, "answers")
    people = read.respondents or [f"{row}" if read.wide else party for row, party in enumerate(found)]
    waves = read.cells("wave") or read.waves * len(found)
    counted = {(party, wave, person) for party, wave, person in zip(found, waves, people, strict=True)}
    making.asked.update(Counter((party, wave) for party, wave, _ in counted if party))
    return found


def _reports(edges: list[Edge], making: Making) -> list[tuple[str, ...]]:
    """The rows of ties.csv: of what one party says about another more than once, the highest strength."""
    strongest: dict[tuple[str, str, str, str, str], float] = {}
    heard: dict[tuple[str, str, str, str, str], list[Edge]] = {}
    for edge in edges:
        source = making.party(edge.source, edge.where)
        target = making.party(edge.target, edge.where) if edge.target else ""
        reporter = making.party(edge.reporter, edge.where) if edge.reporter else source
        if source != target:
            key = (edge.wave or "1", reporter, source, edge.relation or RELATION, target)
            strongest[key] = max(edge.strength, strongest.get(key, 0.0))
            heard.setdefault(key, []).append(edge)
    told = {key[:4] for key in strongest if key[4]}
    kept = {key: value for key, value in strongest.items() if key[4] or key[:4] not in told}
    return [(*key, f"{value:g}" if key[4] else "", *conditions_of(heard[key])) for key, value in kept.items()]
