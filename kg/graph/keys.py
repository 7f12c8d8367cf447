"""What identifies bodies, programs, documents and honourees: their keys.

Two reports that mean the same thing must come to the same key. A key is a string; its hash is the end of the
entity's IRI (see ``kg.graph.iris``), and all that the graph says of the entity is a function of the key.
"""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass
from functools import lru_cache
from typing import TYPE_CHECKING

from kg.areas import COUNTRY
from kg.normalise import simplify

if TYPE_CHECKING:
    from collections.abc import Iterable

    from kg.areas import Gazetteer
    from kg.vocabulary import Vocabulary

_MARKS = frozenset("“”‘’\"'「」『』〝〞〟‟‛«»‹›《》〈〉")
_DIGIT = "0-9〇零一二三四五六七八九"
_NUMERAL = _DIGIT + "十百两"
_YEAR_NUMBER = f"[{_DIGIT}]{{4}}"
_DASH = "[-—–~至到]+"
_NOTE_AT_END = re.compile(r"(?:\([^()]*\))+$")
_SHORTEST_NAME = 2
_SHORTEST_PLACE = 3
_LONGEST_PLACE = 15


@dataclass(frozen=True, slots=True)
class Known:
    """What keys are read with. Hashable, so that what depends on it can be cached."""

    vocabulary: Vocabulary
    gazetteer: Gazetteer


@dataclass(frozen=True, slots=True)
class Key:
    """An entity's key in its two parts.

    ``area`` is the code of the area that the name belongs to: empty where nobody knows it, None where the
    name is known in the whole country.
    """

    area: str | None
    name: str

    def __str__(self) -> str:
        return self.name if self.area is None else f"{self.area}|{self.name}"


@lru_cache(maxsize=1 << 14)
def normalised(name: str) -> str:
    """Return a name as keys have it: simplified, NFKC, without spaces, quotation marks and 《》〈〉."""
    compatible = unicodedata.normalize("NFKC", name)
    plain = unicodedata.normalize("NFKC", simplify(compatible))
    bare = "".join(character for character in plain if character not in _MARKS and not character.isspace())
    return bare if bare == name else normalised(bare)  # what was apart may now combine


def body_key(area: str | None, name: str) -> Key:
    """Return the key of a body by the code of its area and its full name."""
    return Key(area or "", normalised(name))


def honouree_key(area: str | None, name: str) -> Key:
    """Return the key of who or what was honoured, by the code of the area it belongs to and its name."""
    return Key(area or "", normalised(name))


def program_key(area: str | None, name: str, known: Known) -> Key:
    """Return the key of an area's program: its name without leading place, year, edition, batch and session.

    A name that consists of nothing else stays as it is.
    """
    remainder = normalised(name)
    leading, trailing = _additions(area, known)
    while True:
        shorter = trailing.sub("", leading.sub("", remainder, count=1), count=1)
        if shorter == remainder or len(shorter) < _SHORTEST_NAME:
            return Key(area or "", remainder)
        remainder = shorter


def document_key(area: str | None, title: str, known: Known) -> Key:
    """Return the key of a document by its title and the code of the area that cites it.

    The title alone is the key if it names a place, or if it ends like a law's (条例, 纲要 …), where a note in
    brackets behind it, such as (试行) or (2021—2025年), does not count; else any area could have such a one.
    """
    name = normalised(title)
    for word in known.vocabulary.words.get("document-state", ()):
        if len(name) > len(word):
            name = name.removeprefix(word)
    endings = known.vocabulary.words.get("document-general-ending", ())
    if _NOTE_AT_END.sub("", name).endswith(endings) or names_place(name, known.gazetteer):
        return Key(None, name)
    return Key(area or "", name)


@lru_cache(maxsize=1 << 12)
def names_place(title: str, gazetteer: Gazetteer) -> bool:
    """Tell whether a title names an area: by its full name (天宁区), or a province by its short one (江苏).

    Names of two characters are left out (兴县 would be found in 振兴县域), and so are common nouns (城区).
    """
    return any(
        _is_area(title[start:end], gazetteer) or _is_province(title[start:end], gazetteer)
        for end in range(_SHORTEST_NAME, len(title) + 1)
        for start in range(max(0, end - _LONGEST_PLACE), end - 1)
    )


def _is_area(name: str, gazetteer: Gazetteer) -> bool:
    return (
        len(name) >= _SHORTEST_PLACE
        and name[-1] in _last_characters(gazetteer)
        and name not in gazetteer.grammar.common_nouns
        and bool(gazetteer.named(name))
    )


@lru_cache(maxsize=4)
def _last_characters(gazetteer: Gazetteer) -> frozenset[str]:
    """Return what the names of areas end in (省, 市, 区 …): asked first, it spares most of the look-ups."""
    return frozenset(name[-1] for name in gazetteer.names)


def _is_province(name: str, gazetteer: Gazetteer) -> bool:
    return len(name) <= _SHORTEST_PLACE and any(a.level == "province" for a in gazetteer.short(name))


@lru_cache(maxsize=1 << 10)
def _additions(area: str | None, known: Known) -> tuple[re.Pattern[str], re.Pattern[str]]:
    """Return the patterns of what may stand before and after the name proper of an area's program."""
    words = known.vocabulary.words
    year = f"{_YEAR_NUMBER}(?:{_DASH}{_YEAR_NUMBER})?(?:{_any(words.get('name-year', ()))})"
    number = f"第(?:[{_NUMERAL}]+)(?:{_any(words.get('name-edition', ()))})"
    edition = f"(?:{number}|{_any(words.get('name-first-edition', ()))})"
    place = f"(?:{_any(_place_names(area, known))})(?!{_any(words.get('name-after-place', ()))})"
    leading = re.compile(rf"^(?:{place}|{year}|{edition}|\((?:{year}|{edition})\))")
    trailing = re.compile(rf"\((?:{edition}|{_YEAR_NUMBER}年?版)\)$")
    return leading, trailing


def _place_names(area: str | None, known: Known) -> set[str]:
    """Return the names of the area and those above it, and what its own people call it (我区, 全县)."""
    if area is None:
        return set()
    names: set[str] = set()
    deictics: set[str] = set()
    for code in (area, *known.gazetteer.ancestors(area)):
        found = known.gazetteer.area(code)
        if found is None or code == COUNTRY:
            continue
        names.update((found.name, *found.former))
        if code == area:
            words = known.vocabulary.words.get("name-own-place", ())
            deictics.update(word + name[-1] for word in words for name in (found.name, *found.former))
    return names | deictics


def _any(words: Iterable[str]) -> str:
    """Return a pattern for any of the words, the longest first; one that never matches if there are none."""
    return "|".join(map(re.escape, sorted(words, key=lambda word: (-len(word), word)))) or "(?!)"
