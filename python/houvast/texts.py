"""What houvast says: one catalogue of messages in every language, the same for C++ and Python.

The messages stand in `src/text/messages/<language>/<subject>.json`, in the syntax of ICU MessageFormat. No sentence
stands in code: code names a message and fills its gaps.
"""

from __future__ import annotations

from ._core import Claim, LocalizedText, Named, find_language, has_message, languages, right_to_left, say, say_in_pieces

__all__ = [
    "Claim",
    "LocalizedText",
    "Named",
    "find_language",
    "has_message",
    "languages",
    "right_to_left",
    "say",
    "say_in_pieces",
]
