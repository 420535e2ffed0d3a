"""Every sentence that a conversion says, in Dutch and English."""

from __future__ import annotations

__all__ = ["PLATFORM_NAMES", "TEXTS", "WHY"]

PLATFORM_NAMES = {
    "limesurvey": {"nl": "LimeSurvey", "en": "LimeSurvey"},
    "msforms": {"nl": "Microsoft Forms", "en": "Microsoft Forms"},
    "google": {"nl": "Google Forms", "en": "Google Forms"},
    "qualtrics": {"nl": "Qualtrics", "en": "Qualtrics"},
    "surveymonkey": {"nl": "SurveyMonkey", "en": "SurveyMonkey"},
    "redcap": {"nl": "REDCap", "en": "REDCap"},
    "spss": {"nl": "SPSS", "en": "SPSS"},
    "long": {"nl": "een tabel met een rij per antwoord", "en": "a table with a row per answer"},
    "wide": {"nl": "een tabel met een rij per respondent", "en": "a table with a row per respondent"},
}

WHY = {
    "name": {"nl": "naam", "en": "name"},
    "contact": {"nl": "contactgegevens", "en": "contact details"},
    "ip": {"nl": "IP-adres", "en": "IP address"},
    "place": {"nl": "plaats", "en": "place"},
    "time": {"nl": "tijdstip", "en": "time"},
    "technical": {"nl": "techniek van het platform", "en": "technical, of the platform"},
    "e-mail": {"nl": "e-mailadres", "en": "e-mail address"},
    "response": {"nl": "nummer van de inzending", "en": "number of the response"},
    "not used": {"nl": "niet nodig", "en": "not needed"},
    "unknown": {"nl": "niet herkend", "en": "not recognised"},
    "network": {"nl": "wie met wie werkt; geef --roster", "en": "who works with whom; give --roster"},
    "yours": {"nl": "door jou weggelaten", "en": "left out by you"},
}

TEXTS = {
    "nl": {
        "recognised": "{file}: herkend als {platform} (aan: {how}).",
        "taken": "{file}: gelezen als {platform}.",
        "respondent": "respondent",
        "respondents": "respondenten",
        "response": "inzending",
        "responses": "inzendingen",
        "question": "vraag herkend",
        "questions": "vragen herkend",
        "party": "partij",
        "parties": "partijen",
        "wave": "ronde",
        "waves": "rondes",
        "by code": "{n} op code",
        "by exact": "{n} op tekst",
        "by alias": "{n} op naam",
        "by fuzzy": "{n} op gelijkende tekst, door jou bevestigd",
        "by manual": "{n} door jou aangewezen",
        "order": "Volgorde van de rondes, de oudste eerst: {waves}.",
        "labels": "Antwoorden herkend: {parts}.",
        "label code": "{n} als getal",
        "label exact": "{n} precies zoals in het instrument",
        "label alias": "{n} als ander woord voor hetzelfde",
        "label fuzzy": "{n} gelijkend, door jou bevestigd",
        "label manual": "{n} door jou aangewezen",
        "codes": "Getallen zijn gelezen als: {words}. Klopt dat niet, geef dan de labels in de mapping.",
        "lacking": "Niet in de export, dus in de studie als niet gevraagd: {questions}.",
        "column dropped": "kolom weggelaten",
        "columns dropped": "kolommen weggelaten",
        "person": "Wie het invulde komt uit kolom '{column}'; in de studie staat alleen een pseudoniem.",
        "unlinked": "{n} inzending zonder kenmerk van een persoon is|{n} inzendingen zonder kenmerk "
        "van een persoon zijn",
        "linked": " niet aan een andere ronde te koppelen.",
        "no key": "Er is geen sleutel bewaard: pseudoniemen van een volgende omzetting zijn anders.",
        "previews": "{n} test- of voorbeeldinzending weggelaten.|{n} test- of voorbeeldinzendingen weggelaten.",
        "empty": "{n} lege inzending weggelaten.|{n} lege inzendingen weggelaten.",
        "partial": "{n} inzending liet vragen met een schaal leeg; die staan in de studie als overgeslagen.|"
        "{n} inzendingen lieten vragen met een schaal leeg; die staan in de studie als overgeslagen.",
        "texts": "{n} open antwoord bewaard. Kijk het na: er kunnen namen in staan.|"
        "{n} open antwoorden bewaard. Kijk ze na: er kunnen namen in staan.",
        "ties": "{n} melding van wie met wie samenwerkt.|{n} meldingen van wie met wie samenwerkt.",
        "masked": "In open antwoorden stonden adressen, telefoonnummers, persoonsnummers of namen. Daar staat nu wat "
        "het was, zoals [telefoonnummer]; de rest van het antwoord is er nog: {places}. Wil je ze houden: --personal "
        "keep.",
        "kept": "In open antwoorden staan adressen, telefoonnummers, persoonsnummers of namen, en die zijn bewaard: "
        "{places}.",
        "unknown": "1 kolom is niet herkend en zit niet in de studie: {columns}. Hoort er een vraag bij? Schrijf de "
        "mapping met --write-mapping, wijs hem daar aan, en geef het bestand mee met --mapping.|"
        "{n} kolommen zijn niet herkend en zitten niet in de studie: {columns}. Hoort er een vraag bij? Schrijf de "
        "mapping met --write-mapping, wijs ze daar aan, en geef het bestand mee met --mapping.",
        "titles": "{n} regel boven de kop overgeslagen.|{n} regels boven de kop overgeslagen.",
        "hidden": "{n} rij die in het rekenblad verborgen was, is meegelezen. Hoort die er niet bij, haal haar dan "
        "weg.|{n} rijen die in het rekenblad verborgen waren, zijn meegelezen. Horen die er niet bij, haal ze dan "
        "weg.",
        "others": "{n} keer was bij 'anders' iets ingevuld; dat telt als het antwoord.",
        "left out": "{n} inzending weggelaten om wat er staat in kolom '{column}'.|"
        "{n} inzendingen weggelaten om wat er staat in kolom '{column}'.",
        "filled in": "Overgenomen uit een andere rij van dezelfde respondent: {names}.",
        "repeated": "{n} dubbele inzending van dezelfde respondent weggelaten.|"
        "{n} dubbele inzendingen van dezelfde respondent weggelaten.",
        "asked": "Hoeveel mensen gevraagd zijn is niet bekend; wie ontbreekt, is dus niet te zien. Weet je het wel? "
        "Geef een lijst van partijen mee met --roster (kolom asked). Of zet het in parties.csv bij asked (daar staat "
        "nu hoeveel er minstens gevraagd zijn) en haal asked_known: false weg uit study.json.",
    },
    "en": {
        "recognised": "{file}: recognised as {platform} (by: {how}).",
        "taken": "{file}: read as {platform}.",
        "respondent": "respondent",
        "respondents": "respondents",
        "response": "response",
        "responses": "responses",
        "question": "question recognised",
        "questions": "questions recognised",
        "party": "party",
        "parties": "parties",
        "wave": "wave",
        "waves": "waves",
        "by code": "{n} by code",
        "by exact": "{n} by text",
        "by alias": "{n} by name",
        "by fuzzy": "{n} by similar text, confirmed by you",
        "by manual": "{n} pointed out by you",
        "order": "Order of the waves, the oldest first: {waves}.",
        "labels": "Answers recognised: {parts}.",
        "label code": "{n} as numbers",
        "label exact": "{n} exactly as in the instrument",
        "label alias": "{n} as another word for the same",
        "label fuzzy": "{n} similar, confirmed by you",
        "label manual": "{n} pointed out by you",
        "codes": "Numbers were read as: {words}. If that is not right, give the labels in the mapping.",
        "lacking": "Not in the export, so not asked in the study: {questions}.",
        "column dropped": "column left out",
        "columns dropped": "columns left out",
        "person": "Who answered comes from column '{column}'; the study holds a pseudonym only.",
        "unlinked": "{n} response without anything that tells the person|{n} responses without "
        "anything that tells the person",
        "linked": " cannot be linked to another wave.",
        "no key": "No key was kept: the pseudonyms of a next conversion will differ.",
        "previews": "{n} test or preview response left out.|{n} test or preview responses left out.",
        "empty": "{n} empty response left out.|{n} empty responses left out.",
        "partial": "{n} response left rated questions empty; the study holds these as skipped.|"
        "{n} responses left rated questions empty; the study holds these as skipped.",
        "texts": "{n} open answer kept. Look it over: there may be names in it.|"
        "{n} open answers kept. Look them over: there may be names in them.",
        "ties": "{n} report of who works with whom.|{n} reports of who works with whom.",
        "masked": "Open answers held addresses, telephone numbers, personal numbers or names. What it was stands there "
        "now, such as [telefoonnummer] (telephone number); the rest of the answer is still there: {places}. To keep "
        "them: --personal keep.",
        "kept": "Open answers hold addresses, telephone numbers, personal numbers or names, and these were kept: "
        "{places}.",
        "unknown": "1 column was not recognised and is not in the study: {columns}. Does a question go with it? Write "
        "the mapping with --write-mapping, point it out there, and give the file with --mapping.|"
        "{n} columns were not recognised and are not in the study: {columns}. Does a question go with them? Write the "
        "mapping with --write-mapping, point them out there, and give the file with --mapping.",
        "titles": "{n} line above the heading passed over.|{n} lines above the heading passed over.",
        "hidden": "{n} row that was hidden in the spreadsheet was read too. If it does not belong, take it out.|"
        "{n} rows that were hidden in the spreadsheet were read too. If they do not belong, take them out.",
        "others": "{n} times something was filled in at 'other'; that counts as the answer.",
        "left out": "{n} response left out because of what stands in column '{column}'.|"
        "{n} responses left out because of what stands in column '{column}'.",
        "filled in": "Taken from another row of the same respondent: {names}.",
        "repeated": "{n} second response of the same respondent left out.|"
        "{n} second responses of the same respondent left out.",
        "asked": "How many people were asked is not known, so who is missing cannot be seen. Do you know it? Give a "
        "list of parties with --roster (column asked). Or put it in parties.csv at asked (which now tells how many "
        "were asked at least) and take asked_known: false out of study.json.",
    },
}
