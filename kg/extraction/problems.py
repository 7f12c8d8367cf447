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
from kg.extraction.wordings import Wordings, wordings
from kg.parsing.layout import numbering

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from kg.extraction.context import Context
    from kg.parsing.structure import Span

_SEGMENT_END = re.compile("[。!?;:]")
_BOUNDARY = "。!?;:,、)”\n"
_MARKS = " ,;。:、!?.\n"
_NEAR_START = 20
_HEADLINE = 25
_SHORT_INTRODUCTION = 14
_SUBJECT = 12


@dataclass(frozen=True, slots=True)
class Problems:
    """The word lists that the reading of problems needs."""

    enumerators: Wordings
    predicates: Wordings
    nouns: Wordings
    vague: Wordings
    exist: Wordings
    because: Wordings
    leads: Wordings
    openings: Wordings
    turns: Wordings
    measures: Wordings

    @staticmethod
    def of(context: Context) -> Problems:
        """Return the lists of a report's vocabulary."""
        words = context.vocabulary
        return Problems(
            wordings(words, "enumerator"),
            wordings(words, "problem-predicate"),
            wordings(words, "problem-noun"),
            wordings(words, "problem-vague"),
            wordings(words, "problem-exist"),
            wordings(words, "problem-because"),
            wordings(words, "problem-lead"),
            wordings(words, "problem-opening"),
            wordings(words, "problem-measure", "problem-cause"),
            wordings(words, "problem-measure-verb"),
        )

    def turn(self, words: str) -> bool:
        """Tell whether a heading turns to causes or measures."""
        return self.turns.has(words, 0, len(words))


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
    told = False
    for line in _lines(context.plain, passage):
        first = line[0] == passage.start and passage.numbered
        told = told and passage.numbered
        segments = _segments(context, problems, _without_number(context.plain, line))
        for index, segment in enumerate(segments):
            if _turns(context.plain, segment, problems):
                return
            if segment.enumerated:
                told = True
                yield from _item(context, problems, segment)
            elif not told:
                opens = first and index == 0
                statements = list(_sentence(context, problems, segment, opens=opens))
                told = bool(statements) and (first or _is_headline(segments, index))
                yield from statements


def _lines(plain: str, passage: Passage) -> Iterator[Span]:
    start = passage.start
    while start < passage.end:
        end = plain.find("\n", start, passage.end)
        end = end if end >= 0 else passage.end
        yield start, end
        start = end + 1


def _without_number(plain: str, line: Span) -> Span:
    number = numbering(plain[line[0] : min(line[1], line[0] + _NEAR_START)])
    return line[0] + (number[1] if number else 0), line[1]


def _segments(context: Context, problems: Problems, line: Span) -> list[_Segment]:
    """Cut a line at sentence ends, semicolons and colons, and before each enumerator."""
    plain = context.plain
    cuts = [
        (match.start(), match.end(), False)
        for match in _SEGMENT_END.finditer(plain, *line)
        if context.quotation(match.start()) is None
    ]
    cuts += [
        (term.start, term.end, True)
        for term in problems.enumerators.find(plain, *line)
        if term.start == line[0] or plain[term.start - 1] in _BOUNDARY
    ]
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


def _trimmed(plain: str, start: int, end: int) -> Span:
    while start < end and plain[start] in _MARKS:
        start += 1
    while end > start and plain[end - 1] in _MARKS:
        end -= 1
    return start, end


def _turns(plain: str, segment: _Segment, problems: Problems) -> bool:
    """Tell whether a segment turns to causes or measures before it states a problem."""
    turn = problems.turns.first(plain, segment.start, min(segment.end, segment.start + _NEAR_START))
    return turn is not None and not problems.predicates.has(plain, segment.start, turn.start)


def _is_headline(segments: Sequence[_Segment], index: int) -> bool:
    """Tell whether a short sentence is the headline of longer ones that explain it."""
    lengths = [segment.end - segment.start for segment in segments[index : index + 2]]
    return len(lengths) > 1 and lengths[0] <= _HEADLINE < lengths[1] and not segments[index + 1].enumerated


def _item(context: Context, problems: Problems, segment: _Segment) -> Iterator[Span]:
    """Yield the statement of a numbered item, unless it promises (一是加强…)."""
    plain = context.plain
    if segment.topic and not problems.predicates.has(plain, segment.start, segment.end):
        return
    start, end = _without_turn(plain, segment.start, segment.end, problems)
    promises = problems.measures.prefix(plain, start, end) is not None
    if start < end and (not promises or problems.predicates.has(plain, start, end)):
        yield start, end


def _without_turn(plain: str, start: int, end: int, problems: Problems) -> Span:
    """Cut off what a statement says of causes and measures: …,主要原因是…."""
    turn = problems.turns.first(plain, start, end)
    if turn is None:
        return start, end
    comma = plain.rfind(",", start, turn.start)
    return _trimmed(plain, start, comma if comma >= 0 else turn.start)


def _sentence(context: Context, problems: Problems, segment: _Segment, *, opens: bool) -> Iterator[Span]:
    """Yield the problems that a sentence without number states; one that opens a numbered line is not divided."""
    plain = context.plain
    if segment.topic and not opens:
        return
    start, end = _without_turn(plain, segment.start, segment.end, problems)
    clauses = _stating(context, problems, _clauses(context, start, end))
    if not clauses:
        return
    opening = problems.openings.prefix(plain, *clauses[0])
    first = _trimmed(plain, opening.end if opening else clauses[0][0], clauses[0][1])
    clauses = [first, *clauses[1:]]
    for group in [clauses] if opens else _groups(context, problems, clauses):
        statement = _trimmed(plain, group[0][0], group[-1][1])
        if problems.predicates.has(plain, *statement):
            yield statement


def _clauses(context: Context, start: int, end: int) -> list[Span]:
    clauses = []
    while start < end:
        stop = min(context.clause(start)[1], end)
        clauses.append(_trimmed(context.plain, start, stop))
        start = stop
    return [clause for clause in clauses if clause[0] < clause[1]]


def _stating(context: Context, problems: Problems, clauses: Sequence[Span]) -> list[Span]:
    """Return the clauses behind those that only lead to the problems."""
    for index, clause in enumerate(clauses):
        if not _leads(context, problems, clause):
            return list(clauses[index:])
    return []


def _leads(context: Context, problems: Problems, clause: Span) -> bool:
    if _is_introduction(context, problems, *clause):
        return True
    if not problems.predicates.has(context.plain, *clause):
        return True
    if problems.because.prefix(context.plain, *clause) is not None:
        return True
    lead = problems.leads.first(context.plain, *clause)
    return lead is not None and problems.nouns.suffix(context.plain, *clause) is not None


def _is_introduction(context: Context, problems: Problems, start: int, end: int) -> bool:
    """Tell whether a clause says that there are problems, not which: 仍存在一些不足, 主要表现在以下方面."""
    if problems.nouns.suffix(context.plain, start, end) is None:
        return False
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
