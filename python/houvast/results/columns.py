"""What the columns of a study's tables mean: for codebooks, workbooks and data frames."""

from __future__ import annotations

from ..texts import Claim

__all__ = ["HELP_SHEETS", "MEANING", "SHEETS", "STUDY_SHEETS", "meaning"]

# Table → its name in a Dutch workbook.
SHEETS = {
    "parties": "partijen",
    "answers": "antwoorden",
    "ties": "banden",
    "assessments": "beoordelingen",
    "goals": "doelen",
}

# The other sheets of a workbook: what study.json holds, and sheets that are for reading only.
STUDY_SHEETS = {"study": "studie", "waves": "rondes", "relations": "relaties"}
HELP_SHEETS = {"explanation": "uitleg", "questions": "vragen", "lists": "keuzelijsten"}

# Table → column → the message that says what it means.
MEANING: dict[str, dict[str, str]] = {
    "parties": {
        "id": "column.party_code",
        "name": "column.party_name",
        "kind": "column.party_kind",
        "domain": "column.party_domain",
        "sector": "column.party_sector",
        "level": "column.party_level",
        "organisation": "column.party_organisation",
        "perspective": "column.party_perspective",
        "roles": "column.party_roles",
        "mandates": "column.party_mandates",
        "motives": "column.party_motives",
        "expertise": "column.party_expertise",
        "knows_motives_of": "column.knows_motives_of",
        "forms": "column.party_forms",
        "offers": "column.party_offers",
        "consent": "column.party_consent",
        "asked": "column.party_people_asked",
        "waves": "column.party_waves",
    },
    "answers": {
        "wave": "column.wave_id",
        "respondent": "column.answer_respondent",
        "party": "column.party_id",
        "question": "column.question_id",
        "answer": "column.answer_given",
        "text": "column.answer_text",
    },
    "ties": {
        "wave": "column.wave_id",
        "reporter": "column.tie_reporter",
        "from": "column.tie_from",
        "to": "column.tie_to",
        "relation": "column.tie_relation",
        "strength": "column.tie_strength_told",
        "P1": "column.P1",
        "P2": "column.P2",
        "P3": "column.P3",
        "P4": "column.P4",
    },
    "assessments": {
        "wave": "column.wave_id",
        "assessor": "column.assessor",
        "assessor_party": "column.assessor_party",
        "object_a": "column.object_a",
        "object_b": "column.object_b",
        "dimension": "column.assessed_dimension",
        "stage": "column.assessed_stage",
        "evidence": "column.assessed_evidence",
    },
    "goals": {
        "id": "column.goal_id",
        "kind": "column.goal_kind",
        "element": "column.goal_element",
        "title": "column.goal_title",
        "owner": "column.goal_owner",
        "indicator": "column.goal_indicator",
        "target": "column.goal_target",
        "due": "column.goal_due",
        "secured": "column.goal_secured",
    },
}


def meaning(table: str, column: str, asked_known: bool = True) -> Claim:
    """What a column means; own columns and columns per wave are explained too.

    `asked_known` is that of the study: whether the parties tell how many people were asked.
    """
    if (table, column) == ("parties", "asked") and not asked_known:
        return Claim("column.party_people_asked_at_least")
    if column in MEANING[table]:
        return Claim(MEANING[table][column])
    if table == "goals" and column.startswith("value:"):
        return Claim("column.goal_value", {"wave": column.removeprefix("value:")})
    return Claim("column.own_column")
