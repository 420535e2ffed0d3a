"""Counts that can be added up: against study.scores, pandas and pingouin, and under every split."""

import hashlib

import numpy as np
import pandas as pd
import pingouin
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

import houvast
from houvast.errors import Error
from houvast.scoring import Tally

SIX = houvast.instrument("six-elements")
QUESTIONS = Tally(SIX).questions
STATES = {"dont_know": 250, "not_applicable": 251, "refused": 252, "skipped": 253, "not_asked": 254}
# Of the counts of a fixed batch; changes only with the format.
COUNTS_DIGEST = "be474a0f984e0f664acac92fee18f60cd55471f1e54ffe53534983b9c56fdb4d"
GROUPS, WAVES = ["a", "b", "c"], ["2023", "2024"]


def random_codes(rows: int, seed: int) -> tuple[np.ndarray, np.ndarray, np.ndarray]:
    rng = np.random.default_rng(seed)
    codes = rng.integers(0, 3, (rows, 1), dtype=np.uint8) + rng.integers(0, 3, (rows, len(QUESTIONS)), dtype=np.uint8)
    silent = rng.random(codes.shape) < 0.2
    codes[silent] = rng.integers(250, 255, silent.sum(), dtype=np.uint8)
    return codes, rng.integers(0, 3, rows, dtype=np.uint8), rng.integers(0, 2, rows, dtype=np.uint8)


def tally_of(codes: object, groups: object, waves: object, threads: int = 1) -> Tally:
    tally = Tally(SIX, groups=GROUPS, waves=WAVES)
    tally.update(codes, groups, waves, threads=threads)
    return tally


def long_answers(study: houvast.Study) -> pd.DataFrame:
    columns, rows = study.tables()["answers"]
    answers = pd.DataFrame(rows, columns=columns)
    answers = answers[answers["question"].isin(QUESTIONS)]
    value = pd.to_numeric(answers["answer"], errors="coerce") - 1
    code = value.fillna(answers["answer"].map(STATES)).fillna(STATES["skipped"]).astype(np.uint8)
    party = {each.id: each.perspective for each in study.parties}
    return answers.assign(code=code, perspective=answers["party"].map(party))


def test_a_tally_of_a_study_is_its_scores(region_study: houvast.Study) -> None:
    """Traps 1, 3 and 4: states apart, nothing filled in, half of the questions in whole numbers."""
    scores = region_study.scores("perspective").to_pandas()
    scores = scores[scores["instrument"] == "six-elements"]
    groups = list(dict.fromkeys(scores["group"]))
    answers = long_answers(region_study)
    tally = Tally(SIX, groups=groups, waves=WAVES)
    for wave, part in answers.groupby("wave"):
        people, respondents = pd.factorize(part["respondent"])
        of_person = part.drop_duplicates("respondent").set_index("respondent")["perspective"]
        tally.update_long(
            people,
            part["question"].map({q: i for i, q in enumerate(QUESTIONS)}).to_numpy(),
            part["code"].to_numpy(),
            len(respondents),
            groups=np.array([groups.index(of_person[r]) for r in respondents]),
            waves=wave,
        )
    counted = tally.finalize().to_pandas()
    shared = [column for column in counted.columns if column in scores.columns]
    assert set(scores.columns) - set(shared) == {
        "asked",
        "response",
        *(name for name in scores if name.startswith("high_")),
    }
    pd.testing.assert_frame_equal(counted[shared], scores[shared].reset_index(drop=True), check_exact=True)


def test_who_was_only_not_asked_something_skipped_nothing() -> None:
    tally = Tally(SIX, groups=GROUPS, waves=WAVES)
    codes = np.array([STATES["not_asked"], STATES["not_asked"], 3], np.uint8)
    tally.update_long(np.array([0, 1, 1]), np.array([0, 0, 1]), codes, 2, groups=0, waves=0)
    table = tally.finalize().to_pandas().set_index(["id", "wave", "group"]).xs((WAVES[0], GROUPS[0]), level=(1, 2))
    unasked, told, left_open = (table.loc[QUESTIONS[i], ["skipped", "not_asked"]].tolist() for i in range(3))
    assert (unasked, told, left_open) == ([0, 2], [0, 1], [1, 1])


def test_counts_are_those_of_pandas() -> None:
    codes, groups, waves = random_codes(4000, 1)
    table = tally_of(codes, groups, waves).finalize().to_pandas().set_index(["id", "wave", "group"])
    frame = pd.DataFrame(codes, columns=QUESTIONS).assign(group=groups, wave=waves)
    for (wave, group), part in frame.groupby(["wave", "group"]):
        for question in QUESTIONS:
            row = table.loc[question, WAVES[wave], GROUPS[group]]
            sizes = part[question].value_counts()
            assert [row[f"count_{i + 1}"] for i in range(5)] == [sizes.get(i, 0) for i in range(5)]
            assert [row[state] for state in STATES] == [sizes.get(code, 0) for code in STATES.values()]
        for element in SIX.elements:
            members = part[[q.id for q in SIX.questions if q.element == element.id and q.id in QUESTIONS]]
            answered, put = (members < 5).sum(axis=1), (~members.isin([251, 254])).sum(axis=1)
            enough = (answered > 0) & (2 * answered >= put)
            score = (members.where(members < 5).sum(axis=1) + answered)[enough] / answered[enough]
            row = table.loc[element.id, WAVES[wave], GROUPS[group]]
            assert (row["scored"], row["top"]) == (len(score), (score >= 4).sum())
            assert row["below_minimum"] == ((answered > 0) & ~enough).sum()
            assert row["median_low"] == score.sort_values().iloc[(len(score) - 1) // 2]


def test_alpha_is_that_of_pingouin() -> None:
    codes, groups, waves = random_codes(3000, 2)
    table = tally_of(codes, groups, waves).reliability().to_pandas().set_index(["id", "wave", "group"])
    members = [i for i, q in enumerate(QUESTIONS) if q.startswith("E2.")]
    chosen = codes[(groups == 1) & (waves == 0)][:, members].astype(float)
    chosen[chosen >= 5] = np.nan
    chosen = chosen[~np.isnan(chosen).all(axis=1)]
    row = table.loc["E2", "2023", "b"]
    alpha, _ = pingouin.cronbach_alpha(pd.DataFrame(chosen), nan_policy="pairwise")
    assert row["alpha"] == pytest.approx(alpha, abs=1e-12)
    assert row["n"] == len(chosen)


@settings(max_examples=25, deadline=None)
@given(cuts=st.lists(st.integers(0, 300), max_size=6), seed=st.integers(0, 2**32 - 1), threads=st.integers(1, 3))
def test_any_split_and_order_gives_the_same_bytes(cuts: list[int], seed: int, threads: int) -> None:
    codes, groups, waves = random_codes(300, 3)
    whole = tally_of(codes, groups, waves).to_bytes()
    order = np.random.default_rng(seed).permutation(300)  # of the respondents
    parts = [tally_of(codes[p], groups[p], waves[p], threads).to_bytes() for p in np.split(order, sorted(cuts))]
    total = Tally(SIX, groups=GROUPS, waves=WAVES)
    for part in sorted(parts):
        total.merge(Tally.from_bytes(part, SIX))
    assert total.to_bytes() == whole


def test_bytes_are_the_same_on_every_machine() -> None:
    row, question = np.indices((40, len(QUESTIONS)))
    codes = ((row * row + 3 * row * question + question) % 7).astype(np.uint8)
    codes[codes >= 5] += 245
    data = tally_of(codes, np.arange(40, dtype=np.uint8) % 3, np.arange(40, dtype=np.uint8) % 2).to_bytes()
    assert data[:8] == b"HVTALLY\x01"
    assert data[8:40] == hashlib.sha256(SIX.json.encode()).digest()
    assert data[-32:] == hashlib.sha256(data[:-32]).digest()
    assert hashlib.sha256(data[40:-32]).hexdigest() == COUNTS_DIGEST


def test_every_layout_counts_alike() -> None:
    polars = pytest.importorskip("polars")
    codes, groups, waves = random_codes(200, 5)
    expected = tally_of(codes, groups, waves)
    frame = polars.DataFrame(codes, schema=QUESTIONS, orient="row")
    by_column = {q: frame[q] for q in reversed(QUESTIONS)}
    for answers in (np.asfortranarray(codes), codes.astype(np.int64), np.repeat(codes, 2, axis=0)[::2], by_column):
        assert tally_of(answers, groups, waves) == expected
    assert tally_of(codes, groups.astype(np.int64), pd.Series(waves)) == expected
    labelled = Tally(SIX, groups=GROUPS, waves=WAVES)
    for wave, group in np.ndindex(2, 3):
        labelled.update(codes[(waves == wave) & (groups == group)], GROUPS[group], WAVES[wave])
    assert labelled == expected


def test_columns_of_bytes_enter_without_a_copy() -> None:
    tracemalloc = pytest.importorskip("tracemalloc")
    codes = np.zeros((1_000_000, len(QUESTIONS)), dtype=np.uint8, order="F")
    tally = Tally(SIX)
    tracemalloc.start()
    tally.update(codes)  # numpy's memory is traced, so a copy of 23 MB would show
    peak = tracemalloc.get_traced_memory()[1]
    tracemalloc.stop()
    assert peak < 1_000_000
    assert tally.respondents == 1_000_000


@pytest.mark.parametrize(
    ("change", "code"),
    [
        (lambda a, g, w: (a, g[:-1], w), "HV-301"),
        (lambda a, g, w: (a[:, :-1], g, w), "HV-301"),
        (lambda a, g, w: (a[:, 0], g, w), "HV-301"),
        (lambda a, g, w: ({QUESTIONS[0]: a[:, 0]}, g, w), "HV-301"),
        (lambda a, g, w: (a, g + 1, w), "HV-302"),
        (lambda a, g, w: (a, g.astype(int) - 1, w), "HV-302"),
        (lambda a, g, w: (a, "d", w), "HV-302"),
        (lambda a, g, w: (np.where(a == 3, 7, a), g, w), "HV-302"),
        (lambda a, g, w: (np.where(a == 3, 255, a), g, w), "HV-302"),
        (lambda a, g, w: (a.astype(int) + 1000, g, w), "HV-302"),
        (lambda a, g, w: (a.astype(float), g, w), "HV-302"),
    ],
)
def test_bad_input_has_a_code_and_adds_nothing(change: object, code: str) -> None:
    codes, groups, waves = random_codes(50, 6)
    tally = tally_of(codes, groups, waves)
    before = tally.to_bytes()
    with pytest.raises(Error) as caught:
        tally.update(*change(codes, groups, waves))  # type: ignore[operator]
    assert caught.value.code == code
    assert isinstance(caught.value, ValueError)
    assert tally.to_bytes() == before


def test_another_instrument_is_refused() -> None:
    bytes_ = Tally(SIX).to_bytes()
    with pytest.raises(Error, match="HV-307"):
        Tally.from_bytes(bytes_, houvast.Instrument.parse(SIX.json.replace(f'"{SIX.version}"', '"9.0.0"')))
    with pytest.raises(Error, match="HV-120"):
        Tally.from_bytes(b"something else", SIX)
