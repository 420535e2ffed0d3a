"""The words of the pictures, in Dutch and English."""

from __future__ import annotations

from typing import Final

__all__ = ["words_of"]

_NL: Final[dict[str, str]] = {
    "everyone": "Iedereen",
    "hidden": "▒ verborgen",
    "nothing": "geen antwoorden",
    "no_data": "Hierover zijn geen gegevens.",
    "internal": "intern – exacte uitkomsten, niet om te delen",
    "released": "vrijgegeven: regels ‘{policy}’, drempel {threshold} mensen; aantallen als groep, percentages afgerond",
    "fictional": "fictief voorbeeld",
    "n": "n",
    "dont_know": "Weet ik niet",
    "joined_low": "lagere antwoorden samengenomen",
    "reversed": "omgekeerd: hoog is {labels}",
    "key_reversed": "{label} (omgekeerd: {other})",
    "joined_high": "hoge antwoorden samengenomen",
    "not_given": "Overgeslagen of wil niet zeggen",
    "not_applicable": "n.v.t. {n}",
    "asked": "gevraagd",
    "likert_title": "Hoe mensen antwoorden",
    "likert_about": "{wave}{element}. Rechts van de lijn staat het deel met een hoog antwoord. n = mensen die "
    "antwoordden. ‘Weet ik niet’ staat apart.",
    "likert_axis_low": "lager antwoord",
    "likert_axis_high": "hoog antwoord",
    "likert_alt": "Liggende balken met de antwoorden op {count} vragen, {wave}. {items}",
    "likert_alt_item": "{item}: {top} geeft een hoog antwoord (n = {n}), {unknown} weet het niet.",
    "likert_alt_hidden": "{item}: verborgen.",
    "heat_title": "Elementen per {by}",
    "heat_title_plain": "Elementen",
    "heat_top": "{wave}. In elk vak: het deel met een hoog antwoord, de 95%-marge en n. Donkerder is een groter deel; "
    "een kleur is geen oordeel.",
    "heat_median": "{wave}. In elk vak: het middelste antwoord (van laag tot hoog), de 95%-marge van het deel met een "
    "hoog antwoord, en n.",
    "heat_alt": "Tabel met kleuren, {wave}: {rows} regels en {columns} kolommen. {items}",
    "gap_title": "{one} en {other} naast elkaar",
    "gap_title_many": "Hetzelfde gezien vanuit elk {by}",
    "gap_about": "{wave}. Elk teken is een groep: het deel met een hoog antwoord, met de 95%-marge als lijn. De "
    "volgorde van vragen en groepen zegt niets.",
    "band": "Een gestreept vak: het deel ligt ergens daarbinnen.",
    "gap_alt": "Tekens op een lijn van 0 tot 100 procent, voor {count} vragen, {wave}. {items}",
    "dots_title": "Stadia van samenwerken",
    "dots_about": "{wave}. Hoe groter de stip, hoe meer beoordelaars dit stadium kozen. De balk is de mediaan (het "
    "middelste oordeel). Een lager stadium kan goed passen.",
    "dots_released": "{wave}. Hoe groter de stip, hoe meer beoordelaars dit stadium kozen. Samengenomen stadia staan "
    "in één vak. Een lager stadium kan goed passen.",
    "stage": "stadium {n}",
    "inferred": "* volgorde van de stadia afgeleid, niet door de bron genoemd",
    "dots_alt": "Stippen per stadium voor {count} kanten van samenwerken, {wave}. {items}",
    "dots_alt_item": "{item} (n = {n}): {stages}.",
    "kiviat_title": "Profiel van samenwerken",
    "kiviat_about": "{wave}. Per kant drie stadia, van binnen (1) naar buiten (3). De brede streep is de mediaan: het "
    "middelste oordeel, of beide middelste. Er hoort geen gemiddelde bij.",
    "kiviat_alt": "Spinnenweb met {count} kanten van samenwerken en drie stadia, {wave}. {items}",
    "kiviat_alt_item": "{item}: mediaan {stage} (n = {n}).",
    "kiviat_key": "mediaan",
    "kiviat_ring": "stadium 1, 2, 3",
    "median": "mediaan",
    "waves_title": "Wat er veranderde",
    "waves_about": "Deel met een hoog antwoord. De lijn is van dezelfde mensen in beide metingen; wie wegging en wie "
    "erbij kwam, staat apart.",
    "waves_released": "Deel met een hoog antwoord, iedereen die antwoordde, met 95%-marge. Het hoeven niet dezelfde "
    "mensen te zijn.",
    "waves_one": "Er is één meting: {wave}. Er valt nog niets te vergelijken.",
    "panel": "Zelfde mensen",
    "left": "Ging weg",
    "came": "Kwam erbij",
    "all_answers": "Iedereen die antwoordde",
    "waves_alt": "Lijnen van meting naar meting voor {count} onderdelen. {items}",
    "waves_alt_item": "{item}: zelfde mensen van {before} naar {after} (n = {n}); wie wegging {left} (n = {n_left}), "
    "wie erbij kwam {came} (n = {n_came}).",
    "waves_alt_all": "{item}: {points}.",
    "map_title": "Wie met wie: {relation}",
    "map_about": "{wave}. {parties} partijen, {ties} contacten; {told} van de {asked} gevraagde partijen vertelden "
    "zelf. Plaats en volgorde zeggen niets; meer contacten zijn niet vanzelf beter.",
    "map_about_unasked": "{wave}. {parties} partijen, {ties} contacten; {told} partijen vertelden zelf. Wie gevraagd "
    "is, is niet bijgehouden. Plaats en volgorde zeggen niets; meer contacten zijn niet vanzelf beter.",
    "map_asked_unknown": "niet bekend of zij gevraagd is",
    "map_told": "vertelde zelf",
    "map_silent": "gevraagd en stil",
    "map_not_asked": "niet gevraagd",
    "map_cut": "enige schakel: zonder deze partij raken anderen los",
    "map_no_name": "zonder toestemming: geen naam ({n})",
    "map_alt": "Netwerk in een cirkel, {relation}, {wave}: {parties} partijen in {groups} groepen en {ties} contacten. "
    "Dichtheid {density} over de bekende paren. Stil: {silent}. Enige schakel: {cuts}.",
    "blocks_about": "{wave}. {parties} partijen in {groups} groepen: hoe breder de lijn, hoe meer van de bekende paren "
    "contact hebben. Getal: contacten / bekende paren.",
    "blocks_alt": "Netwerk van {groups} groepen, {relation}, {wave}: {parties} partijen en {ties} contacten. {items}",
    "nobody": "niemand",
    "unseen": "niet te zien",
    "no_group_short": "niet bekend",
    "density_title": "Contact binnen en tussen groepen: {relation}",
    "density_about": "{wave}, n = {parties} partijen. In elk vak: de dichtheid, en contacten / paren waarover iets "
    "bekend is. Donkerder is dichter; dichter is niet vanzelf beter.",
    "density_from": "{wave}, n = {parties} partijen; van de rij naar de kolom. In elk vak: de dichtheid, en contacten "
    "/ paren waarover iets bekend is. Donkerder is dichter; dichter is niet vanzelf beter.",
    "density_alt": "Tabel van {groups} bij {groups} groepen, {relation}, {wave}. Dichtheid over alles {density}, n = "
    "{parties} partijen. {items}",
    "board_title": "Is iedereen erbij?",
    "board_about": "{wave}, n = {parties} partijen. Elke tegel is een vraag over de samenwerking als geheel; teken en "
    "woord geven de stand.",
    "board_released": "{wave}. Elke tegel is een vraag over de samenwerking als geheel; teken en woord geven de stand.",
    "board_alt": "Bord met {count} tegels, {wave}. {items}",
    "need_title": "Wie biedt wat",
    "need_about": "{wave}, n = {parties} partijen. In elk vak: hoeveel organisaties iets bieden voor die hulpvraag, "
    "leeftijd en zwaarte.",
    "need_gap": "niemand biedt dit",
    "need_offered": "er is aanbod",
    "need_overlap": "veel organisaties",
    "need_alt": "Tabel van {rows} hulpvragen bij {columns} leeftijden en zwaartes, {wave}. {gaps} vakken zonder "
    "aanbod, {overlaps} met veel organisaties, {offered} met aanbod. {items}",
    "voice_title": "Wie klinkt er door?",
    "voice_about": "{wave}, n = {parties} partijen, {answers} respondenten. Per perspectief: het aandeel in de "
    "partijen en in de gevraagde mensen, naast het aandeel in antwoorden en contacten.",
    "voice_about_unasked": "{wave}, n = {parties} partijen, {answers} respondenten. Per perspectief: het aandeel in de "
    "partijen, naast het aandeel in antwoorden en contacten. Hoeveel mensen gevraagd zijn, is niet bijgehouden.",
    "share_of_members": "partijen",
    "share_of_asked": "gevraagde mensen",
    "share_of_answers": "antwoorden",
    "share_of_ties": "contacten",
    "small_voice": "kleine stem",
    "voice_alt": "Balken met aandelen per perspectief, {wave}. {items}",
    "cards_title": "Waarover kunnen we praten?",
    "cards_about": "{wave}. Knip de kaarten uit, leg ze op tafel en kies er samen één om mee te beginnen.",
    "cards_alt": "{count} gesprekskaarten. {items}",
    "card": "Kaart {n}",
    "card_open": "Zo kun je beginnen",
    "card_try": "Wat je kunt proberen",
    "why_lowest": "Weinig mensen geven een hoog antwoord: {top} (n\u00a0=\u00a0{n}).",
    "why_between": "Groepen kijken hier verschillend naar. Van iedereen geeft {top} een hoog antwoord "
    "(n\u00a0=\u00a0{n}).",
    "why_divided": "De antwoorden lopen uiteen: {top} geeft een hoog antwoord (n\u00a0=\u00a0{n}).",
    "why_unknown": "Veel mensen weten dit niet: {unknown}. Van wie wel antwoordde, geeft {top} een hoog antwoord "
    "(n\u00a0=\u00a0{n}).",
}

_EN: Final[dict[str, str]] = {
    "everyone": "Everyone",
    "hidden": "▒ hidden",
    "nothing": "no answers",
    "no_data": "There are no data about this.",
    "internal": "internal – exact results, not for sharing",
    "released": "released: rules ‘{policy}’, threshold {threshold} people; numbers as bands, percentages rounded",
    "fictional": "fictional example",
    "n": "n",
    "dont_know": "Don’t know",
    "joined_low": "lower answers taken together",
    "reversed": "reversed: high is {labels}",
    "key_reversed": "{label} (reversed: {other})",
    "joined_high": "high answers taken together",
    "not_given": "Skipped or rather not say",
    "not_applicable": "n/a {n}",
    "asked": "asked",
    "likert_title": "How people answer",
    "likert_about": "{wave}{element}. Right of the line is the share with a high answer. n = people who answered. "
    "‘Don’t know’ stands apart.",
    "likert_axis_low": "lower answer",
    "likert_axis_high": "high answer",
    "likert_alt": "Horizontal bars with the answers to {count} questions, {wave}. {items}",
    "likert_alt_item": "{item}: {top} give a high answer (n = {n}), {unknown} do not know.",
    "likert_alt_hidden": "{item}: hidden.",
    "heat_title": "Elements by {by}",
    "heat_title_plain": "Elements",
    "heat_top": "{wave}. In each cell: the share with a high answer, its 95% margin and n. Darker is a larger share; a "
    "colour is no verdict.",
    "heat_median": "{wave}. In each cell: the middle answer (from low to high), the 95% margin of the share with a "
    "high answer, and n.",
    "heat_alt": "Table with colours, {wave}: {rows} rows and {columns} columns. {items}",
    "gap_title": "{one} and {other} side by side",
    "gap_title_many": "The same, seen from each {by}",
    "gap_about": "{wave}. Each mark is a group: the share with a high answer, with its 95% margin as a line. The order "
    "of questions and groups means nothing.",
    "band": "A hatched box: the share lies somewhere inside it.",
    "gap_alt": "Marks on a line from 0 to 100 percent, for {count} questions, {wave}. {items}",
    "dots_title": "Stages of collaboration",
    "dots_about": "{wave}. The larger the dot, the more assessors chose this stage. The bar is the median (the middle "
    "judgement). A lower stage may fit well.",
    "dots_released": "{wave}. The larger the dot, the more assessors chose this stage. Stages taken together share a "
    "box. A lower stage may fit well.",
    "stage": "stage {n}",
    "inferred": "* order of the stages inferred, not stated by the source",
    "dots_alt": "Dots per stage for {count} sides of collaboration, {wave}. {items}",
    "dots_alt_item": "{item} (n = {n}): {stages}.",
    "kiviat_title": "Profile of collaboration",
    "kiviat_about": "{wave}. Three stages per side, from the inside (1) to the outside (3). The broad stroke is the "
    "median: the middle judgement, or both middle ones. There is no mean.",
    "kiviat_alt": "Radar of {count} sides of collaboration and three stages, {wave}. {items}",
    "kiviat_alt_item": "{item}: median {stage} (n = {n}).",
    "kiviat_key": "median",
    "kiviat_ring": "stage 1, 2, 3",
    "median": "median",
    "waves_title": "What changed",
    "waves_about": "Share with a high answer. The line is of the same people in both waves; who left and who joined "
    "stand apart.",
    "waves_released": "Share with a high answer of everybody who answered, with its 95% margin. They need not be the "
    "same people.",
    "waves_one": "There is one wave: {wave}. There is nothing to compare yet.",
    "panel": "Same people",
    "left": "Left",
    "came": "Joined",
    "all_answers": "Everybody who answered",
    "waves_alt": "Lines from wave to wave for {count} items. {items}",
    "waves_alt_item": "{item}: same people from {before} to {after} (n = {n}); who left {left} (n = {n_left}), who "
    "joined {came} (n = {n_came}).",
    "waves_alt_all": "{item}: {points}.",
    "map_title": "Who with whom: {relation}",
    "map_about": "{wave}. {parties} parties, {ties} ties; {told} of the {asked} parties asked told themselves. Place "
    "and order mean nothing; more ties are not better by themselves.",
    "map_about_unasked": "{wave}. {parties} parties, {ties} ties; {told} parties told themselves. Who was asked was "
    "not recorded. Place and order mean nothing; more ties are not better by themselves.",
    "map_asked_unknown": "not known whether it was asked",
    "map_told": "told themselves",
    "map_silent": "asked and silent",
    "map_not_asked": "not asked",
    "map_cut": "only link: without this party others come loose",
    "map_no_name": "no consent: no name ({n})",
    "map_alt": "Network in a circle, {relation}, {wave}: {parties} parties in {groups} groups and {ties} ties. Density "
    "{density} over known pairs. Silent: {silent}. Only links: {cuts}.",
    "blocks_about": "{wave}. {parties} parties in {groups} groups: the broader the line, the more of the known pairs "
    "have a tie. Number: ties / known pairs.",
    "blocks_alt": "Network of {groups} groups, {relation}, {wave}: {parties} parties and {ties} ties. {items}",
    "nobody": "nobody",
    "unseen": "cannot be seen",
    "no_group_short": "not known",
    "density_title": "Ties inside and between groups: {relation}",
    "density_about": "{wave}, n = {parties} parties. In each cell: the density, and ties / pairs about which something "
    "is known. Darker is denser; denser is not better by itself.",
    "density_from": "{wave}, n = {parties} parties; from row to column. In each cell: the density, and ties / pairs "
    "about which something is known. Darker is denser; denser is not better by itself.",
    "density_alt": "Table of {groups} by {groups} groups, {relation}, {wave}. Density over all {density}, n = "
    "{parties} parties. {items}",
    "board_title": "Is everyone there?",
    "board_about": "{wave}, n = {parties} parties. Each tile is a question about the collaboration as a whole; a sign "
    "and a word tell how it stands.",
    "board_released": "{wave}. Each tile is a question about the collaboration as a whole; a sign and a word tell how "
    "it stands.",
    "board_alt": "Board of {count} tiles, {wave}. {items}",
    "need_title": "Who offers what",
    "need_about": "{wave}, n = {parties} parties. In each cell: how many organisations offer something for that need, "
    "age and support level.",
    "need_gap": "nobody offers this",
    "need_offered": "there is an offer",
    "need_overlap": "many organisations",
    "need_alt": "Table of {rows} needs by {columns} ages and support levels, {wave}. {gaps} cells without an offer, "
    "{overlaps} with many organisations, {offered} with an offer. {items}",
    "voice_title": "Whose voice is heard?",
    "voice_about": "{wave}, n = {parties} parties, {answers} respondents. Per perspective: its share of the parties "
    "and of the people asked, beside its share of answers and ties.",
    "voice_about_unasked": "{wave}, n = {parties} parties, {answers} respondents. Per perspective: its share of the "
    "parties, beside its share of answers and ties. How many people were asked was not recorded.",
    "share_of_members": "parties",
    "share_of_asked": "people asked",
    "share_of_answers": "answers",
    "share_of_ties": "ties",
    "small_voice": "small voice",
    "voice_alt": "Bars with shares per perspective, {wave}. {items}",
    "cards_title": "What can we talk about?",
    "cards_about": "{wave}. Cut out the cards, lay them on the table and choose one together to begin with.",
    "cards_alt": "{count} conversation cards. {items}",
    "card": "Card {n}",
    "card_open": "A way to begin",
    "card_try": "What you could try",
    "why_lowest": "Few people give a high answer: {top} (n\u00a0=\u00a0{n}).",
    "why_between": "Groups see this differently. Of everybody, {top} give a high answer (n\u00a0=\u00a0{n}).",
    "why_divided": "Answers differ: {top} give a high answer (n\u00a0=\u00a0{n}).",
    "why_unknown": "Many people do not know: {unknown}. Of those who answered, {top} give a high answer "
    "(n\u00a0=\u00a0{n}).",
}

_WORDS: Final = {"nl": _NL, "en": _EN}


def words_of(lang: str) -> dict[str, str]:
    """The words of a language that exists, as the catalogue falls back: "nl-BE" has those of "nl", others English."""
    return _WORDS["nl" if lang.lower().partition("-")[0] == "nl" else "en"]
