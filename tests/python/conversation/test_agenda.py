"""The conversation agenda: its numbers are those of the other results, and it can be explained and edited."""

import pytest

import houvast
from report_page import hostile_study

MANY = 0.2  # the share from which many do not know, or stand on either side
CRITERIA = ("lowest", "between", "unknown", "network", "changed", "divided")


@pytest.fixture(scope="module")
def agenda(region_study):
    return region_study.agenda()


@pytest.fixture(scope="module")
def candidates(agenda):
    return {row["question"]: row for row in agenda.candidates.to_dicts()}


def by_id(table):
    return {row["id"]: row for row in table.to_dicts() if row["kind"] == "question"}


def test_it_is_a_sequence(agenda):
    assert len(agenda) == 5
    assert [item.question for item in agenda] == [agenda[i].question for i in range(5)]
    assert agenda[-1].question == agenda[4].question
    assert [item.question for item in agenda[1:3]] == [agenda[1].question, agenda[2].question]
    assert agenda[0].question in agenda
    assert agenda[0] in agenda
    assert "E9.9" not in agenda
    with pytest.raises(IndexError):
        agenda[5]


def test_what_was_planted_comes_on_the_agenda(region_study, agenda):
    """The demo plants a low question, divided parents, an unknown effect, an absent domain and an improvement."""
    reasons = {item.reason: item.question for item in agenda}
    assert reasons["lowest"] == "E3.4"
    assert reasons["between"] in ("E6.3", "E2.4")
    assert reasons["unknown"] == "E4.4"
    assert reasons["changed"] == "E2.1"
    released = {item["reason"]: item["question"] for item in region_study.release("team").document()["agenda"]}
    assert released["unknown"] == "E4.4"
    longer = {item.question: item.reason for item in region_study.agenda(length=7)}
    assert longer["E5.3"] == "divided"


def test_numbers_are_those_of_the_other_tables(region_study, agenda, candidates):
    scores = by_id(region_study.scores(wave="2024"))
    findings = [finding for finding in region_study.coverage() if finding.status in ("attention", "missing")]
    for question, row in candidates.items():
        if question not in scores:
            assert row["n"] is None
            assert all(row[name] == 0 for name in CRITERIA if name != "network")
        else:
            score = scores[question]
            assert row["n"] == score["scored"]
            assert row["lowest"] in (0, pytest.approx(1 - score["top_box"]))
            many_unknown = score["dont_know_share"] >= MANY
            assert row["unknown"] == (pytest.approx(score["dont_know_share"]) if many_unknown else 0)
            counts = [score[f"count_{i}"] for i in range(1, 6)]
            answers = [value for value, count in enumerate(counts, 1) for _ in range(count)]
            apart = 1 - float(houvast.stats.consensus(answers, (1, 5)))
            assert row["divided"] == (pytest.approx(apart) if MANY <= score["top_box"] <= 1 - MANY else 0)
        named = [finding.status for finding in findings if question in finding.questions]
        assert row["network"] == (0 if not named else 1 if "missing" in named else 0.5)
    for item in agenda:
        groups = by_group(region_study, item.question)
        assert (item.difference is None) == (item.lowest_group is None) == (item.highest_group is None)
        for side, found in (("lower", item.lowest_group), ("higher", item.highest_group)):
            if found is not None:
                assert found["group"] == item.difference[side]
                assert groups[found["group"]] == (found["n"], found["top_box"])
        if item.reason == "changed":
            change = by_id(region_study.change())[item.question]
            assert item.change["share_from"] == pytest.approx(change["top_from"])
            assert item.change["share_to"] == pytest.approx(change["top_to"])
            assert item.score == pytest.approx(abs(change["top_to"] - change["top_from"]))


def by_group(study, question):
    rows = study.scores("perspective", "2024").to_dicts()
    return {r["group"]: (r["scored"], r["top_box"]) for r in rows if r["id"] == question and r["scored"] >= 3}


def test_ranks_follow_scores_and_the_chosen_are_the_first_left(agenda, candidates):
    for name in CRITERIA:
        ranked = sorted((row for row in candidates.values() if row[name] > 0), key=lambda row: row[f"{name}_rank"])
        assert [row[f"{name}_rank"] for row in ranked] == list(range(1, len(ranked) + 1))
        assert [row[name] for row in ranked] == sorted((row[name] for row in ranked), reverse=True)
        assert all(row[f"{name}_rank"] is None for row in candidates.values() if row[name] == 0)
    chosen = sorted((row for row in candidates.values() if row["chosen"]), key=lambda row: row["place"])
    assert [(row["question"], row["reason"]) for row in chosen] == [(item.question, item.reason) for item in agenda]
    taken = set()
    for row in chosen:
        better = [c for c in candidates.values() if c[row["reason"]] > row[row["reason"]]]
        assert {c["question"] for c in better} <= taken
        taken.add(row["question"])


def test_every_item_explains_itself(region_study, agenda):
    instrument = houvast.instrument("six-elements")
    texts = {question.id: question.text.nl for question in instrument.questions}
    for item in agenda:
        assert item.text.nl == texts[item.question]
        assert item.why.nl
        assert item.why.en
        assert item.opening.nl.endswith("?")
        assert 1 <= len(item.advice) <= 3
        assert all(advice.source_document for advice in item.advice)
    changed = next(item for item in agenda if item.reason == "changed")
    assert str(changed.change["n"]) in changed.why.nl
    assert "gegroeid" in changed.opening.nl
    lowest = next(item for item in agenda if item.reason == "lowest")
    assert f"Van de {lowest.n} antwoorden" in lowest.why.nl
    page = agenda._repr_html_()
    assert "intern gebruik" in page
    assert agenda[0].opening.nl in page
    assert "<script" not in page


def test_editing_leaves_the_first_one_as_it_was(agenda):
    before = [item.question for item in agenda]
    without = agenda.without(before[0])
    assert before[0] not in without
    assert len(without) == 5
    own = without.with_question("E5.1", 1)
    assert own[0].question == "E5.1"
    assert own[0].reason == "own"
    assert [item.question for item in own][1:] == [item.question for item in without]
    moved = own.moved(own[-1], 2)
    assert moved[1].question == own[-1].question
    assert sorted(item.question for item in moved) == sorted(item.question for item in own)
    assert [item.question for item in agenda] == before
    everything = agenda
    while len(everything):
        everything = everything.without(everything[0])
    assert all(not row["chosen"] for row in everything.candidates.to_dicts())


def test_the_same_study_gives_the_same_agenda(region_study, region_folder):
    again = houvast.load(region_folder).agenda(length=9)
    first = region_study.agenda(length=9)
    assert first.table().to_dicts() == again.table().to_dicts()
    assert first.candidates.to_dicts() == again.candidates.to_dicts()


def test_nobody_is_named_or_ranked(agenda, candidates):
    """Criteria are about questions; no column ranks parties, organisations or people."""
    names = agenda.candidates.columns
    assert {name for name in names if name.endswith("_rank")} == {f"{name}_rank" for name in CRITERIA}
    assert "party" not in " ".join(names)


def test_a_network_without_answers_has_an_agenda(indiana):
    found = {item.question: item for item in indiana.agenda(length=10)}
    assert {item.reason for item in found.values()} == {"network"}
    assert [finding.check for finding in found["E3.1"].findings] == ["C5"]
    assert found["E3.1"].text.nl == "Wie zijn bij de samenwerkende organisaties de 'kartrekkers'?"
    assert found["E6.1"].top_box is None
    assert found["E6.1"].lowest_group is None


def test_without_a_comparison_nothing_is_between(region_study):
    assert "between" not in {item.reason for item in region_study.agenda(length=20, by="")}


@pytest.mark.parametrize(
    ("make", "code"),
    [
        (lambda s: s.agenda(length=0), "HV-302"),
        (lambda s: s.agenda(wave="1999"), "HV-505"),
        (lambda s: s.agenda(by="schoolsoort"), "HV-506"),
        (lambda s: s.agenda(relation="vriendschap"), "HV-507"),
        (lambda s: s.agenda(level=1.5), "HV-302"),
        (lambda s: s.agenda().without("E2.33"), "HV-502"),
        (lambda s: s.agenda().with_question("X1"), "HV-502"),
        (lambda s: s.agenda().with_question("E5.1", 9), "HV-302"),
        (lambda s: s.agenda().moved("E5.1", 1), "HV-502"),
        (lambda s: s.agenda().moved(s.agenda()[0], 0), "HV-302"),
    ],
)
def test_mistakes_are_named(region_study, make, code):
    with pytest.raises(houvast.Error) as raised:
        make(region_study)
    assert raised.value.code == code


def test_a_notebook_runs_nothing_of_what_people_typed(tmp_path):
    page = hostile_study(tmp_path / "study").agenda(length=20)._repr_html_()
    assert "&lt;script" in page
    assert "<script" not in page
    assert "<img" not in page
