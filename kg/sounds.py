"""How words sound in Mandarin, without tones: what people type wrongly mostly sounds right (天凝 for 天宁).

pypinyin takes a fifth of a second to load, so it is loaded only when a name was not found.
"""

from __future__ import annotations

import unicodedata
from functools import cache

_MERGED = (("zh", "z"), ("ch", "c"), ("sh", "s"), ("ng", "n"), ("l", "n"))
"""Sounds that many speakers do not tell apart, and so many people type one for the other."""


def alike(one: str, other: str, *, merged: bool = False) -> bool:
    """Tell whether two words sound the same, character by character, in some reading of each.

    With ``merged`` the sounds that many speakers do not tell apart count as the same.
    """
    if len(one) != len(other):
        return False
    pairs = zip(one, other, strict=True)
    return all(a == b or not _readings(a, merged).isdisjoint(_readings(b, merged)) for a, b in pairs)


def spelled(word: str) -> str:
    """Return a word in pinyin, without tones and spaces, ü as u: 吕梁区 → luliangqu."""
    from pypinyin import lazy_pinyin  # noqa: PLC0415 (see above)

    return letters("".join(lazy_pinyin(word)))


def letters(text: str) -> str:
    """Return what was typed in pinyin as ``spelled`` writes it; nothing if it is no pinyin: Tian-Ning → tianning."""
    plain = unicodedata.normalize("NFKD", text.casefold())
    bare = "".join(c for c in plain if c not in " -'’·" and not unicodedata.combining(c)).replace("v", "u")
    return bare if bare.isascii() and bare.isalpha() else ""


@cache
def _readings(character: str, merged: bool) -> frozenset[str]:
    from pypinyin import Style, pinyin  # noqa: PLC0415 (see above)

    (readings,) = pinyin(character, style=Style.NORMAL, heteronym=True) or [[character]]
    return frozenset(map(_merge, readings) if merged else readings)


def _merge(syllable: str) -> str:
    for sound, instead in _MERGED:
        syllable = syllable.replace(sound, instead)
    return syllable
