"""Who stands behind each figure of a release: the people of every group, and what was told of how many are counted."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from functools import partial
from itertools import chain
from typing import Any, Final, TypeAlias

from ... import _core
from ...results.columns import group_of, rows_of
from ...results.hidden import HIDDEN
from ..wordings import Wordings

__all__ = ["Cell", "Figure", "People", "figures_of"]

People: TypeAlias = frozenset[str]
_SAID: Final = ("answered", "dont_know", "refused", "skipped")  # states of those who could say
_ANSWER: Final = ("wave", "respondent", "party", "instrument", "question", "state")  # columns of tidy answers
_FINE: Final = 20  # every edge of a step is a whole number of twentieths


@dataclass(frozen=True, slots=True)
class Cell:
    """What a release told of some people: at least `low` and at most `high` of them are counted."""

    people: People
    low: int
    high: int


@dataclass(frozen=True, slots=True)
class Figure:
    """One number of people, of everybody and of groups; `members` are the groups that these are made of."""

    told: frozenset[Cell]
    members: frozenset[People] = frozenset()


def figures_of(study: _core.Study, release: _core.Release, digest: Callable[[str, str], str]) -> dict[str, Figure]:
    """Every figure of a release by its name; people are told apart by `digest(figure, person)` only."""
    answers = _Answers(study, release)
    figures: dict[str, Figure] = {}
    for at, name, figure in chain(
        _of_questions(answers, release),
        _of_response(answers, study, release, digest),
        _of_stages(study, release),
        _of_networks(study, release),
    ):
        if figure.told:
            figures[f"{at}/{name}"] = _keyed(figure, partial(digest, at))
    return figures


def _keyed(figure: Figure, digest: Callable[[str], str]) -> Figure:
    known = {person: digest(person) for cell in figure.told for person in cell.people}
    known |= {person: digest(person) for people in figure.members for person in people if person not in known}

    def keyed(people: People) -> People:
        return frozenset(known[person] for person in people)

    told = frozenset(Cell(keyed(cell.people), cell.low, cell.high) for cell in figure.told)
    return Figure(told, frozenset(keyed(people) for people in figure.members))


def _cell(people: People, share: _core.ReleasedShare) -> Cell:
    """People of whom a share from its lower edge up to its upper one (1 included) is counted."""
    low, high = round(share.low * _FINE), round(share.high * _FINE)
    most = len(people) if high == _FINE else -(-len(people) * high // _FINE) - 1
    return Cell(people, -(-len(people) * low // _FINE), most)


def _untold(people: People) -> Cell:
    return Cell(people, 0, len(people))


def _columns(table: _core.Table, names: Iterable[str]) -> Iterable[tuple[Any, ...]]:
    return zip(*(table.column(name).values for name in names), strict=True)


# ------------------------------------------------------------------------------------------------ answers


class _Answers:
    """Who gave what kind of answer to which question, and the group of each."""

    def __init__(self, study: _core.Study, release: _core.Release) -> None:
        self.by = release.by
        self.party_group = {party.id: group_of(party, self.by) for party in study.parties}
        self.group: dict[tuple[str, str], str] = {}  # of a respondent in a wave
        self.states: dict[tuple[str, str, str], dict[str, str]] = {}
        self.respondents: dict[tuple[str, str], set[str]] = {}
        for wave, person, party, instrument, question, state in _columns(study.tidy_answers(), _ANSWER):
            self.group[wave, person] = self.party_group[party]
            if state != "not_asked":
                self.respondents.setdefault((wave, instrument), set()).add(person)
                self.states.setdefault((wave, instrument, question), {})[person] = state

    def of(self, wave: str, instrument: str, question: str, states: tuple[str, ...]) -> People:
        """Those whose answer is of one of some kinds; who left no answer skipped it."""
        found = self.states.get((wave, instrument, question), {})
        people = self.respondents.get((wave, instrument), set())
        return frozenset(person for person in people if found.get(person, "skipped") in states)

    def by_group(self, wave: str, people: Iterable[str]) -> dict[str, People]:
        """People by their group."""
        return _grouped(people, lambda person: self.group[wave, person])


def _grouped(people: Iterable[str], group: Callable[[str], str]) -> dict[str, People]:
    found: dict[str, set[str]] = {}
    for person in people:
        found.setdefault(group(person), set()).add(person)
    return {name: frozenset(members) for name, members in found.items()}


def _of_group(name: str, names: Iterable[str], members: Mapping[str, People]) -> People:
    """The people of a group as it was told of; what goes together is whoever is in no other one."""
    if name != _core.OTHER_GROUPS:
        return members.get(name, frozenset())
    alone = set(names)
    return frozenset(chain.from_iterable(people for group, people in members.items() if group not in alone))


def _told(
    total: Any, groups: Iterable[Any], field: str, people: People, members: Mapping[str, People]
) -> frozenset[Cell]:
    """What was told of everybody and of groups in one field of their rows."""
    rows = list(groups)
    names = [row.group for row in rows]
    of = [(total, people), *((row, _of_group(row.group, names, members)) for row in rows)]
    return frozenset(_cell(those, share) for row, those in of if (share := getattr(row, field)) not in (HIDDEN, None))


def _of_questions(answers: _Answers, release: _core.Release) -> Iterable[tuple[str, str, Figure]]:
    words = Wordings(release)
    groups: dict[tuple[str, str, str], list[_core.ReleasedScore]] = {}
    for score in release.groups:
        if score.kind == "question":
            groups.setdefault((score.wave, score.instrument, score.id), []).append(score)
    for total in release.totals:
        if total.kind != "question":
            continue
        item = (total.wave, total.instrument, total.id)
        at, rows = "/".join(item), groups.get(item, [])
        for field, states in (("top", _SAID[:1]), ("dont_know", _SAID)):
            people = answers.of(*item, states)
            members = answers.by_group(total.wave, people)
            told = _told(total, rows, field, people, members)
            if field == "top":
                bins = _bins(total, people, words)
                told = frozenset(_narrowed(cell, people, bins, words, total) for cell in told)
                yield from ((at, f"is {value}", Figure(frozenset((cell,)))) for value, cell in bins.items())
            yield at, field, Figure(told, frozenset(members.values()))


def _bins(total: Any, people: People, words: Wordings) -> dict[int, Cell]:
    """What was told of each category, as far as it follows from all of them together."""
    found = {each.value: _cell(people, each.share) for each in total.distribution or ()}
    low, high = (sum(getattr(cell, end) for cell in found.values()) for end in ("low", "high"))
    n = len(people)
    return {
        value: Cell(people, max(cell.low, n - (high - cell.high)), min(cell.high, n - (low - cell.low)))
        for value, cell in found.items()
    }


def _narrowed(cell: Cell, people: People, bins: Mapping[int, Cell], words: Wordings, total: Any) -> Cell:
    """High answers of everybody follow from the categories as well."""
    scale = words.scale(total.instrument, total.id)
    if cell.people != people or not bins or scale is None:
        return cell
    top = [each for value, each in bins.items() if scale.is_top(value)]
    rest = [each for value, each in bins.items() if not scale.is_top(value)]
    low = max(sum(each.low for each in top), len(people) - sum(each.high for each in rest))
    high = min(sum(each.high for each in top), len(people) - sum(each.low for each in rest))
    return Cell(people, max(cell.low, low), min(cell.high, high))


# ------------------------------------------------------------------------------------------------ response


def _asked(study: _core.Study) -> dict[str, list[tuple[str, int]]]:
    """Of every wave the parties that took part, and how many of their people were asked."""
    waves = [wave.id for wave in study.waves]
    found: dict[str, list[tuple[str, int]]] = {wave: [] for wave in waves}
    for row in rows_of(study, "parties"):
        asked = int(row["asked"] or 1)
        for wave in (row["waves"] or ";".join(waves)).split(";"):
            found[wave].append((row["id"], asked))
    return found


def _of_response(
    answers: _Answers, study: _core.Study, release: _core.Release, digest: Callable[[str, str], str]
) -> Iterable[tuple[str, str, Figure]]:
    asked = _asked(study)
    rows: dict[tuple[str, str], list[Any]] = {}
    for row in release.responses:
        rows.setdefault((row.wave, row.instrument), []).append(row)
    for (wave, instrument), response in rows.items():
        at = f"{wave}/{instrument}"
        answered = frozenset(answers.respondents.get((wave, instrument), ()))
        places = {f"{party}\t{i}": answers.party_group[party] for party, people in asked[wave] for i in range(people)}
        everybody, groups = frozenset(places), _grouped(places, places.__getitem__)
        yield at, "answered", _figure(response, answered, answers.by_group(wave, answered), _untold_row)
        yield at, "asked", _figure(response, everybody, groups, _untold_row)
        same = digest(at, "\n".join(sorted(answered)))  # how many answered is the same number while the same people did
        yield at, f"response of {same}", _figure(response, everybody, groups, _share_row)


def _untold_row(row: Any, people: People) -> Cell | None:
    return _untold(people) if row.shown else None


def _share_row(row: Any, people: People) -> Cell | None:
    return None if row.share in (HIDDEN, None) else _cell(people, row.share)


def _figure(
    rows: Iterable[Any],
    everybody: People,
    members: Mapping[str, People],
    cell: Callable[[Any, People], Cell | None],
) -> Figure:
    """What rows tell of everybody (`is_total`) and of groups."""
    named = [row.group for row in rows if not row.is_total]
    cells = (cell(row, everybody if row.is_total else _of_group(row.group, named, members)) for row in rows)
    return Figure(frozenset(each for each in cells if each is not None), frozenset(members.values()))


# ------------------------------------------------------------------------------------------------ stages, networks


def _of_stages(study: _core.Study, release: _core.Release) -> Iterable[tuple[str, str, Figure]]:
    states: dict[tuple[str, str], dict[str, bool]] = {}
    for row in rows_of(study, "assessments"):
        if not row["object_a"]:
            states.setdefault((row["wave"], row["dimension"]), {})[row["assessor"]] = row["stage"].isdigit()
    for told in release.stages:
        if told.shown:
            said = states.get((told.wave, told.dimension), {})
            people = frozenset(person for person, is_stage in said.items() if is_stage)
            at = f"{told.wave}/{told.dimension}"
            for each in told.distribution or ():
                yield at, f"is {each.value}", Figure(frozenset((_cell(people, each.share),)))
            yield at, "assessors", Figure(frozenset((_untold(frozenset(said)),)))


def _of_networks(study: _core.Study, release: _core.Release) -> Iterable[tuple[str, str, Figure]]:
    group = {party.id: group_of(party, release.blocks_by) for party in study.parties}
    reporters: dict[tuple[str, str], set[str]] = {}
    for row in rows_of(study, "ties"):
        reporters.setdefault((row["wave"], row["relation"]), set()).add(row["reporter"])
    for network in release.networks:
        if network.shown:
            people = frozenset(reporters.get((network.wave, network.relation), ()))
            members = _grouped(people, group.__getitem__)
            told = [people, *(_of_group(name, network.groups, members) for name in network.groups)]
            yield f"{network.wave}/{network.relation}", "reporters", Figure(frozenset(map(_untold, told)))
