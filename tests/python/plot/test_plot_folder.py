"""All pictures in a folder: what is there is told, what is exact says so, and what a release hides stays hidden."""

import json
import re
from html.parser import HTMLParser

import matplotlib
import pytest

matplotlib.use("Agg")

import matplotlib.pyplot as plt

import houvast
from houvast import plot
from houvast.cli import main
from houvast.plot import maps
from houvast.plot.nets import SMALL
from houvast.plot.style import width_of
from houvast.report import render_report
from plot_checks import HOSTILE, problems, study
from report_page import Page

INSIDE = "intern – exacte uitkomsten, niet om te delen"
ALL_OF_A_REGION = [
    *("controles", "kaarten", "veranderd", "stem", "aanbod", "preventiematrix", "elementen-six-elements"),
    *(f"{kind}-e{i}" for i in range(1, 7) for kind in ("antwoorden", "groepen")),
    *("stadia", "profiel"),
    *(f"{kind}-{relation}" for relation in ("samenwerking", "verwijzing") for kind in ("netwerk", "dichtheid")),
]


class Index(HTMLParser):
    """What the page shows: pictures with their words, and elements with attributes."""

    def __init__(self, page):
        super().__init__(convert_charrefs=True)
        self.elements, self.text = [], ""
        self.feed(page.read_text(encoding="utf-8"))

    def handle_starttag(self, tag, attrs):
        self.elements.append((tag, dict(attrs)))

    def handle_data(self, data):
        self.text += data if self.elements and self.elements[-1][0] != "style" else ""

    @property
    def images(self):
        return [attributes for tag, attributes in self.elements if tag == "img"]


@pytest.fixture(scope="module")
def folder(region_study, tmp_path_factory):
    place = tmp_path_factory.mktemp("pictures") / "new"
    return place, plot.write_pictures(region_study, place)


def test_every_picture_of_a_region_is_there_in_order(folder):
    place, written = folder
    names = [f"{i:02d}-{name}-intern.svg" for i, name in enumerate(ALL_OF_A_REGION, 1)]
    assert [path.name for path in written] == [*names, "index-intern.html"]
    assert {path.name for path in place.iterdir()} == {path.name for path in written}
    assert not plt.get_fignums()  # nothing stays open
    for path in written[:-1]:
        told = path.read_text(encoding="utf-8")
        assert re.search(r"<dc:title>[^<]{5,}</dc:title>", told) and "<dc:description>" in told
        assert "<dc:date>" not in told


def test_the_page_shows_each_with_the_same_in_words(folder, region_study):
    place, written = folder
    page = Index(place / "index-intern.html")
    assert [image["src"] for image in page.images] == [path.name for path in written[:-1]]
    assert all(image["alt"] for image in page.images)
    assert INSIDE in page.text
    ax = plot.coverage_board(region_study)
    assert plot.alt_text(ax) in page.text
    policy = next(a["content"] for tag, a in page.elements if a.get("http-equiv") == "Content-Security-Policy")
    assert policy.startswith("default-src 'none'; style-src 'sha256-")


def test_the_same_study_gives_the_same_bytes(region_study, tmp_path, folder):
    again = plot.write_pictures(region_study, tmp_path / "again")
    assert [path.read_bytes() for path in again] == [path.read_bytes() for path in folder[1]]


def test_a_release_gives_its_own_pictures_and_no_exact_ones(region_study, tmp_path):
    release = region_study.release("external", by="domain")
    written = plot.write_pictures(release, tmp_path / "out", formats=("png", "svg"), lang="en")
    kinds = {re.sub(r"^\d+-|-e\d$", "", path.stem) for path in written[:-1]}
    assert kinds == {"checks", "cards", "changed", "elements-six-elements", "answers", "groups", "stages"}
    assert {path.suffix for path in written[:-1]} == {".svg", ".png"}
    page = Index(written[-1])
    assert {image["src"][-4:] for image in page.images} == {".png"}  # the first that was asked for
    assert "internal" not in page.text and "‘external’" in page.text
    names = {party.name for party in region_study.parties}
    assert not [name for name in names if name in page.text]
    assert written[0].read_bytes().startswith(b"\x89PNG")
    assert b"Description" in written[0].read_bytes()[:4000]
    same = plot.write_pictures(release.document(), tmp_path / "of document", formats=("png", "svg"), lang="en")
    assert [path.read_bytes() for path in same] == [path.read_bytes() for path in written]


@pytest.mark.parametrize(("policy", "by"), [("team", "perspective"), ("external", "domain")])
def test_pictures_of_a_release_tell_no_number_that_its_report_has_not(region_study, tmp_path, policy, by):
    release = region_study.release(policy, by=by)
    page, report = Index(plot.write_pictures(release, tmp_path / "out")[-1]), Page(render_report(release))
    told = page.text + " ".join(image["alt"] for image in page.images)
    counted = r"\d+ (plaatjes|tegels|gesprekskaarten|regels|kolommen|vragen|onderdelen|kanten)"
    told = re.sub(rf"\d\d-[\w-]+\.svg|\b[A-Z]\d+\b|{counted}", "", told)  # files, ids, how many are drawn
    known = report.all_text + " ".join([*report.svg_words, *(step for _, step in report.svg_steps)])
    known += " " + " ".join(said for _, _, said in report.figures)
    number = r"\d+(?:[.,]\d+)*%?"
    found = set(re.findall(number, told))
    assert len(found) > 30
    assert found <= set(re.findall(number, known))


def test_what_there_is_no_data_for_is_left_out(indiana, tmp_path):
    names = [path.stem[3:].removesuffix("-intern") for path in plot.write_pictures(indiana, tmp_path / "out")]
    assert "network-contact" not in names and "netwerk-contact" in names
    assert not [name for name in names if name.startswith(("antwoorden", "elementen", "stadia"))]


def test_words_of_a_study_are_only_text(tmp_path):
    written = plot.write_pictures(study(hostile=True, waves=2, people=3), tmp_path / "out", by="wijk")
    page = Index(written[-1])
    assert "<script>alert" in page.text
    assert {tag for tag, _ in page.elements} <= {
        *("html", "head", "meta", "title", "style", "body", "main", "h1", "h2", "p", "figure", "a", "img"),
        *("figcaption", "code", "details", "summary"),
    }
    assert all(re.fullmatch(r"\d\d-[a-z0-9-]+-intern\.svg|index-intern\.html", path.name) for path in written)
    assert HOSTILE not in written[0].read_text(encoding="utf-8")


def test_nothing_is_written_over_or_half(region_study, tmp_path):
    place = tmp_path / "mine"
    place.mkdir()
    (place / "notes.txt").write_text("mine", encoding="utf-8")
    with pytest.raises(houvast.errors.FileAccessError, match="HV-118"):
        plot.write_pictures(region_study, place)
    for wrong, code in ((({"formats": "gif"}), "HV-303"), ({"wave": "1999"}, "HV-505"), ({"by": "x"}, "HV-506")):
        with pytest.raises(houvast.Error, match=code):
            plot.write_pictures(region_study, tmp_path / "none", **wrong)
    assert not (tmp_path / "none").exists()
    assert [path.name for path in place.iterdir()] == ["notes.txt"]


@pytest.mark.parametrize("groups", [5, 8, 12])
def test_names_of_60_to_150_parties_do_not_lie_over_each_other(groups):
    made = study(groups=groups, people=12)
    ax = plot.network_map(made, by="wijk", names="all")
    assert problems(ax) == []
    names = {party.name for party in made.parties}
    assert names <= {text.get_text().replace("\n", " ") for text in ax.texts}  # and none is cut off
    plt.close(ax.figure)


def test_long_names_stand_on_two_lines_where_there_is_room(region_study):
    ax = plot.network_map(region_study)
    assert problems(ax) == []
    assert sum("\n" in text.get_text() for text in ax.texts if text.get_rotation()) > 50
    told = {text.get_text() for text in ax.texts}
    assert "Zorgcoördinator van het\nZwanenrode College" in told
    assert sum("…" in text for text in told) <= 4  # of 62
    names = [text for text in ax.texts if text.get_rotation() and text.get_fontsize() == pytest.approx(SMALL, abs=0.01)]
    heavy = [text for text in names if text.get_weight() == "bold"]
    assert heavy  # of who is the only link
    for text in heavy:
        for line in text.get_text().split("\n"):
            assert width_of(line, SMALL, "bold") <= 72 * maps._ROOM[2], line
    plt.close(ax.figure)


# ------------------------------------------------------------------------------------------------ the command


def test_the_command_marks_what_is_exact(region_folder, tmp_path, capsys):
    place = tmp_path / "plaatjes"
    assert main(["plot", str(region_folder), "-o", str(place), "--lang", "nl"]) == 0
    told = capsys.readouterr().out
    assert "alleen voor intern gebruik" in told and f"{len(ALL_OF_A_REGION)} plaatjes" in told
    assert main(["plot", str(region_folder), "-o", str(place)]) == 2
    assert "[HV-118]" in capsys.readouterr().err


def test_the_command_draws_releases(region_folder, region_study, tmp_path, capsys):
    def told(*arguments, code=0):
        assert main(["plot", *map(str, arguments), "--json"]) == code
        return json.loads(capsys.readouterr().out)

    found = told(region_folder, "--policy", "external", "-o", tmp_path / "a")
    assert "inside" not in found and not [name for name in found["pictures"] if "netwerk" in name]
    document = tmp_path / "release.json"
    document.write_text(json.dumps(region_study.release("external").document()), encoding="utf-8")
    assert told(document, "-o", tmp_path / "b")["pictures"] == found["pictures"]
    assert told(document, "-o", tmp_path / "c", "--format", "pgn", code=2)["issues"][0]["code"] == "HV-303"
    for arguments in ((document, "--policy", "team"), (region_folder, "--ledger", tmp_path / "l.json")):
        with pytest.raises(SystemExit):
            main(["plot", *map(str, arguments), "-o", str(tmp_path / "d")])
    assert not (tmp_path / "d").exists()


def test_pictures_take_the_colours_of_a_theme_and_refuse_those_that_cannot_be_read(region_folder, tmp_path):
    looks = tmp_path / "looks.json"
    looks.write_text('{"light": {"accent": "#7a1f4f"}, "dark": {"accent": "#e0a9c4"}}', encoding="utf-8")
    given = ["plot", str(region_folder), "--policy", "external", "--theme", str(looks)]
    for more, colour, ours in (([], "#7a1f4f", "#0b5563"), (["--dark"], "#e0a9c4", "#86d0da")):
        place = tmp_path / f"made{len(more)}"
        assert main([*given, *more, "-o", str(place)]) == 0
        drawn = "".join(path.read_text(encoding="utf-8") for path in place.glob("*.svg"))
        assert colour in drawn and ours not in drawn
    looks.write_text('{"light": {"accent": "#ffcc00"}}', encoding="utf-8")
    with pytest.raises(houvast.InvalidValueError, match="HV-302"):
        plot.write_pictures(houvast.load(region_folder), tmp_path / "none", looks=looks)
    assert not (tmp_path / "none").exists()
