"""The Dutch words of the report."""

from __future__ import annotations

from typing import Final

__all__ = ["NL"]

NL: Final[dict[str, str]] = {
    # the page
    "skip": "Ga direct naar de inhoud",
    "contents": "Inhoud",
    "made_with": "Gemaakt met houvast {version}. Dit bestand haalt niets van internet en voert geen programma uit.",
    "and": "en",
    "or": "of",
    "between": "{low} tot {high}",
    "brief": "{low}–{high}",
    "below": "minder dan {high}",
    "from": "{low} of meer",
    "or_more": "of meer",
    "unshown": "niet getoond",
    "quoted": "‘{text}’",
    "people": "{n} mensen",
    "margin": "marge {low} tot {high}",
    # cover
    "kicker": "Samenwerken rond kinderen en jongeren",
    "lead": "Dit verslag opent een gesprek. Het geeft geen cijfer en het velt geen oordeel.",
    "fictional": "Dit is een verzonnen voorbeeld. De mensen, de organisaties en de antwoorden bestaan niet echt.",
    "fictional_label": "Fictief",
    "waves": "Metingen",
    "for_whom": "Voor wie",
    "for_team": "Voor de mensen die zelf aan deze samenwerking meedoen.",
    "for_external": "Voor iedereen die met deze samenwerking te maken heeft, ook ouders en jongeren.",
    "for_other": "Voor wie dit verslag is gemaakt, staat in het eigen beleid van dit onderzoek: {policy}.",
    "protection": "Bescherming",
    "protection_text": "Een uitkomst staat hier alleen als minstens {threshold} mensen zijn gevraagd en minstens "
    "{threshold} mensen hebben geantwoord. Kleinere groepen zijn samengenomen of worden niet getoond.",
    "source": "Herkomst",
    "legend_title": "Zo lees je dit verslag",
    "legend_hidden": "Dit teken betekent: deze uitkomst tonen we niet, om mensen te beschermen.",
    "legend_bands": "Aantallen mensen staan als ruime groep, bijvoorbeeld {example}. Soms staat er ook een ruim deel, "
    "bijvoorbeeld {share}. Zo is moeilijker te zien wie wat antwoordde.",
    "legend_rounding": "Percentages zijn afgerond. Bij minder dan {n} antwoorden ronden we af op vijven. Delen van "
    "een geheel tellen daardoor soms niet precies op.",
    # summary
    "summary": "In het kort",
    "summary_intro": "De belangrijkste uitkomsten in gewone taal.",
    "summary_response": "In {wave} zijn {asked} mensen gevraagd; {answered} van hen antwoordden, ongeveer {share}.",
    "unasked": "In {wave} antwoordden {answered} mensen. Hoeveel mensen gevraagd zijn, is niet bijgehouden; wie "
    "ontbreekt, is dus niet te zien.",
    "summary_spread": "Mensen geven het vaakst een hoog antwoord bij {high} ({high_share} van {high_n} mensen) en het "
    "minst vaak bij {low} ({low_share} van {low_n} mensen).",
    "summary_spread_overlap": " De marges raken elkaar, dus het verschil kan toeval zijn.",
    "summary_network": "Bij {relation} vertelden {reported} van de {parties} partijen met wie zij contact hebben; "
    "ongeveer {percent} van de contacten waarover iets bekend is, bestaat.",
    "summary_change": "Tussen {earlier} en {wave} is er een duidelijk verschil bij {item}: van {before} (van "
    "{before_n} mensen) naar {after} (van {after_n} mensen).",
    "summary_no_change": "Tussen {earlier} en {wave} is bij geen van de elementen een duidelijk verschil te zien.",
    "summary_agenda": "Een goede vraag om het gesprek mee te openen: {question}",
    "left_out": "Wat niet in dit verslag staat",
    # response
    "response": "Wie is gevraagd en wie antwoordde",
    "response_intro": "De uitkomsten vertellen alleen iets over de mensen die antwoordden. Daarom staat dit vooraan.",
    "response_sentence": "In {wave} zijn {asked} mensen gevraagd en antwoordden er {answered}. Dat is ongeveer "
    "{share}.",
    "response_hidden": "Hoeveel mensen in {wave} antwoordden, tonen we niet.",
    "response_by": "Wie antwoordde, per {attribute}",
    "response_share": "Deel dat antwoordde",
    "response_n": "gevraagd {asked}, antwoordde {answered} mensen",
    "response_answered": "Hoeveel mensen antwoordden",
    "response_bias_unasked": "Een groep met weinig antwoorden telt weinig mee in het geheel. Wil je bij een volgende "
    "meting zien wie ontbreekt? Houd dan bij wie gevraagd is.",
    "response_bias": "Een groep die minder vaak antwoordt, telt minder mee in het geheel. Houd daar rekening mee.",
    "response_bar": "{group}: {share} van {asked} gevraagde mensen antwoordde",
    "no_response": "Er zijn geen vragenlijsten ingevuld, dus er staat niets over wie antwoordde.",
    # elements
    "elements": "De elementen van samenwerken",
    "elements_intro": "Een element is een groep vragen over één kant van de samenwerking. Je ziet per element welk "
    "deel van de mensen een hoog antwoord geeft.",
    "high_means": "Hoog betekent: gemiddeld {labels} op een schaal van {lowest} tot {highest}.",
    "high_reversed": " Bij {ids} is het andersom: daar is {labels} een hoog antwoord, en zo telt het ook mee in het "
    "element.",
    "high_means_plain": "Hoog betekent: aan de gunstige kant van de schaal.",
    "how_bar": "De balk is het deel dat hoog antwoordt. De dunne lijn erop is de marge: daar ligt het echte deel "
    "waarschijnlijk. Een gestreepte balk geeft alleen aan waartussen het deel ligt.",
    "how_previous": "De ruit is de vorige meting.",
    "element": "Element",
    "question": "Vraag",
    "wave_share": "Deel met een hoog antwoord, {wave}",
    "element_sentence": "Van {n} mensen gaf {share} gemiddeld een hoog antwoord.",
    "element_margin": " Het echte deel ligt waarschijnlijk tussen {low} en {high}.",
    "element_hidden": "Voor dit element tonen we geen uitkomst.",
    "rated_part": "Gescoord is: {text}",
    "question_sentence": "Van {n} mensen antwoordde {share} {labels}.",
    "question_margin": " De marge loopt van {low} tot {high}.",
    "question_dont_know": "Weet ik niet: {share}.",
    "question_median": "De middelste antwoorden zijn {low} en {high}.",
    "question_median_one": "Het middelste antwoord is {label}.",
    "question_hidden": "Voor deze vraag tonen we geen uitkomst.",
    "open_question": "Dit is een open vraag. Wat mensen schreven, staat niet in dit verslag.",
    "distribution_of": "Verdeling van de antwoorden op vraag {id}",
    "bin": "{share}: {labels}",
    "bin_range": "{low} tot en met {high}",
    "bar_title": "{item}, {wave}: {share} hoog",
    "bar_margin": "Marge van {low} tot {high}.",
    "bar_n": "{n} mensen.",
    "bar_previous": "In {wave}: {share}.",
    "no_elements": "Er zijn geen antwoorden op een vragenlijst, dus er staat niets over elementen en vragen.",
    # perspectives
    "groups": "Verschillende groepen naast elkaar",
    "groups_intro": "Mensen kijken vanuit hun eigen plek naar dezelfde samenwerking. Een verschil is geen fout: het "
    "is een reden om elkaar iets te vragen. De volgorde van de groepen zegt niets.",
    "groups_by": "De groepen zijn gemaakt naar {attribute}.",
    "groups_table": "{element}: deel met een hoog antwoord per {attribute}",
    "groups_questions": "Alle vragen, per {attribute}",
    "groups_questions_caption": "Deel met een hoog antwoord per vraag en per {attribute}, met het aantal mensen",
    "group": "Groep",
    "share_high": "Hoog antwoord",
    "everyone": "Iedereen",
    "other_groups": "Kleine groepen samen",
    "no_group": "Zonder {attribute}",
    "group_mark": "Elke groep heeft een eigen teken. De streep door het teken is de marge. De stippellijn is iedereen "
    "samen.",
    "gaps": "Waar groepen het anders zien",
    "gaps_intro": "Dit zijn vragen waar twee groepen minstens {points} procentpunt uit elkaar liggen, in de volgorde "
    "van de vragenlijst.",
    "gap": "{question} {low_group}: {low} geeft een hoog antwoord ({low_n} mensen). {high_group}: {high} ({high_n} "
    "mensen).",
    "gap_clear": " Dat verschil is groter dan de marges.",
    "gap_overlap": " De marges raken elkaar: het verschil kan ook toeval zijn.",
    "gap_wide": " Er staat een ruim deel bij: hoe groot het verschil precies is, is niet te zeggen.",
    "no_gaps": "Bij geen enkele vraag liggen twee groepen minstens {points} procentpunt uit elkaar.",
    "strip_title": "{item}, {group}: {share} hoog",
    "no_groups": "Er zijn geen twee groepen die groot genoeg zijn om naast elkaar te zetten.",
    # stages
    "stages": "Stadia van samenwerken",
    "stages_intro": "Beoordelaars kozen per kant van de samenwerking het stadium dat het best past. Een lager stadium "
    "kan heel goed passen: een eenvoudige vraag heeft weinig samenwerking nodig.",
    "stages_rule": "Stadia hebben een volgorde, maar er hoort geen gemiddelde bij en geen totaalcijfer.",
    "stages_sentence": "{n} beoordelaars kozen een stadium; de meesten kozen {stage} ({share}).",
    "stages_sentence_even": "{n} beoordelaars kozen een stadium; hun keuzes lopen uiteen.",
    "stages_sentence_joined": "{n} beoordelaars kozen een stadium. Hoe zij zijn verdeeld, tonen we niet.",
    "stages_title": "{dimension}, {wave}: verdeling over de stadia",
    "stages_hidden": "Voor deze kant tonen we geen uitkomst.",
    "inferred": "volgorde afgeleid",
    "inferred_means": "Volgorde afgeleid: de bron noemt de volgorde van deze stadia niet zelf. Wij lezen die af uit "
    "hoe de stadia zijn afgedrukt.",
    "stages_dont_know": " ‘Weet ik niet’: {share}.",
    "fits": "Wat past bij de vragen",
    "fits_intro_simple": "Deze samenwerking is er voor eenvoudige vragen. Daarvoor is het eerste stadium vaak genoeg.",
    "fits_intro_composite": "Deze samenwerking is er voor samengestelde vragen. Daarbij past een stadium in het "
    "midden.",
    "fits_intro_complex": "Deze samenwerking is er voor complexe vragen. Daarbij past het laatste stadium.",
    "fits_rule": "Dit is iets om over te praten en geen oordeel. De beschrijving van een stadium is in onze eigen "
    "woorden.",
    "fits_caption": "Wat past bij de vragen, per kant van de samenwerking, {wave}",
    "fits_dimension": "Kant van de samenwerking",
    "fits_means": "Wat de beoordelaars zeggen",
    "fits_wished": "gewenst: ‘{stage}’",
    "fits_stage": "Om over te praten: ‘{stage}’.",
    "fits_strengthen": "Er is een volgende stap mogelijk",
    "fits_fits": "Dit past",
    "fits_lower_fits": "Een eerder stadium kan genoeg zijn",
    "fits_unknown": "Nog niet te zeggen",
    "no_stages": "Er zijn geen beoordelingen van de stadia van samenwerken, dus dat profiel ontbreekt.",
    # network
    "network": "Wie met wie contact heeft",
    "network_intro": "Partijen vertelden met wie zij contact hebben. Samen vormen die contacten een netwerk.",
    "network_more": "Meer contacten zijn niet vanzelf beter: elk contact kost tijd. De vraag is of de contacten er "
    "zijn die jongeren en ouders nodig hebben.",
    "network_facts": "{relation}, {wave}: de getallen",
    "network_reported": "{reported} van de {parties} partijen vertelden over hun contacten. Samen gaat het om {ties} "
    "contacten.",
    "network_density": "De dichtheid is {density}: van alle mogelijke contacten waarover iets bekend is, bestaat "
    "ongeveer {percent}.",
    "network_bounds": " Een deel van de partijen vertelde niets. Met hen erbij ligt het ergens tussen {low} en {high}.",
    "network_no_bounds": " Alle contacten zijn bekend, dus hier hoort geen marge bij.",
    "network_no_bounds_unasked": " Van de partijen in de lijst zijn alle contacten bekend. Over wie er niet in staat, "
    "weten we niets.",
    "network_whole": "Alle partijen met contacten horen bij één geheel.",
    "network_parts": "Het netwerk bestaat uit {parts} delen die niet met elkaar zijn verbonden.",
    "network_no_parts": "Er zijn geen contacten gemeld.",
    "network_isolated": "{isolated} partijen hebben geen enkel contact.",
    "network_isolated_one": "{isolated} partij heeft geen enkel contact.",
    "network_not_isolated": "Geen enkele partij staat er helemaal los van ({isolated}).",
    "network_cut": "Enige schakel: als deze partij wegvalt, raken anderen los van de rest.",
    "network_cut_many": "Enige schakels ({cut}): als een van deze partijen wegvalt, raken anderen los van de rest.",
    "network_no_cut": "Geen enkele partij is de enige schakel ({cut}): het netwerk blijft heel als er één wegvalt.",
    "network_hidden": "Over {relation} in {wave} tonen we geen uitkomst.",
    "fact": "Wat",
    "number": "Getal",
    "fact_parties": "Partijen",
    "fact_reported": "Partijen die vertelden over hun contacten",
    "fact_ties": "Contacten",
    "fact_density": "Dichtheid: deel van de bekende contacten dat bestaat",
    "fact_low": "Laagste waarde die de dichtheid kan hebben",
    "fact_high": "Hoogste waarde die de dichtheid kan hebben",
    "fact_parts": "Delen van twee of meer verbonden partijen",
    "fact_isolated": "Partijen zonder contact",
    "fact_cut": "Enige schakels",
    "density_title": "Dichtheid van {relation}, {wave}: {density}",
    "density_desc": "Kan liggen tussen {low} en {high}.",
    "network_response": "Van {asked} gevraagde partijen vertelden er {reported} over dit contact, ongeveer {share}.",
    "network_unasked": "Wie gevraagd is, is niet bijgehouden: partijen buiten de lijst zijn niet te zien en zitten ook "
    "niet in de grenzen.",
    "network_complete": "De bron heeft elk paar vastgesteld: niemand zweeg.",
    "network_usable": " Dat is genoeg om de getallen te gebruiken.",
    "network_with_care": " Lees elk getal daarom samen met de grenzen die erbij staan.",
    "network_only_bounds": " Dat is weinig: kijk vooral naar de grenzen die erbij staan.",
    "blocks": "Contacten binnen en tussen groepen",
    "blocks_intro": "Elk vakje is het deel van de mogelijke contacten tussen twee groepen dat er is, van wat bekend "
    "is, afgerond op vijven. Bij bijna geen of bijna alle contacten staat alleen een ruim deel.",
    "blocks_directed": "Lees van de rij naar de kolom.",
    "blocks_caption": "{relation}, {wave}: deel van de contacten dat er is, per {attribute}",
    "no_blocks": "Er zijn geen twee groepen die groot genoeg zijn om de contacten ertussen te tonen.",
    "no_network": "Er is niet gevraagd wie met wie contact heeft, dus het netwerk ontbreekt.",
    # coverage
    "coverage": "Is iedereen erbij?",
    "coverage_intro": "Elke kaart is een vraag over de samenwerking als geheel. Het teken en het woord geven aan hoe "
    "het ervoor staat.",
    "round": "ronde",
    "coverage_wave": "We keken naar de meting van {wave}.",
    "coverage_about": "We keken naar de meting van {wave} en, voor contacten, naar {relation}.",
    "status_ok": "Op orde",
    "status_attention": "Aandacht",
    "status_missing": "Ontbreekt",
    "status_unknown": "Niet bekend",
    "status_not_applicable": "Niet van toepassing",
    "rule": "Hoe we keken",
    "needed": "Nodig om dit te weten",
    "belongs_to": "Hoort bij",
    "no_coverage": "Er is niet nagegaan of iedereen erbij is.",
    # agenda
    "agenda": "Waarover kunnen we praten?",
    "agenda_intro": "Knip de kaarten uit en leg ze op tafel. Kies samen één kaart om mee te beginnen.",
    "agenda_why": "Waarom deze vraag",
    "why_lowest": "Vergeleken met de andere vragen geven hier weinig mensen een hoog antwoord: {share} van {n} mensen "
    "antwoordt {labels}.",
    "why_between": "Groepen kijken hier verschillend naar. Van iedereen antwoordt {share} van {n} mensen {labels}.",
    "why_divided": "De antwoorden lopen uiteen: {share} van {n} mensen antwoordt {labels}, de anderen niet.",
    "why_unknown": "Vergeleken met de andere vragen weten veel mensen dit niet: {share} antwoordt ‘weet ik niet’. {n} "
    "mensen gaven wel een antwoord op de schaal.",
    "agenda_who": "Wie het anders ziet",
    "agenda_groups": "{low_group}: {low} geeft een hoog antwoord ({low_n} mensen). {high_group}: {high} ({high_n} "
    "mensen).",
    "agenda_open": "Zo kun je beginnen",
    "agenda_advice": "Wat je kunt proberen",
    "advice_source": "Bron: {document}, {section}",
    "card": "Kaart {number}",
    "no_agenda": "Er zijn te weinig antwoorden om vragen voor het gesprek te kiezen.",
    # change
    "change": "Wat is er veranderd",
    "change_intro": "Hier staan de laatste twee metingen naast elkaar. Het hoeven niet dezelfde mensen te zijn.",
    "change_rule": "We noemen iets hoger of lager als de marges elkaar niet raken. Anders noemen we het ongeveer "
    "gelijk: een verschil kan dan toeval zijn.",
    "change_table": "Elementen: deel met een hoog antwoord, twee metingen naast elkaar",
    "change_questions": "Vragen met een duidelijk verschil",
    "change_no_questions": "Bij geen enkele vraag raken de marges van de twee metingen elkaar niet.",
    "change_question": "{question} Van {before} ({before_n} mensen) naar {after} ({after_n} mensen).",
    "higher": "hoger",
    "lower": "lager",
    "about_equal": "ongeveer gelijk",
    "cannot_tell": "niet te zeggen",
    "compared": " In {wave} was dat {share} (van {n} mensen). Nu is het {word}.",
    "change_response": "In {earlier} antwoordde ongeveer {before} van {before_n} gevraagde mensen; in {wave} {after} "
    "van {after_n}.",
    "change_unasked": "In {earlier} antwoordden {before_n} mensen, in {wave} {after_n}. Hoeveel mensen gevraagd zijn, "
    "is niet bijgehouden. Of een groter of kleiner deel antwoordde, is dus niet te zeggen.",
    "change_network": "Contacten in twee metingen",
    "change_density": "Dichtheid per soort contact, met het aantal partijen dat over contacten vertelde",
    "change_parties": "{reported} partijen",
    "change_network_words": "Een hogere of lagere dichtheid is niet vanzelf beter of slechter.",
    "relation": "Contact",
    "no_change": "Er is één meting, dus er valt nog niets te vergelijken.",
    # goals
    "goals": "Afspraken en doelen: wat is ervan geworden",
    "goals_intro": "Doelen en afspraken gaan over de samenwerking, niet over personen. Hier staat hoe het ermee gaat "
    "en wat nog een antwoord vraagt.",
    "goals_many": "Er zijn {total} doelen en afspraken.",
    "goals_one": "Er is {total} doel of afspraak.",
    "goals_status": "In {wave}: {statuses}.",
    "goals_secured": "Vastgehouden, dus eerder bereikt en daarna nog steeds: {secured}.",
    "goals_asks": "Wat nog een antwoord vraagt",
    "goals_without_owner": "Zonder iemand die ervoor zorgt: {n}. Wie wil dat zijn?",
    "goals_without_indicator": "Zonder iets om het aan te merken: {n}. Wat willen jullie zien of tellen?",
    "goals_without_target": "Zonder getal om naartoe te werken: {n}. Wanneer zijn jullie tevreden?",
    "goals_caption": "Doelen en afspraken per element, {wave}",
    "goals_column_total": "Doelen en afspraken",
    "goals_column_reached": "Bereikt",
    "goals_column_secured": "Daarvan vastgehouden",
    "goals_column_on_the_way": "Onderweg",
    "goals_column_not_yet": "Op de plek van het begin",
    "goals_column_away": "Verder weg dan bij het begin",
    "goals_column_unknown": "Nog niet te zeggen",
    "goals_no_element": "Zonder element",
    "goals_counts_only": "De doelen en afspraken zelf staan niet in dit verslag. Wie het verslag maakt, kan ervoor "
    "kiezen om ze op te nemen.",
    "goal_kind_goal": "doel",
    "goal_kind_agreement": "afspraak",
    "goal_reached": "bereikt",
    "goal_on_the_way": "onderweg",
    "goal_not_yet": "nog op de plek van het begin",
    "goal_away": "verder weg dan bij het begin",
    "goal_unknown": "nog niet te zeggen",
    "goal_indicator": "Te merken aan: {text}.",
    "goal_went": "Van {start} naar {latest}.",
    "goal_target": "Het doel is {target}.",
    "goal_kept": "Dit is vastgehouden.",
    "goal_owner": "Zorgt ervoor: {owner}.",
    "goal_no_indicator": "Waaraan merken jullie dat het lukt?",
    "goal_no_target": "Wanneer zijn jullie tevreden?",
    "goal_no_owner": "Wie wil ervoor zorgen?",
    "no_goals": "Er zijn geen doelen of afspraken vastgelegd.",
    # method
    "method": "Hoe dit is gemaakt en wat het niet kan",
    "method_intro": "Dit onderdeel is voor wie precies wil weten hoe de uitkomsten tot stand kwamen.",
    "method_high": "Hoog antwoord",
    "method_high_text": "Het deel van de antwoorden aan de gunstige kant van de schaal. Voor een element: het deel "
    "van de mensen van wie het gemiddelde over de vragen aan die kant ligt. Iemand telt mee bij een element als "
    "minstens de helft van de vragen is beantwoord.",
    "method_unknown": "Weet ik niet",
    "method_unknown_text": "‘Weet ik niet’ is een eigen uitkomst. Het telt nooit als een antwoord in het midden.",
    "method_margin": "Marge",
    "method_margin_text": "Het interval van Wilson met een zekerheid van {level}. Het zegt hoe ver het echte deel van "
    "de uitkomst af kan liggen. Marges zijn naar buiten afgerond.",
    "method_threshold": "Drempel",
    "method_threshold_text": "De drempel is {threshold}: zoveel mensen moeten zijn gevraagd en hebben geantwoord. "
    "Groepen onder de drempel zijn samengenomen. Kan dat niet, dan is de uitkomst niet getoond. Er kan ook een tweede "
    "uitkomst niet getoond zijn, zodat de eerste moeilijker uit te rekenen is.",
    "method_unasked": "Wie gevraagd is",
    "method_unasked_text": "Hoeveel mensen gevraagd zijn, is bij dit onderzoek niet bijgehouden. Daarom staat er geen "
    "deel dat antwoordde. De drempel kijkt naar de mensen van wie wel bekend is dat zij gevraagd zijn.",
    "method_bands": "Aantallen en verdelingen",
    "method_bands_text": "Aantallen mensen staan als ruime groep. Antwoorden die weinig mensen kozen, zijn "
    "samengenomen met het antwoord ernaast. Staan er aan één kant maar weinig mensen, dan staat er alleen een ruim "
    "deel.",
    "method_names": "Namen",
    "method_names_text": "Een partij staat alleen met haar naam in dit verslag als daar toestemming voor is "
    "vastgelegd.",
    "method_network": "Netwerk",
    "method_network_text": "De dichtheid is het aantal contacten gedeeld door het aantal mogelijke contacten waarover "
    "iets bekend is. Wie niets vertelde, telt niet als ‘geen contact’. De grenzen rekenen uit wat er zou staan als al "
    "het onbekende geen contact was, of juist wel.",
    "method_goals": "Doelen en afspraken",
    "method_goals_text": "Deze aantallen zijn precies: ze gaan over de samenwerking en niet over wie antwoordde. "
    "Vastgehouden is wat in een meting bereikt was en in elke latere meting nog steeds.",
    "reliability": "Hoe goed de vragen bij elkaar passen",
    "reliability_text": "Cronbachs alfa laat zien hoe sterk de antwoorden op de vragen van één element samengaan, met "
    "1 als hoogste waarde; het zegt iets over de vragen en niets over mensen, en het staat er vanaf {n} mensen.",
    "reliability_caption": "{instrument}, {wave}: Cronbachs alfa per element, met het interval van Feldt",
    "reliability_items": "{items} vragen",
    "reliability_alpha": "Alfa",
    "method_not": "Wat nog niet is gedaan",
    "method_not_text": "Er is nog geen controle over alle tabellen samen, en er is niet vergeleken met eerdere "
    "verslagen. Leg daarom geen twee verslagen van hetzelfde onderzoek met een andere indeling naast elkaar.",
    "method_promise": "Wat we beloven",
    "method_promise_text": "We zeggen niet dat dit verslag anoniem is. We zeggen dat deze regels zijn toegepast en "
    "nagekeken.",
    "method_not_grade": "Geen toets",
    "method_not_grade_text": "De vragenlijsten zijn gemaakt om het gesprek te openen. Ze zijn niet getoetst als "
    "meetlat. Gebruik de uitkomsten niet om mensen of organisaties langs een meetlat te leggen.",
    "instruments": "Vragenlijsten en bronnen",
    "licence": "Licentie",
    "licence_unknown": "niet vermeld; vraag toestemming voordat je de vragen buiten dit hulpmiddel overneemt",
    "validated": "Wetenschappelijk getoetst",
    "yes": "ja",
    "no": "nee",
    "version": "Versie",
    "advice_sources": "Waar de adviezen vandaan komen",
    "advice_sources_text": "De adviezen zijn in eigen woorden geschreven, naar deze bronnen:",
    # glossary
    "glossary": "Woorden",
    "glossary_intro": "Woorden die in dit verslag een vaste betekenis hebben.",
    # attributes
    "attribute_perspective": "perspectief",
    "attribute_domain": "domein",
    "attribute_sector": "sector",
    "attribute_level": "niveau",
    "attribute_organisation": "organisatie",
    "attribute_kind": "soort partij",
    "attribute_party": "partij",
}

GLOSSARY_NL: Final[tuple[tuple[str, str], ...]] = (
    ("Dichtheid", "Het deel van de mogelijke contacten dat er is."),
    ("Domein", "Een deel van het veld rond jongeren, zoals onderwijs, zorg of de gemeente."),
    ("Element", "Een groep vragen over één kant van samenwerken."),
    ("Enige schakel", "Een partij zonder wie anderen los raken van de rest."),
    ("Hoog antwoord", "Een antwoord aan de gunstige kant van de schaal."),
    ("Kartrekker", "Iemand die de samenwerking op gang brengt en houdt."),
    ("Marge", "De ruimte waarbinnen het echte deel waarschijnlijk ligt. Hoe minder mensen, hoe ruimer."),
    ("Meting", "Eén ronde waarin vragen zijn gesteld."),
    ("Partij", "Wie meedoet: een persoon, een groep, een organisatie."),
    ("Perspectief", "De plek van waaruit iemand kijkt: als professional, ouder, jongere of buur."),
    ("Stadium", "Een stap in een vaste volgorde. Een hoger stadium is niet altijd beter."),
    ("Stille partij", "Een partij die is gevraagd en niets liet horen. Dat is iets anders dan geen contact hebben."),
)
