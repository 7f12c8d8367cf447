"""Which area a passage speaks of: the report's own, unless its clause opens with another.

全省, 全市 and 全国 name areas above the report's own (in an autonomous region 全区 can mean the region); a city's report
names its districts, a county's its townships.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from dataclasses import dataclass
from typing import TYPE_CHECKING

from kg.areas import COUNTRY
from kg.model import Where
from kg.places import Townships, find_places, townships

if TYPE_CHECKING:
    from kg.areas import Gazetteer
    from kg.extraction.context import Context

_REACH = 14
"""How far into a clause a place name may stand and still be what the clause is about, in characters."""
_BESIDE = 3
"""How far before its number 全省 stands if it belongs to the number itself, in characters: 全省近30个."""
_AMONG_OTHERS = "等"
_CLAUSES = 12
"""How many clauses of its sentence back what opened it still holds."""
_SCOPES = ("scope-country", "scope-province", "scope-city", "scope-district", "scope-county")


@dataclass(frozen=True, slots=True)
class Whereabouts:
    """The report's own area, the gazetteer, and the area that each word such as 全省 stands for here."""

    own: Where
    gazetteer: Gazetteer
    scopes: dict[str, str]
    places: tuple[int, ...]
    """Where such words stand."""
    codes: tuple[str, ...]
    """Which area each of them means."""
    leads: tuple[str, ...]
    towns: Townships | None
    """The townships of the report's county."""

    def where(self, context: Context, position: int) -> Where:
        """Return the area that the passage around a position is about."""
        clause = context.clause(position)[0]
        scope = self._beside(clause, position) or self._scope_before(context, clause, position)
        if scope is not None and scope != self.own.area:
            return Where(scope)
        return self._named(context, clause, position)

    def _beside(self, start: int, position: int) -> str | None:
        """Return the area whose number it is: 命名全省30个村 counts those of the province, whatever opens the clause."""
        index = bisect_left(self.places, position) - 1
        if index < 0 or not max(start, position - _BESIDE) <= self.places[index]:
            return None
        return self.codes[index]

    def _scope_before(self, context: Context, clause: int, position: int) -> str | None:
        """Return the area that the sentence named last up to a position, whose clause starts at ``clause``."""
        sentence = context.sentence(position)[0]
        if not self._names_scope(sentence, max(position, clause + _REACH)):
            return None
        start, scope = clause, self._scope(context, clause, position)
        for _ in range(_CLAUSES):
            if scope is not None or start <= sentence:
                break
            # What opens a sentence with 全省 goes on until another area is named.
            start = context.clause(start - 1)[0]
            scope = self._scope(context, start, start + _REACH)
        return scope

    def _names_scope(self, start: int, end: int) -> bool:
        index = bisect_left(self.places, start)
        return index < len(self.places) and self.places[index] < end

    def _scope(self, context: Context, start: int, end: int) -> str | None:
        index = bisect_left(self.places, start)
        if index == len(self.places) or self.places[index] >= min(end, start + _REACH):
            return None
        at = self.places[index]
        return self.codes[index] if _opens(context.plain, start, at, self.leads) else None

    def _named(self, context: Context, start: int, position: int) -> Where:
        own, reach = self.own, min(position, start + _REACH)
        if own.area is None or own.township is not None or reach <= start:
            return own
        if self.towns is not None:
            named = self.towns.pattern.search(context.plain, start, reach)
            if (
                named is not None
                and _opens(context.plain, start, named.start(), self.leads)
                and _AMONG_OTHERS not in context.plain[named.end() : position]
            ):
                return Where(own.area, self.towns.codes[named[0]][0])
            return own
        for place in find_places(context.plain, start, reach, self.gazetteer):
            inner = [code for code in place.codes if self.gazetteer.within(code, own.area)]
            if inner and _opens(context.plain, start, place.start, self.leads):
                if _AMONG_OTHERS in context.plain[place.end : position]:
                    return own  # 丹阳市等3个县市: the number is of them all.
                town = len(inner[0]) > len(own.area)
                return Where(inner[0][: len(own.area)], inner[0] if town else None)
        return own


def _opens(plain: str, start: int, at: int, leads: tuple[str, ...]) -> bool:
    """Tell whether only a time or a connective stands between the clause's start and the place."""
    lead = plain[start:at]
    return not lead or lead in leads or lead[-1] in "年月日底末来前"


def build(context: Context, gazetteer: Gazetteer) -> Whereabouts:
    """Work out what 全省, 全市, 全区 stand for in this report."""
    head, words = context.head, context.vocabulary.words
    own = Where(head.area, head.township)
    # Whose report it is may be unknown; what it says of the whole country is of the country all the same.
    scopes: dict[str, str] = dict.fromkeys(words[_SCOPES[0]], COUNTRY)
    if head.area is not None:
        above = _areas_above(head.area, gazetteer)
        for name, code in zip(_SCOPES, above, strict=True):
            scopes |= dict.fromkeys(words[name], code)
    found = [
        (match.start(), scopes[match[0]])
        for match in (re.finditer("|".join(map(re.escape, scopes)), context.plain) if scopes else ())
        if not context.plain.startswith(words["scope-not-before"], _past_quote(context.plain, match.end()))
    ]
    return Whereabouts(
        own,
        gazetteer,
        scopes,
        tuple(at for at, _ in found),
        tuple(code for _, code in found),
        words["scope-lead"],
        townships(head.area, gazetteer) if head.area and gazetteer.level(head.area) == "county" else None,
    )


def _past_quote(plain: str, at: int) -> int:
    return at + 1 if plain.startswith("“", at) else at


def _areas_above(own: str, gazetteer: Gazetteer) -> tuple[str, str, str, str, str]:
    """Return what 全国, 全省, 全市, 全区 and 全县 mean in a report of the area."""
    ancestors = [code for code in gazetteer.ancestors(own) if code not in (own, COUNTRY)]
    province = ancestors[-1] if ancestors else own
    area = gazetteer.area(own)
    name = area.name if area else ""
    is_city = gazetteer.level(own) == "municipal" or name.endswith(("市", "州", "盟"))
    city = own if is_city or not ancestors else ancestors[0]
    region = gazetteer.area(province)
    of_region = region is not None and region.name.endswith("自治区")
    district = province if of_region and not name.endswith("区") else own
    return COUNTRY, province, city, district, own
