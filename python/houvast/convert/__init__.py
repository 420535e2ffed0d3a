"""Exports of survey platforms become a study: recognised with reasons, asked where unsure, pseudonymised."""

from .convert import Conversion, convert
from .mapping import ColumnRule, LabelRule, Mapping
from .report import Report
from .sheet import ConversionError

__all__ = ["ColumnRule", "Conversion", "ConversionError", "LabelRule", "Mapping", "Report", "convert"]
