"""What a result says of itself can be said in every language; its attributes are English."""

import numpy as np
import pytest

import houvast
from houvast import graph, stats
from houvast.texts import languages

ITEMS = np.array([[1, 2, 3], [2, np.nan, 1], [4, 5, 5], [3, 3, 2], [5, 4, 4]])
LANGUAGES = [*languages(), "qps-plocm"]


def test_a_method_is_said_with_its_source():
    alpha = stats.cronbach_alpha(ITEMS)
    cited = "Cronbach (1951); Feldt, Woodruff & Salih (1987)"
    assert alpha.method == alpha.say("en") == f"Cronbach's alpha, Feldt interval ({cited})"
    assert alpha.say("nl") == f"Cronbachs alfa, marge van Feldt ({cited})"
    assert (alpha.provenance.source, alpha.provenance.cite("nl")) == (cited, cited)
    assert alpha.provenance.say("nl") == "Cronbachs alfa, marge van Feldt"
    assert (alpha.reason, alpha.why("nl")) == ("", "")


def test_words_beside_a_citation_are_said_too():
    icc = stats.icc([1, 2, 3, 4], ["a", "a", "b", "b"])
    assert icc.provenance.source.endswith("McGraw & Wong (1996), case 1")
    assert icc.provenance.cite("nl").endswith("McGraw & Wong (1996), geval 1")


@pytest.mark.parametrize(
    ("undefined", "why", "waarom"),
    [
        (lambda: stats.cronbach_alpha(ITEMS[:1]), "one respondent", "één respondent"),
        (
            lambda: stats.cronbach_alpha(np.array([[1, np.nan], [np.nan, 2]])),
            "item 0 was answered by fewer than two respondents",
            "vraag 0 is door minder dan twee respondenten beantwoord",
        ),
        (lambda: graph.density(houvast.Graph(1, [], [])), "fewer than two nodes", "minder dan twee knopen"),
    ],
)
def test_a_reason_is_said(undefined, why, waarom):
    estimate = undefined()
    assert (estimate.reason, estimate.why("en"), estimate.why("nl")) == (why, why, waarom)


def test_titles_of_a_study_name_it_in_every_language(region_study):
    scores = region_study.scores(by="perspective")
    study = region_study.id
    assert scores.title == scores.say("en") == f"Scores of {study} by perspective"
    assert scores.say("nl") == f"Scores van {study} per perspective"
    for lang in LANGUAGES:
        for table in (scores, region_study.change(), region_study.gerdes(), region_study.codebook()):
            assert study in table.say(lang)
            assert table.provenance.say(lang)
            assert table.provenance.cite(lang)


def test_a_method_within_a_method_is_said_in_one_language(region_study):
    reciprocity = region_study.network("verwijzing").reciprocity(definition="edgewise")
    assert reciprocity.method.endswith(", over pairs of which both sides gave their own word")
    assert reciprocity.say("nl").startswith("wederkerigheid per contact")
    assert reciprocity.say("nl").endswith(", over paren waarover beide kanten zelf vertelden")
