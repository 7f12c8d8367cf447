"""A build leaves no file of its store open: who reads it next would meet files that are still being tidied away."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

PROGRAM = """
import gc, os
from pathlib import Path
from kg import api
gc.disable()
Path("a.txt").write_text("2023年天宁区司法局工作总结\\n2023年,天宁区调解纠纷5件。\\n", "utf-8")
api.build(["a.txt"], "store")
open_files = [os.readlink(link) for link in Path("/proc/self/fd").iterdir() if link.exists()]
print([name for name in open_files if "/store/" in name])
"""


@pytest.mark.skipif(not Path("/proc/self/fd").is_dir(), reason="tells open files by /proc")
def test_nothing_is_open_after_a_build(tmp_path):
    environment = os.environ | {"PYTHONPATH": os.pathsep.join(sys.path)}
    done = subprocess.run(
        [sys.executable, "-c", PROGRAM],
        cwd=tmp_path,
        env=environment,
        capture_output=True,
        text=True,
        check=True,
    )
    assert done.stdout.strip() == "[]"
