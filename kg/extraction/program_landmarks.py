"""What marks programs in a text: verbs, the ends of names, the wordings of the known kinds, and where each stands."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections import defaultdict
from dataclasses import dataclass
from functools import lru_cache
from itertools import accumulate
from typing import TYPE_CHECKING

from kg.extraction.lexicon import bare
from kg.extraction.wordings import ends, wordings

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence

    from kg.extraction.context import Context
    from kg.extraction.lexicon import Match
    from kg.vocabulary import Vocabulary

Span = tuple[int, int]

_PREFIX = "program-"
_HEAD = "program-head"
VERB, _VERB_OPENING = "program-verb", "program-verb-opening"
_REACH = 40
"""No wording of a known kind is longer."""
_OPENERS = frozenset(",。;:、!?\n).•")
_ORDINALS = frozenset("一二三四五六七八九十")
_NOWHERE: tuple[Span, ...] = ()


@dataclass(frozen=True, slots=True)
class Landmarks:
    """The terms of the word lists ``program-…`` by list, and what points to program types.

    ``triggers`` are the names and triggers of types, ``reached`` how far those up to each one reach; ``excludes`` tells
    by type where a wording begins that rules it out. Without one of ``anchors`` a verb's object names no program;
    without one of ``anchors_alone`` nothing does that no verb stands before.
    """

    lists: Mapping[str, tuple[Span, ...]]
    triggers: tuple[Match, ...]
    trigger_starts: tuple[int, ...]
    trigger_ends: frozenset[int]
    reached: tuple[int, ...]
    excludes: Mapping[str, tuple[int, ...]]
    anchors: tuple[int, ...]
    anchors_alone: tuple[int, ...]
    verbs: Sequence[tuple[int, int, str]]
    """The verbs, by their starts, the longer first, with their lists: those of ``VERB`` are verbs wherever they stand."""

    def verbs_within(self, start: int, end: int) -> Sequence[tuple[int, int, str]]:
        """Return the verbs that stand in a clause, which no word goes beyond."""
        first = bisect_left(self.verbs, (start,))
        return self.verbs[first : bisect_left(self.verbs, (end,), first)]

    def within(self, name: str, start: int, end: int) -> list[Span]:
        """Return where the terms of a list (without its prefix ``program-``) stand wholly in the span."""
        spans = self.lists.get(name, _NOWHERE)
        first = bisect_left(spans, (start,))
        last = bisect_left(spans, (end,), first)
        return [span for span in spans[first:last] if span[1] <= end]

    def has(self, name: str, start: int, end: int) -> bool:
        """Tell whether a term of a list stands wholly in the span."""
        spans = self.lists.get(name, _NOWHERE)
        for index in range(bisect_left(spans, (start,)), len(spans)):
            if spans[index][0] >= end:
                return False
            if spans[index][1] <= end:
                return True
        return False

    def triggers_within(self, start: int, end: int) -> list[Match]:
        """Return the names and triggers of program types that lie wholly in the span."""
        first = bisect_left(self.trigger_starts, start)
        last = bisect_left(self.trigger_starts, end, first)
        return [match for match in self.triggers[first:last] if match[1] <= end]

    def triggers_across(self, position: int) -> Iterator[Match]:
        """Yield the names and triggers of program types that begin before the position and end after it."""
        stop = bisect_left(self.trigger_starts, position)
        if not stop or self.reached[stop - 1] <= position + 1:
            return
        for index in range(bisect_left(self.trigger_starts, position - _REACH), stop):
            match = self.triggers[index]
            if match.end > position + 1:
                yield match

    def triggers_from(self, position: int) -> Iterator[Match]:
        """Yield the names and triggers of program types that begin at the position."""
        for index in range(bisect_left(self.trigger_starts, position), len(self.triggers)):
            if self.triggers[index].start > position:
                return
            yield self.triggers[index]

    def in_trigger(self, start: int, end: int) -> bool:
        """Tell whether a known kind's name holds the span inside, as 履行推进法治建设第一责任人职责 holds 推进."""
        stop = bisect_right(self.trigger_starts, start)
        if not stop or self.reached[stop - 1] < end:
            return False
        for index in range(bisect_left(self.trigger_starts, start - _REACH), stop):
            match = self.triggers[index]
            if match.end >= end and (match.start < start or match.end > end):
                return True
        return False

    def excluded(self, notation: str, start: int, end: int) -> bool:
        """Tell whether a wording that rules a type out begins in the span."""
        return _any_between(self.excludes.get(notation, ()), start, end)

    def is_anchored(self, start: int, end: int, *, alone: bool = False) -> bool:
        """Tell whether anything in the span may make a program's name (``alone``: without a verb before it)."""
        return _any_between(self.anchors_alone if alone else self.anchors, start, end)

    def has_trigger(self, start: int, end: int) -> bool:
        """Tell whether a name or trigger of a program type begins in the span."""
        return _any_between(self.trigger_starts, start, end)

    def opens(self, context: Context, position: int) -> bool:
        """Tell whether a verb may stand at the position: a clause opens there (also with 一是), or an adverb ends."""
        if position == 0:
            return True
        before = context.plain[position - 1]
        if before in _OPENERS or (before == "是" and context.plain[position - 2] in _ORDINALS):
            return True
        return ends(context.vocabulary, "program-adverb", context.plain, 0, position)


def _any_between(places: tuple[int, ...], start: int, end: int) -> bool:
    index = bisect_left(places, start)
    return index < len(places) and places[index] < end


def landmarks(context: Context) -> Landmarks:
    """Find what marks programs in a report."""
    triggers: list[Match] = []
    lists: dict[str, list[Span]] = defaultdict(list)
    excludes: dict[str, list[int]] = defaultdict(list)
    for match in context.find("program-type").ordered:
        start, end, _, notation, role = match
        if role == "word":
            lists[notation].append((start, end))
        elif role == "exclude":
            excludes[notation].append(start)
        else:
            triggers.append(match)
    trigger_starts = tuple([match[0] for match in triggers])
    trigger_ends = [match[1] for match in triggers]
    quotations = [start for start in context.quoted_starts if context.plain[start] != "《"]
    return Landmarks(
        {name.removeprefix(_PREFIX): tuple(spans) for name, spans in lists.items()},
        tuple(triggers),
        trigger_starts,
        frozenset(trigger_ends),
        tuple(accumulate(trigger_ends, max)),
        {notation: tuple(places) for notation, places in excludes.items()},
        tuple(sorted([*quotations, *trigger_starts, *(start for start, _ in lists[_HEAD])])),
        tuple(sorted([*quotations, *_with_verb(context, triggers)])),
        wordings(context.vocabulary, _VERB_OPENING, VERB).all(context.plain, 0, len(context.plain)),
    )


def verb_at(context: Context, position: int) -> int | None:
    """Return where the verb ends that begins at the position, or None."""
    for name in (VERB, _VERB_OPENING):
        verb = wordings(context.vocabulary, name).prefix(context.plain, position, len(context.plain))
        if verb is not None:
            return verb.end
    return None


def _with_verb(context: Context, triggers: Iterable[Match]) -> list[int]:
    """Return where wordings begin that hold their own verb (优化营商环境), or are acts (述法) or forms of study."""
    terms = _terms_with_verb(context.vocabulary)
    return [match[0] for match in triggers if match[2] in terms]


@lru_cache(maxsize=4)
def _terms_with_verb(vocabulary: Vocabulary) -> frozenset[str]:
    verbs = vocabulary.words["program-verb"] + vocabulary.words["program-verb-opening"]
    types = vocabulary.program_types.values()
    acts = vocabulary.words["initiative-act"]
    opening = verbs + vocabulary.words["initiative-form"]
    names = (bare(term) for t in types for term in (*t.names, *t.triggers))
    return frozenset(term for term in names if term.startswith(opening) or term.endswith(acts))
