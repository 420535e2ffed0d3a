"""Studies with what a coverage check calls absent, not known or not applicable, made from a region on purpose."""

import json
from collections.abc import Callable, Iterable
from functools import cache
from typing import Any

import pandas as pd
from studies import of_seed

import houvast

SEED = 2024
WAVE = of_seed(SEED).waves[-1].id
RELATION = "samenwerking"
FAMILIES = ("ouder", "jeugdige")
Frames = dict[str, pd.DataFrame]


def made(change: Callable[[Frames, dict[str, Any]], None]) -> Callable[[], houvast.Study]:
    """The region after a change of its tables and of its header."""

    @cache
    def study() -> houvast.Study:
        region = of_seed(SEED)
        frames, header = region.to_frames(), json.loads(region.header_json())
        change(frames, header)
        return houvast.study_from_frames(header, **frames)

    return study


def clear(frames: Frames, *columns: str, every: int = 1, place: int = 0) -> None:
    """Empties columns of the parties, of all of them or of one in so many."""
    for column in columns:
        frames["parties"].loc[frames["parties"].index % every == place, column] = None


def members(frames: Frames, column: str, *values: str) -> list[str]:
    parties = frames["parties"]
    return list(parties.loc[parties[column].isin(values), "id"])


def silence(frames: Frames, ids: Iterable[str], table: str) -> None:
    """Drops what some parties told or answered, and what others told of their ties."""
    columns = {"answers": ["party"], "ties": ["reporter", "from", "to"]}[table]
    rows = frames[table]
    frames[table] = rows[~rows[columns].isin(list(ids)).any(axis=1)]


def drop(frames: Frames, ids: Iterable[str]) -> None:
    gone = list(ids)
    silence(frames, gone, "answers")
    silence(frames, gone, "ties")
    rows = frames["assessments"]
    frames["assessments"] = rows[~rows[["assessor_party", "object_a", "object_b"]].isin(gone).any(axis=1)]
    frames["goals"].loc[frames["goals"]["owner"].isin(gone), "owner"] = None
    parties = frames["parties"]
    frames["parties"] = parties[~parties["id"].isin(gone)].reset_index(drop=True)
    kept = frames["parties"]["knows_motives_of"].str.split(";")
    frames["parties"]["knows_motives_of"] = [
        ";".join(each for each in cell if each not in gone) if isinstance(cell, list) else None for cell in kept
    ]


def delight(frames: Frames) -> None:
    """Families give the highest answer to what is about them."""
    answers = frames["answers"]
    asked = answers["question"].isin(("E2.4", "E4.3", "E6.3")) & answers["answer"].isin(list("1234"))
    answers.loc[asked & answers["party"].isin(members(frames, "perspective", *FAMILIES)), "answer"] = "5"


def untie(frames: Frames, these: Iterable[str], those: Iterable[str]) -> None:
    """Drops what is told of ties between two sets of parties."""
    here, there, ties = list(these), list(those), frames["ties"]
    gone = (ties["from"].isin(here) & ties["to"].isin(there)) | (ties["from"].isin(there) & ties["to"].isin(here))
    frames["ties"] = ties[~gone]


def told(*rows: dict[str, Any]) -> pd.DataFrame:
    return pd.DataFrame([{"wave": WAVE, "relation": RELATION, "strength": 2.0} | row for row in rows])


def bare(frames: Frames, header: dict[str, Any]) -> None:
    """Names of parties and no more."""
    described = ["domain", "sector", "level", "organisation", "perspective", "roles", "mandates", "motives"]
    clear(frames, *described, "expertise", "knows_motives_of", "forms", "offers")
    frames["parties"]["kind"] = "group"
    frames["ties"], frames["answers"] = frames["ties"][:0], frames["answers"][:0]
    header["asked_known"] = False


def not_recorded(frames: Frames, header: dict[str, Any]) -> None:
    """Nobody wrote down who was asked; one check does not apply, and the profile knows every expertise."""
    header["asked_known"] = False
    known = sorted(frames["parties"]["expertise"].dropna().str.split(";").explode().unique())
    header["profile"]["expertise"] = [{"id": each, "title": {"nl": each, "en": each}} for each in known]
    header["profile"]["not_applicable"] = ["C16"]


def partly_known(frames: Frames, _header: dict[str, Any]) -> None:
    """The domain of some is not known, of others the level; the informal network and families are not found."""
    drop(frames, [*members(frames, "perspective", *FAMILIES), *members(frames, "domain", "informeel-netwerk")])
    clear(frames, "domain", every=7)
    clear(frames, "level", every=5, place=1)
    clear(frames, "perspective", every=6)
    untie(frames, members(frames, "domain", "zorg"), members(frames, "domain", "onderwijs"))
    clear(frames, "motives", every=4)
    clear(frames, "forms")
    frames["parties"].loc[0, "forms"] = "F2.1"


def without_families(frames: Frames, header: dict[str, Any]) -> None:
    """No families, no informal network, no levels and no driving force; nobody offers what is asked."""
    drop(frames, [*members(frames, "perspective", *FAMILIES), *members(frames, "domain", "informeel-netwerk")])
    clear(frames, "level", "knows_motives_of", "roles", "forms")
    answers = frames["answers"]
    frames["answers"] = answers[answers["question"] != "E3.1"]
    header["profile"]["levels"] = []
    header["profile"]["expertise"] = [{"id": "rouw", "title": {"nl": "rouw", "en": "grief"}}]


def silent_families(frames: Frames, _header: dict[str, Any]) -> None:
    """Families and the informal network take part, and neither answer nor have ties; nobody has a role."""
    quiet = [*members(frames, "perspective", *FAMILIES), *members(frames, "domain", "informeel-netwerk")]
    silence(frames, quiet, "answers")
    silence(frames, quiet, "ties")
    clear(frames, "roles")


def without_ties(frames: Frames, header: dict[str, Any]) -> None:
    """Nobody told who works with whom, and families are content; one offer is expected and given."""
    frames["ties"] = frames["ties"][:0]
    delight(frames)
    for name, kept in (("needs", "leren"), ("ages", "4-12"), ("support_levels", "preventie")):
        header["profile"][name] = [term for term in header["profile"][name] if term["id"] == kept]
    frames["parties"].loc[:, "offers"] = None
    frames["parties"].loc[0, "offers"] = "leren/4-12/preventie"


def mandates(frames: Frames, header: dict[str, Any]) -> None:
    """Of four decisions one has nobody, one is of somebody who left, one has two; somebody does not say what for.

    Families are content.
    """
    delight(frames)
    names = ("geld", "inzet", "toegang")
    header["profile"]["decisions"] = [{"id": name, "title": {"nl": name, "en": name}} for name in names]
    clear(frames, "mandates")
    frames["parties"].loc[[3, 4], "mandates"] = "inzet"
    frames["parties"].loc[5, "mandates"] = "toegang"
    frames["parties"].loc[[3, 4, 6], "roles"] = "mandaathouder"
    left = frames["parties"].iloc[[7]]
    drop(frames, left["id"])
    before = frames["answers"].loc[frames["answers"]["wave"] != WAVE, "wave"].iloc[0]
    left = left.assign(mandates="vervoer", waves=before)
    frames["parties"] = pd.concat([frames["parties"], left], ignore_index=True)


def ring(ids: list[str], **more: Any) -> list[dict[str, Any]]:
    """Ties from each to the next, told by both."""
    pairs = list(zip(ids, [*ids[1:], ids[0]], strict=True))
    return [{"reporter": who, "from": a, "to": b, **more} for a, b in pairs for who in (a, b)]


def one_unheard(frames: Frames, header: dict[str, Any]) -> None:
    """Everybody stands in a ring but one, of whom nothing is heard."""
    ids = list(frames["parties"]["id"])
    frames["ties"] = told(*ring(ids[:-1]))
    silence(frames, ids[-1:], "answers")
    frames["parties"]["domain"] = "zorg"
    header["relations"] = [each | {"complete": False} for each in header["relations"]]


def few_ties(frames: Frames, _header: dict[str, Any]) -> None:
    """Five ties, of which both sides say that they trust each other and agree on little else."""
    ids = list(frames["parties"]["id"][:5])
    frames["ties"] = told(*ring(ids, P1=True, P2=True, P3=False, P4=True))
    frames["parties"]["domain"] = "zorg"
    clear(frames, "domain", every=9)


def few_good_ties(frames: Frames, _header: dict[str, Any]) -> None:
    frames["ties"] = told(*ring(list(frames["parties"]["id"][:5]), P1=True, P2=True, P3=True, P4=True))
    clear(frames, "domain")


def nobody_tied(frames: Frames, _header: dict[str, Any]) -> None:
    """Everybody told, and works with nobody."""
    frames["ties"] = told(*({"reporter": id, "from": id, "to": None} for id in frames["parties"]["id"]))


def inward(frames: Frames, _header: dict[str, Any]) -> None:
    """Ties stay within domains, but for a few."""
    domain = frames["parties"].set_index("id")["domain"]
    ties = frames["ties"]
    same = ties["from"].map(domain) == ties["to"].map(domain)
    frames["ties"] = ties[same | (ties.index % 8 == 0) | (ties["relation"] != RELATION)]


def apart(frames: Frames, _header: dict[str, Any]) -> None:
    """No ties on the highest level, with it, or inside organisations; the first organisation tells nothing."""
    parties = frames["parties"]
    highest, middle = (members(frames, "level", level) for level in ("bestuur", "beleid"))
    untie(frames, highest, [*highest, *middle])
    for _, rows in parties.groupby("organisation"):
        untie(frames, rows["id"], rows["id"])
    first = members(frames, "organisation", parties["organisation"].dropna().iloc[0])
    frames["ties"] = frames["ties"][~frames["ties"]["reporter"].isin(first)]
    clear(frames, "knows_motives_of", every=2)


def few_voices(frames: Frames, _header: dict[str, Any]) -> None:
    """Parents hardly answer, young people not at all; of experts by experience there are few; two know of E4."""
    answers = frames["answers"]
    parents, young = (members(frames, "perspective", each) for each in FAMILIES)
    of_parents = answers.loc[answers["party"].isin(parents), "respondent"].unique()
    gone = answers["respondent"].isin(of_parents[3:]) | answers["party"].isin(young)
    frames["answers"] = answers[~gone]
    few = members(frames, "perspective", "ervaringsdeskundige")
    drop(frames, few[1:])
    frames["parties"].loc[frames["parties"]["id"] == few[0], "asked"] = 3
    heard = frames["answers"]
    knows = heard["respondent"].isin(heard["respondent"].unique()[:2])
    heard.loc[heard["question"].str.startswith("E4.") & ~knows, "answer"] = "dont_know"
    of_few = heard.loc[heard["party"] == few[0], "respondent"].unique()
    frames["answers"] = heard[~heard["respondent"].isin(of_few[2:])]


def all_there(frames: Frames, header: dict[str, Any]) -> None:
    """No more is expected than there is, no domain has levels, who was asked is not known; all was lower before."""
    answers = frames["answers"]
    answers.loc[(answers["wave"] != WAVE) & answers["answer"].isin(list("345")), "answer"] = "2"
    parties, profile = frames["parties"], header["profile"]
    there = set(parties["domain"])
    profile["domains"] = [each | {"has_levels": False} for each in profile["domains"] if each["id"] in there]
    frames["parties"].loc[:, "level"] = None
    header["asked_known"] = False
    header["relations"] = [each | {"complete": True} for each in header["relations"]]


def parents_apart(frames: Frames, _header: dict[str, Any]) -> None:
    """Parents give the lowest answers to everything, goals lack what they need, stages are four to three to two."""
    answers = frames["answers"]
    low = answers["party"].isin(members(frames, "perspective", "ouder")) & answers["answer"].isin(list("2345"))
    answers.loc[low & (answers["wave"] == WAVE), "answer"] = "1"
    goals = frames["goals"]
    goals["owner"], goals["indicator"], goals["target"] = None, None, None
    rows = frames["assessments"]
    copies = [rows.assign(assessor=rows["assessor"] + f"-{copy}") for copy in range(6)]
    frames["assessments"] = pd.concat(copies, ignore_index=True)
    place = frames["assessments"].groupby(["wave", "dimension"]).cumcount() % 9
    frames["assessments"]["stage"] = place.map(lambda at: "1" if at < 4 else "2" if at < 7 else "3")


def few_people(frames: Frames, _header: dict[str, Any]) -> None:
    """Seven people answered and four parties told of their ties; goals were reached before."""
    answers, ties = frames["answers"], frames["ties"]
    kept = answers["respondent"].unique()[:7]
    frames["answers"] = answers[answers["respondent"].isin(kept)]
    frames["ties"] = ties[ties["reporter"].isin(frames["parties"]["id"][:4])]
    frames["assessments"] = frames["assessments"].groupby(["wave", "dimension"]).head(3)
    goals = frames["goals"]
    goals["target"], goals["value:2023"], goals["value:2024"] = 1.0, 2.0, 3.0


STUDIES: dict[str, Callable[[], houvast.Study]] = {
    change.__name__: made(change)
    for change in (
        bare,
        not_recorded,
        partly_known,
        without_families,
        silent_families,
        without_ties,
        mandates,
        one_unheard,
        few_ties,
        few_good_ties,
        nobody_tied,
        inward,
        apart,
        few_voices,
        all_there,
        parents_apart,
        few_people,
    )
}
