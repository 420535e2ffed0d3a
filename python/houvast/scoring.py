"""Counting answers that arrive in batches: over files, machines and years."""

from houvast._core import Tally

__all__ = ["Tally"]
