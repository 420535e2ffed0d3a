"""The catalogue's files: shape, wordings letter for letter, references, and own words where they should be."""

import hashlib
import json
import re
import unicodedata
from pathlib import Path

import jsonschema
import pytest

ROOT = Path(__file__).resolve().parents[3]
CATALOGUE = ROOT / "src" / "instrument" / "catalogue"
WORDING = ROOT / "tests" / "data" / "wording"
OF_THE_SOURCES = ("six-elements", "gerdes-2020", "working-factors", "samen-beter", "know-your-partner", "canvas")
OTHERS = ("answer-states", "advice", "cases", "crosswalk", "definitions", "forms", "sources")
OWN = sorted(
    path.stem
    for path in CATALOGUE.glob("*.json")
    if path.stem not in OF_THE_SOURCES and "houvast-instrument/" in path.read_text("utf-8")
)
INSTRUMENTS = (*OF_THE_SOURCES, *OWN)


def unique_object(pairs):
    keys = [key for key, _ in pairs]
    assert len(keys) == len(set(keys)), f"duplicate key in {keys}"
    return dict(pairs)


def read(name):
    return json.loads((CATALOGUE / f"{name}.json").read_text("utf-8"), object_pairs_hook=unique_object)


def excerpt(name):
    return (WORDING / f"{name}.txt").read_text("utf-8")


def folded(text):
    return " ".join(text.split())


def as_label(text):
    return folded(unicodedata.normalize("NFC", text)).casefold()


def by_id(items):
    result = {item["id"]: item for item in items}
    assert len(result) == len(items), "an id occurs twice"
    return result


def question_texts(name):
    return {id: question["text"]["nl"] for id, question in by_id(read(name)["questions"]).items()}


@pytest.fixture(scope="module")
def validator():
    schema = json.loads((ROOT / "docs" / "reference" / "instrument.schema.json").read_text("utf-8"))
    jsonschema.Draft202012Validator.check_schema(schema)
    return jsonschema.Draft202012Validator(schema)


def contradictions_of_scale(scale, states):
    found = []
    if not scale["min"] < scale["max"] or not scale["min"] <= scale["top_from"] <= scale["max"]:
        found.append(f"bounds of {scale['id']}")
    if [label["value"] for label in scale["labels"]] != list(range(scale["min"], scale["max"] + 1)):
        found.append(f"values of {scale['id']}")
    meaning = {}
    for label in scale["labels"]:
        for word in [*label["text"].values(), *label["aliases"]]:
            if meaning.setdefault(as_label(word), label["value"]) != label["value"] or as_label(word) in states:
                found.append(f"label {word} of {scale['id']}")
    return found


def contradictions_of_question(question, elements, scales):
    found = [] if question["element"] in elements else [f"element of {question['id']}"]
    if question["scale"] is not None and question["scale"] not in scales:
        found.append(f"scale of {question['id']}")
    elif question["stages"] is not None:
        labels = [(label["value"], label["text"]) for label in scales[question["scale"]]["labels"]]
        if [(stage["stage"], stage["title"]) for stage in question["stages"]] != labels:
            found.append(f"stages of {question['id']}")
    return found


def contradictions(instrument, states):
    """What a schema cannot say: references, bounds, words with two meanings."""
    scales, elements = by_id(instrument["scales"]), by_id(instrument["elements"])
    found = [each for scale in scales.values() for each in contradictions_of_scale(scale, states)]
    for element in elements.values():
        if element["parent"] is not None and element["parent"] not in elements:
            found.append(f"parent of {element['id']}")
    for question in by_id(instrument["questions"]).values():
        found += contradictions_of_question(question, elements, scales)
    return found


def state_words():
    words = {}
    for state in read("answer-states")["states"]:
        for word in {as_label(word) for word in [state["id"], *state["text"].values(), *state["aliases"]]}:
            assert words.setdefault(word, state["id"]) == state["id"], f"{word} stands for two states"
    return words


# Shape


@pytest.mark.parametrize("name", INSTRUMENTS + OTHERS)
def test_file_is_pretty_printed_utf8(name):
    text = (CATALOGUE / f"{name}.json").read_bytes().decode("utf-8")
    assert text == json.dumps(read(name), indent=2, ensure_ascii=False) + "\n"
    assert text == unicodedata.normalize("NFC", text)
    assert not re.search(r"[\ufffd\u00ad\u00a0\u200b]", text)
    assert ")HVJSON" not in text  # the end of the raw string that embeds it


@pytest.mark.parametrize("name", INSTRUMENTS)
def test_instrument_fits_schema_and_itself(name, validator):
    instrument = read(name)
    assert [error.message for error in validator.iter_errors(instrument)] == []
    assert contradictions(instrument, state_words()) == []
    assert instrument["id"] == name
    assert instrument["validated"] is False
    own = instrument["source"]["publisher"] == "houvast"
    if name == "damour-2008":  # the page of the article says so
        assert instrument["licence"].startswith("“Open Access”") and "cite the source" in instrument["licence"]
    else:
        unknown = "unknown – ask permission before republishing outside this tool"
        assert instrument["licence"] == ("MIT" if own else unknown)
    assert instrument["private"] is (name == "working-factors")


def test_kinds_counts_and_forms():
    kinds = {name: read(name)["kind"] for name in OF_THE_SOURCES}
    assert list(kinds.values()) == ["survey", "stages", "reflection", "survey", "dyadic", "open"]
    sizes = {name: (len(read(name)["elements"]), len(read(name)["questions"])) for name in OF_THE_SOURCES}
    assert list(sizes.values()) == [(6, 24), (1, 8), (11, 8), (2, 19), (1, 4), (1, 5)]
    form = {q["id"]: q["form"] for name in OF_THE_SOURCES for q in read(name)["questions"]}
    assert len(form) == 68  # no question id serves two instruments
    assert [id for id, f in form.items() if f == "mixed"] == [
        "E1.4",
        "E2.3",
        "E4.1",
        "V.motivation.2",
        "V.motivation.3",
    ]
    assert [id for id, f in form.items() if f == "open"] == ["E3.1", "CV1", "CV2", "CV3", "CV4", "CV5"]
    assert [q["id"] for name in OF_THE_SOURCES for q in read(name)["questions"] if q["reverse"]] == []


def test_how_far_is_asked_in_degrees_and_has_no_favourable_end():
    """V.attitude.2 asks "In hoeverre"; clear roles (S4) and room to collaborate pull in opposite directions."""
    questions = by_id(read("working-factors")["questions"])
    assert questions["V.attitude.2"]["text"]["nl"].startswith("In hoeverre")
    assert questions["V.attitude.2"]["scale"] == "degree-5" and questions["V.attitude.2"]["reverse"] is False
    assert {q["scale"] for id, q in questions.items() if id != "V.attitude.2"} == {"frequency-5"}


def test_six_elements_uses_one_scale_and_offers_agreement():
    instrument = read("six-elements")
    assert [scale["id"] for scale in instrument["scales"]] == ["extent-5", "agree-5"]
    assert {q["scale"] for q in instrument["questions"]} == {"extent-5", None}
    assert all(scale["source"] == "own definition" for scale in instrument["scales"])
    agree = {
        as_label(w): label["value"]
        for label in instrument["scales"][1]["labels"]
        for w in [label["text"]["nl"], *label["aliases"]]
    }
    assert (agree["eens"], agree["oneens"], agree["helemaal mee oneens"]) == (4, 2, 1)


def test_a_scale_used_twice_is_the_same_scale():
    first = next(s for s in read("samen-beter")["scales"] if s["id"] == "yes-no")
    assert first == next(s for s in read("know-your-partner")["scales"] if s["id"] == "yes-no")


BREAKS = {
    "member missing": lambda i: i["questions"][0].pop("stages"),
    "member unknown": lambda i: i.update(licens="x"),
    "text in one language": lambda i: i["title"].pop("en"),
    "open question with a scale": lambda i: i["questions"][2].update(form="open"),
    "mixed without open part": lambda i: i["questions"][2].update(open_part=None),
    "stages in a survey": lambda i: i["questions"][0].update(ordering="stated"),
    "kind stages without stages": lambda i: i.update(kind="stages"),
    "comma in an id": lambda i: i["questions"][0].update(id="B,1"),
    "value as text": lambda i: i["scales"][0].update(min="1"),
}
CONTRADICTS = {
    "unknown element": lambda i: i["questions"][0].update(element="Z"),
    "unknown scale": lambda i: i["questions"][0].update(scale="other"),
    "unknown parent": lambda i: i["elements"][0].update(parent="Z"),
    "top box off the scale": lambda i: i["scales"][0].update(top_from=9),
    "a value without label": lambda i: i["scales"][0]["labels"].pop(1),
    "a word for two values": lambda i: i["scales"][0]["labels"][0]["aliases"].append("Nooit"),
    "a state as label": lambda i: i["scales"][0]["labels"][2]["aliases"].append("Weet\u00a0niet"),
}


def documented_example():
    page = (ROOT / "docs" / "reference" / "instruments.md").read_text("utf-8")
    (block,) = re.findall(r"```json\n(.*?)```", page, re.DOTALL)
    return json.loads(block, object_pairs_hook=unique_object)


def test_documented_example_is_an_instrument(validator):
    example = documented_example()
    assert [error.message for error in validator.iter_errors(example)] == []
    assert contradictions(example, state_words()) == []


@pytest.mark.parametrize("how", BREAKS)
def test_schema_refuses(how, validator):
    example = documented_example()
    BREAKS[how](example)
    assert not validator.is_valid(example)


@pytest.mark.parametrize("how", CONTRADICTS)
def test_contradiction_is_seen(how, validator):
    example = documented_example()
    CONTRADICTS[how](example)
    assert len(contradictions(example, state_words())) == 1


# Wordings, letter for letter


def test_houvast_elements_and_questions():
    elements, questions = {}, {}
    for block in re.split(r"\n(?=\d\n)", "\n" + excerpt("houvast"))[1:]:
        number, title, *rest = [line for line in block.splitlines() if line.strip()]
        elements[f"E{number}"] = title
        for k, line in enumerate(rest, 1):
            assert line.startswith("- ")
            questions[f"E{number}.{k}"] = line[2:]
    assert {e["id"]: e["title"]["nl"] for e in read("six-elements")["elements"]} == elements
    assert question_texts("six-elements") == questions
    assert len(questions) == 24
    assert "'kartrekkers'" in questions["E3.1"]


def test_reflection_questions_and_their_clusters():
    text = folded(excerpt("mao-reflection"))
    clusters = re.findall(r"(Professionele \w+)((?: • [^•]+?\?)+)", text)
    expected = {}
    for id, (_, bullets) in zip(("V.attitude", "V.motivation"), clusters, strict=True):
        for k, question in enumerate(bullets.split("•")[1:], 1):
            expected[f"{id}.{k}"] = question.strip()
    assert question_texts("working-factors") == expected
    assert len(expected) == 8
    titles = by_id(read("working-factors")["elements"])
    assert [titles[id]["title"]["nl"] for id in ("V.attitude", "V.motivation")] == [title for title, _ in clusters]


def test_gerdes_dimensions_and_stages():
    heading, *blocks = [
        [folded(row) for row in b.splitlines() if row.strip()] for b in excerpt("mao-gerdes").split("\n\n")
    ]
    assert heading == ["RAAMWERK INTERDISCIPLINAIRE SAMENWERKING (Gerdes, ‘20)"]
    instrument = read("gerdes-2020")
    printed = {
        q["id"]: [q["text"]["nl"], *[s["title"]["nl"] for s in reversed(q["stages"])]]  # highest stage printed first
        for q in instrument["questions"]
    }
    assert printed == {f"G{n}": block for n, block in enumerate(blocks, 1)}
    # G2: Carlile (2004); G4: types, by Gerdes and others (2020) on working at one place
    orderings = ["stated", "stated", "inferred", "types", *["inferred"] * 4]
    assert [q["ordering"] for q in instrument["questions"]] == orderings


def test_success_factors_and_motives():
    texts = question_texts("samen-beter")
    factors = [folded(block) for block in re.split(r"\n\s*\n", excerpt("ncj-factors")) if block.strip()]
    assert [texts[f"S{n}"] for n in range(1, 15)] == factors
    motives = re.findall(r"(\d)\.\s*\ufffd? ([^:]+): (.*?)[;.](?=\s*\d\.|\s*$)", folded(excerpt("ncj-motives")))
    questions = by_id(read("samen-beter")["questions"])
    assert [(str(n), texts[f"M{n}"], questions[f"M{n}"]["closed_part"]["nl"]) for n in range(1, 6)] == motives


def test_conditions_of_a_tie():
    questions = read("know-your-partner")["questions"]
    bullets = [line.removeprefix(" • ") for line in excerpt("ken-je-partner").splitlines()]
    assert [q["closed_part"]["nl"] for q in questions] == bullets
    assert [q["text"]["nl"] for q in questions] == [
        "elkaars expertise en kunde kennen",
        "weten bij wie je voor welke vragen terecht kunt",
        "vertrouwen in elkaars kwaliteiten en wijze van handelen",
        "afspraken maken over verantwoordelijkheden",
    ]


def test_canvas_questions():
    quoted = [part.strip() for part in re.findall("‘([^’]+)’", excerpt("mao-canvas"))]
    assert list(question_texts("canvas").values()) == quoted


# References and own words


def known_ids():
    return {item["id"] for name in INSTRUMENTS for part in ("elements", "questions") for item in read(name)[part]}


def test_six_states_without_ambiguous_words():
    ids = [state["id"] for state in read("answer-states")["states"]]
    assert ids == ["answered", "dont_know", "not_applicable", "refused", "skipped", "not_asked"]
    words = state_words()
    assert words["weet niet"] == words["don’t know"] == "dont_know"
    assert words["n.v.t."] == "not_applicable" and words["geen antwoord"] == "skipped"
    labels = {
        as_label(word)
        for name in INSTRUMENTS
        for scale in read(name)["scales"]
        for label in scale["labels"]
        for word in [*label["text"].values(), *label["aliases"]]
    }
    for ambiguous in ("neutraal/weet niet", "neutraal / weet niet", "neutral/don't know", "geen mening", "na", "-"):
        assert ambiguous not in words and ambiguous not in labels
    assert "neutraal" not in words


def test_crosswalk_resolves():
    rows = {row["element"]: row["refs"] for row in read("crosswalk")["rows"]}
    assert list(rows) == ["E1", "E2", "E3", "E4", "E5", "E6"]
    assert {ref for refs in rows.values() for ref in refs} <= known_ids()
    assert sum(len(refs) for refs in rows.values()) == 4 + 13 + 7 + 5 + 3 + 6
    assert "V.motivation" in rows["E2"] and "S8" in rows["E3"] and "S13" in rows["E4"]
    assert {"V.relation.expectations", "V.relation.transparency", "V.relation.trust"} < set(rows["E2"])


def test_forms_of_collaboration():
    forms = read("forms")["forms"]
    assert {form["id"]: len(form["variants"]) for form in forms} == {"F1": 2, "F2": 11, "F3": 3}
    variants = by_id([variant for form in forms for variant in form["variants"]])
    sectors = {sector for variant in variants.values() for sector in variant["sectors"]}
    assert sectors == {"po", "vo", "mbo", "so", "vso"}
    # The fourth variant of primary and of secondary education stands in the list of that sector.
    assert variants["F2.4"]["sectors"] == ["po", "so"] and variants["F2.8"]["sectors"] == ["vo", "vso"]
    profile = json.loads((CATALOGUE / "profile.json").read_text("utf-8"))
    assert sectors < {sector["id"] for sector in profile["sectors"]}


def test_references_of_definitions_cases_and_sources_resolve():
    forms = {item["id"] for form in read("forms")["forms"] for item in [form, *form["variants"]]}
    known = known_ids() | forms | {f"C{n}" for n in range(1, 19)}
    for entry in by_id(read("definitions")["definitions"]).values():
        assert entry["about"] and set(entry["about"]) <= known, entry["id"]
    cases = by_id(read("cases")["cases"])
    assert [case["place"] for case in cases.values()] == [
        *("Zwolle", "Utrecht", "Gorinchem", "Rotterdam", "Gorinchem", "Rijnmond", "Rijnmond", "Zwolle"),
    ]
    for case in cases.values():
        assert set(case["factors"]) <= {f"S{n}" for n in range(1, 15)} and case["factors"] and case["questions"]
        assert set(case["questions"]) <= known
    sources = by_id(read("sources")["sources"])
    houvast = [source["kind"] for source in sources.values() if "HOUVAST" in source["named_in"]]
    assert (houvast.count("publication"), houvast.count("tool")) == (8, 4)
    assert sum(source["kind"] == "pointer" for source in sources.values()) == 7
    assert {question for source in sources.values() for question in source["questions"]} <= known


def test_time_is_given_by_the_directors_and_not_to_be_proven():
    """MAO 3E: directors and team leaders enable with time and room."""
    (a17,) = [entry for entry in read("advice")["advice"] if entry["id"] == "A17"]
    assert a17["text"]["nl"].startswith("Leiding: geef") and a17["source"] == {"document": "MAO", "section": "3E"}
    assert a17["factors"][0] == "V.attitude"  # there it is the attitude of those who lead


def test_the_sources_have_their_own_titles():
    """As HOUVAST cites it; the framework is that of Gerdes, Goei, Huizinga & De Ruyter."""
    for name in (*INSTRUMENTS, "forms"):
        assert "Opbrengsten ambitie" not in json.dumps(read(name)["source"])
    assert read("gerdes-2020")["source"]["authors"] == ["Gerdes, J.", "Goei, S. L.", "Huizinga, M.", "De Ruyter, D. J."]
    assert read("gerdes-2020")["source"]["publisher"] != "Met Andere Ogen"


def test_factors_without_advice_have_some_now():
    given = {e["source"]["section"] for e in read("advice")["advice"] if e["source"]["document"] == "SAMEN=BETER"}
    assert {"S3", "S6", "S7", "S13"} <= given


def test_advice_covers_every_question_and_resolves():
    advice = read("advice")["advice"]
    assert len(by_id(advice)) >= 25
    questions = set(question_texts("six-elements"))
    assert {id for entry in advice for id in entry["questions"]} == questions
    factors = {e["id"] for e in read("working-factors")["elements"]}
    for entry in advice:
        assert list(entry) == ["id", "text", "factors", "elements", "questions", "source"]
        assert entry["factors"] and set(entry["factors"]) <= factors
        assert set(entry["elements"]) == {id.split(".")[0] for id in entry["questions"]}
        assert entry["text"]["nl"] and entry["text"]["en"] and entry["text"]["nl"] != entry["text"]["en"]
        assert entry["source"]["document"] in ("MAO", "SAMEN=BETER", "KEN JE PARTNER") and entry["source"]["section"]


def runs_of_eight(text):
    words = re.findall(r"[^\W_]+", unicodedata.normalize("NFC", text).casefold())
    return [" ".join(words[i : i + 8]) for i in range(len(words) - 7)]


def borrowed(text, source_runs):
    return [run for run in runs_of_eight(text) if hashlib.sha256(run.encode()).hexdigest()[:12] in source_runs]


def own_texts():
    for entry in read("advice")["advice"]:
        yield entry["id"], entry["text"]["nl"]
    for name in ("definitions", "cases"):
        for entry in read(name)[name]:
            yield entry["id"], entry["text"]["nl"]
    for name in INSTRUMENTS:
        instrument = read(name)
        yield name, instrument["description"]["nl"]
        for element in instrument["elements"]:
            yield element["id"], (element["description"] or {"nl": ""})["nl"]
        for question in instrument["questions"]:
            quoted = question["id"][0] in "MP"  # there the closed part is the source's own explanation
            for part in ("open_part",) if quoted else ("closed_part", "open_part"):
                yield question["id"], (question[part] or {"nl": ""})["nl"]
            for stage in question["stages"] or []:
                yield question["id"], stage["description"]["nl"]


def test_own_texts_are_in_own_words():
    source_runs = set((WORDING / "source-runs.sha256").read_text("ascii").split())
    for name in ("six-elements", "working-factors"):  # the check finds what is quoted
        for id, text in question_texts(name).items():
            assert len(borrowed(text, source_runs)) == len(runs_of_eight(text)), id
    texts = list(own_texts())
    assert sum(bool(runs_of_eight(text)) for _, text in texts) > 80
    assert {id: borrowed(text, source_runs) for id, text in texts if borrowed(text, source_runs)} == {}
