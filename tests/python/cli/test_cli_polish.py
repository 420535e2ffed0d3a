"""The command as people use it: wrong words, two languages, pipes, terminals, scripts and shells."""

import argparse
import json
import os
import pty
import re
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

import houvast
from houvast.cli import _parser, main
from houvast.cli.completion import SHELLS, completion
from houvast.cli.explain import everything, explain
from houvast.cli.parsing import argparse_in
from houvast.cli.terms import TERMS

Capture = pytest.CaptureFixture[str]
Patch = pytest.MonkeyPatch


def commands(lang: str) -> dict[str, argparse.ArgumentParser]:
    with argparse_in(lang):
        parser = _parser(lang)
    action = next(a for a in parser._actions if isinstance(a, argparse._SubParsersAction))
    return {"": parser, **action.choices}


def help_texts(lang: str) -> list[str]:
    texts = []
    for parser in commands(lang).values():
        texts += [parser.description or "", *(action.help or "" for action in parser._actions)]
    return [text for text in texts if text]


def test_every_help_text_is_in_the_catalogue() -> None:
    assert not set(help_texts("nl")) & set(help_texts("en")) - {"bash, zsh or fish"}
    # In the pseudo-language whatever is no message stands out: it has no marks.
    assert [text for text in help_texts("qps-plocm") if not re.fullmatch("⟦.*⟧", text, re.DOTALL)] == []


def refused(capsys: Capture, *arguments: str) -> str:
    with pytest.raises(SystemExit) as stop:
        main(arguments)
    assert stop.value.code == 2
    shown = capsys.readouterr()
    assert shown.out == ""
    return shown.err


@pytest.mark.parametrize(
    ("arguments", "dutch", "english"),
    [
        (["chekc", "x"], "'chekc' is geen commando. Bedoelde je check?", "Did you mean check?"),
        (["report", "x", "--polcy", "team"], "'--polcy' ken ik niet. Bedoelde je --policy?", "Did you mean --policy?"),
        (["report", "x", "--polcy=team"], "Bedoelde je --policy?", "Did you mean --policy?"),
        (["network", "x", "--rule", "eiter"], "both, maximum, minimum. Bedoelde je either?", "mean either?"),
        (["score"], "Dit ontbreekt nog: path", "required: path"),
        (["score", "x", "--wave"], "hier hoort één waarde bij", "expected one argument"),
        (["network", "x", "--minimum-strength", "veel"], "'veel' is geen getal", "'veel' is not a number"),
        (["check", "a", "b"], "'b' ken ik niet.", "'b' is not known."),
    ],
)
def test_a_wrong_word_gets_a_hint_in_the_users_language(
    arguments: list[str], dutch: str, english: str, capsys: Capture
) -> None:
    said = refused(capsys, *arguments)
    assert dutch in said
    assert "gebruik: houvast" in said and "Hulp: houvast" in said
    assert not re.search(r"\b(error|usage|argument|invalid|expected|required)\b", said)
    said = refused(capsys, *arguments, "--lang", "en")
    assert english in said and "usage: houvast" in said
    assert argparse._("usage: ") == "usage: "  # type: ignore[attr-defined]  # as it was


def test_help_and_start_are_in_the_users_language(root: Path, capsys: Capture) -> None:
    assert main([]) == 0
    assert "Zo begin je" in capsys.readouterr().out
    assert main(["--lang", "en"]) == 0
    assert "How to begin" in capsys.readouterr().out
    assert main(["--lang", "en", "check", str(root / "tests/data/indiana")]) == 0
    assert "sound" in capsys.readouterr().out
    for arguments, word in ((["--help"], "gebruik:"), (["score", "--help"], "toon deze hulp en stop")):
        with pytest.raises(SystemExit) as stop:
            main(arguments)
        assert stop.value.code == 0
        assert word in capsys.readouterr().out
    with pytest.raises(SystemExit):
        main(["score", "--help", "--lang", "en"])
    assert "show this help message and exit" in capsys.readouterr().out


def test_language_comes_from_option_then_environment_then_locale_then_dutch(
    indiana: houvast.Study, root: Path, tmp_path: Path, capsys: Capture, monkeypatch: Patch
) -> None:
    def shown(*arguments: str, **environment: str) -> str:
        for name in ("HOUVAST_LANG", "LC_ALL", "LC_MESSAGES", "LANG"):
            monkeypatch.delenv(name, raising=False)
        for name, value in environment.items():
            monkeypatch.setenv(name, value)
        assert main(arguments) == 0
        return capsys.readouterr().out

    check = ("check", str(root / "tests/data/indiana"))
    assert "in orde" in shown(*check)
    assert "in orde" in shown(*check, LANG="de_DE.UTF-8")
    assert "sound" in shown(*check, LANG="en_GB.UTF-8")
    assert "in orde" in shown(*check, LANG="en_GB.UTF-8", LC_ALL="nl_NL.UTF-8")
    assert "in orde" in shown(*check, LANG="en_GB.UTF-8", HOUVAST_LANG="nl")
    assert "sound" in shown(*check, "--lang=en", HOUVAST_LANG="nl")
    # What others will read does not depend on whose computer it was made on.
    report = ("report", str(root / "tests/data/indiana"), "-o", str(tmp_path / "r.html"), "--force")
    for environment, lang in (({"LANG": "en_US.UTF-8"}, "nl"), ({"HOUVAST_LANG": "en"}, "en")):
        shown(*report, **environment)
        assert f'<html lang="{lang}"' in (tmp_path / "r.html").read_text(encoding="utf-8")


def run(*arguments: str, text: str = "", **environment: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [sys.executable, "-m", "houvast", *arguments],
        input=text,
        capture_output=True,
        text=True,
        check=False,
        env={**os.environ, **environment},
    )


def test_a_study_comes_in_by_standard_input(indiana: houvast.Study) -> None:
    ran = run("check", "-", text=indiana.to_json())
    assert ran.returncode == 0, ran.stderr
    assert "25 partijen" in ran.stdout
    ran = run("network", "-", "--relation", "collaboration", "--json", text=indiana.to_json())
    assert json.loads(ran.stdout)["density"] == pytest.approx(161 / 300)
    ran = run("check", "-", text="{nothing")
    assert ran.returncode == 2
    assert "HV-104" in ran.stderr and "de tekst is geen JSON" in ran.stderr
    assert "Traceback" not in ran.stderr


def on_terminal(*arguments: str, **environment: str) -> str:
    """What a person sees: both streams on one terminal."""
    ours, theirs = pty.openpty()
    surroundings = {name: value for name, value in os.environ.items() if name != "NO_COLOR"}
    command = [sys.executable, "-m", "houvast", *arguments]
    process = subprocess.Popen(
        command, stdin=theirs, stdout=theirs, stderr=theirs, env={**surroundings, "TERM": "xterm", **environment}
    )
    os.close(theirs)
    shown = b""
    while True:
        try:
            part = os.read(ours, 65536)
        except OSError:  # the other end is closed
            break
        if not part:
            break
        shown += part
    os.close(ours)
    process.wait()
    return shown.decode()


def test_colour_and_progress_only_on_a_terminal(root: Path) -> None:
    path = str(root / "tests/data/indiana")
    seen = on_terminal("coverage", path)
    assert "\x1b[33m! let op" in seen
    assert "Studie lezen …" in seen
    plain = on_terminal("coverage", path, NO_COLOR="1")
    assert not re.search(r"\x1b\[[0-9;]+m", plain)
    assert "! let op" in plain
    piped = run("coverage", path)
    assert "\x1b" not in piped.stdout + piped.stderr
    assert "Studie lezen" not in piped.stderr
    assert "! let op" in piped.stdout and "✓ in orde" in piped.stdout and piped.returncode == 1


def test_json_everywhere(region_folder: Path, root: Path, tmp_path: Path, capsys: Capture) -> None:
    def told(*arguments: str, code: int = 0) -> object:
        assert main([*arguments, "--json"]) == code
        shown = capsys.readouterr()
        assert shown.err == ""
        return json.loads(shown.out, parse_constant=pytest.fail)

    region = str(region_folder)
    assert told("check", region)["parties"] == len(houvast.load(region_folder).parties)
    assert len(told("coverage", region, code=1)) == len(houvast.checks())
    assert told("demo", str(tmp_path / "demo"))["done"] is True
    assert told("demo", str(tmp_path / "demo"), code=2)["done"] is False
    assert told("init", str(tmp_path / "init"))["done"] is True
    broken = told("check", str(tmp_path / "init"), code=2)
    assert broken["issues"][0]["code"] == "HV-210"
    assert told("check", str(tmp_path / "nothing"), code=2)["issues"][0]["code"] == "HV-101"
    assert told("report", region, "-o", str(tmp_path / "no" / "r.html"), code=2)["issues"][0]["code"] == "HV-118"
    assert told("report", region, "-o", str(tmp_path / "r.html"))["policy"] == "team"
    assert told("explain", "C7")["kind"] == "check"
    assert told("explain")["Controle"] == [check.id for check in houvast.checks()]
    assert told("explain", "C99", code=2)["done"] is False
    assert len(told("score", region, "--wave", "2024")) > 20
    assert told("score", region, "--by", "nothing", code=2)["issues"][0]["code"] == "HV-506"


def test_json_says_null_where_there_is_no_number(tmp_path: Path, capsys: Capture) -> None:
    header = {
        "schema": "houvast-study/1",
        "id": "still",
        "title": {"nl": "Stil", "en": "Silent"},
        "instruments": [],
        "waves": [{"id": "1"}],
        "relations": [{"id": "r", "title": {"nl": "r", "en": "r"}}],
        "parties": [{"id": "a"}],
        "ties": [{"wave": "1", "from": "a", "to": "", "relation": "r"}],
    }
    (tmp_path / "s.json").write_text(json.dumps(header), encoding="utf-8")
    assert main(["network", str(tmp_path / "s.json"), "--json"]) == 0
    found = json.loads(capsys.readouterr().out, parse_constant=pytest.fail)
    assert found["density"] is None and found["isolated"] == ["a"]


def test_errors_say_what_their_code_means(region_folder: Path, tmp_path: Path, capsys: Capture) -> None:
    broken = tmp_path / "broken"
    shutil.copytree(region_folder, broken)
    parties = (broken / "parties.csv").read_text(encoding="utf-8")
    (broken / "parties.csv").write_text(parties.replace(",onderwijs,", ",onderwjis,", 2), encoding="utf-8")
    assert main(["check", str(broken)]) == 2
    said = capsys.readouterr().err
    assert said.startswith("Niet gelukt.")
    assert said.count("HV-207 een woord dat niet in de woordenlijst staat") == 1  # once, for two rows
    assert main(["check", str(broken), "--lang", "en"]) == 2
    assert "HV-207 a word outside its vocabulary" in capsys.readouterr().err


def test_a_path_that_is_almost_right_gets_a_hint(region_folder: Path, tmp_path: Path, capsys: Capture) -> None:
    shutil.copytree(region_folder, tmp_path / "mijn-regio")
    for wrong in ("mijn-rgio", "mijn-regio/parties.csv", "mijn-regio/study.json"):
        assert main(["check", str(tmp_path / wrong)]) == 2
        assert f"Bedoelde je {tmp_path / 'mijn-regio'}?" in capsys.readouterr().err
    assert main(["check", str(tmp_path / "iets-anders")]) == 2
    assert "Bedoelde" not in capsys.readouterr().err


def test_stopping_with_ctrl_c_is_not_a_traceback(region_folder: Path, capsys: Capture, monkeypatch: Patch) -> None:
    def stop(path: str) -> None:
        raise KeyboardInterrupt

    monkeypatch.setattr("houvast.cli.given.load", stop)
    assert main(["check", str(region_folder)]) == 130
    assert "Gestopt." in capsys.readouterr().err


def test_everything_that_can_be_explained_is() -> None:
    for lang in ("nl", "en"):
        words = [word for group in everything(lang).values() for word in group]
        assert len(words) == len(set(words)) > 150
        for word in words:
            found, _ = explain(word, lang)
            assert found is not None and (found["text"] or found["title"]), word
    assert explain("hv_202", "nl")[0] == explain("HV-202", "nl")[0]
    assert explain("enige schakel", "nl")[0]["title"] == "Enige schakel"
    assert explain("dichteid", "nl") == (None, "dichtheid")
    assert explain("xyzzy", "nl") == (None, "")


def test_explanations_are_those_of_the_core_and_the_reference(region_study: houvast.Study, root: Path) -> None:
    for finding in region_study.coverage():
        found, _ = explain(finding.check, "en")
        assert (found["title"], found["text"]) == (finding.title.en, finding.rule.en)
    for check in houvast.checks():
        assert dict(explain(check.id, "nl")[0]["facts"])["Wat een onbekende uitkomst oplost"] == check.settles.nl
        asked = [sentence.rstrip(".").lower() for sentence in check.settles.nl.split(". ")]
        assert [each for each in asked if ". ".join(asked).count(each) > 1] == [], check.id
    question = houvast.instrument("six-elements").question("E2.1")
    assert explain("E2.1", "nl")[0]["text"] == question.text.nl
    for code, meaning in re.findall(
        r"^\| (HV-\d{3}) \| ([^|]*) \|", (root / "docs/reference/errors.md").read_text(encoding="utf-8"), re.MULTILINE
    ):
        assert explain(code, "en")[0]["text"] == meaning
        assert explain(code, "nl")[0]["text"] not in ("", meaning)


def test_functions_named_in_explanations_exist(region_study: houvast.Study) -> None:
    for term in TERMS:
        thing: object = region_study if term.python.startswith("study") else houvast
        for name in term.python.split(".")[1:]:
            called = re.fullmatch(r"(\w+)\((?:mean=True)?\)", name)
            thing = getattr(thing, called[1])() if called else getattr(thing, name)


def completed(line: list[str], script: Path) -> list[str]:
    words = " ".join(f"'{word}'" for word in line)
    asked = f"COMP_WORDS=({words}); COMP_CWORD={len(line) - 1}; _houvast"
    code = f"source {script}; {asked}; printf '%s\\n' \"${{COMPREPLY[@]}}\""
    ran = subprocess.run(["bash", "--norc", "-c", code], capture_output=True, text=True, check=True)
    assert ran.stderr == ""
    return ran.stdout.split()


def test_bash_completes_commands_options_and_choices(tmp_path: Path, capsys: Capture) -> None:
    assert main(["completion", "bash"]) == 0
    script = tmp_path / "houvast.bash"
    script.write_text(capsys.readouterr().out, encoding="utf-8")
    assert completed(["houvast", "c"], script) == ["check", "coverage", "convert", "completion"]
    assert completed(["houvast", "network", "--r"], script) == ["--relation", "--rule"]
    assert completed(["houvast", "network", "--rule", ""], script) == ["source", "either", "both", "maximum", "minimum"]
    assert completed(["houvast", "completion", "z"], script) == ["zsh"]
    assert completed(["houvast", "check", ""], script) == []  # then bash offers file names


@pytest.mark.skipif(not shutil.which("fish"), reason="fish is not installed")
def test_fish_completes_commands_options_and_choices(tmp_path: Path, capsys: Capture) -> None:
    assert main(["completion", "fish"]) == 0
    script = tmp_path / "houvast.fish"
    script.write_text(capsys.readouterr().out, encoding="utf-8")

    def found(line: str) -> list[str]:
        command = ["fish", "--no-config", "-c", f"source {script}; complete -C '{line}'"]
        shown = subprocess.run(
            command, capture_output=True, text=True, check=True, env={**os.environ, "HOME": str(tmp_path)}
        )
        return [row.split("\t")[0] for row in shown.stdout.splitlines()]

    assert found("houvast c") == ["check", "completion", "convert", "coverage"]
    assert found("houvast network --ru") == ["--rule"]
    assert found("houvast network --rule ") == ["both", "either", "maximum", "minimum", "source"]


@pytest.mark.parametrize("lang", ["nl", "en"])
@pytest.mark.parametrize("shell", SHELLS)
def test_completion_scripts_know_all_commands_and_parse(shell: str, lang: str, tmp_path: Path) -> None:
    script = completion(_parser(lang), shell)
    for name, parser in commands(lang).items():
        assert name in script
        for action in parser._actions:
            if name:
                assert all(flag.lstrip("-") in script for flag in action.option_strings)
    if shutil.which(shell):
        (tmp_path / "script").write_text(script, encoding="utf-8")
        subprocess.run([shell, "-n", str(tmp_path / "script")], check=True, capture_output=True)
