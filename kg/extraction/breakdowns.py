"""其中: which numbers are parts of which total."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Sequence

    from kg.extraction.context import Context
    from kg.extraction.segments import Segment
    from kg.model import Metric

_ALIKE = (frozenset("件起宗例"), frozenset("件条份篇"), frozenset("人名位"), frozenset("家个户"))
_REACH = 60
"""How far before its number 其中 may stand, in characters."""
_AMONG = re.compile(
    "(?<=[\\d余多万亿])[件起宗例人名位家个户份项条](?:中(?:,|[^,。;]{0,40}$)|[^,。;]{1,14}中,)"
)
"""审结的86件中,调解23件: what follows are parts of that number."""
_LONGEST_PART = 10
"""In a later clause, words of up to this many characters go on with the breakdown; more start something new."""


def opens(context: Context, segment: Segment) -> bool:
    """Tell whether the words of a number begin a breakdown (word list ``breakdown``)."""
    start = segment.quantity.start
    before = context.plain[max(segment.clause[0], start - _REACH) : start]
    if any(word in before for word in context.vocabulary.words["breakdown"]):
        return True
    # 其中, and then the part: the word is a clause of its own, or ends one (86件(其中:甲镇23件).
    previous = context.clause(max(0, segment.clause[0] - 1))
    if context.plain[slice(*previous)].rstrip(",:").endswith(context.vocabulary.words["breakdown"]):
        return True
    return _AMONG.search(context.plain, max(previous[0], start - _REACH), start) is not None


def bracketed(context: Context, segment: Segment, part: Metric, earlier: Sequence[Metric]) -> Metric | None:
    """Return the total that the bracket around a part stands directly behind: 提案14件(主办1件、协办13件)."""
    start = segment.quantity.start
    opening = context.plain.rfind("(", max(segment.clause[0], start - _REACH), start)
    if opening < 0 or context.plain.find(")", opening, start) >= 0:
        return None
    if any(word in context.plain[opening:start] for word in context.vocabulary.words["bracket-aside"]):
        return None
    behind = context.page.text.span(opening, opening + 1)[0]
    total = next((metric for metric in reversed(earlier) if metric.evidence.end == behind), None)
    fits = (
        total is not None and not total.change and _alike(total.unit, part.unit) and total.value >= part.value
    )
    return total if fits else None


def goes_on(context: Context, segment: Segment) -> bool:
    """Tell whether a number may continue the breakdown before it: the same clause, or few words, no bracket closed."""
    between = context.plain[max(0, segment.before[0] - 2) : segment.quantity.start]
    if ")" in between.split("(")[0]:
        return False
    return not segment.first or segment.before[1] - segment.before[0] <= _LONGEST_PART


def indicator_of(context: Context, part: Metric, total: Metric) -> str | None:
    """Return the indicator of a part: its own if it is of the total's group, else the total's.

    Of legal aid cases, 行政案件2件 are no cases of administrative litigation. A count of new ones (其中年内新增9人) has
    no indicator but one of its own (word list ``new-ones``).
    """
    known = context.vocabulary.indicators
    if part.indicator is None or total.indicator is None:
        is_new = any(word in part.label for word in context.vocabulary.words["new-ones"])
        return part.indicator if is_new else part.indicator or total.indicator
    same = known[part.indicator].broader == known[total.indicator].broader
    return part.indicator if same else total.indicator


def total_for(metric_unit: str, value: object, earlier: Sequence[Metric]) -> Metric | None:
    """Return the last total that fits: a like unit, no change or rate, not itself a part, and no smaller."""
    for candidate in reversed(earlier):
        if candidate.breakdown_of or candidate.change or candidate.unit in ("%", "百分点"):
            continue
        if _alike(candidate.unit, metric_unit) and candidate.value >= value:  # type: ignore[operator]
            return candidate
    return None


def _alike(unit: str, other: str) -> bool:
    """Tell whether two units count the same things."""
    return unit == other or any({unit, other} <= group for group in _ALIKE)
