"""What the tests of pictures share: small studies with everything extreme, and a judge of overlapping texts."""

import json
import math
from itertools import combinations

import houvast
from houvast import _core

LONG = "Samenwerkingsverbandoverstijgende verantwoordelijkheidsverdelingsafspraken rondom jeugdigen en hun ouders"
HOSTILE = (
    "<script>alert('x')</script> \"&' =1+1 \u202egnirts\u202c \u05d0\u05d1\u05d2 \U0001f600 $\\frac{1}{2}$ " + "x" * 500
)


def corners(text, renderer):
    """The four corners of a text as drawn, also when it stands askew."""
    angle = math.radians(text.get_rotation())
    if not angle:
        box = text.get_window_extent(renderer)
        return [(box.x0, box.y0), (box.x1, box.y0), (box.x1, box.y1), (box.x0, box.y1)]
    x, y = text.get_transform().transform(text.get_unitless_position())
    text.set_rotation(0)
    box = text.get_window_extent(renderer)
    text.set_rotation(math.degrees(angle))
    flat = [(box.x0 - x, box.y0 - y), (box.x1 - x, box.y0 - y), (box.x1 - x, box.y1 - y), (box.x0 - x, box.y1 - y)]
    cos, sin = math.cos(angle), math.sin(angle)
    return [(x + a * cos - b * sin, y + a * sin + b * cos) for a, b in flat]


def apart(one, other, slack=1.0):
    """Whether two convex quadrilaterals do not overlap by more than `slack` pixels (separating axis theorem)."""
    for shape in (one, other):
        for (ax, ay), (bx, by) in zip(shape, [*shape[1:], shape[0]], strict=True):
            length = math.hypot(bx - ax, by - ay)
            if length == 0:
                return True
            across, up = (by - ay) / length, (ax - bx) / length
            first = [x * across + y * up for x, y in one]
            second = [x * across + y * up for x, y in other]
            if max(first) - slack <= min(second) or max(second) - slack <= min(first):
                return True
    return False


def problems(ax):
    """Texts that overlap or leave the figure, as readable lines."""
    figure = ax.figure
    figure.draw_without_rendering()
    renderer = figure.canvas.get_renderer()
    wide, high = figure.bbox.width, figure.bbox.height
    texts = [t for t in ax.texts if t.get_visible() and t.get_text().strip()]
    shapes = [corners(t, renderer) for t in texts]
    found = []
    for text, shape in zip(texts, shapes, strict=True):
        if any(x < -1 or y < -1 or x > wide + 1 or y > high + 1 for x, y in shape):
            found.append(f"outside: {text.get_text()[:50]!r}")
    for (one, a), (other, b) in combinations(zip(texts, shapes, strict=True), 2):
        if not apart(a, b):
            found.append(f"overlap: {one.get_text()[:40]!r} and {other.get_text()[:40]!r}")
    return found


def own_instrument(long=False):
    data = json.loads(houvast.instrument("six-elements").json)
    data["id"] = "eigen"
    if long:
        for question in data["questions"]:
            question["text"] = {"nl": f"{question['id']} {LONG} {LONG}?", "en": f"{question['id']} {LONG}?"}
        for element in data["elements"]:
            element["title"] = {"nl": LONG, "en": LONG}
    return data


def study(groups=2, people=6, waves=1, answers="varied", long=False, ties=True, needs=False, hostile=False):
    """A study with a number of groups (attribute `wijk`), of a number of people each."""
    ids = [f"w{i}" for i in range(groups)]
    name = HOSTILE if hostile else LONG if long else "Wijk"
    parties = [
        {"id": f"{g}-{i}", "name": f"{name} {g} {i}", "domain": "onderwijs" if i % 2 else "zorg", "consent": True,
         "perspective": ("professional", "ouder")[i % 2], "x_wijk": f"{name} {g}" if long or hostile else g,
         **({"offers": ["rouw/0-4/licht"]} if needs and i == 0 else {})}
        for g in ids for i in range(people)
    ]  # fmt: skip
    parties = parties or [{"id": "alleen", "x_wijk": ""}]
    given = ["weet ik niet"] if answers == "missing" else [1, 2, 3, 4, 5, "weet ik niet", "wil ik niet zeggen", "nvt"]
    questions = [q["id"] for q in own_instrument()["questions"] if q["form"] != "open"]
    rounds = [f"20{20 + w}" for w in range(waves)]
    rows = [
        {"wave": wave, "party": party["id"],
         **{q: given[(i * 3 + k + 2 * w) % len(given)] for k, q in enumerate(questions)}}
        for w, wave in enumerate(rounds) for i, party in enumerate(parties) if (i + w) % 5
    ]  # fmt: skip
    contact = {"id": "contact", "title": {"nl": "Contact", "en": "Contact"}, "directed": False}
    pairs = [(i, (i * 7 + k) % len(parties)) for i in range(len(parties)) if i % 6 for k in (1, 2)]
    data = {
        "schema": "houvast-study/1",
        "id": "proef",
        "title": {"nl": HOSTILE if hostile else "Proef", "en": "Trial"},
        "instruments": [own_instrument(long), "gerdes-2020"],
        "waves": [{"id": wave} for wave in rounds],
        "relations": [contact] if ties else [],
        "parties": parties,
        "answers": rows if groups else [],
        "assessments": [
            {"wave": wave, "assessor": party["id"], "assessor_party": party["id"], "dimension": f"G{d}",
             "stage": "weet ik niet" if answers == "missing" else 1 + (i + d) % 3}
            for wave in rounds for i, party in enumerate(parties) for d in range(1, 9)
        ] if groups else [],
        "ties": [
            {"wave": wave, "from": parties[a]["id"], "to": parties[b]["id"], "relation": "contact"}
            for wave in rounds for a, b in sorted(set(pairs)) if a != b
        ] if ties else [],
    }  # fmt: skip
    if needs:
        data["profile"] = profile_with_needs()
    return _core.study_from_json(json.dumps(data).encode(), "study.json")


def profile_with_needs():
    def term(id, nl):
        return {"id": id, "title": {"nl": nl, "en": nl}, "expected": True}

    return {
        "schema": "houvast-profile/1",
        "id": "wijk",
        "title": {"nl": "Wijk", "en": "Area"},
        "domains": [term("onderwijs", "Onderwijs"), term("zorg", "Zorg")],
        "sectors": [],
        "levels": [term("uitvoering", "Uitvoering")],
        "perspectives": [term("professional", "Professional"), term("ouder", "Ouder")],
        "roles": [{"id": "kartrekker", "title": {"nl": "Kartrekker", "en": "Driving force"}}],
        "informal_domain": "zorg",
        "family_perspectives": ["ouder"],
        "driving_role": "kartrekker",
        "needs": [term("rouw", "Rouw en verlies"), term("gedrag", LONG)],
        "ages": [term("0-4", "0 tot 4 jaar"), term("4-12", "4 tot 12 jaar")],
        "support_levels": [term("licht", "Lichte ondersteuning"), term("zwaar", "Zwaar")],
        "thresholds": {"overlap": 4},
    }
