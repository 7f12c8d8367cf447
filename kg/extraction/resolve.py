"""When, where and whether: what holds for a position of the text, whatever kind of fact is read there."""

from __future__ import annotations

from bisect import bisect_right
from dataclasses import dataclass
from typing import TYPE_CHECKING

from kg.extraction import periods, plans, whereabouts
from kg.model import Period

_UNTIL = ("到", "至")

if TYPE_CHECKING:
    from kg.areas import Gazetteer
    from kg.extraction.context import Context
    from kg.extraction.periods import Timeline
    from kg.extraction.plans import Plans
    from kg.extraction.whereabouts import Whereabouts
    from kg.model import Where


@dataclass(frozen=True, slots=True)
class Resolvers:
    """Answers for one report."""

    context: Context
    timeline: Timeline
    plans: Plans
    whereabouts: Whereabouts
    timed_headings: bool
    """Whether any heading names a time."""
    to_come: tuple[int, ...]
    """Where times after the report's own are named."""

    def planned(self, position: int) -> bool:
        """Tell whether the passage speaks of what is planned, required or to be reached."""
        return self.plans.planned(self.context, position) or self._is_to_come(position)

    def _is_to_come(self, position: int) -> bool:
        """Tell whether a time after the report's own is what the passage is to be reached by (到2030年底)."""
        default = self.timeline.default
        index = bisect_right(self.to_come, position) - 1
        if default is None or index < 0 or self.to_come[index] < self.context.paragraph(position)[0]:
            return False
        named = self.timeline.of_clause(self._opening(position), self.context.clause(position), position)
        if named is None or named.start > position or named.period.year <= default.year:
            return False
        return self.context.plain.startswith(_UNTIL, named.start - 1)

    def period(self, position: int) -> Period | None:
        """Return the time that the passage speaks of."""
        in_plan = self.context.part(position) == "next-plan"
        clause = self.context.clause(position)
        named = self.timeline.of_clause(self._opening(position), clause, position)
        if named is not None:
            return named.planned if in_plan else named.period
        for section in self.context.sections(position) if self.timed_headings else ():
            titled = self.timeline.within(section.start, section.body, "clause", "sentence")
            if titled is not None:
                # 上一年度推进法治政府建设的举措和成效: the rule's own words for the year that is reported.
                before = (
                    self.context.plain.startswith("上", titled.start) and titled.period == self._year_before()
                )
                return self.timeline.default if before else titled.period
        return self.timeline.planned_default if in_plan else self.timeline.default

    def _opening(self, position: int) -> int:
        """Return where the sentence begins, or the one before it, whose time a sentence that opens with 其中 keeps."""
        start = self.context.sentence(position)[0]
        if not self.context.plain.startswith(self.context.vocabulary.words["breakdown-opening"], start):
            return start
        paragraph = self.context.paragraph(position)[0]
        return self.context.sentence(start - 1)[0] if start > paragraph else start

    def _year_before(self) -> Period | None:
        default = self.timeline.default
        return Period.of_year(default.year - 1) if default else None

    def period_named(self, start: int, end: int) -> Period | None:
        """Return the time that the span names last, even if only aside, or None."""
        named = self.timeline.within(start, end, "number", "clause", "sentence")
        return named.period if named else None

    def where(self, position: int) -> Where:
        """Return the area that the passage speaks of."""
        return self.whereabouts.where(self.context, position)


def build(context: Context, gazetteer: Gazetteer) -> Resolvers:
    """Prepare the answers for a report."""
    timeline = periods.timeline(context.plain, context.quoted, context.head, context.vocabulary)
    headings = [(section.start, section.body) for section in context.page.sections]
    timed = any(timeline.within(*heading, "clause", "sentence") is not None for heading in headings)
    default = timeline.default
    to_come = tuple(e.start for e in timeline.expressions if default and e.period.year > default.year)
    return Resolvers(
        context, timeline, plans.build(context), whereabouts.build(context, gazetteer), timed, to_come
    )
