"""What checking a report costs, by engine: ``python -m benchmarks.validate [REPORTS [FOLDER]]``.

Prints milliseconds a report for the fast engine, pySHACL on a pyoxigraph store and pySHACL on an rdflib
graph, with all of the project's shapes, and the ratios between them, over made-up reports that contradict
themselves all the time. Then what the fast engine takes for reports as people write them, those of a folder
(by default ``tests/mirrors/texts``), and for the same joined in pairs, which makes them longer, and makes them
contradict themselves here and there; between the two a straight line gives a report of 150 statements. Processor
time, so that what else runs on the machine counts less.
"""

from __future__ import annotations

import sys
import time
from itertools import pairwise
from pathlib import Path
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

    from kg.validation.shapes import Shapes
    from kg.vocabulary import Vocabulary

_TIMES = 10
"""So often are the reports of a folder checked, which are few; the quickest time of all counts."""
_SIZE = 150
"""So many statements has the report that a cost is told of."""
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
    folder = Path(sys.argv[2]) if len(sys.argv) > 2 else Path("tests/mirrors/texts")
    as_written(folder, words, shapes)


def as_written(folder: Path, words: Vocabulary, shapes: Shapes) -> None:
    """Print what the fast engine takes for the reports of a folder, alone and joined in pairs."""
    texts = [api.extract(path.read_bytes(), name=path.name).text for path in sorted(folder.iterdir())]
    points = []
    for name, contents in (
        ("reports as written", texts),
        ("the same in pairs", ["\n".join(pair) for pair in pairwise([*texts, texts[0]])]),
    ):
        graphs = [
            api.graph(api.extract(text.encode(), name=str(number))) for number, text in enumerate(contents)
        ]
        measured(lambda graph: validate(graph, words, shapes, "fast"), graphs)
        spent = min(
            measured(lambda graph: validate(graph, words, shapes, "fast"), graphs) for _ in range(_TIMES)
        )
        points.append((stated(graphs), spent))
        print(f"{len(graphs)} {name}, {stated(graphs):.0f} statements each: fast {spent:.2f} ms a report")
    (few, little), (many, much) = points
    print(f"  {_SIZE} statements: {little + (much - little) * (_SIZE - few) / (many - few):.2f} ms")


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
