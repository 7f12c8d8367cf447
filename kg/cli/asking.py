"""What ``kg query`` and ``kg sparql`` share: limits, printing an answer, and being stopped."""

from __future__ import annotations

import io
import signal
import sys
import threading
from contextlib import contextmanager
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

import click

from kg import messages
from kg.errors import UsageError
from kg.querying import evidence, formats, limits, results, table

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    import pyoxigraph as ox

    from kg.querying.run import Answer

FORMATS = ("table", *results.ROW_FORMATS, "xlsx", "md")
"""How rows can be printed."""


@dataclass(frozen=True, slots=True)
class Printing:
    """How an answer is printed. ``rows`` is the greatest number of rows, 0 for any."""

    form: str
    rows: int = limits.ROW_LIMIT
    excel: bool = False
    evidence: bool = False
    name: str = "ID"


def limit_options(function: Callable[..., Any]) -> Callable[..., Any]:
    """Add the options that bound a query."""
    function = click.option(
        "--row-limit",
        type=click.IntRange(min=0),
        default=limits.ROW_LIMIT,
        show_default=True,
        envvar="KG_ROW_LIMIT",
        show_envvar=True,
        help="Rows that an answer may have; 0 is any number. 行数上限，0 为不限。",
    )(function)
    return click.option(
        "--time-limit",
        type=click.FloatRange(min=0),
        default=limits.TIME_LIMIT,
        show_default=True,
        envvar="KG_TIME_LIMIT",
        show_envvar=True,
        help="Seconds that a query may take; 0 is any time. 时限（秒），0 为不限。",
    )(function)


def print_answer(answer: Answer, store: ox.Store, printing: Printing) -> None:
    """Print an answer: as a table, a workbook or Markdown, or row by row in one of the W3C's formats."""
    limit = printing.rows or None
    if printing.excel and printing.form != "csv":
        raise UsageError("excel-csv")
    if printing.form in results.ROW_FORMATS or printing.form in results.GRAPH_FORMATS:
        if printing.excel:
            sys.stdout.buffer.write(formats.BYTE_ORDER_MARK.encode())
        results.write(answer, printing.form, sys.stdout.buffer, limit)
        return
    result = results.read(answer, limit)
    if printing.form == "xlsx":
        _print_workbook(result, printing.name)
    elif printing.form == "md":
        sys.stdout.buffer.write(formats.markdown(result).encode())
    else:
        table.show(result, store, sys.stdout)
    if printing.evidence and printing.form != "xlsx":
        _print_sentences(result, store)


def _print_workbook(result: results.Result, name: str) -> None:
    if sys.stdout.isatty():
        raise UsageError("workbook-terminal", question=name)
    memory = io.BytesIO()
    formats.workbook(result, memory)
    sys.stdout.buffer.write(memory.getvalue())


def _print_sentences(result: results.Result, store: ox.Store) -> None:
    """Print, below the rows, each quote in its sentence."""
    sys.stdout.flush()
    for found in evidence.said(result, store):
        shown = table.short(found.statement)
        click.echo(
            messages.text(
                "evidence-sentence",
                statement=shown,
                source=found.source,
                start=found.start,
                end=found.end,
                sentence=found.sentence,
            )
        )


@contextmanager
def interruptible(seconds: float = 0) -> Iterator[None]:
    """Let Ctrl-C, and the end of so many seconds (0: none), end the program at once.

    Python would only notice Ctrl-C when the engine answers, and a query that is under way cannot be stopped.
    Stores are opened for reading here, so nothing can be left half done.
    """
    if threading.current_thread() is not threading.main_thread():
        yield
        return
    former = signal.signal(signal.SIGINT, signal.SIG_DFL)
    try:
        with limits.at_most(seconds):
            yield
    finally:
        signal.signal(signal.SIGINT, former)
