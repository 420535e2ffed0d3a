"""What Doxygen read of the public headers, as plain values: every public name with its declaration and its comment."""

from __future__ import annotations

import re
import subprocess
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path
from xml.etree.ElementTree import Element, parse

from comments import Comment, comment_of

MEMBERS = {"function": "function", "variable": "member", "typedef": "type", "enum": "enum-class"}
CLASSES = {"class": "class", "struct": "struct"}
OWN = re.compile(r"houvast(::\w+)*$")  # no specialisation of a template of others


@dataclass
class Name:
    """A public name of a header."""

    kind: str  # of Sphinx' C++ domain
    name: str
    scope: str  # the namespace or class that it is in
    declaration: str
    comment: Comment
    header: str
    line: int
    members: list[Name] = field(default_factory=list)


def run(root: Path) -> Path:
    """Runs Doxygen in the project's folder and gives the folder of its XML."""
    (root / "build" / "docs" / "doxygen").mkdir(parents=True, exist_ok=True)
    subprocess.run(["doxygen", "docs/Doxyfile"], cwd=root, check=True)
    return root / "build" / "docs" / "doxygen" / "xml"


def names(folder: Path) -> list[Name]:
    """Every public name outside `detail`, members inside their class, in the order of the headers' lines."""
    compounds = {path.stem: next(iter(parse(path).getroot())) for path in sorted(folder.glob("*houvast*.xml"))}
    ids = dict(_names_by_id(compounds))
    found: list[Name] = []
    classes: dict[str, Name] = {}
    for each in compounds.values():
        scope = each.findtext("compoundname", "")
        if each.get("kind") in CLASSES and each.get("prot") == "public" and OWN.match(scope):
            classes[scope] = _class_of(each, ids)
        elif each.get("kind") == "namespace" and OWN.match(scope):
            found += _members(each, scope, ids)
    for name, it in classes.items():
        parent = classes.get(name.rpartition("::")[0])
        (found if parent is None else parent.members).append(it)
    return _by_line(found)


def _by_line(found: list[Name]) -> list[Name]:
    for each in found:
        each.members = _by_line(each.members)
    return sorted(found, key=lambda each: (each.header, each.line))


def _names_by_id(compounds: dict[str, Element]) -> Iterator[tuple[str, str]]:
    for id, each in compounds.items():
        scope = each.findtext("compoundname", "")
        if OWN.match(scope) and each.get("kind") in CLASSES:
            yield id, scope
        for member in each.iter("memberdef") if OWN.match(scope) else ():
            yield member.get("id", ""), f"{scope}::{member.findtext('name')}"


def _place(each: Element) -> tuple[str, int]:
    where = each.find("location")
    assert where is not None
    return where.get("declfile", where.get("file", "")), int(where.get("declline", where.get("line", "0")))


def _text(each: Element | None) -> str:
    return " ".join("".join(each.itertext()).split()) if each is not None else ""


def _template(each: Element) -> str:
    parts = [
        f"{_text(part.find('type'))} {_text(part.find('declname'))}".strip()
        + (f" = {_text(part.find('defval'))}" if part.find("defval") is not None else "")
        for part in each.findall("templateparamlist/param")
    ]
    return f"template <{', '.join(parts)}> " if parts else ""


def _class_of(each: Element, ids: dict[str, str]) -> Name:
    whole = each.findtext("compoundname", "")
    scope, _, short = whole.rpartition("::")
    bases = ", ".join(f"public {_text(base)}" for base in each.findall("basecompoundref"))
    declaration = _template(each) + short + (f" : {bases}" if bases else "")
    header, line = _place(each)
    members = _members(each, whole, ids)
    return Name(CLASSES[each.get("kind", "")], short, scope, declaration, comment_of(each, ids), header, line, members)


def _members(each: Element, scope: str, ids: dict[str, str]) -> list[Name]:
    found = []
    for member in each.iter("memberdef"):
        if member.get("prot") == "public" and member.get("kind") in MEMBERS and _is_said(member):
            header, line = _place(member)
            kind = MEMBERS[member.get("kind", "")]
            comment = comment_of(member, ids)
            name = member.findtext("name", "")
            values = [_value(value, ids, f"{scope}::{name}", header, line) for value in member.findall("enumvalue")]
            found.append(Name(kind, name, scope, _declaration(member, scope), comment, header, line, values))
    return found


def _is_said(member: Element) -> bool:
    """Whether a reader should see it: not what every value has, such as copies, comparisons and the destructor."""
    written = re.search(r"=\s*(delete|default)$", member.findtext("argsstring", ""))
    return not written and not re.match(r"~|operator=|operator<=>", member.findtext("name", ""))


def _declaration(member: Element, scope: str) -> str:
    kind, name = member.get("kind"), member.findtext("name", "")
    kept = _text(member.find("type"))
    if kind == "enum":
        return name + (f" : {kept}" if kept else "")
    if kind == "typedef":
        return f"{_template(member)}{name} = {kept}"
    parts = (rf"{re.escape(part)}(< [^>]* >)?::" for part in scope.split("::"))
    own = rf"\b{''.join(parts)}(?={re.escape(name)}(\W|$))"
    definition = re.sub(own, "", _text(member.find("definition")))
    tail = _text(member.find("argsstring")) if kind == "function" else f" {_text(member.find('initializer'))}"
    return f"{_template(member)}{definition}{tail}".strip()


def _value(value: Element, ids: dict[str, str], scope: str, header: str, line: int) -> Name:
    name = value.findtext("name", "")
    return Name("enumerator", name, scope, name, comment_of(value, ids), header, line)
