"""What the metrics and words of results mean, in Dutch and English."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

__all__ = ["TERMS", "Term"]


@dataclass(frozen=True, slots=True)
class Term:
    """A metric or word of the results: its names, what it means (Dutch, English), and the function that gives it."""

    id: str
    also: tuple[str, ...]
    title: tuple[str, str]
    text: tuple[str, str]
    python: str = ""


TERMS: Final[tuple[Term, ...]] = (
    Term(
        "density",
        ("dichtheid",),
        ("Dichtheid", "Density"),
        (
            "Het deel van de contacten waarover iemand iets vertelde, dat er ook is. Wie zweeg telt niet als "
            '"geen contact"; de grenzen laten zien wat er mogelijk is als je de zwijgers meetelt. Meer is '
            "niet beter: contacten onderhouden kost tijd.",
            'The share of the ties that somebody told about, that are there. Silence is not counted as "no '
            'tie"; the bounds show what is possible when the silent are counted. More is not better: keeping '
            "ties costs time.",
        ),
        "study.network().density",
    ),
    Term(
        "observed_dyad",
        ("waargenomen_paar",),
        ("Waargenomen paar", "Observed dyad"),
        (
            "Twee partijen over wie genoeg is verteld om te weten of er een contact is.",
            "Two parties about whom enough was told to know whether there is a tie.",
        ),
        "study.network().density.n",
    ),
    Term(
        "silent",
        (
            "stil",
            "stille_partij",
        ),
        ("Stille partij", "Silent party"),
        (
            "Een partij die is gevraagd en niets over haar contacten liet horen. Dat is iets anders dan geen "
            "contact hebben.",
            "A party that was asked and told nothing about its ties. That is not the same as having none.",
        ),
        "study.network().silent",
    ),
    Term(
        "isolated",
        (
            "geïsoleerd",
            "geisoleerd",
        ),
        ("Zonder contact", "Isolated"),
        (
            "Een partij die vertelde dat zij met niemand contact heeft, en die door niemand wordt genoemd.",
            "A party that told that it has no ties, and that nobody names.",
        ),
        "study.network().isolated",
    ),
    Term(
        "component",
        (
            "components",
            "deel",
            "delen",
        ),
        ("Deel van het netwerk", "Part of the network"),
        (
            "Partijen die elkaar rechtstreeks of via anderen kunnen bereiken. Eén deel betekent: iedereen "
            "kan iedereen bereiken.",
            "Parties that can reach one another directly or through others. One part means: everybody can "
            "reach everybody.",
        ),
        "study.network().components",
    ),
    Term(
        "articulation_point",
        (
            "enige_schakel",
            "cut",
            "broker",
            "articulation_points",
        ),
        ("Enige schakel", "Only link"),
        (
            "Een partij zonder wie anderen los raken van de rest. Een reden om te zorgen voor een tweede "
            "verbinding, geen oordeel over die partij.",
            "A party without whom others lose contact with the rest. A reason for a second connection, not a "
            "judgement of that party.",
        ),
        "study.network().articulation_points",
    ),
    Term(
        "disagreement",
        (
            "verschil_van_mening",
            "disagreements",
        ),
        ("Verschillend antwoord over een contact", "Disagreement about a tie"),
        (
            "Beide kanten vertelden over hun contact en noemen een andere sterkte. Een goed begin van een gesprek.",
            "Both sides told about their tie and give different strengths. A good start of a conversation.",
        ),
        "study.network().disagreements",
    ),
    Term(
        "degree",
        ("graad",),
        ("Aantal contacten", "Degree"),
        (
            "Met hoeveel partijen een partij contact heeft. Van stille partijen is alleen bekend wie hen noemde.",
            "How many parties a party has a tie with. Of the silent it is only known who named them.",
        ),
        "houvast.graph.degree",
    ),
    Term(
        "reciprocity",
        ("wederkerigheid",),
        ("Wederkerigheid", "Reciprocity"),
        (
            "Het deel van de contacten dat van beide kanten komt. Er zijn meer manieren om te tellen: noem "
            "altijd welke.",
            "The share of ties that go both ways. There are several ways of counting: always name which.",
        ),
        "houvast.graph.reciprocity",
    ),
    Term(
        "betweenness",
        ("tussenpositie",),
        ("Tussenpositie", "Betweenness"),
        (
            "Hoe vaak een partij op de kortste weg tussen twee andere partijen ligt.",
            "How often a party lies on the shortest way between two other parties.",
        ),
        "houvast.graph.betweenness",
    ),
    Term(
        "closeness",
        ("nabijheid",),
        ("Nabijheid", "Closeness"),
        (
            "Hoe weinig stappen een partij van alle anderen af is. Bij losse delen zegt dit weinig; gebruik "
            "dan harmonic.",
            "How few steps a party is from all others. With separate parts it says little; use harmonic then.",
        ),
        "houvast.graph.closeness",
    ),
    Term(
        "centralization",
        ("centralisatie",),
        ("Centralisatie", "Centralisation"),
        (
            "Hoe sterk het netwerk om één partij draait: 1 is een ster, 0 is iedereen gelijk.",
            "How much the network turns around one party: 1 is a star, 0 is everybody equal.",
        ),
        "houvast.graph.centralization",
    ),
    Term(
        "ei_index",
        (
            "ei",
            "e_i",
        ),
        ("E-I-index", "E-I index"),
        (
            "Contacten buiten de eigen groep min die erbinnen, gedeeld door alle contacten: van -1 (alles "
            "binnen) tot 1 (alles buiten). Lees hem alleen naast de waarde die door toeval te verwachten is.",
            "Ties outside the own group minus those inside, divided by all ties: from -1 (all inside) to 1 "
            "(all outside). Read it only beside the value to be expected by chance.",
        ),
        "houvast.graph.ei_index",
    ),
    Term(
        "constraint",
        ("beperking",),
        ("Beperking (Burt)", "Constraint (Burt)"),
        (
            "Hoezeer de contacten van een partij elkaar ook kennen. Kan hoger dan 1 zijn.",
            "How much the contacts of a party know one another too. Can exceed 1.",
        ),
        "houvast.graph.constraint",
    ),
    Term(
        "clustering",
        ("clustering_coefficient",),
        ("Clustering", "Clustering"),
        (
            "Het deel van de paren van iemands contacten die ook elkaar kennen.",
            "The share of pairs of someone's contacts that also know each other.",
        ),
        "houvast.graph.clustering",
    ),
    Term(
        "k_core",
        (
            "core",
            "kern",
            "core_numbers",
        ),
        ("Kern", "Core"),
        (
            "De groep die overblijft als je steeds weglaat wie minder dan k contacten binnen de groep heeft.",
            "The group that is left when those with fewer than k ties inside the group are taken out again and again.",
        ),
        "houvast.graph.core_numbers",
    ),
    Term(
        "top_box",
        (
            "hoog_antwoord",
            "hoog",
        ),
        ("Hoog antwoord", "Top box"),
        (
            "Het deel van de antwoorden aan de gunstige kant van de schaal. Waar die kant begint, staat in "
            "de vragenlijst.",
            "The share of answers at the favourable end of the scale. Where that begins is told by the instrument.",
        ),
        "study.scores()",
    ),
    Term(
        "median",
        (
            "mediaan",
            "middelste_antwoord",
        ),
        ("Middelste antwoord", "Median"),
        (
            "Het antwoord in het midden als je alle antwoorden op volgorde legt. Er zijn er twee bij een even aantal.",
            "The answer in the middle when all answers are put in order. There are two for an even number.",
        ),
        "study.scores()",
    ),
    Term(
        "mean",
        ("gemiddelde",),
        ("Gemiddelde", "Mean"),
        (
            "Staat er alleen als je erom vraagt: eensgezind 3 en half 1, half 5 geven hetzelfde gemiddelde.",
            "Only there when asked for: everybody 3, and half 1 and half 5, have the same mean.",
        ),
        "study.scores(mean=True)",
    ),
    Term(
        "dont_know",
        (
            "weet_niet",
            "weet_ik_niet",
        ),
        ("Weet ik niet", "Don't know"),
        (
            'Een uitkomst op zichzelf, en nooit het midden van een schaal. Veel "weet ik niet" is een reden '
            "om elkaar iets te vertellen.",
            'A finding of its own, and never the middle of a scale. Many "don\'t knows" are a reason to tell '
            "each other something.",
        ),
        "study.scores()",
    ),
    Term(
        "response",
        (
            "respons",
            "bias",
        ),
        ("Respons", "Response"),
        (
            "Het deel van de gevraagde mensen dat antwoordde. De rest kan anders denken; daarom staat n er altijd bij. "
            "Is niet bijgehouden hoeveel mensen gevraagd zijn (asked_known: false), dan is er geen respons te geven.",
            "The share of the people asked who answered. The rest may think otherwise; that is why n is always there. "
            "When it was not recorded how many people were asked (asked_known: false), there is no response to give.",
        ),
        "study.scores()",
    ),
    Term(
        "n",
        ("aantal",),
        ("n", "n"),
        (
            "Over hoeveel antwoorden, mensen of paren een getal gaat. Zonder n zegt een percentage weinig.",
            "How many answers, people or pairs a number is about. Without n a percentage says little.",
        ),
    ),
    Term(
        "interval",
        (
            "marge",
            "betrouwbaarheidsinterval",
            "confidence_interval",
        ),
        ("Marge", "Interval"),
        (
            "Waarbinnen het echte deel waarschijnlijk ligt. Hoe minder mensen, hoe ruimer. Voor een deel is "
            "het die van Wilson.",
            "Where the real share probably lies. The fewer people, the wider. For a share it is Wilson's.",
        ),
        "houvast.stats.wilson_interval",
    ),
    Term(
        "consensus",
        ("eensgezindheid",),
        ("Eensgezindheid", "Consensus"),
        (
            "Hoe dicht antwoorden op een geordende schaal bij elkaar liggen: 1 is allemaal gelijk, 0 is de "
            "helft op elk uiteinde.",
            "How close answers on an ordered scale are: 1 is all the same, 0 is half at either end.",
        ),
        "houvast.stats.consensus",
    ),
    Term(
        "cronbach_alpha",
        (
            "alpha",
            "reliability",
            "betrouwbaarheid",
        ),
        ("Cronbachs alfa", "Cronbach's alpha"),
        (
            "In hoeverre de vragen van een element hetzelfde meten. Zegt niets over of dat het juiste is.",
            "How far the questions of an element measure one thing. Says nothing on whether it is the right thing.",
        ),
        "houvast.stats.cronbach_alpha",
    ),
    Term(
        "icc",
        ("intraclass",),
        ("Intraklassecorrelatie", "Intraclass correlation"),
        (
            "Welk deel van de verschillen tussen mensen bij hun groep hoort (ICC1), en hoe vast een "
            "groepsgemiddelde is (ICC2).",
            "Which part of the differences between people belongs to their group (ICC1), and how firm a "
            "group mean is (ICC2).",
        ),
        "houvast.stats.icc",
    ),
    Term(
        "rwg",
        (
            "rwg_j",
            "rwgj",
        ),
        ("rwg(j)", "rwg(j)"),
        (
            "Overeenstemming in een groep, tegen toevallig antwoorden. Stijgt met het aantal vragen; r*wg(j) "
            "doet dat niet. Ze staan naast elkaar.",
            "Agreement within a group, against random answers. Rises with the number of questions; r*wg(j) "
            "does not. They are shown together.",
        ),
        "houvast.stats.rwg_j",
    ),
    Term(
        "krippendorff_alpha",
        ("krippendorff",),
        ("Krippendorffs alfa", "Krippendorff's alpha"),
        (
            "Overeenstemming tussen beoordelaars, ook als niet iedereen alles beoordeelde. 1 is gelijk, 0 is toeval.",
            "Agreement between raters, also when not everybody rated everything. 1 is the same, 0 is chance.",
        ),
        "houvast.stats.krippendorff_alpha",
    ),
    Term(
        "parity",
        ("gelijke_stem",),
        ("Gelijke stem", "Parity"),
        (
            "Het aandeel van een perspectief in antwoorden of contacten, gedeeld door zijn aandeel in wie "
            "mee kon doen. 1 is gelijk.",
            "A perspective's share of answers or ties, divided by its share of those who could take part. 1 is equal.",
        ),
        "study.coverage()",
    ),
    Term(
        "wave",
        (
            "ronde",
            "meting",
        ),
        ("Ronde", "Wave"),
        (
            "Eén keer dat de vragen zijn gesteld. Twee rondes laten zien wat er veranderde.",
            "One time that the questions were asked. Two waves show what changed.",
        ),
        "study.waves",
    ),
    Term(
        "release",
        (
            "vrijgave",
            "policy",
        ),
        ("Vrijgave", "Release"),
        (
            "Wat anderen mogen zien: groepen onder de grens (team 5, external 10) zijn samengenomen of "
            "verborgen. Dat zijn regels die zijn toegepast, geen belofte van anonimiteit.",
            "What others may see: groups below the threshold (team 5, external 10) are joined or hidden. "
            "These are rules that were applied, not a promise of anonymity.",
        ),
        "study.release",
    ),
    Term(
        "ok",
        ("in_orde",),
        ("In orde", "Ok"),
        (
            "De regel klopt voor alles wat de studie kon vertellen.",
            "The rule holds for everything that the study could tell.",
        ),
    ),
    Term(
        "attention",
        (
            "let_op",
            "aandacht",
        ),
        ("Let op", "Attention"),
        (
            "De regel klopt ergens niet; de onderbouwing noemt waar. Een reden om te praten, geen cijfer.",
            "The rule does not hold somewhere; the evidence names where. A reason to talk, not a grade.",
        ),
    ),
    Term(
        "missing",
        ("ontbreekt",),
        ("Ontbreekt", "Missing"),
        ("Iets wat verwacht was, is er helemaal niet.", "Something that was expected is not there at all."),
    ),
    Term(
        "unknown",
        ("onbekend",),
        ("Onbekend", "Unknown"),
        (
            "Er is niet naar gevraagd, of te weinig mensen vertelden het. Nooit hetzelfde als in orde.",
            "It was not asked, or too few people told. Never the same as ok.",
        ),
    ),
    Term(
        "not_applicable",
        (
            "niet_van_toepassing",
            "nvt",
        ),
        ("Niet van toepassing", "Not applicable"),
        (
            "De regel heeft hier niets te beoordelen. Als antwoord: de vraag paste niet bij wie haar kreeg.",
            "The rule has nothing to judge here. As an answer: the question did not fit who was asked.",
        ),
    ),
    Term(
        "skipped",
        ("overgeslagen",),
        ("Overgeslagen", "Skipped"),
        ("De vraag is gesteld en leeg gelaten.", "The question was asked and left open."),
    ),
    Term(
        "not_asked",
        ("niet_gevraagd",),
        ("Niet gevraagd", "Not asked"),
        (
            "De vraag is deze persoon in deze ronde niet gesteld.",
            "The question was not put to this person in this wave.",
        ),
    ),
    Term(
        "refused",
        ("geweigerd",),
        ("Wil niet zeggen", "Refused"),
        ("De persoon gaf aan dat liever niet te zeggen.", "The person preferred not to say."),
    ),
)
