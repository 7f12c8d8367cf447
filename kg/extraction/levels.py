"""The level of an honour: by the words of its name (全国, 省级, 常州市…), else by who confers it."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from kg.areas import COUNTRY
from kg.extraction.wordings import wordings
from kg.places import find_places

if TYPE_CHECKING:
    from kg.extraction.context import Context
    from kg.extraction.resolve import Resolvers
    from kg.model import Body, Level

_LISTS = ("level-national", "level-provincial", "level-municipal", "level-county")
_SCOPES = {"level-provincial": "全省", "level-municipal": "全市", "level-county": "全区"}
"""The word that stands for the area of a level: what 全市 means in a report, 市级 means too."""
_LEVEL_CHARACTER = re.compile("[省市区县旗州]")
LEVEL_OF_ENDING = {
    "省": "provincial",
    "自治区": "provincial",
    "市": "municipal",
    "州": "municipal",
    "盟": "municipal",
    "区": "county",
    "县": "county",
    "旗": "county",
}
"""The level of a place by the ending of its name."""
_PLACE_REACH = 24
_SHORTEST_STEM = 2
_FARTHEST = 60
_OCCASION = re.compile(r"在([^,、“”]{3,30})[中上]")


def level_of(context: Context, resolve: Resolvers, name: str, conferrer: Body | None) -> Level | None:
    """Return the level of an honour, or None where nothing tells."""
    return _by_words(context, resolve, name) or _by_conferrer(resolve, conferrer)


def level_of_occasion(context: Context, resolve: Resolvers, verb: int) -> Level | None:
    """Return the level of the contest in which an honour was won that has no level itself: 在全省大赛中获金奖."""
    start = max(context.sentence(verb)[0], verb - _FARTHEST)
    occasions = list(_OCCASION.finditer(context.plain, start, verb))
    return _by_words(context, resolve, occasions[-1][1]) if occasions else None


def _by_words(context: Context, resolve: Resolvers, name: str) -> Level | None:
    gazetteer = resolve.whereabouts.gazetteer
    refused = context.vocabulary.words["level-not"]
    term = wordings(context.vocabulary, *_LISTS).first(name, 0, len(name))
    places = find_places(name, 0, min(len(name), _PLACE_REACH), gazetteer)
    if places and (term is None or places[0].start < term.start):
        return gazetteer.level(places[0].codes[0])
    if term is not None:
        return _level(resolve, term.list)
    around = _by_short_name(context, resolve, name)
    if around is not None:
        return around
    first = _LEVEL_CHARACTER.match(name)
    if first is not None and not name.startswith(refused):
        return _level(resolve, f"level-{LEVEL_OF_ENDING[first[0]]}")
    return None


def _by_short_name(context: Context, resolve: Resolvers, name: str) -> Level | None:
    """Return the level of the area around the report whose name without its ending begins a name (安徽好人)."""
    gazetteer, area = resolve.whereabouts.gazetteer, context.head.area
    if area is None or gazetteer.area(area) is None:
        return None
    for code in (area, *gazetteer.ancestors(area)):
        stem = gazetteer.grammar.stem(gazetteer.divisions[code].name) if code != COUNTRY else ""
        if len(stem) >= _SHORTEST_STEM and name.startswith(stem):
            return gazetteer.level(code)
    return None


def _level(resolve: Resolvers, name: str) -> Level | None:
    if name == "level-national":
        return "national"
    if name == "level-provincial":
        return "provincial"
    code = resolve.whereabouts.scopes.get(_SCOPES[name])
    gazetteer = resolve.whereabouts.gazetteer
    return gazetteer.level(code) if code else ("municipal" if name == "level-municipal" else "county")


def _by_conferrer(resolve: Resolvers, conferrer: Body | None) -> Level | None:
    if conferrer is None or conferrer.area is None:
        return None
    return "national" if conferrer.area == COUNTRY else resolve.whereabouts.gazetteer.level(conferrer.area)
