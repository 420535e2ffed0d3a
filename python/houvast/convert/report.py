"""What was read, left out and decided, in plain Dutch or English sentences."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Any

from ..errors import Where
from .asks import ASKS, WORDS
from .sheet import place
from .texts import PLATFORM_NAMES, TEXTS, WHY

__all__ = ["Report", "ask_text"]

_TRANSLATED = ("attribute", "options", "role")


def ask_text(ask: Any, lang: str) -> str:
    """One question for the person who converts, with its place."""
    known = WORDS[lang]
    values = {
        name: ", ".join(known.get(word, word) for word in text.split(", ")) if name in _TRANSLATED else text
        for name, text in ask.values.items()
    }
    return f"[{ask.code}] {place(ask.where, lang)}: {ASKS[ask.key][lang].format(**values)}"


def _of(text: str, number: int) -> str:
    """The sentence for one, or for several, which stand on either side of a bar."""
    one, _, more = text.partition("|")
    return (one if number == 1 or not more else more).replace("{n}", str(number))


def _short(heading: str) -> str:
    return heading if len(heading) <= 90 else heading[:89] + "…"


def _count(lang: str, number: int, one: str, more: str) -> str:
    return f"{number} {TEXTS[lang][one if number == 1 else more]}"


@dataclass
class Report:
    """Counts and names of a conversion; no answers and no identifiers."""

    files: list[tuple[str, str, str]] = field(default_factory=list)  # file, platform, how it showed
    respondents: int = 0
    responses: int = 0
    waves: list[str] = field(default_factory=list)
    parties: int = 0
    ties: int = 0
    questions: dict[str, int] = field(default_factory=dict)  # match → number of questions
    labels: dict[str, int] = field(default_factory=dict)  # match → number of answer labels
    lacking: list[str] = field(default_factory=list)
    dropped: dict[str, list[str]] = field(default_factory=dict)  # why → columns
    person: str = ""
    texts: int = 0
    partial: int = 0
    empty: int = 0
    previews: int = 0
    unlinked: int = 0
    personal: list[Where] = field(default_factory=list)  # open answers in which something personal stood
    personal_kept: bool = False
    left_out: dict[str, int] = field(default_factory=dict)  # column by which responses were left out → how many
    repeated: int = 0
    filled_in: set[str] = field(default_factory=set)
    notes: dict[str, int] = field(default_factory=dict)  # what was passed over in the files
    asked_known: bool = True
    key_kept: bool = False
    coded: set[str] = field(default_factory=set)
    code_words: list[dict[int, Any]] = field(default_factory=list)

    def lines(self, lang: str = "nl") -> list[str]:
        """The report as sentences."""
        return [
            *self._files(lang),
            self._counted(lang),
            *self._recognised(lang),
            *self._columns(lang),
            *self._people(lang),
            *self._passed_over(lang),
        ]

    def _files(self, lang: str) -> list[str]:
        say = TEXTS[lang]
        return [
            say["recognised" if how else "taken"].format(file=file, platform=PLATFORM_NAMES[platform][lang], how=how)
            for file, platform, how in self.files
        ]

    def _counted(self, lang: str) -> str:
        """How many people, questions, parties and waves there are."""
        respondents = _count(lang, self.respondents, "respondent", "respondents")
        if self.responses > self.respondents:
            respondents += f" ({_count(lang, self.responses, 'response', 'responses')})"
        questions = _count(lang, sum(self.questions.values()), "question", "questions")
        parts = [TEXTS[lang][f"by {match}"].format(n=n) for match, n in sorted(self.questions.items()) if n]
        parties = _count(lang, self.parties, "party", "parties")
        waves = _count(lang, len(self.waves), "wave", "waves")
        return f"{respondents}, {questions} ({', '.join(parts)}), {parties}, {waves}."

    def _recognised(self, lang: str) -> list[str]:
        """The order of the waves, what labels and codes were taken for, and the questions that are not there."""
        say = TEXTS[lang]
        lines = [say["order"].format(waves=", ".join(self.waves))] if len(self.waves) > 1 else []
        parts = [say[f"label {match}"].format(n=n) for match, n in sorted(self.labels.items()) if n]
        if parts:
            lines.append(say["labels"].format(parts=", ".join(parts)))
        for scale in self.code_words:
            words = ", ".join(f"{value} = {text.get(lang)}" for value, text in scale.items())
            lines.append(say["codes"].format(words=words))
        if self.lacking:
            lines.append(say["lacking"].format(questions=", ".join(self.lacking)))
        return lines

    def _columns(self, lang: str) -> list[str]:
        """The columns and cells that were left out."""
        say, lines = TEXTS[lang], []
        known = {why: columns for why, columns in self.dropped.items() if why != "unknown"}
        if known:
            total = sum(map(len, known.values()))
            parts = [f"{', '.join(columns)} ({WHY[why][lang]})" for why, columns in known.items()]
            lines.append(_count(lang, total, "column dropped", "columns dropped") + ": " + "; ".join(parts) + ".")
        strange = self.dropped.get("unknown", [])
        if strange:
            lines.append(_of(say["unknown"], len(strange)).replace("{columns}", "; ".join(map(_short, strange))))
        noted = [(name, self.notes[name]) for name in ("titles", "hidden", "others") if self.notes.get(name)]
        return [*lines, *(_of(say[name], number) for name, number in noted)]

    def _people(self, lang: str) -> list[str]:
        """How respondents are told apart, and which of their responses were left out."""
        say, lines = TEXTS[lang], []
        if self.person:
            lines.append(say["person"].format(column=self.person))
        if self.unlinked:
            lines.append(_of(say["unlinked"], self.unlinked) + say["linked"])
        if not self.key_kept:
            lines.append(say["no key"])
        for column, number in self.left_out.items():
            lines.append(_of(say["left out"], number).replace("{column}", _short(column)))
        return lines

    def _passed_over(self, lang: str) -> list[str]:
        """What was filled in, counted or masked on the way."""
        say, lines = TEXTS[lang], []
        if self.filled_in:
            lines.append(say["filled in"].format(names=", ".join(sorted(self.filled_in))))
        counts = [(name, getattr(self, name)) for name in ("previews", "repeated", "empty", "partial", "texts", "ties")]
        lines += [_of(say[name], number) for name, number in counts if number]
        if self.personal:
            places = "; ".join(place(where, lang) for where in self.personal)
            lines.append(say["kept" if self.personal_kept else "masked"].format(places=places))
        if not self.asked_known:
            lines.append(say["asked"])
        return lines

    def text(self, lang: str = "nl") -> str:
        """The report as one text."""
        return "\n".join(self.lines(lang))

    def __str__(self) -> str:
        return self.text("en")
