"""What the pseudo-language shows: words that came neither from the catalogue nor from a text that has a language."""

import re
from collections.abc import Iterable

# A word with a letter that the pseudo-language would have given an accent.
_PLAIN = re.compile(r"\b[^\W\d_]*[abcdeghiklnorstuwyzABCDEGHIKLNORSTUWYZ][^\W\d_]*\b")


def words_outside(texts: Iterable[str], names: Iterable[str]) -> list[str]:
    """Words that the pseudo-language left as they are and that are no part of a name, which may have been cut off."""
    known = {word for name in (*names, "houvast") for word in re.findall(r"\w+", name)}
    found = {word for text in texts for word in _PLAIN.findall(text) if len(word) > 1}
    return sorted(word for word in found - known if not any(name.startswith(word) for name in known))
