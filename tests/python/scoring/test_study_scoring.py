"""The statistics of a study, recomputed from its tables with scipy, statsmodels, pingouin and pandas."""

import itertools
import json
from pathlib import Path

import numpy as np
import pandas as pd
import pingouin
import pytest
from scipy import stats as scipy_stats
from statsmodels.stats.multitest import multipletests

import houvast
from houvast.errors import Error

SIX = houvast.instrument("six-elements")
RATED = {q.id: q.element for q in SIX.questions if q.scale}
PERSPECTIVES = ["professional", "ouder", "jeugdige", "informeel", "ervaringsdeskundige"]


@pytest.fixture(scope="module")
def people(region_study: houvast.Study) -> pd.DataFrame:
    """One row per wave and respondent: questions and scale scores by pandas' own means, with the party's columns."""
    columns, rows = region_study.tables()["answers"]
    answers = pd.DataFrame(rows, columns=columns)
    answers = answers[answers["question"].isin(RATED)]
    answers["value"] = pd.to_numeric(answers["answer"], errors="coerce")
    answers["inapplicable"] = answers["answer"] == "not_applicable"
    index = ["wave", "respondent", "party"]
    wide = answers.pivot(index=index, columns="question", values="value")
    inapplicable = answers.pivot(index=index, columns="question", values="inapplicable").fillna(value=False)
    for element in dict.fromkeys(RATED.values()):
        members = [q for q in RATED if RATED[q] == element]
        put = len(members) - inapplicable[members].astype(bool).sum(axis=1)
        answered = wide[members].notna().sum(axis=1)
        wide[element] = wide[members].mean(axis=1).where((answered > 0) & (2 * answered >= put))
    columns, rows = region_study.tables()["parties"]
    parties = pd.DataFrame(rows, columns=columns).set_index("id")
    return wide.reset_index().join(parties[["perspective", "organisation"]], on="party")


def values(people: pd.DataFrame, wave: str, measure: str, **where: str) -> pd.Series:
    chosen = people[people["wave"] == wave]
    for column, value in where.items():
        chosen = chosen[chosen[column] == value]
    return chosen.set_index("respondent")[measure].dropna()


def test_contrasts_are_those_of_scipy(region_study: houvast.Study, people: pd.DataFrame) -> None:
    table = region_study.contrasts("perspective", wave="2024").to_pandas()
    pairs = list(itertools.combinations(PERSPECTIVES, 2))
    assert len(table) == len(pairs) * (len(RATED) + 6)
    for row in table.to_dict("records"):
        x = values(people, "2024", row["id"], perspective=row["group_x"])
        y = values(people, "2024", row["id"], perspective=row["group_y"])
        assert (row["n_x"], row["n_y"], row["n_smallest"]) == (len(x), len(y), min(len(x), len(y)))
        difference = np.sign(np.subtract.outer(x.to_numpy(), y.to_numpy()))
        assert row["delta"] == pytest.approx(difference.mean(), abs=1e-12)
        assert row["delta_low"] <= row["delta"] <= row["delta_high"]
        theirs = scipy_stats.mannwhitneyu(x, y, method="asymptotic")
        assert row["u"] == theirs.statistic
        if not row["exact"]:
            assert row["p_value"] == pytest.approx(theirs.pvalue, abs=1e-10)
        assert row["top_difference"] == pytest.approx((x >= 4).mean() - (y >= 4).mean(), abs=1e-12)
    adjusted = multipletests(table["p_value"], method="fdr_bh")[1]
    assert table["p_adjusted"].to_numpy() == pytest.approx(adjusted, abs=1e-12)


def test_change_of_the_panel_is_that_of_scipy(region_study: houvast.Study, people: pd.DataFrame) -> None:
    table = region_study.change(zeros="pratt").to_pandas()
    before_all = set(people[people["wave"] == "2023"]["respondent"])
    after_all = set(people[people["wave"] == "2024"]["respondent"])
    assert len(table) == len(RATED) + 6
    for row in table.to_dict("records"):
        # Some respondents gave only open answers or rated nothing; they returned the instrument as well.
        assert row["n_panel"] >= len(before_all & after_all)
        before, after = values(people, "2023", row["id"]), values(people, "2024", row["id"])
        both = pd.concat([before, after], axis=1, join="inner", keys=["before", "after"])
        gain = both["after"] - both["before"]
        assert row["n_pairs"] == len(both)
        assert row["share_better"] == pytest.approx((gain > 1e-12).mean())
        assert row["share_same"] == pytest.approx((gain.abs() < 1e-12).mean())
        assert row["share_worse"] == pytest.approx((gain < -1e-12).mean())
        assert row["delta_within"] == pytest.approx(row["share_better"] - row["share_worse"])
        assert row["srm"] == pytest.approx(gain.mean() / gain.std(), abs=1e-10)
        if row["kind"] == "question":
            theirs = scipy_stats.wilcoxon(gain, zero_method="pratt", alternative="greater", method="asymptotic")
            assert row["w_plus"] == theirs.statistic
            two_sided = scipy_stats.wilcoxon(gain, zero_method="pratt", method="asymptotic")
            assert row["exact"] or row["p_value"] == pytest.approx(two_sided.pvalue, abs=1e-10)
        everybody = np.sign(np.subtract.outer(after.to_numpy(), before.to_numpy()))
        assert row["delta"] == pytest.approx(everybody.mean(), abs=1e-12)
        assert row["top_from"] == pytest.approx((both["before"] >= 4).mean())
        came = after[~after.index.isin(before_all)]
        if row["n_came"] == len(after_all - before_all):
            assert row["top_came"] == pytest.approx((came >= 4).mean())
    assert table["p_adjusted"].to_numpy() == pytest.approx(multipletests(table["p_value"], method="fdr_bh")[1])


def test_reliable_change_by_hand(region_study: houvast.Study, people: pd.DataFrame) -> None:
    table = region_study.change().to_pandas().set_index("id")
    for element in dict.fromkeys(RATED.values()):
        before, after = values(people, "2023", element), values(people, "2024", element)
        both = pd.concat([before, after], axis=1, join="inner", keys=["before", "after"])
        alpha = table.loc[element, "alpha"]
        index = (both["after"] - both["before"]) / (both["before"].std() * np.sqrt(2 * (1 - alpha)))
        assert table.loc[element, "reliably_better"] == pytest.approx((index > scipy_stats.norm.ppf(0.975)).mean())
        assert table.loc[element, "reliably_worse"] == pytest.approx((index < scipy_stats.norm.ppf(0.025)).mean())


def test_reliability_is_that_of_pingouin(region_study: houvast.Study, people: pd.DataFrame) -> None:
    table = region_study.reliability("perspective").to_pandas().set_index(["wave", "id", "group"])
    items = region_study.item_analysis("perspective").to_pandas().set_index(["wave", "id", "group"])
    for wave, element, group in itertools.product(("2023", "2024"), ("E1", "E2"), ("professional", "ouder")):
        members = [q for q in RATED if RATED[q] == element]
        chosen = people[(people["wave"] == wave) & (people["perspective"] == group)][members].dropna(how="all")
        row = table.loc[(wave, element, group)]
        assert row["alpha"] == pytest.approx(pingouin.cronbach_alpha(chosen)[0], abs=1e-10)
        assert row["n"] == len(chosen)
        complete = chosen.dropna()
        assert row["n_listwise"] == len(complete)
        assert row["alpha_listwise"] == pytest.approx(pingouin.cronbach_alpha(complete)[0], abs=1e-10)
        one = items.loc[(wave, members[0], group)]
        assert one["alpha_if_dropped"] == pytest.approx(pingouin.cronbach_alpha(chosen[members[1:]])[0], abs=1e-10)
        assert one["mean"] == pytest.approx(chosen[members[0]].mean())


def test_agreement_by_its_formulas(region_study: houvast.Study, people: pd.DataFrame) -> None:
    table = region_study.agreement("perspective", wave="2024").to_pandas().set_index(["id", "group"])
    for question, group in itertools.product(list(RATED)[:6], PERSPECTIVES):
        x = values(people, "2024", question, perspective=group)
        row = table.loc[(question, group)]
        assert row["n"] == len(x)
        assert row["rwg"] == pytest.approx(max(0.0, 1 - x.var() / 2), abs=1e-10)
        assert row["ad_mean"] == pytest.approx((x - x.mean()).abs().mean(), abs=1e-10)
        share = x.value_counts(normalize=True)
        consensus = 1 + (share * np.log2(1 - (share.index - x.mean()).to_series().abs().to_numpy() / 4)).sum()
        assert row["consensus"] == pytest.approx(consensus, abs=1e-10)
        assert row["ad_limit"] == pytest.approx(5 / 6)
    for element in ("E1", "E2"):
        members = [q for q in RATED if RATED[q] == element]
        chosen = people[(people["wave"] == "2024") & (people["perspective"] == "professional")][members]
        ratio = chosen.var().mean() / 2
        k, row = len(members), table.loc[(element, "professional")]
        assert row["r_star_wg_j"] == pytest.approx(1 - ratio, abs=1e-10)
        # Trap 6: rwg(j) is larger than r*wg(j) on the same answers, and both are named.
        assert row["rwg_j"] == pytest.approx(k * (1 - ratio) / (k * (1 - ratio) + ratio), abs=1e-10)
        assert row["rwg_j"] > row["r_star_wg_j"]


@pytest.mark.parametrize("by", ["", "perspective"])
def test_the_share_of_high_answers_is_that_of_the_questions(
    region_study: houvast.Study, people: pd.DataFrame, by: str
) -> None:
    """Every question of an element counts the same; the interval that of stats.mean_share over all asked."""
    columns, rows = region_study.tables()["parties"]
    parties = pd.DataFrame(rows, columns=columns).assign(asked=lambda table: table["asked"].astype(int))
    columns, rows = region_study.tables()["answers"]
    answers = pd.DataFrame(rows, columns=columns).merge(parties[["id", "perspective"]], left_on="party", right_on="id")
    for row in region_study.scores(by, "2024").to_dicts():
        questions = [q for q in RATED if row["id"] in (q, RATED[q])]
        chosen = people[(people["wave"] == "2024") & ((people["perspective"] == row["group"]) | (not by))]
        high = chosen[questions].where(chosen[questions].isna(), (chosen[questions] >= 4).astype(float))
        assert row["high_share"] == pytest.approx(high.mean().mean(), abs=1e-12)
        asked = parties.loc[(parties["perspective"] == row["group"]) | (not by), "asked"].sum()
        inapplicable = answers[
            (answers["wave"] == "2024")
            & (answers["answer"] == "not_applicable")
            & ((answers["perspective"] == row["group"]) | (not by))
        ]
        could = [asked - (inapplicable["question"] == q).sum() for q in questions]
        counted, all_high = high.notna().sum(), high.sum()
        assert row["high_least"] == pytest.approx((all_high / could).mean(), abs=1e-12)
        assert row["high_most"] == pytest.approx(((all_high + could - counted) / could).mean(), abs=1e-12)
        if not any(asked - each for each in could):
            interval = houvast.stats.mean_share(high.to_numpy(), population=int(asked)).interval
            assert (row["high_low"], row["high_high"]) == pytest.approx(tuple(interval), abs=1e-12)


def high_of(people: pd.DataFrame, wave: str, id: str, perspective: str | None = None) -> pd.DataFrame:
    """Respondent by question of a question or element: 1 high, 0 not."""
    chosen = people[(people["wave"] == wave) & (people["perspective"].eq(perspective) | (perspective is None))]
    wide = chosen.set_index("respondent")[[q for q in RATED if id in (q, RATED[q])]]
    return wide.where(wide.isna(), (wide >= 4).astype(float))


def test_the_change_of_the_share_of_high_answers(region_study: houvast.Study, people: pd.DataFrame) -> None:
    """Of the same people over what they answered both times; of everybody apart. Without a roster: as if from many."""
    header = json.loads(region_study.header_json()) | {"asked_known": False}
    of_many = houvast.study_from_frames(header, **region_study.to_frames()).change().to_dicts()
    for row, many in zip(region_study.change().to_dicts(), of_many, strict=True):
        then, now = (high_of(people, wave, row["id"]) for wave in ("2023", "2024"))
        both = then.index.intersection(now.index)
        pair = [frame.loc[both].to_numpy() for frame in (then, now)]
        expected = houvast.stats.mean_share_change(*pair)
        answered = np.isfinite(pair[0]) & np.isfinite(pair[1])
        shares = [np.nanmean(np.where(answered, each, np.nan), axis=0).mean() for each in pair]
        assert (row["high_from"], row["high_to"]) == pytest.approx(tuple(shares), abs=1e-12)
        assert row["high_change"] == pytest.approx(shares[1] - shares[0], abs=1e-12)
        assert (many["high_change_low"], many["high_change_high"]) == pytest.approx(tuple(expected.interval), abs=1e-9)
        assert many["high_change_low"] < row["high_change_low"] < row["high_change"] < row["high_change_high"]
        came, left = (a.loc[a.index.difference(b.index)].mean().mean() for a, b in ((now, then), (then, now)))
        if row["n_came"] == len(now.index.difference(then.index)):
            assert row["high_came"] == pytest.approx(came, abs=1e-12)
        if row["n_left"] == len(then.index.difference(now.index)):
            assert row["high_left"] == pytest.approx(left, abs=1e-12)
        everybody = houvast.stats.mean_share_difference(now.to_numpy(), then.to_numpy())
        assert row["high_difference"] == pytest.approx(everybody.value, abs=1e-12)
        assert (many["high_difference_low"], many["high_difference_high"]) == pytest.approx(tuple(everybody.interval))


def test_the_difference_of_the_share_of_high_answers(region_study: houvast.Study, people: pd.DataFrame) -> None:
    parties = region_study.to_frames()["parties"]
    for row in region_study.contrasts("perspective", wave="2024").to_dicts():
        x, y = (high_of(people, "2024", row["id"], row[group]) for group in ("group_x", "group_y"))
        asked = [
            int(parties.loc[parties["perspective"] == row[group], "asked"].sum()) for group in ("group_x", "group_y")
        ]
        known = {"population_x": asked[0], "population_y": asked[1]}
        expected = houvast.stats.mean_share_difference(x.to_numpy(), y.to_numpy(), **known)
        assert row["high_difference"] == pytest.approx(expected.value, abs=1e-12)
        assert row["high_x"] - row["high_y"] == pytest.approx(expected.value, abs=1e-12)
        # Who may not answer a question is not asked it: bounds as close as that, or closer.
        assert expected.interval.low - 1e-9 <= row["high_difference_low"]
        assert row["high_difference_high"] <= expected.interval.high + 1e-9


def test_units_count_the_same(region_study: houvast.Study, people: pd.DataFrame) -> None:
    table = region_study.unit_scores(wave="2024", unit="organisations").to_pandas().set_index("id")
    for measure in ("E1.1", "E3.2", "E2"):
        chosen = people[people["wave"] == "2024"][[measure, "organisation", "party"]].dropna(subset=[measure])
        unit = chosen["organisation"].where(chosen["organisation"] != "", "party " + chosen["party"])
        shares = (chosen[measure] >= 4).groupby(unit).mean()
        row = table.loc[measure]
        assert (row["units"], row["n"]) == (len(shares), len(chosen))
        assert row["top_box"] == pytest.approx(shares.mean(), abs=1e-12)
        low, high = scipy_stats.t.interval(0.95, len(shares) - 1, shares.mean(), scipy_stats.sem(shares))
        assert (row["top_box_low"], row["top_box_high"]) == (pytest.approx(max(low, 0)), pytest.approx(min(high, 1)))
        assert row["top_box_respondents"] == pytest.approx((chosen[measure] >= 4).mean(), abs=1e-12)
    plain = region_study.unit_scores(wave="2024", unit="respondents").to_pandas()
    scores = region_study.scores(wave="2024").to_pandas()
    scores = scores[scores["instrument"] == "six-elements"]
    assert plain["top_box"].to_numpy() == pytest.approx(scores["top_box"].to_numpy(), abs=1e-12)
    assert plain["dont_know_share"].dropna().to_numpy() == pytest.approx(
        scores.loc[scores["kind"] == "question", "dont_know_share"].to_numpy(), abs=1e-12
    )


def test_weights_are_those_of_numpy(region_study: houvast.Study, people: pd.DataFrame) -> None:
    respondents = region_study.respondents
    doubled = region_study.unit_scores(wave="2024", weights=np.full(respondents, 2.0)).to_pandas()
    single = region_study.unit_scores(wave="2024", unit="respondents").to_pandas()
    for column in ("top_box", "top_box_low", "effective_n", "share_3", "dont_know_share"):
        assert doubled[column].to_numpy() == pytest.approx(single[column].to_numpy(), nan_ok=True), column
    nobody = region_study.unit_scores(wave="2024", weights=np.zeros(respondents)).to_pandas()
    assert nobody["top_box"].isna().all()
    assert (nobody["reason"] == "nobody with a weight answered").all()
    for wrong, code in ((np.ones(respondents - 1), "HV-301"), (-np.ones(respondents), "HV-302"), ([], "HV-301")):
        with pytest.raises(Error, match=code):
            region_study.unit_scores(weights=wrong)


def study_of(path: Path, answers: list[dict[str, str]], waves: list[str]) -> houvast.Study:
    parties = sorted({a["party"] for a in answers})
    file = path / "study.json"
    text = {
        "schema": "houvast-study/1",
        "id": "small",
        "title": {"nl": "Klein", "en": "Small"},
        "instruments": ["six-elements"],
        "waves": [{"id": w, "date": f"202{i}-01-01"} for i, w in enumerate(waves)],
        "parties": [{"id": p, "asked": 50, "organisation": p.split("-")[0]} for p in parties],
        "answers": answers,
    }
    file.write_text(json.dumps(text), encoding="utf-8")
    return houvast.load(file)


def answer(wave: str, respondent: str, party: str, value: str, question: str = "E1.1") -> dict[str, str]:
    return {"wave": wave, "respondent": respondent, "party": party, "question": question, "answer": value}


def test_one_organisation_with_many_respondents(tmp_path: Path) -> None:
    """Trap 10: thirty contented people of one organisation, and three organisations that are not."""
    many = [answer("w1", f"big{i}", "big", "5") for i in range(30)]
    few = [answer("w1", f"{name}{i}", name, "2") for name in ("small", "tiny", "lone") for i in range(2)]
    row = study_of(tmp_path, many + few, ["w1"]).unit_scores(unit="organisations").to_pandas().iloc[0]
    assert row["top_box_respondents"] == pytest.approx(30 / 36)
    assert (row["top_box"], row["units"], row["n"]) == (0.25, 4, 36)
    assert row["effective_n"] == pytest.approx(16 / (1 / 30 + 3 / 2))


def test_three_waves_give_each_step_and_the_whole(tmp_path: Path) -> None:
    answers = [
        answer(wave, person, person, value)
        for person, values_ in {"a": "135", "b": "234", "c": "124", "d": "44-", "e": "-15"}.items()
        for wave, value in zip(("w1", "w2", "w3"), values_, strict=True)
        if value != "-"
    ]
    table = study_of(tmp_path, answers, ["w1", "w2", "w3"]).change().to_pandas()
    rows = table[table["id"] == "E1.1"].set_index(["from", "to"])
    assert list(rows.index) == [("w1", "w2"), ("w2", "w3"), ("w1", "w3")]
    counts = rows[["n_panel", "n_came", "n_left", "n_pairs"]].to_numpy().tolist()
    assert counts == [[4, 1, 0, 4], [4, 0, 1, 4], [3, 1, 1, 3]]
    assert rows["share_better"].tolist() == [0.75, 1.0, 1.0]
    assert rows.loc[("w1", "w3"), "exact"]
    assert rows.loc[("w1", "w3"), "p_value"] == 0.25  # 2 / 2³


def test_permutation_and_silent_respondents_change_nothing(tmp_path: Path) -> None:
    rng = np.random.default_rng(7)
    answers = [
        answer(wave, f"r{i}", f"p-{i % 4}", str(rng.integers(1, 6)), question)
        for wave in ("w1", "w2")
        for i in range(24)
        for question in ("E1.1", "E1.2", "E1.3", "E1.4")
    ]
    silent = [answer("w2", "quiet", "p-1", "dont_know", "E1.2")]

    def tables(given: list[dict[str, str]]) -> list[pd.DataFrame]:
        study = study_of(tmp_path, given, ["w1", "w2"])
        made = study.contrasts("party"), study.change(by="party"), study.reliability("party")
        return [t.to_pandas() for t in (*made, study.agreement("party"), study.unit_scores("party", unit="parties"))]

    first = tables(answers)
    shuffled = tables([answers[i] for i in rng.permutation(len(answers))])
    for before, after in zip(first, shuffled, strict=True):
        pd.testing.assert_frame_equal(before, after, rtol=1e-12)
    with_silent = tables(answers + silent)
    for before, after in zip(first, with_silent, strict=True):
        counted = ["n_came", "dont_know_share"]
        kept = [column for column in before.columns if column not in counted]
        pd.testing.assert_frame_equal(before[kept], after[kept], rtol=1e-12)


@pytest.mark.parametrize(
    ("call", "code"),
    [
        (lambda s: s.contrasts(""), "HV-303"),
        (lambda s: s.contrasts("perspectief"), "HV-506"),
        (lambda s: s.contrasts(wave="1999"), "HV-505"),
        (lambda s: s.contrasts(level=1.0), "HV-302"),
        (lambda s: s.change("2023"), "HV-303"),
        (lambda s: s.change("2024", "2023"), "HV-302"),
        (lambda s: s.change(zeros="none"), "HV-303"),
        (lambda s: s.reliability(minimum_answered=(2, 1)), "HV-302"),
        (lambda s: s.unit_scores(unit="houses"), "HV-506"),
    ],
)
def test_bad_options_have_a_code(region_study: houvast.Study, call: object, code: str) -> None:
    with pytest.raises(Error) as caught:
        call(region_study)  # type: ignore[operator]
    assert caught.value.code == code


def test_one_respondent_is_undefined_with_a_reason(tmp_path: Path) -> None:
    study = study_of(tmp_path, [answer("w1", "a", "p-1", "3"), answer("w1", "b", "p-2", "3")], ["w1"])
    with pytest.raises(Error, match="HV-305"):
        study.change()
    for table in (study.contrasts("party"), study.reliability("party"), study.agreement("party")):
        frame = table.to_pandas()
        computed = frame.select_dtypes("float").drop(columns="ad_limit", errors="ignore")
        assert frame.loc[computed.isna().all(axis=1), "reason"].notna().all()
    unit = study.unit_scores(unit="organisations").to_pandas().iloc[0]
    assert (unit["top_box"], unit["reason"]) == (0.0, "no interval: one unit")
