"""The core constraints of SHACL, each as a function that tells which nodes may break it.

It gets an index of the graph, the values along the shape's path (or the nodes themselves), and the nodes that the
shape is about. What it returns are nodes that may break the constraint, all that do among them.
"""

from __future__ import annotations

import operator
import re
from collections.abc import Callable, Mapping
from typing import TYPE_CHECKING, Any

from rdflib import RDF, SH, XSD, Graph, Literal, URIRef
from rdflib.collection import Collection

from kg.validation.values import UnknownError, reckonable, text

if TYPE_CHECKING:
    from rdflib.term import Node

    from kg.validation.index import Column, Index, Nodes

Constraint = Callable[["Index", "Column", "Nodes"], "Nodes"]
Asked = Mapping["Node", "Node"]
"""All parameters of a shape."""
Reader = Callable[[Graph, "Node", Asked], Constraint | None]
Order = Callable[[Any, Any], bool]
_DAY = r"[1-9][0-9]{3}-(?:0[1-9]|1[0-2])-(?:0[1-9]|1[0-9]|2[0-8])"
_WELL_FORMED: Mapping[Node, Callable[[str], object]] = {
    XSD.integer: re.compile(rf'"-?[0-9]{{1,12}}"\^\^<{re.escape(XSD.integer)}>').fullmatch,
    XSD.decimal: re.compile(rf'"-?[0-9]{{1,12}}(?:\.[0-9]{{1,6}})?"\^\^<{re.escape(XSD.decimal)}>').fullmatch,
    XSD.date: re.compile(rf'"{_DAY}"\^\^<{re.escape(XSD.date)}>').fullmatch,
    XSD.string: lambda term: term[0] == term[-1] == '"',
    RDF.langString: re.compile(r'".*"@[a-z]+').fullmatch,
}
"""By datatype, what is certainly a literal of it; some that are fall outside."""
_ESCAPED = len('""') + len(r"\U00000000")
"""So many characters of N-Triples stand for one at most, with the quotation marks."""
_MOST = 8192
"""So many terms are remembered of each constraint, of at most so many characters."""
_LONGEST = 100


def read(graph: Graph, parameter: Node, given: Node, asked: Asked) -> Constraint | None:
    """Return the constraint of one parameter of a shape, None if it is not known here."""
    reader = _READERS.get(parameter)
    return reader(graph, given, asked) if reader else None


class _Every:
    """The constraint that every value has to fit. Terms that were found to fit are not looked at again."""

    def __init__(self, fits: Callable[[str], object]) -> None:
        self._fits = fits
        self._known: set[str] = set()

    def __call__(self, _index: Index, about: Column, _nodes: Nodes) -> Nodes:
        new = about.terms - self._known
        if not new:
            return new
        wrong = {term for term in new if not self._fits(term)}
        if len(self._known) > _MOST:
            self._known.clear()
        self._known.update([term for term in new - wrong if len(term) <= _LONGEST])
        return about.with_any(wrong)


def _min_count(_graph: Graph, given: Node, _asked: Asked) -> Constraint | None:
    least = _number(given)
    if least not in (1, 2):
        return None
    return lambda _index, about, nodes: nodes - (about.subjects if least == 1 else about.repeated)


def _max_count(_graph: Graph, given: Node, _asked: Asked) -> Constraint | None:
    most = _number(given)
    if most not in (0, 1):
        return None
    return lambda _index, about, _nodes: about.repeated if most else about.subjects


def _datatype(_graph: Graph, given: Node, _asked: Asked) -> Constraint | None:
    fits = _WELL_FORMED.get(given)
    return _Every(fits) if fits else None


def _min_length(_graph: Graph, given: Node, _asked: Asked) -> Constraint | None:
    least = _number(given)
    return (
        None
        if least is None
        else _Every(lambda term: len(term) > _ESCAPED * least or len(_text(term)) >= least)
    )


def _node_kind(_graph: Graph, given: Node, _asked: Asked) -> Constraint | None:
    return _Every(lambda term: term[0] == "<") if given == SH.IRI else None


def _class(_graph: Graph, given: Node, _asked: Asked) -> Constraint | None:
    return _any_class([given])


def _or(graph: Graph, given: Node, _asked: Asked) -> Constraint | None:
    members = list(Collection(graph, given))
    if any(set(graph.predicates(member)) != {SH["class"]} for member in members):
        return None
    return _any_class([kind for member in members for kind in graph.objects(member, SH["class"])])


def _any_class(kinds: list[Node]) -> Constraint:
    names = [kind.n3() for kind in kinds]
    return lambda index, about, _nodes: about.with_any(index.not_of(about.terms, names))


def _has_value(_graph: Graph, given: Node, _asked: Asked) -> Constraint | None:
    if not isinstance(given, URIRef):
        return None
    wanted = given.n3()
    return lambda _index, about, nodes: nodes - about.nodes.get(wanted, set())


def _in(graph: Graph, given: Node, _asked: Asked) -> Constraint | None:
    allowed = _iris(graph, given)
    return (lambda _index, about, _nodes: about.with_any(about.terms - allowed)) if allowed else None


def _pattern(_graph: Graph, given: Node, asked: Asked) -> Constraint | None:
    if SH.flags in asked:
        return None
    pattern = re.compile(str(given))

    def fits(term: str) -> object:
        said = term[1:-1] if term[0] == "<" else _text(term)
        return "\n" not in said and pattern.search(said)

    return _Every(fits)


def _bounded(in_order: Order) -> Reader:
    """Return the reader of a bound with which all numbers have to be in order."""

    def reader(_graph: Graph, given: Node, _asked: Asked) -> Constraint | None:
        bound = _number(given)
        return None if bound is None else _Every(lambda term: _in_order(in_order, term, str(given.n3())))

    return reader


def _ordered(in_order: Order) -> Reader:
    """Return the reader of a property with whose values those of the shape's path have to be in order."""

    def reader(_graph: Graph, given: Node, _asked: Asked) -> Constraint | None:
        other = given.n3() if isinstance(given, URIRef) else ""

        def suspects(index: Index, about: Column, _nodes: Nodes) -> Nodes:
            limits = index.columns[other]
            found = about.repeated | limits.repeated
            for node, terms in about.values.items():
                if node in limits.values and not _in_order(in_order, terms[0], limits.values[node][0]):
                    found.add(node)
            return found

        return suspects if other else None

    return reader


def _in_order(in_order: Order, term: str, limit: str) -> bool:
    """Tell whether two numbers or days are certainly in order."""
    try:
        return in_order(reckonable(term), reckonable(limit))
    except (UnknownError, TypeError):
        return False


def _language_in(graph: Graph, given: Node, _asked: Asked) -> Constraint | None:
    endings = tuple(f'"@{tag}' for tag in Collection(graph, given))
    return _Every(lambda term: term.endswith(endings))


def _unique_language(_graph: Graph, _given: Node, _asked: Asked) -> Constraint | None:
    return lambda _index, about, _nodes: about.repeated


def _qualified(graph: Graph, given: Node, asked: Asked) -> Constraint | None:
    """Read that exactly one value is of a list, which is what the project's shapes ask."""
    one = [_number(asked[limit]) for limit in _LIMITS if limit in asked]
    allowed = _iris(graph, graph.value(given, SH["in"]))
    if one != [1, 1] or not allowed or set(graph.predicates(given)) != {SH["in"]}:
        return None

    def suspects(_index: Index, about: Column, nodes: Nodes) -> Nodes:
        once: Nodes = set()
        twice: Nodes = set()
        for having in (about.nodes.get(wanted, set()) for wanted in allowed):
            twice |= once & having
            once |= having
        return (nodes - once) | twice

    return suspects


def _with_qualified(_graph: Graph, _given: Node, asked: Asked) -> Constraint | None:
    """Read what ``_qualified`` reads too."""
    return (lambda _index, _about, _nodes: set()) if SH.qualifiedValueShape in asked else None


def _text(term: str) -> str:
    """Return the text of a term, nothing if it has none for certain."""
    try:
        return text(term)
    except UnknownError:
        return ""


def _iris(graph: Graph, items: Node | None) -> set[str] | None:
    """Return the members of a list of IRIs, None if there are others, or no list."""
    members = list(Collection(graph, items)) if items is not None else []
    if not all(isinstance(member, URIRef) for member in members):
        return None
    return {member.n3() for member in members}


def _number(given: Node) -> int | None:
    found = given.toPython() if isinstance(given, Literal) else None
    return found if isinstance(found, int) else None


_LIMITS = (SH.qualifiedMinCount, SH.qualifiedMaxCount)
_READERS: Mapping[Node, Reader] = {
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
    SH.minInclusive: _bounded(operator.ge),
    SH.maxInclusive: _bounded(operator.le),
    SH.lessThan: _ordered(operator.lt),
    SH.lessThanOrEquals: _ordered(operator.le),
    SH.languageIn: _language_in,
    SH.uniqueLang: _unique_language,
    SH.qualifiedValueShape: _qualified,
    SH.qualifiedMinCount: _with_qualified,
    SH.qualifiedMaxCount: _with_qualified,
}
