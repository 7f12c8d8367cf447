"""Names of public bodies: of which kind a body is, and what its full name is.

A body's name ends in one of the endings that ``ontology/bodies.ttl`` lists for its kind. Its full name has
its place in front, from the city on (南昌市东湖区司法局, 上海市宝山区司法局).
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache
from typing import TYPE_CHECKING

from kg.areas import COUNTRY
from kg.body_finding import LEVEL_CHARACTERS, find_bodies
from kg.model import Body

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from kg.areas import Gazetteer
    from kg.vocabulary import Vocabulary

__all__ = ["complete", "ending_of", "find_bodies", "full_name", "is_bureau", "kind_of", "place_name"]


_PARTY = "中共"
_CITIES = ("市", "州", "盟", "地区")
"""What the names of cities end in, and of municipalities; those of provinces do not."""
_PROVINCIAL_ENDING = "厅"
_NATIONAL_KINDS = ("state-council", "central-department", "central-party-organ")
_KINDS_WITH_LEVEL = frozenset({"party-organ", "people-government", "township-government"})
"""Kinds with endings that begin with the level itself (区委, 镇政府)."""
_DEPARTMENTS = re.compile("[^部]+部门")
"""Departments of whatever level (公安部门), not the ministry."""
_OF_NO_AREA = frozenset({"law-firm", "enterprise", "school", "hospital", "media", "association"})
"""Kinds whose names are complete without a place."""
_OF_GOVERNMENT = ("people-government", "township-government", "government-office")
"""Kinds whose names are often shortened from 人民政府 to 政府."""
_LEVELS = ("自治区", "自治州", "自治县", "街道", *LEVEL_CHARACTERS)
_TOWNSHIPS = ("街道", "镇", "民族乡", "乡")
_SHORTEST_STEM = 2
_LONGEST_PLACE = 15


@dataclass(frozen=True, slots=True, eq=False)
class _Speaker:
    """Who speaks, and of where: the report's area and its publisher's full name."""

    area: str
    publisher: str
    gazetteer: Gazetteer
    vocabulary: Vocabulary

    @property
    def around(self) -> tuple[str, ...]:
        """The area and those around it below the country, innermost first."""
        return (self.area, *(c for c in self.gazetteer.ancestors(self.area) if c != COUNTRY))

    def name(self, code: str) -> str:
        """Return an area's own name."""
        area = self.gazetteer.area(code)
        return area.name if area is not None else ""


@lru_cache(maxsize=4)
def _endings(vocabulary: Vocabulary) -> Mapping[str, str]:
    return {e: kind for kind, concept in vocabulary.body_types.items() for e in concept.endings}


@lru_cache(maxsize=4)
def _longest_ending(vocabulary: Vocabulary) -> int:
    return max(map(len, _endings(vocabulary)), default=0)


@lru_cache(maxsize=4)
def _last_characters(vocabulary: Vocabulary) -> frozenset[str]:
    return frozenset(ending[-1] for ending in _endings(vocabulary))


def ending_of(name: str, vocabulary: Vocabulary) -> str:
    """Return the longest ending that ``name`` has, or an empty string."""
    endings = _endings(vocabulary)
    if name[-1:] not in _last_characters(vocabulary):
        return ""
    first = max(0, len(name) - _longest_ending(vocabulary))
    return next((name[i:] for i in range(first, len(name)) if name[i:] in endings), "")


def kind_of(name: str, vocabulary: Vocabulary) -> str | None:
    """Return the body type whose ending is the longest that ``name`` has, or None."""
    return _endings(vocabulary).get(ending_of(name, vocabulary))


def is_bureau(kind: str | None, vocabulary: Vocabulary) -> bool:
    """Tell whether bodies of a kind are departments of a government."""
    concept = vocabulary.body_types.get(kind or "")
    return concept is not None and concept.bureau


def place_name(code: str, gazetteer: Gazetteer) -> str:
    """Return an area's name as its bodies bear it: 江苏省, 常州市, 常州市天宁区, 上海市宝山区, 高邮市.

    A city of county level and a county directly under a province go alone, and so does a zone whose name holds its
    city's (合肥高新技术产业开发区); a township goes with its county. Raises LookupError if no area has the code.
    """
    area = gazetteer.area(code)
    if area is None:
        raise LookupError(f"no area has the code {code}")
    above = gazetteer.area(area.parent or "")
    if above is None or above.code == COUNTRY:
        return area.name
    if area.level == "township":
        return place_name(above.code, gazetteer) + area.name
    city = gazetteer.grammar.stem(above.name)
    holds_city = area.name.startswith(city) and len(area.name) > len(city) + 1
    alone = area.name.endswith("市") or area.level == "city" or holds_city
    return area.name if alone or not above.name.endswith(_CITIES) else above.name + area.name


def full_name(
    name: str, area_code: str | None, gazetteer: Gazetteer, publisher_name: str | None, vocabulary: Vocabulary
) -> str:
    """Complete a body's name by the report's area and publisher: 区司法局 gives 南昌市东湖区司法局.

    我局 and other ways to name the publisher give its name. What cannot be completed is returned as it is.
    """
    return complete(name, area_code, gazetteer, publisher_name, vocabulary).name


def complete(
    name: str, area_code: str | None, gazetteer: Gazetteer, publisher_name: str | None, vocabulary: Vocabulary
) -> Body:
    """Return the body that ``name`` means in a publisher's report on an area: full name, area and kind.

    ``area_code`` has six digits, or nine for a township's report. The body's area is that of the place in its
    name: the country's for national bodies, None where the place is not known.
    """
    kind = kind_of(name, vocabulary)
    if kind in _NATIONAL_KINDS or _is_national(name, vocabulary):
        return Body(COUNTRY, name, kind)
    if area_code is None or gazetteer.area(area_code) is None:
        return Body(None, name, kind)
    speaker = _Speaker(area_code, publisher_name or "", gazetteer, vocabulary)
    area, full = _own(name, kind, speaker) or _placed(_bare(name, kind, vocabulary), speaker)
    return Body(area, full, kind_of(full, vocabulary) or kind)


def _is_national(name: str, vocabulary: Vocabulary) -> bool:
    """Tell whether a name begins as those of the whole country's bodies do: 全国妇联, 公安部交通管理局."""
    if name.startswith(vocabulary.words.get("body-national", ())):
        return True
    return name.startswith(_ministries(vocabulary)) and _DEPARTMENTS.match(name) is None


@lru_cache(maxsize=4)
def _ministries(vocabulary: Vocabulary) -> tuple[str, ...]:
    return (
        vocabulary.body_types["central-department"].endings
        if "central-department" in vocabulary.body_types
        else ()
    )


def _bare(name: str, kind: str | None, vocabulary: Vocabulary) -> str:
    """Leave out 我, 本, 该 and the 中共 of a Party committee's long name; write 政府 as 人民政府."""
    pronoun = next((word for word in vocabulary.words.get("body-self", ()) if name.startswith(word)), _PARTY)
    bare = name.removeprefix(pronoun)
    if kind in _OF_GOVERNMENT and "人民政府" not in bare:
        return bare.replace("政府", "人民政府")
    return bare


def _own(name: str, kind: str | None, speaker: _Speaker) -> tuple[str, str] | None:
    """Return the publisher where the name means it, or its office (我局, 局机关, 区司法局, 办公室)."""
    if not speaker.publisher:
        return None
    concept = speaker.vocabulary.body_types.get(kind or "")
    short = _bare(name, kind, speaker.vocabulary)
    if kind == "headquarters":
        short = short.removesuffix("机关")
    if short and speaker.publisher.endswith(short) and (len(short) > 1 or short != name):
        return _six_digits(speaker.area, speaker), speaker.publisher
    if (
        concept is not None
        and concept.part_of == "government-department"
        and not _starts_with_place(short, speaker)
    ):
        return _six_digits(speaker.area, speaker), speaker.publisher + name
    return None


def _starts_with_place(name: str, speaker: _Speaker) -> bool:
    """Tell whether a place, a level or another body stands before the office's own name."""
    places = tuple(speaker.name(code) for code in speaker.around)
    return name.startswith((*LEVEL_CHARACTERS, *places, *_bureau_endings(speaker.vocabulary)))


@lru_cache(maxsize=4)
def _bureau_endings(vocabulary: Vocabulary) -> tuple[str, ...]:
    concepts = vocabulary.body_types.values()
    return tuple(e for c in concepts if c.bureau for e in c.endings if len(e) > 1)


def _placed(name: str, speaker: _Speaker) -> tuple[str | None, str]:
    """Return the area that a name begins with, in whatever way, and the name with that place in full."""
    return (
        _by_name(name, speaker)
        or _by_level(name, speaker)
        or _by_stem(name, speaker)
        or _by_township(name, speaker)
        or _by_other_place(name, speaker)
        or _by_report(name, speaker)
    )


def _by_name(name: str, speaker: _Speaker) -> tuple[str, str] | None:
    """Read a name that begins as 江苏省常州市天宁区 or 天宁区 does, of the report's area or one around it."""
    ways = ((way, code) for code in speaker.around for way in _ways(code, speaker) if name.startswith(way))
    way, code = max(ways, key=lambda found: len(found[0]), default=("", ""))
    return _descend(code, name[len(way) :], speaker) if way else None


def _ways(code: str, speaker: _Speaker) -> Iterator[str]:
    """Yield an area's name with all, some and none of those around it."""
    names = [speaker.name(c) for c in (code, *speaker.gazetteer.ancestors(code)) if c != COUNTRY]
    for length in range(1, len(names) + 1):
        yield "".join(reversed(names[:length]))


def _descend(code: str, rest: str, speaker: _Speaker) -> tuple[str, str]:
    """Follow the names of counties in what stands behind a place: its innermost area, and the full name."""
    for child in speaker.gazetteer.children(code):
        if child.level != "township" and rest.startswith(child.name):
            return _descend(child.code, rest[len(child.name) :], speaker)
    return _six_digits(code, speaker), place_name(code, speaker.gazetteer) + rest


def _six_digits(code: str, speaker: _Speaker) -> str:
    area = speaker.gazetteer.area(code)
    return area.parent if area is not None and area.level == "township" and area.parent else code


def _by_level(name: str, speaker: _Speaker) -> tuple[str | None, str] | None:
    """Read 区司法局, 市政府, 自治区司法厅: the nearest area of that level; none if none is around."""
    ending = ending_of(name, speaker.vocabulary)
    if ending == name and not _begins_with_level(name, speaker.vocabulary):
        return None
    level = next((word for word in _LEVELS if name.startswith(word)), "")
    around = speaker.around[-1:] if name.endswith(_PROVINCIAL_ENDING) else speaker.around
    code = next((c for c in around if level and speaker.name(c).endswith(level)), None)
    if code is None:
        return (None, name) if level and ending in (name, name[len(level) :]) else None
    return _six_digits(code, speaker), place_name(code, speaker.gazetteer) + name[len(level) :]


def _begins_with_level(ending: str, vocabulary: Vocabulary) -> bool:
    """Tell whether an ending begins with the level itself (区委, 镇政府), as 市场监管局 does not."""
    kind = vocabulary.body_types.get(kind_of(ending, vocabulary) or "")
    return kind is not None and bool({kind.notation, *kind.broader} & _KINDS_WITH_LEVEL)


def _by_stem(name: str, speaker: _Speaker) -> tuple[str, str] | None:
    """Read 天宁公证处 and 天宁司法局, where the level is left out."""
    kind = kind_of(name, speaker.vocabulary)
    for code in speaker.around:
        stem = speaker.gazetteer.grammar.stem(speaker.name(code))
        if len(stem) >= _SHORTEST_STEM and name.startswith(stem) and kind not in _OF_NO_AREA:
            if is_bureau(kind, speaker.vocabulary):
                return _six_digits(code, speaker), place_name(code, speaker.gazetteer) + name[len(stem) :]
            return _six_digits(code, speaker), _place_around(code, speaker) + name
    return None


def _place_around(code: str, speaker: _Speaker) -> str:
    place = place_name(code, speaker.gazetteer)
    return place.removesuffix(speaker.name(code))


def _by_township(name: str, speaker: _Speaker) -> tuple[str, str] | None:
    """Read 兰陵街道人民调解委员会 and 兰陵司法所 in a report of the county or of a township in it."""
    county = _six_digits(speaker.area, speaker)
    for township in speaker.gazetteer.children(county):
        stem = next((township.name.removesuffix(w) for w in _TOWNSHIPS if township.name.endswith(w)), "")
        begins = name.startswith(township.name) or (len(stem) >= _SHORTEST_STEM and name.startswith(stem))
        if township.level == "township" and begins:
            return county, place_name(county, speaker.gazetteer) + name
    return None


def _by_other_place(name: str, speaker: _Speaker) -> tuple[str | None, str] | None:
    """Read a place outside the report's own: the nearest that bears the name; no area where that is open."""
    for length in range(min(len(name) - 1, _LONGEST_PLACE), _SHORTEST_STEM, -1):
        areas = speaker.gazetteer.named(name[:length])
        if areas:
            codes = [area.code for area in areas if area.last_revision is None] or [areas[0].code]
            near = [[c for c in codes if speaker.gazetteer.within(c, outer)] for outer in speaker.around]
            chosen = next((found for found in near if found), codes)
            return _descend(chosen[0], name[length:], speaker) if len(chosen) == 1 else (None, name)
    return None


def _by_report(name: str, speaker: _Speaker) -> tuple[str, str]:
    """Put the report's place in front, unless names of the kind are complete without one."""
    county = _six_digits(speaker.area, speaker)
    kind = speaker.vocabulary.body_types.get(kind_of(name, speaker.vocabulary) or "")
    if kind is None or {kind.notation, *kind.broader} & _OF_NO_AREA:
        return county, name
    of_county = kind.one_per_area and kind.notation != "township-government"
    return county, place_name(county if of_county else speaker.area, speaker.gazetteer) + name
