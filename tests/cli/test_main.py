import os
import subprocess
import sys

import pytest

from kg.cli.main import COMMANDS


def python_m_kg(*arguments, stdout=subprocess.PIPE, **environment):
    """Run the command in a process of its own; it imports what this one does."""
    return subprocess.run(
        [sys.executable, "-m", "kg", *map(str, arguments)],
        stdout=stdout,
        stderr=subprocess.PIPE,
        check=False,
        env=os.environ | {"PYTHONPATH": os.pathsep.join(sys.path)} | environment,
    )


def test_an_unknown_verb_names_the_nearest(refused):
    assert "query" in refused("qeury", "awards")
    assert "extract" in refused("completely-different")


def test_an_unknown_option_names_the_nearest(refused):
    message = refused("query", "awards", "--stroe", "x")
    assert "--store" in message
    assert "kg query --help" in message


@pytest.mark.parametrize("verb", ["extract", "sparql", "validate", "evaluate"])
def test_a_missing_argument(verb, refused):
    assert f"kg {verb} --help" in refused(verb)


@pytest.mark.parametrize(
    "arguments",
    [
        ("query", "awards", "--format", "pdf"),
        ("dump", "--format", "xml"),
        ("build", "x", "--workers", "0"),
        ("build", "x", "--workers", "many"),
        ("query", "awards", "extra"),
    ],
)
def test_wrong_values(arguments, refused):
    assert f"kg {arguments[0]} --help" in refused(*arguments)


@pytest.mark.parametrize(
    "arguments", [("qeury",), ("query", "--stroe"), ("sparql",), ("dump", "--format", "x")]
)
def test_wrong_use_in_chinese(arguments, kg, monkeypatch):
    monkeypatch.setenv("KG_LANG", "zh")
    result = kg(*arguments)
    assert result.exit_code == 2
    assert result.stderr.startswith("错误：")


def test_version(kg):
    assert kg("--version").stdout.startswith("rol-kg ")


def test_python_m_kg():
    shown = python_m_kg("--help")
    assert shown.returncode == 0
    assert all(verb in shown.stdout.decode() for verb in COMMANDS)


def test_errors_go_to_standard_error_and_leave_no_traceback(tmp_path):
    shown = python_m_kg("query", "awards", "--store", tmp_path / "nowhere", KG_LANG="en")
    assert shown.returncode == 2
    assert shown.stdout == b""
    assert shown.stderr.decode().count("\n") == 1
    assert not (tmp_path / "nowhere").exists()


@pytest.mark.skipif(sys.platform == "win32", reason="no such pipes")
@pytest.mark.parametrize("form", ["table", "csv", "json"])
def test_a_reader_that_leaves_early(store, form):
    read, write = os.pipe()
    os.close(read)
    shown = python_m_kg("query", "metrics", "--store", store, "--format", form, stdout=write)
    os.close(write)
    assert shown.stderr == b""
    assert shown.returncode not in (0, 2)


def test_a_terminal_that_lacks_chinese_characters(store):
    shown = python_m_kg("query", "first-offence-lists", "--store", store, PYTHONIOENCODING="ascii")
    assert shown.returncode == 0
    assert b"320402" in shown.stdout


@pytest.mark.skipif(not os.path.exists("/dev/full"), reason="no such device")  # noqa: PTH110
def test_a_full_disk(store):
    with open("/dev/full", "wb") as full:  # noqa: PTH123
        shown = python_m_kg("query", "metrics", "--store", store, "--format", "csv", stdout=full)
    assert shown.returncode != 0
    assert b"Traceback" not in shown.stderr
