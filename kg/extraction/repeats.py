"""Where a report says the same again: each later statement points to the first (``rol:repeats``)."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, TypeVar

from kg.model import Award, Citation, Implementation, Key, Metric, Shortcoming

if TYPE_CHECKING:
    from collections.abc import Callable, Hashable, Sequence

S = TypeVar("S", Metric, Award, Citation, Implementation, Shortcoming)


def mark_metrics(metrics: Sequence[Metric]) -> tuple[Metric, ...]:
    """Same indicator (or label), value, unit, period and area."""
    return _mark(
        metrics,
        lambda m: (m.indicator or m.label, m.value, m.upper, m.unit, m.period, m.where, m.change, m.planned),
    )


def mark_awards(awards: Sequence[Award]) -> tuple[Award, ...]:
    """Same name, recipients and year."""
    return _mark(awards, lambda a: (a.name, a.recipients, a.period and a.period.year, a.planned))


def mark_citations(citations: Sequence[Citation]) -> tuple[Citation, ...]:
    """Same document and relation."""
    return _mark(citations, lambda c: (c.title, c.relation, c.planned))


def mark_shortcomings(shortcomings: Sequence[Shortcoming]) -> tuple[Shortcoming, ...]:
    """Same sentence."""
    return _mark(shortcomings, lambda s: s.label)


def _mark(statements: Sequence[S], identity: Callable[[S], Hashable]) -> tuple[S, ...]:
    first: dict[Hashable, Key] = {}
    marked: list[S] = []
    for statement in statements:
        known = first.setdefault(identity(statement), statement.evidence.key)
        repeated = known != statement.evidence.key
        marked.append(replace(statement, repeats=known) if repeated else statement)
    return tuple(marked)
