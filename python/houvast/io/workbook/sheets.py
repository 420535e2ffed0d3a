"""Writes a study as one Excel workbook: a sheet per table, with drop-downs for what may be filled in."""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping, Sequence
from itertools import zip_longest
from pathlib import Path
from typing import Any

from ... import _core
from ...results.columns import field, meaning
from ...texts import by_language, languages, right_to_left, say, templates
from ..atomic import whole_file
from ..codebook import state_words
from .matrix import MATRIX, WIDE, matrix_form
from .xlsx import Workbook

__all__ = [
    "FLAGS",
    "HELP_SHEETS",
    "JSON",
    "LABEL",
    "NONE",
    "RELATION_HEAD",
    "STUDY_SHEETS",
    "TEXTS",
    "TITLE",
    "WAVE_HEAD",
    "write_answer_sheet",
    "write_sheets",
]

# The sheets besides the tables: what study.json holds, and those that are for reading only.
STUDY_SHEETS = ("study", "waves", "relations")
HELP_SHEETS = ("explanation", "questions", "lists")
TITLE, LABEL = "title_", "label_"  # with the tag of a language behind it
TEXTS = ("id", "title_nl", "title_en", "language", "source", "licence", "retention")  # rows of the sheet of the study
FLAGS = ("fictional", "asked_known")
JSON = "json:"  # rows of that sheet that hold a key of study.json as it is, perhaps over several cells
NONE = "-"  # a wave in which no instrument was asked
WAVE_HEAD = ("id", "date", "label_nl", "label_en", "instruments")
RELATION_HEAD = ("id", "title_nl", "title_en", "directed", "max_strength", "complete")
_CELL = 32000  # Excel cuts a cell at 32,767 characters
_LAST = 5000  # drop-downs reach at least to this row, and well below the rows that are there
_WIDE = ("name", "title", "text", "answer", "evidence", "indicator", "organisation")
_DAYS = ("date", "due")  # typed as people do, shown as yyyy-mm-dd
# Vocabularies of the profile that a drop-down offers; people name decisions and expertise in their own words.
_VOCABULARIES = ("domains", "sectors", "levels", "perspectives", "roles")
_SAID = ("dont_know", "not_applicable", "refused")  # what a person may answer besides a label of the scale


class _Book(Workbook):
    """A workbook with houvast's styles, its drop-down lists on a sheet of their own."""

    def __init__(self, path: Path, lang: str) -> None:
        super().__init__(path)
        self.lang = lang
        style = {"bold": True, "bottom": 1, "bg_color": "#E8EEF4", "text_wrap": True, "valign": "top"}
        self.head = self.book.add_format(style)
        self.text = self.book.add_format({"num_format": "@", "valign": "top"})
        self.wrapped = self.book.add_format({"num_format": "@", "valign": "top", "text_wrap": True})
        self.day = self.book.add_format({"num_format": "yyyy-mm-dd", "valign": "top"})
        self.lists: list[list[str]] = []

    def sheet(self, name: str, head: Sequence[str], notes: Mapping[str, str], wide: Sequence[str] = ()) -> Any:
        sheet = self.book.add_worksheet(name)
        for at, column in enumerate(head):
            style = self.day if column in _DAYS else self.text  # as text: no code loses its leading zeros
            is_wide = column in wide or column.endswith(":text") or column.startswith((TITLE, LABEL))
            sheet.set_column(at, at, 32 if is_wide else 14, style)
            sheet.write_string(0, at, column, self.head)
            if column in notes:
                sheet.write_comment(0, at, notes[column], {"x_scale": 2})
        sheet.freeze_panes(1, 0)
        sheet.repeat_rows(0)
        self.print_wide(sheet)
        return sheet

    def choices(self, sheet: Any, column: int, words: Sequence[str], last: int, strict: bool = True) -> None:
        """A drop-down under the heading; when not strict, other texts (several words with ;) are fine too."""
        if not words:
            return
        if list(words) not in self.lists:
            self.lists.append(list(words))
        letter = _letter(self.lists.index(list(words)))
        self.list_of(sheet, column, f"={_quoted('lists', self.lang)}!${letter}$1:${letter}${len(words)}", last, strict)

    def list_of(self, sheet: Any, column: int, source: str, last: int, strict: bool = True) -> None:
        """A drop-down of the cells that a formula names."""
        title, message = say("workbook.choose.title", self.lang), say("workbook.choose.text", self.lang)
        rule = {"validate": "list", "source": source, "ignore_blank": True, "show_error": strict}
        sheet.data_validation(1, column, last, column, rule | {"error_title": title, "error_message": message})

    def close(self) -> None:
        """Writes the lists, and the file, laid out as the language is written."""
        lists = self.book.add_worksheet(_name("lists", self.lang))
        for at, words in enumerate(self.lists):
            for row, word in enumerate(words):
                lists.write_string(row, at, word)
        lists.hide()
        if right_to_left(self.lang):
            for sheet in self.book.worksheets():
                sheet.right_to_left()
        super().close()


def _letter(at: int) -> str:
    return _letter(at // 26 - 1) + chr(65 + at % 26) if at >= 26 else chr(65 + at)


def _name(sheet: str, lang: str) -> str:
    return say("workbook.sheet." + sheet, lang)


def _quoted(sheet: str, lang: str) -> str:
    """The name of a sheet as a formula has it."""
    name = _name(sheet, lang)
    return name if name.isalnum() else "'" + name.replace("'", "''") + "'"


def _said(lang: str) -> list[str]:
    return [state_words(state, lang) for state in _SAID]


def _flag(value: bool, lang: str) -> str:
    return say("workbook.flag", lang, flag="yes" if value else "no")


def _named(header: Mapping[str, Any], study: _core.Study, lang: str) -> dict[str, list[str]]:
    """What a column names → the words of its drop-down."""
    profile = json.loads(study.profile_json)
    stages = [instrument for instrument in study.instruments if instrument.kind == "stages"]
    values = sorted({x.value for instrument in stages for scale in instrument.scales for x in scale.labels})
    vocabularies = {many: [by_language(term["title"]).get(lang) for term in profile[many]] for many in _VOCABULARIES}
    return vocabularies | {
        "party_kinds": ["person", "discipline", "government", "organisation", "group"],
        "goal_kinds": ["goal", "agreement"],
        "waves": [wave["id"] for wave in header["waves"]],
        "relations": [relation["id"] for relation in header["relations"]],
        "elements": [element.id for instrument in study.instruments for element in instrument.elements],
        "dimensions": [question.id for instrument in stages for question in instrument.questions],
        "stages": [*map(str, values), *_said(lang)] if values else [],
    }


def _choices(
    book: _Book, sheet: Any, table: str, head: Sequence[str], rows: int, header: Mapping[str, Any], study: _core.Study
) -> None:
    last, lang = max(_LAST, rows + 1000), book.lang
    named = _named(header, study, lang)
    scales = {q.id: (instrument, q) for instrument in study.instruments for q in instrument.questions}
    for at, column in enumerate(head):
        about = field(table, column)
        if column in scales and scales[column][1].scale is not None:
            instrument, question = scales[column]
            labels = [label.text.get(lang) for label in instrument.scale(question.scale or "").labels]
            book.choices(sheet, at, [*labels, *_said(lang)], last)
        elif about.kind == "flag":
            book.choices(sheet, at, [_flag(True, lang), _flag(False, lang)], last, strict=True)
        elif about.kind == "list" and about.of not in _VOCABULARIES:
            continue  # several ids in one cell: no drop-down offers these
        elif about.of == "parties":
            book.list_of(sheet, at, f"={_quoted('parties', lang)}!$A$2:$A${_LAST}", last)
        elif about.of in named:
            book.choices(sheet, at, named[about.of], last, strict=about.kind != "list" and about.of != "stages")


def write_sheets(
    path: Path,
    study: _core.Study,
    tables: Mapping[str, Mapping[str, Sequence[Any]]],
    intro: Sequence[tuple[str, str]] = (),
) -> Path:
    """Writes a workbook in the study's language: the study's own sheets, and one sheet per table (column → cells).

    With `intro` it begins with that explanation, and shows all that may be told about the study.
    """
    header = json.loads(study.header_json())
    lang = header["language"]
    with whole_file(path) as temporary:
        book = _Book(temporary, lang)
        if intro:
            book.explain(_name("explanation", lang), intro)
        _study_sheets(book, header, empty=bool(intro))
        for table, columns in tables.items():
            if table == MATRIX:
                _matrix_sheet(book, study)
                continue
            head = list(columns)
            known = header.get("asked_known", True)
            notes = {column: meaning(table, column, known).say(lang) for column in head}
            notes |= _wordings(study, head, lang)
            opened = [q.id for instrument in study.instruments for q in instrument.questions if q.scale is None]
            sheet = book.sheet(_name(table, lang), head, notes, (*_WIDE, *opened))
            said = [[_flag(x, lang) if isinstance(x, bool) else x for x in cells] for cells in columns.values()]
            book.fill(sheet, said)
            _choices(book, sheet, table, head, max(map(len, said), default=0), header, study)
        _question_sheet(book, study)
        book.close()
    return path


def write_answer_sheet(path: Path, name: str, columns: Mapping[str, Sequence[str]], lang: str) -> Path:
    """Writes a workbook of one sheet to type answers in: a heading per question, with the words to choose from."""
    with whole_file(path) as temporary:
        book = _Book(temporary, lang)
        sheet = book.sheet(name, list(columns), {}, list(columns))
        for at, words in enumerate(columns.values()):
            book.choices(sheet, at, words, _LAST)
        book.close()
    return path


def _wordings(study: _core.Study, head: Sequence[str], lang: str) -> dict[str, str]:
    questions = [q for instrument in study.instruments for q in instrument.questions]
    words = {q.id: q.text.get(lang) for q in questions}
    words |= {
        f"{q.id}:text": f"{say('workbook.written', lang)}: {(q.open_part or q.text).get(lang)}" for q in questions
    }
    return {column: words[column] for column in head if column in words}


def _study_sheets(book: _Book, header: Mapping[str, Any], empty: bool) -> None:
    lang = book.lang
    plain = {"id": header["id"], **_told(TITLE, header["title"], _tags([header["title"]]))}
    plain |= {key: header.get(key, "") for key in TEXTS if key not in plain and (empty or key in header)}
    plain |= {"fictional": _flag(True, lang)} if header.get("fictional") else {}
    plain |= {} if header.get("asked_known", True) else {"asked_known": _flag(False, lang)}
    listed = all(isinstance(instrument, str) for instrument in header["instruments"])
    if listed:
        plain["instruments"] = ";".join(header["instruments"])
    rows = [[key, str(text), _meaning(key, lang)] for key, text in plain.items()]
    done = {"schema", "title", "waves", "relations", *FLAGS, *(["instruments"] if listed else []), *TEXTS}
    for key in header:
        if key not in done:
            text = json.dumps(header[key], ensure_ascii=False)
            rows.append([JSON + key, *(text[at : at + _CELL] for at in range(0, len(text), _CELL))])
    head = [say("workbook.heading." + name, lang) for name in ("what", "value", "meaning")]
    sheet = book.sheet(_name("study", lang), head, {})
    sheet.set_column(1, 1, 48, book.text)
    sheet.set_column(2, 2, 60, book.text)
    book.fill(sheet, zip_longest(*rows))
    _waves_sheet(book, header["waves"])
    _relations_sheet(book, header.get("relations", []))


def _meaning(key: str, lang: str) -> str:
    """What a row of the sheet of the study is for."""
    if key == "language":
        return say("workbook.study.language", lang, choices=languages())
    if key.startswith(TITLE) and key not in TEXTS:
        return say("workbook.study.title", lang, tag=key.removeprefix(TITLE))
    return say("workbook.study." + key, lang)


def _waves_sheet(book: _Book, waves: Sequence[Mapping[str, Any]]) -> None:
    tags = _tags(wave.get("label") for wave in waves)
    rows = [
        {
            "id": wave["id"],
            "date": wave.get("date"),
            **_told(LABEL, wave.get("label"), tags),
            "instruments": ";".join(wave.get("instruments", [])) or NONE,
        }
        for wave in waves
    ]
    _rows_sheet(book, "waves", WAVE_HEAD, rows, templates("workbook.wave.", book.lang))


def _relations_sheet(book: _Book, relations: Sequence[Mapping[str, Any]]) -> None:
    tags = _tags(relation["title"] for relation in relations)
    rows = [
        {
            "id": relation["id"],
            **_told(TITLE, relation["title"], tags),
            **{key: _shown(relation.get(key), book.lang) for key in ("directed", "max_strength", "complete")},
        }
        for relation in relations
    ]
    _rows_sheet(book, "relations", RELATION_HEAD, rows, templates("workbook.relation.", book.lang))


def _rows_sheet(
    book: _Book, name: str, head: Sequence[str], rows: Sequence[Mapping[str, Any]], notes: Mapping[str, str]
) -> None:
    head = list(rows[0]) if rows else head
    book.fill(
        book.sheet(_name(name, book.lang), head, notes, _WIDE), [[row[column] for row in rows] for column in head]
    )


def _tags(texts: Iterable[Mapping[str, str] | None]) -> list[str]:
    """The languages that texts have: Dutch and English always."""
    return list(dict.fromkeys(["nl", "en", *(tag for words in texts if words for tag in words)]))


def _told(prefix: str, words: Mapping[str, str] | None, tags: Sequence[str]) -> dict[str, str]:
    return {prefix + tag: (words or {}).get(tag, "") for tag in tags}


def _shown(value: Any, lang: str) -> str:
    if value is None or isinstance(value, bool):
        return "" if value is None else _flag(value, lang)
    return str(int(value)) if value == int(value) else str(value)


def _matrix_sheet(book: _Book, study: _core.Study) -> None:
    """The prevention matrix, to fill in, to read and to print."""
    form = matrix_form(study, book.lang)
    if form is None:
        return
    sheet = book.sheet(_name(MATRIX, book.lang), form.head, form.notes)
    sheet.set_column(0, 0, 24, book.wrapped)
    sheet.set_column(1, len(form.head) - 1, WIDE, book.wrapped)
    for at, height in enumerate(form.heights(), 1):
        sheet.set_row(at, height)
    book.fill(sheet, zip(*form.rows, strict=True))


def _question_sheet(book: _Book, study: _core.Study) -> None:
    lang = book.lang
    head = [say("workbook.heading." + name, lang) for name in ("question", "element", "wording", "answers")]
    sheet = book.sheet(_name("questions", lang), head, {})
    sheet.set_column(1, 1, 28, book.wrapped)
    sheet.set_column(2, 3, 60, book.wrapped)
    rows = []
    for instrument in study.instruments:
        for q in instrument.questions:
            labels = [f"{x.value} = {x.text.get(lang)}" for x in instrument.scale(q.scale).labels] if q.scale else []
            answers = "; ".join(labels) or say("workbook.open_question", lang)
            rows.append([q.id, instrument.element(q.element).title.get(lang), q.text.get(lang), answers])
    for at, row in enumerate(rows, 1):
        needed = max(1 + len(row[1]) // 24, 1 + len(row[2]) // 54, 1 + len(row[3]) // 54)
        sheet.set_row(at, 15 * needed)
    book.fill(sheet, zip(*rows, strict=True))
