"""What is said of strengthening a dimension holds by the assessments themselves, and a lie would be seen."""

from functools import cache

import pytest
from gerdes import PREDICATES, About, Spread
from lies import lies
from raw import Raw, keys_of
from studies import SEEDS, of_seed, with_high_stages

from houvast.texts import Claim, LocalizedText

STUDIES = {f"region {seed}": lambda seed=seed: of_seed(seed) for seed in SEEDS} | {"high": with_high_stages}
COMPLEXITIES = ("simple", "composite", "complex")


@cache
def raw_of(name: str) -> Raw:
    return Raw(STUDIES[name]())


@cache
def said_of(name: str) -> list[tuple[Claim, About]]:
    """Every claim of a release, for questions of every complexity."""
    said = []
    for complexity in COMPLEXITIES:
        for row in STUDIES[name]().release("team", complexity=complexity).strengthening:
            if row.shown:
                about = About(row.dimension, row.wave, complexity)
                said += [(claim, about) for claim in row.claims]
    return said


@pytest.mark.parametrize("name", STUDIES)
def test_every_claim_holds(name):
    assert said_of(name)
    for claim, about in said_of(name):
        assert PREDICATES[claim.id](claim.args, about, raw_of(name)), (claim.say("en"), about)


@pytest.mark.parametrize("name", STUDIES)
def test_a_lie_is_caught(name):
    for claim, about in said_of(name):
        for gap, args in lies(claim.args):
            assert not PREDICATES[claim.id](args, about, raw_of(name)), (claim.id, gap, args[gap])


@pytest.mark.parametrize("name", STUDIES)
def test_another_outcome_is_a_lie(name):
    """Of the outcomes that exclude each other exactly one holds."""
    outcomes = ["below", "at", "beyond"]
    for claim, about in said_of(name):
        if claim.id.rpartition(".")[2] in outcomes:
            holds = [PREDICATES[f"strengthening.shared.{each}"](claim.args, about, raw_of(name)) for each in outcomes]
            assert holds.count(True) == 1
            assert not PREDICATES["strengthening.shared.depends"]({}, about, raw_of(name))


def with_counts(about: About, raw: Raw) -> list[Claim]:
    """What the analyst is to be told of a dimension, made from the assessments alone."""
    of = Spread(about, raw)
    title = {stage: LocalizedText(**labels) for stage, labels in of.asked.labels.items()}
    if of.n < about.minimum:
        return [Claim("strengthening.counted.few", {"n": of.n, "minimum": about.minimum})]
    if not of.known:
        return [Claim("strengthening.counted.depends", {"dont_know": of.dont_know})]
    args = {"n": of.n, "people": "yes", "numerator": 2, "denominator": 3, "stage": title[of.wished]}
    args |= {"highest": "yes" if of.is_last else "no", "count": of.at_least(of.wished)}
    if not of.reaches(of.wished):
        ending = Claim("strengthening.kind", {"to": title[of.wished]})
        if not of.types:
            ending = Claim("strengthening.step", {"from": title[of.reached], "to": title[of.reached + 1]})
        claims = [Claim("strengthening.counted.below", args), ending]
    elif not of.is_last and of.reaches(of.wished + 1):
        args["count"] = of.at_least(of.wished + 1)
        ending = Claim("strengthening.earlier", {"complexity": about.complexity})
        claims = [Claim("strengthening.counted.beyond", args), ending]
    else:
        claims = [Claim("strengthening.counted.at", args), Claim("strengthening.fits")]
    asked_for = about.complexity if about.wish is None else "own"
    asked = Claim("strengthening.wished", {"complexity": asked_for, "stage": title[of.wished]})
    order = {"stated": [], "inferred": [Claim("strengthening.inferred")], "types": [Claim("strengthening.types")]}
    return [asked, *claims, *order[of.asked.ordering]]


@cache
def counted(name: str) -> list[tuple[list[Claim], About, str]]:
    study, raw = STUDIES[name](), raw_of(name)
    rows = []
    for complexity in COMPLEXITIES:
        for row in study.gerdes_strengthening(complexity, lang="en").to_dicts():
            about = About(row["dimension"], row["wave"], complexity)
            rows.append((with_counts(about, raw), about, row["reason"]))
    for wish in (1, 2, 3):
        for row in study.gerdes_strengthening("simple", wished={"G4": wish}, lang="en").to_dicts():
            if row["dimension"] == "G4":
                about = About("G4", row["wave"], "simple", wish)
                rows.append((with_counts(about, raw), about, row["reason"]))
    return rows


@pytest.mark.parametrize("name", STUDIES)
def test_the_analyst_reads_what_the_assessments_say(name):
    for claims, about, reason in counted(name):
        assert " ".join(claim.say("en") for claim in claims) == reason
        for claim in claims:
            assert PREDICATES[claim.id](claim.args, about, raw_of(name))
            for gap, args in lies(claim.args):
                assert not PREDICATES[claim.id](args, about, raw_of(name)), (claim.id, gap)


@pytest.mark.parametrize("name", STUDIES)
@pytest.mark.parametrize("complexity", COMPLEXITIES)
def test_nobody_is_advised_to_go_from_one_type_to_the_next(name, complexity):
    advised = {row["dimension"] for row in STUDIES[name]().gerdes_strengthening(complexity).to_dicts()}
    released = {row.dimension for row in STUDIES[name]().release("team", complexity=complexity).strengthening}
    assert advised == released == {"G1", "G2", "G3", "G5", "G6", "G7", "G8"}
    text = " ".join(claim.say("nl") for claim, about in said_of(name) if about.complexity == complexity)
    assert text and not any(word in text for word in ("ruimtelijk", "persoonlijk"))


def test_every_claim_has_a_predicate_and_is_made_somewhere():
    keys = keys_of("strengthening", "strengthening.")
    assert set(PREDICATES) == keys
    made = {claim.id for name in STUDIES for claim, _ in said_of(name)}
    made |= {claim.id for name in STUDIES for claims, _, _ in counted(name) for claim in claims}
    assert made >= keys - {"strengthening.shared.few"}  # with so few their distribution does not leave either
