"""Quantities in running text: a numeral with its bounds, scale and unit.

Recognises Arabic, Chinese and mixed numerals, ``33万余元``, ``近千次``, ``95%以上``, ``3—5个``, ``百分之九十八``, ``三成``,
``三分之一``, ``17个百分点``, ``翻一番``. What only looks like a quantity stays out: titles and quoted names, ordinals,
dates, ages, idioms. Units and bounds are word lists of ``ontology/wordings.ttl``.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from decimal import Decimal
from functools import lru_cache
from typing import TYPE_CHECKING, NamedTuple

from kg.extraction.numerals import read_numeral

if TYPE_CHECKING:
    from collections.abc import Iterator

    from kg.extraction.context import Context
    from kg.model import Comparator
    from kg.vocabulary import Vocabulary

_HAN_DIGITS = "〇零一二三四五六七八九十百千万亿两"
_PERCENT_WORDS = {"百分之": Decimal(1), "千分之": Decimal("0.1")}
_IMPLIED = {"money": "元", "people": "人", "views": "次"}
"""The units that may be left out, by the word list of the nouns that imply them."""
_BEFORE_IMPLIED = 16
_YEAR = re.compile(r"(?:19|20)\d\d")
_ONE = Decimal(1)
_LONGEST_NOTE = 120
_LONGEST_NAME = 30
"""A number in a quotation of up to this many characters is part of a name."""


class Quantity(NamedTuple):
    """A quantity at ``start``..``end`` of the plain text (bounds included); ``number`` is where its numeral begins."""

    start: int
    number: int
    end: int
    value: Decimal
    unit: str
    comparator: Comparator = "eq"
    upper: Decimal | None = None


@dataclass(frozen=True, slots=True)
class Grammar:
    """The compiled pattern, and what each bounding word means."""

    pattern: re.Pattern[str]
    idioms: re.Pattern[str]
    not_units: re.Pattern[str]
    before: dict[str, Comparator]
    after: dict[str, Comparator]
    inside: frozenset[str]
    word_starts: frozenset[str]
    notes: re.Pattern[str]
    implied: re.Pattern[str]
    """What stands before a number whose unit is left out (挽回损失8.2亿); the group says which unit it is."""


def _alternatives(words: tuple[str, ...]) -> str:
    return "|".join(re.escape(word) for word in sorted(set(words), key=lambda word: (-len(word), word)))


def _bounds(vocabulary: Vocabulary, place: str) -> dict[str, Comparator]:
    kinds: tuple[Comparator, ...] = ("gt", "ge", "lt", "le", "approx")
    return {word: kind for kind in kinds for word in vocabulary.words.get(f"bound-{kind}-{place}", ())}


@lru_cache(maxsize=4)
def grammar(vocabulary: Vocabulary) -> Grammar:
    """Compile the grammar of quantities from the word lists and the units of the indicators."""
    units = vocabulary.words["unit"] + tuple(u for i in vocabulary.indicators.values() for u in i.units)
    before, after = _bounds(vocabulary, "before"), _bounds(vocabulary, "after")
    inside = vocabulary.words["bound-gt-inside"]
    unit, more = _alternatives(units), _alternatives(inside)
    # A numeral begins where the digits begin and takes them all: no second try within it, so the search is linear.
    numeral = (
        rf"(?:(?<!\d)(?<!\d,)\d[\d,]*+(?:\.\d++)?|(?<![{_HAN_DIGITS}])[{_HAN_DIGITS}]++|[数几][十百千万亿]++)"
    )
    # Only these characters begin a quantity: asking for them first makes the search several times faster.
    starts = re.escape("".join(sorted({word[0] for word in before} | set("百千翻数几"))))
    pattern = rf"""
        (?=[\d{_HAN_DIGITS}{starts}])
        (?P<before>(?:{_alternatives(tuple(before))})?)
        (?:
            (?P<ratio>百分之|千分之)(?P<ratio_numeral>[{_HAN_DIGITS}]++点[{_HAN_DIGITS}]++|{numeral})(?P<ratio_more>{more})?
          | (?P<tenths>[一二两三四五六七八九]|\d(?:\.\d)?)成(?P<half>半)?(?![立为员功果效就本品长年型绩套])
          | (?P<denominator>[二三四五六七八九十]|\d{{1,2}})分之(?P<numerator>[一二三四五六七八九十]|\d{{1,2}})
          | 翻(?:了)?(?P<double>[一两二三四])番
          | (?P<numeral>{numeral})(?P<scale>[万亿千百]{{0,2}}+)(?P<more>{more})?(?P<late_scale>[万亿千百]{{0,2}}+)
            (?:(?P<range>%?[-—–~至到]{{1,2}})(?P<upper>\d[\d,]*+(?:\.\d++)?|[{_HAN_DIGITS}]++)(?P<upper_scale>[万亿]?))?
            (?:[ ]?(?:个(?=百分点|工作日))?(?P<unit>{unit})|(?<=[万亿余多])(?=[,。;:、)\n]))
        )
        (?P<after>(?:{_alternatives(tuple(after))})?)
    """
    return Grammar(
        re.compile(pattern, re.VERBOSE),
        re.compile(_alternatives(vocabulary.words["not-a-quantity"])),
        re.compile(_alternatives(vocabulary.words["not-a-unit"])),
        before,
        after,
        frozenset(inside),
        frozenset(vocabulary.words["bound-not-after"]),
        re.compile(_alternatives(vocabulary.words["responsible-note"])),
        _implied(vocabulary),
    )


def _implied(vocabulary: Vocabulary) -> re.Pattern[str]:
    nouns = "|".join(
        f"(?P<{group}>{_alternatives(vocabulary.words[f'implied-unit-{group}'])})" for group in _IMPLIED
    )
    return re.compile(rf"(?:{nouns})[^,。;:、\d]{{0,6}}$")


def find_quantities(context: Context) -> list[Quantity]:
    """Return the quantities of the report's body in the order of the text."""
    rules = grammar(context.vocabulary)
    first, last = context.page.body
    return list(_scan(context, rules, first, last))


def _scan(context: Context, rules: Grammar, first: int, last: int) -> Iterator[Quantity]:
    for match in rules.pattern.finditer(context.plain, first, last):
        if _is_name_or_date(context, rules, match):
            continue
        quantity = read_quantity(match, rules)
        if quantity is not None and match["numeral"] and not match["unit"]:
            quantity = _with_implied_unit(context, rules, quantity)
        if quantity is not None:
            yield quantity


def _with_implied_unit(context: Context, rules: Grammar, quantity: Quantity) -> Quantity | None:
    """Give a number without a unit the one that the noun before it implies; None where none does."""
    noun = rules.implied.search(context.plain, max(0, quantity.start - _BEFORE_IMPLIED), quantity.start)
    return quantity._replace(unit=_IMPLIED[noun.lastgroup]) if noun and noun.lastgroup else None


def _is_name_or_date(context: Context, rules: Grammar, match: re.Match[str]) -> bool:
    """Tell whether the characters around a match make it an ordinal, a date, part of a name or an idiom."""
    plain = context.plain
    number = match.end("before")
    earlier = plain[number - 1] if number else ""
    if earlier and (earlier in "第首·.+" or (earlier.isascii() and earlier.isalnum())):
        return True
    if (
        earlier == "/"
        and plain[number - 2 : number - 1].isalnum()
        and plain[number - 2 : number - 1].isascii()
    ):
        return True  # a number of a file, not a list of quantities (600件/658件)
    numeral = match["numeral"]
    if (numeral and numeral[0] in "-—–") or plain[match.end() : match.end() + 1] == "+":
        return True
    quotation = context.quotation(number)
    if quotation and (plain[quotation[0]] == "《" or quotation[1] - quotation[0] <= _LONGEST_NAME):
        return True
    if match["unit"]:
        if rules.not_units.match(plain, match.start("unit")):
            return True
        if match["unit"] == "日" and earlier == "月":
            return True
        if match["unit"] == "版" and _YEAR.fullmatch(match["numeral"]):
            return True  # 2025版清单
    return rules.idioms.match(plain, number) is not None or _in_note(context, rules, number)


def _in_note(context: Context, rules: Grammar, number: int) -> bool:
    """Tell whether a number stands in a note on who is responsible (责任处室:立法一处): it is an office's name."""
    opening = context.plain.rfind("(", max(0, number - _LONGEST_NOTE), number)
    return (
        opening >= 0
        and rules.notes.match(context.plain, opening + 1) is not None
        and (context.plain.find(")", opening, number) < 0)
    )


def read_quantity(match: re.Match[str], rules: Grammar) -> Quantity | None:
    """Return what a match of the grammar's pattern says, or None where it is no quantity after all."""
    bounds, start = [], match.start()
    if match["before"]:
        # 最近3次, 节约20万元: the bounding character is the end of another word.
        if match.string[start - 1 : start] in rules.word_starts and start:
            start = match.end("before")
        else:
            bounds.append(rules.before[match["before"]])
    if match["after"]:
        bounds.append(rules.after[match["after"]])
    value, unit, upper, open_ended = _value(match)
    if value is None:
        return None
    if open_ended:
        bounds.append("gt")
    comparator: Comparator = "eq"
    if bounds:
        comparator = bounds[0] if len(set(bounds)) == 1 else "approx"
    if upper is not None:
        comparator = "ge"
    return Quantity(
        start, match.end("before"), match.end(), shortest(value), unit, comparator, upper and shortest(upper)
    )


def shortest(value: Decimal) -> Decimal:
    """Return the value without trailing zeros and without an exponent."""
    whole = value.to_integral_value()
    return whole.quantize(_ONE) if whole == value else value.normalize()


def _value(match: re.Match[str]) -> tuple[Decimal | None, str, Decimal | None, bool]:
    """Return value, unit, upper value and whether 余 or 多 leaves it open above."""
    if match["ratio"]:
        value = _with_point(match["ratio_numeral"])
        return value and value * _PERCENT_WORDS[match["ratio"]], "%", None, bool(match["ratio_more"])
    if match["tenths"]:
        tenths = read_numeral(match["tenths"]) or Decimal(0)
        return tenths * 10 + (5 if match["half"] else 0), "%", None, False
    if match["denominator"]:
        below, above = read_numeral(match["denominator"]), read_numeral(match["numerator"])
        if not below or above is None:
            return None, "%", None, False
        return (100 * above / below).quantize(Decimal("0.01")), "%", None, False
    if match["double"]:
        doublings = int(read_numeral(match["double"]) or 1)
        return Decimal(100 * (2**doublings - 1)), "%", None, False
    return _plain_value(match)


def _plain_value(match: re.Match[str]) -> tuple[Decimal | None, str, Decimal | None, bool]:
    numeral, scale = match["numeral"], match["scale"] + match["late_scale"]
    unit = match["unit"] or ""
    vague = numeral[0] in "数几"
    if vague:
        numeral = numeral[1:]
    # A bare 一, 百, 千 or 万 counts nothing unless something bounds it (百余场, 近千次).
    bounded = bool(match["more"] or match["before"] or vague)
    if (numeral == "一" and not scale) or (numeral[0] in "百千万亿" and not bounded) or numeral[0] in "零〇":
        return None, unit, None, False
    value = read_numeral(numeral + scale)
    if value is None:
        return None, unit, None, False
    upper = None
    if match["upper"]:
        upper = read_numeral(match["upper"] + (match["upper_scale"] or ""))
        if match["upper_scale"] and not scale:
            value = read_numeral(numeral + match["upper_scale"]) or value
        if upper is None or upper <= value:
            return None, unit, None, False
    return value, unit, upper, bool(match["more"]) or vague


def _with_point(numeral: str) -> Decimal | None:
    """Read 九十八点六 as 98.6."""
    whole, point, fraction = numeral.partition("点")
    value = read_numeral(whole)
    if value is None or not point:
        return value
    digits = "".join(str(int(read_numeral(char) or 0)) for char in fraction)
    return value + Decimal(f"0.{digits}")
