"""``kg remove``: sources out of a store."""

from __future__ import annotations

from typing import TYPE_CHECKING

import click

from kg import api, messages
from kg.cli import options
from kg.cli.build import SHOWN
from kg.cli.help import examples

if TYPE_CHECKING:
    from collections.abc import Mapping
    from pathlib import Path

    from kg.store.remove import Removal


@click.command(
    "remove",
    epilog=examples(
        "kg remove changzhou/2023.txt",
        "kg remove https://example.gov.cn/2023.html --store my-store",
        "kg remove 0123456789abcdef --dry-run",
        "kg remove reports/changzhou/",
    ),
)
@click.argument("sources", nargs=-1, required=True, metavar="SOURCE...")
@options.store
@options.words
@click.option("--dry-run", is_flag=True, help="Only say what would go. 只说明将移除什么，不作改动。")
@click.pass_context
def command(
    context: click.Context, sources: tuple[str, ...], store: Path, words: tuple[Path, ...], dry_run: bool
) -> None:
    """Take reports out of a store, which is then as if it had never had them.

    SOURCE is a source key (a URL, or a path below the folder that was read), a report's id (as `kg query
    reports` shows it), or a file or folder with the text that was read. A report whose text another source
    carries too stays.

    从存储中移除报告，存储随后与从未读入过这些报告时一样。

    SOURCE 可以是来源标识（网址，或读入时文件夹下的路径）、报告编号（见 kg query reports），或当初读入的文件、文件夹。
    另有来源内容相同的报告予以保留。
    """
    removal = api.remove(sources, store, words=words, dry_run=dry_run)
    show(removal, dry_run=dry_run)
    if removal.left_out:
        context.exit(1)


def show(removal: Removal, *, dry_run: bool) -> None:
    """Print what a removal has done, or would do."""
    counts = {"sources": len(removal.keys), "reports": len(removal.reports), "left": removal.left}
    click.echo(messages.text("remove-would" if dry_run else "remove-done", store=removal.store, **counts))
    _list("remove-report", removal.reports)
    _list("remove-staying", removal.staying)
    for item in removal.left_out:
        click.echo(messages.text("build-reason", source=item.source, reason=item.reason()), err=True)


def _list(code: str, reports: Mapping[str, frozenset[str]]) -> None:
    """Name reports with their sources, in the order of these."""
    in_order = sorted(reports, key=lambda report: sorted(reports[report]))
    for report in in_order[:SHOWN]:
        click.echo(messages.text(code, report=report, sources=", ".join(sorted(reports[report]))))
    if len(in_order) > SHOWN:
        click.echo("  …")
