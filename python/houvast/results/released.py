"""What Python does when it copies or pickles a release or a part of one.

Whatever a release holds went through the gate that makes one. A pickle could be written by hand, and what came out of
it would count as released; so there is none. The document of a release is plain data and goes everywhere.
"""

from __future__ import annotations

import typing
from collections.abc import Callable
from typing import Final

from .. import _core
from ..errors import WrongTypeError, problem

__all__ = ["COPYING", "RELEASED"]

RELEASED: Final = [kind for name, kind in vars(_core).items() if isinstance(kind, type) and name.startswith("Release")]
"""The class of releases and those of their parts."""


def _itself(self: typing.Any, *_: typing.Any) -> typing.Any:
    """A release never changes, so a copy is the release itself."""
    return self


def _not_pickled(self: object) -> typing.NoReturn:
    raise problem(
        WrongTypeError,
        "HV-308",
        "problem.subject.pickle_of_release",
        "problem.expected.document_to_pickle",
        value=type(self).__name__,
    )


COPYING: Final[dict[str, Callable[..., object]]] = {
    "__copy__": _itself,
    "__deepcopy__": _itself,
    "__reduce__": _not_pickled,
}
"""What `copy` and `pickle` call."""
