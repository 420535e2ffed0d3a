"""What of the package puts something on the disk, found in its code."""

from __future__ import annotations

import ast
from collections.abc import Iterator
from pathlib import Path

import houvast

PACKAGE = Path(houvast.__file__).parent
_WRITING = {"write_text", "write_bytes", "whole_file", "whole_folder", "write_parquet"}


def functions() -> Iterator[tuple[str, ast.FunctionDef]]:
    """Every function of the package, as module:Class.name."""
    for file in sorted(PACKAGE.rglob("*.py")):
        module = ".".join(file.relative_to(PACKAGE).with_suffix("").parts)
        for node in ast.parse(file.read_text(encoding="utf-8")).body:
            for each in node.body if isinstance(node, ast.ClassDef) else [node]:
                if isinstance(each, ast.FunctionDef):
                    yield f"{module}:{f'{node.name}.' if isinstance(node, ast.ClassDef) else ''}{each.name}", each


def writes(function: ast.FunctionDef) -> bool:
    """Whether it calls what puts something on the disk."""
    for call in (node for node in ast.walk(function) if isinstance(node, ast.Call)):
        name = call.func.attr if isinstance(call.func, ast.Attribute) else getattr(call.func, "id", "")
        modes = {each.value for each in call.args if isinstance(each, ast.Constant) and isinstance(each.value, str)}
        if name in _WRITING or (name == "open" and any(set(mode) & set("wax+") for mode in modes)):
            return True
    return False
