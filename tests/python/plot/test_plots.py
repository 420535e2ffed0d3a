"""Every picture: it is drawn whatever the study holds, no texts overlap, and it can be read aloud."""

import re
import subprocess
import sys

import matplotlib
import pytest

matplotlib.use("Agg")

import matplotlib.pyplot as plt

from houvast import _core, plot
from houvast.errors import DisclosureError, InvalidValueError, UnknownKeyError
from houvast.plot.style import MARKERS, ink_on, luminance, theme_of, tidy, width_of, wrap
from plot_checks import problems, study
from pseudo import words_outside


def by(study):
    return "wijk" if "wijk" in study.attributes else "perspective"


STUDIES = {
    "nobody": lambda: study(groups=0, ties=False),
    "one group": lambda: study(groups=1),
    "few groups": lambda: study(groups=3, people=4),
    "many groups": lambda: study(groups=12, people=3),
    "only don't knows": lambda: study(answers="missing"),
    "three waves": lambda: study(waves=3),
    "long words": lambda: study(long=True),
    "hostile words": lambda: study(hostile=True),
    "needs": lambda: study(needs=True),
}
USUAL = ("nobody", "one group", "many groups", "only don't knows", "long words")
PICTURES = {
    "likert": (lambda s, **how: plot.likert(s, element="E4", **how), USUAL),
    "likert by": (lambda s, **how: plot.likert(s, by(s), element="E1", **how), USUAL),
    "heatmap": (lambda s, **how: plot.heatmap(s, by(s), **how), (*USUAL, "hostile words")),
    "heatmap median": (lambda s, **how: plot.heatmap(s, by(s), value="median", **how), ("few groups",)),
    "heatmap questions": (lambda s, **how: plot.heatmap(s, "", kind="question", **how), ("few groups",)),
    "gap": (lambda s, **how: plot.perspective_gap(s, by=by(s), element="E6", **how), (*USUAL, "hostile words")),
    "dots": (plot.gerdes_dots, (*USUAL, "few groups")),
    "dots by": (lambda s, **how: plot.gerdes_dots(s, by(s), **how), ("nobody", "few groups", "long words")),
    "kiviat": (plot.gerdes_kiviat, ("nobody", "few groups", "only don't knows")),
    "waves": (plot.waves, (*USUAL, "three waves")),
    "map": (lambda s, **how: plot.network_map(s, by=by(s), **how), (*USUAL, "hostile words")),
    "density": (lambda s, **how: plot.density_matrix(s, by=by(s), **how), (*USUAL, "hostile words")),
    "board": (plot.coverage_board, ("nobody", "needs")),
    "needs": (plot.need_matrix, ("nobody", "needs")),
    "prevention": (plot.prevention_matrix, ("nobody", "needs")),
    "voice": (plot.voice_parity, USUAL),
    "cards": (plot.agenda_cards, (*USUAL, "hostile words")),
}
RELEASED = {
    "likert": lambda r, **how: plot.likert(r, r.by, element="E2", **how),
    "heatmap": lambda r, **how: plot.heatmap(r, r.by, **how),
    "gap": lambda r, **how: plot.perspective_gap(r, by=r.by, element="E6", **how),
    "dots": plot.gerdes_dots,
    "waves": plot.waves,
    "board": plot.coverage_board,
    "cards": plot.agenda_cards,
}
INSIDE_ONLY = (
    plot.gerdes_kiviat,
    plot.network_map,
    plot.density_matrix,
    plot.need_matrix,
    plot.prevention_matrix,
    plot.voice_parity,
)


@pytest.fixture(autouse=True)
def _closed():
    yield
    plt.close("all")


@pytest.fixture(scope="module")
def made():
    return {}


def given(made, name):
    return made.setdefault(name, made.get(name) or STUDIES[name]())


@pytest.mark.parametrize(("name", "which"), [(n, w) for n, (_, studies) in PICTURES.items() for w in studies])
def test_a_picture_of_any_study_has_no_overlapping_texts_and_can_be_read_aloud(made, name, which):
    ax = PICTURES[name][0](given(made, which))
    assert problems(ax) == []
    words = plot.alt_text(ax)
    assert len(words) > 40
    assert words.endswith((".", "?"))
    assert any("intern – exacte uitkomsten" in text.get_text() for text in ax.texts)


@pytest.mark.parametrize("name", PICTURES)
def test_the_example_region_in_english_on_a_dark_background(region_study, name):
    ax = PICTURES[name][0](region_study, lang="en", theme="dark")
    assert problems(ax) == []
    assert matplotlib.colors.to_hex(ax.figure.get_facecolor()) == theme_of("dark").paper
    assert any("internal – exact results" in text.get_text() for text in ax.texts)
    assert name == "needs" or "n = " in plot.alt_text(ax) or name == "cards"


@pytest.mark.parametrize("name", RELEASED)
@pytest.mark.parametrize("split", ["perspective", "domain"])
def test_a_release_can_be_drawn_and_says_by_which_rules(region_study, name, split):
    ax = RELEASED[name](region_study.release("external", by=split))
    assert problems(ax) == []
    texts = [text.get_text() for text in ax.texts]
    assert any("regels ‘external’, drempel 10" in text for text in texts)
    assert not any("intern –" in text for text in texts)


@pytest.mark.parametrize("draw", INSIDE_ONLY)
def test_what_a_release_does_not_hold_is_not_drawn_from_it(region_study, draw):
    with pytest.raises(DisclosureError, match="HV-404"):
        draw(region_study.release("team"))


def test_hidden_groups_all_look_the_same_and_keep_their_place(region_study):
    release = region_study.release("team", by="sector")
    scores = [s for s in release.groups if s.wave == "2024" and s.kind == "question" and s.id.startswith("E2.")]
    hidden = [s for s in scores if not s.shown]
    assert hidden
    ax = plot.likert(release, "sector", element="E2")
    signs = [text for text in ax.texts if text.get_text() == "▒ verborgen"]
    assert len(signs) == len(hidden)
    assert len({(t.get_color(), t.get_fontsize(), t.get_position()[0]) for t in signs}) == 1
    assert ax.get_xlim() == (-1, 1)
    places = {round(t.get_position()[1], 4) for t in signs}
    rows = sorted({round(t.get_position()[1], 4) for t in ax.texts if t.get_text() == "▒ verborgen"})
    assert sorted(places) == rows
    assert len(ax.texts) > len(signs)


def test_a_release_picture_holds_no_exact_number(region_study):
    release = region_study.release("external")
    ax = plot.heatmap(release)
    exact = {row["n"] if "n" in row else row["scored"] for row in region_study.scores(by="perspective").to_dicts()}
    shown = " ".join(text.get_text() for text in ax.texts).replace("–", " ")
    bands = {s.n_band for s in [*release.groups, *release.totals] if s.shown}
    assert all(text.get_text().split("n = ")[1] in bands for text in ax.texts if "n = " in text.get_text())
    assert exact
    assert "n = 95" not in shown


# ------------------------------------------------------------------------------------------------ how they are called


def test_given_axes_are_drawn_in_and_nothing_leaves_their_place(region_study):
    figure, (left, right) = plt.subplots(1, 2, figsize=(22, 9))
    before = right.get_position().frozen()
    assert plot.heatmap(region_study, ax=right) is right
    assert plot.likert(region_study, element="E1", ax=left) is left
    assert problems(left) == []
    assert problems(right) == []
    renderer = figure.canvas.get_renderer()
    edge = before.x0 * figure.bbox.width
    assert all(text.get_window_extent(renderer).x0 >= edge - 1 for text in right.texts)


def test_small_axes_make_everything_smaller(region_study):
    _, axes = plt.subplots(2, 2, figsize=(12, 9))
    ax = plot.coverage_board(region_study, ax=axes[0][0])
    assert problems(ax) == []
    assert min(text.get_fontsize() for text in ax.texts) < 6


@pytest.mark.parametrize(
    ("call", "error", "code"),
    [
        (lambda s: plot.likert("study"), InvalidValueError, "HV-303"),
        (lambda s: plot.likert(s, theme="pink"), InvalidValueError, "HV-303"),
        (lambda s: plot.likert(s, lang="de"), UnknownKeyError, "HV-503"),
        (lambda s: plot.likert(s, wave="1999"), UnknownKeyError, "HV-505"),
        (lambda s: plot.likert(s, element="E9"), UnknownKeyError, "HV-502"),
        (lambda s: plot.likert(s, "schoen"), UnknownKeyError, "HV-506"),
        (lambda s: plot.likert(s.release("team"), "domain"), UnknownKeyError, "HV-506"),
        (lambda s: plot.likert(s, instrument="none"), UnknownKeyError, "HV-501"),
        (lambda s: plot.heatmap(s, value="mean"), InvalidValueError, "HV-303"),
        (lambda s: plot.heatmap(s, kind="person"), InvalidValueError, "HV-303"),
        (lambda s: plot.perspective_gap(s, ["ouder", "buur"]), UnknownKeyError, "HV-504"),
        (lambda s: plot.perspective_gap(s, "ouder"), InvalidValueError, "HV-302"),
        (lambda s: plot.perspective_gap(s, []), InvalidValueError, "HV-302"),
        (lambda s: plot.likert(s, wave=2024), UnknownKeyError, "HV-505"),
        (lambda s: plot.gerdes_dots(s.release("team"), "perspective"), UnknownKeyError, "HV-506"),
        (lambda s: plot.network_map(s, "vriendschap"), UnknownKeyError, "HV-507"),
        (lambda s: plot.network_map(s, by="schoen"), UnknownKeyError, "HV-506"),
        (lambda s: plot.network_map(s, names="some"), InvalidValueError, "HV-303"),
        (lambda s: plot.waves(s, kind="person"), InvalidValueError, "HV-303"),
    ],
)
def test_a_mistake_is_told_with_its_code_and_what_was_expected(region_study, call, error, code):
    with pytest.raises(error) as caught:
        call(region_study)
    assert caught.value.code == code
    assert caught.value.expected


def test_names_stand_in_the_map_only_with_consent():
    data = _core.study_from_json(
        STUDIES["few groups"]().to_json().replace('"consent": "yes"', '"consent": "no"').encode()
    )
    names = {party.name for party in data.parties}
    assert all(party.consent is False for party in data.parties)
    assert not names & {text.get_text() for text in plot.network_map(data, by="wijk").texts}
    assert names <= {text.get_text() for text in plot.network_map(data, by="wijk", names="all").texts}


def test_more_than_150_parties_become_groups():
    ax = plot.network_map(study(groups=8, people=20), by="wijk")
    assert not [line for line in ax.lines if (line.get_gid() or "").startswith("party-")]
    assert problems(ax) == []
    assert "160 partijen" in plot.alt_text(ax)


def test_150_parties_fit_with_their_names():
    ax = plot.network_map(study(groups=10, people=15), by="wijk")
    assert problems(ax) == []
    assert sum("Wijk w" in text.get_text() for text in ax.texts) == 150


def test_importing_houvast_does_not_import_matplotlib():
    code = (
        "import sys, houvast; assert 'matplotlib' not in sys.modules and 'houvast.plot' not in sys.modules;"
        "sys.modules['matplotlib'] = None\n"
        "try: houvast.plot\nexcept houvast.MissingExtraError as e: print(e)"
    )
    run = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert "houvast[plot]" in run.stdout


# ------------------------------------------------------------------------------------------------ the judge, the type


def test_the_judge_of_overlaps_sees_overlaps():
    figure, ax = plt.subplots()
    ax.text(0.5, 0.5, "one text")
    ax.text(0.52, 0.5, "another")
    assert any("overlap" in line for line in problems(ax))
    ax.texts[1].set_position((0.5, 0.7))
    assert problems(ax) == []
    ax.text(1.5, 0.5, "far away")
    assert any("outside" in line for line in problems(ax))
    tilted = figure.add_axes((0, 0, 1, 1))
    tilted.text(0.3, 0.3, "a long text that stands askew", rotation=45)
    tilted.text(0.5, 0.3, "beside")
    assert problems(tilted) == []


@pytest.mark.parametrize("name", ["light", "dark"])
def test_texts_can_be_read_on_every_shade(name):
    theme = theme_of(name)

    def contrast(one, other):
        low, high = sorted((luminance(one), luminance(other)))
        return (high + 0.05) / (low + 0.05)

    shades = [theme.shade(i / 20) for i in range(21)] + [*theme.low, *theme.high]
    assert min(contrast(ink_on(shade), shade) for shade in shades) > 4.5
    assert contrast(theme.ink, theme.paper) > 7
    assert contrast(theme.soft, theme.paper) > 4.5
    assert len(set(MARKERS[: len(theme.groups)])) == len(theme.groups)


def test_texts_are_wrapped_within_their_width_and_lose_nothing():
    text = "Samenwerkingsverbandoverstijgende verantwoordelijkheden en zo"
    lines = wrap(text, 60, 9)
    assert all(width_of(line, 9) <= 60 for line in lines)
    assert "".join(lines).replace("-", "").replace(" ", "") == text.replace(" ", "")
    assert wrap(text, 60, 9, lines=2)[-1].endswith("…")


def test_names_lose_what_cannot_be_drawn():
    assert tidy("a\u202eb\x00c\nd\U000130a7") == "abc d□"
    assert tidy("één  $x$") == "één $x$"


# ------------------------------------------------------------------------------------------------ the guide


def test_the_guide_runs_and_names_every_picture(root, region_study, tmp_path, monkeypatch, capsys):
    text = (root / "docs" / "guides" / "plots.md").read_text(encoding="utf-8")
    (code,) = re.findall(r"^```python\n(.*?)^```$", text, re.DOTALL | re.MULTILINE)
    monkeypatch.chdir(tmp_path)
    region_study.save("mijn-regio")
    exec(compile(code, "plots.md", "exec"), {})
    assert "4 vragen, Najaar 2024" in capsys.readouterr().out
    assert (tmp_path / "vragen.png").stat().st_size > 10_000
    named = set(re.findall(r"^\| `(\w+)\(", text, re.MULTILINE))
    assert named == set(plot.__all__) - {"alt_text", "write_pictures"}


@pytest.mark.parametrize("lang", ["nl", "nl-BE", "en", "qps-plocm"])
@pytest.mark.parametrize("draw", [plot.coverage_board, plot.agenda_cards, plot.likert, plot.gerdes_dots, plot.waves])
def test_pictures_of_a_document_are_those_of_its_release(region_study, draw, lang):
    release = region_study.release("team")
    told = plot.alt_text(draw(release, lang=lang))
    assert told
    assert plot.alt_text(draw(release.document(), lang=lang)) == told
    with pytest.raises(DisclosureError, match="HV-404"):
        plot.network_map(release.document())


@pytest.mark.parametrize("name", PICTURES)
def test_no_word_of_a_picture_stands_outside_the_catalogue(region_study, name):
    ax = PICTURES[name][0](region_study, lang="qps-plocm")
    names = [party.name for party in region_study.parties]
    assert words_outside([plot.alt_text(ax), *(text.get_text() for text in ax.texts)], names) == []


@pytest.mark.parametrize("name", RELEASED)
def test_no_word_of_a_picture_of_a_release_stands_outside_the_catalogue(region_study, name):
    ax = RELEASED[name](region_study.release("team", by="perspective"), lang="qps-plocm")
    assert words_outside([plot.alt_text(ax), *(text.get_text() for text in ax.texts)], ["team"]) == []


@pytest.mark.parametrize("lang", ["nl", "en"])
def test_one_group_is_not_several(made, lang):
    alone = given(made, "one group")
    few = plot.alt_text(plot.network_map(alone, by=by(alone), lang=lang))
    assert re.search({"nl": r"\b1 groep\b", "en": r"\b1 group\b"}[lang], few)


def test_pictures_follow_the_style_of_matplotlib(region_study):
    with matplotlib.rc_context({"figure.facecolor": "#101010", "text.color": "#fafafa"}):
        matplotlib.rcParams["axes.prop_cycle"] = matplotlib.cycler(color=["#ff0000", "#00ff00"])
        theme = theme_of("matplotlib")
        ax = plot.likert(region_study, theme="matplotlib", lang="en")
        assert matplotlib.colors.to_hex(ax.figure.get_facecolor()) == theme.paper == "#101010"
        assert theme.groups[:3] == ("#ff0000", "#00ff00", "#ff0000")
    plt.close(ax.figure)
