"""A study as one Excel workbook: a sheet per table, with drop-downs for what may be filled in, that reads back."""

from __future__ import annotations

import difflib
import json
import os
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any

from . import _core
from .atomic import whole_file
from .columns import SHEETS, meaning
from .errors import Issue, MissingExtraError, ParseError, ValidationError, Where
from .frames_in import study_to_tables
from .tables_out import put, workbook_of

__all__ = ["read_workbook", "write_sheets", "write_workbook"]

STUDY, WAVES, RELATIONS = "studie", "rondes", "relaties"
HELP = ("uitleg", "vragen", "keuzelijsten")  # sheets that are for reading only
_ENGLISH = {STUDY: "study", WAVES: "waves", RELATIONS: "relations"}
_TEXTS = ("id", "title_nl", "title_en", "language", "source", "licence", "retention")
_FLAGS = ("fictional", "asked_known")
_KEYS = (*_TEXTS, *_FLAGS, "instruments")
_JSON = "json:"  # rows of the study sheet that hold a key of study.json as it is, perhaps over several cells
_CELL = 32000  # Excel cuts a cell at 32,767 characters
_LAST = 5000  # drop-downs reach to this row
_STATES = ("weet ik niet", "niet van toepassing", "wil ik niet zeggen")
_NONE = "-"  # a wave in which no instrument was asked
_WAVE_HEAD = ("id", "date", "label_nl", "label_en", "instruments")
_RELATION_HEAD = ("id", "title_nl", "title_en", "directed", "max_strength", "complete")


# ---- reading


def _problem(code: str, subject: str, value: str, expected: str, where: Where) -> ParseError:
    message = f"[{code}] {where.file}: {subject} '{value}'; expected {expected}"
    return ParseError(message, [Issue(code, subject, value, expected, where, message)])


def _nobody(sheet: str) -> ValidationError:
    message = f"[HV-210] {sheet}: parties; expected at least one party, from row 2"
    where = Where(sheet, 2)
    return ValidationError(message, [Issue("HV-210", "parties", "", "at least one party, from row 2", where, message)])


def _sheets(path: Path) -> dict[str, list[list[Any]]]:
    try:
        from python_calamine import CalamineError, CalamineWorkbook
    except ImportError as error:
        raise MissingExtraError.of("excel", "python-calamine") from error
    try:
        book = CalamineWorkbook.from_path(str(path))
        return {name: book.get_sheet_by_name(name).to_python(skip_empty_area=False) for name in book.sheet_names}
    except (OSError, ValueError, CalamineError) as error:
        raise _problem("HV-101", "file", "", f"an Excel workbook ({error})", Where(path.name)) from error


def _text(cell: Any) -> str:
    if isinstance(cell, float) and cell.is_integer():
        return str(int(cell))
    if isinstance(cell, bool):
        return "yes" if cell else "no"
    if hasattr(cell, "isoformat"):
        return str(cell.isoformat())[:10]
    return str(cell).strip()


def _unknown(code: str, subject: str, value: str, known: Sequence[str], where: Where) -> ValidationError:
    near = difflib.get_close_matches(value, known, 1)
    expected = f"one of {', '.join(known)}" + (f" ('{near[0]}' perhaps)" if near else "")
    place = ", ".join([where.file, *([f"row {where.row}"] if where.row else []), f"column {where.column}"])
    message = f"[{code}] {place}: unknown {subject} '{value}'; expected {expected}"
    return ValidationError(message, [Issue(code, f"unknown {subject}", value, expected, where, message)])


def _records(rows: Sequence[Sequence[Any]], known: Sequence[str], file: str) -> list[dict[str, str]]:
    """Rows under a heading, as texts; what is empty is left out."""
    head = [_text(cell) for cell in rows[0]] if rows else []
    for name in head:
        if name and name not in known:
            raise _unknown("HV-111", "column", name, known, Where(file, None, name))
    records = [{name: _text(cell) for name, cell in zip(head, row, strict=False) if name} for row in rows[1:]]
    return [{name: cell for name, cell in record.items() if cell} for record in records if any(record.values())]


def _flag(word: str) -> bool | str:
    """Yes or no; another word as it is, for the core to say what is wrong with it."""
    folded = word.lower()
    if folded in ("yes", "ja", "true", "1", "waar"):
        return True
    return False if folded in ("no", "nee", "false", "0", "onwaar") else word


def _words(record: Mapping[str, str], name: str) -> dict[str, str]:
    dutch, english = record.get(f"{name}_nl", ""), record.get(f"{name}_en", "")
    return {"nl": dutch or english, "en": english or dutch}


def _header(
    study: Sequence[Sequence[Any]], waves: list[dict[str, str]], relations: list[dict[str, str]], file: str
) -> dict[str, Any]:
    given: dict[str, str] = {}
    for at, row in enumerate(study[1:], 2):
        cells = [str(cell) if isinstance(cell, str) else _text(cell) for cell in row]
        if cells and cells[0].strip():
            key = cells[0].strip()
            if key not in _KEYS and not key.startswith(_JSON):
                raise _unknown("HV-110", "key", key, _KEYS, Where(file, at, str(study[0][0])))
            given[key] = "".join(cells[1:]) if cells[0].startswith(_JSON) else (cells[1:] or [""])[0].strip()
    header: dict[str, Any] = {"schema": "houvast-study/1", "id": given.get("id", ""), "title": _words(given, "title")}
    header |= {key: given[key] for key in ("language", "source", "licence", "retention") if given.get(key)}
    header |= {key: _flag(given[key]) for key in _FLAGS if given.get(key)}
    header["instruments"] = [name.strip() for name in given.get("instruments", "").split(";") if name.strip()]
    header["waves"], header["relations"] = [], []
    for record in waves:
        wave: dict[str, Any] = {"id": record.get("id", "")}
        wave |= {"date": record["date"]} if "date" in record else {}
        if "label_nl" in record or "label_en" in record:
            wave["label"] = _words(record, "label")
        if "instruments" in record:
            names = [name.strip() for name in record["instruments"].split(";")]
            wave["instruments"] = [name for name in names if name and name != _NONE]
        header["waves"].append(wave)
    for record in relations:
        relation: dict[str, Any] = {"id": record.get("id", ""), "title": _words(record, "title")}
        relation |= {key: _flag(record[key]) for key in ("directed", "complete") if key in record}
        if "max_strength" in record:
            try:
                relation["max_strength"] = float(record["max_strength"].replace(",", "."))
            except ValueError:
                relation["max_strength"] = record["max_strength"]  # the core says what is wrong with it
        header["relations"].append(relation)
    for key, text in given.items():
        if key.startswith(_JSON):
            try:
                header[key.removeprefix(_JSON)] = json.loads(text)
            except ValueError:
                raise _problem("HV-104", "cell", key, "JSON, as houvast wrote it", Where(STUDY)) from None
    return header


def read_workbook(path: str | os.PathLike[str]) -> _core.Study:
    """The study in a workbook; places in messages are the sheet, the row and the column as Excel shows them."""
    place = Path(path)
    sheets = _sheets(place)
    known = {name: name for name in (*_ENGLISH, *HELP, *SHEETS)}
    known |= {dutch: name for name, dutch in SHEETS.items()} | {english: dutch for dutch, english in _ENGLISH.items()}
    found: dict[str, list[list[Any]]] = {}
    for name, rows in sheets.items():
        folded = name.strip().lower()
        if folded.startswith("x_"):
            continue  # a sheet of one's own
        if folded not in known or known[folded] in found:
            expected = ", ".join([*_ENGLISH, *SHEETS.values()]) + ", each once, or a name that starts with x_"
            raise _problem("HV-117", "sheet", name, expected, Where(f"{place.name}, {name}"))
        found[known[folded]] = rows
    if STUDY not in found:
        raise _problem("HV-109", "sheet", STUDY, "a sheet that says which study this is", Where(place.name))
    waves = _records(found.get(WAVES, []), _WAVE_HEAD, f"{place.name}, {WAVES}")
    relations = _records(found.get(RELATIONS, []), _RELATION_HEAD, f"{place.name}, {RELATIONS}")
    header = _header(found[STUDY], waves, relations, f"{place.name}, {STUDY}")
    tables = []
    for table, dutch in SHEETS.items():
        rows = found.get(table, [])
        head = [_text(cell) for cell in rows[0]] if rows else []
        while head and not head[-1]:
            head.pop()
        kept = [(at, row) for at, row in enumerate(rows[1:], 2) if any(_text(cell) for cell in row)]
        if not kept:
            if table == "parties":
                raise _nobody(f"{place.name}, {dutch}")
            continue
        columns = [(name, [row[i] if i < len(row) else "" for _, row in kept]) for i, name in enumerate(head)]
        where = f"{place.name}, {dutch}"
        beyond = [at for at, row in kept if any(_text(cell) for cell in row[len(head) :])]
        if beyond:
            expected = f"{len(head)} cells, one per column"
            message = f"[HV-113] {where}, row {beyond[0]}: a cell without a heading; expected {expected}"
            issue = Issue("HV-113", "a cell without a heading", "", expected, Where(where, beyond[0]), message)
            raise ValidationError(message, [issue])
        tables.append(_core.columns_from_items(columns, table, where, 2, [at for at, _ in kept]))
    return _core.study_from_columns(json.dumps(header).encode("utf-8"), tables, f"{place.name}, {STUDY}")


# ---- writing


class _Book:
    """A workbook with houvast's styles, its drop-down lists on a sheet of their own."""

    def __init__(self, path: Path) -> None:
        self.book = workbook_of(path)
        self.head = self.book.add_format({"bold": True, "bottom": 1, "bg_color": "#E8EEF4", "text_wrap": True})
        self.text = self.book.add_format({"num_format": "@"})
        self.lists: list[tuple[str, list[str]]] = []

    def sheet(self, name: str, head: Sequence[str], notes: Mapping[str, str]) -> Any:
        sheet = self.book.add_worksheet(name)
        for at, column in enumerate(head):
            sheet.write_string(0, at, column, self.head)
            if column in notes:
                sheet.write_comment(0, at, notes[column], {"x_scale": 2})
            sheet.set_column(at, at, 14, self.text)  # as text: no code loses its leading zeros
        sheet.freeze_panes(1, 0)
        return sheet

    def choices(self, sheet: Any, column: int, words: Sequence[str], strict: bool = True) -> None:
        """A drop-down under the heading; when not strict, other texts (several words with ;) are fine too."""
        if not words:
            return
        names = [listed for listed, _ in self.lists]
        key = "\n".join(words)
        if key not in names:
            self.lists.append((key, list(words)))
        at = [listed for listed, _ in self.lists].index(key)
        letter = _letter(at)
        rule = {"validate": "list", "source": f"={HELP[2]}!${letter}$1:${letter}${len(words)}", "ignore_blank": True}
        rule |= {} if strict else {"show_error": False}
        rule |= {"error_title": "Kies uit de lijst", "error_message": "Dit woord staat niet in de lijst."}
        sheet.data_validation(1, column, _LAST, column, rule)

    def close(self) -> None:
        lists = self.book.add_worksheet(HELP[2])
        for at, (_, words) in enumerate(self.lists):
            for row, word in enumerate(words):
                lists.write_string(row, at, word)
        lists.hide()
        self.book.close()


def _letter(at: int) -> str:
    return _letter(at // 26 - 1) + chr(65 + at % 26) if at >= 26 else chr(65 + at)


def _choices(
    book: _Book, sheet: Any, table: str, head: Sequence[str], header: Mapping[str, Any], study: _core.Study
) -> None:
    """Drop-downs for vocabularies, yes and no, scale labels, waves, relations, and codes of the sheet of parties."""
    flags = ["ja", "nee"]
    profile = json.loads(study.profile_json)
    terms = {
        name: [term["title"]["nl"] for term in profile[name]]
        for name in ("domains", "sectors", "levels", "perspectives", "roles")
    }
    fixed = {
        "domain": terms["domains"],
        "sector": terms["sectors"],
        "level": terms["levels"],
        "perspective": terms["perspectives"],
        "kind": ["goal", "agreement"]
        if table == "goals"
        else ["person", "discipline", "government", "organisation", "group"],
        "consent": flags,
        "secured": flags,
        "P1": flags,
        "P2": flags,
        "P3": flags,
        "P4": flags,
        "wave": [wave["id"] for wave in header["waves"]],
        "relation": [relation["id"] for relation in header["relations"]],
        "element": [element.id for instrument in study.instruments for element in instrument.elements],
        "dimension": [
            q.id for instrument in study.instruments if instrument.kind == "stages" for q in instrument.questions
        ],
    }
    parties = ("party", "reporter", "from", "to", "assessor_party", "object_a", "object_b", "owner")
    scales = {q.id: (instrument, q) for instrument in study.instruments for q in instrument.questions}
    for at, column in enumerate(head):
        if (column in fixed and table != "answers") or column == "wave":
            book.choices(sheet, at, fixed[column])
        elif column == "roles":
            book.choices(sheet, at, terms["roles"], strict=False)
        elif column in parties:
            rule = {"validate": "list", "source": f"={SHEETS['parties']}!$A$2:$A${_LAST}", "ignore_blank": True}
            sheet.data_validation(1, at, _LAST, at, rule)
        elif column in scales and scales[column][1].scale is not None:
            instrument, question = scales[column]
            labels = [label.text.nl for label in instrument.scale(question.scale or "").labels]
            book.choices(sheet, at, [*labels, *_STATES])


def write_sheets(
    path: Path,
    study: _core.Study,
    tables: Mapping[str, tuple[Sequence[str], Sequence[Sequence[Any]]]],
    intro: Sequence[tuple[str, str]] = (),
) -> Path:
    """Writes a workbook: explanation, the study's own sheets, and one sheet per table (columns, rows)."""
    header = json.loads(study.header_json())
    with whole_file(path) as temporary:
        book = _Book(temporary)
        if intro:
            sheet = book.book.add_worksheet(HELP[0])
            bold, wrap = (
                book.book.add_format({"bold": True, "valign": "top"}),
                book.book.add_format({"text_wrap": True}),
            )
            sheet.set_column(0, 0, 24)
            sheet.set_column(1, 1, 96)
            for at, (key, words) in enumerate(intro):
                sheet.write_string(at, 0, key, bold)
                sheet.write_string(at, 1, words, wrap)
        _study_sheets(book, header)
        for table, (head, rows) in tables.items():
            notes = {column: meaning(table, column, asked_known=header.get("asked_known", True)) for column in head}
            notes |= _wordings(study, head)
            sheet = book.sheet(SHEETS[table], head, notes)
            for line, row in enumerate(rows, 1):
                for at, value in enumerate(row):
                    if value is not None and value != "":
                        put(sheet, line, at, _fits(value), None if isinstance(value, int | float) else book.text)
            _choices(book, sheet, table, head, header, study)
        _question_sheet(book, study)
        book.close()
    return path


def _fits(value: Any) -> Any:
    if isinstance(value, bool):
        return "ja" if value else "nee"
    if isinstance(value, str) and len(value) > 32767:
        expected = "at most 32,767 characters in a cell of a workbook; use a folder or .json"
        message = f"[HV-302] a text of {len(value)} characters; expected {expected}"
        raise ValidationError(message, [Issue("HV-302", "text", "", expected, Where(), message)])
    return value


def _wordings(study: _core.Study, head: Sequence[str]) -> dict[str, str]:
    words = {q.id: q.text.nl for instrument in study.instruments for q in instrument.questions}
    words |= {f"{name}:text": f"wat erbij is geschreven: {text}" for name, text in words.items()}
    return {column: words[column] for column in head if column in words}


def _study_sheets(book: _Book, header: Mapping[str, Any]) -> None:
    title = header["title"]
    plain = {"id": header["id"], "title_nl": title["nl"], "title_en": title["en"]}
    plain |= {key: header[key] for key in _TEXTS if key in header and key not in plain}
    plain |= {"fictional": "ja"} if header.get("fictional") else {}
    plain |= {} if header.get("asked_known", True) else {"asked_known": "nee"}
    listed = all(isinstance(instrument, str) for instrument in header["instruments"])
    if listed:
        plain["instruments"] = ";".join(header["instruments"])
    rows = [[key, str(text)] for key, text in plain.items()]
    done = {"schema", "title", "waves", "relations", *_FLAGS, *(["instruments"] if listed else []), *_TEXTS}
    for key in header:
        if key not in done:
            text = json.dumps(header[key], ensure_ascii=False)
            rows.append([_JSON + key, *(text[at : at + _CELL] for at in range(0, len(text), _CELL))])
    sheet = book.sheet(STUDY, ("wat", "waarde"), {})
    sheet.set_column(1, 1, 60, book.text)
    _fill(sheet, rows, book.text)
    waves = [
        [wave["id"], wave.get("date", ""), *_both(wave.get("label")), ";".join(wave.get("instruments", [])) or _NONE]
        for wave in header["waves"]
    ]
    _fill(book.sheet(WAVES, _WAVE_HEAD, {"date": "de dag, als jjjj-mm-dd; de oudste ronde eerst"}), waves, book.text)
    relations = [
        [
            each["id"],
            *_both(each["title"]),
            *(_shown(each.get(key)) for key in ("directed", "max_strength", "complete")),
        ]
        for each in header.get("relations", [])
    ]
    notes = {
        "directed": "ja: van A naar B is iets anders dan van B naar A",
        "max_strength": "het hoogste dat iemand kan invullen",
    }
    _fill(book.sheet(RELATIONS, _RELATION_HEAD, notes), relations, book.text)


def _both(words: Mapping[str, str] | None) -> tuple[str, str]:
    return (words["nl"], words["en"]) if words else ("", "")


def _shown(value: Any) -> str:
    return "" if value is None else ("ja" if value else "nee") if isinstance(value, bool) else str(value)


def _fill(sheet: Any, rows: Sequence[Sequence[str]], style: Any) -> None:
    for line, row in enumerate(rows, 1):
        for at, text in enumerate(row):
            if text:
                sheet.write_string(line, at, text, style)


def _question_sheet(book: _Book, study: _core.Study) -> None:
    head = ("vraag", "element", "tekst", "antwoorden")
    sheet = book.sheet(HELP[1], head, {})
    sheet.set_column(2, 3, 70, book.text)
    rows = []
    for instrument in study.instruments:
        for q in instrument.questions:
            labels = (
                [f"{x.value} = {x.text.nl}" for x in instrument.scale(q.scale).labels] if q.scale else ["open vraag"]
            )
            rows.append([q.id, instrument.element(q.element).title.nl, q.text.nl, "; ".join(labels)])
    _fill(sheet, rows, book.text)


def write_workbook(study: _core.Study, path: str | os.PathLike[str]) -> Path:
    """Writes a filled study as a workbook that `houvast.load` reads back. Exact data: for inside use."""
    tables = {}
    for name, table in study_to_tables(study).items():
        rows = [list(row.values()) for row in table.to_dicts()]
        tables[name] = ([column.name for column in table.columns], rows)
    return write_sheets(Path(path), study, tables)
