"""Edition, batch or session of a program (第二版, 第三批, 第五届), which its name leaves out."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from kg.vocabulary import Vocabulary

_NUMERAL = "[一二三四五六七八九十百0-9]+"
_REACH = 8


def edition_of(text: str, vocabulary: Vocabulary) -> tuple[str, str | None]:
    """Return a name without its edition (and the brackets around it), and the edition or None."""
    found = _edition(vocabulary).search(text)
    if found is None:
        return text, None
    before, after = text[: found.start()], text[found.end() :]
    if before.endswith("(") and after.startswith(")"):
        before, after = before[:-1], after[1:]
    rest = before + after
    return (rest, found[0]) if rest else (text, None)


def edition_beside(plain: str, start: int, end: int, vocabulary: Vocabulary) -> str | None:
    """Return the edition that stands right before a name, or in brackets right after it, or None."""
    pattern = _edition(vocabulary)
    if plain.endswith(vocabulary.words["name-edition"], 0, start):
        for match in pattern.finditer(plain, max(0, start - _REACH), start):
            if match.end() == start:
                return match[0]
    after = pattern.match(plain, end + 1) if plain.startswith("(", end) else None
    return after[0] if after is not None and plain.startswith(")", after.end()) else None


@lru_cache(maxsize=4)
def _edition(vocabulary: Vocabulary) -> re.Pattern[str]:
    """Compile what an edition looks like: an ordinal, a year or a version number (2.0版), or 首批 and the like.

    The word lists ``name-edition`` and ``name-first-edition`` give the words.
    """
    kinds = "|".join(sorted(vocabulary.words["name-edition"], key=len, reverse=True))
    firsts = "|".join(vocabulary.words["name-first-edition"])
    return re.compile(rf"第{_NUMERAL}(?:{kinds})|20\d\d年?版|\d\.\d版?|{firsts}")
