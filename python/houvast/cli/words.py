"""The words of the command in Dutch and English."""

from __future__ import annotations

from typing import Final

__all__ = ["ARGPARSE_NL", "HELP_NL", "MESSAGES"]

MESSAGES: Final[dict[str, dict[str, str]]] = {
    "nl": {
        "sound": "{path}: in orde. {parties} partijen, {waves} rondes, "
        "{respondents} respondenten, {answers} antwoorden.",
        "unasked": "Hoeveel mensen gevraagd zijn, is niet bijgehouden: wie ontbreekt, is niet te zien.",
        "unseen": "niet te zien",
        "written": "Geschreven: {path}",
        "failed": "Niet gelukt.",
        "exists": "{path} bestaat al en is niet leeg; kies een andere map.",
        "demo": "Voorbeeldregio (fictief) geschreven in {path}",
        "inside": "Exacte uitkomsten, alleen voor intern gebruik. Voor anderen: houvast report.",
        "helpers": "Werkboek, vragenlijsten en een tekst voor toestemming: {path}",
        "no_workbook": "Zonder werkboek voor Excel; dat komt erbij met: {expected}",
        "next": "Vul de tabellen in en kijk ze na met: houvast check {path}",
        "stopped": "Gestopt.",
        "unknown": "'{value}' ken ik niet.",
        "no_command": "'{value}' is geen commando.",
        "no_choice": "'{value}' kan hier niet; kies uit {choices}.",
        "maybe": "Bedoelde je {word}?",
        "see_help": "Hulp: {prog} --help",
        "codes": "Wat betekent het?",
        "reading": "Studie lezen",
        "scoring": "Scores uitrekenen",
        "looking": "Nagaan wie er is en wie ontbreekt",
        "mapping": "Contacten in kaart brengen",
        "releasing": "Bepalen wat anderen mogen zien",
        "writing": "Verslag schrijven",
        "drawing": "Voorbeeldregio bedenken",
        "ok": "in orde",
        "attention": "let op",
        "missing": "ontbreekt",
        "status_unknown": "onbekend",
        "not_applicable": "niet van toepassing",
        "silent": "antwoordden niet",
        "isolated": "hebben geen contact",
        "components": "grootte van de delen",
        "articulation_points": "enige schakel voor",
        "density": "dichtheid",
        "nobody": "niemand",
        "no_explanation": "Over '{word}' heb ik geen uitleg; wat er wel is, toont: houvast explain.",
        "explainable": "Uitleg is er over:",
        "start": "houvast laat zien hoe samenwerking rond jeugdigen ervoor staat, en waarover het gesprek kan gaan.\n\n"
        "Zo begin je:\n"
        "  houvast demo voorbeeld                    een verzonnen regio om mee te oefenen\n"
        "  houvast init mijn-regio                   een map met lege tabellen voor je eigen samenwerking\n"
        "  houvast check mijn-regio                  kijkt alles na en zegt wat er niet klopt\n"
        "  houvast report mijn-regio -o verslag.html het verslag voor wie meedoet\n\n"
        "Alle commando's: houvast --help. Wat iets betekent: houvast explain dichtheid.",
        "epilog": "Eindcodes: 0 gedaan; 1 gedaan, en er is iets dat aandacht vraagt (coverage); 2 niet gelukt.\n"
        "Taal: --lang, HOUVAST_LANG of die van je computer. Geen kleur: NO_COLOR=1. Studie van standaardinvoer: -",
    },
    "en": {
        "sound": "{path}: sound. {parties} parties, {waves} waves, {respondents} respondents, {answers} answers.",
        "unasked": "How many people were asked was not recorded: who is missing cannot be seen.",
        "unseen": "cannot be seen",
        "written": "Written: {path}",
        "failed": "Not done.",
        "exists": "{path} exists and is not empty; choose another folder.",
        "demo": "Example region (fictional) written to {path}",
        "inside": "Exact results, for inside use only. For others: houvast report.",
        "helpers": "Workbook, questionnaires and a consent text: {path}",
        "no_workbook": "Without a workbook for Excel; it comes with: {expected}",
        "next": "Fill in the tables and check them with: houvast check {path}",
        "stopped": "Stopped.",
        "unknown": "'{value}' is not known.",
        "no_command": "'{value}' is not a command.",
        "no_choice": "'{value}' cannot be used here; choose from {choices}.",
        "maybe": "Did you mean {word}?",
        "see_help": "Help: {prog} --help",
        "codes": "What does it mean?",
        "reading": "Reading the study",
        "scoring": "Computing scores",
        "looking": "Looking who is there and who is missing",
        "mapping": "Mapping the ties",
        "releasing": "Deciding what others may see",
        "writing": "Writing the report",
        "drawing": "Inventing the example region",
        "ok": "ok",
        "attention": "attention",
        "missing": "missing",
        "status_unknown": "unknown",
        "not_applicable": "not applicable",
        "silent": "did not answer",
        "isolated": "have no ties",
        "components": "sizes of the parts",
        "articulation_points": "only link for",
        "density": "density",
        "nobody": "nobody",
        "no_explanation": "There is no explanation of '{word}'; what there is, shows: houvast explain.",
        "explainable": "There are explanations of:",
        "start": "houvast shows how a collaboration around children is doing, and what to talk about next.\n\n"
        "How to begin:\n"
        "  houvast demo example                      a fictional region to practise with\n"
        "  houvast init my-region                    a folder with empty tables for your own collaboration\n"
        "  houvast check my-region                   checks everything and says what is wrong\n"
        "  houvast report my-region -o report.html   the report for those who take part\n\n"
        "All commands: houvast --help. What something means: houvast explain density.",
        "epilog": "Exit codes: 0 done; 1 done, and something needs attention (coverage); 2 not done.\n"
        "Language: --lang, HOUVAST_LANG or that of your computer. No colour: NO_COLOR=1. Study from standard input: -",
    },
}

# Help is written in English where a command is defined; here is the Dutch of each text.
HELP_NL: Final[dict[str, str]] = {
    "Shows how a collaboration around children is doing, and what to talk about next.": "Laat zien hoe samenwerking "
    "rond jeugdigen ervoor staat, en waarover het gesprek kan gaan.",
    "language of messages and report: nl or en": "taal van meldingen en verslag: nl of en",
    "study folder, .json file, .xlsx workbook, or - for JSON on standard input": "map, .json-bestand of werkboek "
    "(.xlsx) van de studie, of - voor JSON van standaardinvoer",
    "show the version": "toon de versie",
    "print JSON": "toon JSON",
    "list the instruments that come with houvast": "toon de vragenlijsten die bij houvast zitten",
    "start a study folder with empty tables": "begin een studie: een map met lege tabellen",
    "new folder": "nieuwe map",
    "instrument id; may be repeated (six-elements)": "vragenlijst; mag vaker (six-elements)",
    "read a study and list everything that is wrong with it": "lees een studie en noem alles wat er niet aan klopt",
    "scores per question and element (exact, inside use)": "scores per vraag en element (exact, voor intern gebruik)",
    "attribute to split by: perspective, domain, level, organisation, ...": "kenmerk om naar te splitsen: perspective, "
    "domain, level, organisation, ...",
    "one wave (all)": "één ronde (alle)",
    "print released scores instead: team or external": "toon juist wat anderen mogen zien: team of external",
    "columns to print": "kolommen om te tonen",
    "is anyone missing or without a voice? exit code 1 when so": "ontbreekt er iemand, of is iemand niet gehoord? "
    "eindcode 1 als dat zo is",
    "one wave (the last)": "één ronde (de laatste)",
    "who works with whom (exact, inside use)": "wie werkt met wie (exact, voor intern gebruik)",
    "relation id (the first of the study)": "relatie (de eerste van de studie)",
    "how two reports become one tie": "hoe twee berichten over een contact één contact worden",
    "take parties together by: organisation, domain, ... (party)": "neem partijen samen naar: organisation, "
    "domain, ... (party)",
    "weaker ties do not count (0: any)": "zwakkere contacten tellen niet mee (0: alle tellen)",
    "write the network to a file instead: .graphml, .gexf, .net, .json or .csv": "schrijf het netwerk naar een "
    "bestand: .graphml, .gexf, .net, .json of .csv",
    "write the report as one HTML file": "schrijf het verslag als één HTML-bestand",
    "file to write (report.html)": "bestand om te schrijven (report.html)",
    "team (groups of 5 or more) or external (10 or more)": "team (groepen vanaf 5) of external (vanaf 10)",
    "attribute to split by (perspective)": "kenmerk om naar te splitsen (perspective)",
    "number of questions on the agenda (5)": "aantal vragen op de agenda (5)",
    "goals and agreements: counts, or text for their own words as well (counts)": "doelen en afspraken: counts (alleen "
    "aantallen) of text (ook hun eigen woorden) (counts)",
    "make a study of the export of a survey platform; exit code 2 when it must ask": "maak een studie van de export "
    "van een enquêteplatform; eindcode 2 als er iets te vragen is",
    "export files (.csv, .tsv, .xlsx, .ods, .sav, .zip), one per wave, the oldest first": "exportbestanden (.csv, "
    ".tsv, .xlsx, .ods, .sav, .zip), één per ronde, de oudste eerst",
    "which response counts when someone answered twice in a wave": "welke inzending geldt als iemand in een ronde twee "
    "keer invulde: first (de eerste), last (de laatste), fullest (de meest ingevulde)",
    "addresses, numbers and names in open answers (mask)": "adressen, nummers en namen in open antwoorden: mask "
    "(onherkenbaar maken, als je niets zegt) of keep (houden)",
    "new study folder, or .json file": "nieuwe studiemap, of .json-bestand",
    "write the fictional example region as a study folder": "schrijf de verzonnen voorbeeldregio als studiemap",
    "seed of the generator (2024)": "startgetal van de generator (2024)",
    "explain a check, question, element, error code or metric": "leg een controle, vraag, foutcode of begrip uit",
    "what to explain: C7, E2.1, HV-202, density, ...": "wat: C7, E2.1, HV-202, dichtheid, ...",
    "print the completion script of a shell": "toon het script waarmee een shell commando's aanvult",
    "bash, zsh or fish": "bash, zsh of fish",
    "mapping that an earlier conversion wrote and you reviewed": "koppeling die eerder is gemaakt en die je hebt "
    "nagekeken",
    "where to write the mapping": "waar de koppeling komt te staan",
    "table of parties: the columns of parties.csv and, if you like, respondents": "tabel met partijen: de kolommen "
    "van parties.csv en eventueel respondenten",
    "id of the wave of each file; may be repeated": "id van de ronde van elk bestand; mag vaker",
    "LimeSurvey survey structure (.txt) or REDCap data dictionary (.csv)": "opbouw van een LimeSurvey-enquête (.txt) "
    "of datawoordenboek van REDCap (.csv)",
    "instrument id or .json file (recognised)": "id van de vragenlijst of .json-bestand (wordt herkend)",
    "key file of the pseudonyms (beside the study)": "sleutelbestand van de pseudoniemen (naast de studie)",
    "platform, when it is recognised wrongly": "platform, als het verkeerd wordt herkend",
    "encoding of a CSV that is not UTF-8, such as cp1252": "codering van een CSV die geen UTF-8 is, zoals cp1252",
    "sheet of a workbook with several": "blad van een werkboek met meer bladen",
    "title of the study": "titel van de studie",
}

ARGPARSE_NL: Final[dict[str, str]] = {
    "usage: ": "gebruik: ",
    "positional arguments": "argumenten",
    "options": "opties",
    "show this help message and exit": "toon deze hulp en stop",
    "the following arguments are required: %s": "Dit ontbreekt nog: %s.",
    "argument %(argument_name)s: %(message)s": "%(argument_name)s: %(message)s",
    "invalid %(type)s value: %(value)r": "%(value)r kan hier niet; verwacht: %(type)s.",
    "expected one argument": "hier hoort één waarde bij.",
    "expected at most one argument": "hier hoort hoogstens één waarde bij.",
    "expected at least one argument": "hier hoort minstens één waarde bij.",
    "expected %s argument": "hier hoort %s waarde bij.",
    "expected %s arguments": "hier horen %s waarden bij.",
    "not allowed with argument %s": "gaat niet samen met %s.",
    "one of the arguments %s is required": "kies een van: %s.",
    "ignored explicit argument %r": "hier hoort geen waarde bij (%r).",
}
