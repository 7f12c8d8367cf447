"""Names of areas in a text: where they stand and which areas they can mean.

A name comes alone (天宁区) or after the names of areas around it (江苏省常州市天宁区, 南昌东湖区), and a
township may follow it (天宁区郑陆镇). Several areas share a name: ``kg.surroundings`` settles which is meant.
"""

from __future__ import annotations

import re
from collections import defaultdict
from dataclasses import dataclass
from functools import lru_cache
from typing import TYPE_CHECKING, NamedTuple

from kg.areas import COUNTRY

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence

    from kg.areas import Area, Gazetteer

_SHORTEST_SURE_NAME = 3
_TOWNSHIP = re.compile(r"[\u3400-\u9fff]{1,14}?(?:街道|镇|乡|苏木|地区|农场|林场)")
_HAN = re.compile(r"[\u3400-\u9fff]")
_LAST_CHARACTER = re.compile("[省市区县旗州盟]")
_LONGEST_SHORT_NAME = 6


class Place(NamedTuple):
    """An area's name at ``start``..``end``; ``name`` is the part that names the innermost area.

    ``codes`` are the areas it can mean, those that still exist first; with a name that is ``short`` its
    ending (区, 市) is left out.
    """

    start: int
    end: int
    name: str
    codes: tuple[str, ...]
    short: bool = False


class _Hit(NamedTuple):
    start: int
    end: int
    name: str
    areas: tuple[Area, ...]


@dataclass(frozen=True, slots=True)
class _Index:
    """The areas by name, and how long the names with the same last two characters are, longest first."""

    names: Mapping[str, tuple[Area, ...]]
    lengths: Mapping[str, tuple[int, ...]]


def find_places(plain: str, start: int, end: int, gazetteer: Gazetteer) -> list[Place]:
    """Find the areas named in ``plain[start:end]``, in order, none overlapping.

    A name that is also a common noun (城区), or has but two characters (和县), counts where an area around it
    is named before it, the latter also at the beginning of a phrase. Short names of provinces and cities
    count before the name of an area within them; for others see ``find_short_names``.
    """
    places = _chains(plain, _hits(plain, start, end, gazetteer), start, gazetteer)
    return [_with_township(plain, place, end, gazetteer) for place in places]


def _hits(plain: str, start: int, end: int, gazetteer: Gazetteer) -> list[_Hit]:
    """Return the names in the span: of those that overlap the one that starts first, of these the longest."""
    index = _index(gazetteer)
    found: list[_Hit] = []
    for match in _LAST_CHARACTER.finditer(plain, start, end):
        last = match.end()
        for length in index.lengths.get(plain[last - 2 : last], ()) if last - 2 >= start else ():
            name = plain[last - length : last]
            if last - length >= start and name in index.names:
                found.append(_Hit(last - length, last, name, index.names[name]))
    found.sort(key=lambda hit: (hit.start, -hit.end))
    kept: list[_Hit] = []
    for hit in found:
        if not kept or hit.start >= kept[-1].end:
            kept.append(hit)
    return kept


def _chains(plain: str, hits: Sequence[_Hit], start: int, gazetteer: Gazetteer) -> Iterator[Place]:
    """Join names that follow each other and lie within each other."""
    index = 0
    while index < len(hits):
        first = hits[index]
        last = first
        before, areas = _after_short_name(plain, first, start, gazetteer)
        while index + 1 < len(hits) and hits[index + 1].start == last.end:
            inner = _within(hits[index + 1].areas, areas, gazetteer)
            if not inner:
                break
            index += 1
            areas = inner
            last = hits[index]
        if last is not first or before < first.start or _stands_alone(plain, first, gazetteer):
            yield Place(before, last.end, last.name, tuple(area.code for area in areas))
        index += 1


def _within(areas: Iterable[Area], outer: Iterable[Area], gazetteer: Gazetteer) -> tuple[Area, ...]:
    codes = [area.code for area in outer]
    return tuple(
        area for area in areas if any(area.code != c and gazetteer.within(area.code, c) for c in codes)
    )


def _after_short_name(
    plain: str, hit: _Hit, start: int, gazetteer: Gazetteer
) -> tuple[int, tuple[Area, ...]]:
    """Take in the short name of a province or city before a name: 江西南昌市, 南昌东湖区."""
    before = short_name_before(plain, hit.start, start, gazetteer)
    if before is not None:
        outer = [gazetteer.divisions[code] for code in before.codes if code.endswith("00")]
        inner = _within(hit.areas, outer, gazetteer)
        if inner:
            return before.start, inner
    return hit.start, hit.areas


def _stands_alone(plain: str, hit: _Hit, gazetteer: Gazetteer) -> bool:
    if hit.name in gazetteer.grammar.common_nouns:
        return False
    if len(hit.name) >= _SHORTEST_SURE_NAME:
        return True
    return hit.start == 0 or not _HAN.match(plain[hit.start - 1])


def _with_township(plain: str, place: Place, end: int, gazetteer: Gazetteer) -> Place:
    """Take in the township that follows a county's name."""
    if not _TOWNSHIP.match(plain, place.end, end):
        return place
    matches = [
        township
        for code in place.codes
        for township in gazetteer.children(code)
        if township.level == "township" and plain.startswith(township.name, place.end, end)
    ]
    if not matches:
        return place
    name = max((township.name for township in matches), key=len)
    codes = tuple(township.code for township in matches if township.name == name)
    return Place(place.start, place.end + len(name), name, codes)


@lru_cache(maxsize=2)
def _index(gazetteer: Gazetteer) -> _Index:
    lengths: dict[str, set[int]] = defaultdict(set)
    names = {name: areas for name, areas in gazetteer.names.items() if areas[0].code != COUNTRY}
    for name in names:
        lengths[name[-2:]].add(len(name))
    return _Index(names, {ending: tuple(sorted(found, reverse=True)) for ending, found in lengths.items()})


def find_short_names(plain: str, start: int, end: int, gazetteer: Gazetteer) -> list[Place]:
    """Find areas named without their ending: before words such as 公证处, after words such as 法治, 平安."""
    found = {}
    for match in gazetteer.grammar.after_name.finditer(plain, start, end):
        place = short_name_before(plain, match.start(), start, gazetteer)
        if place is not None:
            found[place.start] = place
    for match in gazetteer.grammar.before_name.finditer(plain, start, end):
        place = short_name_after(plain, match.end(), end, gazetteer)
        if place is not None:
            found.setdefault(place.start, place)
    return [found[first] for first in sorted(found)]


def short_name_before(plain: str, end: int, start: int, gazetteer: Gazetteer) -> Place | None:
    """Return the area whose name without its ending ends at ``end``, the longest such, or None."""
    for length in range(min(_LONGEST_SHORT_NAME, end - start), 1, -1):
        name = plain[end - length : end]
        areas = gazetteer.short(name)
        if areas:
            return Place(end - length, end, name, tuple(area.code for area in areas), short=True)
    return None


def short_name_after(plain: str, start: int, end: int, gazetteer: Gazetteer) -> Place | None:
    """Return the area whose name without its ending begins at ``start``, the longest such, or None."""
    for length in range(min(_LONGEST_SHORT_NAME, end - start), 1, -1):
        name = plain[start : start + length]
        areas = gazetteer.short(name)
        if areas:
            return Place(start, start + length, name, tuple(area.code for area in areas), short=True)
    return None


@dataclass(frozen=True, slots=True)
class Townships:
    """The townships of a county: what finds their names, and the codes of each name."""

    pattern: re.Pattern[str]
    codes: Mapping[str, tuple[str, ...]]


@lru_cache(maxsize=512)
def townships(county: str, gazetteer: Gazetteer) -> Townships:
    """Return the townships of a county; collected once for each."""
    codes: dict[str, tuple[str, ...]] = {}
    for township in gazetteer.children(county):
        if township.level == "township":
            codes[township.name] = (*codes.get(township.name, ()), township.code)
    names = sorted(codes, key=lambda name: (-len(name), name))
    return Townships(re.compile("|".join(map(re.escape, names)) or "(?!)"), codes)
