import json
import re
from pathlib import Path

import pyoxigraph as ox
import pytest
from click.testing import CliRunner

from kg.cli.main import cli

GRAPH = Path(__file__).parent.parent / "querying" / "graph.ttl"
REPORT = """常州市天宁区司法局2023年法治政府建设情况报告

发布日期：2024-02-20

一、主要举措和成效
印发《天宁区行政处罚“首违不罚”事项清单（第二版）》，共58项。全年调解矛盾纠纷1204件，调解成功率98.5%。

二、存在的主要问题
一是执法力量不足。

三、下一年度工作安排
力争调解矛盾纠纷1500件以上。
"""


@pytest.fixture(autouse=True)
def _in_english(monkeypatch, tmp_path):
    """Every test speaks English and works in a folder of its own."""
    monkeypatch.setenv("KG_LANG", "en")
    monkeypatch.delenv("KG_STORE", raising=False)
    monkeypatch.chdir(tmp_path)


@pytest.fixture
def kg():
    """Call the command line: ``kg("query", "awards")`` returns click's result."""

    def call(*arguments, **more):
        return CliRunner().invoke(cli, [str(argument) for argument in arguments], prog_name="kg", **more)

    return call


@pytest.fixture
def refused(kg):
    """Call the command line and check that it refuses: one message, no traceback, status 2."""

    def call(*arguments, **more):
        result = kg(*arguments, **more)
        assert result.exit_code == 2
        assert result.stdout == ""
        assert result.stderr.startswith("Error: ")
        assert result.stderr.count("Error") == 1
        assert "Traceback" not in result.stderr
        assert not re.search(r"\{[a-z]*\}", result.stderr)
        return result.stderr

    return call


@pytest.fixture(scope="session")
def store(tmp_path_factory):
    """A store with the graph by hand."""
    folder = tmp_path_factory.mktemp("stores") / "small"
    ox.Store(str(folder)).bulk_load(path=str(GRAPH), format=ox.RdfFormat.TURTLE)
    return folder


@pytest.fixture
def report(tmp_path):
    """A file with a short report."""
    path = tmp_path / "reports" / "tianning.txt"
    path.parent.mkdir()
    path.write_text(REPORT, "utf-8")
    return path


@pytest.fixture
def bad_files(tmp_path):
    """Files that hold no report: by what is wrong with them."""
    bad = {
        "empty": b"",
        "blank": b" \n\t\n",
        "binary": bytes(range(256)) * 8,
        "pdf": b"%PDF-1.7\n\x00\x01\x02",
    }
    paths = {}
    for name, data in bad.items():
        paths[name] = tmp_path / f"{name}.txt"
        paths[name].write_bytes(data)
    return paths


@pytest.fixture
def gold(tmp_path):
    """Folders of annotations and texts with one report, annotated with one metric."""
    quote = "1204件"
    start = REPORT.index(quote)
    metric = {
        "quote": quote, "start": start, "end": start + len(quote), "label": "调解矛盾纠纷",
        "indicator": "mediation-cases", "value": 1204, "unit": "件", "comparator": "eq", "status": "actual",
        "change": False, "period": "2023", "jurisdiction": "320402",
    }  # fmt: skip
    document = {
        "title": "常州市天宁区司法局2023年法治政府建设情况报告", "type": "annual-report",
        "publisher": "常州市天宁区司法局", "jurisdiction": "320402", "level": "county", "coversYear": 2023,
        "issued": "2024-02-20", "documentNumber": None,
        "sections": ["achievements", "shortcomings", "next-plan"],
    }  # fmt: skip
    annotation = {"source": "a.txt", "document": document, "metrics": [metric]} | {
        kind: [] for kind in ("awards", "documents", "programs", "shortcomings")
    }
    (tmp_path / "gold").mkdir()
    (tmp_path / "texts").mkdir()
    (tmp_path / "gold" / "a.json").write_text(json.dumps(annotation), "utf-8")
    (tmp_path / "texts" / "a.txt").write_text(REPORT, "utf-8")
    return tmp_path / "gold", tmp_path / "texts"
