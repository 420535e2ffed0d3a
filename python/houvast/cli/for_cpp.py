"""Where CMake finds the library, when the package was installed with its files for C++ programs."""

from __future__ import annotations

import argparse
from collections.abc import Sequence
from pathlib import Path
from typing import Any

from .. import _core
from ..texts import say

__all__ = ["CMakeFolder"]


class CMakeFolder(argparse.Action):
    """Prints the folder to give to CMake as `houvast_DIR`, and ends."""

    def __call__(
        self,
        parser: argparse.ArgumentParser,
        namespace: argparse.Namespace,
        values: str | Sequence[Any] | None,
        option_string: str | None = None,
    ) -> None:
        """Ends with 0, or with 2 and the way to get the files when they are not there."""
        folder = Path(_core.__file__).parent / "lib" / "cmake" / "houvast"  # installed beside the module
        if not (folder / "houvastConfig.cmake").is_file():
            parser.error(say("cli.no_cmake", namespace.lang))
        print(folder)
        parser.exit()
