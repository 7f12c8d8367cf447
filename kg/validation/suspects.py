"""The nodes at which a shape may find something, seen from a graph's lines without checking it.

A node that is not among them keeps the shape. One that is among them may keep it all the same: an engine
decides. Of a kind of constraint that is not known here every node that the shape is about is suspect.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from rdflib import RDF, SH, URIRef
from rdflib.collection import Collection

from kg.validation import constraints
from kg.validation.index import Column

if TYPE_CHECKING:
    from collections.abc import Mapping

    from rdflib import Graph
    from rdflib.term import Node

    from kg.validation.constraints import Constraint
    from kg.validation.index import Index, Nodes

_SILENT = frozenset(
    (RDF.type, SH.path, SH.message, SH.severity, SH.name, SH.description, SH.order, SH.sparql)
)
"""Properties of a shape that ask nothing."""
_LACKS: Mapping[Node, URIRef] = {
    SH.minCount: SH.MinCountConstraintComponent,
    SH.hasValue: SH.HasValueConstraintComponent,
}
_LOOKS_AT = (SH.targetSubjectsOf, SH.targetObjectsOf, SH.lessThan, SH.lessThanOrEquals)
_BY_CLASS, _BY_NAME, _BY_SUBJECT = str(SH.targetClass), str(SH.targetNode), str(SH.targetSubjectsOf)
Targets = tuple[tuple[str, str], ...]
"""How the nodes are named that a shape is about: the kind of target, and a class, node or property."""
_TARGETS = (SH.targetClass, SH.targetSubjectsOf, SH.targetObjectsOf, SH.targetNode)


@dataclass(frozen=True, slots=True)
class Rule:
    """A shape with core constraints. ``path`` has properties, ``^`` before one that is meant inversely.

    None of ``path`` means the node itself. ``constraints`` None means that not all are known. ``lacks`` is the kind
    of the only constraint, where it asks for something to be there: what is suspected then is certain.
    ``properties`` are all that the shape looks at, but for classes.
    """

    shape: str
    targets: Targets
    path: tuple[str, ...] | None
    constraints: tuple[Constraint, ...] | None
    lacks: str | None
    properties: frozenset[str]

    def suspects(self, look: Look, nodes: Nodes) -> Nodes:
        """Return the nodes at which this shape may find something, of those that its targets name."""
        if self.constraints is None:
            return nodes
        about = look.itself(self.targets) if self.path is None else look.path(self.path)
        found: Nodes = set()
        for constraint in self.constraints:
            found |= constraint(look.index, about, nodes)
        return found & nodes if found else found


class Look:
    """A look at a graph by many rules: what one has sought the next finds ready."""

    def __init__(self, index: Index) -> None:
        self.index = index
        self._paths: dict[tuple[str, ...], Column] = {}
        self._targets: dict[Targets, Nodes] = {}
        self._itself: dict[Targets, Column] = {}

    def targets(self, targets: Targets) -> Nodes:
        """Return the nodes that targets name."""
        if targets not in self._targets:
            sets = [self._nodes(*target) for target in targets]
            self._targets[targets] = sets[0] if len(sets) == 1 else set().union(*sets)
        return self._targets[targets]

    def _nodes(self, kind: str, node: str) -> Nodes:
        if kind == _BY_CLASS:
            return self.index.instances(node)
        if kind == _BY_NAME:
            return {node}
        column = self.index.columns[node]
        return column.subjects if kind == _BY_SUBJECT else column.terms - self.index.elsewhere

    def path(self, path: tuple[str, ...]) -> Column:
        """Return the values along a path."""
        if path not in self._paths:
            self._paths[path] = _column(self.index, path)
        return self._paths[path]

    def itself(self, targets: Targets) -> Column:
        """Return the nodes that targets name as values of themselves."""
        if targets not in self._itself:
            nodes = list(self.targets(targets))
            self._itself[targets] = Column(nodes, nodes)
        return self._itself[targets]


def read_rules(graph: Graph) -> list[Rule]:
    """Return the named shapes of a graph that have core constraints."""
    shapes = {n for kind in (SH.NodeShape, SH.PropertyShape) for n in graph.subjects(RDF.type, kind)}
    rules = [_rule(graph, shape) for shape in sorted(n for n in shapes if isinstance(n, URIRef))]
    return [rule for rule in rules if rule.constraints != ()]


def _rule(graph: Graph, shape: URIRef) -> Rule:
    path = graph.value(shape, SH.path)
    steps = _steps(graph, path) if path is not None else None
    known = _constraints(graph, shape) if path is None or steps else None
    targets = tuple((str(kind), node.n3()) for kind in _TARGETS for node in graph.objects(shape, kind))
    looked_at = {step.removeprefix("^") for step in steps or ()} | {
        node.n3() for kind in _LOOKS_AT for node in graph.objects(shape, kind) if isinstance(node, URIRef)
    }
    lacks = _lacks(graph, shape) if steps and known else None
    return Rule(str(shape), tuple(sorted(targets)), steps, known, lacks, frozenset(looked_at))


def _lacks(graph: Graph, shape: URIRef) -> str | None:
    asked = [parameter for parameter in graph.predicates(shape) if _asks(parameter)]
    return str(_LACKS[asked[0]]) if len(asked) == 1 and asked[0] in _LACKS else None


def _steps(graph: Graph, path: Node) -> tuple[str, ...]:
    """Return a path as properties; nothing if it is of a kind that is not known here."""
    if isinstance(path, URIRef):
        return (path.n3(),)
    inverse = graph.value(path, SH.inversePath)
    if isinstance(inverse, URIRef):
        return (f"^{inverse.n3()}",)
    several = graph.value(path, SH.alternativePath)
    if several is None:
        return ()
    steps = [_steps(graph, step) for step in Collection(graph, several)]
    return tuple(step for found in steps for step in found) if all(steps) else ()


def _constraints(graph: Graph, shape: URIRef) -> tuple[Constraint, ...] | None:
    """Return the core constraints of a shape, None if there is one that is not known here."""
    asked: Mapping[Node, Node] = {p: value for p, value in graph.predicate_objects(shape) if _asks(p)}
    found = [constraints.read(graph, parameter, value, asked) for parameter, value in asked.items()]
    several = len(asked) < sum(_asks(p) for p in graph.predicates(shape))
    return None if several or None in found else tuple(c for c in found if c is not None)


def _asks(parameter: Node) -> bool:
    silent = parameter in _SILENT or parameter in _TARGETS
    return not silent and str(parameter).startswith(str(SH))


def _column(index: Index, path: tuple[str, ...]) -> Column:
    columns = [_step(index, step) for step in path]
    if len(columns) == 1:
        return columns[0]
    return Column([n for one in columns for n in one.starts], [n for one in columns for n in one.ends])


def _step(index: Index, step: str) -> Column:
    if not step.startswith("^"):
        return index.columns[step]
    inverse = index.columns[step[1:]]
    return Column(inverse.ends, inverse.starts)
