import contextlib

import pyoxigraph as ox
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from kg.errors import QueryError
from kg.querying.guard import accept
from kg.querying.sparql import sparql

SERVICE = "SERVICE <{url}> {{ ?a ?b ?c }}"


def code(query):
    with pytest.raises(QueryError) as caught:
        accept(query, "mine.rq")
    for language in ("zh", "en"):
        message = caught.value.in_language(language)
        assert "mine.rq" in message
        assert "{" not in message.replace(query, "").replace(caught.value.values.get("detail", ""), "")
    return caught.value.code


@pytest.mark.parametrize(
    "query",
    [
        "SELECT * { ?s ?p ?o }",
        "ASK { }",
        "CONSTRUCT { ?s a <a:b> } WHERE { ?s ?p ?o }",
        "DESCRIBE <a:b>",
        "# SERVICE <http://example.org/> in a comment\nSELECT * { ?s ?p 'SERVICE <a:b> { }' }",
        "SELECT ?service { ?service <a:SERVICE> ?load }",
        "\ufeffSELECT * { ?s ?p ?o }",
        "SELECT * {\r\n  # a comment\r\n  ?s ?p ?o }\r\n",
    ],
)
def test_queries_that_read_are_accepted(query):
    assert accept(query, "mine.rq").replace("\n", "") == query.removeprefix("\ufeff").replace(
        "\r", ""
    ).replace("\n", "")


HIDDEN = [
    "SELECT * {{ {service} }}",
    "SELECT * {{ ?s ?p ?o OPTIONAL {{ {service} }} }}",
    "ASK {{ {service} }}",
    "SELECT * {{ {{ SELECT ?a {{ {service} }} }} UNION {{ ?s ?p ?o }} }}",
    "SELECT * {{ ?s ?p ?o FILTER EXISTS {{ {service} }} }}",
    "SELECT * {{ ?s ?p ?o MINUS {{ {service} }} }}",
    "CONSTRUCT {{ ?a ?b ?c }} WHERE {{ {service} }}",
    "SELECT (COUNT(*) AS ?n) {{ {service} }} GROUP BY ?a HAVING (COUNT(*) > 0) ORDER BY ?n",
    "select * {{ service silent <{url}> {{ ?a ?b ?c }} }}",
    # what one parser takes for a comment or a string, and another does not
    "SELECT * {{ ?s ?p ?o # \r {service} \n }}",
    "SELECT * {{ ?s ?p 'a\\u0027 . # ' . {service} \n }}",
    "SELECT * {{ ?s ?p 'a\\U00000027 . # ' . {service} \n }}",
    "SELECT * {{ \\u0053ERVICE <{url}> {{ ?a ?b ?c }} }}",
    "SELECT * {{ ?s ?p '''a''' . {service} # ''' \n }}",
    "ASK {{ ?s ?p ?o LATERAL {{ {service} }} }}",
]


@pytest.mark.parametrize("query", HIDDEN)
def test_nothing_reaches_the_network(query, canary):
    url, asked = canary
    store = ox.Store()
    store.add(ox.Quad(ox.NamedNode("a:s"), ox.NamedNode("a:p"), ox.Literal("x")))
    with pytest.raises(QueryError):
        sparql(query.format(service=SERVICE.format(url=url), url=url), store=store)
    assert asked == []


def test_the_endpoint_would_have_been_asked(canary):
    url, asked = canary
    with pytest.raises(OSError, match="500"):
        list(ox.Store().query(f"SELECT * {{ SERVICE <{url}> {{ ?a ?b ?c }} }}"))
    assert asked


@pytest.mark.parametrize(
    ("query", "expected"),
    [
        ("SELECT * { SERVICE <a:b> { ?s ?p ?o } }", "query-service"),
        ("INSERT DATA { <a:b> <a:c> 1 }", "query-update"),
        ("DELETE WHERE { ?s ?p ?o }", "query-update"),
        ("LOAD <http://example.org/>", "query-update"),
        ("CLEAR ALL", "query-update"),
        ("SELECT * FROM <a:b> { ?s ?p ?o }", "query-from"),
        ("SELECT * FROM NAMED <a:b> { ?s ?p ?o }", "query-from"),
        ("SELECT * { GRAPH ?g { ?s ?p ?o } }", "query-graph"),
        ("", "query-empty"),
        (" \n\t", "query-empty"),
        ("# only a comment", "query-empty"),
        ("hello", "query-broken"),
        ("SELECT * {", "query-broken"),
        ("SELECT * {\n", "query-ends"),
        ("SELECT * { ?s ?p 'a\\u0041' }", "query-escape"),
        ("SELECT * " + "{" * 20000 + "}" * 20000, "query-too-deep"),
    ],
)
def test_what_is_refused(query, expected):
    assert code(query) == expected


def test_a_long_query_is_none_too_deep():
    patterns = " ".join(f"?a{number} <a:b> ?c{number} ." for number in range(400))
    assert accept(f"SELECT * {{ {patterns} }}", "mine.rq")


@given(st.text() | st.text(alphabet="SELECT*ASKWHR{}()?.;<>'\"#\\ u0\n\r"))
@settings(deadline=None)
def test_any_text_is_accepted_or_refused(text):
    with contextlib.suppress(QueryError):
        accept(text, "mine.rq")


def test_a_broken_query_names_the_line():
    with pytest.raises(QueryError) as caught:
        accept("SELECT * {\n  ?s ?p ?o .\n  ?s ?p .\n}", "mine.rq")
    assert caught.value.values["line"] == 3
    assert "?s ?p ." in str(caught.value)
