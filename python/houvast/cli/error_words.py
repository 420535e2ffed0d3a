"""What the error codes mean, in Dutch and English."""

from __future__ import annotations

from typing import Final

__all__ = ["ERRORS"]

# code: Dutch, English (the English is that of docs/reference/errors.md; a test compares them)
ERRORS: Final[dict[str, tuple[str, str]]] = {
    "HV-101": (
        "een bestand of map is er niet of kan niet worden gelezen",
        "a file or folder is not there or cannot be read",
    ),
    "HV-102": ("een bestand is leeg", "a file is empty"),
    "HV-103": ("de tekst is geen UTF-8", "text that is not UTF-8"),
    "HV-104": ("de tekst is geen JSON", "text that is not JSON"),
    "HV-105": ("de JSON is te diep genest", "JSON nested too deeply"),
    "HV-106": ("dezelfde JSON-sleutel staat er twee keer", "the same JSON key twice"),
    "HV-107": ("een geheel getal past niet in 64 bits", "an integer that does not fit 64 bits"),
    "HV-108": (
        "een waarde van het verkeerde soort (tekst waar een getal hoort)",
        "a value of the wrong type (a text where a number is expected)",
    ),
    "HV-109": ("een sleutel ontbreekt", "a key that is missing"),
    "HV-110": ("een sleutel of tabel die hier niet hoort", "a key or table that the format does not know"),
    "HV-111": ("een kolom die hier niet hoort", "a column that the format does not know"),
    "HV-112": ("een kolom ontbreekt", "a column that is missing"),
    "HV-113": ("een rij heeft te veel of te weinig cellen", "a row with too many or too few cells"),
    "HV-114": ("dezelfde kolom staat er twee keer", "the same column twice"),
    "HV-115": (
        "een versie van het formaat die deze houvast niet kan lezen",
        "a schema version that this houvast cannot read",
    ),
    "HV-116": ("een tabel die geen CSV is", "a table that is not CSV"),
    "HV-117": ("een tabelbestand dat niet in een studiemap hoort", "a table file that a study folder does not know"),
    "HV-118": ("de computer weigerde te lezen of te schrijven", "the operating system refused to read or write"),
    "HV-119": ("een sjabloon van het verslag klopt niet", "a report template that is not valid"),
    "HV-120": ("deze bytes zijn geen telling, of een beschadigde", "bytes that are not a tally, or a damaged one"),
    "HV-151": (
        "tekst die geen XML is, of niet het grafformaat dat de naam belooft",
        "text that is not XML, or not the graph format that its ending says",
    ),
    "HV-152": ("XML met een documenttype of entiteiten", "XML with a document type or entities"),
    "HV-153": (
        "een naam, waarde of gewicht dat niet in een grafformaat past",
        "a name, value or weight that a graph format cannot hold",
    ),
    "HV-154": ("tekst die geen Pajek-netwerk is", "text that is not a Pajek network"),
    "HV-201": (
        "dezelfde id, hetzelfde contact, dezelfde beoordeling of hetzelfde label staat er twee keer",
        "the same id, tie, assessment or label twice",
    ),
    "HV-202": ("een id die niet bestaat", "an id that does not exist"),
    "HV-203": ("hetzelfde antwoord staat er twee keer", "the same answer twice"),
    "HV-204": ("een waarde die niet op haar schaal ligt", "a value off its scale"),
    "HV-205": ("een label dat de schaal niet heeft", "a label that the scale does not have"),
    "HV-206": (
        "een datum die niet bestaat, of rondes in de verkeerde volgorde",
        "a date that does not exist, or waves out of order",
    ),
    "HV-207": ("een woord dat niet in de woordenlijst staat", "a word outside its vocabulary"),
    "HV-208": ("een id die niet gebruikt kan worden", "an id that cannot be used"),
    "HV-209": ("twee uitspraken die elkaar tegenspreken", "two statements that contradict each other"),
    "HV-210": (
        "een getal buiten zijn grenzen, of een lijst van de verkeerde lengte",
        "a number out of range, or a list of the wrong length",
    ),
    "HV-300": (
        "een fout zonder beschrijving (een fout van houvast zelf)",
        "an error without a description (a fault of houvast itself)",
    ),
    "HV-301": ("reeksen met een verschillende of verkeerde vorm", "arrays of different or wrong shape"),
    "HV-302": ("een waarde buiten haar grenzen", "an argument out of range"),
    "HV-303": ("een keuze die niet bestaat", "an option that does not exist"),
    "HV-304": ("hetzelfde staat twee keer in een waarde", "the same thing twice in an argument"),
    "HV-305": ("te weinig gegevens om iets uit te rekenen", "too little data to compute anything"),
    "HV-306": ("de berekening kwam niet tot een uitkomst", "a computation that did not converge"),
    "HV-307": (
        "tellingen van verschillende vragenlijsten, labels of regels",
        "tallies of different instruments, labels or rules",
    ),
    "HV-401": ("een grens voor groepsgrootte die lager is dan mag", "a disclosure threshold below the floor"),
    "HV-402": ("een vrijgaveregel die niet bestaat", "a disclosure policy that does not exist"),
    "HV-403": ("rekenen met een verborgen waarde", "arithmetic with a hidden value"),
    "HV-404": ("dit mag alleen met wat is vrijgegeven", "a writer that was given something other than a release"),
    "HV-501": ("een vragenlijst die niet bestaat", "an instrument that does not exist"),
    "HV-502": ("een vraag, element of schaal die niet bestaat", "a question, element or scale that does not exist"),
    "HV-503": ("een taal die niet bestaat", "a language that does not exist"),
    "HV-504": ("een kolom of soort antwoord die niet bestaat", "a column or answer state that does not exist"),
    "HV-505": ("een ronde die niet bestaat", "a wave that does not exist"),
    "HV-506": ("een kenmerk dat de partijen niet hebben", "an attribute that the parties do not have"),
    "HV-507": ("een relatie die niet bestaat", "a relation that does not exist"),
    "HV-508": ("een partij om weg te laten die niet bestaat", "a party to remove in a scenario that does not exist"),
    "HV-601": ("een extra onderdeel dat niet is geïnstalleerd", "an extra is not installed"),
    "HV-701": (
        "een export waarvan de soort niet te bepalen is, of waaraan een deel ontbreekt",
        "an export of which the kind cannot be told, or that lacks a part",
    ),
    "HV-702": (
        "tekst in een onbekende, verkeerd opgegeven of beschadigde codering",
        "text in an unknown, wrongly declared or damaged encoding",
    ),
    "HV-703": (
        "een kolom waarvan de betekenis bevestigd moet worden",
        "a column of which the meaning must be confirmed",
    ),
    "HV-704": (
        "een antwoord waarvan de betekenis bevestigd moet worden",
        "an answer of which the meaning must be confirmed",
    ),
    "HV-705": (
        "een kolom van de koppeling die de export niet heeft",
        "a column of the mapping that the export does not have",
    ),
    "HV-706": ("twee kolommen voor hetzelfde", "two columns for the same thing"),
    "HV-707": (
        "een inzending zonder ronde of respondent, of met een tweede",
        "a response without or with a second wave or respondent",
    ),
    "HV-708": ("een export zonder bekende vraag of bekend antwoord", "an export without any known question or answer"),
    "HV-709": (
        "een woord over een respondent dat het profiel niet kent",
        "a word about a respondent that the profile does not know",
    ),
    "HV-710": ("een sleutel van pseudoniemen die niet gebruikt kan worden", "a key of pseudonyms that cannot be used"),
    "HV-711": (
        "iets dat een rekenblad of een tikfout lijkt te hebben veranderd",
        "something that a spreadsheet or a typing mistake seems to have changed",
    ),
    "HV-712": (
        "een respondent die bij geen partij past, of bij meer dan één",
        "a respondent that fits no party, or several",
    ),
}
