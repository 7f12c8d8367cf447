"""The fields of a page's header block, in its many layouts.

``label: value`` alone or several on a line, table rows with ``|``, bullets, labels with inner spaces, a label on
one line and its value on the next, and a document number that stands alone.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from kg.parsing.layout import Line, numbering
from kg.parsing.structure import Field

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from kg.parsing.wording import Wording
    from kg.text import Text

_COLON = ":∶"
_LEAD = "•·●○◆■*#- \t"
_EDGE = " |:∶•·●◆■*;,[]【】_\t"
_DATE = re.compile(r"\d{4}[-./年]")
_DOCUMENT_NUMBER = re.compile(
    r"[\u3400-\u9fff()]{2,16}[〔\[(【]\d{4}[〕\])】](?:第)?\d{1,4}号(?![\u3400-\u9fff])"
)
_LONGEST_VALUE = 80
_LONGEST_LABEL_LINE = 12


@dataclass(frozen=True, slots=True)
class _Label:
    name: str
    start: int
    end: int
    sure: bool
    """Whether a colon, a cell border or a date stands behind it."""


def find(text: Text, rows: Sequence[Line], wording: Wording) -> tuple[tuple[Field, ...], frozenset[int]]:
    """Return the fields in the lines, and the indexes of the lines that hold labels or values."""
    fields: list[Field] = []
    used: set[int] = set()
    index = 0
    while index < len(rows):
        row = rows[index]
        labels = _labels(text, row, wording)
        following = rows[index + 1] if index + 1 < len(rows) else None
        if labels:
            used.add(index)
            fields.extend(_values(text, row, labels))
            if following and _is_open(text, row, labels) and _can_be_value(text, following, wording):
                fields.extend(_field(text, labels[-1].name, following.start, following.end))
                used.add(index + 1)
                index += 1
        elif number := _DOCUMENT_NUMBER.fullmatch(row.content.strip(_EDGE)):
            start = row.start + row.content.index(number[0])
            fields.append(Field("document-number", number[0], start, start + len(number[0])))
            used.add(index)
        index += 1
    return tuple(fields), frozenset(used)


def has_labels(text: Text, row: Line, wording: Wording) -> bool:
    """Tell whether a line begins with a field's label."""
    return bool(_labels(text, row, wording))


def _labels(text: Text, row: Line, wording: Wording) -> list[_Label]:
    """Return the labels of a line; a line that does not begin with one has none."""
    found: list[_Label] = []
    for match in wording.label.finditer(text.plain, row.start, row.end):
        start, end = match.span()
        if found and start < found[-1].end:
            continue
        label = _Label(wording.labels[match[0]], start, end, _is_sure(text, row, end))
        if _is_border(text, row, start, found) and (label.sure or _is_loose(text, row, start, end)):
            found.append(label)
    if not found or _head(text, row, found[0]):
        return []
    return found if any(label.sure for label in found) else _alone(text, row, found)


def _head(text: Text, row: Line, first: _Label) -> str:
    return text.plain[row.start : first.start].strip(_LEAD + "|【[(")


def _alone(text: Text, row: Line, found: list[_Label]) -> list[_Label]:
    """Keep a label without a colon only if it is all of its line, or followed by white space."""
    rest = text.plain[found[-1].end : row.end].strip(_EDGE)
    return found if not rest or found[-1].end in text.gaps else []


def _is_border(text: Text, row: Line, start: int, found: list[_Label]) -> bool:
    """Tell whether a label can begin here: at the line's start, after white space, a cell border or a mark."""
    before = text.plain[row.start : start].rstrip(" ")
    if not before.strip(_LEAD + "【[("):
        return True
    return (
        start in text.gaps
        or before[-1] in "|;,【[(】])"
        or before[-1] in _LEAD
        or text.plain[start - 1] == " "
    )


def _is_sure(text: Text, row: Line, end: int) -> bool:
    rest = text.plain[end : row.end].lstrip(" ")
    return rest[:1] in (*_COLON, "|") if rest else False


def _is_loose(text: Text, row: Line, start: int, end: int) -> bool:
    """Tell whether a label without a colon is followed by white space, a date or the line's end."""
    return end in text.gaps or end == row.end or bool(_DATE.match(text.plain, end, row.end))


def _values(text: Text, row: Line, labels: list[_Label]) -> Iterator[Field]:
    ends = [label.start for label in labels[1:]] + [row.end]
    for label, end in zip(labels, ends, strict=True):
        yield from _field(text, label.name, *_first_cell(text, label.end, end))


def _first_cell(text: Text, start: int, end: int) -> tuple[int, int]:
    """Narrow a value to its table cell, if it stands in a table."""
    while start < end and text.plain[start] in _COLON + " ":
        start += 1
    if start < end and text.plain[start] == "|":
        start += 1
    border = text.plain.find("|", start, end)
    return start, border if border >= 0 else end


def _field(text: Text, name: str, start: int, end: int) -> Iterator[Field]:
    while start < end and text.plain[start] in _EDGE:
        start += 1
    bracket = min(
        (place for mark in "【[" if (place := text.plain.find(mark, start, end)) > start), default=end
    )
    if name not in ("title", "document-number", "index"):
        end = bracket
    while start < end and text.plain[end - 1] in _EDGE:
        end -= 1
    if start < end and end - start <= 3 * _LONGEST_VALUE:
        yield Field(name, text.plain[start:end], start, end)


def _is_open(text: Text, row: Line, labels: list[_Label]) -> bool:
    """Tell whether a line ends in a label, so that the value may stand on the next line."""
    return (
        not text.plain[labels[-1].end : row.end].strip(_EDGE) and "|" not in row.content and len(labels) == 1
    )


def _can_be_value(text: Text, row: Line, wording: Wording) -> bool:
    if len(row.content) > _LONGEST_VALUE or "。" in row.content or numbering(row.content):
        return False
    return not _labels(text, row, wording) and row.content.strip(_EDGE) not in wording.labels
