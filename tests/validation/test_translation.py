"""A query as a function finds what a store finds, or says that it cannot tell."""

from __future__ import annotations

import pytest
from hypothesis import HealthCheck, given, settings
from pyoxigraph import NamedNode, Quad, RdfFormat, Store, Variable, serialize

from benchmarks import reports
from kg import api
from kg.validation.algebra import parsed, uses_of
from kg.validation.findings import row_of, selected
from kg.validation.index import Index
from kg.validation.shapes import load_shapes
from kg.validation.translation import translated
from kg.validation.values import ERRORS
from tests.validation.drafts import draft, m
from tests.validation.test_engines import CHANGES, bent

QUERIES = [check for check in load_shapes(elsewhere=True).checks.values() if check.select is not None]
PARSED = {
    check.name: parsed(
        check.select, check.targets[0].value if check.targets[0].kind == "targetNode" else None
    )
    for check in QUERIES
}
NAMES = {check.name: selected(check.select) for check in QUERIES}
FUNCTIONS = {name: translated(query, NAMES[name]) for name, query in PARSED.items()}
PREFIX = "PREFIX : <urn:> PREFIX xsd: <http://www.w3.org/2001/XMLSchema#> "
GRAPH = """<urn:r> <urn:kind> <urn:Report> .
<urn:a> <urn:in> <urn:r> .
<urn:a> <urn:n> "3"^^<http://www.w3.org/2001/XMLSchema#integer> .
<urn:a> <urn:unit> "t" .
<urn:a> <urn:name> "\\u7532\\n\\u4E59"@zh .
<urn:b> <urn:in> <urn:r> .
<urn:b> <urn:n> "5"^^<http://www.w3.org/2001/XMLSchema#integer> .
<urn:b> <urn:part> <urn:a> .
<urn:b> <urn:day> "2024-03-01"^^<http://www.w3.org/2001/XMLSchema#date> .
<urn:c> <urn:in> <urn:q> .
<urn:c> <urn:n> "9"^^<http://www.w3.org/2001/XMLSchema#integer> .
<urn:a> <http://www.w3.org/1999/02/22-rdf-syntax-ns#type> <urn:K> .
<urn:b> <http://www.w3.org/1999/02/22-rdf-syntax-ns#type> <urn:L> .
"""


def said(where, graph=GRAPH, select="$this"):
    """Return what the function of a query says of <urn:r>: None if it cannot tell."""
    finds = translated(parsed(f"{PREFIX}SELECT {select} WHERE {{ {where} }}"), ["this"])
    try:
        return bool(list(finds(Index(graph.encode()), "<urn:r>")))
    except ERRORS:
        return None


def found(where, graph=GRAPH, select="$this"):
    """Tell whether a store finds something."""
    store = Store()
    store.load(graph.encode(), RdfFormat.N_TRIPLES)
    query = f"{PREFIX}SELECT {select} WHERE {{ {where} }}"
    return any(True for _ in store.query(query, substitutions={Variable("this"): NamedNode("urn:r")}))


CERTAIN = [
    ("?a :in $this", True),
    ("?a :in $this ; :unit ?u", True),
    ('?a :in $this ; :unit "kg"', False),
    ("?a :in $this ; :n ?n FILTER(?n > 4)", True),
    ("?a :in $this ; :n ?n FILTER(?n > 5)", False),
    ("?a :in $this ; :n|:unit ?u FILTER(STR(?u) = 't')", True),
    ("?a :in $this ; :n ?n BIND(?n + 1 AS ?m) FILTER(?m > 6)", False),
    ("?a :in $this ; :n ?n FILTER NOT EXISTS { ?a :part ?b } FILTER(?n > 3)", False),
    ("?a :in $this ; :n ?n FILTER NOT EXISTS { ?b :in $this ; :n ?k FILTER(?k > ?n) } FILTER(?n < 5)", False),
    ("?a :in $this FILTER NOT EXISTS { ?a :n ?n FILTER(?n > 2) }", False),
    ("?a :in $this FILTER EXISTS { ?a :part ?b . ?b :unit 't' }", True),
    ("?a :in $this FILTER EXISTS { ?a :whole ?b }", False),
    ("?a :in $this FILTER(!(EXISTS { ?a :part ?b } || EXISTS { ?a :unit ?u }))", False),
    ("?a :in $this ; :part/:n ?n FILTER(?n < 4)", True),
    ("?a :in $this ; :part/:n ?n FILTER(?n < 3)", False),
    ("?a :in $this ; ^:part ?b", True),
    ("?a ^:in $this", False),
    ("?a :in $this ; :n ?n . ?b :in $this ; :n ?k FILTER(?n > ?k + 1)", True),
    ("?a :in $this ; :n ?n . ?b :in $this ; :n ?k FILTER(?n > ?k + 2)", False),
    ("?a :in $this ; a ?kind FILTER(?kind IN (:K, :M))", True),
    ("?a :in $this ; a :K ; :part ?b", False),
    ("?a a ?kind FILTER(?kind = :M)", False),
    ("?a ?p $this FILTER(?a = :c)", None),
    ("?a :in $this OPTIONAL { ?a :part ?b } FILTER(BOUND(?b) && ?b = ?a)", False),
    ("?a :in $this OPTIONAL { ?a :part ?b } FILTER(!BOUND(?b))", True),
    ("?a :in $this OPTIONAL { ?a :n ?n FILTER(?n > 4) } FILTER(COALESCE(?n, 0) > 5)", False),
    ("?a :in $this ; :part/:unit 't' OPTIONAL { ?b :part/:n ?n } FILTER(!BOUND(?b))", False),
    ("?a :in $this { ?a :whole ?b } UNION { ?a :part ?b } FILTER(?b = :b)", False),
    ("?a :in $this { ?a :whole ?b } UNION { ?a :part ?b } FILTER(?b = :a)", True),
    ("?a :part* ?b . ?b :in $this FILTER(?a != ?b)", None),
    ("?a :in $this ; :part* ?b FILTER(?a != ?b)", True),
    ("?a :in $this ; :part* ?b FILTER NOT EXISTS { ?b :n ?n }", False),
    ("?a :in $this ; :day ?d FILTER(?d > '2024-02-28'^^xsd:date && ?d < '2024-03-01'^^xsd:date)", False),
    ("?a :in $this ; :name ?n FILTER(STRENDS(STR(?n), '乙') && STRLEN(STR(?n)) = 3)", True),
    ("?a :in $this ; :name ?n FILTER(REGEX(?n, '甲'))", None),
    ("?a :in $this ; :unit ?n FILTER(REGEX(?n, '[s-u]$'))", True),
    ("?a :in $this ; :unit ?n FILTER(REPLACE(?n, '^(.).*$', '$1') != 't')", False),
    ("?a :in $this ; :n ?n MINUS { ?a :whole ?b }", None),
    ("?a :in $this ; :n ?n FILTER(UCASE(STR(?a)) = '' && ?n > 8)", None),
    ("?a :in $this ; :n ?n FILTER(?n > 8 && UCASE(STR(?n)) = '')", False),
    ("{ SELECT $this (COUNT(?x) AS ?y) WHERE { ?x :in $this } GROUP BY $this } FILTER(?y = 2)", True),
    ("{ SELECT $this (COUNT(?x) AS ?y) WHERE { ?x :in $this } GROUP BY $this } FILTER(?y > 2)", False),
    ("{ SELECT $this (SUM(?n) AS ?y) WHERE { ?x :in $this ; :n ?n } GROUP BY $this } FILTER(?y != 8)", False),
    ("{ SELECT $this ?x WHERE { ?x :in $this ; :n ?n } GROUP BY $this ?x HAVING(COUNT(?n) > 1) }", False),
    ("{ SELECT (COUNT(?x) AS ?y) WHERE { ?x :whole ?z } }", None),
]  # fmt: skip


@pytest.mark.parametrize(("where", "expected"), CERTAIN)
def test_what_a_query_finds(where, expected):
    query = translated(parsed(f"{PREFIX}SELECT $this WHERE {{ {where} }}"), ["this"])
    assert (said(where) if query else None) is expected
    if expected is not None:
        assert found(where) is expected


@pytest.mark.parametrize(
    ("line", "where"),
    [
        ('<urn:a> <urn:n> "7"^^<http://www.w3.org/2001/XMLSchema#integer> .', "?a :in $this ; :n ?n FILTER(?n > 6)"),
        (
            '<urn:a> <urn:n> "07"^^<http://www.w3.org/2001/XMLSchema#integer> .',
            "?a :in $this ; :n ?n FILTER(STR(?n) = '7')",
        ),
        (
            '<urn:b> <urn:m> "3.0"^^<http://www.w3.org/2001/XMLSchema#decimal> .\n'
            '<urn:a> <urn:m> "3.00"^^<http://www.w3.org/2001/XMLSchema#decimal> .',
            "?a :m ?m . ?b :m ?m FILTER(?a != ?b)",
        ),
        ('_:x <urn:in> <urn:r> .', "?a :in $this FILTER(isBlank(?a))"),
        ('<urn:a> <urn:unit> <urn:t> .', "?a :in $this ; :unit ?u FILTER(?u != 't')"),
        ('<urn:a> <urn:in> <urn:r> .', "?a :in $this ; :n ?n FILTER(?n > 4)"),
    ],
)  # fmt: skip
def test_what_is_not_plain_is_not_ruled_out(line, where):
    graph = f"{GRAPH}{line}\n"
    assert found(where, graph)
    assert said(where, graph) is not False


def test_a_line_that_stands_twice_counts_once():
    where = "{ SELECT $this (COUNT(?x) AS ?y) WHERE { ?x :in $this } GROUP BY $this } FILTER(?y = 3)"
    assert said(where, GRAPH + GRAPH) is False
    assert found(where, GRAPH + GRAPH) is False


def test_all_queries_of_the_project_are_known():
    assert [name for name, finds in FUNCTIONS.items() if finds is None] == []


def rows(store, check, node):
    solutions = store.query(check.select, substitutions={Variable("this"): NamedNode(node[1:-1])})
    return in_order(row_of(solution, NAMES[check.name]) for solution in solutions)


def certain(check, index, node):
    """Return the rows of a query where they are certain."""
    try:
        found = [
            dict(zip(NAMES[check.name], texts, strict=True)) for texts in FUNCTIONS[check.name](index, node)
        ]
    except ERRORS:
        return None
    return in_order({name: text for name, text in row.items() if text is not None} for row in found)


def in_order(found):
    return sorted(map(str, map(sorted, (row.items() for row in found))))


def agree(graph):
    """Compare all queries on the graph with their functions; where these cannot tell, with what they look at."""
    store, part = Store(), Store()
    store.extend(Quad(*triple) for triple in graph)
    text = serialize(list(dict.fromkeys(graph)), format=RdfFormat.N_TRIPLES).decode()
    index, told, unsure = Index(text.encode()), 0, []
    for check in QUERIES:
        kind, value = check.targets[0].kind, f"<{check.targets[0].value}>"
        nodes = {"targetNode": {value}, "targetClass": index.instances(value)}.get(
            kind, index.columns[value].subjects
        )
        for node in nodes:
            found = certain(check, index, node)
            if found is None:
                unsure.append((check, node))
            else:
                told += len(found)
                assert found == rows(store, check, node), check.name
    seen = {use for check, _ in unsure for use in uses_of(PARSED[check.name])}
    lines = [line for line in text.splitlines() if is_use(line, seen)]
    part.load("".join(f"{line}\n" for line in lines).encode(), RdfFormat.N_TRIPLES)
    for check, node in unsure:
        assert rows(part, check, node) == rows(store, check, node), check.name
    return told


def is_use(line, seen):
    _, predicate, value = line.removesuffix(" .").split(" ", 2)
    return {(predicate, ""), (predicate, value)} & seen


@settings(max_examples=30, deadline=None, suppress_health_check=list(HealthCheck))
@given(CHANGES)
def test_queries_find_the_same_in_what_they_can_see(changes):
    agree(bent(changes))


def test_comparisons_see_both_sides():
    graph = draft(
        m("mediation-cases", "10"),
        m("mediation-successes", "11"),
        m("notarial-matters", "5", label="办理"),
        m("foreign-notarial-matters", "6"),
    )
    assert agree(graph) == 2


def test_what_is_ruled_out_for_one_query_is_so_beside_what_others_see():
    graph = api.graph(api.extract(reports.report(1).encode(), name="made up, and often at odds with itself"))
    assert agree(graph) > 5
