"""Whether a number is a level or a difference to an earlier time, and which way it went."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache
from typing import TYPE_CHECKING, Literal

if TYPE_CHECKING:
    from decimal import Decimal

    from kg.extraction.context import Context
    from kg.extraction.quantities import Quantity
    from kg.vocabulary import Vocabulary

Movement = Literal["level", "change", "left-behind", "reached", "compared"]
"""``left-behind`` and ``reached`` are the two levels of 从12%降至8%, ``compared`` the earlier one of 较2024年的244件减少11%."""
_REACH = 40
"""How far before a number a comparison may stand, in characters."""
_LONGEST_NOUN = 18
"""How far before a number a verb of change and its noun begin, in characters."""
_BEYOND = 12
"""How far before the clause of the number."""
_RELATIVE_UNITS = ("%", "百分点", "‰")


@dataclass(frozen=True, slots=True)
class _Patterns:
    up: re.Pattern[str]
    down: re.Pattern[str]
    bare: re.Pattern[str]
    """Words that say nothing but that something grew or fell."""
    reached: re.Pattern[str]
    reached_next: re.Pattern[str]
    compared: re.Pattern[str]
    fewer: re.Pattern[str]
    """较上年少查466家次"""
    before_noun: re.Pattern[str]
    """压减检查频次32%: the verb stands before what fell."""
    compared_level: re.Pattern[str]
    changes_next: re.Pattern[str]
    left: re.Pattern[str]
    left_level: re.Pattern[str]


@lru_cache(maxsize=4)
def _patterns(vocabulary: Vocabulary) -> _Patterns:
    def words(*names: str) -> str:
        terms = {re.escape(word) for name in names for word in vocabulary.words[name]}
        return "|".join(sorted(terms, key=lambda word: (-len(word), word)))

    filler = f"(?:{words('number-filler')}){{0,3}}"
    return _Patterns(
        re.compile(f"(?:{words('change-up')}){filler}$"),
        re.compile(f"(?:{words('change-down')}){filler}$"),
        re.compile(f"(?:比)?(?:(?P<up>{words('change-up')})|{words('change-down')}){filler}"),
        re.compile(f"(?:{words('level-reached')})(?:了|约|20\\d\\d年[度底末]?的?)?$"),
        re.compile(f"[^,。;]{{0,6}}?(?:{words('level-reached')})"),
        re.compile(words("change-compared")),
        re.compile("(多|少)[\\u4e00-\\u9fff]{0,2}$"),
        re.compile(
            f"(?:(?P<down>{words('change-down')})|(?P<up>{words('change-up')}))(?!{words('level-reached')})"
            f"(?P<noun>[\\u4e00-\\u9fff]{{2,10}}?){filler}$"
        ),
        re.compile(f"(?:{words('level-compared')})[^,。;]{{0,8}}[年度期]的$"),
        re.compile(f"(?:{words('change-up', 'change-down')})"),
        re.compile(f"(?:{words('level-left')})[^,。;]{{0,16}}$"),
        re.compile(
            f"(?:{words('level-left', 'level-compared')})[^,。;]{{0,24}}?[\\d一二三四五六七八九十百][^,。;]{{0,20}}$"
        ),
    )


def movement(context: Context, quantity: Quantity, before: int) -> tuple[Movement, Decimal, str]:
    """Return what a number is (a level reached, a change, a level left behind), its signed value and unit.

    ``before`` is where the words of the number begin. 提升1倍 and 翻一番 become changes in per cent.
    """
    patterns = _patterns(context.vocabulary)
    plain, start = context.plain, quantity.start
    value, unit = quantity.value, quantity.unit
    if plain.startswith("翻", quantity.number):
        return "change", value, "%"
    window = max(before, start - 14)
    if patterns.left.search(plain, max(before, start - 20), start) and patterns.reached_next.match(
        plain, quantity.end
    ):
        return "left-behind", value, unit
    if patterns.compared_level.search(plain, max(before, start - 20), start) and patterns.changes_next.match(
        plain, quantity.end
    ):
        return "compared", value, unit
    if patterns.reached.search(plain, window, start):
        from_earlier = patterns.left_level.search(plain, max(before, start - 40), start)
        return "reached" if from_earlier else "level", value, unit
    for pattern, sign in ((patterns.up, 1), (patterns.down, -1)):
        if pattern.search(plain, window, start) and _compares(context, patterns, quantity, unit):
            if unit == "倍":
                value, unit = value * 100, "%"
            return "change", value * sign, unit
    if unit in _RELATIVE_UNITS or _compares(context, patterns, quantity, ""):
        moved = _before_noun(context, patterns, plain[max(before, start - _LONGEST_NOUN) : start])
        if moved is not None:
            return "change", value * moved, unit
    fewer = patterns.fewer.search(plain, window, start)
    if fewer is not None and _compares(context, patterns, quantity, ""):
        return "change", value if fewer[1] == "多" else -value, unit
    return "level", value, unit


def _before_noun(context: Context, patterns: _Patterns, words: str) -> int | None:
    """Return which way what a verb of change stands before went (压减检查频次), or None.

    Behind a verb of growth only some nouns grow by a number (word list ``change-noun``): 提高满意率98% is a level.
    """
    match = patterns.before_noun.search(words)
    if match is None or not match["noun"].endswith(context.vocabulary.words["change-noun"]):
        return None
    return -1 if match["down"] else 1


def beside_level(context: Context, quantity: Quantity, before: int) -> tuple[Movement, Decimal, str] | None:
    """Return the change of the level that stands before it (63家,增加8家), or None where the number has words of its own."""
    words = context.plain[before : quantity.start].strip(",、")
    patterns = _patterns(context.vocabulary)
    bare = patterns.bare.fullmatch(words)
    if bare is None or patterns.reached.search(words):
        return None
    return "change", quantity.value if bare["up"] else -quantity.value, quantity.unit


def continued(
    context: Context, quantity: Quantity, before: int, sign: Decimal
) -> tuple[Movement, Decimal, str] | None:
    """Return the change that goes on a list (分别增长12%和8%), or None where the number has words of its own."""
    words = context.plain[before : quantity.start]
    if words.strip("、和及与") or quantity.unit not in _RELATIVE_UNITS:
        return None
    return "change", quantity.value.copy_sign(sign), quantity.unit


def _compares(context: Context, patterns: _Patterns, quantity: Quantity, unit: str) -> bool:
    """A relative number after a verb of change is a change; a count only beside a comparison (同比, 较上年)."""
    if unit in _RELATIVE_UNITS or unit == "倍":
        return True
    clause_start = context.clause(quantity.number)[0]
    left = max(0, clause_start - _BEYOND, quantity.start - _REACH)
    return patterns.compared.search(context.plain, left, quantity.start) is not None
