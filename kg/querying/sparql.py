"""Running queries of the user's own, once they have passed the guard."""

from __future__ import annotations

from typing import TYPE_CHECKING

from kg.querying.guard import accept
from kg.querying.results import Result, read
from kg.querying.run import Answer, StoreLike, answer, opened

if TYPE_CHECKING:
    import pyoxigraph as ox


def sparql(text: str, *, store: StoreLike = "kg-store") -> Result:
    """Run a query of the user's own and return its rows.

    Rows of SELECT are the solutions; ASK has one row with the column ``answer``; CONSTRUCT and DESCRIBE have
    the columns ``subject``, ``predicate``, ``object``. Raises QueryError if the query is broken or refused
    (see ``kg.querying.guard``), StoreError if there is no store.
    """
    return read(checked_answer(text, opened(store), "sparql"))


def checked_answer(text: str, store: ox.Store, name: str) -> Answer:
    """Check a query and start it. ``name`` is where it came from, for messages."""
    return answer(store, accept(text, name), name)
