import os

import pytest

import kg
from kg.errors import KgError, StoreError, UsageError
from kg.networks.export import ENDINGS, export, replacing
from tests.networks import small


@pytest.fixture
def store():
    return small.store(
        small.runs("320402", "penalty-exemption-list", "1", 2022),
        small.runs("360102", "mediation", "3", 2023, "Planned"),
    )


@pytest.mark.parametrize("ending", ENDINGS)
def test_every_ending(store, tmp_path, ending):
    done = export("district-program", tmp_path / f"出口{ending.upper()}", store=store)
    assert all(file.stat().st_size > 100 for file in done.files)
    assert sorted(tmp_path.iterdir()) == sorted(done.files)
    assert len(done.files) == (2 if ending == ".csv" else 1)


def test_it_is_a_verb_of_the_package(store, tmp_path):
    done = kg.export(
        "district-program",
        str(tmp_path / "out.gexf"),
        store=store,
        area="320402",
        year=2022,
        minimum_weight=1,
    )
    assert [node.label for node in done.network.nodes] == ["天宁区", "免罚清单"]


def test_without_measures_and_places(store, tmp_path):
    done = export("district-program", tmp_path / "out.json", store=store, measures=False, places=False)
    assert [column.name for column in done.network.node_columns] == ["fullName"]
    assert '"x":' not in done.files[0].read_text("utf-8")


def test_a_former_file_is_replaced_and_its_neighbours_stay(store, tmp_path):
    (tmp_path / "out.dot").write_text("former")
    (tmp_path / "other").write_text("other")
    export("district-program", tmp_path / "out.dot", store=store)
    assert (tmp_path / "out.dot").read_text("utf-8").startswith("graph")
    assert sorted(path.name for path in tmp_path.iterdir()) == ["other", "out.dot"]


def test_what_fails_midway_leaves_the_former_file(tmp_path):
    path = tmp_path / "out.dot"
    path.write_text("former")

    def fail():
        with replacing(path) as temporary:
            temporary.write_text("half")
            raise ValueError

    with pytest.raises(ValueError):  # noqa: PT011  (raised just above)
        fail()
    assert [(each.name, each.read_text()) for each in tmp_path.iterdir()] == [("out.dot", "former")]


def test_files_have_the_permissions_of_new_files(store, tmp_path):
    former = os.umask(0o027)
    try:
        [file] = export("district-program", tmp_path / "out.dot", store=store).files
    finally:
        os.umask(former)
    assert file.stat().st_mode & 0o777 == 0o640


@pytest.mark.parametrize("name", ["out", "out.xlsx", "out.gexf.zip", ".gexf"])
def test_an_ending_that_is_none(store, tmp_path, name):
    with pytest.raises(UsageError) as caught:
        export("district-program", tmp_path / name, store=store)
    assert caught.value.code == "export-format"
    assert ".gexf" in caught.value.in_language("zh")


def test_where_nothing_can_be_written(store, tmp_path):
    (tmp_path / "folder.gexf").mkdir()
    for place in (tmp_path / "none" / "out.gexf", tmp_path / "folder.gexf"):
        with pytest.raises(UsageError) as caught:
            export("district-program", place, store=store)
        assert caught.value.code == "output-unwritable"
    assert [path.name for path in tmp_path.iterdir()] == ["folder.gexf"]


def test_no_store_and_no_network(store, tmp_path):
    with pytest.raises(StoreError):
        export("district-program", tmp_path / "out.gexf", store=tmp_path / "none")
    with pytest.raises(KgError):
        export("programs-of-nobody", tmp_path / "out.gexf", store=store)
    assert list(tmp_path.iterdir()) == []
