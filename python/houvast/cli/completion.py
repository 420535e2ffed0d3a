"""Completion for bash, zsh and fish, made from the parser itself."""

from __future__ import annotations

import argparse
from dataclasses import dataclass
from typing import Final

__all__ = ["SHELLS", "completion"]

SHELLS: Final = ("bash", "zsh", "fish")
_PROGRAM: Final = "houvast"
_KIND: Final = "command"


@dataclass(frozen=True, slots=True)
class _Command:
    name: str
    text: str
    options: tuple[argparse.Action, ...]
    words: tuple[str, ...]  # what its argument without a flag may be; empty: a path

    @property
    def flags(self) -> list[str]:
        return [flag for option in self.options for flag in option.option_strings]


def _commands(parser: argparse.ArgumentParser) -> list[_Command]:
    action = next(a for a in parser._actions if isinstance(a, argparse._SubParsersAction))
    texts = {choice.dest: choice.help or "" for choice in action._choices_actions}
    found = []
    for name, sub in action.choices.items():
        options = tuple(a for a in sub._actions if a.option_strings)
        words = tuple(str(c) for a in sub._actions if not a.option_strings for c in (a.choices or ()))
        found.append(_Command(name, texts.get(name, ""), options, words))
    return found


def completion(parser: argparse.ArgumentParser, shell: str) -> str:
    """The script that lets a shell complete commands, options and their choices."""
    return {"bash": _bash, "zsh": _zsh, "fish": _fish}[shell](_commands(parser))


def _choices(commands: list[_Command]) -> dict[str, list[str]]:
    """Choices by "command --flag"."""
    return {
        f"{command.name} {flag}": [str(choice) for choice in option.choices]
        for command in commands
        for option in command.options
        if option.choices
        for flag in option.option_strings
    }


def _bash(commands: list[_Command]) -> str:
    lines = [
        "# houvast, bash",
        "_houvast() {",
        '  local word="${COMP_WORDS[COMP_CWORD]}" before="${COMP_WORDS[COMP_CWORD-1]}"',
        '  local command="${COMP_WORDS[1]}" words="" found',
        "  COMPREPLY=()",
        '  if [ "$COMP_CWORD" -eq 1 ]; then',
        f'    words="{" ".join(command.name for command in commands)} --help --version"',
        "  else",
        '    case "$command $before" in',
        *(f'      "{at}") words="{" ".join(words)}" ;;' for at, words in _choices(commands).items()),
        "      *)",
        '        case "$command $word" in',
        *(f'          "{c.name} -"*) words="{" ".join(c.flags)}" ;;' for c in commands),
        *(f'          "{c.name} "*) words="{" ".join(c.words)}" ;;' for c in commands if c.words),
        "        esac ;;",
        "    esac",
        "  fi",
        '  while IFS= read -r found; do COMPREPLY+=("$found"); done < <(compgen -W "$words" -- "$word")',
        "}",
        f"complete -o default -F _{_PROGRAM} {_PROGRAM}",  # default: file names where there are no words
    ]
    return "\n".join(lines) + "\n"


def _quoted(text: str) -> str:
    return "'" + text.replace("'", "'\\''") + "'"


def _zsh(commands: list[_Command]) -> str:
    def described(name: str, text: str) -> str:
        return _quoted(f"{name}:{text}".replace("\\", "\\\\")) if text else _quoted(name)

    lines = [
        "#compdef houvast",
        "# houvast, zsh",
        "_houvast() {",
        "  local -a found",
        "  if (( CURRENT == 2 )); then",
        "    found=(",
        *(f"      {described(command.name, command.text)}" for command in commands),
        "    )",
        f"    _describe {_KIND} found",
        "    return",
        "  fi",
        '  case "$words[2] $words[CURRENT-1]" in',
        *(
            f'    "{at}") found=({" ".join(map(_quoted, words))}); _describe value found; return ;;'
            for at, words in _choices(commands).items()
        ),
        "  esac",
        '  case "$words[2] $words[CURRENT]" in',
    ]
    for command in commands:
        pairs = [(flag, option.help or "") for option in command.options for flag in option.option_strings]
        flags = " ".join(described(flag, text) for flag, text in pairs)
        lines.append(f'    "{command.name} -"*) found=({flags}); _describe option found; return ;;')
    for command in commands:
        if command.words:
            words = " ".join(map(_quoted, command.words))
            lines.append(f'    "{command.name} "*) found=({words}); _describe value found; return ;;')
    lines += [
        "  esac",
        "  _files",
        "}",
        'if [ "$funcstack[1]" = _houvast ]; then _houvast "$@"; else compdef _houvast houvast; fi',
    ]
    return "\n".join(lines) + "\n"


def _fish(commands: list[_Command]) -> str:
    def quoted(text: str) -> str:
        return "'" + text.replace("\\", "\\\\").replace("'", "\\'") + "'"

    lines = ["# houvast, fish"]
    for command in commands:
        lines.append(f"complete -c houvast -n __fish_use_subcommand -f -a {command.name} -d {quoted(command.text)}")
    for command in commands:
        when = f"-n '__fish_seen_subcommand_from {command.name}'"
        if command.words:
            lines.append(f"complete -c houvast {when} -f -a {quoted(' '.join(command.words))}")
        for option in command.options:
            flags = " ".join(
                f"-l {flag[2:]}" if flag.startswith("--") else f"-s {flag[1:]}" for flag in option.option_strings
            )
            values = f" -x -a {quoted(' '.join(map(str, option.choices)))}" if option.choices else ""
            values = values or ("" if option.nargs == 0 else " -r")
            lines.append(f"complete -c houvast {when} {flags}{values} -d {quoted(option.help or '')}")
    return "\n".join(lines) + "\n"
