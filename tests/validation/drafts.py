"""Reports by hand, as short as a check needs them."""

from __future__ import annotations

import hashlib
from dataclasses import dataclass, replace
from datetime import date
from decimal import Decimal
from typing import TYPE_CHECKING, Any

from kg import areas, vocabulary
from kg.graph.describe import describe
from kg.model import Award, Body, Citation, Evidence, Facts, Head, Metric, Period, Where

if TYPE_CHECKING:
    from pyoxigraph import Triple

WORDS = vocabulary.load()
HERE = Where("320402")
PARTS = ("achievements", "shortcomings", "leader-duty", "next-plan")
HEAD = Head(
    title="甲区2023年法治政府建设情况报告", type="annual-report", publisher=Body("320402", "常州市天宁区人民政府"),
    area="320402", level="county", covers_year=2023, period=Period.of_year(2023), issued=date(2024, 3, 1),
    parts=PARTS,  # type: ignore[arg-type]
)  # fmt: skip


@dataclass(frozen=True)
class M:
    """A metric: what it is called, how much, of what. ``more`` are fields of ``kg.model.Metric``;
    ``part_of`` is the place in the list of the metric that it is a part of."""

    indicator: str | None
    value: str
    unit: str = "件"
    label: str = ""
    part_of: int | None = None
    more: tuple[tuple[str, Any], ...] = ()


def m(
    indicator: str | None,
    value: str,
    unit: str = "件",
    label: str = "",
    part_of: int | None = None,
    **more: Any,
) -> M:
    """Return a metric of the year 2023."""
    return M(indicator, value, unit, label, part_of, tuple(more.items()))


END = m(None, "1", "天", "。过了")
"""Something that begins a new sentence."""


def rate(indicator: str | None, value: str, **more: Any) -> M:
    """Return a rate."""
    return m(indicator, value, "%", **more)


def draft(
    *metrics: M, awards: tuple[Any, ...] = (), citations: tuple[Any, ...] = (), **head: Any
) -> list[Triple]:
    """Return the graph of an annual report that says these things; ``head`` changes what it is."""
    text, spans = "甲区报告：", []
    for number, one in enumerate(metrics):
        text += one.label or f"事项{number}"
        quote = f"{one.value}{one.unit}"
        spans.append(Evidence(len(text), len(text) + len(quote), quote))
        text += quote + "，"
    extra = []
    for kind, fields in (*((Award, a) for a in awards), *((Citation, c) for c in citations)):
        name = fields.get("name") or fields["title"]
        extra.append((kind, Evidence(len(text), len(text) + len(name), name), fields))
        text += name + "，"
    found = [_metric(one, span, spans) for one, span in zip(metrics, spans, strict=True)]
    facts = Facts(
        text, "draft.txt", replace(HEAD, **head), tuple(found),
        tuple(_award(span, f) for kind, span, f in extra if kind is Award),
        tuple(Citation(span, **_with_defaults(f)) for kind, span, f in extra if kind is Citation),
        report_id=hashlib.sha256(text.encode()).hexdigest()[:16],
    )  # fmt: skip
    return describe(facts, WORDS, areas.load(), "rol-kg test")


def _metric(one: M, span: Evidence, spans: list[Evidence]) -> Metric:
    whole = spans[one.part_of].key if one.part_of is not None else None
    fields: dict[str, Any] = {"period": Period.of_year(2023), "where": HERE, "part": "achievements"}
    fields |= {"indicator": one.indicator, "breakdown_of": whole, **dict(one.more)}
    return Metric(span, one.label or span.quote, Decimal(one.value), one.unit, **fields)


def _award(span: Evidence, fields: dict[str, Any]) -> Award:
    return Award(span, recipient="甲", recipients=(), **_with_defaults(fields))


def _with_defaults(fields: dict[str, Any]) -> dict[str, Any]:
    return {"period": Period.of_year(2023), "where": HERE, "part": "achievements", **fields}
