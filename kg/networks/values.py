"""Values as the formats write them."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from kg.networks.model import Column, Value


def written(value: Value) -> str:
    """Return a value as text: ``true`` and ``false``, numbers without needless zeros."""
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, float):
        return number(value)
    return "" if value is None else str(value)


def number(value: float) -> str:
    """Return a number in its shortest form: ``2``, ``0.25``."""
    return str(int(value)) if value.is_integer() and abs(value) < 1e15 else repr(value)


def present(columns: Sequence[Column], values: Sequence[Value]) -> Iterator[tuple[Column, Value]]:
    """Yield the columns for which there is a value, with it."""
    for column, value in zip(columns, values, strict=True):
        if value is not None:
            yield column, value


def spells(years: Sequence[int]) -> Iterator[tuple[int, int]]:
    """Yield the first and last years of the runs among sorted years: 2021, 2022, 2024 give two."""
    first = last = None
    for year in years:
        if first is not None and last is not None and year == last + 1:
            last = year
            continue
        if first is not None and last is not None:
            yield first, last
        first = last = year
    if first is not None and last is not None:
        yield first, last
