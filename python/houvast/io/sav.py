"""Tables and the answers of a study as SPSS .sav, with labels and missing codes, and back."""

from __future__ import annotations

import errno
import importlib.util
import os
import re
from collections.abc import Iterable, Mapping
from pathlib import Path
from typing import Any

from .. import _core
from ..errors import MissingExtraError, ParseError, ValidationError, Where, problem, reason_of
from ..results.cells import cells_of
from ..results.columns import meaning
from ..texts import Claim
from .apart import EndedError, read_apart
from .atomic import asked_about, whole_file
from .codebook import STATES, TABLE_OF_KIND, missing_codes, state_words, wording_of_text
from .inside import INSIDE, inside_path

__all__ = ["answers_from_sav", "sav_names", "table_sav", "variables_of", "write_sav"]

_LONGEST = 32767  # bytes in a text of an SPSS file
_LABEL, _VALUE_LABEL = 255, 120  # and in its labels of variables and of values


def sav_names(names: Iterable[str]) -> list[str]:
    """Names that SPSS allows, each once: letters, digits and . _ $ # @, starting with a letter, not ending in a dot."""
    made: list[str] = []
    for name in names:
        safe = re.sub(r"[^A-Za-z0-9_.$#@]", "_", name).rstrip(".")[:60] or "V"
        safe = safe if safe[0].isalpha() else "V" + safe
        number, unique = 1, safe
        while unique.lower() in (other.lower() for other in made):
            number += 1
            unique = f"{safe}_{number}"
        made.append(unique)
    return made


def _cut(text: str, most: int) -> str:
    """As much of a text as fits in so many bytes."""
    return text.encode("utf-8")[:most].decode("utf-8", "ignore")


def _write(
    frame: Any,
    path: Path,
    column_labels: Mapping[str, str],
    variable_value_labels: Mapping[str, Mapping[int, str]] | None = None,
    **more: Any,
) -> Path:
    """Writes a pandas frame as .sav, whole or not at all; labels are cut to what SPSS allows, texts never are."""
    try:
        import pyreadstat
    except ImportError as error:
        raise MissingExtraError.of("spss", "pyreadstat") from error
    for name in frame.columns:
        for row, cell in enumerate(frame[name] if frame[name].dtype.kind in "OT" else (), 1):
            if isinstance(cell, str) and 4 * len(cell) > _LONGEST and len(cell.encode("utf-8")) > _LONGEST:
                where = Where("", row, str(name))
                raise problem(
                    ValidationError, "HV-302", "problem.subject.long_text", "problem.expected.spss_text", where
                )
    values = variable_value_labels or {}
    more["column_labels"] = {name: _cut(label, _LABEL) for name, label in column_labels.items()}
    more["variable_value_labels"] = {
        name: {value: _cut(label, _VALUE_LABEL) for value, label in labels.items()} for name, labels in values.items()
    }
    with whole_file(path) as temporary:
        try:
            pyreadstat.write_sav(frame, str(temporary), file_label=_cut(INSIDE, 64), **more)
            pyreadstat.read_sav(
                str(temporary), usecols=list(frame.columns[:1])
            )  # on a full disk it only seemed to write
        except pyreadstat.ReadstatError as error:  # it does not tell what the system said
            raise OSError(errno.EIO, str(error)) from None
    return path


def table_sav(table: _core.Table, path: str | os.PathLike[str]) -> Path:
    """Writes an exact table as SPSS .sav with the meaning of each column as its label; returns where."""
    try:
        import pandas as pd
    except ImportError as error:
        raise MissingExtraError.of("spss", "pandas") from error
    safe = sav_names(table.columns)
    data = {}
    for name, column, cells in zip(safe, table.fields, cells_of(table).values(), strict=True):
        texts = isinstance(column.values, list)
        data[name] = pd.Series(
            ["" if cell is None else cell for cell in cells]
            if texts
            else pd.array(cells, dtype="Float64").astype(float)
        )
    labels = {name: f"{column.name}: {column.description}" for name, column in zip(safe, table.fields, strict=True)}
    return _write(pd.DataFrame(data), inside_path(path), labels)


def write_sav(study: _core.Study, path: str | os.PathLike[str], lang: str = "nl") -> Path:
    """Writes the answers as SPSS .sav: a row per respondent and wave, a variable per question with its wording, value
    labels, and don't know, not applicable, refused, skipped and not asked as declared missing values; returns where.
    """
    try:
        import pandas as pd
    except ImportError as error:
        raise MissingExtraError.of("spss", "pandas") from error
    codes = missing_codes(study)
    records: dict[tuple[str, str], dict[str, Any]] = {}
    for row in study.tidy_answers(lang).to_dicts():
        record = records.setdefault((row["wave"], row["respondent"]), {"party": row["party"]})
        record[row["question"]] = (
            codes[row["state"]] if row["value"] is None and row["state"] in codes else row["value"]
        )
        record[row["question"] + ":text"] = row["text"] or ""
        record[row["question"] + ":state"] = row["state"]
    people = [{"wave": wave, "respondent": who, **record} for (wave, who), record in records.items()]
    columns: dict[str, list[Any]] = {key: [person[key] for person in people] for key in ("wave", "respondent", "party")}
    labels = {key: f"{key}: {meaning('answers', key).say(lang)}" for key in columns}
    values: dict[str, dict[int, str]] = {}
    missing = {state: state_words(state, lang) for state in STATES}
    for instrument in study.instruments:
        scales = {scale.id: scale for scale in instrument.scales}
        for question in instrument.questions:
            seen = any(person.get(question.id + ":state", "not_asked") != "not_asked" for person in people)
            if instrument.kind in TABLE_OF_KIND and not seen:
                continue
            words = question.text.get(lang)
            if question.scale is not None:
                columns[question.id] = [person.get(question.id, codes["not_asked"]) for person in people]
                labels[question.id] = f"{question.id}: {words}"
                values[question.id] = {x.value: x.text.get(lang) for x in scales[question.scale].labels}
                values[question.id] |= {codes[state]: text for state, text in missing.items()}
            if question.form != "closed":
                # An open question without a text still tells what happened to it, in words.
                key = question.id if question.scale is None else question.id + ":text"
                columns[key] = [
                    person.get(question.id + ":text")
                    or (missing.get(person.get(question.id + ":state", ""), "") if question.scale is None else "")
                    for person in people
                ]
                labels[key] = f"{key}: {wording_of_text(question).get(lang)}"
    safe = dict(zip(columns, sav_names(columns), strict=True))
    low = min(codes.values())
    frame = pd.DataFrame({safe[key]: cells for key, cells in columns.items()})
    return _write(
        frame,
        inside_path(path),
        {safe[key]: label for key, label in labels.items()},
        {safe[key]: each for key, each in values.items()},
        missing_ranges={safe[key]: [{"lo": low, "hi": max(codes.values())}] for key in values},
        variable_measure={safe[key]: "ordinal" for key in values},
    )


def answers_from_sav(path: str | os.PathLike[str]) -> Any:
    """The answers of a .sav that `study.to_sav` wrote, as a wide frame for `houvast.study_from_frames(answers=…)`.

    Raises ParseError HV-101 where there is no file, HV-116 for one that is no SPSS file.
    """
    place = asked_about(path)
    where = Where(place.name)
    try:
        place.stat()
    except FileNotFoundError as error:
        expected = Claim("problem.expected.readable_file", {"reason": reason_of(error)})
        raise problem(ParseError, "HV-101", "problem.subject.file", expected, where) from None
    found = variables_of(place)
    if found is None:
        raise problem(ParseError, "HV-116", "problem.subject.file", "problem.expected.spss", where)
    import pandas as pd

    columns = [[words.get(cell, cell) for cell in cells] for _, _, cells, words in found]
    frame = pd.DataFrame(dict(enumerate(columns)))
    frame.columns = [(label or name).split(": ", 1)[0] for name, label, _, _ in found]
    return frame


def variables_of(path: Path) -> list[tuple[str, str | None, list[Any], dict[Any, str]]] | None:
    """Name, label, cells (None where missing) and value labels of each variable; nothing for what is no SPSS file."""
    if importlib.util.find_spec("pyreadstat") is None:
        raise MissingExtraError.of("spss", "pyreadstat")
    try:
        found: list[tuple[str, str | None, list[Any], dict[Any, str]]] | None = read_apart(
            Path(__file__).with_name("sav_reader.py"), [str(path.absolute())]
        )
    except EndedError:
        return None
    return found
