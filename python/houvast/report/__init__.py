"""The report: one self-contained HTML file in Dutch or English, made from a Release and nothing else."""

from __future__ import annotations

import base64
import hashlib
import os
from functools import lru_cache
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final

from ..errors import MissingExtraError, ParseError, Where, problem
from ..io.atomic import write_bytes, write_text
from ..release import Releasable, opened
from ..texts import Claim
from .pdf import pdf_bytes
from .rich import clean
from .view import PARTS, ReportView, report_view

if TYPE_CHECKING:
    from jinja2 import Environment

__all__ = ["PARTS", "render_report", "write_report"]

_TEMPLATES: Final = Path(__file__).parent / "templates"
_LAYOUT: Final = "report.html.j2"


def write_report(
    release: Releasable,
    path: str | os.PathLike[str],
    *,
    lang: str = "nl",
    template: str | os.PathLike[str] | None = None,
) -> Path:
    """Writes the report as one file that only its owner may read, whole or not at all.

    Parameters
    ----------
    release : Release or release document
        What may be shown; nothing else makes a report.
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
    DisclosureError
        HV-404 for anything but a release.
    UnknownKeyError
        HV-503 for a language that does not exist.
    ParseError
        HV-119 for a template that is not valid.
    MissingExtraError
        HV-601 when the extra is not installed.
    MissingProgramError
        HV-602 when no browser can make the PDF.
    """
    html = render_report(release, lang=lang, template=template)
    return write_bytes(path, pdf_bytes(html)) if Path(path).suffix.lower() == ".pdf" else write_text(path, html)


def render_report(release: Releasable, *, lang: str = "nl", template: str | os.PathLike[str] | None = None) -> str:
    """The report as HTML text.

    Parameters
    ----------
    release : Release or release document
        What may be shown; nothing else makes a report.
    lang : str
        Language of the report, one of `houvast.languages()`.
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
    ParseError
        HV-119 for a template that is not valid.
    """
    return _render(report_view(opened(release), lang), template)


def _render(view: ReportView, template: str | os.PathLike[str] | None) -> str:
    place = None if template is None else Path(template)
    environment = _environment(None if place is None else place.parent)
    from jinja2 import TemplateError, TemplateSyntaxError  # the environment is there, so this is too

    style = _style()
    digest = base64.b64encode(hashlib.sha256(style.encode()).digest()).decode()
    try:
        layout = environment.get_template(_LAYOUT if place is None else place.name)
        return layout.render(view=view, t=view.texts, style=style, style_hash=f"sha256-{digest}", default_order=PARTS)
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
