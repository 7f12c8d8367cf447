"""SHACL shapes, read once: what the engines check with, and what the shapes say of each check."""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path
from typing import TYPE_CHECKING

from pyshacl import ShapesGraph
from rdflib import RDF, SH, Graph, URIRef

from kg import resources, terms
from kg.errors import GraphError
from kg.validation.checks import CHECK, Check, Words, read_checks
from kg.validation.data import RememberingGraph

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from rdflib.term import Node

GROUPS = ("graph", "annual-report", "consistency")
"""The project's files of shapes for graphs of reports."""
VOCABULARY_GROUPS = ("ontology",)
"""Those for vocabulary files, as users write them."""
OWN = "own"
"""The group of the shapes of the user's own files."""


@dataclass(frozen=True, slots=True, eq=False)
class Shapes:
    """Shapes ready for checking, with what they say, by IRI. ``own``: shapes of a user are among them."""

    graph: Graph
    prepared: ShapesGraph
    checks: Mapping[str, Check]
    own: bool = False

    @property
    def names(self) -> dict[URIRef, str]:
        """The name of each check by its shape."""
        return {URIRef(shape): check.name for shape, check in self.checks.items()}

    @property
    def messages(self) -> dict[URIRef, Words]:
        """What each check says, by its shape, with the places for values unfilled."""
        return {URIRef(shape): check.message for shape, check in self.checks.items()}


def load_shapes(
    extra: Sequence[Path] = (), *, groups: Sequence[str] = GROUPS, elsewhere: bool = False
) -> Shapes:
    """Read the project's shapes and the user's own; once for each list of files.

    ``elsewhere``: with the checks that are only for graphs that others made, such as whether each quote is
    what the text has at its place (the project's own graphs are made so).

    Raises FileNotFoundError if a file is not there, GraphError if one is no Turtle or has no shapes.
    """
    return _load(tuple(groups), tuple(Path(path) for path in extra), elsewhere)


@lru_cache(maxsize=8)
def _load(groups: tuple[str, ...], extra: tuple[Path, ...], elsewhere: bool) -> Shapes:
    folder = resources.folder("shapes")
    files = [(group, folder / f"{group}.ttl") for group in groups] + [(OWN, path) for path in extra]
    graph = RememberingGraph()
    checks: dict[str, Check] = {}
    for group, path in files:
        content = _read(path)
        if not elsewhere:
            _drop(content, set(content.subjects(CHECK.onlyFrom, CHECK.Elsewhere)))
        graph += content
        checks |= {check.shape: check for check in read_checks(content, group)}
    prepared = ShapesGraph(graph)  # this adds triples of its own: nothing may be asked before
    return Shapes(graph, prepared, checks, own=bool(extra))


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


def _drop(graph: Graph, shapes: Iterable[Node]) -> None:
    for shape in shapes:
        graph.remove((shape, None, None))


def _first_line(error: Exception) -> str:
    return next((line.strip() for line in str(error).splitlines() if line.strip()), type(error).__name__)
