"""What notes of a report say of a study beside its claims: of every one, in Dutch, where it must stand and how."""

import html
import json
import re
from collections import Counter
from collections.abc import Callable
from typing import Any

from raw import ROOT, printed
from statements import Told

from houvast.report import render_report
from houvast.report.hyphens import SOFT

WORDS = json.loads((ROOT / "src" / "text" / "messages" / "nl" / "report.json").read_text())
HIDDEN = re.compile(r"(?s)<(style|script|title)\b.*?</\1>|<[^>]+>")


def text_of(told: Told) -> str:
    """All that can be read in the report, without the marks around what is quoted."""
    read = html.unescape(HIDDEN.sub(" ", render_report(told.release, lang="nl"))).replace(SOFT, "")
    return re.sub(r"\s+([.,:])", r"\1", re.sub(r"\s+", " ", read.replace("‘", " ").replace("’", " ")))


def standing(key: str, text: str) -> Counter[str]:
    """How often a note stands in a text, and with what in its gaps."""
    pattern = re.sub(r"\\{[^{}]*\\}", r"(?:[^.:]|\\.(?=\\d))+?", re.escape(WORDS[key]).replace("\\ ", " "))
    return Counter(each.strip() for each in re.findall(pattern, text))


def said(key: str, **gaps: str) -> str:
    return re.sub(r"{(\w+)[^{}]*}", lambda gap: gaps[gap[1]], WORDS[key])


def when(key: str, holds: Callable[[Told], int | bool]) -> Callable[[Told], Counter[str]]:
    """A note without gaps stands so often as something holds."""
    return lambda told: Counter({WORDS[key]: int(holds(told))} if holds(told) else {})


def header(told: Told) -> dict[str, Any]:
    return dict(json.loads(told.study.header_json()))


def instruments(told: Told) -> list[dict[str, Any]]:
    return [printed(each) if isinstance(each, str) else each for each in header(told)["instruments"]]


def networks(told: Told) -> list[dict[str, Any]]:
    """Of every relation the last that is shown."""
    last = {each["relation"]: each for each in told.truth.document["networks"] if each["shown"]}
    return list(last.values())


def directed(told: Told) -> int:
    """Relations with a direction of which ties between groups are shown."""
    known = {each["id"]: each.get("directed", True) for each in header(told)["relations"]}
    return sum(known[each["relation"]] for each in networks(told) if any(b["shown"] for b in each["blocks"]))


def without_blocks(told: Told) -> int:
    return sum(not any(block["shown"] for block in each["blocks"]) for each in networks(told))


def shown(told: Told, what: str, *kinds: str) -> list[dict[str, Any]]:
    """What is told of questions, elements or stages."""
    return [each for each in told.truth.document[what] if each["shown"] and each.get("kind", "") in kinds]


def inferred(told: Told) -> bool:
    """Whether the source states no order of some dimension that is told of."""
    told_of = {each["dimension"] for each in shown(told, "stages", "")}
    return any(told.raw.questions[id].ordering == "inferred" for id in told_of)


def types(told: Told) -> bool:
    """Whether some dimension that is told of has types without an order."""
    return any(told.raw.questions[each["dimension"]].ordering == "types" for each in shown(told, "stages", ""))


def open_questions(told: Told) -> int:
    if not shown(told, "totals", "question", "element"):
        return 0
    surveys = [each for each in instruments(told) if each["kind"] == "survey"]
    return sum(question["form"] == "open" for each in surveys for question in each["questions"])


def turned(told: Told) -> set[str]:
    """The questions of which the favourable end lies the other way round."""
    return {each["id"] for of in instruments(told) for each in of["questions"] if each.get("reverse")}


def high_words(told: Told, question: str) -> str:
    return " of ".join(told.raw.top_labels(question, "nl"))


def high_means(told: Told) -> Counter[str]:
    """The labels of what counts as high in every question, and those of both ends of its scale."""
    found = set()
    for id in {each["id"] for each in shown(told, "totals", "question")} - turned(told):
        question = told.raw.questions[id]
        low, high = (question.low, question.high)[:: question.step]
        ends = {"lowest": question.labels[low]["nl"], "highest": question.labels[high]["nl"]}
        found.add(said("report.high_means", labels=high_words(told, id), **ends))
    return Counter(found)


def high_reversed(told: Told) -> Counter[str]:
    """The questions whose labels are high at the other end, together with those of the same labels."""
    found: dict[str, list[str]] = {}
    for id in sorted({each["id"] for each in shown(told, "totals", "question")} & turned(told)):
        found.setdefault(high_words(told, id), []).append(id)
    return Counter(said("report.high_reversed", labels=of, ids=" en ".join(ids)) for of, ids in found.items())


def has(told: Told, part: str) -> bool:
    return not any((each.part, each.about) == ("missing", part) for each in told.claims)


def usual(key: str, told_of: list[dict[str, Any]]) -> Counter[str]:
    """The band in which most numbers of people lie that stand behind what is shown."""
    bands = Counter(each["n_band"] for each in told_of)
    return Counter([said(key, n=bands.most_common(1)[0][0])] if bands else [])


def lies_in(band: str, n: int) -> bool:
    ends = [int(end) for end in re.findall(r"\d+", band)]
    return min(ends) <= n <= max(*ends, n if band.endswith("+") else 0)


def behind_answers(told: Told) -> Counter[str]:
    """Once over the questions of the last wave, and once over the elements of the last two."""
    last = [each for each in shown(told, "totals", "question") if each["wave"] == told.last]
    if not all(lies_in(each["n_band"], len(told.raw.values(each["id"], told.last))) for each in last):
        return Counter()
    waves = {
        each: {one["id"] for one in shown(told, "totals", "element") if one["wave"] == each} for each in told.raw.waves
    }
    both = set.intersection(*(waves[each] for each in told.raw.waves[-2:])) if has(told, "change") else set()
    elements = [each for each in shown(told, "totals", "element") if each["id"] in both]
    return usual("report.people_usual", last) + usual("report.people_usual", elements)


def behind_stages(told: Told) -> Counter[str]:
    for each in shown(told, "stages", ""):
        stages, unsure = told.raw.stages(each["dimension"], each["wave"])
        if not lies_in(each["n_band"], len(stages) + unsure):
            return Counter()
    return usual("report.stages_people", shown(told, "stages", ""))


THRESHOLDS = {"team": 5, "external": 10}
NOTES: dict[str, Callable[[Told], Counter[str]]] = {
    "report.fictional": when("report.fictional", lambda told: header(told)["fictional"]),
    "report.response_bias": when("report.response_bias", lambda told: has(told, "response") and told.eco.asked_known),
    "report.response_bias_unasked": when(
        "report.response_bias_unasked", lambda told: has(told, "response") and not told.eco.asked_known
    ),
    "report.method.unasked.text": when("report.method.unasked.text", lambda told: not told.eco.asked_known),
    "report.method.ledger.text": when(
        "report.method.ledger.text", lambda told: told.truth.document["ledger"] == "kept"
    ),
    "report.method.no_ledger.text": when(
        "report.method.no_ledger.text", lambda told: told.truth.document["ledger"] != "kept"
    ),
    "report.blocks_directed": when("report.blocks_directed", directed),
    "report.no_blocks": when("report.no_blocks", without_blocks),
    "report.inferred_means": when("report.inferred_means", inferred),
    "report.types_means": when("report.types_means", types),
    "report.question.open": when("report.question.open", open_questions),
    "report.licence_unknown": when(
        "report.licence_unknown", lambda told: sum("unknown" in each["licence"] for each in instruments(told))
    ),
    "report.protection_text": lambda told: Counter(
        [said("report.protection_text", threshold=str(THRESHOLDS[told.release.policy]))]
    ),
    "report.high_means": high_means,
    "report.high_reversed": high_reversed,
    "report.people_usual": behind_answers,
    "report.stages_people": behind_stages,
}
