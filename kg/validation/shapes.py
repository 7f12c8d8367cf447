"""SHACL shapes, read once: what pySHACL checks with, and the messages by shape."""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path
from typing import TYPE_CHECKING

from pyshacl import ShapesGraph
from rdflib import RDF, SH, BNode, Graph, Literal, URIRef

from kg import resources, terms
from kg.errors import GraphError
from kg.validation.data import RememberingGraph

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from rdflib.term import Node

OWN_FILES = ("graph.ttl",)


@dataclass(frozen=True, slots=True)
class Messages:
    """What a shape says, in Chinese and English; a language that it lacks has the other's words."""

    zh: str
    en: str


@dataclass(frozen=True, slots=True, eq=False)
class Shapes:
    """Shapes ready for checking. ``names`` gives the name of each check by its shape, sorted."""

    graph: Graph
    prepared: ShapesGraph
    messages: Mapping[URIRef, Messages]
    names: Mapping[URIRef, str]


def load_shapes(extra: Sequence[Path] = ()) -> Shapes:
    """Read the project's shapes and the user's own; once for each list of files.

    Raises FileNotFoundError if a file is not there, GraphError if one is no Turtle or has no shapes.
    """
    own = tuple(resources.folder("shapes") / name for name in OWN_FILES)
    return _load((*own, *(Path(path) for path in extra)))


@lru_cache(maxsize=8)
def _load(paths: tuple[Path, ...]) -> Shapes:
    graph = RememberingGraph()
    for path in paths:
        graph += _read(path)
    prepared = ShapesGraph(graph)  # this adds triples of its own: nothing may be asked before
    shapes = sorted(node for node in _shapes(graph) if isinstance(node, URIRef))
    return Shapes(
        graph,
        prepared,
        {shape: _messages(graph, shape) for shape in shapes},
        {shape: name_of(shape) for shape in shapes},
    )


def name_of(shape: URIRef | BNode) -> str:
    """Return the name of a check: the end of its shape's IRI."""
    return str(shape).removeprefix(terms.SHAPE_BASE).rsplit("/", 1)[-1].rsplit("#", 1)[-1]


def _read(path: Path) -> Graph:
    graph = Graph()
    try:
        graph.parse(data=path.read_bytes(), format="turtle", publicID=terms.BASE)
    except FileNotFoundError:
        raise
    except Exception as error:  # rdflib raises exceptions of many kinds for what is no Turtle
        raise GraphError("shapes-broken", path=path, detail=_first_line(error)) from error
    if not _shapes(graph):
        raise GraphError("shapes-none", path=path)
    return graph


def _shapes(graph: Graph) -> set[Node]:
    return {node for kind in (SH.NodeShape, SH.PropertyShape) for node in graph.subjects(RDF.type, kind)}


def _first_line(error: Exception) -> str:
    return next((line.strip() for line in str(error).splitlines() if line.strip()), type(error).__name__)


def _messages(graph: Graph, shape: URIRef) -> Messages:
    found = {m.language: str(m) for m in graph.objects(shape, SH.message) if isinstance(m, Literal)}
    other = found.get(None, "") or next(iter(found.values()), name_of(shape))
    return Messages(found.get("zh", other), found.get("en", other))
