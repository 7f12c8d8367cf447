"""Done or planned: by the kind of document, the part of the report, and words such as 力争, 拟, 预计."""

from __future__ import annotations

import re
from bisect import bisect_right
from dataclasses import dataclass
from typing import TYPE_CHECKING

from kg.extraction.wordings import wordings

if TYPE_CHECKING:
    from kg.extraction.context import Context

_SEGMENT_END = re.compile(r"[;。!?\n]")


@dataclass(frozen=True, slots=True)
class Plans:
    """The places where the text turns to plans; a word governs what follows it up to ; or 。."""

    cues: tuple[int, ...]
    done: re.Pattern[str]
    """Words that turn from plan to result (计划检查80家,实际检查92家)."""

    def planned(self, context: Context, position: int) -> bool:
        """Tell whether what stands at the position is planned, required or to be reached."""
        if context.head.type == "work-plan" or context.part(position) == "next-plan":
            return True
        start, _ = context.sentence(position)
        before = bisect_right(self.cues, position) - 1
        if before >= 0 and self.cues[before] >= start:
            cue = self.cues[before]
            ended = _SEGMENT_END.search(context.plain, cue, position) or self.done.search(
                context.plain, cue, position
            )
            return ended is None
        return before + 1 < len(self.cues) and self.cues[before + 1] < context.clause(position)[1]


def build(context: Context) -> Plans:
    """Find the words that make a plan of what follows (word list ``planned``)."""
    found = wordings(context.vocabulary, "planned").find(context.plain, 0, len(context.plain))
    done = re.compile("|".join(map(re.escape, context.vocabulary.words["planned-done"])))
    return Plans(tuple(cue.start for cue in found if context.quotation(cue.start) is None), done)
