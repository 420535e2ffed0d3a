"""The file of a ledger: every entry sealed together with the one before it, its key in a file of its own elsewhere."""

from __future__ import annotations

import contextlib
import hashlib
import hmac
import json
import os
import secrets
import unicodedata
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any, Final, NoReturn

from ...errors import DisclosureError, Said, Where, printable, problem, reason_of
from ...io.atomic import encodable, write_text
from ...io.in_use import held
from ...texts import Claim

__all__ = ["KEYS", "Book", "keys_folder", "open_book", "read_book"]

KEYS: Final = "HOUVAST_KEYS"  # names the folder of keys
_FORMAT: Final = "houvast-ledger/1"
_KEY_FORMAT: Final = "houvast-ledger-key/1"
_SHORT: Final = 24  # hexadecimal digits of a person's digest; 100,000 people share one once in 10¹⁸ ledgers
_PATIENCE: Final = 10.0  # seconds


def keys_folder() -> Path:
    """Where the keys of ledgers are: HOUVAST_KEYS, or a folder of houvast among the user's own settings."""
    if given := os.environ.get(KEYS):
        return Path(given)
    settings = os.environ.get("APPDATA" if os.name == "nt" else "XDG_CONFIG_HOME")
    return (Path(settings) if settings else Path.home() / ".config") / "houvast" / "keys"


@dataclass(slots=True)
class Book:
    """A ledger in memory: its entries as JSON, and the key that seals them."""

    path: Path
    id: str
    key: bytes
    entries: list[dict[str, Any]] = field(default_factory=list)
    is_new: bool = False

    def digest(self, figure: str, person: str) -> str:
        """What stands for a person in one figure; it cannot be told from it who it is, nor which it is in another."""
        return self._mac(f"{figure}\0{person}")[:_SHORT]

    def add(self, entry: Mapping[str, Any]) -> None:
        """Writes a ledger that has one entry more; then its key, which counts them."""
        sealed = {"number": len(self.entries) + 1, **entry}
        sealed["seal"] = self._seal(sealed)
        self.entries.append(sealed)
        book = {"schema": _FORMAT, "id": self.id, "entries": self.entries}
        if self.is_new:
            self._write_key(self.entries[:-1])
        write_text(self.path, json.dumps(book, ensure_ascii=False, indent=1) + "\n")
        self._write_key(self.entries)
        self.is_new = False

    def check(self, counted: int, last: str) -> None:
        """Refuses entries that were changed, left out or added by somebody else. Raises DisclosureError HV-407."""
        entries, self.entries = self.entries, []
        for entry in entries:
            given = {name: value for name, value in entry.items() if name != "seal"}
            if not hmac.compare_digest(str(entry.get("seal", "")), self._seal(given)):
                _refuse(self.path, "problem.expected.ledger_whole")
            self.entries.append(entry)
        seals = ["", *(entry["seal"] for entry in self.entries)]
        if not (counted < len(seals) <= counted + 2 and seals[counted] == last):  # killed before the key counted it
            _refuse(self.path, "problem.expected.ledger_whole")

    def _seal(self, entry: Mapping[str, Any]) -> str:
        before = self.entries[-1]["seal"] if self.entries else ""
        return self._mac("\0".join((self.id, before, json.dumps(entry, sort_keys=True))))

    def _mac(self, text: str) -> str:
        return hmac.digest(
            self.key, unicodedata.normalize("NFC", text).encode("utf-8", "surrogatepass"), "sha256"
        ).hex()

    def _write_key(self, entries: list[dict[str, Any]]) -> None:
        last = entries[-1]["seal"] if entries else ""
        words = {"schema": _KEY_FORMAT, "ledger": self.id, "path": str(self.path), "key": self.key.hex()}
        write_text(_key_path(self.id), json.dumps({**words, "releases": len(entries), "last": last}, indent=1) + "\n")


@contextlib.contextmanager
def open_book(path: str | os.PathLike[str]) -> Iterator[Book]:
    """The ledger at a path, to be written, by one process at a time. Raises DisclosureError HV-407 when in doubt."""
    place = _resolved(path)
    with _telling(place):
        folder = keys_folder()
        folder.mkdir(parents=True, exist_ok=True, mode=0o700)
        if folder.samefile(place.parent):
            told = {"variable": KEYS, "folder": printable(str(folder))}
            _refuse(place, Claim("problem.expected.ledger_apart", told))
        with contextlib.ExitStack() as stack:
            try:
                stack.enter_context(held(place.with_name(f".{place.name}.lock"), _PATIENCE))
            except TimeoutError:
                _refuse(place, "problem.expected.ledger_free")
            yield read_book(place)


def read_book(path: str | os.PathLike[str]) -> Book:
    """The ledger at a path, a new one when there is none yet. Raises DisclosureError HV-407 when in doubt."""
    place = _resolved(path)
    with _telling(place):
        if place.exists():
            return _existing(place)
        for key in sorted(keys_folder().glob("*.json")):
            kept = _json(key, place)
            if kept.get("path") == str(place) and kept.get("releases"):
                _refuse(place, Claim("problem.expected.ledger_there", {"key": printable(str(key))}))
        return Book(place, secrets.token_hex(8), secrets.token_bytes(32), is_new=True)


def _existing(place: Path) -> Book:
    found = _json(place, place)
    id, entries = str(found.get("id", "")), found.get("entries")
    is_list = isinstance(entries, list) and all(isinstance(entry, dict) for entry in entries)
    if found.get("schema") != _FORMAT or not isinstance(entries, list) or not is_list:
        _refuse(place, "problem.expected.ledger_whole")
    key = _key_path(id)
    if not key.exists():
        _refuse(place, Claim("problem.expected.ledger_key", {"folder": printable(str(key.parent))}))
    kept = _json(key, place)
    try:
        book = Book(place, id, bytes.fromhex(kept["key"]), entries)
        book.check(int(kept["releases"]), str(kept["last"]))
    except DisclosureError:
        raise
    except (KeyError, TypeError, ValueError):
        _refuse(place, "problem.expected.ledger_whole")
    return book


def _json(file: Path, ledger: Path) -> dict[str, Any]:
    try:
        found = json.loads(file.read_text(encoding="utf-8"))
    except (ValueError, RecursionError):
        _refuse(ledger, "problem.expected.ledger_whole")
    return found if isinstance(found, dict) else {}


def _key_path(id: str) -> Path:
    return keys_folder() / f"{hashlib.sha256(id.encode()).hexdigest()[:16]}.json"


def _resolved(path: str | os.PathLike[str]) -> Path:
    place = Path(path)
    with _telling(place):
        encodable(place)
    return Path(os.path.realpath(place))


def _refuse(place: Path, expected: Said) -> NoReturn:
    raise problem(DisclosureError, "HV-407", "problem.subject.ledger", expected, Where(printable(str(place)))) from None


@contextlib.contextmanager
def _telling(place: Path) -> Iterator[None]:
    """A ledger that the system does not let be read or written is one that cannot be relied upon."""
    try:
        yield
    except OSError as error:
        _refuse(place, Claim("problem.expected.ledger_usable", {"reason": reason_of(error)}))
