"""Asking a store: the questions of the library and queries of the user's own.

Stores are opened for reading only.
"""

from __future__ import annotations

import re
from pathlib import Path
from typing import TYPE_CHECKING, Protocol

import pyoxigraph as ox

from kg import terms
from kg.errors import QueryError
from kg.querying import bind, library, parameters
from kg.querying.results import Result, read
from kg.store.opening import open_for_reading

if TYPE_CHECKING:
    from collections.abc import Mapping

Answer = ox.QuerySolutions | ox.QueryBoolean | ox.QueryTriples


class HasStore(Protocol):
    """What holds a store that is open, as ``kg.open`` gives it."""

    @property
    def store(self) -> ox.Store:
        """The store."""


StoreLike = str | Path | ox.Store | HasStore
"""A store's folder, or a store that is open."""

PREFIXES: Mapping[str, str] = {
    **terms.PREFIXES,
    "area": terms.AREA_BASE,
    "indicator": terms.INDICATOR_BASE,
    "type": terms.PROGRAM_TYPE_BASE,
}
"""Prefixes that a user's query may use without declaring them."""
_POSITION = re.compile(r"error at (\d+):(\d+)")


def query(
    question: str,
    *,
    store: StoreLike = "kg-store",
    example: bool = False,
    **given: parameters.Value | list[parameters.Value],
) -> Result:
    """Ask a question of the library and return its rows.

    ``question`` is its id (see ``kg query --list``), ``given`` its parameters: codes, ids or names, one or
    a list. With ``example`` required parameters that are not given take the example of the question's
    header. Raises QueryError if there is no such question or a parameter does not fit, StoreError if there
    is no store.
    """
    text = question_text(question, given, example=example)
    return read(answer(opened(store), text, question))


def question_text(
    question: str,
    given: parameters.Given,
    *,
    example: bool = False,
    limit: parameters.Value | None = None,
) -> str:
    """Return the SPARQL of a question with its parameters written in, and at most ``limit`` rows."""
    found = library.question(question)
    if limit is not None and any(p.name == "limit" for p in found.parameters):
        given, limit = {**given, "limit": limit}, None
    if example:
        given = {p.name: p.example for p in found.parameters if p.required} | dict(given)
    text = bind.bind(found, parameters.check(found, given))
    return text if limit is None else f"{text}LIMIT {parameters.row_count(found, limit)}\n"


def opened(store: StoreLike) -> ox.Store:
    """Return the store itself, or open its folder for reading. Raises StoreError if there is no store."""
    if isinstance(store, str | Path):
        return open_for_reading(Path(store))
    return store if isinstance(store, ox.Store) else store.store


def answer(store: ox.Store, text: str, name: str) -> Answer:
    """Start a query that was checked. Raises QueryError if the engine does not understand it."""
    try:
        return store.query(text, prefixes=dict(PREFIXES))
    except SyntaxError as error:
        raise _explained(text, name, str(error)) from None


def _explained(text: str, name: str, detail: str) -> QueryError:
    position = _POSITION.search(detail)
    if position is None:
        return QueryError("query-refused", name=name, detail=detail)
    line, column = int(position[1]), int(position[2])
    if "Prefix not found" in detail:
        return QueryError("query-prefix", name=name, line=line, known=" ".join(f"{p}:" for p in PREFIXES))
    return broken(text, name, line, column)


def broken(text: str, name: str, line: int, column: int) -> QueryError:
    """Return the error that a query is not valid, with what stands where the parser gave up."""
    written = "".join(text.split("\n")[line - 1 : line]).strip()
    if not written:
        return QueryError("query-ends", name=name)
    return QueryError("query-broken", name=name, line=line, column=column, detail=written)
