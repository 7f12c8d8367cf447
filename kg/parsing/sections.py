"""The headings of a report and the sections below them."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, NamedTuple

from kg.parsing.layout import NUMERALS, Line, number_value, numbering
from kg.parsing.structure import Section

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from kg.parsing.structure import Span
    from kg.parsing.wording import Wording

_HEADING_END = re.compile(rf"[。:]|(?=\([{NUMERALS}]\)|(?<!\d)1[、.](?!\d))")
_MARK = re.compile(r"[。!?;:,|]")
_INLINE = re.compile(
    rf"[。)](?=(?P<number>(?P<one>[{NUMERALS}]{{1,3}})、|\((?P<two>[{NUMERALS}]{{1,3}})\)"
    rf"|(?P<three>\d{{1,2}})[、.](?!\d)))"
)
"""A mark, and the number behind it."""
_LEVELS = {"one": 1, "two": 2, "three": 3}
_LONGEST_HEADING = 50
_LONGEST_NUMBER = 8
_LONGEST_UNNUMBERED = 30
_SHORTEST_UNNUMBERED = 4
_PART_LISTS = ("part-shortcomings", "part-next-plan", "part-leader-duty", "part-achievements")


class Heading(NamedTuple):
    """A heading: its level, its words without number, its start, and where the text after it begins."""

    level: int
    words: str
    start: int
    body: int


def find(rows: Sequence[Line], end: int, wording: Wording) -> tuple[Section, ...]:
    """Return the sections of the body's lines, without parts; ``end`` is where the body ends."""
    headings = list(_headings(rows, wording))
    return tuple(
        Section(heading.level, heading.words, heading.start, min(heading.body, close), close)
        for heading, close in zip(headings, _ends(headings, end), strict=True)
    )


def _headings(rows: Sequence[Line], wording: Wording) -> Iterator[Heading]:
    numbers = [numbering(row.content) for row in rows]
    levels = {number[0] for number in numbers if number}
    above = _levels_above(rows, numbers)
    reached: dict[int, int] = {}
    for index, (row, number) in enumerate(zip(rows, numbers, strict=True)):
        below = rows[index + 1].start if index + 1 < len(rows) else row.end
        if number is not None:
            yield from _numbered(row, 0, number, reached, below, wording)
        elif 0 < index < len(rows) - 1 and _is_unnumbered(rows, index, bool(levels & {0, 1}), wording):
            level = above[index]
            yield Heading(
                min(levels & {0, 1}, default=1) if level is None else level,
                row.content.rstrip(":"),
                row.start,
                below,
            )
        yield from _inline(row, reached, below, wording)


def _numbered(
    row: Line,
    offset: int,
    number: tuple[int, int] | None,
    reached: dict[int, int],
    below: int,
    wording: Wording,
) -> Iterator[Heading]:
    """Yield the heading whose number stands at ``offset``, and those that follow it without a full stop."""
    while number is not None:
        level, length = number
        _reach(reached, level, number_value(row.content[offset : offset + length]))
        first = offset + length
        mark = _end_of_heading(row, first, level, wording)
        words = row.content[first : mark[0] if mark else first + _LONGEST_HEADING + 1]
        if not 0 < len(words) <= _LONGEST_HEADING:
            yield Heading(level, "", row.start + offset, row.start + first)
            return
        after = mark[1] if mark else len(row.content)
        yield Heading(
            level, words, row.start + offset, below if after == len(row.content) else row.start + after
        )
        offset = after
        number = (
            numbering(row.content[after : after + _LONGEST_NUMBER]) if mark and mark[0] == after else None
        )


def _end_of_heading(row: Line, first: int, level: int, wording: Wording) -> Span | None:
    """Find the mark, perhaps an empty one, that ends a heading: before a number below it or a paragraph that runs on."""
    limit = first + _LONGEST_HEADING + 1
    marked = _HEADING_END.search(row.content, first, limit)
    if level <= _LEVELS["one"]:
        limit = marked.start() if marked else limit
        runs_on = wording.heading_end.search(row.content, first, limit)
        admits = wording.heading_of_problems.match(row.content, first, limit)
        if runs_on or admits:
            end = min(match.end() for match in (runs_on, admits) if match)
            return end, end
    return marked.span() if marked else None


def _inline(row: Line, reached: dict[int, int], below: int, wording: Wording) -> Iterator[Heading]:
    """Yield the headings within a paragraph, behind a sentence, if their numbers are in sequence."""
    matches = list(_INLINE.finditer(row.content))
    forms = (next(form for form in _LEVELS if match[form]) for match in matches)
    upcoming = [
        (_LEVELS[form], number_value(match[form])) for match, form in zip(matches, forms, strict=True)
    ]
    later = {(level, value) for level, value in upcoming if value > 1}
    for match, (level, value) in zip(matches, upcoming, strict=True):
        starts = value == 1 and (level, 2) in later
        if starts or (value == reached.get(level, 0) + 1 and value > 1):
            yield from _numbered(row, match.end(), (level, len(match["number"])), reached, below, wording)


def _reach(reached: dict[int, int], level: int, value: int) -> None:
    """Note the number reached at a level; deeper levels begin anew."""
    reached[level] = value
    for deeper in [other for other in reached if other > level]:
        del reached[deeper]


def _is_unnumbered(rows: Sequence[Line], index: int, numbered: bool, wording: Wording) -> bool:
    """Tell whether a short line above a paragraph or a number is a heading, though it has no number."""
    content, below = rows[index].content.rstrip(":"), rows[index + 1].content
    if not _SHORTEST_UNNUMBERED <= len(content) <= _LONGEST_UNNUMBERED or _MARK.search(content):
        return False
    if numbering(below) is None and not _MARK.search(below):
        return False
    return not numbered or any(wording.has(name, content) for name in _PART_LISTS)


def _levels_above(rows: Sequence[Line], numbers: Sequence[tuple[int, int] | None]) -> list[int | None]:
    """Return, for each line, the level above the numbers that begin anew below it; None where they go on."""
    levels: list[int | None] = [None] * len(rows)
    above: int | None = None
    for index in range(len(rows) - 1, -1, -1):
        levels[index] = above
        number = numbers[index]
        if number is not None:
            above = max(0, number[0] - 1) if number_value(rows[index].content) == 1 else None
    return levels


def _ends(headings: Sequence[Heading], end: int) -> list[int]:
    """Return where each section ends: at the next heading of the same or a higher level."""
    ends = [end] * len(headings)
    open_sections: list[int] = []
    for index, heading in enumerate(headings):
        while open_sections and headings[open_sections[-1]].level >= heading.level:
            ends[open_sections.pop()] = heading.start
        open_sections.append(index)
    return ends
