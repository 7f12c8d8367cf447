"""Quotes in the sentences that they stand in."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

import pyoxigraph as ox

from kg import terms
from kg.querying import run

if TYPE_CHECKING:
    from collections.abc import Iterator

    from kg.querying.results import Result

SENTENCE_ENDS = "。！？\n"
STATEMENTS = ("statement", "otherStatement")
"""The columns that name statements."""


@dataclass(frozen=True, slots=True)
class Said:
    """Where a statement stands: ``sentence`` is around the characters from ``start`` to ``end`` (exclusive)."""

    statement: str
    source: str
    start: int
    end: int
    sentence: str


def said(result: Result, store: ox.Store) -> Iterator[Said]:
    """Yield, for each statement in the rows, the sentence that says so, for each source of its report."""
    seen: set[str] = set()
    for row in result.rows:
        for column in STATEMENTS:
            statement = row.get(column)
            if isinstance(statement, str) and statement not in seen:
                seen.add(statement)
                yield from _places(statement, store)


def _places(statement: str, store: ox.Store) -> Iterator[Said]:
    for place in run.query("evidence", store=store, statement=statement).rows:
        start, end = int(str(place["start"])), int(str(place["end"]))
        around = sentence(text(store, str(place["report"])), start, end) or str(place["quote"])
        yield Said(statement, str(place["source"] or ""), start, end, around)


def text(store: ox.Store, report: str) -> str:
    """Return the text of a report, empty if the store lacks it."""
    found = store.quads_for_pattern(ox.NamedNode(report), terms.SCHEMA_TEXT, None)
    return next((quad.object.value for quad in found if isinstance(quad.object, ox.Literal)), "")


def sentence(whole: str, start: int, end: int) -> str:
    """Return the sentence around a place in a text."""
    first = max(whole.rfind(mark, 0, start) for mark in SENTENCE_ENDS) + 1
    ends = [found for mark in SENTENCE_ENDS if (found := whole.find(mark, end)) >= 0]
    return " ".join(whole[first : min(ends, default=len(whole) - 1) + 1].split())
