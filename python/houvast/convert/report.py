"""What was read, left out and decided, in plain sentences."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Any

from ..errors import Where
from ..texts import Claim, say
from .sheet import place

__all__ = ["Report"]


def _short(heading: str) -> str:
    return heading if len(heading) <= 90 else heading[:89] + "…"


@dataclass
class Report:
    """Counts and names of a conversion; no answers and no identifiers."""

    files: list[tuple[str, str, str]] = field(default_factory=list)  #: File, platform, and how it showed.
    audiences: list[tuple[str, Claim]] = field(default_factory=list)  #: File, and in whose words it asks.
    respondents: int = 0  #: People who answered.
    responses: int = 0  #: Responses that were kept.
    waves: list[str] = field(default_factory=list)  #: Ids of the waves, in order.
    parties: int = 0  #: Parties of the study.
    ties: int = 0  #: Reports of ties.
    questions: dict[str, int] = field(default_factory=dict)  #: How it was recognised → number of questions.
    labels: dict[str, int] = field(default_factory=dict)  #: How it was recognised → number of answer labels.
    lacking: list[str] = field(default_factory=list)  #: Questions that the export does not have.
    dropped: dict[str, list[str]] = field(default_factory=dict)  #: Why → columns that were left out.
    person: str = ""  #: The column that tells who answered.
    texts: int = 0  #: Open answers that were kept.
    partial: int = 0  #: Responses that left rated questions open.
    empty: int = 0  #: Responses without any answer, left out.
    previews: int = 0  #: Previews of the platform, left out.
    unlinked: int = 0  #: Responses that cannot be linked to another wave.
    personal: list[Where] = field(default_factory=list)  #: Open answers in which something personal stood.
    personal_kept: bool = False  #: Whether that was kept.
    left_out: dict[str, int] = field(default_factory=dict)  #: Column by which responses were left out → how many.
    repeated: int = 0  #: Responses of who answered twice in a wave, left out.
    filled_in: set[str] = field(default_factory=set)  #: What a record told once, taken for all of its rows.
    joined: int = 0  #: Rows that were put together with another row of the same record.
    strangers: list[tuple[str, Where]] = field(default_factory=list)  #: Partners that are not in the list of parties.
    listed: list[tuple[str, str, str]] = field(default_factory=list)  #: Parties made of a list: id, name, people asked.
    not_kept: list[str] = field(default_factory=list)  #: Headings of that list that were not kept.
    garbled: list[Where] = field(default_factory=list)  #: Cells with letters that were once read wrongly.
    notes: dict[str, int] = field(default_factory=dict)  #: What was passed over in the files → how many.
    asked_known: bool = True  #: Whether it is known how many people were asked.
    key_kept: bool = False  #: Whether a key was given, with which a next conversion gives the same pseudonyms.
    coded: set[str] = field(default_factory=set)  #: Scales that were answered with codes.
    code_words: list[dict[int, Any]] = field(default_factory=list)  #: Of each such scale, what the codes stand for.

    def lines(self, lang: str = "nl") -> list[str]:
        """The report as sentences.

        Parameters
        ----------
        lang : str
            One of `houvast.languages()`.

        Returns
        -------
        list of str
        """
        return [
            *self._files(lang),
            self._counted(lang),
            *self._recognised(lang),
            *self._columns(lang),
            *self._people(lang),
            *self._list(lang),
            *self._passed_over(lang),
        ]

    def _files(self, lang: str) -> list[str]:
        return [
            say(
                "convert.report.recognised" if how else "convert.report.taken",
                lang,
                file=file,
                platform=say("convert.platform", lang, platform=platform),
                how=how,
            )
            for file, platform, how in self.files
        ] + [say("convert.report.audience", lang, file=file, who=who.say(lang)) for file, who in self.audiences]

    def _counted(self, lang: str) -> str:
        """How many people, questions, parties and waves there are."""
        if not self.responses:
            return say("convert.report.counted_ties", lang, parties=self.parties, waves=len(self.waves))
        several = self.responses > self.respondents
        parts = [
            say("convert.report.question_match", lang, match=match, n=n)
            for match, n in sorted(self.questions.items())
            if n
        ]
        return say(
            "convert.report.counted_responses" if several else "convert.report.counted",
            lang,
            respondents=self.respondents,
            responses=self.responses,
            questions=sum(self.questions.values()),
            how=", ".join(parts),
            parties=self.parties,
            waves=len(self.waves),
        )

    def _recognised(self, lang: str) -> list[str]:
        """The order of the waves, what labels and codes were taken for, and the questions that are not there."""
        lines = [say("convert.report.order", lang, waves=", ".join(self.waves))] if len(self.waves) > 1 else []
        matches = [(match, n) for match, n in sorted(self.labels.items()) if n]
        if matches:
            parts = [say("convert.report.label_match", lang, match=match, n=n) for match, n in matches]
            lines.append(say("convert.report.labels", lang, parts=", ".join(parts)))
        for scale in self.code_words:
            words = ", ".join(f"{value} = {text.get(lang)}" for value, text in scale.items())
            lines.append(say("convert.report.codes", lang, words=words))
        if self.lacking:
            lines.append(say("convert.report.lacking", lang, questions=", ".join(self.lacking)))
        return lines

    def _columns(self, lang: str) -> list[str]:
        """The columns and cells that were left out."""
        lines = []
        known = {why: columns for why, columns in self.dropped.items() if why != "unknown"}
        if known:
            parts = [
                f"{', '.join(columns)} ({say('convert.why.' + why.replace(' ', '_'), lang)})"
                for why, columns in known.items()
            ]
            total = sum(map(len, known.values()))
            lines.append(say("convert.report.dropped", lang, n=total, columns="; ".join(parts)))
        strange = self.dropped.get("unknown", [])
        if strange:
            columns = "; ".join(map(_short, strange))
            lines.append(say("convert.report.unknown", lang, n=len(strange), columns=columns))
        return lines + self._told(
            lang, {name: self.notes.get(name, 0) for name in ("titles", "sheets", "hidden", "others")}
        )

    def _told(self, lang: str, counts: dict[str, int]) -> list[str]:
        """A sentence for each count that is not zero."""
        return [say("convert.report." + name, lang, n=number) for name, number in counts.items() if number]

    def _people(self, lang: str) -> list[str]:
        """How respondents are told apart, and which of their responses were left out."""
        lines = [say("convert.report.person", lang, column=self.person)] if self.person else []
        if self.unlinked:
            lines.append(say("convert.report.unlinked", lang, n=self.unlinked))
        if not self.key_kept:
            lines.append(say("convert.report.no_key", lang))
        for column, number in self.left_out.items():
            lines.append(say("convert.report.left_out", lang, n=number, column=_short(column)))
        return lines

    def _list(self, lang: str) -> list[str]:
        """The parties that were made of a list, with the ids that they got."""
        if not self.listed:
            return []
        parties = "; ".join(
            say("convert.report.listed_party", lang, id=id, name=name, n=int(asked) if asked.isdecimal() else 0)
            for id, name, asked in self.listed
        )
        lines = [say("convert.report.listed", lang, n=len(self.listed), parties=parties)]
        if self.not_kept:
            columns = "; ".join(map(_short, self.not_kept))
            lines.append(say("convert.report.list_dropped", lang, n=len(self.not_kept), columns=columns))
        return lines

    def _passed_over(self, lang: str) -> list[str]:
        """What was filled in, counted or masked on the way."""
        lines = []
        if self.filled_in:
            lines.append(say("convert.report.filled_in", lang, names=", ".join(sorted(self.filled_in))))
        names = ("previews", "repeated", "joined", "empty", "partial", "texts", "ties")
        lines += self._told(lang, {name: getattr(self, name) for name in names})
        if self.strangers:
            lines.append(say("convert.report.strangers", lang, n=len(self.strangers), names=self._strange_names(lang)))
        if self.garbled:
            places = "; ".join(place(where, lang) for where in self.garbled)
            lines.append(say("convert.report.garbled", lang, n=len(self.garbled), places=places))
        if self.personal:
            places = "; ".join(place(where, lang) for where in self.personal)
            key = "convert.report.kept" if self.personal_kept else "convert.report.masked"
            lines.append(say(key, lang, places=places))
        if not self.asked_known:
            lines.append(say("convert.report.asked", lang))
        return lines

    def _strange_names(self, lang: str) -> str:
        """Each name that is not in the list of parties, with the rows where it stands."""
        rows: dict[str, list[str]] = {}
        for name, where in self.strangers:
            rows.setdefault(name, []).append(str(where.row))
        return "; ".join(
            say("convert.report.stranger", lang, name=name, rows=", ".join(found)) for name, found in rows.items()
        )

    def text(self, lang: str = "nl") -> str:
        """The report as one text.

        Parameters
        ----------
        lang : str
            One of `houvast.languages()`.

        Returns
        -------
        str
        """
        return "\n".join(self.lines(lang))

    def __str__(self) -> str:
        return self.text("en")
