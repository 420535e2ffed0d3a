"""The report as a tagged PDF, printed by a browser that is on the machine: people print the page they see."""

from __future__ import annotations

import contextlib
import os
import shutil
import subprocess
import tempfile
from collections.abc import Iterator
from pathlib import Path
from typing import Final

from ..errors import MissingProgramError, problem
from ..io.atomic import telling
from ..io.in_use import abandoned, marked
from ..texts import Claim
from .pdf_marks import declared

__all__ = ["pdf_bytes"]

_VARIABLE: Final = "HOUVAST_BROWSER"
_ON_MACS: Final = ("Google Chrome", "Microsoft Edge")
_COMMANDS: Final = (
    *("chromium-headless-shell", "chrome-headless-shell"),  # without windows: starts in half the time
    *("chromium", "chromium-browser", "google-chrome", "google-chrome-stable", "microsoft-edge", "msedge", "chrome"),
    *(str(Path("/Applications", f"{name}.app", "Contents", "MacOS", name)) for name in _ON_MACS),
    r"C:\Program Files (x86)\Microsoft\Edge\Application\msedge.exe",
    r"C:\Program Files\Google\Chrome\Application\chrome.exe",
)
_SECONDS: Final = 120
_ROOM: Final = "houvast-page-"


def pdf_bytes(html: str) -> bytes:
    """The page as PDF/UA: A4, tagged, with bookmarks. Raises MissingProgramError HV-602 when no browser can make it."""
    browser = _browser()
    with _room() as folder:
        page, made = folder / "report.html", folder / "report.pdf"
        page.write_text(html, encoding="utf-8")
        command = [
            browser,
            "--headless",
            "--disable-gpu",
            "--disable-extensions",
            "--disable-background-networking",
            "--no-first-run",
            "--no-pdf-header-footer",
            "--generate-pdf-document-outline",
            f"--user-data-dir={folder / 'profile'}",
            *(["--no-sandbox"] if getattr(os, "geteuid", lambda: 1)() == 0 else []),  # root has no sandbox to enter
            f"--print-to-pdf={made}",
            page.as_uri(),
        ]
        try:
            run = subprocess.run(command, capture_output=True, timeout=_SECONDS, check=False)
            why = str(run.returncode)
        except (OSError, subprocess.TimeoutExpired) as error:
            why = type(error).__name__
        if not made.exists() or not made.read_bytes().startswith(b"%PDF"):
            raise _no_browser(f"{browser} ({why})")
        return declared(made.read_bytes())


@contextlib.contextmanager
def _room() -> Iterator[Path]:
    """A folder for the browser, of mode 0700; those that killed processes left are taken away.

    Where the browser of a killed process still writes, that is done once more in the end: it began before ours.
    """
    place = Path(tempfile.gettempdir())
    _sweep(place)
    with telling(place), tempfile.TemporaryDirectory(prefix=_ROOM) as folder, contextlib.ExitStack() as in_use:
        if os.name != "nt":  # an open folder cannot be taken away there, and nothing is swept
            handle = os.open(folder, os.O_RDONLY)
            in_use.callback(os.close, handle)
            marked(handle)
        yield Path(folder)
    _sweep(place)


def _sweep(place: Path) -> None:
    for left in place.glob(_ROOM + "*"):
        with abandoned(left) as free:
            if free:
                shutil.rmtree(left, ignore_errors=True)


def _browser() -> str:
    wished = os.environ.get(_VARIABLE)
    found = next(filter(None, map(shutil.which, [wished] if wished else _COMMANDS)), None)
    if found is None:
        raise _no_browser(wished or "")
    return found


def _no_browser(tried: str) -> MissingProgramError:
    subject = Claim("problem.subject.browser_failed", {"browser": tried}) if tried else "problem.subject.no_browser"
    expected = Claim("problem.expected.browser", {"variable": _VARIABLE})
    return problem(MissingProgramError, "HV-602", subject, expected)
