"""A store as a graph of rdflib, guarded: what queries may not do elsewhere they may not do here."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import rdflib
from rdflib.graph import DATASET_DEFAULT_GRAPH_ID

from kg.errors import QueryError, UsageError
from kg.querying.guard import accept

if TYPE_CHECKING:
    import pyoxigraph as ox
    from rdflib.query import Result

_NAME = "rdflib"


class View(rdflib.Graph):
    """A graph of rdflib that reads from a store."""

    def query(self, query_object: Any, *args: Any, **more: Any) -> Result:
        """Run a query that passes the guard. Raises QueryError for one that does not."""
        return super().query(accept(str(query_object), _NAME), *args, **more)

    def update(self, *_: Any, **__: Any) -> None:
        """Refuse: stores are only read. Raises QueryError."""
        raise QueryError("query-update", name=_NAME)


def view(store: ox.Store) -> View:
    """Return a store's graph. Raises UsageError if oxrdflib is missing."""
    try:
        from oxrdflib import OxigraphStore  # noqa: PLC0415 (an optional part)
    except ImportError:
        raise UsageError("extra-missing", package="oxrdflib", extra="view") from None
    return View(store=OxigraphStore(store=store), identifier=DATASET_DEFAULT_GRAPH_ID)
