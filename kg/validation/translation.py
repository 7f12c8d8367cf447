"""SPARQL queries as functions of Python: each tells what the query finds at a node.

A query becomes loops over an index of the graph, one in the other: patterns that have the fewest solutions come first,
and filters as soon as what they need is there. What is not certain raises an error, and then a store has to be asked.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING, Any

from rdflib import Variable

from kg.validation import values
from kg.validation.algebra import (
    Counted,
    Group,
    Pattern,
    UnknownQueryError,
    asks_group,
    group_of,
    is_variable,
    name,
)
from kg.validation.expressions import Scope, Sort, condition, needs, number, shown, variable
from kg.validation.index import TYPE

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

    from kg.validation.algebra import Term, Total
    from kg.validation.index import Index

THIS = "?this"
Lines = list[str]
Ending = Callable[[Scope], list[str]]
"""Writes what stands within all loops."""


Finds = Callable[["Index", str], "Iterator[tuple[str | None, ...]]"]
"""A query as a function of an index and a node: the rows that it finds at the node."""


def translated(query: Any, names: Iterable[str]) -> Finds | None:
    """Return a query in rdflib's algebra as a function; None if not all of it is known here.

    Its rows have the texts of some variables, None for one that holds nothing. It raises one of ``values.ERRORS``
    where something is not certain: then none of the rows is.
    """
    space = dict(vars(values))
    try:
        exec(written(query, names), space)  # noqa: S102 (made of the project's own shapes, of nothing that a report says)
    except (UnknownQueryError, SyntaxError):  # Python nests no more than twenty loops
        return None
    return space["finds"]  # type: ignore[no-any-return]


def written(query: Any, names: Iterable[str]) -> str:
    """Return the source of that function. Raises UnknownQueryError."""
    writer = _Writer()

    def row(scope: Scope) -> Lines:
        return [f"yield {_tuple(shown(f'?{one}', scope) for one in names)}"]

    body = writer.function(group_of(query), Scope({THIS: "node"}, writer.exists), row, "return")
    columns = [f"{column} = {source}" for source, column in writer.columns.items()]
    return "\n".join([f"def finds(index, {variable(THIS)}):", *_deeper([*columns, *body])])


@dataclass(slots=True)
class _Writer:
    """Writes one function, and notes which columns of the index it reads."""

    columns: dict[str, str] = field(default_factory=dict)
    functions: int = 0
    inner: list[Lines] = field(default_factory=lambda: [[]])

    def function(self, group: Group, scope: Scope, ending: Ending, last: str) -> Lines:
        """Return the body of a function over the rows of a group."""
        self.inner.append([])
        nodes = frozenset(pattern.subject for pattern in group.patterns if not pattern.star)
        scope = replace(
            scope, bound={**scope.bound, **group.bound}, own=frozenset(_names(group)), nodes=nodes
        )
        rows = self._rows(group, scope, ending)
        return [*self.inner.pop(), *rows, last]

    def exists(self, part: Any, scope: Scope) -> str:
        """Return an expression that tells whether a group has a row."""
        group = group_of(part)
        return self._at_once(group, scope) or self._call(
            group, scope, lambda _scope: ["return True"], "return False"
        )

    def _at_once(self, group: Group, scope: Scope) -> str | None:
        """Return that expression without a function, where the group has one pattern only."""
        if len(group.patterns) != 1 or group.filters or group.optional or group.either or group.counted:
            return None
        (pattern,) = group.patterns
        if pattern.star or not _is_known(pattern.subject, scope):
            return None
        if pattern.properties == (TYPE,) or pattern.subject == pattern.value:
            return None
        subject, columns = _subject(pattern.subject, scope), self._all(pattern)
        if _is_known(pattern.value, scope):
            value = _value(pattern.value, scope)
            return f"({' or '.join(f'{value} in {column}.get({subject}, NONE)' for column in columns)})"
        return f"({' or '.join(f'{subject} in {column}' for column in columns)})"

    def _call(
        self, group: Group, scope: Scope, ending: Ending, last: str = "return", first: tuple[str, ...] = ()
    ) -> str:
        """Write a function over the rows of a group, and return its call."""
        self.functions += 1
        called = f"f{self.functions}"
        body = self.function(group, scope, ending, last)
        self.inner[-1] += [f"def {called}():", *_deeper([*first, *body])]
        return f"{called}()"

    def _column(self, source: str) -> str:
        return self.columns.setdefault(source, f"c{len(self.columns)}")

    def _all(self, pattern: Pattern) -> list[str]:
        return [self._column(f"index.columns[{one!r}].values") for one in pattern.properties]

    def _rows(self, rest: Group, scope: Scope, ending: Ending) -> Lines:
        """Return the loops for what is not written yet, with the ending within all of them.

        Filters that seek other groups cost most and come last.
        """
        ready = [one for one in rest.filters if _is_ready(one, scope) and not asks_group(one)]
        if ready:
            return self._filters(ready, rest, scope, ending)
        if rest.counted:
            subquery, *further = rest.counted
            return self._counted(subquery, replace(rest, counted=further), scope, ending)
        if rest.patterns:
            first = min(rest.patterns, key=lambda one: _cost(one, rest, scope))
            others = [one for one in rest.patterns if one is not first]
            return self._pattern(first, replace(rest, patterns=others), scope, ending)
        if rest.either:
            pair, *more = rest.either
            return self._either(pair, replace(rest, either=more), scope, ending)
        if rest.optional:
            one, *left = rest.optional
            return self._optional(one, replace(rest, optional=left), scope, ending)
        return self._filters(rest.filters, rest, scope, ending) if rest.filters else ending(scope)

    def _filters(self, filters: Iterable[Any], rest: Group, scope: Scope, ending: Ending) -> Lines:
        written = {id(one) for one in filters}
        rest = replace(rest, filters=[one for one in rest.filters if id(one) not in written])
        held = " and ".join(condition(one, scope) for one in filters)
        return [f"if {held}:", *_deeper(self._rows(rest, scope, ending))]

    def _pattern(self, pattern: Pattern, rest: Group, scope: Scope, ending: Ending) -> Lines:
        start, end = pattern.subject, pattern.value
        known = _is_known(start, scope), _is_known(end, scope)
        new = [one for one, already in zip((start, end), known, strict=True) if not already]
        sorts: dict[Term, Sort] = {one: "node" if one in scope.nodes else "term" for one in new}
        within = replace(scope, known={**scope.known, **sorts})
        if pattern.star:
            heads = self._star(pattern, known, scope)
        elif pattern.properties == (TYPE,):
            heads = self._type(pattern, known, scope)
        else:
            heads = self._uses(pattern, known, scope)
        lines = self._rows(rest, within, ending)
        for head in reversed(heads):
            lines = [head, *_deeper(lines)]
        return lines

    def _uses(self, pattern: Pattern, known: tuple[bool, bool], scope: Scope) -> Lines:
        start, end, columns = pattern.subject, pattern.value, self._all(pattern)
        if known == (True, True):
            subject, value = _subject(start, scope), _value(end, scope)
            return [f"if {' or '.join(f'{value} in {one}.get({subject}, NONE)' for one in columns)}:"]
        if known[0]:
            return [
                f"for {variable(end)} in {_together(f'{one}.get({_subject(start, scope)}, NONE)' for one in columns)}:"
            ]
        if known[1]:
            inverse = [self._column(f"index.columns[{one!r}].nodes") for one in pattern.properties]
            got = _together(f"{one}.get({_value(end, scope)}, NONE)" for one in inverse)
            return [f"for {variable(start)} in {got}:"]
        if start == end:
            raise UnknownQueryError("a node that leads to itself")
        pairs = _together(f"{one}.items()" for one in columns)
        return [f"for {variable(start)}, values in {pairs}:", f"for {variable(end)} in values:"]

    def _type(self, pattern: Pattern, known: tuple[bool, bool], scope: Scope) -> Lines:
        start, end, types = pattern.subject, pattern.value, self._column("index.by_class")
        if known == (True, True):
            return [f"if {_subject(start, scope)} in {types}.get({_value(end, scope)}, NONE):"]
        if known[1]:
            return [f"for {variable(start)} in {types}.get({_value(end, scope)}, NONE):"]
        heads = [f"for {variable(end)}, nodes in {types}.items():"]
        if known[0]:
            return [*heads, f"if {_subject(start, scope)} in nodes:"]
        return [*heads, f"for {variable(start)} in nodes:"]

    def _star(self, pattern: Pattern, known: tuple[bool, bool], scope: Scope) -> Lines:
        if not known[0]:
            raise UnknownQueryError("a way of any length from any node")
        reached = f"reached({self._all(pattern)[0]}, {_subject(pattern.subject, scope)})"
        if known[1]:
            return [f"if {_value(pattern.value, scope)} in {reached}:"]
        return [f"for {variable(pattern.value)} in {reached}:"]

    def _loop(self, names: Iterable[Term], rows: str, rest: Group, scope: Scope, ending: Ending) -> Lines:
        """Write a loop over rows of several variables, which the scope knows already."""
        return [f"for {_tuple(map(variable, names))} in {rows}:", *_deeper(self._rows(rest, scope, ending))]

    def _counted(self, one: Counted, rest: Group, scope: Scope, ending: Ending) -> Lines:
        """Write a loop over the totals of a subquery."""
        patterns = one.group.patterns
        if any(len(pattern.properties) > 1 or pattern.star for pattern in patterns):
            raise UnknownQueryError("a subquery that counts one node several times")
        if any((key in scope.known) != (key == THIS) for key in one.keys):
            raise UnknownQueryError("a subquery with names that are known outside")

        def row(within: Scope) -> Lines:
            key, added = (
                _tuple(map(variable, one.keys)),
                _tuple(_added(total, within) for total in one.totals),
            )
            return [f"found.setdefault({key}, []).append({added})"]

        totals = "".join(f", {_total(total, place)}" for place, total in enumerate(one.totals))
        last = f"return [(*key{totals}) for key, rows in found.items()]"
        call = self._call(one.group, Scope({THIS: "node"}, self.exists), row, last, ("found = {}",))
        nodes = {THIS, *(pattern.subject for pattern in patterns)}
        sorts: dict[Term, Sort] = {key: "node" if key in nodes else "term" for key in one.keys}
        sorts |= {total.variable: "number" for total in one.totals}
        rest = replace(rest, filters=[*rest.filters, *one.filters])
        return self._loop(sorts, call, rest, _with(scope, sorts), ending)

    def _optional(self, group: Group, rest: Group, scope: Scope, ending: Ending) -> Lines:
        names = sorted(_names(group) - scope.known.keys())
        rows = self._call(group, scope, lambda _scope: [f"yield {_tuple(map(variable, names))}"])
        sorts: dict[Term, Sort] = dict.fromkeys(names, "optional")
        nothing = _tuple("None" for _ in names)
        return self._loop(names, f"list({rows}) or [{nothing}]", rest, _with(scope, sorts), ending)

    def _either(self, pair: tuple[Group, Group], rest: Group, scope: Scope, ending: Ending) -> Lines:
        names = sorted((_names(pair[0]) | _names(pair[1])) - scope.known.keys())
        both = _names(pair[0]) & _names(pair[1])
        sorts: dict[Term, Sort] = {
            one: "optional" if one not in both else "node" if one in scope.nodes else "term" for one in names
        }

        def row(within: Scope) -> Lines:
            return [f"yield {_tuple(variable(one) if one in within.known else 'None' for one in names)}"]

        rows = " + ".join(f"list({self._call(group, scope, row)})" for group in pair)
        return self._loop(names, rows, rest, _with(scope, sorts), ending)


def _names(group: Group) -> set[Term]:
    """Return the variables that the rows of a group have."""
    found = {term for one in group.patterns for term in (one.subject, one.value) if is_variable(term)}
    for inner in (*group.optional, *(one for pair in group.either for one in pair)):
        found |= _names(inner)
    for one in group.counted:
        found |= {*one.keys, *(total.variable for total in one.totals)}
    return found


def _with(scope: Scope, sorts: Mapping[Term, Sort]) -> Scope:
    return replace(scope, known={**scope.known, **sorts})


def _is_known(term: Term, scope: Scope) -> bool:
    return term in scope.known or not is_variable(term)


def _subject(term: Term, scope: Scope) -> str:
    """Return an expression for a known term as a subject."""
    sort = scope.known.get(term)
    if sort == "number":
        raise UnknownQueryError("a pattern with a number that is reckoned")
    if sort is None:
        return repr(term)
    return f"joined({variable(term)})" if sort == "optional" else variable(term)


def _value(term: Term, scope: Scope) -> str:
    """Return an expression for a known term as a value, which a literal is only if it is written the same."""
    return f"joined({variable(term)})" if scope.known.get(term) == "term" else _subject(term, scope)


def _is_ready(expression: Any, scope: Scope) -> bool:
    """Tell whether all is known that an expression needs and the group has."""
    return not (needs(expression, scope.bound) & scope.own) - scope.known.keys()


def _cost(pattern: Pattern, rest: Group, scope: Scope) -> tuple[int, int]:
    """Order patterns: first those with few solutions, of these what lets most filters be written."""
    start, end = pattern.subject, pattern.value
    if _is_known(start, scope):
        rank = 0 if _is_known(end, scope) else 1
    elif pattern.star:
        rank = 6
    elif not is_variable(end):
        rank = 4 if pattern.properties == (TYPE,) else 2
    else:
        rank = 3 if _is_known(end, scope) else 5
    within = _with(scope, {start: "term", end: "term"})
    return rank, -sum(_is_ready(one, within) for one in rest.filters)


def _added(total: Total, scope: Scope) -> str:
    """Return what a row adds to a total."""
    if total.kind == "sum":
        return number(total.expression, scope)
    if not isinstance(total.expression, Variable) or scope.known.get(name(total.expression)) not in (
        "node",
        "term",
    ):
        raise UnknownQueryError("a count of what may be missing")
    return variable(name(total.expression))


def _total(total: Total, place: int) -> str:
    if total.kind == "sum":
        return f"sum(row[{place}] for row in rows)"
    return f"distinct(rows, {place})" if total.distinct else "len(rows)"


def _tuple(parts: Iterable[str]) -> str:
    return f"({''.join(f'{part}, ' for part in parts)})"


def _together(parts: Iterable[str]) -> str:
    several = list(parts)
    return several[0] if len(several) == 1 else f"({', '.join(f'*{one}' for one in several)})"


def _deeper(lines: Iterable[str]) -> Lines:
    return [f"    {line}" for line in lines]
