"""``kg validate`` as a user sees it."""

import csv
import io
import json
import re
import shutil
import subprocess
import xml.etree.ElementTree as ET

import pytest
from rdflib import RDF, SH, Graph

DRAFT = """江苏省常州市天宁区人民政府2023年度法治政府建设情况报告

发布日期：2024年5月2日

一、主要举措和成效
2023年受理行政复议案件108件，办结120件，行政机关负责人出庭应诉率120%。
二、党政主要负责人履行推进法治建设第一责任人职责情况
区委书记、区长带头学法，研究解决重大问题。
三、2024年工作安排
力争全年调解纠纷2000件。
"""
EXPECTED = {
    "rate-out-of-range": (6, "120%"),
    "closed-above-accepted": (6, "120件"),
    "late-publication": (3, "2024年5月2日"),
    "missing-shortcomings-part": None,
}
VOCABULARY = """@prefix rol: <https://w3id.org/rol-kg/ontology#> .
@prefix skos: <http://www.w3.org/2004/02/skos/core#> .
<https://example.org/drones> a rol:Indicator ; skos:notation "drones" ; skos:prefLabel "无人机"@zh ;
  rol:trigger "飞" ; rol:unit "架" ; skos:broader <https://w3id.org/rol-kg/indicator-group/governance> .
"""


@pytest.fixture
def draft(tmp_path):
    path = tmp_path / "draft <b>&.txt"
    path.write_text(DRAFT, "utf-8")
    return path


@pytest.fixture
def found(kg, draft):
    def call(*more):
        return json.loads(kg("validate", draft, "--format", "json", *more).stdout)["findings"]

    return call


def places(findings):
    return {f["check"]: (f["line"], f["quote"]) if "line" in f else None for f in findings}


def test_a_draft_gets_exactly_its_findings_each_at_its_place(found):
    findings = found()
    assert places(findings) == EXPECTED
    for finding in findings:
        if "start" in finding:
            assert DRAFT[finding["start"] : finding["end"]] == finding["quote"]
            line = DRAFT.splitlines()[finding["line"] - 1]
            assert line[finding["column"] - 1 :].startswith(finding["quote"])
    closed = next(f for f in findings if f["check"] == "closed-above-accepted")
    assert (closed["left"], closed["right"], closed["otherQuote"]) == ("120", "108", "108件")


def test_the_engines_say_the_same(found):
    assert found("--engine", "reference") == found("--engine", "fast")


def test_languages(kg, draft):
    assert "办结 120 件，多于受理 108 件" in kg("validate", draft, "--lang", "zh").stdout
    assert "120 cases were closed" in kg("validate", draft, "--lang", "en").stdout


@pytest.mark.parametrize(
    ("level", "status"), [("violation", 1), ("warning", 1), ("info", 1), ("never", 0), (None, 1)]
)
def test_fail_on(kg, draft, level, status):
    more = ("--fail-on", level) if level else ()
    assert kg("validate", draft, *more).exit_code == status


def test_a_profile_changes_severities_and_switches_checks_off(kg, draft, tmp_path):
    profile = tmp_path / "profile.toml"
    profile.write_text('[severity]\nrate-out-of-range = "info"\nlate-publication = "off"\n', "utf-8")
    shown = kg("validate", draft, "--profile", profile, "--format", "json")
    findings = {f["check"]: f["severity"] for f in json.loads(shown.stdout)["findings"]}
    assert findings["rate-out-of-range"] == "info"
    assert "late-publication" not in findings
    assert shown.exit_code == 0


@pytest.mark.parametrize(
    ("content", "said"),
    [
        ('[severity]\nlate-publicaton = "info"\n', "late-publication"),
        ('[severity]\nlate-publication = "grave"\n', "grave"),
        ("[severity", "TOML"),
        ('late-publication = "info"\n', "TOML"),
        ("[severity]\nlate-publication = 3\n", "3"),
    ],
)
def test_a_bad_profile(refused, draft, tmp_path, content, said):
    profile = tmp_path / "profile.toml"
    profile.write_text(content, "utf-8")
    assert said in refused("validate", draft, "--profile", profile)


def test_files_that_are_not_there(refused, draft):
    refused("validate", draft, "--profile", "none.toml")
    refused("validate", draft, "--shapes", "none.ttl")
    refused("validate", "--store", "none")
    refused("validate")


def test_shapes_that_are_none(refused, draft, tmp_path):
    own = tmp_path / "own.ttl"
    own.write_text("no shapes", "utf-8")
    assert "own.ttl" in refused("validate", draft, "--shapes", own)


def test_csv(kg, draft):
    rows = list(csv.DictReader(io.StringIO(kg("validate", draft, "--format", "csv").stdout)))
    assert {row["check"] for row in rows} == set(EXPECTED)
    assert {row["source"] for row in rows} == {str(draft)}


def test_turtle_is_a_validation_report(kg, draft):
    graph = Graph().parse(data=kg("validate", draft, "--format", "turtle").stdout, format="turtle")
    (report,) = graph.subjects(RDF.type, SH.ValidationReport)
    results = list(graph.objects(report, SH.result))
    assert len(results) == len(EXPECTED)
    assert not graph.value(report, SH.conforms).toPython()
    for result in results:
        for needed in (SH.focusNode, SH.resultSeverity, SH.sourceConstraintComponent, SH.sourceShape):
            assert graph.value(result, needed) is not None
        assert sorted(m.language for m in graph.objects(result, SH.resultMessage)) == ["en", "zh"]
    assert any("/metric/" in graph.value(result, SH.focusNode) for result in results)


def test_sarif(kg, draft):
    log = json.loads(kg("validate", draft, "--format", "sarif").stdout)
    (run,) = log["runs"]
    rules = [rule["id"] for rule in run["tool"]["driver"]["rules"]]
    assert (log["version"], set(rules)) == ("2.1.0", set(EXPECTED))
    for result in run["results"]:
        assert rules[result["ruleIndex"]] == result["ruleId"]
        assert result["level"] in {"error", "warning", "note"}
        region = result["locations"][0]["physicalLocation"].get("region")
        if region:
            start = region["charOffset"]
            assert DRAFT[start : start + region["charLength"]] == region["snippet"]["text"]
        assert " " not in result["locations"][0]["physicalLocation"]["artifactLocation"]["uri"]


def test_junit(kg, draft, report):
    root = ET.fromstring(kg("validate", draft, report, "--format", "junit").stdout)  # noqa: S314 (our own)
    suites = root.findall("testsuite")
    assert next(suite.get("failures") for suite in suites) == str(len(EXPECTED))
    assert len(suites[0].findall("testcase/failure")) == len(EXPECTED)


def test_the_output_goes_to_a_file(kg, refused, draft, tmp_path):
    kg("validate", draft, "--format", "csv", "--output", tmp_path / "out.csv")
    assert (tmp_path / "out.csv").read_text("utf-8").startswith("source,")
    assert "out.csv" in refused("validate", draft, "--output", tmp_path / "none" / "out.csv")


def test_a_folder(kg, report):
    assert str(report) in kg("validate", report.parent).stdout


def test_a_store_has_the_findings_of_its_reports(kg, draft):
    kg("build", draft, "--store", "s")
    shown = json.loads(kg("validate", "--store", "s", "--format", "json").stdout)["findings"]
    assert places(shown) == EXPECTED
    dumped = kg("dump", "--store", "s").stdout
    assert len(set(re.findall(r"/finding/([a-z-]+)/[0-9a-f]{16}>", dumped))) == len(EXPECTED)


def test_a_graph_made_elsewhere(kg, draft, tmp_path):
    graph = tmp_path / "graph.nt"
    graph.write_text(kg("extract", draft, "--format", "nt").stdout, "utf-8")
    assert (
        places(json.loads(kg("validate", "--graph", graph, "--format", "json").stdout)["findings"])
        == EXPECTED
    )
    graph.write_text(graph.read_text("utf-8").replace('"120件"', '"129件"'), "utf-8")
    checks = places(json.loads(kg("validate", "--graph", graph, "--format", "json").stdout)["findings"])
    assert checks["evidence-quote"] == (6, "120件")


@pytest.mark.parametrize(
    ("name", "content"),
    [("a.ttl", "@prefix"), ("a.nt", "x y z ."), ("a.ttl", ""), ("a.rdf", "<rdf/>"), ("none.ttl", None)],
)
def test_rdf_that_cannot_be_read(refused, tmp_path, name, content):
    if content is not None:
        (tmp_path / name).write_text(content, "utf-8")
    result = refused_status(refused, tmp_path / name)
    assert name in result


def refused_status(refused, path):
    return refused("validate", "--graph", path, "--format", "turtle", "--output", path.parent / "o")


def test_a_vocabulary_file(kg, draft, tmp_path):
    words = tmp_path / "words.ttl"
    words.write_text(VOCABULARY, "utf-8")
    shown = kg("validate", draft, "--words", words, "--format", "json")
    own = {f["check"] for f in json.loads(shown.stdout)["findings"] if f["source"] == str(words)}
    assert own == {"vocabulary-trigger-short", "vocabulary-label-both"}


@pytest.mark.skipif(shutil.which("chromium") is None, reason="needs Debian's chromium")
def test_the_page_in_a_browser(kg, draft, tmp_path):
    page = tmp_path / "page.html"
    kg("validate", draft, "--format", "html", "--output", page)
    assert not re.search(r"""(?:src|href)=["'](?!#)""", page.read_text("utf-8"))
    command = ["chromium", "--headless", "--no-sandbox", "--disable-gpu", f"--user-data-dir={tmp_path / 'c'}"]
    shown = subprocess.run(
        [*command, "--dump-dom", page.as_uri()],
        capture_output=True,
        encoding="utf-8",
        check=True,
        timeout=120,
    ).stdout
    marks = re.findall(r"<mark[^>]*>(.*?)</mark>", shown)
    assert [re.sub(r"<[^>]*>", "", mark) for mark in marks] == ["2024年5月2日", "120件", "120%"]
    assert shown.count('class="fact"') >= 4
    assert "draft &lt;b&gt;&amp;.txt" in shown
    text = re.search(r'<pre class="text">(.*?)</pre>', shown, re.DOTALL)
    assert re.sub(r"<[^>]*>", "", text[1]) == DRAFT


def test_a_store_compares_the_reports_of_two_years(kg, tmp_path):
    texts = {
        2022: "在册社区矫正对象300人。",
        2023: "新接收社区矫正对象120人，解除社区矫正对象100人，在册社区矫正对象333人。",
    }
    for year, said in texts.items():
        title = f"江苏省常州市天宁区司法局{year}年度法治政府建设情况报告"
        (tmp_path / f"{year}.txt").write_text(f"{title}\n\n一、主要举措和成效\n{said}\n", "utf-8")
    store = tmp_path / "store"
    assert kg("build", tmp_path / "2022.txt", tmp_path / "2023.txt", "--store", store).exit_code == 0
    shown = kg("validate", "--store", store, "--format", "json", "--lang", "zh").stdout
    (finding,) = (f for f in json.loads(shown)["findings"] if f["check"] == "correction-balance")
    assert finding["source"].endswith("2023.txt")
    assert (finding["quote"], finding["left"], finding["right"]) == ("333人", "333", "320")
    alone = kg("validate", tmp_path / "2023.txt", "--format", "json").stdout
    assert "correction-balance" not in alone
