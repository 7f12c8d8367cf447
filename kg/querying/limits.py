"""Limits on what a query may take on the command line."""

from __future__ import annotations

import os
import sys
import threading
from contextlib import contextmanager
from typing import TYPE_CHECKING

import click

from kg import messages
from kg.errors import QueryError

if TYPE_CHECKING:
    from collections.abc import Iterator

TIME_LIMIT = 60.0
"""Seconds that a query may take, unless the caller says otherwise."""
ROW_LIMIT = 1_000_000
"""Rows that an answer may have, unless the caller says otherwise."""


@contextmanager
def at_most(seconds: float) -> Iterator[None]:
    """End the program with a message and the status of an error if what runs inside takes longer.

    A query that is under way cannot be interrupted from Python, so the process has to end. Stores are opened
    for reading here, so nothing can be left half done. Zero means no limit.
    """
    if not seconds:
        yield
        return
    watch = threading.Timer(seconds, _end, (seconds,))
    watch.daemon = True
    watch.start()
    try:
        yield
    finally:
        watch.cancel()


def _end(seconds: float) -> None:
    error = QueryError("query-too-long", limit=f"{seconds:g}")
    click.echo(messages.text("error", message=str(error)), err=True)
    sys.stderr.flush()
    os._exit(error.exit_status)
