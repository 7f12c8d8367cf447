import pyoxigraph as ox
import pytest
from hypothesis import given
from hypothesis import strategies as st
from rdflib.plugins.sparql.parser import parseQuery

from kg import terms
from kg.errors import QueryError
from kg.querying.bind import bind
from kg.querying.library import Question, questions
from kg.querying.parameters import check

TEXT = """# id: x
SELECT ?s WHERE {
  # param area
  VALUES ?inArea { <a:example> }
  ?s <a:in> ?inArea .
  # end
  # param year
  # VALUES ?inYear { 2023 }
  # ?s <a:year> ?inYear .
  # end
  ?s <a:p> ?o .
  { SELECT ?o WHERE { ?o <a:q> ?z } LIMIT 7 }
}
LIMIT 10
"""
QUESTION = Question("x", "", "", "", "", (), (), TEXT)
YEAR = ox.Literal("2024", datatype=terms.XSD_INTEGER)


def test_given_parameters_replace_the_example():
    text = bind(QUESTION, {"area": (ox.NamedNode("a:b"), ox.NamedNode("a:c"))})
    assert "VALUES ?inArea { <a:b> <a:c> }" in text
    assert "a:example" not in text
    assert "?inYear" not in text


def test_blocks_that_are_commented_come_alive():
    text = bind(QUESTION, {"year": (YEAR,)})
    assert '\n  VALUES ?inYear { "2024"^^<http://www.w3.org/2001/XMLSchema#integer> }\n' in text
    assert "\n  ?s <a:year> ?inYear .\n" in text
    assert "?inArea" not in text


def test_nothing_given_leaves_all_blocks_out():
    text = bind(QUESTION, {})
    assert "VALUES" not in text
    assert "?s <a:p> ?o" in text


def test_the_last_limit_is_replaced():
    text = bind(QUESTION, {"limit": (ox.Literal("25", datatype=terms.XSD_INTEGER),)})
    assert text.endswith("LIMIT 25\n")
    assert "LIMIT 7" in text


@pytest.mark.parametrize("name", ["level", "limit"])
def test_a_parameter_without_a_place(name):
    question = Question("x", "", "", "", "", (), (), "SELECT * { ?s ?p ?o }\n")
    with pytest.raises(QueryError) as caught:
        bind(question, {name: (YEAR,)})
    assert caught.value.code == "question-block"


@pytest.mark.parametrize("question", questions(), ids=lambda question: question.id)
def test_every_choice_of_parameters_is_valid_sparql(question):
    required = {p.name: p.example for p in question.parameters if p.required}
    parseQuery(bind(question, check(question, required)))
    parseQuery(bind(question, check(question, {p.name: p.example for p in question.parameters})))


@given(st.text())
def test_what_a_user_types_never_changes_the_query(typed):
    """Whatever is typed is refused or ends as one IRI of the graph."""
    parameter = next(p for q in questions() if q.id == "evidence" for p in q.parameters)
    question = next(q for q in questions() if q.id == "evidence")
    try:
        bound = check(question, {parameter.name: typed})
    except QueryError:
        return
    assert all(term.value.startswith(terms.REPORT_BASE) for term in bound["statement"])
