"""What checks found, as it leaves: parties by name only where they agreed, small groups not judged, no own words."""

from __future__ import annotations

import itertools
import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

import houvast
from houvast.results.columns import group_of

RING = 12  # professionals with ties in a ring, so that there is a network


def header(**more: object) -> dict[str, Any]:
    return {
        "schema": "houvast-study/1",
        "id": "told",
        "title": {"nl": "Verteld", "en": "Told"},
        "instruments": ["six-elements"],
        "waves": [{"id": "w", "date": "2026-01-01"}],
        "relations": [{"id": "contact", "title": {"nl": "Contact", "en": "Contact"}}],
        **more,
    }


def study(path: Path, extra: list[dict[str, object]], **more: object) -> houvast.Study:
    """Twelve professionals of one domain in a ring, all of whom answered, and parties of which nobody did."""
    ring = [
        {
            "id": f"p{i}",
            "name": f"Geheim{i}",
            "domain": "zorg",
            "perspective": "professional",
            "organisation": f"Org{i}",
        }
        for i in range(RING)
    ]
    answers = [
        {"wave": "w", "respondent": f"r{i}", "party": f"p{i}", "question": "E1.1", "answer": str(1 + i % 5)}
        for i in range(RING)
    ]
    ties = [
        {"wave": "w", "reporter": f"p{i}", "from": f"p{i}", "to": f"p{(i + 1) % RING}", "relation": "contact"}
        for i in range(RING)
    ]
    file = path / "study.json"
    data = header(parties=[*ring, *extra], answers=answers, ties=ties, **more)
    file.write_text(json.dumps(data), encoding="utf-8")
    return houvast.load(file)


def told(of: houvast.Study, check: str, policy: str = "team") -> tuple[str, str]:
    """The status of a check in a release, and what is said of it."""
    found = next(each for each in of.release(policy).findings if each.check == check)
    return str(found.status), found.sentence.get("nl")


WETHOUDER = {"id": "wethouder", "name": "Wethouder Jansen", "domain": "gemeente", "level": "bestuur", "asked": 1}
YOUTH = {"id": "jeugd", "name": "Jongerenraad", "domain": "jeugdigen", "perspective": "jeugdige", "asked": 2}


def test_one_party_that_stayed_silent_is_not_pointed_at(tmp_path: Path) -> None:
    of = study(tmp_path, [WETHOUDER])
    assert "niets laten horen" in next(each.sentence.get("nl") for each in of.coverage() if each.check == "C1")
    assert "niets laten horen" not in told(of, "C1")[1]
    assert "Jansen" not in json.dumps(of.release("team").document())


def test_it_is_named_when_it_agreed_to_that_and_to_nothing_else(tmp_path: Path) -> None:
    of = study(tmp_path, [{**WETHOUDER, "consent_for": ["silent"]}])
    assert "niets laten horen: Wethouder Jansen." in told(of, "C1")[1]
    of = study(tmp_path, [{**WETHOUDER, "consent": True, "consent_for": ["owner"]}])
    assert "Jansen" not in json.dumps(of.release("team").document())


@pytest.mark.parametrize("policy", ["team", "external"])
def test_two_youths_of_whom_nobody_answered_are_not_told(tmp_path: Path, policy: str) -> None:
    of = study(tmp_path, [YOUTH])
    inside = {finding.check: finding for finding in of.coverage()}
    assert inside["C17"].status == "missing", "inside it is told"
    status, said = told(of, "C17", policy)
    assert status == "unknown"
    assert "genoeg mensen hebben geantwoord, zeggen we hier niet" in said
    assert "niemand" not in said


def answers(of: str, party: Callable[[int], str], number: int) -> list[dict[str, str]]:
    return [
        {"wave": "w", "respondent": f"{of}{i}", "party": party(i), "question": "E1.1", "answer": str(1 + i % 5)}
        for i in range(number)
    ]


@pytest.mark.parametrize(("policy", "asked"), [("team", n) for n in (1, 4, 5, 10, 11, 14)] + [("external", 20)])
def test_nobody_can_tell_that_somebody_of_few_answered(tmp_path: Path, policy: str, asked: int) -> None:
    """Of all numbers of people that give the same document, none is certain to be of somebody and of few."""
    study(tmp_path, [{**YOUTH, "asked": asked}])
    file, threshold = tmp_path / "study.json", {"team": 5, "external": 10}[policy]
    data = json.loads(file.read_text(encoding="utf-8"))
    worlds: dict[str, list[tuple[int, int]]] = {}
    for youths, others in itertools.product(range(asked + 1), range(RING + 1)):
        told_by = [*answers("r", lambda i: f"p{i}", others), *answers("j", lambda _: "jeugd", youths)]
        file.write_text(json.dumps({**data, "answers": told_by}), encoding="utf-8")
        document = houvast.load(file).release(policy).document()
        worlds.setdefault(json.dumps([document["findings"], document["responses"]]), []).append((youths, others))
    for numbers in worlds.values():
        for group, whole in enumerate((asked, RING)):
            answered = [each[group] for each in numbers]
            left = [whole - number for number in answered]
            assert min(answered) == 0 or max(answered) >= threshold, numbers
            assert min(left) == 0 or max(left) >= threshold, numbers


def test_own_words_for_decisions_and_expertise_stay_inside(tmp_path: Path) -> None:
    words = {
        "mandates": ["Jansens geheime besluit"],
        "expertise": ["Jansens geheime kennis"],
        "roles": ["mandaathouder"],
    }
    of = study(tmp_path, [{**WETHOUDER, **words}, {**WETHOUDER, **words, "id": "tweede", "name": "Tweede Jansen"}])
    assert "Jansens geheime besluit" in "".join(finding.sentence.get("nl") for finding in of.coverage())
    document = json.dumps(of.release("team").document())
    assert "geheim" not in document.lower()
    assert "Jansen" not in document


def test_no_party_and_no_organisation_is_named_without_consent(tmp_path: Path) -> None:
    document = json.dumps(study(tmp_path, [WETHOUDER, YOUTH]).release("team").document())
    assert "Geheim" not in document
    assert "Org" not in document.replace("Organis", "")
    assert "Jongerenraad" not in document


def test_networks_are_told_in_bands_and_steps(tmp_path: Path) -> None:
    document = study(tmp_path, []).release("team").document()
    network = document["networks"][0]
    assert network["shown"]
    assert {key for key in network if isinstance(network[key], int) and not isinstance(network[key], bool)} == {"parts"}
    assert set(network["density"]) == {"low", "high"}
    assert network["parties_band"] == "10–19"


@pytest.mark.parametrize("by", ["party", "organisation", "kind", "adres"])
def test_a_release_is_split_only_by_what_is_allowed(tmp_path: Path, by: str) -> None:
    of = study(tmp_path, [{**WETHOUDER, "x_adres": "Kerkstraat 1"}])
    with pytest.raises(houvast.DisclosureError, match="HV-405") as refused:
        of.release("team", by=by)
    assert "split_by" in str(refused.value)
    assert "Kerkstraat" not in str(refused.value)


def test_a_column_that_the_study_declares_may_split(tmp_path: Path) -> None:
    of = study(tmp_path, [{**WETHOUDER, "x_wijk": "noord"}], split_by=["wijk"])
    assert of.split_by == ["wijk"]
    assert of.release("team", by="wijk").by == "wijk"
    assert json.loads(of.to_json())["split_by"] == ["wijk"]


@pytest.mark.parametrize(("declared", "near"), [("organisation", ""), ("wjik", "wijk")])
def test_only_own_columns_can_be_declared(tmp_path: Path, declared: str, near: str) -> None:
    with pytest.raises(houvast.ValidationError) as refused:
        study(tmp_path, [{**WETHOUDER, "x_wijk": "noord"}], split_by=[declared])
    assert refused.value.issues[0].code == "HV-202"
    assert refused.value.issues[0].near == near


def test_a_purpose_that_does_not_exist_is_an_error(tmp_path: Path) -> None:
    with pytest.raises(houvast.ValidationError) as refused:
        study(tmp_path, [{**WETHOUDER, "consent_for": ["silnt"], "consent_on": "gisteren"}])
    assert [issue.code for issue in refused.value.issues] == ["HV-207", "HV-206"]
    assert refused.value.issues[0].near == "silent"


def test_a_column_called_as_what_never_splits_cannot_be_declared(tmp_path: Path) -> None:
    """Else a release split by `organisation` would be split by that of the parties, and not by the column."""
    for name in ("organisation", "kind", "party"):
        with pytest.raises(houvast.ValidationError) as refused:
            study(tmp_path, [{**WETHOUDER, f"x_{name}": "noord"}], split_by=[name])
        assert [issue.code for issue in refused.value.issues] == ["HV-202"]


def test_a_column_called_as_a_field_of_a_party_splits_by_itself(tmp_path: Path) -> None:
    """Also in a ledger: it holds who was in which group of that column."""
    many = {"asked": 20, "x_name": "noord", "x_roles": "zuid"}
    of = study(tmp_path, [{**WETHOUDER, **many}], split_by=["name", "roles"])
    for by, group in (("name", "noord"), ("roles", "zuid")):
        assert {row.group for row in of.release("team", by=by).responses} <= {"", "*", group}
        assert group_of(next(each for each in of.parties if each.id == "wethouder"), by) == group


def test_where_nobody_was_asked_nobody_is_said_to_have_answered(tmp_path: Path) -> None:
    study(tmp_path, [{**YOUTH, "asked": 0}])
    file = tmp_path / "study.json"
    data = json.loads(file.read_text(encoding="utf-8"))
    unasked = [{**party, "asked": 0} for party in data["parties"]]
    file.write_text(json.dumps({**data, "parties": unasked, "answers": []}), encoding="utf-8")
    for policy in ("team", "external"):
        (response,) = [each for each in houvast.load(file).release(policy).findings if each.check == "C17"]
        assert response.status == "unknown"
