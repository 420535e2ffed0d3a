"""The words in a workbook of a study, in Dutch and English."""

from __future__ import annotations

__all__ = ["CHOOSE", "HEADINGS", "RELATION_NOTES", "STUDY_NOTES", "WAVE_NOTES"]

# What a drop-down says about a word that is not in its list.
CHOOSE = {
    "nl": ("Kies uit de lijst", "Dit woord staat niet in de lijst."),
    "en": ("Choose from the list", "This word is not in the list."),
}
HEADINGS = {
    "nl": {
        "what": "wat",
        "value": "waarde",
        "meaning": "uitleg",
        "question": "vraag",
        "element": "element",
        "wording": "tekst",
        "answers": "antwoorden",
        "open": "open vraag",
        "text": "wat erbij is geschreven",
    },
    "en": {
        "what": "what",
        "value": "value",
        "meaning": "meaning",
        "question": "question",
        "element": "element",
        "wording": "text",
        "answers": "answers",
        "open": "open question",
        "text": "what was written with it",
    },
}
STUDY_NOTES = {
    "id": ("korte code van de studie", "short code of the study"),
    "title_nl": ("hoe de studie heet, in het Nederlands", "what the study is called, in Dutch"),
    "title_en": ("hoe de studie heet, in het Engels", "what the study is called, in English"),
    "language": ("taal van verslagen: nl of en", "language of reports: nl or en"),
    "source": ("waar de gegevens vandaan komen", "where the data come from"),
    "licence": ("wat anderen met de gegevens mogen", "what others may do with the data"),
    "retention": ("tot wanneer jullie de antwoorden bewaren", "until when you keep the answers"),
    "fictional": ("ja: de gegevens zijn verzonnen", "yes: the data are made up"),
    "asked_known": (
        "nee: wie gevraagd is, is niet bijgehouden",
        "no: who was asked was not recorded",
    ),
    "instruments": (
        "codes van de vragenlijsten, met een puntkomma ertussen",
        "ids of the instruments, separated by semicolons",
    ),
}
WAVE_NOTES = {
    "id": ("korte code van de ronde; andere bladen noemen hem zo", "short code of the wave, used by other sheets"),
    "date": ("de dag, als jjjj-mm-dd; de oudste ronde eerst", "the day, as yyyy-mm-dd; the oldest wave first"),
    "instruments": (
        "welke vragenlijsten in deze ronde zijn gevraagd; leeg: alle; -: geen",
        "instruments asked in this wave; empty: all; -: none",
    ),
}
RELATION_NOTES = {
    "id": ("korte code van deze band; het blad banden noemt hem zo", "short code of the relation, used by the ties"),
    "directed": ("ja: van A naar B is iets anders dan van B naar A", "yes: A to B differs from B to A"),
    "max_strength": ("het hoogste dat iemand kan invullen", "the highest strength that can be given"),
    "complete": (
        "ja: elk tweetal is nagegaan; een paar zonder rij heeft geen band",
        "yes: every pair was settled; a pair without a row has no tie",
    ),
}
