"""Done or planned: by the kind of document, the part of the report, and words such as 力争, 拟, 预计."""

from __future__ import annotations

import re
from bisect import bisect_right
from dataclasses import dataclass
from typing import TYPE_CHECKING

from kg.extraction.wordings import wordings

if TYPE_CHECKING:
    from kg.extraction.context import Context

_REACH = 1000
"""How far a word of planning governs, in characters."""
_SEGMENT_END = re.compile(r"[;。!?\n]")


@dataclass(frozen=True, slots=True)
class Plans:
    """The places where the text turns to plans; a word governs what follows it up to ; or 。."""

    cues: tuple[int, ...]
    clause_cues: tuple[int, ...]
    """Words that govern the rest of their clause only: what reports ensure (确保应援尽援,办理…) comes with what was done."""
    done: re.Pattern[str]
    """Words that turn from plan to result (计划检查80家,实际检查92家)."""

    def planned(self, context: Context, position: int) -> bool:
        """Tell whether what stands at the position is planned, required or to be reached."""
        if context.head.type == "work-plan" or context.part(position) == "next-plan":
            return True
        clause_start, clause_end = context.clause(position)
        if self._governed(context, self.clause_cues, clause_start, position):
            return True
        start = context.sentence(position)[0]
        if _last_from(self.cues, start, position) is not None:
            return self._governed(context, self.cues, start, position)
        upcoming = bisect_right(self.cues, position)
        return upcoming < len(self.cues) and self.cues[upcoming] < clause_end

    def _governed(self, context: Context, cues: tuple[int, ...], start: int, position: int) -> bool:
        """Tell whether a word of planning stands between start and position, and nothing ends its reach."""
        cue = _last_from(cues, max(start, position - _REACH), position)
        if cue is None:
            return False
        plain = context.plain
        ended = _SEGMENT_END.search(plain, cue, position) or self.done.search(plain, cue, position)
        return ended is None


def _last_from(cues: tuple[int, ...], start: int, position: int) -> int | None:
    """Return the last cue from start to position, or None."""
    index = bisect_right(cues, position) - 1
    return cues[index] if index >= 0 and cues[index] >= start else None


def build(context: Context) -> Plans:
    """Find the words that make a plan of what follows.

    The word lists are ``planned`` and ``planned-clause``; ``planned-not`` has what only looks like such a word.
    """
    words = wordings(context.vocabulary, "planned", "planned-clause", "planned-not")
    found = [
        term
        for term in words.find(context.plain, 0, len(context.plain))
        if context.quotation(term.start) is None
    ]
    done = re.compile("|".join(map(re.escape, context.vocabulary.words["planned-done"])))
    return Plans(
        tuple(term.start for term in found if term.list == "planned"),
        tuple(term.start for term in found if term.list == "planned-clause"),
        done,
    )
