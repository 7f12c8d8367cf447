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
_CHARACTER_LISTS = {
    "省": "level-provincial",
    "市": "level-municipal",
    "州": "level-municipal",
    "区": "level-county",
    "县": "level-county",
    "旗": "level-county",
}
_PLACE_REACH = 24


def level_of(context: Context, resolve: Resolvers, name: str, conferrer: Body | None) -> Level | None:
    """Return the level of an honour, or None where nothing tells."""
    return _by_words(context, resolve, name) or _by_conferrer(resolve, conferrer)


def _by_words(context: Context, resolve: Resolvers, name: str) -> Level | None:
    gazetteer = resolve.whereabouts.gazetteer
    refused = context.vocabulary.words["level-not"]
    term = wordings(context.vocabulary, *_LISTS).first(name, 0, len(name))
    places = find_places(name, 0, min(len(name), _PLACE_REACH), gazetteer)
    if places and (term is None or places[0].start < term.start):
        return gazetteer.level(places[0].codes[0])
    if term is not None:
        return _level(resolve, term.list)
    first = _LEVEL_CHARACTER.match(name)
    if first is not None and not name.startswith(refused):
        return _level(resolve, _CHARACTER_LISTS[first[0]])
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
