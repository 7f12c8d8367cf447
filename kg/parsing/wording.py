"""The wordings of pages, compiled from the word lists ``field-…``, ``furniture…``, ``title-…`` and so on."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from kg.vocabulary import Vocabulary

_FIELD = "field-"
_OTHERS = ("furniture", "title-", "part-", "passage-", "signature-")
_NEVER = re.compile(r"(?!)")
_TAIL = re.compile(r"(?:\([^()]{1,20}\)|[】》*#\s])+\Z")
_YEAR = re.compile(r"(?:19|20)\d\d|[二两][〇○零][〇○零一二三四五六七八九]{2}")


@dataclass(frozen=True, slots=True, eq=False)
class Wording:
    """Field labels (wording → field name) and the patterns of each word list."""

    labels: Mapping[str, str]
    label: re.Pattern[str]
    anywhere: Mapping[str, re.Pattern[str]]
    at_end: Mapping[str, re.Pattern[str]]
    heading_end: re.Pattern[str]
    """The place between a heading and a paragraph that runs on behind it."""
    heading_of_problems: re.Pattern[str]
    """A heading on problems, where a problem runs on behind it: 存在的不足|执法力量薄弱,….."""

    def has(self, name: str, string: str) -> bool:
        """Tell whether a wording of the list occurs in the string."""
        return self.anywhere.get(name, _NEVER).search(string) is not None

    def begins(self, name: str, string: str) -> bool:
        """Tell whether the string begins with a wording of the list."""
        return self.anywhere.get(name, _NEVER).match(string) is not None

    def ends(self, name: str, string: str) -> bool:
        """Tell whether the string ends in a wording of the list."""
        return self.at_end.get(name, _NEVER).search(string) is not None

    def place(self, name: str, string: str) -> int | None:
        """Return where the first wording of the list stands in the string, or None."""
        match = self.anywhere.get(name, _NEVER).search(string)
        return match.start() if match else None

    def found(self, name: str, string: str) -> frozenset[str]:
        """Return the wordings of the list that occur in the string."""
        return frozenset(self.anywhere.get(name, _NEVER).findall(string))

    def strip(self, name: str, string: str) -> str:
        """Return the string without the wordings of the list."""
        return self.anywhere.get(name, _NEVER).sub("", string)

    def is_title(self, content: str) -> bool:
        """Tell whether a line ends like a report's title, notes in brackets set aside."""
        return self.ends("title-end", _TAIL.sub("", content)) and not self.has("title-not", content)

    def is_dated_title(self, content: str) -> bool:
        """Tell whether a line ends like a report's title and names a year."""
        return self.has_year(content) and self.is_title(content)

    @staticmethod
    def has_year(content: str) -> bool:
        """Tell whether a line names a year."""
        return _YEAR.search(content) is not None


@lru_cache(maxsize=4)
def build(vocabulary: Vocabulary) -> Wording:
    """Compile the word lists of a vocabulary; done once for each."""
    labels: dict[str, str] = {}
    anywhere: dict[str, re.Pattern[str]] = {}
    for name, terms in vocabulary.words.items():
        if name.startswith(_FIELD):
            labels |= {term: name.removeprefix(_FIELD) for term in terms}
        elif name.startswith(_OTHERS):
            anywhere[name] = any_of(terms)
    at_end = {name: re.compile(f"(?:{pattern.pattern})\\Z") for name, pattern in anywhere.items()}
    return Wording(
        labels, any_of(labels), anywhere, at_end, _heading_end(vocabulary), _heading_of_problems(vocabulary)
    )


def _heading_end(vocabulary: Vocabulary) -> re.Pattern[str]:
    ends = vocabulary.words.get("passage-heading-end", ())
    starts = any_of(vocabulary.words.get("passage-start", ())).pattern
    behind = "|".join(f"(?<={re.escape(end)})" for end in ends)
    return re.compile(f"(?:{behind})(?=20\\d\\d年[^和及与]|{starts})") if ends else _NEVER


def _heading_of_problems(vocabulary: Vocabulary) -> re.Pattern[str]:
    problems = any_of(vocabulary.words.get("part-shortcomings", ())).pattern
    others = any_of(vocabulary.words.get("part-shortcomings-beside", ())).pattern
    return re.compile(f"(?:{problems})(?:[和及与、]?(?:{others}))*+(?![\\W的及和与])(?=[^。:]*,)")


def any_of(terms: Iterable[str]) -> re.Pattern[str]:
    """Return a pattern that matches any of the terms, the longest first."""
    ordered = sorted(set(terms), key=lambda term: (-len(term), term))
    return re.compile("|".join(map(re.escape, ordered))) if ordered else _NEVER
