"""``kg plot``: the answer to a question as a picture."""

from __future__ import annotations

import sys
from pathlib import Path

import click
from rich import box
from rich.table import Table

from kg import messages
from kg.cli import asking, options
from kg.cli.help import examples
from kg.errors import UsageError
from kg.pictures import canvas, library, plot
from kg.querying import library as questions
from kg.querying.table import print_table


@click.command(
    "plot",
    epilog=examples(
        "kg plot --list",
        "kg plot program-matrix matrix.png",
        "kg plot indicator-trend trend.svg -p indicator=mediation-cases",
        "kg plot award-ranking ranking.png -p year=2023",
    ),
)
@click.argument("question", required=False, metavar="[ID]")
@click.argument("output", required=False, type=click.Path(path_type=Path), metavar="[OUT.png|.svg]")
@options.param
@click.option(
    "--example", is_flag=True, help="Use the question's own example for what it needs. 使用示例参数。"
)
@click.option("--list", "listed", is_flag=True, help="List the questions with a picture. 列出可画图的问题。")
@options.store
def command(
    question: str | None,
    output: Path | None,
    parameters: tuple[str, ...],
    example: bool,
    listed: bool,
    store: Path,
) -> None:
    """Draw the answer to the question ID into a picture.

    Questions with a natural picture can be drawn: trends, rankings, matrices, small networks. Needs matplotlib
    (pip install 'rol-kg[plot]') and a font with Chinese characters (KG_FONT names one).

    把问题的答案画成图：趋势线、排名、矩阵、小型网络。
    """
    if listed:
        _list()
        return
    if question is None or output is None:
        raise UsageError("picture-what", known=", ".join(canvas.ENDINGS))
    canvas.check(output)
    with asking.interruptible():
        answer = plot.ask(question, store=store, example=example, **options.parameters(parameters))
    plot.draw(answer, output)
    click.echo(messages.text("picture-done", path=output, rows=len(answer.rows)))


def _list() -> None:
    listing = Table(box=box.SIMPLE_HEAD, pad_edge=False)
    for column in ("id", messages.text("list-question"), messages.text("list-parameters")):
        listing.add_column(column)
    for name in library.pictures():
        found = questions.question(name)
        named = (each.name + ("*" if each.required else "") for each in found.parameters)
        listing.add_row(name, found.titled(messages.language()), " ".join(named))
    print_table(listing, sys.stdout)
