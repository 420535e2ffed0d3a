"""The words of the questionnaires, the consent text and the workbook of a new study, in Dutch and English."""

from __future__ import annotations

__all__ = ["CONDITIONS", "FILES", "INTRO", "STATES", "TEXTS"]

STATES = {
    "nl": {"dk": "weet ik niet", "na": "niet van toepassing", "rf": "wil ik niet zeggen"},
    "en": {"dk": "don't know", "na": "not applicable", "rf": "prefer not to say"},
}
CONDITIONS = {
    "nl": (
        ("P1", "Ik weet wat deze partij kan."),
        ("P2", "Ik weet bij wie van deze partij ik met welke vraag terechtkan."),
        ("P3", "Ik vertrouw op de kwaliteit en de manier van doen van deze partij."),
        ("P4", "Wij hebben afgesproken wie waarvoor zorgt."),
    ),
    "en": (
        ("P1", "I know what this party can do."),
        ("P2", "I know whom of this party to ask what."),
        ("P3", "I trust the quality and the way of acting of this party."),
        ("P4", "We have agreed who is responsible for what."),
    ),
}
TEXTS: dict[str, dict[str, str]] = {
    "nl": {
        "code": "Wat is je deelnemercode?",
        "code_help": "De code staat in je uitnodiging. Je naam is niet nodig.",
        "party": "Partij",
        "party_help": "De code van de partij waar je bij hoort; die staat in je uitnodiging.",
        "about": "Over jou",
        "welcome": "Deze vragen gaan over hoe wij samenwerken rond kinderen en jongeren. Er zijn geen goede of foute "
        "antwoorden. Weet je iets niet, kies dan 'weet ik niet': ook dat helpt het gesprek verder. Je mag elke vraag "
        "overslaan en op elk moment stoppen.",
        "end": "Dank je wel. We bespreken samen wat eruit komt.",
        "open": "open vraag, tekst",
        "choice": "keuze",
        "mixed": "Je kunt hier iets toelichten.",
        "rated": "Kies een antwoord op: {text}",
        "written": "Schrijf in het vak: {text}",
        "stage": "Wat past nu het best bij onze samenwerking?",
        "network": """\
WIE WERKT MET WIE

Vul dit in voor je eigen partij. Kies de partijen uit de lijst van het blad 'partijen'; zet die lijst hier onder
elkaar voordat je het formulier uitdeelt, zodat niemand uit het hoofd hoeft te noemen wie er allemaal zijn.

Jouw partij (code): ______________________      Ronde: {wave}

Vraag 1. Met welke partijen werk je samen rond kinderen of jongeren? Denk aan de afgelopen zes maanden.
Met niemand? Kruis dan dit aan: [ ] met niemand. Dat is iets anders dan niet invullen.

Vraag 2. Hoe vaak of hoe sterk?   1 = af en toe   2 = soms   3 = vaak   4 = heel vaak   (0 = niet)

Vraag 3. Klopt dit voor deze partij? Ja, nee of leeg (weet ik niet).
{conditions}

partij (code)            sterkte 0-4    P1      P2      P3      P4
{lines}

Elke regel wordt een rij in het blad 'banden' (ties.csv): wave, reporter (jouw partij), from (jouw partij), to (de
andere partij), relation ({relation}), strength, P1 tot en met P4. 'Met niemand' wordt één rij met een lege to.
Ook de ander vult in hoe hij het ziet. Dat die twee kunnen verschillen is geen fout maar iets om over te praten.

Liever online? Neem vraag 1 letterlijk over in LimeSurvey, Microsoft Forms of Google Forms, met de namen van de partijen
als keuzes (meer dan één mag), en zet de antwoorden om met: houvast convert --roster parties.csv
De sterkte en P1 tot en met P4 vul je dan zelf aan in het blad 'banden'.
""",
        "consent": """\
TOESTEMMING - tekst om aan te passen

Pas alles tussen [haken] aan en laat de tekst nakijken door wie bij jullie over privacy gaat. Dit is een hulpmiddel en
geen juridisch advies.

Waarom vragen we dit?
[Naam van de samenwerking] wil weten hoe de samenwerking rond kinderen en jongeren gaat en waarover we met elkaar
moeten praten. De uitkomsten zijn er om het gesprek te openen. We beoordelen er geen mensen of organisaties mee.

Wie vraagt dit?
[Naam van de organisatie] is verantwoordelijk voor je gegevens. Heb je een vraag? [Naam, telefoon, e-mail.]
[Heeft de organisatie iemand die op privacy let (functionaris gegevensbescherming)? Zet hier hoe je die bereikt.]

Wat vragen we?
Een vragenlijst van ongeveer [20] minuten en een lijst van partijen met wie je samenwerkt.
Je vult een code in en geen naam. [Wie] heeft de lijst waarop staat welke code bij wie hoort, en deelt die met niemand.
De antwoorden staan in [programma of map, en in welk land]. We gebruiken ze alleen voor wat hierboven staat.

Wie ziet wat?
- Jouw antwoorden zijn te zien voor [naam en functie van wie de gegevens bewerkt]. Verder voor niemand.
- Anderen zien alleen uitkomsten van groepen. Van een groep met minder dan [5] mensen laten we niets zien. Voor
  uitkomsten die buiten de samenwerking gaan, en voor ouders en jongeren, is dat [10].
- Wat je zelf opschrijft bij open vragen, delen we niet zonder het je te vragen.
- Jouw partij staat alleen met naam in een plaatje van wie met wie samenwerkt als je dat hieronder goedvindt.
- In een kleine groep kan iemand soms toch raden wat een ander heeft geantwoord. Wij passen regels toe om dat te
  voorkomen en kijken na of ze zijn toegepast. Helemaal uitsluiten kunnen wij het niet.

Hoe lang bewaren we de antwoorden?
[Kies zelf: tot wanneer, waar, en wie ze dan verwijdert. Zet dit ook in study.json bij retention.]

Meedoen is vrijwillig
Je mag vragen overslaan. Je mag op elk moment stoppen, zonder reden. Wil je je antwoorden terugtrekken, laat het dan
weten aan [naam, bereikbaar via]. We halen ze dan weg. In wat al gedeeld is, blijven uitkomsten van groepen staan.

Jouw rechten
Je mag je antwoorden bekijken, laten verbeteren of laten weghalen. Vraag het aan [naam, bereikbaar via].
Ben je het niet eens met hoe we met je gegevens omgaan? Zeg het ons. Je mag ook een klacht indienen bij de Autoriteit
Persoonsgegevens (autoriteitpersoonsgegevens.nl).

[ ] Ik doe mee en ik weet waarvoor mijn antwoorden worden gebruikt.
[ ] Mijn partij mag met naam in het plaatje van wie met wie samenwerkt staan.   [ ] ja   [ ] nee

Voor kinderen en jongeren onder de [16] jaar beslissen ouders of verzorgers mee.

Naam, datum: [alleen als jullie dit op papier vragen; bewaar dit los van de antwoorden]
""",
        "readme": """\
Hulpmiddelen bij {study}

{book}{survey}{network}    vragen aan elke partij: met wie werk je samen, en hoe.
{consent}    een tekst om toestemming te vragen. Pas hem aan.

Ingevuld? Zet antwoorden in de tabellen van de studie, of in het werkboek, en kijk ze na met: houvast check
{export}""",
        "survey": """\
{lime}    de vragenlijst voor LimeSurvey. Kies bij het maken van een enquête 'Importeren' en dit bestand.
{form}    de vragen op volgorde, om over te nemen in Microsoft Forms, Google Forms of op papier.
""",
        "export": """\
LimeSurvey: exporteer 'volledige antwoorden' met vraagcodes als kop, en zet ze om met:
  houvast convert antwoorden.csv --out map --structure {lime} --roster parties.csv{own}
Microsoft Forms en Google Forms: zet het blad met antwoorden om met houvast convert; zie de handleiding.
""",
        "book": "{name}    werkboek: een blad per tabel, met keuzelijsten. Nakijken: houvast check {name}\n",
    },
    "en": {
        "code": "What is your participant code?",
        "code_help": "The code is in your invitation. Your name is not needed.",
        "party": "Party",
        "party_help": "The code of the party you belong to; it is in your invitation.",
        "about": "About you",
        "welcome": "These questions are about how we work together around children and young people. There are no "
        "right or wrong answers. If you do not know, choose that: it helps the conversation too. You may skip any "
        "question and stop at any time.",
        "end": "Thank you. We will talk about the results together.",
        "open": "open question, text",
        "choice": "choice",
        "mixed": "You can explain your answer here.",
        "rated": "Choose an answer to: {text}",
        "written": "Write in the box: {text}",
        "stage": "What fits our collaboration best at present?",
        "network": """\
WHO WORKS WITH WHOM

Fill this in for your own party. Choose from the list of parties (sheet 'parties'); put that list below before you hand
out the form, so that nobody has to recall who takes part.

Your party (code): ______________________      Wave: {wave}

Question 1. Which parties did you work with around children or young people in the past six months?
With nobody? Then tick: [ ] with nobody. That is not the same as leaving this empty.

Question 2. How often or how strongly?   1 = now and then   2 = sometimes   3 = often   4 = very often   (0 = not)

Question 3. Is this true for this party? Yes, no, or empty (don't know).
{conditions}

party (code)             strength 0-4   P1      P2      P3      P4
{lines}

Each line becomes a row of ties.csv: wave, reporter (your party), from (your party), to (the other), relation
({relation}), strength, P1 to P4. 'With nobody' becomes one row with an empty to.
The other side fills this in too. That the two may differ is not a mistake but something to talk about.

Rather online? Copy question 1 as it is into LimeSurvey, Microsoft Forms or Google Forms, with the names of the parties
as choices (more than one allowed), and convert the answers with: houvast convert --roster parties.csv
Strength and P1 to P4 you then add yourself in the sheet of ties.
""",
        "consent": """\
CONSENT - a text to adapt

Change everything in [brackets], and have it read by whoever looks after privacy with you. This is an aid, not
legal advice.

Why do we ask?
[Name of the collaboration] wants to know how working together around children goes, and what to talk about. Results are
there to open the conversation. We do not judge people or organisations with them.

Who asks?
[Name of the organisation] is responsible for your data. A question? [Name, telephone, e-mail.]
[Does the organisation have a data protection officer? Say here how to reach them.]

What do we ask?
A questionnaire of about [20] minutes and a list of parties that you work with.
You fill in a code and no name. [Who] keeps the list that tells which code is whose, and shares it with nobody.
The answers are kept in [program or folder, and in which country]. We use them only for what is written above.

Who sees what?
- Your answers can be seen by [name and role of who handles the data], and by nobody else.
- Others see results of groups only. Of a group of fewer than [5] people nothing is shown; [10] for results that leave
  the collaboration, and for parents and young people.
- What you write yourself is not shared without asking you.
- Your party is named in a picture of who works with whom only if you agree below.
- In a small group someone may still guess what another answered. We apply rules against that and check that they were
  applied. We cannot rule it out.

How long do we keep the answers?
[Your own choice: until when, where, and who deletes them. Write it in study.json under retention too.]

Taking part is voluntary
You may skip questions and stop at any time, without a reason. To withdraw your answers, tell [name, how to reach]. We
then remove them. Results of groups that were shared already stay as they are.

Your rights
You may see your answers, have them corrected, or have them removed. Ask [name, how to reach]. Do you disagree with how
we handle your data? Tell us. You may also complain to the data protection authority of your country.

[ ] I take part and know what my answers are used for.
[ ] My party may be named in the picture of who works with whom.   [ ] yes   [ ] no

For children and young people under [16], parents or carers decide too.

Name, date: [only when asked on paper; keep it apart from the answers]
""",
        "readme": """\
Helpful files for {study}

{book}{survey}{network}    questions to each party: with whom do you work, and how.
{consent}    a text to ask for consent. Adapt it.

Filled in? Put answers into the study's tables or the workbook, and check them with: houvast check
{export}""",
        "survey": """\
{lime}    the questionnaire for LimeSurvey: create a survey, choose 'Import' and this file.
{form}    the questions in order, to copy into Microsoft Forms, Google Forms or onto paper.
""",
        "export": """\
LimeSurvey: export 'full answers' with question codes as headings, and convert them with:
  houvast convert answers.csv --out folder --structure {lime} --roster parties.csv{own}
Microsoft Forms and Google Forms: convert the sheet of answers with houvast convert; see the guide.
""",
        "book": "{name}    workbook: a sheet per table, with drop-downs. Check it with: houvast check {name}\n",
    },
}
# The files: what to read first, LimeSurvey, a form, the network, consent.
FILES = {
    "nl": (
        "LEESMIJ.txt",
        "vragenlijst-limesurvey.txt",
        "vragenlijst-formulier.txt",
        "wie-met-wie.txt",
        "toestemming.txt",
    ),
    "en": ("README.txt", "questionnaire-limesurvey.txt", "questionnaire-form.txt", "who-with-whom.txt", "consent.txt"),
}
# The first sheet of the workbook.
INTRO = {
    "nl": (
        ("Dit werkboek", "Vul de bladen partijen, antwoorden, banden, beoordelingen en doelen in. Eén rij per regel."),
        ("Begin", "Begin met het blad partijen: elke persoon, team of organisatie een eigen korte code in kolom id."),
        (
            "Koppen",
            "Laat de koppen in rij 1 staan. Ga met de muis op een kop staan voor uitleg. Kolommen met x_ ervoor "
            "zijn van jullie zelf: daarop kun je uitkomsten splitsen.",
        ),
        (
            "Keuzelijsten",
            "Veel cellen hebben een keuzelijst. Meer dan een woord in een cel? Zet er een puntkomma tussen.",
        ),
        ("Dagen", "Typ een dag zoals je gewend bent, bijvoorbeeld 31-12-2025. Hij verschijnt als 2025-12-31."),
        ("Ronde", "Is er maar één ronde, dan mag kolom wave leeg blijven."),
        ("Leeg", "Een lege cel bij een antwoord betekent: overgeslagen. 'weet ik niet' is iets anders: kies dat dan."),
        ("Niemand", "Werkt een partij met niemand samen? Eén rij in banden met haar code bij from, en to leeg."),
        ("Alles als tekst", "Ook een tekst die met = + - of @ begint blijft gewoon tekst."),
        ("Namen", "Zet geen namen van mensen in de codes. De naam van een partij hoort in kolom name."),
        ("Nakijken", "houvast check {name} vertelt wat er niet klopt: blad, rij, kolom en wat er had moeten staan."),
        ("Eigen bladen", "Een blad waarvan de naam met x_ begint, laat houvast met rust."),
    ),
    "en": (
        (
            "This workbook",
            "Fill in the sheets parties, answers, ties, assessments and goals. One row per line.",
        ),
        (
            "Begin",
            "Start with the parties: each person, team or organisation gets a short code of its own in column id.",
        ),
        (
            "Headings",
            "Keep the headings in row 1. Hover over one for an explanation. Columns that start with x_ are "
            "your own: results can be split by them.",
        ),
        ("Drop-downs", "Many cells have a list to choose from. More than one word in a cell? Put a semicolon between."),
        ("Days", "Type a day as you are used to; it is shown as 2025-12-31."),
        ("Wave", "With one wave only, column wave may stay empty."),
        ("Empty", 'An empty cell for an answer means: skipped. "don\'t know" is something else: choose it then.'),
        ("Nobody", "A party that works with nobody: one row in ties with its code in from, and an empty to."),
        ("Text", "A text that starts with = + - or @ stays a text."),
        ("Names", "Put no names of people into codes. The name of a party belongs in column name."),
        ("Check", "houvast check {name} tells what is wrong: sheet, row, column and what was expected."),
        ("Own sheets", "houvast leaves a sheet alone whose name starts with x_."),
    ),
}
