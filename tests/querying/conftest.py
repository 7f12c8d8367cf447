from pathlib import Path

import pyoxigraph as ox
import pytest

GRAPH = Path(__file__).with_name("graph.ttl")


@pytest.fixture(scope="session")
def small_graph():
    """The path of the graph by hand."""
    return GRAPH


@pytest.fixture(scope="session")
def store():
    """The graph by hand, in memory."""
    opened = ox.Store()
    opened.bulk_load(path=str(GRAPH), format=ox.RdfFormat.TURTLE)
    return opened


@pytest.fixture(scope="session")
def store_folder(tmp_path_factory):
    """The graph by hand, on disk."""
    folder = tmp_path_factory.mktemp("stores") / "small"
    opened = ox.Store(str(folder))
    opened.bulk_load(path=str(GRAPH), format=ox.RdfFormat.TURTLE)
    return folder
