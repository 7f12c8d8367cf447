import os
import unicodedata

import pytest

from kg.errors import ReadError, UsageError
from kg.store.discover import Found, discover, refuse_shared_keys
from tests.store import small


def keys(*sources, ignored=()):
    return [item.key for item in discover(sources, ignored).found]


def test_files_of_a_folder_are_found_in_order_by_their_endings(tmp_path):
    names = ["b.txt", "a.HTML", "c/d.htm", "c/e.shtml", "z.md", "f.pdf", "g", ".hidden.txt", ".git/h.txt"]
    names.append("c/README.md")
    small.write(tmp_path, dict.fromkeys(names, "x"))
    found = discover([tmp_path])
    assert [item.key for item in found.found] == ["a.HTML", "b.txt", "c/d.htm", "c/e.shtml", "z.md"]
    skipped = [path.relative_to(tmp_path).as_posix() for path in found.skipped]
    assert skipped == [
        ".git",
        ".hidden.txt",
        "c/README.md",
        "f.pdf",
        "g",
    ]


def test_the_order_in_which_sources_are_named_makes_no_difference(tmp_path):
    small.write(tmp_path, {"x/b.txt": "", "y/a.txt": ""})
    assert discover([tmp_path / "x", tmp_path / "y"]) == discover([tmp_path / "y", tmp_path / "x"])


def test_a_file_named_itself_is_read_whatever_its_ending_and_known_by_its_name(tmp_path):
    small.write(tmp_path, {"in/report": "", "in/.hidden": ""})
    assert keys(tmp_path / "in" / "report", tmp_path / "in" / ".hidden") == [".hidden", "report"]


def test_a_file_named_twice_under_one_key_counts_once(tmp_path):
    small.write(tmp_path, {"a.txt": ""})
    assert keys(tmp_path, tmp_path / "a.txt", tmp_path) == ["a.txt"]


def test_stores_and_ignored_paths_are_neither_read_nor_listed(tmp_path):
    small.write(
        tmp_path, {"a.txt": "", "s/rol-kg.json": "", "s/000001.txt": "", "m.csv": "", "own/b.txt": ""}
    )
    found = discover([tmp_path], [tmp_path / "m.csv", tmp_path / "own"])
    assert [item.key for item in found.found] == ["a.txt"]
    assert found.skipped == ()


def test_keys_are_the_same_whether_a_file_system_decomposes_names_or_not(tmp_path):
    name = unicodedata.normalize("NFD", "报é.txt")
    small.write(tmp_path, {name: ""})
    assert keys(tmp_path) == [unicodedata.normalize("NFC", name)]


@pytest.mark.skipif(os.name != "posix", reason="file names are bytes on POSIX systems only")
def test_a_name_that_is_no_utf_8_has_a_key_all_the_same(tmp_path):
    try:
        (tmp_path / os.fsdecode("报告.txt".encode("gb18030"))).write_text("x")
    except OSError:
        pytest.skip("this file system takes UTF-8 names only")
    assert keys(tmp_path) == ["\\xb1\\xa8\\xb8\\xe6.txt"]


def test_links_to_folders_are_not_followed(tmp_path):
    small.write(tmp_path, {"in/a.txt": ""})
    (tmp_path / "in" / "loop").symlink_to(tmp_path / "in")
    found = discover([tmp_path / "in"])
    assert [item.key for item in found.found] == ["a.txt"]
    assert found.skipped == (tmp_path / "in" / "loop",)


def test_what_is_not_there_is_said(tmp_path):
    with pytest.raises(ReadError) as caught:
        discover([tmp_path / "nowhere.txt"])
    assert caught.value.code == "file-missing"
    assert "nowhere.txt" in str(caught.value)


def test_what_is_neither_file_nor_folder_is_refused(tmp_path):
    os.mkfifo(tmp_path / "pipe")
    with pytest.raises(ReadError) as caught:
        discover([tmp_path / "pipe"])
    assert caught.value.code == "source-special"
    assert keys(tmp_path) == []


def test_two_files_with_one_key_are_refused_and_both_are_named(tmp_path):
    small.write(tmp_path, {"x/a.txt": "", "y/a.txt": ""})
    found = discover([tmp_path / "x", tmp_path / "y"]).found
    with pytest.raises(UsageError) as caught:
        refuse_shared_keys(found)
    assert "x/a.txt" in str(caught.value)
    assert "y/a.txt" in str(caught.value)
    refuse_shared_keys([found[0], Found(found[0].key, tmp_path / "x" / ".." / "x" / "a.txt")])
