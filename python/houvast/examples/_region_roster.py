"""Who takes part in the example region: fictional organisations and the parties in them."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

from ..results.columns import names
from ._region_draw import Draw
from ._region_offer import forms_of, offers_of


@dataclass(frozen=True)
class Party:
    """One row of the parties table."""

    id: str
    name: str
    kind: str
    domain: str
    sector: str
    level: str
    organisation: str
    perspective: str
    roles: tuple[str, ...]
    mandates: tuple[str, ...]
    motives: tuple[str, ...]
    expertise: tuple[str, ...]
    forms: tuple[str, ...]
    offers: tuple[str, ...]
    asked: int

    @property
    def organisation_key(self) -> str:
        """The part of the id that all parties of an organisation share."""
        return self.id.split("-", 1)[0]

    @property
    def is_professional(self) -> bool:
        return self.perspective == "professional"


# Places and names that exist nowhere; each region draws its own.
PLACES: Final = ("Lindemeer", "Oosterwende", "Zwanenrode", "Grasdonk", "Wilgenvoorde", "Bremmerdijk")
NAMES: Final = (
    "De Kraanvogelweide",
    "Het Stuifzandpad",
    "De Ganzenveerhof",
    "Het Lisdoddeveld",
    "De Wielewaalgaarde",
    "Het Zilvermosbos",
    "De Vlierbesdreef",
    "Het Otterspoor",
    "De Kwartelkamp",
    "Het Hermelijnerf",
    "De Roerdompkade",
    "Het Speenkruidhof",
)

# key: name, domain, sector, motives. {place} is the region's place, {0}… are names that it drew.
ORGANISATIONS: Final[dict[str, tuple[str, str, str, str]]] = {
    "po1": ("Basisschool {0}", "onderwijs", "po", "M3 M5"),
    "po2": ("Basisschool {1}", "onderwijs", "po", "M5"),
    "vo": ("{place} College", "onderwijs", "vo", "M4 M5"),
    "so": ("School voor speciaal onderwijs {2}", "onderwijs", "so", "M5"),
    "mbo": ("Mbo-college {place}", "onderwijs", "mbo", "M2 M5"),
    "swv": ("Samenwerkingsverband passend onderwijs {place}", "onderwijs", "", "M3 M4"),
    "jgz": ("Jeugdgezondheidszorg {place}", "zorg", "jgz", "M4 M5"),
    "hap": ("Huisartsenpraktijk {3}", "zorg", "huisarts", "M4"),
    "ggz": ("GGZ Jeugd {place}", "zorg", "ggz", "M2 M5"),
    "logo": ("Logopediepraktijk {4}", "zorg", "", "M5"),
    "jh1": ("Jeugdhulp {5}", "jeugdhulp", "", "M2 M5"),
    "ortho": ("Orthopedagogenpraktijk {6}", "jeugdhulp", "", "M5"),
    "erv": ("Ervaringskracht {place}", "jeugdhulp", "", "M3 M5"),
    "ko1": ("Kinderopvang {7}", "kinderopvang", "", "M2 M4"),
    "gast": ("Gastouderbureau {8}", "kinderopvang", "", "M2"),
    "gem": ("Gemeente {place}", "gemeente", "", "M1 M3 M4"),
    "loket": ("Jeugdloket {place}", "gemeente", "", "M4 M5"),
    "wijk": ("Wijkteam {9}", "sociaal-domein", "", "M4 M5"),
    "welz": ("Welzijn {place}", "sociaal-domein", "", "M3 M5"),
    "bieb": ("Bibliotheek {place}", "sociaal-domein", "", "M3"),
    "or1": ("Ouderraad basisschool {0}", "ouders", "", "M5"),
    "or2": ("Ouderraad {place} College", "ouders", "", "M5"),
    "oplat": ("Ouderplatform jeugdhulp {place}", "ouders", "", "M3 M5"),
    "jr": ("Jongerenraad {place}", "jeugdigen", "", "M3 M5"),
    "lr": ("Leerlingenraad {place} College", "jeugdigen", "", "M5"),
    "sport": ("Sportvereniging {place} '31", "informeel-netwerk", "", "M5"),
    "buurt": ("Buurtnetwerk {10}", "informeel-netwerk", "", "M5"),
    "scout": ("Scoutinggroep {11}", "informeel-netwerk", "", "M5"),
    "maat": ("Maatjesproject {place}", "informeel-netwerk", "", "M3 M5"),
    "kring": ("Bedrijvenkring {place}", "bedrijfsleven", "", "M3 M4"),
}

# The article that stands before an organisation's name in a sentence; the others do without.
_ARTICLES: Final = {
    **dict.fromkeys(("vo", "mbo", "swv", "gast", "loket", "wijk", "oplat", "buurt", "maat"), "het"),
    **dict.fromkeys(
        ("so", "hap", "logo", "ortho", "gem", "bieb", "or1", "or2", "jr", "lr", "sport", "scout", "kring"), "de"
    ),
}

# id | who | kind | level | perspective (empty: professional) | roles | expertise | asked
_PARTIES: Final = """
po1-team | team | group | uitvoering | | | leren en ontwikkelen; signaleren | 8
po1-ib | intern begeleider | person | uitvoering | | kartrekker | passend onderwijs; signaleren | 1
po1-dir | directeur | person | beleid | | | passend onderwijs | 1
po2-team | team | group | uitvoering | | | leren en ontwikkelen; taal | 8
po2-ib | intern begeleider | person | uitvoering | | kartrekker | passend onderwijs; signaleren | 1
vo-team | mentoren | group | uitvoering | | | leren en ontwikkelen; schoolverzuim | 8
vo-zoco | zorgcoördinator | person | uitvoering | | kartrekker | schoolverzuim; signaleren | 1
vo-rector | rector-bestuurder | person | bestuur | | | passend onderwijs | 1
so-team | team | group | uitvoering | | | gedrag; leren en ontwikkelen | 6
so-cvb | commissie voor de begeleiding | person | uitvoering | | kartrekker | gedrag; passend onderwijs | 1
mbo-team | loopbaanbegeleiders | group | uitvoering | | | loopbaan; schoolverzuim | 6
mbo-smw | schoolmaatschappelijk werker | person | uitvoering | | kartrekker | gezinnen; schoolverzuim | 1
swv-coord | coördinator | person | beleid | | kartrekker | passend onderwijs; gedrag | 1
swv-best | directeur-bestuurder | person | bestuur | | | passend onderwijs | 1
jgz-team | jeugdverpleegkundigen | group | uitvoering | | | opgroeien; gezondheid; signaleren | 6
jgz-arts | jeugdarts | person | uitvoering | | kartrekker; verwijzer | gezondheid; opgroeien | 1
jgz-staf | stafadviseur | person | beleid | | | gezondheid | 1
jgz-dir | directeur | person | bestuur | | | gezondheid | 1
hap-arts | huisartsen | group | uitvoering | | verwijzer | gezondheid; mentale gezondheid | 4
hap-poh | praktijkondersteuner jeugd | person | uitvoering | | kartrekker | mentale gezondheid; gezinnen | 1
ggz-team | behandelteam | group | uitvoering | | | mentale gezondheid; gedrag | 6
ggz-regie | regiebehandelaar | person | uitvoering | | kartrekker | mentale gezondheid | 1
ggz-erv | ervaringswerkers | group | uitvoering | ervaringsdeskundige | | ervaringskennis; mentale gezondheid | 6
logo-team | logopedisten | discipline | uitvoering | | kartrekker | taal; gezondheid | 3
jh1-team | ambulant team | group | uitvoering | | | gezinnen; gedrag | 6
jh1-coach | gezinscoach | person | uitvoering | | kartrekker | gezinnen; opgroeien | 1
jh1-man | manager zorg | person | beleid | | | gezinnen | 1
jh1-best | bestuurder | person | bestuur | | | gezinnen | 1
ortho-team | orthopedagogen | discipline | uitvoering | | kartrekker | gedrag; leren en ontwikkelen | 3
erv-team | ervaringsdeskundigen | group | uitvoering | ervaringsdeskundige | kartrekker | ervaringskennis; gezinnen | 6
ko1-team | pedagogisch medewerkers | group | uitvoering | | | opgroeien; taal | 8
ko1-coach | pedagogisch coach | person | uitvoering | | kartrekker | opgroeien; signaleren | 1
ko1-man | locatiemanager | person | beleid | | | opgroeien | 1
ko1-dir | directeur-bestuurder | person | bestuur | | | opgroeien | 1
gast-team | gastouders | group | uitvoering | | kartrekker | opgroeien | 6
gem-plicht | leerplichtambtenaren | group | uitvoering | | | schoolverzuim | 3
gem-beleid | beleidsteam jeugd en onderwijs | government | beleid | | | geldzaken; passend onderwijs | 4
gem-advies | beleidsadviseur jeugd | person | beleid | | kartrekker | geldzaken; opgroeien | 1
gem-weth | wethouder jeugd | person | bestuur | | | geldzaken | 1
loket-team | consulenten | group | uitvoering | | kartrekker; verwijzer | gezinnen; geldzaken | 5
wijk-team | wijkteamleden | group | uitvoering | | | gezinnen; geldzaken | 7
wijk-gezin | jeugd- en gezinswerker | person | uitvoering | | kartrekker | gezinnen; opgroeien | 1
wijk-lead | teamleider | person | beleid | | | gezinnen | 1
wijk-erv | ervaringsdeskundigen | group | uitvoering | ervaringsdeskundige | | ervaringskennis; geldzaken | 6
welz-team | jongerenwerkers | group | uitvoering | | | vrije tijd; loopbaan | 5
welz-sport | buurtsportcoach | person | uitvoering | | kartrekker | vrije tijd; gezondheid | 1
welz-dir | directeur-bestuurder | person | bestuur | | | vrije tijd | 1
bieb-team | specialisten lezen en opgroeien | group | uitvoering | | kartrekker | taal; vrije tijd | 3
or1-raad | leden | group | | ouder | | ervaringskennis; opgroeien | 8
or1-voorz | voorzitter | person | | ouder | kartrekker | ervaringskennis | 1
or2-raad | leden | group | | ouder | | ervaringskennis; schoolverzuim | 8
or2-voorz | voorzitter | person | | ouder | kartrekker | ervaringskennis | 1
oplat-raad | leden | group | | ouder | kartrekker | ervaringskennis; gezinnen | 8
jr-raad | leden | group | | jeugdige | | ervaringskennis; vrije tijd | 8
jr-voorz | voorzitter | person | | jeugdige | kartrekker | ervaringskennis; loopbaan | 1
lr-raad | leden | group | | jeugdige | | ervaringskennis; leren en ontwikkelen | 8
lr-voorz | voorzitter | person | | jeugdige | kartrekker | ervaringskennis | 1
sport-team | trainers | group | | informeel | | vrije tijd; signaleren | 6
sport-jeugd | jeugdcoördinator | person | | informeel | kartrekker | vrije tijd | 1
buurt-team | vrijwilligers | group | | informeel | | gezinnen; vrije tijd | 5
buurt-verb | buurtverbinder | person | | informeel | kartrekker | vrije tijd; geldzaken | 1
scout-team | leiding | group | | informeel | kartrekker | vrije tijd | 4
maat-team | maatjes | group | | informeel | kartrekker | ervaringskennis; taal | 4
kring-team | leden | group | | | | loopbaan; geldzaken | 5
kring-cont | contactpersoon | person | | | kartrekker | loopbaan | 1
"""

# The decisions that somebody may take.
_MANDATES: Final = {
    "vo-rector": "plaatsing tussenvoorziening",
    "swv-best": "toelaatbaarheidsverklaring",
    "gem-plicht": "vrijstelling leerplicht",
    "gem-weth": "budget jeugd en onderwijs",
    "loket-team": "toekenning jeugdhulp",
}


def _words(cell: str) -> tuple[str, ...]:
    return tuple(word.strip() for word in cell.split(";") if word.strip())


def full_roster(draw: Draw) -> tuple[str, tuple[Party, ...]]:
    """The region's place and all its parties, before anything is planted."""
    place = draw.choice(PLACES)
    names = draw.shuffled(NAMES)
    parties: list[Party] = []
    for line in _PARTIES.strip().splitlines():
        id, who, kind, level, perspective, roles, expertise, asked = (cell.strip() for cell in line.split("|"))
        of = id.split("-", 1)[0]
        template, domain, sector, motives = ORGANISATIONS[of]
        organisation = template.format(*names, place=place)
        in_full = " ".join(filter(None, (_ARTICLES.get(of), organisation)))
        parties.append(
            Party(
                id=id,
                name=f"{who[0].upper()}{who[1:]} van {in_full}",
                kind=kind,
                domain=domain,
                sector=sector,
                level=level,
                organisation=organisation,
                perspective=perspective or "professional",
                roles=_words(roles) + (("mandaathouder",) if id in _MANDATES else ()),
                mandates=(_MANDATES[id],) if id in _MANDATES else (),
                motives=tuple(motives.split()),
                expertise=_words(expertise),
                forms=forms_of(id),
                offers=offers_of(id),
                asked=int(asked),
            )
        )
    return place, tuple(parties)


PARTY_COLUMNS: Final = [name for name in names("parties") if name != "waves"]  # all take part in every wave


def party_rows(parties: tuple[Party, ...], knows: dict[str, list[str]]) -> list[list[str]]:
    """The parties table; `knows` holds whose motives each party says that it knows."""
    return [
        [
            party.id,
            party.name,
            party.kind,
            party.domain,
            party.sector,
            party.level,
            party.organisation,
            party.perspective,
            ";".join(party.roles),
            ";".join(party.mandates),
            ";".join(party.motives),
            ";".join(party.expertise),
            ";".join(knows.get(party.id, [])),
            ";".join(party.forms),
            ";".join(party.offers),
            "yes",
            "silent;only_link;mandate;contacts;owner",
            "",
            "",
            str(party.asked),
        ]
        for party in parties
    ]
