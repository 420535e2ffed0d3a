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
from .texts import CONDITIONS, STATES, TEXTS

__all__ = ["asked", "consent", "form", "limesurvey", "network", "question_codes"]

_HEAD = ("class", "type/scale", "name", "relevance", "text", "help", "language", "validation", "mandatory", "other",
         "default", "same_default")  # fmt: skip
_SEPARATE = ("stages", "dyadic")  # asked in the tables assessments and ties


def asked(instruments: Sequence[_core.Instrument]) -> list[_core.Instrument]:
    """The instruments that respondents answer question by question."""
    return [instrument for instrument in instruments if instrument.kind not in _SEPARATE]


def question_codes(instruments: Sequence[_core.Instrument]) -> dict[str, str]:
    """Question id → a LimeSurvey code: letters and digits, starting with a letter, at most 20, each once."""
    codes: dict[str, str] = {}
    for instrument in instruments:
        for question in instrument.questions:
            code = re.sub(r"[^A-Za-z0-9]", "", question.id) or "Q"
            code = (code if code[0].isalpha() else "Q" + code)[:20]
            if code.lower() in (used.lower() for used in codes.values()):
                code = f"{code[:15]}x{len(codes)}"
            codes[question.id] = code
    return codes


def _choices(instrument: _core.Instrument, question: _core.Question, lang: str) -> list[tuple[str, str]]:
    labels = instrument.scale(question.scale).labels if question.scale is not None else []
    return [(str(label.value).replace("-", "m"), label.text.get(lang)) for label in labels] + list(STATES[lang].items())


def limesurvey(title: str, instruments: Sequence[_core.Instrument], lang: str = "nl") -> str:
    """A survey to import into LimeSurvey, as text for a .txt file in UTF-8."""
    words = TEXTS[lang]
    buffer = io.StringIO(newline="")
    writer = csv.DictWriter(buffer, _HEAD, delimiter="\t", lineterminator="\n", restval="")

    def row(kind: str, name: str, text: str, **more: str) -> None:
        writer.writerow(
            {"class": kind, "name": name, "text": text, **({} if kind == "S" else {"language": lang}), **more}
        )

    writer.writeheader()
    row("S", "language", lang)
    row("S", "format", "G")
    row("SL", "surveyls_title", html.escape(title, quote=False))
    row("SL", "surveyls_welcometext", html.escape(words["welcome"], quote=False))
    row("SL", "surveyls_endtext", words["end"])
    question = {"relevance": "1", "mandatory": "N", "other": "N"}
    row("G", words["about"], "", relevance="1", **{"type/scale": "1"})
    row("Q", "respondent", words["code"], help=words["code_help"], **question, **{"type/scale": "S"})
    row("Q", "party", words["party"], help=words["party_help"], **question, **{"type/scale": "S"})
    codes, group = question_codes(instruments), 1
    for instrument in asked(instruments):
        element = ""
        for each in instrument.questions:
            if each.element != element:
                element, group = each.element, group + 1
                name = html.escape(instrument.element(element).title.get(lang), quote=False)
                row("G", name, "", relevance="1", **{"type/scale": str(group)})
            kind = "T" if each.scale is None else "O" if each.form == "mixed" else "L"
            text = html.escape(each.text.get(lang), quote=False)
            row(
                "Q",
                codes[each.id],
                text,
                help=words["mixed"] if kind == "O" else "",
                **question,
                **{"type/scale": kind},
            )
            for code, label in _choices(instrument, each, lang) if each.scale is not None else ():
                row("A", code, html.escape(label, quote=False), relevance="0", **{"type/scale": "0"})
    return buffer.getvalue()


def form(title: str, instruments: Sequence[_core.Instrument], lang: str = "nl") -> str:
    """The questions in order, to copy into Microsoft Forms, Google Forms or onto paper."""
    words = TEXTS[lang]
    lines = [title, "", words["welcome"], "", words["code"], f"  ({words['code_help']})", ""]
    lines += [words["party"], f"  ({words['party_help']})", ""]
    for instrument in asked(instruments):
        lines += [instrument.title.get(lang), f"  {instrument.source.citation()}", ""]
        element = ""
        for question in instrument.questions:
            if question.element != element:
                element = question.element
                lines += [f"== {instrument.element(element).title.get(lang)}", ""]
            lines.append(f"{question.id} {question.text.get(lang)}")
            if question.scale is None:
                lines.append(f"  [{words['open']}]")
            else:
                lines += [f"  ( ) {label}" for _, label in _choices(instrument, question, lang)]
                if question.form == "mixed":
                    lines += ["", f"{question.id}:text {words['mixed']}", f"  [{words['open']}]"]
            lines.append("")
    return "\n".join([*lines, words["end"], ""])


def network(relation: str, wave: str, lang: str = "nl") -> str:
    """Questions to each party about its partners: with whom, how strongly, and the four conditions."""
    conditions = "\n".join(f"  {code}  {text}" for code, text in CONDITIONS[lang])
    lines = "\n".join("_" * 22 + "   _________      ____    ____    ____    ____" for _ in range(15))
    return TEXTS[lang]["network"].format(conditions=conditions, lines=lines, relation=relation, wave=wave)


def consent(lang: str = "nl") -> str:
    """A text to adapt: why, who sees what, from how many people, how long, and how to withdraw."""
    return TEXTS[lang]["consent"]
