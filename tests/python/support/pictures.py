"""Reads the pictures of a report back: the map of groups as a page, a slide and a Word document draw it, and bars."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from html.parser import HTMLParser
from math import dist
from typing import Any

Place = tuple[float, float]
_CLOSE = 1.5
_EMU = 914400


@dataclass
class Map:
    """What is drawn: circles, lines with their width, and words, each at its place."""

    title: str = ""
    circles: list[Place] = field(default_factory=list)
    lines: list[tuple[Place, Place, float]] = field(default_factory=list)
    words: list[tuple[Place, str]] = field(default_factory=list)

    def names(self) -> dict[str, Place]:
        """Where each group lies: its name stands above or below its circle, on one line or two."""
        found: dict[Place, list[tuple[float, str]]] = {place: [] for place in self.circles}
        for (x, y), text in self.words:
            if "%" not in text:
                nearest = min(self.circles, key=lambda place: dist(place, (x, y)))
                found[nearest].append((y, text))
        return {" ".join(text for _, text in sorted(lines)): place for place, lines in found.items()}

    def shares(self) -> dict[tuple[str, str], str]:
        """Of which two groups each number tells: at a circle, or on the way from one group to another."""
        places = self.names()
        return {self._between(at, places): text for at, text in self.words if "%" in text}

    def widths(self) -> dict[tuple[str, str], float]:
        """How wide the line from one group to another is."""
        places = self.names()
        found = {}
        for start, end, wide in self.lines:
            first = next(name for name, place in places.items() if dist(place, start) < _CLOSE)
            towards = [name for name, place in places.items() if name != first and _on_the_way(end, start, place)]
            found[first, min(towards, key=lambda name: dist(places[name], end))] = wide
        return found

    @staticmethod
    def _between(at: Place, places: dict[str, Place]) -> tuple[str, str]:
        for one, start in places.items():
            if dist(at, start) < _CLOSE:
                return one, one
            for other, end in places.items():
                nearer = dist(at, start) < dist(at, end)
                if one != other and nearer and _on_the_way(at, start, end):
                    return one, other
        raise AssertionError(f"a number that belongs to nothing, at {at}")


def _on_the_way(at: Place, start: Place, end: Place) -> bool:
    return abs(dist(start, at) + dist(at, end) - dist(start, end)) < 0.1


class Drawn(HTMLParser):
    """The pictures of a page in order, each with the figures that stand behind it until the next."""

    def __init__(self, html: str) -> None:
        super().__init__()
        self.maps: list[Map] = []
        self.bars: list[tuple[str, list[dict[str, str]], list[str]]] = []  # kind, shapes, keys of figures
        self._tag, self._at = "", (0.0, 0.0)
        self.feed(html)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        told = {name: value or "" for name, value in attrs}
        kind = told.get("class", "").removeprefix("chart ")
        self._tag = f"{tag}.{kind}"
        if tag == "svg" and told.get("class", "").startswith("chart"):
            if kind == "blockmap":
                self.maps.append(Map())
            else:
                self.bars.append((kind, [], []))
        elif tag == "data" and self.bars:
            self.bars[-1][2].append(told["data-figure"])
        elif tag == "text":
            self._at = float(told["x"]), float(told["y"])
        elif self._tag == "circle.group":
            self.maps[-1].circles.append((float(told["cx"]), float(told["cy"])))
        elif self._tag == "line.tie" and "data-low" in told:
            ends = [float(told[name]) for name in ("x1", "y1", "x2", "y2")]
            self.maps[-1].lines.append(((ends[0], ends[1]), (ends[2], ends[3]), float(told["stroke-width"])))
        elif "data-low" in told and tag in ("rect", "line"):
            self.bars[-1][1].append(told)

    handle_startendtag = handle_starttag

    def handle_data(self, data: str) -> None:
        if self._tag.startswith("text.") and data.strip():
            self.maps[-1].words.append((self._at, data))
        elif self._tag.startswith("title.") and self.maps and not self.maps[-1].title:
            self.maps[-1].title = data

    def handle_endtag(self, tag: str) -> None:
        self._tag = ""


def map_of_slides(deck: Any) -> Map:
    """The map on a slide."""
    (group,) = [shape for slide in deck.slides for shape in slide.shapes if hasattr(shape, "shapes")]
    made = Map(group.name)
    for shape in group.shapes:
        if shape._element.tag.endswith("cxnSp"):
            ends = (shape.begin_x, shape.begin_y), (shape.end_x, shape.end_y)
            made.lines.append((*ends, shape.line.width))
        else:
            _keep(made, (shape.left, shape.top), (shape.width, shape.height), shape.text_frame.text)
    return made


def map_of_word(document: Any) -> Map:
    """The first map of a Word document."""
    canvas = next(document.element.body.iter("{*}wpc", "{*}wgp"))
    made = Map()
    for shape in canvas.iter("{*}wsp"):
        box = next(shape.iter("{*}xfrm"))
        x, y = (int(box.find("{*}off").get(name)) for name in ("x", "y"))
        wide, high = (int(box.find("{*}ext").get(name)) for name in ("cx", "cy"))
        if next(shape.iter("{*}prstGeom")).get("prst") == "line":
            start, end = [x, y], [x + wide, y + high]
            for way, flip in enumerate(("flipH", "flipV")):
                if box.get(flip) == "1":
                    start[way], end[way] = end[way], start[way]
            made.lines.append((tuple(start), tuple(end), int(next(shape.iter("{*}ln")).get("w"))))
        else:
            _keep(made, (x, y), (wide, high), "".join(node.text for node in shape.iter("{*}t")))
    return made


def _keep(made: Map, corner: Place, size: tuple[float, float], text: str) -> None:
    at = corner[0] + size[0] / 2, corner[1] + size[1] / 2
    if text:
        made.words.append((at, text))
    elif not any(dist(at, each) < _EMU / 100 for each in made.circles):
        made.circles.append(at)


def sized(made: Map, like: Map) -> Map:
    """The same map at the size of another, by how far its groups lie apart."""
    across, wanted = (max(x for x, _ in each.circles) - min(x for x, _ in each.circles) for each in (made, like))
    part = wanted / across

    def at(place: Place) -> Place:
        return place[0] * part, place[1] * part

    return Map(
        made.title,
        [at(place) for place in made.circles],
        [(at(start), at(end), wide * part) for start, end, wide in made.lines],
        [(at(place), text) for place, text in made.words],
    )


def series(keys: list[str]) -> Iterator[str]:
    """What figures tell of, without which bound it is, each once."""
    yield from dict.fromkeys(re.sub("/(low|high)$", "", key) for key in keys if re.search("/(low|high)$", key))
