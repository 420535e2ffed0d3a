"""Hypothesis strategies for studies, instruments and answers, to test what you build on houvast.

    from hypothesis import given
    from houvast.testing import studies

    @given(studies())
    def test_my_export_loses_nothing(study): ...

They need the package hypothesis. Studies are small and sound; the words in them are drawn to be awkward.
"""

from __future__ import annotations

from .strategies import answers_tables, graphs, instruments, studies

__all__ = ["answers_tables", "graphs", "instruments", "studies"]
