"""What names a body on a page: 上海市宝山区司法局, 区司法局, 郑陆镇人民政府, or a place alone."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from functools import lru_cache
from typing import TYPE_CHECKING

from kg import bodies
from kg.body_finding import LEVEL_CHARACTERS
from kg.parsing.layout import NUMERALS
from kg.places import find_places
from kg.report.words import pattern

if TYPE_CHECKING:
    from kg.areas import Gazetteer
    from kg.vocabulary import Vocabulary

_TOWNSHIP = re.compile(
    r"(?![我本全各该])(?P<name>[\u3400-\u9fff]{1,8}?(?:街道|镇|乡|苏木))(?=人民政府|政府|办事处|党|司法所|\Z)"
)
_BARE_LEVEL = re.compile(r"(?P<level>街道|自治区|地区|[省市区县旗州盟镇乡])(?=.)")
_GOVERNMENT = "人民政府"
_PARTY_AND_GOVERNMENT = re.compile(
    r"(?P<party>.+?)(?P<level>[区县市省旗州盟镇乡]?)(?:党?委员会|党?委)(?:办公[室厅])?"
    r"(?P<rest>.*政府(?:办公[室厅])?)"
)
_NOISE = re.compile(r"[\s“”\"'《》【】\[\]<>*#|_]+")
_TWO_NAMES = re.compile(r"(?P<first>[\u3400-\u9fff]+)\((?P<second>[\u3400-\u9fff]+)\)(?P<rest>.*)")
_OF_GOVERNMENT = re.compile(r"人民政府(?=[\u3400-\u9fff]+街道办事处\Z)")
COMMITTEE = "area-management-committee"
"""The kind of body that governs a development zone."""
_LONGEST = 40
_SHORTEST_BODY = 2
_LONGEST_SHORT_NAME = 6
_COUNTY_DIGITS = 6
_NAME = re.compile(r"(?![我本全各该])[\u3400-\u9fff、()]+")
_LAST_OF_PLACES = f"{LEVEL_CHARACTERS}道木"
_LEVEL_OF_OWN = re.compile("人民政府|政府|委|司法")


@dataclass(frozen=True, slots=True)
class Phrase:
    """A body or place as named.

    ``codes`` are the areas that the place can mean, ``place`` its words. ``level`` is the character that
    stands for the place in 区司法局. ``township`` is a township's name that stands after the place, or alone.
    ``name`` is the body's name without all these, empty for a place alone; ``lead`` what stands before the
    place (国家税务总局); ``short`` tells that the place lacks its ending.
    """

    name: str = ""
    kind: str | None = None
    codes: tuple[str, ...] = ()
    place: str = ""
    level: str = ""
    township: str = ""
    lead: str = ""
    short: bool = False

    @property
    def located(self) -> bool:
        """Whether the phrase names its place."""
        return bool(self.codes or self.township)


def read_phrase(string: str, gazetteer: Gazetteer, vocabulary: Vocabulary) -> Phrase | None:
    """Read a string that is nothing but the name of a body or place; None if it is not."""
    string = _NOISE.sub("", string)
    if not 2 <= len(string) <= _LONGEST:
        return None
    string = _of_two_names(string, gazetteer, vocabulary)
    string = _OF_GOVERNMENT.sub("", _government_of(string, gazetteer).removeprefix("中共"))
    string = _division(vocabulary).sub("", string)
    lead = pattern(vocabulary, "national-lead").match(string)
    start = lead.end() if lead else 0
    phrase = _place(string[start:], gazetteer, vocabulary)
    rest = string[start + len(phrase.place) + len(phrase.township) :]
    if not rest:
        return phrase if phrase.located and not lead else None
    named = _body(rest, phrase, vocabulary)
    return replace(named, lead=lead[0]) if named is not None and lead else named


@lru_cache(maxsize=4)
def _division(vocabulary: Vocabulary) -> re.Pattern[str]:
    """Return a pattern for the division of a corps that a city is one with (第八师石河子市)."""
    corps = pattern(vocabulary, "corps").pattern
    return re.compile(f"\\A(?:{corps})?第?[{NUMERALS}]{{1,3}}师(?=[\u3400-\u9fff]{{2,5}}市)")


def _of_two_names(string: str, gazetteer: Gazetteer, vocabulary: Vocabulary) -> str:
    """Of a zone and a district that are one (高新区(新市区)人民政府) keep the district."""
    both = _TWO_NAMES.fullmatch(string)
    if both is None:
        return string
    for zone, district in ((both["first"], both["second"]), (both["second"], both["first"])):
        found = pattern(vocabulary, "zone").search(zone)
        if found is not None and found.end() == len(zone) and gazetteer.named(district):
            city = zone[: found.start()]
            return (city if gazetteer.short(city) or gazetteer.named(city) else "") + district + both["rest"]
    return string


def _government_of(string: str, gazetteer: Gazetteer) -> str:
    """Of a party committee and a government that report together keep the government."""
    both = _PARTY_AND_GOVERNMENT.fullmatch(string)
    if both is None:
        return string
    places = find_places(both["rest"], 0, len(both["rest"]), gazetteer)
    if places:
        return both["rest"][places[0].start :]
    return both["party"].removeprefix("中共") + both["level"] + _GOVERNMENT


def _place(string: str, gazetteer: Gazetteer, vocabulary: Vocabulary) -> Phrase:
    """Read the place that a string begins with."""
    places = find_places(string, 0, len(string), gazetteer)
    if places and places[0].start == 0:
        place = places[0]
        township = _TOWNSHIP.match(string, place.end) if len(place.codes[0]) == _COUNTY_DIGITS else None
        name = township["name"] if township is not None else ""
        return Phrase(codes=place.codes, place=string[: place.end], township=name)
    township = _TOWNSHIP.match(string)
    codes = tuple(area.code for area in gazetteer.townships_named(township["name"])) if township else ()
    if township is not None and codes:
        return Phrase(codes=codes, place=township["name"])
    doubtful = _doubtful_place(string, gazetteer, vocabulary)
    if doubtful is not None or township is None or len(township["name"].removesuffix("街道")) < 2:
        return doubtful or Phrase()
    return Phrase(township=township["name"])


def _doubtful_place(string: str, gazetteer: Gazetteer, vocabulary: Vocabulary) -> Phrase | None:
    """Read a place that only a body's name or a zone's behind it makes one: 天宁司法局, 城中区司法局."""
    for length in range(min(_LONGEST_SHORT_NAME, len(string) - _SHORTEST_BODY), 1, -1):
        rest = string[length:]
        full = gazetteer.named(string[:length])
        areas = full or gazetteer.short(string[:length])
        is_body = len(rest) > _SHORTEST_BODY and bodies.ending_of(rest, vocabulary) == rest
        is_zone = _zone(vocabulary).match(rest) is not None
        if areas and (is_body or is_zone):
            # A zone called by a name that city and county share (南昌高新区) is the city's.
            cities = tuple(a.code for a in areas if a.level == "city") if is_zone else ()
            codes = cities or tuple(a.code for a in areas)
            return Phrase(codes=codes, place=string[:length], short=not full)
    return None


def _body(rest: str, phrase: Phrase, vocabulary: Vocabulary) -> Phrase | None:
    """Read a body's name after its place, or after the character of its level."""
    level = "" if phrase.located else _level(rest, vocabulary)
    rest = rest[len(level) :]
    kind = bodies.kind_of(rest, vocabulary)
    inner = vocabulary.words["report-inner-body"]
    if kind is None and phrase.located and _zone(vocabulary).fullmatch(rest):
        # A zone speaks through its committee, named or not: 合肥高新区2024年度法治政府建设情况报告.
        rest += committee_of_zone(vocabulary)
        kind = COMMITTEE
    if kind is None or kind in inner:
        rest = _outer(rest, inner, vocabulary)
        kind = bodies.kind_of(rest, vocabulary)
    if kind is None or not _NAME.fullmatch(rest) or rest.endswith(vocabulary.body_types[kind].excludes):
        return None
    return replace(phrase, name=rest, kind=kind, level=level)


@lru_cache(maxsize=4)
def _zone(vocabulary: Vocabulary) -> re.Pattern[str]:
    """Return a pattern for the name of a development zone behind its place: 高新区, 稀土高新区, 城乡一体化示范区."""
    return re.compile(f"[\u3400-\u9fff]{{0,3}}?(?:{pattern(vocabulary, 'zone').pattern})(?=管|\\Z)")


def committee_of_zone(vocabulary: Vocabulary) -> str:
    """Return what the body is called that governs a development zone: 管理委员会."""
    return vocabulary.body_types[COMMITTEE].endings[0]


def _level(rest: str, vocabulary: Vocabulary) -> str:
    """Return the character of a level before a body's name: 区司法局, but not 市场监管局."""
    found = _BARE_LEVEL.match(rest)
    if found is None or bodies.kind_of(rest[found.end() :], vocabulary) is None:
        return ""
    whole = bodies.ending_of(rest, vocabulary) == rest
    return found["level"] if not whole or _LEVEL_OF_OWN.match(rest, found.end()) else ""


def _outer(rest: str, inner: tuple[str, ...], vocabulary: Vocabulary) -> str:
    """Return the body that another stands in: 司法局 of 司法局办公室; an empty string if there is none."""
    for length in range(_SHORTEST_BODY, len(rest)):
        if _is_whole(rest[:length], inner, vocabulary):
            return next(rest[:n] for n in range(len(rest), 0, -1) if _is_whole(rest[:n], inner, vocabulary))
    return ""


def _is_whole(name: str, inner: tuple[str, ...], vocabulary: Vocabulary) -> bool:
    """Tell whether a name ends as a body that speaks for itself does, and with more than one character."""
    return len(bodies.ending_of(name, vocabulary)) > 1 and bodies.kind_of(name, vocabulary) not in inner


def read_lead(heading: str, gazetteer: Gazetteer, vocabulary: Vocabulary) -> Phrase | None:
    """Read the body or place that a title begins with: 2020年度宝山区司法局法治政府建设情况报告."""
    lead = _LEADING.sub("", heading, count=1)
    area = None
    for cut in _cuts(lead, vocabulary):
        if (
            _of_two_names(lead[: lead.find(")", cut) + 1], gazetteer, vocabulary)
            != lead[: lead.find(")", cut) + 1]
        ):
            continue  # within 高新区(新市区)
        if lead[cut - 1] not in _LAST_OF_PLACES + ")" and bodies.kind_of(lead[:cut], vocabulary) is None:
            continue
        phrase = read_phrase(lead[:cut], gazetteer, vocabulary)
        if phrase is not None and phrase.name and _covers(phrase, lead[:cut]):
            return phrase
        area = area or phrase
    return area if area is not None and not area.name else None


_LEADING = re.compile(
    r"(?:关于)?(?:印发)?[《“(【]*(?:(?:19|20)\d\d(?:[-—–~至](?:19|20)\d\d)?年?度?"
    r"(?:[上下]半年|第?[一二三四]季度)?)?(?:关于)?[)】]*"
)


def _cuts(lead: str, vocabulary: Vocabulary) -> list[int]:
    found = {match.start() for match in re.finditer(r"\d{4}|\d{1,2}[-—至]\d{1,2}月|二〇|[()_\s]", lead)}
    found |= {match.end() for match in re.finditer(r"\)", lead)}
    for match in pattern(vocabulary, "after-body").finditer(lead):
        found.add(match.start())
    return sorted(cut for cut in {*found, len(lead)} if 1 < cut <= _LONGEST)


def _covers(phrase: Phrase, string: str) -> bool:
    """Tell whether a phrase takes in a whole string, but for what leads it."""
    length = sum(map(len, (phrase.lead, phrase.place, phrase.township, phrase.level, phrase.name)))
    return length >= len(string) or string.endswith(phrase.name)
