"""What a conversion asks before it makes a study, in Dutch and English."""

from __future__ import annotations

__all__ = ["ASKS", "WORDS"]

# Ids that stand in the mapping, as people say them.
WORDS = {
    "nl": {
        **{"organisation": "organisatie", "domain": "domein", "level": "niveau", "perspective": "perspectief"},
        **{"dont_know": "weet ik niet (dont_know)", "not_applicable": "niet van toepassing (not_applicable)"},
        **{"refused": "wil ik niet zeggen (refused)", "skipped": "overgeslagen (skipped)"},
        **{"not_asked": "niet gevraagd (not_asked)", "question": "vraag", "wave": "ronde", "consent": "toestemming"},
        **{"attribute": "kenmerk", "party": "partij", "tie": "band", "ties": "banden"},
    },
    "en": {"dont_know": "don't know (dont_know)", "not_applicable": "not applicable (not_applicable)"},
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
        "nl": "er staan antwoorden van de schaal in; bij welke vraag horen ze? (of laat de kolom weg: role: drop)",
        "en": "it holds answers of the scale; which question are they of? (or leave the column out: role: drop)",
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
    "unknown word": {
        "nl": "dit woord staat niet in het profiel bij {attribute}; kies uit {words}. Zet het in de mapping bij "
        "value (of leave_out: deze inzendingen weglaten)",
        "en": "this word is not among the profile's {attribute}; choose from {words}. Put it in the mapping at value "
        "(or leave_out: leave these responses out)",
    },
    "test": {
        "nl": "dit lijkt een proefinzending; zet in de mapping bij value leave_out om haar weg te laten, of laat de "
        "naam staan als het een echte organisatie is",
        "en": "this looks like a test; put leave_out at value in the mapping to leave it out, or leave the name when "
        "it is a real organisation",
    },
    "test respondent": {
        "nl": "deze code lijkt van een proefinzending; haal de rij weg. Is het er geen, zet dan match: manual bij "
        "die kolom in de mapping",
        "en": "this code looks like one of a test; take the row out. If it is none, set match: manual with that "
        "column in the mapping",
    },
    "total": {
        "nl": "dit lijkt een rij die het rekenblad heeft uitgerekend (totaal, gemiddelde) en geen inzending; haal "
        "haar weg",
        "en": "this looks like a row that the spreadsheet computed (total, average) and no response; take it out",
    },
    "error": {
        "nl": "hier staat een foutmelding van het rekenblad en niet wat is ingevuld; begon het antwoord met = of -? "
        "Haal het uit de oorspronkelijke export",
        "en": "here stands an error of the spreadsheet and not what was filled in; did the answer begin with = or -? "
        "Take it from the original export",
    },
    "attribute heading": {
        "nl": "deze kop lijkt te vragen naar een kenmerk van wie het invult: {attribute}; klopt dat? (of laat de "
        "kolom weg: role: drop)",
        "en": "this heading seems to ask for the {attribute} of who answers; is that right? (or leave the column "
        "out: role: drop)",
    },
    "identifying": {
        "nl": "komt in de studie bij de respondenten, maar hier staat een datum, postcode of plaats waaraan iemand te "
        "herkennen kan zijn; maak er iets groters van (jaar, wijk), of role: drop",
        "en": "goes into the study with the respondents, but here stands a date, postal code or place by which someone "
        "may be recognised; make it wider (year, district), or role: drop",
    },
    "one each": {
        "nl": "komt in de studie bij de respondenten, maar is bij bijna iedereen anders; dan is ieder te herkennen. "
        "Kies role: drop, of respondent als dit de code van een persoon is",
        "en": "goes into the study with the respondents, but differs for nearly everyone, so that each can be "
        "recognised. Choose role: drop, or respondent if this is the code of a person",
    },
    "consent": {
        "nl": "gaat over toestemming, maar dit antwoord is niet duidelijk ja of nee; zet in de mapping bij value keep "
        "(meenemen) of leave_out (weglaten)",
        "en": "is about consent, but this answer is not clearly yes or no; put keep or leave_out at value in the "
        "mapping",
    },
    "consent refused": {
        "nl": "lijkt te vragen of de antwoorden gebruikt mogen worden; hier staat nee, maar er zijn wel antwoorden. "
        "Klopt dat, haal dan in de mapping confirm weg bij dit label en ze worden weggelaten. Gaat de vraag over "
        "iets anders, kies dan role: drop",
        "en": "seems to ask whether the answers may be used; here it says no, but there are answers. If so, take "
        "confirm away at this label in the mapping and they are left out. If the question is about something else, "
        "choose role: drop",
    },
    "no consent told": {
        "nl": "hier is de vraag om toestemming leeg, maar er zijn wel antwoorden; zet in de mapping bij het lege label "
        "value op keep (meenemen) of leave_out (weglaten)",
        "en": "here the question for consent is empty, but there are answers; put keep or leave_out at value of the "
        "empty label in the mapping",
    },
    "consent value": {
        "nl": "bij een vraag om toestemming is value in de mapping keep (meenemen) of leave_out (weglaten)",
        "en": "with a question for consent, value in the mapping is keep or leave_out",
    },
    "no word": {
        "nl": "de mapping geeft een woord dat niet in het profiel staat bij {attribute} (misschien {near})",
        "en": "the mapping gives a word that is not among the profile's {attribute} ({near} perhaps)",
    },
    "no scale": {
        "nl": "de mapping noemt schaal {name}, en die is er niet; kies uit {known}",
        "en": "the mapping names scale {name}, which does not exist; choose from {known}",
    },
    "no relation": {
        "nl": "de mapping noemt relatie {relation}, en die is er niet; kies uit {known}, of zet haar bij relations",
        "en": "the mapping names relation {relation}, which does not exist; choose from {known}, or add it to "
        "relations",
    },
    "no such party": {
        "nl": "de mapping noemt partij {party}, en die staat niet in de lijst van partijen; kies uit {known}",
        "en": "the mapping names party {party}, which is not in the list of parties; choose from {known}",
    },
    "no text": {
        "nl": "{question} heeft alleen een schaal en geen open antwoord; kies part: answer, of role: drop",
        "en": "{question} has a scale only and no open answer; choose part: answer, or role: drop",
    },
    "wave name": {
        "nl": "een ronde heeft een korte naam, zonder ; en {{ }} en op één regel",
        "en": "a wave has a short name, without ; and {{ }} and on one line",
    },
    "same answers": {
        "nl": "in ronde {wave} geven {n} mensen precies dezelfde antwoorden als in ronde {other}; is een bestand "
        "twee keer gegeven, of zitten in dit bestand ook de antwoorden van de andere ronde?",
        "en": "in wave {wave} {n} people give exactly the same answers as in wave {other}; was a file given twice, "
        "or does this file hold the answers of the other wave as well?",
    },
    "wave days": {
        "nl": "deze kolom zegt de ronde, maar noemt {n} dagen of tijden; is het de dag van invullen, kies dan role: "
        "drop en zeg de ronde met --wave. Zijn het rondes, zet dan bij values achter elke dag de ronde en haal "
        "confirm weg",
        "en": "this column tells the wave, but names {n} days or times; if it is the day of answering, choose role: "
        "drop and say the wave with --wave. If they are waves, put the wave behind each day at values and take "
        "confirm away",
    },
    "wave date": {
        "nl": "deze dagen zijn op twee manieren te lezen (dag en maand); kijk ze na bij values in de mapping en haal "
        "confirm weg",
        "en": "these days can be read in two ways (day and month); look at values in the mapping and take confirm away",
    },
    "wave waiting": {
        "nl": "de rondes wachten in de mapping nog op bevestiging (values); haal daar confirm weg als het klopt",
        "en": "the waves still wait for confirmation in the mapping (values); take confirm away there when it is right",
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
        "nl": "er staan woorden in die bij {attribute} horen; zegt deze kolom dat over de respondent? (of laat de "
        "kolom weg: role: drop)",
        "en": "it holds words of {attribute}; does this column tell that about the respondent? (or leave the column "
        "out: role: drop)",
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
        "nl": "dezelfde respondent staat in deze ronde ook in {row}; welke rij geldt? Haal de andere weg, of kies "
        "met --repeats: first (de eerste), last (de laatste) of fullest (de meest ingevulde)",
        "en": "the same respondent also stands in {row} in this wave; which row counts? Take the other out, or choose "
        "with --repeats: first, last or fullest",
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
