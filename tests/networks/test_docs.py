"""What the page on Gephi says is so."""

import re
from pathlib import Path

import click
import pytest

from kg.cli.main import cli
from kg.networks import library
from kg.networks.export import ENDINGS
from kg.networks.measures import LIMIT
from kg.pictures import library as pictures

DOCS = Path(__file__).parents[2] / "docs"
PAGES = pytest.mark.parametrize("page", ["gephi.md", "gephi.zh.md"])


@PAGES
def test_its_pictures_and_links_are_there(page):
    linked = re.findall(r"\]\(([^)#]+)\)", (DOCS / page).read_text("utf-8"))
    for place in linked:
        assert place.startswith("https://") or (DOCS / place).is_file(), place


@PAGES
def test_its_commands_exist(page):
    text = (DOCS / page).read_text("utf-8")
    commands = [
        line for block in re.findall(r"```sh\n(.*?)```", text, re.DOTALL) for line in block.splitlines()
    ]
    assert len(commands) >= 5
    for line in commands:
        verb, *arguments = line.partition("#")[0].split()[1:]
        command = cli.get_command(click.Context(cli), verb)
        options = {name for parameter in command.params for name in parameter.opts}
        assert {argument for argument in arguments if argument.startswith("-")} <= options, line
        if verb == "plot" and not arguments[0].startswith("-"):
            assert arguments[0] in pictures.pictures()


@PAGES
def test_it_tells_of_every_network_format_filter_and_limit(page):
    text = (DOCS / page).read_text("utf-8")
    for projection in library.projections():
        assert f"| `{projection.name}` |" in text
    for ending in ENDINGS:
        assert f"`{ending}`" in text
    for option in (
        "--area",
        "--years",
        "--type",
        "--status",
        "--min-weight",
        "--no-measures",
        "--no-layout",
        "--preview",
    ):
        assert option in text
    assert f"{LIMIT:,}" in text
