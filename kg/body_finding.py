"""Where bodies are named in running text.

A body's name ends in one of the endings that ``ontology/bodies.ttl`` lists for its kind; it begins behind the
last mark or the last word that no name contains (word list ``body-name-break``).
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from dataclasses import dataclass
from functools import lru_cache
from operator import itemgetter
from typing import TYPE_CHECKING, Literal, NamedTuple

from kg.term_search import TermSearch

if TYPE_CHECKING:
    from collections.abc import Iterator

    from kg.vocabulary import Concept, Vocabulary

LEVEL_CHARACTERS = "省市区县旗州盟镇乡"
"""What the names of areas end in; a body's short name begins with one (区司法局)."""

_LONGEST_PREFIX = 24
_LONGEST_GAP = 12
_LONGEST_QUOTATION = 16
_LONGEST_PLACE = 4
"""How long a place between a body and one that belongs to it is: longer, it is no place (区委列席区政府)."""
_NEARBY = 4
"""How many kept words are looked at around a break: more never overlap it."""
_TOWNSHIP = ("镇", "乡", "街道", "村", "社区")

Role = Literal["ending", "exclude", "break", "keep", "self"]
Span = tuple[int, int]
Found = tuple[int, int, str]
"""Where a body is named, and its kind: start, end, notation of the body type."""


@dataclass(frozen=True, slots=True, eq=False)
class _Names:
    """All that bounds names: the search for endings and words, and the words that are looked up."""

    search: TermSearch[tuple[tuple[Role, str], ...]]
    collective: tuple[str, ...]
    after_number: tuple[str, ...]
    national: tuple[str, ...]
    selves: tuple[str, ...]
    not_before: frozenset[str]


class _Marks(NamedTuple):
    """What the search found in a span: endings, where breaks end, where words for the speaker begin."""

    endings: tuple[Found, ...]
    breaks: tuple[int, ...]
    selves: tuple[int, ...]

    def last_break(self, position: int) -> int:
        """Return where the last break before a position ends, or -1."""
        index = bisect_right(self.breaks, position)
        return self.breaks[index - 1] if index else -1

    def last_self(self, position: int) -> int:
        """Return where the last word for the speaker before a position begins, or -1."""
        index = bisect_left(self.selves, position)
        return self.selves[index - 1] if index else -1


def find_bodies(plain: str, start: int, end: int, vocabulary: Vocabulary) -> list[Found]:
    """Find the bodies named in ``plain[start:end]``: (start, end, kind), in order, none overlapping.

    A name takes in its place and the bodies it is part of (区司法局法律援助中心 is one name). A word for many
    bodies (26家律师事务所, 各司法所) is none; nor is an ending alone, unless each area has one such body.
    """
    names = _names(vocabulary)
    marks = _marks(plain, start, end, names)
    found: list[Found] = []
    for first, last, kind in marks.endings:
        concept = vocabulary.body_types[kind]
        left = _left(plain, first, start, marks, names, quoted=not concept.one_per_area)
        if left is None:
            continue
        if found and _joined(plain, found[-1], left, first):
            found[-1] = (found[-1][0], last, kind)
            continue
        left = _behind(found[-1][1], left, first) if found else left
        alone = _stands_alone(plain[first:last], concept, names)
        if _is_name(plain[left:first], plain[first:last], alone, names):
            found.append((left, last, kind))
        elif alone and left == first - 1:
            found.append((first, last, kind))
    return found


def _joined(plain: str, before: Found, left: int, first: int) -> bool:
    """Tell whether the body named before is the one that the next ending belongs to."""
    if not left <= before[1] <= first <= before[1] + _LONGEST_GAP:
        return False
    gap = plain[before[1] : first]
    if gap and gap[-1] in LEVEL_CHARACTERS:
        return 1 < len(gap) <= _LONGEST_PLACE
    return not gap or gap[0] not in LEVEL_CHARACTERS


def _behind(body_end: int, left: int, first: int) -> int:
    """Behind another body only the character of its level is left of a short name (区委列席区政府)."""
    return left if left >= body_end else max(body_end, first - 1)


def _stands_alone(ending: str, concept: Concept, names: _Names) -> bool:
    """Tell whether an ending without anything before it names a body: 司法局, 区委, 国务院."""
    alone = concept.one_per_area and (len(ending) > 2 or ending[0] in LEVEL_CHARACTERS)
    return alone or ending.startswith(names.national)


def _is_name(prefix: str, ending: str, alone: bool, names: _Names) -> bool:
    if prefix.endswith(names.collective):
        return False
    if len(ending) == 1:
        return _anchored(prefix, names)
    if not prefix:
        return alone
    return len(prefix) > 1 or _anchored(prefix, names)


def _anchored(prefix: str, names: _Names) -> bool:
    return prefix.startswith(names.selves) or any(character in LEVEL_CHARACTERS for character in prefix)


def _left(plain: str, first: int, start: int, marks: _Marks, names: _Names, *, quoted: bool) -> int | None:
    """Return where the name with the ending at ``first`` begins; None behind a number (26家律师事务所)."""
    limit = max(start, first - _LONGEST_PREFIX)
    position = _before_quotation(plain, first, limit) if quoted else first
    while position > limit and (plain[position - 1].isalpha() or plain[position - 1] == "·"):
        position -= 1
    left = max(position, marks.last_break(first), marks.last_self(first))
    if left == position and position > limit and plain[position - 1].isdigit():
        unit = next((u for u in names.after_number if plain.startswith(u, position, first)), "")
        return position + len(unit) if unit or position == first else None
    return left


def _before_quotation(plain: str, first: int, limit: int) -> int:
    """Step over a quotation that stands right before the ending (“…”工作室)."""
    if first > limit and plain[first - 1] == "”":
        opening = plain.rfind("“", max(limit, first - _LONGEST_QUOTATION), first)
        return opening if opening >= 0 else first
    return first


def _marks(plain: str, start: int, end: int, names: _Names) -> _Marks:
    found: dict[Role, list[tuple[int, int, str]]] = {
        "ending": [],
        "exclude": [],
        "break": [],
        "keep": [],
        "self": [],
    }
    owners = names.search.values
    for index, first, last in names.search.hits(plain[start:end]):
        for role, kind in owners[index]:
            found[role].append((start + first, start + last, kind))
    if not found["ending"]:
        return _Marks((), (), ())
    kept = [(begin, last) for begin, last, _ in found["keep"]]
    kept = sorted([*kept, *_township_names(plain, start, found["break"])], key=itemgetter(1))
    endings = _longest([*found["ending"], *found["exclude"]])
    return _Marks(
        tuple(f for f in endings if f[2] and plain[f[1] : f[1] + 1] not in names.not_before),
        tuple(sorted(end for start, end in _outside(found["break"], kept))),
        tuple(start for start, _ in _outside(found["self"], kept)),
    )


def _township_names(plain: str, start: int, breaks: list[Found]) -> Iterator[Span]:
    """Yield the places where a break is the last character of a township's name (太和镇, not 局和镇)."""
    for begin, end, _ in breaks:
        if end - begin == 1 and plain.startswith(_TOWNSHIP, end):
            left = begin
            while left > start and begin - left < 3 and _within_name(plain[left - 1]):
                left -= 1
            if 0 < begin - left < 3:
                yield left, end


def _within_name(character: str) -> bool:
    return character.isalpha() and character not in LEVEL_CHARACTERS


def _outside(found: list[Found], kept: list[Span]) -> Iterator[Span]:
    """Yield the spans that do not lie inside a kept one (all sorted by their ends)."""
    ends = [end for _, end in kept]
    for start, end, _ in found:
        index = bisect_left(ends, end)
        nearby = kept[index : index + _NEARBY]
        if not any(first <= start and end <= last for first, last in nearby):
            yield start, end


def _longest(found: list[Found]) -> list[Found]:
    """Keep, of matches that overlap, the one that starts first, of those the longest."""
    kept: list[Found] = []
    for match in sorted(found, key=lambda f: (f[0], -f[1], f[2])):
        if not kept or match[0] >= kept[-1][1]:
            kept.append(match)
    return kept


@lru_cache(maxsize=4)
def _names(vocabulary: Vocabulary) -> _Names:
    entries: dict[str, list[tuple[Role, str]]] = {}
    for kind, concept in vocabulary.body_types.items():
        for ending in concept.endings:
            entries.setdefault(ending, []).append(("ending", kind))
        for word in concept.excludes:
            entries.setdefault(word, []).append(("exclude", ""))
    roles: tuple[tuple[str, Role], ...] = (
        ("body-name-break", "break"),
        ("body-name-keep", "keep"),
        ("body-self", "self"),
    )
    for notation, role in roles:
        for word in vocabulary.words.get(notation, ()):
            entries.setdefault(word, []).append((role, ""))
    return _Names(
        TermSearch.of({word: tuple(owners) for word, owners in entries.items()}),
        vocabulary.words.get("body-name-collective", ()),
        tuple(sorted(vocabulary.words.get("body-name-after-number", ()), key=len, reverse=True)),
        vocabulary.words.get("body-national", ()),
        vocabulary.words.get("body-self", ()),
        frozenset(vocabulary.words.get("body-name-not-before", ())),
    )
