"""A fictional Dutch region: parties around children, what they answered and who works with whom, in two waves.

The region is made by chance from a seed, the same in every version of Python. Without plants it is in good order; a
plant puts in one defect on purpose, so that a reader, or a test, can see whether it is found:

=========================  ==========================================  ================================================
kind                       targets (by chance when left out)           what happens
=========================  ==========================================  ================================================
``absent_domain``          a domain                                    none of its parties takes part
``missing_level``          a domain, a level                           the domain has nobody on that level
``no_kartrekker``          an organisation (first part of its ids)     nobody in it is kartrekker
``rival_mandate``          a decision, a party                         that party claims the mandate of another
``unknown_motives``        an organisation                             its motives are not known
``silent_parties``         parties                                     asked in the last wave, but said nothing
``one_person_dependency``  a party, those that depend on it            their only ties are with that party
``isolated_party``         a party                                     has no ties, says so, and nobody names it
``domains_apart``          two domains                                 no ties between the two
``hollow_organisation``    an organisation                             its parties have no ties with each other
``voiceless_parents``      none                                        no parent answered in the last wave
``voiceless_youth``        none                                        no young person answered in the last wave
``unknown_effect``         a question                                  nearly half do not know
``divided_perspectives``   a perspective, questions                    that perspective is far more negative
``divisive_question``      a question                                  half very positive, half very negative
``low_question``           a question                                  scores low with everyone
``improvement``            a question                                  scores low first and high in the last wave
``unowned_goal``           a goal                                      nobody owns it
``need_gap``               a cell: need/age/support level              nobody offers it
``sector_without_form``    a sector                                    it takes part in no known form
=========================  ==========================================  ================================================
"""

from __future__ import annotations

import csv
import errno
import io
import json
import os
from collections.abc import Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any, Final

from .. import _core
from ..io.atomic import write_bytes
from ..io.folder import STUDY_FILES
from ..io.frames import study_from_frames
from ..io.whole_folder import whole_folder
from ._region_answers import ANSWER_COLUMNS, ASSESSMENT_COLUMNS, answer_rows, assessment_rows, goal_table
from ._region_draw import Draw
from ._region_network import (
    COLLABORATION,
    HIGHEST_STRENGTH,
    REFERRAL,
    TIE_COLUMNS,
    earlier,
    known_motives,
    tie_rows,
    weave,
)
from ._region_offer import profile
from ._region_plants import PLANT_KINDS, Plant, random_specs, resolve
from ._region_roster import PARTY_COLUMNS, full_roster, party_rows

__all__ = ["DEFAULT_PLANTS", "PLANT_KINDS", "Plant", "RegionStudy", "Table", "random_plants", "region"]

Table = tuple[list[str], list[list[str]]]

_WAVES: Final = (("2023", "2023-11-15"), ("2024", "2024-11-20"))

DEFAULT_PLANTS: Final = (
    "absent_domain:bedrijfsleven",
    "missing_level:kinderopvang,bestuur",
    "silent_parties:hap-arts,swv-best,jh1-man",
    "one_person_dependency:vo-zoco,logo-team,ortho-team,scout-team",
    "unknown_effect:E4.4",
    "divided_perspectives:ouder,E6.3,E2.4",
    "divisive_question:E5.3",
    "low_question:E3.4",
    "improvement:E2.1",
    "need_gap:mentaal/12-23/ondersteuning",
)


@dataclass(frozen=True)
class RegionStudy:
    """A study folder in memory: the content of `study.json`, the tables, and what was planted."""

    header: dict[str, Any]
    tables: dict[str, Table]
    planted: list[Plant] = field(default_factory=list)

    def files(self) -> dict[str, bytes]:
        """The files of the study folder, by name."""
        files = {"study.json": (json.dumps(self.header, ensure_ascii=False, indent=2) + "\n").encode()}
        for name, (columns, rows) in self.tables.items():
            files[f"{name}.csv"] = _csv(columns, rows)
        return files

    def study(self) -> _core.Study:
        """The study itself."""
        frames = {
            name: {column: [row[i] for row in rows] for i, column in enumerate(columns)}
            for name, (columns, rows) in self.tables.items()
        }
        return study_from_frames(self.header, **frames)

    def write(self, folder: str | os.PathLike[str], *, overwrite: bool = False) -> Path:
        """Writes the study folder, whole or not at all, and returns its path.

        :param overwrite: replace a study that is already there; any other folder that is not empty is never replaced
        :raises FileExistsError: when something is in the way
        """
        target = Path(folder).absolute()
        in_use = target.exists() and (not target.is_dir() or any(target.iterdir()))
        if in_use and not (overwrite and (target / "study.json").is_file()):
            raise FileExistsError(errno.EEXIST, os.strerror(errno.EEXIST), str(target))
        with whole_folder(target, STUDY_FILES) as fresh:
            for name, content in self.files().items():
                write_bytes(fresh / name, content)
        return target


def region(seed: int = 2024, *, plants: Sequence[str] | None = None) -> RegionStudy:
    """Makes a fictional region of about 60 parties, measured in two waves.

    :param seed: the same seed gives the same bytes
    :param plants: defects to put in, each `kind` or `kind:target,target` (see the table above); None for those of the
        demo, an empty list for a region in good order
    :raises ValueError: when a plant is not known, has no such target, or is in the way of another plant
    """
    place, roster = full_roster(Draw(seed, "roster"))
    plan = resolve(DEFAULT_PLANTS if plants is None else plants, roster, Draw(seed, "plants"))
    waves = [wave for wave, _ in _WAVES]
    last = waves[-1]
    ties = {last: weave(plan, Draw(seed, "ties"))}
    ties[waves[0]] = earlier(ties[last], Draw(seed, "earlier ties"))
    silent = {wave: plan.silent if wave == last else frozenset[str]() for wave in waves}

    knows = known_motives(ties[last], plan, Draw(seed, "motives"))
    answers = [row for wave in waves for row in answer_rows(wave, wave != last, plan, silent[wave], seed)]
    reports = [
        row for wave in waves for row in tie_rows(wave, ties[wave], plan, silent[wave], Draw(seed, "reports", wave))
    ]
    return RegionStudy(
        header=_header(seed, place),
        tables={
            "parties": (
                list(PARTY_COLUMNS),
                party_rows(plan.parties, knows),
            ),
            "answers": (list(ANSWER_COLUMNS), answers),
            "ties": (list(TIE_COLUMNS), reports),
            "assessments": (list(ASSESSMENT_COLUMNS), assessment_rows(waves, plan, ties[last], plan.silent, seed)),
            "goals": goal_table(waves, plan),
        },
        planted=plan.planted,
    )


def random_plants(seed: int) -> list[str]:
    """A random set of plants with random targets that fit together, for `region(seed, plants=...)`."""
    _, roster = full_roster(Draw(seed, "roster"))
    return random_specs(roster, Draw(seed, "random plants"))


def _header(seed: int, place: str) -> dict[str, Any]:
    return {
        "schema": "houvast-study/1",
        "id": f"voorbeeldregio-{seed}",
        "title": {"nl": f"Voorbeeldregio {place} (fictief)", "en": f"Example region {place} (fictional)"},
        "language": "nl",
        "fictional": True,
        "source": f"Bedacht als voorbeeld bij houvast (nummer {seed}); geen mens of organisatie erin bestaat.",
        "profile": profile(),
        "instruments": ["six-elements", "gerdes-2020"],
        "waves": [
            {"id": wave, "date": date, "label": {"nl": f"Najaar {wave}", "en": f"Autumn {wave}"}}
            for wave, date in _WAVES
        ],
        "relations": [
            {
                "id": COLLABORATION,
                "title": {"nl": "Samenwerking", "en": "Collaboration"},
                "directed": False,
                "max_strength": HIGHEST_STRENGTH,
            },
            {
                "id": REFERRAL,
                "title": {"nl": "Verwijzing", "en": "Referral"},
                "directed": True,
                "max_strength": 1,
            },
        ],
    }


def _csv(columns: list[str], rows: list[list[str]]) -> bytes:
    text = io.StringIO(newline="")
    writer = csv.writer(text, lineterminator="\n")
    writer.writerow(columns)
    writer.writerows(rows)
    return text.getvalue().encode()
