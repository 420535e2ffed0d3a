"""The answers of a study for R, with labels and the reason why an answer is missing."""

from __future__ import annotations

import os
from pathlib import Path

from .. import _core
from ..texts import say
from .atomic import write_text
from .codebook import STATES, codebook
from .csv import csv_text, table_csv
from .frames import study_to_tables
from .inside import INSIDE
from .whole_folder import whole_folder

__all__ = ["write_r"]

_FILES = ("lees-intern.R", "antwoorden-intern.csv", "partijen-intern.csv", "codeboek.csv")
_SCRIPT = """\
# {inside}
# {about}
here <- local({{
  sourced <- unlist(lapply(sys.frames(), function(frame) frame$ofile))
  arguments <- sub("^--file=", "", grep("^--file=", commandArgs(FALSE), value = TRUE))
  if (length(sourced)) dirname(sourced[length(sourced)]) else if (length(arguments)) dirname(arguments[1]) else "."
}})
# {escaped}
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
# {ordered}
antwoord <- function(vraag) {{
  regels <- codeboek[codeboek$variable == vraag & codeboek$missing == "False" & !is.na(codeboek$value), ]
  factor(antwoorden$value[antwoorden$question == vraag], levels = as.integer(regels$value),
         labels = regels$value_label_nl, ordered = TRUE)
}}
"""


def write_r(study: _core.Study, folder: str | os.PathLike[str]) -> Path:
    """Writes a folder for R: tidy answers and parties as CSV, a codebook, and a script that reads them."""
    book = codebook(study)
    rows = (row.values() for row in book.to_dicts())
    states = ", ".join(f'"{state}"' for state in STATES)
    name = study.id.replace("\n", " ")
    words = {
        "about": say("workbook.r.about", "nl", study=name),
        "escaped": say("workbook.r.escaped", "nl"),
        "ordered": say("workbook.r.ordered", "nl"),
    }
    with whole_folder(folder, _FILES) as fresh:
        table_csv(study.tidy_answers(), fresh / "antwoorden-intern.csv")
        table_csv(study_to_tables(study)["parties"], fresh / "partijen-intern.csv")
        write_text(fresh / "codeboek.csv", csv_text(book.columns, rows))
        write_text(fresh / "lees-intern.R", _SCRIPT.format(inside=INSIDE, states=states, **words))
    return Path(folder)
