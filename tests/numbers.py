"""Fails when code reads or writes numbers through the C locale, which the program around the library may have set.

Everything of the kind goes through `src/text/number_text.hpp`. With a static library as second argument its objects are
looked at too: a `std::to_string` of a floating number cannot be seen in the source.
"""

import re
import shutil
import subprocess
import sys
from pathlib import Path

FORBIDDEN = {
    r"\bv?(?:f|s|sn|d|as)?printf\b": "writes by the C locale",
    r"\bv?f?s?scanf\b": "reads by the C locale",
    r"\b(?:std::)?(?:stod|stof|stold|strtod|strtof|strtold|atof)\b": "reads by the C locale",
    r"\b(?:localeconv|setlocale|newlocale|uselocale)\b": "asks or sets the C locale",
    r"\bstd::locale\b": "names a locale",
    r"\b(?:[io]?stringstream|[io]?fstream|ostream)\b": "writes and reads numbers by the global locale",
    r"\b(?:std::)?(?:to_chars|from_chars)\b": "stands in one room, so that a library without it has one place to mend",
    r"\bstd::(?:isalpha|isdigit|isspace|isalnum|isupper|islower|toupper|tolower)\b": "follows the C locale",
    r"include <nlohmann/json.hpp>": "reads numbers by the C locale: text/json.hpp is what to include",
    r"\bstrftime\b": "follows the C locale",
}
HOMES = {"src/text/number_text.cpp", "src/text/json.hpp"}
COMMENT = re.compile(r"//.*")
# What objects ask of the C library when a floating number becomes text, and nothing else does.
SYMBOLS = {"vsnprintf", "vsprintf", "sprintf", "printf"}


def problems(root: Path) -> list[str]:
    found = []
    for folder in ("src", "bindings", "include"):
        for path in sorted([*(root / folder).rglob("*.hpp"), *(root / folder).rglob("*.cpp")]):
            name = path.relative_to(root).as_posix()
            if name in HOMES:
                continue
            for number, line in enumerate(path.read_text(encoding="utf-8").splitlines(), 1):
                for pattern, reason in FORBIDDEN.items():
                    if match := re.search(pattern, COMMENT.sub("", line)):
                        found.append(f"{name}:{number}: {match[0]} {reason} (text/number_text.hpp)")
    return found


def problems_of_library(library: Path) -> list[str]:
    if not (nm := shutil.which("nm")) or not library.exists():
        return []
    listing = subprocess.run([nm, "-A", "-u", str(library)], capture_output=True, text=True, check=True).stdout
    asked = {tuple(line.rsplit(" ", 1)) for line in listing.splitlines() if " " in line}
    return sorted(
        f"{place.split(':')[1]}: {symbol}, which std::to_string of a floating number needs; use text/number_text.hpp"
        for place, symbol in asked
        if symbol.split("@")[0] in SYMBOLS
    )


if __name__ == "__main__":
    lines = problems(Path(sys.argv[1]))
    for library in sys.argv[2:]:
        lines += problems_of_library(Path(library))
    print("\n".join(lines) if lines else "no number goes through the C locale")
    sys.exit(1 if lines else 0)
