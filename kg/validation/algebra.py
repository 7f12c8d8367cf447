"""SPARQL queries taken apart: groups of patterns and filters, as far as telling what a graph must hold for them."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from itertools import count
from typing import TYPE_CHECKING, Any

from rdflib import BNode, Literal, URIRef, Variable
from rdflib.paths import AlternativePath, InvPath, MulPath, SequencePath
from rdflib.plugins.sparql.algebra import translateQuery
from rdflib.plugins.sparql.parserutils import CompValue, Expr

from kg.sparql_syntax import parse_query

if TYPE_CHECKING:
    from collections.abc import Iterator

Term = str
"""A variable (``?name``), or a term as N-Triples writes it."""
ANYTHING = "?"
_PLAIN = re.compile(r"[^\\\"\s]*")
_THROUGH = ("SelectQuery", "Project", "Distinct", "Reduced", "OrderBy", "Slice", "Group")


@dataclass(frozen=True, slots=True)
class Pattern:
    """A triple pattern. ``certain``: the subject must have one of the properties; with ``p*`` it need not.

    ``properties`` None means that it may be any.
    """

    subject: Term
    properties: tuple[str, ...] | None
    value: Term
    certain: bool = True


@dataclass(slots=True)
class Group:
    """What belongs together in a query: all patterns hold at once, and all filters.

    ``bound`` are names for expressions, ``present`` groups that must be there as well, ``absent`` those that must
    not, ``more`` those that may be or that stand in other filters: all these see the names of this group. ``apart``
    are those that do not (subqueries that count). ``needed``: without what the patterns ask there is no solution.
    """

    patterns: list[Pattern] = field(default_factory=list)
    filters: list[Any] = field(default_factory=list)
    bound: dict[Term, Any] = field(default_factory=dict)
    present: list[Group] = field(default_factory=list)
    absent: list[Group] = field(default_factory=list)
    more: list[Group] = field(default_factory=list)
    apart: list[Group] = field(default_factory=list)
    needed: bool = True


def taken_apart(query: str) -> Group:
    """Return the outermost group of a SELECT query."""
    group = Group()
    _take(translateQuery(parse_query(query)).algebra, group, count())
    return group


def name(term: object) -> Term:
    """Return a term as patterns have it; a blank node is a variable in all but name."""
    if isinstance(term, Variable | BNode):
        return f"?{term}"
    if isinstance(term, Literal) and (term.datatype or term.language or not _PLAIN.fullmatch(term)):
        return ANYTHING  # it can be written in several ways
    return term.n3()  # type: ignore[attr-defined, no-any-return]


def variables(expression: Any) -> set[Term]:
    """Return the variables of an expression."""
    if isinstance(expression, Variable):
        return {name(expression)}
    if isinstance(expression, CompValue):
        parts = [value for key, value in expression.items() if key != "_vars"]
        return set().union(*map(variables, parts))
    if isinstance(expression, list | tuple):
        return set().union(*map(variables, expression))
    return set()


def _take(part: Any, group: Group, numbers: Iterator[int]) -> None:
    """Put a part of the algebra in its place."""
    kind = part.name
    if kind == "BGP":
        for triple in part.triples:
            subject, path, value = triple
            group.patterns += _patterns(subject, path, value, numbers)
    elif kind == "Join":
        _take(part.p1, group, numbers)
        _take(part.p2, group, numbers)
    elif kind == "Filter":
        _take(part.p, group, numbers)
        _take_filter(part.expr, group, numbers)
    elif kind == "Extend":
        _take(part.p, group, numbers)
        group.bound[name(part.var)] = part.expr
    elif kind in ("LeftJoin", "Minus"):
        _take(part.p1, group, numbers)
        inner = _inner(part.p2, numbers)
        inner.needed = False
        if kind == "LeftJoin":
            _take_filter(part.expr, inner, numbers)
        (group.more if kind == "LeftJoin" else group.apart).append(inner)
    elif kind == "Union":
        group.more += [_inner(part.p1, numbers), _inner(part.p2, numbers)]
    elif kind == "ToMultiSet" and part.p.name == "Project" and part.p.p.name in ("BGP", "Join"):
        _take(part.p.p, group, numbers)
    elif kind == "ToMultiSet":
        group.apart.append(_inner(part.p, numbers))
    elif kind == "AggregateJoin":
        group.needed = group.needed and bool(part.p.get("expr"))
        _take(part.p, group, numbers)
    elif kind in _THROUGH:
        _take(part.p, group, numbers)
    else:
        group.patterns.append(Pattern(ANYTHING, None, ANYTHING, certain=False))


def _inner(part: Any, numbers: Iterator[int]) -> Group:
    inner = Group()
    _take(part, inner, numbers)
    return inner


def _take_filter(expression: Any, group: Group, numbers: Iterator[int]) -> None:
    if expression.name == "ConditionalAndExpression":
        for one in (expression.expr, *expression.other):
            _take_filter(one, group, numbers)
    elif expression.name == "Builtin_EXISTS":
        group.present.append(_inner(expression.graph, numbers))
    elif expression.name == "Builtin_NOTEXISTS":
        group.absent.append(_inner(expression.graph, numbers))
    else:
        group.filters.append(expression)
        group.more += [_inner(found, numbers) for found in _exists(expression)]


def _exists(expression: Any) -> Iterator[Any]:
    """Yield the groups whose existence an expression asks for."""
    if isinstance(expression, Expr) and expression.name in ("Builtin_EXISTS", "Builtin_NOTEXISTS"):
        yield expression.graph
    elif isinstance(expression, CompValue):
        for value in expression.values():
            yield from _exists(value)
    elif isinstance(expression, list | tuple):
        for value in expression:
            yield from _exists(value)


def _patterns(subject: object, path: object, value: object, numbers: Iterator[int]) -> list[Pattern]:
    """Return a triple pattern with its path taken apart where that is possible."""
    start, end = name(subject), name(value)
    if isinstance(path, URIRef):
        return [Pattern(start, (path.n3(),), end)]
    if isinstance(path, AlternativePath) and all(isinstance(arg, URIRef) for arg in path.args):
        return [Pattern(start, tuple(arg.n3() for arg in path.args), end)]
    if isinstance(path, InvPath):
        return _patterns(value, path.arg, subject, numbers)
    if isinstance(path, MulPath) and isinstance(path.path, URIRef):
        return [Pattern(start, (path.path.n3(),), end, certain=False)]
    if isinstance(path, SequencePath):
        steps = [subject, *(Variable(f"step {next(numbers)}") for _ in path.args[1:]), value]
        return [
            pattern
            for place, arg in enumerate(path.args)
            for pattern in _patterns(steps[place], arg, steps[place + 1], numbers)
        ]
    return [Pattern(start, None, end, certain=False)]
