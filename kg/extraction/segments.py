"""Which words belong to which number: the stretch of a clause before and after each quantity.

A clause ends at ，。；：; a list mark (、 和 及) ends a stretch only directly after a number with its unit or directly
before the next number, since it also joins nouns. Between two numbers without a mark all words belong to the first,
and to the second too, from a verb on (word list ``second-verb``): 为30个村配备法律顾问12名.
"""

from __future__ import annotations

import re
from functools import lru_cache
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Sequence

    from kg.extraction.context import Context
    from kg.extraction.quantities import Quantity
    from kg.vocabulary import Vocabulary

_LIST_MARK = re.compile(r"[、,;:()/]|和|及|以及|与|并")
_TRAILING_MARK = re.compile(r"(?:[、,;:()]|和|以及|及|与)$")
_PREPOSITION = re.compile(r"(?<![针面核校应])对$|[向给]$|(?<![行作因成])为$")
"""A word that opens a phrase with the next number: 派出3个组对18个单位开展督察."""
_CLAUSE_MARKS = ",。;:!?\n"


class Segment(NamedTuple):
    """A quantity with its words: ``before`` and ``after`` are spans of the plain text that touch it.

    ``first`` tells that the quantity is the first of its clause; ``clause`` is the clause's span. In a table the words
    are those of row and column: ``words`` then holds them.
    """

    quantity: Quantity
    before: tuple[int, int]
    after: tuple[int, int]
    clause: tuple[int, int]
    first: bool
    words: str = ""


def segment(context: Context, quantities: Sequence[Quantity]) -> list[Segment]:
    """Give each quantity its stretch of the clause; the answer is in the order of the quantities."""
    segments: list[Segment] = []
    clauses = [context.clause(quantity.number) for quantity in quantities]
    lefts = [clause[0] for clause in clauses]
    for index, quantity in enumerate(quantities):
        clause_start, clause_end = clauses[index]
        first = index == 0 or clauses[index - 1] != clauses[index]
        last = index + 1 == len(quantities) or clauses[index + 1] != clauses[index]
        right = _without_marks(context.plain, quantity.end, clause_end)
        if not last:
            right, lefts[index + 1] = _divide(context, quantity.end, quantities[index + 1].start)
        left = max(lefts[index], clause_start)
        segments.append(
            Segment(
                quantity, (left, quantity.start), (quantity.end, right), (clause_start, clause_end), first
            )
        )
    return segments


def _without_marks(plain: str, start: int, end: int) -> int:
    while end > start and plain[end - 1] in _CLAUSE_MARKS:
        end -= 1
    return end


def _divide(context: Context, start: int, end: int) -> tuple[int, int]:
    """Return where the words after one number end and where those before the next begin."""
    plain = context.plain
    mark = _LIST_MARK.match(plain, start, end)
    if mark is not None:
        return start, mark.end()
    trailing = _TRAILING_MARK.search(plain, start, end)
    if trailing is not None:
        return trailing.start(), trailing.end()
    listed = plain.rfind("、", start, end)
    if listed >= 0:
        return listed, listed + 1
    opening = _PREPOSITION.search(plain, start + 1, end)
    if opening is not None:
        return opening.start(), opening.start()
    verb = _second_verb(context.vocabulary).search(plain, start + 1, end)
    return end, verb.start() if verb else start


@lru_cache(maxsize=4)
def _second_verb(vocabulary: Vocabulary) -> re.Pattern[str]:
    words = sorted(vocabulary.words["second-verb"], key=lambda word: (-len(word), word))
    return re.compile("|".join(map(re.escape, words)))
