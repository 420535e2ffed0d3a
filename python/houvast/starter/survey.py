"""Questionnaires to import or to copy, in the words of each audience: LimeSurvey, forms, the network, a consent text.

The LimeSurvey file is a tab-separated survey structure as the LimeSurvey manual describes it ("Tab Separated Value
survey structure"): a row per setting (S, SL), group (G), question (Q) and answer (A). Types used: L list, O list
with comment, T long text, S short text.
"""

from __future__ import annotations

import csv
import html
import io
import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from .. import _core
from ..texts import has_message, say

__all__ = [
    "PLAIN",
    "PROFESSIONAL",
    "First",
    "Put",
    "answer_columns",
    "asked",
    "audiences",
    "choices",
    "consent",
    "explained",
    "first_asked",
    "form",
    "limesurvey",
    "network",
    "put_to",
    "question_codes",
    "said",
    "source_of",
    "surveyed",
]

PROFESSIONAL = "professional"  # whom the sources ask, in their own words
PLAIN = "plain"  # the words in which everybody but families is asked about partners

_HEAD = ("class", "type/scale", "name", "relevance", "text", "help", "language", "validation", "mandatory", "other",
         "default", "same_default")  # fmt: skip
_PARTNERS = "know-your-partner"  # what is asked about each partner
_PARTNERS_ON_PAPER = 15
_NOT_HOW_FAR = ("child",)  # who is asked how often, and not how far a collaboration goes
_CODE = 20  # letters and digits in the code of a question
_ESCAPES = str.maketrans({'"': "&quot;", "{": "&#123;", "}": "&#125;", "\t": " "})


def asked(instruments: Sequence[_core.Instrument]) -> list[_core.Instrument]:
    """The instruments that respondents answer question by question, in the table of answers; no private one."""
    return [each for each in instruments if each.kind not in ("stages", "dyadic") and not each.private]


def surveyed(instruments: Sequence[_core.Instrument]) -> list[_core.Instrument]:
    """The instruments for a questionnaire; what is asked about each partner is a questionnaire of its own."""
    return [each for each in instruments if each.kind != "dyadic"] or list(instruments)


def _is_about_a_partner(instruments: Sequence[_core.Instrument]) -> bool:
    """Whether a questionnaire is about one partner, to be filled in once for each."""
    return all(instrument.kind == "dyadic" for instrument in instruments)


@dataclass(frozen=True)
class First:
    """What is asked before the questions of the instruments: who answers, and about whom."""

    name: str  # the code of its column
    asks: str  # the message that asks it
    helps: str = ""  # the message that helps to answer it; none where there are steps
    step: str = ""  # the message of a step; none: a text is asked
    steps: int = 0  # to choose from, the first is 0
    not_of: tuple[str, ...] = ()  # audiences that are not asked it

    def text(self, audience: str, lang: str) -> str:
        """The question."""
        return said(self.asks, lang, audience)

    def hint(self, audience: str, lang: str) -> str:
        """What helps to answer it; nothing where there are steps to choose from."""
        return said(self.helps, lang, audience) if self.helps else ""

    def choices(self, audience: str, lang: str) -> list[tuple[str, str]]:
        """The steps with their codes."""
        own = "" if audience == PROFESSIONAL else audience
        return [(str(step), say(self.step, lang, own, step=str(step))) for step in range(self.steps)]


_PARTY = First("party", "starter.party", "starter.party_help")
_ABOUT = (First("respondent", "starter.code", "starter.code_help"), _PARTY)
# About one partner: how often there is contact, and how far the collaboration goes.
_ABOUT_A_PARTNER = (
    _PARTY,
    First("partner", "starter.partner", "starter.partner_help"),
    First("often", "starter.often", step="starter.often_step", steps=5),
    First("far", "starter.far", step="starter.far_step", steps=5, not_of=_NOT_HOW_FAR),
)


def first_asked(instruments: Sequence[_core.Instrument], audience: str) -> list[First]:
    """What an audience is asked first."""
    asked = _ABOUT_A_PARTNER if _is_about_a_partner(instruments) else _ABOUT
    return [each for each in asked if audience not in each.not_of]


def audiences(instruments: Sequence[_core.Instrument]) -> dict[str, int]:
    """The audiences that are asked in words of their own, and how many questions; who is asked most first."""
    own = [each.audiences for instrument in instruments for each in instrument.questions]
    asked = Counter(name for audiences in own for name, wording in audiences.items() if wording.text is not None)
    return dict(sorted(asked.items(), key=lambda item: (-item[1], item[0])))


@dataclass(frozen=True)
class Put:
    """A question as an audience is asked it. In words of its own only the part that is rated is asked."""

    instrument: _core.Instrument
    question: _core.Question
    text: _core.LocalizedText
    form: str
    own: bool

    def heading(self, audience: str, lang: str) -> str:
        """What the part of the questionnaire is called in which the question stands."""
        return self.instrument.element(self.question.element).title_for(audience).get(lang)

    def about(self, audience: str, lang: str) -> str:
        """What that part is about; a heading in the words of an audience says it all."""
        element = self.instrument.element(self.question.element)
        told = audience not in element.audiences and element.description is not None
        return element.description.get(lang) if told and element.description is not None else ""


def put_to(instruments: Sequence[_core.Instrument], audience: str) -> Iterator[Put]:
    """What an audience is asked: all of a questionnaire, or of those with words of its own what is fair to ask."""
    for instrument in surveyed(instruments):
        if audience != PROFESSIONAL and not any(audience in question.audiences for question in instrument.questions):
            continue
        who = PLAIN if instrument.kind == "dyadic" and audience == PROFESSIONAL else audience
        for question in instrument.questions:
            text, own = question.wording(who), who in question.audiences
            if text is not None:
                form = "closed" if own and question.form == "mixed" else question.form
                yield Put(instrument, question, text, form, own)


def said(key: str, lang: str, audience: str) -> str:
    """A message in the words for an audience, where it has them."""
    return say(key, lang, "" if audience == PROFESSIONAL else audience)


def title_for(title: str, lang: str, audience: str) -> str:
    """What stands above a questionnaire: the title of a study or an instrument is in words of the trade."""
    return title if audience in (PROFESSIONAL, PLAIN) else said("starter.study", lang, audience)


def question_codes(instruments: Sequence[_core.Instrument], audience: str = PROFESSIONAL) -> dict[str, str]:
    """Question id → a LimeSurvey code: letters and digits, starting with a letter, at most 20, each once.

    Codes of another audience end in its name, so that an export tells who was asked.
    """
    end = "" if audience == PROFESSIONAL else re.sub(r"[^A-Za-z0-9]", "", audience)
    codes: dict[str, str] = {}
    used = {each.name for each in (*_ABOUT, *_ABOUT_A_PARTNER)}
    for instrument in instruments:
        for question in instrument.questions:
            plain = re.sub(r"[^A-Za-z0-9]", "", question.id) or "Q"
            plain = (plain if plain[0].isalpha() else "Q" + plain)[: _CODE - len(end)]
            code, number = plain + end, 1
            while code.lower() in used:
                number += 1
                code = f"{plain[: _CODE - len(end) - len(str(number)) - 1]}x{number}{end}"
            used.add(code.lower())
            codes[question.id] = code
    return codes


def choices(put: Put, audience: str, lang: str) -> list[tuple[str, str]]:
    """The answers to choose from; none of an open question."""
    if put.question.scale is None:
        return []
    labels = put.instrument.scale(put.question.scale).labels
    found = [(str(label.value).replace("-", "m"), label.text_for(audience).get(lang)) for label in labels]
    return found + [(code, said("starter.state." + code, lang, audience)) for code in ("dk", "na", "rf")]


def explained(put: Put, audience: str, lang: str) -> list[str]:
    """What stands under a question: which part is rated and which written, or what the stages are."""
    question = put.question
    if question.stages:
        stages = [f"{stage.title.get(lang)}: {stage.description.get(lang)}" for stage in question.stages]
        return [said("starter.stage", lang, audience), *([] if put.own else stages)]
    if put.form == "mixed" and question.closed_part is not None and question.open_part is not None:
        rated, written = question.closed_part.get(lang), question.open_part.get(lang)
        return [say("starter.rated", lang, text=rated), say("starter.written", lang, text=written)]
    if put.form == "mixed":
        return [say("starter.mixed", lang)]
    return [question.open_part.get(lang)] if put.form == "open" and question.open_part is not None else []


def _html(text: str) -> str:
    """A text for LimeSurvey, which takes it for HTML and runs what stands between braces."""
    return "<br />".join(html.escape(text, quote=False).translate(_ESCAPES).splitlines())


def limesurvey(
    title: str, instruments: Sequence[_core.Instrument], lang: str = "nl", audience: str = PROFESSIONAL
) -> str:
    """A survey to import into LimeSurvey, as text for a .txt file in UTF-8, in the words of an audience."""
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
    row("SL", "surveyls_welcometext", _html(said("starter.welcome", lang, audience)))
    row("SL", "surveyls_endtext", _html(said("starter.end", lang, audience)))
    question = {"relevance": "1", "mandatory": "N", "other": "N"}
    row("G", say("starter.about", lang), "", relevance="1", **{"type/scale": "1"})
    for each in first_asked(instruments, audience):
        about, kind = each.hint(audience, lang), "L" if each.steps else "S"
        row("Q", each.name, _html(each.text(audience, lang)), help=_html(about), **question, **{"type/scale": kind})
        for code, label in each.choices(audience, lang):
            row("A", code, _html(label), relevance="0", **{"type/scale": "0"})
    codes, group, heading = question_codes(instruments, audience), 1, ""
    for put in put_to(instruments, audience):
        if (put.instrument.id + put.question.element) != heading:
            heading, group = put.instrument.id + put.question.element, group + 1
            about = _html(put.about(audience, lang))
            row("G", _html(put.heading(audience, lang)), about, relevance="1", **{"type/scale": str(group)})
        kind = "T" if put.question.scale is None else "O" if put.form == "mixed" else "L"
        about = "<br />".join(_html(line) for line in explained(put, audience, lang))
        row("Q", codes[put.question.id], _html(put.text.get(lang)), help=about, **question, **{"type/scale": kind})
        for code, label in choices(put, audience, lang):
            row("A", code, _html(label), relevance="0", **{"type/scale": "0"})
    return buffer.getvalue()


def form(title: str, instruments: Sequence[_core.Instrument], lang: str = "nl", audience: str = PROFESSIONAL) -> str:
    """The questions in order, in the words of an audience, to copy into Microsoft or Google Forms or onto paper."""
    written = f"  [{say('starter.open', lang)}]"
    lines = [title, "", said("starter.welcome", lang, audience), ""]
    for each in first_asked(instruments, audience):
        asked = [f"  ({each.hint(audience, lang)})", written] if not each.steps else []
        asked += [f"  ( ) {label}" for _, label in each.choices(audience, lang)]
        lines += [each.text(audience, lang), *asked, ""]
    instrument, element = "", ""
    for put in put_to(instruments, audience):
        if put.instrument.id != instrument:
            instrument, element = put.instrument.id, ""
            lines += [] if audience != PROFESSIONAL else [put.instrument.title.get(lang), f"  {source_of(put)}", ""]
        if put.question.element != element:
            element = put.question.element
            about = put.about(audience, lang)
            lines += [f"== {put.heading(audience, lang)}", *([f"  {about}"] if about else []), ""]
        lines += [*_asked_on_paper(put, written, audience, lang), ""]
    lines += [said("starter.end", lang, audience), ""]
    if audience != PROFESSIONAL:
        sources = dict.fromkeys(source_of(put) for put in put_to(instruments, audience))
        lines += [*(say("starter.own_words", lang, source=source) for source in sources), ""]
    return "\n".join(lines)


def source_of(put: Put) -> str:
    """Where the question comes from, in one line."""
    return put.instrument.source.citation()


def _asked_on_paper(put: Put, written: str, audience: str, lang: str) -> list[str]:
    question, lines = put.question, [f"{put.question.id} {' '.join(put.text.get(lang).split())}"]
    if put.form != "mixed":
        lines += [f"  ({line})" for line in explained(put, audience, lang)]
    if question.scale is None:
        return [*lines, written]
    lines += [f"  ( ) {label}" for _, label in choices(put, audience, lang)]
    if put.form == "mixed":
        # A question of its own: houvast convert knows it by these words, or by the code with :text.
        part = question.open_part
        second = f"{question.id} {part.get(lang)}" if part is not None else f"{question.id}:text"
        lines += ["", second, *([] if part is not None else [f"  ({say('starter.mixed', lang)})"]), written]
    return lines


def answer_columns(instruments: Sequence[_core.Instrument], lang: str, audience: str) -> dict[str, list[str]]:
    """The headings of a sheet on which the answers of an audience are typed, with the words to choose from."""
    columns = {
        each.text(audience, lang): [label for _, label in each.choices(audience, lang)]
        for each in first_asked(instruments, audience)
    }
    for put in put_to(instruments, audience):
        heading = f"{put.question.id} {' '.join(put.text.get(lang).split())}"
        columns[heading] = [label for _, label in choices(put, audience, lang)]
    return columns


def network(relations: Sequence[str], wave: str, lang: str = "nl", audience: str = PROFESSIONAL) -> str:
    """Questions about each partner, in the words of an audience: how often, how far, and the four conditions.

    The relations are those of how far the collaboration goes and of how often there is contact.
    """
    partners = _core.instrument(_PARTNERS)
    who = PLAIN if audience == PROFESSIONAL else audience
    asked = [(question.id, text) for question in partners.questions if (text := question.wording(who)) is not None]
    steps = ["_" * 9] * (1 if audience in _NOT_HOW_FAR else 2)
    line = "_" * 22 + "   " + "      ".join([*steps, "    ".join(["____"] * len(asked))])
    own = "starter.network." + audience
    return say(
        own if has_message(own) else "starter.network",
        lang,
        conditions="\n".join(f"  {id}  {text.get(lang)}" for id, text in asked),
        heads="      ".join(id for id, _ in asked),
        lines="\n".join([line] * _PARTNERS_ON_PAPER),
        relation=relations[0],
        contact=relations[1],
        wave=wave,
        source=partners.source.citation(),
    )


def consent(lang: str = "nl") -> str:
    """A text to adapt: why, who sees what, from how many people, how long, and how to withdraw."""
    return say("starter.consent", lang)
