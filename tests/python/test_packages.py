"""What Conan and vcpkg are told is what the project says of itself."""

import json
from pathlib import Path

import houvast

TOP = Path(__file__).parents[2]


def test_port_has_the_version_and_words_of_the_project():
    port = json.loads((TOP / "cmake" / "packages" / "vcpkg" / "houvast" / "vcpkg.json").read_text("utf-8"))
    assert port["version-semver"] == houvast.__version__
    for file in ("CMakeLists.txt", "cmake/packages/conan/conanfile.py"):
        assert f'"{port["description"]}"' in (TOP / file).read_text("utf-8")
