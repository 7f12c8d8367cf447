"""A store to work with in Python: ``kg.open(folder)``.

The examples below speak of ``graph``, the project's samples: ``kg.build(["samples"], "store", manifest=…)`` and
``graph = kg.open("store")``.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from kg.querying import parameters, run
from kg.querying import sparql as own_queries

if TYPE_CHECKING:
    from pathlib import Path

    import pyoxigraph as ox
    import rdflib

    from kg.querying.results import Result


@dataclass(frozen=True, slots=True)
class Graph:
    """A store that is open for reading.

    >>> graph.query("first-offence-lists", area="天宁区", year=2023).rows[0]["items"]
    146
    """

    store: ox.Store

    def query(
        self, question: str, *, example: bool = False, **given: parameters.Value | list[parameters.Value]
    ) -> Result:
        """Ask a question of the library (``kg query --list``), with its parameters as codes, ids or names.

        Raises QueryError if there is no such question, or a parameter does not fit.

        >>> found = graph.query("award-ranking")
        >>> found.columns
        ('area', 'areaName', 'national', 'provincial', 'municipal')
        >>> graph.query("awards", area="nowhere")
        Traceback (most recent call last):
        kg.errors.UsageError: ...
        """
        return run.query(question, store=self.store, example=example, **given)

    def sparql(self, text: str) -> Result:
        """Run a SPARQL query of your own; updates, LOAD and SERVICE are refused. Raises QueryError.

        >>> graph.sparql("ASK { ?list a rol:LeniencyList }").rows
        [{'answer': True}]
        """
        return own_queries.sparql(text, store=self.store)

    def rdflib(self) -> rdflib.Graph:
        """Return the store as a graph of rdflib, which reads from it and copies nothing.

        Needs oxrdflib (``pip install 'rol-kg[view]'``): raises UsageError without it. Queries through the view
        pass the same guard as ``sparql``, and updates are refused.

        >>> from rdflib import RDF, Namespace
        >>> rol = Namespace("https://w3id.org/rol-kg/ontology#")
        >>> len(list(graph.rdflib().subjects(RDF.type, rol.Report)))
        10
        """
        from kg.querying.view import view  # noqa: PLC0415 (an optional part)

        return view(self.store)


def open_graph(store: str | Path | ox.Store = "kg-store") -> Graph:
    """Open a store for reading: the folder that ``kg build`` made, or a store of pyoxigraph that is open.

    Raises StoreError if there is none.
    """
    return Graph(run.opened(store))
