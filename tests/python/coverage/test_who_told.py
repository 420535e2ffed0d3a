"""What checks and releases make of ties told from the other end, of parties of another wave, and of those without an
organisation.
"""

import pandas as pd

import houvast

NAMES = ["a", "b", "c"]


def study(ties: list[dict], parties: dict | None = None, directed: bool = True) -> houvast.Study:
    header = {
        "id": "told",
        "title": {"nl": "x", "en": "x"},
        "instruments": ["six-elements"],
        "waves": [{"id": "w1", "date": "2023-01-01"}, {"id": "w2", "date": "2024-01-01"}],
        "relations": [{"id": "help", "title": {"nl": "hulp", "en": "help"}, "directed": directed, "max_strength": 3}],
    }
    rows = pd.DataFrame([{"wave": "w2", "relation": "help", "to": None, "strength": 1.0, **tie} for tie in ties])
    table = pd.DataFrame({"id": NAMES, "kind": "person", "asked": 1, **(parties or {})})
    return houvast.study_from_frames(header, parties=table, ties=rows)


def named(of: houvast.Study, check: str) -> dict[str, list[str]]:
    """The claims of a check, with the parties and organisations that they name."""
    finding = next(each for each in of.coverage() if each.check == check)
    return {claim.id: [each.id for each in claim.args.get("names", [])] for claim in finding.claims}


def test_who_only_tells_of_ties_towards_it_does_not_stand_apart() -> None:
    """b says that c helps it; c and b say nothing of whom they help."""
    of = study([{"reporter": "a", "from": "a"}, {"reporter": "b", "from": "c", "to": "b"}])
    assert named(of, "C7")["coverage.C7.isolated"] == ["a"]
    assert of.network("help").isolated == ["a"]
    both = study([{"reporter": "a", "from": "a"}, {"reporter": "b", "from": "b"}])
    assert named(both, "C7")["coverage.C7.isolated"] == ["a", "b"]


def test_where_help_leads_is_not_known_of_who_only_is_helped() -> None:
    """a tells that it helps b; along the direction nothing is known of where b can go."""
    ties = [{"reporter": "a", "from": "a", "to": "b"}, {"reporter": "c", "from": "c"}]
    parties = {"perspective": ["professional", "ouder", "jeugdige"], "expertise": ["leren", None, None]}
    found = named(study(ties, parties), "C12")
    assert found["coverage.C12.undecided"] == ["b"]
    assert found["coverage.C12.out_of_reach"] == []
    undirected = named(study(ties, parties, directed=False), "C12")
    assert "coverage.C12.undecided" not in undirected


def test_a_release_leaves_out_a_network_that_only_others_told_of() -> None:
    """Nobody who took part in the second wave told of the relation in it."""
    of = study([{"reporter": "a", "from": "a", "to": "b"}], {"waves": ["w1", "w1", None]})
    assert of.release("team").networks == []


def test_a_role_and_a_motive_are_known_without_an_organisation() -> None:
    ties = [{"reporter": "a", "from": "a"}]
    parties = {
        "organisation": ["School", None, None],
        "roles": [None, "kartrekker", None],
        "motives": [None, "M1", None],
    }
    found = study(ties, parties)
    assert named(found, "C5")["coverage.C5.without"] == ["a"]
    assert named(found, "C18")["coverage.C18.without"] == ["a"]
    nothing = study(ties, {"organisation": ["School", None, None]})
    assert "coverage.unmet.roles" in named(nothing, "C5") and "coverage.unmet.motives" in named(nothing, "C18")
