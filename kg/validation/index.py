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

Pairs = list[tuple[str, str]]
"""Subjects with their values."""

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


class Index:
    """The triples of a text of N-Triples, each line of it ended.

    ``known`` are nodes that the text may name and something else describes, by class, and ``elsewhere`` all of
    them; ``order`` is the order of the classes, to which the text may add.
    """

    def __init__(
        self,
        text: str,
        known: Mapping[str, frozenset[str]] | None = None,
        order: Order | None = None,
        elsewhere: frozenset[str] | None = None,
    ) -> None:
        found: dict[str, Pairs] = defaultdict(list)
        for line in text.split(" .\n")[:-1]:
            subject, predicate, value = line.split(" ", 2)
            found[predicate].append((subject, value))
        self._pairs = dict(found)
        self._known = known or {}
        self.elsewhere = frozenset() if elsewhere is None else elsewhere
        order = order or Order()
        self._order = order.with_more(self.pairs(NARROWER)) if self.pairs(NARROWER) else order
        self._by_subject: dict[str, dict[str, str]] = {}
        self._subjects: dict[tuple[str, str], frozenset[str] | set[str]] = {}
        self._instances: dict[str, set[str]] = {}
        self._repeated: dict[str, set[str]] = {}
        self._values: dict[str, dict[str, tuple[str, ...]]] = {}
        self._nodes: dict[str, dict[str, set[str]]] = {}
        self.by_class = by_value(self.pairs(TYPE))

    @property
    def properties(self) -> Iterable[str]:
        """All properties that are used."""
        return self._pairs

    def pairs(self, predicate: str) -> Pairs:
        """Return the uses of a property."""
        return self._pairs.get(predicate, [])

    def one_value(self, predicate: str) -> Mapping[str, str]:
        """Return a value of a property for each node that has it; the only one unless it is ``repeated``."""
        if predicate not in self._by_subject:
            self._by_subject[predicate] = dict(self.pairs(predicate))
        return self._by_subject[predicate]

    def values(self, predicate: str) -> Mapping[str, tuple[str, ...]]:
        """Return all values of a property for each node that has it, each value once."""
        if predicate not in self._values:
            self._values[predicate] = _by_subject(self.pairs(predicate), self.one_value(predicate))
        return self._values[predicate]

    def nodes(self, predicate: str) -> Mapping[str, set[str]]:
        """Return the nodes that have a property, by its values."""
        if predicate not in self._nodes:
            self._nodes[predicate] = by_value(self.pairs(predicate))
        return self._nodes[predicate]

    def repeated(self, predicate: str) -> set[str]:
        """Return the nodes with more than one value of a property."""
        if predicate not in self._repeated:
            self._repeated[predicate] = repeated(self.pairs(predicate), self.one_value(predicate))
        return self._repeated[predicate]

    def subjects(self, predicate: str, value: str) -> frozenset[str] | set[str]:
        """Return the nodes that have one certain value of a property."""
        if predicate == TYPE:
            return self.by_class.get(value, _NOBODY)
        key = (predicate, value)
        if key not in self._subjects:
            self._subjects[key] = {subject for subject, other in self.pairs(predicate) if other == value}
        return self._subjects[key]

    def instances(self, kind: str) -> set[str]:
        """Return the nodes of a class, or of a narrower one, that the text describes."""
        if kind not in self._instances:
            found = (self.by_class.get(narrower, _NOBODY) for narrower in self._order.narrower(kind))
            self._instances[kind] = set().union(*found)
        return self._instances[kind]

    def not_of(self, nodes: set[str], kinds: Iterable[str]) -> set[str]:
        """Return those of some nodes that are of none of the classes."""
        for kind in kinds:
            nodes = nodes - self.instances(kind)
            for narrower in self._order.narrower(kind) if nodes else ():
                nodes = nodes - self._known.get(narrower, _NOBODY)
        return nodes

    def types(self, nodes: set[str]) -> Iterator[tuple[str, str]]:
        """Yield some nodes with their classes, those that are known of them among these."""
        for classes in (self.by_class, self._known):
            for kind, members in classes.items():
                for node in members & nodes:
                    yield node, kind

    @property
    def order(self) -> tuple[tuple[str, str], ...]:
        """The pairs of a class and one that is broader."""
        return self._order.above


class Values:
    """Nodes with their values along a path."""

    def __init__(self, pairs: Pairs, one_value: Mapping[str, str] | None = None) -> None:
        self.pairs = pairs
        self.one_value = dict(pairs) if one_value is None else one_value
        self.repeated = repeated(pairs, self.one_value)
        self._subjects: dict[str, set[str]] = {}

    @cached_property
    def values(self) -> set[str]:
        """All values."""
        return {value for _, value in self.pairs} if self.repeated else set(self.one_value.values())

    def subjects(self, value: str) -> set[str]:
        """Return the nodes that have one certain value."""
        if not self._subjects:
            self._subjects = by_value(self.pairs)
        return self._subjects.get(value, set())

    def with_any(self, values: set[str]) -> set[str]:
        """Return the nodes that have one of some values."""
        return {subject for subject, value in self.pairs if value in values} if values else set()


def _by_subject(pairs: Pairs, one_value: Mapping[str, str]) -> dict[str, tuple[str, ...]]:
    if len(one_value) == len(pairs):
        return {subject: (value,) for subject, value in pairs}
    found: dict[str, dict[str, None]] = defaultdict(dict)
    for subject, value in pairs:
        found[subject][value] = None
    return {subject: tuple(values) for subject, values in found.items()}


def by_value(pairs: Pairs) -> dict[str, set[str]]:
    """Return the subjects by value."""
    found: dict[str, set[str]] = defaultdict(set)
    for subject, value in pairs:
        found[value].add(subject)
    return found


def repeated(pairs: Pairs, one_value: Mapping[str, str]) -> set[str]:
    """Return the subjects that stand in several pairs. ``one_value`` has each subject with its last value."""
    if len(one_value) == len(pairs):
        return set()
    return {subject for subject, value in pairs if one_value[subject] != value}
