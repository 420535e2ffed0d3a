"""The coverage checks on the example region: every planted defect is named by its check, and nothing else is."""

import pytest

import houvast
from houvast.examples.region import random_plants, region

# kind of plant → check and role of the evidence that names it
NAMED_BY = {
    "absent_domain": ("C1", "absent"),
    "missing_level": ("C2", "absent"),
    "no_kartrekker": ("C5", "without_driving"),
    "rival_mandate": ("C6", "rival"),
    "unknown_motives": ("C18", "motives_not_known"),
    "silent_parties": ("C1", "silent"),
    "one_person_dependency": ("C10", "cut_off"),
    "isolated_party": ("C7", "isolated"),
    "domains_apart": ("C8", "apart"),
    "hollow_organisation": ("C16", "loose_inside"),
    "need_gap": ("C13", "gap"),
    "sector_without_form": ("C14", "without_form"),
}


def findings(made, folder):
    study = houvast.load(made.write(folder))
    return {finding.check: finding for finding in study.coverage()}


def named(finding, role):
    return {(fact.id, fact.of) for fact in finding.evidence if fact.role == role}


def expected(kind, targets):
    """What the finding's evidence must hold, as (id, of)."""
    if not targets:
        return set()
    match kind:
        case "missing_level":
            return {(targets[1], targets[0])}
        case "rival_mandate":
            return {(party, targets[0]) for party in targets[1:]}
        case "one_person_dependency":
            return {(party, targets[0]) for party in targets[1:]}
        case _:
            return {(target, "") for target in targets}


@pytest.mark.parametrize("seed", range(200))
def test_without_plants_every_check_is_ok(seed, tmp_path):
    found = findings(region(seed, plants=[]), tmp_path / "region")
    assert [(check, finding.status) for check, finding in found.items() if finding.status != "ok"] == []


@pytest.mark.parametrize("seed", range(200))
def test_every_plant_is_named_and_nothing_else(seed, tmp_path):
    made = region(seed, plants=random_plants(seed))
    found = findings(made, tmp_path / "region")
    targets = {plant.kind: plant.targets for plant in made.planted}
    for kind, (check, role) in NAMED_BY.items():
        got = named(found[check], role)
        if kind == "silent_parties":
            got = {(party, "") for party, _ in got}  # beside the party stands its domain
        if kind == "domains_apart":
            assert (
                {frozenset(pair) for pair in got} == {frozenset(targets[kind])} - {frozenset()}
                if kind in targets
                else not got
            )
            continue
        assert got == expected(kind, targets.get(kind, ())), kind
    voiceless = {*targets.get("voiceless_parents", ()), *targets.get("voiceless_youth", ())}
    assert named(found["C3"], "unanswered") == {(perspective, "") for perspective in voiceless}
    allowed = {check for plant in made.planted for check in plant.checks}
    assert {check for check, finding in found.items() if finding.status in ("attention", "missing")} <= allowed
