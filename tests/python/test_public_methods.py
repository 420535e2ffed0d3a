"""What users call has a signature and an explanation, at run time and for type checkers."""

import ast
import inspect
import re
from collections.abc import Iterator
from pathlib import Path
from types import FunctionType, ModuleType

import pytest

import houvast
from houvast import _core, convert, errors, explorer, graphs, plot, release, report, starter, testing, texts
from houvast.methods import METHODS
from type_checker import complaints

ROOMS = (houvast, errors, texts, graphs, release, report, plot, explorer, convert, starter, testing)
MODULES = (houvast, houvast.stats, houvast.graph, houvast.scoring, graphs)
CLASSES = [thing for module in (_core, _core.graph) for thing in vars(module).values() if isinstance(thing, type)]
ATTACHED = [(kind, name) for kind, module in METHODS.items() for name in module.__all__]
ANYTHING = re.compile(r"\*args|\*\*kwargs")
# Widgets and frames are of packages without types, or of any that has the interface.
UNTYPED = {"explore": {"return"}, "from_frames": {"parties", "answers", "ties", "assessments", "goals", "matrix"}}
UNTYPED |= {"study_from_frames": UNTYPED["from_frames"], "columns_from_arrow": {"table"}}
UNTYPED |= {"convert": {"exports", "roster"}, "houvast.study": {"parties", "answers", "ties"}}
UNTYPED |= {"from_networkx": {"graph"}, "to_networkx": {"return"}, "from_igraph": {"graph"}, "to_igraph": {"return"}}
UNTYPED |= {"node_attribute": {"graph"}}
STUBS = sorted((Path(__file__).parents[2] / "python" / "houvast" / "_core").glob("*.pyi"))
TOLD = re.compile(r"^(\*{0,2}\w+) : \S.*\n    \S", re.MULTILINE)


def explained(thing: object, name: str) -> str:
    """The documentation without the lines that only give a signature."""
    lines = [line.strip() for line in (getattr(thing, "__doc__", None) or "").splitlines()]
    return "\n".join(line for line in lines if not re.match(rf"(\d+\. )?{name}\(", line)).strip()


def parameters(function: object) -> list[str]:
    return [name for name in inspect.signature(function).parameters if name != "self"]  # type: ignore[arg-type]


def told(page: str) -> list[str]:
    """The parameters whose type and meaning a docstring gives, in its order."""
    section = page.partition("\nParameters\n----------\n")[2]
    return [name.lstrip("*") for name in TOLD.findall(re.split(r"\n\n\w+\n---", section)[0])]


def in_signature(function: ast.FunctionDef) -> list[str]:
    taken = function.args
    named = [*taken.posonlyargs, *taken.args, *([taken.vararg] if taken.vararg else []), *taken.kwonlyargs]
    return [part.arg for part in [*named, *([taken.kwarg] if taken.kwarg else [])] if part.arg not in ("self", "cls")]


def of_any_type(function: ast.FunctionDef) -> set[str]:
    """The parameters, or "return", of which the signature says no more than Any."""
    typed = {part.arg: part.annotation for part in [*function.args.args, *function.args.kwonlyargs]}
    typed["return"] = function.returns
    return {name for name, words in typed.items() if words is not None and ast.unparse(words) == "typing.Any"}


def public_functions(scope: ast.Module | ast.ClassDef, place: str) -> Iterator[tuple[str, ast.FunctionDef]]:
    """Functions, methods and properties of a stub file; what has no name of its own but __init__ is left out."""
    for item in scope.body:
        if isinstance(item, ast.ClassDef):
            yield from public_functions(item, f"{place}.{item.name}")
        elif isinstance(item, ast.FunctionDef) and (item.name == "__init__" or not item.name.startswith("_")):
            yield f"{place}.{item.name}", item


@pytest.mark.parametrize("stub", STUBS, ids=lambda stub: stub.stem)
def test_everything_compiled_is_explained_with_its_parameters(stub: Path) -> None:
    tree = ast.parse(stub.read_text(encoding="utf-8"))
    found = list(public_functions(tree, stub.stem))
    assert len(found) > 30
    pages = {place: ast.get_docstring(function) or "" for place, function in found}
    assert [place for place, page in pages.items() if not page] == []
    assert [place for place, function in found if told(pages[place]) != in_signature(function)] == []
    assert [place for place, it in found if of_any_type(it) != UNTYPED.get(it.name, set())] == []
    assert [item.name for item in tree.body if isinstance(item, ast.ClassDef) and not ast.get_docstring(item)] == []


@pytest.mark.parametrize("module", MODULES, ids=lambda module: module.__name__)
def test_every_public_name_is_explained(module: ModuleType) -> None:
    things = {name: getattr(module, name) for name in module.__all__ if not name.startswith("__")}
    assert [name for name, thing in things.items() if callable(thing) and not explained(thing, name)] == []


def written_in_python(module: ModuleType) -> Iterator[tuple[str, FunctionType]]:
    """The public functions of a room, and the public methods of its classes."""
    for name in module.__all__:
        thing = getattr(module, name)
        if isinstance(thing, FunctionType):
            yield name, thing
        elif isinstance(thing, type) and thing.__module__.partition("._core")[1] == "":
            methods = {each: part for each, part in vars(thing).items() if isinstance(part, FunctionType)}
            yield from ((f"{name}.{each}", part) for each, part in methods.items() if not each.startswith("_"))


@pytest.mark.parametrize("module", ROOMS, ids=lambda module: module.__name__)
def test_every_public_function_of_python_tells_its_parameters(module: ModuleType) -> None:
    functions = dict(written_in_python(module))
    assert functions
    pages = {name: inspect.getdoc(function) or "" for name, function in functions.items()}
    assert [name for name, function in functions.items() if told(pages[name]) != parameters(function)] == []
    assert [name for name, page in pages.items() if "\nReturns\n-------\n" not in page] == []


@pytest.mark.parametrize("module", ROOMS, ids=lambda module: module.__name__)
def test_every_public_function_of_python_says_what_it_takes_and_gives(module: ModuleType) -> None:
    for name, function in written_in_python(module):
        kinds = {each: str(about.annotation) for each, about in inspect.signature(function).parameters.items()}
        kinds["return"] = str(inspect.signature(function).return_annotation)
        kinds.pop("self", None)
        loose = {each for each, kind in kinds.items() if kind in ("Any", "typing.Any") or "_empty" in kind}
        assert loose == UNTYPED.get(f"{module.__name__}.{name}", UNTYPED.get(name, set())), name


@pytest.mark.parametrize("kind", CLASSES, ids=lambda kind: kind.__name__)
def test_no_public_method_takes_just_anything(kind: type) -> None:
    public = [name for name in vars(kind) if not name.startswith("_") and callable(getattr(kind, name))]
    taking = [name for name in public if ANYTHING.search(str(getattr(kind, name).__doc__))]
    assert taking == []
    assert [name for name in public if inspect.isfunction(getattr(kind, name)) and (kind, name) not in ATTACHED] == []


@pytest.mark.parametrize(("kind", "name"), ATTACHED, ids=lambda part: getattr(part, "__name__", part))
def test_a_method_tells_each_parameter_and_what_comes_back(kind: type, name: str) -> None:
    method = getattr(kind, name)
    page = method.__doc__
    assert told(page) == parameters(method)
    assert "\nReturns\n-------\n" in page
    assert set(re.findall(r"^(\w+Error)$", page, re.MULTILINE)) <= set(houvast.errors.__all__)
    for parameter in inspect.signature(method).parameters.values():
        assert parameter.kind not in (parameter.VAR_POSITIONAL, parameter.VAR_KEYWORD)
        assert parameter.annotation is not parameter.empty


def test_help_shows_the_parameters_with_their_meaning() -> None:
    import pydoc

    page = pydoc.plain(pydoc.render_doc(houvast.Study))
    assert "release(self: '_core.Study', policy: 'str | _core.Policy' = 'team', *, by: 'str' = 'perspective'" in page
    assert "The one attribute that released scores and networks are split by" in page
    for compiled in ("scores", "gerdes", "coverage", "agenda", "network", "what_if"):
        assert "Parameters\n" in pydoc.plain(pydoc.render_doc(getattr(houvast.Study, compiled)))


def test_a_typo_is_an_error_at_run_time(region_study: houvast.Study) -> None:
    with pytest.raises(TypeError, match="unexpected keyword argument 'bye'"):
        region_study.release("team", bye=1)  # type: ignore[call-arg]
    with pytest.raises(TypeError, match="unexpected keyword argument 'language'"):
        region_study.release().report("report.html", language="nl")  # type: ignore[call-arg]


GOOD = """\
from pathlib import Path

import houvast
import numpy as np
from houvast import graph, stats

study = houvast.load("study")
release: houvast.Release = study.release(policy="external", by="domain", goals="text")
made: Path = release.report("out.html", lang="en")
told = [claim.say("nl") for claim in release.claims()]
shares: list[dict[str, object]] = release.scores_table()
scores: houvast.Table = study.scores(by="perspective")
rows = scores.to_dicts()
scores.to_csv(Path("scores.csv"), dialect="excel-nl")
again: houvast.Study = houvast.Study.from_frames(study.header_json(), **study.to_frames("polars"))
study.network().write("network.graphml")
items = np.ones((5, 3))
alpha = stats.cronbach_alpha(items, missing="pairwise", reverse=[0], bounds=(1, 6)).value
g = houvast.Graph(3, [0, 1], np.array([1, 2]), directed=True)
left = graph.cut_off(g, {1})
ties = graph.best_new_ties(g, 1, goal="reach_any", targets=[0])
"""

BAD = {
    'study.release("team", bye=1)': "call-arg",
    "study.release(agenda_length='5')": "arg-type",
    "study.release(by=None)": "arg-type",
    "study.save()": "call-arg",
    "study.release().report('out.html', 'nl')": "call-arg|misc",
    "study.codebook().to_csv(path=1)": "arg-type",
    "study.codebook().to_panda()": "attr-defined",
    "study.to_frames('pandas').head()": "attr-defined",
    "study.network().write('a.net', fmt='pajek')": "call-arg",
    "houvast.stats.cronbach_alpha([[1, 2]], reverse=len)": "arg-type",
}


def test_type_checkers_accept_what_works_and_refuse_each_mistake(root: Path, tmp_path: Path) -> None:
    assert complaints({"good": GOOD}, tmp_path, root) == []
    bad = "import houvast\n\nstudy = houvast.load('study')\n" + "\n".join(BAD) + "\n"
    found = complaints({"bad": bad}, tmp_path, root)
    by_row = {int(line.split(":")[1]): line for line in found}
    for row, (call, code) in enumerate(BAD.items(), 4):
        assert re.search(rf"\[({code})\]$", by_row.get(row, "nothing")), f"{call}: {by_row.get(row)}"
