"""Questionnaires to import or to copy: LimeSurvey, forms, the network, and a consent text.

The LimeSurvey file is a tab-separated survey structure as the LimeSurvey manual describes it ("Tab Separated Value
survey structure"): a row per setting (S, SL), group (G), question (Q) and answer (A). Types used: L list, O list
with comment, T long text, S short text.
"""

from __future__ import annotations

import csv
import html
import io
import re
from collections.abc import Sequence

from .. import _core
from ..texts import say

__all__ = ["asked", "consent", "form", "limesurvey", "network", "question_codes", "surveyed"]

_HEAD = ("class", "type/scale", "name", "relevance", "text", "help", "language", "validation", "mandatory", "other",
         "default", "same_default")  # fmt: skip
_CODE = 20  # letters and digits in the code of a question
_ESCAPES = str.maketrans({'"': "&quot;", "{": "&#123;", "}": "&#125;", "\t": " "})


def asked(instruments: Sequence[_core.Instrument]) -> list[_core.Instrument]:
    """The instruments that respondents answer question by question, in the table of answers."""
    return [instrument for instrument in instruments if instrument.kind not in ("stages", "dyadic")]


def surveyed(instruments: Sequence[_core.Instrument]) -> list[_core.Instrument]:
    """The instruments for a questionnaire; what is asked about each partner is in that on the network."""
    return [instrument for instrument in instruments if instrument.kind != "dyadic"]


def question_codes(instruments: Sequence[_core.Instrument]) -> dict[str, str]:
    """Question id → a LimeSurvey code: letters and digits, starting with a letter, at most 20, each once."""
    codes: dict[str, str] = {}
    used = {"respondent", "party"}  # asked first
    for instrument in instruments:
        for question in instrument.questions:
            plain = re.sub(r"[^A-Za-z0-9]", "", question.id) or "Q"
            plain = (plain if plain[0].isalpha() else "Q" + plain)[:_CODE]
            code, number = plain, 1
            while code.lower() in used:
                number += 1
                code = f"{plain[: _CODE - len(str(number)) - 1]}x{number}"
            used.add(code.lower())
            codes[question.id] = code
    return codes


def _choices(instrument: _core.Instrument, question: _core.Question, lang: str) -> list[tuple[str, str]]:
    labels = instrument.scale(question.scale).labels if question.scale is not None else []
    found = [(str(label.value).replace("-", "m"), label.text.get(lang)) for label in labels]
    return found + [(code, say("starter.state." + code, lang)) for code in ("dk", "na", "rf")]


def _explained(question: _core.Question, lang: str) -> list[str]:
    """What stands under a question: which part is rated and which written, or what the stages are."""
    if question.stages:
        stages = [f"{stage.title.get(lang)}: {stage.description.get(lang)}" for stage in question.stages]
        return [say("starter.stage", lang), *stages]
    if question.form == "mixed" and question.closed_part is not None and question.open_part is not None:
        rated, written = question.closed_part.get(lang), question.open_part.get(lang)
        return [say("starter.rated", lang, text=rated), say("starter.written", lang, text=written)]
    if question.form == "mixed":
        return [say("starter.mixed", lang)]
    return [question.open_part.get(lang)] if question.form == "open" and question.open_part is not None else []


def _html(text: str) -> str:
    """A text for LimeSurvey, which takes it for HTML and runs what stands between braces."""
    return "<br />".join(html.escape(text, quote=False).translate(_ESCAPES).splitlines())


def limesurvey(title: str, instruments: Sequence[_core.Instrument], lang: str = "nl") -> str:
    """A survey to import into LimeSurvey, as text for a .txt file in UTF-8."""
    buffer = io.StringIO(newline="")
    writer = csv.DictWriter(buffer, _HEAD, delimiter="\t", lineterminator="\n", restval="")

    def row(kind: str, name: str, text: str, **more: str) -> None:
        writer.writerow(
            {"class": kind, "name": name, "text": text, **({} if kind == "S" else {"language": lang}), **more}
        )

    writer.writeheader()
    # Answers without addresses or where someone came from; going back is allowed.
    for name, value in (("language", lang), ("format", "G"), ("ipaddr", "N"), ("refurl", "N"), ("allowprev", "Y")):
        row("S", name, value)
    row("SL", "surveyls_title", _html(title))
    row("SL", "surveyls_welcometext", _html(say("starter.welcome", lang)))
    row("SL", "surveyls_endtext", _html(say("starter.end", lang)))
    question = {"relevance": "1", "mandatory": "N", "other": "N"}
    row("G", say("starter.about", lang), "", relevance="1", **{"type/scale": "1"})
    row(
        "Q",
        "respondent",
        _html(say("starter.code", lang)),
        help=say("starter.code_help", lang),
        **question,
        **{"type/scale": "S"},
    )
    row(
        "Q",
        "party",
        _html(say("starter.party", lang)),
        help=say("starter.party_help", lang),
        **question,
        **{"type/scale": "S"},
    )
    codes, group = question_codes(instruments), 1
    for instrument in surveyed(instruments):
        element = ""
        for each in instrument.questions:
            if each.element != element:
                element, group = each.element, group + 1
                row(
                    "G",
                    _html(instrument.element(element).title.get(lang)),
                    "",
                    relevance="1",
                    **{"type/scale": str(group)},
                )
            kind = "T" if each.scale is None else "O" if each.form == "mixed" else "L"
            about = "<br />".join(_html(line) for line in _explained(each, lang))
            row("Q", codes[each.id], _html(each.text.get(lang)), help=about, **question, **{"type/scale": kind})
            for code, label in _choices(instrument, each, lang) if each.scale is not None else ():
                row("A", code, _html(label), relevance="0", **{"type/scale": "0"})
    return buffer.getvalue()


def form(title: str, instruments: Sequence[_core.Instrument], lang: str = "nl") -> str:
    """The questions in order, to copy into Microsoft Forms, Google Forms or onto paper."""
    written = f"  [{say('starter.open', lang)}]"
    lines = [title, "", say("starter.welcome", lang), ""]
    lines += [say("starter.code", lang), f"  ({say('starter.code_help', lang)})", written, ""]
    lines += [say("starter.party", lang), f"  ({say('starter.party_help', lang)})", written, ""]
    for instrument in surveyed(instruments):
        lines += [instrument.title.get(lang), f"  {instrument.source.citation()}", ""]
        element = ""
        for question in instrument.questions:
            if question.element != element:
                element = question.element
                lines += [f"== {instrument.element(element).title.get(lang)}", ""]
            lines.append(f"{question.id} {' '.join(question.text.get(lang).split())}")
            if question.form != "mixed":
                lines += [f"  ({line})" for line in _explained(question, lang)]
            if question.scale is None:
                lines.append(written)
            else:
                lines += [f"  ( ) {label}" for _, label in _choices(instrument, question, lang)]
            if question.form == "mixed":
                # A question of its own: houvast convert knows it by these words, or by the code with :text.
                part = question.open_part
                second = f"{question.id} {part.get(lang)}" if part is not None else f"{question.id}:text"
                lines += ["", second, *([] if part is not None else [f"  ({say('starter.mixed', lang)})"]), written]
            lines.append("")
    return "\n".join([*lines, say("starter.end", lang), ""])


def network(relation: str, wave: str, lang: str = "nl") -> str:
    """Questions to each party about its partners: with whom, how strongly, and the four conditions."""
    codes = ("P1", "P2", "P3", "P4")
    conditions = "\n".join(f"  {code}  {say('starter.condition.' + code, lang)}" for code in codes)
    lines = "\n".join("_" * 22 + "   _________      ____    ____    ____    ____" for _ in range(15))
    return say("starter.network", lang, conditions=conditions, lines=lines, relation=relation, wave=wave)


def consent(lang: str = "nl") -> str:
    """A text to adapt: why, who sees what, from how many people, how long, and how to withdraw."""
    return say("starter.consent", lang)
