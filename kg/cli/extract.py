"""``kg extract``: one report's graph, or its facts in the form of an annotation."""

from __future__ import annotations

import json
import sys
from typing import TYPE_CHECKING, cast

import click

from kg import api
from kg.cli import options
from kg.cli.help import examples
from kg.evaluation.gold import to_gold
from kg.graph.serialise import FORMATS, Format, serialise

if TYPE_CHECKING:
    from pathlib import Path


@click.command(
    "extract",
    epilog=examples(
        "kg extract report.html",
        "kg extract report.txt --format json",
        "kg extract - --area 常州市天宁区 --year 2023 < report.txt",
    ),
)
@click.argument("file")
@click.option(
    "--format",
    "form",
    type=click.Choice([*FORMATS, "json"]),
    default="ttl",
    show_default=True,
    help="Turtle, N-Triples or JSON-LD for the graph; json for the facts as plain data. 输出格式。",
)
@options.given_options
@options.words
def command(file: str, form: str, words: tuple[Path, ...], **given: str | None) -> None:
    """Print what one report says, read from FILE or (-) from standard input.

    输出一份报告的内容：图谱（ttl、nt、jsonld）或事实（json）。FILE 为 - 时读标准输入。
    """
    data = options.read_input(file)
    facts = api.extract(data, given=options.said(given), name=file, words=words)
    if form == "json":
        written = (json.dumps(to_gold(facts), ensure_ascii=False, indent=1) + "\n").encode()
    else:
        written = serialise(api.graph(facts, words), cast("Format", form))
    sys.stdout.buffer.write(written)
