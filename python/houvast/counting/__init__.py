"""Counting answers that do not fit in memory: as they stream in, into states that are kept and merged."""

from .counter import Counter
from .layout import Layout
from .run import tally_files
from .states import is_state, merge_tallies, read_tally, write_tally

__all__ = ["Counter", "Layout", "is_state", "merge_tallies", "read_tally", "tally_files", "write_tally"]
