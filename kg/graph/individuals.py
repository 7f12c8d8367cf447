"""How the words of ``kg.model`` are called in the graph."""

from __future__ import annotations

from typing import TYPE_CHECKING

from kg import terms

if TYPE_CHECKING:
    from collections.abc import Mapping

    from pyoxigraph import NamedNode

    from kg.model import Comparator, Level, Part, Relation, ReportType

LEVELS: Mapping[Level, NamedNode] = {
    "national": terms.NATIONAL_LEVEL,
    "provincial": terms.PROVINCIAL_LEVEL,
    "municipal": terms.MUNICIPAL_LEVEL,
    "county": terms.COUNTY_LEVEL,
    "township": terms.TOWNSHIP_LEVEL,
}
PARTS: Mapping[Part, NamedNode] = {
    "achievements": terms.ACHIEVEMENTS_PART,
    "shortcomings": terms.SHORTCOMINGS_PART,
    "leader-duty": terms.LEADER_DUTY_PART,
    "next-plan": terms.NEXT_PLAN_PART,
}
COMPARATORS: Mapping[Comparator, NamedNode] = {
    "gt": terms.GREATER_THAN,
    "ge": terms.AT_LEAST,
    "lt": terms.LESS_THAN,
    "le": terms.AT_MOST,
    "approx": terms.APPROXIMATELY,
}
"""An exact number (``eq``) has no comparator."""
RELATIONS: Mapping[Relation, NamedNode] = {
    "issued": terms.ISSUED,
    "revised": terms.REVISED,
    "approved": terms.APPROVED,
    "implemented": terms.IMPLEMENTED,
    "studied": terms.STUDIED,
    "cited": terms.CITED,
}
REPORT_TYPES: Mapping[ReportType, NamedNode] = {
    "annual-report": terms.ANNUAL_REPORT,
    "work-summary": terms.WORK_SUMMARY,
    "work-plan": terms.WORK_PLAN,
}
"""A report of another type is a ``rol:Report`` and no more."""


def status(planned: bool) -> NamedNode:
    """Return the status of what is only planned or sought, or of what is done, won or running."""
    return terms.PLANNED if planned else terms.REALISED
