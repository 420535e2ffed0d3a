"""Why a file cannot be read: what stands where, and what to do."""

from __future__ import annotations

from ..errors import ParseError, Where, problems, reason_of
from ..texts import Claim
from .sheet import ExportIssue

__all__ = ["UnreadableError", "unreadable"]


class UnreadableError(ParseError):
    """An export that cannot be read."""


def unreadable(code: str, key: str, where: Where, fault: OSError | None = None, **values: int | str) -> UnreadableError:
    """The error for a file that cannot be read, with what the system said; `values` never hold an answer."""
    told = {**values, **({"reason": reason_of(fault)} if fault else {})}
    return problems(UnreadableError, [ExportIssue(code, Claim("convert.unreadable." + key, told), where=where)])
