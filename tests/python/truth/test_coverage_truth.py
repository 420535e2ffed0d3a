"""Everything that coverage finds holds by the study's tables, and a lie would be seen."""

from collections.abc import Callable
from functools import cache

import pandas as pd
import pytest
from coverage_open import PREDICATES as OPEN
from coverage_studies import STUDIES as OPEN_STUDIES
from coverage_truth import PREDICATES as FOUND
from ecosystem import Ecosystem
from lies import lies
from raw import ROOT
from studies import SEEDS, of_seed, replaced

import houvast
from houvast.texts import Claim


@cache
def of_indiana() -> houvast.Study:
    return houvast.load(ROOT / "tests" / "data" / "indiana")


@cache
def with_gaps() -> houvast.Study:
    """Schools alone drive, one party in nine is an expert, six offer the same, and two parties and one stand apart."""
    study = of_seed(2024)
    frames = study.to_frames()
    parties, ties = frames["parties"], frames["ties"]
    parties["roles"] = parties["organisation"].str.contains("Basisschool").map({True: "kartrekker"})
    parties["expertise"] = parties["expertise"].where(parties.index % 9 == 0)
    parties.loc[parties.index < 6 * 6, "offers"] = "leren/4-12/preventie"
    lone, one, other = parties["id"].iloc[[5, 8, 9]]
    ties = ties[~ties[["reporter", "from", "to"]].isin([lone, one, other]).any(axis=1)]
    row = {"wave": study.waves[-1].id, "relation": "samenwerking"}
    told = [
        row | {"reporter": one, "from": one, "to": other, "strength": 2.0},
        row | {"reporter": lone, "from": lone},  # works with nobody
    ]
    return replaced(study, parties=parties, ties=pd.concat([ties, pd.DataFrame(told)], ignore_index=True))


STUDIES: dict[str, Callable[[], houvast.Study]] = {
    "Indiana": of_indiana,
    "gaps": with_gaps,
    **{f"region {seed}": lambda seed=seed: of_seed(seed) for seed in (*SEEDS, 1, 2, 3)},
}
EVERY = STUDIES | OPEN_STUDIES
PREDICATES = FOUND | OPEN


@cache
def ecosystem(name: str) -> Ecosystem:
    return Ecosystem(EVERY[name]())


@cache
def said_of(name: str) -> list[Claim]:
    return [claim for finding in EVERY[name]().coverage() for claim in finding.claims]


@pytest.mark.parametrize("name", EVERY)
def test_every_claim_holds(name: str) -> None:
    assert said_of(name)
    for claim in said_of(name):
        assert PREDICATES[claim.id](claim.args, ecosystem(name)), claim.say("en")


@pytest.mark.parametrize("name", EVERY)
def test_a_lie_is_caught(name: str) -> None:
    for claim in said_of(name):
        for gap, args in lies({gap: value for gap, value in claim.args.items() if gap != "question"}):
            whole = {**claim.args, **args}
            if isinstance(args[gap], list) and sorted(map(str, args[gap])) == sorted(map(str, claim.args[gap])):
                continue  # the same names in another order are no lie
            assert not PREDICATES[claim.id](whole, ecosystem(name)), (claim.id, gap, args[gap])


@pytest.mark.parametrize("name", STUDIES)
def test_what_is_found_elsewhere_is_not_found_here(name: str) -> None:
    """Of what another study is told, only what is true here too would hold: nothing else than is said here."""
    here = [(claim.id, str(claim.args)) for claim in said_of(name)]
    for other in STUDIES:
        for claim in said_of(other):
            if not claim.args or (claim.id, str(claim.args)) in here:
                continue
            assert not PREDICATES[claim.id](claim.args, ecosystem(name)), (claim.id, other)


@pytest.mark.parametrize("seed", range(100, 106))
def test_other_regions(seed: int) -> None:
    study = of_seed(seed)
    of = Ecosystem(study)
    for finding in study.coverage():
        for claim in finding.claims:
            assert PREDICATES[claim.id](claim.args, of), claim.say("en")


def test_every_predicate_is_needed() -> None:
    """Each is of a claim that some study makes, and what a predicate says can be false."""
    made = {claim.id for name in EVERY for claim in said_of(name)}
    assert set(PREDICATES) <= made, set(PREDICATES) - made
