"""A build that is killed leaves a store that opens, and a second run ends in the same graph."""

import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest

from kg import api
from tests.store import small

ROOT = Path(__file__).parents[2]
BEFORE = {
    "a.txt": "area 320402\nprogram 甲行动",
    "b.txt": "area 360102\naward 先进集体 360102 甲机构",
    "c.txt": "cite 工作办法",
    "same.txt": "cite 工作办法",
}
AFTER = {
    "a.txt": "area 360102\nprogram 乙行动",
    "b.txt": "breaks",
    "c.txt": "metric 件 5",
    "new/e.txt": "area 320402\nmetric 件 1",
    "new/f.txt": "area 320402\nmetric 件 2",
    "new/g.txt": "area 320402\nmetric 件 3",
}


@pytest.fixture
def folders(tmp_path):
    """A store built from some texts, the folder with the texts that come next, and the graph they should
    give."""
    small.write(tmp_path / "before", BEFORE)
    small.write(tmp_path / "after", AFTER)
    small.write(tmp_path / "all", BEFORE | AFTER)
    with small.world():
        api.build([tmp_path / "before"], tmp_path / "store")
        api.build([tmp_path / "all"], tmp_path / "fresh")
    return tmp_path


def start(folders, at):
    command = [sys.executable, "-m", "tests.store.small", folders / "after", folders / "store", str(at)]
    return subprocess.Popen(command, cwd=ROOT, stderr=subprocess.PIPE)


def assert_mended(folders):
    assert small.lines(folders / "store")  # it opens
    with small.world():
        api.build([folders / "after"], folders / "store")
    assert small.lines(folders / "store") == small.lines(folders / "fresh")


@pytest.mark.parametrize("at", range(16))
def test_killed_before_or_after_any_write(folders, at):
    process = start(folders, at)
    errors = process.communicate(timeout=60)[1]
    assert process.returncode == -signal.SIGKILL, errors.decode()
    assert_mended(folders)


def test_killed_at_any_moment(folders):
    begun = time.monotonic()
    assert start(folders, -9).wait(60) == 0  # to learn how long an undisturbed build takes
    whole = time.monotonic() - begun
    for tenth in range(4, 11):
        small.write(folders / "after", {"a.txt": f"area 360102\nprogram 第{tenth}行动"})
        small.write(folders / "all", {"a.txt": f"area 360102\nprogram 第{tenth}行动"})
        with small.world():
            api.build([folders / "all"], folders / "fresh")
        process = start(folders, -9)
        time.sleep(whole * tenth / 10)
        process.kill()
        process.communicate()
        assert_mended(folders)


def test_a_killed_process_leaves_no_lock(folders):
    process = start(folders, 3)
    process.communicate(timeout=60)
    with small.world():
        assert api.build([folders / "after"], folders / "store").reports > 0
