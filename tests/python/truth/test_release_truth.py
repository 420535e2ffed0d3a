"""Every claim of a release holds by the study's own tables, and a lie would be seen."""

from collections.abc import Callable
from functools import cache
from types import SimpleNamespace
from typing import Any

import agenda
import caveats
import coverage_open
import coverage_studies
import coverage_truth
import gerdes
import matrix_truth
import notes
import pytest
import test_report_truth
from labels import BEGINNINGS, LABELS
from raw import keys_of
from release_truth import PREDICATES
from statements import Told, item_of
from studies import with_an_element_apart, with_large_groups_apart, with_nothing_to_tell, with_two_large_groups

import houvast

FILES = ("agenda", "caveat", "change", "coverage", "difference", "order", "report", "strengthening", "uncertain")
"""The files of the catalogue with what is said about the data of a study."""

ELSEWHERE = {
    *agenda.PREDICATES,
    *caveats.PREDICATES,
    *gerdes.PREDICATES,
    *notes.NOTES,
    *coverage_truth.PREDICATES,
    *coverage_open.PREDICATES,
    *matrix_truth.PREDICATES,
}
"""What is put to its predicate in other tests, with names instead of their words."""

RARE = {
    "coverage.too_few_people": "takes a domain or family of fewer people than the threshold that was asked",
    "report.element.profile": "takes an instrument with a profile; test_profiles_truth puts it to the instrument",
    "report.goal.kept": "takes a goal that was reached in one wave and stayed so in two more",
    "report.missing.coverage": "every study has checks",
    "report.network.hidden": "of documents of before, which listed a network that too few told of",
}

STUDIES: dict[str, Callable[[], houvast.Study]] = {
    **test_report_truth.STUDIES,
    **coverage_studies.STUDIES,
    "nothing to tell": with_nothing_to_tell,
    "parents apart on E4": lambda: with_an_element_apart("ouder"),
    "large groups apart": with_large_groups_apart,
    "two large groups": lambda: with_two_large_groups(45, apart=0.2, up=0.15, seed=1),
    "more high, of E3 less": lambda: with_two_large_groups(80, apart=0, up=0.2, seed=1, alike=1.5),
}


@cache
def told(name: str, policy: str = "team") -> Told:
    return Told(STUDIES[name](), policy, goals="text", complexity="composite")


RELEASES = [(name, "team") for name in STUDIES] + [(name, "external") for name in test_report_truth.STUDIES]


@pytest.mark.parametrize(("name", "policy"), RELEASES)
def test_every_claim_holds(name: str, policy: str) -> None:
    of = told(name, policy)
    assert of.claims
    for claim in of.claims:
        if claim.id in PREDICATES:
            assert PREDICATES[claim.id](claim, of), (claim.id, claim.about, claim.say("en"))


def changed(claim: Any, **args: Any) -> Any:
    return SimpleNamespace(id=claim.id, about=claim.about, part=claim.part, args={**claim.args, **args})


def turned(claim: Any) -> Any:
    """The claim the other way round: lower for higher, the one group for the other."""
    args, other = claim.args, {"higher": "lower", "lower": "higher", "yes": "no", "no": "yes"}
    if claim.id.startswith("difference."):
        pairs = [("low", "high"), ("low_group", "high_group"), ("low_n", "high_n"), ("lower", "higher")]
        swapped = {a: args[b] for pair in pairs if pair[0] in args for a, b in (pair, pair[::-1])}
        return changed(claim, **swapped)
    gap = "direction" if claim.id.startswith("change.") else "high"
    return changed(claim, **{gap: other[args.get(gap, "no")]})


TURNED = [id for id in PREDICATES if id.startswith(("change.", "difference.", "order."))]


@pytest.mark.parametrize("name", test_report_truth.STUDIES)
def test_the_other_way_round_is_caught(name: str) -> None:
    of = told(name)
    for claim in of.claims:
        if claim.id in TURNED and claim.id not in ("difference.some", "difference.question"):
            assert not PREDICATES[claim.id](turned(claim), of), claim.id


@pytest.mark.parametrize("name", test_report_truth.STUDIES)
def test_what_is_said_of_one_question_is_not_true_of_another(name: str) -> None:
    """Figures of another question under this one are caught, and so is a label of another status."""
    of = told(name)
    for claim in of.claims:
        if claim.id in ("report.question.share", "report.question.dont_know", "report.element.share"):
            moved = changed(claim)
            moved.about = claim.about.replace(f"/{item_of(claim)}", "/E9")
            assert not PREDICATES[claim.id](moved, of)
        if claim.id == "report.status":
            for lie in {"ok", "attention", "missing"} - {of.found[claim.about.split("/")[0]].status}:
                assert not PREDICATES[claim.id](changed(claim, status=lie), of)


def test_that_nothing_differs_is_caught_where_something_does() -> None:
    apart, calm = told("large groups apart"), told("nothing to tell")
    for id in ("uncertain.difference.none", "uncertain.plain.groups", "uncertain.order.elements"):
        claim = next(each for each in calm.claims if each.id == id)
        assert PREDICATES[id](claim, calm)
        assert not PREDICATES[id](claim, apart if "order" not in id else told("more high, of E3 less")), id
    for id in ("uncertain.change.elements", "uncertain.change.questions", "uncertain.plain.change"):
        claim = next(each for each in calm.claims if each.id == id)
        assert not PREDICATES[id](claim, told("more high, of E3 less")), id


def test_no_claim_without_a_predicate() -> None:
    """Every message about the data has one, or stands among the labels with a reason."""
    keys = set().union(*(keys_of(file, f"{file}.") for file in FILES))
    labels = {key for key in keys if key in LABELS or key.startswith(tuple(BEGINNINGS))}
    assert keys - labels - set(PREDICATES) - ELSEWHERE == set()
    assert set(LABELS) <= keys and not labels & set(PREDICATES)
    assert not (labels - set(agenda.PREDICATES)) & ELSEWHERE


@cache
def made() -> frozenset[str]:
    """The ids of all claims of all releases."""
    return frozenset(claim.id for release in RELEASES for claim in told(*release).claims)


def test_no_label_is_said_as_a_claim() -> None:
    assert made() <= set(PREDICATES) | ELSEWHERE


def test_every_predicate_is_needed() -> None:
    assert set(PREDICATES) - made() <= set(RARE)
