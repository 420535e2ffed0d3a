"""Writes the stub files of the compiled module, or checks that the committed ones match it (--check)."""

import filecmp
import re
import subprocess
import sys
import tempfile
from pathlib import Path

TARGET = Path(__file__).parent.parent / "python" / "houvast" / "_core"


# The constructor of a class that refuses to be made: it is in no signature.
_REFUSED = re.compile(
    r"    @staticmethod\n    def __new__\(type, \*args, \*\*kwargs\):\n        \"\"\"\n.*\n        \"\"\"\n"
)


def generate(folder: Path) -> Path:
    """Stubs of houvast._core, generated into a folder."""
    command = [sys.executable, "-m", "pybind11_stubgen", "houvast._core", "--output-dir", str(folder)]
    subprocess.run([*command, "--ignore-all-errors", "--numpy-array-use-type-var"], check=True, capture_output=True)
    made = folder / "houvast" / "_core"
    whole = made / "__init__.pyi"  # methods of houvast.methods call its classes _core.Table; here they are at home
    text = re.sub(r"(?<![\w.])_core\.", "", whole.read_text(encoding="utf-8"))
    whole.write_text(_REFUSED.sub("", text), encoding="utf-8")
    subprocess.run(
        [sys.executable, "-m", "ruff", "format", "--quiet", "--config", "line-length=120", str(made)], check=True
    )
    return made


def main() -> int:
    """0 when written or equal, 1 when they differ."""
    with tempfile.TemporaryDirectory() as folder:
        made = generate(Path(folder))
        names = sorted(path.name for path in made.glob("*.pyi"))
        if "--check" not in sys.argv:
            TARGET.mkdir(exist_ok=True)
            for name in names:
                (TARGET / name).write_bytes((made / name).read_bytes())
            print("written:", *names)
            return 0
        committed = sorted(path.name for path in TARGET.glob("*.pyi"))
        differing = [
            name for name in names if name not in committed or not filecmp.cmp(made / name, TARGET / name, False)
        ]
        if differing or committed != names:
            print("stubs differ from the module; run scripts/stubs.py:", *(differing or committed))
            return 1
    print("stubs match:", *names)
    return 0


if __name__ == "__main__":
    sys.exit(main())
