"""How exports grow with the network: ``python -m benchmarks.export [METRICS]``.

Fills two stores of made-up facts, one four times the other (200,000 metrics give about a million edges), exports
the network ``full`` of each in a process of its own, and prints processor time and the most memory that it held. Of networks
that large neither paths nor communities are measured, and places are a disc: that is what ``kg export`` does by
itself.
"""

from __future__ import annotations

import json
import re
import subprocess
import sys
import tempfile
import time
from pathlib import Path
from typing import TYPE_CHECKING

import pyoxigraph as ox

from benchmarks import facts_store
from kg.networks import layout, measures
from kg.networks.export import save, see

if TYPE_CHECKING:
    from collections.abc import Mapping

METRICS = 200_000
TIMES = 4
LAYOUTS = (30, 300, 1000, 5000)


def main() -> None:
    """Measure and print."""
    metrics = int(sys.argv[1]) if len(sys.argv) > 1 else METRICS
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        few, many = (one(folder, count) for count in (metrics // TIMES, metrics))
    print(f"seconds per edge, large to small: {per_edge(many) / per_edge(few):.2f} (1.00 is linear)")
    layouts()


def one(folder: Path, metrics: int) -> Mapping[str, float]:
    """Export from a store with so many metrics; print and return what it took."""
    store = folder / str(metrics)
    facts_store.fill(ox.Store(str(store)), metrics)
    output = folder / "full.gexf"
    command = [sys.executable, "-m", "benchmarks.export", "--one", str(store), str(output)]
    done = subprocess.run(command, check=True, capture_output=True, text=True)
    taken: Mapping[str, float] = json.loads(done.stdout)
    print(
        f"{taken['edges']:,.0f} edges, {taken['nodes']:,.0f} nodes: {taken['seconds']:.1f} s "
        f"({taken['asked']:.1f} s asking, the rest writing), at most {taken['memory'] / 1e6:.0f} MB, "
        f"file {output.stat().st_size / 1e6:.0f} MB"
    )
    return taken


def export_one(store: str, output: str) -> None:
    """Export, and print what it took as JSON. Runs in a process of its own, whose memory is measured."""
    begun = time.process_time()
    network, looks = see("full", store=store)
    asked = time.process_time() - begun
    save(network, looks, Path(output))
    taken = {
        "edges": len(network.edges),
        "nodes": len(network.nodes),
        "asked": asked,
        "seconds": time.process_time() - begun,
        "memory": most_memory(),
    }
    print(json.dumps(taken))


def most_memory() -> int:
    """Return the most memory that this process held, in bytes (on Linux).

    ``getrusage`` will not do: a process that is started takes over the figure of the one that started it.
    """
    found = re.search(r"VmHWM:\s*(\d+) kB", Path("/proc/self/status").read_text())
    return int(found[1]) * 1024 if found else 0


def per_edge(taken: Mapping[str, float]) -> float:
    """Return the seconds that an edge takes."""
    return taken["seconds"] / taken["edges"]


def layouts() -> None:
    """Print what measures and layouts of smaller networks take, relative to the smallest."""
    import networkx as nx  # noqa: PLC0415

    from kg.networks.model import Edge, Network, Node  # noqa: PLC0415

    first = 0.0
    for count in LAYOUTS:
        graph = nx.barabasi_albert_graph(count, 3, seed=1)
        nodes = tuple(Node(f"{number:05}", "", "") for number in sorted(graph))
        edges = tuple(Edge(f"{a:05}", f"{b:05}") for a, b in sorted(map(sorted, graph.edges)))
        network = Network("made-up", "", "", False, {}, nodes, edges)
        begun = time.perf_counter()
        layout.layout(network)
        middle = time.perf_counter()
        measures.measured(network)
        first = first or middle - begun
        print(
            f"{count} nodes, {len(edges)} edges: layout {(middle - begun) / first:.1f} times the first "
            f"({middle - begun:.1f} s), measures {time.perf_counter() - middle:.1f} s"
        )


if __name__ == "__main__":
    if sys.argv[1:2] == ["--one"]:
        export_one(*sys.argv[2:])
    else:
        main()
