"""Respondents as pseudonyms: HMAC-SHA-256 over the composed text, with a key that stays outside the study."""

from __future__ import annotations

import hashlib
import hmac
import os
import secrets
import stat
import unicodedata
from pathlib import Path

from ..errors import InvalidValueError, Where, problem
from ..io.atomic import sweep, whole_file
from .unreadable import unreadable

__all__ = ["key_from", "new_key", "pseudonym", "read_key", "write_key"]

_BYTES = 32
_SHOWN = 16  # hexadecimal digits of a pseudonym: 64 bits


def new_key() -> bytes:
    """A fresh key of 256 bits."""
    return secrets.token_bytes(_BYTES)


def read_key(path: str | os.PathLike[str]) -> bytes:
    """The key in a file of 64 hexadecimal digits that only its owner can read."""
    place = Path(path)
    try:
        mode = place.stat().st_mode
        text = place.read_bytes().decode("ascii", "replace").strip()
    except OSError as error:
        raise unreadable("HV-710", "key_file", Where(place.name), error) from error
    if os.name == "posix" and mode & (stat.S_IRWXG | stat.S_IRWXO):
        raise unreadable("HV-710", "key_open", Where(place.name), name=place.name)
    try:
        key = bytes.fromhex(text)
    except ValueError:
        key = b""
    if len(key) != _BYTES:
        raise unreadable("HV-710", "key_text", Where(place.name))
    return key


def key_from(path: str | os.PathLike[str], study: str | os.PathLike[str] | None = None) -> tuple[bytes, bool]:
    """The key at a path, or a fresh one when there is none, and whether it is fresh; never inside the study."""
    place = Path(path)
    if study is not None and Path(os.path.realpath(place)).is_relative_to(os.path.realpath(study)):
        subject, expected = "problem.subject.key_file", "problem.expected.key_outside"
        raise problem(InvalidValueError, "HV-710", subject, expected, Where(place.name))
    sweep(place.parent)  # a killed writer may have left the key under a second name
    return (read_key(place), False) if place.exists() else (new_key(), True)


def write_key(path: str | os.PathLike[str], key: bytes) -> None:
    """Writes a new key, whole, for its owner only (mode 0600), and never over a file that is there."""
    with whole_file(path, is_new=True) as temporary:
        temporary.write_bytes(key.hex().encode() + b"\n")


def pseudonym(key: bytes, kind: str, value: str) -> str:
    """The pseudonym of an identifier: the same for the same text and key, in every wave and on every platform."""
    text = unicodedata.normalize("NFC", f"{kind}\0{value}")
    return "r-" + hmac.new(key, text.encode("utf-8"), hashlib.sha256).hexdigest()[:_SHOWN]
