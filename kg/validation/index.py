"""A graph as lines of N-Triples, looked up by property: for questions to which no store is needed.

Terms are strings as N-Triples writes them (``<iri>``, ``"text"@zh``). Making this costs a fraction of what a
store of the same triples costs.
"""

from __future__ import annotations

from collections import defaultdict
from functools import cached_property
from typing import TYPE_CHECKING

from kg import terms

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

Nodes = set[str]
TYPE = f"<{terms.RDF_TYPE.value}>"
NARROWER = f"<{terms.RDFS_SUB_CLASS_OF.value}>"
_NOBODY: frozenset[str] = frozenset()


class Order:
    """Which classes are narrower than which."""

    def __init__(self, above: Iterable[tuple[str, str]] = ()) -> None:
        self.above = tuple(above)
        self._narrower: dict[str, frozenset[str]] = {}

    def with_more(self, above: Iterable[tuple[str, str]]) -> Order:
        """Return the order with further pairs of a class and one that is broader."""
        return Order((*self.above, *above))

    def narrower(self, kind: str) -> frozenset[str]:
        """Return a class with all that are narrower."""
        if kind not in self._narrower:
            found, queue = {kind}, [kind]
            while queue:
                here = queue.pop()
                more = {narrower for narrower, broader in self.above if broader == here} - found
                found |= more
                queue += more
            self._narrower[kind] = frozenset(found)
        return self._narrower[kind]


class Column:
    """Nodes with their values by a property, or along a path: the first with the first, and so on."""

    def __init__(self, starts: list[str], ends: list[str]) -> None:
        self.starts, self.ends = starts, ends

    @property
    def pairs(self) -> Iterable[tuple[str, str]]:
        """Nodes with a value each."""
        return zip(self.starts, self.ends, strict=True)

    @cached_property
    def subjects(self) -> Nodes:
        """The nodes that have a value."""
        return set(self.starts)

    @cached_property
    def terms(self) -> set[str]:
        """All values."""
        return set(self.ends)

    @cached_property
    def values(self) -> Mapping[str, tuple[str, ...]]:
        """The values of each node, each once."""
        found = dict(zip(self.starts, zip(self.ends, strict=True), strict=True))
        if len(found) == len(self.starts):
            return found
        several: dict[str, dict[str, None]] = defaultdict(dict)
        for node, value in self.pairs:
            several[node][value] = None
        return {node: tuple(values) for node, values in several.items()}

    @cached_property
    def nodes(self) -> Mapping[str, Nodes]:
        """The nodes that have each value."""
        found: dict[str, Nodes] = defaultdict(set)
        for node, value in self.pairs:
            found[value].add(node)
        return found

    @cached_property
    def repeated(self) -> Nodes:
        """The nodes with more than one value."""
        if len(self.subjects) == len(self.starts):
            return set()
        return {node for node, values in self.values.items() if len(values) > 1}

    def with_any(self, values: set[str]) -> Nodes:
        """Return the nodes that have one of some values."""
        return {node for node, value in self.pairs if value in values} if values else set()


class Columns(dict[str, Column]):
    """Columns by property; one without pairs for a property that is not used."""

    _NONE = Column([], [])

    def __missing__(self, _predicate: str) -> Column:
        return self._NONE


class Index:
    """The triples of a text of N-Triples, each line of it ended.

    ``known`` are nodes that the text may name and something else describes, by class, and ``elsewhere`` all of
    them; ``order`` is the order of the classes, to which the text may add. ``columns`` are the uses of each property.
    """

    def __init__(
        self,
        lines: bytes,
        known: Mapping[str, frozenset[str]] | None = None,
        order: Order | None = None,
        elsewhere: frozenset[str] = _NOBODY,
    ) -> None:
        columns: dict[str, Column] = defaultdict(lambda: Column([], []))
        one: dict[str, str] = {}  # equal terms are kept as one: then they are told to be equal at a glance
        last = ""
        for line in lines.split(b" .\n")[:-1]:
            subject, predicate, value = line.decode().split(" ", 2)
            if subject != last:
                last = one.setdefault(subject, subject)
            column = columns[predicate]
            column.starts.append(last)
            column.ends.append(one.setdefault(value, value))
        self.columns = Columns(columns)
        self._known = known or {}
        self.elsewhere = elsewhere
        order = order or Order()
        self._order = order.with_more(columns[NARROWER].pairs) if NARROWER in columns else order
        self._instances: dict[str, Nodes] = {}

    @property
    def by_class(self) -> Mapping[str, Nodes]:
        """The nodes of each class that the text says to be of it."""
        return self.columns[TYPE].nodes

    def instances(self, kind: str) -> Nodes:
        """Return the nodes of a class, or of a narrower one, that the text describes."""
        if kind not in self._instances:
            found = [self.by_class[one] for one in self._order.narrower(kind) if one in self.by_class]
            self._instances[kind] = found[0] if len(found) == 1 else set().union(*found)
        return self._instances[kind]

    def not_of(self, nodes: Nodes, kinds: Iterable[str]) -> Nodes:
        """Return those of some nodes that are of none of the classes."""
        for kind in kinds:
            nodes = nodes - self.instances(kind)
            for narrower in self._order.narrower(kind) if nodes else ():
                nodes = nodes - self._known.get(narrower, _NOBODY)
        return nodes

    def types(self, nodes: Nodes) -> Iterator[tuple[str, str]]:
        """Yield some nodes with their classes, those that are known of them among these."""
        for classes in (self.by_class, self._known):
            for kind, members in classes.items():
                for node in members & nodes:
                    yield node, kind

    @property
    def order(self) -> tuple[tuple[str, str], ...]:
        """The pairs of a class and one that is broader."""
        return self._order.above
