"""``kg sparql``: a query of the user's own."""

from __future__ import annotations

from typing import TYPE_CHECKING

import click

from kg.cli import asking, options
from kg.cli.help import examples
from kg.errors import QueryError
from kg.querying import results, run, sparql

if TYPE_CHECKING:
    from pathlib import Path


@click.command(
    "sparql",
    epilog=examples(
        "kg sparql my-query.rq --format csv",
        "echo 'SELECT (COUNT(*) AS ?n) { ?s a rol:Award }' | kg sparql -",
        "kg sparql describe.rq --format ttl",
    ),
)
@click.argument("file")
@options.store
@click.option(
    "--format",
    "form",
    type=click.Choice([*asking.FORMATS, *results.GRAPH_FORMATS]),
    default="table",
    show_default=True,
    help="A table to read; others for rows; ttl, nt for CONSTRUCT and DESCRIBE. 输出格式。",
)
@asking.limit_options
def command(file: str, store: Path, form: str, time_limit: float, row_limit: int) -> None:
    """Run the SPARQL 1.1 query in FILE or (-) on standard input.

    The store is only read: updates are refused, and so is SERVICE. The project's prefixes (rol:, skos:, oa:,
    area: and so on) need no declaration.

    运行 FILE（- 为标准输入）中的 SPARQL 1.1 查询。不允许更新和 SERVICE。
    """
    name = "stdin" if file == options.STANDARD_INPUT else file
    try:
        text = options.read_input(file).decode("utf-8")
    except UnicodeDecodeError:
        raise QueryError("query-not-utf-8", name=name) from None
    printing = asking.Printing(form, row_limit, name=name)
    with asking.interruptible(time_limit):
        opened = run.opened(store)
        asking.print_answer(sparql.checked_answer(text, opened, name), opened, printing)
