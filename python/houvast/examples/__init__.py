"""Studies to try things with: a fictional region of parties around children, and a real network of organisations."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from .. import _core
from ..io.folder import load
from .region import region as _drawn

__all__ = ["indiana", "region"]


def region(seed: int = 2024, *, plants: Sequence[str] | None = None) -> _core.Study:
    """A fictional Dutch region of about 60 parties around children, measured in two waves.

    Parameters
    ----------
    seed : int
        The same seed gives the same study.
    plants : sequence of str, optional
        Defects to put in, each `kind` or `kind:target,target`; `from houvast.examples.region import PLANT_KINDS` gives
        the kinds; None: those of the demo; empty: a region in good order.

    Returns
    -------
    Study
        Parties, answers, assessments of Gerdes, two relations and goals; `study.save(folder)` writes it.

    Raises
    ------
    InvalidValueError
        HV-302 when a plant is not known, has no such target, or is in the way of another.
    """
    return _drawn(seed, plants=plants).study()


def indiana() -> _core.Study:
    """25 organisations of the tobacco control programme of Indiana in 2010, and who had contact and collaborated.

    A network only: no answers. Luke, Wald, Carothers, Bach & Harris (2013), Health Education & Behavior 40(1 suppl),
    33S-42S; how the folder was made stands beside it in SOURCE.md.

    Returns
    -------
    Study
        The relations collaboration, contact and dissemination in one wave.
    """
    return load(Path(__file__).with_name("indiana"))
