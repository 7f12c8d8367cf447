"""Where a passage of the part on shortcomings states problems.

A numbered item (一是…;二是…) is one statement, and so is the sentence that opens a numbered line; what follows it up
to the next number elaborates. Without numbers each sentence states a problem, and each of its clauses that has a
subject of its own. Introductions are left out; causes and promises end the problems of their line.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from kg.extraction.program_types import is_evidence
from kg.extraction.topics import program_type_of
from kg.parsing.layout import NUMERALS, numbering

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from kg.extraction.context import Context
    from kg.extraction.problem_words import Problems
    from kg.parsing.structure import Span

_SEGMENT_END = re.compile("[。!?;:]")
_BOUNDARY = "。!?;:,、)”\n"
_MARKS = " ,;。:、!?.\n●•·■◆○▪►*"
_JOINTS = "和及与、暨"
_CELL = re.compile(r"\d{1,2}(?=[\u4e00-\u9fff])")
_FORM = re.compile(f"[\\d{NUMERALS}\u2460-\u2473]+")
_NEAR_START = 20
_HEADLINE = 25
_SHORT_INTRODUCTION = 14
_SUBJECT = 12
_SHORTEST_CLAUSE = 4


@dataclass(frozen=True, slots=True)
class Passage:
    """A stretch of text that admits problems; ``numbered`` tells that its first line has a number."""

    start: int
    end: int
    numbered: bool


@dataclass(frozen=True, slots=True)
class _Segment:
    start: int
    end: int
    enumerated: bool
    topic: bool
    """Whether a colon ends it, so that it may but name what follows (行政执法方面:)."""


def find_problems(context: Context, problems: Problems, passage: Passage) -> Iterator[Span]:
    """Yield the spans of the problems that a passage states."""
    opening = next(_openings(context, problems, passage), None)
    if opening is not None:
        yield opening
    told = opening is not None
    alone = _is_one_sentence(context, problems, passage)
    for line in _lines(context.plain, passage):
        segments = _segments(context, problems, _behind_cell(context, line))
        told = told and passage.numbered
        for index, segment in enumerate(segments):
            heads = passage.numbered and line[0] == passage.start and index == 0
            if _turns(context.plain, segment, problems):
                return
            if segment.enumerated:
                told = True
                if opening is None or _is_sibling(context, passage, segment):
                    yield from _item(context, problems, segment)
            elif not heads and (not told or (opening is None and _is_headline(context, segments, index))):
                statements = list(_sentence(context, problems, segment, divided=alone))
                told = bool(statements) and _is_headline(context, segments, index)
                yield from statements


def _is_one_sentence(context: Context, problems: Problems, passage: Passage) -> bool:
    """Tell whether all problems of a passage stand in one sentence, so that its clauses are the items."""
    stating = 0
    for line in _lines(context.plain, passage):
        for segment in _segments(context, problems, _behind_cell(context, line)):
            if _turns(context.plain, segment, problems) or stating > 1:
                return stating <= 1
            clauses = _clauses(context, segment.start, segment.end)
            stating += not segment.topic and bool(_stating(context, problems, clauses))
    return stating <= 1


def _openings(context: Context, problems: Problems, passage: Passage) -> Iterator[Span]:
    """Yield the problem that opens a numbered passage, if one does: what follows in the passage explains it.

    One that is told in general (执法还存在短板) leaves it to the numbered items below, where there are any.
    """
    first = next(_lines(context.plain, passage), None) if passage.numbered else None
    segments = _segments(context, problems, _without_number(context.plain, first)) if first else []
    if not segments or segments[0].enumerated or _turns(context.plain, segments[0], problems):
        return
    for start, end in _opening(context, problems, segments[0]):
        noun = problems.nouns.suffix(context.plain, start, end)
        general = noun is not None and problems.exist.has(context.plain, start, noun.start)
        if not general or next(_enumerators(context, problems, (end, passage.end)), None) is None:
            yield start, end


def _is_sibling(context: Context, passage: Passage, segment: _Segment) -> bool:
    """Tell whether an item's number is of the form of the passage's own: (2) behind (1), not 一是."""
    own = _FORM.sub("#", _number(context.plain, passage.start, passage.end))
    return bool(own) and own in _FORM.sub(
        "#", context.plain[max(0, segment.start - len(own) - 1) : segment.start]
    )


def _number(plain: str, start: int, end: int) -> str:
    number = numbering(plain[start : min(end, start + _NEAR_START)])
    return plain[start : start + number[1]] if number else ""


def turns_at_end(context: Context, problems: Problems, passage: Passage) -> bool:
    """Tell whether the last line of a passage turns to causes or measures, which the next sections tell."""
    line = next(reversed(list(_lines(context.plain, passage))), None)
    segments = _segments(context, problems, line) if line is not None and line[0] > passage.start else []
    return len(segments) == 1 and _turns(context.plain, segments[0], problems)


def _lines(plain: str, passage: Passage) -> Iterator[Span]:
    start = passage.start
    while start < passage.end:
        end = plain.find("\n", start, passage.end)
        end = end if end >= 0 else passage.end
        yield start, end
        start = end + 1


def _without_number(plain: str, line: Span) -> Span:
    return line[0] + len(_number(plain, *line)), line[1]


def _behind_cell(context: Context, line: Span) -> Span:
    """Leave out the number in the first cell of a table's row, which white space set apart."""
    number = _CELL.match(context.plain, *line)
    if number is not None and number.end() in context.page.text.gaps:
        return number.end(), line[1]
    return _without_number(context.plain, line)


def _segments(context: Context, problems: Problems, line: Span) -> list[_Segment]:
    """Cut a line at sentence ends, semicolons and colons, and before each enumerator."""
    plain = context.plain
    cuts = [
        (match.start(), match.end(), False)
        for match in _SEGMENT_END.finditer(plain, *line)
        if context.quotation(match.start()) is None
    ]
    cuts += [(start, end, True) for start, end in _enumerators(context, problems, line)]
    segments = []
    begin, enumerated = line[0], False
    for stop, resume, opens in [*sorted(cuts), (line[1], line[1], False)]:
        start, end = _trimmed(plain, begin, stop)
        if start < end:
            topic = plain[stop : stop + 1] == ":"
            segments.append(_Segment(start, end, enumerated, topic))
            # 一是执法方面:力量不足 is one item, whose problem stands behind the colon.
            enumerated = enumerated and topic and not problems.predicates.has(plain, start, end)
        begin, enumerated = max(begin, resume), opens or enumerated
    return segments


def _enumerators(context: Context, problems: Problems, span: Span) -> Iterator[Span]:
    """Yield the enumerators in a span that stand where an item can begin."""
    for term in problems.enumerators.find(context.plain, *span):
        if term.start == span[0] or context.plain[term.start - 1] in _BOUNDARY:
            yield term.start, term.end


def _trimmed(plain: str, start: int, end: int) -> Span:
    while start < end and plain[start] in _MARKS:
        start += 1
    while end > start and plain[end - 1] in _MARKS:
        end -= 1
    return start, end


def _turns(plain: str, segment: _Segment, problems: Problems) -> bool:
    """Tell whether a segment turns to causes or measures before it states a problem."""
    alone = problems.alone.suffix(plain, segment.start, segment.end)
    if alone is not None and (segment.topic or segment.end - segment.start <= _HEADLINE):
        # 不足的原因: turns to causes, 不足和原因: to both.
        return alone.start == segment.start or plain[alone.start - 1] not in _JOINTS
    turn = problems.turn(plain, segment.start, min(segment.end, segment.start + _NEAR_START))
    if turn is not None and turn.start > segment.start and segment.topic:
        return False  # 面对今后的任务还有以下不足: leads to them.
    return turn is not None and not problems.predicates.has(plain, segment.start, turn.start)


def _is_headline(context: Context, segments: Sequence[_Segment], index: int) -> bool:
    """Tell whether a short sentence of one clause is the headline of a longer one that explains it.

    What follows with a topic of its own explains nothing.
    """
    if len(segments) <= index + 1:
        return False
    headline, following = segments[index : index + 2]
    if headline.end - headline.start > _HEADLINE or "," in context.plain[headline.start : headline.end]:
        return False
    if following.enumerated or following.end - following.start <= _HEADLINE:
        return False
    return not _has_topic(context, following.start, min(following.end, following.start + _SUBJECT))


def _item(context: Context, problems: Problems, segment: _Segment) -> Iterator[Span]:
    """Yield the statement of a numbered item, unless it promises (一是加强…)."""
    plain = context.plain
    if segment.topic and not problems.predicates.has(plain, segment.start, segment.end):
        return
    start, end = _without_turn(plain, segment.start, segment.end, problems)
    promises = problems.measures.prefix(plain, start, end) is not None
    if start < end and (not promises or problems.shows(plain, start, end)):
        yield start, end


def _without_turn(plain: str, start: int, end: int, problems: Problems) -> Span:
    """Cut off what a statement says of causes and measures: …,主要原因是…."""
    turn = problems.turn(plain, start, end)
    if turn is None:
        return start, end
    comma = plain.rfind(",", start, turn.start)
    return _trimmed(plain, start, comma if comma >= 0 else turn.start)


def _opening(context: Context, problems: Problems, segment: _Segment) -> Iterator[Span]:
    """Yield the problem that opens a numbered line, undivided, unless it names a field or promises."""
    plain = context.plain
    start, end = _without_turn(plain, segment.start, segment.end, problems)
    clauses = [c for c in _clauses(context, start, end) if not _is_introduction(context, problems, *c)]
    while clauses and problems.because.prefix(plain, *clauses[0]) is not None:
        del clauses[0]
    if not clauses:
        return
    start, end = _trimmed(plain, clauses[0][0], clauses[-1][1])
    promises = problems.measures.prefix(plain, start, end) is not None
    if problems.predicates.has(plain, start, end) or (not promises and problems.shows(plain, start, end)):
        yield start, end


def _sentence(context: Context, problems: Problems, segment: _Segment, *, divided: bool) -> Iterator[Span]:
    """Yield the problems that a sentence without number states, each of its clauses one if it is to be divided."""
    plain = context.plain
    if segment.topic:
        return
    start, end = _without_turn(plain, segment.start, segment.end, problems)
    members = problems.listed(plain, start, end)
    if members:
        yield from members
        return
    clauses = _stating(context, problems, _clauses(context, start, end))
    if not clauses:
        return
    opening = problems.openings.prefix(plain, *clauses[0])
    first = _trimmed(plain, opening.end if opening else clauses[0][0], clauses[0][1])
    clauses = [first, *clauses[1:]]
    for group in _groups(context, problems, clauses) if divided else [clauses]:
        statement = _trimmed(plain, group[0][0], group[-1][1])
        if problems.predicates.has(plain, *statement) or _hints(plain, problems, *statement):
            yield statement


def _hints(plain: str, problems: Problems, start: int, end: int) -> bool:
    """Tell whether a statement that no predicate marks says that something is wanting, and promises nothing."""
    if problems.measures.prefix(plain, start, end) is not None or problems.turn(plain, start, end):
        return False
    return problems.shows(plain, start, end)


def _clauses(context: Context, start: int, end: int) -> list[Span]:
    clauses = []
    while start < end:
        stop = min(context.clause(start)[1], end)
        clauses.append(_trimmed(context.plain, start, stop))
        start = stop
    return [clause for clause in clauses if clause[0] < clause[1]]


def _stating(context: Context, problems: Problems, clauses: Sequence[Span]) -> list[Span]:
    """Return the clauses behind those that only lead to the problems."""
    last = clauses[-1:]
    if last and _is_introduction(context, problems, *last[0]):
        plain = context.plain
        if not any(problems.predicates.has(plain, *clause) for clause in clauses[:-1]):
            return []
    for index, clause in enumerate(clauses):
        if not _leads(context, problems, clause):
            return list(clauses[index:])
    return []


def _leads(context: Context, problems: Problems, clause: Span) -> bool:
    if _is_introduction(context, problems, *clause):
        return True
    if not problems.predicates.has(context.plain, *clause) and _is_setting(context, problems, *clause):
        return True
    if problems.because.prefix(context.plain, *clause) is not None:
        return True
    lead = problems.leads.first(context.plain, *clause)
    return lead is not None and problems.nouns.suffix(context.plain, *clause) is not None


def _is_setting(context: Context, problems: Problems, start: int, end: int) -> bool:
    """Tell whether a clause that names no want only leads on: 当前, 与群众期盼相比, 工作取得新进展."""
    if end - start <= _SHORTEST_CLAUSE or problems.settings.prefix(context.plain, start, end) is not None:
        return True
    return problems.leads.has(context.plain, start, end) or context.plain[start].isdigit()


def _is_introduction(context: Context, problems: Problems, start: int, end: int) -> bool:
    """Tell whether a clause says that there are problems, not which: 仍存在一些不足, 主要表现在以下方面."""
    noun = problems.nouns.suffix(context.plain, start, end)
    if noun is None:
        return False
    if noun.start == start:
        return True
    if problems.vague.has(context.plain, start, end):
        return True
    admits = problems.exist.has(context.plain, start, end)
    return admits and end - start <= _SHORT_INTRODUCTION and program_type_of(context, start, end) is None


def _has_topic(context: Context, start: int, end: int) -> bool:
    return any(is_evidence(context, m) for m in context.find("program-type").within(start, end))


def _groups(context: Context, problems: Problems, clauses: Sequence[Span]) -> list[list[Span]]:
    """Divide clauses into statements: a new one begins with a clause that has a topic and a predicate of its own."""
    groups: list[list[Span]] = []
    for clause in clauses:
        complete = groups and any(problems.predicates.first(context.plain, *c) for c in groups[-1])
        own = problems.predicates.has(context.plain, *clause)
        if complete and own and _has_topic(context, clause[0], min(clause[1], clause[0] + _SUBJECT)):
            groups.append([clause])
        elif groups:
            groups[-1].append(clause)
        else:
            groups.append([clause])
    return groups
