"""Which encoding a document is in: byte order mark, UTF-8, what it declares, else what reads best as Chinese.

GB 18030 and Big5 share their bytes: almost any document in one decodes in the other, but into rare
characters. Both standards put the common characters first (GB 2312 level 1: 3,755, Big5 level 1: 5,401), so
the share of these among the characters decoded tells which one it is.
"""

from __future__ import annotations

import codecs
import re

_BYTE_ORDER_MARKS = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF32_LE, "utf-32-le"),
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
_SAMPLE = 40_000
_MOST_ERRORS = 0.01
_LEAST_COMMON = 0.5
_SUPERSETS = {"gb2312": "gb18030", "gbk": "gb18030", "big5": "big5hkscs", "cp950": "big5hkscs"}
_NOT_ASCII = re.compile(r"[^\x00-\x7f]")
_BAD = "\ufffd"
_PUNCTUATION = frozenset("，。、；：？！（）《》〈〉〔〕【】“”‘’「」『』—…·％　０１２３４５６７８９")


def detect(data: bytes, declared: str | None = None) -> str | None:
    """Return the decoded text, without byte order mark; None if the bytes are no text.

    ``declared`` is the encoding that the document itself names. Up to one character in a hundred may be
    broken (a page cut off within a character): it becomes U+FFFD.
    """
    for mark, encoding in _BYTE_ORDER_MARKS:
        if data.startswith(mark):
            return _accepted(data[len(mark) :].decode(encoding, "replace"))
    try:
        return data.decode("utf-8")
    except UnicodeDecodeError:
        pass
    stated = _stated(data, declared)
    return stated if stated is not None else _best(data)


def _stated(data: bytes, declared: str | None) -> str | None:
    try:
        encoding = codecs.lookup(declared or "").name
        if encoding.startswith(("utf-16", "utf-32")):
            return None
        text = data.decode(_SUPERSETS.get(encoding, encoding))
    except (LookupError, ValueError):
        return None
    return text if _commonness(text) >= _LEAST_COMMON else None


def _best(data: bytes) -> str | None:
    scored = []
    for rank, encoding in enumerate(("utf-8", "gb18030", "big5hkscs")):
        score = _commonness(data[:_SAMPLE].decode(encoding, "replace"))
        scored.append((score, -rank, encoding))
    score, _, encoding = max(scored)
    return _accepted(data.decode(encoding, "replace")) if score >= _LEAST_COMMON else None


def _accepted(text: str) -> str | None:
    return text if text.count(_BAD) <= max(1, len(text) * _MOST_ERRORS) else None


def _commonness(text: str) -> float:
    """Return the share of common Chinese characters among those that are not ASCII, 0..1."""
    found = _NOT_ASCII.findall(text[:_SAMPLE])
    if not found:
        return 1.0
    good = sum(character in _PUNCTUATION or _is_common(character) for character in found)
    bad = found.count(_BAD)
    return max(0.0, (good - 4 * bad) / len(found))


def _is_common(character: str) -> bool:
    for encoding, first, last in (("gb2312", 0xB0A1, 0xD7F9), ("big5", 0xA440, 0xC67E)):
        try:
            code = int.from_bytes(character.encode(encoding), "big")
        except UnicodeEncodeError:
            continue
        if first <= code <= last:
            return True
    return False
