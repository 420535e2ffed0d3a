"""What checks found, as it leaves: parties by name only where they agreed, small groups not judged, no own words."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

import houvast

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
    status, said = told(of, "C1")
    assert status in ("attention", "missing")
    assert "niets laten horen: minstens één partij." in said
    assert "Jansen" not in said


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
    assert "te weinig mensen" in said
    assert "niemand" not in said


def test_what_is_told_of_a_small_group_is_the_same_whether_it_answered_or_not(tmp_path: Path) -> None:
    silent = study(tmp_path, [YOUTH])
    heard = json.loads((tmp_path / "study.json").read_text(encoding="utf-8"))
    heard["answers"].append({"wave": "w", "respondent": "j", "party": "jeugd", "question": "E1.1", "answer": "4"})
    (tmp_path / "study.json").write_text(json.dumps(heard), encoding="utf-8")
    assert told(silent, "C17") == told(houvast.load(tmp_path / "study.json"), "C17")


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
