"""Where the report's own words begin and end, and its signature."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from kg.parsing import fields, layout

if TYPE_CHECKING:
    from collections.abc import Sequence

    from kg.parsing.layout import Line
    from kg.parsing.structure import Span
    from kg.parsing.wording import Wording
    from kg.text import Text

_CHINESE_YEAR = "二[〇○零OoО0][〇○零一二三四五六七八九][〇○零一二三四五六七八九]"
_DATE = re.compile(
    rf"\(?(?:(?:19|20)\d\d|{_CHINESE_YEAR})(?:年|[-./])?[\d一二三四五六七八九十年月日./-]{{1,12}}\)?\Z"
)
_MARK = re.compile(r"[,。;:!?]")
_LAST_ROWS = 8
_LONGEST_NAME = 40
_LONGEST_END = 60


def first_row(text: Text, rows: Sequence[Line], wording: Wording) -> int:
    """Return the index of the first line of the body: running text or a numbered heading, past header and furniture.

    Returns the number of lines if there is none.
    """
    for index, row in enumerate(rows):
        number = layout.numbering(row.content)
        if number is not None and number[0] <= 2:
            return index
        if layout.is_prose(row.content) and not fields.has_labels(text, row, wording):
            if not layout.is_furniture(row.content, gaps_in(text, row), wording):
                return index
    return len(rows)


def last_row(text: Text, rows: Sequence[Line], first: int, wording: Wording) -> int:
    """Return the index behind the last line of the body: what follows belongs to the page."""
    end = len(rows)
    lengths = [len(row.content) if layout.is_prose(row.content) else 0 for row in rows]
    after = sum(lengths[first:])
    before = 0
    for index in range(first, len(rows)):
        if before > after and _ends_body(rows[index], wording):
            end = index
            break
        before += lengths[index]
        after -= lengths[index]
    while end > first + 1 and _is_trailing(text, rows[end - 1], wording):
        end -= 1
    return end


def signature(rows: Sequence[Line], wording: Wording) -> Span | None:
    """Return the place of the closing lines: the body's name, the date, or both. ``rows`` are the body's lines."""
    for index in range(len(rows) - 1, max(0, len(rows) - _LAST_ROWS), -1):
        match = _DATE.search(rows[index].content) if len(rows[index].content) <= _LONGEST_NAME else None
        if match and (match.start() == 0 or is_name(rows[index].content[: match.start()], wording)):
            first = index
            while first > 1 and index - first < 3 and is_name(rows[first - 1].content, wording):
                first -= 1
            return rows[first].start, rows[index].end
    if len(rows) > 1 and is_name(rows[-1].content, wording):
        return rows[-1].start, rows[-1].end
    return None


def is_name(content: str, wording: Wording) -> bool:
    """Tell whether a short line can be the name of a public body."""
    if len(content) > _LONGEST_NAME or _MARK.search(content) or layout.numbering(content):
        return False
    return wording.ends("signature-end", content)


def gaps_in(text: Text, row: Line) -> int:
    """Return the number of places within a line where white space was left out."""
    if len(row.content) > 1000:
        return 0
    return sum(place in text.gaps for place in range(row.start + 1, row.end))


def _ends_body(row: Line, wording: Wording) -> bool:
    bare = row.content.lstrip("•·*|#- ")
    return len(bare) <= _LONGEST_END and "。" not in bare and wording.begins("furniture-end", bare)


def _is_trailing(text: Text, row: Line, wording: Wording) -> bool:
    return fields.has_labels(text, row, wording) or layout.is_furniture(
        row.content, gaps_in(text, row), wording
    )
