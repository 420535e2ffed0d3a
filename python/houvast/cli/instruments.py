"""The command `houvast instruments`: the list, one of them with all its words, and questionnaires made of it."""

from __future__ import annotations

import argparse
import json
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Final

from .. import _core
from ..errors import choose
from ..io.atomic import vacant, write_bytes, write_text
from ..starter import chosen, survey, write_answers
from ..starter.mirror import mirror
from ..starter.paper import paper, paper_docx
from ..texts import Claim, licence_words, say
from .given import tell
from .parsing import Parser
from .screen import print_json

__all__ = ["FORMS", "add_arguments_of_instruments", "instruments"]

_ENDINGS: Final = {"paper": ".html", "docx": ".docx", "xlsx": ".xlsx", "limesurvey": ".txt", "mirror": ".html"}
FORMS: Final = tuple(_ENDINGS)
_SAME: Final = {"excel": "xlsx", "word": "docx"}  # what people call them
_ALONE: Final = ("paper", "docx", "mirror")  # what nobody but the one who answers collects
_OWN: Final = "own definition"  # as the source of a scale


def _form(word: str) -> str:
    """The form that a word means."""
    return _SAME.get(word.casefold(), word)


def instruments(args: argparse.Namespace) -> int:
    """Lists the instruments, shows one of them, or writes a questionnaire."""
    if args.name is None:
        return _list(args)
    (instrument,) = chosen([args.name])
    audiences = [survey.PROFESSIONAL, *survey.audiences([instrument])]
    choose(args.audience, audiences, Claim("problem.subject.option", {"name": "audience"}))
    if args.form is not None:
        return _write(args, instrument)
    if args.json:
        print_json(json.loads(instrument.json))
    else:
        print("\n".join(_shown(instrument, args.audience, args.lang)))
    return 0


def _list(args: argparse.Namespace) -> int:
    found = [_core.instrument(name) for name in _core.instruments()]
    if args.json:
        rows = [
            {"id": i.id, "version": i.version, "title": i.title.get(args.lang), "questions": len(i.questions)}
            for i in found
        ]
        print_json(rows)
    else:
        for i in found:
            print(f"{i.id:17} {i.version:7} {len(i.elements):3} {len(i.questions):3}  {i.title.get(args.lang)}")
    return 0


def _write(args: argparse.Namespace, instrument: _core.Instrument) -> int:
    """Writes a questionnaire in one of the forms."""
    lang, audience, asked = args.lang, args.audience, [instrument]
    if not list(survey.put_to(asked, audience)):
        tell(args, "cli.instrument.nothing_asked", name=instrument.id, audience=audience)
        return 2
    fitting = _ALONE if instrument.private else [form for form in FORMS if form != "mirror"]
    choose(args.form, fitting, Claim("problem.subject.option", {"name": "as"}))
    place = _place(args, instrument)
    title = survey.title_for(instrument.title.get(lang), lang, audience)
    write: dict[str, Callable[[], object]] = {
        "paper": lambda: write_text(place, paper(title, asked, lang, audience)),
        "docx": lambda: write_bytes(place, paper_docx(title, asked, lang, audience)),
        "xlsx": lambda: write_answers(place, asked, lang, audience),
        "limesurvey": lambda: write_text(place, survey.limesurvey(title, asked, lang, audience)),
        "mirror": lambda: write_text(place, mirror(instrument, lang)),
    }
    write[args.form]()
    if args.json:
        print_json({"done": True, "written": str(place)})
    else:
        tell(args, "cli.written", path=place)
    return 0


def _place(args: argparse.Namespace, instrument: _core.Instrument) -> Path:
    """The file to write: as said, or named after the instrument and the audience."""
    name = instrument.id if args.audience == survey.PROFESSIONAL else f"{instrument.id}-{args.audience}"
    place = Path(args.out or name + _ENDINGS[args.form])
    vacant(place, args.force)
    return place


def _shown(instrument: _core.Instrument, audience: str, lang: str) -> Iterator[str]:
    """Everything that an instrument says, and which of its words are the source's and which are own."""
    yield f"{instrument.title.get(lang)} ({instrument.id} {instrument.version})"
    yield instrument.description.get(lang)
    yield ""
    yield say("cli.instrument.source", lang, source=instrument.source.citation())
    yield say("cli.instrument.licence", lang, licence=licence_words(instrument.licence, lang))
    yield say("cli.instrument.validated", lang, validated="yes" if instrument.validated else "no")
    if instrument.private:
        yield say("cli.instrument.private", lang)
    for scale in instrument.scales:
        labels = ", ".join(f"{label.value} {label.text_for(audience).get(lang)}" for label in scale.labels)
        own = "yes" if scale.source == _OWN else "no"
        yield say("cli.instrument.scale", lang, id=scale.id, source=scale.source, labels=labels, own=own)
    yield from _whose_words(instrument, lang)
    for element in instrument.elements:
        yield from _heading(element, audience, lang)
        for question in instrument.questions:
            if question.element == element.id:
                yield from _question(question, audience, lang)


def _whose_words(instrument: _core.Instrument, lang: str) -> Iterator[str]:
    """What is quoted, and for whom there are own words."""
    own = [say("cli.instrument.own", lang, name=name, n=n) for name, n in survey.audiences([instrument]).items()]
    yield say("cli.instrument.words", lang, n=len(instrument.questions))
    if own:
        yield say("cli.instrument.own_words", lang, audiences=own)


def _heading(element: _core.Element, audience: str, lang: str) -> Iterator[str]:
    yield ""
    yield f"{element.id} {element.title_for(audience).get(lang)}"
    if element.description is not None and audience == survey.PROFESSIONAL:
        yield "   " + say("cli.instrument.explained", lang, text=element.description.get(lang))


def _question(question: _core.Question, audience: str, lang: str) -> Iterator[str]:
    """A question as an audience is asked it, with what is rated, what is hard about it, and what was given up."""
    own = question.audiences.get(audience)
    words = question.wording(audience)
    scale = f"  [{question.scale}]" if question.scale is not None else ""
    if own is not None and words is None:
        yield f"  {question.id:6} {say('cli.instrument.not_asked', lang, reason=_text(own.not_for, lang))}"
        return
    yield f"  {question.id:6} {_text(words, lang)}{scale}"
    told = {"source": question.text, "note": own.note} if own is not None else {"caution": question.caution}
    if own is None and question.form == "mixed":
        told = {"rated": question.closed_part, "written": question.open_part, **told}
    for what, text in told.items():
        if text is not None:
            yield "         " + say("cli.instrument.about", lang, what=what, text=text.get(lang))


def _text(text: _core.LocalizedText | None, lang: str) -> str:
    return "" if text is None else text.get(lang)


def add_arguments_of_instruments(sub: Parser) -> None:
    """The options of `houvast instruments`."""
    sub.add_argument("name", nargs="?", help="cli.help.instrument_or_its_file")
    sub.add_argument("--as", dest="form", type=_form, choices=FORMS, help="cli.help.questionnaire_to_write")
    sub.add_argument("--audience", default=survey.PROFESSIONAL, help="cli.help.in_whose_words")
    sub.add_argument("-o", "--out", help="cli.help.file_of_the_questionnaire")
    sub.add_argument("--force", action="store_true", help="cli.help.replace_a_file")
