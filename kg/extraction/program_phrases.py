"""The objects of verbs: where the text says that a body runs, builds or promises something.

A clause falls into verbs and what they govern. Some words (建设, 创建, 提升) are verbs only where a clause opens or
after an adverb or another verb, and nouns elsewhere; the word lists ``program-verb`` and ``program-verb-opening`` tell
which.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from kg.extraction.program_landmarks import VERB, verb_at
from kg.extraction.wordings import begins, ends

if TYPE_CHECKING:
    from kg.extraction.context import Context
    from kg.extraction.program_landmarks import Landmarks, Span

Run = tuple[int, int, int]
"""A run of verbs: where it begins, where the last of them begins, where it ends."""
_CLAUSE_MARKS = frozenset(",。;:!?\n")
_AFTER_NOUN = frozenset(",。;:、!?\n)”》的和与会力者性型")
_PASSIVE = ("将", "把", "对")
"""推动将…纳入, 加大对…的监督: what follows is put somewhere or watched, not run."""
_JOINTS = frozenset("和并与了")
_DONE = "了"
_TERMS = ("年活动", "年行动", "年专项", "月活动", "周活动")
"""提升年活动: what a year of is named."""
_OPENING = 5
"""How far into a clause the kind may begin that it tells of."""


class Phrase(NamedTuple):
    """What a verb governs: ``start`` to ``end``, up to the next verb or the clause's end.

    ``verbs`` is the span of the verbs before it, or None for what stands before a clause's first verb; ``last`` is
    where the last of them begins. ``weak`` says that they hardly tell whether what follows is run.
    """

    start: int
    end: int
    clause: Span
    verbs: Span | None = None
    weak: bool = True
    last: int = 0


def phrases(context: Context, marks: Landmarks) -> list[Phrase]:
    """Return what the verbs of the text govern, in order, as far as programs may be named there."""
    found: list[Phrase] = []
    reached = 0
    for anchor in marks.anchors:
        if anchor >= reached:
            clause = context.clause(anchor)
            reached = clause[1]
            found += _of_clause(context, marks, clause)
    return found


def _of_clause(context: Context, marks: Landmarks, clause: Span) -> list[Phrase]:
    start, end = clause
    plain = context.plain
    found: list[Phrase] = []
    runs = _runs(context, marks, clause)
    while end > start and plain[end - 1] in _CLAUSE_MARKS:
        end -= 1
    until = runs[0][0] if runs else end
    if marks.is_anchored(start, until, alone=True) or marks.has_trigger(start, min(until, start + _OPENING)):
        found.append(Phrase(start, until, clause))
    for index, (first, last, stop) in enumerate(runs):
        until = runs[index + 1][0] if index + 1 < len(runs) else end
        if marks.is_anchored(stop, until):
            weak = _is_weak(context, first, last, stop) and not _lists_means(context, last, stop, until)
            found.append(Phrase(stop, until, clause, (first, stop), weak, last))
    return found


def _is_weak(context: Context, first: int, last: int, stop: int) -> bool:
    """A run of verbs is weak if its last verb is, and what stands before it (word list ``initiative-verb-weak``)."""
    weak = context.vocabulary.words["initiative-verb-weak"]
    plain = context.plain
    weak_verbs = plain[last:stop] in weak and (first == last or plain.endswith(weak, first, last))
    passive = plain.startswith(_PASSIVE, stop) and not begins(
        context.vocabulary, "initiative-kept", plain, stop
    )
    return weak_verbs or passive


def _lists_means(context: Context, last: int, start: int, end: int) -> bool:
    """Tell whether the verb's object lists what is in use (通过…、…等形式)."""
    means = context.plain.startswith(context.vocabulary.words["initiative-verb-means"], last)
    return means and ends(context.vocabulary, "initiative-means-end", context.plain, start, end)


def _runs(context: Context, marks: Landmarks, clause: Span) -> list[Run]:
    """Return the runs of verbs (推进, 建立健全, 组织开展) in a clause, in order and apart."""
    runs: list[Run] = []
    reached = 0
    plain = context.plain
    for start, end, name in marks.verbs_within(*clause):
        if start < reached:
            continue
        joined = plain[runs[-1][2] : start] if runs and start - runs[-1][2] <= 1 else "-"
        follows = not joined or joined in _JOINTS
        if end - start == 1 and begins(context.vocabulary, "initiative-kept", plain, start):
            reached = end  # 以案释法 begins with no verb.
            continue
        opens = follows or marks.opens(context, start) or plain[end : end + 1] == "“"
        if not opens and (name != VERB or _is_compound(context, end)):
            reached = end  # So that 促进行政… does not hold 进行.
            continue
        if _is_noun(context, end, opens=opens) or _is_inside(context, marks, start, end):
            continue
        if follows:
            runs[-1] = (runs[-1][0], start, end)
        else:
            runs.append((start, start, end))
        reached = end
    return runs


def _is_inside(context: Context, marks: Landmarks, start: int, end: int) -> bool:
    return context.quotation(start) is not None or marks.in_trigger(start, end)


def _is_compound(context: Context, end: int) -> bool:
    """Tell whether a word is part of a noun (推进机制, 提升行动), which only verbs in the open are not."""
    if ends(context.vocabulary, "initiative-verb-only", context.plain, 0, end):
        return False
    return begins(context.vocabulary, "initiative-compound", context.plain, end)


def _is_noun(context: Context, end: int, *, opens: bool) -> bool:
    """Tell by what follows a verb that it is a noun here (…的落实情况); 创新和发展 are two verbs."""
    following = context.plain[end : end + 1]
    if following == _DONE:
        return False
    if context.plain.startswith(_TERMS, end):
        return True
    if opens and following and following in _JOINTS:
        return verb_at(context, end + 1) is None
    if begins(context.vocabulary, "initiative-kept", context.plain, end):
        return False  # 落实会前学法制度
    return not following or following in _AFTER_NOUN
