"""What users call has a signature and an explanation, at run time and for type checkers."""

import inspect
import os
import re
import subprocess
import sys
from pathlib import Path
from types import ModuleType

import pytest

import houvast
from houvast import _core, graphs
from houvast.methods import METHODS

MODULES = (houvast, houvast.stats, houvast.graph, houvast.scoring, graphs)
CLASSES = [thing for module in (_core, _core.graph) for thing in vars(module).values() if isinstance(thing, type)]
ATTACHED = [(kind, name) for kind, module in METHODS.items() for name in module.__all__]
ANYTHING = re.compile(r"\*args|\*\*kwargs")


def explained(thing: object, name: str) -> str:
    """The documentation without the lines that only give a signature."""
    lines = [line.strip() for line in (getattr(thing, "__doc__", None) or "").splitlines()]
    return "\n".join(line for line in lines if not re.match(rf"(\d+\. )?{name}\(", line)).strip()


def parameters(function: object) -> list[str]:
    return [name for name in inspect.signature(function).parameters if name != "self"]  # type: ignore[arg-type]


@pytest.mark.parametrize("module", MODULES, ids=lambda module: module.__name__)
def test_every_public_name_is_explained(module: ModuleType) -> None:
    things = {name: getattr(module, name) for name in module.__all__ if not name.startswith("__")}
    assert [name for name, thing in things.items() if callable(thing) and not explained(thing, name)] == []


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
    told = re.findall(r"^(\w+) : \S", page.partition("Parameters\n")[2].partition("\nReturns\n")[0], re.MULTILINE)
    assert told == parameters(method)
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


def checked(text: str, folder: Path, root: Path) -> list[str]:
    """What mypy has against a program."""
    program = folder / "program.py"
    program.write_text(text, encoding="utf-8")
    command = [sys.executable, "-m", "mypy", "--strict", "--follow-imports=silent", "--hide-error-context"]
    command += ["--config-file", os.devnull, "--cache-dir", str(folder / "cache"), "--no-error-summary", program.name]
    environment = os.environ | {"MYPYPATH": str(root / "python")}
    run = subprocess.run(command, cwd=folder, env=environment, capture_output=True, text=True, check=False)
    assert run.returncode < 2, run.stdout + run.stderr
    return [line for line in run.stdout.splitlines() if ": error: " in line]


def test_type_checkers_accept_what_works_and_refuse_each_mistake(root: Path, tmp_path: Path) -> None:
    assert checked(GOOD, tmp_path, root) == []
    found = checked("import houvast\n\nstudy = houvast.load('study')\n" + "\n".join(BAD) + "\n", tmp_path, root)
    by_row = {int(line.split(":")[1]): line for line in found}
    for row, (call, code) in enumerate(BAD.items(), 4):
        assert re.search(rf"\[({code})\]$", by_row.get(row, "nothing")), f"{call}: {by_row.get(row)}"
