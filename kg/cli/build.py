"""``kg build``: files and folders into a store, with progress and a summary."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import TYPE_CHECKING

import click
from rich.console import Console
from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn, TimeRemainingColumn

from kg import api, messages
from kg.cli import options
from kg.cli.help import examples

if TYPE_CHECKING:
    from kg.store.summary import BuildSummary

SHOWN = 20
"""So many files passed over are named; of more only the number is told."""


@click.command(
    "build",
    epilog=examples(
        "kg build reports/",
        "kg build reports/ more.html --store my-store",
        "kg build reports/ --manifest reports/manifest.csv",
        "kg build --manifest reports/manifest.csv",
    ),
)
@click.argument("sources", nargs=-1, type=click.Path(path_type=Path), metavar="SOURCE...")
@options.store
@click.option(
    "--manifest",
    type=click.Path(path_type=Path),
    metavar="FILE.csv",
    help="Table of what pages do not say: file, source, area, year, type, issued. 说明各文件的清单表。",
)
@options.words
@click.option("--workers", type=click.IntRange(min=1), metavar="N", help="Number of processes. 进程数。")
@click.pass_context
def command(
    context: click.Context,
    sources: tuple[Path, ...],
    store: Path,
    manifest: Path | None,
    words: tuple[Path, ...],
    workers: int | None,
) -> None:
    """Read the reports of files and folders into a store.

    Building again changes only what has changed: a source that comes back with another text replaces its
    former report. A report that cannot be read or that breaks a rule is left out and named; the others are
    loaded, and the exit status is 1.

    把文件和文件夹中的报告读入存储；再次运行只处理有变化的部分。

    读不出或不合规则的报告不列入，逐一说明；其余照常读入，退出码为 1。
    """
    with _bar() as bar:
        task = bar.add_task(messages.text("build-progress"), total=None)

        def progress(done: int, total: int, _source: str) -> None:
            bar.update(task, completed=done, total=total)

        summary = api.build(
            sources, store, manifest=manifest, words=words, workers=workers, progress=progress
        )
    show(summary)
    if summary.left_out:
        context.exit(1)


def _bar() -> Progress:
    """Return a progress bar on standard error, which shows only where somebody watches."""
    return Progress(
        TextColumn("{task.description}"),
        BarColumn(),
        MofNCompleteColumn(),
        TimeRemainingColumn(),
        console=Console(stderr=True),
        transient=True,
        disable=not sys.stderr.isatty(),
    )


def show(summary: BuildSummary) -> None:
    """Print what a build has done, and what it left out and why."""
    click.echo(
        messages.text(
            "build-reports",
            store=summary.store,
            reports=summary.reports,
            new=summary.new,
            replaced=summary.replaced,
            again=summary.read_again,
            unchanged=summary.unchanged,
            removed=summary.removed,
        )
    )
    kinds = ", ".join(f"{kind} {count}" for kind, count in summary.statements.items())
    click.echo(messages.text("build-statements", count=sum(summary.statements.values()), kinds=kinds))
    click.echo(messages.text("build-triples", count=summary.triples))
    if summary.skipped:
        _list("build-skipped", [str(path) for path in summary.skipped])
    if summary.left_out:
        click.echo(messages.text("build-left-out", count=len(summary.left_out)), err=True)
        for item in summary.left_out:
            click.echo(messages.text("build-reason", source=item.source, reason=item.reason()), err=True)


def _list(code: str, paths: list[str]) -> None:
    click.echo(messages.text(code, count=len(paths)))
    for path in paths[:SHOWN]:
        click.echo(f"  {path}")
    if len(paths) > SHOWN:
        click.echo("  …")
