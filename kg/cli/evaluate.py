"""``kg evaluate``: extraction against annotations."""

from __future__ import annotations

import sys
from pathlib import Path

import click
from rich import box
from rich.table import Table
from rich.text import Text

from kg.cli.help import examples
from kg.evaluation.evaluate import Scores, compare, extractions, read_plain
from kg.querying.table import print_table


@click.command(
    "evaluate",
    epilog=examples(
        "kg evaluate gold/ corpus/",
        "kg evaluate gold/ corpus/ --misses | less",
        "kg evaluate gold/ corpus/ --by-document",
    ),
)
@click.argument("gold_dir", type=click.Path(path_type=Path))
@click.argument("text_dir", type=click.Path(path_type=Path))
@click.option("--misses", is_flag=True, help="List every disagreement. 列出每一处不一致。")
@click.option("--by-document", is_flag=True, help="One table for each document. 每份文件一张表。")
def command(gold_dir: Path, text_dir: Path, misses: bool, by_document: bool) -> None:
    """Compare what is extracted from the texts in TEXT_DIR with the annotations in GOLD_DIR.

    Prints precision, recall and F1 of what was found, by kind, and the share of right fields; beside them the
    F1 of a plain dictionary with a few patterns (baseline).

    把 TEXT_DIR 中文本的抽取结果与 GOLD_DIR 的标注比较，给出准确率、召回率和 F1；旁边是简单词典加正则（baseline）的 F1。
    """
    compared = extractions(gold_dir, text_dir)
    plainly = extractions(gold_dir, text_dir, read_plain)
    scores = compare(compared)
    if misses:
        _show_misses(scores)
    if by_document:
        for one, plain in zip(compared, plainly, strict=True):
            print_table(_table(compare([one]), compare([plain]), title=one[0]), sys.stdout)
    print_table(_table(scores, compare(plainly)), sys.stdout)


def _table(scores: Scores, baseline: Scores, title: str | None = None) -> Table:
    table = Table(box=box.SIMPLE_HEAD, pad_edge=False, title=title, title_justify="left")
    table.add_column("")
    for column in ("precision", "recall", "F1", "baseline", "gold", "found"):
        table.add_column(column, justify="right")
    for (name, precision, recall, f1, gold, found), plain in zip(scores.table(), baseline.rows, strict=True):
        figures = (f"{figure:.3f}" for figure in (precision, recall, f1, plain.f1))
        table.add_row(Text(name), *figures, str(gold), str(found))
    return table


def _show_misses(scores: Scores) -> None:
    """Print a line for each disagreement, tabs between the fields, for grep and spreadsheets."""
    for miss in scores.misses:
        fields = (miss.document, miss.kind, miss.what, miss.quote, miss.gold, miss.found)
        click.echo("\t".join(" ".join(field.split()) for field in fields))
