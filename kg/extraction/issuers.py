"""Whether a document was issued by a body above the one that reports: 中共中央办公厅、国务院办公厅印发《…》."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from kg.body_finding import find_bodies
from kg.extraction.levels import LEVEL_OF_ENDING
from kg.extraction.wordings import wordings

if TYPE_CHECKING:
    from kg.extraction.context import Context

_LEVELS = ("national", "provincial", "municipal", "county", "township")
_LISTS = {
    "level-national": "national",
    "level-provincial": "provincial",
    "level-municipal": "municipal",
    "level-county": "county",
}
_NATIONAL = ("state-council", "central-department", "central-party-organ")
"""Kinds of bodies that are those of the whole country whatever their names say (市场监管总局)."""
_PLACE = re.compile("[\u4e00-\u9fff]{2,6}?(省|自治区|市|州|盟)(?![\u4e00-\u9fff]{1,5}[区县旗市])")
_LONGEST_ISSUER = 30


def issued_above(context: Context, clause: int, verb: int) -> bool:
    """Tell whether a body of a level above the report's stands right before a verb of issuing.

    ``clause`` is where the verb's clause begins. Of a city of county level 市委 is its own.
    """
    level = context.head.level
    if level not in _LEVELS:
        return False
    found = find_bodies(context.plain, max(clause, verb - _LONGEST_ISSUER), verb, context.vocabulary)
    if not found or found[-1][1] != verb:
        return False
    if found[-1][2] in _NATIONAL:
        return level != "national"
    issuer = wordings(context.vocabulary, *_LISTS).prefix(context.plain, found[-1][0], verb)
    own = _LEVELS.index(level)
    if issuer is None:
        return _is_of_place_above(context, found[-1][0], verb, own)
    margin = 2 if level == "county" and issuer.list == "level-municipal" and _is_city(context) else 1
    return _LEVELS.index(_LISTS[issuer.list]) + margin <= own


def _is_of_place_above(context: Context, start: int, end: int, own: int) -> bool:
    """Tell whether a body's name begins with a province or city above the report's area; 晋江市 is its own."""
    place = _PLACE.match(context.plain, start, end)
    if place is None or _LEVELS.index(LEVEL_OF_ENDING[place[1]]) >= own:
        return False
    publisher = context.head.publisher
    return not (_is_city(context) and publisher is not None and publisher.name.startswith(place[0]))


def issued_by_helped(context: Context, clause: int, verb: int) -> bool:
    """Tell whether a verb of issuing is another body's, which the report's only helped: 指导市水务局|起草《…》."""
    start = max(clause, verb - _LONGEST_ISSUER)
    found = find_bodies(context.plain, start, verb, context.vocabulary)
    if not found or found[-1][1] != verb:
        return False
    return (
        wordings(context.vocabulary, "citation-helping").suffix(context.plain, start, found[-1][0])
        is not None
    )


def _is_city(context: Context) -> bool:
    publisher = context.head.publisher
    return publisher is not None and "市" in publisher.name and not any(c in publisher.name for c in "区县旗")
