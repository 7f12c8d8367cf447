"""Shortcomings: the problems that a report admits, each clause or numbered item one statement.

Read in the passages of the part on shortcomings. Introductions (仍存在一些不足), causes (主要原因是…) and promises
(针对上述问题,我们将…) state no problem.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from kg.extraction.problem_segments import Passage, turns_at_end
from kg.extraction.problem_words import Problems
from kg.extraction.problems import find_problems
from kg.extraction.topics import indicator_group_of, program_type_of
from kg.model import Shortcoming

if TYPE_CHECKING:
    from collections.abc import Iterator

    from kg.extraction.context import Context
    from kg.extraction.resolve import Resolvers
    from kg.parsing.structure import Section, Span


def find_shortcomings(context: Context, resolve: Resolvers) -> list[Shortcoming]:
    """Return the problems that the report admits, in the order of the text. Linear in its length."""
    problems = Problems.of(context)
    return [
        _shortcoming(context, resolve, *span)
        for passage in _passages(context, problems)
        for span in find_problems(context, problems, passage)
    ]


def _shortcoming(context: Context, resolve: Resolvers, start: int, end: int) -> Shortcoming:
    kinds = (program_type_of(context, *span) for span in _telling(context, start, end))
    notation = next((kind for kind in kinds if kind is not None), None)
    group = None if notation is not None else indicator_group_of(context, start, end)
    return Shortcoming(
        evidence=context.evidence(start, end),
        label=context.plain[start:end],
        topics=() if notation is None else (notation,),
        groups=() if group is None else (group,),
        period=resolve.period(start),
        where=resolve.where(start),
        part=context.part(start),
    )


def _telling(context: Context, start: int, end: int) -> Iterator[Span]:
    """Yield what can tell what a problem is about: its words, those before its colon, the heading of its section."""
    yield start, end
    if context.plain[start - 1 : start] == ":":
        yield context.clause(start - 1)
    section = next(context.sections(start), None)
    if section is not None and any(section.start > outer.start for outer in _parts(context, start)):
        yield section.start, section.body


def _parts(context: Context, position: int) -> Iterator[Section]:
    """Yield the sections on shortcomings around a position, innermost first."""
    return (section for section in context.sections(position) if section.part == "shortcomings")


def _passages(context: Context, problems: Problems) -> Iterator[Passage]:
    """Yield the text of each section of the part on shortcomings, up to the section below it.

    The heading of the part is left out, and so are sections on causes and measures.
    """
    sections = context.page.sections
    around = passed = 0
    for index, section in enumerate(sections):
        if section.part != "shortcomings" or section.start < passed:
            continue
        outermost = section.start >= around
        around = max(around, section.end)
        if not outermost and problems.turning(section.heading):
            passed = section.end
            continue
        following = sections[index + 1].start if index + 1 < len(sections) else section.end
        start = section.body if outermost else section.start
        passage = Passage(start, min(section.end, following), not outermost and start < section.body)
        yield passage
        if turns_at_end(context, problems, passage):
            passed = around
