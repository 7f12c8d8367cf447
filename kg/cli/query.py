"""``kg query``: one of the library's questions."""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING

import click
from rich import box
from rich.table import Table

from kg import messages, resources
from kg.cli import asking, options
from kg.cli.help import examples
from kg.errors import UsageError
from kg.querying import library, results, run
from kg.querying.table import print_table

if TYPE_CHECKING:
    from pathlib import Path


@click.command(
    "query",
    epilog=examples(
        "kg query --list",
        "kg query first-offence-lists",
        "kg query awards -p area=天宁区 -p year=2023 --format csv",
        "kg query compare-districts -p indicator=mediation-cases -p year=2022 -p year=2023",
        "kg query district-profile --example",
    ),
)
@click.argument("question", required=False, metavar="[ID]")
@options.param
@click.option(
    "--example", is_flag=True, help="Use the question's own example for what it needs. 使用示例参数。"
)
@click.option("--list", "listed", is_flag=True, help="List all questions. 列出全部问题。")
@options.store
@click.option(
    "--format",
    "form",
    type=click.Choice(["table", *results.ROW_FORMATS]),
    default="table",
    show_default=True,
    help="A table to read, or SPARQL 1.1 results. 输出格式。",
)
def command(
    question: str | None, parameters: tuple[str, ...], example: bool, listed: bool, store: Path, form: str
) -> None:
    """Ask one of the questions of the library, called by its ID.

    用编号（ID）提出一个现成的问题。参数可写代码、编号或名称。
    """
    if listed:
        _list()
    elif question is None:
        raise UsageError("query-no-id")
    else:
        text = run.question_text(question, options.parameters(parameters), example=example)
        with asking.interruptible():
            opened = run.opened(store)
            asking.print_answer(run.answer(opened, text, question), opened, form)


def _list() -> None:
    """Print the questions with their parameters; those that must be given have a star."""
    listing = Table(box=box.SIMPLE_HEAD, pad_edge=False)
    for column in ("id", messages.text("list-question"), messages.text("list-parameters")):
        listing.add_column(column)
    for each in library.questions():
        named = (p.name + ("*" if p.required else "") for p in each.parameters)
        listing.add_row(each.id, each.titled(messages.language()), " ".join(named))
    print_table(listing, sys.stdout)
    click.echo(messages.text("list-where", folder=resources.folder("queries")))
