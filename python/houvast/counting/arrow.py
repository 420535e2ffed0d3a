"""pyarrow, which everything here counts from."""

from __future__ import annotations

from typing import Any

from ..errors import MissingExtraError

__all__ = ["pyarrow", "whole"]


def pyarrow() -> Any:
    """The package, or the error that says how to install it."""
    try:
        import pyarrow
        import pyarrow.compute  # an import of its own
    except ImportError as error:
        raise MissingExtraError.of("frames", "pyarrow") from error
    return pyarrow


def whole(column: Any) -> Any:
    """A column in one piece."""
    chunked = isinstance(column, pyarrow().ChunkedArray)
    return column.unify_dictionaries().combine_chunks() if chunked else column
