"""Which area, and which township, a report is about: by the body that speaks and all places on the page."""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import dataclass
from typing import TYPE_CHECKING

from kg.areas import COUNTRY
from kg.places import Place, find_short_names, short_name_after
from kg.surroundings import abbreviated_hosts, hosts, resolve

if TYPE_CHECKING:
    from collections.abc import Iterable

    from kg.areas import Gazetteer
    from kg.report.clues import Clues
    from kg.report.phrases import Phrase
    from kg.surroundings import Surroundings

_TITLE, _HEADER, _OPENING, _QUOTED, _TEXT, _SHORT = 12, 10, 5, 3, 2, 1
_OPENING_LENGTH = 200
_STEM_LENGTHS = (4, 3, 2)
_LEAST_STEMS = 2
_TOWNSHIP_LEVELS = ("镇", "乡", "街道", "苏木")
_SUBDISTRICT = "街道"
_TOWNSHIP_DIGITS = 9
_TOWNSHIP_NAME = re.compile(r"[\u3400-\u9fff]{1,8}?(?:街道|镇|乡|苏木)")
_TOWNSHIP_SUBJECT = re.compile(
    r"(?:\A|,|\n)(?P<name>[\u3400-\u9fff]{1,6}?(?:街道|镇|乡|苏木))(?=[\u3400-\u9fff])(?!党|政府|人民政府|司法所|各|纪委)"
)
_AFTER_TIME = re.compile(r"\s*(?:(?:19|20)\d\d年(?:度|以来)?|今年(?:以来)?|一年来),?")
_LEVELS_BY_SIZE = ("区", "县", "旗", "市", "州", "盟", "省", "自治区")


@dataclass(frozen=True, slots=True)
class Located:
    """A report's area: six digits, and a township's nine where it is about that only.

    ``is_township`` also holds for a township whose code is not known.
    """

    area: str | None
    township: str | None = None
    is_township: bool = False


def locate(
    phrase: Phrase, clues: Clues, around: Surroundings, gazetteer: Gazetteer, year: int | None
) -> Located:
    """Find the area that the speaking body belongs to."""
    if phrase.kind == "central-department" and not phrase.located and not phrase.lead:
        return Located(COUNTRY)
    is_township = _speaks_as_township(phrase, clues)
    code = resolve(phrase.codes, around, gazetteer, year) if phrase.codes else None
    if code is not None and len(code) == _TOWNSHIP_DIGITS:
        return Located(gazetteer.townships[code].parent, code, True)
    own = _opening_townships(clues, phrase)
    if code is not None:
        inside = [t for t in gazetteer.children(code) if t.level == "township" and t.name in own]
        if inside:
            return Located(code, inside[0].code, True)
        inner = _branch(phrase, code, gazetteer)
        return Located(inner or code, None, is_township)
    if is_township or any(gazetteer.townships_named(name) for name in own):
        return _township(phrase, clues, around, gazetteer, year)
    return Located(_by_mentions(_level(phrase, clues, around), clues, around, gazetteer, year))


def _opening_townships(clues: Clues, phrase: Phrase) -> tuple[str, ...]:
    """Return the townships that are subjects in the first sentence of a page without title: 2025年,…,平东镇持续….

    None where a body speaks, but for a government: it may only be that on whose site the page stands.
    """
    if clues.title or phrase.level or phrase.kind not in (None, "people-government"):
        return ()
    sentence = clues.introduction.partition("。")[0]
    names = (match["name"] for match in _TOWNSHIP_SUBJECT.finditer(sentence))
    return tuple(name for name in names if not phrase.name or not name.endswith(_SUBDISTRICT))


def _speaks_as_township(phrase: Phrase, clues: Clues) -> bool:
    if phrase.township or phrase.level in _TOWNSHIP_LEVELS:
        return True
    if phrase.codes:
        return len(phrase.codes[0]) == _TOWNSHIP_DIGITS
    if phrase.level:
        return False
    own = {what: _self_count(clues, what) for what in (*_LEVELS_BY_SIZE, *_TOWNSHIP_LEVELS)}
    best = max(own, key=lambda what: own[what])
    return own[best] > 0 and best in _TOWNSHIP_LEVELS


def _self_count(clues: Clues, what: str) -> int:
    return 3 * clues.selves.get(f"own {what}", 0) + clues.selves.get(f"whole {what}", 0)


def _branch(phrase: Phrase, code: str, gazetteer: Gazetteer) -> str | None:
    """Return the county of a city's local branch: 上海市公安局宝山分局, 常州市天宁生态环境局."""
    for start in range(max(1, len(phrase.name) - 3)):
        before = phrase.name[:start]
        if start and not before.endswith(("局", "厅")):
            continue
        place = short_name_after(phrase.name, start, len(phrase.name), gazetteer)
        inner = [c for c in place.codes if c != code and gazetteer.within(c, code)] if place else []
        if inner and (start == 0 or phrase.name.endswith("分局")):
            return inner[0]
    return None


def _level(phrase: Phrase, clues: Clues, around: Surroundings) -> str:
    """Return the character of the level that the report speaks at: 区, 县, 市 …, or an empty string."""
    if phrase.level:
        return phrase.level
    subject = _opening_subject(clues, around)
    if subject:
        return subject[-1]
    counts = {what: _self_count(clues, what) for what in _LEVELS_BY_SIZE}
    best = max(counts, key=lambda what: counts[what])
    return best if counts[best] else ""


def _opening_subject(clues: Clues, around: Surroundings) -> str:
    """Return the area that the body opens with as its subject (2023年,鄂尔多斯市深入贯彻…), or an empty string."""
    start = clues.page.body[0]
    opening = _AFTER_TIME.match(clues.page.plain, start)
    if opening is None:
        return ""
    names = (place.name for place in around.places if place.start == opening.end())
    return next((name for name in names if name.endswith(_LEVELS_BY_SIZE)), "")


def _township(
    phrase: Phrase, clues: Clues, around: Surroundings, gazetteer: Gazetteer, year: int | None
) -> Located:
    """Find a township whose county the speaking body's name lacks, or leaves open."""
    wanted = phrase.township or phrase.place
    named = [place for place in around.places if len(place.codes[0]) == _TOWNSHIP_DIGITS]
    for name, codes in (*((p.name, p.codes) for p in named), *_bare_townships(clues, gazetteer)):
        code = resolve(codes, around, gazetteer, year) if not wanted or name == wanted else None
        if code is not None:
            return Located(gazetteer.townships[code].parent, code, True)
    county = _by_mentions("", clues, around, gazetteer, year, counties_only=True)
    if county is None:
        return Located(None, None, True)
    inside = [t.code for t in gazetteer.children(county) if wanted and t.name == wanted]
    return Located(county, inside[0] if inside else None, True)


def _bare_townships(clues: Clues, gazetteer: Gazetteer) -> Iterable[tuple[str, tuple[str, ...]]]:
    """Yield the townships that title and opening name without their county: name and codes."""
    for match in _TOWNSHIP_NAME.finditer(f"{clues.title}\n{clues.opening}"):
        for start in range(len(match[0]) - 1):
            areas = gazetteer.townships_named(match[0][start:])
            if areas:
                yield match[0][start:], tuple(area.code for area in areas)
                break


def _by_mentions(
    level: str,
    clues: Clues,
    around: Surroundings,
    gazetteer: Gazetteer,
    year: int | None,
    *,
    counties_only: bool = False,
) -> str | None:
    """Return the area of a level that the page names with most weight."""
    weights: Counter[tuple[str, ...]] = Counter()
    for place, weight in _weighted(clues, around, gazetteer):
        codes = tuple(dict.fromkeys(c for c in _counties(place, gazetteer) if _fits(c, level, gazetteer)))
        if codes and (not counties_only or gazetteer.level(codes[0]) == "county"):
            weights[codes] += weight
    if not weights:
        abbreviated = [code for code in abbreviated_hosts(around, gazetteer) if _fits(code, level, gazetteer)]
        if len(abbreviated) == 1:
            return abbreviated[0]
        return _by_stem(level, clues, around, gazetteer, year)
    codes = min(weights, key=lambda codes: (-weights[codes], codes))
    # A name in full (上海市宝山区) speaks for the bare name (宝山区) as well.
    in_full = {code for other in weights if set(other) < set(codes) for code in other}
    return resolve([c for c in codes if c in in_full] or codes, around, gazetteer, year)


def _by_stem(
    level: str, clues: Clues, around: Surroundings, gazetteer: Gazetteer, year: int | None
) -> str | None:
    """Return the area whose name the text has most often without its ending, where it has none in full."""
    if not level:
        return None
    start, end = clues.page.body
    body = clues.page.plain[start:end]
    pieces = (body[i : i + length] for length in _STEM_LENGTHS for i in range(len(body) - length + 1))
    counts = Counter(piece for piece in pieces if piece in gazetteer.short_names)
    for stem in sorted(counts, key=lambda stem: (-counts[stem], stem)):
        codes = [area.code for area in gazetteer.short(stem) if _fits(area.code, level, gazetteer)]
        if codes and counts[stem] >= _LEAST_STEMS:
            return resolve(codes, around, gazetteer, year)
    return None


def _counties(place: Place, gazetteer: Gazetteer) -> Iterable[str]:
    for code in place.codes:
        yield (gazetteer.townships[code].parent or code) if len(code) == _TOWNSHIP_DIGITS else code


def _fits(code: str, level: str, gazetteer: Gazetteer) -> bool:
    """Tell whether an area is of the level that a character stands for."""
    if code == COUNTRY:
        return False
    if not level:
        return True
    name = gazetteer.divisions[code].name
    if level == "自治区":
        return name.endswith(level)
    return name.endswith(level) or (level == "市" and name.endswith(("地区", "盟")))


def _weighted(clues: Clues, around: Surroundings, gazetteer: Gazetteer) -> Iterable[tuple[Place, int]]:
    """Yield the places on the page with the weight of where they stand."""
    plain = clues.page.plain
    title = clues.page.title or (0, 0)
    start, end = clues.page.body
    for place in around.places:
        if title[0] <= place.start < title[1]:
            weight = _TITLE
        elif not start <= place.start < end:
            weight = _HEADER
        elif place.start < start + _OPENING_LENGTH:
            weight = _OPENING
        else:
            weight = _QUOTED if plain[place.start - 1 : place.start] in ("《", "共") else _TEXT
        yield place, weight + (len(place.codes) == 1)
    for code in hosts(around, gazetteer):
        yield Place(0, 0, "", (code,)), _HEADER
    for place in find_short_names(plain, 0, len(plain), gazetteer):
        yield place, _HEADER if title[0] <= place.start < title[1] else _SHORT
