"""What checking a report costs, by engine: ``python -m benchmarks.validate [REPORTS]``.

Prints milliseconds a report for the fast engine, pySHACL on a pyoxigraph store and pySHACL on an rdflib
graph, with all of the project's shapes, and the ratios between them; then what the fast engine takes for the
samples, which unlike the made-up reports seldom contradict themselves. Processor time, so that what else runs on
the machine counts less.
"""

from __future__ import annotations

import sys
import time
from typing import TYPE_CHECKING

import pyshacl
from rdflib import Graph

from benchmarks import reports
from kg import api, resources, terms, vocabulary
from kg.graph.serialise import serialise
from kg.validation.context import context
from kg.validation.shapes import GROUPS, load_shapes
from kg.validation.validate import validate

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from pyoxigraph import Triple

    from kg.vocabulary import Vocabulary

_TIMES = 5
"""So often are the samples checked, which are few."""
_SLOW = 3
"""So many reports for pySHACL on rdflib, which takes long."""


def main() -> None:
    """Measure and print."""
    count = int(sys.argv[1]) if len(sys.argv) > 1 else 50
    words, shapes = vocabulary.load(), load_shapes()
    graphs = [
        api.graph(api.extract(reports.report(number).encode(), name=str(number))) for number in range(count)
    ]
    statements = stated(graphs)
    print(
        f"{count} reports, {statements:.0f} statements and {sum(map(len, graphs)) / count:.0f} triples each"
    )
    validate(graphs[0], words, shapes, "fast")
    validate(graphs[0], words, shapes, "reference")
    fast = measured(lambda graph: validate(graph, words, shapes, "fast"), graphs)
    reference = measured(
        lambda graph: validate(graph, words, shapes, "reference"), graphs[: max(1, count // 5)]
    )
    plain = Graph()
    for group in GROUPS:
        plain.parse(resources.folder("shapes") / f"{group}.ttl")
    rdflib = measured(lambda graph: on_rdflib(graph, words, plain), graphs[:_SLOW])
    for name, spent in (("fast", fast), ("pySHACL, pyoxigraph", reference), ("pySHACL, rdflib", rdflib)):
        print(f"  {name:20} {spent:9.2f} ms a report; {spent / fast:7.1f} times the fast engine")
    print(f"  the fast engine for 150 statements: {fast * 150 / statements:.2f} ms")
    samples = [
        api.graph(api.extract(path.read_bytes(), name=path.name))
        for path in sorted(resources.folder("samples").glob("*-*.*"))
    ]
    spent = measured(lambda graph: validate(graph, words, shapes, "fast"), samples * _TIMES)
    print(f"{len(samples)} samples, {stated(samples):.0f} statements each: fast {spent:.2f} ms a report")


def stated(graphs: Sequence[Sequence[Triple]]) -> float:
    """Return how many statements a graph has on average."""
    return sum(t.predicate == terms.STATED_IN for graph in graphs for t in graph) / len(graphs)


def measured(check: Callable[[Sequence[Triple]], object], graphs: Sequence[Sequence[Triple]]) -> float:
    """Return the milliseconds of processor time that a check takes on average."""
    began = time.process_time()
    for graph in graphs:
        check(graph)
    return (time.process_time() - began) / len(graphs) * 1000


def on_rdflib(graph: Sequence[Triple], words: Vocabulary, shapes: Graph) -> object:
    """Check with pySHACL as it comes, on an rdflib graph."""
    known = context(words)
    data = Graph().parse(data=serialise([*graph, *known.about(graph), *known.classes], "nt"), format="nt")
    return pyshacl.validate(data, shacl_graph=shapes, inplace=True)


if __name__ == "__main__":
    main()
