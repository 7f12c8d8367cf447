"""The rows of an answer as pictures need them: names for people, one unit to a scale."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

import pyoxigraph as ox

from kg.networks.cleaning import clean
from kg.querying.results import Value, value
from kg.querying.table import LABELLED

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from kg.querying.results import Result

Row = dict[str, Value]
SIGNS: Mapping[str, str] = {"gt": ">", "ge": "≥", "lt": "<", "le": "≤", "approx": "≈"}
"""How an inexact number is marked, by the notation of its comparator."""


def labelled(result: Result, labels: Mapping[tuple[str, str], str]) -> list[Row]:
    """Return the rows, their notations replaced by the Chinese labels (see ``table.labels_of``)."""
    return [
        {column: _named(column, term, labels) for column, term in zip(result.columns, solution, strict=True)}
        for solution in result.solutions
    ]


def _named(column: str, term: object, labels: Mapping[tuple[str, str], str]) -> Value:
    if column != "comparator" and column in LABELLED and isinstance(term, ox.Literal):
        return labels.get((LABELLED[column], term.value), term.value)
    found = value(term)  # type: ignore[arg-type]
    return clean(found) if isinstance(found, str) else found


def of_one_unit(rows: Sequence[Row]) -> tuple[list[Row], str]:
    """Return the rows of the most frequent unit, and the unit; rows without a column ``unit`` all fit."""
    counted = Counter(str(row["unit"]) for row in rows if row.get("unit") is not None)
    if not counted:
        return list(rows), ""
    unit = min(counted, key=lambda name: (-counted[name], name))
    return [row for row in rows if row.get("unit") == unit], unit


def number(row: Row, column: str) -> float | None:
    """Return the number in a column, or None if there is none."""
    found = row.get(column)
    return None if found is None or isinstance(found, str) else float(found)  # type: ignore[arg-type]


def sign(row: Row) -> str:
    """Return the sign that marks an inexact number, or nothing."""
    return SIGNS.get(str(row.get("comparator")), "")
