"""``kg remove``: what it says, and its exit status."""

import pytest

FIRST = "常州市天宁区司法局2022年工作总结\n\n全年调解纠纷5件。\n"
SECOND = "常州市天宁区司法局2023年工作总结\n\n全年调解纠纷7件。\n"


@pytest.fixture
def store(kg, tmp_path):
    """A store of two reports, one of them from two sources."""
    for name, text in (("a.txt", FIRST), ("c/b.txt", SECOND), ("c/copy.txt", SECOND)):
        (tmp_path / "in" / name).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / "in" / name).write_text(text, "utf-8")
    assert kg("build", tmp_path / "in", "--store", tmp_path / "store").exit_code == 0
    return tmp_path / "store"


def test_a_report_goes(kg, store):
    shown = kg("remove", "a.txt", "--store", store)
    assert shown.exit_code == 0
    assert "sources removed 1, reports removed 1; reports left 1" in shown.stdout
    assert "(a.txt)" in shown.stdout
    assert "2022" not in kg("query", "reports", "--store", store, "--format", "csv").stdout


def test_a_report_with_another_source_stays(kg, store):
    shown = kg("remove", "c/b.txt", "--store", store)
    assert "sources removed 1, reports removed 0; reports left 2" in shown.stdout
    assert "stays: c/copy.txt has the same text" in shown.stdout


def test_a_dry_run_changes_nothing(kg, store):
    before = kg("dump", "--store", store).stdout
    shown = kg("remove", "c/b.txt", "c/copy.txt", "--store", store, "--dry-run")
    assert "sources to remove 2, reports to remove 1; reports then left 1" in shown.stdout
    assert kg("dump", "--store", store).stdout == before


def test_the_id_that_a_table_shows_is_taken(kg, store):
    table = kg("query", "reports", "--store", store).stdout
    name = next(word for word in table.split() if word.startswith("report/"))
    assert kg("remove", name, "--store", store).exit_code == 0
    assert name not in kg("query", "reports", "--store", store).stdout


def test_a_mistyped_source_gets_the_nearest(refused, store):
    said = refused("remove", "c/bb.txt", "--store", store)
    assert "c/bb.txt" in said
    assert "c/b.txt" in said


def test_what_is_no_store(refused, tmp_path):
    assert "kg build" in refused("remove", "a.txt", "--store", tmp_path / "none")


def test_nothing_named(refused, store):
    assert "SOURCE" in refused("remove", "--store", store)
