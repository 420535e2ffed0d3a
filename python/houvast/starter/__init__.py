"""A new study folder: study.json and tables with headings only, and what is needed to ask people."""

from __future__ import annotations

import contextlib
import json
import os
import re
from collections.abc import Sequence
from pathlib import Path
from typing import Any

from .. import _core
from ..errors import MissingExtraError, ParseError, Where, problem
from ..io.atomic import make_folder, write_text
from ..io.folder import STUDY_FILES
from ..io.whole_folder import whole_folder
from ..texts import languages, say
from . import survey
from .mirror import mirror

__all__ = ["write_answers", "write_helpers", "write_starter"]

_WAVE = "1"
# How far a collaboration goes and how often there is contact are two things; their steps are on the questionnaire.
_RELATIONS = {"samenwerking": "starter.relation", "contact": "starter.relation_contact"}
# The first sheet of the workbook, in order.
_INTRO = (
    "book",
    "begin",
    "headings",
    "lists",
    "days",
    "wave",
    "empty",
    "nobody",
    "text",
    "names",
    "check",
    "own_sheets",
)


def _in_all(key: str) -> dict[str, str]:
    """A message as a text of a study, which has one for every language."""
    return {lang: say(key, lang) for lang in languages()}


def _own(path: Path) -> _core.Instrument:
    try:
        return _core.Instrument.parse(path.read_text(encoding="utf-8-sig"), path.name)
    except (OSError, UnicodeDecodeError) as error:
        subject, expected = "problem.subject.file", "problem.expected.instrument_file"
        raise problem(ParseError, "HV-101", subject, expected, Where(str(path))) from error


def chosen(names: Sequence[str]) -> list[_core.Instrument]:
    """The instruments by id, or from the .json files of one's own; each once."""
    shipped = _core.instruments()
    return [
        _own(Path(name)) if name not in shipped and name.endswith(".json") else _core.instrument(name)
        for name in dict.fromkeys(names or ["six-elements"])
    ]


def _header(name: str, instruments: Sequence[_core.Instrument], lang: str) -> dict[str, Any]:
    shipped = _core.instruments()
    held = [each.id if each.id in shipped else json.loads(each.json) for each in instruments]
    return {
        "schema": "houvast-study/1",
        "id": name.replace(";", "-"),
        "title": _in_all("starter.study"),
        "language": lang,
        "instruments": held,
        "waves": [{"id": _WAVE, "label": _in_all("starter.wave")}],
        "relations": [
            {"id": id, "title": _in_all(title), "directed": False, "max_strength": 4}
            for id, title in _RELATIONS.items()
        ],
    }


def _empty(header: dict[str, Any], instruments: Sequence[_core.Instrument]) -> tuple[_core.Study, dict[str, list[str]]]:
    """A study of one party, since none has fewer, and the headings that a new one starts with."""
    study = _core.study_from_json(json.dumps({**header, "parties": [{"id": "x"}]}).encode())
    headings = {name: list(columns) for name, (columns, _) in study.tables().items()}
    questions = []
    for instrument in survey.asked(instruments):
        for question in instrument.questions:
            questions.append(question.id)
            if question.form == "mixed":
                questions.append(f"{question.id}:text")
    people = ["wave", "respondent", "party"]
    if not {*people, "question"} & set(questions):  # else a row per answer, as any study can have it
        headings["answers"] = [*people, *questions]
    return study, headings


def write_starter(folder: Path, instruments: Sequence[str] = (), lang: str = "nl") -> Path:
    """Writes a folder to begin a study in; answers are in wide form, one column per question of the instruments.

    Parameters
    ----------
    folder : path
        The folder, which must not hold a study yet.
    instruments : sequence of str
        Ids of instruments, or files of your own.
    lang : str
        Language of the texts, one of `houvast.languages()`.

    Returns
    -------
    pathlib.Path
        The folder.

    Raises
    ------
    UnknownKeyError
        HV-501 for an instrument, HV-503 for a language that does not exist.
    """
    asked = chosen(instruments)
    header = _header(Path(os.path.normpath(Path.cwd() / folder)).name, asked, lang)
    _, headings = _empty(header, asked)
    with whole_folder(folder, STUDY_FILES) as fresh:
        for name, columns in headings.items():
            write_text(fresh / f"{name}.csv", ",".join(columns) + "\n")
        write_text(fresh / "study.json", json.dumps(header, ensure_ascii=False, indent=2) + "\n")
    return folder


def write_helpers(
    folder: Path, instruments: Sequence[str] = (), lang: str = "nl"
) -> tuple[Path, MissingExtraError | None]:
    """Writes what is needed to ask people, in a folder of the study: a workbook, questionnaires, a consent text.

    Parameters
    ----------
    folder : path
        The folder of the study.
    instruments : sequence of str
        Ids of instruments, or files of your own.
    lang : str
        Language of the texts, one of `houvast.languages()`.

    Returns
    -------
    tuple of pathlib.Path and MissingExtraError, or None
        The folder, and the error of the extra `excel` when there is no workbook because of it.
    """
    asked = chosen(instruments)
    header = _header(Path(os.path.normpath(Path.cwd() / folder)).name, asked, lang)
    place = folder / say("starter.folder", lang)
    make_folder(place)
    book, missing = f"{header['id']}.xlsx", None
    try:
        write_template(place / book, header, asked, lang)
    except MissingExtraError as error:
        missing = error
    shared, mirrors = [each for each in asked if not each.private], _write_mirrors(place, asked, lang)
    title = say("starter.study", lang)
    names = ("readme", "limesurvey", "form", "network", "consent")
    readme, lime, form, network, consent = (say("starter.file." + name, lang) for name in names)
    of_partners = [each for each in shared if each.kind == "dyadic"]
    questions = len(of_partners) < len(shared)
    if questions:
        write_text(place / lime, survey.limesurvey(title, shared, lang))
        write_text(place / form, survey.form(title, shared, lang))
    own_words = [each for each in survey.audiences(shared) if questions or each != survey.PLAIN]
    told = [_write_audience(place, survey.title_for(title, lang, each), shared, lang, each) for each in own_words]
    write_text(place / network, survey.network(list(_RELATIONS), _WAVE, lang))
    _write_about_partners(place, of_partners, lang, survey.PROFESSIONAL)
    write_text(place / consent, survey.consent(lang))
    files = "".join(f" --instrument {name}" for name in instruments if name.endswith(".json"))
    parts = {
        "book": "" if missing else say("starter.book", lang, name=book),
        "survey": say("starter.survey", lang, lime=lime, form=form) if questions else "",
        "mirror": say("starter.mirror", lang, files=mirrors) if mirrors else "",
        "audiences": _about_audiences(told, lang, with_answers=missing is None),
        "export": say("starter.export", lang, lime=lime, own=files) if questions else "",
    }
    write_text(
        place / readme, say("starter.readme", lang, study=header["id"], network=network, consent=consent, **parts)
    )
    return place, missing


def _write_mirrors(place: Path, instruments: Sequence[_core.Instrument], lang: str) -> list[str]:
    """Writes a page for each instrument of which the answers stay with who gave them; returns their names."""
    names = []
    for instrument in instruments:
        if instrument.private:
            names.append(say("starter.file.mirror", lang, name=instrument.id))
            write_text(place / names[-1], mirror(instrument, lang))
    return names


def _write_audience(place: Path, title: str, instruments: Sequence[_core.Instrument], lang: str, audience: str) -> str:
    """Writes what an audience is asked in its own words, and a sheet to type answers in; returns their folder."""
    name = re.sub(r"\W+", "-", say("starter.audience", lang, who=audience, name=audience))
    lime, form, answers, network = (
        say("starter.file." + kind, lang) for kind in ("limesurvey", "form", "answers", "network")
    )
    make_folder(place / name)
    of_partners = [each for each in instruments if each.kind == "dyadic"]
    if len(of_partners) < len(instruments) and any(survey.put_to(instruments, audience)):
        write_text(place / name / lime, survey.limesurvey(title, instruments, lang, audience))
        write_text(place / name / form, survey.form(title, instruments, lang, audience))
        with contextlib.suppress(MissingExtraError):  # the workbook of the study has told which extra is lacking
            write_answers(place / name / answers, instruments, lang, audience)
    if audience != survey.PLAIN and audience in survey.audiences(of_partners):
        write_text(place / name / network, survey.network(list(_RELATIONS), _WAVE, lang, audience))
        _write_about_partners(place / name, of_partners, lang, audience)
    return name


def _write_about_partners(place: Path, instruments: Sequence[_core.Instrument], lang: str, audience: str) -> None:
    """Writes the questionnaire about one partner, to fill in once for each: for LimeSurvey, Forms, and to type in."""
    if not instruments:
        return
    title = survey.title_for(instruments[0].title.get(lang), lang, audience)
    kinds = ("partners_limesurvey", "partners_form", "partners")
    lime, form, answers = (place / say("starter.file." + kind, lang) for kind in kinds)
    write_text(lime, survey.limesurvey(title, instruments, lang, audience))
    write_text(form, survey.form(title, instruments, lang, audience))
    with contextlib.suppress(MissingExtraError):  # the workbook of the study has told which extra is lacking
        write_answers(answers, instruments, lang, audience)


def _about_audiences(folders: Sequence[str], lang: str, with_answers: bool) -> str:
    """What the folders of the audiences hold."""
    if not folders:
        return ""
    answers = say("starter.audiences_answers", lang, answers=say("starter.file.answers", lang)) if with_answers else ""
    return say("starter.audiences", lang, folders=list(folders)) + answers


def write_answers(
    path: Path, instruments: Sequence[_core.Instrument], lang: str = "nl", audience: str = survey.PROFESSIONAL
) -> Path:
    """Writes an empty sheet on which the answers of an audience can be typed, for `houvast convert`.

    Parameters
    ----------
    path : path
        The .xlsx file to write.
    instruments : sequence of Instrument
        What is asked.
    lang : str
        Language of the texts, one of `houvast.languages()`.
    audience : str
        In whose words: "professional", or an audience of the instruments such as "parent".

    Returns
    -------
    pathlib.Path
        The file.

    Raises
    ------
    MissingExtraError
        HV-601 without the extra `excel`.
    """
    from ..io.workbook.sheets import write_answer_sheet

    columns = survey.answer_columns(instruments, lang, audience)
    return write_answer_sheet(path, say("workbook.sheet.answers", lang), columns, lang)


def write_template(
    path: Path, header: dict[str, Any], instruments: Sequence[_core.Instrument], lang: str = "nl"
) -> Path:
    """Writes an empty workbook with a sheet per table, drop-downs and an explanation (extra `excel`)."""
    from ..io.workbook.sheets import write_sheets

    study, headings = _empty(header, instruments)
    intro = [
        (say("starter.intro." + key + ".heading", lang), say("starter.intro." + key, lang, name=path.name))
        for key in _INTRO
    ]
    return write_sheets(path, study, {name: dict.fromkeys(columns, ()) for name, columns in headings.items()}, intro)
