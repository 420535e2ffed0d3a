"""The registry of coverage checks, and findings as claims."""

import pytest

import houvast
from houvast.texts import Claim, LocalizedText, Named

SILENT = "coverage.C1.silent"


def test_checks_are_what_coverage_runs(region_study):
    checks = houvast.checks()
    findings = region_study.coverage()
    assert [check.id for check in checks] == [finding.check for finding in findings]
    for check, finding in zip(checks, findings, strict=True):
        assert check.title == finding.title and check.rule == finding.rule
        assert check.questions == finding.questions
        assert all(text.nl and text.en and text.nl != text.en for text in (check.title, check.rule, check.settles))


def test_needs_decide_before_the_check_does(indiana):
    by_id = {check.id: check for check in houvast.checks()}
    assert by_id["C16"].needs == ["organisations", "organisations_of_several", "ties"]
    findings = {finding.check: finding for finding in indiana.coverage()}
    assert [claim.id for claim in findings["C6"].claims] == ["coverage.unmet.mandates"]
    assert findings["C6"].evidence == []
    assert findings["C6"].needed.en in by_id["C6"].settles.en


def test_a_finding_is_its_claims_and_says_them(region_study):
    names = {party.id: party.name for party in region_study.parties}
    findings = {finding.check: finding for finding in region_study.coverage()}
    silent = next(claim for claim in findings["C1"].claims if claim.id == SILENT)
    told = silent.args["names"]
    assert [name.id for name in told] == [fact.id for fact in findings["C1"].evidence if fact.role == "silent"]
    assert all(name == Named("party", name.id) and name.name.nl == names[name.id] for name in told)
    for finding in findings.values():
        for lang in ("nl", "en"):
            assert " ".join(claim.say(lang) for claim in finding.claims) == finding.sentence.get(lang)


@pytest.mark.parametrize("policy", ["team", "external"])
def test_released_findings_hold_no_ids(region_study, policy):
    def items(claim: Claim) -> list[object]:
        return [item for value in claim.args.values() for item in (value if isinstance(value, list) else [value])]

    without = {party.name for party in region_study.parties if not party.consent}
    for finding in region_study.release(policy).findings:
        for item in (item for claim in finding.claims for item in items(claim)):
            assert not isinstance(item, Named)
            assert not (isinstance(item, LocalizedText) and item.nl in without), item
