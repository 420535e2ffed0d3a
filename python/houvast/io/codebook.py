"""The codebook of a study: what each variable and value is, and which codes mean that there is none."""

from __future__ import annotations

from .. import _core
from ..results.columns import meaning
from ..texts import Claim, say

__all__ = ["STATES", "TABLE_OF_KIND", "codebook", "missing_codes", "state_words", "wording_of_text"]

# The states of an answer without a value; in .sav their codes count down from below every scale.
STATES = ("dont_know", "not_applicable", "refused", "skipped", "not_asked")
# Kind of instrument → the table that tells of it, where that is not answers.
TABLE_OF_KIND = {"stages": "assessments", "dyadic": "ties"}


def missing_codes(study: _core.Study) -> dict[str, int]:
    """The code of each state without a value, below every scale of the study."""
    lowest = min([0, *(scale.min for instrument in study.instruments for scale in instrument.scales)])
    return {state: lowest - 1 - at for at, state in enumerate(STATES)}


def state_words(state: str, lang: str) -> str:
    """What a state of an answer is called."""
    return say("workbook.state", lang, state=state)


def wording_of_text(question: _core.Question) -> _core.LocalizedText:
    """The wording of what is written with a question."""
    return question.open_part or question.text if question.form == "mixed" else question.text


def codebook(study: _core.Study) -> _core.Table:
    """One row per table, variable and value: labels in Dutch and English, and which codes are missing values."""
    rows: list[tuple[str, str, str, str, str, int | None, str | None, str | None, bool]] = []
    for table, (columns, _) in study.tables().items():
        for column in columns:
            about = meaning(table, column, study.asked_known)
            rows.append((table, column, "column", about.say("nl"), about.say("en"), None, None, None, False))
    codes = missing_codes(study)
    for instrument in study.instruments:
        scales = {scale.id: scale for scale in instrument.scales}
        table = TABLE_OF_KIND.get(instrument.kind, "answers")
        for question in instrument.questions:
            first = (table, question.id, question.form, question.text.nl, question.text.en)
            if question.form != "closed":
                part = wording_of_text(question)
                name = question.id if question.scale is None else question.id + ":text"
                rows.append((table, name, "open", part.nl, part.en, None, None, None, False))
            if question.scale is None:
                continue
            for label in scales[question.scale].labels:
                rows.append((*first, label.value, label.text.nl, label.text.en, False))
            for state in STATES:
                rows.append((*first, codes[state], state_words(state, "nl"), state_words(state, "en"), True))
    columns = [
        ("table", "column.codebook_table"),
        ("variable", "column.codebook_variable"),
        ("type", "column.codebook_type"),
        ("label_nl", "column.label_dutch"),
        ("label_en", "column.label_english"),
        ("value", "column.codebook_value"),
        ("value_label_nl", "column.value_words_dutch"),
        ("value_label_en", "column.value_words_english"),
        ("missing", "column.value_missing"),
    ]
    cells = list(zip(*rows, strict=True))
    made = [(name, Claim(key), list(values)) for (name, key), values in zip(columns, cells, strict=True)]
    return _core.make_table(Claim("title.codebook", {"study": study.id}), made, Claim("method.codebook"))
