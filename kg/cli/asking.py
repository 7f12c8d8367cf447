"""What ``kg query`` and ``kg sparql`` share: printing an answer, and being stopped."""

from __future__ import annotations

import signal
import sys
import threading
from contextlib import contextmanager
from typing import TYPE_CHECKING

from kg.querying import results, table

if TYPE_CHECKING:
    from collections.abc import Iterator

    import pyoxigraph as ox

    from kg.querying.run import Answer


def print_answer(answer: Answer, store: ox.Store, form: str) -> None:
    """Print an answer as a table or, row by row, in one of the W3C's formats."""
    if form == "table":
        table.show(results.read(answer), store, sys.stdout)
    else:
        results.write(answer, form, sys.stdout.buffer)


@contextmanager
def interruptible() -> Iterator[None]:
    """Let Ctrl-C end the program at once.

    Python would only notice it when the engine answers, and a query that is under way cannot be stopped.
    Stores are opened for reading here, so nothing can be left half done.
    """
    if threading.current_thread() is not threading.main_thread():
        yield
        return
    former = signal.signal(signal.SIGINT, signal.SIG_DFL)
    try:
        yield
    finally:
        signal.signal(signal.SIGINT, former)
