"""What a release does not tell is explained, all of it, with a rule; for the privacy officer only."""

from __future__ import annotations

import json
import stat
from pathlib import Path

import pytest

import houvast
from houvast.cli import main
from houvast.release import explain_release
from small_studies import people_of, study_in_memory, study_of


@pytest.mark.parametrize(("policy", "by"), [("team", "perspective"), ("external", "perspective"), ("team", "")])
def test_everything_that_is_hidden_is_explained(policy: str, by: str, region_study: houvast.Study) -> None:
    found = {(each.wave, each.kind, each.id, each.group) for each in explain_release(region_study, policy, by=by)}
    document = region_study.release(policy, by=by).document()
    for row in [*document["totals"], *document["groups"]]:
        if not row["shown"]:
            assert (row["wave"], row["kind"], row["id"], row["group"]) in found
        elif row["kind"] == "question" and row["dont_know"] is None:
            assert (row["wave"], "question", row["id"], row["group"]) in found
    for row in document["stages"]:
        assert row["shown"] != ((row["wave"], "stage", row["dimension"], "") in found)
    for row in document["reliability"]:
        assert row["shown"] != ((row["wave"], "reliability", row["element"], "") in found)


def test_each_reason_is_the_rule_that_hid_it(tmp_path: Path) -> None:
    """Four of a group are too few; thirteen are below 14, and go together with them; four people are below 5."""
    study = study_of(people_of({"professional": (40, 20), "ouder": (4, 2), "jeugdige": (12, 6)}), tmp_path / "a.json")
    told = {(each.kind, each.group): each for each in explain_release(study, "team")}
    assert told["groups", "*"].rule == "groups"
    together = told["groups", "*"]
    assert together.say("nl").startswith("Groepen w0, one-question: samengenomen. Ouders en jeugdigen gaan samen: ")
    assert "taken together. Parents and young people go together: " in together.say("en")
    few = study_of(people_of({"professional": (4, 2)}), tmp_path / "b.json")
    question = next(each for each in explain_release(few, "team") if each.kind == "question")
    assert (question.outcome, question.rule) == ("hidden", "threshold")
    assert question.say("en") == "Question w0, Q1: hidden. It is about 4 people; 5 are needed. (rule: threshold)"
    assert question.say("nl") == "Vraag w0, Q1: verborgen. Het gaat om 4 mensen; nodig zijn er 5. (regel: drempel)"


def test_groups_are_called_by_their_titles(region_study: houvast.Study) -> None:
    """As data a group is its id; words tell its title, and a group without a value is not taken for everybody."""
    parents = next(each for each in explain_release(region_study, "team") if each.group == "ouder")
    assert parents.json()["group"] == "ouder"
    assert " Ouders: " in parents.say("nl") and " Parents: " in parents.say("en")
    by_domain = [each for each in explain_release(region_study, "team", by="domain") if each.group]
    assert by_domain and all(each.group_title is not None for each in by_domain)
    assert not any("*" in each.say("nl") or " – " in each.say("nl") for each in by_domain)


def test_the_command_marks_it_as_inside(
    region_folder: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["explain-release", str(region_folder), "--lang", "en"]) == 0
    told = capsys.readouterr().out
    assert told.startswith("Exact results, for inside use only") and "(rule: groups)" in told
    assert main(["explain-release", str(region_folder), "--json", "--lang", "en"]) == 0
    found = json.loads(capsys.readouterr().out)
    assert found["inside"] == "exact, for inside use" and found["explained"][0]["rule"]
    for name in ("waarom.txt", "waarom.json"):
        assert main(["explain-release", str(region_folder), "-o", str(tmp_path / name)]) == 0
        place = tmp_path / name.replace(".", "-intern.")
        assert "intern – exacte uitkomsten" in place.read_text(encoding="utf-8")
        assert stat.S_IMODE(place.stat().st_mode) == 0o600


@pytest.mark.parametrize("by", ["perspective", "domain", ""])
def test_what_is_not_said_of_findings_and_tests_is_explained(by: str, region_study: houvast.Study) -> None:
    release = region_study.release("team", by=by)
    found = explain_release(region_study, "team", by=by)
    inside = {finding.check: finding for finding in region_study.coverage()}
    told = {each.id for each in found if each.kind == "finding"}
    for finding in release.findings:
        exact = inside[finding.check]
        says_less = {claim.id for claim in exact.claims} - {claim.id for claim in finding.claims}
        assert bool(exact.status != finding.status or says_less) == (finding.check in told)
    supported = release.document()["supported"]
    said = sum(len(rows) for rows in supported.values())
    left = [each for each in found if each.rule == "statements"]
    assert said + len(left) == len(houvast._core.supported_statements(region_study, by))


def test_consent_is_explained_purpose_by_purpose() -> None:
    """A party that agreed to a picture has agreed to nothing else; who agreed and when is looked at."""
    agreed = {"consent": "yes", "consent_by": "bestuur", "consent_on": "2026-01-31"}
    more = [
        {"id": "beeld", "asked": 1, **agreed},
        {"id": "stil", "asked": 1, "consent_for": "silent;owner", "consent_by": "bestuur"},
        {"id": "later", "asked": 1, "consent_for": "silent", "consent_by": "bestuur", "consent_on": "2999-01-01"},
    ]
    data = json.loads(study_in_memory(people_of({"professional": (14, 7)})).to_json())
    data["parties"] += more
    study = houvast._core.study_from_json(json.dumps(data).encode(), "study.json")
    found = {(each.kind, each.id, each.outcome): each for each in explain_release(study, "team")}
    others = len(study.parties) - len(more)
    for purpose, named in {"silent": 2, "only_link": 0, "mandate": 0, "contacts": 0, "owner": 1}.items():
        unnamed = found["parties", purpose, "left_out"]
        assert unnamed.rule == "names"
        assert f"{others + len(more) - named} parties have not agreed" in unnamed.say("en")
    to_check = [each.say("en") for each in explain_release(study, "team") if each.outcome == "to_check"]
    assert to_check == [
        "Parties: to check. Of 1 party with consent it is not recorded who gave it, or when (consent_by, consent_on)."
        " (rule: names)",
        "Parties: to check. The day of consent is still to come for later (consent_on). (rule: names)",
    ]


def test_a_response_of_few_says_so(tmp_path: Path) -> None:
    few = study_of(people_of({"professional": (4, 2)}), tmp_path / "few.json")
    response = next(each for each in explain_release(few, "team", by="") if each.kind == "response")
    assert (response.rule, response.say("en")) == (
        "threshold",
        "Response w0, one-question: hidden. It is about 4 people; 5 are needed. (rule: threshold)",
    )
