"""The options of ``kg query`` and ``kg sparql`` that are about how to ask and how to show."""

import csv
import io
import os
import subprocess
import sys

import openpyxl
import pyoxigraph as ox
import pytest
from pyoxigraph import RdfFormat

from kg.querying import limits

SH = "http://www.w3.org/ns/shacl#"


def test_the_list_can_be_searched_in_both_languages(kg, refused):
    for word in ("荣誉", "HONOUR"):
        shown = kg("query", "--list", word).stdout
        assert "award-ranking" in shown
        assert "mediation" not in shown
    assert "nonsense" in refused("query", "--list", "nonsense")


def test_explain_prints_sparql_that_runs(kg):
    shown = kg("query", "awards", "-p", "area=天宁区", "--explain").stdout
    assert "VALUES ?inArea { <https://w3id.org/rol-kg/area/320402> }" in shown
    assert "VALUES ?inYear" not in shown
    assert ox.Store().query(shown) is not None


def test_evidence_names_the_place_of_each_quote(kg, store):
    shown = kg("query", "first-offence-lists", "--store", store, "--evidence").stdout
    assert "characters 100 to 110): 首违不罚事项清单(第二版)" in shown


def test_limit_is_the_questions_own_or_cuts_the_answer(kg, refused, store):
    for question in ("awards", "unlinked-metrics"):
        rows = kg("query", question, "--store", store, "--limit", "1", "--format", "csv").stdout.splitlines()
        assert len(rows) == 2
    assert "0" in refused("query", "awards", "--store", store, "--limit", "0")


def test_csv_for_excel(kg, refused, store):
    plain = kg("query", "awards", "--store", store, "--format", "csv").stdout_bytes
    marked = kg("query", "awards", "--store", store, "--format", "csv", "--excel").stdout_bytes
    assert marked == b"\xef\xbb\xbf" + plain
    assert "--format csv" in refused("query", "awards", "--store", store, "--excel")


def test_workbook(kg, store):
    data = kg("query", "metrics", "--store", store, "--format", "xlsx").stdout_bytes
    header, first, *_ = openpyxl.load_workbook(io.BytesIO(data)).active.iter_rows(values_only=True)
    row = dict(zip(header, first, strict=True))
    assert row["value"] == 77
    rows = list(openpyxl.load_workbook(io.BytesIO(data)).active.iter_rows(values_only=True))
    assert "320402" in [line[0] for line in rows]


def test_markdown(kg, store):
    lines = kg("query", "coverage", "--store", store, "--format", "md").stdout.splitlines()
    assert lines[0] == "| area | areaName | year | reports | statements |"
    assert lines[1] == "| --- | --- | --- | --- | --- |"
    assert any(line.startswith("| 320402 | 江苏省常州市天宁区 | 2023 | 1 |") for line in lines)


@pytest.mark.parametrize("form", ["table", "csv", "json", "md"])
def test_more_rows_than_the_limit(kg, store, form):
    shown = kg("query", "metrics", "--store", store, "--format", form, "--row-limit", "3")
    assert shown.exit_code == 2
    assert "limit of 3" in shown.stderr
    assert kg("query", "metrics", "--store", store, "--row-limit", "0").exit_code == 0


def test_rows_up_to_the_limit_are_no_error(kg, store):
    count = len(kg("query", "metrics", "--store", store, "--format", "csv").stdout.splitlines()) - 1
    assert kg("query", "metrics", "--store", store, "--row-limit", count).exit_code == 0
    assert kg("query", "metrics", "--store", store, "--row-limit", count - 1).exit_code == 2


def test_a_query_that_takes_too_long_ends_with_a_message(tmp_path):
    folder = tmp_path / "store"
    node = ox.NamedNode
    opened = ox.Store(str(folder))
    opened.bulk_extend(ox.Quad(node(f"a:{n}"), node("a:p"), node(f"b:{n}")) for n in range(3000))
    del opened
    query = "SELECT (COUNT(*) AS ?n) { ?a ?b ?c . ?d ?e ?f . ?g ?h ?i }"
    call = [sys.executable, "-m", "kg", "sparql", "-", "--store", str(folder), "--time-limit", "0.5"]
    environment = os.environ | {"KG_LANG": "en"}
    ended = subprocess.run(
        call, input=query, capture_output=True, text=True, env=environment, timeout=60, check=False
    )
    assert ended.returncode == 2
    assert ended.stderr.startswith("Error: The query took longer than the limit of 0.5 seconds")
    assert ended.stdout == ""


def test_limits_are_documented_with_their_defaults(kg):
    for verb in ("query", "sparql"):
        shown = kg(verb, "--help").stdout
        assert f"{limits.TIME_LIMIT:g}" in shown
        assert str(limits.ROW_LIMIT) in shown


def test_the_library_as_rdf(kg):
    graph = ox.Store()
    graph.load(kg("query", "--export", "sib").stdout_bytes, format=RdfFormat.TURTLE)
    rows = graph.query(f"""SELECT ?question ?select ?comment WHERE {{
        ?question a <{SH}SPARQLExecutable> ; <{SH}select> ?select ; <https://schema.org/keywords> "荣誉" ;
          <http://www.w3.org/2000/01/rdf-schema#comment> ?comment FILTER(LANG(?comment) = "zh") }}""")
    found = {row["question"].value.rpartition("/")[2]: row["select"].value for row in rows}
    assert set(found) == {"awards", "awards-sought", "award-ranking"}
    for text in found.values():
        ox.Store().query(text)


def test_sparql_has_the_same_formats(kg, store):
    query = "SELECT ?code { ?area rol:code ?code } ORDER BY ?code LIMIT 1"
    shown = kg("sparql", "-", "--store", store, "--format", "csv", input=query)
    assert list(csv.reader(io.StringIO(shown.stdout))) == [["code"], ["100000"]]
    assert "| 100000 |" in kg("sparql", "-", "--store", store, "--format", "md", input=query).stdout
