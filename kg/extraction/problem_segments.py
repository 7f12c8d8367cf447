"""The passages that admit problems, cut into lines and segments; where they turn to causes or measures."""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal

from kg.parsing.layout import NUMERALS, numbering

if TYPE_CHECKING:
    from collections.abc import Iterator

    from kg.extraction.context import Context
    from kg.extraction.problem_words import Problems
    from kg.parsing.structure import Span

_SEGMENT_END = re.compile("[。!?;:]|(?<=[^—])——(?=[^—])")
_PARENTHESIS = re.compile(r"\([^()\n]{1,60}\)")
_TOPIC_ENDS = (":", "—")
_BOUNDARY = "。!?;:,、)”\n是有"
_MARKS = " ,;。:、!?.\n●•·■◆○▪►*—-"
_JOINTS = "和及与、暨"
_DIGITS = "一二三四五六七八九十"
_WORDS = ("首先", "其次", "再次")
_CELL = re.compile(r"\d{1,2}(?=[\u4e00-\u9fff])")
_FORM = re.compile(f"[\\d{NUMERALS}\u2460-\u2473]+")
_NEAR_START = 20
_SHORT_LINE = 25


@dataclass(frozen=True, slots=True)
class Passage:
    """A stretch of text that admits problems; ``numbered`` tells that its first line has a number."""

    start: int
    end: int
    numbered: bool


@dataclass(frozen=True, slots=True)
class Segment:
    """A piece of a line; ``ordinal`` is the value of the number before it (二是: 2), 0 where it has none."""

    start: int
    end: int
    ordinal: int
    topic: bool
    """Whether a colon ends it, so that it may but name what follows (行政执法方面:)."""

    @property
    def enumerated(self) -> bool:
        """Whether a number stands before it."""
        return self.ordinal > 0


def lines(plain: str, passage: Passage) -> Iterator[Span]:
    """Yield the lines of a passage."""
    start = passage.start
    while start < passage.end:
        end = plain.find("\n", start, passage.end)
        end = end if end >= 0 else passage.end
        yield start, end
        start = end + 1


def without_number(plain: str, line: Span) -> Span:
    """Leave out the number in front of a line."""
    return line[0] + len(_number(plain, *line)), line[1]


def behind_number(context: Context, line: Span) -> Span:
    """Leave out the number in the first cell of a table's row, which white space set apart."""
    number = _CELL.match(context.plain, *line)
    if number is not None and number.end() in context.page.text.gaps:
        return number.end(), line[1]
    return without_number(context.plain, line)


def segments(context: Context, problems: Problems, line: Span) -> list[Segment]:
    """Cut a line at sentence ends, semicolons, colons and dashes, and before each enumerator."""
    plain = context.plain
    inner = _within(plain, line)
    cuts = [
        (match.start(), match.end(), 0)
        for match in _SEGMENT_END.finditer(plain, *line)
        if context.quotation(match.start()) is None and match.start() not in inner
    ]
    cuts += [(start, end, _ordinal(plain[start:end])) for start, end in enumerators(context, problems, line)]
    found = []
    begin, ordinal = line[0], 0
    for stop, resume, opens in [*sorted(cuts), (line[1], line[1], 0)]:
        start, end = trimmed(plain, begin, stop)
        if start < end:
            topic = plain[stop : stop + 1] in _TOPIC_ENDS
            found.append(Segment(start, end, ordinal, topic))
            # 一是执法方面:力量不足 is one item, whose problem stands behind the colon.
            keeps = topic and not problems.predicates.has(plain, start, end)
            ordinal = ordinal if keeps else 0
        begin, ordinal = max(begin, resume), opens or ordinal
    return found


def _within(plain: str, line: Span) -> frozenset[int]:
    """Return the places within the parentheses of a line."""
    spans = (match.span() for match in _PARENTHESIS.finditer(plain, *line))
    return frozenset(place for span in spans for place in range(*span))


def _ordinal(enumerator: str) -> int:
    """Return the value of 二是, (2), ②, 其次; 1 where it has none of its own."""
    for character in enumerator:
        if character.isdecimal():
            return int(character)
        if character in _DIGITS:
            return _DIGITS.index(character) + 1
        if unicodedata.numeric(character, 0) >= 1:
            return int(unicodedata.numeric(character))
    return _WORDS.index(enumerator) + 1 if enumerator in _WORDS else 1


def enumerators(context: Context, problems: Problems, span: Span) -> Iterator[Span]:
    """Yield the enumerators in a span that stand where an item can begin."""
    for term in problems.enumerators.find(context.plain, *span):
        if term.start == span[0] or context.plain[term.start - 1] in _BOUNDARY:
            yield term.start, term.end


def trimmed(plain: str, start: int, end: int) -> Span:
    """Leave out marks at both ends of a span."""
    while start < end and plain[start] in _MARKS:
        start += 1
    while end > start and plain[end - 1] in _MARKS:
        end -= 1
    return start, end


def turn_of(plain: str, segment: Segment, problems: Problems) -> Literal["causes", "measures"] | None:
    """Return to what a segment turns before it states a problem, if it does."""
    alone = problems.alone.suffix(plain, segment.start, segment.end)
    if alone is not None and (segment.topic or segment.end - segment.start <= _SHORT_LINE):
        # 不足的原因: turns to causes, 不足和原因: to both.
        if alone.start > segment.start and plain[alone.start - 1] in _JOINTS:
            return None
        return "causes" if "因" in plain[alone.start : alone.end] else "measures"
    turn = problems.turn(plain, segment.start, min(segment.end, segment.start + _NEAR_START))
    if turn is None or problems.predicates.has(plain, segment.start, turn.start):
        return None
    if turn.start > segment.start and segment.enumerated:
        return None  # 一是监督力量单薄,原因在于…: the item comes first, in whatever words
    if turn.start > segment.start and segment.topic and turn.list == "problem-measure":
        return None  # 面对今后的任务还有以下不足: leads to them.
    return "causes" if turn.list == "problem-cause" else "measures"


def turns_at_end(context: Context, problems: Problems, passage: Passage) -> bool:
    """Tell whether the last line of a passage only turns to causes or measures, which the next sections tell."""
    *_, line = lines(context.plain, passage) if passage.start < passage.end else [(0, 0)]
    found = segments(context, problems, line) if line[0] > passage.start else []
    if len(found) != 1:
        return False
    ends = problems.alone.suffix(context.plain, found[0].start, found[0].end) is not None
    return ends and turn_of(context.plain, found[0], problems) is not None


def is_sibling(context: Context, passage: Passage, segment: Segment) -> bool:
    """Tell whether an item's number is of the form of the passage's own: (2) behind (1), not 一是."""
    own = _FORM.sub("#", _number(context.plain, passage.start, passage.end))
    before = context.plain[max(0, segment.start - len(own) - 1) : segment.start]
    return bool(own) and own in _FORM.sub("#", before)


def _number(plain: str, start: int, end: int) -> str:
    number = numbering(plain[start : min(end, start + _NEAR_START)])
    return plain[start : start + number[1]] if number else ""
