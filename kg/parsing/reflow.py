"""Joining what converters broke: paragraphs cut into lines of one width, titles set on several lines."""

from __future__ import annotations

import itertools
import re
from typing import TYPE_CHECKING

from kg.parsing.layout import Line, numbering

if TYPE_CHECKING:
    from collections.abc import Sequence

    from kg.parsing.structure import Span
    from kg.text import Text

_FINISHED = re.compile(r"[。!?;:][”’\")】》]*\Z|[)】]\Z")
_CONTINUES = re.compile(r"[,、(《“〈]\Z")
_LINE_END = re.compile(r"[ \n]*\n[ \n]*")
_LEAST_LINES = 5
_SHORTEST_WIDTH = 15
_LONGEST_WIDTH = 90
_TOLERANCE = 3.0
_LEAST_SHARE = 0.5


def inner_breaks(text: Text, span: Span) -> list[tuple[int, int]]:
    """Return the line ends (as regions to leave out) within a span."""
    return [match.span() for match in _LINE_END.finditer(text.plain, *span)]


def breaks(text: Text, rows: Sequence[Line]) -> list[tuple[int, int]]:
    """Return the line ends (as regions to leave out) within paragraphs of the body's lines ``rows``."""
    width = wrap_width(rows)
    return [
        (row.end, following.start)
        for row, following in itertools.pairwise(rows)
        if _belong(text, row, following, width)
    ]


def wrap_width(rows: Sequence[Line]) -> float | None:
    """Return the width at which the lines were cut, or None if they were not: in Han characters.

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
    if _FINISHED.search(row.content) or numbering(following.content):
        return False
    if _CONTINUES.search(row.content) or _is_open(row.content):
        return _width(row.content) >= _SHORTEST_WIDTH
    if width is None or following.start in text.gaps:
        return False
    return _width(row.content) >= width - _TOLERANCE


def _is_open(content: str) -> bool:
    return content.count("《") > content.count("》")


def _width(content: str) -> float:
    return sum(0.5 if character.isascii() else 1.0 for character in content)
