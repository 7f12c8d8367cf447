"""The core constraints by ``shacl`` (Rust): each shape is checked at the nodes that are suspect, and only there.

Where a shape asks only for something to be there, there is nothing left to check.
"""

from __future__ import annotations

from collections import defaultdict
from functools import lru_cache
from typing import TYPE_CHECKING

import shacl
from pyoxigraph import Literal, RdfFormat, parse
from rdflib import SH, BNode, Graph, URIRef

from kg.errors import GraphError
from kg.validation.index import NARROWER, TYPE
from kg.validation.results import Result
from kg.validation.suspects import Look, Rule, read_rules

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

    from rdflib.term import Node

    from kg.validation.checks import Severity
    from kg.validation.index import Index, Nodes
    from kg.validation.shapes import Shapes
    from kg.validation.suspects import Targets

_SEVERITIES: dict[str, Severity] = {"Violation": "violation", "Warning": "warning", "Info": "info"}


def core_results(index: Index, shapes: Shapes) -> Iterator[Result]:
    """Yield what the core constraints find in a graph. Raises GraphError if a shape cannot be used."""
    look = Look(index)
    for targets, rules in _rules(shapes).items():
        nodes = look.targets(targets)
        for rule in rules if nodes else ():
            suspects = rule.suspects(look, nodes)
            if suspects and rule.lacks is not None and all(map(_iri, suspects)):
                yield from _lacking(rule, rule.lacks, suspects, shapes)
            elif suspects:
                yield from _checked(_compiled(shapes, rule.shape), _around(index, rule, suspects), suspects)


def _lacking(rule: Rule, component: str, nodes: Nodes, shapes: Shapes) -> Iterator[Result]:
    severity = shapes.checks[rule.shape].severity
    path = _iri(rule.path[0]) if rule.path is not None and len(rule.path) == 1 else None
    for node in nodes:
        yield Result(rule.shape, node[1:-1], path, None, severity, component=component)


def _checked(shape: shacl.Shapes, text: str, suspects: Nodes) -> Iterator[Result]:
    for result in shape.validate_text(text, "ntriples").results:
        if not result.focus_node.startswith("<") or result.focus_node in suspects:
            yield _result(result)


@lru_cache(maxsize=8)
def _rules(shapes: Shapes) -> Mapping[Targets, list[Rule]]:
    """Return the shapes with core constraints by what they are about."""
    rules: dict[Targets, list[Rule]] = defaultdict(list)
    for rule in read_rules(shapes.graph):
        rules[rule.targets].append(rule)
    return rules


@lru_cache(maxsize=1024)
def _compiled(shapes: Shapes, shape: str) -> shacl.Shapes:
    """Return one shape alone, made ready when something is first suspected of it."""
    alone = Graph()
    _copy(shapes.graph, URIRef(shape), alone)
    try:
        return shacl.Shapes.from_text(alone.serialize(format="nt"), "ntriples")
    except ValueError as error:
        raise GraphError("shapes-unusable", detail=str(error)) from error


def _copy(graph: Graph, node: Node, into: Graph) -> None:
    """Copy what a graph says of a node, and of the nodes without a name that this leads to."""
    for predicate, value in graph.predicate_objects(node):
        if predicate != SH.sparql and (node, predicate, value) not in into:
            into.add((node, predicate, value))
            if isinstance(value, BNode):
                _copy(graph, value, into)


def _around(index: Index, rule: Rule, nodes: set[str]) -> str:
    """Return all that a shape can see from some nodes, as N-Triples; the whole graph if it may see farther."""
    properties = set(index.columns) if rule.constraints is None else rule.properties
    near = [
        (subject, predicate, value)
        for predicate in properties
        for subject, value in index.columns[predicate].pairs
        if rule.constraints is None or subject in nodes or value in nodes
    ]
    reached = nodes.union(*((subject, value) for subject, _, value in near))
    classes = [(node, TYPE, kind) for node, kind in index.types(reached)]
    order = [(narrower, NARROWER, broader) for narrower, broader in index.order]
    return _lines((*near, *classes, *order))


def _lines(triples: Iterable[tuple[str, str, str]]) -> str:
    return "".join(f"{subject} {predicate} {value} .\n" for subject, predicate, value in triples)


def _result(found: shacl.Result) -> Result:
    return Result(
        _iri(found.source_shape) or "",
        _iri(found.focus_node) or _lexical(found.focus_node),
        _iri(found.path),
        found.value_plain if found.value is not None else None,
        _SEVERITIES.get(found.severity, "violation"),
        component=found.component_iri,
    )


def _iri(written: str | None) -> str | None:
    """Return the IRI that is written in angle brackets, None for anything else."""
    return written[1:-1] if written and written[0] == "<" and written[-1] == ">" else None


def _lexical(written: str) -> str:
    """Return the text of a literal that is written as in N-Triples; of a blank node its label."""
    if not written.startswith('"'):
        return written
    quad = next(iter(parse(f"<urn:s> <urn:p> {written} .", RdfFormat.N_TRIPLES)))
    return quad.object.value if isinstance(quad.object, Literal) else written
