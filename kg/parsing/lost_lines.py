"""Line ends that a page lost: white space that parts paragraphs, or a title from what stands beside it."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from itertools import islice, pairwise
from typing import TYPE_CHECKING

from kg.parsing import run_together
from kg.parsing.layout import is_clock, is_prose, lines, numbering

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from kg.parsing.layout import Line
    from kg.parsing.wording import Wording
    from kg.text import Text

_PARAGRAPH_END = re.compile(r"[。!?;:)”][”’)】》]*\Z")
_SENTENCE_MARK = re.compile(r"[。;!?]")
_AFTER_LABEL = (":", "∶", "|", "】", "]")
_COMMA = re.compile(r"[,。;:]")
_BEFORE_YEAR = re.compile(r"(?<=\d) (?=(?:19|20)\d\d年)")
_FLAT_ROW = 200
_FLAT_SHARE = 0.6
_FEWEST_ENDS = 3
_LONGEST_HEADING = 50
_HEADER_ROWS = 60
_LONGEST_HEADER_ROW = 1000


def put_back(text: Text, wording: Wording) -> Text:
    """Return the text with its lost line ends, as far as its white space shows them."""
    rows = lines(text)
    parted = _with_paragraphs(text, rows, wording)
    rows = rows if parted is text else lines(parted)
    return parted.with_lines_at(_beside_titles(parted, rows, wording))


def _with_paragraphs(text: Text, rows: Sequence[Line], wording: Wording) -> Text:
    """End the lines of a page that was run together into one."""
    longest = max(rows, key=lambda row: len(row.content), default=None)
    if longest is None or len(longest.content) < max(_FLAT_ROW, _FLAT_SHARE * len(text.plain)):
        return text
    gaps = sorted(gap for gap in text.gaps if longest.start < gap < longest.end)
    ends = [gap for before, gap in pairwise([longest.start, *gaps]) if _ends_between(text, before, gap)]
    if len(ends) < _FEWEST_ENDS:
        return text.with_lines_at(run_together.line_ends(longest, wording), unseen=True)
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


def _beside_titles(text: Text, rows: Sequence[Line], wording: Wording) -> Iterator[int]:
    """Yield the gaps between a title and a label, a date or buttons on its line, and before running text."""
    gaps = sorted(text.gaps)
    for row in islice(rows, _HEADER_ROWS):
        if len(row.content) <= _LONGEST_HEADER_ROW:
            within = gaps[bisect_right(gaps, row.start) : bisect_left(gaps, row.end)]
            yield from islice(_ends_in_row(text, row, within, wording), 1)


def _ends_in_row(text: Text, row: Line, gaps: Sequence[int], wording: Wording) -> Iterator[int]:
    labelled = bool(gaps) and _is_labelled(row, gaps, wording)
    for gap in gaps:
        head, rest = text.plain[row.start : gap], text.plain[gap : row.end]
        titled = wording.is_dated_title(head) and not _COMMA.search(head)
        if (titled and _is_beside(rest, wording)) or (labelled and _is_text(rest, wording)):
            yield gap


def _is_beside(rest: str, wording: Wording) -> bool:
    """Tell whether what follows a title on its line is a label, a button or a date."""
    return wording.label.match(rest) is not None or wording.begins("furniture", rest) or is_clock(rest)


def _is_labelled(row: Line, gaps: Sequence[int], wording: Wording) -> bool:
    """Tell whether a row begins with a field's label that a mark or white space ends: 来源:, not 审核文件."""
    label = wording.label.match(row.content)
    if label is None:
        return False
    return row.content.startswith(_AFTER_LABEL, label.end()) or row.start + label.end() in gaps


def _is_text(rest: str, wording: Wording) -> bool:
    """Tell whether what follows a field on its line is running text."""
    return (
        "。" in rest
        and "|" not in rest
        and is_prose(rest)
        and not wording.label.search(rest[:_LONGEST_HEADING])
    )
