"""The report as a tagged PDF, printed by a browser that is on the machine: people print the page they see."""

from __future__ import annotations

import os
import shutil
import subprocess
import tempfile
from pathlib import Path
from typing import Final

from ..errors import MissingProgramError, problem
from ..texts import Claim

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


def pdf_bytes(html: str) -> bytes:
    """The page as PDF: A4, tagged, with bookmarks. Raises MissingProgramError HV-602 when no browser can make it."""
    browser = _browser()
    with tempfile.TemporaryDirectory(prefix="houvast-") as folder:  # mode 0700
        page, made = Path(folder) / "report.html", Path(folder) / "report.pdf"
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
            f"--user-data-dir={Path(folder) / 'profile'}",
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
        return made.read_bytes()


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
