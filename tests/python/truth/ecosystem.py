"""Who takes part in a study, who has ties with whom and who told so, read from its tables by pandas and networkx."""

import json
import unicodedata
from functools import cached_property
from itertools import combinations

import networkx as nx
import pandas as pd
from raw import frames_of

import houvast


def words(cell: object) -> list[str]:
    """The words of a cell that holds several."""
    return [] if pd.isna(cell) else [word for word in str(cell).split(";") if word]


def alike(word: str) -> str:
    """A word as it is compared: capitals, white space and how an accent is written make no difference."""
    told = unicodedata.normalize("NFC", word.replace("\u200b", "").replace("\ufeff", ""))
    return " ".join("".join(c.lower() if c <= "\u00de" else c for c in told).split())


class Ecosystem:
    """A study in a wave and a relation: its last and its first unless told."""

    def __init__(self, study: houvast.Study, wave: str | None = None, relation: str | None = None) -> None:
        self.frames = frames_of(study)
        header = json.loads(study.header_json())
        self.profile = json.loads(study.profile_json)
        self.asked_known = header.get("asked_known", True)
        self.wave = wave or study.waves[-1].id
        self.relation = next((each for each in header["relations"] if relation in (None, each["id"])), None)
        self.thresholds = {
            "response": 0.5,
            "observed": 0.5,
            "significance": 0.01,
            "parity": 0.5,
            "mutual": 0.55,
            "steps": 2,
            "overlap": 4,
        } | self.profile.get("thresholds", {})

    @cached_property
    def parties(self) -> dict[str, dict]:
        """Who takes part in the wave, in the order of the roster; an empty cell is an empty text."""
        rows = self.frames["parties"].to_dict("records")
        there = [row for row in rows if not words(row["waves"]) or self.wave in words(row["waves"])]
        return {row["id"]: {key: "" if _empty(cell) else cell for key, cell in row.items()} for row in there}

    def of(self, column: str, value: str) -> list[str]:
        """The parties with a value in a column."""
        return [id for id, party in self.parties.items() if party[column] == value]

    def some_without(self, column: str) -> bool:
        """Whether some party has an empty cell there."""
        return any(not party[column] for party in self.parties.values())

    def terms(self, vocabulary: str) -> list[dict]:
        """The words of the profile."""
        return self.profile.get(vocabulary, [])

    def expected(self, vocabulary: str) -> list[str]:
        """The words that the profile expects."""
        return [term["id"] for term in self.terms(vocabulary) if term.get("expected")]

    def holders(self, column: str, vocabulary: str, also_of_others: bool = False) -> dict[str, list[str]]:
        """Who takes part and has each word, by the words of the profile, and then as it is first written.

        `also_of_others`: words count that only parties use who do not take part now.
        """
        terms = self.terms(vocabulary)
        written = {alike(word): term["id"] for term in terms for word in (term["id"], *term["title"].values()) if word}
        found: dict[str, list[str]] = {term["id"]: [] for term in terms}
        for row in self.frames["parties"].to_dict("records"):
            if row["id"] not in self.parties and not also_of_others:
                continue
            for word in words(row[column] or None):
                having = found.setdefault(written.setdefault(alike(word), word), [])
                if row["id"] in self.parties and row["id"] not in having:
                    having.append(row["id"])
        return found

    def in_domain(self, domain: str) -> list[str]:
        """The parties of a domain; when nobody tells it, those of the perspective that belongs to it."""
        perspective = next((term.get("perspective") for term in self.terms("domains") if term["id"] == domain), None)
        return self.of("domain", domain) or (self.of("perspective", perspective) if perspective else [])

    @cached_property
    def organisations(self) -> dict[str, list[str]]:
        """Every organisation by its first party, with all of its parties."""
        found: dict[tuple[str, str], list[str]] = {}
        for id, party in self.parties.items():
            if party["organisation"]:
                found.setdefault(("by name", party["organisation"]), []).append(id)
            elif party["kind"] in ("organisation", "government"):
                found[("itself", id)] = [id]
        return {members[0]: members for members in found.values()}

    # ------------------------------------------------------------------------------------------------ answers

    @cached_property
    def answers(self) -> pd.DataFrame:
        """The answers of the wave, with the perspective of who gave them."""
        answers = self.frames["answers"]
        answers = answers[answers["wave"] == self.wave].copy()
        perspective = self.frames["parties"].set_index("id")["perspective"]
        answers["perspective"] = answers["party"].map(perspective).fillna("")
        answers["value"] = pd.to_numeric(answers["answer"], errors="coerce")
        return answers

    @cached_property
    def respondents(self) -> pd.DataFrame:
        """One row per person who answered."""
        return self.answers.drop_duplicates("respondent")

    def asked(self, perspective: str) -> int:
        """How many people of a perspective were asked."""
        return int(sum(self.parties[id]["asked"] or 0 for id in self.of("perspective", perspective)))

    def answered(self, perspective: str) -> int:
        """How many people of a perspective answered."""
        return int((self.respondents["perspective"] == perspective).sum())

    @cached_property
    def perspectives(self) -> list[str]:
        """The perspectives with a party."""
        return [term["id"] for term in self.terms("perspectives") if self.of("perspective", term["id"])]

    # ------------------------------------------------------------------------------------------------ ties

    @cached_property
    def reports(self) -> pd.DataFrame:
        """What was told about the relation in the wave."""
        ties = self.frames["ties"]
        relation = self.relation["id"] if self.relation else None
        return ties[(ties["wave"] == self.wave) & (ties["relation"] == relation)]

    @property
    def has_network(self) -> bool:
        """Whether anybody told."""
        return len(self.reports) > 0

    @property
    def directed(self) -> bool:
        return bool(self.relation["directed"])

    @cached_property
    def graph(self) -> nx.Graph:
        """A tie where somebody told of one."""
        made = nx.DiGraph() if self.directed else nx.Graph()
        made.add_nodes_from(self.parties)
        told = self.reports[self.reports["to"].notna() & (self.reports["strength"].fillna(1) > 0)]
        if self.directed and not self.relation.get("complete"):  # a tie with a direction is told by who it starts from
            told = told[told["reporter"] == told["from"]]
        made.add_edges_from(
            (a, b) for a, b in zip(told["from"], told["to"], strict=True) if {a, b} <= set(self.parties)
        )
        return made

    @cached_property
    def reporters(self) -> set[str]:
        """Who told anything about the relation."""
        return set(self.parties) if self.relation.get("complete") else set(self.reports["reporter"]) & set(self.parties)

    @cached_property
    def told(self) -> set[str]:
        """Who told about the ties that start from it: without direction, everybody who told."""
        if not self.directed or self.relation.get("complete"):
            return self.reporters
        own = self.reports[self.reports["reporter"] == self.reports["from"]]
        return set(own["reporter"]) & set(self.parties)

    @cached_property
    def silent(self) -> list[str]:
        """Who was asked and gave neither an answer nor a report of any relation."""
        ties = self.frames["ties"]
        heard = set(self.answers["party"]) | set(ties[ties["wave"] == self.wave]["reporter"])
        if self.relation and self.relation.get("complete") and self.has_network:
            heard |= set(self.parties)
        anything = len(self.answers) > 0 or self.has_network
        return [id for id, party in self.parties.items() if anything and (party["asked"] or 0) > 0 and id not in heard]

    def pairs(self, here: list[str], there: list[str]) -> list[tuple[str, str]]:
        """Every two different parties of which one is here and the other there."""
        if here == there:
            return list(combinations(here, 2))
        return [(a, b) for a in here for b in there]

    def dyads(self, pairs: list[tuple[str, str]]) -> list[tuple[str, str]]:
        """Where a tie can be: with a direction both ways."""
        return pairs + [(b, a) for a, b in pairs] if self.directed else pairs

    def seen(self, pairs: list[tuple[str, str]]) -> int:
        """Of how many of the dyads of these pairs it was told whether they have a tie."""
        return sum(a in self.told or (not self.directed and b in self.told) for a, b in self.dyads(pairs))

    def ties(self, pairs: list[tuple[str, str]]) -> int:
        """How many of the dyads of these pairs have a tie."""
        return sum(self.graph.has_edge(a, b) for a, b in self.dyads(pairs))

    def heard(self, pairs: list[tuple[str, str]]) -> bool:
        """Whether enough was told to say that there is no tie."""
        seen = self.seen(pairs)
        return seen > 0 and seen >= self.thresholds["observed"] * len(self.dyads(pairs))


def _empty(cell: object) -> bool:
    return not isinstance(cell, str) and bool(pd.isna(cell))
