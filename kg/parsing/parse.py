"""From a cleaned text to a page: header fields, title, body, sections, parts, signature."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from kg import vocabulary as vocabularies
from kg.parsing import body, fields, layout, lost_lines, parts, reflow, sections, title
from kg.parsing.structure import Field, Page, Span
from kg.parsing.wording import Wording
from kg.parsing.wording import build as build_wording

if TYPE_CHECKING:
    from collections.abc import Sequence

    from kg.model import Part
    from kg.parsing.layout import Line
    from kg.text import Text
    from kg.vocabulary import Vocabulary

_YEAR = re.compile(r"(20\d\d)年")
_OPENING = 300


@dataclass(frozen=True, slots=True)
class _Outline:
    """The lines of a page, where its body stands among them, and what stands before and after it."""

    rows: tuple[Line, ...]
    first: int
    last: int
    fields: tuple[Field, ...]
    title: Span | None

    @property
    def body(self) -> Sequence[Line]:
        return self.rows[self.first : self.last]


def parse(text: Text, vocabulary: Vocabulary | None = None) -> Page:
    """Return the page that a cleaned text holds. Linear in its length.

    The wordings come from ``vocabulary`` (default: the project's own). ``page.text`` has one paragraph a
    line: its offsets are not those of ``text`` where lines were joined.
    """
    wording = build_wording(vocabulary or vocabularies.load())
    text = lost_lines.put_back(text, wording)
    draft = _outline(text, wording)
    regions = reflow.breaks(text, draft.body)
    if draft.title:
        regions = sorted([*reflow.inner_breaks(text, draft.title), *regions])
    if regions:
        text = text.without(regions)
        draft = _outline(text, wording)
    return _page(text, draft, wording)


def _outline(text: Text, wording: Wording) -> _Outline:
    rows = layout.lines(text)
    first = body.first_row(text, rows, wording)
    last = body.last_row(text, rows, first, wording)
    before, used = fields.in_header(text, rows[:first], wording)
    after = fields.below_body(text, rows[last:], wording)
    free = [row for index, row in enumerate(rows[:first]) if index not in used]
    free = [row for row in free if not layout.is_furniture(row.content, layout.gaps_in(text, row), wording)]
    return _Outline(rows, first, last, before + after, title.find(text, free, before, wording))


def _page(text: Text, outline: _Outline, wording: Wording) -> Page:
    rows = outline.body
    if not rows:
        return Page(text, outline.fields, outline.title, (0, 0), (), ())
    closing = body.signature(rows, wording)
    if closing:
        rows = [row for row in rows if row.end <= closing[0]]
    span, rows = (outline.title, rows) if outline.title else title.within(rows, wording)
    heading = text.plain[slice(*span)] if span else None
    start, end = rows[0].start, rows[-1].end
    found = sections.find(rows, end, wording)
    present: tuple[Part, ...] = ()
    if not parts.is_plan(heading, text.plain[start:end][:_OPENING], wording):
        year = _YEAR.search(heading or "") or _YEAR.search(text.plain, start, min(end, start + _OPENING))
        report = parts.Report(text.plain, rows, end, int(year[1]) if year else None, wording)
        found, present = parts.assign(report, found)
    return Page(text, outline.fields, span, (start, end), found, present, closing)
