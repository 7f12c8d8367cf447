"""What follows from a graph: the classes and properties above those it states, and inverses.

So tools that know only the standard vocabularies (ORG, PROV-O, Data Cube, schema.org, Web Annotation …) can use the
graph. The rules are read from the ontology: ``rdfs:subClassOf``, ``rdfs:subPropertyOf``, ``owl:inverseOf`` between
named terms. Each triple is looked at once, so the work grows with the graph and no faster.
"""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass
from typing import TYPE_CHECKING

import pyoxigraph as ox

from kg import resources, terms

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping
    from pathlib import Path

_SUB_PROPERTY = ox.NamedNode(terms.RDFS + "subPropertyOf")
_INVERSE = ox.NamedNode(terms.OWL + "inverseOf")
Node = ox.NamedNode
Above = "Mapping[Node, tuple[Node, ...]]"


@dataclass(frozen=True, slots=True)
class Rules:
    """By class, all classes above it; by property, all properties above it, and all that point the other way."""

    classes: Mapping[Node, tuple[Node, ...]]
    properties: Mapping[Node, tuple[Node, ...]]
    inverses: Mapping[Node, tuple[Node, ...]]


def rules(path: Path | None = None) -> Rules:
    """Read the rules from an ontology in Turtle, by default the project's."""
    path = path or resources.folder("ontology") / "rol.ttl"
    stated: dict[Node, dict[Node, set[Node]]] = {
        predicate: defaultdict(set) for predicate in (terms.RDFS_SUB_CLASS_OF, _SUB_PROPERTY, _INVERSE)
    }
    for quad in ox.parse(path=str(path), format=ox.RdfFormat.TURTLE):
        if quad.predicate in stated and isinstance(quad.subject, Node) and isinstance(quad.object, Node):
            stated[quad.predicate][quad.subject].add(quad.object)
            if quad.predicate == _INVERSE:
                stated[_INVERSE][quad.object].add(quad.subject)
    properties = _closure(stated[_SUB_PROPERTY])
    inverses = {p: _inverses(p, properties, stated[_INVERSE]) for p in {*properties, *stated[_INVERSE]}}
    return Rules(_closure(stated[terms.RDFS_SUB_CLASS_OF]), properties, inverses)


def entail(triples: Iterable[ox.Triple], known: Rules) -> Iterator[ox.Triple]:
    """Yield the triples and what follows from each. One may come more than once."""
    for triple in triples:
        yield triple
        subject, predicate, value = triple.subject, triple.predicate, triple.object
        if predicate == terms.RDF_TYPE and isinstance(value, Node):
            for kind in known.classes.get(value, ()):
                yield ox.Triple(subject, predicate, kind)
        for above in known.properties.get(predicate, ()):
            yield ox.Triple(subject, above, value)
        if isinstance(value, Node):
            for inverse in known.inverses.get(predicate, ()):
                yield ox.Triple(value, inverse, subject)


def _closure(stated: Mapping[Node, set[Node]]) -> dict[Node, tuple[Node, ...]]:
    """Return all that is above each term, however far, without the term itself."""
    found: dict[Node, tuple[Node, ...]] = {}
    for term in stated:
        above: dict[Node, None] = {}
        queue = list(stated[term])
        while queue:
            node = queue.pop()
            if node not in above and node != term:
                above[node] = None
                queue.extend(stated.get(node, ()))
        found[term] = tuple(sorted(above, key=str))
    return found


def _inverses(
    term: Node, above: Mapping[Node, tuple[Node, ...]], stated: Mapping[Node, set[Node]]
) -> tuple[Node, ...]:
    direct = {other for each in (term, *above.get(term, ())) for other in stated.get(each, ())}
    return tuple(sorted({*direct, *(higher for each in direct for higher in above.get(each, ()))}, key=str))
