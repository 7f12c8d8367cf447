"""Checks that compare reports with one another, over all reports of a store at once."""

from __future__ import annotations

from typing import TYPE_CHECKING

from pyoxigraph import NamedNode
from rdflib import SH

from kg.validation.findings import Teller
from kg.validation.results import Result

if TYPE_CHECKING:
    from collections.abc import Iterator

    from pyoxigraph import Store

    from kg.validation.checks import Check
    from kg.validation.findings import Finding
    from kg.validation.shapes import Shapes


def compared(store: Store, shapes: Shapes) -> list[Finding]:
    """Return what the checks with ``check:across`` find in a store, in a fixed order.

    They are queries whose ``$this`` is a report by what they ask, so that one run has all reports. What they
    find within one report alone is among it.
    """
    teller = Teller(store, shapes.checks)
    found = {result for check in across(shapes) for result in _results(store, check)}
    return sorted((teller.tell(result) for result in found), key=lambda finding: finding.order)


def across(shapes: Shapes) -> list[Check]:
    """Return the checks that compare reports with one another."""
    return [check for check in shapes.checks.values() if check.across]


def _results(store: Store, check: Check) -> Iterator[Result]:
    for solution in store.query(check.select or ""):  # type: ignore[union-attr]
        report, value = solution["this"], solution["value"]
        if isinstance(report, NamedNode) and isinstance(value, NamedNode):
            yield Result(
                check.shape,
                report.value,
                None,
                value.value,
                check.severity,
                component=str(SH.SPARQLConstraintComponent),
            )
