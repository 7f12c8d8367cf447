"""Metrics: every quantity that a report gives about the work, with all that the text says of it."""

from __future__ import annotations

import re
from dataclasses import replace
from functools import lru_cache

from kg.extraction import changes, indicators, labels
from kg.extraction.context import Context
from kg.extraction.quantities import find_quantities
from kg.extraction.resolve import Resolvers
from kg.extraction.segments import Segment, segment
from kg.model import Metric, Period
from kg.vocabulary import Vocabulary


def find_metrics(context: Context, resolve: Resolvers) -> list[Metric]:
    """Return the metrics of a report in the order of its text, each with its own span."""
    segments = segment(context, find_quantities(context))
    metrics: list[Metric] = []
    for piece in segments:
        metric = _metric(context, resolve, piece)
        if metric is not None:
            metrics.append(metric)
    return metrics


def _metric(context: Context, resolve: Resolvers, piece: Segment) -> Metric | None:
    quantity = piece.quantity
    if not _counts_something(context, piece):
        return None
    kind, value, unit = changes.movement(context, quantity, piece.clause[0])
    change = kind == "change"
    period = resolve.period(quantity.number)
    if kind == "left-behind" and period is not None:
        period = Period.of_year(period.year - 1)
    return Metric(
        context.evidence(quantity.start, quantity.end),
        labels.label(context, piece, change=change, subject=""),
        value,
        unit,
        indicators.link(context, piece, unit, change=change),
        quantity.upper,
        quantity.comparator,
        resolve.planned(quantity.number),
        change,
        period,
        resolve.where(quantity.number),
        context.part(quantity.number),
    )


def _counts_something(context: Context, piece: Segment) -> bool:
    """A length of time is a quantity only as a processing time; a factor (倍) only as a change."""
    quantity = piece.quantity
    words = context.vocabulary.words
    if quantity.unit in words["unit-of-time"]:
        clause = context.plain[slice(*piece.clause)]
        return any(trigger in clause for trigger in words["time-triggers"])
    if quantity.unit == "倍":
        return changes.movement(context, quantity, piece.clause[0])[0] == "change"
    return True
