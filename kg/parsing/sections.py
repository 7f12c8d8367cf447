"""The headings of a report and the sections below them."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from kg.parsing.layout import Line, numbering
from kg.parsing.structure import Section

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from kg.parsing.wording import Wording

_HEADING_END = re.compile(r"[。:]")
_MARK = re.compile(r"[。!?;:,]")
_LONGEST_HEADING = 50
_LONGEST_UNNUMBERED = 30
_PART_LISTS = ("part-shortcomings", "part-next-plan", "part-leader-duty", "part-achievements")


@dataclass(frozen=True, slots=True)
class Heading:
    """A heading: its level, its words (without number), where it starts and where the text after it begins."""

    level: int
    words: str
    start: int
    body: int


def find(rows: Sequence[Line], end: int, wording: Wording) -> tuple[Section, ...]:
    """Return the sections of the body's lines, without parts; ``end`` is where the body ends."""
    headings = list(_headings(rows, wording))
    return tuple(
        Section(heading.level, heading.words, heading.start, heading.body, close)
        for heading, close in zip(headings, _ends(headings, end), strict=True)
    )


def _headings(rows: Sequence[Line], wording: Wording) -> Iterator[Heading]:
    numbered = {index: number for index, row in enumerate(rows) if (number := numbering(row.content))}
    levels = {level for level, _ in numbered.values()}
    for index, row in enumerate(rows):
        if index in numbered:
            yield _numbered(row, *numbered[index])
        elif 0 < index < len(rows) - 1 and _is_unnumbered(row, bool(levels & {0, 1}), wording):
            yield Heading(min(levels & {0, 1}, default=1), row.content, row.start, row.end)


def _numbered(row: Line, level: int, length: int) -> Heading:
    match = _HEADING_END.search(row.content, length)
    words = row.content[length : match.start() if match else None]
    if not 0 < len(words) <= _LONGEST_HEADING:
        return Heading(level, "", row.start, row.start + length)
    return Heading(level, words, row.start, row.start + (match.end() if match else len(row.content)))


def _is_unnumbered(row: Line, numbered: bool, wording: Wording) -> bool:
    """Tell whether a short line between paragraphs is a heading, though it has no number."""
    content = row.content.rstrip(":")
    if not 4 <= len(content) <= _LONGEST_UNNUMBERED or _MARK.search(content):
        return False
    return not numbered or any(wording.has(name, content) for name in _PART_LISTS)


def _ends(headings: Sequence[Heading], end: int) -> list[int]:
    """Return where each section ends: at the next heading of the same or a higher level."""
    ends = [end] * len(headings)
    open_sections: list[int] = []
    for index, heading in enumerate(headings):
        while open_sections and headings[open_sections[-1]].level >= heading.level:
            ends[open_sections.pop()] = heading.start
        open_sections.append(index)
    return ends
