"""All pictures of a study or a release in one folder, with a page that shows them."""

from __future__ import annotations

import io
import os
import re
import unicodedata
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final

from .. import _core
from ..errors import Error, FileAccessError, Where, choose, problem
from ..io.atomic import telling, write_bytes
from ..io.inside import INSIDE, inside_path
from ..io.whole_folder import drafts, whole_folder
from ..release import opened
from ..report.theme import Theme as Looks
from ..report.theme import load_theme
from .answers import likert
from .blocks import density_matrix
from .boards import coverage_board, need_matrix, voice_parity
from .cards import agenda_cards
from .change import waves
from .frame import alt_text, shows_data, title_of
from .groups import heatmap, perspective_gap
from .index import Shown, index_page
from .maps import network_map
from .prevention import prevention_matrix
from .sources import Drawable, Source, source_of
from .stages import gerdes_dots, gerdes_kiviat
from .style import own_theme

if TYPE_CHECKING:
    from matplotlib.axes import Axes

__all__ = ["write_files", "write_pictures"]

_FORMATS: Final = ("svg", "png")
_INDEX: Final = "index.html"
_INDEXES: Final = (_INDEX, inside_path(_INDEX).name)
_DOTS: Final = 150  # pixels per inch
_NOBODY_TOLD: Final = "HV-305"


@dataclass(frozen=True, slots=True)
class _Picture:
    """One picture: what its file is called after, and how it is drawn."""

    kind: str
    of: str
    draw: Callable[..., Axes]
    given: dict[str, Any]


def write_pictures(
    study_or_release: Drawable,
    folder: str | os.PathLike[str],
    *,
    formats: str | Sequence[str] = "svg",
    by: str | None = None,
    wave: str | None = None,
    lang: str = "nl",
    theme: str = "light",
    looks: Looks | str | os.PathLike[str] | None = None,
    force: bool = False,
) -> list[Path]:
    """Every picture that a study or a release has data for, as files in a folder, with a page that shows them.

    The pictures of a study are exact and for inside use, and say so, also in their names and inside their files; those
    of a release say by which rules it was made. The page `index.html`, of a study `index-intern.html`, has each picture
    with the same in words.

    Parameters
    ----------
    study_or_release : Study, Release or release document
        Exact for inside use, or what may be shown.
    folder : path
        Where to write; made when it is not there.
    formats : str or sequence of str
        "svg", "png" or both.
    by : str, optional
        Attribute of the parties whose groups stand beside each other; None: "perspective", of a release its own.
    wave : str, optional
        Id of a wave; None: the last one with data.
    lang : str
        Language of the words, one of `houvast.languages()`.
    theme : str
        "light" or "dark"; "matplotlib" follows its style (`matplotlib.rcParams`).
    looks : path, optional
        A JSON file with colours of your own, as reports take it (`houvast.report.load_theme`), for the background
        `theme`, "light" or "dark".
    force : bool
        Whether pictures of an earlier time are replaced, all of them at once; whatever else is in the folder stays.

    Returns
    -------
    list of pathlib.Path
        The pictures in their order, and the page last.

    Raises
    ------
    InvalidValueError
        HV-303 for another format or theme, or what is no colour; HV-302 for colours that cannot be read.
    UnknownKeyError
        HV-503 for a language, HV-505 for a wave, HV-506 for an attribute that does not exist.
    FileAccessError
        HV-118 when there is something in the folder already.
    ParseError
        HV-101 to HV-110 for a file with looks that is none.
    """
    kinds = [choose(kind, _FORMATS, "problem.subject.picture_format") for kind in _listed(formats)]
    thing = study_or_release if isinstance(study_or_release, _core.Study) else opened(study_or_release)
    source, place = source_of(thing, lang), Path(folder)
    with telling(place):
        is_taken = place.exists() and (not place.is_dir() or any(place.iterdir()))
    if is_taken and not force:
        expected = "problem.expected.force"
        raise problem(FileAccessError, "HV-118", "problem.subject.file_exists", expected, Where(str(folder)))
    how = {"lang": lang, "theme": theme if looks is None else own_theme(_opened(looks), theme)}
    files: dict[str, bytes] = {}  # everything is drawn before anything is written
    shown: list[Shown] = []
    for picture in _pictures(source, by, wave):
        ax = _drawn(picture, thing, how)
        if ax is not None:
            name = _named(f"{len(shown) + 1:02d}-{_file_name(source, picture)}", source)
            shown.append(Shown(f"{name}.{kinds[0]}", title_of(ax), alt_text(ax)))
            files |= _saved(ax, name, kinds, INSIDE if source.exact else None)
    files[_named(_INDEX, source)] = index_page(source, shown).encode()
    return write_files(place, files)


def write_files(folder: Path, files: Mapping[str, bytes]) -> list[Path]:
    """Writes pictures and their page, all at once, in place of those that an earlier page shows.

    The page is written first, so that it tells what is of a killed writer.
    """
    place = Path(os.path.realpath(folder))
    before = {name for earlier in (place, *drafts(place)) for name in _shown(earlier)}
    with whole_folder(folder, sorted(before | files.keys())) as fresh:
        for name in sorted(files, key=lambda name: name not in _INDEXES):
            write_bytes(fresh / name, files[name])
    return [folder / name for name in files]


def _shown(folder: Path) -> Iterator[str]:
    """The pictures of a folder that its pages show, and the pages themselves."""
    for page in (folder / name for name in _INDEXES if (folder / name).is_file()):
        yield page.name
        for stem in re.findall(r'<img src="([0-9]{2,}-[a-z0-9-]*)\.[a-z]+"', page.read_text("utf-8", "replace")):
            yield from (f"{stem}.{kind}" for kind in _FORMATS)


def _opened(looks: Looks | str | os.PathLike[str]) -> Looks:
    return looks if isinstance(looks, Looks) else load_theme(looks)


def _listed(formats: str | Sequence[str]) -> list[str]:
    return [formats] if isinstance(formats, str) else list(dict.fromkeys(formats)) or [""]


def _file_name(source: Source, picture: _Picture) -> str:
    """Words that every system can have in the name of a file."""
    name = source.texts("plot.file", picture=picture.kind)
    plain = unicodedata.normalize("NFKD", f"{name} {picture.of}").encode("ascii", "ignore").decode().lower()
    return "-".join(re.findall("[a-z0-9]+", plain))[:60].rstrip("-")


def _named(name: str, source: Source) -> str:
    """The name, with `intern` in it when what is drawn is exact."""
    return inside_path(name).name if source.exact else name


def _drawn(picture: _Picture, thing: Drawable, how: dict[str, Any]) -> Axes | None:
    """A picture; nothing when there is no data for it."""
    import matplotlib.pyplot as plt

    try:
        ax = picture.draw(thing, **picture.given, **how)
    except Error as error:
        if error.code != _NOBODY_TOLD:
            raise
        return None
    if shows_data(ax):
        return ax
    plt.close()
    return None


def _saved(ax: Axes, name: str, kinds: Sequence[str], use: str | None) -> dict[str, bytes]:
    """The files of one picture, with its title, what it shows and its use inside them; the same bytes every time."""
    import matplotlib.pyplot as plt

    figure: Any = ax.figure
    told = {"Title": title_of(ax), "Description": alt_text(ax)}
    own: dict[str, dict[str, str | None]] = {
        "svg": {**told, "Date": None, "Creator": None, "Rights": use},
        "png": {**told, "Software": None} | ({"Copyright": use} if use else {}),
    }
    made = {}
    with plt.rc_context({"svg.hashsalt": name, "svg.fonttype": "path"}):
        for kind in kinds:
            data = io.BytesIO()
            figure.savefig(data, format=kind, dpi=_DOTS, facecolor=figure.get_facecolor(), metadata=own[kind])
            made[f"{name}.{kind}"] = data.getvalue()
    plt.close(figure)
    return made


def _pictures(source: Source, by: str | None, wave: str | None) -> Iterator[_Picture]:
    """Every picture that there can be, in the order in which people ask."""
    yield _Picture("board", "", coverage_board, {"wave": wave})
    yield _Picture("cards", "", agenda_cards, {"wave": wave})
    yield _Picture("waves", "", waves, {})
    if source.exact:
        yield _Picture("voice", "", voice_parity, {"wave": wave})
        yield _Picture("needs", "", need_matrix, {"wave": wave})
        yield _Picture("prevention", "", prevention_matrix, {"wave": wave})
    yield from _of_answers(source, by, wave)
    yield _Picture("stages", "", gerdes_dots, {"wave": wave})
    if source.exact:
        yield _Picture("profile", "", gerdes_kiviat, {"wave": wave})
    for relation in source.thing.relations if source.exact else ():
        given = {"relation": relation, "wave": wave}
        yield _Picture("network", relation, network_map, given)
        yield _Picture("density", relation, density_matrix, given)


def _of_answers(source: Source, by: str | None, wave: str | None) -> Iterator[_Picture]:
    """What people answered: by group, then question by question."""
    split = source.check_by(by if by is not None else "perspective" if source.exact else source.thing.by)
    for id, instrument in source.instruments.items():
        given = {"wave": wave, "instrument": id}
        if split:
            yield _Picture("elements", id, heatmap, {"by": split, **given})
        for element in [each.id for each in instrument.elements] or [None]:
            of, one = element or id, {"element": element, **given}
            yield _Picture("answers", of, likert, one)
            if split:
                yield _Picture("groups", of, perspective_gap, {"by": split, **one})
