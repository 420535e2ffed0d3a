"""`houvast explain` knows everything that the catalogue holds, and the words that people use for it."""

import pytest

import houvast
from houvast.cli.explain import explain

# A word, and the kind and the id or title of what explains it.
WORDS = {
    "interprofessioneel": ("definition", "interprofessioneel"),
    "interprofessionele samenwerking": ("definition", "interprofessionele samenwerking"),
    "interdisciplinair": ("definition", "interdisciplinair"),
    "multidisciplinair": ("definition", "multidisciplinair"),
    "MDO": ("definition", "mdo"),
    "breed team": ("definition", "breed team"),
    "samenwerken": ("definition", "samenwerken"),
    "samenwerking": ("definition", "samenwerking"),
    "Schruijer": ("definition", "schruijer"),
    "kartrekker": ("definition", "kartrekker"),
    "kartrekkers": ("definition", "kartrekkers"),
    "mandaat": ("definition", "mandaat"),
    "ecosysteem": ("definition", "ecosysteem"),
    "motief": ("definition", "motief"),
    "motieven": ("definition", "motieven"),
    "motive": ("definition", "motive"),
    "machtsverschil": ("definition", "machtsverschil"),
    "duur": ("definition", "duur"),
    "5-10 jaar": ("definition", "5-10 jaar"),
    "preventief": ("definition", "preventief"),
    "curatief": ("definition", "curatief"),
    "niet samenwerken": ("definition", "niet samenwerken"),
    "intensiteit": ("definition", "intensiteit"),
    "eerst intern, dan extern": ("definition", "eerst intern, dan extern"),
    "lerende praktijk": ("definition", "lerende praktijk"),
    "platform vakmanschap": ("definition", "platform vakmanschap"),
    "vakmanschap": ("definition", "vakmanschap"),
    "hoofddoel": ("definition", "hoofddoel"),
    "conclusies": ("definition", "conclusies"),
    "ervaringsdeskundige": ("definition", "ervaringsdeskundige"),
    "spiegel": ("definition", "spiegel"),
    "ruis": ("definition", "ruis"),
    "conflict": ("definition", "conflict"),
    "handelingsruimte": ("definition", "handelingsruimte"),
    "JGZ": ("definition", "jgz"),
    "vertrouwen opbouwen": ("definition", "vertrouwen opbouwen"),
    "werkzame elementen": ("definition", "werkzame elementen"),
    "opbrengst": ("definition", "opbrengst"),
    "school als werkplaats": ("definition", "school als werkplaats"),
    "met andere ogen": ("definition", "met andere ogen"),
    "CvB": ("definition", "cvb"),
    "integraal arrangeren": ("form", "integraal arrangeren"),
    "schoolmaatschappelijk werker als spil": ("form", "schoolmaatschappelijk werker als spil"),
    "F1": ("form", "F1"),
    "F2.4": ("form", "F2.4"),
    "F3.3": ("form", "F3.3"),
    "A17": ("idea", "A17"),
    "A45": ("idea", "A45"),
    "K1": ("case", "K1"),
    "K8": ("case", "K8"),
    "sociale kaart": ("reference", "sociale-kaart"),
    "ontdek de zorg": ("reference", "ontdek-de-zorg"),
    "onderwijsloket": ("reference", "onderwijsloket"),
    "lhv-handreiking": ("reference", "lhv-handreiking"),
    "sterkste schakels": ("reference", "sterkste-schakels"),
    "preventiematrix": ("reference", "preventiematrix"),
    "S6": ("question", "S6"),
    "S13": ("question", "S13"),
    "M1": ("question", "M1"),
    "P2": ("question", "P2"),
    "G2": ("question", "G2"),
    "V.attitude.2": ("question", "V.attitude.2"),
    "V.relation.trust": ("element", "V.relation.trust"),
    "E2": ("element", "E2"),
    "E2.4": ("question", "E2.4"),
    "macht": ("definition", "macht"),
    "legitimiteit": ("question", "legitimiteit"),
    "planning, structuren en procedures": ("question", "planning, structuren en procedures"),
    "gedeelde urgentie": ("element", "gedeelde urgentie"),
    "werkrelatie": ("element", "werkrelatie"),
    "navigatie": ("element", "navigatie"),
    "alliantie": ("stage", "alliantie"),
    "coöperatie": ("stage", "coöperatie"),
    "G4.1": ("type", "G4.1"),
    "C16": ("check", "C16"),
}


def test_the_list_has_sixty_words() -> None:
    assert len(WORDS) >= 60


@pytest.mark.parametrize("word", WORDS)
def test_a_word_is_explained(word: str) -> None:
    kind, name = WORDS[word]
    for lang in houvast.languages():
        found, _ = explain(word, lang)
        assert found is not None
        assert found["kind"] == kind
        assert found["word"].casefold().replace("-", " ") == name.casefold().replace("-", " ")
        assert found["title"] or found["text"]


def test_nothing_in_the_catalogue_is_unknown() -> None:
    ids = [check.id for check in houvast.checks()] + houvast.instruments()
    for name in houvast.instruments():
        instrument = houvast.instrument(name)
        ids += [each.id for each in (*instrument.elements, *instrument.questions)]
        ids += [f"{question.id}.{stage.stage}" for question in instrument.questions for stage in question.stages]
    for lists in (houvast.advice(), houvast.definitions(), houvast.cases(), houvast.sources()):
        ids += [each.id for each in lists]
    for form in houvast.forms_of_collaboration():
        ids += [form["id"], *(variant["id"] for variant in form["variants"])]
    assert len(ids) == len(set(ids)), "one id, two things: one of them is not explained"
    assert [id for id in ids if (explain(id, "nl")[0] or {}).get("word") != id] == []


def test_stages_say_whether_their_order_is_inferred() -> None:
    for word, says in {"G3": "afgeleid", "G2": "de bron noemt", "alliantie": "afgeleid"}.items():
        assert says in dict(explain(word, "nl")[0]["facts"])["Volgorde"]


def test_types_are_no_stages_and_have_no_order() -> None:
    for word in ("G4", "ruimtelijk", "G4.3"):
        assert dict(explain(word, "nl")[0]["facts"])["Volgorde"].startswith("geen: de bron noemt dit soorten")
    assert dict(explain("G4", "nl")[0]["facts"])["Soorten"] == "ruimtelijk; organisatie; persoonlijk"


def test_a_word_without_a_meaning_of_its_own_is_found_where_it_stands() -> None:
    for word, place in {"wijkteam": "F2.3 ", "regie": "E3 ", "jeugdhulp": "F3 ", "school": "F1.1 "}.items():
        found, _ = explain(word, "nl")
        assert found is not None and found["kind"] == "mentioned", word
        lines = dict(found["facts"])["Komt voor in"]
        assert any(line.startswith(place) for line in lines), (word, lines)
        assert len(lines) <= 9
    assert explain("zorgplicht", "nl")[0] is None and explain("ab", "nl")[0] is None


def test_a_word_of_two_things_tells_of_both() -> None:
    for word, also in {"nabijheid": "G4 ", "macht": "M1 ", "samenwerking": "G1 "}.items():
        assert any(line.startswith(also) for line in dict(explain(word, "nl")[0]["facts"])["Kan ook zijn"]), word


def test_the_words_of_the_sources_stand_with_a_question_and_with_a_form() -> None:
    assert "ruis in het contact" in dict(explain("E2.3", "nl")[0]["facts"])["Omschrijving"]
    for form in ("F3", "F3.2"):
        assert "hulp in de school zelf" in dict(explain(form, "nl")[0]["facts"])["Omschrijving"]


def test_what_helped_elsewhere_and_where_to_look_stand_with_the_question() -> None:
    facts = dict(explain("E2.2", "nl")[0]["facts"])
    assert any("Sociale Kaart Nederland" in line for line in facts["Kijk ook bij"])
    assert any(line.startswith("K6 Rijnmond") for line in facts["Wat elders hielp"])
    assert any(line.startswith("K6 Rijnmond") for line in dict(explain("S13", "nl")[0]["facts"])["Wat elders hielp"])
