import csv
import io
import json
import re
from datetime import date
from decimal import Decimal
from xml.etree import ElementTree as ET

import pyoxigraph as ox
import pytest
from rich.cells import cell_len

from kg.errors import QueryError, StoreError, UsageError
from kg.querying import results, run, table
from kg.querying.sparql import sparql

VALUES = """SELECT ?iri ?text ?number ?decimal ?day ?yes ?none WHERE {
  VALUES (?iri ?text ?number ?decimal ?day ?yes) {
    (<a:b> "甲,\\"乙\\"\\n丙" 5 -12.50 "2024-03-11"^^<http://www.w3.org/2001/XMLSchema#date> true)
  }
}"""


def serialised(query, form, store=None):
    output = io.BytesIO()
    results.write(run.answer(store or ox.Store(), query, "test"), form, output)
    return output.getvalue().decode()


def shown(query, store=None, window=False):
    """Return the table as text; in a window without the codes for its colours."""
    store = store or ox.Store()
    output = io.StringIO()
    output.isatty = lambda: window
    table.show(results.read(run.answer(store, query, "test")), store, output)
    return re.sub("\x1b\\[[0-9;]*m", "", output.getvalue()) if window else output.getvalue()


def test_rows_hold_python_values():
    assert sparql(VALUES, store=ox.Store()).rows == [
        {
            "iri": "a:b",
            "text": '甲,"乙"\n丙',
            "number": 5,
            "decimal": Decimal("-12.5"),
            "day": date(2024, 3, 11),
            "yes": True,
            "none": None,
        }
    ]


def test_what_does_not_fit_its_datatype_stays_text():
    query = 'SELECT ("x"^^<http://www.w3.org/2001/XMLSchema#integer> AS ?broken) { }'
    assert sparql(query, store=ox.Store()).rows == [{"broken": "x"}]


def test_ask_and_graphs_have_rows_too(store):
    assert sparql("ASK { ?s ?p ?o }", store=store).rows == [{"answer": True}]
    graph = sparql("CONSTRUCT { ?s a <a:x> } { ?s a rol:Province }", store=store)
    assert graph.columns == ("subject", "predicate", "object")
    assert [row["subject"][-6:] for row in graph.rows] == ["320000", "360000"]


def test_csv_is_that_of_the_standard():
    written = serialised(VALUES, "csv")
    assert written.endswith("\r\n")
    rows = list(csv.reader(io.StringIO(written, newline="")))
    assert rows[0] == ["iri", "text", "number", "decimal", "day", "yes", "none"]
    assert rows[1] == ["a:b", '甲,"乙"\n丙', "5", "-12.5", "2024-03-11", "true", ""]


def test_tsv_keeps_terms():
    header, row = serialised(VALUES, "tsv").splitlines()
    assert header.split("\t")[0] == "?iri"
    assert row.split("\t")[0] == "<a:b>"


def test_json_and_xml_are_read_by_their_readers():
    bindings = json.loads(serialised(VALUES, "json"))["results"]["bindings"]
    assert bindings[0]["iri"] == {"type": "uri", "value": "a:b"}
    assert "none" not in bindings[0]
    root = ET.fromstring(serialised(VALUES, "xml"))  # noqa: S314 - written by ourselves
    assert root.tag == "{http://www.w3.org/2005/sparql-results#}sparql"
    assert json.loads(serialised("ASK {}", "json"))["boolean"] is True


def test_graphs_are_written_as_graphs(store):
    query = "CONSTRUCT { ?s a rol:Area } { ?s a rol:Province }"
    assert serialised(query, "nt", store).count("\n") == 2
    assert "rol:Area" in serialised(query, "ttl", store)


@pytest.mark.parametrize(("query", "form"), [("SELECT * {}", "ttl"), ("CONSTRUCT {} {}", "csv")])
def test_a_format_that_does_not_fit(query, form):
    with pytest.raises(UsageError):
        serialised(query, form)


def test_tables_show_labels_short_iris_and_whole_quotes(store):
    written = shown(run.question_text("first-offence-lists", {}), store)
    line = next(line for line in written.splitlines() if "320402" in line)
    assert "realised 已有" in line
    assert "首违不罚事项清单(第二版)" in line
    assert "report/1111111111111111/implementation/100-110" in line
    assert "https:" not in written


def test_columns_of_chinese_text_line_up(store):
    written = shown(run.question_text("compare-districts", {"indicator": "mediation-cases"}), store)
    lines = [line for line in written.splitlines() if "2022" in line or "2023" in line]
    widths = {cell_len(line[: line.index("report/")]) for line in lines}
    assert len(lines) == 3
    assert len(widths) == 1


def test_a_narrow_window_leaves_iris_out_and_says_so(store, monkeypatch):
    monkeypatch.setenv("COLUMNS", "100")
    written = shown(run.question_text("awards", {}), store, window=True)
    assert "report/1111" not in written
    assert "statement" in written.splitlines()[-1]
    assert all(cell_len(line) <= 100 for line in written.splitlines()[:-1])


def test_nothing_in_a_cell_steers_the_terminal():
    written = shown('SELECT ("a\x1b[31mb\x07\\nc [bold]d[/bold]" AS ?x) { }')
    assert "\x1b" not in written
    assert "\x07" not in written
    assert "a [31mb c [bold]d[/bold]" in written


def test_stores_that_are_none(tmp_path):
    for path in (tmp_path / "nowhere", tmp_path):
        with pytest.raises(StoreError):
            run.query("awards", store=path)
    (tmp_path / "file").write_text("x")
    with pytest.raises(StoreError):
        run.query("awards", store=tmp_path / "file")
    assert not (tmp_path / "nowhere").exists()


def test_asking_leaves_the_store_as_it_was(store_folder):
    before = sorted((path.name, path.stat().st_size) for path in store_folder.iterdir())
    assert len(run.query("awards", store=store_folder)) == 4
    assert sorted((path.name, path.stat().st_size) for path in store_folder.iterdir()) == before


def test_what_only_the_engine_notices(store):
    with pytest.raises(QueryError) as caught:
        sparql("SELECT * { ?s unknown:p ?o }", store=store)
    assert caught.value.code == "query-prefix"
    with pytest.raises(QueryError) as caught:
        sparql("SELECT ?s (COUNT(?o) AS ?n) {\n ?s ?p ?o } GROUP BY ?p", store=store)
    assert caught.value.code in ("query-broken", "query-refused")
