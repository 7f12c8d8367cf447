"""SPARQL expressions as functions of rows, as far as they can be told for certain.

A row has terms as N-Triples writes them, by variable, or expressions, for the names that are bound to such.
An expression's value is a bool, a float, a string, a ``Node`` or a ``Day``; None where it is unknown: an error,
a function or a term that is not known here, or two numbers too close to tell apart (stores reckon with other
digits). What is unknown may be anything.
"""

from __future__ import annotations

import math
import re
from collections.abc import Callable, Mapping
from functools import lru_cache
from typing import Any

from rdflib import XSD, Literal, URIRef, Variable

from kg.validation import literals
from kg.validation.algebra import Term, name

Value = bool | float | str | None
Row = Mapping[Term, "str | Function"]
Function = Callable[[Row], Value]
_NEAR = 1e-6
_SIMPLE = re.compile(r"[^\\\\.{}&-]*")
"""Regular expressions that mean the same here and in SPARQL: without escapes, points, counts and ranges."""


class Node(str):
    """An IRI as a value."""

    __slots__ = ()


class Day(str):
    """A date as a value."""

    __slots__ = ()


class Rough(float):
    """What comes of a division: stores may have other digits far behind the point."""

    __slots__ = ()


def compiled(expression: Any) -> Function:
    """Return an expression as a function of a row."""
    if isinstance(expression, Variable):
        return _variable(expression)
    if isinstance(expression, URIRef | Literal):
        value = _typed(expression.n3() if isinstance(expression, URIRef) else _written(expression))
        return lambda _row: value
    reader = _READERS.get(getattr(expression, "name", ""))
    return reader(expression) if reader else _unknown


def _written(literal: Literal) -> str:
    return literal.n3() if not literal.datatype else f'"{literal}"^^<{literal.datatype}>'


def _variable(variable: Variable) -> Function:
    key = name(variable)

    def value(row: Row) -> Value:
        found = row.get(key)
        return found(row) if callable(found) else None if found is None else _typed(found)

    return value


def _unknown(_row: Row) -> Value:
    return None


def _typed(term: str) -> Value:
    if term.endswith('"'):
        return literals.text(term)
    return Node(term[1:-1]) if term.startswith("<") else _reckonable(term)


@lru_cache(maxsize=8192)
def _reckonable(term: str) -> Value:
    number = literals.number(term)
    day = literals.day(term) if number is None else None
    return Day(day) if day is not None else number


def _and(expression: Any) -> Function:
    parts = [compiled(part) for part in (expression.expr, *expression.other)]

    def value(row: Row) -> Value:
        found = [part(row) for part in parts]
        return False if False in found else True if all(one is True for one in found) else None

    return value


def _or(expression: Any) -> Function:
    parts = [compiled(part) for part in (expression.expr, *expression.other)]

    def value(row: Row) -> Value:
        known = True
        for part in parts:
            one = part(row)
            if one is True:
                return True
            known = known and one is False
        return False if known else None

    return value


def _not(expression: Any) -> Function:
    inner = compiled(expression.expr)

    def value(row: Row) -> Value:
        found = inner(row)
        return not found if isinstance(found, bool) else None

    return value


def _relation(expression: Any) -> Function:
    left = compiled(expression.expr)
    if expression.op in ("IN", "NOT IN"):
        return _member(left, [compiled(one) for one in expression.other], negated=expression.op == "NOT IN")
    right, compare = compiled(expression.other), _COMPARE[expression.op]

    def value(row: Row) -> Value:
        return _related(left(row), right(row), compare, equality=expression.op in ("=", "!="))

    return value


def _related(one: Value, other: Value, compare: Callable[[Any, Any], bool], *, equality: bool) -> Value:
    if isinstance(one, float) and isinstance(other, float):
        return None if _indistinct(one, other) else compare(one, other)
    if type(one) is not type(other) or not isinstance(one, str) or (isinstance(one, Node) and not equality):
        return None
    return compare(one, other)


def _indistinct(one: float, other: float) -> bool:
    """Tell whether two numbers may be the same or not, depending on how they are reckoned."""
    near = abs(one - other) <= _NEAR * max(1.0, abs(one))
    return near and (one != other or isinstance(one, Rough) or isinstance(other, Rough))


def _member(left: Function, members: list[Function], *, negated: bool) -> Function:
    def value(row: Row) -> Value:
        one = left(row)
        found = [_related(one, member(row), lambda a, b: a == b, equality=True) for member in members]
        if True in found:
            return not negated
        return negated if all(same is False for same in found) else None

    return value


def _reckoned(expression: Any) -> Function:
    first = compiled(expression.expr)
    others = [(op, compiled(other)) for op, other in zip(expression.op, expression.other, strict=True)]

    def value(row: Row) -> Value:
        found = first(row)
        for op, other in others:
            more = other(row)
            if not isinstance(found, float) or not isinstance(more, float) or (op == "/" and not more):
                return None
            rough = op == "/" or isinstance(found, Rough) or isinstance(more, Rough)
            found = Rough(_STEPS[op](found, more)) if rough else _STEPS[op](found, more)
        return found

    return value


def _of_number(function: Callable[[float], float], part: str) -> Callable[[Any], Function]:
    """Return a reader of functions that keep as many digits as they get."""

    def reader(expression: Any) -> Function:
        inner = compiled(expression[part])

        def value(row: Row) -> Value:
            found = inner(row)
            if not isinstance(found, float):
                return None
            return Rough(function(found)) if isinstance(found, Rough) else function(found)

        return value

    return reader


def _to_whole(function: Callable[[float], float]) -> Callable[[Any], Function]:
    """Return a reader of functions that make whole numbers of others."""

    def reader(expression: Any) -> Function:
        inner = compiled(expression.arg)

        def value(row: Row) -> Value:
            found = inner(row)
            if not isinstance(found, float) or _indistinct(found, round(found)):
                return None
            return float(function(found))

        return value

    return reader


def _str(expression: Any) -> Function:
    return _text_of(expression.arg)


def _text_of(expression: Any) -> Function:
    """Return the text of an expression, whatever its language or datatype."""
    inner = compiled(expression)
    key = name(expression) if isinstance(expression, Variable) else None

    def value(row: Row) -> Value:
        term = row.get(key) if key is not None else None
        if isinstance(term, str):
            return literals.text(term)
        found = inner(row)
        if isinstance(found, float) and not isinstance(found, Rough) and found.is_integer():
            return str(int(found))
        return str(found) if isinstance(found, str) else None

    return value


def _on_texts(function: Callable[..., Value], *names: str) -> Callable[[Any], Function]:
    def reader(expression: Any) -> Function:
        parts = [compiled(expression[part]) for part in names]
        if len(parts) == 1:
            (only,) = parts
            return lambda row: function(text) if type(text := only(row)) is str else None

        def value(row: Row) -> Value:
            found = [part(row) for part in parts]
            return function(*found) if all(type(one) is str for one in found) else None

        return value

    return reader


def _regex(expression: Any) -> Function:
    pattern = expression.pattern
    if (
        expression.get("flags") is not None
        or not isinstance(pattern, Literal)
        or not _SIMPLE.fullmatch(pattern)
    ):
        return _unknown
    inner, written = _text_of(expression.text), re.compile(str(pattern))

    def value(row: Row) -> Value:
        found = inner(row)
        return written.search(found) is not None if isinstance(found, str) else None

    return value


def _before(text: str, part: str) -> str:
    return text.partition(part)[0] if part and part in text else ""


def _after(text: str, part: str) -> str:
    return text.partition(part)[2] if part else text


def _concat(expression: Any) -> Function:
    parts = [compiled(part) for part in expression.arg]

    def value(row: Row) -> Value:
        found = ""
        for part in parts:
            more = part(row)
            if type(more) is not str:
                return None
            found += more
        return found

    return value


def _substr(expression: Any) -> Function:
    parts = [compiled(expression.arg), compiled(expression.start)]
    length = compiled(expression.length) if expression.get("length") is not None else None

    def value(row: Row) -> Value:
        text, start = (part(row) for part in parts)
        size = length(row) if length else math.inf
        if type(text) is not str or not isinstance(start, float) or not isinstance(size, float):
            return None
        return (
            text[max(0, int(start) - 1) :][: None if size == math.inf else int(size)] if start >= 1 else None
        )

    return value


def _if(expression: Any) -> Function:
    condition, then, otherwise = (compiled(expression[part]) for part in ("arg1", "arg2", "arg3"))

    def value(row: Row) -> Value:
        found = condition(row)
        return (then(row) if found else otherwise(row)) if isinstance(found, bool) else None

    return value


def _as_date(expression: Any) -> Function:
    inner = compiled(expression.arg1)

    def value(row: Row) -> Value:
        found = inner(row)
        return _typed(f'"{found}"^^<{XSD.date}>') if type(found) is str else None

    return value if expression.arg2 == XSD.date else _unknown


_STEPS: Mapping[str, Callable[[float, float], float]] = {
    "+": lambda a, b: a + b,
    "-": lambda a, b: a - b,
    "*": lambda a, b: a * b,
    "/": lambda a, b: a / b,
}
_COMPARE: Mapping[str, Callable[[Any, Any], bool]] = {
    "=": lambda a, b: a == b,
    "!=": lambda a, b: a != b,
    "<": lambda a, b: a < b,
    ">": lambda a, b: a > b,
    "<=": lambda a, b: a <= b,
    ">=": lambda a, b: a >= b,
}
_READERS: Mapping[str, Callable[[Any], Function]] = {
    "ConditionalAndExpression": _and,
    "ConditionalOrExpression": _or,
    "UnaryNot": _not,
    "UnaryMinus": _of_number(lambda number: -number, "expr"),
    "RelationalExpression": _relation,
    "AdditiveExpression": _reckoned,
    "MultiplicativeExpression": _reckoned,
    "Builtin_STR": _str,
    "Builtin_STRLEN": _on_texts(lambda text: float(len(text)), "arg"),
    "Builtin_CONTAINS": _on_texts(lambda text, part: part in text, "arg1", "arg2"),
    "Builtin_STRSTARTS": _on_texts(lambda text, part: text.startswith(part), "arg1", "arg2"),
    "Builtin_STRENDS": _on_texts(lambda text, part: text.endswith(part), "arg1", "arg2"),
    "Builtin_STRBEFORE": _on_texts(_before, "arg1", "arg2"),
    "Builtin_STRAFTER": _on_texts(_after, "arg1", "arg2"),
    "Builtin_CONCAT": _concat,
    "Builtin_SUBSTR": _substr,
    "Builtin_REGEX": _regex,
    "Builtin_IF": _if,
    "Builtin_STRDT": _as_date,
    "Builtin_FLOOR": _to_whole(math.floor),
    "Builtin_CEIL": _to_whole(math.ceil),
    "Builtin_ABS": _of_number(abs, "arg"),
}
