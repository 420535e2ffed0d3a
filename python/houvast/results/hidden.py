"""The one public symbol for whatever may not be shown: no payload, no reason, no arithmetic."""

from __future__ import annotations

from typing import Any, Final, NoReturn, final

from ..errors import DisclosureError, problem

__all__ = ["HIDDEN", "HIDDEN_SYMBOL", "Hidden"]

HIDDEN_SYMBOL: Final = "▪"


@final
class Hidden:
    """Type of `HIDDEN`."""

    _instance: Hidden | None = None

    def __new__(cls) -> Hidden:
        """The one instance."""
        if cls._instance is None:
            cls._instance = super().__new__(cls)
        return cls._instance

    def __repr__(self) -> str:
        return HIDDEN_SYMBOL

    def __reduce__(self) -> str:
        return "HIDDEN"

    def _refuse(self, *_: Any) -> NoReturn:
        raise problem(DisclosureError, "HV-403", "problem.subject.hidden", "problem.expected.shown")

    def __bool__(self) -> bool:
        return False

    __float__ = __int__ = __index__ = __len__ = __iter__ = __hash__ = _refuse
    __add__ = __radd__ = __sub__ = __rsub__ = __mul__ = __rmul__ = __truediv__ = __rtruediv__ = _refuse
    __neg__ = __abs__ = __round__ = __pow__ = __mod__ = __floordiv__ = _refuse
    __lt__ = __le__ = __gt__ = __ge__ = _refuse


HIDDEN: Final = Hidden()
