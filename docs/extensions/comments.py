"""Comments of the public headers, as Doxygen's XML has them, in reStructuredText."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from xml.etree.ElementTree import Element


@dataclass
class Comment:
    """What is said of a name: paragraphs, and fields such as a parameter, what comes back, or the source."""

    paragraphs: list[str] = field(default_factory=list)
    fields: list[tuple[str, str]] = field(default_factory=list)

    def __bool__(self) -> bool:
        """Whether anything is said."""
        return bool(self.paragraphs or self.fields)


def comment_of(each: Element, ids: dict[str, str]) -> Comment:
    """The comment of a compound, member or value; `ids` are the names that it may point at."""
    comment = Comment()
    for part in ("briefdescription", "detaileddescription", "inbodydescription"):
        for paragraph in each.findall(f"{part}/para"):
            _read(paragraph, comment, ids)
    return comment


def _read(paragraph: Element, comment: Comment, ids: dict[str, str]) -> None:
    words = _inline(paragraph, ids)
    if words:
        comment.paragraphs.append(words)
    for part in paragraph:
        if part.tag == "simplesect":
            title = "returns" if part.get("kind") == "return" else _inline(part.find("title"), ids)
            comment.fields.append((title, _paragraphs(part, ids)))
        elif part.tag == "parameterlist":
            comment.fields += _parameters(part, ids)
        elif part.tag in ("itemizedlist", "orderedlist"):
            mark = "-" if part.tag == "itemizedlist" else "#."
            items = [f"{mark} {_paragraphs(item, ids)}" for item in part.findall("listitem")]
            comment.paragraphs.append("\n".join(items))
        elif part.tag in ("verbatim", "programlisting"):
            lines = "".join(part.itertext()).strip("\n").splitlines()
            comment.paragraphs.append("\n".join(["::", "", *(f"   {line}" for line in lines)]))


def _paragraphs(part: Element, ids: dict[str, str]) -> str:
    return " ".join(filter(None, (_inline(paragraph, ids) for paragraph in part.findall("para"))))


def _parameters(part: Element, ids: dict[str, str]) -> list[tuple[str, str]]:
    kind = {"param": "param", "exception": "throws", "templateparam": "tparam"}[part.get("kind", "")]
    found = []
    for item in part.findall("parameteritem"):
        description = item.find("parameterdescription")
        words = _paragraphs(description, ids) if description is not None else ""
        for name in ("".join(name.itertext()) for name in item.findall("parameternamelist/parametername")):
            found.append((kind, f"as {words}") if name == "as" else (f"{kind} {name}", words))
    return found


def _inline(part: Element | None, ids: dict[str, str]) -> str:
    if part is None:
        return ""
    text = _escaped(part.text or "")
    for child in part:
        text += _marked(child, ids) + _escaped(child.tail or "")
    return " ".join(text.split())


def _marked(child: Element, ids: dict[str, str]) -> str:
    words = "".join(child.itertext())
    if child.tag == "ref":
        whole = ids.get(child.get("refid", ""))
        return f":cpp:any:`{words} <{whole}>`" if whole else _escaped(words)
    if child.tag == "computeroutput":
        return f"``{words}``"
    if child.tag == "emphasis":
        return f"*{_escaped(words)}*"
    if child.tag in ("simplesect", "parameterlist", "itemizedlist", "orderedlist", "verbatim", "programlisting"):
        return " "
    return _escaped(words)


def _escaped(text: str) -> str:
    return re.sub(r"([\\*`_|])", r"\\\1", text)
