import os
import re
import subprocess
import sys
from pathlib import Path

import click
import pytest

import kg.cli
from kg.cli.main import COMMANDS, cli

VERBS = pytest.mark.parametrize("verb", COMMANDS)


def command(verb):
    return cli.get_command(click.Context(cli), verb)


def test_every_module_with_a_command_is_listed():
    folder = Path(kg.cli.__file__).parent
    with_command = {
        p.stem for p in folder.glob("*.py") if re.search(r"^def command\(", p.read_text(), re.MULTILINE)
    }
    assert with_command == set(COMMANDS)


@VERBS
def test_every_verb_has_help_in_both_languages_and_examples(verb, kg):
    shown = kg(verb, "--help")
    assert shown.exit_code == 0
    assert command(verb).name == verb
    text = command(verb).help
    assert re.search("[a-z]{4}", text)
    assert re.search("[一-龥]{4}", text)
    examples = [line.strip() for line in shown.stdout.partition("Examples")[2].splitlines()]
    assert sum(f"kg {verb}" in line for line in examples) >= 2


@VERBS
def test_every_option_is_explained_in_both_languages(verb):
    for parameter in command(verb).params:
        if isinstance(parameter, click.Option):
            assert re.search("[A-Za-z]", parameter.help or ""), parameter.name
            assert re.search("[一-龥]", parameter.help or ""), parameter.name


@VERBS
def test_the_list_of_verbs_names_each_in_both_languages(verb, kg):
    line = next(line for line in kg("--help").stdout.splitlines() if line.strip().startswith(verb + " "))
    english, chinese = COMMANDS[verb]
    assert english in line
    assert chinese in line


def test_examples_in_help_are_commands_that_exist(kg):
    for verb in COMMANDS:
        for called, rest in re.findall(
            r"kg ([a-z]+)([^|<>\n]*)", kg(verb, "--help").stdout.partition("Examples")[2]
        ):
            commands = [command(called), *getattr(command(called), "commands", {}).values()]
            options = {name for each in commands for parameter in each.params for name in parameter.opts}
            for used in re.findall(r"(?<!\S)--?[a-z][a-z-]*", rest):
                assert used in options, f"kg {called} {used}"


def test_help_loads_nothing_heavy():
    program = (
        "import sys; from kg.cli.main import cli\n"
        "try: cli.main(['--help'])\n"
        "finally: print([name for name in ('pyoxigraph', 'rdflib', 'rich', 'opencc') if name in sys.modules])"
    )
    environment = os.environ | {"PYTHONPATH": os.pathsep.join(sys.path), "PYTHONIOENCODING": "utf-8"}
    shown = subprocess.run(
        [sys.executable, "-c", program], capture_output=True, encoding="utf-8", check=True, env=environment
    )
    assert shown.stdout.splitlines()[-1] == "[]"


@pytest.mark.parametrize("arguments", [(), ("-h",), ("--help",)])
def test_help_without_a_verb(arguments, kg):
    assert "Commands" in (kg(*arguments).output)
