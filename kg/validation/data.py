"""Graphs as pySHACL reads them, fast: what does not change while it is read is looked up and converted once.

pySHACL asks for each property of each node and shape anew. Left to itself it asks the store each time and
makes new rdflib terms of the answer, which costs more than the checks. SPARQL constraints run in the store.
"""

from __future__ import annotations

from collections import defaultdict
from typing import TYPE_CHECKING, Any

from pyoxigraph import DefaultGraph, Store
from pyshacl.graph_abstraction import OxigraphDataGraph, to_rdf
from rdflib import Graph

if TYPE_CHECKING:
    from collections.abc import Generator


class IndexedData(OxigraphDataGraph):
    """The default graph of a store, to be checked. It is held in memory: check many reports one by one."""

    def __init__(self, store: Store) -> None:
        super().__init__(store)
        made: dict[Any, Any] = {}
        self._objects: dict[tuple[Any, Any], list[Any]] = defaultdict(list)
        self._subjects: dict[tuple[Any, Any], list[Any]] = defaultdict(list)
        self._pairs: dict[Any, list[tuple[Any, Any]]] = defaultdict(list)
        for quad in store.quads_for_pattern(None, None, None, DefaultGraph()):
            s, p, o = _made(made, quad.subject), _made(made, quad.predicate), _made(made, quad.object)
            self._objects[s, p].append(o)
            self._subjects[p, o].append(s)
            self._pairs[p].append((s, o))

    def __bool__(self) -> bool:
        """Return True: asked whether it is empty, the store would count all triples, for each result."""
        return True

    def objects(  # type: ignore[override]
        self,
        subject: Any,
        predicate: Any,
        unique: bool = False,  # noqa: ARG002
    ) -> Generator[Any, None, None]:
        """Yield the values of a property of a node, or of each of some nodes."""
        for node in subject if isinstance(subject, list | tuple) else (subject,):
            yield from self._objects.get((node, predicate), ())

    def subjects(  # type: ignore[override]
        self,
        predicate: Any,
        object_: Any,
        unique: bool = False,  # noqa: ARG002
    ) -> Generator[Any, None, None]:
        """Yield the nodes with a value, or one of some values, of a property."""
        for value in object_ if isinstance(object_, list | tuple) else (object_,):
            yield from self._subjects.get((predicate, value), ())

    def subject_objects(  # type: ignore[override]
        self,
        predicate: Any,
        unique: bool = False,  # noqa: ARG002
    ) -> Generator[tuple[Any, Any], None, None]:
        """Yield the nodes that have a property, with its values."""
        yield from self._pairs.get(predicate, ())


class RememberingGraph(Graph):
    """A graph of shapes that remembers what it was asked. Nothing may be added once it has been asked."""

    def __init__(self) -> None:
        super().__init__()
        self._asked: dict[tuple[Any, ...], list[Any]] = {}

    def objects(
        self, subject: Any = None, predicate: Any = None, unique: bool = False
    ) -> Generator[Any, None, None]:
        """Yield the values of a property of a node."""
        key = ("objects", subject, predicate, unique)
        if key not in self._asked:
            self._asked[key] = list(super().objects(subject, predicate, unique))
        yield from self._asked[key]

    def predicate_objects(
        self, subject: Any = None, unique: bool = False
    ) -> Generator[tuple[Any, Any], None, None]:
        """Yield the properties of a node with their values."""
        key = ("predicates", subject, unique)
        if key not in self._asked:
            self._asked[key] = list(super().predicate_objects(subject, unique))
        yield from self._asked[key]


def _made(made: dict[Any, Any], term: Any) -> Any:
    """Return the rdflib term for a term of the store; made once."""
    found = made.get(term)
    if found is None:
        found = made[term] = to_rdf(term)
    return found
