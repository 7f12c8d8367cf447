"""What a build takes in and tells of it. Its histories are in tests/store/test_history.py."""

import pytest

from kg import api
from kg.errors import ReadError, UsageError, VocabularyError
from kg.model import Given
from kg.store import reading
from tests.store import small


@pytest.fixture(autouse=True)
def _tiny_reports():
    with small.world():
        yield


def sources_of(store):
    return [line.split('"')[1] for line in small.lines(store) if "/dc/terms/source>" in line]


def code_of(error, *arguments, **named):
    with pytest.raises(error) as caught:
        api.build(*arguments, **named)
    return caught.value.code


def test_the_summary_counts_what_the_store_holds(tmp_path):
    text = "area 320402\nmetric 件 5\nmetric 人 2\naward 先进集体 320402 甲机构\ncite 办法\nprogram 甲行动"
    small.write(tmp_path / "in", {"a.txt": text, "b.txt": "metric 件 5", "c.pdf": "", "d.txt": "breaks"})
    summary = api.build([tmp_path / "in"], tmp_path / "store")
    assert summary.statements == {
        "metric": 3,
        "award": 1,
        "citation": 1,
        "implementation": 1,
        "shortcoming": 0,
    }
    assert summary.triples == len(small.lines(tmp_path / "store"))
    assert (summary.reports, summary.new, [item.source for item in summary.left_out]) == (2, 2, ["d.txt"])
    assert summary.skipped == (tmp_path / "in" / "c.pdf",)


def test_a_manifest_names_sources_and_wins_over_what_holds_for_all(tmp_path):
    small.write(
        tmp_path,
        {
            "in/a.txt": "metric 件 5",
            "in/b.txt": "metric 件 6",
            "m.csv": "file,source,area\nin/a.txt,http://example.org/1,320402\n",
        },
    )
    api.build(
        [tmp_path / "in"],
        tmp_path / "store",
        manifest=tmp_path / "m.csv",
        given=Given(area="360102", year=2020),
    )
    assert sources_of(tmp_path / "store") == ["b.txt", "http://example.org/1"]
    said = small.given_of(tmp_path / "store")
    assert said == {
        "b.txt": Given(area="360102", year=2020),
        "http://example.org/1": Given(area="320402", year=2020),
    }


def test_a_manifest_alone_names_the_files(tmp_path):
    small.write(tmp_path, {"in/a.txt": "metric 件 5", "in/b.txt": "", "m.csv": "file\nin/a.txt\n"})
    api.build([], tmp_path / "store", manifest=tmp_path / "m.csv")
    assert sources_of(tmp_path / "store") == ["in/a.txt"]


def test_a_manifest_in_the_folder_itself(tmp_path):
    small.write(tmp_path, {"a.txt": "metric 件 5", "m.csv": "file,year\na.txt,2020\n"})
    assert api.build([tmp_path], tmp_path / "store", manifest=tmp_path / "m.csv").skipped == ()
    assert api.build([tmp_path], tmp_path / "store", manifest=tmp_path / "m.csv").unchanged == 1


def test_nothing_is_done_where_the_call_makes_no_sense(tmp_path):
    store = tmp_path / "store"
    small.write(
        tmp_path, {"in/a.txt": "metric 件 5", "in/b.txt": "", "other/a.txt": "cite 办法", "none/a.pdf": ""}
    )
    assert code_of(UsageError, [tmp_path / "none"], store) == "nothing-to-read"
    assert code_of(UsageError, [], store) == "nothing-to-read"
    assert code_of(UsageError, [tmp_path / "in", tmp_path / "other"], store) == "source-key-shared"
    assert code_of(UsageError, [tmp_path / "in"], store, given=Given(source="x")) == "source-for-many"
    assert code_of(ReadError, [tmp_path / "nowhere"], store) == "file-missing"
    assert not store.exists()


def test_a_source_key_given_for_one_file(tmp_path):
    small.write(tmp_path, {"a.txt": "metric 件 5"})
    api.build([tmp_path / "a.txt"], tmp_path / "store", given=Given(source="http://example.org/1"))
    assert sources_of(tmp_path / "store") == ["http://example.org/1"]


def test_files_of_one_text_in_two_folders_may_share_a_key(tmp_path):
    small.write(tmp_path, {"x/a.txt": "metric 件 5"})
    api.build([tmp_path / "x", tmp_path / "x" / "a.txt"], tmp_path / "store")
    assert sources_of(tmp_path / "store") == ["a.txt"]


def test_progress_is_told_report_by_report(tmp_path):
    small.write(tmp_path / "in", {"b.txt": "metric 件 5", "a.txt": "breaks"})
    told = []
    api.build([tmp_path / "in"], tmp_path / "store", progress=lambda *state: told.append(state))
    assert told == [(1, 2, "a.txt"), (2, 2, "b.txt")]


def test_an_interrupted_build_keeps_what_it_has_and_lets_the_next_one_in(tmp_path):
    small.write(tmp_path / "in", {"a.txt": "area 320402", "b.txt": "area 360102"})
    api.build([tmp_path / "in"], tmp_path / "store")
    small.write(tmp_path / "in", {"a.txt": "metric 件 5", "b.txt": "metric 件 6"})

    def interrupt(done, *_):
        if done == 1:
            raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        api.build([tmp_path / "in"], tmp_path / "store", progress=interrupt)
    summary = api.build([tmp_path / "in"], tmp_path / "store")
    assert (summary.unchanged, summary.replaced) == (1, 1)


def test_a_store_that_lost_its_state_is_read_anew(tmp_path):
    small.write(tmp_path / "in", {"a.txt": "area 320402"})
    api.build([tmp_path / "in"], tmp_path / "store", given=Given(year=2020))
    (tmp_path / "store" / "rol-kg.json").write_text("{")
    summary = api.build([tmp_path / "in"], tmp_path / "store")
    api.build([tmp_path / "in"], tmp_path / "fresh")
    assert summary.read_again == 1
    assert small.lines(tmp_path / "store") == small.lines(tmp_path / "fresh")


def test_a_process_that_finds_another_vocabulary_reads_nothing(tmp_path):
    small.write(tmp_path, {"a.txt": "metric 件 5"})
    task = reading.Task("0" * 16, ("a.txt",), Given(), "another version", tmp_path / "a.txt")
    with pytest.raises(VocabularyError):
        reading.read(task)


def test_a_file_that_changes_while_it_is_read_is_left_out(tmp_path):
    small.write(tmp_path, {"a.txt": "metric 件 5"})
    outcome = reading.read(reading.Task("0" * 16, ("a.txt",), Given(), "1", tmp_path / "a.txt"))
    assert (outcome.triples, outcome.error.code) == (b"", "source-changes")
