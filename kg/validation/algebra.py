"""SPARQL queries taken apart: groups of patterns and filters, as far as checks use them."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

from rdflib import BNode, Literal, URIRef, Variable
from rdflib.paths import AlternativePath, InvPath, MulPath, SequencePath, ZeroOrMore
from rdflib.plugins.sparql.algebra import translateQuery
from rdflib.plugins.sparql.parserutils import CompValue

from kg.sparql_syntax import parse_query

if TYPE_CHECKING:
    from collections.abc import Iterator

Term = str
"""A variable (``?name``), or a term as N-Triples writes it."""
EXISTS, NOT_EXISTS = "Builtin_EXISTS", "Builtin_NOTEXISTS"
_PLAIN = re.compile(r"[^\\\"\s]*")
_THROUGH = ("SelectQuery", "Project", "Distinct", "OrderBy")
_TOTALS = {"Aggregate_Count": "count", "Aggregate_Sum": "sum"}


class UnknownQueryError(ValueError):
    """A query has something that is not known here."""


@dataclass(frozen=True, slots=True)
class Pattern:
    """A triple pattern: one of the properties leads from the subject to the value; ``star``: any number of times."""

    subject: Term
    properties: tuple[str, ...]
    value: Term
    star: bool = False


@dataclass(frozen=True, slots=True)
class Total:
    """A variable for the count or sum of an expression over rows."""

    variable: Term
    kind: str
    expression: Any
    distinct: bool


@dataclass(frozen=True, slots=True)
class Counted:
    """A subquery: totals over the rows of a group that have the same keys, of which the filters hold."""

    group: Group
    keys: tuple[Term, ...]
    totals: tuple[Total, ...]
    filters: tuple[Any, ...]


@dataclass(slots=True)
class Group:
    """What belongs together in a query: all patterns hold at once, and all filters.

    ``bound`` are names for expressions, ``optional`` groups that may be there, ``either`` pairs of groups of which
    one must be, ``counted`` subqueries.
    """

    patterns: list[Pattern] = field(default_factory=list)
    filters: list[Any] = field(default_factory=list)
    bound: dict[Term, Any] = field(default_factory=dict)
    optional: list[Group] = field(default_factory=list)
    either: list[tuple[Group, Group]] = field(default_factory=list)
    counted: list[Counted] = field(default_factory=list)


def parsed(query: str, this: str | None = None) -> Any:
    """Return a SELECT query in rdflib's algebra. ``this`` is the one node that it is about, if there is one only."""
    if this is not None:
        head, _, body = query.partition("WHERE")
        query = f"{head.rpartition('SELECT')[0]}SELECT * WHERE {body.replace('$this', f'<{this}>')}"
    return translateQuery(parse_query(query)).algebra


def group_of(part: Any) -> Group:
    """Return a query, or a part of one, as a group. Raises UnknownQueryError if not all of it is known here."""
    while part.name in _THROUGH:
        part = part.p
    group = Group()
    _take(part, group)
    return group


def uses_of(part: Any) -> frozenset[tuple[str, str]] | None:
    """Return the properties that a query looks at with the value that it seeks, empty for any; None if it may see all."""
    found = set()
    for _, path, value in _triples(part):
        certain = isinstance(path, URIRef) and _is_plain(value)
        found |= {(step, name(value) if certain else "") for step in _steps(path)}
    return None if any(step is None for step, _ in found) else frozenset(found)


def name(term: Any) -> Term:
    """Return a term as patterns have it; a blank node is a variable in all but name."""
    if isinstance(term, Variable | BNode):
        return f"?{term}"
    if not _is_plain(term):
        raise UnknownQueryError(f"{term!r} can be written in several ways")
    return str(term.n3())


def _is_plain(term: Any) -> bool:
    """Tell whether a term is written in one way only."""
    if isinstance(term, Literal):
        return not term.datatype and not term.language and _PLAIN.fullmatch(term) is not None
    return isinstance(term, URIRef)


def is_variable(term: Term) -> bool:
    """Tell variables from other terms."""
    return term.startswith("?")


def variables(part: Any) -> set[Term]:
    """Return the variables of an expression, or of any part of the algebra."""
    if isinstance(part, Variable | BNode):
        return {name(part)}
    return set().union(*map(variables, _within(part)))


def asks_group(part: Any) -> bool:
    """Tell whether an expression asks for the existence of a group."""
    named = getattr(part, "name", None) in (EXISTS, NOT_EXISTS)
    return named or any(map(asks_group, _within(part)))


def _within(part: Any) -> list[Any]:
    """Return what a part of the algebra is made of."""
    if isinstance(part, CompValue):
        if part.name in (EXISTS, NOT_EXISTS):
            return [part.graph]
        return [value for key, value in part.items() if key != "_vars"]
    return list(part) if isinstance(part, list | tuple) else []


def _triples(part: Any) -> Iterator[Any]:
    if isinstance(part, CompValue) and part.name == "BGP":
        yield from part.triples
    else:
        for inner in _within(part):
            yield from _triples(inner)


def _steps(path: Any) -> list[Any]:
    """Return the properties of a path, None for what may be any."""
    if isinstance(path, AlternativePath | SequencePath):
        return [step for arg in path.args for step in _steps(arg)]
    if isinstance(path, InvPath | MulPath):
        return _steps(path.arg if isinstance(path, InvPath) else path.path)
    return [path.n3() if isinstance(path, URIRef) else None]


def _take(part: Any, group: Group) -> None:
    """Put a part of the algebra in its place."""
    kind = part.name
    if kind == "BGP":
        for subject, path, value in part.triples:
            group.patterns += _patterns(subject, path, value)
    elif kind == "Join":
        _take(part.p1, group)
        _take(part.p2, group)
    elif kind == "Filter":
        _take(part.p, group)
        group.filters += _conditions(part.expr)
    elif kind == "Extend":
        _take(part.p, group)
        group.bound[name(part.var)] = part.expr
    elif kind == "LeftJoin":
        _take(part.p1, group)
        inner = group_of(part.p2)
        inner.filters += _conditions(part.expr)
        group.optional.append(inner)
    elif kind == "Union":
        group.either.append((group_of(part.p1), group_of(part.p2)))
    elif kind == "ToMultiSet" and part.p.name == "Project":
        _take_subquery(part.p, group)
    else:
        raise UnknownQueryError(kind)


def _take_subquery(part: Any, group: Group) -> None:
    inner, names = part.p, {}
    filters: list[Any] = []
    while inner.name in ("Filter", "Extend"):
        if inner.name == "Filter":
            filters += _conditions(inner.expr)
        else:
            names[name(inner.expr)] = name(inner.var)
        inner = inner.p
    projected = {name(variable) for variable in part.PV}
    if inner.name == "AggregateJoin":
        group.counted.append(_counted(inner, filters, names, projected))
    elif inner is part.p and variables(inner) <= projected:
        _take(inner, group)
    else:
        raise UnknownQueryError("a subquery with names of its own")


def _counted(part: Any, filters: list[Any], names: dict[Term, Term], projected: set[Term]) -> Counted:
    """Return a subquery that counts. ``names`` are those that are given to what rdflib names by itself."""
    keys = tuple(name(key) for key in part.p.expr or ())
    totals = []
    for one in part.A:
        kind = _TOTALS.get(one.name)
        if kind is None and name(one.vars) in keys:
            continue
        if kind is None or (isinstance(one.vars, str) and not isinstance(one.vars, Variable)):
            raise UnknownQueryError(one.name)
        totals.append(Total(names.get(name(one.res), name(one.res)), kind, one.vars, bool(one.distinct)))
    if not keys or not set(keys) <= projected:
        raise UnknownQueryError("a subquery without keys of the outer query")
    return Counted(group_of(part.p.p), keys, tuple(totals), tuple(filters))


def _conditions(expression: Any) -> Iterator[Any]:
    """Yield what must hold for an expression to hold."""
    if expression.name == "ConditionalAndExpression":
        for one in (expression.expr, *expression.other):
            yield from _conditions(one)
    elif expression.name != "TrueFilter":
        yield expression


def _patterns(subject: object, path: Any, value: object) -> list[Pattern]:
    """Return a triple pattern with its path taken apart."""
    if isinstance(path, InvPath):
        return _patterns(value, path.arg, subject)
    if isinstance(path, SequencePath):
        steps = [subject, *(BNode() for _ in path.args[1:]), value]
        return [
            pattern
            for place, arg in enumerate(path.args)
            for pattern in _patterns(steps[place], arg, steps[place + 1])
        ]
    star = isinstance(path, MulPath) and path.mod == ZeroOrMore
    several = path.args if isinstance(path, AlternativePath) else [path.path if star else path]
    if not all(isinstance(one, URIRef) for one in several):
        raise UnknownQueryError(f"the path {path}")
    return [Pattern(name(subject), tuple(one.n3() for one in several), name(value), star)]
