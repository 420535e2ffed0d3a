"""In which encoding a file without a mark was written, by the letters that it gives."""

from __future__ import annotations

import re

from ..errors import choose

__all__ = ["codec_of", "likely_encoding", "unmarked_utf_16"]

# As people write it, without spaces and signs → Python's name.
_NAMES = {
    "utf-8-sig": ("utf8", "utf8sig", "unicode"),
    "cp1252": ("cp1252", "windows1252", "win1252", "latin1", "latin", "iso88591", "ansi", "windows"),
    "iso-8859-15": ("iso885915", "latin9"),
    "mac_roman": ("macroman", "mac", "macintosh", "xmacroman"),
    "cp850": ("cp850", "ibm850", "dos", "oem"),
    "utf-16": ("utf16",),
    "utf-16-le": ("utf16le",),
    "utf-16-be": ("utf16be",),
}
_CODECS = {name: codec for codec, names in _NAMES.items() for name in names}
_LIKELY = (("cp1252", "cp1252"), ("mac", "mac_roman"), ("dos", "cp850"))  # said → Python's name
_LETTERS = set("éèêëáàâäãåíìîïóòôöõúùûüýÿçñœæøßÉÈÊËÁÀÂÄÍÌÎÏÓÒÔÖÚÙÛÜÇÑŒÆØ")
_SIGNS = set("“”‘’‚„«»–—…•€·°½£§\u00a0")
_SURE = 0.9  # share of the letters that read well


def codec_of(encoding: str) -> str:
    """The name that Python has for an encoding as people write it."""
    folded = re.sub(r"[\s_-]+", "", encoding.casefold())
    return _CODECS[choose(folded, _CODECS, "problem.subject.encoding")]


def _reads_well(text: str) -> float:
    """The share of letters and signs outside ASCII that stand where people write them."""
    found = [(place.start(), place.group()) for place in re.finditer(r"[^\x00-\x7f]", text)]
    if not found:
        return 1.0
    good = 0
    for at, letter in found:
        before, after = text[at - 1 : at], text[at + 1 : at + 2]
        if letter in _LETTERS:
            good += not (letter.isupper() and before.islower())
        else:
            good += letter in _SIGNS and (letter == "’" or not (before.isalpha() and after.isalpha()))
    return good / len(found)


def likely_encoding(data: bytes, but: str = "") -> str:
    """The one encoding, as people write it, in which every letter stands where it belongs; or nothing.

    `but` is Python's name of one that was said: when the letters read well in it, no other is likely.
    """
    share = {}
    for said, codec in _LIKELY:
        try:
            share[said] = _reads_well(data.decode(codec))
        except UnicodeDecodeError:
            share[said] = 0.0
    best = max(share, key=lambda said: share[said])
    if any(codec == but and share[said] >= _SURE for said, codec in _LIKELY):
        return ""
    return best if share[best] >= _SURE and dict(_LIKELY)[best] != but else ""


def unmarked_utf_16(data: bytes) -> str:
    """Python's name of UTF-16 without a mark, by the zero byte beside nearly every letter; or nothing."""
    if len(data) < 4 or len(data) % 2:
        return ""
    zeros = [data[place::2].count(0) / (len(data) // 2) for place in (0, 1)]
    if zeros[1] > _SURE and not zeros[0]:
        return "utf-16-le"
    return "utf-16-be" if zeros[0] > _SURE and not zeros[1] else ""
