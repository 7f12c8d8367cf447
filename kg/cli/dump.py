"""``kg dump``: a store's whole graph."""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING

import click

from kg import api
from kg.cli import options
from kg.cli.help import examples
from kg.graph.serialise import FORMATS, Format

if TYPE_CHECKING:
    from pathlib import Path


@click.command(
    "dump",
    epilog=examples(
        "kg dump > graph.nt",
        "kg dump --store my-store --format ttl | less",
    ),
)
@options.store
@click.option(
    "--format",
    "form",
    type=click.Choice(FORMATS),
    default="nt",
    show_default=True,
    help="N-Triples, Turtle or JSON-LD. 输出格式。",
)
def command(store: Path, form: Format) -> None:
    """Write the whole graph of a store to standard output, sorted: equal graphs give equal bytes.

    把存储中的全部图谱按固定顺序写到标准输出：内容相同，输出逐字节相同。
    """
    api.dump(store, form, sys.stdout.buffer)
