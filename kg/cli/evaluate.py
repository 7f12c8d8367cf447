"""``kg evaluate``: extraction against annotations."""

from __future__ import annotations

import sys
from pathlib import Path

import click
from rich import box
from rich.table import Table
from rich.text import Text

from kg.cli.help import examples
from kg.evaluation.evaluate import Scores, evaluate
from kg.querying.table import print_table


@click.command(
    "evaluate",
    epilog=examples(
        "kg evaluate gold/ corpus/",
        "kg evaluate gold/ corpus/ --misses | less",
    ),
)
@click.argument("gold_dir", type=click.Path(path_type=Path))
@click.argument("text_dir", type=click.Path(path_type=Path))
@click.option("--misses", is_flag=True, help="List every disagreement. 列出每一处不一致。")
def command(gold_dir: Path, text_dir: Path, misses: bool) -> None:
    """Compare what is extracted from the texts in TEXT_DIR with the annotations in GOLD_DIR.

    Prints precision, recall and F1 of what was found, by kind, and the share of right fields.

    把 TEXT_DIR 中文本的抽取结果与 GOLD_DIR 的标注比较，给出准确率、召回率和 F1。
    """
    scores = evaluate(gold_dir, text_dir)
    if misses:
        _show_misses(scores)
    print_table(_table(scores), sys.stdout)


def _table(scores: Scores) -> Table:
    table = Table(box=box.SIMPLE_HEAD, pad_edge=False)
    table.add_column("")
    for column in ("precision", "recall", "F1", "gold", "found"):
        table.add_column(column, justify="right")
    for name, precision, recall, f1, gold, found in scores.table():
        table.add_row(Text(name), f"{precision:.3f}", f"{recall:.3f}", f"{f1:.3f}", str(gold), str(found))
    return table


def _show_misses(scores: Scores) -> None:
    """Print a line for each disagreement, tabs between the fields, for grep and spreadsheets."""
    for miss in scores.misses:
        fields = (miss.document, miss.kind, miss.what, miss.quote, miss.gold, miss.found)
        click.echo("\t".join(" ".join(field.split()) for field in fields))
