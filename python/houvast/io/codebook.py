"""The codebook of a study, and its answers for R and SPSS with labels and missing codes. Exact: for inside use."""

from __future__ import annotations

import os
from pathlib import Path
from typing import Any

from .. import _core
from ..errors import MissingExtraError
from ..results.columns import meaning
from .atomic import write_text
from .tables import INSIDE, csv_text, inside_path, sav_names, table_csv, write_sav_file

__all__ = ["STATES", "answers_from_sav", "codebook", "write_r", "write_sav"]

# State → its words; in .sav the codes count down from below every scale.
STATES = {
    "dont_know": ("weet ik niet", "don't know"),
    "not_applicable": ("niet van toepassing", "not applicable"),
    "refused": ("wil ik niet zeggen", "prefer not to say"),
    "skipped": ("overgeslagen", "skipped"),
    "not_asked": ("niet gevraagd", "not asked"),
}
_TABLES = {"stages": "assessments", "dyadic": "ties"}  # where other instruments than answers are told


def _missing_codes(study: _core.Study) -> dict[str, int]:
    lowest = min([0, *(scale.min for instrument in study.instruments for scale in instrument.scales)])
    return {state: lowest - 1 - at for at, state in enumerate(STATES)}


def _written(question: _core.Question) -> _core.LocalizedText:
    """The wording of what is written with a question."""
    return question.open_part or question.text if question.form == "mixed" else question.text


def codebook(study: _core.Study) -> _core.Table:
    """One row per table, variable and value: labels in Dutch and English, and which codes are missing values."""
    rows: list[tuple[str, str, str, str, str, int | None, str | None, str | None, bool]] = []
    for table, (columns, _) in study.tables().items():
        for column in columns:
            nl, en = (meaning(table, column, lang, study.asked_known) for lang in ("nl", "en"))
            rows.append((table, column, "column", nl, en, None, None, None, False))
    codes = _missing_codes(study)
    for instrument in study.instruments:
        scales = {scale.id: scale for scale in instrument.scales}
        table = _TABLES.get(instrument.kind, "answers")
        for question in instrument.questions:
            first = (table, question.id, question.form, question.text.nl, question.text.en)
            if question.form != "closed":
                part = _written(question)
                name = question.id if question.scale is None else question.id + ":text"
                rows.append((table, name, "open", part.nl, part.en, None, None, None, False))
            if question.scale is None:
                continue
            for label in scales[question.scale].labels:
                rows.append((*first, label.value, label.text.nl, label.text.en, False))
            for state, (nl, en) in STATES.items():
                rows.append((*first, codes[state], nl, en, True))
    columns = [
        ("table", "table of the study format"),
        ("variable", "column, or id of a question"),
        ("type", "column; closed, open or mixed for a question"),
        ("label_nl", "what it is, in Dutch: the exact wording of a question"),
        ("label_en", "what it is, in English"),
        ("value", "a value of the scale, or a code for a missing value"),
        ("value_label_nl", "the words for the value, in Dutch"),
        ("value_label_en", "the words for the value, in English"),
        ("missing", "whether the code means that there is no value"),
    ]
    cells = list(zip(*rows, strict=True))
    made = [(name, about, list(values)) for (name, about), values in zip(columns, cells, strict=True)]
    return _core.make_table(f"Codebook of {study.id}", made, "variables, labels, values and missing codes")


_R = """\
# {inside}
# Leest de antwoorden van {study} in R; labels als factor, ontbrekend als NA met de reden in de kolom state.
here <- local({{
  sourced <- unlist(lapply(sys.frames(), function(frame) frame$ofile))
  arguments <- sub("^--file=", "", grep("^--file=", commandArgs(FALSE), value = TRUE))
  if (length(sourced)) dirname(sourced[length(sourced)]) else if (length(arguments)) dirname(arguments[1]) else "."
}})
# Teksten die een rekenblad zou uitvoeren staan in de bestanden met een ' ervoor; hier gaat die eraf.
plain <- function(data) {{
  for (name in names(data)) if (is.character(data[[name]]))
    data[[name]] <- sub("^'(?='*[=+@\\t\\r-])", "", data[[name]], perl = TRUE)
  data
}}
read <- function(name) plain(utils::read.csv(file.path(here, name), encoding = "UTF-8", na.strings = "",
                                             colClasses = "character", check.names = FALSE))
antwoorden <- read("antwoorden-intern.csv")
antwoorden$value <- as.integer(antwoorden$value)
antwoorden$state <- factor(antwoorden$state, levels = c("answered", {states}))
codeboek <- read("codeboek.csv")
partijen <- read("partijen-intern.csv")
partijen$asked <- as.integer(partijen$asked)
# De antwoorden op een vraag als geordende factor: antwoord("E1.1")
antwoord <- function(vraag) {{
  regels <- codeboek[codeboek$variable == vraag & codeboek$missing == "False" & !is.na(codeboek$value), ]
  factor(antwoorden$value[antwoorden$question == vraag], levels = as.integer(regels$value),
         labels = regels$value_label_nl, ordered = TRUE)
}}
"""


def write_r(study: _core.Study, folder: str | os.PathLike[str]) -> Path:
    """Writes a folder for R: tidy answers and parties as CSV, a codebook, and a script that reads them."""
    from .frames import study_to_tables

    place = Path(folder)
    place.mkdir(parents=True, exist_ok=True)
    table_csv(study.tidy_answers(), place / "antwoorden-intern.csv")
    table_csv(study_to_tables(study, "nl")["parties"], place / "partijen-intern.csv")
    book = codebook(study)
    rows = (row.values() for row in book.to_dicts())
    write_text(place / "codeboek.csv", csv_text([column.name for column in book.columns], rows))
    states = ", ".join(f'"{state}"' for state in STATES)
    name = study.id.replace("\n", " ")
    write_text(place / "lees-intern.R", _R.format(inside=INSIDE, study=name, states=states))
    return place


def write_sav(study: _core.Study, path: str | os.PathLike[str], lang: str = "nl") -> Path:
    """Writes the answers as SPSS .sav: a row per respondent and wave, a variable per question with its wording, value
    labels, and don't know, not applicable, refused, skipped and not asked as declared missing values; returns where.
    """
    try:
        import pandas as pd
    except ImportError as error:
        raise MissingExtraError.of("spss", "pandas") from error
    english, codes = lang == "en", _missing_codes(study)
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
    labels = {key: f"{key}: {meaning('answers', key, lang)}" for key in columns}
    values: dict[str, dict[int, str]] = {}
    missing = {state: words[english] for state, words in STATES.items()}
    for instrument in study.instruments:
        scales = {scale.id: scale for scale in instrument.scales}
        for question in instrument.questions:
            seen = any(person.get(question.id + ":state", "not_asked") != "not_asked" for person in people)
            if instrument.kind in _TABLES and not seen:
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
                labels[key] = f"{key}: {_written(question).get(lang)}"
    safe = dict(zip(columns, sav_names(columns), strict=True))
    low = min(codes.values())
    frame = pd.DataFrame({safe[key]: cells for key, cells in columns.items()})
    return write_sav_file(
        frame,
        inside_path(path),
        {safe[key]: label for key, label in labels.items()},
        {safe[key]: each for key, each in values.items()},
        missing_ranges={safe[key]: [{"lo": low, "hi": max(codes.values())}] for key in values},
        variable_measure={safe[key]: "ordinal" for key in values},
    )


def answers_from_sav(path: str | os.PathLike[str]) -> Any:
    """The answers of a .sav that `study.to_sav` wrote, as a wide frame for `houvast.study_from_frames(answers=…)`."""
    try:
        import pyreadstat
    except ImportError as error:
        raise MissingExtraError.of("spss", "pyreadstat") from error
    frame, about = pyreadstat.read_sav(str(path), user_missing=True)
    labels, names = about.variable_value_labels, about.column_names_to_labels
    for name, words in labels.items():
        frame[name] = [words.get(value, value) for value in frame[name].tolist()]
    return frame.rename(columns={name: (names[name] or name).split(": ", 1)[0] for name in frame.columns})
