"""Cleaning a report's text: one script, one width, one kind of quotation mark, no stray spaces.

Works on a copy and keeps the way back to the original for every character (see ``kg.text``). Nothing is
repaired: a number or a name that the page damaged stays as it is.
"""

from __future__ import annotations

import html
import re
import unicodedata
from functools import cache
from itertools import compress
from operator import ne
from typing import TYPE_CHECKING

import opencc

from kg.text import Text

if TYPE_CHECKING:
    from collections.abc import Iterator

_HAN = "\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff〇"
_TONED = "āáǎàēéěèêīíǐìōóǒòūúǔùǖǘǚǜüńňǹḿɑɡ"
_LETTERS = f"a-z{_TONED}\u0300-\u036f"
_ZERO = "\u200b"
_NO_WIDTH = (
    *range(0x09),
    *range(0x0E, 0x1C),
    *(0x7F, 0xAD, 0x34F, 0x61C, 0x180E, 0xFEFF),
    *range(0x200B, 0x2010),
    *range(0x202A, 0x202F),
    *range(0x2060, 0x2070),
    *range(0xFE00, 0xFE10),
)
_SPACES = "\t\x1c\x1d\x1e\x1f\u00a0\u1680\u202f\u205f\u3000\u3164\ue5e5" + "".join(
    map(chr, range(0x2000, 0x200B))
)
_LINE_ENDS = "\x0b\x0c\x85\u2028\u2029"
_MARKS = {
    **dict(zip("「」『』｢｣〝〞〟﹁﹂﹃﹄", "“”‘’“”“””“”‘’", strict=True)),
    "︰": ":",
    "︿": "〈",
    "﹀": "〉",
    "︽": "《",
    "︾": "》",
    "≪": "《",
    "≫": "》",
    "＂": '"',
}
_COMPATIBLE = (range(0x2F00, 0x2FD6), range(0xF900, 0xFB00), range(0xFE50, 0xFE6C), range(0xFF01, 0xFF66))

_REFERENCE = re.compile("&(?:[a-z]{2,8}|#[0-9]{2,6}|#[xX][0-9a-fA-F]{2,5});")
_CARRIAGE = re.compile(r"\r(?=\n)")
_NO_SPACE = re.compile(f"{_ZERO}+")
_WIDE_GAP = re.compile("  +")
_GAP = re.compile(" +")
_TONED_LETTERS = f"(?=[^()]{{0,6}}[{_TONED}\u0300-\u036f])[{_LETTERS}]{{1,7}}"
# The bracket comes first, before what must stand before it: a search for a character is the fastest there is.
_TONED_NOTE = re.compile(f"\\((?<=[{_HAN}]\\(){_TONED_LETTERS}\\)(?:\\({_TONED_LETTERS}\\))*")
_NOTE = re.compile(f"\\((?<=[{_HAN}]\\()[{_LETTERS}]{{1,7}}\\)(?:\\([{_LETTERS}]{{1,7}}\\))*")
_NOTES_OF_A_CONVERTER = 3
_ASPECT = re.compile("著(?<![显原名编专卓论巨译昭]著)(?![名作称录述者书])")
"""著 where simplified Chinese writes 着 (着力, 沿着): the dictionary leaves it, since 著 has meanings of its own."""
_QUOTE_MARK = re.compile('["“”\n]')
_SINGLE_MARK = re.compile("['‘’\n]")
_ANGLE = re.compile(r"<<|>>|\n")
_SMALL_ANGLE = re.compile(r"[<>\n]")
_LONGEST_TITLE = 200


def normalise(original: str) -> Text:
    """Return the cleaned text of a report with its way back to ``original``. Linear in its length."""
    forms = _forms()
    translated = _unclean().sub(lambda match: forms[match[0]], original)
    text = Text(original, translated, range(len(original)), range(1, len(original) + 1))
    text = _with_characters(text)
    text = text.without(match.span() for match in _CARRIAGE.finditer(text.plain))
    text = text.reading(text.plain.replace("\r", "\n"))
    text = _close_gaps(text)
    text = _without_pinyin(text)
    text = text.reading(simplify(text.plain))
    text = _with_title_marks(text)
    return text.reading(_pair_quotes(text.plain))


@cache
def _unclean() -> re.Pattern[str]:
    """Return a pattern of the characters that are written in another form."""
    return re.compile(f"[{re.escape(''.join(_forms()))}]")


@cache
def _forms() -> dict[str, str]:
    table = dict.fromkeys(_NO_WIDTH, _ZERO)
    table |= {ord(space): " " for space in _SPACES}
    table |= {ord(end): "\n" for end in _LINE_ENDS}
    for codes in _COMPATIBLE:
        for code in codes:
            form = unicodedata.normalize("NFKC", chr(code))
            if len(form) == 1:
                table[code] = form
    return {chr(code): form for code, form in table.items()} | _MARKS


def _with_characters(text: Text) -> Text:
    """Read the character references that a page left in its text (``&nbsp;``, ``&ldquo;``, ``&#12288;``)."""
    if "&" not in text.plain:
        return text
    characters = list(text.plain)
    rest: list[tuple[int, int]] = []
    for match in _REFERENCE.finditer(text.plain):
        character = html.unescape(match[0])
        if len(character) == 1:
            characters[match.start()] = _forms().get(character, character)
            rest.append((match.start() + 1, match.end()))
    return text.reading("".join(characters)).without(rest, glued=True)


def _close_gaps(text: Text) -> Text:
    """Leave out white space; one space stays between ASCII letters or digits."""
    text = text.without(match.span() for match in _NO_SPACE.finditer(text.plain))
    plain = text.plain
    wide = [match.span() for match in _WIDE_GAP.finditer(plain)]
    text = text.without((start + 1, end) for start, end in wide if _stays(plain, start, end))
    plain = text.plain
    gaps = (match.span() for match in _GAP.finditer(plain))
    return text.without((gap for gap in gaps if not _stays(plain, *gap)), open_gaps=True)


def _stays(plain: str, start: int, end: int) -> bool:
    if start == 0 or end == len(plain) or not _is_ascii_word(plain[end]):
        return False
    if _is_ascii_word(plain[start - 1]):
        return True
    return plain[start - 1] in ".,%:" and plain[max(0, start - 2)].isdigit() and plain[end].isdigit()


def _is_ascii_word(character: str) -> bool:
    return character.isascii() and character.isalnum()


def _without_pinyin(text: Text) -> Text:
    """Leave out the pronunciation that converters put behind characters, such as ``發(fā)``."""
    toned = [match.span() for match in _TONED_NOTE.finditer(text.plain)]
    if len(toned) < _NOTES_OF_A_CONVERTER:
        return text.without(toned, glued=True)
    return text.without((match.span() for match in _NOTE.finditer(text.plain)), glued=True)


def simplify(plain: str) -> str:
    """Return the text in simplified characters, character for character.

    In a text that is simplified anyway, characters of GB 2312 stay as they are: 乾 in 乾安县 is no 干.
    """
    if _is_simplified(
        plain.replace("—", "-").replace("·", "-").replace("•", "-")
    ):  # GB 2312 lacks these marks.
        return plain
    try:
        converted = _convert(plain)
    except UnicodeEncodeError:  # a lone surrogate
        return plain
    if converted == plain:
        return plain
    if len(converted) != len(plain):
        converted = "".join(_convert_character(character) for character in plain)
    changed = list(compress(range(len(plain)), map(ne, plain, converted)))
    kept = [place for place in changed if _is_simplified_character(plain[place])]
    if kept and (len(changed) - len(kept)) * 20 < len(plain):
        characters = list(converted)
        for place in kept:
            characters[place] = plain[place]
        return "".join(characters)
    return _ASPECT.sub("着", converted)


@cache
def _converter() -> opencc.OpenCC:
    return opencc.OpenCC("t2s")


def _convert(plain: str) -> str:
    converted: str = _converter().convert(plain)
    return converted


def _convert_character(character: str) -> str:
    converted = _convert(character)
    return converted if len(converted) == 1 else character


def _is_simplified(words: str) -> bool:
    """Tell whether GB 2312, the set of simplified characters, has all characters of a text."""
    try:
        words.encode("gb2312")
    except UnicodeEncodeError:
        return False
    return True


_is_simplified_character = cache(_is_simplified)


def _with_title_marks(text: Text) -> Text:
    """Write ``<<title>>`` as 《title》, and < > around Chinese words as 〈 〉."""
    if "<<" in text.plain:
        text = _with_double_marks(text)
    if "<" not in text.plain:
        return text
    characters = list(text.plain)
    for first, last in _pairs(text.plain, _SMALL_ANGLE, "<", ">"):
        if last - first > 1 and _is_han(characters[first + 1]) and _is_word(characters[last - 1]):
            characters[first], characters[last] = "〈", "〉"
    return text.reading("".join(characters))


def _with_double_marks(text: Text) -> Text:
    characters = list(text.plain)
    regions: list[tuple[int, int]] = []
    for first, last in _pairs(text.plain, _ANGLE, "<<", ">>"):
        characters[first], characters[last] = "《", "》"
        regions += [(first + 1, first + 2), (last + 1, last + 2)]
    return text.reading("".join(characters)).without(sorted(regions), glued=True)


def _pairs(plain: str, marks: re.Pattern[str], opening: str, closing: str) -> Iterator[tuple[int, int]]:
    """Yield the places of marks that open and close within a line and a title's length, inner ones first."""
    open_places: list[int] = []
    for match in marks.finditer(plain):
        if match[0] == opening:
            open_places.append(match.start())
        elif match[0] == closing and open_places:
            first = open_places.pop()
            if match.start() - first <= _LONGEST_TITLE:
                yield first, match.start()
        else:
            open_places.clear()


def _is_han(character: str) -> bool:
    return "\u3400" <= character <= "\u9fff" or character in "《〈“"


def _is_word(character: str) -> bool:
    return "\u3400" <= character <= "\u9fff" or character in "》〉”)"


def _pair_quotes(plain: str) -> str:
    """Turn straight quotation marks that come in pairs within a line into “ ” and ‘ ’."""
    if '"' in plain:
        plain = _pair(plain, _QUOTE_MARK, '"', "“", "”")
    if "'" in plain:
        plain = _pair(plain, _SINGLE_MARK, "'", "‘", "’")
    return plain


def _pair(plain: str, marks: re.Pattern[str], straight: str, opening: str, closing: str) -> str:
    characters = list(plain)
    pending: int | None = None
    curly_open = False
    for match in marks.finditer(plain):
        place, mark = match.start(), match[0]
        if mark == "\n":
            pending, curly_open = None, False
        elif mark == opening:
            pending, curly_open = None, True
        elif mark == closing or (mark == straight and (curly_open or pending is not None)):
            if mark == straight:
                characters[place] = closing
            if pending is not None:
                characters[pending] = opening
            pending, curly_open = None, False
        elif not _in_word(plain, place, straight):
            pending = place
    return "".join(characters)


def _in_word(plain: str, place: int, straight: str) -> bool:
    """Tell whether an apostrophe stands in or after a Latin word."""
    return straight == "'" and place > 0 and _is_ascii_word(plain[place - 1])
