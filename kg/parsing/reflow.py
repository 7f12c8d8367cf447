"""Paragraphs as they were before a converter cut them into lines."""

from __future__ import annotations

import re
from itertools import pairwise
from typing import TYPE_CHECKING

from kg.parsing.layout import Line, is_page_number, numbering

if TYPE_CHECKING:
    from collections.abc import Sequence

    from kg.parsing.structure import Span
    from kg.text import Text

_FINISHED = re.compile(r"[。!?;:][”’\")】》]*\Z|[)】]\Z")
_CONTINUES = re.compile(r"[,、(《“〈]\Z")
_LINE_END = re.compile(r"[ \n]*\n[ \n]*")
_LONGEST_END = 8
"""No more marks than these end a sentence together."""
_LEAST_LINES = 5
_SHORTEST_WIDTH = 15
_LONGEST_WIDTH = 90
_TOLERANCE = 3.0
_LEAST_SHARE = 0.5


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
    widths = sorted(_width(row.content) for row in rows if not _is_finished(row.content))
    widths = [width for width in widths if width >= _SHORTEST_WIDTH]
    if len(widths) < _LEAST_LINES:
        return None
    widest = widths[-max(1, len(widths) // 20)]
    near = sum(abs(width - widest) <= _TOLERANCE for width in widths)
    return widest if widest <= _LONGEST_WIDTH and near >= _LEAST_SHARE * len(widths) else None


def _is_finished(content: str) -> bool:
    return _FINISHED.search(content, max(0, len(content) - _LONGEST_END)) is not None


def _belong(text: Text, row: Line, following: Line, width: float | None) -> bool:
    """Tell whether a line goes on with the paragraph of the line before."""
    if _is_finished(row.content) or numbering(following.content):
        return False
    if _CONTINUES.search(row.content) or row.content.count("《") > row.content.count("》"):
        return _width(row.content) >= _SHORTEST_WIDTH
    if width is None or following.start in text.gaps:
        return False
    return _width(row.content) >= width - _TOLERANCE


def _width(content: str) -> float:
    """Return the width of a line in Han characters; those of ASCII are half as wide."""
    return len(content) - len(content.encode("ascii", "ignore")) / 2
