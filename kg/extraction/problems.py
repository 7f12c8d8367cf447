"""Where a passage of the part on shortcomings states problems.

A numbered item (一是…;二是…) is one statement, and so is the sentence that opens a numbered line; what follows it up
to the next number elaborates. Without numbers each sentence states a problem, and each of its clauses that has a
subject of its own. Introductions are left out; causes and promises end the problems of their line.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from kg.extraction.problem_cells import cell_of
from kg.extraction.problem_segments import (
    enumerators,
    is_sibling,
    lines,
    segments,
    trimmed,
    turn_of,
    without_number,
)
from kg.extraction.program_types import is_evidence
from kg.extraction.topics import program_type_of

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from kg.extraction.context import Context
    from kg.extraction.problem_segments import Passage, Segment
    from kg.extraction.problem_words import Problems
    from kg.parsing.structure import Span

_HEADLINE = 25
_NAMED = "问题"
_SHORT_INTRODUCTION = 14
_SUBJECT = 12
_SHORTEST_CLAUSE = 4
_MANY_CLAUSES = 3


def find_problems(context: Context, problems: Problems, passage: Passage) -> Iterator[Span]:
    """Yield the spans of the problems that a passage states."""
    opening = next(_openings(context, problems, passage), None)
    if opening is not None:
        yield opening
    told = opening is not None
    alone = _is_one_sentence(context, problems, passage)
    for line in _stating_lines(context, problems, passage):
        told = told and passage.numbered
        for index, segment in enumerate(line):
            if segment.enumerated:
                told = True
                if opening is None or is_sibling(context, passage, segment):
                    yield from _item(context, problems, segment)
            elif not told or (opening is None and _is_headline(context, line, index)):
                statements = list(_sentence(context, problems, segment, divided=alone))
                told = bool(statements) and _is_headline(context, line, index)
                yield from statements


def _stating_lines(context: Context, problems: Problems, passage: Passage) -> Iterator[list[Segment]]:
    """Yield the segments of each line that can state problems: without causes, and none from measures on.

    Causes end with the next item (一是…。原因:…。二是…), whose number goes on with those of the items, not of the causes.
    """
    reached = 0
    causes: int | None = None
    column: int | None = None
    for line in lines(context.plain, passage):
        kept: list[Segment] = []
        column, told = cell_of(context, problems, line, column)
        for index, segment in enumerate(segments(context, problems, told)):
            turn = turn_of(context.plain, segment, problems)
            if turn == "measures":
                yield kept
                return
            if causes is not None and turn is None:
                goes_on = segment.ordinal == reached + 1 > 1 and (
                    causes == 0 or segment.ordinal != causes + 1
                )
                resumed = goes_on or (segment.topic and _names_problems(context.plain, problems, segment))
                causes = None if resumed else segment.ordinal or causes
            if turn == "causes":
                causes = 0
            elif causes is None and not (passage.numbered and line[0] == passage.start and index == 0):
                kept.append(segment)
                reached = segment.ordinal or reached
        yield kept


def _names_problems(plain: str, problems: Problems, segment: Segment) -> bool:
    noun = problems.nouns.suffix(plain, segment.start, segment.end)
    return noun is not None and (noun.start == segment.start or not segment.enumerated)


def _is_one_sentence(context: Context, problems: Problems, passage: Passage) -> bool:
    """Tell whether all problems of a passage stand in one sentence, so that its clauses are the items."""
    stating = 0
    for line in _stating_lines(context, problems, passage):
        for segment in line:
            clauses = _clauses(context, segment.start, segment.end)
            stating += not segment.topic and bool(_stating(context, problems, clauses))
            if stating > 1:
                return False
    return True


def _openings(context: Context, problems: Problems, passage: Passage) -> Iterator[Span]:
    """Yield the problem that opens a numbered passage, if one does: what follows in the passage explains it.

    One that is told in general (执法还存在短板) leaves it to the numbered items below, where there are any.
    """
    first = next(lines(context.plain, passage), None) if passage.numbered else None
    found = segments(context, problems, without_number(context.plain, first)) if first else []
    if not found or found[0].enumerated or turn_of(context.plain, found[0], problems):
        return
    for start, end in _opening(context, problems, found[0]):
        noun = problems.nouns.suffix(context.plain, start, end)
        general = noun is not None and problems.exist.has(context.plain, start, noun.start)
        if not general or next(enumerators(context, problems, (end, passage.end)), None) is None:
            yield start, end


def _is_headline(context: Context, line: Sequence[Segment], index: int) -> bool:
    """Tell whether a short sentence of one clause is the headline of a longer one that explains it.

    What follows with a topic of its own explains nothing.
    """
    if len(line) <= index + 1:
        return False
    headline, following = line[index : index + 2]
    if headline.end - headline.start > _HEADLINE or "," in context.plain[headline.start : headline.end]:
        return False
    if following.enumerated or following.end - following.start <= _HEADLINE:
        return False
    return not _has_topic(context, following.start, min(following.end, following.start + _SUBJECT))


def _item(context: Context, problems: Problems, segment: Segment) -> Iterator[Span]:
    """Yield the statement of a numbered item, unless it promises (一是加强…)."""
    plain = context.plain
    if segment.topic and not problems.predicates.has(plain, segment.start, segment.end):
        return
    start, end = _without_turn(plain, segment.start, segment.end, problems)
    promises = problems.measures.prefix(plain, start, end) is not None
    if start < end and (not promises or problems.shows(plain, start, end)):
        yield start, end


def _without_turn(plain: str, start: int, end: int, problems: Problems) -> Span:
    """Cut off what a statement says of causes and measures: …,主要原因是…; …(原因:…)."""
    left = plain.rfind("(", start, end) if plain.startswith(")", end - 1) else -1
    if left > start and problems.alone.prefix(plain, left + 1, end) is not None:
        end = left
    turn = problems.turn(plain, start, end)
    if turn is None:
        return start, end
    comma = plain.rfind(",", start, turn.start)
    return trimmed(plain, start, comma if comma >= 0 else turn.start)


def _is_told_topic(context: Context, problems: Problems, segment: Segment) -> bool:
    """Tell whether what stands before a colon states a problem itself: 执法力量不足:仅8人, not 还存在以下不足:."""
    plain, start, end = context.plain, segment.start, segment.end
    if end - start > _HEADLINE or "," in plain[start:end] or problems.leads.has(plain, start, end):
        return False
    noun = problems.nouns.suffix(plain, start, end)
    general = noun is not None and (noun.start == start or problems.exist.has(plain, start, noun.start))
    lists = (problems.openings, problems.settings, problems.nouns)
    opening = next((term for words in lists if (term := words.prefix(plain, start, end))), None)
    return not general and opening is None and problems.predicates.has(plain, start, end)


def _opening(context: Context, problems: Problems, segment: Segment) -> Iterator[Span]:
    """Yield the problem that opens a numbered line, undivided, unless it names a field or promises."""
    plain = context.plain
    start, end = _without_turn(plain, segment.start, segment.end, problems)
    clauses = [c for c in _clauses(context, start, end) if not _is_introduction(context, problems, *c)]
    while clauses and problems.is_cause(plain, *clauses[0]):
        del clauses[0]
    if not clauses:
        return
    start, end = trimmed(plain, clauses[0][0], clauses[-1][1])
    promises = problems.measures.prefix(plain, start, end) is not None
    said = end - len(_NAMED) if plain.endswith(_NAMED, start, end) else end  # 执法力量问题 but names a field
    if problems.predicates.has(plain, start, said) or (not promises and problems.shows(plain, start, said)):
        yield start, end


def _sentence(context: Context, problems: Problems, segment: Segment, *, divided: bool) -> Iterator[Span]:
    """Yield the problems that a sentence without number states, each of its clauses one if it is to be divided."""
    plain = context.plain
    if segment.topic and not _is_told_topic(context, problems, segment):
        return
    start, end = _without_turn(plain, segment.start, segment.end, problems)
    members = problems.listed(plain, start, end) or _behind_lead(context, problems, start, end)
    if members:
        yield from members
        return
    clauses = _stating(context, problems, _clauses(context, start, end))
    if not clauses:
        return
    opening = problems.openings.prefix(plain, *clauses[0])
    first = trimmed(plain, opening.end if opening else clauses[0][0], clauses[0][1])
    clauses = [first, *clauses[1:]]
    for group in _groups(context, problems, clauses) if divided else [clauses]:
        statement = trimmed(plain, group[0][0], group[-1][1])
        if problems.predicates.has(plain, *statement) or _hints(plain, problems, *statement):
            yield statement


def _behind_lead(context: Context, problems: Problems, start: int, end: int) -> list[Span]:
    """Return the problems that are listed behind a colon: 主要是:|普法形式单一|、|行政复议能力不足|.

    Each says for itself what is wanting, and is about something else.
    """
    plain = context.plain
    if plain[start - 1 : start] != ":":
        return []
    mark = "," if plain.count(",", start, end) >= _MANY_CLAUSES - 1 else "、"
    if mark == "、" and "," in plain[start:end]:
        return []
    members: list[Span] = []
    topics: set[str | None] = {None}
    while start < end:
        stop = plain.find(mark, start, end)
        stop = stop if stop >= 0 else end
        topic = program_type_of(context, start, stop)
        if not problems.predicates.has(plain, start, stop) or (members and topic in topics):
            return []
        members.append((start, stop))
        topics.add(topic)
        start = stop + 1
    return members if len(members) > 1 else []


def _hints(plain: str, problems: Problems, start: int, end: int) -> bool:
    """Tell whether a statement that no predicate marks says that something is wanting, and promises nothing."""
    if problems.measures.prefix(plain, start, end) is not None or problems.turn(plain, start, end):
        return False
    return problems.shows(plain, start, end)


def _clauses(context: Context, start: int, end: int) -> list[Span]:
    clauses = []
    while start < end:
        stop = min(context.clause(start)[1], end)
        clauses.append(trimmed(context.plain, start, stop))
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
    if problems.is_cause(context.plain, *clause):
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
    complete = False  # whether a clause of the last group has a predicate
    for clause in clauses:
        own = problems.predicates.has(context.plain, *clause)
        if complete and own and _has_topic(context, clause[0], min(clause[1], clause[0] + _SUBJECT)):
            groups.append([clause])
        elif groups:
            groups[-1].append(clause)
        else:
            groups.append([clause])
        complete = complete or own
    return groups
