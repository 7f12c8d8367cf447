"""What the vocabulary says of the concepts that a report's graph names: read once, looked up for each report."""

from __future__ import annotations

from collections import defaultdict
from functools import lru_cache
from typing import TYPE_CHECKING

from pyoxigraph import NamedNode, Triple

from kg import terms
from kg.graph.vocabulary_graph import vocabulary_triples
from kg.validation.index import Order

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from kg.vocabulary import Vocabulary


class Context:
    """The triples of concepts and fixed individuals, by node; ``classes`` are those that order the classes.

    ``order``, ``by_class`` and ``nodes`` are the order of the classes, the nodes of each, and all of them, as
    N-Triples writes them.
    """

    def __init__(self, triples: Iterable[Triple]) -> None:
        triples = tuple(triples)
        self.classes = tuple(triple for triple in triples if triple.predicate == terms.RDFS_SUB_CLASS_OF)
        self._about = _by_subject(triples)
        self._reached = {node: frozenset(_reached(node, self._about)) for node in self._about}
        self._names = {node.value for node in self._about}
        self.order = Order((str(triple.subject), str(triple.object)) for triple in self.classes)
        self.by_class = _by_class(triple for found in self._about.values() for triple in _types(found))
        self.nodes = frozenset(map(str, self._about))

    def about(self, triples: Iterable[Triple]) -> list[Triple]:
        """Return what is said of the nodes that triples name, and of those that this names in turn."""
        return [triple for node in self._named(triples) for triple in self._about[node]]

    def describes(self, iri: str) -> bool:
        """Tell whether a node is of the vocabulary."""
        return iri in self._names

    def _named(self, triples: Iterable[Triple]) -> set[NamedNode]:
        named = {triple.object for triple in triples if isinstance(triple.object, NamedNode)}
        return {node for found in named if found in self._reached for node in self._reached[found]}


@lru_cache(maxsize=2)
def context(vocabulary: Vocabulary) -> Context:
    """Return the context that a vocabulary gives, made once."""
    return Context(vocabulary_triples(vocabulary))


def _by_subject(triples: tuple[Triple, ...]) -> dict[NamedNode, list[Triple]]:
    notated = {triple.subject for triple in triples if triple.predicate == terms.SKOS_NOTATION}
    found: dict[NamedNode, list[Triple]] = defaultdict(list)
    for triple in triples:
        if triple.subject in notated and isinstance(triple.subject, NamedNode):
            found[triple.subject].append(triple)
    return dict(found)


def _reached(node: NamedNode, about: Mapping[NamedNode, list[Triple]]) -> set[NamedNode]:
    found: set[NamedNode] = set()
    queue = [node]
    while queue:
        here = queue.pop()
        if here not in found:
            found.add(here)
            queue += [t.object for t in about[here] if isinstance(t.object, NamedNode) and t.object in about]
    return found


def _by_class(types: Iterable[Triple]) -> Mapping[str, frozenset[str]]:
    found: dict[str, set[str]] = defaultdict(set)
    for triple in types:
        found[str(triple.object)].add(str(triple.subject))
    return {kind: frozenset(nodes) for kind, nodes in found.items()}


def _types(triples: Iterable[Triple]) -> list[Triple]:
    return [triple for triple in triples if triple.predicate == terms.RDF_TYPE]
