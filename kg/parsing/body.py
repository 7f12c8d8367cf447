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
_OPENING_MARK = re.compile(r"[,。;!?]|:\Z")
_LINK_MARKS = "•·●■*|#:- >"
_LAST_ROWS = 8
_LONGEST_NAME = 40
_LONGEST_END = 60
_MOST_NAMES = 3
_HEADER_ROWS = 15
_HEADER_PROSE = 2
_MOST_OF_LETTER = 8


def first_row(text: Text, rows: Sequence[Line], wording: Wording) -> int:
    """Return the index of the body's first line: running text or a numbered heading, behind the header.

    Where a title with its year follows soon after, running text before it was the site's. Returns the number
    of lines if the page has nothing of its own.
    """
    first = _with_opening(text, rows, _first_after(text, rows, 0, wording), 0, wording)
    if first == len(rows):
        return _first_free(text, rows, wording)
    prose = 0
    for index in range(first, min(len(rows), first + _HEADER_ROWS)):
        content = rows[index].content
        if prose > _MOST_OF_LETTER or layout.numbering(content):
            break
        titled = wording.is_dated_title(content) and not _MARK.search(content)
        # A letter that hands on the report may be longer: it is dated at its end.
        if titled and (prose <= _HEADER_PROSE or _DATE.fullmatch(rows[index - 1].content)):
            begin = _first_after(text, rows, index + 1, wording)
            return _with_opening(text, rows, begin, index + 1, wording)
        prose += layout.is_prose(content)
    return first


def _first_after(text: Text, rows: Sequence[Line], start: int, wording: Wording) -> int:
    for index in range(start, len(rows)):
        row = rows[index]
        number = layout.numbering(row.content)
        if number is not None and number[0] <= 2:
            return index
        if layout.is_prose(row.content) and not _is_of_page(text, row, wording):
            return index
    return len(rows)


def _with_opening(text: Text, rows: Sequence[Line], first: int, least: int, wording: Wording) -> int:
    """Step back over the lines of an opening paragraph that was cut into lines."""
    while first > least and _OPENING_MARK.search(rows[first - 1].content):
        if _is_of_page(text, rows[first - 1], wording) or wording.is_title(rows[first - 1].content):
            break
        first -= 1
    return first


def _first_free(text: Text, rows: Sequence[Line], wording: Wording) -> int:
    """Return the index of the first line, of a page without running text, that may be the report's own."""
    for index, row in enumerate(rows):
        if not _is_of_page(text, row, wording) and not wording.is_title(row.content):
            return index
    return len(rows)


def last_row(text: Text, rows: Sequence[Line], first: int, wording: Wording) -> int:
    """Return the index behind the last line of the body: what follows belongs to the page."""
    end = len(rows)
    lengths = [len(row.content) if layout.is_prose(row.content) else 0 for row in rows]
    after = sum(lengths[first:])
    before = 0
    for index in range(first, len(rows)):
        if _ends_body(rows[index], wording) and (
            before > after or _is_heading_of_links(rows[index], wording)
        ):
            end = index
            break
        before += lengths[index]
        after -= lengths[index]
    while end > first + 1 and _is_of_page(text, rows[end - 1], wording):
        end -= 1
    return end


def signature(rows: Sequence[Line], wording: Wording) -> Span | None:
    """Return the place of the closing lines among the body's: the name of who signs, the date, or both."""
    for index in range(len(rows) - 1, max(0, len(rows) - _LAST_ROWS), -1):
        content = rows[index].content
        match = _DATE.search(content) if len(content) <= _LONGEST_NAME else None
        if match and (match.start() == 0 or is_name(content[: match.start()], wording)):
            first = index
            while first > 1 and index - first < _MOST_NAMES and is_name(rows[first - 1].content, wording):
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


def _ends_body(row: Line, wording: Wording) -> bool:
    bare = row.content.lstrip("•·*|#- ")
    return len(bare) <= _LONGEST_END and "。" not in bare and wording.begins("furniture-end", bare)


def _is_heading_of_links(row: Line, wording: Wording) -> bool:
    """Tell whether a line is nothing but 相关文章 or the like: links to other pages follow."""
    return not wording.strip("furniture-others", row.content.strip(_LINK_MARKS))


def _is_of_page(text: Text, row: Line, wording: Wording) -> bool:
    if layout.is_furniture(row.content, layout.gaps_in(text, row), wording):
        return True
    return fields.has_labels(text, row, wording)
