"""A store from which sources were taken is as if it had never had them."""

import signal
import subprocess
import sys
import tempfile
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from kg import api, terms
from kg.errors import StoreError, UsageError
from kg.model import Given
from kg.pipeline import report_id
from tests.store import small
from tests.store.test_comparison import BEFORE, NOW, has_finding
from tests.store.test_history import SOURCES, bring_in, world_of

ROOT = Path(__file__).parents[2]
TEXTS = {
    "a.txt": f"{BEFORE}\nprogram 甲行动",
    "b.txt": "area 360102\naward 先进集体 360102 甲机构\ncite 工作办法",
    "c/d.txt": "area 360102\ncite 某某条例",
    "c/e.txt": f"{NOW}\nprogram 甲行动\naward 先进集体 320402 甲机构",
}


@pytest.fixture
def built(tmp_path):
    """A folder with the texts and a store of them."""
    small.write(tmp_path / "in", TEXTS)
    with small.world():
        api.build([tmp_path / "in"], tmp_path / "store")
    return tmp_path


def fresh(folder, texts):
    """Return the graph of a store that has had these texts only."""
    small.write(folder / "others", texts)
    with small.world():
        api.build([folder / "others"], folder / "fresh")
    return small.lines(folder / "fresh")


def without(*names):
    return {name: text for name, text in TEXTS.items() if name not in names}


@settings(max_examples=15, deadline=None, suppress_health_check=list(HealthCheck))
@given(SOURCES, st.data())
def test_what_was_removed_has_never_been_there(sources, data):
    gone = data.draw(st.sets(st.sampled_from(sorted(sources)), min_size=1))
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        bring_in(folder / "in", folder / "store", sources, "1")
        with world_of("1"):
            held = {key for key in gone if f'source> "{key}"' in "\n".join(small.lines(folder / "store"))}
            if held:
                api.remove(sorted(held), folder / "store")
        left = {key: value for key, value in sources.items() if key not in held}
        if left:
            bring_in(folder / "all", folder / "fresh", left, "1")
            assert small.lines(folder / "store") == small.lines(folder / "fresh")
        remembered = small.given_of(folder / "store")
        assert not held & set(remembered)


@pytest.mark.parametrize(
    "name", ["b.txt", report_id(TEXTS["b.txt"]), terms.REPORT_BASE + report_id(TEXTS["b.txt"])]
)
def test_a_report_is_named_by_key_id_or_iri(built, name):
    with small.world():
        removal = api.remove(name, built / "store")
    assert removal.reports == {report_id(TEXTS["b.txt"]): frozenset({"b.txt"})}
    assert (removal.keys, removal.left, removal.staying) == (frozenset({"b.txt"}), 3, {})
    assert small.lines(built / "store") == fresh(built, without("b.txt"))


def test_what_comparing_reports_found_goes_with_one_of_them(built):
    assert has_finding(small.lines(built / "store"))
    with small.world():
        api.remove("a.txt", built / "store")
    assert not has_finding(small.lines(built / "store"))
    assert small.lines(built / "store") == fresh(built, without("a.txt"))


def test_a_file_or_a_folder_means_the_reports_with_the_texts_there(built):
    small.write(built / "in", {"c/never read.txt": "metric 件 7"})
    with small.world():
        removal = api.remove([built / "in" / "c", built / "in" / "a.txt"], built / "store")
    assert removal.keys == {"a.txt", "c/d.txt", "c/e.txt"}
    assert small.lines(built / "store") == fresh(built, {"b.txt": TEXTS["b.txt"]})


def test_a_file_of_that_name_with_another_text_is_not_meant(built):
    small.write(built / "elsewhere", {"b.txt": "metric 件 7"})
    with small.world(), pytest.raises(UsageError) as error:
        api.remove(built / "elsewhere" / "b.txt", built / "store")
    assert "b.txt" in error.value.values["near"]
    assert small.lines(built / "store") == fresh(built, TEXTS)


def test_a_report_that_another_source_carries_stays_and_is_read_under_that_source(built):
    small.write(built / "in", {"z.txt": TEXTS["a.txt"]})
    with small.world():
        api.build([built / "in"], built / "store")
        removal = api.remove("a.txt", built / "store")
    assert (removal.reports, removal.staying) == ({}, {report_id(TEXTS["a.txt"]): frozenset({"z.txt"})})
    assert small.lines(built / "store") == fresh(built, without("a.txt") | {"z.txt": TEXTS["a.txt"]})


def test_a_report_that_breaks_under_its_other_source_is_left_out_and_told(tmp_path):
    small.write(tmp_path / "in", {"a.txt": "breaks later", "b.txt": "breaks later"})
    with small.world(), pytest.MonkeyPatch.context() as patch:
        patch.setattr(
            "kg.pipeline.read_text",
            lambda _text, key, *rest: small.read_text(
                "breaks" if key == "b.txt" else "metric 件 5", key, *rest
            ),
        )
        api.build([tmp_path / "in"], tmp_path / "store")
        removal = api.remove("a.txt", tmp_path / "store")
    assert [item.source for item in removal.left_out] == ["b.txt"]


def test_what_another_version_has_read_is_left_as_it_is(built):
    with small.world("2") as world:
        api.remove("b.txt", built / "store")
    assert world.calls == []
    assert small.lines(built / "store") == fresh(built, without("b.txt"))


def test_the_last_report_leaves_the_vocabulary(built):
    with small.world():
        assert api.remove(list(TEXTS), built / "store").left == 0
    assert len(small.lines(built / "store")) == 1


def test_a_source_that_is_not_there_stops_all(built):
    with small.world(), pytest.raises(UsageError) as error:
        api.remove(["a.txt", "d.txt", "0123456789abcdef"], built / "store")
    assert error.value.values["sources"] == "d.txt, 0123456789abcdef"
    assert error.value.values["near"].startswith("c/d.txt")
    assert small.lines(built / "store") == fresh(built, TEXTS)


def test_a_dry_run_tells_the_same_and_changes_nothing(built):
    with small.world():
        told = api.remove(["b.txt", "c/d.txt"], built / "store", dry_run=True)
        assert small.lines(built / "store") == fresh(built, TEXTS)
        assert api.remove(["b.txt", "c/d.txt"], built / "store") == told


def test_where_no_store_is_none_is_made(tmp_path):
    with pytest.raises(StoreError) as error:
        api.remove("a.txt", tmp_path / "none")
    assert error.value.code == "store-missing"
    assert not (tmp_path / "none").exists()


def test_what_was_said_of_the_source_is_forgotten(built):
    with small.world():
        api.build([built / "in" / "b.txt"], built / "store", given=Given(year=2022))
        api.remove("b.txt", built / "store")
        assert small.given_of(built / "store") == {}
        api.build([built / "in"], built / "store")
    assert small.lines(built / "store") == fresh(built, TEXTS)


@pytest.mark.parametrize("at", range(8))
def test_killed_before_or_after_any_write(built, at):
    command = [sys.executable, "-m", "tests.store.small", "remove", built / "store", str(at)]
    process = subprocess.run([*command, "a.txt", "b.txt"], cwd=ROOT, capture_output=True, check=False)
    assert process.returncode == -signal.SIGKILL, process.stderr.decode()
    with small.world():
        try:
            api.remove(["a.txt", "b.txt"], built / "store")
        except UsageError:
            assert at > 1  # they had gone
        assert small.lines(built / "store") == fresh(built, without("a.txt", "b.txt"))
        api.build([built / "in"], built / "store")
    assert small.lines(built / "store") == fresh(built, TEXTS)
