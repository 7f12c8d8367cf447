"""The fields of a page's header block, in its many layouts.

``label: value`` alone or several on a line, table rows with ``|``, bullets, labels with inner spaces, a label
on one line and its value on the next, a document number or a date that stands alone, a name with a date.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from kg.parsing.layout import Line, numbering
from kg.parsing.structure import Field

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from kg.parsing.structure import Span
    from kg.parsing.wording import Wording
    from kg.text import Text

_COLON = ":∶"
_AFTER_LABEL = (*_COLON, "|", "】", "]")
_LEAD = "•·●○◆■*#- \t|【[("
_BORDERS = "|;,【[(】])" + _LEAD
_EDGE = " |:∶•·●◆■*;,[]【】_\t"
_DATE = re.compile(r"\d{4}[-./年]")
_DAY = r"(?:19|20)\d\d[-./年]\d{1,2}[-./月]\d{1,2}日?(?: ?\d{1,2}:\d\d(?::\d\d)?)?"
_WHOLE_DATE = re.compile(_DAY)
_HEAD = re.compile(rf"[{re.escape(_LEAD)}]*(?:{_DAY})?[{re.escape(_LEAD)}]*")
_NAME = re.compile(r"[\u3400-\u9fff]{4,30}")
_DOCUMENT_NUMBER = re.compile(r"[\u3400-\u9fff()]{2,16}[〔\[(【]\d{4}[〕\])】]第?\d{1,4}号")
_LONGEST_VALUE = 80
_SHORTEST_GLUED = 3
"""A label of fewer characters, with its colon, may be part of a value."""
_LONGEST_ROW = 2000
_LAST_ROWS = 20
_DATES = frozenset(("issued", "written", "updated"))
_NEVER_BELOW = frozenset(("other", "topic"))
"""Fields whose value on a line of its own nothing tells from a title."""
_WITH_BRACKETS = frozenset(("title", "document-number", "index"))


@dataclass(frozen=True, slots=True)
class _Label:
    name: str
    start: int
    end: int
    sure: bool
    """Whether a colon, a bracket or a cell border stands behind it."""


def in_header(text: Text, rows: Sequence[Line], wording: Wording) -> tuple[tuple[Field, ...], frozenset[int]]:
    """Return the fields in the lines before the body, and the indexes of the lines that hold them."""
    fields: list[Field] = []
    used: set[int] = set()
    title_passed = False
    for index, row in enumerate(rows):
        if index not in used:
            found, lines = _read(text, rows[index : index + 2], wording)
            if not lines:
                found = tuple(_unlabelled(text, row, title_passed))
                lines = 1 if found else 0
            fields.extend(found)
            used.update(range(index, index + lines))
            title_passed = (
                title_passed or wording.is_title(row.content) or wording.has("title-not", row.content)
            )
    return tuple(fields), frozenset(used)


def below_body(text: Text, rows: Sequence[Line], wording: Wording) -> tuple[Field, ...]:
    """Return the labelled fields in the lines after the body, up to links to other pages."""
    fields: list[Field] = []
    skipped = -1
    for index, row in enumerate(rows[:_LAST_ROWS]):
        if wording.begins("furniture-others", row.content.lstrip(_LEAD)):
            break
        if index > skipped:
            found, lines = _read(text, rows[index : index + 2], wording)
            fields.extend(found)
            skipped = index + lines - 1
    return tuple(fields)


def _read(text: Text, rows: Sequence[Line], wording: Wording) -> tuple[tuple[Field, ...], int]:
    """Return the labelled fields of the first line, and how many lines they take (0 without labels)."""
    labels = _labels(text, rows[0], wording)
    found = tuple(_values(text, rows[0], labels, wording)) if labels else ()
    if (
        labels
        and len(rows) > 1
        and _is_open(text, rows[0], labels)
        and _can_follow(text, rows[1], labels[0].name, wording)
    ):
        return (*found, *_field(text, labels[-1].name, rows[1].start, rows[1].end)), 2
    return found, 1 if labels else 0


def has_labels(text: Text, row: Line, wording: Wording) -> bool:
    """Tell whether a line begins with a field's label."""
    return bool(_labels(text, row, wording))


def _labels(text: Text, row: Line, wording: Wording) -> list[_Label]:
    """Return the labels of a line; a line that does not begin with one (or with a date) has none."""
    head = _HEAD.match(text.plain, row.start, row.end)
    first = head.end() if head else row.start
    if not wording.label.match(text.plain, first, row.end):
        return []
    found: list[_Label] = []
    for match in wording.label.finditer(text.plain, first, min(row.end, first + _LONGEST_ROW)):
        start, end = match.span()
        sure = text.plain[end : end + 2].lstrip(" ")[:1] in _AFTER_LABEL and end < row.end
        bordered = start == first or _is_border(text, row, start)
        long = end - start >= _SHORTEST_GLUED or text.plain[start - 1 : start].isdigit()
        glued = sure and long  # 发布机构:区司法局发布日期:2024-01-12文号:…
        if glued or (bordered and (sure or _is_loose(text, row, end))):
            found.append(_Label(wording.labels[match[0]], start, end, sure))
    if not found or found[0].start > first:
        return []
    return found if any(label.sure for label in found) or _stands_alone(text, row, found[-1]) else []


def _stands_alone(text: Text, row: Line, label: _Label) -> bool:
    """Tell whether a label without a colon is the end of its line, or followed by white space or a date."""
    rest = text.plain[label.end : row.end].strip(_EDGE)
    return not rest or label.end in text.gaps or _DATE.match(rest) is not None


def _is_border(text: Text, row: Line, start: int) -> bool:
    """Tell whether a label can begin here: at the line's start, after white space, a border or a mark."""
    return start == row.start or start in text.gaps or text.plain[start - 1] in _BORDERS


def _is_loose(text: Text, row: Line, end: int) -> bool:
    """Tell whether a label without a colon is followed by white space, a date or the line's end."""
    return end in text.gaps or end == row.end or bool(_DATE.match(text.plain, end, row.end))


def _values(text: Text, row: Line, labels: list[_Label], wording: Wording) -> Iterator[Field]:
    date = _WHOLE_DATE.match(text.plain, row.start, labels[0].start)
    if date:
        yield Field("issued", date[0], *date.span())
    ends = [label.start for label in labels[1:]] + [row.end]
    for label, end in zip(labels, ends, strict=True):
        yield from _field(
            text, label.name, *_before_buttons(text, *_first_cell(text, label.end, end), wording)
        )


def _first_cell(text: Text, start: int, end: int) -> tuple[int, int]:
    """Narrow a value to its table cell, if it stands in a table."""
    while start < end and text.plain[start] in _COLON + "】] ":
        start += 1
    if start < end and text.plain[start] == "|":
        start += 1
    border = text.plain.find("|", start, end)
    return start, border if border >= 0 else end


def _before_buttons(text: Text, start: int, end: int, wording: Wording) -> Span:
    """Narrow a value to what stands before words of page furniture that white space sets apart."""
    for place in range(start + 1, end):
        if place in text.gaps and wording.begins("furniture", text.plain[place:end]):
            return start, place
    return start, end


def _field(text: Text, name: str, start: int, end: int) -> Iterator[Field]:
    plain = text.plain
    while start < end and plain[start] in _EDGE:
        start += 1
    if name not in _WITH_BRACKETS:
        end = min((place for mark in "【[" if (place := plain.find(mark, start, end)) >= 0), default=end)
    while start < end and (plain[end - 1] in _EDGE or _closes_nothing(plain, start, end)):
        end -= 1
    if start < end and end - start <= 3 * _LONGEST_VALUE:
        yield Field(name, plain[start:end], start, end)


def _closes_nothing(plain: str, start: int, end: int) -> bool:
    return plain[end - 1] == ")" and plain.find("(", start, end) < 0


def _is_open(text: Text, row: Line, labels: list[_Label]) -> bool:
    """Tell whether a line is a label only, so that the value may stand on the next line."""
    if len(labels) != 1 or labels[0].name in _NEVER_BELOW or "|" in row.content:
        return False
    return not text.plain[labels[0].end : row.end].strip(_EDGE)


def _can_follow(text: Text, row: Line, name: str, wording: Wording) -> bool:
    """Tell whether a line can be the value of the label on the line before."""
    content = row.content
    if len(content) > _LONGEST_VALUE or "。" in content or numbering(content) or _labels(text, row, wording):
        return False
    if name in _DATES:
        return _DATE.match(content.strip(_EDGE)) is not None
    if name != "title" and wording.is_title(content):
        return False
    return content.strip(_LEAD + _EDGE) not in wording.labels


def _unlabelled(text: Text, row: Line, title_passed: bool) -> Iterator[Field]:
    """Yield a document number that stands alone and, below a title, a date alone or after a name."""
    bare = row.content.strip(_EDGE)
    start = row.start + row.content.find(bare)
    number = _DOCUMENT_NUMBER.match(bare)
    if number is not None and (number.end() == len(bare) or start + number.end() in text.gaps):
        yield Field("document-number", number[0], start, start + number.end())
    elif title_passed and (date := _WHOLE_DATE.search(text.plain, start, start + len(bare))):
        yield from _date_line(text, start, start + len(bare), date)


def _date_line(text: Text, start: int, end: int, date: re.Match[str]) -> Iterator[Field]:
    """Yield the date that ends a line, and the name before it; a date in brackets is when it was written."""
    if text.plain[start:end] == f"({date[0]})":
        yield Field("written", date[0], *date.span())
    elif date.end() == end and (date.start() == start or date.start() in text.gaps):
        if date.start() > start and _NAME.fullmatch(text.plain, start, date.start()):
            yield Field("source", text.plain[start : date.start()], start, date.start())
        yield Field("issued", date[0], *date.span())
