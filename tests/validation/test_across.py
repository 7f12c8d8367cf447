"""Checks that compare a report with others: over a store with the reports of two years."""

from __future__ import annotations

import pytest
from pyoxigraph import Quad, Store

from kg.model import Period, Where
from kg.validation.across import across, compared
from kg.validation.examine import Means, examine_report
from kg.validation.shapes import load_shapes
from kg.validation.validate import validate
from tests.validation.drafts import WORDS, draft, m

SHAPES = load_shapes()
Y2022 = Period.of_year(2022)
IN, OUT, ON = "correction-received", "correction-discharged", "correction-subjects"


def people(indicator, number, **more):
    return m(indicator, number, "人", **more)


def before(number, **more):
    """Return a report on 2022."""
    return draft(people(ON, number, period=Y2022, **more), covers_year=2022, period=Y2022)


NOW = draft(people(ON, "333"), people(IN, "120"), people(OUT, "88"))


def findings(*reports):
    store = Store()
    store.extend(Quad(*triple) for report in reports for triple in report)
    return compared(store, SHAPES)


def test_the_two_reports_are_compared():
    (finding,) = findings(before("300"), NOW)
    assert (finding.check, finding.severity) == ("correction-balance", "info")
    assert (finding.left, finding.right) == ("333", "332")
    assert finding.report != finding.other.partition("/metric/")[0]
    assert finding.focus.startswith(finding.report + "/")


@pytest.mark.parametrize(
    "other",
    [
        before("301"),
        before("300", comparator="gt"),
        before("300", where=Where("320400")),
        before("300", where=Where("320402", "320402109")),
        [*before("300"), *before("301", label="在册")],
        draft(people(ON, "300", period=Period.of_year(2021))),
    ],
    ids=["barely kept", "a bound", "other area", "a township", "either of two", "another year"],
)
def test_nothing_is_found(other):
    assert findings(other, NOW) == []


def test_revocations_count():
    with_revoked = draft(
        people(ON, "331"), people(IN, "120"), people(OUT, "88"), people("correction-revocations", "1")
    )
    assert findings(before("300"), with_revoked) == []
    assert [f.right for f in findings(before("301"), with_revoked)] == ["332"]


def test_within_one_report_both_ways_find_the_same():
    both = draft(people(ON, "300", period=Y2022), people(ON, "333"), people(IN, "120"), people(OUT, "88"))
    alone = [f for f in validate(both, WORDS, SHAPES, "fast") if f.check == "correction-balance"]
    assert alone == findings(both) != []


def test_a_comparison_takes_the_place_of_what_one_report_shows():
    both = draft(people(ON, "300", period=Y2022), people(ON, "333"), people(IN, "120"), people(OUT, "88"))
    means = Means(WORDS, SHAPES, {}, "fast")

    def checks(compared_with_others):
        found = examine_report(both, "a", means, compared_with_others).findings
        return [located.finding.check for located in found]

    assert "correction-balance" in checks(None)
    assert "correction-balance" not in checks(findings(before("301"), both))


def test_the_place_of_another_report_is_not_sought_in_this_text():
    (finding,) = findings(before("300"), NOW)
    (located,) = (
        one
        for one in examine_report(NOW, "a", Means(WORDS, SHAPES, {}, "fast"), [finding]).findings
        if one.finding == finding
    )
    assert located.place is not None
    assert located.place.quote == "333人"
    assert located.other is None


def test_which_checks_compare():
    assert [check.name for check in across(SHAPES)] == ["correction-balance"]
