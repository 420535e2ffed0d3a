"""Why a file cannot be read, in Dutch and English: what stands where, and what to do."""

from __future__ import annotations

import errno

from .._core import LocalizedText
from ..errors import Issue, ParseError, Where
from .sheet import place

__all__ = ["UnreadableError", "unreadable"]


class UnreadableError(ParseError):
    """An export that cannot be read, with the same sentence in each language."""

    texts: dict[str, str]

    def text(self, lang: str) -> str:
        """The sentence with its code and place."""
        return LocalizedText(self.texts["nl"], self.texts["en"]).get(lang)


def unreadable(code: str, key: str, where: Where, fault: OSError | None = None, **values: str) -> UnreadableError:
    """The error for a file that cannot be read, with what the system said; `values` never hold an answer."""
    told = {}
    for lang, text in _FILES[key].items():
        reason = _REASONS.get(fault.errno or 0, {}).get(lang, fault.strerror or "") if fault else ""
        told[lang] = text.format(**({"reason": reason} if fault else {}), **values)
    texts = {lang: f"[{code}] {place(where, lang)}: {text}" for lang, text in told.items()}
    error = UnreadableError(texts["en"], [Issue(code, key, "", told["en"], where, texts["en"])])
    error.texts = texts
    return error


_REASONS = {
    errno.ENOENT: {"nl": "het bestaat niet", "en": "it does not exist"},
    errno.EACCES: {"nl": "je mag het niet lezen", "en": "you may not read it"},
    errno.EPERM: {"nl": "je mag het niet lezen", "en": "you may not read it"},
    errno.EISDIR: {"nl": "het is een map", "en": "it is a folder"},
    errno.ENOTDIR: {"nl": "het bestaat niet", "en": "it does not exist"},
}

_FILES = {
    "no file": {
        "nl": "dit bestand is niet te openen: {reason}. Klopt de naam, en is het niet nog ergens anders open?",
        "en": "this file cannot be opened: {reason}. Is the name right, and is it not open elsewhere?",
    },
    "kind": {
        "nl": "geef een bestand dat eindigt op .csv, .tsv, .xlsx, .ods, .sav of .zip; "
        "exporteer de antwoorden zo uit je vragenlijstprogramma",
        "en": "give a file that ends in .csv, .tsv, .xlsx, .ods, .sav or .zip; export the answers like that from your "
        "survey program",
    },
    "empty": {"nl": "het bestand is leeg", "en": "the file is empty"},
    "only heading": {
        "nl": "er staat wel een kop, maar geen enkele inzending",
        "en": "there is a heading, but not one response",
    },
    "large": {
        "nl": "wat in het zipbestand zit is groter dan {most} MB; pak het zelf uit",
        "en": "what is in the zip file is larger than {most} MB; unpack it yourself",
    },
    "zip": {
        "nl": "het zipbestand is niet uit te pakken; is het heel, en zonder wachtwoord?",
        "en": "the zip file cannot be unpacked; is it whole, and without a password?",
    },
    "zip holds": {
        "nl": "in het zipbestand moet één export zitten en hier zijn het er {n}{names}; pak het uit en geef het goede "
        "bestand (van elke ronde één, met --wave)",
        "en": "a zip file must hold one export and here are {n}{names}; unpack it and give the right file "
        "(one per wave, with --wave)",
    },
    "spreadsheet": {
        "nl": "dit is een rekenblad en geen CSV; laat de naam eindigen op .xlsx",
        "en": "this is a spreadsheet and no CSV; let its name end in .xlsx",
    },
    "workbook": {
        "nl": "dit is geen rekenblad dat te openen is; is het CSV met een andere naam, laat die dan eindigen op .csv",
        "en": "this is no spreadsheet that can be opened; if it is CSV under another name, let that end in .csv",
    },
    "locked": {
        "nl": "dit rekenblad heeft een wachtwoord (of is een oud .xls met een andere naam); sla het zonder wachtwoord "
        "op als .xlsx",
        "en": "this spreadsheet has a password (or is an old .xls under another name); save it without one as .xlsx",
    },
    "no sheet": {
        "nl": "er is geen werkblad met die naam; kies met --sheet uit: {names}",
        "en": "there is no sheet of that name; choose with --sheet from: {names}",
    },
    "sheets": {
        "nl": "er staan gegevens op meer dan één werkblad; zeg welk met --sheet: {names}",
        "en": "there are data on more than one sheet; say which with --sheet: {names}",
    },
    "formula": {
        "nl": "hier staat een formule zonder uitkomst; open het bestand in het rekenblad en sla het op",
        "en": "here is a formula without its result; open the file in the spreadsheet and save it",
    },
    "far": {
        "nl": "hier staat iets heel ver van de rest; haal de rijen en kolommen na de laatste antwoorden weg",
        "en": "here stands something very far from the rest; delete the rows and columns after the last answers",
    },
    "spss": {
        "nl": "dit is geen SPSS-bestand (.sav) dat te openen is; is het heel?",
        "en": "this is no SPSS file (.sav) that can be opened; is it whole?",
    },
    "utf-16": {
        "nl": "de tekst (UTF-16) is niet heel; is het bestand afgekapt?",
        "en": "the text (UTF-16) is not whole; is the file cut off?",
    },
    "encoding": {
        "nl": "vreemde letters zijn hier niet te lezen; een rekenblad schrijft vaak --encoding cp1252, geef dat mee, "
        "of exporteer als CSV UTF-8",
        "en": "letters with accents cannot be read here; a spreadsheet often writes --encoding cp1252, give that, or "
        "export as CSV UTF-8",
    },
    "not needed": {
        "nl": "dit bestand is al UTF-8; laat --encoding weg",
        "en": "this file is UTF-8 already; leave --encoding out",
    },
    "declared": {
        "nl": "dit bestand is niet geschreven in de opgegeven codering (--encoding)",
        "en": "this file was not written in the encoding that was given (--encoding)",
    },
    "zero": {
        "nl": "hier staan nullen in de tekst; is het UTF-16, geef dan --encoding utf-16",
        "en": "here are zero bytes in the text; if it is UTF-16, give --encoding utf-16",
    },
    "garbled": {
        "nl": "hier staan verminkte letters (zoals Ã«); het bestand is eens verkeerd geopend, exporteer opnieuw",
        "en": "here are damaged letters (such as Ã«); the file was once opened wrongly, export it again",
    },
    "csv": {"nl": "hier is de CSV niet te lezen ({reason})", "en": "here the CSV cannot be read ({reason})"},
    "open quote": {
        "nl": "een aanhalingsteken gaat hier niet dicht, zodat er rijen in een cel staan",
        "en": "a quote is not closed here, so that rows stand inside a cell",
    },
    "quoted row": {
        "nl": "deze rij staat in haar geheel tussen aanhalingstekens; een rekenblad heeft de komma's niet als "
        "scheidingsteken gelezen. Exporteer opnieuw en open het bestand niet eerst in een rekenblad",
        "en": "this whole row stands inside quotes; a spreadsheet did not read the commas as separators. Export it "
        "again, and do not open it in a spreadsheet first",
    },
    "too many": {
        "nl": "deze rij heeft meer dan de {width} cellen van de kop; staat er een scheidingsteken in een tekst zonder "
        "aanhalingstekens?",
        "en": "this row has more than the {width} cells of the heading; is there a separator inside a text without "
        "quotes?",
    },
    "too few": {
        "nl": "deze rij heeft minder dan de {width} cellen van de kop; is het bestand afgekapt?",
        "en": "this row has less than the {width} cells of the heading; is the file cut off?",
    },
    "qualtrics": {
        "nl": "een export van Qualtrics begint met drie rijen: namen, teksten en ImportId; exporteer hem opnieuw en "
        "laat alle drie staan",
        "en": "an export of Qualtrics starts with three rows: names, texts and ImportId; export it again and leave all "
        "three",
    },
    "surveymonkey": {
        "nl": "een export van SurveyMonkey heeft twee rijen als kop; de tweede, met de onderdelen van vragen, is er "
        "niet. Exporteer hem opnieuw",
        "en": "an export of SurveyMonkey has two rows of headings; the second, with the parts of questions, is not "
        "there. Export it again",
    },
    "vv": {
        "nl": "dit is een VV-export van LimeSurvey; kies daar Exporteren, Antwoorden exporteren, CSV",
        "en": "this is a VV export of LimeSurvey; choose Export, Export responses, CSV there",
    },
    "long": {
        "nl": "een tabel met een rij per antwoord heeft kolommen met de namen question (of vraag) en answer (of "
        "antwoord)",
        "en": "a table with a row per answer has columns named question and answer",
    },
    "no question": {"nl": "bij dit antwoord ontbreekt de vraag", "en": "this answer lacks its question"},
    "answer twice": {
        "nl": "deze respondent heeft twee antwoorden op deze vraag",
        "en": "this respondent has two answers to this question",
    },
    "no heading": {
        "nl": "de eerste rij lijkt geen kop maar een inzending; zet er een rij boven met de codes of teksten van de "
        "vragen",
        "en": "the first row seems to be no heading but a response; put a row above it with the codes or texts of "
        "the questions",
    },
    "heading personal": {
        "nl": "in deze kop staat een adres, telefoonnummer of persoonsnummer; haal het weg, want koppen komen in de "
        "mapping. Staat er geen kop boven de antwoorden, zet die er dan op",
        "en": "this heading holds an address, telephone number or personal number; take it out, for headings go into "
        "the mapping. If there is no heading above the answers, add one",
    },
    "wave id": {
        "nl": "een ronde heeft een korte naam, zoals 2024 of najaar-2024, zonder ; en {{ }}",
        "en": "a wave has a short name, such as 2024 or autumn-2024, without ; and {{ }}",
    },
    "structure": {
        "nl": "dit is geen vragenlijststructuur van LimeSurvey (kolommen class, name, text) en geen "
        "gegevenswoordenboek "
        "van REDCap",
        "en": "this is no LimeSurvey survey structure (columns class, name, text) and no REDCap data dictionary",
    },
    "column twice": {"nl": "deze kolom staat er twee keer", "en": "this column is there twice"},
    "no id column": {
        "nl": "dit is geen lijst van partijen: de kolom id ontbreekt (zoals in parties.csv)",
        "en": "this is no list of parties: the column id is missing (as in parties.csv)",
    },
    "party twice": {
        "nl": "partij '{id}' staat er twee keer; geef elke partij een eigen id",
        "en": "party '{id}' is there twice; give each party an id of its own",
    },
    "two parties": {
        "nl": "hier staat een respondent die ook bij een andere partij staat; zet ieder bij één partij",
        "en": "here stands a respondent who is also with another party; put each with one party",
    },
    "key file": {
        "nl": "het sleutelbestand is niet te openen: {reason}",
        "en": "the key file cannot be opened: {reason}",
    },
    "key open": {
        "nl": "anderen kunnen dit sleutelbestand lezen; maak dat eerst onmogelijk: chmod 600 {name}",
        "en": "others can read this key file; make that impossible first: chmod 600 {name}",
    },
    "key text": {
        "nl": "dit is geen sleutel van houvast (64 tekens, 0 tot 9 en a tot f)",
        "en": "this is no key of houvast (64 characters, 0 to 9 and a to f)",
    },
    "no id": {
        "nl": "deze partij heeft geen id; geef elke partij een eigen korte naam",
        "en": "this party has no id; give each party a short name of its own",
    },
    "roster personal": {
        "nl": "hier staat een adres, telefoonnummer of persoonsnummer; de lijst van partijen komt in de studie, haal "
        "het weg (alleen in de kolom respondents mag het)",
        "en": "here stands an address, telephone number or personal number; the list of parties goes into the study, "
        "take it out (only the column respondents may have it)",
    },
}
