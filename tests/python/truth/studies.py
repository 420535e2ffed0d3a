"""Studies to put claims to: regions with their plants, and what is rare in them made on purpose."""

import json
from functools import cache
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

import numpy as np
import pandas as pd

import houvast
from houvast.examples.region import region

SEEDS = (2024, 7, 42)


@cache
def of_seed(seed: int) -> houvast.Study:
    """A region of 180 parties in two waves."""
    with TemporaryDirectory() as folder:
        region(seed).write(Path(folder) / "study")
        return houvast.load(Path(folder) / "study")


def replaced(study: houvast.Study, **frames: Any) -> houvast.Study:
    """The study with some of its tables replaced."""
    return houvast.study_from_frames(json.loads(study.header_json()), **(study.to_frames() | frames))


@cache
def with_other_people() -> houvast.Study:
    """Nobody who answered in the first wave answers in the second."""
    study = of_seed(2024)
    answers = study.to_frames()["answers"]
    first = answers["wave"] == study.waves[0].id
    answers.loc[first, "respondent"] = "then-" + answers.loc[first, "respondent"]
    return replaced(study, answers=answers)


@cache
def with_waves_turned() -> houvast.Study:
    """What was answered first is answered last, so that what grew becomes less."""
    study = of_seed(2024)
    answers = study.to_frames()["answers"]
    first, last = (wave.id for wave in study.waves)
    answers["wave"] = answers["wave"].map({first: last, last: first})
    return replaced(study, answers=answers)


@cache
def with_an_element_apart(group: str = "jeugdige") -> houvast.Study:
    """People of a group give a high answer to one in six of the questions of E4, each to another."""
    study = of_seed(2024)
    frames = study.to_frames()
    answers, parties = frames["answers"], frames["parties"].set_index("id")
    theirs = answers["party"].map(parties["perspective"]) == group
    chosen = theirs & (answers["wave"] == study.waves[-1].id) & answers["question"].str.startswith("E4.")
    chosen &= answers["answer"].isin(list("12345"))
    places = (answers.loc[chosen, name].rank(method="dense").astype(int) for name in ("respondent", "question"))
    answers.loc[chosen, "answer"] = ((sum(places) - 2) % 6 == 0).map({True: "5", False: "2"})
    return replaced(study, answers=answers)


@cache
def with_large_groups_apart() -> houvast.Study:
    """Every other professional is called an expert by experience; these answer one question high, the others do not."""
    study = of_seed(2024)
    frames = study.to_frames()
    parties, answers = frames["parties"], frames["answers"]
    moved = parties.index[parties["perspective"] == "professional"][::2]
    parties.loc[moved, "perspective"] = "ervaringsdeskundige"
    of_group = answers["party"].map(parties.set_index("id")["perspective"])
    for group, most, least in (("professional", "2", "4"), ("ervaringsdeskundige", "4", "2")):
        chosen = answers.index[
            (of_group == group) & (answers["question"] == "E1.1") & (answers["wave"] == study.waves[-1].id)
        ]
        answers.loc[chosen, "answer"] = most
        answers.loc[chosen[:6], "answer"] = least
    return replaced(study, parties=parties, answers=answers)


@cache
def with_two_large_groups(people: int, apart: float, up: float, seed: int, alike: float = 0.8) -> houvast.Study:
    """As many parents as professionals answer twice: parents less high, E3 less high, all more the second time."""
    questions = [question.id for question in houvast.instrument("six-elements").questions if question.scale]
    groups, rng, rows = ("professional", "ouder"), np.random.default_rng([seed, 7]), []
    for place in range(2 * people):
        group, lean = groups[place // people], rng.normal(0, alike)
        for wave in range(2):
            for question in questions:
                share = max(0.15, 0.6 - apart * (group == "ouder") - 0.2 * question.startswith("E3") + up * wave)
                centre = np.log(share / (1 - share)) * np.sqrt(1 + 0.346 * alike**2)
                high = rng.random() < 1 / (1 + np.exp(-(centre + lean)))
                answer = rng.integers(4, 6) if high else rng.integers(1, 4)
                rows.append((f"w{wave + 1}", f"person-{place}", group, question, str(answer)))
    answers = pd.DataFrame(rows, columns=["wave", "respondent", "party", "question", "answer"])
    parties = pd.DataFrame({"id": groups, "kind": "group", "perspective": groups, "asked": people})
    waves = [{"id": "w1", "date": "2025-01-01"}, {"id": "w2", "date": "2026-01-01"}]
    header = {"id": "large", "title": {"nl": "Groot", "en": "Large"}, "instruments": ["six-elements"], "waves": waves}
    return houvast.study_from_frames(header, parties=parties, answers=answers)


@cache
def with_high_stages() -> houvast.Study:
    """Assessors agree: on the highest stage of G1, the middle one of G2, the lowest of G3.

    Of G6 so many do not know the stage that they could turn it round; of G5 only four name one. All call G4 personal.
    """
    study = of_seed(2024)
    rows = study.to_frames()["assessments"]
    for dimension, stage in (("G1", "3"), ("G2", "2"), ("G3", "1"), ("G4", "3")):
        rows.loc[rows["dimension"] == dimension, "stage"] = stage
    place = rows.groupby(["wave", "dimension"]).cumcount()
    rows.loc[(rows["dimension"] == "G6") & (place % 2 == 0), "stage"] = "dont_know"
    rows.loc[(rows["dimension"] == "G6") & (place % 2 == 1), "stage"] = "3"
    return replaced(study, assessments=rows[(rows["dimension"] != "G5") | (place < 4)])


@cache
def with_nothing_to_tell() -> houvast.Study:
    """All answers are dealt out anew, high ones to those who lean that way, to whatever question; twice the same."""
    study = of_seed(2024)
    answers = study.to_frames()["answers"]
    then, now = (wave.id for wave in study.waves)
    answers = answers[(answers["wave"] == now) & answers["question"].str.startswith("E")].reset_index(drop=True)
    rated = answers["answer"].isin(list("12345")) & (answers["question"] != "E5.3")
    rng, respondents = np.random.default_rng(1), answers.loc[rated, "respondent"].astype("category").cat
    leaning = rng.normal(0, 0.8, len(respondents.categories))[respondents.codes] + rng.normal(0, 1, rated.sum())
    answers.loc[rated, "answer"] = np.sort(answers.loc[rated, "answer"])[np.argsort(np.argsort(leaning))]
    return replaced(study, answers=pd.concat([answers.assign(wave=then), answers], ignore_index=True))
