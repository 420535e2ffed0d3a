"""Parts of a report and its own looks: what is chosen is there, what cannot be read or does not exist is refused."""

from __future__ import annotations

import base64
import json
import re
import zipfile

import pytest

import houvast as hv
from houvast.cli import main
from houvast.report import PARTS, load_theme, render_report, write_report
from houvast.report.colours import contrast
from houvast.report.theme import OURS
from report_page import Page, readings, released_figures

SVG = '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 9 9"><script>alert(1)</script><circle r="4"/></svg>'
PNG = base64.b64decode(
    "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg=="
)


@pytest.fixture(scope="module")
def team(region_study):
    return region_study.release("team")


@pytest.fixture
def theme(tmp_path):
    """Writes a theme and gives its path."""

    def written(**found):
        (tmp_path / "logo.svg").write_text(SVG, encoding="utf-8")
        (tmp_path / "logo.png").write_bytes(PNG)
        path = tmp_path / "huisstijl.json"
        path.write_text(json.dumps(found), encoding="utf-8")
        return path

    return written


# ------------------------------------------------------------------------------------------------ parts


def shown_parts(html):
    return [a["id"] for a in Page(html).all("section") if a.get("id") in PARTS]


@pytest.mark.parametrize("parts", [["overview", "agenda"], ["network"], ["agenda", "elements", "agenda"]])
def test_the_chosen_parts_stand_in_their_order_and_are_the_same(team, parts):
    html, whole = render_report(team, parts=parts), render_report(team)
    assert shown_parts(html) == list(dict.fromkeys(parts))
    assert ("<details class" in html) == ("overview" in parts)  # without a first page nothing is folded
    page, figures = Page(html), released_figures(team)
    assert page.figures and set(page.figures) <= set(Page(whole).figures)
    assert all((value, text) in readings(figures[key], "nl") for key, value, text in page.figures)


def test_a_part_that_is_not_there_is_refused_with_the_nearest(team, tmp_path):
    with pytest.raises(hv.InvalidValueError, match=r"HV-303.*'agenda' perhaps"):
        team.report(tmp_path / "a.html", parts=["overview", "agnda"])
    with pytest.raises(hv.InvalidValueError, match="HV-303"):
        team.report(tmp_path / "a.html", parts=["overview"], edition="plain")
    with pytest.raises(hv.InvalidValueError, match="HV-303"):
        team.report(tmp_path / "a.pptx", parts=["glossary"])  # has no slides
    assert not list(tmp_path.iterdir())


def test_a_part_without_data_is_not_offered(indiana, tmp_path):
    with pytest.raises(hv.InvalidValueError, match="HV-303") as error:
        indiana.release("team").report(tmp_path / "a.html", parts=["elements"])
    assert "network" in error.value.say("nl") and "stages" not in error.value.say("nl")


def test_parts_choose_slides_and_paragraphs(team, tmp_path):
    docx, pptx = pytest.importorskip("docx"), pytest.importorskip("pptx")
    deck = pptx.Presentation(str(write_report(team, tmp_path / "a.pptx", parts=["network", "agenda"])))
    assert len(deck.slides) == 2 + len(team.agenda)
    made = docx.Document(str(write_report(team, tmp_path / "a.docx", parts=["glossary"])))
    assert [p.text for p in made.paragraphs if p.style.name == "Heading 1"] == ["Woorden"]


def test_the_command_takes_parts_and_a_theme(region_folder, tmp_path, capsys, theme):
    out = tmp_path / "a.html"
    looks = theme(name="Regio Zwanenrode", light={"accent": "#7a1f4f"})
    given = ["report", str(region_folder), "-o", str(out), "--parts", "agenda, overview", "--theme", str(looks)]
    assert main(given) == 0
    html = out.read_text(encoding="utf-8")
    assert shown_parts(html) == ["agenda", "overview"] and "#7a1f4f" in html and "Regio Zwanenrode" in html
    capsys.readouterr()
    assert main([*given[:4], "--parts", "agend", "--force", "--lang", "nl"]) == 2
    assert "agenda" in capsys.readouterr().err


# ------------------------------------------------------------------------------------------------ looks


def test_without_a_theme_nothing_changes(team, theme):
    assert render_report(team, theme=OURS) == render_report(team)
    assert render_report(team, theme=theme()) != render_report(team)  # says all colours once more


def variables(html, before):
    """The colours of a block of the theme."""
    own = Page(html).style.rpartition("/* ")[2]
    block = next(found for found in re.findall(before + r":root \{ (.*?) \}", own))
    return dict(re.findall(r"--([\w-]+): (#[0-9a-f]{6});", block))


@pytest.mark.parametrize(
    ("light", "dark"),
    [
        ({"accent": "#7a1f4f"}, {}),
        ({"accent": "#003e7e", "warm": "#7d450a", "paper": "#ffffff"}, {"accent": "#9ec5fe", "paper": "#000000"}),
        ({"accent": "#000000"}, {"warm": "#ffffff"}),
    ],
)
def test_colours_of_a_theme_read_well_in_light_dark_and_print(team, theme, light, dark):
    html = render_report(team, theme=theme(name="X", light=light, dark=dark))
    for before in (r"\n", r"dark\) \{ ", r"print \{ "):
        told = variables(html, before)
        assert len(told) > 20
        for text, ground in (("accent", "paper"), ("accent", "card"), ("accent", "accent-soft"), ("warm", "paper"),
                             ("warm", "warm-soft"), ("ink", "paper"), ("soft", "paper"), ("soft", "card"),
                             ("on-accent", "accent")):  # fmt: skip
            assert contrast(told[text], told[ground]) >= 4.5, (before, text, ground)
        assert contrast(told["edge"], told["track"]) >= 3  # of a bar (WCAG 2.2, 1.4.11)
    assert {"accent": light["accent"]}.items() <= variables(html, r"\n").items()


@pytest.mark.parametrize(
    ("found", "code", "pointer"),
    [
        ({"light": {"accent": "#ffcc00"}}, "HV-302", "/light/accent"),
        ({"light": {"warm": "#f0bd74"}}, "HV-302", "/light/warm"),
        ({"dark": {"accent": "#0b5563"}}, "HV-302", "/dark/accent"),
        ({"light": {"paper": "#222222"}}, "HV-302", "/light/paper"),
        ({"light": {"accent": "red"}}, "HV-303", "/light/accent"),
        ({"light": {"accent": "#0b5563; } body { display: none"}}, "HV-303", "/light/accent"),
        ({"light": {"acent": "#0b5563"}}, "HV-110", "/light/acent"),
        ({"lite": {}}, "HV-110", "/lite"),
        ({"name": 3}, "HV-108", "/name"),
        ({"logo": "logo.svg"}, "HV-109", "/name"),
        ({"name": "X", "logo": "logo.gif"}, "HV-303", "/logo"),
    ],
)
def test_what_is_wrong_with_a_theme_is_told_with_its_place(team, theme, tmp_path, found, code, pointer):
    with pytest.raises(hv.Error, match=code) as error:
        write_report(team, tmp_path / "a.html", theme=theme(**found))
    assert error.value.issues[0].where.pointer == pointer
    assert not (tmp_path / "a.html").exists()


def test_a_colour_that_cannot_be_read_is_refused_with_why_and_with_one_that_can(theme):
    with pytest.raises(hv.InvalidValueError) as error:
        load_theme(theme(light={"accent": "#ffcc00"}))
    told, near = error.value.say("nl"), error.value.issues[0].near
    assert "contrast 4,5 of meer met #faf6ee (dit is 1," in told and near in told
    assert contrast(near, "#faf6ee") >= 4.5 and load_theme(theme(light={"accent": near}))
    assert contrast("#000000", "#ffffff") == pytest.approx(21) and contrast("#777777", "#777777") == 1


def test_a_logo_is_a_picture_that_runs_nothing_and_has_a_name(team, theme, tmp_path):
    html = render_report(team, theme=theme(name="Regio <b>Z</b>", logo="logo.svg"))
    (image,) = Page(html).all("img")
    assert image["alt"] == "Regio <b>Z</b>"
    assert base64.b64decode(image["src"].removeprefix("data:image/svg+xml;base64,")).decode() == SVG
    assert "alert(1)" not in html
    (tmp_path / "logo.svg").write_bytes(b"x" * 200_001)
    big = tmp_path / "big.json"
    big.write_text('{"name": "X", "logo": "logo.svg"}', encoding="utf-8")
    with pytest.raises(hv.InvalidValueError, match="HV-302"):
        load_theme(big)
    (tmp_path / "logo.svg").unlink()
    with pytest.raises(hv.ParseError, match="HV-101"):
        load_theme(big)


@pytest.mark.parametrize("ending", ["docx", "pptx"])
def test_a_logo_and_colours_stand_in_word_and_slides(team, theme, tmp_path, ending):
    pytest.importorskip(ending)
    with pytest.raises(hv.InvalidValueError, match="HV-303"):
        write_report(team, tmp_path / f"a.{ending}", theme=theme(name="Regio", logo="logo.svg"))
    looks = theme(name="Regio", logo="logo.png", light={"accent": "#7a1f4f"})
    with zipfile.ZipFile(write_report(team, tmp_path / f"a.{ending}", theme=looks)) as made:
        told = b"".join(made.read(name) for name in made.namelist() if name.endswith(".xml")).decode()
        pictures = [made.read(name) for name in made.namelist() if "/media/" in name and name.endswith(".png")]
    assert PNG in pictures and 'descr="Regio"' in told and "7A1F4F" in told


def test_the_map_of_groups_stands_in_word_and_slides_with_its_words(team, tmp_path):
    docx, pptx = pytest.importorskip("docx"), pytest.importorskip("pptx")
    words = set(Page(render_report(team)).svg_words)
    document = docx.Document(str(write_report(team, tmp_path / "a.docx")))
    described = [shape.get("descr") for shape in document.element.body.xpath(".//wp:docPr")]
    assert len(described) >= 2 and set(described) <= words
    steps = {text for _, text in Page(render_report(team)).svg_steps}
    drawn = {node.text for node in document.element.body.iter("{*}txbxContent") for node in node.iter("{*}t")}
    assert steps <= drawn
    deck = pptx.Presentation(str(write_report(team, tmp_path / "a.pptx")))
    (group,) = [shape for slide in deck.slides for shape in slide.shapes if shape.shape_type == 6]
    assert group._element._nvXxPr.cNvPr.get("descr") in words
    said = {shape.text_frame.text for shape in group.shapes if shape.has_text_frame and shape.text_frame.text}
    assert {text for text in said if "%" in text} <= steps
