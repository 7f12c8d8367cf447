"""``kg describe``: what is in a store, for people and for catalogues."""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING

import click

from kg.cli import options
from kg.cli.help import examples
from kg.querying import description, run

if TYPE_CHECKING:
    from pathlib import Path


@click.command(
    "describe",
    epilog=examples("kg describe", "kg describe --store my-store > void.ttl"),
)
@options.store
def command(store: Path) -> None:
    """Describe a store in VoID and DCAT, as Turtle: its size, years, classes and properties with their counts.

    以 VoID 和 DCAT（Turtle）说明存储的规模、年份、各类和各属性的数量。
    """
    sys.stdout.buffer.write(description.turtle(run.opened(store)))
