"""Makes regions from seeds and holds every claim about them against their own tables; prints what is false.

Usage: python scripts/check_claims.py [regions] [first seed]
"""

from __future__ import annotations

import sys
from collections import Counter
from pathlib import Path
from typing import Any

TRUTH = Path(__file__).parent.parent / "tests" / "python" / "truth"


def of_coverage(study: Any) -> list[tuple[str, bool]]:
    """Every claim of the checks, and whether it holds."""
    from coverage_open import PREDICATES as OPEN
    from coverage_truth import PREDICATES as FOUND
    from ecosystem import Ecosystem

    of, holds = Ecosystem(study), FOUND | OPEN
    claims = [claim for finding in study.coverage() for claim in finding.claims]
    return [(claim.id, bool(holds[claim.id](claim.args, of))) for claim in claims]


def of_agenda(study: Any) -> list[tuple[str, bool]]:
    """Every reason on a long agenda."""
    from agenda import PREDICATES, About
    from raw import Raw

    raw, wave = Raw(study), study.waves[-1].id
    told = [(claim, About(item.question, wave)) for item in study.agenda(length=20) for claim in item.claims]
    return [(each.id, PREDICATES[each.id](each.args, about, raw)) for each, about in told if each.id in PREDICATES]


def of_release(study: Any, policy: str) -> list[tuple[str, bool]]:
    """Every claim of a report but those that the checks and the agenda make inside as well."""
    from release_truth import PREDICATES
    from statements import Told

    told = Told(study, policy, goals="text", complexity="composite")
    return [(claim.id, PREDICATES[claim.id](claim, told)) for claim in told.claims if claim.id in PREDICATES]


def main(regions: int = 200, first: int = 0) -> int:
    """Counts the claims of every kind, and those that are false."""
    sys.path.insert(0, str(TRUTH))
    from studies import of_seed

    claims: Counter[str] = Counter()
    false: list[str] = []
    for seed in range(first, first + regions):
        study = of_seed(seed)
        found = of_coverage(study) + of_agenda(study)
        found += of_release(study, "team") + of_release(study, "external")
        claims.update(id.split(".")[0] for id, _ in found)
        false += [f"region {seed}: {id}" for id, holds in found if not holds]
    print(f"{regions} regions from seed {first}: " + ", ".join(f"{n} {kind}" for kind, n in sorted(claims.items())))
    print(f"{len(false)} false", *false, sep="\n", flush=True)
    return 1 if false else 0


if __name__ == "__main__":
    raise SystemExit(main(*map(int, sys.argv[1:])))
