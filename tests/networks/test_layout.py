import math
import os
import random
import subprocess
import sys

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from kg.networks import layout as module
from kg.networks.layout import layout
from kg.networks.looks import LARGEST, SMALLEST, looks
from kg.networks.packing import pack, sunflower
from tests.networks import small

PROGRAM = """
from tests.networks.test_layout import tangle
from kg.networks.layout import layout
print(hash("a"), sorted(layout(tangle()).items()))
"""


def tangle():
    """Return a network so large that it is laid out by communities, with some nodes alone."""
    dice = random.Random(1)  # noqa: S311
    ends = [(a, dice.randrange(a)) for a in range(1, 450)]
    ends += [(dice.randrange(450), dice.randrange(450)) for _ in range(150)]
    return small.network([str(n) for n in range(460)], ends, directed=False)


def cliques(count, size):
    """Return the edges of so many cliques, each linked to the next by one edge."""
    inside = [(c * size + a, c * size + b) for c in range(count) for a in range(size) for b in range(a)]
    return inside + [(c * size, c * size + size) for c in range(count - 1)]


@pytest.mark.parametrize("nodes", [0, 1, 2, 3])
def test_tiny_networks(nodes):
    network = small.network([str(n) for n in range(nodes)], [(n, n + 1) for n in range(nodes - 1)])
    places = layout(network)
    assert len(set(places.values())) == nodes
    assert all(math.isfinite(number) for place in places.values() for number in place)


@pytest.mark.parametrize("count", [3, 30, 45])
def test_the_nodes_of_a_cluster_lie_together(count):
    """Of cliques of ten: small, middling, and so large that they are laid out by communities."""
    network = small.network([str(n) for n in range(count * 10)], cliques(count, 10), directed=False)
    places = np.array(list(layout(network).values())).reshape(count, 10, 2)
    centres = places.mean(axis=1)
    own = np.sqrt(((places - centres[:, None]) ** 2).sum(axis=2)).mean()
    others = np.sqrt(((centres[:, None] - centres[None]) ** 2).sum(axis=2))
    assert own * 1.5 < np.median(others[others > 0])
    assert len({tuple(place) for place in places.reshape(-1, 2)}) == count * 10


def test_parts_that_no_edge_links_do_not_overlap():
    ring = [(n, (n + 1) % 12) for n in range(12)]
    network = small.network(
        [str(n) for n in range(36)], [(a + k, b + k) for k in (0, 12, 24) for a, b in ring]
    )
    places = np.array(list(layout(network).values())).reshape(3, 12, 2)
    centres = places.mean(axis=1)
    radii = np.sqrt(((places - centres[:, None]) ** 2).sum(axis=2)).max(axis=1)
    for a in range(3):
        for b in range(a):
            assert math.dist(centres[a], centres[b]) > radii[a] + radii[b]


def test_the_same_in_every_process():
    """The order of sets of texts differs from process to process; places must not."""
    other = "1" if os.environ.get("PYTHONHASHSEED") != "1" else "2"
    environment = os.environ | {"PYTHONHASHSEED": other, "PYTHONPATH": os.pathsep.join(sys.path)}
    done = subprocess.run(
        [sys.executable, "-c", PROGRAM], env=environment, capture_output=True, text=True, check=True
    )
    hashed, _, said = done.stdout.strip().partition(" ")
    assert int(hashed) != hash("a")
    assert said == str(sorted(layout(tangle()).items()))


def test_huge_networks_are_a_disc_in_the_order_of_kinds(monkeypatch):
    monkeypatch.setattr(module, "LIMIT", 10)
    network = small.network([str(n) for n in range(100)], [(n, n + 1) for n in range(50)])
    places = np.array(list(layout(network).values()))
    distances = np.sqrt(((places[:, None] - places[None]) ** 2).sum(axis=2))
    np.fill_diagonal(distances, np.inf)
    assert distances.min() > module.SPACE / 2


@settings(max_examples=30, deadline=None)
@given(st.lists(st.floats(0.5, 20), min_size=1, max_size=30))
def test_packed_discs_hardly_overlap(radii):
    placed = pack(sunflower(len(radii)), np.array(radii))
    for a, one in enumerate(placed):
        for b in range(a):
            assert math.dist(one, placed[b]) >= 0.9 * (radii[a] + radii[b])


def test_size_follows_weight_and_colour_kind():
    network = small.network(["甲", "乙", "丙", "丁"], [(1, 0), (2, 0), (1, 2)], directed=False)
    found = looks(network, layout(network))
    sizes = {node.label: found[node.id].size for node in network.nodes}
    assert max(sizes.values()) == LARGEST
    assert sizes["丁"] == SMALLEST
    assert SMALLEST < sizes["丙"] <= LARGEST
    assert {look.colour for look in found.values()} == {"#4e79a7"}
