"""The objects of verbs: where the text says that a body runs, builds or promises something.

A clause falls into verbs and what they govern. Some words (建设, 创建, 提升) are verbs only where a clause opens or
after an adverb or another verb, and nouns elsewhere; the word lists ``program-verb…`` tell which.
"""

from __future__ import annotations

from bisect import bisect_left
from collections import defaultdict
from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from kg.extraction.context import Context
from kg.extraction.lexicon import Match

Span = tuple[int, int]
Run = tuple[int, int, int]

_PREFIX = "program-"
_CLAUSE_MARKS = ",。;:!?\n"
_OPENERS = frozenset(",。;:、!?\n).•")
_AFTER_NOUN = frozenset(",。;:、!?\n)”》的和与会力者性型")
_JOINTS = frozenset("和并与了")
_REACH = 25


@dataclass(frozen=True, slots=True)
class Phrase:
    """What a verb governs: ``start`` to ``end``, up to the next verb or the clause's end.

    ``verbs`` is the span of the verbs before it, or None for what stands before a clause's first verb; ``last`` is
    where the last of them begins. ``weak`` says that they hardly tell whether what follows is run.
    """

    start: int
    end: int
    verbs: Span | None
    weak: bool = False
    last: int = 0


@dataclass(frozen=True, slots=True)
class Wordings:
    """The matches that programs are read from: word lists by notation, and the names and triggers of program types
    with where each starts."""

    lists: Mapping[str, tuple[Match, ...]]
    starts: Mapping[str, tuple[int, ...]]
    triggers: tuple[Match, ...]
    trigger_starts: tuple[int, ...]
    adverb_ends: frozenset[int]

    def within(self, name: str, start: int, end: int) -> Iterator[Match]:
        """Yield the matches of a word list (without its prefix ``program-``) that lie wholly in the span."""
        return _within(self.lists.get(name, ()), self.starts.get(name, ()), start, end)

    def triggers_within(self, start: int, end: int) -> Iterator[Match]:
        """Yield the names and triggers of program types that lie wholly in the span."""
        return _within(self.triggers, self.trigger_starts, start, end)

    def begins(self, name: str, position: int) -> bool:
        """Tell whether a word of the list begins at the position."""
        starts = self.starts.get(name, ())
        index = bisect_left(starts, position)
        return index < len(starts) and starts[index] == position

    def opens(self, context: Context, position: int) -> bool:
        """Tell whether a verb may stand at the position: a clause opens there, or an adverb ends."""
        return position == 0 or context.plain[position - 1] in _OPENERS or position in self.adverb_ends

    def triggers_across(self, position: int) -> Iterator[Match]:
        """Yield the names and triggers of program types that begin before the position and end after it."""
        index = bisect_left(self.trigger_starts, position - _REACH)
        while index < len(self.triggers) and self.triggers[index].start < position:
            if self.triggers[index].end > position + 1:
                yield self.triggers[index]
            index += 1

    def in_trigger(self, start: int, end: int) -> bool:
        """Tell whether a well-known kind's name holds the span inside, as 履行推进法治建设第一责任人职责 holds 推进."""
        index = bisect_left(self.trigger_starts, start - _REACH)
        while index < len(self.triggers) and self.triggers[index].start <= start:
            match = self.triggers[index]
            if match.end >= end and (match.start < start or match.end > end):
                return True
            index += 1
        return False


def _within(matches: tuple[Match, ...], starts: tuple[int, ...], start: int, end: int) -> Iterator[Match]:
    for index in range(bisect_left(starts, start), len(matches)):
        match = matches[index]
        if match.start >= end:
            return
        if match.end <= end:
            yield match


def wordings(context: Context) -> Wordings:
    """Sort the report's matches by what they are good for."""
    lists: dict[str, list[Match]] = defaultdict(list)
    for match in context.find("words").ordered:
        if match.id.startswith(_PREFIX):
            lists[match.id.removeprefix(_PREFIX)].append(match)
    triggers = tuple(m for m in context.find("program-type").ordered if m.role in ("name", "trigger"))
    return Wordings(
        {name: tuple(matches) for name, matches in lists.items()},
        {name: tuple(m.start for m in matches) for name, matches in lists.items()},
        triggers,
        tuple(m.start for m in triggers),
        frozenset(m.end for m in lists["adverb"]),
    )


def phrases(context: Context, words: Wordings) -> list[Phrase]:
    """Return what the verbs of the text govern, in order."""
    found: list[Phrase] = []
    runs = _runs(context, words)
    position = 0
    starts = context.clause_starts
    for index, start in enumerate(starts):
        end = starts[index + 1] if index + 1 < len(starts) else len(context.plain)
        first = position
        while position < len(runs) and runs[position][0] < end:
            position += 1
        found.extend(_of_clause(context, words, (start, end), runs[first:position]))
    return found


def _of_clause(context: Context, words: Wordings, clause: Span, runs: list[Run]) -> Iterator[Phrase]:
    start, end = clause
    while end > start and context.plain[end - 1] in _CLAUSE_MARKS:
        end -= 1
    until = runs[0][0] if runs else end
    if until > start:
        yield Phrase(start, until, None, weak=True)
    for index, (first, last, stop) in enumerate(runs):
        until = runs[index + 1][0] if index + 1 < len(runs) else end
        if until > stop:
            yield Phrase(stop, until, (first, stop), _is_weak(words, first, stop), last)


def _is_weak(words: Wordings, start: int, end: int) -> bool:
    """A run of verbs is weak if each of them is."""
    weak = {(m.start, m.end) for m in words.within("verb-weak", start, end)}
    covered = sum(last - first for first, last in weak)
    return covered >= end - start


def _runs(context: Context, words: Wordings) -> list[Run]:
    """Return the runs of verbs (推进, 建立健全, 组织开展), in order and apart: first, where the last begins, end."""
    opening = {(m.start, m.end) for m in words.lists.get("verb-opening", ())}
    always = {(m.start, m.end) for m in words.lists.get("verb", ())}
    runs: list[Run] = []
    reached = 0
    for start, end in sorted(opening | always, key=lambda span: (span[0], -span[1])):
        if start < reached or context.quotation(start) is not None or words.in_trigger(start, end):
            continue
        joined = context.plain[runs[-1][2] : start] if runs else "-"
        follows = not joined or joined in _JOINTS
        opens = follows or words.opens(context, start) or context.plain[end : end + 1] == "“"
        if not opens and ((start, end) not in always or words.begins("head-common", end)):
            continue
        if _is_noun(context, words, end, opens=opens):
            continue
        if follows:
            runs[-1] = (runs[-1][0], start, end)
        else:
            runs.append((start, start, end))
        reached = end
    return runs


def _is_noun(context: Context, words: Wordings, end: int, *, opens: bool) -> bool:
    """Tell by what follows a verb that it is a noun here (…的落实情况); 创新和发展 are two verbs."""
    following = context.plain[end : end + 1]
    if opens and following in _JOINTS and following:
        return not (words.begins("verb", end + 1) or words.begins("verb-opening", end + 1))
    return not following or following in _AFTER_NOUN
