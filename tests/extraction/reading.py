"""Helps tests to read a short text: a context, its answers, and the metrics in it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from kg import areas, vocabulary
from kg.extraction import context as contexts
from kg.extraction import metrics, resolve
from kg.model import Head, Metric, Period
from kg.normalise import normalise
from kg.parsing.structure import Page, Section

if TYPE_CHECKING:
    from kg.extraction.context import Context
    from kg.extraction.resolve import Resolvers

TIANNING = "320402"


def head(**fields: object) -> Head:
    """A head of a district's annual report on 2023, with fields of one's own."""
    base: dict[str, object] = {
        "type": "annual-report",
        "area": TIANNING,
        "level": "county",
        "covers_year": 2023,
        "period": Period.of_year(2023),
    }
    return Head(**(base | fields))  # type: ignore[arg-type]


def context_of(text: str, report: Head | None = None, sections: tuple[Section, ...] = ()) -> Context:
    """The context of a text whose every word is body."""
    cleaned = normalise(text)
    page = Page(cleaned, (), None, (0, len(cleaned.plain)), sections, ())
    return contexts.build(page, report or head(), vocabulary.load())


def resolvers_of(context: Context) -> Resolvers:
    """The answers of when, where and whether for a context."""
    return resolve.build(context, areas.load())


def metrics_of(text: str, report: Head | None = None, sections: tuple[Section, ...] = ()) -> list[Metric]:
    """The metrics of a text."""
    context = context_of(text, report, sections)
    return metrics.find_metrics(context, resolvers_of(context))
