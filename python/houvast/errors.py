"""Everything that houvast raises: one root, stable codes, and the place of what is wrong."""

from __future__ import annotations

import builtins
import errno
import os
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import TypeVar

from . import _core
from .texts import Claim, Named, has_message

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
    "choose",
    "issue",
    "nearest",
    "problem",
    "problems",
    "reason_of",
]


_SHOWN = 200  # characters of a path


def printable(path: str) -> str:
    """A path as a message may hold it: no control characters or broken ones, its end when it is very long."""
    clean = "".join(c if c.isprintable() else "\ufffd" for c in path)
    return clean if len(clean) <= _SHOWN else "…" + clean[-_SHOWN:]


@dataclass(frozen=True, slots=True)
class Where:
    """Where in the user's material something is wrong; empty fields are unknown or do not apply."""

    file: str = ""  #: File name as it was given.
    row: int | None = None  #: Line or record number from 1, the heading being row 1.
    column: str = ""  #: Name of the column.
    pointer: str = ""  #: JSON pointer (RFC 6901).


@dataclass(frozen=True, slots=True)
class Issue:
    """One thing that is wrong, as data; `say` tells it. `value` never holds a respondent's answer."""

    code: str  #: Stable code "HV-nnn".
    about: Claim  #: What it is about.
    value: str = ""  #: What was found; empty when it would reveal an answer.
    wanted: Claim | None = None  #: What would have been right.
    near: str = ""  #: The nearest valid value, if one is near.
    where: Where = Where()  #: Where it stands.
    found: Claim | None = None  #: The value in words, where it has none of its own ("7 columns").

    @property
    def claims(self) -> tuple[Claim, Claim | None]:
        """What it is about and what would have been right, as claims."""
        return self.about, self.wanted

    @property
    def subject(self) -> str:
        """What it is about."""
        return self.about.say("en")

    @property
    def expected(self) -> str:
        """What would have been right, with the nearest name that there is."""
        return self.expectation("en")

    @property
    def message(self) -> str:
        """All of it in English."""
        return self.say("en")

    def say(self, lang: str) -> str:
        """One line in a language: code, place, what was found, what was expected.

        Parameters
        ----------
        lang : str
            One of `houvast.languages()`.

        Returns
        -------
        str
        """
        return _core.say_issue(self, lang)

    def expectation(self, lang: str) -> str:
        """What would have been right, with the nearest name that there is, in a language.

        Parameters
        ----------
        lang : str
            One of `houvast.languages()`.

        Returns
        -------
        str
            "" when nothing else would have been right.
        """
        return _core.expectation(self, lang)

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

    def say(self, lang: str) -> str:
        """Everything that is wrong, in a language.

        Parameters
        ----------
        lang : str
            One of `houvast.languages()`.

        Returns
        -------
        str
            One line per thing that is wrong.
        """
        return _core.say_issues(self.issues, lang) if self.issues else self.message

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
    def of(cls, path: str | os.PathLike[str], fault: builtins.OSError | builtins.ValueError) -> FileAccessError:
        """The error for a path, from what the system or Python said about it.

        Parameters
        ----------
        path : path
            What could not be written.
        fault : OSError or ValueError
            What the operating system said.

        Returns
        -------
        FileAccessError
        """
        expected = Claim("problem.expected.place_to_write", {"reason": reason_of(fault)})
        made = problem(cls, "HV-118", "problem.subject.file", expected, Where(printable(os.fspath(path))))
        made.errno = getattr(fault, "errno", None)
        return made


class MissingProgramError(Error, builtins.OSError):
    """A program that houvast hands work to is not on this machine (HV-602)."""


class MissingExtraError(Error, builtins.ImportError):
    """A part of houvast that needs an extra which is not installed (HV-601)."""

    @classmethod
    def of(cls, extra: str, package: str) -> MissingExtraError:
        """The error for a package of an extra that is not there.

        Parameters
        ----------
        extra : str
            Name of the extra.
        package : str
            The package that could not be imported.

        Returns
        -------
        MissingExtraError
        """
        install = f"houvast[{extra}]" if extra else package
        expected = Claim("problem.expected.installed", {"package": install})
        return problem(cls, "HV-601", "problem.subject.needs_package", expected, value=package)


# ------------------------------------------------------------------------------------------------ the factory

_Kind = TypeVar("_Kind", bound=Error)
Said = Claim | str  # what is said: a claim, or the key of a message without gaps


def _claim(words: Said) -> Claim:
    return Claim(words, {}) if isinstance(words, str) else words


def issue(
    code: str,
    subject: Said,
    expected: Said | None = None,
    where: Where = Where(),
    *,
    value: str = "",
    near: str = "",
) -> Issue:
    """One thing that is wrong.

    Parameters
    ----------
    code : str
        Stable code "HV-nnn".
    subject : Claim or str
        What it is about: a claim, or the key of a message without gaps.
    expected : Claim or str, optional
        What would have been right, likewise.
    where : Where
        The place.
    value : str
        The offending value; never an answer of a respondent.
    near : str
        The nearest name that there is.

    Returns
    -------
    Issue
    """
    wanted = None if expected is None else _claim(expected)
    return Issue(code, _claim(subject), value, wanted, near, where)


def problem(
    kind: type[_Kind],
    code: str,
    subject: Said,
    expected: Said | None = None,
    where: Where = Where(),
    *,
    value: str = "",
    near: str = "",
) -> _Kind:
    """The error for one thing that is wrong; see `issue`.

    Parameters
    ----------
    kind : type of Error
        The class of the error.
    code : str
        Stable code "HV-nnn".
    subject : Claim or str
        What it is about: a claim, or the key of a message without gaps.
    expected : Claim or str, optional
        What would have been right, likewise.
    where : Where
        The place.
    value : str
        The offending value; never an answer of a respondent.
    near : str
        The nearest name that there is.

    Returns
    -------
    Error
        Of that class, to be raised.
    """
    return problems(kind, [issue(code, subject, expected, where, value=value, near=near)])


def problems(kind: type[_Kind], issues: Sequence[Issue]) -> _Kind:
    """The error for everything that is wrong.

    Parameters
    ----------
    kind : type of Error
        The class of the error.
    issues : sequence of Issue
        What is wrong, one or more.

    Returns
    -------
    Error
        Of that class, to be raised.
    """
    return kind(_core.say_issues(issues, "en"), issues)


def nearest(word: str, known: Iterable[str]) -> str:
    """The known word that is almost the same, capitals aside; empty when none is.

    Parameters
    ----------
    word : str
        A word that was given.
    known : iterable of str
        The words that there are.

    Returns
    -------
    str
        "" when none is near.
    """
    folded = {each.casefold(): each for each in known}
    return folded.get(_core.nearest(word.casefold(), list(folded)), "")


def choose(
    value: str,
    known: Iterable[str],
    subject: Said,
    code: str = "HV-303",
    kind: type[Error] = InvalidValueError,
    where: Where = Where(),
) -> str:
    """The value when it is one of those known; else the error that names them, and the nearest.

    Parameters
    ----------
    value : str
        What was given.
    known : iterable of str
        What there is to choose from.
    subject : Claim or str
        What it is about: a claim, or the key of a message without gaps.
    code : str
        Code of the error.
    kind : type of Error
        Class of the error.
    where : Where
        The place.

    Returns
    -------
    str
        The value.

    Raises
    ------
    Error
        Of `kind`, with `code`, when the value is not one of those known.
    """
    names = list(known)
    if value in names:
        return value
    expected = Claim("problem.expected.choices", {"choices": names})
    raise problem(kind, code, subject, expected, where, value=str(value), near=nearest(str(value), names))


def reason_of(fault: builtins.OSError | builtins.ValueError) -> Named | str:
    """Why the system refused, as an argument of a claim; in its own words where the catalogue has none for it.

    Parameters
    ----------
    fault : OSError or ValueError
        What the system or Python said.

    Returns
    -------
    Named or str
    """
    key = "problem.reason." + errno.errorcode.get(getattr(fault, "errno", None) or 0, "")
    return Named("message", key) if has_message(key) else getattr(fault, "strerror", None) or str(fault)
