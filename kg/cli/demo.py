"""``kg demo``: the sample reports, the first question, and where everything is."""

from __future__ import annotations

import sys
from dataclasses import replace
from pathlib import Path

import click

from kg import api, messages, resources
from kg.cli.build import show
from kg.cli.help import examples
from kg.querying import evidence, run, table
from kg.querying.results import read

QUESTION = "first-offence-lists"
MANIFEST = "manifest.csv"


@click.command(
    "demo",
    epilog=examples(
        "kg demo",
        "kg demo /tmp/rol",
    ),
)
@click.argument("folder", type=click.Path(path_type=Path), default=Path("kg-demo"), metavar="[DIR]")
def command(folder: Path) -> None:
    """Build the sample reports into DIR/store (./kg-demo/store) and ask the first question.

    把示例报告读入 DIR/store（默认 ./kg-demo/store），并回答：哪些地方有首违不罚清单？
    """
    samples = resources.folder("samples")
    manifest = samples / MANIFEST
    store = folder / "store"
    summary = api.build([samples], store, manifest=manifest if manifest.is_file() else None)
    show(replace(summary, skipped=()))  # the folder's own README is no matter here
    _answer(store)
    click.echo(
        messages.text(
            "demo-where",
            store=store,
            samples=samples,
            queries=resources.folder("queries"),
            ontology=resources.folder("ontology"),
        )
    )


def _answer(folder: Path) -> None:
    """Print the answer and, for each row, the sentence that says so and where it stands."""
    store = run.opened(folder)
    result = read(run.answer(store, run.question_text(QUESTION, {}), QUESTION))
    click.echo("\n" + messages.text("demo-question", id=QUESTION))
    table.show(result, store, sys.stdout)
    names = {row["statement"]: row["areaName"] for row in result.rows}
    for found in evidence.said(result, store):
        click.echo(
            messages.text(
                "demo-sentence",
                area=names[found.statement],
                sentence=found.sentence,
                source=found.source,
                start=found.start,
                end=found.end,
            )
        )
