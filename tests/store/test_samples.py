"""The samples, as the extractors read them: their graph is the same whatever came before."""

import shutil

import pyoxigraph as ox
import pytest

from kg import api, resources, terms
from kg.store.content import is_entity
from kg.store.discover import discover
from tests.store import small

SAMPLES = resources.folder("samples")


@pytest.fixture(scope="module")
def fresh(tmp_path_factory):
    """The dump of a fresh build of all samples."""
    store = tmp_path_factory.mktemp("fresh") / "store"
    assert api.build([SAMPLES], store).left_out == ()
    return small.lines(store)


def files():
    return [item.path for item in discover([SAMPLES]).found]


def test_one_by_one_in_reverse_order_with_wrong_contents_first(tmp_path, fresh):
    """Every file first holds its neighbour's text, so that every report is replaced once and some meet
    twice."""
    (tmp_path / "in").mkdir()
    paths = files()
    for path, neighbour in zip(paths, [*paths[1:], paths[0]], strict=True):
        shutil.copy(neighbour, tmp_path / "in" / path.name)
    api.build([tmp_path / "in"], tmp_path / "store")
    for path in reversed(paths):
        shutil.copy(path, tmp_path / "in" / path.name)
        api.build([tmp_path / "in" / path.name], tmp_path / "store")
    assert small.lines(tmp_path / "store") == fresh


def test_a_second_build_changes_nothing(tmp_path, fresh):
    for _ in range(2):
        summary = api.build([SAMPLES], tmp_path / "store")
    assert summary.unchanged == summary.reports == len(files())
    assert small.lines(tmp_path / "store") == fresh


def test_every_entity_that_is_named_is_described(fresh):
    subjects = {line.split(" ", 1)[0] for line in fresh}
    named = {line.split(" ", 2)[2].removesuffix(" .") for line in fresh}
    entities = [node for node in named if node.startswith("<") and is_entity(ox.NamedNode(node[1:-1]))]
    assert entities
    assert [node for node in entities if node not in subjects] == []


def test_nothing_stands_outside_the_project_and_no_node_is_blank(fresh):
    subjects = {line.split(" ", 1)[0] for line in fresh}
    assert [subject for subject in subjects if subject.startswith("_:")] == []
    assert [subject for subject in subjects if not subject.startswith(f"<{terms.BASE}")] == []
