import subprocess
import sys

import pytest

from tests.pictures.fonts import needs_font


@needs_font
def test_a_picture(kg, store, tmp_path):
    done = kg("plot", "program-matrix", "out.png", "--store", store)
    assert done.exit_code == 0, done.stderr
    assert done.stdout.startswith("out.png: a picture of ")
    assert (tmp_path / "out.png").read_bytes().startswith(b"\x89PNG")


@needs_font
def test_parameters(kg, store):
    arguments = ["plot", "compare-districts", "out.svg", "--store", store]
    assert kg(*arguments, "-p", "indicator=mediation-cases").exit_code == 0
    assert kg(*arguments, "--example").exit_code == 0


@needs_font
def test_a_preview_of_an_export(kg, store, tmp_path):
    done = kg("export", "district-program", "out.gexf", "--preview", "out.png", "--store", store)
    assert "out.gexf, out.png: " in done.stdout
    assert (tmp_path / "out.png").read_bytes().startswith(b"\x89PNG")


def test_the_list_names_questions_with_a_picture_only(kg):
    shown = kg("plot", "--list").stdout
    assert "program-matrix" in shown
    assert "evidence" not in shown


@needs_font
@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        ([], "kg plot program-matrix out.png"),
        (["program-matrix"], "--list"),
        (["program-matrix", "out.pdf"], ".svg"),
        (["program-matrices", "out.png"], "program-matrix"),
        (["evidence", "out.png"], "no picture"),
        (["compare-districts", "out.png"], "indicator"),
        (["program-matrix", "out.png", "-p", "area"], "NAME=VALUE"),
        (["program-matrix", "out.png", "-p", "year=1999"], "nothing to draw"),
    ],
)
def test_wrong_use(refused, store, arguments, said):
    assert said in refused("plot", *arguments, "--store", store)


def test_exports_do_without_matplotlib():
    """Who asks for no picture needs none of what pictures need."""
    program = (
        "import sys; import kg.cli.export, kg.networks.export, kg.networks.layout, kg.cli.plot\n"
        "print(sorted(name for name in sys.modules if name.partition('.')[0] == 'matplotlib'))"
    )
    done = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "[]"
