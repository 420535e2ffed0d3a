"""The report, in several editions and formats, made from a Release and nothing else."""

from __future__ import annotations

import base64
import hashlib
import os
from collections.abc import Sequence
from functools import lru_cache
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final

from ..errors import MissingExtraError, ParseError, Where, choose, problem
from ..io.atomic import vacant, write_bytes, write_text
from ..release import Releasable, opened
from ..release.reference import Reference, load_reference
from ..texts import Claim
from .hyphens import hyphenated
from .pdf import pdf_bytes
from .rich import clean
from .slides import pptx_bytes, slide_parts
from .theme import OURS, Theme, load_theme
from .view import EDITIONS, PARTS, ReportView, report_view
from .word import docx_bytes

if TYPE_CHECKING:
    from jinja2 import Environment

__all__ = ["EDITIONS", "ENDINGS", "PARTS", "Theme", "load_theme", "render_report", "write_report"]

ENDINGS: Final = (".html", ".pdf", ".docx", ".pptx")

_TEMPLATES: Final = Path(__file__).parent / "templates"
_LAYOUT: Final = "report.html.j2"


def write_report(
    release: Releasable,
    path: str | os.PathLike[str],
    *,
    lang: str = "nl",
    edition: str = "full",
    parts: Sequence[str] | None = None,
    theme: Theme | str | os.PathLike[str] | None = None,
    reference: Reference | str | os.PathLike[str] | None = None,
    template: str | os.PathLike[str] | None = None,
    force: bool = False,
) -> Path:
    """Writes the report as one file that only its owner may read, whole or not at all.

    Parameters
    ----------
    release : Release or release document
        What may be shown; nothing else makes a report.
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
    DisclosureError
        HV-404 for anything but a release.
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
    place = Path(path)
    ending = choose((place.suffix or place.name).lower(), ENDINGS, "problem.subject.ending")
    view = report_view(opened(release), lang, _opened(reference))
    vacant(place, force)
    looks = _themed(theme)
    if ending == ".pptx":
        choose(edition, ("full", "board"), "problem.subject.edition")
        return write_bytes(path, pptx_bytes(view, looks, _order(edition, parts, slide_parts(view))))
    html = _render(view, edition, parts, looks, template)
    if ending == ".html":
        return write_text(path, html)
    return write_bytes(path, pdf_bytes(html) if ending == ".pdf" else docx_bytes(html, view, looks))


def render_report(
    release: Releasable,
    *,
    lang: str = "nl",
    edition: str = "full",
    parts: Sequence[str] | None = None,
    theme: Theme | str | os.PathLike[str] | None = None,
    reference: Reference | str | os.PathLike[str] | None = None,
    template: str | os.PathLike[str] | None = None,
) -> str:
    """The report as HTML text.

    Parameters
    ----------
    release : Release or release document
        What may be shown; nothing else makes a report.
    lang : str
        Language of the report, one of `houvast.languages()`.
    edition : str
        As for `write_report`.
    parts : sequence of str, optional
        As for `write_report`.
    theme : path, optional
        As for `write_report`.
    reference : path, optional
        As for `write_report`.
    template : path, optional
        As for `write_report`.

    Returns
    -------
    str

    Raises
    ------
    DisclosureError
        HV-404 for anything but a release.
    UnknownKeyError
        HV-503 for a language that does not exist.
    InvalidValueError
        HV-303 for another edition, or a part that this report does not have; HV-302 for colours that cannot be read.
    ParseError
        HV-119 for a template that is not valid, HV-101 to HV-110 for a theme.
    """
    view = report_view(opened(release), lang, _opened(reference))
    return _render(view, edition, parts, _themed(theme), template)


def _opened(reference: Reference | str | os.PathLike[str] | None) -> Reference | None:
    return reference if reference is None or isinstance(reference, Reference) else load_reference(reference)


def _themed(theme: Theme | str | os.PathLike[str] | None) -> Theme:
    return OURS if theme is None else theme if isinstance(theme, Theme) else load_theme(theme)


def _order(edition: str, parts: Sequence[str] | None, there: Sequence[str]) -> tuple[str, ...]:
    """The parts of an edition, or those that were chosen. Raises InvalidValueError HV-303."""
    order = EDITIONS[choose(edition, EDITIONS, "problem.subject.edition")]
    if parts is None:
        return order
    choose(edition, ("full",), "problem.subject.edition_with_parts")
    chosen = [parts] if isinstance(parts, str) else parts
    return tuple(dict.fromkeys(choose(part, there, "problem.subject.report_part") for part in chosen))


def _render(
    view: ReportView,
    edition: str,
    parts: Sequence[str] | None,
    theme: Theme,
    template: str | os.PathLike[str] | None,
) -> str:
    order = _order(edition, parts, [part for part in PARTS if part in view.parts])
    place = None if template is None else Path(template)
    environment = _environment(None if place is None else place.parent)
    from jinja2 import TemplateError, TemplateSyntaxError  # the environment is there, so this is too

    style = _style() + ("" if theme is OURS else theme.style)
    digest = base64.b64encode(hashlib.sha256(style.encode()).digest()).decode()
    told = {"style": style, "style_hash": f"sha256-{digest}", "edition": edition, "theme": theme}
    told |= {"default_order": order, "folded": edition == "full" and (parts is None or "overview" in order)}
    try:
        layout = environment.get_template(_LAYOUT if place is None else place.name)
        return hyphenated(layout.render(view=view, t=view.texts, **told), view.lang)
    except TemplateError as error:
        row = error.lineno if isinstance(error, TemplateSyntaxError) else None
        where = Where(str(place or _LAYOUT), row)
        expected = Claim("problem.expected.template", {"reason": error.message or ""})
        raise problem(ParseError, "HV-119", "problem.subject.template", expected, where) from error


@lru_cache(maxsize=4)
def _environment(folder: Path | None) -> Environment:
    try:
        from jinja2 import FileSystemLoader, StrictUndefined
        from jinja2.sandbox import ImmutableSandboxedEnvironment
    except ModuleNotFoundError as error:
        raise MissingExtraError.of("report", "jinja2") from error
    folders = [_TEMPLATES] if folder is None else [folder, _TEMPLATES]
    return ImmutableSandboxedEnvironment(
        loader=FileSystemLoader(folders),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        finalize=_finalize,
    )


def _finalize(value: Any) -> Any:
    return clean(value) if type(value) is str else value


@lru_cache(maxsize=1)
def _style() -> str:
    return (_TEMPLATES / "report.css").read_text(encoding="utf-8")
