"""What terms come to in expressions, and the few steps of reckoning that translated expressions call.

Terms are strings as N-Triples writes them. A value is a number, a string, a ``Node`` (an IRI), or a tuple with a
day. Whatever is not certain raises UnknownError: a term that is not plain, values of two kinds, numbers too close to
tell apart (stores reckon with other digits).
"""

from __future__ import annotations

import re
from decimal import ROUND_CEILING, ROUND_FLOOR, Decimal
from functools import lru_cache
from typing import TYPE_CHECKING, NoReturn, TypeVar

from rdflib import XSD

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

Number = int | Decimal
Value = Number | str | tuple[str]
NONE: tuple[str, ...] = ()
"""What is not there."""
_MOST = 32768
"""So many terms are remembered."""
_DIGITS = 9
"""So many digits behind the point are shown; stores have more, of divisions that do not end."""
_NEAR = Decimal("0.00000001")
_NUMBER = re.compile(
    r'"(-?(?:0|[1-9][0-9]{0,11})(?:\.[0-9]{0,5}[1-9])?)"\^\^<http://www\.w3\.org/2001/XMLSchema#(?:decimal|integer)>'
)
_INTEGER = f'"^^<{XSD.integer}>'
_DAY = re.compile(
    r'"([1-9][0-9]{3}-(?:(?:0[13578]|1[02])-(?:0[1-9]|[12][0-9]|3[01])|(?:0[469]|11)-(?:0[1-9]|[12][0-9]|30)'
    r'|02-(?:0[1-9]|1[0-9]|2[0-8])))"\^\^<http://www\.w3\.org/2001/XMLSchema#date>'
)
_ESCAPE = re.compile(r"\\(?:u([0-9A-Fa-f]{4})|U([0-9A-Fa-f]{8})|(.))", re.DOTALL)
_ESCAPED = {"n": "\n", "r": "\r", "t": "\t", "b": "\b", "f": "\f"}


class UnknownError(Exception):
    """It cannot be told for certain."""


ERRORS = (UnknownError, TypeError, ArithmeticError)
"""What a translated expression raises where it has no certain value."""


class Node(str):
    """An IRI as a value: same or not, but neither before nor after another."""

    __slots__ = ()

    def _no_order(self, _other: object) -> NoReturn:
        raise UnknownError

    __lt__ = __le__ = __gt__ = __ge__ = _no_order


_Found = TypeVar("_Found")


class _Remembered(dict[str, _Found]):
    """What a function says of terms, remembered until it is too much; a lookup costs less than a call."""

    def __init__(self, function: Callable[[str], _Found]) -> None:
        super().__init__()
        self._function = function

    def __missing__(self, term: str) -> _Found:
        if len(self) > _MOST:
            self.clear()
        found = self[term] = self._function(term)
        return found


def unknown() -> NoReturn:
    """Raise UnknownError."""
    raise UnknownError


def value(term: str | None) -> Value:
    """Return the value of a plain term. Numbers must be in their shortest form, in which alone stores keep them."""
    if term is None or term[0] == "_":
        raise UnknownError
    if term[-1] == '"':
        return unescaped(term[1:-1])
    return Node(term[1:-1]) if term[0] == "<" else reckonable(term)


def _number(term: str) -> Number:
    found = _NUMBER.fullmatch(term)
    if not found:
        raise UnknownError
    if not term.endswith(_INTEGER):
        return Decimal(found[1])
    return int(found[1]) if "." not in found[1] else unknown()


def _reckonable(term: str) -> Number | tuple[str]:
    found = _DAY.fullmatch(term)
    return (found[1],) if found else _number(term)


number: Callable[[str], Number] = _Remembered(_number).__getitem__
"""Return the value of a number."""
reckonable: Callable[[str], Number | tuple[str]] = _Remembered(_reckonable).__getitem__
"""Return the value of a number or day."""


def amount(found: Value) -> Number:
    """Return a value that is a number."""
    if not isinstance(found, Number):
        raise UnknownError
    return found


def plain(term: str | None) -> str:
    """Return the text of a literal that has neither language nor datatype."""
    if term is None or term[-1] != '"':
        raise UnknownError
    return unescaped(term[1:-1])


def _text(term: str | None) -> str:
    if term is None or term[0] == "_":
        raise UnknownError
    if term[0] == "<":
        return term[1:-1]
    if term[-1] == ">":
        reckonable(term)
    return unescaped(term[1 : term.rindex('"')])


text: Callable[[str | None], str] = _Remembered(_text).__getitem__  # type: ignore[assignment]
"""Return the text of an IRI or plain literal, whatever its language or datatype."""


def wording(term: str | None) -> str:
    """Return the text of a literal without a datatype."""
    if term is None or term[0] != '"' or term[-1] == ">":
        raise UnknownError
    return text(term)


def joined(term: str | None) -> str:
    """Return a term that is the same as another only if it is written so."""
    if term is None or (term[0] == '"' and term[-1] == ">"):
        raise UnknownError
    return term


def unescaped(written: str) -> str:
    """Return the text of a literal as N-Triples writes it between the quotation marks."""
    return _unescaped(written) if "\\" in written else written


@lru_cache(maxsize=64)
def _unescaped(written: str) -> str:
    return _ESCAPE.sub(_character, written)


def _character(match: re.Match[str]) -> str:
    code = match[1] or match[2]
    return chr(int(code, 16)) if code else _ESCAPED.get(match[3], match[3])


def same(one: Value, other: Value) -> bool:
    """Tell whether two values as terms have them are the same."""
    if type(one) is not type(other) and not (isinstance(one, Number) and isinstance(other, Number)):
        raise UnknownError
    return one == other


def quotient(one: Number, other: Number) -> Decimal:
    """Divide."""
    return Decimal(one) / other


def difference(one: Number, other: Number, *, exact: bool = False) -> Decimal:
    """Return how much one number is above another, where a store may have other digits far behind the point.

    ``exact``: it has not where they are the same, since both come of one division at most.
    """
    found = Decimal(one) - other
    if abs(found) <= _NEAR * max(1, abs(int(one))) and (found or not exact):
        raise UnknownError
    return found


def floor(found: Number) -> Number:
    """Return the whole number below, of the same type: a decimal is no integer, even if it is whole."""
    return found if isinstance(found, int) else found.to_integral_value(ROUND_FLOOR)


def ceil(found: Number) -> Number:
    """Return the whole number above."""
    return found if isinstance(found, int) else found.to_integral_value(ROUND_CEILING)


def rounded(found: Number) -> Number:
    """Return the nearest whole number, of two the greater."""
    return floor(found + Decimal("0.5")) if found > 0 else unknown()


def floor_of_rough(found: Number, *, exact: bool = False) -> Number:
    """Return the whole number below a number of which a store may have other digits."""
    difference(found, round(found), exact=exact)
    return floor(found)


def ceil_of_rough(found: Number, *, exact: bool = False) -> Number:
    """Return the whole number above such a number."""
    difference(found, round(found), exact=exact)
    return ceil(found)


def rounded_of_rough(found: Number, *, exact: bool = False) -> Number:
    """Return the whole number that is nearest to such a number."""
    difference(2 * found, round(2 * found), exact=exact)
    return rounded(found)


def shown(found: Value) -> str:
    """Return the text of a value, of a number with all its digits."""
    if isinstance(found, tuple):
        return found[0]
    if not isinstance(found, Decimal):
        return str(found)
    if found != round(found, _DIGITS):
        raise UnknownError
    return f"{found.normalize():f}"


def string(found: Value) -> str:
    """Return a value that is a string."""
    if type(found) is not str:
        raise UnknownError
    return found


def digits(found: Number) -> str:
    """Return a whole number as it is written."""
    if not isinstance(found, int):
        raise UnknownError
    return str(found)


def before(whole: str, part: str) -> str:
    """Return what stands before a part of a text, nothing if it has no such part."""
    return whole.partition(part)[0] if part and part in whole else ""


def after(whole: str, part: str) -> str:
    """Return what stands after a part of a text, nothing if it has no such part."""
    return whole.partition(part)[2] if part else whole


def piece(whole: str, start: Number, length: Number | None = None) -> str:
    """Return a piece of a text: the first character is number one, and there are none before."""
    if not isinstance(start, int) or not isinstance(length, int | None):
        raise UnknownError
    end = None if length is None else max(0, start - 1 + length)
    return whole[max(0, start - 1) : end]


def day(written_day: str) -> tuple[str]:
    """Return the day that a text names."""
    found = value(f'"{written_day}"^^<{XSD.date}>')
    if not isinstance(found, tuple):
        raise UnknownError
    return found


def found_in(whole: str, pattern: str) -> bool:
    """Tell whether a regular expression is found in a text of one line."""
    return re.search(pattern, _one_line(whole)) is not None


def substituted(whole: str, pattern: str, by: str) -> str:
    """Return a text of one line with all that a regular expression finds replaced."""
    return re.sub(pattern, by, _one_line(whole))


def _one_line(whole: str) -> str:
    if "\n" in whole:
        raise UnknownError
    return whole


def reached(column: Mapping[str, tuple[str, ...]], node: str) -> list[str]:
    """Return a node and all that is reached from it by the property of a column."""
    found = [node]
    for here in found:
        found += [one for one in column.get(here, ()) if one not in found]
    return found


def distinct(rows: list[tuple[str, ...]], place: int) -> int:
    """Count the terms at a place of rows, where none has the value of another that is written otherwise."""
    if len(rows) == 1:
        return 1
    found = {row[place] for row in rows}
    if len(set(map(value, found))) < len(found):
        raise UnknownError
    return len(found)
