"""Reading the command line in the user's language, with a suggestion where a word is almost right."""

from __future__ import annotations

import argparse
import difflib
import os
from collections.abc import Iterable, Iterator, Sequence
from contextlib import contextmanager
from typing import Any, NoReturn

from .words import ARGPARSE_NL, HELP_NL, MESSAGES

__all__ = ["Parser", "argparse_in", "chosen_language", "nearest", "report_language"]


def _given(arguments: Sequence[str]) -> str:
    for at, word in enumerate(arguments):
        if word == "--lang" and at + 1 < len(arguments):
            return arguments[at + 1]
        if word.startswith("--lang="):
            return word.removeprefix("--lang=")
    return os.environ.get("HOUVAST_LANG", "")[:2].lower()


def chosen_language(arguments: Sequence[str]) -> str:
    """The language of messages: --lang, else HOUVAST_LANG, else English when the locale is English, else Dutch."""
    given = _given(arguments)
    if given in MESSAGES:
        return given
    locale = next((os.environ[name] for name in ("LC_ALL", "LC_MESSAGES", "LANG") if os.environ.get(name)), "")
    return "en" if locale.lower().startswith("en") else "nl"


def report_language(arguments: Sequence[str]) -> str:
    """The language of what others will read: --lang, else HOUVAST_LANG, else Dutch; never the computer's locale."""
    given = _given(arguments)
    return given if given in MESSAGES else "nl"


def nearest(word: str, known: Iterable[str]) -> str:
    """The known word that is almost the same, or nothing."""
    by_folded = {each.casefold(): each for each in known}
    found = difflib.get_close_matches(word.casefold(), by_folded, n=1, cutoff=0.6)
    return by_folded[found[0]] if found else ""


@contextmanager
def argparse_in(lang: str) -> Iterator[None]:
    """Lets argparse speak a language: it looks its own words up in the name `_` of its module (made for gettext)."""
    if lang == "en":
        yield
        return
    names = {"_": lambda text: ARGPARSE_NL.get(text, text), "ngettext": _one_or_more}
    before = {name: getattr(argparse, name) for name in names}
    for name, words in names.items():
        setattr(argparse, name, words)
    try:
        yield
    finally:
        for name, words in before.items():
            setattr(argparse, name, words)


def _one_or_more(one: str, more: str, number: int) -> str:
    text = one if number == 1 else more
    return ARGPARSE_NL.get(text, text)


class Parser(argparse.ArgumentParser):
    """argparse with help in two languages (English in the code, Dutch in words.py) and "did you mean"."""

    def __init__(self, *, lang: str = "nl", **options: Any) -> None:
        self.lang = lang
        if options.get("description"):
            options["description"] = self.said(options["description"])
        super().__init__(allow_abbrev=False, formatter_class=argparse.RawDescriptionHelpFormatter, **options)

    def said(self, text: str) -> str:
        """Help in the language of this parser."""
        return HELP_NL.get(text, text) if self.lang == "nl" else text

    def add_argument(self, *args: Any, **options: Any) -> argparse.Action:
        """As argparse, with the help text in the language of this parser."""
        if isinstance(options.get("help"), str):
            options["help"] = self.said(options["help"])
        return super().add_argument(*args, **options)

    def parse_args(self, args: Any = None, namespace: Any = None) -> Any:
        """As argparse, with the nearest option when one is not known."""
        found, unknown = self.parse_known_args(args, namespace)
        if unknown:
            asked = getattr(found, "parser", self)
            told = MESSAGES[self.lang]["unknown"].format(value=unknown[0])
            asked.error(told + self._maybe(unknown[0].split("=")[0], asked._option_string_actions))
        return found

    def _maybe(self, word: str, known: Iterable[str]) -> str:
        found = nearest(word, known)
        return " " + MESSAGES[self.lang]["maybe"].format(word=found) if found else ""

    def _check_value(self, action: argparse.Action, value: Any) -> None:
        if action.choices is None or value in action.choices:
            return
        known = [str(choice) for choice in action.choices]
        is_command = action.dest == "command"
        told = MESSAGES[self.lang]["no_command" if is_command else "no_choice"]
        message = told.format(value=value, choices=", ".join(known)) + self._maybe(str(value), known)
        raise argparse.ArgumentError(None if is_command else action, message)

    def error(self, message: str) -> NoReturn:
        """Says what is wrong and where help is, and ends with exit code 2."""
        words = MESSAGES[self.lang]
        hint = words["see_help"].format(prog=self.prog)
        self.exit(2, f"{words['failed']} {message}\n{self.format_usage()}{hint}\n")
