"""Errors of Python are data: made in one place, and told in any language without a word outside the catalogue."""

import ast
import json
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

import houvast
from houvast import _core, errors, graphs
from houvast.convert import Mapping, convert
from houvast.errors import Claim, Error, Issue
from houvast.examples.region import region
from houvast.io.frames import study_to_frames
from houvast.release import load_release
from houvast.texts import Named, say
from pseudo import words_outside

PACKAGE = Path(houvast.__file__).parent
KINDS = {name for name in errors.__all__ if name.endswith(("Error", "Issue"))}
PSEUDO = "qps-plocm"


def made_by_hand(source: str) -> Iterator[int]:
    """Lines where an error or issue is made with a text in place of claims."""
    for node in ast.walk(ast.parse(source)):
        if isinstance(node, ast.Call) and isinstance(node.func, ast.Name) and node.func.id in KINDS and node.args:
            yield node.lineno


def test_errors_are_made_in_one_place() -> None:
    found = {
        f"{path.relative_to(PACKAGE)}:{line}"
        for path in PACKAGE.rglob("*.py")
        if path.name != "errors.py"
        for line in made_by_hand(path.read_text(encoding="utf-8"))
    }
    assert found == set()
    assert list(made_by_hand("x = 1\nraise ParseError(f'[HV-101] {x}: file', [])\n")) == [2]


def written(folder: Path, name: str, text: str) -> Path:
    place = folder / name
    place.write_text(text, encoding="utf-8")
    return place


def mapping(**content: object) -> str:
    return json.dumps({"schema": "houvast-mapping/1", **content})


WRONG: dict[str, Callable[[houvast.Study, Path], object]] = {
    "no study": lambda _, folder: houvast.load(folder / "none"),
    "a path that is none": lambda _, folder: houvast.load(f"{folder}/\0"),
    "kind of tables": lambda study, folder: study.save(folder / "x", tables="cvs"),
    "kind of frame": lambda study, _: study_to_frames(study, "panda"),
    "no frame": lambda _, __: houvast.study_from_frames({}, parties=3),
    "dialect": lambda study, folder: study.scores().to_csv(folder / "x.csv", dialect="excel"),
    "no place": lambda study, folder: study.save(folder / "none" / "x.json"),
    "graph format": lambda _, folder: graphs.read(written(folder, "x.net", "*Vertices 1"), format="pajk"),
    "graph ending": lambda _, folder: graphs.read(written(folder, "x.graph", "x")),
    "Pajek": lambda _, folder: graphs.read(written(folder, "x.net", "*Vertices 2\n*Arcs\n1 7\n")),
    "Pajek matrix": lambda _, folder: graphs.read(written(folder, "x.net", "*Vertices 2\n*Matrix\n1 0 1\n")),
    "ties": lambda _, folder: graphs.read(written(folder, "x.csv", "source,target\na,b,c\n")),
    "node-link": lambda _, folder: graphs.read(written(folder, "x.json", '{"nodes": [{"id": null}], "links": []}')),
    "names": lambda study, folder: graphs.write(houvast.Graph(2, [0], [1]), folder / "x.csv", names=["a"]),
    "attribute": lambda _, folder: graphs.write(houvast.Graph(1, [], []), folder / "x.json", ["a"], {"x": [object()]}),
    "mapping": lambda _, __: Mapping.parse(mapping(colums=[], columns=[{"column": "x", "role": "questoin"}])),
    "mapping values": lambda _, __: Mapping.parse(mapping(answers={"s": [{"label": "x", "value": "y"}, {"label": 3}]})),
    "mapping file": lambda _, folder: Mapping.load(folder / "none.json"),
    "platform": lambda _, folder: convert(folder / "x.csv", platform="limesurvy"),
    "no export": lambda _, __: convert([]),
    "export": lambda _, folder: convert(folder / "none.csv"),
    "questions": lambda _, folder: convert(written(folder, "x.csv", "a,b\n1,2\n")),
    "release": lambda _, __: load_release('{"schema": "houvast-release/0"}'),
    "no release": lambda _, folder: load_release(folder / "none.json"),
    "no JSON": lambda _, __: load_release("{"),
    "plants": lambda _, __: region(plants=["low_question:E3.4", "divisive_question:E3.4"]),
    "targets of a plant": lambda _, __: region(plants=["isolated_party:a,b"]),
    "a hidden value": lambda _, __: houvast.HIDDEN + 1,
    "not for others": lambda _, folder: houvast.release.write_csv(3, folder / "x.csv"),  # type: ignore[arg-type]
}


def names_of(issue: Issue) -> Iterator[str]:
    """What a message tells that is no word of it: values, the place and what fills its gaps."""
    yield from (issue.code, issue.value, issue.near, issue.where.file, issue.where.column, issue.where.pointer)
    yield "or"  # between the last two of a list
    for claim in (issue.about, issue.wanted):
        for filled in claim.args.values() if isinstance(claim, Claim) else ():
            for each in filled if isinstance(filled, list) else [filled]:
                yield say(each.id, PSEUDO) if isinstance(each, Named) else str(each)


@pytest.mark.parametrize("name", WRONG)
def test_every_error_is_told_in_any_language(name: str, region_study: houvast.Study, tmp_path: Path) -> None:
    with pytest.raises(Error) as caught:
        WRONG[name](region_study, tmp_path)
    error = caught.value
    assert error.say("en") == str(error) and error.code in str(error)
    assert error.say("nl") != error.say("en")
    assert words_outside([error.say(PSEUDO)], [each for issue in error.issues for each in names_of(issue)]) == []


MESSAGES = [key for key, _ in _core.messages("en") if key.startswith(("problem.", "convert.unreadable."))]


@pytest.mark.parametrize("key", MESSAGES)
def test_no_word_of_an_error_stands_outside_the_catalogue(key: str) -> None:
    filled = {gap: 1 if gap in ("n", "ties") else "1" for gap in _core.gaps(key, "en")}
    assert words_outside([Claim(key, filled).say(PSEUDO)], []) == []


def test_the_nearest_name_is_suggested() -> None:
    assert errors.nearest("Perspectve", ["perspective", "domain"]) == "perspective"
    assert errors.nearest("shoe", ["perspective", "domain"]) == ""
    assert errors.choose("light", ("light", "dark"), "problem.subject.theme") == "light"
    with pytest.raises(houvast.InvalidValueError) as caught:
        errors.choose("drak", ("light", "dark"), "problem.subject.theme")
    assert str(caught.value) == "[HV-303] theme 'drak'; expected light or dark ('dark' perhaps)"
    assert caught.value.say("nl") == "[HV-303] thema 'drak'; verwacht: light of dark. Bedoelde je 'dark'?"


def test_what_cannot_be_text_can_be_told() -> None:
    with pytest.raises(houvast.InvalidValueError) as caught:
        errors.choose("half a \ud800", ("light", "half a \udfff"), Claim("problem.subject.option", {"name": "\ud800"}))
    assert caught.value.say("nl").startswith("[HV-303] ? 'half a")


def test_an_error_survives_a_pickle() -> None:
    import pickle

    error = errors.problem(houvast.ParseError, "HV-104", "problem.subject.text", "problem.expected.json")
    again = pickle.loads(pickle.dumps(error))
    assert again.issues == error.issues and again.say("nl") == error.say("nl")
