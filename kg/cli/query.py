"""``kg query``: one of the library's questions."""

from __future__ import annotations

import sys
from collections import defaultdict
from typing import TYPE_CHECKING, Any

import click
from rich import box
from rich.table import Table

from kg import messages, resources
from kg.cli import asking, options
from kg.cli.help import examples
from kg.errors import UsageError
from kg.querying import library, run, sib
from kg.querying.table import print_table

if TYPE_CHECKING:
    from collections.abc import Sequence

    from kg.querying.library import Question


@click.command(
    "query",
    epilog=examples(
        "kg query --list                     all questions 全部问题",
        "kg query --list 荣誉                 those about honours 与荣誉有关的问题",
        "kg query first-offence-lists --evidence",
        "kg query awards -p area=天宁区 -p year=2023 --format csv --excel > awards.csv",
        "kg query compare-districts -p indicator=mediation-cases -p year=2022 -p year=2023",
        "kg query district-profile --example --format xlsx > profile.xlsx",
    ),
)
@click.argument("question", required=False, metavar="[ID]")
@click.option(
    "--param",
    "-p",
    "parameters",
    multiple=True,
    metavar="NAME=VALUE",
    help="A parameter; repeat it for others, or for several values. 参数，可重复。",
)
@click.option(
    "--example", is_flag=True, help="Use the question's own example for what it needs. 使用示例参数。"
)
@click.option("--limit", metavar="ROWS", help="Only the first so many rows. 只要前若干行。")
@click.option(
    "--list",
    "listed",
    is_flag=True,
    help="List the questions, all or those about a word. 列出全部或与某词有关的问题。",
)
@click.option("--explain", is_flag=True, help="Print the SPARQL instead of running it. 只显示 SPARQL。")
@click.option(
    "--evidence", is_flag=True, help="Show each quote in its sentence, below the rows. 附引文所在的句子。"
)
@click.option(
    "--export",
    "exported",
    type=click.Choice(["sib"]),
    help="Write the library as RDF (sh:SPARQLExecutable), in Turtle. 以 RDF 输出全部问题。",
)
@options.store
@click.option(
    "--format",
    "form",
    type=click.Choice(asking.FORMATS),
    default="table",
    show_default=True,
    help="A table to read, SPARQL 1.1 results, a workbook, Markdown. 输出格式。",
)
@click.option(
    "--excel", is_flag=True, help="With csv: mark it as UTF-8, as Excel needs. 供 Excel 打开的 CSV。"
)
@asking.limit_options
def command(question: str | None, **chosen: Any) -> None:
    """Ask one of the questions of the library, called by its ID.

    用编号（ID）提出一个现成的问题。参数可写代码、编号或名称。
    """
    if chosen["exported"]:
        sys.stdout.buffer.write(sib.turtle(library.questions()))
    elif chosen["listed"]:
        _list(library.about(question) if question else library.questions(), question)
    elif question is None:
        raise UsageError("query-no-id")
    else:
        given = _given(chosen["parameters"])
        text = run.question_text(question, given, example=chosen["example"], limit=chosen["limit"])
        if chosen["explain"]:
            click.echo(text, nl=False)
        else:
            _answer(question, text, chosen)


def _answer(question: str, text: str, chosen: dict[str, Any]) -> None:
    printing = asking.Printing(
        chosen["form"], chosen["row_limit"], chosen["excel"], chosen["evidence"], question
    )
    with asking.interruptible(chosen["time_limit"]):
        opened = run.opened(chosen["store"])
        asking.print_answer(run.answer(opened, text, question), opened, printing)


def _given(parameters: tuple[str, ...]) -> dict[str, list[str]]:
    given: dict[str, list[str]] = defaultdict(list)
    for parameter in parameters:
        name, equals, value = parameter.partition("=")
        if not (equals and name.strip() and value.strip()):
            raise UsageError("param-form", given=parameter)
        given[name.strip()].append(value)
    return given


def _list(found: Sequence[Question], word: str | None) -> None:
    """Print the questions with their parameters; those that must be given have a star."""
    if not found:
        raise UsageError("list-nothing", word=word)
    listing = Table(box=box.SIMPLE_HEAD, pad_edge=False)
    for column in (
        "id",
        messages.text("list-question"),
        messages.text("list-parameters"),
        messages.text("list-about"),
    ):
        listing.add_column(column)
    for each in found:
        named = (p.name + ("*" if p.required else "") for p in each.parameters)
        spoken = messages.language()
        listing.add_row(each.id, each.titled(spoken), " ".join(named), each.described(spoken))
    print_table(listing, sys.stdout)
    click.echo(messages.text("list-where", folder=resources.folder("queries")))
