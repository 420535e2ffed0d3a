"""What the columns of a study's tables mean, in Dutch and English: for codebooks, workbooks and data frames."""

from __future__ import annotations

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

_WAVE = ("de ronde", "id of the wave")
MEANING: dict[str, dict[str, tuple[str, str]]] = {
    "parties": {
        "id": ("korte code waarmee andere bladen deze partij noemen", "what other tables call this party"),
        "name": ("hoe mensen deze partij noemen", "what people call it"),
        "kind": (
            "soort: person (een persoon), discipline, government (overheid), organisation, group (groep)",
            "person, discipline, government, organisation or group",
        ),
        "domain": ("domein, bijvoorbeeld onderwijs of zorg", "domain of the profile"),
        "sector": ("sector, bijvoorbeeld primair onderwijs", "sector of the profile"),
        "level": ("niveau: uitvoering, beleid of bestuur", "level of the profile"),
        "organisation": ("organisatie; partijen met dezelfde naam horen bij elkaar", "organisation it belongs to"),
        "perspective": ("vanuit wie: professional, ouder, jongere, …", "perspective of the profile"),
        "roles": ("rollen, meerdere met een puntkomma ertussen", "roles, separated by semicolons"),
        "mandates": ("waarover deze partij kan beslissen, met ; ertussen", "decisions it can take"),
        "motives": ("redenen om samen te werken, M1 tot M5, met ; ertussen", "motives to collaborate, M1 to M5"),
        "expertise": ("waarvoor anderen hier terechtkunnen, met ; ertussen", "what others can come to it for"),
        "knows_motives_of": ("codes van partijen van wie zij de redenen kent", "parties whose motives it knows"),
        "forms": ("vormen van samenwerking, F1.1 tot F3.3, met ; ertussen", "forms of collaboration"),
        "offers": ("aanbod: behoefte/leeftijd/zwaarte, met ; ertussen", "offer as need/age/support level"),
        "consent": ("mag deze partij met naam in een plaatje: ja of nee", "may be shown by name: yes or no"),
        "asked": ("hoeveel mensen van deze partij zijn gevraagd", "how many of its people were asked"),
        "waves": ("rondes waaraan deze partij meedoet; leeg is alle", "waves it takes part in; empty = all"),
    },
    "answers": {
        "wave": _WAVE,
        "respondent": ("code van wie antwoordde", "id of who answered"),
        "party": ("code van de partij", "id of the party"),
        "question": ("code van de vraag", "id of the question"),
        "answer": ("het antwoord: een getal, een woord van de schaal of 'weet ik niet'", "a value, label or state"),
        "text": ("wat erbij is geschreven", "what was written with it"),
    },
    "ties": {
        "wave": _WAVE,
        "reporter": ("de partij die het zegt", "the party that says it"),
        "from": ("van welke partij", "one end of the tie"),
        "to": ("met welke partij; leeg: met niemand", "the other end; empty: no ties at all"),
        "relation": ("welke band", "id of the relation"),
        "strength": ("hoe vaak of hoe sterk; 0 is geen band", "from 0 (no tie) to the relation's max_strength"),
        "P1": ("kent de expertise van de ander", "knows the expertise of the other"),
        "P2": ("weet wie waarvoor te vragen", "knows whom to ask what"),
        "P3": ("vertrouwt de kwaliteit en de manier van doen", "trusts quality and way of acting"),
        "P4": ("heeft afspraken over wie wat doet", "has agreed on responsibilities"),
    },
    "assessments": {
        "wave": _WAVE,
        "assessor": ("code van wie beoordeelt", "id of who judges"),
        "assessor_party": ("partij van wie beoordeelt; leeg: een buitenstaander", "party; empty: an outsider"),
        "object_a": ("over welke partij; leeg: de hele samenwerking", "what is judged; empty: the whole"),
        "object_b": ("met object_a: over dit tweetal", "with object_a: this pair"),
        "dimension": ("code van de vraag, bijvoorbeeld G1", "question of a stage instrument"),
        "stage": ("de fase: een getal of het woord", "a stage of its scale, or a state"),
        "evidence": ("waar dat aan te zien is", "free text; never scored"),
    },
    "goals": {
        "id": ("korte code van het doel", "id of the goal"),
        "kind": ("goal (doel) of agreement (afspraak)", "goal or agreement"),
        "element": ("bij welk element, bijvoorbeeld E1", "element that it serves"),
        "title": ("wat willen jullie bereiken of hebben jullie afgesproken", "what is wanted or agreed"),
        "owner": ("welke partij trekt dit; leeg: nog niemand", "party; empty: nobody yet"),
        "indicator": ("wat jullie tellen of meten", "what is counted or measured"),
        "target": ("welk getal jullie willen halen", "the number to reach"),
        "due": ("wanneer, als jjjj-mm-dd", "day, as yyyy-mm-dd"),
        "secured": ("blijft dit zonder extra moeite in stand: ja of nee", "kept up without effort: yes or no"),
    },
}


_ASKED_AT_LEAST = (
    "hoeveel mensen van deze partij zeker zijn gevraagd; wie gevraagd is, is niet bijgehouden",
    "how many of its people are known to have been asked; who was asked was not recorded",
)


def meaning(table: str, column: str, lang: str = "nl", asked_known: bool = True) -> str:
    """What a column means; own columns and columns per wave are explained too.

    `asked_known` is that of the study: whether the parties tell how many people were asked.
    """
    if (table, column) == ("parties", "asked") and not asked_known:
        return _ASKED_AT_LEAST[lang == "en"]
    if column in MEANING[table]:
        return MEANING[table][column][lang == "en"]
    if table == "goals" and column.startswith("value:"):
        wave = column.removeprefix("value:")
        return f"value of the indicator in wave {wave}" if lang == "en" else f"het getal in ronde {wave}"
    return "own column" if lang == "en" else "eigen kolom"
