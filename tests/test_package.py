"""The package itself: its verbs are loaded when they are used."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

import kg

VERBS = ["build", "dump", "evaluate", "export", "extract", "open", "plot", "query", "remove"]
VERBS += ["sparql", "validate"]
GRAPH = Path(__file__).parent / "querying" / "graph.ttl"


def test_the_verbs_are_there():
    assert sorted(kg.__all__) == VERBS
    assert set(VERBS) <= set(dir(kg))
    for verb in VERBS:
        assert callable(getattr(kg, verb)), verb


def test_what_is_not_there():
    with pytest.raises(AttributeError, match="nothing"):
        _ = kg.nothing


def test_a_verb_stays_a_function_once_the_modules_are_loaded():
    import kg.cli.query  # noqa: PLC0415
    import kg.cli.validate  # noqa: PLC0415

    assert all(callable(getattr(kg, verb)) for verb in VERBS)


def test_importing_the_package_loads_nothing_else():
    program = (
        "import sys, kg; print(sorted(name for name in sys.modules if name.startswith(('kg.', 'pyoxi'))))"
    )
    environment = os.environ | {"PYTHONPATH": os.pathsep.join(sys.path)}
    shown = subprocess.run(
        [sys.executable, "-c", program], capture_output=True, text=True, env=environment, check=True
    )
    assert shown.stdout.strip() == "[]"


def test_from_a_report_to_an_answer(tmp_path):
    """The README's way in Python."""
    report = tmp_path / "a.txt"
    report.write_text(
        "常州市天宁区司法局2023年法治政府建设情况报告\n\n一、主要举措和成效\n全年调解矛盾纠纷1204件。\n",
        "utf-8",
    )
    facts = kg.extract(report)
    assert facts.head.area == "320402"
    assert [finding for finding in kg.validate(report) if finding.severity == "violation"] == []
    assert kg.build([report], tmp_path / "store").new == 1
    result = kg.query("compare-districts", store=tmp_path / "store", indicator="mediation-cases", year=2023)
    assert [(row["area"], row["value"], row["unit"]) for row in result.rows] == [("320402", 1204, "件")]
    counted = kg.sparql("SELECT (COUNT(?r) AS ?n) { ?r a rol:Report }", store=kg.open(tmp_path / "store"))
    assert counted.rows == [{"n": 1}]
    assert kg.dump(tmp_path / "store").count(b"\n") > 20
