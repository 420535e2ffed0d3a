"""Every sentence that a conversion says, in Dutch and English."""

from __future__ import annotations

__all__ = ["ASKS", "PLATFORM_NAMES", "TEXTS", "WHY"]

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
        "contact": "Een open antwoord lijkt een e-mailadres of telefoonnummer te bevatten: {places}.",
        "asked": "Hoeveel mensen gevraagd zijn is niet bekend; wie ontbreekt, is dus niet te zien. Bij 'asked' staat "
        "nu hoeveel er minstens gevraagd zijn en in study.json staat asked_known: false. Geef een lijst van partijen "
        "mee met --roster (kolom asked), of vul parties.csv aan en haal asked_known weg.",
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
        "contact": "An open answer seems to hold an e-mail address or phone number: {places}.",
        "asked": "How many people were asked is not known, so who is missing cannot be seen. 'asked' now tells how "
        "many were asked at least, and study.json says asked_known: false. Give a list of parties with --roster "
        "(column asked), or complete parties.csv and take asked_known out.",
    },
}

# What to ask, by key. `confirm` in the mapping file is where the answer goes.
ASKS = {
    "waiting": {
        "nl": "wacht in de mapping nog op bevestiging; haal daar confirm weg als het klopt",
        "en": "still waits for confirmation in the mapping; take confirm away there when it is right",
    },
    "several": {
        "nl": "past bij meer dan één vraag ({questions}); welke is het?",
        "en": "fits more than one question ({questions}); which is it?",
    },
    "conflict": {
        "nl": "de code zegt {question}, maar de tekst is die van {other}; welke is het?",
        "en": "the code says {question}, but the text is that of {other}; which is it?",
    },
    "reworded": {
        "nl": "de code zegt {question}, maar de tekst lijkt daar niet op; is het die vraag?",
        "en": "the code says {question}, but the text is not like it; is it that question?",
    },
    "numbered": {
        "nl": "is de {place}e subvraag; is dat {question}? De vragenlijststructuur (--structure) zou het zeggen",
        "en": "is sub-question {place}; is that {question}? The survey structure (--structure) would tell",
    },
    "cut": {
        "nl": "de tekst is afgekapt en begint zoals {questions}; welke is het?",
        "en": "the text is cut off and starts like {questions}; which is it?",
    },
    "similar": {
        "nl": "de tekst lijkt op {question} ({percent} %); is het die vraag?",
        "en": "the text is like {question} ({percent} %); is it that question?",
    },
    "answers": {
        "nl": "er staan antwoorden van de schaal in; bij welke vraag horen ze? (of role: drop)",
        "en": "it holds answers of the scale; which question are they of? (or role: drop)",
    },
    "persons": {
        "nl": "meer kolommen kunnen zeggen wie het invulde: {columns}; welke moet het zijn?",
        "en": "several columns may tell who answered: {columns}; which should it be?",
    },
    "twice": {
        "nl": "is hetzelfde als kolom '{other}' ({question}); welke geldt?",
        "en": "is the same as column '{other}' ({question}); which counts?",
    },
    "absent": {
        "nl": "staat in de mapping ({role} {question}) maar niet in de export; is de kolom hernoemd?",
        "en": "stands in the mapping ({role} {question}) but not in the export; was the column renamed?",
    },
    "no question": {
        "nl": "de mapping noemt vraag {question}, die niet in de instrumenten staat",
        "en": "the mapping names question {question}, which the instruments do not have",
    },
    "code without label": {
        "nl": "hier staat een code waarvoor de export geen label heeft; wat betekent die?",
        "en": "here stands a code for which the export has no label; what does it mean?",
    },
    "free text": {
        "nl": "er staat vrije tekst waar {question} met een schaal beantwoord wordt; is het part: text, of role: drop?",
        "en": "it holds free text where {question} is answered on a scale; is it part: text, or role: drop?",
    },
    "closed text": {
        "nl": "er staat iets anders dan een antwoord op de schaal van {question}; haal het eruit, of role: drop",
        "en": "it holds something that is no answer on the scale of {question}; take it out, or role: drop",
    },
    "code": {
        "nl": "hier staat een code van het platform; geef de labels met --structure, of exporteer "
        "met volledige antwoorden",
        "en": "here stands a code of the platform; give the labels with --structure, or export with full answers",
    },
    "off the scale": {
        "nl": "de mapping geeft dit antwoord een waarde buiten de schaal {scale}",
        "en": "the mapping gives this answer a value off the scale {scale}",
    },
    "date": {
        "nl": "hier staat een datum; heeft het rekenblad een antwoord zoals 1-2 veranderd?",
        "en": "here stands a date; has the spreadsheet changed an answer such as 1-2?",
    },
    "number": {
        "nl": "dit getal ligt niet op de schaal ({low} tot {high}); wat betekent het?",
        "en": "this number is not on the scale ({low} to {high}); what does it mean?",
    },
    "two meanings": {
        "nl": "dit label zegt meer dan één ding ({options} en iets anders, of meer); wat geldt?",
        "en": "this label says more than one thing ({options} and something else, or more); which counts?",
    },
    "similar label": {
        "nl": "dit label lijkt op '{words}' ({value}); is het dat?",
        "en": "this label is like '{words}' ({value}); is it that?",
    },
    "unknown label": {
        "nl": "dit label kent de schaal niet; welke waarde ({low} tot {high}) of toestand is het?",
        "en": "the scale does not know this label; which value ({low} to {high}) or state is it?",
    },
    "attribute": {
        "nl": "dit woord staat niet in het profiel bij {attribute}; bedoel je {near}?",
        "en": "this word is not among the profile's {attribute}; do you mean {near}?",
    },
    "organisation": {
        "nl": "deze naam lijkt op een andere die ook voorkomt; is het dezelfde organisatie? Beide staan in de mapping",
        "en": "this name is like another that also occurs; is it the same organisation? Both stand in the mapping",
    },
    "contact": {
        "nl": "komt in de studie bij de respondenten, maar hier staan contactgegevens; haal die eruit, of role: drop",
        "en": "goes into the study with the respondents, but here stand contact details; take them out, or role: drop",
    },
    "attribute column": {
        "nl": "er staan woorden in die bij {attribute} horen; zegt deze kolom dat over de respondent? (of role: drop)",
        "en": "it holds words of {attribute}; does this column tell that about the respondent? (or role: drop)",
    },
    "parties": {
        "nl": "noemt met wie men samenwerkt, maar niet alles erin staat in de lijst van partijen",
        "en": "names who people work with, but not all of it stands in the list of parties",
    },
    "party": {
        "nl": "noemt met wie men samenwerkt; bij welke partij uit de lijst hoort deze kolom? (target: samenwerking/ID)",
        "en": "names who people work with; which party of the list is this column of? (target: samenwerking/ID)",
    },
    "no attribute": {
        "nl": "de mapping noemt kenmerk {attribute}; kies uit {known}, of een eigen naam die met x_ begint",
        "en": "the mapping names attribute {attribute}; choose from {known}, or a name of your own that starts with x_",
    },
    "roster needed": {
        "nl": "noemt partijen; geef de lijst van partijen mee met --roster, of kies role: drop",
        "en": "names parties; give the list of parties with --roster, or choose role: drop",
    },
    "no wave": {"nl": "hier ontbreekt de ronde", "en": "the wave is missing here"},
    "which wave": {
        "nl": "bij welke ronde hoort dit bestand? Zeg het met --wave, een keer per bestand",
        "en": "which wave is this file of? Say it with --wave, once per file",
    },
    "two waves": {
        "nl": "--wave is gegeven, maar de kolom noemt meer dan één ronde",
        "en": "--wave is given, but the column names more than one wave",
    },
    "tie": {
        "nl": "hier staat geen ja of nee en geen getal van 0 tot {high}; geef max_strength bij relations in de mapping",
        "en": "here is neither yes or no nor a number from 0 to {high}; give max_strength under "
        "relations in the mapping",
    },
    "respondent twice": {
        "nl": "dezelfde respondent staat in deze ronde ook in {row}; welke rij geldt? Haal de andere weg",
        "en": "the same respondent also stands in {row} in this wave; which row counts? Take the other out",
    },
    "leading zeros": {
        "nl": "deze respondent staat er met en zonder nullen ervoor; heeft een rekenblad ze weggehaald? "
        "Zijn het er twee, zet dan match: manual bij die kolom in de mapping",
        "en": "this respondent is there with and without leading zeros; has a spreadsheet taken them away? "
        "If they are two, set match: manual with that column in the mapping",
    },
    "spelling": {
        "nl": "deze respondent staat er in twee schrijfwijzen (hoofdletters, spaties of streepjes); maak ze "
        "gelijk. Zijn het er twee, zet dan match: manual bij die kolom in de mapping",
        "en": "this respondent is there in two spellings (capitals, spaces or dashes); make them the same. "
        "If they are two, set match: manual with that column in the mapping",
    },
    "no party": {
        "nl": "deze respondent past bij geen partij van {roster}",
        "en": "this respondent fits no party of {roster}",
    },
    "several parties": {
        "nl": "deze respondent past bij meer dan één partij van {roster}",
        "en": "this respondent fits more than one party of {roster}",
    },
    "nothing": {
        "nl": "geen enkele vraag van de instrumenten herkend; is dit het goede bestand, en het goede --instrument?",
        "en": "no question of the instruments was recognised; is this the right file, and the right --instrument?",
    },
    "nobody": {"nl": "geen enkele inzending met antwoorden", "en": "no response with answers"},
    "partner": {
        "nl": "{question} wordt over een partij gevraagd; zet die antwoorden in ties.csv (kolommen "
        "P1 tot P4) en kies role: drop",
        "en": "{question} is asked about a party; put those answers in ties.csv (columns P1 to P4) "
        "and choose role: drop",
    },
}
