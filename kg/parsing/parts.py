"""The four parts that the national rule asks of an annual report, found by words in headings and passages.

《法治政府建设与责任落实督察工作规定》 (厅字〔2019〕28号) art. 24: measures and results of the past year, shortcomings and
their causes, how the heads did their duty as 第一责任人, plans for the next year.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from kg.parsing import passages

if TYPE_CHECKING:
    from collections.abc import Sequence

    from kg.model import Part
    from kg.parsing.layout import Line
    from kg.parsing.structure import Section
    from kg.parsing.wording import Wording

PARTS: tuple[Part, ...] = ("achievements", "shortcomings", "leader-duty", "next-plan")
_AND = frozenset("及和与暨、并以")
_DEEPEST_OVERRIDE = 1


@dataclass(frozen=True, slots=True)
class Report:
    """What the search for parts needs to know: the cleaned text, the body's lines and end, the year reported on."""

    plain: str
    rows: Sequence[Line]
    end: int
    year: int | None
    wording: Wording


def is_plan(title: str | None, opening: str, wording: Wording) -> bool:
    """Tell whether a document is a plan, by its title, else by how it opens: a plan has none of the four parts."""
    if title:
        return wording.has("title-plan", title) and not wording.has("title-summary", title)
    return wording.has("passage-plan-opening", opening)


def assign(report: Report, sections: Sequence[Section]) -> tuple[tuple[Section, ...], tuple[Part, ...]]:
    """Return the sections with their parts, and the parts that stand in the report, in their statutory order.

    Passages that form a part without a heading of their own become sections with an empty heading.
    """
    headed = _from_headings(report, sections)
    complete = _from_headings(report, passages.with_unheaded(report, headed, PARTS))
    found = {section.part for section in complete if section.part}
    if passages.has_leader_duty(report):
        found.add("leader-duty")
    if not complete and report.rows:
        found.add("achievements")
    return complete, tuple(part for part in PARTS if part in found)


def of_heading(words: str, year: int | None, wording: Wording) -> tuple[Part, ...]:
    """Return the parts that a heading names, in the order in which it names them.

    Words that any report uses for its results count only if nothing else is named, or if it is named after them.
    """
    candidates: tuple[tuple[Part, int | None], ...] = (
        ("shortcomings", _shortcomings(words, wording)),
        ("leader-duty", wording.place("part-leader-duty", words)),
        ("next-plan", _next_plan(words, year, wording)),
    )
    places = {part: place for part, place in candidates if place is not None}
    results = wording.place("part-achievements", words)
    first = min(places.values(), default=len(words))
    if results is not None and (not places or (results < first and _AND & set(words[results:first]))):
        places["achievements"] = results
    return tuple(sorted(places, key=lambda part: places[part]))


def _shortcomings(words: str, wording: Wording) -> int | None:
    place = wording.place("part-shortcomings", words)
    if place is None:
        admitted = wording.place("part-shortcomings-admit", words)
        if admitted is not None and wording.has("part-shortcomings-what", words[admitted:]):
            place = admitted
    if place is not None and wording.has("passage-not-shortcomings", words[:place]):
        return None
    return place


def _next_plan(words: str, year: int | None, wording: Wording) -> int | None:
    place = wording.place("part-next-plan", words)
    if place is None and wording.ends("part-next-plan-end", words):
        place = len(words) - 1
    if place is None and year is not None and f"{year + 1}年" in words:
        place = words.index(f"{year + 1}年")
    return place


def _from_headings(report: Report, sections: Sequence[Section]) -> tuple[Section, ...]:
    """Give each section its part: by its heading, else that of the section around it, else by its place."""
    assigned: list[Section] = []
    around: list[Section] = []
    top = min((section.level for section in sections), default=1)
    for section in sections:
        while around and around[-1].end <= section.start:
            around.pop()
        part = section.part or _part(report, section, around, top, assigned)
        assigned.append(replace(section, part=part))
        around.append(assigned[-1])
    return tuple(assigned)


def _part(
    report: Report, section: Section, around: Sequence[Section], top: int, before: Sequence[Section]
) -> Part | None:
    named = of_heading(section.heading, report.year, report.wording)
    if not around:
        return named[0] if named else _by_place(before)
    outer = around[-1].part
    if section.level > top + _DEEPEST_OVERRIDE or outer == "next-plan":
        return outer
    return next((part for part in named if part != "achievements"), outer)


def _by_place(before: Sequence[Section]) -> Part | None:
    """Return the part of a heading that names none: results, as long as nothing but results or duty came before."""
    if any(section.part in ("shortcomings", "next-plan") for section in before):
        return None
    return "achievements"
