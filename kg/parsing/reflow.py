"""Paragraphs as they were: lines that a converter cut are joined, line ends that it lost are put back."""

from __future__ import annotations

import re
from itertools import pairwise
from typing import TYPE_CHECKING

from kg.parsing.layout import Line, is_page_number, is_prose, lines, numbering

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from kg.parsing.structure import Span
    from kg.text import Text

_FINISHED = re.compile(r"[。!?;:][”’\")】》]*\Z|[)】]\Z")
_CONTINUES = re.compile(r"[,、(《“〈]\Z")
_LINE_END = re.compile(r"[ \n]*\n[ \n]*")
_PARAGRAPH_END = re.compile(r"[。!?;:)”][”’)】》]*\Z")
_SENTENCE_MARK = re.compile(r"[。;!?]")
_BEFORE_YEAR = re.compile(r"(?<=\d) (?=(?:19|20)\d\d年)")
_LEAST_LINES = 5
_SHORTEST_WIDTH = 15
_LONGEST_WIDTH = 90
_TOLERANCE = 3.0
_LEAST_SHARE = 0.5
_FLAT_ROW = 200
_FEWEST_ENDS = 3
_LONGEST_HEADING = 50
_FLAT_SHARE = 0.6


def with_lines(text: Text) -> Text:
    """Return a text whose lines were run together, with line ends where its white space shows paragraphs."""
    rows = lines(text)
    longest = max(rows, key=lambda row: len(row.content), default=None)
    if longest is None or len(longest.content) < max(_FLAT_ROW, _FLAT_SHARE * len(text.plain)):
        return text
    gaps = sorted(gap for gap in text.gaps if longest.start < gap < longest.end)
    ends = [gap for before, gap in pairwise([longest.start, *gaps]) if _ends_between(text, before, gap)]
    if len(ends) < _FEWEST_ENDS:
        return text
    dated = text.reading(_BEFORE_YEAR.sub("\n", text.plain))
    return dated.with_lines_at(sorted({*ends, *_in_header(dated, gaps, longest.end)}))


def _ends_between(text: Text, before: int, gap: int) -> bool:
    """Tell whether a paragraph ends at a gap: a number follows, or a sentence or heading ends there."""
    if numbering(text.plain[gap : gap + 8]) or _PARAGRAPH_END.search(text.plain[max(0, gap - 3) : gap]):
        return True
    heading = text.plain[before:gap] if gap - before <= _LONGEST_HEADING else ""
    return numbering(heading) is not None and _SENTENCE_MARK.search(heading) is None


def _in_header(text: Text, gaps: Sequence[int], end: int) -> Iterator[int]:
    """Yield the gaps of a header, up to the first running text."""
    for gap, following in pairwise([*gaps, end]):
        yield gap
        if is_prose(text.plain[gap:following]):
            return


def inner_breaks(text: Text, span: Span) -> list[Span]:
    """Return the line ends (as regions to leave out) within a span."""
    return [match.span() for match in _LINE_END.finditer(text.plain, *span)]


def breaks(text: Text, rows: Sequence[Line]) -> list[Span]:
    """Return what to leave out of the body's lines ``rows``: line ends within paragraphs, page numbers."""
    numbers = _page_numbers(rows)
    kept = [(index, row) for index, row in enumerate(rows) if index not in numbers]
    width = wrap_width([row for _, row in kept])
    regions = []
    for (index, row), (next_index, following) in pairwise(kept):
        if _belong(text, row, following, width):
            regions.append((row.end, following.start))
        elif next_index > index + 1:
            regions.append((row.end, following.start - 1))
    return regions


def _page_numbers(rows: Sequence[Line]) -> frozenset[int]:
    """Return the indexes of the lines that are page numbers: bare ones only if they count up by one."""
    numbers = [index for index, row in enumerate(rows) if is_page_number(row.content)]
    values = [int(rows[index].content) if rows[index].content.isdecimal() else None for index in numbers]
    bare = [value for value in values if value is not None]
    if any(after != before + 1 for before, after in pairwise(bare)) or len(bare) == 1:
        return frozenset(index for index, value in zip(numbers, values, strict=True) if value is None)
    return frozenset(numbers)


def wrap_width(rows: Sequence[Line]) -> float | None:
    """Return the width at which the lines were cut, in Han characters, or None if they were not.

    Lines were cut if most of those that end within a sentence have one length.
    """
    widths = sorted(_width(row.content) for row in rows if not _FINISHED.search(row.content))
    widths = [width for width in widths if width >= _SHORTEST_WIDTH]
    if len(widths) < _LEAST_LINES:
        return None
    widest = widths[-max(1, len(widths) // 20)]
    near = sum(abs(width - widest) <= _TOLERANCE for width in widths)
    return widest if widest <= _LONGEST_WIDTH and near >= _LEAST_SHARE * len(widths) else None


def _belong(text: Text, row: Line, following: Line, width: float | None) -> bool:
    """Tell whether a line goes on with the paragraph of the line before."""
    if _FINISHED.search(row.content) or numbering(following.content):
        return False
    if _CONTINUES.search(row.content) or row.content.count("《") > row.content.count("》"):
        return _width(row.content) >= _SHORTEST_WIDTH
    if width is None or following.start in text.gaps:
        return False
    return _width(row.content) >= width - _TOLERANCE


def _width(content: str) -> float:
    return sum(0.5 if character.isascii() else 1.0 for character in content)
