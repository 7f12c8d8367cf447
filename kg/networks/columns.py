"""The types of attributes: the narrowest that all values of a column fit."""

from __future__ import annotations

from typing import TYPE_CHECKING

from kg.networks.model import Column

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from kg.networks.model import ColumnType, Value


def typed(
    names: Sequence[str], rows: Sequence[Sequence[Value]]
) -> tuple[tuple[Column, ...], Iterator[tuple[Value, ...]]]:
    """Return the columns with their types, and, one by one, the rows with their values of these types.

    A column with whole and other numbers is one of decimals; one that mixes texts and others is one of texts.
    """
    types = [_type(row[place] for row in rows) for place in range(len(names))]
    columns = tuple(Column(name, kind) for name, kind in zip(names, types, strict=True))
    return columns, (tuple(map(_as, row, types)) for row in rows)


def _type(values: Iterable[Value]) -> ColumnType:
    found = {type(value) for value in values if value is not None}
    if found == {bool}:
        return "boolean"
    if found == {int}:
        return "integer"
    return "double" if found and found <= {int, float} else "string"


def _as(value: Value, kind: ColumnType) -> Value:
    if value is None or kind in ("boolean", "integer"):
        return value
    return float(value) if kind == "double" else str(value)
