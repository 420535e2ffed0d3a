"""Everything that houvast raises: one root, stable codes, and the place of what is wrong."""

from __future__ import annotations

import builtins
import os
from collections.abc import Sequence
from dataclasses import dataclass

__all__ = [
    "DisclosureError",
    "Error",
    "FileAccessError",
    "InvalidValueError",
    "Issue",
    "MissingExtraError",
    "MissingProgramError",
    "ParseError",
    "UnknownKeyError",
    "ValidationError",
    "Where",
    "WrongTypeError",
]


_SHOWN = 200  # characters of a path


def printable(path: str) -> str:
    """A path as a message may hold it: no control characters or broken ones, its end when it is very long."""
    clean = "".join(c if c.isprintable() else "\ufffd" for c in path)
    return clean if len(clean) <= _SHOWN else "…" + clean[-_SHOWN:]


@dataclass(frozen=True, slots=True)
class Where:
    """Where in the user's material something is wrong; empty fields are unknown or do not apply."""

    file: str = ""
    row: int | None = None
    column: str = ""
    pointer: str = ""


@dataclass(frozen=True, slots=True)
class Issue:
    """One thing that is wrong. `value` never holds a respondent's answer."""

    code: str
    subject: str
    value: str
    expected: str
    where: Where
    message: str

    def __str__(self) -> str:
        return self.message


class Error(Exception):
    """Root of all errors of houvast; `issues` lists everything that is wrong, the other fields are of the first."""

    def __init__(self, message: str, issues: Sequence[Issue] = ()) -> None:
        super().__init__(message)
        self.message = message
        self.issues: list[Issue] = list(issues)

    def __str__(self) -> str:
        return self.message

    def __reduce__(self) -> tuple[type[Error], tuple[str, list[Issue]]]:
        return type(self), (self.message, self.issues)

    @property
    def code(self) -> str:
        """Stable code "HV-nnn", listed in the reference of errors."""
        return self.issues[0].code if self.issues else ""

    @property
    def subject(self) -> str:
        """What it is about."""
        return self.issues[0].subject if self.issues else ""

    @property
    def value(self) -> str:
        """The offending value; empty when it would reveal an answer."""
        return self.issues[0].value if self.issues else ""

    @property
    def expected(self) -> str:
        """What would have been right."""
        return self.issues[0].expected if self.issues else ""

    @property
    def where(self) -> Where:
        """The place."""
        return self.issues[0].where if self.issues else Where()


class ParseError(Error, builtins.ValueError):
    """A file or text that cannot be read as what it claims to be (HV-1xx)."""


class ValidationError(Error, builtins.ValueError):
    """A study or instrument that contradicts itself (HV-2xx)."""


class InvalidValueError(Error, builtins.ValueError):
    """A value, shape or option that a function cannot take (HV-3xx)."""


class WrongTypeError(InvalidValueError, builtins.TypeError):
    """Arguments of types that a function does not take, or numbers too large for it (HV-308).

    Says which types it was given and never the arguments themselves, which may be answers.
    """


class DisclosureError(Error, builtins.ValueError):
    """Something that may not leave (HV-4xx)."""


class UnknownKeyError(Error, builtins.KeyError):
    """A name that does not exist (HV-5xx)."""


class FileAccessError(Error, builtins.OSError):
    """The operating system refused to write: a full disk, no permission, a name that cannot be one (HV-118)."""

    @classmethod
    def of(cls, path: str | os.PathLike[str], reason: builtins.OSError | builtins.ValueError) -> FileAccessError:
        """The error for a path, from what the system or Python said about it."""
        place = printable(os.fspath(path))
        expected = f"a place to write to ({getattr(reason, 'strerror', None) or reason})"
        message = f"[HV-118] {place}: file; expected {expected}"
        made = cls(message, [Issue("HV-118", "file", "", expected, Where(place), message)])
        made.errno = getattr(reason, "errno", None)
        return made


class MissingProgramError(Error, builtins.OSError):
    """A program that houvast hands work to is not on this machine (HV-602)."""


class MissingExtraError(Error, builtins.ImportError):
    """A part of houvast that needs an extra which is not installed (HV-601)."""

    @classmethod
    def of(cls, extra: str, package: str) -> MissingExtraError:
        """The error for a package of an extra that is not there."""
        expected = f"pip install 'houvast[{extra}]'"
        message = f"[HV-601] this needs the package {package}; {expected}"
        return cls(message, [Issue("HV-601", "package", package, expected, Where(), message)])
