"""The objects of verbs: where the text says that a body runs, builds or promises something.

A clause falls into verbs and what they govern. Some words (建设, 创建, 落实) are verbs only where a clause opens or
after an adverb or another verb, and nouns elsewhere; the word lists ``program-verb…`` tell which.
"""

from __future__ import annotations

from bisect import bisect_left
from collections import defaultdict
from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from kg.extraction.context import Context
from kg.extraction.lexicon import Match

_BREAKS = frozenset(",。;:、!?\n(”)》")
_LISTS = ("program-verb", "program-verb-opening", "program-adverb", "program-head", "program-head-loose", "program-tail")


@dataclass(frozen=True, slots=True)
class Phrase:
    """What a verb governs: ``start`` to ``end``, up to the next verb or the clause's end. ``verbs`` is the span of
    the verbs before it, or None for what stands before a clause's first verb."""

    start: int
    end: int
    verbs: tuple[int, int] | None


@dataclass(frozen=True, slots=True)
class Wordings:
    """The matches that programs are read from: word lists by notation, and the triggers of program types."""

    lists: Mapping[str, list[Match]]
    triggers: tuple[Match, ...]
    trigger_starts: tuple[int, ...]
    heads: tuple[Match, ...]
    loose_heads: tuple[Match, ...]
    head_ends: frozenset[int]
    tail_starts: frozenset[int]
    class_heads: frozenset[str]

    def triggers_within(self, start: int, end: int) -> Iterator[Match]:
        """Yield the names and triggers of program types that lie wholly in the span."""
        for index in range(bisect_left(self.trigger_starts, start), len(self.triggers)):
            match = self.triggers[index]
            if match.start >= end:
                return
            if match.end <= end:
                yield match


def wordings(context: Context) -> Wordings:
    """Sort the report's matches by what they are good for."""
    lists: dict[str, list[Match]] = defaultdict(list)
    for match in context.find("words").ordered:
        if match.id in _LISTS:
            lists[match.id].append(match)
    triggers = tuple(m for m in context.find("program-type").ordered if m.role in ("name", "trigger"))
    heads, loose = tuple(lists["program-head"]), tuple(lists["program-head-loose"])
    return Wordings(
        lists,
        triggers,
        tuple(m.start for m in triggers),
        heads,
        loose,
        frozenset(m.end for m in heads),
        frozenset(m.start for m in lists["program-tail"]),
        frozenset(context.vocabulary.words["program-class"]),
    )


def phrases(context: Context, words: Wordings) -> list[Phrase]:
    """Return what the verbs of the text govern, in order."""
    found: list[Phrase] = []
    verbs = _verbs(context, words)
    position = 0
    starts = context.clause_starts
    for index, start in enumerate(starts):
        end = starts[index + 1] if index + 1 < len(starts) else len(context.plain)
        first = position
        while position < len(verbs) and verbs[position][0] < end:
            position += 1
        found.extend(_of_clause(context, start, end, verbs[first:position]))
    return found


def _of_clause(context: Context, start: int, end: int, verbs: list[tuple[int, int]]) -> Iterator[Phrase]:
    while end > start and context.plain[end - 1] in ",。;:!?\n":
        end -= 1
    if not verbs:
        yield Phrase(start, end, None)
        return
    if verbs[0][0] > start:
        yield Phrase(start, verbs[0][0], None)
    for index, verb in enumerate(verbs):
        until = verbs[index + 1][0] if index + 1 < len(verbs) else end
        if until > verb[1]:
            yield Phrase(verb[1], until, verb)


def _verbs(context: Context, words: Wordings) -> list[tuple[int, int]]:
    """Return the runs of verbs (推进, 建立健全, 组织开展), in order and apart."""
    opening = {(m.start, m.end) for m in words.lists.get("program-verb-opening", ())}
    candidates = sorted(
        {(m.start, m.end) for name in ("program-verb", "program-verb-opening") for m in words.lists.get(name, ())},
        key=lambda span: (span[0], -span[1]),
    )
    adverb_ends = {m.end for m in words.lists.get("program-adverb", ())}
    runs: list[tuple[int, int]] = []
    reached = 0
    for start, end in candidates:
        if start < reached or context.quotation(start) is not None or _inside_trigger(words, start, end):
            continue
        follows = bool(runs) and runs[-1][1] == start
        if (start, end) in opening and not (
            follows or start in adverb_ends or context.plain[start - 1 : start] in _OPENERS or start == 0
        ):
            continue
        if context.plain[end : end + 1] in _BREAKS:
            continue
        if follows:
            runs[-1] = (runs[-1][0], end)
        else:
            runs.append((start, end))
        reached = end
    return runs


_OPENERS = frozenset(",。;:、!?\n)")


def _inside_trigger(words: Wordings, start: int, end: int) -> bool:
    """Tell whether a well-known kind's name holds the word inside, as 履行推进法治建设第一责任人职责 holds 推进."""
    index = bisect_left(words.trigger_starts, start)
    for match in words.triggers[max(0, index - 6) : index + 6]:
        if match.start < start < match.end or (match.start == start and match.end > end):
            return True
    return False
