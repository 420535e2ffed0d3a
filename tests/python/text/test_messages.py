"""The catalogue of messages: the same in every language, each used, each there, and nothing said outside it."""

import re
from pathlib import Path

import pytest

from houvast import texts
from houvast._core import gaps, has_message, messages

ROOT = Path(__file__).parents[3]
CODE = ("src", "include", "bindings", "python/houvast")
SUBJECTS = sorted({key.split(".")[0] for key, _ in messages("en")})
KEY = re.compile(rf"[\"'`](@?(?:{'|'.join(SUBJECTS)})(?:\.[A-Za-z0-9_-]+)*\.?)")


def code_files() -> list[Path]:
    endings = {".cpp", ".hpp", ".py", ".js", ".j2"}
    return [
        path
        for room in CODE
        for path in sorted((ROOT / room).rglob("*"))
        if path.suffix in endings and "_core" not in path.parts
    ]


@pytest.fixture(scope="module")
def mentioned() -> set[str]:
    """Everything in the code that reads as a key, or as the beginning of one (it ends in a point)."""
    return {match for path in code_files() for match in KEY.findall(path.read_text(encoding="utf-8"))}


def own(lang: str) -> dict[str, str]:
    return dict(messages(lang))


def test_dutch_is_first_and_english_is_there():
    assert texts.languages()[:1] == ["nl"]
    assert "en" in texts.languages()


def test_every_language_has_every_message():
    # A wording for one audience may be missing in a language; then the ordinary one is said.
    plain = {lang: {key for key in own(lang) if "@" not in key} for lang in ("nl", "en")}
    assert plain["nl"] == plain["en"]


@pytest.mark.parametrize("lang", [lang for lang in texts.languages() if lang != "en"])
def test_gaps_agree_between_languages(lang):
    differing = {
        key: (gaps(key, lang), gaps(key.split("@")[0], "en"))
        for key in own(lang)
        if set(gaps(key, lang)) != set(gaps(key.split("@")[0], "en"))
    }
    assert differing == {}


def test_every_message_is_used(mentioned):
    prefixes = tuple(key for key in mentioned if key.endswith("."))
    unused = [
        key
        for key in own("en")
        if key.split("@")[0] not in mentioned and not key.startswith(prefixes) and not key.startswith("language.")
    ]
    assert unused == []


def test_every_key_in_the_code_exists(mentioned):
    files = (".json", ".css", ".js", ".py", ".hpp", ".html", ".j2", ".pdf")
    known = set(own("en"))
    missing = [
        key
        for key in mentioned
        if not key.endswith(".")
        and "." in key
        and not key.endswith(files)
        and not has_message(key)
        and any(other.startswith(key.rsplit(".", 1)[0] + ".") for other in known)
    ]
    assert missing == []


def test_no_words_for_people_stand_in_code(words_in_code):
    assert words_in_code.found(ROOT) == []


def test_a_planted_sentence_is_found(words_in_code, tmp_path):
    for name in ("src/base", "python/houvast/report/templates"):
        (tmp_path / name).mkdir(parents=True)
    (tmp_path / "src/base/plant.cpp").write_text(
        'auto a = "Hier doet niemand " + name + " aan mee";\nauto b = f("Er zijn nog "\n "geen contacten bekend");'
    )
    (tmp_path / "python/houvast/plant.py").write_text(
        '"""A docstring may say what it likes."""\nX = f"Nobody names {1} driving force here"\n'
    )
    (tmp_path / "python/houvast/report/templates/plant.html.j2").write_text(
        "<p>{{ t('x') }}</p>\n<p>Dit staat hier fout</p>\n"
    )
    places = [line.split(": ")[0] for line in words_in_code.found(tmp_path)]
    assert places == [
        "src/base/plant.cpp:1",
        "src/base/plant.cpp:2",
        "python/houvast/plant.py:2",
        "python/houvast/report/templates/plant.html.j2:2",
    ]


@pytest.fixture(scope="module")
def words_in_code():
    import importlib.util

    spec = importlib.util.spec_from_file_location("words_in_code", ROOT / "tests" / "words_in_code.py")
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module
