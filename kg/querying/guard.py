"""Queries of the user's own: only those that read, and only what the store holds, are let through.

SERVICE and LOAD would reach the network from inside a query, an update would change the graph. Queries are
judged by what they are once parsed: a wording in a string or a comment is no reason to refuse one.
"""

from __future__ import annotations

import re
import sys
import threading
from concurrent.futures import ThreadPoolExecutor
from typing import TYPE_CHECKING

from pyparsing import ParseException
from rdflib.plugins.sparql.parserutils import CompValue

from kg.errors import QueryError
from kg.querying.run import broken
from kg.sparql_syntax import parse_query, parse_update

if TYPE_CHECKING:
    from collections.abc import Iterator

_DEPTH = 10_000
_STACK_SIZE = 256 * 1024 * 1024
_ESCAPE = re.compile(r"\\[uU]")
_NEGATIVE_DECIMAL = re.compile(r"-[0-9]*\.[0-9]+")
_LINE_END = re.compile(r"\r\n?")
_REFUSED = {
    "ServiceGraphPattern": "query-service",
    "DatasetClause": "query-from",
    "GraphGraphPattern": "query-graph",
}


def accept(query: str, name: str) -> str:
    """Return the query as it may run. ``name`` is where it came from, for messages.

    Raises QueryError if it is empty or broken (with the line), an update, or uses SERVICE, FROM or GRAPH (all
    triples are in the default graph, so the last two would only ever find nothing).
    """
    text = _plain(query, name)
    for node in _nodes(_parse(text, name)):
        if node.name in _REFUSED:
            raise QueryError(_REFUSED[node.name], name=name)
    return text


def _plain(query: str, name: str) -> str:
    """Return the text in which every parser sees the same query.

    Parsers differ in whether a carriage return ends a comment and in when code point escapes are replaced;
    either could hide a clause from the one that judges and show it to the one that runs the query.
    """
    text = _LINE_END.sub("\n", query.removeprefix("\ufeff"))
    if not text.strip():
        raise QueryError("query-empty", name=name)
    if _ESCAPE.search(text):
        raise QueryError("query-escape", name=name)
    return text


def _parse(text: str, name: str) -> object:
    """Return the parse tree of the query, its negative decimals replaced: rdflib 7.6 fails on them."""
    judged = _NEGATIVE_DECIMAL.sub("-1", text)
    try:
        try:
            return parse_query(judged)
        except RecursionError:
            return _parse_deeply(judged)
    except RecursionError:
        raise QueryError("query-too-deep", name=name) from None
    except ParseException as error:
        updates = _updates(text)
        if updates is not None:
            raise QueryError("query-update" if updates else "query-empty", name=name) from None
        raise broken(text, name, error.lineno, error.column) from None
    except Exception as error:  # the parser raises what its callbacks do, such as bare Exceptions
        raise QueryError("query-refused", name=name, detail=str(error)) from None


def _parse_deeply(text: str) -> object:
    """Parse in a thread with room for deep recursion: rdflib recurses once for each triple pattern.

    The room is bounded by what the engine, which recurses as well, is sure to survive.
    """
    limit, size = sys.getrecursionlimit(), threading.stack_size(_STACK_SIZE)
    sys.setrecursionlimit(_DEPTH)
    try:
        with ThreadPoolExecutor(1) as pool:
            return pool.submit(parse_query, text).result()
    finally:
        sys.setrecursionlimit(limit)
        threading.stack_size(size)


def _updates(text: str) -> int | None:
    """Return how many updates the text holds (a comment alone: none), or None if it is no update."""
    try:
        return len(parse_update(text).request or ())
    except Exception:  # whatever the parser stumbled over
        return None


def _nodes(tree: object) -> Iterator[CompValue]:
    """Yield every node of a parse tree; iterative, since queries may be nested deeply."""
    queue = [tree]
    while queue:
        thing = queue.pop()
        if isinstance(thing, CompValue):
            yield thing
            queue.extend(thing.values())
        elif isinstance(thing, str):
            continue
        elif hasattr(thing, "__iter__"):
            queue.extend(thing)
