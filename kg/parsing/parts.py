"""The four parts that the national rule asks of an annual report, found by words in headings and passages.

《法治政府建设与责任落实督察工作规定》 (厅字〔2019〕28号) art. 24: measures and results of the past year,
shortcomings and their causes, how the heads did their duty as 第一责任人, plans for the next year.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from kg.parsing import passages
from kg.parsing.heading_parts import of_heading
from kg.parsing.passages import Report
from kg.parsing.structure import Section
from kg.parsing.wording import build

if TYPE_CHECKING:
    from collections.abc import Sequence

    from kg.model import Part
    from kg.parsing.structure import Page
    from kg.parsing.wording import Wording
    from kg.vocabulary import Vocabulary

PARTS: tuple[Part, ...] = ("achievements", "shortcomings", "leader-duty", "next-plan")
_DEEPEST_OVERRIDE = 1

__all__ = ["PARTS", "Report", "assign", "headed", "is_plan"]


def is_plan(title: str | None, opening: str, wording: Wording) -> bool:
    """Tell whether a document is a plan (it has no parts then): by its title, else by how it opens."""
    if title:
        return wording.has("title-plan", title) and not wording.has("title-summary", title)
    return wording.has("passage-plan-opening", opening)


def assign(report: Report, sections: Sequence[Section]) -> tuple[tuple[Section, ...], tuple[Part, ...]]:
    """Return the sections with their parts, and the parts that stand in the report, in their statutory order.

    Passages that form a part without a heading of their own become sections with an empty heading.
    """
    headed = _from_headings(report, passages.with_turns(report, sections))
    complete = _from_headings(report, passages.with_unheaded(report, headed, PARTS))
    found = {section.part for section in complete if section.part}
    found.update(_named(report, complete))
    if passages.has_leader_duty(report, complete):
        found.add("leader-duty")
    if report.rows and not complete:
        found.add("achievements")
    return complete, tuple(part for part in PARTS if part in found)


def headed(page: Page, year: int | None, vocabulary: Vocabulary) -> tuple[Part, ...]:
    """Return the parts of a page that is no report: results count only where a heading names them."""
    wording = build(vocabulary)
    results = any("achievements" in of_heading(s.heading, year, wording) for s in page.sections)
    return tuple(part for part in page.parts if part != "achievements" or results)


def _named(report: Report, sections: Sequence[Section]) -> set[Part]:
    """Return the parts that the headings of the highest level name."""
    top = min((section.level for section in sections), default=1)
    headings = (section.heading for section in sections if section.level == top)
    return {part for heading in headings for part in report.parts_of(heading)}


def _from_headings(report: Report, sections: Sequence[Section]) -> tuple[Section, ...]:
    """Give each section its part: by its heading, else that of the section around it, else by its place."""
    assigned: list[Section] = []
    around: list[Section] = []
    top = min((section.level for section in sections), default=1)
    turned = False
    for section in sections:
        while around and around[-1].end <= section.start:
            around.pop()
        outer = around[-1] if around else None
        part = section.part or _part(report, section, outer, top, turned)
        turned = turned or part in ("shortcomings", "next-plan")
        assigned.append(section if part == section.part else _with_part(section, part))
        around.append(assigned[-1])
    return tuple(assigned)


def _with_part(section: Section, part: Part | None) -> Section:
    return Section(section.level, section.heading, section.start, section.body, section.end, part)


def _part(report: Report, section: Section, outer: Section | None, top: int, turned: bool) -> Part | None:
    """Return a section's part. ``turned`` tells whether problems or plans came before.

    A heading that names no part tells of results, as long as nothing but results and duty came before.
    """
    named = report.parts_of(section.heading)
    if outer is None:
        return named[0] if named else None if turned else "achievements"
    if section.level > top + _DEEPEST_OVERRIDE or outer.part == "next-plan":
        return outer.part
    return next((part for part in named if part != "achievements"), outer.part)
