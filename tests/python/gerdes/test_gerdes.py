"""The stages of Gerdes: every number counted again by hand or by scipy, and nowhere a mean of stages."""

import itertools
import json
import random
import re
from collections import Counter
from fractions import Fraction
from statistics import median_high, median_low
from typing import Any

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from scipy import stats as scipy_stats
from statsmodels.stats.multitest import multipletests
from statsmodels.stats.proportion import proportion_confint

import houvast
from houvast._core import study_from_json
from houvast.errors import Error
from houvast.report import render_report
from report_page import Page

GERDES = houvast.instrument("gerdes-2020")
DIMENSIONS = [question.id for question in GERDES.questions]
ORDERED = [dimension for dimension in DIMENSIONS if dimension != "G4"]  # that of types has no order
PARTIES = {"a": "professional", "b": "professional", "c": "ouder", "d": "jeugdige", "e": ""}
KEY = ("wave", "assessor", "object_a", "object_b", "dimension")

Row = dict[str, str]


def study_of(rows: list[Row]) -> houvast.Study:
    header = {
        "schema": "houvast-study/1",
        "id": "klein",
        "title": {"nl": "Klein", "en": "Small"},
        "instruments": ["gerdes-2020"],
        "waves": [{"id": "w1", "date": "2023-01-01"}, {"id": "w2", "date": "2024-01-01"}],
        "parties": [{"id": id, "perspective": seen} for id, seen in PARTIES.items()],
        "assessments": rows,
    }
    return study_from_json(json.dumps(header).encode(), "klein.json")


def row(assessor: str, stage: str, *, of: str = "", wave: str = "w2", dimension: str = "G1", party: str = "a") -> Row:
    a, b = (of + "  ").split(" ")[:2]
    values = (wave, assessor, a, b, dimension)
    return {**dict(zip(KEY, values, strict=True)), "assessor_party": party, "stage": stage}


STAGES = st.sampled_from(["1", "2", "3", "1", "2", "3", "weet ik niet", "niet van toepassing", ""])
OBJECTS = st.sampled_from(["", "", "", "a b", "b a", "a c", "c d", "a", "c"])
ROWS = st.lists(
    st.builds(
        row,
        st.integers(1, 12).map(lambda number: f"m{number}"),
        STAGES,
        of=OBJECTS,
        wave=st.sampled_from(["w1", "w2"]),
        dimension=st.sampled_from(["G1", "G2"]),
        party=st.sampled_from([*PARTIES, ""]),
    ),
    max_size=60,
).map(lambda rows: list({(*key_of(each),): each for each in rows}.values()))


def key_of(each: Row) -> tuple[Any, ...]:
    return each["wave"], each["assessor"], frozenset((each["object_a"], each["object_b"])), each["dimension"]


def all_tables(study: houvast.Study) -> dict[str, houvast.Table]:
    tables = {}
    for kind in ("whole", "pair", "party"):
        for by in ("", "perspective"):
            tables |= {
                f"gerdes {kind} {by}": study.gerdes(by=by, object=kind, per_object=kind != "whole"),
                f"change {kind} {by}": study.gerdes_change(by=by, object=kind),
                f"reached {kind} {by}": study.gerdes_reached(by=by, object=kind, minimum=2),
                f"strengthening {kind} {by}": study.gerdes_strengthening("composite", by=by, object=kind, minimum=2),
                f"plot {kind} {by}": study.gerdes_plot_data(by=by, object=kind),
            }
        tables[f"contrasts {kind}"] = study.gerdes_contrasts(object=kind)
    tables |= {f"pairs {kind}": study.gerdes_pairs(object=kind) for kind in ("pair", "party")}
    return tables


def told(rows: list[Row], **where: str) -> list[Row]:
    return [each for each in rows if all(each[name] == value for name, value in where.items())]


def stages(rows: list[Row]) -> list[int]:
    return [int(each["stage"]) for each in rows if each["stage"].isdigit()]


@pytest.fixture(scope="module")
def region_rows(region_study: houvast.Study) -> list[Row]:
    columns, rows = region_study.tables()["assessments"]
    perspectives = {party.id: party.perspective for party in region_study.parties}
    read = [dict(zip(columns, each, strict=True)) for each in rows]
    return [{**each, "perspective": perspectives[each["assessor_party"]]} for each in read]


@given(ROWS, st.randoms())
def test_the_order_of_assessments_changes_nothing(rows: list[Row], order: random.Random) -> None:
    mixed = order.sample(rows, len(rows))
    turned = [
        {**each, "object_a": each["object_b"], "object_b": each["object_a"]} if each["object_b"] else each
        for each in mixed
    ]
    before, after = all_tables(study_of(rows)), all_tables(study_of(turned))
    for name, table in before.items():
        assert repr(table.to_dicts()) == repr(after[name].to_dicts()), name


@given(ROWS)
def test_profiles_count_what_was_said(rows: list[Row]) -> None:
    study = study_of(rows)
    whole = [each for each in rows if not each["object_a"]]
    found = {(each["wave"], each["dimension"]): each for each in study.gerdes().to_dicts()}
    assert set(found) == {(each["wave"], each["dimension"]) for each in whole}
    for (wave, dimension), got in found.items():
        said = told(whole, wave=wave, dimension=dimension)
        named = stages(said)
        count = Counter(named)
        assert (got["n"], got["assessors"]) == (len(named), len(said))
        assert [got[f"stage_{stage}"] for stage in (1, 2, 3)] == [count[stage] for stage in (1, 2, 3)]
        assert got["dont_know"] == len(told(said, stage="weet ik niet"))
        assert got["not_applicable"] == len(told(said, stage="niet van toepassing"))
        assert got["skipped"] == len(told(said, stage=""))
        assert got["inferred_order"] == (dimension not in ("G1", "G2"))
        middle = (median_low(named), median_high(named)) if named else (None, None)
        assert (got["median_low"], got["median_high"]) == middle
        most = max(count.values(), default=0)
        assert got["modes"] == ";".join(str(stage) for stage in sorted(count) if count[stage] == most)
    pooled = study.gerdes(object="pair").to_dicts()
    apart = study.gerdes(object="pair", per_object=True).to_dicts()
    for column in ("n", "dont_know", "stage_1", "stage_3"):
        assert sum(each[column] for each in pooled) == sum(each[column] for each in apart)
    assert all(each["object_a"] < each["object_b"] for each in apart)


@given(ROWS, st.sampled_from([(1, 2), (2, 3), (3, 4), (1, 1)]))
def test_reached_compares_in_integers_and_keeps_the_dont_knows_apart(rows: list[Row], share: tuple[int, int]) -> None:
    whole, wanted = [each for each in rows if not each["object_a"]], Fraction(*share)
    for got in study_of(rows).gerdes_reached(share=share, minimum=3).to_dicts():
        said = told(whole, wave=got["wave"], dimension=got["dimension"])
        named, unknown = stages(said), len(told(said, stage="weet ik niet"))
        count = sum(stage >= got["stage"] for stage in named)
        assert (got["at_least"], got["n"], got["dont_know"]) == (count, len(named), unknown)
        if named:
            low, high = proportion_confint(count, len(named), method="wilson")
            assert (got["share_low"], got["share_high"]) == pytest.approx((low, high), abs=1e-12)
        everybody = len(named) + unknown
        bounds = [Fraction(each, everybody) >= wanted for each in (count, count + unknown)] if everybody else [True]
        expected = "yes" if bounds[0] else "no"
        if len(named) < 3:
            expected = "unknown"
        elif len(set(bounds)) > 1:
            expected = "depends"
        assert got["reached"] == expected
        assert got["share_if_not"] is None or got["share_if_not"] <= got["share_if_all"]


def test_two_of_three_is_two_thirds() -> None:
    study = study_of([row("1", "3"), row("2", "3"), row("3", "1")])
    top = study.gerdes_reached(minimum=3).to_dicts()[-1]
    assert (top["stage"], top["reached"], top["wanted"]) == (3, "yes", "2/3")
    assert study.gerdes_reached(minimum=3, share=(67, 100)).to_dicts()[-1]["reached"] == "no"


@given(ROWS)
def test_swapping_who_assesses_turns_the_sign_of_every_pair_round(rows: list[Row]) -> None:
    def swapped(each: Row) -> Row:
        pair = (each["object_a"], each["object_b"])
        if not each["object_b"] or each["assessor_party"] not in pair:
            return each
        return {**each, "assessor_party": pair[1 - pair.index(each["assessor_party"])]}

    before = study_of(rows).gerdes_pairs().to_dicts()
    after = study_of([swapped(each) for each in rows]).gerdes_pairs().to_dicts()
    assert len(before) == len(after)
    for one, other in zip(before, after, strict=True):
        assert [one[c] for c in ("wave", "a", "b", "dimension", "agreement", "n_others", "median_low_all")] == [
            other[c] for c in ("wave", "a", "b", "dimension", "agreement", "n_others", "median_low_all")
        ]
        for column in ("n", "dont_know", "median_low", "median_high"):
            assert (one[f"{column}_a"], one[f"{column}_b"]) == (other[f"{column}_b"], other[f"{column}_a"])
        assert one["steps"] is None if other["steps"] is None else one["steps"] == -other["steps"]


def test_a_pair_that_disagrees() -> None:
    rows = [
        row("1", "1", of="a b"),
        row("2", "3", of="b a", party="b"),
        row("3", "2", of="a b", party="c"),
        row("1", "2", of="a b", dimension="G2"),
        row("2", "weet ik niet", of="a b", dimension="G2", party="b"),
        row("4", "3", of="a"),
        row("5", "1", of="a", party="c"),
        row("6", "1", of="a", party=""),
    ]
    study = study_of(rows)
    first, second = study.gerdes_pairs().to_dicts()
    assert (first["median_low_a"], first["median_low_b"], first["steps"], first["agreement"]) == (1, 3, 2, "apart")
    assert (first["n_others"], first["median_low_all"], first["median_high_all"]) == (1, 2, 2)
    assert (second["agreement"], second["steps"], second["dont_know_b"]) == ("one_sided", None, 1)
    (own,) = study.gerdes_pairs(object="party").to_dicts()
    assert (own["a"], own["b"], own["n_a"], own["n_b"], own["steps"]) == ("a", None, 1, 2, -2)


def test_contrasts_are_those_of_scipy(region_study: houvast.Study, region_rows: list[Row]) -> None:
    table = region_study.gerdes_contrasts().to_dicts()
    perspectives = ["professional", "ouder", "jeugdige", "informeel", "ervaringsdeskundige"]
    assert len(table) == 2 * 7 * len(list(itertools.combinations(perspectives, 2)))
    whole = told(region_rows, object_a="")
    for got in table:
        where = {"wave": got["wave"], "dimension": got["dimension"]}
        said = {side: told(whole, perspective=got[f"group_{side}"], **where) for side in "xy"}
        x, y = stages(said["x"]), stages(said["y"])
        assert (got["n_x"], got["n_y"]) == (len(x), len(y))
        for side in "xy":
            unknown = len(told(said[side], stage="dont_know"))
            assert got[f"dont_know_{side}"] == unknown
            assert got[f"dont_know_share_{side}"] == pytest.approx(unknown / len(said[side]))
        if not x or not y:
            assert got["delta"] is None
            assert got["reason"]
            continue
        signs = np.sign(np.subtract.outer(x, y))
        assert got["delta"] == pytest.approx(signs.mean(), abs=1e-12)
        assert got["superiority"] == pytest.approx(scipy_stats.mannwhitneyu(x, y).statistic / len(x) / len(y))
        assert (got["delta_low"] is None) == (min(len(x), len(y)) == 1) == bool(got["reason"])
        assert got["exact"]
        if min(len(x), len(y)) > 1 and got["wave"] == "2024":
            assert got["p_value"] == pytest.approx(exact_p(x, y), abs=1e-9)
    tested = [got for got in table if got["p_value"] is not None]
    adjusted = multipletests([got["p_value"] for got in tested], method="fdr_bh")[1]
    assert [got["p_adjusted"] for got in tested] == pytest.approx(list(adjusted), abs=1e-12)


def exact_p(x: list[int], y: list[int]) -> float:
    """The two-sided p-value of U over every division of the answers over both groups."""
    everything = scipy_stats.permutation_test(
        (x, y), lambda a, b: np.sign(np.subtract.outer(a, b)).sum(), n_resamples=np.inf, vectorized=False
    )
    return float(everything.pvalue)


def test_change_is_the_sign_test_of_scipy(region_study: houvast.Study, region_rows: list[Row]) -> None:
    whole = told(region_rows, object_a="")
    table = region_study.gerdes_change("2023", "2024").to_dicts()
    assert [got["dimension"] for got in table] == ORDERED
    for got in table:
        before, after = (
            {each["assessor"]: each["stage"] for each in told(whole, wave=wave, dimension=got["dimension"])}
            for wave in ("2023", "2024")
        )
        both = before.keys() & after.keys()
        pairs = [(int(before[who]), int(after[who])) for who in both if (before[who] + after[who]).isdigit()]
        up, down = sum(b > a for a, b in pairs), sum(b < a for a, b in pairs)
        assert (got["n_both"], got["n_pairs"]) == (len(both), len(pairs))
        assert (got["up"], got["down"], got["same"]) == (up, down, len(pairs) - up - down)
        assert got["p_value"] == pytest.approx(scipy_stats.binomtest(up, up + down).pvalue, abs=1e-12)
        interval = scipy_stats.binomtest(up, up + down).proportion_ci(method="wilson")
        assert (got["share_up_low"], got["share_up_high"]) == pytest.approx((interval.low, interval.high), abs=1e-12)
        assert got["median_low_to"] == median_low([later for _, later in pairs])
        assert got["came_to_know"] == sum(before[who] == "dont_know" and after[who].isdigit() for who in both)
    adjusted = multipletests([got["p_value"] for got in table], method="fdr_bh")[1]
    assert [got["p_adjusted"] for got in table] == pytest.approx(list(adjusted), abs=1e-12)


@given(ROWS)
def test_who_joined_and_left(rows: list[Row]) -> None:
    for kind, length in (("whole", 0), ("party", 1), ("pair", 2)):
        chosen = [each for each in rows if len([x for x in (each["object_a"], each["object_b"]) if x]) == length]
        for got in study_of(rows).gerdes_change(object=kind).to_dicts():
            there = [
                {key_of(each)[1:] for each in told(chosen, wave=wave, dimension=got["dimension"])}
                for wave in ("w1", "w2")
            ]
            assert got["n_both"] == len(there[0] & there[1])
            assert (got["n_joined"], got["n_left"]) == (len(there[1] - there[0]), len(there[0] - there[1]))
            assert got["up"] + got["same"] + got["down"] == got["n_pairs"] <= got["n_both"]


def test_the_company_that_changes_is_no_change_of_view() -> None:
    rows = [row(str(n), "1", wave="w1") for n in range(5)] + [row(str(n), "3") for n in range(5, 10)]
    (got,) = study_of(rows).gerdes_change().to_dicts()
    assert (got["n_both"], got["n_joined"], got["n_left"]) == (0, 5, 5)
    assert (got["up"], got["p_value"], got["reason"]) == (0, None, "nobody named a stage in both waves")


def test_judging_several_pairs_gives_no_test() -> None:
    rows = [
        row("1", stage, of=pair, wave=wave) for pair in ("a b", "a c") for wave, stage in (("w1", "1"), ("w2", "3"))
    ]
    (change,) = study_of(rows).gerdes_change(object="pair").to_dicts()
    assert (change["up"], change["share_up"], change["share_up_low"], change["p_value"]) == (2, 1.0, None, None)
    assert "independent" in change["reason"]


def strengthening(named: dict[str, int], complexity: str, **options: Any) -> dict[str, Any]:
    stages = [stage for stage, count in named.items() for _ in range(count)]
    study = study_of([row(f"m{i}", stage) for i, stage in enumerate(stages)])
    return study.gerdes_strengthening(complexity, wave="w2", **options).to_dicts()[0]


def test_what_qualifies_for_strengthening_depends_on_the_questions() -> None:
    middle = {"1": 1, "2": 8, "3": 1}
    got = strengthening(middle, "complex", lang="en")
    assert (got["status"], got["wished"], got["at_least"], got["stage_reached"]) == ("strengthen", 3, 1, 2)
    assert (got["to_stage"], got["to_title"]) == (3, "collaboration")
    assert got["to_description"] == GERDES.question("G1").stages[2].description.en
    assert "1 of 10 assessors chooses ‘collaboration’: fewer than 2 in 3" in got["reason"]
    got = strengthening(middle, "composite")
    assert (got["status"], got["to_stage"]) == ("fits", None)
    got = strengthening(middle, "simple")
    assert (got["status"], got["wished"], got["to_title"]) == ("lower_fits", 1, "Coöperatie")
    assert "Een eerder stadium kan bij eenvoudige vragen genoeg zijn" in got["reason"]
    assert strengthening({"1": 8, "2": 2}, "complex")["to_stage"] == 2  # one step at a time
    assert strengthening(middle, "simple", wished={"G1": 3})["status"] == "strengthen"
    assert "Gewenst hier" in strengthening(middle, "simple", wished={"G1": 3})["reason"]


def test_unknown_is_not_fine() -> None:
    got = strengthening({"3": 4}, "complex")
    assert (got["status"], got["stage_reached"]) == ("unknown", None)
    assert strengthening({"3": 4}, "complex", minimum=4)["status"] == "fits"
    got = strengthening({"3": 6, "weet ik niet": 9}, "complex")
    assert (got["status"], got["share"]) == ("unknown", 1.0)
    assert "9 keer is ‘weet ik niet’ gekozen" in got["reason"]
    table = study_of([row("1", "3")]).gerdes_strengthening("simple", by="perspective", wave="w2").to_dicts()
    assert len(table) == 3 * 7  # professionals, parents and young people, also those who judged nothing
    assert {each["status"] for each in table} == {"unknown"}


def test_types_are_counted_and_never_ordered() -> None:
    said = [("1", "1"), ("2", "1"), ("3", "3"), ("4", "3"), ("5", "weet ik niet")]
    rows = [row(who, stage, dimension="G4", wave=wave) for who, stage in said for wave in ("w1", "w2")]
    rows += [row("6", "2", dimension="G4", party="c"), row("7", "1", of="a b", dimension="G4")]
    study = study_of(rows)
    got = study.gerdes(wave="w2").to_dicts()[0]
    assert [got[f"stage_{stage}"] for stage in (1, 2, 3)] == [2, 1, 2]
    assert (got["n"], got["dont_know"], got["modes"], got["inferred_order"]) == (5, 1, "1;3", True)
    assert (got["median_low"], got["median_high"], got["consensus"]) == (None, None, None)
    drawn = study.gerdes_plot_data(wave="w2").to_dicts()
    assert [(each["count"], each["within_median"]) for each in drawn] == [(2, False), (1, False), (2, False)]
    for table in (
        study.gerdes_contrasts(), study.gerdes_change(), study.gerdes_reached(minimum=1), study.gerdes_pairs()
    ):  # fmt: skip
        assert table.to_dicts() == []


def test_a_type_is_advised_to_nobody_who_does_not_wish_it() -> None:
    study = study_of([row(f"m{n}", "123"[n % 3], dimension="G4") for n in range(9)])
    for complexity in ("simple", "composite", "complex"):
        assert "G4" not in {each["dimension"] for each in study.gerdes_strengthening(complexity).to_dicts()}
    for wish, named in ((1, "ruimtelijk"), (2, "organisatie"), (3, "persoonlijk")):
        table = study.gerdes_strengthening("complex", wave="w2", wished={"G4": wish}).to_dicts()
        (got,) = [each for each in table if each["dimension"] == "G4"]
        assert (got["status"], got["at_least"], got["n"], got["stage_reached"]) == ("strengthen", 3, 9, None)
        assert (got["to_stage"], got["to_title"]) == (wish, named)
        assert got["reason"] == (
            f"Gewenst hier: ‘{named}’. 3 van de 9 beoordelaars kiezen ‘{named}’: minder dan 2 van de 3. "
            f"Bespreek of ‘{named}’ hier nodig is, en wat dat vraagt. "
            "Dit zijn soorten zonder volgorde: de ene is niet verder dan de andere."
        )
    agreed = study_of([row(f"m{n}", "1", dimension="G4") for n in range(6)])
    wishes = {wish: agreed.gerdes_strengthening("simple", wave="w2", wished={"G4": wish}) for wish in (1, 3)}
    status = {wish: [r["status"] for r in table.to_dicts() if r["dimension"] == "G4"] for wish, table in wishes.items()}
    assert status == {1: ["fits"], 3: ["strengthen"]}


@given(ROWS, st.sampled_from(["simple", "composite", "complex"]))
def test_strengthening_follows_from_what_is_reached(rows: list[Row], complexity: str) -> None:
    study = study_of(rows)
    reached = {
        (each["wave"], each["dimension"], each["stage"]): each["reached"]
        for each in study.gerdes_reached(minimum=2).to_dicts()
    }
    for got in study.gerdes_strengthening(complexity, minimum=2).to_dicts():
        at = [reached.get((got["wave"], got["dimension"], stage), "unknown") for stage in (2, 3)]
        here, beyond = {1: ("yes", at[0]), 2: (at[0], at[1]), 3: (at[1], "no")}[got["wished"]]
        if "unknown" in (here, beyond) or here == "depends" or (here == "yes" and beyond == "depends"):
            assert got["status"] == "unknown"
        else:
            expected = "strengthen" if here == "no" else "lower_fits" if beyond == "yes" else "fits"
            assert got["status"] == expected
        assert (got["to_stage"] is None) == (got["status"] in ("fits", "unknown"))


@given(ROWS)
def test_plot_data_draws_the_profile(rows: list[Row]) -> None:
    study = study_of(rows)
    profiles = {(each["wave"], each["dimension"]): each for each in study.gerdes().to_dicts()}
    drawn = study.gerdes_plot_data().to_dicts()
    assert len(drawn) == 3 * len(profiles)
    for got in drawn:
        profile = profiles[got["wave"], got["dimension"]]
        assert (got["count"], got["n"]) == (profile[f"stage_{got['stage']}"], profile["n"])
        assert got["axis"] == DIMENSIONS.index(got["dimension"]) + 1
        within = profile["n"] > 0 and profile["median_low"] <= got["stage"] <= profile["median_high"]
        assert got["within_median"] == within


@pytest.mark.parametrize(
    ("call", "code"),
    [
        (lambda s: s.gerdes(object="all"), "HV-303"),
        (lambda s: s.gerdes(by="kleur"), "HV-506"),
        (lambda s: s.gerdes(wave="1999"), "HV-505"),
        (lambda s: s.gerdes_contrasts(by=""), "HV-303"),
        (lambda s: s.gerdes_contrasts(level=95), "HV-302"),
        (lambda s: s.gerdes_change("w2", "w1"), "HV-302"),
        (lambda s: s.gerdes_change("w1"), "HV-303"),
        (lambda s: s.gerdes_pairs(object="whole"), "HV-303"),
        (lambda s: s.gerdes_reached(share=(3, 2)), "HV-302"),
        (lambda s: s.gerdes_reached(share=(0, 2)), "HV-302"),
        (lambda s: s.gerdes_reached(minimum=0), "HV-302"),
        (lambda s: s.gerdes_strengthening(), "HV-303"),
        (lambda s: s.gerdes_strengthening("hard"), "HV-303"),
        (lambda s: s.gerdes_strengthening("simple", wished={"G9": 1}), "HV-502"),
        (lambda s: s.gerdes_strengthening("simple", wished={"G1": 4}), "HV-302"),
        (lambda s: s.gerdes_strengthening("simple", lang="fr"), "HV-503"),
    ],
)
def test_mistakes_are_told(call: Any, code: str) -> None:
    with pytest.raises(Error) as caught:
        call(study_of([]))
    assert caught.value.code == code


def test_a_pair_judged_in_both_directions_by_one_person_is_refused() -> None:
    with pytest.raises(Error) as caught:
        study_of([row("1", "1", of="a b"), row("1", "2", of="b a")])
    assert caught.value.code == "HV-201"


MEAN = re.compile(r"\b(mean|means|average\w*|gemiddeld\w*|composite|totaalcijfer)\b", re.IGNORECASE)
SHARES = re.compile(r"(share|share_up|dont_know_share_[xy])(_low|_high|_if_not|_if_all)?|p_value|p_adjusted|consensus")


def test_a_mean_of_stages_is_nowhere(region_study: houvast.Study) -> None:
    for name, table in all_tables(region_study).items():
        for column in table.fields:
            assert not MEAN.search(f"{column.name} {column.description}"), (name, column.name)
            if isinstance(column.values, np.ndarray) and column.values.dtype == np.float64:
                assert SHARES.fullmatch(column.name) or column.name.startswith(("delta", "superiority")), column.name
        assert not MEAN.search(f"{table.title} {table.provenance.definition}")
        words = [cell for each in table.to_dicts() for cell in each.values() if isinstance(cell, str)]
        assert not any(MEAN.search(cell) for cell in words)
    release = region_study.release("team")
    for lang, rule in (("nl", "Stadia hebben een volgorde, maar"), ("en", "Stages have an order, but")):
        text = Page(render_report(release, lang=lang)).text["stages"]
        sentences = re.split(r"(?<=[.!?;])\s+", text)
        assert [rule in sentence for sentence in sentences if MEAN.search(sentence)] == [True]
        assert not re.search(r"\d[.,]\d", text)  # a stage has no decimals
