"""What a study's tables and the printed instruments say, read without the library's own results."""

import json
from dataclasses import dataclass
from functools import cache, cached_property, lru_cache
from pathlib import Path

import numpy as np
import pandas as pd

import houvast

ROOT = Path(__file__).parent.parent.parent.parent
MESSAGES = ROOT / "src" / "text" / "messages" / "nl"


@dataclass(frozen=True)
class Question:
    """A question of the catalogue: its scale, and what the source says of the order of its stages."""

    id: str
    low: int
    high: int
    top: frozenset[int]
    step: int  # 1: a larger answer is the more favourable; -1: a smaller
    labels: dict[int, dict[str, str]]
    ordering: str | None


def _question(question: dict, scales: dict) -> Question | None:
    scale = scales.get(question["scale"])
    if scale is None:
        return None
    ascending = scale["direction"] == "ascending"
    values = range(scale["min"], scale["max"] + 1)
    top = frozenset(v for v in values if (v >= scale["top_from"] if ascending else v <= scale["top_from"]))
    if question.get("reverse"):
        top, ascending = frozenset(scale["min"] + scale["max"] - v for v in top), not ascending
    return Question(
        question["id"],
        scale["min"],
        scale["max"],
        top,
        1 if ascending else -1,
        {label["value"]: label["text"] for label in scale["labels"]},
        question.get("ordering"),
    )


def printed(instrument: str) -> dict:
    """An instrument, as its file has it."""
    return json.loads((ROOT / "src" / "instrument" / "catalogue" / f"{instrument}.json").read_text())


def questions_of(instrument: dict) -> dict[str, Question]:
    """The questions with a scale."""
    scales = {scale["id"]: scale for scale in instrument["scales"]}
    read = [_question(question, scales) for question in instrument["questions"]]
    return {question.id: question for question in read if question}


def catalogue(*instruments: str) -> dict[str, Question]:
    """The questions with a scale of some instruments, as their files have them."""
    return {id: question for name in instruments for id, question in questions_of(printed(name)).items()}


class Survey:
    """The survey that a study asks: its own, or the six elements."""

    def __init__(self, study: houvast.Study) -> None:
        carried = [each for each in json.loads(study.header_json())["instruments"] if isinstance(each, dict)]
        survey = next((each for each in carried if each["kind"] == "survey"), None) or printed("six-elements")
        self.id = survey["id"]
        self.all = [question["id"] for question in survey["questions"]]  # open ones too
        self.rated = questions_of(survey)
        self.elements: dict[str, list[str]] = {}  # those with rated questions
        for question in survey["questions"]:
            if question["id"] in self.rated:
                self.elements.setdefault(question["element"], []).append(question["id"])


@lru_cache(maxsize=8)
def frames_of(study: houvast.Study) -> dict[str, pd.DataFrame]:
    """The tables of a study, to be read and not changed."""
    return study.to_frames()


class Raw:
    """The tables of a study, and answers as numbers."""

    def __init__(self, study: houvast.Study) -> None:
        self.frames = frames_of(study)
        self.waves = [wave.id for wave in study.waves]
        self.survey = Survey(study)
        self.questions = catalogue("six-elements", "gerdes-2020") | self.survey.rated

    @cached_property
    def answers(self) -> pd.DataFrame:
        """One row per answer: its state, or its value; larger is more favourable; the group of who gave it.

        Who returned the survey skipped the questions that have no row.
        """
        answers = self.frames["answers"]
        returned = answers[answers["question"].isin(self.survey.all) & (answers["answer"] != "not_asked")]
        people = returned[["wave", "respondent", "party"]].drop_duplicates()
        every = people.merge(pd.DataFrame({"question": self.survey.all}), how="cross")
        gaps = every.merge(answers[["wave", "respondent", "question"]], how="left", indicator=True)
        skipped = gaps[gaps.pop("_merge") == "left_only"].assign(answer="skipped")
        answers = pd.concat([answers, skipped], ignore_index=True)
        answers["value"] = pd.to_numeric(answers["answer"], errors="coerce")
        parties = self.frames["parties"].set_index("id")
        answers["perspective"] = answers["party"].map(parties["perspective"])
        return answers

    @cache  # noqa: B019 - the tables of a test live as long as the test
    def to(self, question: str, wave: str) -> pd.DataFrame:
        """The answers to a question in a wave."""
        answers = self.answers
        return answers[(answers["question"] == question) & (answers["wave"] == wave)]

    def values(self, question: str, wave: str, perspective: str | None = None) -> np.ndarray:
        """The rated answers to a question, of one group or of everybody."""
        answers = self.to(question, wave)
        if perspective is not None:
            answers = answers[answers["perspective"] == perspective]
        return answers["value"].dropna().to_numpy()

    def top(self, question: str, values: np.ndarray) -> int:
        """How many of the values are at the favourable side of the scale."""
        return int(np.isin(values, list(self.questions[question].top)).sum())

    def top_labels(self, question: str, lang: str) -> list[str]:
        """What the favourable answers are called."""
        asked = self.questions[question]
        return [asked.labels[value][lang] for value in sorted(asked.top)]

    def stages(self, dimension: str, wave: str) -> tuple[np.ndarray, int]:
        """The stages that assessors of the whole named, and how many do not know."""
        rows = self.frames["assessments"]
        rows = rows[(rows["dimension"] == dimension) & (rows["wave"] == wave) & rows["object_a"].isna()]
        return pd.to_numeric(rows["stage"], errors="coerce").dropna().to_numpy(), int(
            (rows["stage"] == "dont_know").sum()
        )


@lru_cache(maxsize=8)
def raw_of(study: houvast.Study) -> Raw:
    """What stands in the tables of a study, read once."""
    return Raw(study)


def keys_of(subject: str, prefix: str) -> set[str]:
    """The ids of claims in a file of the catalogue that begin so."""
    return {key for key in json.loads((MESSAGES / f"{subject}.json").read_text()) if key.startswith(prefix)}
