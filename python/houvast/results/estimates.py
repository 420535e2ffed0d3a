"""A statistic as a number: what it does in arithmetic, comparisons and formats, and how it shows itself."""

from __future__ import annotations

import math
import operator
from collections.abc import Callable, Iterator
from typing import Any, Final

import numpy as np

from .. import _core
from .reprs import Reader, number, origin, reader, shown, told

__all__ = ["OPERATORS", "estimate_html", "estimate_text", "estimate_words"]


def estimate_text(estimate: _core.Estimate) -> str:
    """The value with n, interval and method, or why there is none."""
    return f"Estimate({estimate_words(estimate, reader())})"


def estimate_words(estimate: _core.Estimate, to: Reader) -> str:
    """The same in a line of something else."""
    return f"{told(estimate, to, number)}; {estimate.say(to.words)}"


def estimate_html(estimate: _core.Estimate) -> str:
    """The same for a notebook: value, interval, n, method and source."""
    to = reader()
    pairs: list[tuple[str, Any]] = [
        (to("notebook.value"), told(estimate, to)),
        (to("notebook.method"), estimate.say(to.words)),
    ]
    if estimate.expected is not None:
        pairs.append((to("notebook.by_chance"), estimate.expected))
    if estimate.p_value is not None:
        pairs.append(("p", estimate.p_value))
    pairs += sorted(estimate.details.items())
    return shown(to, to("notebook.estimate.title"), "", pairs, mark="inside", note=origin(estimate.provenance, to))


def _as_float(other: Any) -> float | None:
    """The other side of an operator, when it is one number."""
    if isinstance(other, _core.Estimate | int | float | np.number):
        return float(other)
    return None


def _operator(operation: Callable[[float, float], Any], turned: bool = False) -> Callable[[_core.Estimate, Any], Any]:
    """What an operator does with the value; of what is no number it knows nothing."""

    def result(self: _core.Estimate, other: Any) -> Any:
        second = _as_float(other)
        if second is None:
            return NotImplemented
        return operation(second, self.value) if turned else operation(self.value, second)

    return result


def _of_value(operation: Callable[..., Any]) -> Callable[..., Any]:
    def result(self: _core.Estimate, *more: Any) -> Any:
        return operation(self.value, *more)

    return result


def _unpacked(self: _core.Estimate) -> Iterator[Any]:
    """The value and the bounds of its interval, which are NaN when it has none: `value, (low, high) = estimate`."""
    bounds = (math.nan, math.nan) if self.interval is None else tuple(self.interval)
    return iter((self.value, bounds))


def _true(self: _core.Estimate) -> bool:
    """Whether there is a value and it is not 0."""
    return self.defined and self.value != 0


def _as_array(self: _core.Estimate, dtype: Any = None, copy: bool | None = None) -> np.ndarray[Any, Any]:
    """The value for numpy."""
    return np.array(self.value, dtype=dtype)


_TWO_SIDED: Final = ("add", "sub", "mul", "truediv", "floordiv", "mod", "pow")
_COMPARING: Final = ("eq", "ne", "lt", "le", "gt", "ge")
OPERATORS: Final[dict[str, Callable[..., Any]]] = {
    **{f"__{name}__": _operator(getattr(operator, name)) for name in (*_TWO_SIDED, *_COMPARING)},
    **{f"__r{name}__": _operator(getattr(operator, name), turned=True) for name in _TWO_SIDED},
    **{f"__{name}__": _of_value(getattr(operator, name)) for name in ("neg", "pos", "abs")},
    "__round__": _of_value(round),
    "__format__": _of_value(format),
    "__hash__": _of_value(hash),
    "__bool__": _true,
    "__iter__": _unpacked,
    "__array__": _as_array,
}
"""What an estimate does where a number stands; it counts as its value."""
