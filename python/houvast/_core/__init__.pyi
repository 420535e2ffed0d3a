"""
The compiled core of houvast. Use the package houvast, which explains it.
"""

from __future__ import annotations
import collections.abc
import houvast.release.claims
import numpy
import numpy.typing
import os
import pandas
import pathlib
import polars
import typing
import typing_extensions
from . import graph
from . import stats

__all__: list[str] = [
    "Advice",
    "Agenda",
    "AgendaItem",
    "AudienceWording",
    "Check",
    "Claim",
    "Column",
    "ColumnTable",
    "DISCLOSURE_FLOOR",
    "Element",
    "Estimate",
    "Evidence",
    "Finding",
    "FindingChange",
    "Graph",
    "Instrument",
    "Interval",
    "LocalizedText",
    "Multiplex",
    "Named",
    "NetworkChange",
    "NetworkResponse",
    "NetworkView",
    "OTHER_GROUPS",
    "Party",
    "Policy",
    "Provenance",
    "Question",
    "RELEASE_SCHEMA",
    "Random",
    "Release",
    "ReleasedAgendaItem",
    "ReleasedBin",
    "ReleasedBlock",
    "ReleasedFinding",
    "ReleasedGoal",
    "ReleasedGoals",
    "ReleasedNetwork",
    "ReleasedReliability",
    "ReleasedResponse",
    "ReleasedScore",
    "ReleasedShare",
    "ReleasedStage",
    "ReleasedStrengthening",
    "Scale",
    "ScaleLabel",
    "Scenario",
    "Source",
    "Stage",
    "Study",
    "StudyNetwork",
    "StudyTable",
    "Table",
    "TableField",
    "Tally",
    "TwoMode",
    "Wave",
    "advice",
    "byte_view",
    "checks",
    "columns_from_arrow",
    "columns_from_csv",
    "columns_from_items",
    "columns_from_texts",
    "crosswalk",
    "default_profile",
    "find_language",
    "fold_label",
    "forms_of_collaboration",
    "gaps",
    "graph",
    "has_message",
    "instrument",
    "instruments",
    "language_of",
    "languages",
    "make_table",
    "messages",
    "nearest",
    "release",
    "release_document",
    "right_to_left",
    "say",
    "say_in_pieces",
    "stats",
    "study_from_columns",
    "study_from_json",
    "study_from_tables",
    "study_tables",
]

class LocalizedText:
    """
    A text in Dutch, English and other languages.
    """
    def __eq__(self, arg0: typing.Any) -> bool: ...
    def __getstate__(self) -> tuple[str, str, dict[str, str]]: ...
    def __hash__(self) -> int: ...
    def __init__(self, nl: str, en: str, others: collections.abc.Mapping[str, str] = {}) -> None: ...
    def __repr__(self) -> str: ...
    def __setstate__(self, arg0: tuple) -> None: ...
    def __str__(self) -> str: ...
    def _repr_html_(self) -> str:
        """
        The same for a notebook.
        """
    def get(self, lang: str) -> str:
        """
        The text in a language; the nearest that there is when it has none.
        """
    @property
    def en(self) -> str: ...
    @property
    def nl(self) -> str: ...
    @property
    def others(self) -> dict[str, str]:
        """
        Texts in other languages, by tag.
        """
    @property
    def tags(self) -> list[str]:
        """
        Tags of the languages that have a text.
        """

class Named:
    """
    Something with a name of its own, which is looked up when it is said.
    """
    def __eq__(self, arg0: typing.Any) -> bool: ...
    def __getstate__(self) -> tuple[str, str, LocalizedText]: ...
    def __hash__(self) -> int: ...
    def __init__(self, kind: str, id: str) -> None: ...
    def __repr__(self) -> str: ...
    def __setstate__(self, arg0: tuple) -> None: ...
    @property
    def id(self) -> str: ...
    @property
    def kind(self) -> str: ...
    @property
    def name(self) -> LocalizedText:
        """
        Its name, when that was looked up before; else empty.
        """

class Claim:
    """
    Something that houvast asserts, as data; it becomes a sentence when it is said.
    """
    def __eq__(self, arg0: typing.Any) -> bool: ...
    def __hash__(self) -> int: ...
    def __init__(self, id: str, args: dict = {}) -> None: ...
    def __reduce__(self) -> tuple[type, tuple[..., ...]]: ...
    def __repr__(self) -> str: ...
    def say(self, lang: str, audience: str | None = None) -> str:
        """
        The claim as a sentence in a language, for an audience when there is a wording for it.
        """
    @property
    def args(self) -> dict:
        """
        What fills the gaps, by name.
        """
    @property
    def id(self) -> str:
        """
        Key of its message.
        """

class Provenance:
    """
    How a number was computed: enough to repeat it and to cite it.
    """
    def __getstate__(self) -> tuple[str, str, dict[str, str], int | None, str]: ...
    def __repr__(self) -> str: ...
    def __setstate__(self, arg0: tuple) -> None: ...
    def _repr_html_(self) -> str:
        """
        The same for a notebook.
        """
    @property
    def definition(self) -> str: ...
    @property
    def options(self) -> dict[str, str]: ...
    @property
    def seed(self) -> int | None: ...
    @property
    def source(self) -> str: ...
    @property
    def version(self) -> str: ...

class Interval:
    """
    A range with its confidence level; unpacks into low and high.
    """
    def __getitem__(self, arg0: typing.SupportsInt | typing.SupportsIndex) -> float: ...
    def __getstate__(self) -> tuple[float, float, float]: ...
    def __iter__(self) -> collections.abc.Iterator: ...
    def __len__(self) -> int: ...
    def __repr__(self) -> str: ...
    def __setstate__(self, arg0: tuple) -> None: ...
    def _repr_html_(self) -> str:
        """
        The same for a notebook.
        """
    @property
    def high(self) -> float: ...
    @property
    def level(self) -> float: ...
    @property
    def low(self) -> float: ...

class Estimate:
    """
    One statistic with what is needed to judge it. Undefined: value is nan and `reason` says why.
    """
    @staticmethod
    def __repr__(estimate: Estimate) -> str:
        """
        The value with n, interval and method, or why there is none.
        """
    @staticmethod
    def _repr_html_(estimate: Estimate) -> str:
        """
        The same for a notebook: value, interval, n, method and source.
        """
    def __float__(self) -> float: ...
    def __getattr__(self, arg0: str) -> float: ...
    def __getstate__(
        self,
    ) -> tuple[float, Interval | None, int, str, str, float | None, float | None, dict[str, float], Provenance]: ...
    def __setstate__(self, arg0: tuple) -> None: ...
    @property
    def defined(self) -> bool: ...
    @property
    def details(self) -> dict[str, float]: ...
    @property
    def expected(self) -> float | None: ...
    @property
    def interval(self) -> Interval | None: ...
    @property
    def method(self) -> str: ...
    @property
    def n(self) -> int: ...
    @property
    def p_value(self) -> float | None: ...
    @property
    def provenance(self) -> Provenance: ...
    @property
    def reason(self) -> str: ...
    @property
    def value(self) -> float: ...

class Column:
    """
    One column of a table.
    """
    def __getstate__(self) -> tuple: ...
    def __setstate__(self, arg0: tuple) -> None: ...
    def say(self, lang: str) -> str:
        """
        What it means, in a language.
        """
    @property
    def description(self) -> str:
        """
        What it means, in English.
        """
    @property
    def meaning(self) -> Claim:
        """
        What it means, with unit and range, as data.
        """
    @property
    def missing(self) -> numpy.typing.NDArray[numpy.bool]:
        """
        numpy array of bool, True where there is no value
        """
    @property
    def name(self) -> str: ...
    @property
    def values(self) -> typing.Any:
        """
        numpy array, or a list of str, or of int where some pass 64 bits
        """

class Table:
    """
    A result of several columns; exact, for inside use.
    """
    @staticmethod
    def __repr__(table: Table) -> str:
        """
        Title and first rows as aligned text.
        """
    @staticmethod
    def _repr_html_(table: Table) -> str:
        """
        The table for a notebook: escaped, self-contained, at most 50 rows and 100,000 characters.
        """
    def __arrow_c_stream__(self, requested_schema: typing.Any = None) -> typing_extensions.CapsuleType:
        """
        Arrow C stream (PyCapsule interface).
        """
    def __getstate__(self) -> tuple: ...
    def __len__(self) -> int: ...
    def __setstate__(self, arg0: tuple) -> None: ...
    def column(self, name: str) -> Column: ...
    def to_csv(self, path: str | os.PathLike[str], dialect: str = "plain") -> pathlib.Path:
        """
        Writes the exact table as CSV, for inside use.

        Parameters
        ----------
        path : path
            The file; `scores.csv` becomes `scores-intern.csv`.
        dialect : str
            "plain", or "excel-nl" for opening in a Dutch Excel: semicolons and decimal commas.

        Returns
        -------
        pathlib.Path
            Where it was written.

        Raises
        ------
        InvalidValueError
            HV-303 for another dialect.
        """
    def to_dicts(self) -> list[dict[str, typing.Any]]:
        """
        The rows of the table.

        Returns
        -------
        list of dict
            Column name to cell, one dict per row; None where there is no value.
        """
    def to_pandas(self) -> pandas.DataFrame:
        """
        The table as a pandas DataFrame (extra `frames`).

        Returns
        -------
        pandas.DataFrame
            Whole numbers with gaps are Int64; title, definition, source and the meaning of columns stand in `.attrs`.

        Raises
        ------
        MissingExtraError
            HV-601 when pandas is not installed.
        """
    def to_parquet(self, path: str | os.PathLike[str]) -> pathlib.Path:
        """
        Writes the exact table as Parquet (extra `frames`), for inside use.

        Parameters
        ----------
        path : path
            The file; `intern` is added to its name where it is not there already.

        Returns
        -------
        pathlib.Path
            Where it was written.

        Raises
        ------
        MissingExtraError
            HV-601 when pyarrow is not installed.
        """
    def to_polars(self) -> polars.DataFrame:
        """
        The table as a polars DataFrame (extra `frames`).

        Returns
        -------
        polars.DataFrame
            The same columns, through the Arrow C stream.

        Raises
        ------
        MissingExtraError
            HV-601 when polars is not installed.
        """
    def to_sav(self, path: str | os.PathLike[str]) -> pathlib.Path:
        """
        Writes the exact table as SPSS .sav (extra `spss`), for inside use.

        Parameters
        ----------
        path : path
            The file; `intern` is added to its name where it is not there already.

        Returns
        -------
        pathlib.Path
            Where it was written; the meaning of each column is its label.

        Raises
        ------
        ValidationError
            HV-302 for a text that is longer than SPSS holds.
        MissingExtraError
            HV-601 when the extra is not installed.
        """
    def to_xlsx(self, path: str | os.PathLike[str]) -> pathlib.Path:
        """
        Writes the exact table as an Excel workbook (extra `excel`), for inside use.

        Parameters
        ----------
        path : path
            The file; `intern` is added to its name where it is not there already.

        Returns
        -------
        pathlib.Path
            Where it was written.

        Raises
        ------
        MissingExtraError
            HV-601 when the extra is not installed.
        """
    @property
    def columns(self) -> list[Column]: ...
    @property
    def provenance(self) -> Provenance: ...
    @property
    def title(self) -> str: ...

class Random:
    """
    A seeded stream of random numbers that is the same everywhere.
    """
    def __init__(
        self, seed: typing.SupportsInt | typing.SupportsIndex, stream: typing.SupportsInt | typing.SupportsIndex = 0
    ) -> None: ...
    def below(self, n: typing.SupportsInt | typing.SupportsIndex) -> int: ...
    def bits(self) -> int: ...
    def uniform(self) -> float: ...

class ScaleLabel:
    """
    One point of a scale and the words for it.
    """
    def _repr_html_(self) -> str:
        """
        The same for a notebook.
        """
    @property
    def aliases(self) -> list[str]: ...
    @property
    def text(self) -> LocalizedText: ...
    @property
    def value(self) -> int: ...

class Scale:
    """
    An ordinal scale with declared bounds.
    """
    def __repr__(self) -> str: ...
    def _repr_html_(self) -> str:
        """
        The same for a notebook.
        """
    def value_of(self, label: str) -> int | None:
        """
        The value of a label or alias, compared whole after folding, or None.
        """
    @property
    def direction(self) -> str: ...
    @property
    def id(self) -> str: ...
    @property
    def labels(self) -> list[ScaleLabel]: ...
    @property
    def max(self) -> int: ...
    @property
    def min(self) -> int: ...
    @property
    def source(self) -> str: ...
    @property
    def top_from(self) -> int: ...

class Source:
    """
    Where wordings come from.
    """
    def __repr__(self) -> str: ...
    def _repr_html_(self) -> str:
        """
        The same for a notebook.
        """
    def citation(self) -> str: ...
    @property
    def authors(self) -> list[str]: ...
    @property
    def publisher(self) -> str: ...
    @property
    def section(self) -> str: ...
    @property
    def title(self) -> str: ...
    @property
    def year(self) -> int: ...

class Element:
    """
    A group of questions.
    """
    def __repr__(self) -> str: ...
    def _repr_html_(self) -> str:
        """
        The same for a notebook.
        """
    @property
    def description(self) -> LocalizedText | None: ...
    @property
    def id(self) -> str: ...
    @property
    def parent(self) -> str | None: ...
    @property
    def title(self) -> LocalizedText: ...

class Stage:
    """
    A stage of a dimension, 1 = lowest.
    """
    def _repr_html_(self) -> str:
        """
        The same for a notebook.
        """
    @property
    def description(self) -> LocalizedText: ...
    @property
    def stage(self) -> int: ...
    @property
    def title(self) -> LocalizedText: ...

class AudienceWording:
    """
    A question in own words for one audience.
    """
    @property
    def not_for(self) -> LocalizedText | None: ...
    @property
    def note(self) -> LocalizedText | None: ...
    @property
    def text(self) -> LocalizedText | None: ...

class Question:
    """
    A question, quoted exactly in Dutch.
    """
    def __repr__(self) -> str: ...
    def _repr_html_(self) -> str:
        """
        The same for a notebook.
        """
    def wording(self, audience: str) -> LocalizedText | None:
        """
        What an audience is asked; None when it is not asked this.
        """
    @property
    def audiences(self) -> dict[str, AudienceWording]:
        """
        Wordings for audiences other than professionals.
        """
    @property
    def closed_part(self) -> LocalizedText | None: ...
    @property
    def element(self) -> str: ...
    @property
    def form(self) -> str: ...
    @property
    def id(self) -> str: ...
    @property
    def open_part(self) -> LocalizedText | None: ...
    @property
    def ordering(self) -> str: ...
    @property
    def reverse(self) -> bool: ...
    @property
    def scale(self) -> str | None: ...
    @property
    def stages(self) -> list[Stage]: ...
    @property
    def text(self) -> LocalizedText: ...

class Instrument:
    """
    A questionnaire with its scales, elements, questions and source.
    """
    @staticmethod
    def parse(json: str, file: str = "instrument.json") -> Instrument:
        """
        Reads an instrument of your own; the schema is in docs/reference/instrument.schema.json.
        """
    def __repr__(self) -> str: ...
    def _repr_html_(self) -> str:
        """
        The same for a notebook.
        """
    def element(self, id: str) -> Element: ...
    def question(self, id: str) -> Question: ...
    def scale(self, id: str) -> Scale: ...
    def scale_of(self, question: str) -> Scale:
        """
        The scale as a rated question reads it: turned round, with the top box at the other side, when reversed.
        """
    @property
    def description(self) -> LocalizedText: ...
    @property
    def elements(self) -> list[Element]: ...
    @property
    def id(self) -> str: ...
    @property
    def json(self) -> str: ...
    @property
    def kind(self) -> str: ...
    @property
    def licence(self) -> str: ...
    @property
    def private(self) -> bool: ...
    @property
    def questions(self) -> list[Question]: ...
    @property
    def scales(self) -> list[Scale]: ...
    @property
    def source(self) -> Source: ...
    @property
    def title(self) -> LocalizedText: ...
    @property
    def validated(self) -> bool: ...
    @property
    def version(self) -> str: ...

class Advice:
    """
    Something a team could do, in houvast's own words.
    """
    def __repr__(self) -> str: ...
    def _repr_html_(self) -> str:
        """
        The same for a notebook.
        """
    @property
    def elements(self) -> list[str]: ...
    @property
    def factors(self) -> list[str]: ...
    @property
    def id(self) -> str: ...
    @property
    def questions(self) -> list[str]: ...
    @property
    def source_document(self) -> str: ...
    @property
    def source_section(self) -> str: ...
    @property
    def text(self) -> LocalizedText: ...

class Graph:
    """
    An immutable network: nodes 0 to n - 1 and ties between them. Self-ties (loops) are counted and otherwise left out of everything.
    """
    def __getstate__(self) -> tuple: ...
    def __init__(
        self,
        n: typing.SupportsInt | typing.SupportsIndex,
        sources: numpy.typing.ArrayLike | collections.abc.Set[int],
        targets: numpy.typing.ArrayLike | collections.abc.Set[int],
        *,
        directed: bool = False,
        weights: typing.Annotated[numpy.typing.ArrayLike, numpy.float64] | None = None,
        duplicates: str = "error",
    ) -> None:
        """
        n nodes and one tie per source and target. weights: one finite number per tie, or None (all 1). duplicates: what to do with the same tie twice: 'error', 'keep_max' or 'sum'.
        """
    def __repr__(self) -> str: ...
    def __setstate__(self, arg0: tuple) -> None: ...
    def _repr_html_(self) -> str:
        """
        The same for a notebook.
        """
    def edges(self) -> tuple:
        """
        Three arrays: sources, targets, weights; an undirected tie once, source < target.
        """
    def has_tie(
        self, source: typing.SupportsInt | typing.SupportsIndex, target: typing.SupportsInt | typing.SupportsIndex
    ) -> bool:
        """
        Whether there is a tie; a loop is no tie.
        """
    def neighbours(self, node: typing.SupportsInt | typing.SupportsIndex) -> numpy.typing.NDArray[numpy.int64]:
        """
        Ids of a node's neighbours in increasing order: where its arcs go when directed.
        """
    def symmetrized(self, mutual: bool = False) -> Graph:
        """
        Undirected graph with a tie where either arc is, or (mutual=True) where both are; the larger weight.
        """
    def transpose(self) -> Graph:
        """
        Every arc turned round.
        """
    def weight(
        self, source: typing.SupportsInt | typing.SupportsIndex, target: typing.SupportsInt | typing.SupportsIndex
    ) -> float | None:
        """
        Weight of a tie (1 when unweighted), None without a tie.
        """
    def without(self, removed: numpy.typing.ArrayLike | collections.abc.Set[int]) -> Graph:
        """
        The graph without some nodes (ids), the others renumbered in order.
        """
    @property
    def directed(self) -> bool:
        """
        Whether ties have a direction.
        """
    @property
    def loop_nodes(self) -> numpy.typing.NDArray[numpy.int64]:
        """
        The nodes with a tie to themselves, in increasing order.
        """
    @property
    def loops(self) -> int:
        """
        Number of nodes with a tie to themselves.
        """
    @property
    def nodes(self) -> int:
        """
        Number of nodes.
        """
    @property
    def ties(self) -> int:
        """
        Number of ties without loops: arcs when directed.
        """
    @property
    def weighted(self) -> bool:
        """
        Whether ties have weights.
        """

class Party:
    """
    Who takes part.
    """
    def __repr__(self) -> str: ...
    def _repr_html_(self) -> str:
        """
        The same for a notebook.
        """
    @property
    def asked(self) -> int: ...
    @property
    def attributes(self) -> dict[str, str]: ...
    @property
    def consent(self) -> bool | None: ...
    @property
    def domain(self) -> str: ...
    @property
    def expertise(self) -> list[str]: ...
    @property
    def id(self) -> str: ...
    @property
    def kind(self) -> str: ...
    @property
    def level(self) -> str: ...
    @property
    def mandates(self) -> list[str]: ...
    @property
    def motives(self) -> list[str]: ...
    @property
    def name(self) -> str: ...
    @property
    def organisation(self) -> str: ...
    @property
    def perspective(self) -> str: ...
    @property
    def roles(self) -> list[str]: ...
    @property
    def sector(self) -> str: ...

class Wave:
    """
    One round of asking.
    """
    def __repr__(self) -> str: ...
    def _repr_html_(self) -> str:
        """
        The same for a notebook.
        """
    @property
    def date(self) -> str: ...
    @property
    def id(self) -> str: ...
    @property
    def label(self) -> LocalizedText: ...

class Study:
    """
    One collaboration, measured in one or more waves.
    """
    @staticmethod
    def from_frames(
        header: collections.abc.Mapping[str, typing.Any] | str | bytes,
        *,
        parties: typing.Any,
        answers: typing.Any = None,
        ties: typing.Any = None,
        assessments: typing.Any = None,
        goals: typing.Any = None,
    ) -> Study:
        """
        A study from its header and tables; the same as `houvast.study_from_frames`.

        A table is a pandas or polars frame, anything with `__arrow_c_stream__`, a dict of columns (numpy, lists) or a list
        of dicts, with the columns of the study format. Missing values are empty cells.

        Parameters
        ----------
        header : dict, str or bytes
            What `study.json` holds; a dict may leave `schema` out.
        parties : table
            One row per party.
        answers : table, optional
            Long (one row per answer) or wide (one column per question); a missing answer was skipped.
        ties : table, optional
            One row per reported tie.
        assessments : table, optional
            One row per assessment of a dimension of Gerdes.
        goals : table, optional
            One row per goal or agreement.

        Returns
        -------
        Study
            The study, checked as a whole.

        Raises
        ------
        ValidationError
            HV-1xx and HV-2xx with everything that is wrong: table, row (1 is the first) and column.
        """
    def __repr__(self) -> str: ...
    def _repr_html_(self) -> str:
        """
        The same for a notebook.
        """
    def agenda(
        self,
        length: typing.SupportsInt | typing.SupportsIndex = 5,
        wave: str | None = None,
        by: str = "perspective",
        minimum_group: typing.SupportsInt | typing.SupportsIndex = 3,
        relation: str = "",
        level: typing.SupportsFloat | typing.SupportsIndex = 0.95,
    ) -> Agenda:
        """
        What to talk about next: an Agenda, in which six criteria take turns; edit it with without, with_question, moved.
        """
    def agenda_table(
        self,
        length: typing.SupportsInt | typing.SupportsIndex = 5,
        wave: str | None = None,
        by: str = "perspective",
        minimum_group: typing.SupportsInt | typing.SupportsIndex = 3,
        relation: str = "",
        level: typing.SupportsFloat | typing.SupportsIndex = 0.95,
        lang: str = "nl",
    ) -> Table:
        """
        The same as a table.
        """
    def agree(
        self,
        question: str | AgendaItem,
        what: str,
        owner: str,
        indicator: str = "",
        target: typing.SupportsFloat | typing.SupportsIndex | None = None,
        due: str = "",
    ) -> Study:
        """
        The study with an agreement about a question among its goals, under the first free id A1, A2, …
        """
    def agreement(
        self,
        by: str = "",
        wave: str | None = None,
        minimum_answered: tuple[
            typing.SupportsInt | typing.SupportsIndex, typing.SupportsInt | typing.SupportsIndex
        ] = (1, 2),
        level: typing.SupportsFloat | typing.SupportsIndex = 0.95,
        with_private: bool = False,
    ) -> Table:
        """
        Whether the members of a group agree among themselves.
        """
    def best_new_ties(
        self,
        k: typing.SupportsInt | typing.SupportsIndex = 3,
        goal: str = "domains",
        *,
        every: bool = False,
        steps: typing.SupportsInt | typing.SupportsIndex | None = None,
        relation: str = "",
        wave: str | None = None,
        combinations: typing.SupportsInt | typing.SupportsIndex = 100000,
        threads: typing.SupportsInt | typing.SupportsIndex = 1,
    ) -> graph.NewTies:
        """
        Which at most k new ties between parties do most for a goal; keeping a tie costs time.

        `goal`: "domains" (pairs of domains with a tie), "parents" (parties near parents and young people), a
        perspective (parties near those with it; every=True: near each of them), "no_single_point" (pairs separated
        when one party leaves) or "articulation_points". Only pairs that were told about and have no tie count.
        """
    def change(
        self,
        from_wave: str | None = None,
        to_wave: str | None = None,
        by: str = "",
        zeros: str = "wilcox",
        minimum_answered: tuple[
            typing.SupportsInt | typing.SupportsIndex, typing.SupportsInt | typing.SupportsIndex
        ] = (1, 2),
        level: typing.SupportsFloat | typing.SupportsIndex = 0.95,
        with_private: bool = False,
    ) -> Table:
        """
        Change of the same respondents, apart from who came and left.
        """
    def codebook(self) -> Table:
        """
        What each variable and value of the study is, in Dutch and English, and which codes are missing values.

        Returns
        -------
        Table
            One row per table, variable and value.
        """
    def contrasts(
        self,
        by: str = "perspective",
        wave: str | None = None,
        minimum_answered: tuple[
            typing.SupportsInt | typing.SupportsIndex, typing.SupportsInt | typing.SupportsIndex
        ] = (1, 2),
        level: typing.SupportsFloat | typing.SupportsIndex = 0.95,
        with_private: bool = False,
    ) -> Table:
        """
        All pairs of groups on every question and element.
        """
    def coverage(self, wave: str | None = None, relation: str = "") -> list[Finding]: ...
    def coverage_table(self, wave: str | None = None, relation: str = "", lang: str = "nl") -> Table: ...
    def crosswalk(
        self,
        by: str = "",
        wave: str | None = None,
        relation: str = "",
        level: typing.SupportsFloat | typing.SupportsIndex = 0.95,
        with_private: bool = False,
    ) -> Table:
        """
        What every instrument says about each of the six elements, side by side; never one number.
        """
    def explore(self, *, lang: str | None = None, wave: str | None = None, relation: str | None = None) -> typing.Any:
        """
        A map of the network and a board of the checks, in a notebook (extra `notebook`); exact, for inside use.

        Parameters
        ----------
        lang : str, optional
            Language of the words, one of `houvast.languages()`; None: the language of the study.
        wave : str, optional
            Id of the wave to begin with; None: the last one.
        relation : str, optional
            Relation to begin with; None: the first that was asked.

        Returns
        -------
        Explorer
            A widget of the package anywidget.

        Raises
        ------
        MissingExtraError
            HV-601 without anywidget.
        UnknownKeyError
            HV-503 for a language, HV-505 for a wave, HV-507 for a relation that does not exist.
        InvalidValueError
            HV-305 when nobody reported on the relation.
        """
    def gerdes(self, by: str = "", wave: str | None = None, object: str = "whole", per_object: bool = False) -> Table:
        """
        How assessors see each dimension of the whole collaboration, of a "pair" or of a "party"'s ties.
        """
    def gerdes_change(
        self,
        from_wave: str | None = None,
        to_wave: str | None = None,
        by: str = "",
        object: str = "whole",
        level: typing.SupportsFloat | typing.SupportsIndex = 0.95,
    ) -> Table:
        """
        Who came to see a later or an earlier stage: the same assessors in two waves.
        """
    def gerdes_contrasts(
        self,
        by: str = "perspective",
        wave: str | None = None,
        object: str = "whole",
        level: typing.SupportsFloat | typing.SupportsIndex = 0.95,
    ) -> Table:
        """
        Where groups see the stages differently: all pairs of groups on every dimension.
        """
    def gerdes_pairs(self, wave: str | None = None, object: str = "pair") -> Table:
        """
        What the two sides of each pair say; with object="party" a party about its own ties, and everybody else.
        """
    def gerdes_plot_data(
        self,
        by: str = "",
        wave: str | None = None,
        object: str = "whole",
        level: typing.SupportsFloat | typing.SupportsIndex = 0.95,
    ) -> Table:
        """
        What a Kiviat figure or dot profile draws: the share of every stage of every dimension.
        """
    def gerdes_reached(
        self,
        by: str = "",
        wave: str | None = None,
        object: str = "whole",
        share: tuple[typing.SupportsInt | typing.SupportsIndex, typing.SupportsInt | typing.SupportsIndex] = (2, 3),
        minimum: typing.SupportsInt | typing.SupportsIndex = 5,
        level: typing.SupportsFloat | typing.SupportsIndex = 0.95,
    ) -> Table:
        """
        Which stages a stated share of the assessors reaches, with those who do not know shown apart.
        """
    def gerdes_strengthening(
        self,
        complexity: str = "",
        wished: collections.abc.Mapping[str, typing.SupportsInt | typing.SupportsIndex] = {},
        by: str = "",
        wave: str | None = None,
        object: str = "whole",
        share: tuple[typing.SupportsInt | typing.SupportsIndex, typing.SupportsInt | typing.SupportsIndex] = (2, 3),
        minimum: typing.SupportsInt | typing.SupportsIndex = 5,
        level: typing.SupportsFloat | typing.SupportsIndex = 0.95,
        lang: str = "nl",
    ) -> Table:
        """
        Which dimensions qualify for strengthening, given whether the questions are "simple", "composite" or "complex".
        """
    def header_json(self) -> str:
        """
        study.json of the folder form.
        """
    def item_analysis(
        self,
        by: str = "",
        wave: str | None = None,
        minimum_answered: tuple[
            typing.SupportsInt | typing.SupportsIndex, typing.SupportsInt | typing.SupportsIndex
        ] = (1, 2),
        level: typing.SupportsFloat | typing.SupportsIndex = 0.95,
        with_private: bool = False,
    ) -> Table:
        """
        What each question does to its element.
        """
    def knockouts(
        self,
        by: str = "party",
        *,
        sets: typing.Any = None,
        relation: str = "",
        wave: str | None = None,
        lang: str = "nl",
    ) -> Table:
        """
        What the others lose when someone leaves: who becomes unreachable, how many parts are left, which expertise.

        `by`: "party", "organisation", "role" or an attribute; or `sets`: a dict of name to party ids, or a list
        of lists. In the order of the study: no ranking.
        """
    def multiplex(
        self,
        wave: str | None = None,
        relations: collections.abc.Sequence[str] = [],
        rule: str | None = None,
        minimum_strength: typing.SupportsFloat | typing.SupportsIndex = 0.0,
    ) -> Multiplex:
        """
        Which relations run between which parties, and how they overlap.
        """
    def need_matrix(self, wave: str | None = None, lang: str = "nl") -> Table:
        """
        Need x age x support level: who offers what, gaps and overlaps.
        """
    def network(
        self,
        relation: str | None = None,
        wave: str | None = None,
        rule: str | None = None,
        minimum_strength: typing.SupportsFloat | typing.SupportsIndex = 0.0,
        level: str = "party",
        response_bands: tuple[
            typing.SupportsFloat | typing.SupportsIndex, typing.SupportsFloat | typing.SupportsIndex
        ] = (0.8, 0.6),
    ) -> StudyNetwork:
        """
        Who works with whom. rule: "source", "either" ("maximum") or "both" ("minimum"); level: "party", or an attribute such as "organisation" or "domain" to take parties together; response_bands: the response from which numbers are usable, and usable with care.
        """
    def network_change(
        self,
        from_wave: str | None = None,
        to_wave: str | None = None,
        relation: str | None = None,
        rule: str | None = None,
        minimum_strength: typing.SupportsFloat | typing.SupportsIndex = 0.0,
    ) -> NetworkChange:
        """
        What stayed, came and went, over pairs observed in both waves (default: the last two).
        """
    def partners(self, wave: str | None = None, relation: str = "") -> Table:
        """
        Know-your-partner conditions P1 to P4 per pair: met, one_sided, unmet or unknown.
        """
    def partners_by_domain(self, wave: str | None = None, relation: str = "") -> Table:
        """
        Know-your-partner conditions P1 to P4 between each two domains: counts of ties.
        """
    def positions(self, wave: str | None = None, relation: str = "") -> dict: ...
    def progress(self, wave: str | None = None) -> Table:
        """
        How far every goal and agreement is: start, latest, target, share of the way, status, what it lacks.
        """
    def release(
        self,
        policy: str | Policy = "team",
        *,
        by: str = "perspective",
        agenda_length: int = 5,
        goals: str = "counts",
        complexity: str | None = None,
    ) -> Release:
        """
        What may be shown to others under a policy.

        Parameters
        ----------
        policy : str or Policy
            "team" (groups of 5 people or more), "external" (10 or more), or a Policy with a threshold of its own.
        by : str
            The one attribute that released scores and networks are split by; "" for totals only, networks by domain.
        agenda_length : int
            Questions on the agenda at most; 1 or more.
        goals : str
            "counts" tells how many goals and agreements there are; "text" gives them in their own words, with their values.
        complexity : str, optional
            "simple", "composite" or "complex": adds which dimensions of Gerdes suit such questions.

        Returns
        -------
        Release
            Numbers in bands, rounded shares, and claims: everything that may leave, and nothing else.

        Raises
        ------
        UnknownKeyError
            HV-402 for a policy, HV-506 for an attribute that does not exist.
        InvalidValueError
            HV-302 for a length below 1, HV-303 for another choice of goals or complexity.
        """
    def reliability(
        self,
        by: str = "",
        wave: str | None = None,
        minimum_answered: tuple[
            typing.SupportsInt | typing.SupportsIndex, typing.SupportsInt | typing.SupportsIndex
        ] = (1, 2),
        level: typing.SupportsFloat | typing.SupportsIndex = 0.95,
        with_private: bool = False,
    ) -> Table:
        """
        Whether the questions of an element measure one thing.
        """
    def save(self, path: str | os.PathLike[str], tables: str = "csv") -> pathlib.Path:
        """
        Writes the study; exact data, for inside use. `houvast.load` reads it back without loss.

        Parameters
        ----------
        path : path
            A folder, or one file when it ends in .json or .xlsx (extra `excel`).
        tables : str
            How a folder holds its tables: "csv", or "parquet" (extra `frames`).

        Returns
        -------
        pathlib.Path
            Where it was written.

        Raises
        ------
        InvalidValueError
            HV-303 for another kind of tables.
        MissingExtraError
            HV-601 when the extra is not installed.
        """
    def scores(
        self,
        by: str = "",
        wave: str | None = None,
        minimum_answered: tuple[
            typing.SupportsInt | typing.SupportsIndex, typing.SupportsInt | typing.SupportsIndex
        ] = (1, 2),
        level: typing.SupportsFloat | typing.SupportsIndex = 0.95,
        with_private: bool = False,
        mean: bool = False,
        seed: typing.SupportsInt | typing.SupportsIndex = 0,
    ) -> Table:
        """
        How each group answers each question and element; with mean=True also means with a bootstrap interval.
        """
    def tables(self) -> dict:
        """
        Table name → (columns, rows) of the folder form.
        """
    def term_title(self, attribute: str, id: str, lang: str) -> str:
        """
        The words for a value of an attribute.
        """
    def tidy_answers(self, lang: str = "nl") -> Table:
        """
        One row per wave, respondent and question: what happened, the value and its label.
        """
    def to_frames(self, kind: str = "pandas") -> dict[str, typing.Any]:
        """
        The tables of the study as data frames (extra `frames`); exact data, for inside use.

        `houvast.study_from_frames(study.header_json(), **study.to_frames())` reads them back without loss.

        Parameters
        ----------
        kind : str
            "pandas", "polars" or "arrow".

        Returns
        -------
        dict
            Table name to frame, with the columns of the study format.

        Raises
        ------
        InvalidValueError
            HV-303 for another kind.
        MissingExtraError
            HV-601 when the extra is not installed.
        """
    def to_json(self) -> str:
        """
        The one-file form.
        """
    def to_r(self, folder: str | os.PathLike[str]) -> pathlib.Path:
        """
        Writes the answers for R; exact data, for inside use.

        Parameters
        ----------
        folder : path
            Gets tidy answers and parties as CSV, a codebook, and a script that reads them with factors.

        Returns
        -------
        pathlib.Path
            The folder.
        """
    def to_sav(self, path: str | os.PathLike[str], lang: str = "nl") -> pathlib.Path:
        """
        Writes the answers as SPSS .sav (extra `spss`); exact data, for inside use.

        One row per respondent and wave, one variable per question with its wording and value labels; don't know, not
        applicable, refused, skipped and not asked are declared missing values.

        Parameters
        ----------
        path : path
            The file; `intern` is added to its name where it is not there already.
        lang : str
            Language of the labels, one of `houvast.languages()`.

        Returns
        -------
        pathlib.Path
            Where it was written.

        Raises
        ------
        UnknownKeyError
            HV-503 for a language that does not exist.
        ValidationError
            HV-302 for a text that is longer than SPSS holds.
        MissingExtraError
            HV-601 when the extra is not installed.
        """
    def two_mode(self, kind: str = "expertise", wave: str | None = None) -> TwoMode:
        """
        Parties and their "expertise", or parties and the "questions" they answered.
        """
    def unit_scores(
        self,
        by: str = "",
        wave: str | None = None,
        unit: str = "organisations",
        weights: typing.Annotated[numpy.typing.ArrayLike, numpy.float64] | None = None,
        minimum_answered: tuple[
            typing.SupportsInt | typing.SupportsIndex, typing.SupportsInt | typing.SupportsIndex
        ] = (1, 2),
        level: typing.SupportsFloat | typing.SupportsIndex = 0.95,
        with_private: bool = False,
    ) -> Table:
        """
        Scores in which every unit, or every weight, counts the same.
        """
    def voice(self, wave: str | None = None, relation: str = "") -> Table:
        """
        Per perspective: share of parties, people asked, answers, ties and in-between positions, with parity (1 = equal).
        """
    def what_if(
        self,
        remove: collections.abc.Sequence[str] = [],
        add: collections.abc.Sequence[dict] = [],
        ties: list = [],
        wave: str | None = None,
        relation: str = "",
    ) -> Scenario:
        """
        What changes in the coverage when parties (ids) leave, parties (dicts) join, and ties (pairs of ids) are made.
        """
    @property
    def answers(self) -> int:
        """
        Number of coded answers over all waves.
        """
    @property
    def asked_known(self) -> bool:
        """
        Whether the parties table tells how many people were asked; if not, `asked` is at least so many.
        """
    @property
    def attributes(self) -> list[str]:
        """
        What results may be split by.
        """
    @property
    def fictional(self) -> bool: ...
    @property
    def id(self) -> str: ...
    @property
    def instruments(self) -> list[Instrument]: ...
    @property
    def language(self) -> str: ...
    @property
    def parties(self) -> list[Party]: ...
    @property
    def profile_json(self) -> str:
        """
        What the ecosystem is made of, as JSON.
        """
    @property
    def relations(self) -> list[str]: ...
    @property
    def respondents(self) -> int:
        """
        Number of respondents over all waves.
        """
    @property
    def source(self) -> str: ...
    @property
    def title(self) -> LocalizedText: ...
    @property
    def waves(self) -> list[Wave]: ...

class TableField:
    """
    One column of a table of the study format.
    """
    def __repr__(self) -> str: ...
    def say(self, lang: str) -> str:
        """
        What it means, in a language.
        """
    @property
    def kind(self) -> str:
        """
        What its cells hold: text, list (parts with a semicolon between them), flag (yes or no), whole or number.
        """
    @property
    def meaning(self) -> Claim:
        """
        What it means, as data.
        """
    @property
    def name(self) -> str: ...
    @property
    def of(self) -> str:
        """
        What its cells name: parties, waves, relations, elements, dimensions, stages, party_kinds, goal_kinds, or a vocabulary of the profile such as domains; empty: nothing declared elsewhere.
        """
    @property
    def required(self) -> bool:
        """
        Whether the column has to be there.
        """

class StudyTable:
    """
    One table of the study format, with its columns in order.
    """
    def __repr__(self) -> str: ...
    def field(self, column: str) -> TableField:
        """
        A column by name; a further one, and one that the format does not name, too.
        """
    @property
    def fields(self) -> list[TableField]: ...
    @property
    def name(self) -> str: ...
    @property
    def prefix(self) -> str:
        """
        What further columns begin with; empty when there are none.
        """

class NetworkResponse:
    """
    Who reported, and how far that lets the numbers be read.
    """
    def __repr__(self) -> str: ...
    def _repr_html_(self) -> str:
        """
        The same for a notebook.
        """
    @property
    def asked(self) -> int:
        """
        Parties; at least so many when who was asked is not known.
        """
    @property
    def asked_known(self) -> bool: ...
    @property
    def band(self) -> str:
        """
        "usable", "with care" or "only bounds".
        """
    @property
    def claims(self) -> list[Claim]:
        """
        The same as data.
        """
    @property
    def reason(self) -> LocalizedText:
        """
        Why this band, with the numbers.
        """
    @property
    def reported(self) -> int: ...
    @property
    def share(self) -> float | None:
        """
        Nothing when who was asked is not known.
        """

class NetworkView:
    """
    Some ties of a network, to look at; it has no metrics.
    """
    def __getattr__(self, arg0: str) -> typing.Any: ...
    def __repr__(self) -> str: ...
    def _repr_html_(self) -> str:
        """
        The same for a notebook.
        """
    @property
    def disagreements(self) -> Table: ...
    @property
    def parties(self) -> Table:
        """
        Rows of the network's table; numbers are of the whole network.
        """
    @property
    def perspectives(self) -> list[str]: ...
    @property
    def ties(self) -> Table: ...

class StudyNetwork:
    """
    Who works with whom in one wave; exact, for inside use.
    """
    def __repr__(self) -> str: ...
    def _repr_html_(self) -> str:
        """
        The same for a notebook.
        """
    def centralization(self, kind: str = "in_degree") -> Estimate:
        """
        With bounds under silence in details; refused where silence decides it.
        """
    def reciprocity(self, definition: str = "edgewise") -> Estimate:
        """
        Over pairs of which both sides gave their own word; else undefined.
        """
    def view(self, perspectives: str | collections.abc.Sequence[str], both_ends: bool = False) -> NetworkView:
        """
        The ties of some perspectives, to look at; numbers stay those of the whole network.
        """
    def write(self, path: str | os.PathLike[str], format: str | None = None) -> pathlib.Path:
        """
        Writes the network for other programs, with names and attributes of parties; exact data, for inside use.

        Nodes are called by party id and ties weigh their strength. The other columns of `parties` (name, domain, ...) are
        attributes in graphml, gexf and json; the other formats hold ids only.

        Parameters
        ----------
        path : path
            The file.
        format : str, optional
            One of `houvast.graphs.FORMATS`; None: by the ending of the path (.csv is a list of ties).

        Returns
        -------
        pathlib.Path
            Where it was written.

        Raises
        ------
        InvalidValueError
            HV-153 for what the format cannot hold, HV-303 for an unknown format or ending.
        MissingExtraError
            HV-601 for GraphML and GEXF without the extra `network`.
        """
    @property
    def articulation_points(self) -> dict:
        """
        Party id → ids that lose contact with the largest part when it leaves.
        """
    @property
    def components(self) -> list[int]:
        """
        Sizes of the connected parts, by the ties that were told.
        """
    @property
    def components_bounds(self) -> tuple[int, int]:
        """
        Fewest and most connected parts, whatever holds for the dyads that nobody told about.
        """
    @property
    def confirmation(self) -> Estimate:
        """
        Share of ties named by one side that the other side names too.
        """
    @property
    def density(self) -> Estimate:
        """
        Over observed dyads, with bounds in details.
        """
    @property
    def disagreements(self) -> Table:
        """
        Pairs of parties that say different things about the same tie.
        """
    @property
    def graph(self) -> Graph:
        """
        The network as a Graph, nodes in the order of `party_ids`; it knows nothing of silence.
        """
    @property
    def groups(self) -> Table | None:
        """
        Of a network of groups: pairs of members between and inside groups; None for a network of parties.
        """
    @property
    def isolated(self) -> list[str]: ...
    @property
    def level(self) -> str: ...
    @property
    def metrics(self) -> Table:
        """
        One row per number: value, low, high, n, definition, reason.
        """
    @property
    def parties(self) -> Table:
        """
        One row per party, or per group.
        """
    @property
    def party_ids(self) -> list[str]:
        """
        Nodes: party ids, or names of groups.
        """
    @property
    def relation(self) -> str: ...
    @property
    def response(self) -> NetworkResponse:
        """
        Share of the parties asked that reported, with its band and the reason for it.
        """
    @property
    def rule(self) -> str: ...
    @property
    def silent(self) -> list[str]:
        """
        Parties that were asked and gave no report.
        """
    @property
    def ties(self) -> Table:
        """
        One row per tie.
        """
    @property
    def unknown_ties(self) -> list[str]:
        """
        Silent parties that nobody names.
        """
    @property
    def wave(self) -> str: ...

class NetworkChange:
    """
    One relation in two waves; exact, for inside use.
    """
    def __repr__(self) -> str: ...
    def _repr_html_(self) -> str:
        """
        The same for a notebook.
        """
    def churn(self, by: str = "domain") -> Table:
        """
        One row per pair of groups.
        """
    @property
    def from_wave(self) -> str: ...
    @property
    def hamming(self) -> Estimate:
        """
        (new + lost) / pairs; detail `count` = new + lost.
        """
    @property
    def jaccard(self) -> Estimate:
        """
        kept / (kept + new + lost).
        """
    @property
    def kept(self) -> int: ...
    @property
    def lost(self) -> int: ...
    @property
    def never(self) -> int: ...
    @property
    def new(self) -> int: ...
    @property
    def not_compared(self) -> Table:
        """
        Why some pairs say nothing about change: who joined, left or was silent.
        """
    @property
    def pairs(self) -> int:
        """
        Pairs observed in both waves.
        """
    @property
    def party_ids(self) -> list[str]:
        """
        Parties in both waves.
        """
    @property
    def relation(self) -> str: ...
    @property
    def strengthened(self) -> int:
        """
        Kept and stronger.
        """
    @property
    def ties(self) -> Table:
        """
        One row per compared pair with a tie in at least one wave.
        """
    @property
    def to_wave(self) -> str: ...
    @property
    def weakened(self) -> int:
        """
        Kept and weaker.
        """

class Multiplex:
    """
    Several relations of one wave side by side; exact, for inside use.
    """
    def __repr__(self) -> str: ...
    def _repr_html_(self) -> str:
        """
        The same for a notebook.
        """
    @property
    def directed(self) -> bool:
        """
        Whether arcs are compared, or pairs whatever the direction.
        """
    @property
    def overlap(self) -> Table:
        """
        One row per two relations, over pairs observed in both.
        """
    @property
    def pairs(self) -> Table:
        """
        One row per pair with a tie: which relations.
        """
    @property
    def parties(self) -> Table:
        """
        One row per party: partners in two or more relations.
        """
    @property
    def relations(self) -> list[str]: ...
    @property
    def wave(self) -> str: ...

class TwoMode:
    """
    Parties and what they have or answered; exact, for inside use.
    """
    def __repr__(self) -> str: ...
    def _repr_html_(self) -> str:
        """
        The same for a notebook.
        """
    def degrees(self, side: str = "parties") -> Table:
        """
        One row per party or item.
        """
    def projection(self, side: str = "parties") -> Graph:
        """
        The same as a Graph, weights = how many are shared.
        """
    def shared(self, side: str = "parties") -> Table:
        """
        How many items two parties share, or how many parties two items.
        """
    @property
    def density(self) -> Estimate:
        """
        Over parties that told, with bounds in details.
        """
    @property
    def incidence(self) -> Table:
        """
        One row per party and item that go together.
        """
    @property
    def items(self) -> list[str]: ...
    @property
    def kind(self) -> str: ...
    @property
    def party_ids(self) -> list[str]: ...
    @property
    def wave(self) -> str: ...

class ColumnTable:
    """
    A table of texts in columns, each distinct text kept once.
    """
    def __len__(self) -> int: ...
    def __repr__(self) -> str: ...
    def drop(self, names: collections.abc.Sequence[str]) -> None:
        """
        Removes columns.
        """
    @property
    def columns(self) -> list[str]: ...
    @property
    def file(self) -> str: ...
    @property
    def name(self) -> str: ...

class Tally:
    """
    Counts of answers that can be added up; exact, for inside use.
    """

    __hash__: typing.ClassVar[None] = None
    @staticmethod
    def from_bytes(bytes: bytes, instrument: Instrument) -> Tally:
        """
        A tally from its bytes, for the very instrument it was made for.
        """
    def __eq__(self, arg0: typing.Any) -> bool: ...
    def __init__(
        self,
        instrument: Instrument,
        groups: collections.abc.Sequence[str] = [""],
        waves: collections.abc.Sequence[str] = [""],
        pairs: bool = True,
        minimum_answered: tuple[
            typing.SupportsInt | typing.SupportsIndex, typing.SupportsInt | typing.SupportsIndex
        ] = (1, 2),
    ) -> None: ...
    def __repr__(self) -> str: ...
    def _repr_html_(self) -> str:
        """
        The same for a notebook.
        """
    def finalize(self, level: typing.SupportsFloat | typing.SupportsIndex = 0.95) -> Table:
        """
        Scores per wave, question or element, and group: the columns of study.scores that follow from counts.
        """
    def merge(self, other: Tally) -> None:
        """
        Adds the counts of another tally.
        """
    def reliability(self, level: typing.SupportsFloat | typing.SupportsIndex = 0.95) -> Table:
        """
        Cronbach's alpha (pairwise) with Feldt's interval per wave, element and group.
        """
    def to_bytes(self) -> bytes:
        """
        The whole state, the same on every machine.
        """
    def update(
        self,
        answers: typing.Any,
        groups: typing.Any = 0,
        waves: typing.Any = 0,
        threads: typing.SupportsInt | typing.SupportsIndex = 1,
    ) -> None:
        """
        Adds answers, one byte each: a table respondents × questions, or a dict of columns by question id. 0..249 = value minus the scale's minimum, 250 don't know, 251 not applicable, 252 refused, 253 skipped, 254 not asked. Bytes (uint8) enter without a copy. Groups and waves: a label, a code, or a code per respondent.
        """
    def update_long(
        self,
        respondent: typing.Any,
        question: typing.Any,
        code: typing.Any,
        respondents: typing.SupportsInt | typing.SupportsIndex,
        groups: typing.Any = 0,
        waves: typing.Any = 0,
        threads: typing.SupportsInt | typing.SupportsIndex = 1,
    ) -> None:
        """
        Adds a long list: row i says that respondent[i] answered question[i] with code[i]. All answers of a respondent come in one call; a question without a row was skipped.
        """
    @property
    def groups(self) -> list[str]: ...
    @property
    def instrument(self) -> Instrument: ...
    @property
    def questions(self) -> list[str]:
        """
        The rated questions, in the order that columns count in.
        """
    @property
    def respondents(self) -> int:
        """
        How many respondents returned the instrument.
        """
    @property
    def waves(self) -> list[str]: ...

class Check:
    """
    One of the questions that coverage puts to a study.
    """
    def __repr__(self) -> str: ...
    @property
    def id(self) -> str: ...
    @property
    def needs(self) -> list[str]:
        """
        What it cannot judge without, or to whom it applies.
        """
    @property
    def questions(self) -> list[str]:
        """
        Questions of the instruments that it makes concrete.
        """
    @property
    def reads(self) -> list[str]:
        """
        What else it looks at.
        """
    @property
    def rule(self) -> LocalizedText:
        """
        The rule with its thresholds.
        """
    @property
    def settles(self) -> LocalizedText:
        """
        What would settle it when something of these is not there.
        """
    @property
    def title(self) -> LocalizedText: ...

class Evidence:
    """
    One fact behind a finding.
    """
    def __repr__(self) -> str: ...
    def _repr_html_(self) -> str:
        """
        The same for a notebook.
        """
    @property
    def id(self) -> str: ...
    @property
    def kind(self) -> str: ...
    @property
    def of(self) -> str: ...
    @property
    def role(self) -> str: ...
    @property
    def value(self) -> float | None: ...

class Finding:
    """
    The outcome of one check.
    """
    def __repr__(self) -> str: ...
    def _repr_html_(self) -> str:
        """
        The same for a notebook.
        """
    @property
    def check(self) -> str: ...
    @property
    def claims(self) -> list[Claim]:
        """
        What was found, as data.
        """
    @property
    def evidence(self) -> list[Evidence]: ...
    @property
    def needed(self) -> LocalizedText:
        """
        What would settle an unknown; else empty.
        """
    @property
    def questions(self) -> list[str]: ...
    @property
    def rule(self) -> LocalizedText:
        """
        The rule with its thresholds.
        """
    @property
    def sentence(self) -> LocalizedText:
        """
        The claims in words.
        """
    @property
    def status(self) -> str: ...
    @property
    def title(self) -> LocalizedText: ...

class FindingChange:
    """
    A check whose status or evidence is different after a change.
    """
    def __repr__(self) -> str: ...
    def _repr_html_(self) -> str:
        """
        The same for a notebook.
        """
    @property
    def after(self) -> str: ...
    @property
    def before(self) -> str: ...
    @property
    def came(self) -> list[Evidence]:
        """
        Evidence only after.
        """
    @property
    def check(self) -> str: ...
    @property
    def gone(self) -> list[Evidence]:
        """
        Evidence only before.
        """

class Scenario:
    """
    The ecosystem before and after a change; exact, for inside use.
    """
    def __repr__(self) -> str: ...
    def _repr_html_(self) -> str:
        """
        The same for a notebook.
        """
    def table(self, lang: str = "nl") -> Table:
        """
        One row per changed check.
        """
    @property
    def after(self) -> list[Finding]: ...
    @property
    def before(self) -> list[Finding]: ...
    @property
    def changes(self) -> list[FindingChange]: ...
    @property
    def study(self) -> Study:
        """
        The study after the change.
        """

class AgendaItem:
    """
    One question to talk about, with what put it there; exact.
    """
    def __repr__(self) -> str: ...
    def _repr_html_(self) -> str:
        """
        The same for a notebook.
        """
    @property
    def advice(self) -> list[Advice]:
        """
        At most three pieces of advice, each with its source.
        """
    @property
    def change(self) -> typing.Any:
        """
        What became of it since the wave before, as in study.change.
        """
    @property
    def claims(self) -> list[Claim]:
        """
        The reason with its numbers, as data.
        """
    @property
    def difference(self) -> typing.Any:
        """
        The surest difference between two groups, as in study.contrasts.
        """
    @property
    def dont_know_share(self) -> float | None: ...
    @property
    def element(self) -> str: ...
    @property
    def findings(self) -> list[Finding]:
        """
        Coverage findings that name the question.
        """
    @property
    def highest_group(self) -> typing.Any:
        """
        Who gives the most high answers.
        """
    @property
    def instrument(self) -> str: ...
    @property
    def lowest_group(self) -> typing.Any:
        """
        Who gives the fewest high answers: dict with group, n and top_box; None when groups are not compared.
        """
    @property
    def n(self) -> int:
        """
        Number of answers.
        """
    @property
    def opening(self) -> LocalizedText:
        """
        A way to open the conversation.
        """
    @property
    def question(self) -> str: ...
    @property
    def ranks(self) -> dict:
        """
        Criterion → rank, 1 = strongest.
        """
    @property
    def reason(self) -> str: ...
    @property
    def score(self) -> float:
        """
        How strongly the reason applies, 0 to 1.
        """
    @property
    def scores(self) -> dict:
        """
        Criterion → score, if above 0.
        """
    @property
    def text(self) -> LocalizedText:
        """
        The exact Dutch wording, and the English.
        """
    @property
    def top_box(self) -> float | None:
        """
        Everybody's top-box share; None when there are no answers.
        """
    @property
    def why(self) -> LocalizedText:
        """
        The reason in words, with its numbers.
        """

class Agenda:
    """
    Questions to talk about next: a sequence of AgendaItem that you can edit; exact, for inside use.
    """
    @staticmethod
    def _repr_html_(agenda: Agenda) -> str:
        """
        The questions with why they are here, who sees them differently, an opening and advice; escaped.
        """
    def __contains__(self, arg0: str | AgendaItem) -> bool: ...
    @typing.overload
    def __getitem__(self, arg0: typing.SupportsInt | typing.SupportsIndex) -> AgendaItem: ...
    @typing.overload
    def __getitem__(self, arg0: slice) -> typing.Any: ...
    def __iter__(self) -> collections.abc.Iterator: ...
    def __len__(self) -> int: ...
    def __repr__(self) -> str: ...
    def agree(
        self,
        question: str | AgendaItem,
        what: str,
        owner: str,
        indicator: str = "",
        target: typing.SupportsFloat | typing.SupportsIndex | None = None,
        due: str = "",
    ) -> Study:
        """
        The study with an agreement about a question among its goals; save it with study.save.
        """
    def moved(self, question: str | AgendaItem, place: typing.SupportsInt | typing.SupportsIndex) -> Agenda:
        """
        Moves a question to another place, from 1.
        """
    def table(self, lang: str = "nl") -> Table:
        """
        One row per question on the agenda.
        """
    def with_question(self, question: str, place: typing.SupportsInt | typing.SupportsIndex | None = None) -> Agenda:
        """
        Puts a question of your own choice on it, at a place from 1 or last; the others stay.
        """
    def without(self, question: str | AgendaItem) -> Agenda:
        """
        Leaves a question out; the next in turn takes a place.
        """
    @property
    def by(self) -> str:
        """
        The attribute whose groups are compared.
        """
    @property
    def candidates(self) -> Table:
        """
        One row per question that could be here: score and rank per criterion, and whether it was chosen.
        """
    @property
    def study(self) -> Study: ...

class Policy:
    """
    What may leave, and for whom.
    """
    @staticmethod
    def named(name: str) -> Policy:
        """
        "team" (5) or "external" (10).
        """
    def __init__(self, name: str, threshold: typing.SupportsInt | typing.SupportsIndex) -> None:
        """
        Raises DisclosureError HV-401 when the threshold is below 5.
        """
    def __repr__(self) -> str: ...
    def _repr_html_(self) -> str:
        """
        The same for a notebook.
        """
    @property
    def name(self) -> str: ...
    @property
    def threshold(self) -> int: ...

class ReleasedShare:
    """
    A share as it may leave: a rounded value with interval, or only a band.
    """
    def _repr_html_(self) -> str:
        """
        The same for a notebook.
        """
    @property
    def high(self) -> float: ...
    @property
    def low(self) -> float: ...
    @property
    def value(self) -> float | None: ...

class ReleasedBin:
    """
    A part of a distribution after collapsing small categories.
    """
    def _repr_html_(self) -> str:
        """
        The same for a notebook.
        """
    @property
    def from_value(self) -> int: ...
    @property
    def share(self) -> float: ...
    @property
    def to_value(self) -> int: ...

class ReleasedScore:
    """
    What may be told of one group's answers to one question or element.
    """
    def _repr_html_(self) -> str:
        """
        The same for a notebook.
        """
    @property
    def distribution(self) -> typing.Any: ...
    @property
    def dont_know(self) -> typing.Any: ...
    @property
    def group(self) -> str: ...
    @property
    def id(self) -> str: ...
    @property
    def instrument(self) -> str: ...
    @property
    def kind(self) -> str: ...
    @property
    def median_high(self) -> typing.Any: ...
    @property
    def median_low(self) -> typing.Any: ...
    @property
    def n_band(self) -> typing.Any: ...
    @property
    def shown(self) -> bool: ...
    @property
    def top(self) -> typing.Any: ...
    @property
    def wave(self) -> str: ...

class ReleasedResponse:
    """
    Who was asked and who answered.
    """
    def _repr_html_(self) -> str:
        """
        The same for a notebook.
        """
    @property
    def asked_band(self) -> typing.Any: ...
    @property
    def group(self) -> str: ...
    @property
    def instrument(self) -> str: ...
    @property
    def is_total(self) -> bool: ...
    @property
    def respondents_band(self) -> typing.Any: ...
    @property
    def share(self) -> typing.Any: ...
    @property
    def shown(self) -> bool: ...
    @property
    def wave(self) -> str: ...

class ReleasedStage:
    """
    The distribution of one dimension over its stages.
    """
    def _repr_html_(self) -> str:
        """
        The same for a notebook.
        """
    @property
    def dimension(self) -> str: ...
    @property
    def distribution(self) -> typing.Any: ...
    @property
    def dont_know(self) -> typing.Any: ...
    @property
    def inferred_order(self) -> bool: ...
    @property
    def n_band(self) -> typing.Any: ...
    @property
    def shown(self) -> bool: ...
    @property
    def wave(self) -> str: ...

class ReleasedStrengthening:
    """
    Whether one dimension qualifies for strengthening, without numbers of people.
    """
    def _repr_html_(self) -> str:
        """
        The same for a notebook.
        """
    @property
    def claims(self) -> typing.Any: ...
    @property
    def dimension(self) -> str: ...
    @property
    def inferred_order(self) -> bool: ...
    @property
    def sentence(self) -> typing.Any: ...
    @property
    def shown(self) -> bool: ...
    @property
    def status(self) -> typing.Any: ...
    @property
    def to_description(self) -> typing.Any: ...
    @property
    def to_stage(self) -> typing.Any: ...
    @property
    def to_title(self) -> typing.Any: ...
    @property
    def wave(self) -> str: ...
    @property
    def wished(self) -> int: ...
    @property
    def wished_title(self) -> LocalizedText: ...

class ReleasedReliability:
    """
    How well the questions of an element go together, from 30 people.
    """
    def _repr_html_(self) -> str:
        """
        The same for a notebook.
        """
    @property
    def alpha(self) -> typing.Any: ...
    @property
    def element(self) -> str: ...
    @property
    def high(self) -> typing.Any: ...
    @property
    def instrument(self) -> str: ...
    @property
    def items(self) -> int: ...
    @property
    def low(self) -> typing.Any: ...
    @property
    def n_band(self) -> typing.Any: ...
    @property
    def shown(self) -> bool: ...
    @property
    def wave(self) -> str: ...

class ReleasedGoal:
    """
    One goal or agreement in its own words.
    """
    def _repr_html_(self) -> str:
        """
        The same for a notebook.
        """
    @property
    def indicator(self) -> str: ...
    @property
    def kind(self) -> str: ...
    @property
    def latest(self) -> float | None: ...
    @property
    def owner(self) -> LocalizedText: ...
    @property
    def secured(self) -> bool | None: ...
    @property
    def start(self) -> float | None: ...
    @property
    def status(self) -> str: ...
    @property
    def target(self) -> float | None: ...
    @property
    def title(self) -> str: ...

class ReleasedGoals:
    """
    What became of the goals and agreements that serve one element, counted.
    """
    def _repr_html_(self) -> str:
        """
        The same for a notebook.
        """
    @property
    def away(self) -> int: ...
    @property
    def element(self) -> str: ...
    @property
    def goals(self) -> list[ReleasedGoal]: ...
    @property
    def not_yet(self) -> int: ...
    @property
    def on_the_way(self) -> int: ...
    @property
    def reached(self) -> int: ...
    @property
    def secured(self) -> int: ...
    @property
    def total(self) -> int: ...
    @property
    def unknown(self) -> int: ...
    @property
    def wave(self) -> str: ...
    @property
    def without_indicator(self) -> int: ...
    @property
    def without_owner(self) -> int: ...
    @property
    def without_target(self) -> int: ...

class ReleasedFinding:
    """
    The outcome of one check, with names only where there is consent.
    """
    def _repr_html_(self) -> str:
        """
        The same for a notebook.
        """
    @property
    def check(self) -> str: ...
    @property
    def claims(self) -> list[Claim]:
        """
        What was found, as data.
        """
    @property
    def needed(self) -> LocalizedText:
        """
        What would settle an unknown; else empty.
        """
    @property
    def questions(self) -> list[str]: ...
    @property
    def relation(self) -> str: ...
    @property
    def rule(self) -> LocalizedText:
        """
        The rule with its thresholds.
        """
    @property
    def sentence(self) -> LocalizedText:
        """
        The claims in words.
        """
    @property
    def status(self) -> str: ...
    @property
    def title(self) -> LocalizedText: ...
    @property
    def wave(self) -> str: ...

class ReleasedBlock:
    """
    Ties between two groups of parties, or inside one.
    """
    def _repr_html_(self) -> str:
        """
        The same for a notebook.
        """
    @property
    def density(self) -> typing.Any: ...
    @property
    def from_group(self) -> str: ...
    @property
    def shown(self) -> bool: ...
    @property
    def to_group(self) -> str: ...

class ReleasedNetwork:
    """
    The numbers of one relation in one wave.
    """
    def _repr_html_(self) -> str:
        """
        The same for a notebook.
        """
    @property
    def asked_band(self) -> typing.Any: ...
    @property
    def blocks(self) -> list[ReleasedBlock]: ...
    @property
    def complete(self) -> typing.Any: ...
    @property
    def cut_names(self) -> typing.Any: ...
    @property
    def cut_parties(self) -> typing.Any: ...
    @property
    def density(self) -> typing.Any: ...
    @property
    def density_high(self) -> typing.Any: ...
    @property
    def density_low(self) -> typing.Any: ...
    @property
    def directed(self) -> bool: ...
    @property
    def groups(self) -> list[str]: ...
    @property
    def isolated(self) -> typing.Any: ...
    @property
    def parties(self) -> typing.Any: ...
    @property
    def parts(self) -> typing.Any: ...
    @property
    def relation(self) -> str: ...
    @property
    def reported(self) -> typing.Any: ...
    @property
    def reported_band(self) -> typing.Any: ...
    @property
    def response(self) -> typing.Any: ...
    @property
    def response_share(self) -> typing.Any: ...
    @property
    def shown(self) -> bool: ...
    @property
    def ties(self) -> typing.Any: ...
    @property
    def title(self) -> LocalizedText: ...
    @property
    def wave(self) -> str: ...

class ReleasedAgendaItem:
    """
    One question to talk about, with what may be told of it.
    """
    def _repr_html_(self) -> str:
        """
        The same for a notebook.
        """
    @property
    def advice(self) -> list[Advice]: ...
    @property
    def claims(self) -> list[Claim]:
        """
        The same as data.
        """
    @property
    def element(self) -> str: ...
    @property
    def highest_group(self) -> ReleasedScore | None: ...
    @property
    def lowest_group(self) -> ReleasedScore | None: ...
    @property
    def opening(self) -> LocalizedText:
        """
        A way to open the conversation.
        """
    @property
    def question(self) -> str: ...
    @property
    def reason(self) -> str: ...
    @property
    def total(self) -> ReleasedScore: ...

class Release:
    """
    Everything about a study that may be shown to others under a policy.
    """
    def __repr__(self) -> str: ...
    def _repr_html_(self) -> str:
        """
        The same for a notebook.
        """
    def claims(self) -> list[houvast.release.claims.Statement]:
        """
        Everything that the report says about the data.

        Returns
        -------
        list of Statement
            Each with its id and arguments, to be said in any language: `.say(lang)`.
        """
    def document(self) -> dict[str, typing.Any]:
        """
        The release as JSON (docs/reference/release.schema.json).

        Returns
        -------
        dict
            Every number and every claim that may leave.
        """
    def report(
        self, path: str | os.PathLike[str], *, lang: str = "nl", template: str | os.PathLike[str] | None = None
    ) -> pathlib.Path:
        """
        Writes the report as one self-contained file that only its owner may read (extra `report`).

        Parameters
        ----------
        path : path
            HTML, or PDF when it ends in .pdf (extra `pdf`).
        lang : str
            Language of the report, one of `houvast.languages()`.
        template : path, optional
            A Jinja file that extends "report.html.j2", for instance with another `order` of the parts
            (`houvast.report.PARTS`).

        Returns
        -------
        pathlib.Path
            Where it was written.

        Raises
        ------
        UnknownKeyError
            HV-503 for a language that does not exist.
        ParseError
            HV-119 for a template that is not valid.
        MissingExtraError
            HV-601 when the extra is not installed.
        MissingProgramError
            HV-602 when no browser can make the PDF.
        """
    def scores_table(self) -> list[dict[str, typing.Any]]:
        """
        The released scores.

        Returns
        -------
        list of dict
            One per wave, item and group. `n` is a band; `top_box`, `top_box_low` and `top_box_high` are shares from 0 to 1.
            HIDDEN stands where nothing may be shown, and `top_box` is None when only the band around it may be.
        """
    def to_csv(self, path: str | os.PathLike[str], dialect: str = "plain") -> pathlib.Path:
        """
        Writes the released scores as CSV; cells that a spreadsheet would run are escaped as text.

        Parameters
        ----------
        path : path
            The file.
        dialect : str
            "plain", or "excel-nl" for opening in a Dutch Excel: semicolons and decimal commas.

        Returns
        -------
        pathlib.Path
            Where it was written.

        Raises
        ------
        InvalidValueError
            HV-303 for another dialect.
        """
    def to_xlsx(self, path: str | os.PathLike[str], lang: str = "nl") -> pathlib.Path:
        """
        Writes the released scores as an Excel workbook for others (extra `excel`).

        Parameters
        ----------
        path : path
            The file.
        lang : str
            Language of the explanation in it, one of `houvast.languages()`.

        Returns
        -------
        pathlib.Path
            Where it was written.

        Raises
        ------
        UnknownKeyError
            HV-503 for a language that does not exist.
        MissingExtraError
            HV-601 when the extra is not installed.
        """
    @property
    def agenda(self) -> list[ReleasedAgendaItem]: ...
    @property
    def asked_known(self) -> bool:
        """
        Whether the study tells how many people were asked.
        """
    @property
    def blocks_by(self) -> str: ...
    @property
    def by(self) -> str: ...
    @property
    def complexity(self) -> str: ...
    @property
    def fictional(self) -> bool: ...
    @property
    def findings(self) -> list[ReleasedFinding]: ...
    @property
    def goals(self) -> list[ReleasedGoals]: ...
    @property
    def group_titles(self) -> dict[str, LocalizedText]: ...
    @property
    def groups(self) -> list[ReleasedScore]: ...
    @property
    def instruments(self) -> list[Instrument]: ...
    @property
    def networks(self) -> list[ReleasedNetwork]: ...
    @property
    def policy(self) -> str: ...
    @property
    def reliability(self) -> list[ReleasedReliability]: ...
    @property
    def responses(self) -> list[ReleasedResponse]: ...
    @property
    def source(self) -> str: ...
    @property
    def stages(self) -> list[ReleasedStage]: ...
    @property
    def strengthening(self) -> list[ReleasedStrengthening]: ...
    @property
    def study_id(self) -> str: ...
    @property
    def threshold(self) -> int: ...
    @property
    def title(self) -> LocalizedText: ...
    @property
    def totals(self) -> list[ReleasedScore]: ...
    @property
    def waves(self) -> list[Wave]: ...

def advice() -> list[Advice]:
    """
    The advice library.
    """

def byte_view(codes: typing.Any) -> tuple[int, int]:
    """
    Address and length of the answer codes as a tally sees them: shows that nothing is copied.
    """

def checks() -> list[Check]:
    """
    Every coverage check, in order, with the thresholds of the default profile.
    """

def columns_from_arrow(
    table: typing.Any, name: str, file: str, first_row: typing.SupportsInt | typing.SupportsIndex = 1
) -> ColumnTable:
    """
    The columns of anything with `__arrow_c_stream__`.
    """

def columns_from_csv(text: bytes, name: str, file: str, delimiter: str) -> ColumnTable | None:
    """
    The columns of CSV text, or None when it is not plain sound CSV.
    """

def columns_from_items(
    items: list,
    name: str,
    file: str,
    first_row: typing.SupportsInt | typing.SupportsIndex = 1,
    row_numbers: collections.abc.Sequence[typing.SupportsInt | typing.SupportsIndex] = [],
) -> ColumnTable:
    """
    The columns of a list of pairs (name, values); row_numbers: the place of each row, when rows were skipped.
    """

def columns_from_texts(table: dict) -> ...:
    """
    The columns of a table of cells.
    """

def crosswalk() -> dict[str, list[str]]:
    """
    Element id → ids of what speaks of the same in other instruments (own definition).
    """

def default_profile() -> str:
    """
    The JSON of the Dutch youth ecosystem, to start a profile of your own from.
    """

def find_language(tag: str) -> str:
    """
    The tag as houvast writes it; empty when there are no messages in this language.
    """

def fold_label(text: str) -> str:
    """
    Text as labels are compared.
    """

def forms_of_collaboration() -> list:
    """
    The forms of collaboration with their variants per sector.
    """

def gaps(key: str, lang: str) -> list[str]:
    """
    Names of the gaps of a message.
    """

def has_message(key: str) -> bool:
    """
    Whether the catalogue has this message.
    """

def instrument(id: str) -> Instrument:
    """
    An instrument of the catalogue. Raises UnknownKeyError HV-501 naming the nearest id.
    """

def instruments() -> list[str]:
    """
    The ids of the instruments that come with houvast.
    """

def language_of(tag: str) -> str:
    """
    The tag as houvast writes it. Raises UnknownKeyError HV-503 for a language without messages.
    """

def languages() -> list[str]:
    """
    Tags of the languages that the messages are written in, Dutch first.
    """

def make_table(title: str, columns: list, definition: str, source: str = "own definition") -> Table:
    """
    A table of columns (name, meaning, values); None is missing, the type follows from the values.
    """

def messages(lang: str) -> list[tuple[str, str]]:
    """
    Key and text of every message of a language's own folder.
    """

def nearest(text: str, known: list[str]) -> str:
    """
    The known text that is nearest; empty when none is near enough to suggest.
    """

def release(
    study: Study,
    policy: Policy,
    by: str = "perspective",
    agenda_length: typing.SupportsInt | typing.SupportsIndex = 5,
    goals: str = "counts",
    complexity: str | None = None,
) -> Release: ...
def release_document(release: Release) -> str:
    """
    The numbers and words of a release as JSON text; its claims are empty.
    """

def right_to_left(lang: str) -> bool:
    """
    Whether a language is written from right to left.
    """

def say(key: str, lang: str, audience: str = "", **kwargs) -> str:
    """
    A message of the catalogue with its gaps filled.
    """

def say_in_pieces(key: str, lang: str, audience: str = "", **kwargs) -> list[tuple[str, str]]:
    """
    The same as (text, gap) stretches; the message's own words have an empty gap.
    """

def study_from_columns(json: bytes, tables: list, file: str = "study.json") -> Study:
    """
    A study from its header and columns; the columns are taken out of their tables.
    """

def study_from_json(json: bytes, file: str = "study.json") -> Study: ...
def study_from_tables(json: bytes, tables: list, file: str = "study.json") -> Study: ...
def study_tables() -> list[StudyTable]:
    """
    The tables that a study is read from and written to, with their columns in order.
    """

DISCLOSURE_FLOOR: int = 5
OTHER_GROUPS: str = "*"
RELEASE_SCHEMA: str = "houvast-release/1"
__version__: str = "0.1.0"
