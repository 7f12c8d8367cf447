"""What an expression of Python comes to, a store says of the one that it is made from."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from pyoxigraph import Literal, Store

from kg import terms
from kg.validation import values
from kg.validation.algebra import group_of, parsed
from kg.validation.expressions import Scope, code

NUMBERS = st.one_of(st.integers(0, 400).map(str), st.decimals(0, 400, places=2).map(lambda d: f"{d:f}"))
TEXTS = st.sampled_from(['"甲"', '"甲乙"', '""', '"2024年"', 'STR("乙"@zh)', "STR(3)"])
NUMERIC = st.recursive(
    NUMBERS,
    lambda inner: st.one_of(
        st.tuples(inner, st.sampled_from("+-*/"), inner).map(lambda t: f"({t[0]} {t[1]} {t[2]})"),
        st.tuples(st.sampled_from(["FLOOR", "CEIL", "ABS"]), inner).map(lambda t: f"{t[0]}({t[1]})"),
        inner.map(lambda one: f"(0 - {one})"),
        TEXTS.map(lambda one: f"STRLEN({one})"),
    ),
    max_leaves=6,
)
TEXTUAL = st.one_of(
    TEXTS,
    st.tuples(TEXTS, TEXTS).map(lambda t: f"CONCAT({t[0]}, {t[1]})"),
    st.tuples(TEXTS, TEXTS).map(lambda t: f"STRBEFORE({t[0]}, {t[1]})"),
    st.tuples(TEXTS, TEXTS).map(lambda t: f"STRAFTER({t[0]}, {t[1]})"),
    st.tuples(TEXTS, st.integers(0, 4), st.integers(0, 4)).map(lambda t: f"SUBSTR({t[0]}, {t[1]}, {t[2]})"),
)
COMPARED = st.one_of(
    st.tuples(NUMERIC, st.sampled_from(["<", "<=", "=", "!=", ">", ">="]), NUMERIC),
    st.tuples(TEXTUAL, st.sampled_from(["<", "=", "!=", ">="]), TEXTUAL),
).map(" ".join)
TRUTHS = st.recursive(
    st.one_of(
        COMPARED,
        st.tuples(st.sampled_from(["CONTAINS", "STRSTARTS", "STRENDS"]), TEXTUAL, TEXTUAL).map(
            lambda t: f"{t[0]}({t[1]}, {t[2]})"
        ),
        st.tuples(NUMERIC, st.lists(NUMERIC, min_size=1, max_size=3)).map(
            lambda t: f"{t[0]} IN ({', '.join(t[1])})"
        ),
    ),
    lambda inner: st.one_of(
        st.tuples(inner, st.sampled_from(["&&", "||"]), inner).map(lambda t: f"(({t[0]}) {t[1]} ({t[2]}))"),
        inner.map(lambda one: f"!({one})"),
        st.tuples(inner, NUMERIC, NUMERIC).map(lambda t: f"IF({t[0]}, {t[1]}, {t[2]}) > 3"),
    ),
    max_leaves=4,
)


def reckoned(expression, known=None, **variables):
    """Return what an expression of Python comes to, None where it is not certain."""
    query = parsed(f"SELECT ?a WHERE {{ ?a <urn:p> ?b BIND(({expression}) AS ?x) FILTER(?x = ?b) }}")
    scope = Scope(known or {}, lambda _group, _scope: "unknown()")
    try:
        return eval(code(group_of(query).bound["?x"], scope).text, {**vars(values), **variables})  # noqa: S307
    except values.ERRORS:
        return None


def value_of(expression):
    """Return the value that the engine gives an expression, and what a store gives it."""
    (row,) = Store().query(f"SELECT (({expression}) AS ?x) WHERE {{}}")
    return reckoned(expression), row["x"]


@settings(max_examples=200, deadline=None)
@given(TRUTHS)
def test_truths_are_those_of_a_store(expression):
    ours, theirs = value_of(expression)
    if ours is not None:
        assert theirs == Literal(ours), expression


@settings(max_examples=100, deadline=None)
@given(TEXTUAL)
def test_texts_are_those_of_a_store(expression):
    ours, theirs = value_of(expression)
    if ours is not None:
        assert theirs is not None
        assert theirs.value == ours


@pytest.mark.parametrize(
    ("expression", "value"),
    [
        ("1 + 2 * 3", 7),
        ("0.1 + 0.2 = 0.3", True),
        ("1 / 3 * 3 = 1", None),
        ("100 * 29 / 135 > 21.4", True),
        ("1 / 0 = 1", None),
        ("FLOOR(0.1 * 3 * 10)", 3),
        ("FLOOR(10.5)", 10),
        ("CEIL(10.5)", 11),
        ("FLOOR(21 / 2)", 10),
        ("FLOOR(10 / 3 * 3)", None),
        ("100 * 3 / 4 = 75", True),
        ("3 / 4 * 100 = 75", None),
        ('- STRLEN("甲乙")', -2),
        ('SUBSTR("2024年", 1, 4)', "2024"),
        ('"甲" < 3', None),
        ('STRDT("2024-02-28", <http://www.w3.org/2001/XMLSchema#date>)', ("2024-02-28",)),
        ('STRDT("2024-02-30", <http://www.w3.org/2001/XMLSchema#date>)', None),
        ("<urn:a> = <urn:a>", True),
        ("<urn:a> < <urn:b>", None),
        ("<urn:a>", values.Node("urn:a")),
        ('UCASE("a") = "A"', None),
        ('1 = 1 || UCASE("a") = "A"', True),
        ('1 = 2 && UCASE("a") = "A"', False),
        ('UCASE("a") = "A" && 1 = 2', None),
        ('"a"@en = "a"', None),
        ("STR(2023 + 1)", "2024"),
    ],
)
def test_what_is_told_for_certain(expression, value):
    assert value_of(expression)[0] == value


@pytest.mark.parametrize("sort", ["node", "term", "optional"])
def test_terms_that_are_not_plain_are_unknown(sort):
    def above(term):
        return reckoned("?b > 3", {"?b": sort}, v_b=term)

    for term in ('"x"^^<urn:t>', '"4"^^<http://www.w3.org/2001/XMLSchema#double>', '"4"@en', "_:b", None):
        assert above(term) is None
    assert above(f'"04"^^<{terms.XSD_INTEGER.value}>') is None
    assert above(f'"4"^^<{terms.XSD_INTEGER.value}>') is True
    assert above(f'"2.5"^^<{terms.XSD_DECIMAL.value}>') is False
    assert reckoned("?b > 3") is None


def test_a_decimal_is_no_integer_even_if_it_is_whole():
    whole = f'"2"^^<{terms.XSD_DECIMAL.value}>'
    assert reckoned("SUBSTR('abc', ?b)", {"?b": "term"}, v_b=whole) is None
    assert reckoned("SUBSTR('abc', ?b)", {"?b": "term"}, v_b=f'"2"^^<{terms.XSD_INTEGER.value}>') == "bc"
    assert reckoned("?b = 2", {"?b": "term"}, v_b=whole) is True
    assert reckoned("?b > 1", {"?b": "term"}, v_b=f'"1.5"^^<{terms.XSD_INTEGER.value}>') is None


def test_texts_are_read_without_their_escapes():
    assert reckoned("STR(?b)", {"?b": "term"}, v_b=r'"\u7532\\n\"\n\U00020000"@zh') == '甲\\n"\n\U00020000'
    assert reckoned("STR(?b)", {"?b": "node"}, v_b="<urn:甲>") == "urn:甲"
    assert reckoned("STR(?b)", {"?b": "node"}, v_b="_:b") is None


def test_terms_of_two_kinds_are_not_compared():
    number = f'"4"^^<{terms.XSD_INTEGER.value}>'
    assert reckoned("?a = ?b", {"?a": "term", "?b": "term"}, v_a=number, v_b='"4"') is None
    assert reckoned("?a = ?b", {"?a": "node", "?b": "term"}, v_a="<urn:a>", v_b='"urn:a"') is False
    assert reckoned("?a < ?b", {"?a": "node", "?b": "node"}, v_a="<urn:a>", v_b="<urn:b>") is None
    assert reckoned("?a IN ('4', '5')", {"?a": "term"}, v_a=number) is None
