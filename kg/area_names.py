"""How the names of areas are built: 天宁 + 区, 黔东南 + 苗族侗族 + 自治州.

The words are in ``ontology/areas/words.csv``.
"""

from __future__ import annotations

import csv
import re
from collections import defaultdict
from dataclasses import dataclass
from functools import cache

from kg import resources

_AUTONOMOUS = re.compile("(?:特别行政|自治)[区州县旗]$")


@dataclass(frozen=True, slots=True)
class NameGrammar:
    """The words that names are built with.

    ``ending`` matches the words for the kind of area, ``peoples`` the ethnic groups in a name, ``groups``
    what tables call a group of areas, ``before_name`` and ``after_name`` the words around a name that stands
    without its ending (法治天宁, 天宁公证处); ``common_nouns`` are names that mostly mean no area (城区).
    ``zones`` gives for the full word for a development zone the short one (高新技术产业开发区: 高新区).
    """

    ending: re.Pattern[str]
    peoples: re.Pattern[str]
    groups: re.Pattern[str]
    before_name: re.Pattern[str]
    after_name: re.Pattern[str]
    common_nouns: frozenset[str]
    zones: tuple[tuple[str, str], ...]

    def stem(self, name: str) -> str:
        """Return the name without its ending and the peoples: 天宁区 → 天宁, 陵水黎族自治县 → 陵水.

        At least one character stays; 鄂温克族自治旗, which has no other name, gives 鄂温克.
        """
        bare = self.ending.sub("", name, count=1) or name
        without = self.peoples.sub("", bare)
        return without if len(without) > 1 else bare.removesuffix("族")

    def is_pseudo(self, name: str) -> bool:
        """Tell whether a table's entry only groups others (市辖区, 省直辖县级行政区划) and is no area."""
        return len(name) < 2 or self.groups.search(name) is not None

    def contraction(self, name: str) -> str | None:
        """Return what people call an autonomous area or a zone: 陵水黎族自治县 → 陵水县, 合肥高新技术产业开发区 → 合肥高新区."""
        for full, short in self.zones:
            if name.endswith(full) and name != full:
                return name.removesuffix(full) + short
        if not _AUTONOMOUS.search(name) or name.endswith("区"):
            return None
        return self.stem(name) + name[-1]


@cache
def grammar() -> NameGrammar:
    """Read the words that names of areas are built with."""
    words: dict[str, list[str]] = defaultdict(list)
    path = resources.folder("ontology") / "areas" / "words.csv"
    with path.open(encoding="utf-8", newline="") as file:
        for row in csv.DictReader(file):
            words[row["kind"]].append(row["word"])
    return NameGrammar(
        re.compile(f"(?:{_alternatives(words['type'])})$"),
        re.compile(f"(?:{_alternatives(words['people'])})+$"),
        re.compile(f"(?:{_alternatives(words['group'])})$"),
        re.compile(_alternatives(words["before-name"])),
        re.compile(_alternatives(words["after-name"])),
        frozenset(words["common-noun"]),
        tuple((full, short) for full, _, short in (word.partition("=") for word in words["zone"])),
    )


def _alternatives(words: list[str]) -> str:
    return "|".join(re.escape(word) for word in sorted(words, key=lambda word: (-len(word), word)))
