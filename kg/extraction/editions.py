"""Edition, batch or session of a program (第二版, 第三批, 第五届), which its name leaves out."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from kg.vocabulary import Vocabulary

_NUMERAL = "[一二三四五六七八九十百0-9]+"
_REACH = 8
_YEARS = re.compile(r"\((?:20\d\d年?[-—~至]+)?20\d\d年?度?\)$")
"""The years that a name is followed by (2021—2025年) and that it leaves out."""


def edition_of(text: str, vocabulary: Vocabulary) -> tuple[str, str | None]:
    """Return a name without its edition or years (and the brackets around these), and the edition or None."""
    if text.endswith(")"):
        text = _YEARS.sub("", text) or text
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
    after = _behind(plain, end, vocabulary)
    return after[0] if after is not None else None


def behind_edition(plain: str, end: int, vocabulary: Vocabulary) -> int:
    """Return where the text goes on behind a name and its edition, if that follows the name."""
    after = _behind(plain, end, vocabulary)
    return after.end() + plain.startswith(")", after.end()) if after is not None else end


def _behind(plain: str, end: int, vocabulary: Vocabulary) -> re.Match[str] | None:
    """Return the edition that follows a name in brackets, or that says itself what it is (2.0版)."""
    while end < len(plain) and plain[end] in "”》":
        end += 1
    bracketed = plain.startswith("(", end)
    after = _edition(vocabulary).match(plain, end + bracketed)
    if after is None or (bracketed and not plain.startswith(")", after.end())):
        return None
    return after if bracketed or after[0].endswith("版") else None


@lru_cache(maxsize=4)
def _edition(vocabulary: Vocabulary) -> re.Pattern[str]:
    """Compile what an edition looks like: an ordinal, a year or a version number (2.0版), or 首批 and the like.

    The word lists ``name-edition`` and ``name-first-edition`` give the words.
    """
    kinds = "|".join(sorted(vocabulary.words["name-edition"], key=len, reverse=True))
    firsts = "|".join(vocabulary.words["name-first-edition"])
    return re.compile(rf"第{_NUMERAL}(?:{kinds})|20\d\d年?版|(?<![\d.])\d\.\d(?![\d.])版?|{firsts}")
