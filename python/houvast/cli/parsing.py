"""Reading the command line in the user's language, with a suggestion where a word is almost right."""

from __future__ import annotations

import argparse
import os
import re
from collections.abc import Iterable, Iterator, Sequence
from contextlib import contextmanager
from typing import Any, Final, NoReturn

from ..errors import nearest
from ..texts import find_language, has_message, languages, say

__all__ = ["Parser", "argparse_in", "chosen_language", "report_language"]

_NUMBERS: Final = {int: "cli.no_whole_number", float: "cli.no_number"}


def _given(arguments: Sequence[str]) -> str:
    for at, word in enumerate(arguments):
        if word == "--lang" and at + 1 < len(arguments):
            return arguments[at + 1]
        if word.startswith("--lang="):
            return word.removeprefix("--lang=")
    return os.environ.get("HOUVAST_LANG", "")


def chosen_language(arguments: Sequence[str]) -> str:
    """The language of messages: --lang, else HOUVAST_LANG, else English when the locale is English, else Dutch."""
    if given := find_language(_given(arguments)):
        return given
    locale = next((os.environ[name] for name in ("LC_ALL", "LC_MESSAGES", "LANG") if os.environ.get(name)), "")
    return "en" if locale.lower().startswith("en") else "nl"


def report_language(arguments: Sequence[str]) -> str:
    """The language of what others will read: --lang, else HOUVAST_LANG, else Dutch; never the computer's locale."""
    return find_language(_given(arguments)) or "nl"


@contextmanager
def argparse_in(lang: str) -> Iterator[None]:
    """Lets argparse speak a language: it looks its own words up in the name `_` of its module (made for gettext)."""

    def own(text: str) -> str:
        key = "cli.argparse." + "_".join(re.findall("[a-z]+", text.lower()))
        return say(key, lang) if has_message(key) else text

    names = {"_": own, "ngettext": lambda one, more, number: own(one if number == 1 else more)}
    before = {name: getattr(argparse, name) for name in names}
    for name, words in names.items():
        setattr(argparse, name, words)
    try:
        yield
    finally:
        for name, words in before.items():
            setattr(argparse, name, words)


class Parser(argparse.ArgumentParser):
    """argparse whose help texts are messages of the catalogue, with "did you mean"."""

    def __init__(self, *, lang: str = "nl", **options: Any) -> None:
        self.lang = lang
        for text in ("description", "epilog"):
            if options.get(text):
                options[text] = say(options[text], lang)
        super().__init__(allow_abbrev=False, formatter_class=argparse.RawDescriptionHelpFormatter, **options)

    @property
    def languages(self) -> list[str]:
        """What --lang may be: every language of the catalogue, and the one that was asked for in another way."""
        return list(dict.fromkeys([*languages(), self.lang]))

    def add_argument(self, *args: Any, **options: Any) -> argparse.Action:
        """As argparse, with the key of a message for `help`."""
        if has_message(str(options.get("help"))):
            options["help"] = say(options["help"], self.lang)
        return super().add_argument(*args, **options)

    def parse_args(self, args: Any = None, namespace: Any = None) -> Any:
        """As argparse, with the nearest option when one is not known."""
        found, unknown = self.parse_known_args(args, namespace)
        if unknown:
            asked = getattr(found, "parser", self)
            told = say("cli.unknown", self.lang, value=unknown[0])
            asked.error(told + self._maybe(unknown[0].split("=")[0], asked._option_string_actions))
        return found

    def _maybe(self, word: str, known: Iterable[str]) -> str:
        found = nearest(word, known)
        return " " + say("cli.maybe", self.lang, word=found) if found else ""

    def _check_value(self, action: argparse.Action, value: Any) -> None:
        if action.choices is None or value in action.choices:
            return
        known = [str(choice) for choice in action.choices]
        is_command = action.dest == "command"
        key = "cli.no_command" if is_command else "cli.no_choice"
        message = say(key, self.lang, value=str(value), choices=", ".join(known)) + self._maybe(str(value), known)
        raise argparse.ArgumentError(None if is_command else action, message)

    def _get_value(self, action: argparse.Action, arg_string: str) -> Any:
        try:
            return super()._get_value(action, arg_string)
        except argparse.ArgumentError:
            if not isinstance(action.type, type) or action.type not in _NUMBERS:
                raise
            raise argparse.ArgumentError(action, say(_NUMBERS[action.type], self.lang, value=arg_string)) from None

    def error(self, message: str) -> NoReturn:
        """Says what is wrong and where help is, and ends with exit code 2."""
        failed, hint = say("cli.failed", self.lang), say("cli.see_help", self.lang, prog=self.prog)
        with argparse_in(self.lang):  # also for what a command finds after all was read
            usage = self.format_usage()
        self.exit(2, f"{failed} {message}\n{usage}{hint}\n")
