"""Lists of cases in which penalties are waived or mitigated, or coercion is spared.

Ground: 《行政处罚法》 (2021), art. 32 to 34, and 《优化营商环境条例》, art. 59. A list is typed by what it waives; the practice
without a list (轻微免罚, 首次不罚) is lenient regulation at large, or 首违不罚, but no list.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections import Counter
from dataclasses import dataclass
from typing import TYPE_CHECKING

from kg.extraction.editions import edition_beside
from kg.extraction.issuers import issued_above
from kg.extraction.item_counts import counts_apart, item_count, waived_count
from kg.extraction.wordings import ends, wordings

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from kg.extraction.context import Context
    from kg.extraction.program_landmarks import Landmarks
    from kg.model import Implementation
    from kg.vocabulary import Vocabulary

FIRST_OFFENCE = "first-offence-leniency"
LIST_TYPES = ("penalty-exemption-list", "penalty-mitigation-list", "coercion-exemption-list")
_PRACTICE = "leniency"
LENIENT = (_PRACTICE, "flexible-enforcement")
_LIST_END = "initiative-list-end"
_JOINTS = ("、", "和", "及", "与", "以及", "或", "或者", "”“", "”、“", "”和“", "”及“")
_LIST_JOINTS = ("、", "和", "及", "、“", "和“", "”“", "”、“", "”和“")
_TAIL = re.compile(r"”?等?的?(?:“?(?:[一二三四五六七八九两]张|双))?([\u4e00-\u9fff]{2,10})")
_MOST_ENDINGS = 2
_MOST_ADVERBS = 3
_ISSUER_REACH = 80
"""How far before a list the body that issued it is looked for, in characters."""
_COUNTS_REACH = 60
"""How far behind lists named together the number of each is looked for, in characters."""
Waiver = tuple[int, int, str]
"""What is waived: start, end, the type of list that it makes."""


def is_list_name(name: str, vocabulary: Vocabulary) -> bool:
    """Tell whether a name (without edition) ends as lists do (word list ``initiative-list-end``)."""
    return name.endswith(vocabulary.words[_LIST_END])


def settle_type(
    notation: str | None, name: str, item_count: int | None, vocabulary: Vocabulary
) -> str | None:
    """Return the type of a program, once it is known whether it is a list.

    A practice waives no list of penalties; a list of lenient regulation at large (包容审慎监管清单) tells what is waived.
    """
    if notation in LIST_TYPES and item_count is None and not is_list_name(name, vocabulary):
        return _PRACTICE
    if notation in LENIENT and name.endswith(vocabulary.words["initiative-list-proper"]):
        return LIST_TYPES[0]
    return notation


def is_leniency_list(notation: str | None, name: str, item_count: int | None, vocabulary: Vocabulary) -> bool:
    """Tell whether a program of a settled type is a ``rol:LeniencyList``."""
    if notation == FIRST_OFFENCE:
        return item_count is not None or is_list_name(name, vocabulary)
    return notation in LIST_TYPES


@dataclass(frozen=True, slots=True)
class WaivedList:
    """A list that is told by what it waives: ``name`` has the ending that lists named together share.

    ``counted`` tells that it is a list for its number of items is told; ``sentence`` is where the sentence begins.
    """

    start: int
    end: int
    type: str
    name: str
    item_count: int | None = None
    edition: str | None = None
    counted: bool = False
    sentence: int = -1


def waived_lists(context: Context, marks: Landmarks) -> Iterator[WaivedList]:
    """Yield the lists that are named together, each by what it waives.

    They share their last word (不予处罚、从轻处罚和免予行政强制的事项清单), or each has its own with the number of its items
    (不予处罚事项26项、从轻处罚事项18项).
    """
    waivers = [waiver for waiver in _waivers(marks) if not _is_from_above(context, waiver[0])]
    yield from _counted(context, waivers)
    for run in _runs(context, waivers):
        ending, end = _shared_ending(context, run[-1][1])
        if len(run) > 1 and ending:
            yield from _together(context, waivers, run, (ending, end))


def is_from_above(context: Context, clause: int, verb: int) -> bool:
    """Tell whether a body above the one that reports issued what follows the verb (市场监管总局发布…)."""
    adverbs = context.vocabulary.words["program-adverb"]
    for _ in range(_MOST_ADVERBS):
        if not ends(context.vocabulary, "program-adverb", context.plain, clause, verb):
            break
        verb -= max(len(word) for word in adverbs if context.plain.endswith(word, clause, verb))
    return issued_above(context, clause, verb)


def _is_from_above(context: Context, position: int) -> bool:
    clause = max(context.clause(position)[0], position - _ISSUER_REACH)
    issuing = wordings(context.vocabulary, "initiative-issuing").find(context.plain, clause, position)
    return any(is_from_above(context, clause, verb.start) for verb in issuing)


def _together(
    context: Context, waivers: list[Waiver], run: list[Waiver], shared: tuple[str, int]
) -> Iterator[WaivedList]:
    """Yield lists named together, by what they share (their last word, and where it ends), each with its own count."""
    ending, last = shared
    edition = edition_beside(context.plain, run[0][0], last, context.vocabulary)
    apart = dict(zip(run, counts_apart(context, last, len(run)), strict=False))
    behind = _counts_behind(context, waivers, last)
    for start, end, notation in _by_list(run):
        own = [apart[w] for w in run if start <= w[0] < end and w in apart] or behind.get(notation, [])
        name = context.plain[start:end] + ending
        yield WaivedList(start, end, notation, name, sum(own) or None, edition=edition)


def told_apart(counted: Sequence[WaivedList], found: Sequence[Implementation]) -> Iterator[WaivedList]:
    """Yield the counted lists that are none of those found: several of one sentence, or the only one of its type."""
    together = Counter(waived.sentence for waived in counted)
    types = {notation for program in found if program.is_list for notation in program.types}
    for waived in counted:
        if together[waived.sentence] > 1 or waived.type not in types:
            types.add(waived.type)
            yield waived


def _counted(context: Context, waivers: list[Waiver]) -> Iterator[WaivedList]:
    """Yield the lists whose number of items is told: named as lists are."""
    for start, end, notation in waivers:
        stop = list_end(context, end)
        count = item_count(context, start, stop) if stop > end else None
        if count is None or _is_growth(context, start):
            continue
        edition = edition_beside(context.plain, start, stop, context.vocabulary)
        sentence = context.sentence(start)[0]
        name = context.plain[start:stop]
        yield WaivedList(start, stop, notation, name, count, edition, counted=True, sentence=sentence)


def _counts_behind(context: Context, waivers: list[Waiver], last: int) -> dict[str, list[int]]:
    """Return the numbers that follow lists named together, by type, if they tell of several (…,其中…32项、…7项)."""
    counts: dict[str, list[int]] = {}
    limit = last + _COUNTS_REACH
    for index in range(bisect_left(waivers, (last,)), len(waivers)):
        start, end, notation = waivers[index]
        if start >= limit:
            break
        count = waived_count(context, end)
        if count is not None:
            counts.setdefault(notation, []).append(count)
    return counts if len(counts) > 1 else {}


def _is_growth(context: Context, start: int) -> bool:
    """Tell whether what follows only says by how much a list grew or shrank (新增免罚事项12项)."""
    return ends(context.vocabulary, "initiative-count-by", context.plain, context.clause(start)[0], start)


def list_end(context: Context, position: int) -> int:
    """Return where the last words of a list (事项, 清单, 事项清单, 的事项清单) end that begin at the position."""
    endings = context.vocabulary.words[_LIST_END]
    if context.plain.startswith("的", position) and context.plain.startswith(endings, position + 1):
        position += 1
    for _ in range(_MOST_ENDINGS):
        ending = max((e for e in endings if context.plain.startswith(e, position)), key=len, default="")
        position += len(ending)
    return position


def _runs(context: Context, found: list[Waiver]) -> Iterator[list[Waiver]]:
    run: list[Waiver] = []
    for waiver in found:
        if run and not _is_joined(context, run[-1][1], waiver[0]):
            yield run
            run = []
        run.append(waiver)
    if run:
        yield run


def _is_joined(context: Context, end: int, start: int) -> bool:
    """Tell whether nothing but a joint parts two waivers, or two lists (“…清单”“…清单”, “…”事项清单、“…”)."""
    if context.plain[end:start] in _JOINTS:
        return True
    after = end + context.plain.startswith("”", end)
    last = list_end(context, after)
    return last > after and context.plain[last:start] in _LIST_JOINTS


def _waivers(marks: Landmarks) -> list[Waiver]:
    """Return what the text says is waived, the leftmost and longest wording first, none overlapping."""
    found = sorted(
        (start, -end, notation)
        for notation in (FIRST_OFFENCE, *LIST_TYPES)
        for start, end in marks.lists.get(f"waives-{notation}", ())
    )
    apart: list[Waiver] = []
    for start, end, notation in found:
        if not apart or start >= apart[-1][1]:
            apart.append((start, -end, notation))
    return apart


def _by_list(run: list[Waiver]) -> Iterator[Waiver]:
    """Join neighbours of one kind: 从轻处罚、减轻处罚 is one list."""
    current = run[0]
    for following in run[1:]:
        if following[2] == current[2]:
            current = (current[0], following[1], current[2])
        else:
            yield current
            current = following
    yield current


def _shared_ending(context: Context, start: int) -> tuple[str, int]:
    """Return what the lists are called after the coordination (行政执法事项, 清单), if anything, and where that ends."""
    tail = _TAIL.match(context.plain, start)
    text = tail[1] if tail else ""
    for length in range(len(text), 0, -1):
        if is_list_name(text[:length], context.vocabulary):
            return text[:length], (tail.start(1) if tail else start) + length
    return "", start
