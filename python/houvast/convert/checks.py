"""What a mapping names must exist: scales, relations, parties, and questions that take a text."""

from __future__ import annotations

from .. import _core
from ..errors import Where
from .mapping import Mapping
from .sheet import Ask
from .vocabulary import Vocabulary

__all__ = ["RELATION", "unknown_words"]

RELATION = "samenwerking"


def unknown_words(mapping: Mapping, words: Vocabulary, parties: dict[str, str], file: str) -> list[Ask]:
    """Asks about every name in a mapping that neither the instruments nor the list of parties have."""
    asks = []
    scales = {f"{instrument.id}/{scale.id}" for instrument in words.instruments for scale in instrument.scales}
    used, shipped = {instrument.id for instrument in words.instruments}, set(_core.instruments())
    for name in mapping.answers:
        instrument = name.partition("/")[0]
        if name not in scales and (instrument in used or instrument not in shipped):
            values = {"name": name, "known": ", ".join(sorted(scales))}
            asks.append(Ask("HV-502", "no_scale", Where(file), values))
    relations = [str(relation.get("id")) for relation in mapping.relations] or [RELATION]
    for rule in mapping.columns:
        where = Where(file, column=rule.column)
        if rule.confirm:
            continue
        if rule.role in ("tie", "ties"):
            relation, _, party = rule.target.partition("/")
            if relation not in relations:
                values = {"relation": relation, "known": ", ".join(relations)}
                asks.append(Ask("HV-507", "no_relation", where, values))
            elif rule.role == "tie" and parties and party not in parties.values():
                values = {"party": party, "known": ", ".join(sorted(set(parties.values())))}
                asks.append(Ask("HV-508", "no_such_party", where, values))
        elif rule.role == "question" and rule.part == "text" and rule.target in words.questions:
            closed = words.question(rule.target).form == "closed"
            asks += [Ask("HV-209", "no_text", where, {"question": rule.target})] if closed else []
    return asks
