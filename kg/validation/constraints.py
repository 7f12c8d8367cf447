"""The core constraints of SHACL, each as a function that tells which nodes may break it.

It gets an index of the graph, the values along the shape's path (or the nodes themselves), and a function that
gives the nodes that the shape is about. What it returns are nodes that may break the constraint, all that do
among them.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from typing import TYPE_CHECKING

from rdflib import SH, Graph, Literal, URIRef
from rdflib.collection import Collection

from kg.validation import literals

if TYPE_CHECKING:
    from rdflib.term import Node

    from kg.validation.index import Index, Values

Nodes = set[str]
Constraint = Callable[["Index", "Values", Callable[[], Nodes]], Nodes]
Asked = Mapping["Node", "Node"]
"""All parameters of a shape."""


def read(graph: Graph, parameter: Node, value: Node, asked: Asked) -> Constraint | None:
    """Return the constraint of one parameter of a shape, None if it is not known here."""
    reader = _READERS.get(parameter)
    return reader(graph, value, asked) if reader else None


def _min_count(_graph: Graph, value: Node, _asked: Asked) -> Constraint | None:
    least = _number(value)
    if least not in (1, 2):
        return None
    return lambda _index, about, targets: (
        targets() - (about.one_value.keys() if least == 1 else about.repeated)
    )


def _max_count(_graph: Graph, value: Node, _asked: Asked) -> Constraint | None:
    if _number(value) not in (0, 1):
        return None
    most = _number(value)
    return lambda _index, about, _targets: about.repeated if most else set(about.one_value)


def _datatype(_graph: Graph, value: Node, _asked: Asked) -> Constraint | None:
    fits = literals.WELL_FORMED.get(str(value))
    return _every(lambda term: fits.fullmatch(term) is not None) if fits else None


def _min_length(_graph: Graph, value: Node, _asked: Asked) -> Constraint | None:
    least = _number(value)
    if least is None:
        return None
    return _every(lambda term: literals.shortest(term) >= least)


def _node_kind(_graph: Graph, value: Node, _asked: Asked) -> Constraint | None:
    return _every(lambda term: term.startswith("<")) if value == SH.IRI else None


def _class(_graph: Graph, value: Node, _asked: Asked) -> Constraint | None:
    return _any_class([value])


def _or(graph: Graph, value: Node, _asked: Asked) -> Constraint | None:
    members = list(Collection(graph, value))
    if any(set(graph.predicates(member)) != {SH["class"]} for member in members):
        return None
    return _any_class([kind for member in members for kind in graph.objects(member, SH["class"])])


def _any_class(kinds: list[Node]) -> Constraint:
    names = [kind.n3() for kind in kinds]
    return lambda index, about, _targets: about.with_any(index.not_of(about.values, names))


def _has_value(_graph: Graph, value: Node, _asked: Asked) -> Constraint | None:
    if not isinstance(value, URIRef):
        return None
    wanted = value.n3()
    return lambda _index, about, targets: targets() - about.subjects(wanted)


def _in(graph: Graph, value: Node, _asked: Asked) -> Constraint | None:
    allowed = _iris(graph, value)
    return (lambda _index, about, _targets: about.with_any(about.values - allowed)) if allowed else None


def _pattern(_graph: Graph, value: Node, asked: Asked) -> Constraint | None:
    if SH.flags in asked:
        return None
    pattern = re.compile(str(value))

    def fits(term: str) -> bool:
        said = literals.text(term)
        return said is not None and pattern.search(said) is not None

    return _every(fits)


def _min_inclusive(_graph: Graph, value: Node, _asked: Asked) -> Constraint | None:
    least = _number(value)
    if least is None:
        return None
    return _every(lambda term: (found := literals.number(term)) is not None and found >= least)


def _max_inclusive(_graph: Graph, value: Node, _asked: Asked) -> Constraint | None:
    most = _number(value)
    if most is None:
        return None
    return _every(lambda term: (found := literals.number(term)) is not None and found <= most)


def _less_than(_graph: Graph, value: Node, _asked: Asked) -> Constraint | None:
    return _ordered(value, or_same=False)


def _less_than_or_equals(_graph: Graph, value: Node, _asked: Asked) -> Constraint | None:
    return _ordered(value, or_same=True)


def _ordered(value: Node, *, or_same: bool) -> Constraint | None:
    if not isinstance(value, URIRef):
        return None
    greater = value.n3()

    def suspects(index: Index, about: Values, _targets: Callable[[], Nodes]) -> Nodes:
        limits = index.one_value(greater)
        return (about.repeated | index.repeated(greater)) | {
            node
            for node, term in about.one_value.items()
            if node in limits and not literals.before(term, limits[node], or_same=or_same)
        }

    return suspects


def _language_in(graph: Graph, value: Node, _asked: Asked) -> Constraint | None:
    allowed = {str(tag) for tag in Collection(graph, value)}
    return _every(lambda term: literals.language(term) in allowed)


def _unique_language(_graph: Graph, _value: Node, _asked: Asked) -> Constraint | None:
    return lambda _index, about, _targets: about.repeated


def _qualified(graph: Graph, value: Node, asked: Asked) -> Constraint | None:
    """Read that exactly one value is of a list, which is what the project's shapes ask."""
    one = [_number(asked[limit]) for limit in _LIMITS if limit in asked]
    allowed = _iris(graph, graph.value(value, SH["in"]))
    if one != [1, 1] or not allowed or set(graph.predicates(value)) != {SH["in"]}:
        return None

    def suspects(_index: Index, about: Values, targets: Callable[[], Nodes]) -> Nodes:
        once: Nodes = set()
        twice: Nodes = set()
        for wanted in allowed:
            twice |= once & about.subjects(wanted)
            once |= about.subjects(wanted)
        return (targets() - once) | twice

    return suspects


def _with_qualified(_graph: Graph, _value: Node, asked: Asked) -> Constraint | None:
    """Read what ``_qualified`` reads too."""
    return (lambda _index, _about, _targets: set()) if SH.qualifiedValueShape in asked else None


def _every(fits: Callable[[str], bool]) -> Constraint:
    """Return that every value has to fit."""
    return lambda _index, about, _targets: about.with_any({term for term in about.values if not fits(term)})


def _iris(graph: Graph, items: Node | None) -> set[str] | None:
    """Return the members of a list of IRIs, None if there are others, or no list."""
    members = list(Collection(graph, items)) if items is not None else []
    if not all(isinstance(member, URIRef) for member in members):
        return None
    return {member.n3() for member in members}


def _number(value: Node) -> int | None:
    found = value.toPython() if isinstance(value, Literal) else None
    return found if isinstance(found, int) else None


_LIMITS = (SH.qualifiedMinCount, SH.qualifiedMaxCount)
_READERS: Mapping[Node, Callable[[Graph, Node, Asked], Constraint | None]] = {
    SH.minCount: _min_count,
    SH.maxCount: _max_count,
    SH.datatype: _datatype,
    SH.minLength: _min_length,
    SH.nodeKind: _node_kind,
    SH["class"]: _class,
    SH["or"]: _or,
    SH.hasValue: _has_value,
    SH["in"]: _in,
    SH.pattern: _pattern,
    SH.minInclusive: _min_inclusive,
    SH.maxInclusive: _max_inclusive,
    SH.lessThan: _less_than,
    SH.lessThanOrEquals: _less_than_or_equals,
    SH.languageIn: _language_in,
    SH.uniqueLang: _unique_language,
    SH.qualifiedValueShape: _qualified,
    SH.qualifiedMinCount: _with_qualified,
    SH.qualifiedMaxCount: _with_qualified,
}
