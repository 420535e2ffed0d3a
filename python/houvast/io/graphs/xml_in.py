"""Goes through XML that may be hostile: no document types of its own, no entities, nothing deeper than it needs."""

from __future__ import annotations

from abc import ABC, abstractmethod
from typing import NoReturn
from xml.parsers import expat

from ...errors import ParseError, Said, Where
from ...texts import Claim
from .common import text_of, unreadable
from .graph_in import number

_DEEPEST = 64  # nesting of elements; ours have 4
_WHOLE = {"int", "integer", "long", "short", "byte", "biginteger"}
_REAL = {"float", "double", "bigdecimal"}
_TRUTH = {"true": True, "1": True, "false": False, "0": False}


class Elements(ABC):
    """The elements of an XML file, one by one: a format says what its `begin` and `end` mean.

    Elements of another namespace than the first are told with a colon before their name.
    """

    format = ""  # its name

    def __init__(self, file: str):
        self.file = file
        self.inside: list[str] = []  # the names of the elements around
        self._texts: list[list[str]] = []
        self._namespace = ""
        self._parser = expat.ParserCreate(namespace_separator=" ")

    @property
    def where(self) -> Where:
        """The place in the file."""
        return Where(self.file, self._parser.CurrentLineNumber)

    @abstractmethod
    def begin(self, name: str, held: dict[str, str]) -> None:
        """An element begins; `held` are its attributes."""

    @abstractmethod
    def end(self, name: str, text: str) -> None:
        """An element ends, with the text directly inside it."""

    def wrong(self, expected: Said, value: str = "", where: Where | None = None) -> ParseError:
        """The error for an element that says something else than it may."""
        subject = Claim("problem.subject.graph_format", {"format": self.format})
        return unreadable("HV-151", subject, expected, where or self.where, value)

    def empty(self) -> ParseError:
        """The error for a file without a graph."""
        return self.wrong(Claim("problem.expected.nodes_and_edges", {"format": self.format}), where=Where(self.file))

    def needed(self, held: dict[str, str], name: str, attribute: str) -> str:
        """An attribute that an element must have."""
        if attribute not in held:
            about = {"element": f"<{name}>", "attribute": attribute}
            raise self.wrong(Claim("problem.expected.xml_attribute", about))
        return held[attribute]

    def value(self, text: str, kind: str, name: str, where: Where | None = None) -> str | int | float | bool | None:
        """The value of a type in a text; nothing for an empty text that should be a number or truth value."""
        kind, bare = kind.casefold(), text.strip()
        if kind not in _WHOLE | _REAL | {"boolean"}:
            return text
        if not bare:
            return None
        try:
            if kind == "boolean":
                return _TRUTH[bare.casefold()]
            return int(bare) if kind in _WHOLE and bare.lstrip("-").isdigit() else self._real(bare, kind)
        except (ValueError, KeyError):
            subject = Claim("problem.subject.attribute_named", {"name": name})
            expected = Claim("problem.expected.value_of_type", {"type": kind})
            raise unreadable("HV-108", subject, expected, where or self.where, bare) from None

    @staticmethod
    def _real(text: str, kind: str) -> float:
        found = float(text)
        if kind in _WHOLE and not found.is_integer():
            raise ValueError(text)
        return int(found) if kind in _WHOLE else found

    def weight(self, text: str, where: Where | None = None) -> float:
        """The weight of a tie."""
        return number(text.strip(), where or self.where)

    def go_through(self, data: bytes, encoding: str | None) -> None:
        """Reads the whole file."""
        parser = self._parser
        parser.buffer_text = True
        parser.StartElementHandler = self._begin
        parser.EndElementHandler = self._end
        parser.CharacterDataHandler = lambda text: self._texts[-1].append(text)
        parser.StartDoctypeDeclHandler = self._document_type
        parser.EntityDeclHandler = self._refuse
        parser.SkippedEntityHandler = self._refuse
        try:
            parser.Parse(data if encoding is None else text_of(data, self.file, encoding), True)
        except expat.ExpatError as error:
            where = Where(self.file, error.lineno)
            raise unreadable("HV-151", "problem.subject.xml", "problem.expected.well_formed", where) from None
        except (LookupError, UnicodeError):
            where = Where(self.file)
            raise unreadable("HV-151", "problem.subject.xml", "problem.expected.xml_encoding", where) from None

    def _document_type(self, name: str, system: str | None, public: str | None, inside: bool) -> None:
        """One that only names a published definition says nothing; it is not fetched."""
        if inside or not (system or public):
            self._refuse()

    def _refuse(self, *_: object) -> NoReturn:
        raise unreadable("HV-152", "problem.subject.xml", "problem.expected.no_entities", self.where)

    def _known(self, tag: str) -> str:
        namespace, _, name = tag.rpartition(" ")
        if not self.inside:
            self._namespace = namespace
        return name if namespace == self._namespace else f":{name}"

    def _begin(self, tag: str, held: dict[str, str]) -> None:
        name = self._known(tag)
        if len(self.inside) == _DEEPEST:
            expected = Claim("problem.expected.elements_inside", {"most": _DEEPEST})
            raise unreadable("HV-105", "problem.subject.xml", expected, self.where)
        self.begin(name, held)
        self.inside.append(name)
        self._texts.append([])

    def _end(self, tag: str) -> None:
        self.inside.pop()
        self.end(self._known(tag) if self.inside else tag.rpartition(" ")[2], "".join(self._texts.pop()))
