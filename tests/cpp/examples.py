"""Fails unless the C++ guide, the programs of docs/examples/cpp and what they print agree.

Arguments: the folder of the project and that of the built programs. Every program stands whole in the guide, with its
output below it.
"""

import json
import re
import subprocess
import sys
import tempfile
from pathlib import Path

BLOCK = re.compile(r"```(cpp|text)\n(.*?)```", re.DOTALL)
# Of each program: its arguments, and what it reads from standard input.
RUNS: dict[str, tuple[list[str], str]] = {
    "score_answers": (["docs/examples/cpp/answers.csv"], ""),
    "build_study": ([], ""),
    "edge_list": (["tests/data/indiana/ties.csv", "collaboration"], ""),
    "coverage_service": (["tests/data/indiana"], "leaves itpc\njoins school government\nleaves itcp\n"),
    "write_release": (["tests/data/indiana", "{folder}/release.json"], ""),
    "boost_graph": ([], ""),
}


def problems(root: Path, programs: Path) -> list[str]:
    blocks = BLOCK.findall((root / "docs" / "guides" / "cpp.md").read_text(encoding="utf-8"))
    told = {body: blocks[at + 1][1] for at, (kind, body) in enumerate(blocks[:-1]) if kind == "cpp"}
    found = []
    for name, (arguments, given) in RUNS.items():
        source = (root / "docs" / "examples" / "cpp" / f"{name}.cpp").read_text(encoding="utf-8")
        if source not in told:
            found.append(f"the guide does not show {name}.cpp as it is")
            continue
        with tempfile.TemporaryDirectory() as folder:
            words = [word.format(folder=folder) for word in arguments]
            run = subprocess.run(
                [programs / name, *words],
                cwd=root,
                input=given,
                capture_output=True,
                text=True,
                encoding="utf-8",
                check=False,
            )
            written = [json.loads(path.read_text(encoding="utf-8"))["schema"] for path in Path(folder).iterdir()]
        if written != (["houvast-release/1"] if name == "write_release" else []):
            found.append(f"{name} wrote {written}")
        if run.returncode != 0 or run.stdout != told[source]:
            found.append(f"{name} ended with {run.returncode} and printed\n{run.stdout}{run.stderr}")
    sources = {path.stem for path in (root / "docs" / "examples" / "cpp").glob("*.cpp")}
    return found + [f"{name}.cpp is run by nobody" for name in sorted(sources - set(RUNS))]


if __name__ == "__main__":
    lines = problems(Path(sys.argv[1]).resolve(), Path(sys.argv[2]).resolve())
    print("\n".join(lines) if lines else f"{len(RUNS)} programs print what the guide says")
    sys.exit(1 if lines else 0)
