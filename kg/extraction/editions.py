"""Edition, batch or session of a program (第二版, 第三批, 第五届), which its name leaves out."""

from __future__ import annotations

import re
from functools import lru_cache

from kg.vocabulary import Vocabulary

_NUMERAL = "[一二三四五六七八九十百0-9]+"


@lru_cache(maxsize=4)
def _edition(vocabulary: Vocabulary) -> re.Pattern[str]:
    """The word lists ``name-edition`` and ``name-first-edition`` give the words; a year or a version number may
    stand for the ordinal (2023年版, 2.0版)."""
    kinds = "|".join(sorted(vocabulary.words["name-edition"], key=len, reverse=True))
    firsts = "|".join(vocabulary.words["name-first-edition"])
    return re.compile(rf"第{_NUMERAL}(?:{kinds})|(?:20\d\d年?|\d\.\d)版|{firsts}")


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
    for match in pattern.finditer(plain, max(0, start - _REACH), start):
        if match.end() == start:
            return match[0]
    if plain[end : end + 1] == "(":
        after = pattern.match(plain, end + 1)
        if after is not None and plain[after.end() : after.end() + 1] == ")":
            return after[0]
    return None


_REACH = 8
