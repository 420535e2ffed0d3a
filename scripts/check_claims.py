"""Makes studies and holds every claim about them against their own tables; prints what is false. Then it plants lies.

Usage: python scripts/check_claims.py [regions] [drawn studies] [first seed] [record] [seconds]

Regions are made from seeds, drawn studies by `houvast.testing.strategies`; the Indiana network stands beside them. In
every twentieth region lies are planted: what is said of it is said of the same region under other thresholds, with two
groups in each other's place, or with the middle answer counted as high.
With a record (a file, one study per line) it goes on where it stopped, and stops after so many seconds; what is printed
is what stands in the record.
"""

from __future__ import annotations

import json
import math
import sys
import time
from collections import Counter
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

ROOT = Path(__file__).parent.parent
TRUTH = ROOT / "tests" / "python" / "truth"
EVERY = 20
"""In one of so many regions lies are planted."""
OTHER_THRESHOLDS = {"response": 0.95, "parity": 1.0, "mutual": 0.95, "steps": 1, "overlap": 2, "significance": 0.5}
SWAPPED = {"professional": "ouder", "ouder": "professional"}
HIGH_FROM = 3
"""The middle answer of the five; high answers are those from 4."""

Judged = list[tuple[str, bool]]
"""The id of a claim, and whether it holds."""


def of_coverage(study: Any, told_of: Any = None) -> Judged:
    """Every claim of the checks, or of those of another study, and whether it holds of the study."""
    from coverage_open import PREDICATES as OPEN
    from coverage_truth import PREDICATES as FOUND
    from ecosystem import Ecosystem

    of, holds = Ecosystem(study), FOUND | OPEN
    claims = [claim for finding in (told_of or study).coverage() for claim in finding.claims]
    return [(claim.id, bool(holds[claim.id](claim.args, of))) for claim in claims]


def of_agenda(study: Any, told_of: Any = None) -> Judged:
    """Every reason on a long agenda."""
    from agenda import PREDICATES, About
    from raw import raw_of

    raw, wave = raw_of(study), study.waves[-1].id
    agenda = (told_of or study).agenda(length=20)
    told = [(claim, About(item.question, wave)) for item in agenda for claim in item.claims]
    return [(each.id, PREDICATES[each.id](each.args, about, raw)) for each, about in told if each.id in PREDICATES]


def of_release(study: Any, policy: str, told_of: Any = None) -> Judged:
    """Every claim of a report but those that the checks and the agenda make inside as well."""
    from release_truth import PREDICATES
    from statements import Told

    options = {"goals": "text", "complexity": "composite"}
    told = Told(study, policy, **options)
    if told_of is not None:
        told.claims = list(told_of.release(policy, **options).claims())
    return [(claim.id, PREDICATES[claim.id](claim, told)) for claim in told.claims if claim.id in PREDICATES]


def judged(study: Any) -> Judged:
    """Every claim that the product makes of a study."""
    return of_coverage(study) + of_agenda(study) + of_release(study, "team") + of_release(study, "external")


def with_other_thresholds(study: Any) -> Any:
    """The same study under a profile that asks for more."""
    import houvast

    header = json.loads(study.header_json())
    profile = json.loads(study.profile_json)
    profile["thresholds"] = profile.get("thresholds", {}) | OTHER_THRESHOLDS
    return houvast.study_from_frames(header | {"profile": profile}, **study.to_frames())


def with_groups_swapped(study: Any) -> Any:
    """Professionals are called parents, and parents professionals."""
    from studies import replaced

    parties = study.to_frames()["parties"]
    return replaced(study, parties=parties.assign(perspective=parties["perspective"].replace(SWAPPED)))


def with_the_middle_high(study: Any) -> Any:
    """Answers count as high from the middle one on."""
    import houvast

    header = json.loads(study.header_json())
    six = json.loads((ROOT / "src" / "instrument" / "catalogue" / "six-elements.json").read_text("utf-8"))
    six["scales"] = [scale | {"top_from": min(scale["top_from"], HIGH_FROM)} for scale in six["scales"]]
    instruments = [six if each == "six-elements" else each for each in header["instruments"]]
    return houvast.study_from_frames(header | {"instruments": instruments}, **study.to_frames())


def planted(study: Any) -> dict[str, Judged]:
    """What is said when something is wrong inside, as if it were said of the study."""
    swapped, higher = with_groups_swapped(study), with_the_middle_high(study)
    return {
        "other thresholds": of_coverage(study, with_other_thresholds(study)),
        "groups swapped": of_coverage(study, swapped) + of_agenda(study, swapped) + of_release(study, "team", swapped),
        "middle answer high": of_agenda(study, higher) + of_release(study, "team", higher),
    }


def drawn(number: int) -> Iterator[Any]:
    """Studies that the strategies draw, of drawn instruments and the six elements; others in each process."""
    from hypothesis import HealthCheck, Phase, given, settings
    from hypothesis import strategies as st

    import houvast
    from houvast.testing.strategies import studies

    made: list[Any] = []
    quiet = {"database": None, "derandomize": True, "deadline": None, "phases": [Phase.generate]}

    @settings(max_examples=number, suppress_health_check=list(HealthCheck), **quiet)
    @given(st.one_of(studies(), studies(st.just(houvast.instrument("six-elements")))))
    def draw(study: Any) -> None:
        made.append(study)

    draw()
    return iter(made[:number])


def kept(record: Path | None) -> dict[str, dict[str, Any]]:
    """What stands in a record, by the name of the study."""
    lines = record.read_text("utf-8").splitlines() if record and record.is_file() else []
    return {each["study"]: each for each in map(json.loads, lines)}


def row_of(name: str, study: Any, with_lies: bool) -> dict[str, Any]:
    """What is kept of a study: how many claims of each kind, the false ones, how many planted ones were seen; and the
    study itself when something false is said of it, since strategies draw others in another run."""
    found = judged(study)
    lies = planted(study) if with_lies else {}
    false = [id for id, holds in found if not holds]
    return {
        "study": name,
        "claims": Counter(id.split(".")[0] for id, _ in found),
        "false": false,
        "lies": {kind: sum(not holds for _, holds in claims) for kind, claims in lies.items()},
    } | ({"document": study.to_json()} if false else {})


def print_table(rows: dict[str, dict[str, Any]]) -> int:
    """One line per kind of study, the lies that were seen, and what is false; how much of it there is."""
    print("| studies | number | claims | false |\n|---|---|---|---|")
    for kind in dict.fromkeys(name.split(" ")[0] for name in rows):
        of_kind = [row for name, row in rows.items() if name.split(" ")[0] == kind]
        claims = sum(sum(row["claims"].values()) for row in of_kind)
        print(f"| {kind} | {len(of_kind)} | {claims:,} | {sum(len(row['false']) for row in of_kind)} |")
    print("\n| planted | studies | seen in | false claims seen |\n|---|---|---|---|")
    for kind in dict.fromkeys(kind for row in rows.values() for kind in row["lies"]):
        seen = [row["lies"][kind] for row in rows.values() if kind in row["lies"]]
        print(f"| {kind} | {len(seen)} | {sum(n > 0 for n in seen)} | {sum(seen):,} |")
    false = [f"{name}: {id}" for name, row in rows.items() for id in row["false"]]
    print(*false, sep="\n", flush=True)
    return len(false)


def main(
    regions: int = 200, strategies: int = 2000, first: int = 0, record: str = "", seconds: float = math.inf
) -> int:
    """Judges what does not stand in the record yet, and prints what does."""
    sys.path.insert(0, str(TRUTH))
    from studies import of_seed

    import houvast

    path, end = Path(record) if record else None, time.monotonic() + seconds
    rows = kept(path)

    def judge(name: str, study: Callable[[], Any], with_lies: bool = False) -> None:
        if name in rows or time.monotonic() > end:
            return
        rows[name] = row_of(name, study(), with_lies)
        if path:
            with path.open("a", encoding="utf-8") as file:
                file.write(json.dumps(rows[name]) + "\n")

    judge("Indiana", lambda: houvast.load(ROOT / "tests" / "data" / "indiana"))
    for seed in range(first, first + regions):
        judge(f"region {seed}", lambda seed=seed: of_seed.__wrapped__(seed), (seed - first) % EVERY == 0)
    for place, study in enumerate(drawn(strategies) if strategies else ()):
        judge(f"drawn {place}", lambda study=study: study)
    return 1 if print_table(rows) else 0


if __name__ == "__main__":
    given = sys.argv[1:]
    raise SystemExit(main(*map(int, given[:3]), *given[3:4], *map(float, given[4:])))
