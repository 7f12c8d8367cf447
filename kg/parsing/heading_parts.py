"""Which of the four statutory parts a heading names."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from kg.model import Part
    from kg.parsing.wording import Wording

_LETTER = re.compile(r"[\W\d年度及和与暨的之中]+")
_JOINTS = "及和与暨、并以"
_AND = frozenset(_JOINTS)


def of_heading(words: str, year: int | None, wording: Wording) -> tuple[Part, ...]:
    """Return the parts that a heading names, in the order in which it names them.

    ``year`` is the year reported on, if known: the year after it stands for plans. Words that any report uses
    for its results count only if nothing else is named, or if something else is named after them.
    """
    candidates: tuple[tuple[Part, int | None], ...] = (
        ("shortcomings", _shortcomings(words, wording)),
        ("leader-duty", wording.place("part-leader-duty", words)),
        ("next-plan", _next_plan(words, year, wording)),
    )
    places = {part: place for part, place in candidates if place is not None}
    results = wording.place("part-achievements", words)
    first = min(places.values(), default=len(words))
    if results is not None and (not places or (results < first and _AND & set(words[results:first]))):
        places["achievements"] = results
    return tuple(sorted(places, key=lambda part: places[part]))


def _shortcomings(words: str, wording: Wording) -> int | None:
    place = wording.place("part-shortcomings", words)
    if place is None:
        admitted = wording.place("part-shortcomings-admit", words)
        if admitted is not None and wording.has("part-shortcomings-what", words[admitted:]):
            place = admitted
    if place is None:
        place = _beside_others(words, wording)
    if place is None and _names_problems_alone(words, wording):
        place = 0
    if place is not None and wording.has("part-not-shortcomings", words[:place]):
        return None
    return place


def _beside_others(words: str, wording: Wording) -> int | None:
    """Return where a heading names problems that are joined to causes, plans, other problems: 问题和打算."""
    place = wording.place("part-shortcomings-what", words)
    if place is None:
        return None
    rest = words[place:]
    joint = next((index for index, character in enumerate(rest) if character in _AND), len(rest))
    alone = wording.strip("part-shortcomings-what", rest[:joint]) == ""
    return (
        place if alone and wording.begins("part-shortcomings-beside", rest[joint:].lstrip(_JOINTS)) else None
    )


def _names_problems_alone(words: str, wording: Wording) -> bool:
    """Tell whether a heading says nothing but 不足, 主要问题及原因, 2024年工作中的短板."""
    rest = wording.strip("part-shortcomings-what", words)
    return rest != words and not _LETTER.sub("", wording.strip("part-shortcomings-filler", rest))


def _next_plan(words: str, year: int | None, wording: Wording) -> int | None:
    place = wording.place("part-next-plan", words)
    if place is None and wording.ends("part-next-plan-end", words):
        return len(words) - 1
    if place is None and year is not None and f"{year + 1}年" in words:
        return words.index(f"{year + 1}年")
    return place
