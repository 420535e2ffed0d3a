"""
The compiled core of houvast. Use the package houvast, which explains it.
"""

from __future__ import annotations
import collections.abc
import houvast.errors
import houvast.release
import houvast.release.claims
import houvast.results.hidden
import houvast.results.open_answers
import houvast.results.prevention
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
    "Definition",
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
    "Plan",
    "Policy",
    "PracticeCase",
    "Provenance",
    "Question",
    "RELEASE_SCHEMA",
    "Random",
    "Reference",
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
    "answer_code",
    "byte_view",
    "cases",
    "checks",
    "columns_from_arrow",
    "columns_from_csv",
    "columns_from_items",
    "columns_from_texts",
    "crosswalk",
    "default_profile",
    "definitions",
    "expectation",
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
    "say_issue",
    "say_issues",
    "sequence_isolates_few",
    "sources",
    "stats",
    "study_from_columns",
    "study_from_json",
    "study_from_tables",
    "study_tables",
    "supported_statements",
]

class LocalizedText:
    """
    A text in Dutch, English and other languages.
    """
    def __eq__(self, arg0: typing.Any) -> bool: ...
    def __getstate__(self) -> tuple[str, str, dict[str, str]]: ...
    def __hash__(self) -> int: ...
    def __init__(self, nl: str, en: str, others: collections.abc.Mapping[str, str] = {}) -> None:
        """
        A text in Dutch, English and other languages.

        Parameters
        ----------
        nl : str
            The Dutch text.
        en : str
            The English text.
        others : dict
            Texts in other languages, by tag.
        """
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

        Parameters
        ----------
        lang : str
            Language, one of `houvast.languages()`.

        Returns
        -------
        str

        Raises
        ------
        UnknownKeyError
            HV-503 for a language that does not exist.
        """
    @property
    def en(self) -> str:
        """
        The English text.
        """
    @property
    def nl(self) -> str:
        """
        The Dutch text.
        """
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
    def __init__(self, kind: str, id: str) -> None:
        """
        Something with a name of its own, which is looked up when it is said.

        Parameters
        ----------
        kind : str
            "party", "question", "wave", …; "message" for another message.
        id : str
            Id of the thing.
        """
    def __repr__(self) -> str: ...
    def __setstate__(self, arg0: tuple) -> None: ...
    @property
    def id(self) -> str:
        """
        Its id.
        """
    @property
    def kind(self) -> str:
        """
        What it is: "party", "question", "wave", …
        """
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
    def __init__(self, id: str, args: dict = {}) -> None:
        """
        Something that houvast asserts.

        Parameters
        ----------
        id : str
            Key of its message, for example "coverage.C7.isolated".
        args : dict
            What fills the gaps of the message, by name: int, float, str, LocalizedText, Named, or lists of these.
        """
    def __reduce__(self) -> tuple[type, tuple[..., ...]]: ...
    def __repr__(self) -> str: ...
    def say(self, lang: str, audience: str | None = None) -> str:
        """
        The claim as a sentence.

        Parameters
        ----------
        lang : str
            Language, one of `houvast.languages()`.
        audience : str, optional
            For whom: "professional", "parent", "young", …; None: for everybody.

        Returns
        -------
        str

        Raises
        ------
        UnknownKeyError
            HV-503 for a language that does not exist.
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
    def __getstate__(self) -> tuple: ...
    def __repr__(self) -> str: ...
    def __setstate__(self, arg0: tuple) -> None: ...
    def _repr_html_(self) -> str:
        """
        The same for a notebook.
        """
    def cite(self, lang: str) -> str:
        """
        The source, in a language.

        Parameters
        ----------
        lang : str
            Language, one of `houvast.languages()`.

        Returns
        -------
        str

        Raises
        ------
        UnknownKeyError
            HV-503 for a language that does not exist.
        """
    def say(self, lang: str) -> str:
        """
        The definition, in a language.

        Parameters
        ----------
        lang : str
            Language, one of `houvast.languages()`.

        Returns
        -------
        str

        Raises
        ------
        UnknownKeyError
            HV-503 for a language that does not exist.
        """
    @property
    def definition(self) -> str:
        """
        Name of the statistic and its variant, in English.
        """
    @property
    def options(self) -> dict[str, str]:
        """
        The options that it was computed with, by name.
        """
    @property
    def seed(self) -> int | None:
        """
        Seed of the random numbers, if any.
        """
    @property
    def source(self) -> str:
        """
        Where it comes from, in English.
        """
    @property
    def version(self) -> str:
        """
        Version of houvast.
        """

class Interval:
    """
    A range with its confidence level; unpacks into low and high.
    """
    def __getitem__(self, arg0: typing.SupportsInt | typing.SupportsIndex) -> float: ...
    def __getstate__(self) -> tuple: ...
    def __iter__(self) -> collections.abc.Iterator: ...
    def __len__(self) -> int: ...
    def __repr__(self) -> str: ...
    def __setstate__(self, arg0: tuple) -> None: ...
    def _repr_html_(self) -> str:
        """
        The same for a notebook.
        """
    @property
    def high(self) -> float:
        """
        Upper end.
        """
    @property
    def level(self) -> float:
        """
        Confidence level, 0 to 1.
        """
    @property
    def low(self) -> float:
        """
        Lower end.
        """

class Estimate:
    """
    One statistic with what is needed to judge it. Undefined: value is nan and `reason` says why.
    """
    @staticmethod
    def _repr_html_(estimate: Estimate) -> str:
        """
        The same for a notebook: value, interval, n, method and source.
        """
    def __abs__(self, *more: typing.Any) -> typing.Any: ...
    def __add__(self, other: typing.Any) -> typing.Any: ...
    def __array__(self, dtype: typing.Any = None, copy: bool | None = None) -> np.ndarray[typing.Any, typing.Any]:
        """
        The value for numpy.
        """
    def __bool__(self) -> bool:
        """
        Whether there is a value and it is not 0.
        """
    def __eq__(self, other: typing.Any) -> typing.Any: ...
    def __float__(self) -> float: ...
    def __floordiv__(self, other: typing.Any) -> typing.Any: ...
    def __format__(self, *more: typing.Any) -> typing.Any: ...
    def __ge__(self, other: typing.Any) -> typing.Any: ...
    def __getattr__(self, arg0: str) -> float: ...
    def __getstate__(self) -> tuple: ...
    def __gt__(self, other: typing.Any) -> typing.Any: ...
    def __hash__(self, *more: typing.Any) -> typing.Any: ...
    def __iter__(self) -> typing.Iterator[typing.Any]:
        """
        The value and the bounds of its interval, which are NaN when it has none: `value, (low, high) = estimate`.
        """
    def __le__(self, other: typing.Any) -> typing.Any: ...
    def __lt__(self, other: typing.Any) -> typing.Any: ...
    def __mod__(self, other: typing.Any) -> typing.Any: ...
    def __mul__(self, other: typing.Any) -> typing.Any: ...
    def __ne__(self, other: typing.Any) -> typing.Any: ...
    def __neg__(self, *more: typing.Any) -> typing.Any: ...
    def __pos__(self, *more: typing.Any) -> typing.Any: ...
    def __pow__(self, other: typing.Any) -> typing.Any: ...
    def __radd__(self, other: typing.Any) -> typing.Any: ...
    def __repr__(self) -> str: ...
    def __rfloordiv__(self, other: typing.Any) -> typing.Any: ...
    def __rmod__(self, other: typing.Any) -> typing.Any: ...
    def __rmul__(self, other: typing.Any) -> typing.Any: ...
    def __round__(self, *more: typing.Any) -> typing.Any: ...
    def __rpow__(self, other: typing.Any) -> typing.Any: ...
    def __rsub__(self, other: typing.Any) -> typing.Any: ...
    def __rtruediv__(self, other: typing.Any) -> typing.Any: ...
    def __setstate__(self, arg0: tuple) -> None: ...
    def __sub__(self, other: typing.Any) -> typing.Any: ...
    def __truediv__(self, other: typing.Any) -> typing.Any: ...
    def say(self, lang: str) -> str:
        """
        How it was computed, in a language.

        Parameters
        ----------
        lang : str
            Language, one of `houvast.languages()`.

        Returns
        -------
        str

        Raises
        ------
        UnknownKeyError
            HV-503 for a language that does not exist.
        """
    def why(self, lang: str) -> str:
        """
        Why there is no value or interval, in a language; empty when all is there.

        Parameters
        ----------
        lang : str
            Language, one of `houvast.languages()`.

        Returns
        -------
        str

        Raises
        ------
        UnknownKeyError
            HV-503 for a language that does not exist.
        """
    @property
    def defined(self) -> bool:
        """
        Whether there is a value.
        """
    @property
    def details(self) -> dict[str, float]:
        """
        Further numbers by name, which are attributes too.
        """
    @property
    def expected(self) -> float | None:
        """
        The value by chance, if that has a meaning.
        """
    @property
    def interval(self) -> Interval | None:
        """
        Its confidence interval, if it has one.
        """
    @property
    def method(self) -> str:
        """
        How it was computed, in English.
        """
    @property
    def n(self) -> int:
        """
        How many answers, pairs or nodes it is about.
        """
    @property
    def p_value(self) -> float | None:
        """
        Of the test that belongs to it, if there is one.
        """
    @property
    def provenance(self) -> Provenance:
        """
        How it was computed: definition, source, options, version and seed.
        """
    @property
    def reason(self) -> str:
        """
        Why it is undefined or has no interval, in English; empty when all is there.
        """
    @property
    def value(self) -> float:
        """
        The statistic; nan when it is undefined.
        """

class Column:
    """
    One column of a table.
    """

    __hash__: typing.ClassVar[None] = None
    def __eq__(self, arg0: Column) -> bool: ...
    def __getstate__(self) -> tuple: ...
    def __setstate__(self, arg0: tuple) -> None: ...
    def say(self, lang: str) -> str:
        """
        What the column means, in a language.

        Parameters
        ----------
        lang : str
            Language, one of `houvast.languages()`.

        Returns
        -------
        str

        Raises
        ------
        UnknownKeyError
            HV-503 for a language that does not exist.
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
    def name(self) -> str:
        """
        Name in the table.
        """
    @property
    def titles(self) -> dict[str, LocalizedText]:
        """
        What ids among its values are called, by id.
        """
    @property
    def values(
        self,
    ) -> (
        numpy.typing.NDArray[numpy.float64]
        | numpy.typing.NDArray[numpy.int64]
        | numpy.typing.NDArray[numpy.bool_]
        | list[str]
        | list[int]
    ):
        """
        numpy array, or a list of str, or of int where some pass 64 bits
        """

class Table:
    """
    A result of several columns; exact, for inside use.
    """

    __hash__: typing.ClassVar[None] = None
    @staticmethod
    def __repr__(table: Table) -> str:
        """
        Title and first rows as aligned text.
        """
    @staticmethod
    def _repr_html_(table: Table) -> str:
        """
        The table for a notebook: escaped, self-contained, at most 50 rows and 100,000 characters.

            A wide table shows the columns that matter first, and all of them on request.

        """
    def __arrow_c_stream__(self, requested_schema: typing.Any = None) -> typing_extensions.CapsuleType:
        """
        Arrow C stream (PyCapsule interface).
        """
    def __dataframe__(self, nan_as_null: bool = False, allow_copy: bool = True) -> typing.Any:
        """
        The table by the dataframe interchange protocol (extra `frames`), as seaborn and plotly ask for it.

            Parameters
            ----------
            nan_as_null : bool
                Whether NaN counts as no value.
            allow_copy : bool
                Whether cells may be copied.

            Returns
            -------
            object
                A frame of the protocol.

            Raises
            ------
            MissingExtraError
                HV-601 when pyarrow is not installed.

        """
    def __eq__(self, arg0: Table) -> bool: ...
    def __getitem__(self, key: typing.Any) -> typing.Any:
        """
        What `table[key]` is.

            Parameters
            ----------
            key : str, list of str, int, slice or mask
                The name of a column gives its cells as an array (NaN, a mask or None where there is no value); names give a
                table of these columns; a number gives a row as a dict, counted from the end when it is below 0; a slice, or a
                mask with one truth value per row, gives a table of these rows.

            Returns
            -------
            numpy.ndarray, dict or Table

            Raises
            ------
            UnknownKeyError
                HV-504 for a column that does not exist.
            InvalidValueError
                HV-301 for a mask of another length, HV-302 for a key of another kind.
            IndexError
                For a row that does not exist.

        """
    def __getstate__(self) -> tuple: ...
    def __iter__(self) -> typing.Iterator[dict[str, typing.Any]]:
        """
        The rows, each as a dict of column name to cell; missing values are None.
        """
    def __len__(self) -> int: ...
    def __setstate__(self, arg0: tuple) -> None: ...
    def at_rows(self, rows: numpy.typing.ArrayLike | collections.abc.Set[int]) -> Table:
        """
        The table with some of its rows; `table[mask]` is the same.

        Parameters
        ----------
        rows : array-like of int or bool
            Numbers of rows in the order wanted, from 0; or a mask with one truth value per row.

        Returns
        -------
        Table
            The same columns.

        Raises
        ------
        InvalidValueError
            HV-301 for a mask of another length, HV-302 for a row that does not exist.
        """
    def column(self, name: str) -> Column:
        """
        A column with its meaning; `table[name]` gives its cells alone.

        Parameters
        ----------
        name : str
            Name of the column.

        Returns
        -------
        Column

        Raises
        ------
        UnknownKeyError
            HV-504 for a column that does not exist.
        """
    def head(self, n: int = 5) -> Table:
        """
        The first rows of the table.

        Parameters
        ----------
        n : int
            How many at most; below 0: all but so many of the last.

        Returns
        -------
        Table
            The same columns.
        """
    def say(self, lang: str) -> str:
        """
        What the table shows, in a language.

        Parameters
        ----------
        lang : str
            Language, one of `houvast.languages()`.

        Returns
        -------
        str

        Raises
        ------
        UnknownKeyError
            HV-503 for a language that does not exist.
        """
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
            Whole numbers with gaps are Int64; title, use (inside), definition, source and the meaning of columns stand in
            `.attrs`.

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
    def with_columns(self, names: collections.abc.Sequence[str]) -> Table:
        """
        The table with some of its columns; `table[["n", "value"]]` is the same.

        Parameters
        ----------
        names : list of str
            Names of columns, in the order wanted.

        Returns
        -------
        Table
            The same rows.

        Raises
        ------
        UnknownKeyError
            HV-504 for a column that does not exist.
        InvalidValueError
            HV-304 for a column that is named twice.
        """
    @property
    def columns(self) -> list[str]:
        """
        Names of the columns, in order.
        """
    @property
    def fields(self) -> list[Column]:
        """
        The columns, each with its meaning and its values.
        """
    @property
    def provenance(self) -> Provenance:
        """
        How it was computed: definition, source, options, version and seed.
        """
    @property
    def shape(self) -> tuple[int, int]:
        """
        Number of rows and of columns.
        """
    @property
    def title(self) -> str:
        """
        What it shows, in English.
        """

class Random:
    """
    A seeded stream of random numbers that is the same everywhere.
    """
    def __init__(
        self, seed: typing.SupportsInt | typing.SupportsIndex, stream: typing.SupportsInt | typing.SupportsIndex = 0
    ) -> None:
        """
        A stream of random numbers.

        Parameters
        ----------
        seed : int
            Begin of the stream.
        stream : int
            Number of the stream; streams of one seed are independent.
        """
    def below(self, n: typing.SupportsInt | typing.SupportsIndex) -> int:
        """
        A random whole number, all equally likely.

        Parameters
        ----------
        n : int
            Above 0.

        Returns
        -------
        int
            From 0 to n - 1.
        """
    def bits(self) -> int:
        """
        The next 64 random bits.

        Returns
        -------
        int
            From 0 to 2**64 - 1.
        """
    def uniform(self) -> float:
        """
        A random number, all equally likely.

        Returns
        -------
        float
            From 0 to below 1.
        """

class Definition:
    """
    What a word of the sources means, in houvast's own words.
    """
    def __getstate__(self) -> tuple: ...
    def __setstate__(self, arg0: tuple) -> None: ...
    @property
    def about(self) -> list[str]:
        """
        Ids of questions and factors that it helps to read.
        """
    @property
    def also(self) -> list[str]:
        """
        Other words for it.
        """
    @property
    def id(self) -> str:
        """
        Id of the definition.
        """
    @property
    def source_document(self) -> str:
        """
        Where it is said.
        """
    @property
    def source_section(self) -> str:
        """
        The place in that source.
        """
    @property
    def term(self) -> LocalizedText:
        """
        The word.
        """
    @property
    def text(self) -> LocalizedText:
        """
        What it means.
        """

class PracticeCase:
    """
    What helped elsewhere, retold in houvast's own words.
    """
    def __getstate__(self) -> tuple: ...
    def __setstate__(self, arg0: tuple) -> None: ...
    @property
    def factors(self) -> list[str]:
        """
        Ids of the success factors that it shows.
        """
    @property
    def id(self) -> str:
        """
        Id of the practice.
        """
    @property
    def place(self) -> str:
        """
        Where it was done.
        """
    @property
    def questions(self) -> list[str]:
        """
        Ids of the questions that it serves.
        """
    @property
    def source_document(self) -> str:
        """
        Where it is told.
        """
    @property
    def source_section(self) -> str:
        """
        The place in that source.
        """
    @property
    def text(self) -> LocalizedText:
        """
        What was done.
        """
    @property
    def title(self) -> LocalizedText:
        """
        What it is about.
        """

class Reference:
    """
    A publication, tool or place to look something up.
    """
    def __getstate__(self) -> tuple: ...
    def __setstate__(self, arg0: tuple) -> None: ...
    @property
    def citation(self) -> str:
        """
        The reference in full.
        """
    @property
    def id(self) -> str:
        """
        Id of the reference.
        """
    @property
    def kind(self) -> str:
        """
        "publication", "tool" or "pointer".
        """
    @property
    def named_in(self) -> list[str]:
        """
        The sources that name it.
        """
    @property
    def questions(self) -> list[str]:
        """
        Ids of the questions that it serves.
        """
    @property
    def serves(self) -> LocalizedText:
        """
        What it is good for.
        """
    @property
    def url(self) -> str:
        """
        Its address; "" where the sources give none.
        """

class ScaleLabel:
    """
    One point of a scale and the words for it.
    """
    def __getstate__(self) -> tuple: ...
    def __setstate__(self, arg0: tuple) -> None: ...
    def _repr_html_(self) -> str:
        """
        The same for a notebook.
        """
    def text_for(self, audience: str) -> LocalizedText:
        """
        The words for a point of the scale that an audience chooses from: its own, else the label.

        Parameters
        ----------
        audience : str
            "professional", "parent", "young", …

        Returns
        -------
        LocalizedText
        """
    @property
    def aliases(self) -> list[str]:
        """
        Other words for the same point.
        """
    @property
    def audiences(self) -> dict[str, LocalizedText]:
        """
        The words for it that other audiences choose from.
        """
    @property
    def text(self) -> LocalizedText:
        """
        Its label.
        """
    @property
    def value(self) -> int:
        """
        The point of the scale.
        """

class Scale:
    """
    An ordinal scale with declared bounds.
    """
    def __getstate__(self) -> typing.Any: ...
    def __repr__(self) -> str: ...
    def __setstate__(self, arg0: tuple) -> None: ...
    def _repr_html_(self) -> str:
        """
        The same for a notebook.
        """
    def value_of(self, label: str) -> int | None:
        """
        The value of a label or alias, compared whole after folding.

        Parameters
        ----------
        label : str
            The words of somebody's answer.

        Returns
        -------
        int or None
            None for words that the scale does not have.
        """
    @property
    def direction(self) -> str:
        """
        "ascending" when high values are favourable, else "descending".
        """
    @property
    def id(self) -> str:
        """
        Id of the scale.
        """
    @property
    def labels(self) -> list[ScaleLabel]:
        """
        One per value, in order.
        """
    @property
    def max(self) -> int:
        """
        Highest value.
        """
    @property
    def min(self) -> int:
        """
        Lowest value.
        """
    @property
    def source(self) -> str:
        """
        Where the scale comes from.
        """
    @property
    def top_from(self) -> int:
        """
        The top box: from this value to the favourable end.
        """

class Source:
    """
    Where wordings come from.
    """
    def __getstate__(self) -> tuple: ...
    def __repr__(self) -> str: ...
    def __setstate__(self, arg0: tuple) -> None: ...
    def _repr_html_(self) -> str:
        """
        The same for a notebook.
        """
    def citation(self) -> str:
        """
        The source in one line: "Authors (year). Title. Publisher, section."

        Returns
        -------
        str
        """
    @property
    def authors(self) -> list[str]:
        """
        Who wrote it.
        """
    @property
    def publisher(self) -> str:
        """
        Who published it.
        """
    @property
    def section(self) -> str:
        """
        The place in it.
        """
    @property
    def title(self) -> str:
        """
        Title of the document.
        """
    @property
    def year(self) -> int:
        """
        When it was published.
        """

class Element:
    """
    A group of questions.
    """
    def __getstate__(self) -> tuple: ...
    def __repr__(self) -> str: ...
    def __setstate__(self, arg0: tuple) -> None: ...
    def _repr_html_(self) -> str:
        """
        The same for a notebook.
        """
    def title_for(self, audience: str) -> LocalizedText:
        """
        What the element is called for an audience: in words of its own, else its title.

        Parameters
        ----------
        audience : str
            "professional", "parent", "young", …

        Returns
        -------
        LocalizedText
        """
    @property
    def audiences(self) -> dict[str, LocalizedText]:
        """
        What it is called for audiences other than professionals.
        """
    @property
    def description(self) -> LocalizedText | None:
        """
        What it is about.
        """
    @property
    def graded(self) -> bool:
        """
        False for a profile, in which no answer is better than another.
        """
    @property
    def id(self) -> str:
        """
        Id of the element.
        """
    @property
    def parent(self) -> str | None:
        """
        Id of the element that it is a part of, if any.
        """
    @property
    def title(self) -> LocalizedText:
        """
        What it is called.
        """

class Stage:
    """
    A stage of a dimension, 1 = lowest.
    """
    def __getstate__(self) -> tuple: ...
    def __setstate__(self, arg0: tuple) -> None: ...
    def _repr_html_(self) -> str:
        """
        The same for a notebook.
        """
    @property
    def description(self) -> LocalizedText:
        """
        What it looks like.
        """
    @property
    def stage(self) -> int:
        """
        Its number, 1 = lowest.
        """
    @property
    def title(self) -> LocalizedText:
        """
        What it is called.
        """

class AudienceWording:
    """
    A question in own words for one audience.
    """
    def __getstate__(self) -> tuple: ...
    def __setstate__(self, arg0: tuple) -> None: ...
    @property
    def not_for(self) -> LocalizedText | None:
        """
        Why this audience is not asked; None when there is a wording.
        """
    @property
    def note(self) -> LocalizedText | None:
        """
        What was given up against the source, if anything.
        """
    @property
    def text(self) -> LocalizedText | None:
        """
        The wording; None when there is no fair one.
        """

class Question:
    """
    A question, quoted exactly in Dutch.
    """
    def __getstate__(self) -> tuple: ...
    def __repr__(self) -> str: ...
    def __setstate__(self, arg0: tuple) -> None: ...
    def _repr_html_(self) -> str:
        """
        The same for a notebook.
        """
    def wording(self, audience: str) -> LocalizedText | None:
        """
        What an audience is asked: its own wording, else the source's.

        Parameters
        ----------
        audience : str
            "professional", "parent", "young", …

        Returns
        -------
        LocalizedText or None
            None when this audience is not asked the question.
        """
    @property
    def audiences(self) -> dict[str, AudienceWording]:
        """
        Wordings for audiences other than professionals.
        """
    @property
    def caution(self) -> LocalizedText | None:
        """
        What makes the wording hard to answer (an absolute word, two questions in one), if anything.
        """
    @property
    def closed_part(self) -> LocalizedText | None:
        """
        Of a mixed question: the part that is rated.
        """
    @property
    def element(self) -> str:
        """
        Id of the element that it belongs to.
        """
    @property
    def form(self) -> str:
        """
        "closed" (rated), "open" (text) or "mixed" (both).
        """
    @property
    def id(self) -> str:
        """
        Id of the question.
        """
    @property
    def open_part(self) -> LocalizedText | None:
        """
        Of a mixed question: the part that asks for words.
        """
    @property
    def ordering(self) -> str:
        """
        Of stages: "stated" or "inferred" order, or "types" without one; else "".
        """
    @property
    def reverse(self) -> bool:
        """
        Whether it is scored the other way round.
        """
    @property
    def scale(self) -> str | None:
        """
        Id of the scale; None when open.
        """
    @property
    def stages(self) -> list[Stage]:
        """
        The stages of a dimension, lowest first; else empty.
        """
    @property
    def text(self) -> LocalizedText:
        """
        The wording.
        """

class Instrument:
    """
    A questionnaire with its scales, elements, questions and source.
    """
    @staticmethod
    def parse(json: str, file: str = "instrument.json") -> Instrument:
        """
        Reads an instrument of your own.

        Parameters
        ----------
        json : str
            JSON (docs/reference/instrument.schema.json).
        file : str
            Name of the file in messages.

        Returns
        -------
        Instrument

        Raises
        ------
        ParseError
            HV-1xx for text that is not such JSON.
        ValidationError
            HV-2xx for one that contradicts itself; all that is wrong at once.
        """
    def __getstate__(self) -> str: ...
    def __repr__(self) -> str: ...
    def __setstate__(self, arg0: str) -> None: ...
    def _repr_html_(self) -> str:
        """
        The same for a notebook.
        """
    def element(self, id: str) -> Element:
        """
        The element with an id.

        Parameters
        ----------
        id : str
            Id of the element.

        Returns
        -------
        Element

        Raises
        ------
        UnknownKeyError
            HV-502 for an element that does not exist.
        """
    def question(self, id: str) -> Question:
        """
        The question with an id.

        Parameters
        ----------
        id : str
            Id of the question.

        Returns
        -------
        Question

        Raises
        ------
        UnknownKeyError
            HV-502 for a question that does not exist.
        """
    def scale(self, id: str) -> Scale:
        """
        The scale with an id.

        Parameters
        ----------
        id : str
            Id of the scale.

        Returns
        -------
        Scale

        Raises
        ------
        UnknownKeyError
            HV-502 for a scale that does not exist.
        """
    def scale_of(self, question: str) -> Scale:
        """
        The scale as a rated question reads it: turned round, with the top box at the other side, when reversed.

        Parameters
        ----------
        question : str
            Id of a rated question.

        Returns
        -------
        Scale

        Raises
        ------
        UnknownKeyError
            HV-502 for a question that does not exist or is not rated.
        """
    @property
    def description(self) -> LocalizedText:
        """
        What it is for.
        """
    @property
    def elements(self) -> list[Element]:
        """
        Its groups of questions.
        """
    @property
    def id(self) -> str:
        """
        Id of the instrument.
        """
    @property
    def json(self) -> str:
        """
        The JSON text that it was read from.
        """
    @property
    def kind(self) -> str:
        """
        How its answers may be read: "survey", "stages", "dyadic", "reflection" or "open".
        """
    @property
    def licence(self) -> str:
        """
        Under which licence its wordings may be used.
        """
    @property
    def private(self) -> bool:
        """
        Whether answers stay with who gave them.
        """
    @property
    def questions(self) -> list[Question]:
        """
        Its questions.
        """
    @property
    def scales(self) -> list[Scale]:
        """
        Its scales.
        """
    @property
    def source(self) -> Source:
        """
        Where its wordings come from.
        """
    @property
    def title(self) -> LocalizedText:
        """
        What it is called.
        """
    @property
    def validated(self) -> bool:
        """
        Whether its measurement was validated.
        """
    @property
    def version(self) -> str:
        """
        Its version.
        """

class Advice:
    """
    Something a team could do, in houvast's own words.
    """
    def __getstate__(self) -> tuple: ...
    def __repr__(self) -> str: ...
    def __setstate__(self, arg0: tuple) -> None: ...
    def _repr_html_(self) -> str:
        """
        The same for a notebook.
        """
    @property
    def elements(self) -> list[str]:
        """
        Ids of the elements that it serves.
        """
    @property
    def factors(self) -> list[str]:
        """
        Ids of the factors that it serves.
        """
    @property
    def id(self) -> str:
        """
        Id of the advice.
        """
    @property
    def questions(self) -> list[str]:
        """
        Ids of the questions that it serves.
        """
    @property
    def source_document(self) -> str:
        """
        Where the idea comes from.
        """
    @property
    def source_section(self) -> str:
        """
        The place in that source.
        """
    @property
    def text(self) -> LocalizedText:
        """
        What a team could do, in words.
        """

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
        A network of n nodes and one tie per source and target.

        Parameters
        ----------
        n : int
            Number of nodes, which are called 0 to n - 1.
        sources : sequence of int, shape (ties,)
            Where each tie begins.
        targets : sequence of int, shape (ties,)
            Where each tie ends.
        directed : bool
            Whether a tie from a to b says nothing about b to a.
        weights : array, shape (ties,), optional
            Strength of each tie, finite; None: every tie counts 1.
        duplicates : str
            The same tie twice: "error" refuses it, "keep_max" keeps the largest weight, "sum" adds weights.

        Raises
        ------
        InvalidValueError
            HV-301 lengths differ, HV-302 an id or a weight out of range, HV-303 another word for `duplicates`, HV-304 the
            same tie twice.
        """
    def __repr__(self) -> str: ...
    def __setstate__(self, arg0: tuple) -> None: ...
    def _repr_html_(self) -> str:
        """
        The same for a notebook.
        """
    def edges(self) -> tuple:
        """
        The ties, an undirected one once with source < target.

        Returns
        -------
        tuple of three numpy.ndarray, shape (ties,)
            Sources, targets and weights (1 when unweighted).
        """
    def has_tie(
        self, source: typing.SupportsInt | typing.SupportsIndex, target: typing.SupportsInt | typing.SupportsIndex
    ) -> bool:
        """
        Whether there is a tie; a loop is no tie.

        Parameters
        ----------
        source : int
            Where it begins.
        target : int
            Where it ends.

        Returns
        -------
        bool

        Raises
        ------
        InvalidValueError
            HV-302 for an id that does not exist.
        """
    def neighbours(self, node: typing.SupportsInt | typing.SupportsIndex) -> numpy.typing.NDArray[numpy.int64]:
        """
        Who a node has a tie with: where its arcs go when directed.

        Parameters
        ----------
        node : int
            Id of the node.

        Returns
        -------
        numpy.ndarray, shape (neighbours,)
            Ids in increasing order.

        Raises
        ------
        InvalidValueError
            HV-302 for an id that does not exist.
        """
    def symmetrized(self, mutual: bool = False) -> Graph:
        """
        The graph without directions; of two weights the larger one counts.

        Parameters
        ----------
        mutual : bool
            A tie only where both arcs are; False: where either is.

        Returns
        -------
        Graph
        """
    def transpose(self) -> Graph:
        """
        Every arc turned round.

        Returns
        -------
        Graph
        """
    def weight(
        self, source: typing.SupportsInt | typing.SupportsIndex, target: typing.SupportsInt | typing.SupportsIndex
    ) -> float | None:
        """
        Weight of a tie.

        Parameters
        ----------
        source : int
            Where it begins.
        target : int
            Where it ends.

        Returns
        -------
        float or None
            1 when unweighted, None without a tie.

        Raises
        ------
        InvalidValueError
            HV-302 for an id that does not exist.
        """
    def without(self, removed: numpy.typing.ArrayLike | collections.abc.Set[int]) -> Graph:
        """
        The graph without some nodes, the others renumbered in order.

        Parameters
        ----------
        removed : sequence of int
            Ids of the nodes that leave.

        Returns
        -------
        Graph

        Raises
        ------
        InvalidValueError
            HV-302 for an id that does not exist.
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
    def __getstate__(self) -> tuple: ...
    def __repr__(self) -> str: ...
    def __setstate__(self, arg0: tuple) -> None: ...
    def _repr_html_(self) -> str:
        """
        The same for a notebook.
        """
    def consents_to(self, purpose: str) -> bool:
        """
        Whether it agreed to be named for this.

        Parameters
        ----------
        purpose : str
            "picture", "silent", "only_link", "mandate", "contacts" or "owner".

        Returns
        -------
        bool
            What `consent_for` tells; for "picture" also `consent`.
        """
    @property
    def asked(self) -> int:
        """
        How many people of it were asked in each wave.
        """
    @property
    def attributes(self) -> dict[str, str]:
        """
        The user's own columns `x_…`, without the prefix.
        """
    @property
    def consent(self) -> bool | None:
        """
        Whether it may be shown by name in a picture; None when it was not asked.
        """
    @property
    def consent_by(self) -> str:
        """
        Who gave consent; "" when not told.
        """
    @property
    def consent_for(self) -> list[str]:
        """
        What else it may be named for: "picture", "silent", "only_link", "mandate", "contacts", "owner".
        """
    @property
    def consent_on(self) -> str:
        """
        The day on which, as 2026-01-31; "" when not told.
        """
    @property
    def domain(self) -> str:
        """
        Id of a domain of the profile; "" when not known.
        """
    @property
    def expertise(self) -> list[str]:
        """
        What it knows or can do.
        """
    @property
    def id(self) -> str:
        """
        Id of the party.
        """
    @property
    def kind(self) -> str:
        """
        "person", "discipline", "government", "organisation" or "group".
        """
    @property
    def level(self) -> str:
        """
        Id of a level of the profile; "" when not known.
        """
    @property
    def mandates(self) -> list[str]:
        """
        Decisions that it can take.
        """
    @property
    def motives(self) -> list[str]:
        """
        Why it takes part: "M1" to "M5".
        """
    @property
    def name(self) -> str:
        """
        What it is called.
        """
    @property
    def organisation(self) -> str:
        """
        The organisation that it belongs to, in free words; "" when not known.
        """
    @property
    def perspective(self) -> str:
        """
        Id of a perspective of the profile; "" when not known.
        """
    @property
    def roles(self) -> list[str]:
        """
        What it does for the collaboration: "kartrekker", "mandaathouder", "verwijzer".
        """
    @property
    def sector(self) -> str:
        """
        Id of a sector of the profile; "" when not known.
        """

class Wave:
    """
    One round of asking.
    """
    def __getstate__(self) -> tuple: ...
    def __repr__(self) -> str: ...
    def __setstate__(self, arg0: tuple) -> None: ...
    def _repr_html_(self) -> str:
        """
        The same for a notebook.
        """
    @property
    def date(self) -> str:
        """
        Its date, as 2026-01-31.
        """
    @property
    def id(self) -> str:
        """
        Id of the wave.
        """
    @property
    def label(self) -> LocalizedText:
        """
        What it is called.
        """

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
        matrix: typing.Any = None,
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
        matrix : table, optional
            One row per cell of the prevention matrix in which something is written.

        Returns
        -------
        Study
            The study, checked as a whole.

        Raises
        ------
        ValidationError
            HV-1xx and HV-2xx with everything that is wrong: table, row (1 is the first) and column.
        """
    def __copy__(self) -> Study: ...
    def __deepcopy__(self, memo: dict) -> Study: ...
    def __getstate__(self) -> bytes: ...
    def __repr__(self) -> str: ...
    def __setstate__(self, arg0: bytes) -> None: ...
    def _repr_html_(self) -> str:
        """
        The same for a notebook.
        """
    def agenda(
        self,
        length: typing.SupportsInt | typing.SupportsIndex = 5,
        wave: str | int | None = None,
        by: str | collections.abc.Sequence[str] = "perspective",
        minimum_group: typing.SupportsInt | typing.SupportsIndex = 3,
        relation: str = "",
        level: typing.SupportsFloat | typing.SupportsIndex = 0.95,
    ) -> Agenda:
        """
        What to talk about next: six criteria take turns, each taking its strongest question that is not yet taken.

        Scores, 0 to 1: lowest = 1 - top-box share; between = the bound nearest to 0 of Cliff's delta between two groups, 0
        when the interval holds 0; unknown = share of don't knows; network = 1 for a coverage finding that is missing, 0.5 for
        one that asks for attention, more findings first; changed = size of the change since the wave before, 0 when it may be
        chance; divided = 1 - consensus. Equal scores keep the instrument's order; a score of 0 puts nothing on the agenda.
        For inside use: exact numbers.

        Parameters
        ----------
        length : int
            Questions at most, 1 or more.
        wave : str or int, optional
            Id of a wave; None: the last.
        by : str or sequence of str
            Attribute of the parties whose groups are compared; "": no comparison.
        minimum_group : int
            Groups with fewer answers to a question are not compared on it, 1 or more.
        relation : str
            Id of a relation, one of `study.relations`; "": the first.
        level : float
            Confidence level of the intervals, above 0 and below 1.

        Returns
        -------
        Agenda
            A sequence of AgendaItem; `without`, `with_question` and `moved` give another one.

        Raises
        ------
        InvalidValueError
            HV-302 for a value out of range.
        UnknownKeyError
            HV-505 for a wave, HV-506 for an attribute that does not exist, HV-507 for a relation that
            does not exist.

        References
        ----------
        Own definition; Cliff (1993); Tastle & Wierman (2007).
        """
    def agenda_table(
        self,
        length: typing.SupportsInt | typing.SupportsIndex = 5,
        wave: str | int | None = None,
        by: str | collections.abc.Sequence[str] = "perspective",
        minimum_group: typing.SupportsInt | typing.SupportsIndex = 3,
        relation: str = "",
        level: typing.SupportsFloat | typing.SupportsIndex = 0.95,
        lang: str = "nl",
    ) -> Table:
        """
        What to talk about next, as a table.

        Parameters
        ----------
        length : int
            Questions at most, 1 or more.
        wave : str or int, optional
            Id of a wave; None: the last.
        by : str or sequence of str
            Attribute of the parties whose groups are compared; "": no comparison.
        minimum_group : int
            Groups with fewer answers to a question are not compared on it, 1 or more.
        relation : str
            Id of a relation, one of `study.relations`; "": the first.
        level : float
            Confidence level of the intervals, above 0 and below 1.
        lang : str
            Language of the words in the table, one of `houvast.languages()`.

        Returns
        -------
        Table
            One row per question, in order.

        Raises
        ------
        InvalidValueError
            HV-302 for an option out of range.
        UnknownKeyError
            HV-503 for a language, HV-505 for a wave, HV-506 for an attribute, HV-507 for a relation that does not exist.

        References
        ----------
        Own definition; Cliff (1993); Tastle & Wierman (2007).
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

        It serves the element of its question when the study holds the question's instrument. Keep it with `study.save`.

        Parameters
        ----------
        question : str or AgendaItem
            The question, or its id.
        what : str
            What was agreed.
        owner : str
            Id of the party that sees to it.
        indicator : str
            How to tell that it is reached; "" when that is not known yet.
        target : float, optional
            The value of the indicator to reach.
        due : str
            The day on which it should be reached, as 2026-12-31; "" when there is none.

        Returns
        -------
        Study

        Raises
        ------
        UnknownKeyError
            HV-502 for a question, HV-508 for a party that does not exist.
        InvalidValueError
            HV-302 for an empty text or an infinite target.
        ValidationError
            HV-206 for a day that does not exist.

        References
        ----------
        Own definition (HOUVAST E4.2, E3.5).
        """
    def agreement(
        self,
        by: str | collections.abc.Sequence[str] = "",
        wave: str | int | None = None,
        minimum_answered: tuple[
            typing.SupportsInt | typing.SupportsIndex, typing.SupportsInt | typing.SupportsIndex
        ] = (1, 2),
        level: typing.SupportsFloat | typing.SupportsIndex = 0.95,
        with_private: bool = False,
    ) -> Table:
        """
        Whether the members of a group agree among themselves, on every question and element.

        Columns: wave, instrument, kind, id, text, group, items, n (people with at least one answer). Questions: rwg,
        consensus (Tastle & Wierman), agreement_a (van der Eijk), polarisation. Elements: rwg_j and r_star_wg_j beside each
        other, since the first grows with the number of questions whatever the agreement. Both: average deviation about mean
        and median (ad_mean, ad_median) with its practical limit ad_limit, awg. Over all groups of the row's question or
        element, the same on every row: icc1, icc2, design_effect. reason: why numbers are missing or set to 0. Null
        distribution: uniform; members with gaps count where they answered.

        Parameters
        ----------
        by : str or sequence of str
            Attribute of the parties to split by, one of `study.attributes`, or several: each combination that occurs is a group
            ("ouder + lokaal"), with a column for each attribute; "": everybody together.
        wave : str or int, optional
            Id of a wave; None: every wave.
        minimum_answered : tuple of two int
            Share of an element's questions, as numerator and denominator, that somebody must have answered to have a score.
        level : float
            Confidence level of the intervals, above 0 and below 1.
        with_private : bool
            Also instruments whose answers belong to who gave them.

        Returns
        -------
        Table

        Raises
        ------
        InvalidValueError
            HV-302 for an impossible fraction.
        UnknownKeyError
            HV-505 for a wave, HV-506 for an attribute that does not exist.

        References
        ----------
        James, Demaree & Wolf (1984); Lindell, Brandt & Whitney (1999); Burke, Finkelstein & Dusig (1999); Burke & Dunlap
        (2002); Brown & Hauenstein (2005); Tastle & Wierman (2007); Van der Eijk (2001); Bliese (2000).
        """
    def best_new_ties(
        self,
        k: typing.SupportsInt | typing.SupportsIndex = 3,
        goal: str = "domains",
        *,
        every: bool = False,
        steps: typing.SupportsInt | typing.SupportsIndex | None = None,
        relation: str = "",
        wave: str | int | None = None,
        combinations: typing.SupportsInt | typing.SupportsIndex = 100000,
        threads: typing.SupportsInt | typing.SupportsIndex = 1,
    ) -> graph.NewTies:
        """
        Which few new ties between parties do most for a goal, before and after each.

        Only pairs that were told about and have no tie in either direction can become one: a pair about which nobody told may
        already have it. More ties are not better by themselves: keeping a tie costs time.

        Parameters
        ----------
        k : int
            New ties at most, 1 or more.
        goal : str
            "domains" (pairs of domains with a tie), "parents" (parties near those of parents and young people), a perspective
            (parties near its own), "no_single_point" (fewer cut-off pairs) or "articulation_points" (fewer of them).
        every : bool
            A perspective must be near with all its parties, not with one of them.
        steps : int, optional
            Ties from one to the other at most, 1 or more; None: what suits the goal.
        relation : str
            Id of a relation, one of `study.relations`; "": the first.
        wave : str or int, optional
            Id of a wave; None: the last.
        combinations : int
            Up to so many sets of ties all of them are tried; beyond that the search is greedy, with exact values.
        threads : int
            How many threads compute; 0: as many as the machine has. Never changes the result.

        Returns
        -------
        NewTies
            As `graph.best_new_ties`, with the columns party_a, name_a, party_b, name_b for the ends.

        Raises
        ------
        UnknownKeyError
            HV-505 for a wave, HV-507 for a relation that does not exist.
        InvalidValueError
            HV-302 `k` or `steps` below 1, HV-303 unknown goal, HV-305 when nobody reported on the relation in that wave or
            nobody has the perspective.

        References
        ----------
        Own definition.
        """
    def change(
        self,
        from_wave: str | int | None = None,
        to_wave: str | int | None = None,
        by: str | collections.abc.Sequence[str] = "",
        zeros: str = "wilcox",
        minimum_answered: tuple[
            typing.SupportsInt | typing.SupportsIndex, typing.SupportsInt | typing.SupportsIndex
        ] = (1, 2),
        level: typing.SupportsFloat | typing.SupportsIndex = 0.95,
        with_private: bool = False,
    ) -> Table:
        """
        Who moved, and who came and left: change of the same people apart from the change of the company.

        Questions of a profile, in which no answer is better than another, are left out.
        The panel is who has the same respondent id in both waves and returned the instrument in both; n_came returned it in
        the later wave only, n_left in the earlier wave only. People count in the group of the party that they answered for in
        the later wave (who left: in the earlier one). Better is towards the favourable end of the scale, after turning round
        a reversed question. Columns: from, to (wave ids), instrument, kind, id, text, group; n_panel, n_came, n_left
        (people), n_pairs (of the panel with both answers or scores); share_better, share_same, share_worse, delta_within
        (Cliff's delta within pairs: better - worse); w_plus, p_value, p_adjusted, exact (Wilcoxon signed rank of better minus
        worse; adjusted over all rows); srm with bounds (standardised response mean, above 0 = better); delta with bounds
        (Cliff's delta of everybody in the later against everybody in the earlier wave, as independent samples, above 0 =
        better); top_from, top_to (top-box shares of the pairs), top_came, top_left (of those who came and left);
        high_from, high_to and high_change with bounds (share of high answers, every question counting the same, of the
        questions that the same people answered both times: `stats.mean_share_change`, about all who were asked both times when
        that is known); high_came, high_left (of those who came and left); high_difference with bounds (everybody in the later wave minus everybody in the earlier, as different
        people: `stats.mean_share_difference`); for elements alpha, reliably_better and reliably_worse (shares of the pairs by the
        reliable change index with Cronbach's alpha and the standard deviation of all pairs in the earlier wave); reason.

        Parameters
        ----------
        from_wave : str or int, optional
            Id of the earlier wave; None, together with `to_wave`: the last but one.
        to_wave : str or int, optional
            Id of the later wave; None, together with `from_wave`: the last.
        by : str or sequence of str
            Attribute of the parties to split by, one of `study.attributes`, or several: each combination that occurs is a group
            ("ouder + lokaal"), with a column for each attribute; "": everybody together.
        zeros : str
            Who did not move in Wilcoxon's test: "wilcox" leaves them out, "pratt" ranks them, "zsplit" counts them half.
        minimum_answered : tuple of two int
            Share of an element's questions, as numerator and denominator, that somebody must have answered to have a score.
        level : float
            Confidence level of the intervals, above 0 and below 1.
        with_private : bool
            Also instruments whose answers belong to who gave them.

        Returns
        -------
        Table
            One row per question or element, and group.

        Raises
        ------
        InvalidValueError
            HV-303 only one of `from` and `to`, HV-302 options out of range, `to` not after `from`, HV-305 fewer than two
            waves.
        UnknownKeyError
            HV-505 for a wave, HV-506 for an attribute that does not exist.

        References
        ----------
        Wilcoxon (1945); Cliff (1993); Liang, Fossel & Larson (1990); Jacobson & Truax (1991); Benjamini & Hochberg (1995); Zou &
        Donner (2008).
        """
    def check_release(
        self, policy: str | Policy = "team", *, by: str = "perspective", ledger: str | os.PathLike[str]
    ) -> houvast.release.Planned:
        """
        What a release would add to a ledger, without writing anything.

        Parameters
        ----------
        policy : str or Policy
            As for `release`.
        by : str
            As for `release`.
        ledger : path
            The ledger; there need not be one yet.

        Returns
        -------
        Planned
            How many earlier releases there are, how many figures are new, and why it would be refused, if it would.

        Raises
        ------
        UnknownKeyError
            HV-402 for a policy, HV-506 for an attribute that does not exist.
        DisclosureError
            HV-407 for a ledger in doubt.
        """
    def codebook(self) -> Table:
        """
        What each variable and value of the study is, in Dutch and English, and which codes are missing values.

        Returns
        -------
        Table
            One row per table, variable and value.
        """
    def comparison_caveats(
        self, by: str | collections.abc.Sequence[str] = "perspective", wave: str | int | None = None
    ) -> list[Claim]:
        """
        What is to be borne in mind when groups are compared: on which questions people of two groups who answer alike on the
        whole do not answer alike.

        Parameters
        ----------
        by : str or sequence of str
            Attribute of the parties whose groups are compared, one of `study.attributes`, or several together.
        wave : str or int, optional
            Which one; None: the last.

        Returns
        -------
        list of Claim
            One for every row of `differential_item_functioning` that `differs`.

        Raises
        ------
        InvalidValueError
            HV-303 without `by`.
        UnknownKeyError
            HV-505 for a wave, HV-506 for an attribute that does not exist.

        References
        ----------
        Zumbo (1999), A Handbook on the Theory and Methods of Differential Item Functioning.
        """
    def contrasts(
        self,
        by: str | collections.abc.Sequence[str] = "perspective",
        wave: str | int | None = None,
        minimum_answered: tuple[
            typing.SupportsInt | typing.SupportsIndex, typing.SupportsInt | typing.SupportsIndex
        ] = (1, 2),
        level: typing.SupportsFloat | typing.SupportsIndex = 0.95,
        with_private: bool = False,
    ) -> Table:
        """
        Where groups see the collaboration differently: all pairs of groups on every question and element.

        Questions of a profile, in which no answer is better than another, are left out.
        Values are those of `scores`: answers as given, scale scores with reversed questions turned round. Which answers are
        favourable follows from the scale's direction, the other way for a reversed question. Parties without a value for the
        attribute are in no group. Columns: wave, instrument, kind, id, text, group_x, group_y, n_x, n_y, n_smallest; delta
        with delta_low and delta_high (Cliff's delta, above 0 when x answers more favourably); u, p_value, p_adjusted, exact
        (Mann-Whitney, ties included; adjusted over all rows of this table); top_x, top_y, top_difference with bounds
        (Newcombe); high_x, high_y, high_difference with bounds (share of high answers, every question counting the same, of the
        questions that both groups answered: `stats.mean_share_difference`, about all who were asked when that is known); reason.

        Parameters
        ----------
        by : str or sequence of str
            Attribute of the parties whose groups are compared, one of `study.attributes`, or several together.
        wave : str or int, optional
            Id of a wave; None: every wave.
        minimum_answered : tuple of two int
            Share of an element's questions, as numerator and denominator, that somebody must have answered to have a score.
        level : float
            Confidence level of the intervals, above 0 and below 1.
        with_private : bool
            Also instruments whose answers belong to who gave them.

        Returns
        -------
        Table

        Raises
        ------
        InvalidValueError
            HV-303 without `by`, HV-302 for an impossible fraction or level.
        UnknownKeyError
            HV-505 for a wave, HV-506 for an attribute that does not exist.

        References
        ----------
        Cliff (1993); Feng & Cliff (2004); Mann & Whitney (1947); Newcombe (1998); Benjamini & Hochberg (1995); Zou & Donner
        (2008).
        """
    def coverage(self, wave: str | int | None = None, relation: str = "") -> list[Finding]:
        """
        Runs every check of `checks()` on one wave, in order.

        Checks that the profile calls not applicable are there with that status. Random numbers (C8, C11) have a seed of the
        study's id: the same study gives the same findings.

        Parameters
        ----------
        wave : str or int, optional
            Id of a wave; None: the last.
        relation : str
            Id of a relation, one of `study.relations`; "": the first.

        Returns
        -------
        list of Finding
            One per check.

        Raises
        ------
        UnknownKeyError
            HV-505 for a wave, HV-507 for a relation that does not exist.

        References
        ----------
        HOUVAST (2023), MAO (2022), SAMEN=BETER, Ken je samenwerkingspartner; rules: own definition (docs/method/coverage.md).
        """
    def coverage_table(self, wave: str | int | None = None, relation: str = "", lang: str = "nl") -> Table:
        """
        The findings of every check as a table: check, title, questions, status, sentence, evidence, needed.

        Parameters
        ----------
        wave : str or int, optional
            Id of a wave; None: the last.
        relation : str
            Id of a relation, one of `study.relations`; "": the first.
        lang : str
            Language of the words in the table, one of `houvast.languages()`.

        Returns
        -------
        Table
            One row per finding.

        Raises
        ------
        UnknownKeyError
            HV-503 for a language, HV-505 for a wave, HV-507 for a relation that does not exist.
        """
    def crosswalk(
        self,
        by: str | collections.abc.Sequence[str] = "",
        wave: str | int | None = None,
        relation: str = "",
        level: typing.SupportsFloat | typing.SupportsIndex = 0.95,
        with_private: bool = False,
    ) -> Table:
        """
        What every instrument says about each of the six elements, side by side; never one number.

        Parameters
        ----------
        by : str or sequence of str
            Attribute of the parties to split by, one of `study.attributes`, or several: each combination that occurs is a group
            ("ouder + lokaal"), with a column for each attribute; "": everybody together.
        wave : str or int, optional
            Id of a wave; None: the last.
        relation : str
            Id of a relation, one of `study.relations`; "": the first.
        level : float
            Confidence level of the intervals, above 0 and below 1.
        with_private : bool
            Also instruments whose answers belong to who gave them.

        Returns
        -------
        Table
            One row per element and source.

        Raises
        ------
        InvalidValueError
            HV-302 for a level out of range.
        UnknownKeyError
            HV-505 for a wave, HV-506 for an attribute, HV-507 for a relation that does not exist.

        References
        ----------
        Own definition.
        """
    def differential_item_functioning(
        self,
        by: str | collections.abc.Sequence[str] = "perspective",
        wave: str | int | None = None,
        minimum_answered: tuple[
            typing.SupportsInt | typing.SupportsIndex, typing.SupportsInt | typing.SupportsIndex
        ] = (1, 2),
        level: typing.SupportsFloat | typing.SupportsIndex = 0.95,
        with_private: bool = False,
    ) -> Table:
        """
        Do people of two groups who answer alike on the whole answer a question alike? Every two groups with 30 answers each.

        People are held alike by how favourable, on average, all rated questions of the instrument are answered.
        Three proportional-odds models of every question: by the matching score; and by group; and by their product. Their
        likelihood ratios test whether one group answers otherwise at the same score throughout (uniform), whether that depends
        on the score (non-uniform), and both together. Columns: wave, instrument, kind, id, text, group_x, group_y, n_x, n_y; chi2, p_value, p_adjusted
        (both together, 2 degrees of freedom; adjusted over all rows); chi2_uniform, p_uniform; chi2_nonuniform, p_nonuniform;
        log_odds (uniform; above 0 when x answers more favourably at the same score); r2_gain (Nagelkerke's), size
        ("negligible", "moderate", "large"), differs (p_adjusted below 0.05 and not negligible), reason.

        Parameters
        ----------
        by : str or sequence of str
            Attribute of the parties whose groups are compared, one of `study.attributes`, or several together.
        wave : str or int, optional
            Id of a wave; None: every wave.
        minimum_answered : tuple of two int
            Share of an element's questions, as numerator and denominator, that somebody must have answered to have a score.
        level : float
            Confidence level of the intervals, above 0 and below 1.
        with_private : bool
            Also instruments whose answers belong to who gave them.

        Returns
        -------
        Table
            One row per wave, question and every two groups.

        Raises
        ------
        InvalidValueError
            HV-303 without `by`, HV-302 for an impossible fraction or level.
        UnknownKeyError
            HV-505 for a wave, HV-506 for an attribute that does not exist.

        References
        ----------
        Zumbo (1999), A Handbook on the Theory and Methods of Differential Item Functioning; Jodoin & Gierl (2001), Applied
        Measurement in Education 14, 329-349; fewest answers: own rule.
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
    def gerdes(
        self,
        by: str | collections.abc.Sequence[str] = "",
        wave: str | int | None = None,
        object: str = "whole",
        per_object: bool = False,
    ) -> Table:
        """
        How assessors see each dimension; stages are ordered, never averaged, and there is no composite of dimensions.

        Parameters
        ----------
        by : str or sequence of str
            Attribute of the parties to split by, one of `study.attributes`, or several: each combination that occurs is a group
            ("ouder + lokaal"), with a column for each attribute; "": everybody together.
        wave : str or int, optional
            Id of a wave; None: every wave.
        object : str
            What was assessed: "whole" (the collaboration), "pair" (of two parties) or "party" (one party's ties).
        per_object : bool
            Each pair, or each party's ties, on its own.

        Returns
        -------
        Table
            One row per dimension, wave and group, and per object with `per_object`.

        Raises
        ------
        UnknownKeyError
            HV-505 for a wave, HV-506 for an attribute that does not exist.
        InvalidValueError
            HV-303 for another object.

        References
        ----------
        Gerdes, Goei, Huizinga & De Ruyter (2020); consensus: Tastle & Wierman (2007), eq. 1.
        """
    def gerdes_change(
        self,
        from_wave: str | int | None = None,
        to_wave: str | int | None = None,
        by: str | collections.abc.Sequence[str] = "",
        object: str = "whole",
        level: typing.SupportsFloat | typing.SupportsIndex = 0.95,
    ) -> Table:
        """
        Who came to see a later or an earlier stage: the same assessor on the same object and dimension in two waves.

        Assessors count in the group of the party that they belong to in the later wave (who left: in the earlier one).
        Columns: from, to, dimension, title, group, inferred_order; n_both (judged in both waves), n_joined, n_left (in one of
        them only), n_pairs (of n_both: a stage in both); up, same, down; median interval of the pairs in both waves; share_up
        with bounds (of those who moved; Wilson), p_value (exact sign test), p_adjusted (over all rows of this table);
        came_to_know, no_longer_know (from and to don't know); reason. Bounds and test are missing when somebody judged
        several objects. Types have no order and no row.

        Parameters
        ----------
        from_wave : str or int, optional
            Id of the earlier wave; None, together with `to_wave`: the last but one.
        to_wave : str or int, optional
            Id of the later wave; None, together with `from_wave`: the last.
        by : str or sequence of str
            Attribute of the parties to split by, one of `study.attributes`, or several: each combination that occurs is a group
            ("ouder + lokaal"), with a column for each attribute; "": everybody together.
        object : str
            What was assessed: "whole" (the collaboration), "pair" (of two parties) or "party" (one party's ties).
        level : float
            Confidence level of the intervals, above 0 and below 1.

        Returns
        -------
        Table

        Raises
        ------
        InvalidValueError
            HV-303 only one of `from` and `to`, HV-302 a level out of range or `to` not after `from`, HV-305 fewer than two
            waves.
        UnknownKeyError
            HV-505 for a wave, HV-506 for an attribute that does not exist.

        References
        ----------
        Dixon & Mood (1946); Wilson (1927); Benjamini & Hochberg (1995).
        """
    def gerdes_contrasts(
        self,
        by: str | collections.abc.Sequence[str] = "perspective",
        wave: str | int | None = None,
        object: str = "whole",
        level: typing.SupportsFloat | typing.SupportsIndex = 0.95,
    ) -> Table:
        """
        Where groups see the stages differently: all pairs of groups on every dimension.

        Who belongs to a party without a value for the attribute, or to no party, is in no group. Columns: wave, dimension,
        title, group_x, group_y, inferred_order; n_x, n_y (named a stage), dont_know_x, dont_know_y and their shares; median
        interval of each; delta with bounds (Cliff's delta, above 0 when x names later stages); superiority (chance that
        somebody of x names a later stage than somebody of y, equal counting half); p_value, p_adjusted (over all rows of this
        table), exact (Mann-Whitney, ties included); reason. Bounds and test are missing when somebody judged several objects,
        because those judgements are not independent. Types have no order and no row.

        Parameters
        ----------
        by : str or sequence of str
            Attribute of the parties whose groups are compared, one of `study.attributes`, or several together.
        wave : str or int, optional
            Id of a wave; None: every wave.
        object : str
            What was assessed: "whole" (the collaboration), "pair" (of two parties) or "party" (one party's ties).
        level : float
            Confidence level of the intervals, above 0 and below 1.

        Returns
        -------
        Table

        Raises
        ------
        InvalidValueError
            HV-303 without `by`, HV-302 a level out of range.
        UnknownKeyError
            HV-505 for a wave, HV-506 for an attribute that does not exist.

        References
        ----------
        Cliff (1993); Feng & Cliff (2004); Mann & Whitney (1947); Benjamini & Hochberg (1995).
        """
    def gerdes_pairs(self, wave: str | int | None = None, object: str = "pair") -> Table:
        """
        What the two sides of each pair say, per wave and dimension; of a party: what it says of its own ties, and what all
        others say. Types have no order and no row.

        Parameters
        ----------
        wave : str or int, optional
            Id of a wave; None: every wave.
        object : str
            "pair", or "party" (one party's ties).

        Returns
        -------
        Table

        Raises
        ------
        InvalidValueError
            HV-303 for another word.
        UnknownKeyError
            HV-505 for a wave that does not exist.
        """
    def gerdes_plot_data(
        self,
        by: str | collections.abc.Sequence[str] = "",
        wave: str | int | None = None,
        object: str = "whole",
        level: typing.SupportsFloat | typing.SupportsIndex = 0.95,
    ) -> Table:
        """
        What a Kiviat figure or dot profile draws: one row per stage of each dimension, wave and group.

        Columns: wave, dimension, title, group, inferred_order, axis (1 = first dimension), stage, stage_title, count, share
        with its Wilson interval, within_median (the median interval covers this stage), n, dont_know.

        Parameters
        ----------
        by : str or sequence of str
            Attribute of the parties to split by, one of `study.attributes`, or several: each combination that occurs is a group
            ("ouder + lokaal"), with a column for each attribute; "": everybody together.
        wave : str or int, optional
            Id of a wave; None: every wave.
        object : str
            What was assessed: "whole" (the collaboration), "pair" (of two parties) or "party" (one party's ties).
        level : float
            Confidence level of the intervals, above 0 and below 1.

        Returns
        -------
        Table

        Raises
        ------
        UnknownKeyError
            HV-505 for a wave, HV-506 for an attribute that does not exist.
        InvalidValueError
            HV-302 for a level out of range.

        References
        ----------
        Own definition; interval: Wilson (1927).
        """
    def gerdes_reached(
        self,
        by: str | collections.abc.Sequence[str] = "",
        wave: str | int | None = None,
        object: str = "whole",
        share: tuple[typing.SupportsInt | typing.SupportsIndex, typing.SupportsInt | typing.SupportsIndex] = (2, 3),
        minimum: typing.SupportsInt | typing.SupportsIndex = 5,
        level: typing.SupportsFloat | typing.SupportsIndex = 0.95,
    ) -> Table:
        """
        Which stages are reached by the stated share of assessors, and whether the don't knows could change that.

        One row per wave, dimension, group and stage above the lowest (the lowest is reached by everyone who names a stage).
        Columns: wave, dimension, title, group, inferred_order, stage, stage_title; n, at_least (named it or a later one),
        share with its Wilson interval; dont_know, share_if_not and share_if_all (the share when all who do not know are put
        below, or at, the stage); wanted ("2/3"); reached: yes, no, depends (on those who do not know) or unknown (too few).
        Types have no order and no row.

        Parameters
        ----------
        by : str or sequence of str
            Attribute of the parties to split by, one of `study.attributes`, or several: each combination that occurs is a group
            ("ouder + lokaal"), with a column for each attribute; "": everybody together.
        wave : str or int, optional
            Id of a wave; None: every wave.
        object : str
            What was assessed: "whole" (the collaboration), "pair" (of two parties) or "party" (one party's ties).
        share : tuple of two int
            The share of those who name a stage, as numerator and denominator, that must be there; above 0, at most 1.
        minimum : int
            Fewer people than this who name a stage: unknown.
        level : float
            Confidence level of the intervals, above 0 and below 1.

        Returns
        -------
        Table

        Raises
        ------
        InvalidValueError
            HV-302 a share, minimum or level out of range.
        UnknownKeyError
            HV-505 for a wave, HV-506 for an attribute that does not exist.

        References
        ----------
        Own definition; interval: Wilson (1927).
        """
    def gerdes_strengthening(
        self,
        complexity: str = "",
        wished: collections.abc.Mapping[str, typing.SupportsInt | typing.SupportsIndex] = {},
        by: str | collections.abc.Sequence[str] = "",
        wave: str | int | None = None,
        object: str = "whole",
        share: tuple[typing.SupportsInt | typing.SupportsIndex, typing.SupportsInt | typing.SupportsIndex] = (2, 3),
        minimum: typing.SupportsInt | typing.SupportsIndex = 5,
        level: typing.SupportsFloat | typing.SupportsIndex = 0.95,
        lang: str = "nl",
    ) -> Table:
        """
        Which dimensions qualify for strengthening, and where an earlier stage would do: something to talk about, no grade.

        The wished stage follows from the complexity: simple questions ask the lowest stage, composite ones the middle,
        complex ones the highest. A dimension qualifies when fewer than the stated share are at the wished stage. One row per
        wave that asked for the stages, dimension and group, also for groups that judged nothing: they are unknown. Types have
        no next one, so they have a row only when one of them is wished; then who names that very type is counted. Columns:
        wave, dimension, title, group, inferred_order; n, dont_know; wished, wished_title; at_least (at the wished stage or a
        later one), share with its Wilson interval; stage_reached (the highest stage that the stated share reached); status:
        strengthen, fits, lower_fits (the stated share is at a later stage than the questions ask) or unknown (too few, or
        those who do not know could change it); reason in words; to_stage, to_title, to_description (the next stage, or the
        earlier one that would do).

        Parameters
        ----------
        complexity : str
            What the questions are that the collaboration is for: "simple", "composite" or "complex"; "" when every dimension
            has a wished stage.
        wished : dict
            Dimension id to the stage that is wished for it, instead of what follows from the complexity.
        by : str or sequence of str
            Attribute of the parties to split by, one of `study.attributes`, or several: each combination that occurs is a group
            ("ouder + lokaal"), with a column for each attribute; "": everybody together.
        wave : str or int, optional
            Id of a wave; None: every wave.
        object : str
            What was assessed: "whole" (the collaboration), "pair" (of two parties) or "party" (one party's ties).
        share : tuple of two int
            The share of those who name a stage, as numerator and denominator, that must be there; above 0, at most 1.
        minimum : int
            Fewer people than this who name a stage: unknown.
        level : float
            Confidence level of the intervals, above 0 and below 1.
        lang : str
            Language of the words in the table, one of `houvast.languages()`.

        Returns
        -------
        Table

        Raises
        ------
        InvalidValueError
            HV-302 a share, minimum or level out of range, or a wished stage off its scale.
        UnknownKeyError
            HV-502 for a dimension that does not exist, HV-505 for a wave, HV-506 for an attribute that does not exist.

        References
        ----------
        Own definition, after SAMEN=BETER (collaboration pays for complex questions, and can harm for simple ones).
        """
    def header_json(self) -> str:
        """
        What `study.json` of a folder holds: everything but the tables.

        Returns
        -------
        str
            JSON (docs/reference/study-format.md).
        """
    def item_analysis(
        self,
        by: str | collections.abc.Sequence[str] = "",
        wave: str | int | None = None,
        minimum_answered: tuple[
            typing.SupportsInt | typing.SupportsIndex, typing.SupportsInt | typing.SupportsIndex
        ] = (1, 2),
        level: typing.SupportsFloat | typing.SupportsIndex = 0.95,
        with_private: bool = False,
    ) -> Table:
        """
        What each question does to its element, per wave and group.

        Columns: wave, instrument, kind, id, text, element, group, n, mean, sd, item_rest_correlation, alpha_if_dropped,
        reason (pairwise missing, reversed questions turned round).

        Parameters
        ----------
        by : str or sequence of str
            Attribute of the parties to split by, one of `study.attributes`, or several: each combination that occurs is a group
            ("ouder + lokaal"), with a column for each attribute; "": everybody together.
        wave : str or int, optional
            Id of a wave; None: every wave.
        minimum_answered : tuple of two int
            Share of an element's questions, as numerator and denominator, that somebody must have answered to have a score.
        level : float
            Confidence level of the intervals, above 0 and below 1.
        with_private : bool
            Also instruments whose answers belong to who gave them.

        Returns
        -------
        Table

        Raises
        ------
        InvalidValueError
            HV-302 for an impossible level.
        UnknownKeyError
            HV-505 for a wave, HV-506 for an attribute that does not exist.

        References
        ----------
        Cronbach (1951); Henrysson (1963).
        """
    def knockouts(
        self,
        by: str = "party",
        *,
        sets: str
        | collections.abc.Mapping[str, collections.abc.Iterable[str]]
        | collections.abc.Iterable[str | collections.abc.Iterable[str]]
        | None = None,
        relation: str = "",
        wave: str | int | None = None,
        lang: str = "nl",
    ) -> Table:
        """
        What the others lose when a party, an organisation, a role or a chosen set leaves.

        A row for each, in the order of the study (no ranking). Columns: `leaving` (id), `name`, `parties` (how many leave),
        `remaining`; `unreachable` and `unreachable_ids`: remaining parties that lose the largest remaining part of their
        component; `components`, `largest`, `pairs_disconnected`: of what remains, direction ignored; `expertise_gone`:
        expertise that nobody has any more; `expertise_reach_lost`: pairs of a remaining party and an expertise that were at
        most the profile's `steps` ties apart and no longer are, ties with a direction followed outward;
        `expertise_out_of_reach`: the expertise in those pairs. Ids are separated by ;. Unreported ties may exist where
        parties were silent, so that what is lost may be less: provenance tells the observed and possible dyads.

        Parameters
        ----------
        by : str
            Who leaves in each row: "party", "organisation", "role" or another attribute of the parties.
        sets : dict or list, optional
            Instead of `by`: a dict from name to party ids, or a list of lists of party ids.
        relation : str
            Id of a relation, one of `study.relations`; "": the first.
        wave : str or int, optional
            Id of a wave; None: the last.
        lang : str
            Language of the words in the table, one of `houvast.languages()`.

        Returns
        -------
        Table

        Raises
        ------
        UnknownKeyError
            HV-505 for a wave, HV-506 for an attribute that does not exist, HV-507 for a relation that
            does not exist, HV-508 a party of a set that is not in the network.
        InvalidValueError
            HV-305 when nobody reported on the relation in that wave.

        References
        ----------
        Own definition.
        """
    def multiplex(
        self,
        wave: str | int | None = None,
        relations: collections.abc.Sequence[str] = [],
        rule: str | None = None,
        minimum_strength: typing.SupportsFloat | typing.SupportsIndex = 0.0,
    ) -> Multiplex:
        """
        Which relations run between which parties, and how much relations overlap.

        In a relation with direction that is compared as pairs, a pair is tied when it is so either way, and observed when it
        is so both ways.

        Parameters
        ----------
        wave : str or int, optional
            Id of a wave; None: the last.
        relations : sequence of str
            Ids of relations, two or more; none: all that were asked.
        rule : str, optional
            When a tie counts: "source" (its sender says so), "either" or "maximum" (one side does), "both" or "minimum" (both
            do); None: what suits the relation.
        minimum_strength : float
            Reported ties that are weaker than this do not count.

        Returns
        -------
        Multiplex

        Raises
        ------
        UnknownKeyError
            HV-505 for a wave, HV-507 for a relation that does not exist.
        InvalidValueError
            HV-302 for a strength out of range, HV-303 for another rule, HV-304 for the same relation twice, HV-305 for fewer
            than two relations, or a named one that nobody reported on.

        References
        ----------
        Jaccard index over observed pairs; multiplexity after Wasserman & Faust (1994), ch. 3: own definition.
        """
    def need_matrix(self, wave: str | int | None = None, lang: str = "nl") -> Table:
        """
        Who offers what for whom: need × age × support level, in the profile's order, with its gaps and overlaps.

        A gap is a cell that the profile expects and nobody offers; an overlap is a cell with at least `overlap` providers
        (profile's thresholds). Parties of one organisation count once.

        Parameters
        ----------
        wave : str or int, optional
            Id of a wave; None: the last.
        lang : str
            Language of the words in the table, one of `houvast.languages()`.

        Returns
        -------
        Table
            One row per need, age and support level; empty when the profile names none. Empty when the profile names no needs,
            ages or support levels.

        Raises
        ------
        UnknownKeyError
            HV-503 for a language, HV-505 for a wave that does not exist.

        References
        ----------
        Preventiematrix (NJi); own definition.
        """
    def network(
        self,
        relation: str | None = None,
        wave: str | int | None = None,
        rule: str | None = None,
        minimum_strength: typing.SupportsFloat | typing.SupportsIndex = 0.0,
        level: str = "party",
        response_bands: tuple[
            typing.SupportsFloat | typing.SupportsIndex, typing.SupportsFloat | typing.SupportsIndex
        ] = (0.8, 0.6),
    ) -> StudyNetwork:
        """
        Who works with whom: one relation in one wave, with what silence hides.

        Parameters
        ----------
        relation : str, optional
            Id of a relation, one of `study.relations`; None: the first.
        wave : str or int, optional
            Id of a wave; None: the last.
        rule : str, optional
            When a tie counts: "source" (its sender says so), "either" or "maximum" (one side does), "both" or "minimum" (both
            do); None: what suits the relation.
        minimum_strength : float
            Reported ties that are weaker than this do not count.
        level : str
            "party", or an attribute such as "organisation" or "domain" to take parties together.
        response_bands : tuple of two float
            Response from which numbers are usable, and usable with care; shares from 0 to 1.

        Returns
        -------
        StudyNetwork

        Raises
        ------
        UnknownKeyError
            HV-505 for a wave, HV-506 for a level, HV-507 for a relation that does not exist.
        InvalidValueError
            HV-302 for a strength or bands out of range, HV-303 for another rule, HV-305 when nobody reported on the relation
            in that wave.

        References
        ----------
        Wasserman & Faust (1994), ch. 4; bounds: own definition.
        """
    def network_change(
        self,
        from_wave: str | int | None = None,
        to_wave: str | int | None = None,
        relation: str | None = None,
        rule: str | None = None,
        minimum_strength: typing.SupportsFloat | typing.SupportsIndex = 0.0,
    ) -> NetworkChange:
        """
        What stayed, came and went between two waves, over parties in both waves and pairs observed in both.

        A tie that only one wave could see is no change. Parties that joined or left, and pairs about which silence reigned in
        one of the waves, are counted apart.

        Parameters
        ----------
        from_wave : str or int, optional
            Id of the earlier wave; None, together with `to_wave`: the last but one.
        to_wave : str or int, optional
            Id of the later wave; None, together with `from_wave`: the last.
        relation : str, optional
            Id of a relation, one of `study.relations`; None: the first.
        rule : str, optional
            When a tie counts: "source" (its sender says so), "either" or "maximum" (one side does), "both" or "minimum" (both
            do); None: what suits the relation.
        minimum_strength : float
            Reported ties that are weaker than this do not count.

        Returns
        -------
        NetworkChange

        Raises
        ------
        UnknownKeyError
            HV-505 for a wave, HV-507 for a relation that does not exist.
        InvalidValueError
            HV-302 when `from_wave` is not before `to_wave`, HV-303 for another rule, HV-305 when there is one wave or nobody
            reported on the relation in one of them.

        References
        ----------
        Jaccard over ties: Snijders, van de Bunt & Steglich (2010), Social Networks 32(1), section 3.1; Hamming distance:
        Banks & Carley (1994), Journal of Classification 11(1); what is left out: own definition.
        """
    def open_answers(self, wave: str | None = None) -> houvast.results.open_answers.OpenAnswers:
        """
        What people wrote, by wave and element; for inside use, and in nothing that is released.

        Addresses, numbers of persons and the full names of people on the roster are masked. Who wrote what is not told:
        answers are sorted. Instruments that are private to their author are left out. `tidy_answers` has the texts as they
        were written.

        Parameters
        ----------
        wave : str, optional
            Id of one wave; None: all.

        Returns
        -------
        OpenAnswers
            A tuple of OpenQuestion, with `say(lang)` and `to_frame()`.

        Raises
        ------
        UnknownKeyError
            HV-505 for a wave that does not exist.
        """
    def partners(self, wave: str | int | None = None, relation: str = "") -> Table:
        """
        The know-your-partner conditions P1 to P4 of each tie: met, one_sided, unmet or unknown, and who said what.

        Parameters
        ----------
        wave : str or int, optional
            Id of a wave; None: the last.
        relation : str
            Id of a relation, one of `study.relations`; "": the first.

        Returns
        -------
        Table
            One row per tie.

        Raises
        ------
        UnknownKeyError
            HV-505 for a wave, HV-507 for a relation that does not exist.

        References
        ----------
        Duijsters, Ken je samenwerkingspartner (four conditions); states: own definition.
        """
    def partners_by_domain(self, wave: str | int | None = None, relation: str = "") -> Table:
        """
        The four conditions between each two domains, and inside each domain, that take part in the wave.

        Parties without a domain stand under the empty id. One row per pair of domains and condition, also without ties.
        Columns: domain_a, domain_b (in the order of the profile), condition, title; ties, told (both sides said), met,
        one_sided, unmet, unknown, one_told (of the unknown: one side said).

        Parameters
        ----------
        wave : str or int, optional
            Id of a wave; None: the last.
        relation : str
            Id of a relation, one of `study.relations`; "": the first.

        Returns
        -------
        Table
            One row per pair of domains and condition.

        Raises
        ------
        UnknownKeyError
            HV-505 for a wave, HV-507 for a relation that does not exist.

        References
        ----------
        Duijsters, Ken je samenwerkingspartner (four conditions); states: own definition.
        """
    def plan(
        self,
        difference: typing.SupportsFloat | typing.SupportsIndex = 0.25,
        by: str | collections.abc.Sequence[str] = "perspective",
        wave: str | int | None = None,
        breadth: str = "question",
        power: typing.SupportsFloat | typing.SupportsIndex = 0.8,
        share: typing.SupportsFloat | typing.SupportsIndex = 0.5,
        correlation: typing.SupportsFloat | typing.SupportsIndex = 0.2,
        level: typing.SupportsFloat | typing.SupportsIndex = 0.97,
    ) -> Plan:
        """
        How many of which group must answer before a difference between groups, or a change, can be told.

        Asked before a round, of its roster. Reckoned with the tests that decide what a report says and with their correction.
        Of every two groups with five people or more: as many of both as long as the smaller has them, and then more of the
        larger. `needed` is missing when all are not enough; then `smallest` tells which difference could be told.

        Parameters
        ----------
        difference : float
            Wished size: between two shares of high answers, above 0; 0.25 is 25 percentage points.
        by : str or sequence of str
            Attribute of the parties whose groups are compared, one of `study.attributes`, or several together.
        wave : str or int, optional
            Whose roster counts; None: the last one.
        breadth : str
            Of what the difference is: "question", "element" (one of the fewest questions that an element has) or "instrument".
        power : float
            Wished chance that the difference is told when it is there.
        share : float
            Share of high answers halfway the two; 0.5 asks the most people.
        correlation : float
            Between any two answers of one person, of one wave or of two; 0 or more.
        level : float
            Of the tests; a report uses 0.97.

        Returns
        -------
        Plan
            Its `table`, and `claims` that say it.

        Raises
        ------
        InvalidValueError
            HV-302 for a number that cannot be, HV-303 without `by` or for another breadth.
        UnknownKeyError
            HV-505 for a wave, HV-506 for an attribute that does not exist.

        References
        ----------
        Own definition; tests: Westfall & Young (1993); enumeration of the exact test: Casagrande, Pike & Smith (1978).
        """
    def pooled_shares(
        self,
        by: str | collections.abc.Sequence[str] = "perspective",
        wave: str | int | None = None,
        minimum_answered: tuple[
            typing.SupportsInt | typing.SupportsIndex, typing.SupportsInt | typing.SupportsIndex
        ] = (1, 2),
        level: typing.SupportsFloat | typing.SupportsIndex = 0.95,
        with_private: bool = False,
    ) -> Table:
        """
        Shares of high answers of groups, each drawn towards those of all groups as far as the groups are alike.

        For research on small groups, beside their own shares (`high_share` of `scores`): nothing that a report says is made
        from them. As `stats.pooled_shares`, of every question and element. Columns: wave, instrument, kind, id, text, group, n;
        share with bounds, pooled with bounds, own_weight (how much of the pooled share is the group's own), reason.

        Parameters
        ----------
        by : str or sequence of str
            Attribute of the parties whose groups are compared, one of `study.attributes`, or several together.
        wave : str or int, optional
            Id of a wave; None: every wave.
        minimum_answered : tuple of two int
            Share of an element's questions, as numerator and denominator, that somebody must have answered to have a score.
        level : float
            Confidence level of the intervals, above 0 and below 1.
        with_private : bool
            Also instruments whose answers belong to who gave them.

        Returns
        -------
        Table
            One row per wave, question or element, and group; pooled with three groups or more.

        Raises
        ------
        InvalidValueError
            HV-303 without `by`, HV-302 for an impossible fraction or level.
        UnknownKeyError
            HV-505 for a wave, HV-506 for an attribute that does not exist.

        References
        ----------
        Lee & Sabavala (1987), Journal of Business & Economic Statistics 5, 357-367; Korn & Graubard (1998), Survey Methodology
        24, 193-201; Gelman (2006), Bayesian Analysis 1, 515-534.
        """
    def positions(self, wave: str | int | None = None, relation: str = "") -> dict:
        """
        Where every party stands in the network of one relation.

        Parameters
        ----------
        wave : str or int, optional
            Id of a wave; None: the last.
        relation : str
            Id of a relation, one of `study.relations`; "": the first.

        Returns
        -------
        dict of str to str
            Party id to "present", "invited_but_silent", "present_but_isolated", "reachable_only_through_one_broker" or
            "ties_not_measured"; without the parties that are not in the wave.

        Raises
        ------
        UnknownKeyError
            HV-505 for a wave, HV-507 for a relation that does not exist.

        References
        ----------
        Own definition (docs/method/coverage.md).
        """
    def prevention_matrix(self, wave: str | None = None) -> houvast.results.prevention.PreventionMatrix:
        """
        What is offered per support level and age, as in the prevention matrix; for inside use, and in nothing released.

        A cell holds what people wrote in it (table `matrix`; addresses, numbers of persons and the full names of people on
        the roster are masked), and what parties offer there (column `offers`). A cell that the profile expects and in which
        nothing is known is a gap. Where at least so many offers or organisations stand side by side as the profile's
        threshold `overlap` says, they may overlap: that is for people to judge.

        Parameters
        ----------
        wave : str, optional
            Id of a wave, whose parties count; None: the last.

        Returns
        -------
        PreventionMatrix
            A tuple of PreventionCell, with `say(lang)` and `to_frame()`; empty when the profile has no support levels or
            ages.

        Raises
        ------
        UnknownKeyError
            HV-505 for a wave that does not exist.

        References
        ----------
        Preventiematrix (NJi): rows, columns and what a cell is for; gaps and overlaps by own definition.
        """
    def progress(self, wave: str | int | None = None) -> Table:
        """
        How far every goal and agreement is in a wave, by the values up to that wave.

        Days are compared with the wave's date, never with today. Secured: true when the goal was reached and every later
        value still reaches it, false when a later value does not, nothing when there is no later value.

        Parameters
        ----------
        wave : str or int, optional
            Id of a wave; None: the last.

        Returns
        -------
        Table
            One row per goal or agreement, in the study's order; a column `value:WAVE` per wave.

        Raises
        ------
        UnknownKeyError
            HV-505 for a wave that does not exist.

        References
        ----------
        Own definition (HOUVAST E4.2: attainable goals, follow progress; E3.5: secure what was reached).
        """
    def release(
        self,
        policy: str | Policy = "team",
        *,
        by: str = "perspective",
        agenda_length: int = 5,
        goals: str = "counts",
        complexity: str | None = None,
        ledger: str | os.PathLike[str] | None = None,
    ) -> Release:
        """
        What may be shown to others under a policy.

        Parameters
        ----------
        policy : str or Policy
            "team" (groups of 5 people or more), "external" (10 or more), or a Policy with a threshold of its own.
        by : str
            The one attribute that released scores and networks are split by: "perspective", "domain", "sector", "level",
            or a column that the study declares (`study.split_by`); "" for totals only, networks by domain.
        agenda_length : int
            Questions on the agenda at most; 1 or more.
        goals : str
            "counts" tells how many goals and agreements there are; "text" gives them in their own words, with their values.
        complexity : str, optional
            "simple", "composite" or "complex": adds which dimensions of Gerdes suit such questions.
        ledger : path, optional
            File that keeps which people stood behind each earlier release, as keyed digests; made when there is none. None:
            the release is not looked at beside earlier ones, and says so.

        Returns
        -------
        Release
            Numbers in bands, shares as steps, and claims: everything that may leave, and nothing else.

        Raises
        ------
        UnknownKeyError
            HV-402 for a policy, HV-506 for an attribute that does not exist.
        DisclosureError
            HV-405 for an attribute that nothing that leaves may be split by.
        InvalidValueError
            HV-302 for a length below 1, HV-303 for another choice of goals or complexity.
        DisclosureError
            HV-406 for a release that beside an earlier one would tell of few people, HV-407 for a ledger in doubt.
        """
    def reliability(
        self,
        by: str | collections.abc.Sequence[str] = "",
        wave: str | int | None = None,
        minimum_answered: tuple[
            typing.SupportsInt | typing.SupportsIndex, typing.SupportsInt | typing.SupportsIndex
        ] = (1, 2),
        level: typing.SupportsFloat | typing.SupportsIndex = 0.95,
        with_private: bool = False,
    ) -> Table:
        """
        Whether the questions of an element measure one thing, per wave and group.

        Columns: wave, instrument, kind, id, text, group, items; n (people with at least one answer) and alpha with bounds
        (Cronbach, pairwise missing; Feldt); n_listwise (people who answered every question) and alpha_listwise with bounds;
        standardized_alpha, omega_total (pairwise); spearman_brown with bounds (elements of two questions); reason. Reversed
        questions are turned round by the declared bounds.

        Parameters
        ----------
        by : str or sequence of str
            Attribute of the parties to split by, one of `study.attributes`, or several: each combination that occurs is a group
            ("ouder + lokaal"), with a column for each attribute; "": everybody together.
        wave : str or int, optional
            Id of a wave; None: every wave.
        minimum_answered : tuple of two int
            Share of an element's questions, as numerator and denominator, that somebody must have answered to have a score.
        level : float
            Confidence level of the intervals, above 0 and below 1.
        with_private : bool
            Also instruments whose answers belong to who gave them.

        Returns
        -------
        Table

        Raises
        ------
        InvalidValueError
            HV-302 for an impossible level.
        UnknownKeyError
            HV-505 for a wave, HV-506 for an attribute that does not exist.

        References
        ----------
        Cronbach (1951); Feldt, Woodruff & Salih (1987); McDonald (1999); Eisinga, Te Grotenhuis & Pelzer (2013).
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
        by: str | collections.abc.Sequence[str] = "",
        wave: str | int | None = None,
        minimum_answered: tuple[
            typing.SupportsInt | typing.SupportsIndex, typing.SupportsInt | typing.SupportsIndex
        ] = (1, 2),
        level: typing.SupportsFloat | typing.SupportsIndex = 0.95,
        with_private: bool = False,
        mean: bool = False,
        seed: typing.SupportsInt | typing.SupportsIndex = 0,
    ) -> Table:
        """
        How a group answers each question and element.

        Rows: by wave, instrument, element (its questions first, then the element), group in order of the vocabulary or of
        first appearance. Questions that are open, and instruments not asked in a wave, have no row.

        Parameters
        ----------
        by : str or sequence of str
            Attribute of the parties to split by, one of `study.attributes`, or several: each combination that occurs is a group
            ("ouder + lokaal"), with a column for each attribute; "": everybody together.
        wave : str or int, optional
            Id of a wave; None: every wave.
        minimum_answered : tuple of two int
            Share of an element's questions, as numerator and denominator, that somebody must have answered to have a score.
        level : float
            Confidence level of the intervals, above 0 and below 1.
        with_private : bool
            Also instruments whose answers belong to who gave them.
        mean : bool
            Also the mean with a bootstrap interval, for those who ask for it.
        seed : int
            Of the bootstrap; the same seed gives the same interval everywhere.

        Returns
        -------
        Table
            One row per wave, question or element, and group.

        Raises
        ------
        UnknownKeyError
            HV-505 for a wave, HV-506 for an attribute that does not exist.
        InvalidValueError
            HV-302 for an impossible fraction or level.

        References
        ----------
        Own definition; Wilson (1927) for the interval.
        """
    def tables(self) -> dict:
        """
        The tables of a folder, as texts; exact data, for inside use.

        Returns
        -------
        dict
            Table name to (columns, rows).
        """
    def term_title(self, attribute: str, id: str, lang: str) -> str:
        """
        The words for a value of an attribute.

        Parameters
        ----------
        attribute : str
            "domain", "sector", "level", "perspective", or another, whose values have no other words.
        id : str
            The value.
        lang : str
            Language, one of `houvast.languages()`.

        Returns
        -------
        str
            The title in the profile of the study, else the value itself.

        Raises
        ------
        UnknownKeyError
            HV-503 for a language that does not exist.
        """
    def tidy_answers(self, lang: str = "nl") -> Table:
        """
        Every question that could have been answered, one row per wave, respondent and question; exact, for inside use.

        Parameters
        ----------
        lang : str
            Language of the words in the table, one of `houvast.languages()`.

        Returns
        -------
        Table
            Columns wave, respondent, party, instrument, element, question, state, value, label, text.

        Raises
        ------
        UnknownKeyError
            HV-503 for a language that does not exist.

        References
        ----------
        Own definition.
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
        The study as one JSON text; exact data, for inside use.

        Returns
        -------
        str
            The one-file form (docs/reference/study-format.md).
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
    def two_mode(self, kind: str = "expertise", wave: str | int | None = None) -> TwoMode:
        """
        Which party has which expertise, or answered which question.

        A party that lists no expertise, or of which nobody answered, is not counted as having none.

        Parameters
        ----------
        kind : str
            "expertise", or "questions" (rated ones, of instruments that are not private).
        wave : str or int, optional
            Id of a wave; None: the last.

        Returns
        -------
        TwoMode

        Raises
        ------
        InvalidValueError
            HV-303 another kind.
        UnknownKeyError
            HV-505 for a wave that does not exist.

        References
        ----------
        Borgatti & Everett (1997), Social Networks 19(3): density; what silence does: own definition.
        """
    def unit_scores(
        self,
        by: str | collections.abc.Sequence[str] = "",
        wave: str | int | None = None,
        unit: str = "organisations",
        weights: typing.Annotated[numpy.typing.ArrayLike, numpy.float64] | None = None,
        minimum_answered: tuple[
            typing.SupportsInt | typing.SupportsIndex, typing.SupportsInt | typing.SupportsIndex
        ] = (1, 2),
        level: typing.SupportsFloat | typing.SupportsIndex = 0.95,
        with_private: bool = False,
    ) -> Table:
        """
        Scores in which every unit counts the same, so that one organisation with many respondents does not drown the others.

        Estimator: the share of each unit is taken first; the result is the mean of these shares. Interval: Student's t over
        the units (units - 1 degrees of freedom), cut off at 0 and 1; none with one unit, or when all units are the same. A
        party without a value for the unit's attribute is a unit of its own. With weights: Σ w y / Σ w, with the linearised
        (Hájek) variance over respondents and t with respondents - 1 degrees of freedom. Columns: wave, instrument, kind, id,
        text, group, unit; units, n (answers or scale scores with a weight above 0), effective_n ((Σ w)² / Σ w², w being the
        weight that the answer got), top_box with bounds, dont_know_share (same estimator), share_1 … share_k (of questions),
        top_box_respondents (for comparison: every respondent counts the same), reason.

        Parameters
        ----------
        by : str or sequence of str
            Attribute of the parties to split by, one of `study.attributes`, or several: each combination that occurs is a group
            ("ouder + lokaal"), with a column for each attribute; "": everybody together.
        wave : str or int, optional
            Id of a wave; None: every wave.
        unit : str
            What counts the same: "respondents", "parties", "organisations", "perspectives", or any attribute of the parties.
        weights : array, shape (study.respondents,), optional
            Instead of `unit`: a weight of 0 or more for each of the study's respondents, in their order; 0 leaves out.
        minimum_answered : tuple of two int
            Share of an element's questions, as numerator and denominator, that somebody must have answered to have a score.
        level : float
            Confidence level of the intervals, above 0 and below 1.
        with_private : bool
            Also instruments whose answers belong to who gave them.

        Returns
        -------
        Table

        Raises
        ------
        InvalidValueError
            HV-301 weights of another number than the respondents, HV-302 a weight that is negative or not finite, an
            impossible fraction or level.
        UnknownKeyError
            HV-505 for a wave, HV-506 for an attribute that does not exist.

        References
        ----------
        Own definition; two-stage mean of cluster means: Cochran (1977), section 9A; weights: Hájek (1971).
        """
    def voice(self, wave: str | int | None = None, relation: str = "") -> Table:
        """
        How the share of each perspective in parties, people asked, answers, ties and in-between positions compares (parity, 1
        = equal).

        Parameters
        ----------
        wave : str or int, optional
            Id of a wave; None: the last.
        relation : str
            Id of a relation, one of `study.relations`; "": the first.

        Returns
        -------
        Table
            One row per perspective.

        Raises
        ------
        UnknownKeyError
            HV-505 for a wave, HV-507 for a relation that does not exist.

        References
        ----------
        Own definition.
        """
    def what_if(
        self,
        remove: collections.abc.Sequence[str] = [],
        add: collections.abc.Sequence[dict] = [],
        ties: list = [],
        wave: str | int | None = None,
        relation: str = "",
    ) -> Scenario:
        """
        What changes in the coverage when parties leave or join and ties are made; the study itself stays as it is.

        Parameters
        ----------
        remove : sequence of str
            Ids of the parties that leave.
        add : sequence of dict
            Parties that join, with keys as the columns of the parties table: "id" and whatever is known of "name", "kind",
            "domain", "sector", "level", "organisation", "perspective", "roles", "mandates" and "expertise".
        ties : list of pairs of str
            Ties that are made, from party id to party id.
        wave : str or int, optional
            Id of a wave; None: the last.
        relation : str
            Id of a relation, one of `study.relations`; "": the first.

        Returns
        -------
        Scenario
            The findings before and after, and which checks change.

        Raises
        ------
        InvalidValueError
            HV-303 for another key of a party.
        UnknownKeyError
            HV-505 for a wave, HV-507 for a relation, HV-508 for a party that does not exist.
        ValidationError
            HV-2xx for a party that the study cannot hold.

        References
        ----------
        Own definition.
        """
    def write_json(self, write: collections.abc.Callable[[bytes], typing.Any]) -> None:
        """
        Writes the study as JSON part by part; exact data, for inside use. What it takes in memory does not grow with the answers.

        Parameters
        ----------
        write : callable
            Takes the next part of the text as bytes of UTF-8; for example `write` of a file that is open in binary mode.
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
    def fictional(self) -> bool:
        """
        Whether the people and answers are made up.
        """
    @property
    def id(self) -> str:
        """
        Id of the study.
        """
    @property
    def instruments(self) -> list[Instrument]:
        """
        What was asked.
        """
    @property
    def language(self) -> str:
        """
        Language of its own texts.
        """
    @property
    def parties(self) -> list[Party]:
        """
        Everybody who takes part, in the order of the table.
        """
    @property
    def profile_json(self) -> str:
        """
        What the ecosystem is made of, as JSON.
        """
    @property
    def relations(self) -> list[str]:
        """
        Ids of the relations between parties that were asked about.
        """
    @property
    def respondents(self) -> int:
        """
        Number of respondents over all waves.
        """
    @property
    def source(self) -> str:
        """
        Where the data come from.
        """
    @property
    def split_by(self) -> list[str]:
        """
        Own columns of the parties whose values may be groups in what leaves.
        """
    @property
    def title(self) -> LocalizedText:
        """
        What the study is called.
        """
    @property
    def waves(self) -> list[Wave]:
        """
        The rounds of asking, in order of date.
        """

class TableField:
    """
    One column of a table of the study format.
    """
    def __getstate__(self) -> tuple: ...
    def __repr__(self) -> str: ...
    def __setstate__(self, arg0: tuple) -> None: ...
    def say(self, lang: str) -> str:
        """
        What the column means, in a language.

        Parameters
        ----------
        lang : str
            Language, one of `houvast.languages()`.

        Returns
        -------
        str

        Raises
        ------
        UnknownKeyError
            HV-503 for a language that does not exist.
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
    def name(self) -> str:
        """
        Name of the column.
        """
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
    def __getstate__(self) -> tuple: ...
    def __repr__(self) -> str: ...
    def __setstate__(self, arg0: tuple) -> None: ...
    def field(self, column: str) -> TableField:
        """
        A column by name; a further one, and one that the format does not name, too.

        Parameters
        ----------
        column : str
            Name of the column.

        Returns
        -------
        TableField
        """
    @property
    def fields(self) -> list[TableField]:
        """
        Its columns, in order.
        """
    @property
    def name(self) -> str:
        """
        Name of the table.
        """
    @property
    def prefix(self) -> str:
        """
        What further columns begin with; empty when there are none.
        """

class NetworkResponse:
    """
    Who reported, and how far that lets the numbers be read.
    """
    def __getstate__(self) -> tuple: ...
    def __repr__(self) -> str: ...
    def __setstate__(self, arg0: tuple) -> None: ...
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
    def asked_known(self) -> bool:
        """
        Whether it is known who was asked.
        """
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
    def reported(self) -> int:
        """
        Parties that reported.
        """
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
    def __getstate__(self) -> tuple: ...
    def __repr__(self) -> str: ...
    def __setstate__(self, arg0: tuple) -> None: ...
    def _repr_html_(self) -> str:
        """
        The same for a notebook.
        """
    @property
    def all_parties(self) -> int:
        """
        Number of parties of the whole network.
        """
    @property
    def all_ties(self) -> int:
        """
        Number of ties of the whole network.
        """
    @property
    def disagreements(self) -> Table:
        """
        Where the two sides of these ties say different things.
        """
    @property
    def parties(self) -> Table:
        """
        Rows of the network's table; numbers are of the whole network.
        """
    @property
    def perspectives(self) -> list[str]:
        """
        Ids of the perspectives that are looked at.
        """
    @property
    def ties(self) -> Table:
        """
        The ties, with numbers of the whole network.
        """

class StudyNetwork:
    """
    Who works with whom in one wave; exact, for inside use.
    """
    def __getstate__(self) -> tuple: ...
    def __repr__(self) -> str: ...
    def __setstate__(self, arg0: tuple) -> None: ...
    def _repr_html_(self) -> str:
        """
        The same for a notebook.
        """
    def centralization(self, kind: str = "in_degree") -> Estimate:
        """
        How far the network turns around one party, with bounds under silence.

        There is a value when silence hides nothing, or when the response is usable or with care and the silent do not count
        as parties with few ties: so not for out-degree, for degree of a directed relation, and for centralities over paths.

        Parameters
        ----------
        kind : str
            "degree", "in_degree", "out_degree", "betweenness", "closeness" or "eigenvector".

        Returns
        -------
        Estimate
            Details `low` and `high` for degree, in- and out-degree; undefined with the reason.

        Raises
        ------
        InvalidValueError
            HV-302 for response bands out of range.

        References
        ----------
        Freeman (1978), Social Networks 1(3); bounds and refusals: own definition, in-degree being the least sensitive to
        missing parties after Costenbader & Valente (2003), Social Networks 25(4).
        """
    def reciprocity(self, definition: str = "edgewise") -> Estimate:
        """
        How often ties are returned, over pairs of which both sides gave their own word.

        Undefined for a relation without direction, and for the rules `either` and `both`: there a tie from A can be the word
        of B, and returned ties would then be made, not found. Undefined too for groups with silent members.

        Parameters
        ----------
        definition : str
            "edgewise", "dyadic" or "dyadic_nonnull", as `graph.reciprocity`.

        Returns
        -------
        Estimate
            n as `graph.reciprocity`; details mutual, asymmetric, null, pairs (observed both ways), left_out (pairs).

        Raises
        ------
        InvalidValueError
            HV-303 unknown definition.

        References
        ----------
        Wasserman & Faust (1994), ch. 13; restriction: Huisman (2009), Journal of Social Structure 10, available cases.
        """
    def view(self, perspectives: str | collections.abc.Sequence[str], both_ends: bool = False) -> NetworkView:
        """
        The ties of some perspectives, to look at; numbers stay those of the whole network.

        Parameters
        ----------
        perspectives : str or sequence of str
            Ids of perspectives.
        both_ends : bool
            Only ties of which both ends have one of these perspectives.

        Returns
        -------
        NetworkView

        Raises
        ------
        InvalidValueError
            HV-302 for no perspective, HV-303 for a network of groups.
        UnknownKeyError
            HV-506 for a perspective that the profile and the parties do not know.
        """
    def write(self, path: str | os.PathLike[str], format: str | None = None) -> pathlib.Path:
        """
        Writes the network for other programs, with names and attributes of parties; exact data, for inside use.

        `-intern` joins the name of the file, and its head says the same in every format but CSV. Nodes are called by party
        id and ties weigh their strength. The other columns of `parties` (name, domain, ...) are
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
    def isolated(self) -> list[str]:
        """
        Ids of parties that are known to have no tie.
        """
    @property
    def level(self) -> str:
        """
        "party", or the attribute that parties are taken together by.
        """
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
    def relation(self) -> str:
        """
        Id of the relation.
        """
    @property
    def response(self) -> NetworkResponse:
        """
        Share of the parties asked that reported, with its band and the reason for it.
        """
    @property
    def rule(self) -> str:
        """
        When a tie counts: "source", "either" or "both".
        """
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
    def wave(self) -> str:
        """
        Id of the wave.
        """

class NetworkChange:
    """
    One relation in two waves; exact, for inside use.
    """
    def __getstate__(self) -> tuple: ...
    def __repr__(self) -> str: ...
    def __setstate__(self, arg0: tuple) -> None: ...
    def _repr_html_(self) -> str:
        """
        The same for a notebook.
        """
    def churn(self, by: str = "domain") -> Table:
        """
        How many ties stayed, came and went between each two groups.

        Parameters
        ----------
        by : str
            Attribute of the parties that makes the groups.

        Returns
        -------
        Table
            One row per pair of groups.

        Raises
        ------
        UnknownKeyError
            HV-506 for an attribute that does not exist.
        """
    @property
    def from_wave(self) -> str:
        """
        Id of the earlier wave.
        """
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
    def kept(self) -> int:
        """
        Ties in both waves.
        """
    @property
    def lost(self) -> int:
        """
        Ties in the earlier wave only.
        """
    @property
    def never(self) -> int:
        """
        Pairs without a tie in either wave.
        """
    @property
    def new(self) -> int:
        """
        Ties in the later wave only.
        """
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
    def relation(self) -> str:
        """
        Id of the relation.
        """
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
    def to_wave(self) -> str:
        """
        Id of the later wave.
        """
    @property
    def weakened(self) -> int:
        """
        Kept and weaker.
        """

class Multiplex:
    """
    Several relations of one wave side by side; exact, for inside use.
    """
    def __getstate__(self) -> tuple: ...
    def __repr__(self) -> str: ...
    def __setstate__(self, arg0: tuple) -> None: ...
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
    def relations(self) -> list[str]:
        """
        Ids of the relations.
        """
    @property
    def wave(self) -> str:
        """
        Id of the wave.
        """

class TwoMode:
    """
    Parties and what they have or answered; exact, for inside use.
    """
    def __getstate__(self) -> tuple: ...
    def __repr__(self) -> str: ...
    def __setstate__(self, arg0: tuple) -> None: ...
    def _repr_html_(self) -> str:
        """
        The same for a notebook.
        """
    def degrees(self, side: str = "parties") -> Table:
        """
        With how many items each party goes, or with how many parties each item.

        Parameters
        ----------
        side : str
            "parties" or "items".

        Returns
        -------
        Table
            One row per party or item.

        Raises
        ------
        InvalidValueError
            HV-303 for another side.
        """
    def projection(self, side: str = "parties") -> Graph:
        """
        Who shares something with whom, as a graph whose weights are how many are shared.

        Parameters
        ----------
        side : str
            "parties" or "items".

        Returns
        -------
        Graph

        Raises
        ------
        InvalidValueError
            HV-303 for another side.
        """
    def shared(self, side: str = "parties") -> Table:
        """
        How many items two parties share, or how many parties two items.

        Parameters
        ----------
        side : str
            "parties" or "items".

        Returns
        -------
        Table
            One row per two that share something.

        Raises
        ------
        InvalidValueError
            HV-303 for another side.
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
    def items(self) -> list[str]:
        """
        What the parties have or answered.
        """
    @property
    def kind(self) -> str:
        """
        "expertise" or "questions".
        """
    @property
    def party_ids(self) -> list[str]:
        """
        Ids of the parties.
        """
    @property
    def wave(self) -> str:
        """
        Id of the wave.
        """

class ColumnTable:
    """
    A table of texts in columns, each distinct text kept once.
    """
    def __len__(self) -> int: ...
    def __repr__(self) -> str: ...
    def drop(self, names: collections.abc.Sequence[str]) -> None:
        """
        Removes columns.

        Parameters
        ----------
        names : sequence of str
            Names of columns; one that is not there is no error.
        """
    @property
    def columns(self) -> list[str]:
        """
        Names of the columns.
        """
    @property
    def file(self) -> str:
        """
        Name of the file in messages.
        """
    @property
    def name(self) -> str:
        """
        Name of the table.
        """

class Tally:
    """
    Counts of answers that can be added up; exact, for inside use.
    """

    __hash__: typing.ClassVar[None] = None
    @staticmethod
    def from_bytes(bytes: bytes, instrument: Instrument) -> Tally:
        """
        A tally from its bytes.

        Parameters
        ----------
        bytes : bytes
            What `to_bytes` gave.
        instrument : Instrument
            The very instrument that it was made for.

        Returns
        -------
        Tally

        Raises
        ------
        ParseError
            HV-115 for another version, HV-120 for no tally or a damaged one.
        InvalidValueError
            HV-307 for another instrument.
        """
    def __eq__(self, arg0: typing.Any) -> bool: ...
    def __getstate__(self) -> tuple[bytes, Instrument]: ...
    def __init__(
        self,
        instrument: Instrument,
        groups: collections.abc.Sequence[str] = [""],
        waves: collections.abc.Sequence[str] = [""],
        pairs: bool = True,
        minimum_answered: tuple[
            typing.SupportsInt | typing.SupportsIndex, typing.SupportsInt | typing.SupportsIndex
        ] = (1, 2),
    ) -> None:
        """
        An empty tally of an instrument.

        Parameters
        ----------
        instrument : Instrument
            What was asked.
        groups : sequence of str
            Labels of the groups that answers may belong to.
        waves : sequence of str
            Labels of the waves that answers may belong to.
        pairs : bool
            Count pairs of answers too, which `reliability` needs.
        minimum_answered : tuple of two int
            Share of an element's questions, as numerator and denominator, that somebody must have answered to have a score.

        Raises
        ------
        InvalidValueError
            HV-302 for an impossible share, HV-304 for the same label twice.
        """
    def __repr__(self) -> str: ...
    def __setstate__(self, arg0: tuple) -> None: ...
    def _repr_html_(self) -> str:
        """
        The same for a notebook.
        """
    def finalize(self, level: typing.SupportsFloat | typing.SupportsIndex = 0.95) -> Table:
        """
        Scores per wave, question or element, and group: the columns of `study.scores` that follow from counts.

        Parameters
        ----------
        level : float
            Confidence level of the intervals, above 0 and below 1.

        Returns
        -------
        Table

        Raises
        ------
        InvalidValueError
            HV-302 for a level out of range.

        References
        ----------
        Own definition; Wilson (1927) for the interval.
        """
    def merge(self, other: Tally) -> None:
        """
        Adds the counts of another tally.

        Parameters
        ----------
        other : Tally
            Of the same instrument, labels and rules.

        Raises
        ------
        InvalidValueError
            HV-307 for a tally of another instrument, other labels or rules.
        """
    def reliability(self, level: typing.SupportsFloat | typing.SupportsIndex = 0.95) -> Table:
        """
        Cronbach's alpha (pairwise) of every element, per wave and group.

        Parameters
        ----------
        level : float
            Confidence level of the intervals, above 0 and below 1.

        Returns
        -------
        Table

        Raises
        ------
        InvalidValueError
            HV-302 for a level out of range, HV-305 for a tally without pairs.

        References
        ----------
        Cronbach (1951); interval: Feldt, Woodruff & Salih (1987).
        """
    def to_bytes(self) -> bytes:
        """
        The whole state, the same on every machine.

        Returns
        -------
        bytes
        """
    def update(
        self,
        answers: numpy.typing.ArrayLike | collections.abc.Mapping[str, numpy.typing.ArrayLike],
        groups: str | numpy.typing.ArrayLike = 0,
        waves: str | numpy.typing.ArrayLike = 0,
        threads: typing.SupportsInt | typing.SupportsIndex = 1,
    ) -> None:
        """
        Adds answers, one byte each; bytes (uint8) enter without a copy.

        A byte 0 to 249 is the value minus the scale's minimum; 250 don't know, 251 not applicable, 252 refused, 253 skipped,
        254 not asked.

        Parameters
        ----------
        answers : array, shape (respondents, questions), or dict
            The bytes, a column per question of `questions` in that order, or a dict from question id to column.
        groups : str, int or array, shape (respondents,)
            A label, a code (position of a label), or a code per respondent.
        waves : str, int or array, shape (respondents,)
            As `groups`.
        threads : int
            How many threads compute; 0: as many as the machine has. Never changes the result.

        Raises
        ------
        InvalidValueError
            HV-301 for another shape, HV-302 for a code out of range.
        """
    def update_long(
        self,
        respondent: numpy.typing.ArrayLike,
        question: numpy.typing.ArrayLike,
        code: numpy.typing.ArrayLike,
        respondents: typing.SupportsInt | typing.SupportsIndex,
        groups: str | numpy.typing.ArrayLike = 0,
        waves: str | numpy.typing.ArrayLike = 0,
        threads: typing.SupportsInt | typing.SupportsIndex = 1,
    ) -> None:
        """
        Adds a long list of answers: row i says that respondent[i] answered question[i] with code[i].

        All answers of a respondent come in one call; a question without a row was skipped when the
        respondent has a row in another state than not asked, and else not asked. Bytes as for `update`.

        Parameters
        ----------
        respondent : array, shape (rows,)
            Number of the respondent, from 0.
        question : array, shape (rows,)
            Position of the question in `questions`.
        code : array, shape (rows,)
            The byte of the answer.
        respondents : int
            How many respondents there are in this call.
        groups : str, int or array, shape (respondents,)
            A label, a code (position of a label), or a code per respondent.
        waves : str, int or array, shape (respondents,)
            As `groups`.
        threads : int
            How many threads compute; 0: as many as the machine has. Never changes the result.

        Raises
        ------
        InvalidValueError
            HV-301 for another shape, HV-302 for a number out of range, HV-304 for the same answer twice.
        """
    def with_labels(self, groups: collections.abc.Sequence[str], waves: collections.abc.Sequence[str]) -> Tally:
        """
        The same counts under other lists of labels, so that tallies that met different labels can be merged.

        Parameters
        ----------
        groups : sequence of str
            The labels of this tally's groups, in any order, and others.
        waves : sequence of str
            The labels of its waves, likewise.

        Returns
        -------
        Tally

        Raises
        ------
        InvalidValueError
            HV-301 for no label, HV-302 when a label of this tally is not among them, HV-304 for the same label twice.
        """
    @property
    def groups(self) -> list[str]:
        """
        Labels of the groups.
        """
    @property
    def instrument(self) -> Instrument:
        """
        What was asked.
        """
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
    def waves(self) -> list[str]:
        """
        Labels of the waves.
        """

class Plan:
    """
    How many of which group must answer before a difference can be told.
    """
    def __getstate__(self) -> tuple: ...
    def __len__(self) -> int: ...
    def __repr__(self) -> str: ...
    def __setstate__(self, arg0: tuple) -> None: ...
    def say(self, lang: str = "nl") -> str:
        """
        The plan in words, one sentence per line.

        Parameters
        ----------
        lang : str
            One of `houvast.languages()`.

        Returns
        -------
        str
        """
    def to_frame(self) -> pandas.DataFrame:
        """
        The table as a pandas DataFrame (extra `frames`).

        Returns
        -------
        pandas.DataFrame
            As `Table.to_pandas`.

        Raises
        ------
        MissingExtraError
            HV-601 when pandas is not installed.
        """
    @property
    def by(self) -> str:
        """
        The attribute whose groups will be compared.
        """
    @property
    def claims(self) -> list[Claim]:
        """
        What was reckoned with, and then one sentence per row, as data.
        """
    @property
    def table(self) -> Table:
        """
        One row for every two groups, and one for a change of everybody: wave, instrument, kind, group, other, asked, asked_other, needed, needed_other, smallest.
        """

class Check:
    """
    One of the questions that coverage puts to a study.
    """
    def __getstate__(self) -> tuple: ...
    def __repr__(self) -> str: ...
    def __setstate__(self, arg0: tuple) -> None: ...
    @property
    def id(self) -> str:
        """
        "C1", "C2", …
        """
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
    def title(self) -> LocalizedText:
        """
        What it asks, in few words.
        """

class Evidence:
    """
    One fact behind a finding.
    """
    def __getstate__(self) -> tuple: ...
    def __repr__(self) -> str: ...
    def __setstate__(self, arg0: tuple) -> None: ...
    def _repr_html_(self) -> str:
        """
        The same for a notebook.
        """
    @property
    def id(self) -> str:
        """
        Id of that thing.
        """
    @property
    def kind(self) -> str:
        """
        What it is a fact about: "party", "domain", "question", …
        """
    @property
    def of(self) -> str:
        """
        What the number is a part of, if anything.
        """
    @property
    def role(self) -> str:
        """
        What it does in the finding.
        """
    @property
    def value(self) -> float | None:
        """
        A number that belongs to it, or a count; None when there is none.
        """

class Finding:
    """
    The outcome of one check.
    """
    def __getstate__(self) -> tuple: ...
    def __repr__(self) -> str: ...
    def __setstate__(self, arg0: tuple) -> None: ...
    def _repr_html_(self) -> str:
        """
        The same for a notebook.
        """
    @property
    def check(self) -> str:
        """
        Id of the check.
        """
    @property
    def claims(self) -> list[Claim]:
        """
        What was found, as data.
        """
    @property
    def evidence(self) -> list[Evidence]:
        """
        The facts behind it.
        """
    @property
    def needed(self) -> LocalizedText:
        """
        What would settle an unknown; else empty.
        """
    @property
    def questions(self) -> list[str]:
        """
        Questions of the instruments that it makes concrete.
        """
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
    def status(self) -> str:
        """
        "ok", "attention", "missing", "unknown" or "not_applicable".
        """
    @property
    def title(self) -> LocalizedText:
        """
        What the check asks, in few words.
        """

class FindingChange:
    """
    A check whose status or evidence is different after a change.
    """
    def __getstate__(self) -> tuple: ...
    def __repr__(self) -> str: ...
    def __setstate__(self, arg0: tuple) -> None: ...
    def _repr_html_(self) -> str:
        """
        The same for a notebook.
        """
    @property
    def after(self) -> str:
        """
        Status after.
        """
    @property
    def before(self) -> str:
        """
        Status before.
        """
    @property
    def came(self) -> list[Evidence]:
        """
        Evidence only after.
        """
    @property
    def check(self) -> str:
        """
        Id of the check.
        """
    @property
    def gone(self) -> list[Evidence]:
        """
        Evidence only before.
        """

class Scenario:
    """
    The ecosystem before and after a change; exact, for inside use.
    """
    def __getstate__(self) -> tuple[Study, list[Finding], list[Finding], list[FindingChange]]: ...
    def __repr__(self) -> str: ...
    def __setstate__(self, arg0: tuple) -> None: ...
    def _repr_html_(self) -> str:
        """
        The same for a notebook.
        """
    def table(self, lang: str = "nl") -> Table:
        """
        What is different, one row per changed check.

        Parameters
        ----------
        lang : str
            Language of the words in the table, one of `houvast.languages()`.

        Returns
        -------
        Table

        Raises
        ------
        UnknownKeyError
            HV-503 for a language that does not exist.
        """
    @property
    def after(self) -> list[Finding]:
        """
        The findings after the change.
        """
    @property
    def before(self) -> list[Finding]:
        """
        The findings as they are.
        """
    @property
    def changes(self) -> list[FindingChange]:
        """
        The checks whose status or evidence is different.
        """
    @property
    def study(self) -> Study:
        """
        The study after the change.
        """

class AgendaItem:
    """
    One question to talk about, with what put it there; exact.
    """
    def __getstate__(self) -> tuple: ...
    def __repr__(self) -> str: ...
    def __setstate__(self, arg0: tuple) -> None: ...
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
    def change(self) -> dict[str, str | int | float | None] | None:
        """
        How it changed since the wave before, when chance does not explain that; else None.
        """
    @property
    def claims(self) -> list[Claim]:
        """
        The reason with its numbers, as data.
        """
    @property
    def difference(self) -> dict[str, str | int | float | None] | None:
        """
        The widest difference between two groups that chance does not explain, here or on its element; else None.
        """
    @property
    def dont_know_share(self) -> float | None:
        """
        Share of those asked who do not know, 0 to 1; None when nobody was asked.
        """
    @property
    def element(self) -> str:
        """
        Id of the element that the question belongs to.
        """
    @property
    def findings(self) -> list[Finding]:
        """
        Coverage findings that name the question.
        """
    @property
    def highest_group(self) -> dict[str, str | int | float | None] | None:
        """
        The one with more high answers.
        """
    @property
    def instrument(self) -> str:
        """
        Id of the instrument.
        """
    @property
    def lowest_group(self) -> dict[str, str | int | float | None] | None:
        """
        Of two groups that differ, the one with fewer high answers: dict with group, n and top_box; else None.
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
    def question(self) -> str:
        """
        Id of the question.
        """
    @property
    def ranks(self) -> dict:
        """
        Criterion → rank, 1 = strongest.
        """
    @property
    def reason(self) -> str:
        """
        The criterion that put it here, "lowest", "between", "unknown", "network", "changed", "divided"; "own" when somebody chose it.
        """
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
        The questions with why they are here, who sees them differently, an opening, advice and what helped elsewhere.
        """
    def __contains__(self, arg0: str | AgendaItem) -> bool: ...
    @typing.overload
    def __getitem__(self, arg0: typing.SupportsInt | typing.SupportsIndex) -> AgendaItem: ...
    @typing.overload
    def __getitem__(self, arg0: slice) -> list[AgendaItem]: ...
    def __getstate__(self) -> tuple[Study, typing.Any, typing.Any]: ...
    def __iter__(self) -> collections.abc.Iterator: ...
    def __len__(self) -> int: ...
    def __repr__(self) -> str: ...
    def __setstate__(self, arg0: tuple) -> None: ...
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

        It serves the element of its question when the study holds the question's instrument. Keep it with `study.save`.

        Parameters
        ----------
        question : str or AgendaItem
            The question, or its id.
        what : str
            What was agreed.
        owner : str
            Id of the party that sees to it.
        indicator : str
            How to tell that it is reached; "" when that is not known yet.
        target : float, optional
            The value of the indicator to reach.
        due : str
            The day on which it should be reached, as 2026-12-31; "" when there is none.

        Returns
        -------
        Study

        Raises
        ------
        UnknownKeyError
            HV-502 for a question, HV-508 for a party that does not exist.
        InvalidValueError
            HV-302 for an empty text or an infinite target.
        ValidationError
            HV-206 for a day that does not exist.

        References
        ----------
        Own definition (HOUVAST E4.2, E3.5).
        """
    def moved(self, question: str | AgendaItem, place: typing.SupportsInt | typing.SupportsIndex) -> Agenda:
        """
        The agenda with a question at another place.

        Parameters
        ----------
        question : str or AgendaItem
            The question, or its id.
        place : int
            Its new place, from 1.

        Returns
        -------
        Agenda

        Raises
        ------
        UnknownKeyError
            HV-502 for a question that is not on the agenda.
        InvalidValueError
            HV-302 for a place that does not exist.
        """
    def table(self, lang: str = "nl") -> Table:
        """
        The agenda as a table: question, reason, numbers, why and opening in words, ids of advice.

        Parameters
        ----------
        lang : str
            Language of the words in the table, one of `houvast.languages()`.

        Returns
        -------
        Table
            One row per question, in order.

        Raises
        ------
        UnknownKeyError
            HV-503 for a language that does not exist.
        """
    def with_question(self, question: str, place: typing.SupportsInt | typing.SupportsIndex | None = None) -> Agenda:
        """
        The agenda with a question of your own choice, rated or not; the others stay.

        Parameters
        ----------
        question : str
            Id of the question.
        place : int, optional
            Its place, from 1; None: last.

        Returns
        -------
        Agenda

        Raises
        ------
        UnknownKeyError
            HV-502 for a question that does not exist.
        InvalidValueError
            HV-302 for a place that does not exist.
        """
    def without(self, question: str | AgendaItem) -> Agenda:
        """
        The agenda without a question; the next in turn takes a place.

        Parameters
        ----------
        question : str or AgendaItem
            The question, or its id.

        Returns
        -------
        Agenda

        Raises
        ------
        UnknownKeyError
            HV-502 for a question that does not exist.
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
    def study(self) -> Study:
        """
        The study that it is about.
        """

class Policy:
    """
    What may leave, and for whom.
    """
    @staticmethod
    def named(name: str) -> Policy:
        """
        A policy that comes with houvast.

        Parameters
        ----------
        name : str
            "team" (5) or "external" (10).

        Returns
        -------
        Policy

        Raises
        ------
        UnknownKeyError
            HV-402 for a policy that does not exist.
        """
    def __getstate__(self) -> tuple[str, int]: ...
    def __init__(self, name: str, threshold: typing.SupportsInt | typing.SupportsIndex) -> None:
        """
        A policy with a threshold of your own.

        Parameters
        ----------
        name : str
            What to call it.
        threshold : int
            Fewest people behind a number that is shown; 5 or more, and 10 or more when it is called "external".

        Raises
        ------
        DisclosureError
            HV-401 for a threshold below that.
        """
    def __repr__(self) -> str: ...
    def __setstate__(self, arg0: tuple) -> None: ...
    def _repr_html_(self) -> str:
        """
        The same for a notebook.
        """
    @property
    def name(self) -> str:
        """
        What it is called.
        """
    @property
    def threshold(self) -> int:
        """
        Fewest people behind a number that is shown.
        """

class ReleasedShare:
    """
    A share as it may leave: the step that it lies in.
    """
    def __copy__(self, *_: typing.Any) -> typing.Any:
        """
        A release never changes, so a copy is the release itself.
        """
    def __deepcopy__(self, *_: typing.Any) -> typing.Any:
        """
        A release never changes, so a copy is the release itself.
        """
    def __reduce__(self) -> typing.NoReturn: ...
    def _repr_html_(self) -> str:
        """
        The same for a notebook.
        """
    @property
    def high(self) -> float:
        """
        Upper edge of the step, which is not in it unless it is 1.
        """
    @property
    def low(self) -> float:
        """
        Lower edge of the step, which is in it.
        """

class ReleasedBin:
    """
    A category of a distribution.
    """
    def __copy__(self, *_: typing.Any) -> typing.Any:
        """
        A release never changes, so a copy is the release itself.
        """
    def __deepcopy__(self, *_: typing.Any) -> typing.Any:
        """
        A release never changes, so a copy is the release itself.
        """
    def __reduce__(self) -> typing.NoReturn: ...
    def _repr_html_(self) -> str:
        """
        The same for a notebook.
        """
    @property
    def share(self) -> ReleasedShare:
        """
        Share of the answers.
        """
    @property
    def value(self) -> int:
        """
        The value of the scale.
        """

class ReleasedScore:
    """
    What may be told of one group's answers to one question or element.
    """
    def __copy__(self, *_: typing.Any) -> typing.Any:
        """
        A release never changes, so a copy is the release itself.
        """
    def __deepcopy__(self, *_: typing.Any) -> typing.Any:
        """
        A release never changes, so a copy is the release itself.
        """
    def __reduce__(self) -> typing.NoReturn: ...
    def _repr_html_(self) -> str:
        """
        The same for a notebook.
        """
    @property
    def distribution(self) -> list[ReleasedBin] | houvast.results.hidden.Hidden:
        """
        Shares of the values; empty when they may not leave.
        """
    @property
    def dont_know(self) -> ReleasedShare | None | houvast.results.hidden.Hidden:
        """
        Share of those who do not know.
        """
    @property
    def group(self) -> str:
        """
        Name of the group; "" for everybody.
        """
    @property
    def id(self) -> str:
        """
        Id of the question or element.
        """
    @property
    def instrument(self) -> str:
        """
        Id of the instrument.
        """
    @property
    def kind(self) -> str:
        """
        "question" or "element".
        """
    @property
    def n_band(self) -> str | houvast.results.hidden.Hidden:
        """
        Number of answers, as a band.
        """
    @property
    def shown(self) -> bool:
        """
        Whether anything may be shown.
        """
    @property
    def top(self) -> ReleasedShare | None | houvast.results.hidden.Hidden:
        """
        Top-box share.
        """
    @property
    def wave(self) -> str:
        """
        Id of the wave.
        """

class ReleasedResponse:
    """
    Who was asked and who answered.
    """
    def __copy__(self, *_: typing.Any) -> typing.Any:
        """
        A release never changes, so a copy is the release itself.
        """
    def __deepcopy__(self, *_: typing.Any) -> typing.Any:
        """
        A release never changes, so a copy is the release itself.
        """
    def __reduce__(self) -> typing.NoReturn: ...
    def _repr_html_(self) -> str:
        """
        The same for a notebook.
        """
    @property
    def asked_band(self) -> str | houvast.results.hidden.Hidden:
        """
        Number of people asked, as a band; "" when not known.
        """
    @property
    def group(self) -> str:
        """
        Name of the group; "" for parties without one.
        """
    @property
    def instrument(self) -> str:
        """
        Id of the instrument.
        """
    @property
    def is_total(self) -> bool:
        """
        Whether it is about everybody.
        """
    @property
    def respondents_band(self) -> str | houvast.results.hidden.Hidden:
        """
        Number of people who answered, as a band; "" when how many were asked is known.
        """
    @property
    def share(self) -> ReleasedShare | None | houvast.results.hidden.Hidden:
        """
        Share of those asked who answered; None when not known.
        """
    @property
    def shown(self) -> bool:
        """
        Whether anything may be shown.
        """
    @property
    def wave(self) -> str:
        """
        Id of the wave.
        """

class ReleasedStage:
    """
    The distribution of one dimension over its stages.
    """
    def __copy__(self, *_: typing.Any) -> typing.Any:
        """
        A release never changes, so a copy is the release itself.
        """
    def __deepcopy__(self, *_: typing.Any) -> typing.Any:
        """
        A release never changes, so a copy is the release itself.
        """
    def __reduce__(self) -> typing.NoReturn: ...
    def _repr_html_(self) -> str:
        """
        The same for a notebook.
        """
    @property
    def dimension(self) -> str:
        """
        Id of the dimension.
        """
    @property
    def distribution(self) -> list[ReleasedBin] | houvast.results.hidden.Hidden:
        """
        Shares of the stages.
        """
    @property
    def dont_know(self) -> ReleasedShare | None | houvast.results.hidden.Hidden:
        """
        Share of those who do not know.
        """
    @property
    def inferred_order(self) -> bool:
        """
        Whether the order of the stages is not stated by the source.
        """
    @property
    def n_band(self) -> str | houvast.results.hidden.Hidden:
        """
        Number of assessments, as a band.
        """
    @property
    def shown(self) -> bool:
        """
        Whether anything may be shown.
        """
    @property
    def wave(self) -> str:
        """
        Id of the wave.
        """

class ReleasedStrengthening:
    """
    Whether one dimension qualifies for strengthening, without numbers of people.
    """
    def __copy__(self, *_: typing.Any) -> typing.Any:
        """
        A release never changes, so a copy is the release itself.
        """
    def __deepcopy__(self, *_: typing.Any) -> typing.Any:
        """
        A release never changes, so a copy is the release itself.
        """
    def __reduce__(self) -> typing.NoReturn: ...
    def _repr_html_(self) -> str:
        """
        The same for a notebook.
        """
    @property
    def claims(self) -> list[Claim] | houvast.results.hidden.Hidden:
        """
        What is said of it, as data.
        """
    @property
    def dimension(self) -> str:
        """
        Id of the dimension.
        """
    @property
    def inferred_order(self) -> bool:
        """
        Whether the order of the stages is not stated by the source.
        """
    @property
    def sentence(self) -> LocalizedText | houvast.results.hidden.Hidden:
        """
        The claims in words.
        """
    @property
    def shown(self) -> bool:
        """
        Whether anything may be shown.
        """
    @property
    def status(self) -> str | houvast.results.hidden.Hidden:
        """
        "strengthen", "fits", "lower_fits" or "unknown".
        """
    @property
    def to_description(self) -> LocalizedText | houvast.results.hidden.Hidden:
        """
        What that stage looks like.
        """
    @property
    def to_stage(self) -> int | None | houvast.results.hidden.Hidden:
        """
        The next stage, or the earlier one that would do; None for neither.
        """
    @property
    def to_title(self) -> LocalizedText | houvast.results.hidden.Hidden:
        """
        What that stage is called.
        """
    @property
    def wave(self) -> str:
        """
        Id of the wave.
        """
    @property
    def wished(self) -> int:
        """
        The stage that the questions ask.
        """
    @property
    def wished_title(self) -> LocalizedText:
        """
        What that stage is called.
        """

class ReleasedReliability:
    """
    How well the questions of an element go together, from 30 people.
    """
    def __copy__(self, *_: typing.Any) -> typing.Any:
        """
        A release never changes, so a copy is the release itself.
        """
    def __deepcopy__(self, *_: typing.Any) -> typing.Any:
        """
        A release never changes, so a copy is the release itself.
        """
    def __reduce__(self) -> typing.NoReturn: ...
    def _repr_html_(self) -> str:
        """
        The same for a notebook.
        """
    @property
    def alpha(self) -> float | houvast.results.hidden.Hidden:
        """
        Cronbach's alpha, with one decimal.
        """
    @property
    def element(self) -> str:
        """
        Id of the element.
        """
    @property
    def high(self) -> float | houvast.results.hidden.Hidden:
        """
        Upper end of its interval.
        """
    @property
    def instrument(self) -> str:
        """
        Id of the instrument.
        """
    @property
    def items(self) -> int:
        """
        Number of rated questions.
        """
    @property
    def low(self) -> float | houvast.results.hidden.Hidden:
        """
        Lower end of its interval.
        """
    @property
    def n_band(self) -> str | houvast.results.hidden.Hidden:
        """
        Number of people, as a band.
        """
    @property
    def shown(self) -> bool:
        """
        Whether anything may be shown.
        """
    @property
    def together(self) -> bool | houvast.results.hidden.Hidden:
        """
        Whether the questions hang together; if not, the element is told by question.
        """
    @property
    def wave(self) -> str:
        """
        Id of the wave.
        """

class ReleasedGoal:
    """
    One goal or agreement in its own words.
    """
    def __copy__(self, *_: typing.Any) -> typing.Any:
        """
        A release never changes, so a copy is the release itself.
        """
    def __deepcopy__(self, *_: typing.Any) -> typing.Any:
        """
        A release never changes, so a copy is the release itself.
        """
    def __reduce__(self) -> typing.NoReturn: ...
    def _repr_html_(self) -> str:
        """
        The same for a notebook.
        """
    @property
    def indicator(self) -> str:
        """
        How to tell; may be empty.
        """
    @property
    def kind(self) -> str:
        """
        "goal" or "agreement".
        """
    @property
    def latest(self) -> float | None:
        """
        Latest value of the indicator, if any.
        """
    @property
    def owner(self) -> LocalizedText:
        """
        Who sees to it, by name only with consent; may be empty.
        """
    @property
    def secured(self) -> bool | None:
        """
        Whether it was reached and stayed so; None when that cannot be told yet.
        """
    @property
    def start(self) -> float | None:
        """
        First value of the indicator, if any.
        """
    @property
    def status(self) -> str:
        """
        How far it is: "reached", "on the way", "not yet", "away" or "unknown".
        """
    @property
    def target(self) -> float | None:
        """
        Value to reach, if any.
        """
    @property
    def title(self) -> str:
        """
        What is to be reached.
        """

class ReleasedGoals:
    """
    What became of the goals and agreements that serve one element, counted.
    """
    def __copy__(self, *_: typing.Any) -> typing.Any:
        """
        A release never changes, so a copy is the release itself.
        """
    def __deepcopy__(self, *_: typing.Any) -> typing.Any:
        """
        A release never changes, so a copy is the release itself.
        """
    def __reduce__(self) -> typing.NoReturn: ...
    def _repr_html_(self) -> str:
        """
        The same for a notebook.
        """
    @property
    def away(self) -> int:
        """
        How many moved away from their target.
        """
    @property
    def element(self) -> str:
        """
        Id of the element; "" for none, or a private one.
        """
    @property
    def goals(self) -> list[ReleasedGoal]:
        """
        The goals in their own words; empty unless asked for.
        """
    @property
    def not_yet(self) -> int:
        """
        How many are not on the way yet.
        """
    @property
    def on_the_way(self) -> int:
        """
        How many are on the way.
        """
    @property
    def reached(self) -> int:
        """
        How many are reached.
        """
    @property
    def secured(self) -> int:
        """
        How many were reached and stayed so.
        """
    @property
    def total(self) -> int:
        """
        How many there are.
        """
    @property
    def unknown(self) -> int:
        """
        Of how many this is not known.
        """
    @property
    def wave(self) -> str:
        """
        Id of the wave.
        """
    @property
    def without_indicator(self) -> int:
        """
        How many have no indicator.
        """
    @property
    def without_owner(self) -> int:
        """
        How many have no owner.
        """
    @property
    def without_target(self) -> int:
        """
        How many have no target.
        """

class ReleasedFinding:
    """
    The outcome of one check, with names only where there is consent.
    """
    def __copy__(self, *_: typing.Any) -> typing.Any:
        """
        A release never changes, so a copy is the release itself.
        """
    def __deepcopy__(self, *_: typing.Any) -> typing.Any:
        """
        A release never changes, so a copy is the release itself.
        """
    def __reduce__(self) -> typing.NoReturn: ...
    def _repr_html_(self) -> str:
        """
        The same for a notebook.
        """
    @property
    def check(self) -> str:
        """
        Id of the check.
        """
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
    def questions(self) -> list[str]:
        """
        Questions of the instruments that it makes concrete.
        """
    @property
    def relation(self) -> str:
        """
        Id of the relation; "" when the study has none.
        """
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
    def status(self) -> str:
        """
        "ok", "attention", "missing", "unknown" or "not_applicable".
        """
    @property
    def title(self) -> LocalizedText:
        """
        What the check asks, in few words.
        """
    @property
    def wave(self) -> str:
        """
        Id of the wave.
        """

class ReleasedBlock:
    """
    Ties between two groups of parties, or inside one.
    """
    def __copy__(self, *_: typing.Any) -> typing.Any:
        """
        A release never changes, so a copy is the release itself.
        """
    def __deepcopy__(self, *_: typing.Any) -> typing.Any:
        """
        A release never changes, so a copy is the release itself.
        """
    def __reduce__(self) -> typing.NoReturn: ...
    def _repr_html_(self) -> str:
        """
        The same for a notebook.
        """
    @property
    def density(self) -> ReleasedShare | houvast.results.hidden.Hidden:
        """
        Share of the pairs that have a tie.
        """
    @property
    def from_group(self) -> str:
        """
        Group at which ties begin.
        """
    @property
    def shown(self) -> bool:
        """
        Whether anything may be shown.
        """
    @property
    def to_group(self) -> str:
        """
        Group at which ties end.
        """

class ReleasedNetwork:
    """
    The numbers of one relation in one wave.
    """
    def __copy__(self, *_: typing.Any) -> typing.Any:
        """
        A release never changes, so a copy is the release itself.
        """
    def __deepcopy__(self, *_: typing.Any) -> typing.Any:
        """
        A release never changes, so a copy is the release itself.
        """
    def __reduce__(self) -> typing.NoReturn: ...
    def _repr_html_(self) -> str:
        """
        The same for a notebook.
        """
    @property
    def asked_band(self) -> str | houvast.results.hidden.Hidden:
        """
        Number of parties asked, as a band; "" when not known.
        """
    @property
    def blocks(self) -> list[ReleasedBlock]:
        """
        Ties between every two groups, and inside each.
        """
    @property
    def bounds(self) -> ReleasedShare | houvast.results.hidden.Hidden:
        """
        Density if no pair has a tie that may be unknown by what is told, and if every one has.
        """
    @property
    def complete(self) -> bool | houvast.results.hidden.Hidden:
        """
        Whether nobody was silent.
        """
    @property
    def density(self) -> ReleasedShare | houvast.results.hidden.Hidden:
        """
        Share of the pairs that have a tie, over pairs that something is known about.
        """
    @property
    def directed(self) -> bool:
        """
        Whether ties have a direction.
        """
    @property
    def groups(self) -> list[str]:
        """
        Groups in the order in which they are shown; empty when no two may be told apart.
        """
    @property
    def parties_band(self) -> str | houvast.results.hidden.Hidden:
        """
        Number of parties, as a band.
        """
    @property
    def parts(self) -> int | houvast.results.hidden.Hidden:
        """
        Connected parts of two or more parties.
        """
    @property
    def relation(self) -> str:
        """
        Id of the relation.
        """
    @property
    def reported_band(self) -> str | houvast.results.hidden.Hidden:
        """
        Number of parties that reported, as a band; "" where who was asked is known.
        """
    @property
    def response(self) -> str | houvast.results.hidden.Hidden:
        """
        How far the response lets the numbers be read.
        """
    @property
    def response_share(self) -> ReleasedShare | None | houvast.results.hidden.Hidden:
        """
        Share of those asked that reported; None when not known, or of too few.
        """
    @property
    def shown(self) -> bool:
        """
        Whether anything may be shown.
        """
    @property
    def ties_band(self) -> str | houvast.results.hidden.Hidden:
        """
        Number of ties, as a band.
        """
    @property
    def title(self) -> LocalizedText:
        """
        What the relation is called.
        """
    @property
    def wave(self) -> str:
        """
        Id of the wave.
        """

class ReleasedAgendaItem:
    """
    One question to talk about, with what may be told of it.
    """
    def __copy__(self, *_: typing.Any) -> typing.Any:
        """
        A release never changes, so a copy is the release itself.
        """
    def __deepcopy__(self, *_: typing.Any) -> typing.Any:
        """
        A release never changes, so a copy is the release itself.
        """
    def __reduce__(self) -> typing.NoReturn: ...
    def _repr_html_(self) -> str:
        """
        The same for a notebook.
        """
    @property
    def advice(self) -> list[Advice]:
        """
        Advice for it, each with its source.
        """
    @property
    def claims(self) -> list[Claim]:
        """
        The same as data.
        """
    @property
    def element(self) -> str:
        """
        Id of the element that it belongs to.
        """
    @property
    def highest_group(self) -> ReleasedScore | None:
        """
        Who gives the most high answers, if that may be told.
        """
    @property
    def lowest_group(self) -> ReleasedScore | None:
        """
        Who gives the fewest high answers, if that may be told.
        """
    @property
    def opening(self) -> LocalizedText:
        """
        A way to open the conversation.
        """
    @property
    def question(self) -> str:
        """
        Id of the question.
        """
    @property
    def reason(self) -> str:
        """
        The criterion that put it on the agenda.
        """
    @property
    def total(self) -> ReleasedScore:
        """
        What may be told of everybody's answers; None when there are none.
        """

class Release:
    """
    Everything about a study that may be shown to others under a policy.
    """
    def __copy__(self, *_: typing.Any) -> typing.Any:
        """
        A release never changes, so a copy is the release itself.
        """
    def __deepcopy__(self, *_: typing.Any) -> typing.Any:
        """
        A release never changes, so a copy is the release itself.
        """
    def __reduce__(self) -> typing.NoReturn: ...
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
        self,
        path: str | os.PathLike[str],
        *,
        lang: str = "nl",
        edition: str = "full",
        parts: collections.abc.Sequence[str] | None = None,
        theme: str | os.PathLike[str] | None = None,
        reference: str | os.PathLike[str] | None = None,
        template: str | os.PathLike[str] | None = None,
        force: bool = False,
    ) -> pathlib.Path:
        """
        Writes the report as one self-contained file that only its owner may read (extra `report`).

        Parameters
        ----------
        path : path
            Its ending chooses the format: .html, .pdf (printed by a browser on the machine), .docx, or .pptx for slides.
        lang : str
            Language of the report, one of `houvast.languages()`.
        edition : str
            "full"; "board", the first page only; "plain" words for parents and young people; "cards" for the table, four
            a sheet; or "officer" for the privacy officer.
        parts : sequence of str, optional
            Which parts of the full edition, in this order (`houvast.report.PARTS`); None: all.
        theme : path, optional
            A JSON file with a name, a logo and colours of your own.
        reference : path, optional
            A reference set that `houvast reference build` made: elements stand beside the spread of its regions, where the
            questionnaire and its version are the same.
        template : path, optional
            A Jinja file that extends "report.html.j2", for instance with another `order` of the parts
            (`houvast.report.PARTS`).
        force : bool
            Whether a file that is there already is replaced.

        Returns
        -------
        pathlib.Path
            Where it was written.

        Raises
        ------
        UnknownKeyError
            HV-503 for a language that does not exist.
        InvalidValueError
            HV-303 for another ending or edition, or a part that this report has not; HV-302 for colours that do not read.
        FileAccessError
            HV-118 when the file is there already.
        ParseError
            HV-119 for a template that is not valid, HV-101 to HV-110 for a theme.
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
    def agenda(self) -> list[ReleasedAgendaItem]:
        """
        Questions to talk about.
        """
    @property
    def asked_known(self) -> bool:
        """
        Whether the study tells how many people were asked.
        """
    @property
    def blocks_by(self) -> str:
        """
        The attribute that parties of networks are taken together by.
        """
    @property
    def by(self) -> str:
        """
        The one attribute that it is split by; "" for none.
        """
    @property
    def complexity(self) -> str:
        """
        What the questions are that the collaboration is for; "" when not told.
        """
    @property
    def fictional(self) -> bool:
        """
        Whether the people and answers are made up.
        """
    @property
    def findings(self) -> list[ReleasedFinding]:
        """
        Outcomes of the coverage checks.
        """
    @property
    def goals(self) -> list[ReleasedGoals]:
        """
        Goals and agreements per element.
        """
    @property
    def group_titles(self) -> dict[str, LocalizedText]:
        """
        Words for the groups that the profile has words for.
        """
    @property
    def groups(self) -> list[ReleasedScore]:
        """
        Scores of each group.
        """
    @property
    def instruments(self) -> list[Instrument]:
        """
        Wordings, scales and sources; none that is private.
        """
    @property
    def ledger(self) -> str:
        """
        "kept" when a ledger keeps it beside earlier releases, else "none".
        """
    @property
    def networks(self) -> list[ReleasedNetwork]:
        """
        One relation in one wave each.
        """
    @property
    def policy(self) -> str:
        """
        Name of the policy that it was made under.
        """
    @property
    def reliability(self) -> list[ReleasedReliability]:
        """
        How well the questions of elements go together.
        """
    @property
    def responses(self) -> list[ReleasedResponse]:
        """
        Who was asked and who answered.
        """
    @property
    def source(self) -> str:
        """
        Where the data come from.
        """
    @property
    def stages(self) -> list[ReleasedStage]:
        """
        Dimensions of Gerdes.
        """
    @property
    def strengthening(self) -> list[ReleasedStrengthening]:
        """
        Which dimensions qualify for strengthening.
        """
    @property
    def study_id(self) -> str:
        """
        Id of the study.
        """
    @property
    def threshold(self) -> int:
        """
        Fewest people behind a number that is shown.
        """
    @property
    def title(self) -> LocalizedText:
        """
        What the study is called.
        """
    @property
    def totals(self) -> list[ReleasedScore]:
        """
        Scores of everybody.
        """
    @property
    def waves(self) -> list[Wave]:
        """
        The rounds of asking.
        """

def advice() -> list[Advice]:
    """
    Everything that a team could do, in houvast's own words, each with where the idea comes from.

    Returns
    -------
    list of Advice
    """

def answer_code(scale: Scale, text: str) -> int | None:
    """
    The byte that a text in a table of answers stands for, as `Tally.update` takes it.

    Parameters
    ----------
    scale : Scale
        Of the question that was answered.
    text : str
        A number or a label of the scale, or the name of a state, without spaces around it; an empty one was skipped.

    Returns
    -------
    int or None
        None when it is none of these.
    """

def byte_view(codes: numpy.typing.ArrayLike) -> tuple[int, int]:
    """
    Address and length of answer codes as a tally sees them: shows that nothing is copied.

    Parameters
    ----------
    codes : array
        Answer codes.

    Returns
    -------
    tuple of two int
    """

def cases() -> list[PracticeCase]:
    """
    What helped elsewhere: practices that the sources tell of, retold in houvast's own words.

    Returns
    -------
    list of PracticeCase
    """

def checks() -> list[Check]:
    """
    Every coverage check, in order, with the thresholds of the default profile.

    Returns
    -------
    list of Check

    References
    ----------
    HOUVAST (2023), MAO (2022), SAMEN=BETER, Ken je samenwerkingspartner; rules: own definition (docs/method/coverage.md).
    """

def columns_from_arrow(
    table: typing.Any, name: str, file: str, first_row: typing.SupportsInt | typing.SupportsIndex = 1
) -> ColumnTable:
    """
    The columns of anything with `__arrow_c_stream__`.

    Parameters
    ----------
    table : object
        A table of Arrow, polars or pandas.
    name : str
        Name of the table.
    file : str
        Name of the file in messages.
    first_row : int
        Number of the first row in messages.

    Returns
    -------
    ColumnTable

    Raises
    ------
    InvalidValueError
        HV-302 for a column that is no text, number, date or truth value.
    """

def columns_from_csv(text: bytes, name: str, file: str, delimiter: str) -> ColumnTable | None:
    """
    The columns of CSV text.

    Parameters
    ----------
    text : bytes
        The text.
    name : str
        Name of the table.
    file : str
        Name of the file in messages.
    delimiter : str
        What stands between cells; "": a comma.

    Returns
    -------
    ColumnTable or None
        None when it is not plain sound CSV.
    """

def columns_from_items(
    items: list,
    name: str,
    file: str,
    first_row: typing.SupportsInt | typing.SupportsIndex = 1,
    row_numbers: collections.abc.Sequence[typing.SupportsInt | typing.SupportsIndex] = [],
) -> ColumnTable:
    """
    The columns of a list of pairs of a name and its values.

    Parameters
    ----------
    items : list of pairs
        Name and values of each column.
    name : str
        Name of the table.
    file : str
        Name of the file in messages.
    first_row : int
        Number of the first row in messages.
    row_numbers : sequence of int
        The place of each row, when rows were skipped.

    Returns
    -------
    ColumnTable

    Raises
    ------
    ValidationError
        HV-2xx for columns of different lengths.
    """

def columns_from_texts(table: dict) -> ...:
    """
    The columns of a table of cells.

    Parameters
    ----------
    table : dict
        "name", "file", "columns", "rows" (texts, or bytes that are no UTF-8) and "row_numbers".

    Returns
    -------
    ColumnTable
    """

def crosswalk() -> dict[str, list[str]]:
    """
    What speaks of the same as an element in other instruments.

    Returns
    -------
    dict
        Element id to ids of factors, conditions and dimensions.

    References
    ----------
    Own definition.
    """

def default_profile() -> str:
    """
    The profile of the Dutch youth ecosystem, to start one of your own from.

    Returns
    -------
    str
        JSON (docs/reference/profile.md).
    """

def definitions() -> list[Definition]:
    """
    What the words of the sources mean, in houvast's own words, each with where it is said.

    Returns
    -------
    list of Definition
    """

def expectation(issue: houvast.errors.Issue, lang: str) -> str:
    """
    What would have been right, with the nearest name that there is.

    Parameters
    ----------
    issue : houvast.errors.Issue
        What is wrong.
    lang : str
        Language, one of `houvast.languages()`.

    Returns
    -------
    str
    """

def find_language(tag: str) -> str:
    """
    The tag of a language as houvast writes it, if it has messages.

    Parameters
    ----------
    tag : str
        BCP 47 tag in any case.

    Returns
    -------
    str
        "" when there are no messages in this language.
    """

def fold_label(text: str) -> str:
    """
    A text as labels are compared: lower case, single spaces, ends trimmed, accents composed.

    Parameters
    ----------
    text : str
        Any text.

    Returns
    -------
    str
    """

def forms_of_collaboration() -> list:
    """
    The forms of collaboration between education and youth help, with their variants per sector.

    Returns
    -------
    list of dict
        "id", "title" and "variants": dicts with "id", "sectors" (those that it counts for; empty when not bound to one) and "title".
    """

def gaps(key: str, lang: str) -> list[str]:
    """
    Names of the gaps of a message.

    Parameters
    ----------
    key : str
        Key of the message.
    lang : str
        Language, one of `houvast.languages()`.

    Returns
    -------
    list of str
    """

def has_message(key: str) -> bool:
    """
    Whether the catalogue has a message.

    Parameters
    ----------
    key : str
        Key of the message.

    Returns
    -------
    bool
    """

def instrument(id: str) -> Instrument:
    """
    An instrument that comes with houvast.

    Parameters
    ----------
    id : str
        One of `houvast.instruments()`.

    Returns
    -------
    Instrument

    Raises
    ------
    UnknownKeyError
        HV-501 for an instrument that does not exist; names the nearest.
    """

def instruments() -> list[str]:
    """
    The ids of the instruments that come with houvast.

    Returns
    -------
    list of str
        In a fixed order.
    """

def language_of(tag: str) -> str:
    """
    The tag of a language as houvast writes it.

    Parameters
    ----------
    tag : str
        BCP 47 tag in any case.

    Returns
    -------
    str

    Raises
    ------
    UnknownKeyError
        HV-503 for a language without messages.
    """

def languages() -> list[str]:
    """
    Tags of the languages that the messages are written in, Dutch first.

    Returns
    -------
    list of str
        BCP 47 tags; "qps-plocm" is a pseudo-language for tests.
    """

def make_table(title: Claim, columns: list, definition: Claim) -> Table:
    """
    A table of columns; None is missing, and the type follows from the values.

    Parameters
    ----------
    title : Claim
        Title of the table.
    columns : list of tuple
        Name, meaning and values of each column.
    definition : Claim
        What the table holds.

    Returns
    -------
    Table
    """

def messages(lang: str) -> list[tuple[str, str]]:
    """
    Key and text of every message of a language's own folder.

    Parameters
    ----------
    lang : str
        Language, one of `houvast.languages()`.

    Returns
    -------
    list of tuple
    """

def nearest(text: str, known: list[str]) -> str:
    """
    The known text that is nearest to another.

    Parameters
    ----------
    text : str
        What was given.
    known : sequence of str
        What exists.

    Returns
    -------
    str
        "" when none is near enough to suggest.
    """

def release(
    study: Study,
    policy: Policy,
    by: str = "perspective",
    agenda_length: typing.SupportsInt | typing.SupportsIndex = 5,
    goals: str = "counts",
    complexity: str | None = None,
    in_ledger: bool = False,
) -> Release:
    """
    What may be shown to others under a policy.

    Parameters
    ----------
    study : Study
        The exact study.
    policy : Policy
        Thresholds.
    by : str
        The one attribute that released scores and networks are split by: "perspective", "domain", "sector", "level", or a
        column that the study declares (`study.split_by`); "" for totals only.
    agenda_length : int
        Questions on the agenda at most; 1 or more.
    goals : str
        "counts" or "text".
    complexity : str, optional
        "simple", "composite" or "complex".
    in_ledger : bool
        Whether a ledger keeps it; the document tells, whoever asks sees to it.

    Returns
    -------
    Release

    Raises
    ------
    UnknownKeyError
        HV-506 for an attribute that does not exist.
    DisclosureError
        HV-405 for an attribute that nothing that leaves may be split by.
    InvalidValueError
        HV-302 for a length below 1, HV-303 for another choice of goals or complexity.
    """

def release_document(release: Release) -> str:
    """
    The numbers and words of a release as JSON text; its claims are empty.

    Parameters
    ----------
    release : Release
        What may be shown.

    Returns
    -------
    str
    """

def right_to_left(lang: str) -> bool:
    """
    Whether a language is written from right to left.

    Parameters
    ----------
    lang : str
        Language, one of `houvast.languages()`.

    Returns
    -------
    bool
    """

def say(key: str, lang: str, audience: str = "", **kwargs) -> str:
    """
    A message of the catalogue with its gaps filled.

    Parameters
    ----------
    key : str
        Key of the message.
    lang : str
        Language, one of `houvast.languages()`.
    audience : str
        For whom; "": for everybody.
    **kwargs : int, float, str, LocalizedText, Named or lists of these
        What fills the gaps, by name.

    Returns
    -------
    str

    Raises
    ------
    UnknownKeyError
        HV-503 for a language that does not exist.
    """

def say_in_pieces(key: str, lang: str, audience: str = "", **kwargs) -> list[tuple[str, str]]:
    """
    A message of the catalogue with its gaps filled, in stretches.

    Parameters
    ----------
    key : str
        Key of the message.
    lang : str
        Language, one of `houvast.languages()`.
    audience : str
        For whom; "": for everybody.
    **kwargs : int, float, str, LocalizedText, Named or lists of these
        What fills the gaps, by name.

    Returns
    -------
    list of tuple
        Text and gap that it fills; the message's own words have an empty gap.

    Raises
    ------
    UnknownKeyError
        HV-503 for a language that does not exist.
    """

def say_issue(issue: houvast.errors.Issue, lang: str) -> str:
    """
    One thing that is wrong: its code, place, what was found and what was expected.

    Parameters
    ----------
    issue : houvast.errors.Issue
        What is wrong.
    lang : str
        Language, one of `houvast.languages()`.

    Returns
    -------
    str
    """

def say_issues(issues: collections.abc.Sequence, lang: str) -> str:
    """
    All that is wrong: one line, or a line each under their number.

    Parameters
    ----------
    issues : sequence of houvast.errors.Issue
        What is wrong.
    lang : str
        Language, one of `houvast.languages()`.

    Returns
    -------
    str
    """

def sequence_isolates_few(
    people: collections.abc.Sequence[typing.SupportsInt | typing.SupportsIndex],
    told: collections.abc.Sequence[
        tuple[
            collections.abc.Sequence[typing.SupportsInt | typing.SupportsIndex],
            typing.SupportsInt | typing.SupportsIndex,
            typing.SupportsInt | typing.SupportsIndex,
        ]
    ],
    sets: collections.abc.Sequence[collections.abc.Sequence[typing.SupportsInt | typing.SupportsIndex]],
    threshold: typing.SupportsInt | typing.SupportsIndex,
) -> bool:
    """
    Whether what several releases told, put together, makes somebody certain of few people.

    Parameters
    ----------
    people : list of int
        How many people there are in each part; those of one part are in the same groups of every release.
    told : list of tuple
        Parts, and the fewest and the most of them together that are counted.
    sets : list of list of int
        Parts that are looked at together.
    threshold : int
        How many are few no more.

    Returns
    -------
    bool
        True as well when the releases contradict each other, or when it was not settled in time.

    Raises
    ------
    InvalidValueError
        HV-302 for a part that does not exist.
    """

def sources() -> list[Reference]:
    """
    The bibliography and the pointers: the sources themselves first, then the publications, tools and places that they name.

    Returns
    -------
    list of Reference
    """

def study_from_columns(json: bytes, tables: list, file: str = "study.json") -> Study:
    """
    A study from its header and columns; the columns are taken out of their tables.

    Parameters
    ----------
    json : bytes
        What `study.json` holds, as UTF-8.
    tables : list of ColumnTable
        The tables, which are empty afterwards.
    file : str
        Name of the header in messages.

    Returns
    -------
    Study

    Raises
    ------
    ParseError
        HV-1xx for text or tables that do not have the form.
    ValidationError
        HV-2xx for contents that contradict themselves; all of them at once.
    """

def study_from_json(json: bytes, file: str = "study.json") -> Study:
    """
    A study from its one-file form.

    Parameters
    ----------
    json : bytes
        The text, as UTF-8.
    file : str
        Name of the file in messages.

    Returns
    -------
    Study

    Raises
    ------
    ParseError
        HV-1xx for text that does not have the form.
    ValidationError
        HV-2xx for contents that contradict themselves; all of them at once.
    """

def study_from_tables(json: bytes, tables: list, file: str = "study.json") -> Study:
    """
    A study from its header and tables of cells.

    Parameters
    ----------
    json : bytes
        What `study.json` holds, as UTF-8.
    tables : list of dict
        As for `columns_from_texts`.
    file : str
        Name of the header in messages.

    Returns
    -------
    Study

    Raises
    ------
    ParseError
        HV-1xx for text or tables that do not have the form.
    ValidationError
        HV-2xx for contents that contradict themselves; all of them at once.
    """

def study_tables() -> list[StudyTable]:
    """
    The tables that a study is read from and written to, with their columns in order.

    Returns
    -------
    list of StudyTable
    """

def supported_statements(study: Study, by: str) -> list[typing.Annotated[list[str], "FixedSize(7)"]]:
    """
    Every difference, change and order that a test supports, told or not; exact, for inside use.

    Parameters
    ----------
    study : Study
        The exact study.
    by : str
        Attribute whose groups are compared; "" for none.

    Returns
    -------
    list
        Of texts: "difference", "change" or "order"; wave, instrument, "question", "element" or "instrument", id; of a
        difference the higher and the lower group, of a change the wave before.

    Raises
    ------
    UnknownKeyError
        HV-506 for an attribute that does not exist.
    """

DISCLOSURE_FLOOR: int = 5
OTHER_GROUPS: str = "*"
RELEASE_SCHEMA: str = "houvast-release/1"
__version__: str = "0.1.0"
