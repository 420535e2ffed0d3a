"""A release as a document: whole, published, the same everywhere, and refused when it is damaged or forged."""

import json
import stat
import subprocess
import sys
from copy import deepcopy
from pathlib import Path

import jsonschema
import pytest

import houvast as hv
from houvast.cli import main
from houvast.examples.region import region
from houvast.release import load_release, opened, scores_rows, write_document
from houvast.report import render_report

ROOT = Path(__file__).parents[3]
SCHEMA = json.loads((ROOT / "docs" / "reference" / "release.schema.json").read_text("utf-8"))


@pytest.fixture(scope="module")
def study(tmp_path_factory):
    return hv.load(region(2024).write(tmp_path_factory.mktemp("region") / "study"))


@pytest.fixture(scope="module")
def releases(study):
    return {
        "team": study.release("team"),
        "external": study.release("external", by="domain"),
        "wordy": study.release("team", by="domain", goals="text", complexity="complex"),
        "totals": study.release("team", by=""),
        "indiana": hv.load(ROOT / "tests" / "data" / "indiana").release("team"),
    }


NAMES = ("team", "external", "wordy", "totals", "indiana")


@pytest.fixture(scope="module")
def document(releases):
    return releases["wordy"].document()


@pytest.mark.parametrize("name", NAMES)
def test_document_fits_its_schema(releases, name):
    found = releases[name].document()
    jsonschema.Draft202012Validator.check_schema(SCHEMA)
    assert [error.json_path for error in jsonschema.Draft202012Validator(SCHEMA).iter_errors(found)] == []
    validator = jsonschema.Draft202012Validator(
        json.loads((ROOT / "docs/reference/instrument.schema.json").read_text())
    )
    assert all(validator.is_valid(instrument) for instrument in found["instruments"])


def test_published_schema_is_the_one_of_the_records():
    done = subprocess.run(
        [sys.executable, "-c", "import json, release_schema; print(json.dumps(release_schema.schema()))"],
        cwd=ROOT / "scripts",
        capture_output=True,
        text=True,
        check=True,
    )
    assert json.loads(done.stdout) == SCHEMA


@pytest.mark.parametrize("name", NAMES)
@pytest.mark.parametrize("lang", ["nl", "en"])
def test_report_of_the_release_and_of_its_document_have_the_same_bytes(releases, name, lang):
    release = releases[name]
    html = render_report(release, lang=lang)
    assert render_report(release.document(), lang=lang) == html
    assert render_report(load_release(json.dumps(release.document())), lang=lang) == html


def test_report_elsewhere_has_the_same_bytes(releases, tmp_path):
    write_document(releases["team"], tmp_path / "release.json")
    command = [sys.executable, "-m", "houvast", "report", "release.json", "-o", "elsewhere.html", "--lang", "en"]
    subprocess.run(command, cwd=tmp_path, check=True, capture_output=True)
    assert (tmp_path / "elsewhere.html").read_text("utf-8") == render_report(releases["team"], lang="en")


def test_file_is_for_its_owner_and_holds_the_document(releases, tmp_path):
    path = write_document(releases["external"], tmp_path / "release.json")
    assert stat.S_IMODE(path.stat().st_mode) == 0o600
    assert json.loads(path.read_text("utf-8")) == releases["external"].document()
    assert load_release(path) == opened(releases["external"])
    assert [entry.name for entry in tmp_path.iterdir()] == ["release.json"]


def test_command_writes_the_same_document(study, tmp_path):
    region(2024).write(tmp_path / "study")
    options = ["--policy", "external", "--by", "domain"]
    command = [sys.executable, "-m", "houvast", "release", "study", "-o", "out.json", *options]
    subprocess.run(command, cwd=tmp_path, check=True, capture_output=True)
    assert load_release(tmp_path / "out.json") == opened(study.release("external", by="domain"))
    refused = [sys.executable, "-m", "houvast", "report", "out.json", "--policy", "team"]
    done = subprocess.run(refused, cwd=tmp_path, capture_output=True, text=True)
    assert done.returncode == 2
    assert "--policy" in done.stderr


def test_what_is_hidden_is_not_in_the_document(releases):
    found = releases["external"].document()
    hidden = [score for score in found["groups"] if not score["shown"]]
    assert hidden
    assert all(score.keys() == {"wave", "instrument", "kind", "id", "group", "shown"} for score in hidden)
    read = load_release(json.dumps(found))
    assert all(score.top is score.n_band is hv.HIDDEN for score in read.groups if not score.shown)


def test_tables_are_functions_of_the_document(releases):
    for release in releases.values():
        assert scores_rows(release.document()) == scores_rows(release)


@pytest.mark.parametrize("thing", [None, 1, "release", [], {"a": 1}.keys()], ids=lambda thing: type(thing).__name__)
def test_writers_take_nothing_else(thing, study):
    for refused in (thing, study):
        with pytest.raises(hv.DisclosureError, match="HV-404"):
            render_report(refused)
        with pytest.raises(hv.DisclosureError, match="HV-404"):
            scores_rows(refused)


def first(rows, **wanted):
    return next(i for i, row in enumerate(rows) if all(row[key] == value for key, value in wanted.items()))


def reveal(found):
    at = first(found["groups"], shown=False)
    found["groups"][at]["top"] = {"value": 0.2, "low": 0.1, "high": 0.3}
    return f"/groups/{at}/top"


def hollow(found):
    at = next(i for i, finding in enumerate(found["findings"]) if finding["claims"][0]["args"])
    found["findings"][at]["claims"][0]["args"] = {}
    return f"/findings/{at}/claims/0/args"


def few_in_twentieths(found):
    at = first(found["totals"], shown=True, kind="question")
    found["totals"][at] |= {"n_band": "20–49", "top": {"low": 0.55, "high": 0.6}}
    return f"/totals/{at}/top"


def block_counted(found):
    at = first(found["networks"][0]["blocks"], shown=True)
    found["networks"][0]["blocks"][at]["density"] = {"low": 0.31, "high": 0.32}
    return f"/networks/0/blocks/{at}/density"


def retold(found):
    found["findings"][0]["claims"] = found["findings"][1]["claims"]
    return "/claims/"


def more_certain(found):
    at = first(found["claims"], id="uncertain.change")
    found["claims"][at]["id"] = "change.direction"
    return f"/claims/{at}"


def other_number(found):
    at = first(found["totals"], shown=True, kind="element", wave=found["waves"][-1]["id"])
    found["totals"][at]["top"]["low"] = 0.0
    return "/claims/"


def told(rows, key, value, **wanted):
    """The first row that is shown, with another value somewhere in it."""

    def change(found):
        at = first(found[rows], shown=True, **wanted)
        return changed(f"/{rows}/{at}/{key}", value)(found)

    return change


def changed(pointer, value):
    def change(found):
        *way, last = [int(key) if key.isdigit() else key for key in pointer.split("/")[1:]]
        for key in way:
            found = found[key]
        found[last] = value
        return pointer

    return change


def without(pointer):
    def change(found):
        *way, last = [int(key) if key.isdigit() else key for key in pointer.split("/")[1:]]
        for key in way:
            found = found[key]
        del found[last]
        return pointer

    return change


FINE = {"low": 0, "high": 0.01}
DAMAGE = {
    "another version": ("HV-115", changed("/schema", "houvast-release/2")),
    "a number as text": ("HV-108", changed("/threshold", "5")),
    "yes as number": ("HV-108", changed("/asked_known", 1)),
    "below the floor": ("HV-210", changed("/threshold", 4)),
    "more than everybody": ("HV-210", changed("/responses/0/share/high", 1.2)),
    "an unknown word": ("HV-207", changed("/findings/0/status", "fine")),
    "a key too many": ("HV-110", changed("/answers", [])),
    "a key too few": ("HV-109", without("/totals/0/id")),
    "a text in one language": ("HV-109", without("/title/en")),
    "a wave that is not there": ("HV-202", changed("/totals/0/wave", "1900")),
    "an instrument that is none": (
        "HV-109",
        lambda found: found["instruments"][0].pop("questions") and "/instruments/0",
    ),
    "a claim that is none": ("HV-207", changed("/claims/0/id", "report.nothing")),
    "a finding that says nothing": ("HV-207", changed("/findings/0/claims/0/claim", "coverage.nothing")),
    "a finding of which a part is lost": ("HV-209", hollow),
    "a finding told otherwise": ("HV-209", retold),
    "a hidden score told": ("HV-110", reveal),
    "a claim that is more certain": ("HV-209", more_certain),
    "a number that is another": ("HV-209", other_number),
    "people who were counted": ("HV-210", told("groups", "n_band", "17")),
    "a band of a policy with less": ("HV-210", told("totals", "n_band", "3–6")),
    "a share that is finer": ("HV-210", told("groups", "top", {"low": 0.371, "high": 0.372}, kind="question")),
    "a share the other way round": ("HV-210", told("groups", "top", {"low": 0.5, "high": 0.25}, kind="question")),
    "a part that is finer": ("HV-210", told("totals", "distribution/0/share", FINE, kind="question")),
    "twentieths of few people": ("HV-210", few_in_twentieths),
    "a mean of an element": ("HV-210", told("totals", "top", {"low": 0.5, "high": 0.5}, kind="element")),
    "who answered, counted": ("HV-210", told("responses", "share", {"low": 0.87, "high": 0.88})),
    "assessors, counted": ("HV-210", told("stages", "n_band", "21")),
    "alpha with decimals": ("HV-210", told("reliability", "alpha", 0.8123)),
    "parties, counted": ("HV-210", told("networks", "parties_band", "58")),
    "ties, counted": ("HV-210", told("networks", "density", {"low": 0.0871, "high": 0.0872})),
    "bounds of the density": ("HV-210", told("networks", "bounds", {"low": 0.0871, "high": 0.5})),
    "a block, counted": ("HV-210", block_counted),
    "rules for others than it says": ("HV-210", lambda found: changed("/policy", "external")(found) and "/threshold"),
    "split by what never splits": ("HV-210", changed("/by", "organisation")),
    "a group that is a name": ("HV-202", told("groups", "group", "Jan de Vries")),
    "a group of a network that is a name": ("HV-202", changed("/networks/0/groups/0", "Jan de Vries")),
    "a claim left out": ("HV-209", without("/claims/0")),
}


@pytest.mark.parametrize("how", DAMAGE)
def test_damaged_or_forged_document_is_refused_with_the_place(document, how):
    code, change = DAMAGE[how]
    found = deepcopy(document)
    place = change(found)
    with pytest.raises(hv.Error) as caught:
        load_release(json.dumps(found))
    assert caught.value.code == code
    assert caught.value.where.pointer.startswith(place)
    assert place in str(caught.value)


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("{", "HV-104"),
        ('{"schema": 1, "schema": 2}', "HV-106"),
        ('{"a": NaN}', "HV-104"),
        ('{"a":' + "[" * 10**5, "HV-105"),
    ],
)
def test_text_that_is_no_document(text, code):
    with pytest.raises(hv.ParseError, match=code):
        load_release(text)


def test_a_document_that_cpp_wrote_has_the_same_claims_and_report(tmp_path):
    study = hv.examples.region()
    written = tmp_path / "cpp.json"
    written.write_text(hv._core.release_document(hv._core.release(study, hv._core.Policy.named("team"), "perspective")))
    assert json.loads(written.read_text())["claims"] == []
    here, there = study.release("team", by="perspective"), load_release(written)
    assert there.document() == here.document()
    assert render_report(there) == render_report(here)


def test_a_file_that_is_not_there(tmp_path):
    with pytest.raises(hv.ParseError, match="HV-101"):
        load_release(tmp_path / "none.json")
    (tmp_path / "latin.json").write_bytes(b'{"a": "\xe9"}')
    with pytest.raises(hv.ParseError, match="HV-103"):
        load_release(tmp_path / "latin.json")


@pytest.mark.parametrize("name", NAMES)
def test_claims_are_said_in_every_language(releases, name):
    claims = releases[name].claims()
    assert [claim.json() for claim in claims] == releases[name].document()["claims"]
    for claim in claims:
        dutch, english = claim.say("nl"), claim.say("en")
        assert dutch and english
        assert not set("{}\ufffc") & set(dutch + english)
        assert claim.say("qps-plocm").startswith("⟦")


def test_differences_between_groups_are_those_of_the_data(study, releases):
    # Shares are released to the nearest 1 or 5 points, so the real ones lie at most 2.5 points from them.
    wave = study.waves[-1].id
    exact = {(row["id"], row["group"]): row for row in study.scores(by="perspective", wave=wave).to_dicts()}
    told = [claim for claim in releases["team"].claims() if claim.id == "difference.groups"]
    assert told
    for claim in told:
        id = claim.about.rsplit("/", 1)[-1]
        groups = {
            row["group"]: row["top_box"] for (of, _), row in exact.items() if of == id and row["top_box"] is not None
        }
        assert max(groups.values()) - min(groups.values()) >= 0.2 - 0.05
        assert claim.args["low_group"] != claim.args["high_group"]


def test_the_command_writes_over_nothing_unless_it_is_told_to(study, tmp_path, capsys):
    place = study.save(tmp_path / "study.json")
    before = place.read_bytes()
    for out in (place, study.save(tmp_path / "other.json")):
        assert main(["release", str(place), "-o", str(out)]) == 2
        assert "HV-118" in capsys.readouterr().err
    assert place.read_bytes() == before
    assert main(["release", str(place), "-o", str(tmp_path / "other.json"), "--force"]) == 0
    assert load_release(tmp_path / "other.json") == opened(study.release("team", by="perspective"))
