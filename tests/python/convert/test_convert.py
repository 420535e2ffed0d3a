"""Every export of the same study, from every platform and in every mode, becomes the same study."""

import functools
import importlib.util
import json
import sys
from collections.abc import Callable
from pathlib import Path
from types import ModuleType
from typing import Any

import numpy as np
import pandas as pd
import polars as pl
import pyarrow as pa
import pytest

import houvast
from houvast.convert import Conversion, ConversionError, Mapping, convert
from houvast.convert.labels import label_rule
from houvast.convert.vocabulary import Vocabulary

EXPORTS = Path(__file__).parents[2] / "data" / "exports"
KEY = bytes(range(32))
LIME = {"structure": EXPORTS / "limesurvey" / "structure.txt"}
REDCAP = {"structure": EXPORTS / "redcap" / "dictionary.csv"}
CODED = {"mapping": EXPORTS / "coded.mapping.json"}
NETWORK = {"roster": EXPORTS / "network" / "roster.csv"}

ONE: dict[str, tuple[str, dict[str, Any]]] = {
    "limesurvey/code-code.csv": ("limesurvey", LIME),
    "limesurvey/code-full.csv": ("limesurvey", {}),
    "limesurvey/full-code.csv": ("limesurvey", LIME),
    "limesurvey/full-full.csv": ("limesurvey", {}),
    "limesurvey/abbreviated-full.csv": ("limesurvey", {}),
    "limesurvey/codetext-full.csv": ("limesurvey", {}),
    "limesurvey/underscored-full.csv": ("limesurvey", {}),
    "limesurvey/expression-full.csv": ("limesurvey", {}),
    "limesurvey/other-full.csv": ("limesurvey", {}),
    "limesurvey/numbered-code.csv": (
        "limesurvey",
        {"structure": EXPORTS / "limesurvey" / "numbered-structure.txt"},
    ),
    "msforms/nl.xlsx": ("msforms", {}),
    "msforms/en.xlsx": ("msforms", {}),
    "msforms/quiz.xlsx": ("msforms", {}),
    "google/nl.csv": ("google", {}),
    "google/nl.csv.zip": ("google", {}),
    "google/quiz.csv": ("google", {}),
    "google/grid.csv": ("google", {}),
    "google/en.csv": ("google", {}),
    "qualtrics/text.csv": ("qualtrics", {}),
    "qualtrics/numeric.csv": ("qualtrics", CODED),
    "qualtrics/matrix.csv": ("qualtrics", {}),
    "qualtrics/two-headings.xlsx": ("qualtrics", {}),
    "surveymonkey/other.csv": ("surveymonkey", {}),
    "surveymonkey/condensed.csv": ("surveymonkey", {}),
    "surveymonkey/condensed.xlsx": ("surveymonkey", {}),
    "surveymonkey/expanded.csv": ("surveymonkey", {}),
    "surveymonkey/one-heading.csv": ("surveymonkey", {}),
    "redcap/raw.csv": ("redcap", REDCAP),
    "redcap/label.csv": ("redcap", {}),
    "redcap/repeats.csv": ("redcap", REDCAP),
    "spss/labelled.sav": ("spss", {}),
    "spss/turned.sav": ("spss", {}),
    "plain/wide.csv": ("wide", {}),
    "plain/wide-values.csv": ("wide", {}),
    "plain/wide-utf16.csv": ("wide", {}),
    "plain/wide-cp1252.csv": ("wide", {"encoding": "cp1252"}),
    "plain/wide.tsv": ("wide", {}),
    "plain/wide.xlsx": ("wide", {}),
    "plain/wide.ods": ("wide", {}),
    "plain/separator-line.csv": ("wide", {}),
    "plain/titled.csv": ("wide", {}),
    "plain/pipes.csv": ("wide", {}),
    "plain/long.csv": ("long", {}),
    "plain/long-semicolon.csv": ("long", {}),
}
TWO: dict[str, dict[str, Any]] = {
    "limesurvey/two-2023.csv limesurvey/two-2024.csv": {"waves": ["2023", "2024"]},
    "msforms/two-2023.xlsx msforms/two-2024.xlsx": {"waves": ["2023", "2024"]},
    "google/two-2023.csv google/two-2024.csv": {"waves": ["2023", "2024"]},
    "qualtrics/two-2023.csv qualtrics/two-2024.csv": {"waves": ["2023", "2024"]},
    "limesurvey/two-2023.csv qualtrics/two-2024.csv": {"waves": ["2023", "2024"]},
    "redcap/two-raw.csv": REDCAP,
    "redcap/two-label.csv": {},
    "redcap/two-once.csv": REDCAP,
    "plain/two-wide.csv": {},
    "plain/two-long.csv": {},
}
TIES: dict[str, dict[str, Any]] = {
    "network/limesurvey-code.csv": {},
    "network/limesurvey-full.csv": {},
    "network/msforms.xlsx": {},
    "network/google.csv": {},
    "network/surveymonkey.csv": {},
    "network/redcap-raw.csv": {"structure": EXPORTS / "network" / "redcap-dictionary.csv"},
    "network/redcap-label.csv": {},
    "network/matrix.csv": {},
}


def same(study: houvast.Study | str) -> dict[str, Any]:
    """A study without the line that says where it comes from."""
    content: dict[str, Any] = json.loads(study if isinstance(study, str) else study.to_json())
    return {key: value for key, value in content.items() if key != "source"}


def wanted(name: str) -> dict[str, Any]:
    return same((EXPORTS / f"expected-{name}.json").read_text(encoding="utf-8"))


@functools.cache
def one(name: str) -> Conversion:
    platform, more = ONE[name]
    return convert(EXPORTS / name, key=KEY, waves=[] if platform in ("wide", "long") else ["2024"], **more)


@pytest.fixture(scope="module")
def base() -> ModuleType:
    return module("base")


def module(name: str) -> ModuleType:
    spec = importlib.util.spec_from_file_location(name, EXPORTS / f"{name}.py")
    assert spec is not None and spec.loader is not None
    loaded = importlib.util.module_from_spec(spec)
    sys.modules[name] = loaded
    spec.loader.exec_module(loaded)
    return loaded


@pytest.mark.parametrize("name", ONE)
def test_every_export_is_the_same_study(name: str) -> None:
    made = one(name)
    assert made.report.files[0][1] == ONE[name][0]
    assert same(made.study) == wanted("one")
    assert sum(made.report.questions.values()) == 24
    assert not made.report.lacking
    assert not made.mapping.to_confirm
    assert Mapping.parse(made.mapping.to_json()) == made.mapping


@pytest.mark.parametrize("names", TWO)
def test_two_waves_are_linked_by_pseudonym(names: str) -> None:
    made = convert([EXPORTS / name for name in names.split()], key=KEY, **TWO[names])
    assert same(made.study) == wanted("two")
    assert made.report.waves == ["2023", "2024"]
    assert "12 respondenten (23 inzendingen), 24 vragen" in made.report.text("nl")


@pytest.mark.parametrize("name", TIES)
def test_ties_are_read_from_matrix_and_choices(name: str) -> None:
    made = convert(EXPORTS / name, key=KEY, **NETWORK, **TIES[name])
    assert same(made.study) == wanted("network")
    assert made.report.ties == 13
    assert made.report.asked_known and made.study.asked_known
    assert "jgz" in made.study.network().silent


def test_the_exports_are_what_their_generator_writes(tmp_path: Path, base: ModuleType) -> None:
    make = module("make")
    make.HERE = tmp_path
    make.write_all()
    module("make_more").write_all()
    made = sorted(place for place in tmp_path.rglob("*") if place.is_file())
    assert len(made) >= 65
    for place in made:
        # a workbook's bytes depend on the compressor; its cells are compared by the test above
        if place.suffix != ".xlsx":
            assert place.read_bytes() == (EXPORTS / place.relative_to(tmp_path)).read_bytes(), place.name


@pytest.mark.parametrize("name", ONE)
def test_nothing_that_points_to_a_person_is_kept(name: str, base: ModuleType, tmp_path: Path) -> None:
    made = one(name)
    made.study.save(tmp_path / "study")
    texts = [path.read_text(encoding="utf-8") for path in (tmp_path / "study").iterdir()]
    texts += [made.mapping.to_json(), made.report.text("nl"), made.report.text("en")]
    everything = "\n".join(texts)
    for code, person, mail, *_ in base.PEOPLE:
        for secret in (code, person, person.split()[0] + " ", mail):
            assert secret not in everything, secret
    assert "192.0.2." not in everything
    assert "52.37" not in everything


def arrow_as(table: pd.DataFrame, kind: pa.DataType) -> pa.Table:
    return pa.table({name: pa.array(table[name].tolist(), pa.string()).cast(kind) for name in table})


class Stream:
    """Anything that speaks Arrow's C stream."""

    def __init__(self, table: pa.Table) -> None:
        self.table = table

    def __arrow_c_stream__(self, requested_schema: Any = None) -> Any:
        return self.table.__arrow_c_stream__(requested_schema)


@pytest.mark.parametrize(
    "frame",
    [
        lambda table: table,
        lambda table: table.astype({"E1.1": "category"}),
        lambda table: pl.from_pandas(table),
        lambda table: pa.Table.from_pandas(table),
        lambda table: pa.concat_tables([pa.Table.from_pandas(table)] * 2).slice(len(table)),
        lambda table: arrow_as(table, pa.dictionary(pa.int32(), pa.string())),
        lambda table: arrow_as(table, pa.string_view()),
        lambda table: Stream(pa.Table.from_pandas(table)),
    ],
    ids=["pandas", "category", "polars", "arrow", "offset", "dictionary", "view", "stream"],
)
def test_frames_are_read_like_files(frame: Callable[[pd.DataFrame], Any]) -> None:
    table = pd.read_csv(EXPORTS / "plain" / "wide.csv", dtype=str, keep_default_na=False)
    assert same(convert(frame(table), key=KEY).study) == wanted("one")


def test_numbers_with_gaps_in_a_frame_are_whole_numbers() -> None:
    table = pd.DataFrame({"respondent": ["a", "b", "c"], "E1.1": [4.0, np.nan, 5.0], "wave": [2024, 2024, 2024]})
    rows = json.loads(convert(table, key=KEY).study.to_json())["answers"]
    assert sorted(row["answer"] for row in rows if row["question"] == "E1.1") == ["4", "5"]
    arrow = pa.table({"respondent": ["x", "a", "b"], "E1.1": pa.array([1, 4, None], pa.int8())}).slice(1)
    assert convert(arrow, key=KEY).study.respondents == 1  # the other left everything empty


def test_a_response_number_is_no_person() -> None:
    """Row 1 of one wave and row 1 of the next are two people, unless something tells that they are not."""
    waves = [pd.DataFrame({"Id": [1, 2], "E1.1": ["helemaal", "deels"]}) for _ in range(2)]
    made = convert(waves, waves=["2023", "2024"], key=KEY)
    rows = json.loads(made.study.to_json())["answers"]
    assert len({row["respondent"] for row in rows}) == 4
    assert made.report.unlinked == 4
    assert "niet aan een andere ronde te koppelen" in made.report.text("nl")


def test_anonymous_is_nobodys_address() -> None:
    table = pd.DataFrame({"E-mail": ["anonymous", "anoniem"], "E1.1": ["helemaal", "deels"]})
    made = convert(table, key=KEY)
    assert made.study.respondents == 2
    assert made.report.unlinked == 2


def test_an_address_tells_who_answered_whatever_its_capitals() -> None:
    waves = [pd.DataFrame({"E-mailadres": [mail], "E1.1": ["helemaal"]}) for mail in ("A@example.org", "a@example.org")]
    made = convert(waves, waves=["2023", "2024"], key=KEY)
    rows = json.loads(made.study.to_json())["answers"]
    assert len({row["respondent"] for row in rows}) == 1
    assert "example.org" not in made.study.to_json()


def test_pseudonyms_depend_on_the_key() -> None:
    table = pd.DataFrame({"respondent": ["a"], "E1.1": ["helemaal"]})
    texts = {convert(table, key=key).study.to_json() for key in (KEY, bytes(32), None, None)}
    assert len(texts) == 4


def test_a_question_that_was_not_in_the_export_was_not_asked() -> None:
    table = pd.DataFrame({"respondent": ["a", "b"], "E1.1": ["helemaal", ""], "E1.2": ["deels", "deels"]})
    made = convert(table, key=KEY)
    rows = json.loads(made.study.to_json())["answers"]
    states = {(row["question"], row["answer"]) for row in rows}
    assert ("E5.2", "not_asked") in states
    assert len(made.report.lacking) == 22
    scores = {row["id"]: row for row in made.study.scores().to_dicts() if row["kind"] == "question"}
    assert (scores["E1.1"]["skipped"], scores["E1.1"]["not_asked"]) == (1, 0)
    assert (scores["E5.2"]["skipped"], scores["E5.2"]["not_asked"]) == (0, 2)


def test_not_shown_by_limesurvey_is_not_asked_and_elsewhere_not_applicable() -> None:
    lime = {"id": ["1"], "submitdate": ["x"], "lastpage": ["1"], "startlanguage": ["nl"]}
    for head, state in ((lime, "not_asked"), ({"respondent": ["1"]}, "not_applicable")):
        made = convert(pd.DataFrame({**head, "E1.1": ["N/A"], "E1.2": ["helemaal"]}), key=KEY)
        rows = json.loads(made.study.to_json())["answers"]
        assert {row["answer"] for row in rows if row["question"] == "E1.1"} == {state}


def test_a_preview_is_left_out_and_said() -> None:
    made = one("qualtrics/text.csv")
    assert made.report.previews == 1
    assert "1 test- of voorbeeldinzending weggelaten" in made.report.text("nl")


def test_numbers_taken_as_values_are_said() -> None:
    text = one("plain/wide-values.csv").report.text("nl")
    assert "Getallen zijn gelezen als: 1 = helemaal niet, 2 = een klein beetje" in text
    assert "Getallen zijn gelezen" not in one("spss/turned.sav").report.text("nl")


def test_mutated_labels_are_asked_about_or_mean_the_same() -> None:
    """One letter changed somewhere in a label never becomes another answer."""
    source = pd.read_csv(EXPORTS / "plain" / "wide.csv", dtype=str, keep_default_na=False)
    rated = [q.id for q in houvast.instrument("six-elements").questions if q.form == "closed"]
    random = np.random.default_rng(11)
    refused = 0
    for _ in range(40):
        table = source.copy()
        row, column = int(random.integers(len(table))), rated[int(random.integers(len(rated)))]
        cell = table.loc[row, column]
        if not cell:
            continue
        place = int(random.integers(len(cell)))
        new = ["", cell[place].upper(), "\u00a0 ", "e", "on"][int(random.integers(5))]
        table.loc[row, column] = cell[:place] + new + cell[place + 1 :]
        try:
            made = convert(table, key=KEY)
        except ConversionError:
            refused += 1
            continue
        assert same(made.study) == wanted("one"), (cell, table.loc[row, column])
    assert refused > 10


def test_stages_become_assessments() -> None:
    table = pd.DataFrame(
        {"respondent": ["a", "b"], "domain": ["onderwijs", "zorg"], "G1": ["1", "3"], "G2": ["2", "weet niet"]}
    )
    made = convert(table, instruments=["gerdes-2020"], key=KEY)
    rows = json.loads(made.study.to_json())["assessments"]
    assert sorted((row["dimension"], row["stage"]) for row in rows) == [
        ("G1", "1"),
        ("G1", "3"),
        ("G2", "2"),
        ("G2", "dont_know"),
    ]


def test_an_instrument_of_your_own_and_attributes_of_your_own(root: Path, tmp_path: Path) -> None:
    text = (root / "docs" / "reference" / "instruments.md").read_text(encoding="utf-8")
    own = tmp_path / "own.json"
    own.write_text(text.split("```json\n")[1].split("```")[0], encoding="utf-8")
    table = pd.DataFrame(
        {
            "respondent": ["a", "b"],
            "x_wijk": ["noord", "zuid"],
            "Liep het overleg uit?": ["Soms", "nooit"],
            "B1": ["1", "4"],
        }
    )
    made = convert(table, instruments=[str(own)], key=KEY)
    rows = {(row["question"], row["answer"]) for row in json.loads(made.study.to_json())["answers"]}
    assert {("B2", "3"), ("B2", "4"), ("B1", "1"), ("B1", "4")} <= rows
    assert "wijk" in made.study.attributes
    assert sorted(party.id for party in made.study.parties) == ["noord", "zuid"]


def test_a_roster_is_matched_by_what_respondents_tell() -> None:
    table = pd.DataFrame(
        {"respondent": ["q", "r"], "Perspectief": ["Ouder", "Young person"], "E1.1": ["helemaal", "deels"]}
    )
    made = convert(table, key=KEY, **NETWORK)
    rows = json.loads(made.study.to_json())["answers"]
    assert {row["party"] for row in rows} == {"ouders", "jongeren"}
    assert {party.id: party.asked for party in made.study.parties}["ouders"] == 30
    frame = pd.read_csv(NETWORK["roster"], dtype=str, keep_default_na=False)
    assert convert(table, key=KEY, roster=frame).study.to_json() == made.study.to_json()


def test_rapidfuzz_is_needed_only_for_what_is_not_exact(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "rapidfuzz", None)
    table = pd.DataFrame({"respondent": ["a", "b"], "E1.1": ["helemaal", "deels"]})
    assert convert(table, key=KEY).study.respondents == 2
    table["Weten wij wat samenwerken oplevert voor ouders?"] = ["helemaal", "deels"]
    with pytest.raises(houvast.MissingExtraError, match=r"houvast\[convert\]"):
        convert(table, key=KEY)


@pytest.mark.parametrize(
    ("scale", "label", "value", "options"),
    [
        ("agree-5", "eens", 4, []),
        ("agree-5", "oneens", 2, []),
        ("agree-5", "Helemaal\u00a0mee  ONEENS", 1, []),
        ("agree-5", "neutraal", 3, []),
        ("agree-5", "neutraal/weet niet", None, [3, "dont_know"]),
        ("agree-5", "niet eens", None, [2]),
        ("extent-5", "Deels", 3, []),
        ("extent-5", "4,0", 4, []),
        ("extent-5", "1 - helemaal niet", 1, []),
        ("extent-5", "helemaal niet (1)", 1, []),
        ("extent-5", "1 - helemaal", None, [1, 5]),
        ("extent-5", "8 - weet ik niet", "dont_know", []),
        ("extent-5", "liever niet", "refused", []),
        ("extent-5", "niet", None, []),
        ("extent-5", "6", None, []),
    ],
)
def test_a_label_means_what_it_says_whole(
    scale: str, label: str, value: int | str | None, options: list[int | str]
) -> None:
    instrument = houvast.instrument("six-elements")
    rule = label_rule(instrument.scale(scale), Vocabulary([instrument]), label)
    assert (None if rule.confirm else rule.value, rule.options) == (value, options)
    assert rule.confirm == (value is None)


def test_a_matrix_is_read_whoever_made_it() -> None:
    table = pd.read_csv(EXPORTS / "google" / "grid.csv", dtype=str, keep_default_na=False).drop(columns=["Tijdstempel"])
    made = convert(table, waves=["2024"], key=KEY)
    assert made.report.files[0][1] == "wide"
    assert same(made.study) == wanted("one")


def test_two_respondents_of_nearly_one_code_are_two_when_you_say_so() -> None:
    table = pd.DataFrame({"respondent": ["007", "7"], "E1.1": ["helemaal", "deels"]})
    with pytest.raises(ConversionError, match="HV-711") as caught:
        convert(table, key=KEY)
    mapping = caught.value.mapping
    mapping.rule("respondent").match = "manual"
    assert convert(table, mapping, key=KEY).study.respondents == 2
    addresses = pd.DataFrame({"e-mail": ["jjansen@example.org", "j.jansen@example.org"], "E1.1": ["helemaal", "deels"]})
    assert convert(addresses, key=KEY).study.respondents == 2


def test_a_code_without_a_label_means_what_you_say(tmp_path: Path) -> None:
    place = tmp_path / "dictionary.csv"
    text = (EXPORTS / "redcap" / "dictionary.csv").read_text(encoding="utf-8")
    text = text.replace("1, helemaal niet", "1, helemaal").replace(
        "5, helemaal", "5, helemaal niet"
    )  # the other way round
    place.write_text(text.replace(" | 9, niet van toepassing", ""), encoding="utf-8")
    with pytest.raises(ConversionError, match="a code for which the export has no label") as caught:
        convert(EXPORTS / "redcap" / "raw.csv", structure=place, key=KEY, waves=["2024"])
    mapping = caught.value.mapping
    rule = mapping.label("six-elements/extent-5", "9")
    rule.value, rule.match, rule.confirm = "not_applicable", "manual", False
    made = convert(EXPORTS / "redcap" / "raw.csv", mapping, structure=place, key=KEY, waves=["2024"])
    turned = {"1": "5", "5": "1"}
    rows = {
        (row["respondent"], row["question"]): row["answer"] for row in wanted("one")["answers"] if row.get("answer")
    }
    found = {(row["respondent"], row["question"]): row for row in json.loads(made.study.to_json())["answers"]}
    assert {key: found[key]["answer"] for key in rows} == {key: turned.get(value, value) for key, value in rows.items()}


def test_not_shown_beside_a_mixed_question_is_no_text() -> None:
    head = {"id": ["1"], "submitdate": ["x"], "lastpage": ["1"], "startlanguage": ["nl"]}
    table = pd.DataFrame({**head, "E1.1": ["helemaal"], "E1.4": ["N/A"], "E1.4[comment]": ["N/A"], "E3.1": ["N/A"]})
    rows = {row["question"]: row for row in json.loads(convert(table, key=KEY).study.to_json())["answers"]}
    assert rows["E1.4"]["answer"] == rows["E3.1"]["answer"] == "not_asked"
    assert not rows["E1.4"].get("text")


@pytest.mark.parametrize("text", ['""', '"",""\n', ";;;\n", ' ; \n"";\n'])
def test_a_file_of_empty_cells_is_empty(text: str, tmp_path: Path) -> None:
    export = tmp_path / "export.csv"
    export.write_text(text)
    with pytest.raises(houvast.Error, match="HV-102"):
        convert(export)
