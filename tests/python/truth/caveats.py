"""Whether what is to be borne in mind with a comparison holds: by statsmodels, from the raw answers."""

from collections.abc import Callable, Mapping
from typing import Any

import numpy as np
import pandas as pd
import scipy.stats
from raw import Raw
from statsmodels.miscmodels.ordinal_model import OrderedModel

LARGEST_CHANCE = 0.05
MODERATE, LARGE = 0.035, 0.07  # gain in R² (Jodoin & Gierl 2001)
FEWEST = 30


def favourable(raw: Raw, wave: str) -> pd.DataFrame:
    """Respondent by question, from 0 (least favourable) to 1."""
    answers = raw.answers[(raw.answers["wave"] == wave) & raw.answers["value"].notna()]
    answers = answers[answers["question"].isin(raw.survey.rated)]
    asked = answers["question"].map(raw.questions)
    low, high = (np.array([getattr(question, end) for question in asked], float) for end in ("low", "high"))
    share = (answers["value"].to_numpy(float) - low) / (high - low)
    up = np.array([question.step > 0 for question in asked])
    return answers.assign(share=np.where(up, share, 1 - share)).pivot(
        index="respondent", columns="question", values="share"
    )


def likelihood(answers: pd.Series, predictors: list[pd.Series]) -> float:
    model = OrderedModel(answers.to_numpy(), np.column_stack(predictors), distr="logit")
    return float(model.fit(method="bfgs", disp=False, maxiter=500).llf)


def functioning(args: Mapping[str, Any], wave: str, raw: Raw) -> bool:
    """People of the two groups who answer alike on the whole answer this question otherwise, by so much."""
    groups = [args[gap].id.removeprefix("perspective:") for gap in ("group", "other")]
    shares = favourable(raw, wave)
    perspective = raw.answers.drop_duplicates("respondent").set_index("respondent")["perspective"]
    enough = shares.notna().sum(axis=1) * 2 >= len(raw.survey.rated)
    answers = shares.loc[enough, args["question"].id].dropna()
    side = perspective.reindex(answers.index)
    answers = answers[side.isin(groups)]
    is_x = (perspective.reindex(answers.index) == groups[0]).astype(float)
    if min(is_x.sum(), (1 - is_x).sum()) < FEWEST or groups[0] == groups[1]:
        return False
    matching = shares.mean(axis=1).reindex(answers.index)
    alike, crossed = likelihood(answers, [matching]), likelihood(answers, [matching, is_x, matching * is_x])
    counts, n = answers.value_counts().to_numpy(), len(answers)
    null = float((counts * np.log(counts / n)).sum())
    gain = (np.exp(2 * (null - alike) / n) - np.exp(2 * (null - crossed) / n)) / (1 - np.exp(2 * null / n))
    size = "large" if gain >= LARGE else "moderate"
    sure = scipy.stats.chi2.sf(2 * (crossed - alike), 2) < LARGEST_CHANCE
    return bool(sure and gain >= MODERATE and args["size"] == size)


PREDICATES: dict[str, Callable[[Mapping[str, Any], str, Raw], bool]] = {"caveat.functioning": functioning}
