"""Which wave a response is of, and in which order the waves come."""

from __future__ import annotations

import datetime
import re
from collections.abc import Sequence
from itertools import pairwise

from ..errors import Where
from .mapping import ColumnRule, LabelRule, Mapping
from .personal import personal
from .sheet import Ask, Column, Sheet

__all__ = ["ask_waves", "in_order", "wave_of"]

_ISO = re.compile(r"\d{4}-\d{2}-\d{2}")
_DUTCH = re.compile(r"(\d{1,2})[-/.](\d{1,2})[-/.](\d{4})")
_APART = 14  # days; answers that lie closer are of one wave


def _bare(label: str) -> str:
    """The event of a label of REDCap without the arm, which says of which group a respondent is."""
    return re.sub(r"_arm_\d+$|\s*\(arm \d+: .*\)$", "", label, flags=re.IGNORECASE)


def wave_of(column: Column, rule: ColumnRule, cell: str) -> str:
    """The wave of a cell, as the mapping says or as it stands there."""
    label = _bare(column.labels.get(cell, cell))
    return str(next((value.value for value in rule.values if value.label == label), label) or "")


def ask_waves(sheets: list[Sheet], given: Sequence[str], rules: Mapping) -> list[Ask]:
    """Gives each sheet its wave where it has one, and asks about files and columns that leave the waves unclear."""
    if given and len(given) != len(sheets):
        return [Ask("HV-707", "which_wave", Where(sheets[min(len(given), len(sheets) - 1)].file))]
    asks = []
    for i, sheet in enumerate(sheets):
        told = [(column, rule) for column in sheet.columns if (rule := rules.rule(column.key)) and rule.role == "wave"]
        sheet.wave = given[i] if given else None
        if given and any(len({_bare(cell) for cell in column.cells if cell}) > 1 for column, _ in told):
            asks.append(Ask("HV-707", "two_waves", Where(sheet.file, column=told[0][0].key)))
        elif not given and not told and len(sheets) > 1 and not _one_each(sheets):
            asks.append(Ask("HV-707", "which_wave", Where(sheet.file)))
        elif not given and not told:
            sheet.wave = "1"
        elif not given:
            for column, rule in told:
                asks += _labels(sheet, column, rule)
    return asks


def _one_each(sheets: list[Sheet]) -> bool:
    """Whether each file asks another audience: then they are of one wave."""
    audiences = [sheet.audience for sheet in sheets]
    return "" not in audiences and len(set(audiences)) == len(audiences)


def _labels(sheet: Sheet, column: Column, rule: ColumnRule) -> list[Ask]:
    """Asks about a column in which the day of answering stands, or days that may be read in two ways."""
    where = Where(sheet.file, column=column.key)
    labels = list(dict.fromkeys(_bare(column.labels.get(cell, cell)) for cell in column.cells if cell))
    for i, cell in enumerate(column.cells):
        if personal(cell):
            rule.confirm, rule.why = True, "contact"
            return [Ask("HV-703", "contact", Where(sheet.file, sheet.row_of(column, i), column.key))]
        if re.search(r"[;{}\n]", wave_of(column, rule, cell)):
            return [Ask("HV-208", "wave_name", Where(sheet.file, sheet.row_of(column, i), column.key))]
    if any(value.confirm for value in rule.values):
        return [Ask("HV-707", "wave_waiting", where)]
    if all(any(value.label == label for value in rule.values) for label in labels):
        return []
    _read_days(labels, rule)
    known = {value.label: str(value.value) for value in rule.values}
    waves = sorted({known.get(label, label) for label in labels})
    days = [datetime.date.fromisoformat(wave) for wave in waves if _is_day(wave)]
    close = any((later - day).days < _APART for day, later in pairwise(days))
    moments = [wave for wave in waves if re.search(r"\d:\d\d", wave)]
    serial = [wave for wave in waves if re.fullmatch(r"[34]\d{4}", wave)]
    turned = any(value.confirm for value in rule.values)
    many = len(waves) > 6 and 2 * len(waves) > len(sheet.rows)
    if not (close or moments or serial or turned or many):
        return []
    for label in labels:
        if label not in known:
            rule.values.append(LabelRule(label, label, "", True))
    for value in rule.values:
        value.confirm = True
    return [Ask("HV-707", "wave_days" if not turned else "wave_date", where, {"n": str(len(waves))})]


def _is_day(text: str) -> bool:
    try:
        datetime.date.fromisoformat(text)
    except ValueError:
        return False
    return bool(_ISO.fullmatch(text))


def _read_days(labels: list[str], rule: ColumnRule) -> None:
    """Writes days such as 20-11-2024 as 2024-11-20; those that may be the 2nd of January or 1 February are asked."""
    days = {label: tuple(map(int, found.groups())) for label in labels if (found := _DUTCH.fullmatch(label))}
    day_first = any(day > 12 for day, _, _ in days.values())
    for label, (day, month, year) in days.items():
        if any(value.label == label for value in rule.values):
            continue
        text = f"{year:04}-{month:02}-{day:02}"
        sure = day_first and _is_day(text)
        rule.values.append(LabelRule(label, text if _is_day(text) else label, "alias" if sure else "fuzzy", not sure))


def in_order(found: list[str], rules: Mapping) -> list[str]:
    """The waves, the oldest first: as the mapping lists them, else by their number, else as they were found."""
    listed = [str(value.value) for rule in rules.columns if rule.role == "wave" for value in rule.values]
    numbers = [re.findall(r"\d+", wave) for wave in found]
    if all(re.fullmatch(r"\d[\d-]*", wave) for wave in found):
        return sorted(found, key=lambda wave: [int(part) for part in wave.split("-") if part])
    if listed and set(found) <= set(listed):
        return [wave for wave in dict.fromkeys(listed) if wave in found]
    if all(len(number) == 1 for number in numbers) and len({int(n[0]) for n in numbers}) == len(found):
        return sorted(found, key=lambda wave: int(re.findall(r"\d+", wave)[0]))
    return found
