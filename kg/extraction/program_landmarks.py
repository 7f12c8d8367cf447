"""What marks programs in a text: verbs, the ends of names, the wordings of the known kinds, and where each stands."""

from __future__ import annotations

from bisect import bisect_left
from collections import defaultdict
from dataclasses import dataclass
from functools import lru_cache
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from kg.extraction.context import Context
    from kg.extraction.lexicon import Match
    from kg.vocabulary import Vocabulary

Span = tuple[int, int]

_PREFIX = "program-"
_REACH = 25
"""No wording of a known kind is longer."""
_OPENERS = frozenset(",。;:、!?\n).•")
_NOWHERE: tuple[Span, ...] = ()


@dataclass(frozen=True, slots=True)
class Landmarks:
    """The terms of the word lists ``program-…`` by list, and what points to program types.

    ``triggers`` are the names and triggers of types; ``excludes`` tells by type where a wording begins that rules it
    out. Without one of ``anchors`` a verb's object names no program; without one of
    ``anchors_alone`` nothing does that no verb stands before.
    """

    lists: Mapping[str, tuple[Span, ...]]
    starts: Mapping[str, tuple[int, ...]]
    triggers: tuple[Match, ...]
    trigger_starts: tuple[int, ...]
    trigger_ends: frozenset[int]
    excludes: Mapping[str, tuple[int, ...]]
    anchors: tuple[int, ...]
    anchors_alone: tuple[int, ...]
    adverb_ends: frozenset[int]

    def within(self, name: str, start: int, end: int) -> Iterator[Span]:
        """Yield where the terms of a list (without its prefix ``program-``) stand wholly in the span."""
        spans = self.lists.get(name, _NOWHERE)
        for index in range(bisect_left(self.starts.get(name, ()), start), len(spans)):
            span = spans[index]
            if span[0] >= end:
                return
            if span[1] <= end:
                yield span

    def triggers_within(self, start: int, end: int) -> Iterator[Match]:
        """Yield the names and triggers of program types that lie wholly in the span."""
        for index in range(bisect_left(self.trigger_starts, start), len(self.triggers)):
            match = self.triggers[index]
            if match.start >= end:
                return
            if match.end <= end:
                yield match

    def triggers_across(self, position: int) -> Iterator[Match]:
        """Yield the names and triggers of program types that begin before the position and end after it."""
        for index in range(bisect_left(self.trigger_starts, position - _REACH), len(self.triggers)):
            match = self.triggers[index]
            if match.start >= position:
                return
            if match.end > position + 1:
                yield match

    def in_trigger(self, start: int, end: int) -> bool:
        """Tell whether a known kind's name holds the span inside, as 履行推进法治建设第一责任人职责 holds 推进."""
        for index in range(bisect_left(self.trigger_starts, start - _REACH), len(self.triggers)):
            match = self.triggers[index]
            if match.start > start:
                return False
            if match.end >= end and (match.start < start or match.end > end):
                return True
        return False

    def excluded(self, notation: str, start: int, end: int) -> bool:
        """Tell whether a wording that rules a type out begins in the span."""
        places = self.excludes.get(notation, ())
        index = bisect_left(places, start)
        return index < len(places) and places[index] < end

    def is_anchored(self, start: int, end: int, *, alone: bool = False) -> bool:
        """Tell whether anything in the span may make a program's name (``alone``: without a verb before it)."""
        anchors = self.anchors_alone if alone else self.anchors
        index = bisect_left(anchors, start)
        return index < len(anchors) and anchors[index] < end

    def begins(self, name: str, position: int) -> bool:
        """Tell whether a term of the list begins at the position."""
        starts = self.starts.get(name, ())
        index = bisect_left(starts, position)
        return index < len(starts) and starts[index] == position

    def verb_end(self, position: int) -> int | None:
        """Return where the verb that begins at the position ends, or None."""
        for name in ("verb", "verb-opening"):
            starts = self.starts.get(name, ())
            index = bisect_left(starts, position)
            if index < len(starts) and starts[index] == position:
                return self.lists[name][index][1]
        return None

    def opens(self, context: Context, position: int) -> bool:
        """Tell whether a verb may stand at the position: a clause opens there, or an adverb ends."""
        return position == 0 or context.plain[position - 1] in _OPENERS or position in self.adverb_ends


def landmarks(context: Context) -> Landmarks:
    """Find what marks programs in a report."""
    by_list: dict[str, list[Span]] = defaultdict(list)
    for start, end, _, notation, _ in context.find("words").ordered:
        by_list[notation].append((start, end))
    lists = {name.removeprefix(_PREFIX): tuple(spans) for name, spans in by_list.items()}
    triggers: list[Match] = []
    excludes: dict[str, list[int]] = defaultdict(list)
    for match in context.find("program-type").ordered:
        role = match[4]
        if role == "exclude":
            excludes[match[3]].append(match[0])
        elif role != "context":
            triggers.append(match)
    trigger_starts = tuple(match[0] for match in triggers)
    quotations = [start for start in context.quoted_starts if context.plain[start] != "《"]
    return Landmarks(
        lists,
        {name: tuple(start for start, _ in spans) for name, spans in lists.items()},
        tuple(triggers),
        trigger_starts,
        frozenset(match[1] for match in triggers),
        {notation: tuple(starts) for notation, starts in excludes.items()},
        tuple(sorted([*quotations, *trigger_starts, *(start for start, _ in lists.get("head", ()))])),
        tuple(sorted([*quotations, *_with_verb(context, triggers)])),
        frozenset(end for _, end in lists.get("adverb", ())),
    )


def _with_verb(context: Context, triggers: list[Match]) -> list[int]:
    """Return where wordings begin that hold their own verb (优化营商环境)."""
    terms = _terms_with_verb(context.vocabulary)
    return [match[0] for match in triggers if match[2] in terms]


@lru_cache(maxsize=4)
def _terms_with_verb(vocabulary: Vocabulary) -> frozenset[str]:
    verbs = vocabulary.words["program-verb"] + vocabulary.words["program-verb-opening"]
    types = vocabulary.program_types.values()
    return frozenset(term for t in types for term in (*t.names, *t.triggers) if term.startswith(verbs))
