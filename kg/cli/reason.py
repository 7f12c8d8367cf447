"""``kg reason``: whether the ontology is consistent, and what follows from the graph."""

from __future__ import annotations

import sys
from pathlib import Path

import click

from kg import messages
from kg.cli import options
from kg.cli.help import examples
from kg.reasoning import consistency, writing


@click.command(
    "reason",
    epilog=examples(
        "kg reason                                 is the ontology consistent? 本体是否一致",
        "kg reason --words my-indicators.ttl",
        "kg reason --store my-store --out inferred.nt",
        "kg reason --store my-store --out second-store",
    ),
)
@options.store
@options.words
@click.option(
    "--out",
    type=click.Path(path_type=Path),
    metavar="FILE|DIR",
    help="Write the graph and what follows from it: .nt, .ttl, or a new store. 输出推理结果。",
)
def command(store: Path, words: tuple[Path, ...], out: Path | None) -> None:
    """Judge the ontology with HermiT, or write what follows from the graph.

    Without --out: whether the ontology is consistent, and which classes can have no member (exit status 1 if any).
    With --out: the graph with the terms of the standard vocabularies (ORG, PROV-O, Data Cube, schema.org and others)
    that follow from it. The store itself is never changed.

    用 HermiT 检查本体是否一致；给出 --out 时，写出图谱及由其推出的标准词表术语。原存储不变。
    """
    if out is not None:
        count = writing.write(store, out)
        click.echo(messages.text("reason-written", path=out, count=count))
        return
    verdict = consistency.judge(words)
    click.echo(messages.text("reason-consistent" if verdict.consistent else "reason-inconsistent"))
    for name in verdict.unsatisfiable:
        click.echo(messages.text("reason-unsatisfiable", name=name))
    sys.exit(0 if verdict.consistent and not verdict.unsatisfiable else 1)
