"""``kg demo``: the sample reports, the first question, and where everything is."""

from __future__ import annotations

import sys
from dataclasses import replace
from pathlib import Path

import click
import pyoxigraph as ox

from kg import api, messages, resources, terms
from kg.cli.build import show
from kg.cli.help import examples
from kg.querying import run, table
from kg.querying.results import read

SENTENCE_ENDS = "。！？\n"
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
    for row in result.rows:
        for place in run.query("evidence", store=store, statement=str(row["statement"])).rows:
            start, end = int(str(place["start"])), int(str(place["end"]))
            said = _sentence(_text(store, str(row["report"])), start, end)
            click.echo(messages.text("demo-sentence", area=row["areaName"], sentence=said, **place))


def _text(store: ox.Store, report: str) -> str:
    """Return the text of a report."""
    found = store.quads_for_pattern(ox.NamedNode(report), terms.SCHEMA_TEXT, None)
    return next((quad.object.value for quad in found if isinstance(quad.object, ox.Literal)), "")


def _sentence(text: str, start: int, end: int) -> str:
    """Return the sentence around a place in a text."""
    first = max(text.rfind(mark, 0, start) for mark in SENTENCE_ENDS) + 1
    ends = [found for mark in SENTENCE_ENDS if (found := text.find(mark, end)) >= 0]
    return text[first : min(ends, default=len(text) - 1) + 1].strip()
