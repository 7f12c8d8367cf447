"""``kg vocab``: what can be said of the vocabulary itself."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import TYPE_CHECKING

import click
from rich import box
from rich.table import Table

from kg import messages, vocabulary, vocabulary_check
from kg.cli import options
from kg.cli.help import examples
from kg.querying.table import print_table
from kg.reading.decode import decode
from kg.reading.source import Source
from kg.store.discover import discover

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from kg.vocabulary_check import Doubt


_EXAMPLES = examples(
    "kg vocab check                     clashes and wordings that never match 冲突和永不匹配的用语",
    "kg vocab check --words mine.ttl    with a vocabulary of your own 连同自己的词表",
    "kg vocab check reports/            triggers that no report uses 报告中没有用到的触发词",
)


@click.group("vocab", epilog=_EXAMPLES)
def command() -> None:
    """Look at the vocabulary that reports are read with.

    检查阅读报告所用的词表。
    """


@command.command("check", epilog=_EXAMPLES)
@click.argument("texts", nargs=-1, type=click.Path(path_type=Path))
@options.words
def check(texts: tuple[Path, ...], words: tuple[Path, ...]) -> None:
    """Report wordings that clash, never match, or point to two concepts alike.

    With TEXTS (files and folders of reports), also the triggers that stand in none of them. Exit status 1 if
    anything is reported.

    报告相互冲突、永不匹配或同等指向两个概念的用语；给出报告文件时，还列出其中没有用到的触发词。
    """
    loaded = vocabulary.load(words)
    doubts = vocabulary_check.check(loaded)
    if texts:
        doubts += vocabulary_check.unused(loaded, _read(texts))
    if not doubts:
        click.echo(messages.text("vocab-clear"))
        return
    print_table(_table(doubts), sys.stdout)
    sys.exit(1)


def _read(paths: Sequence[Path]) -> Iterator[str]:
    for found in discover(paths).found:
        yield decode(Source(found.key, found.path.name, options.read_input(str(found.path))))


def _table(doubts: Sequence[Doubt]) -> Table:
    table = Table(box=box.SIMPLE_HEAD, pad_edge=False)
    for column in ("problem", "scheme", "id", "term", "other"):
        table.add_column(column)
    for doubt in doubts:
        table.add_row(messages.text(doubt.problem), doubt.scheme, doubt.id, doubt.term, doubt.other)
    return table
