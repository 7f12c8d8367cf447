"""Numerals: Arabic, Chinese and mixed, to exact decimals."""

from __future__ import annotations

import re
from decimal import Decimal

_DIGITS = {c: i for i, c in enumerate("〇一二三四五六七八九")} | {
    "零": 0,
    "两": 2,
    "俩": 2,
    "壹": 1,
    "贰": 2,
    "叁": 3,
}
_SMALL = {"十": 10, "百": 100, "千": 1000}
_LARGE = {"万": 10_000, "亿": 100_000_000}
_ARABIC = re.compile(r"(\d[\d,]*(?:\.\d+)?)")


def read_numeral(text: str) -> Decimal | None:
    """Read ``2,300``, ``4.2万``, ``三百二十``, ``百`` (100), ``1万2千``; None where the characters are no numeral."""
    if not text:
        return None
    arabic = _ARABIC.match(text)
    if arabic is None:
        whole = _chinese(text)
        return None if whole is None else Decimal(whole)
    value = Decimal(arabic[1].replace(",", ""))
    rest = text[arabic.end() :]
    if not rest:
        return value
    for scale, factor in (*_LARGE.items(), *_SMALL.items()):
        if rest[0] == scale:
            if len(rest) == 1:
                return value * factor
            more = read_numeral(rest[1:])
            return None if more is None else value * factor + (more * factor if rest[1] in _LARGE else more)
    return None


def _chinese(text: str) -> int | None:
    total = section = 0
    digit: int | None = None
    for char in text:
        if char in _DIGITS:
            # Digits in a row without scales (二〇二三) are read positionally.
            digit = _DIGITS[char] if digit is None or digit == 0 else digit * 10 + _DIGITS[char]
        elif char in _SMALL:
            section += (1 if digit is None else digit) * _SMALL[char]
            digit = None
        elif char in _LARGE:
            section += digit or 0
            # 亿 scales all before it (三万亿), 万 only what follows the 亿 (一亿三千万).
            below = total if char == "亿" else 0
            total = total - below + (below + section or 1) * _LARGE[char]
            section, digit = 0, None
        else:
            return None
    return total + section + (digit or 0)


def small_integer(text: str) -> int:
    """Read a month, quarter or count of years; 0 where it is no numeral."""
    value = read_numeral(text)
    return int(value) if value is not None else 0
