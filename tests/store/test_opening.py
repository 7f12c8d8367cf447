import subprocess
import sys

import pyoxigraph as ox
import pytest

from kg.errors import StoreError
from kg.store import opening
from tests.store import small

QUAD = ox.Quad(ox.NamedNode("x:s"), ox.NamedNode("x:p"), ox.Literal("o"))


def code_of(function, folder):
    with pytest.raises(StoreError) as caught:
        function(folder)
    assert str(folder) in str(caught.value)
    return caught.value.code


def write_one(folder):
    with opening.writing(folder) as store:
        store.add(QUAD)


def test_what_is_written_is_read(tmp_path):
    write_one(tmp_path / "deep" / "store")
    assert list(opening.open_for_reading(tmp_path / "deep" / "store")) == [QUAD]


def test_a_folder_with_other_things_is_left_alone(tmp_path):
    small.write(tmp_path, {"holiday.jpg": ""})
    assert code_of(write_one, tmp_path) == "store-is-none"
    assert code_of(opening.open_for_reading, tmp_path) == "store-is-none"
    assert [path.name for path in tmp_path.iterdir()] == ["holiday.jpg"]


def test_a_file_is_no_store(tmp_path):
    small.write(tmp_path, {"f": ""})
    assert code_of(write_one, tmp_path / "f") == "store-is-file"
    assert code_of(opening.open_for_reading, tmp_path / "f") == "store-is-file"
    assert code_of(write_one, tmp_path / "f" / "below") == "store-unusable"


def test_nothing_to_read_from(tmp_path):
    assert code_of(opening.open_for_reading, tmp_path / "nowhere") == "store-missing"
    assert not (tmp_path / "nowhere").exists()


def test_one_writer_at_a_time_in_this_process_and_in_others(tmp_path):
    folder = tmp_path / "store"
    path = f"__import__('pathlib').Path({str(folder)!r})"
    program = f"from kg.store.opening import writing\nwith writing({path}): pass"
    with opening.writing(folder):
        assert code_of(write_one, folder) == "store-in-use"
        other = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, check=False)
        assert "store-in-use" in other.stderr or "Another process" in other.stderr
    write_one(folder)
    subprocess.run([sys.executable, "-c", program], check=True)


def test_an_error_that_is_kept_does_not_keep_the_store_open(tmp_path):
    with pytest.raises(KeyboardInterrupt) as kept, opening.writing(tmp_path / "store"):
        raise KeyboardInterrupt
    write_one(tmp_path / "store")
    assert kept.value is not None


def test_trouble_with_the_system_is_explained(tmp_path):
    with pytest.raises(StoreError, match="No space left"), opening.writing(tmp_path / "store"):
        raise OSError(28, "No space left on device")


def test_a_damaged_store_is_explained(tmp_path):
    write_one(tmp_path / "store")
    (tmp_path / "store" / "CURRENT").write_text("nonsense\n")
    assert code_of(write_one, tmp_path / "store") == "store-unusable"
    assert code_of(opening.open_for_reading, tmp_path / "store") == "store-unusable"


def test_a_store_whose_making_was_cut_short_is_made_again(tmp_path):
    small.write(
        tmp_path / "store",
        {"LOCK": "", "LOG": "", "IDENTITY": "x", "MANIFEST-000001": "", "000001.dbtmp": ""},
    )
    write_one(tmp_path / "store")
    assert list(opening.open_for_reading(tmp_path / "store")) == [QUAD]
