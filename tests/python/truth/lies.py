"""Claims with one thing in them changed: what a predicate must catch."""

from collections.abc import Iterator, Mapping
from typing import Any

from houvast.texts import Named


def _others(value: Any) -> list[Any]:
    if value in ("yes", "no"):
        return ["no" if value == "yes" else "yes"]
    if isinstance(value, bool | str):
        return []
    if isinstance(value, int):
        return [value + 1, value - 1]
    if isinstance(value, float):
        return [value + 0.01, value - 0.01]
    if isinstance(value, list):
        return [value[:-1], value[::-1]] if len(value) > 1 else [[]]
    if isinstance(value, Named):
        return [Named(value.kind, value.id + "-other")]
    return []


def lies(args: Mapping[str, Any]) -> Iterator[tuple[str, dict[str, Any]]]:
    """The arguments with one of them changed, and which."""
    for gap, value in args.items():
        for other in _others(value):
            yield gap, {**args, gap: other}
