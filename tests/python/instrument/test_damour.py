"""The names of D'Amour and others (2008), Table 3, letter for letter, and the order that the authors state."""

import houvast

DIMENSIONS = {
    "D1": "Shared goals and vision",
    "D2": "Internalization",
    "D3": "Governance",
    "D4": "Formalization",
}
INDICATORS = {
    "D1.1": "Goals",
    "D1.2": "Client-centred orientation vs. other allegiances",
    "D2.1": "Mutual acquaintanceship",
    "D2.2": "Trust",
    "D3.1": "Centrality",
    "D3.2": "Leadership",
    "D3.3": "Support for innovation",
    "D3.4": "Connectivity",
    "D4.1": "Formalization tools",
    "D4.2": "Information exchange",
}
LEVELS = ["Potential or latent collaboration", "Developing collaboration", "Active collaboration"]
INSTRUMENT = houvast.instrument("damour-2008")


def test_the_names_are_those_of_the_article() -> None:
    assert {element.id: element.title.en for element in INSTRUMENT.elements} == DIMENSIONS
    assert {question.id: question.text.en for question in INSTRUMENT.questions} == INDICATORS
    assert [label.text.en for label in INSTRUMENT.scale("levels").labels] == LEVELS


def test_the_order_is_stated_and_what_a_level_looks_like_is_own() -> None:
    for question in INSTRUMENT.questions:
        assert question.ordering == "stated"
        assert [stage.stage for stage in question.stages] == [1, 2, 3]
        assert all(stage.description.nl and stage.description.en for stage in question.stages)
    assert "own words" in INSTRUMENT.description.en and "Open Access" in INSTRUMENT.licence
