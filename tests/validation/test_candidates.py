"""What a query can be about is found in a graph's lines, and no store is asked about anything else."""

from __future__ import annotations

import pytest
from hypothesis import HealthCheck, given, settings
from pyoxigraph import NamedNode, Quad, RdfFormat, Store, Variable, serialize

from benchmarks import reports
from kg import api
from kg.validation.candidates import Seeker
from kg.validation.demands import THIS, demand
from kg.validation.index import Index
from kg.validation.shapes import load_shapes
from tests.validation.drafts import draft, m
from tests.validation.test_engines import CHANGES, bent

SHAPES = load_shapes()
QUERIES = [check for check in SHAPES.checks.values() if check.select is not None]
DEMANDS = {
    check.name: demand(
        check.select, check.targets[0].value if check.targets[0].kind == "targetNode" else None
    )
    for check in QUERIES
}
PREFIX = "PREFIX : <urn:> "
GRAPH = """<urn:r> <urn:kind> <urn:Report> .
<urn:a> <urn:in> <urn:r> .
<urn:a> <urn:n> "3"^^<http://www.w3.org/2001/XMLSchema#integer> .
<urn:a> <urn:unit> "t" .
<urn:b> <urn:in> <urn:r> .
<urn:b> <urn:n> "5"^^<http://www.w3.org/2001/XMLSchema#integer> .
<urn:b> <urn:part> <urn:a> .
<urn:c> <urn:in> <urn:q> .
<urn:c> <urn:n> "9"^^<http://www.w3.org/2001/XMLSchema#integer> .
"""


def sought(where, graph=GRAPH):
    """Return the candidates for ?a of a query about <urn:r>."""
    found = Seeker(Index(graph)).seek(
        demand(f"{PREFIX}SELECT $this ?a WHERE {{ {where} }}"), {THIS: {"<urn:r>"}}
    )
    return None if found is None else {node[5:-1] for node in found["?a"]}


@pytest.mark.parametrize(
    ("where", "found"),
    [
        ("?a :in $this", {"a", "b"}),
        ("?a :in $this ; :unit ?u", {"a"}),
        ('?a :in $this ; :unit "t"', {"a"}),
        ('?a :in $this ; :unit "kg"', None),
        ("?a :in $this ; :n ?n FILTER(?n > 3)", {"b"}),
        ("?a :in $this ; :n ?n FILTER(?n > 5)", None),
        ("?a :in $this ; :n|:unit ?n FILTER(?n > 3)", {"b", "a"}),
        ("?a :in $this ; :n ?n BIND(?n + 1 AS ?m) FILTER(?m > 5)", {"b"}),
        ("?a :in $this FILTER NOT EXISTS { ?a :unit ?u }", {"b"}),
        ("?a :in $this FILTER NOT EXISTS { ?a :n ?n FILTER(?n > 3) }", {"a"}),
        ("?a :in $this ; :n ?n FILTER NOT EXISTS { ?a :part ?n }", {"a", "b"}),
        ("?a :in $this FILTER EXISTS { ?a :part ?b }", {"b"}),
        ("?a :in $this FILTER EXISTS { ?a :whole ?b }", None),
        ("?a :in $this ; :part/:n ?n FILTER(?n < 4)", {"b"}),
        ("?a :in $this ; :part/:n ?n FILTER(?n < 3)", None),
        ("?a :in $this ; :n ?n . ?b :in $this ; :n ?k FILTER(?n > ?k)", {"a", "b"}),
        ("?a :in $this ; :n ?n . ?b :in $this ; :n ?k FILTER(?n > ?k + 2)", None),
        ("?a :in $this ; :n ?n . ?b :in $this ; :n ?n ; :unit ?u FILTER(?a != ?b)", None),
        ("?a :in $this OPTIONAL { ?a :whole ?b }", {"a", "b"}),
        ("?a :in $this { ?a :whole ?b } UNION { ?a :part ?b }", {"a", "b"}),
        ("?a :in $this FILTER(UCASE(STR(?a)) = '')", {"a", "b"}),
        ("?a :in $this { SELECT ?x WHERE { ?x :whole ?y } GROUP BY ?x }", None),
        ("?a :in $this { SELECT (COUNT(?x) AS ?y) WHERE { ?x :whole ?z } }", {"a", "b"}),
        ("?a :in $this ; :n ?n MINUS { ?a :whole ?b }", {"a", "b"}),
    ],
)  # fmt: skip
def test_candidates(where, found):
    assert sought(where) == found


def test_a_node_with_two_values_is_held_for_possible():
    two = GRAPH + '<urn:a> <urn:n> "7"^^<http://www.w3.org/2001/XMLSchema#integer> .\n'
    assert sought("?a :in $this ; :n ?n FILTER(?n > 6)", two) == {"a"}
    assert sought("?a :in $this ; :n ?n ; :unit ?u FILTER(?n > 6 && ?u = 't')", two) == {"a"}


def test_only_what_a_query_can_see_is_handed_on():
    query = demand(
        f"{PREFIX}SELECT $this ?a WHERE {{ ?a :in $this ; :unit ?u FILTER NOT EXISTS {{ ?a :part ?b }} }}"
    )
    seeker, known = Seeker(Index(GRAPH)), {THIS: {"<urn:r>"}}
    lines = set(seeker.around(query, known))
    assert lines == {("<urn:a>", "<urn:in>", "<urn:r>"), ("<urn:a>", "<urn:unit>", '"t"')}


def rows(store, select, node):
    solutions = store.query(select, substitutions={Variable("this"): node})
    return sorted(str([solution[v] for v in solutions.variables]) for solution in solutions)


def agree(graph):
    """Compare all queries on the graph with those that are run, on what these can see of it together."""
    store, part = Store(), Store()
    store.extend(Quad(*triple) for triple in graph)
    index = Index(serialize(list(dict.fromkeys(graph)), format=RdfFormat.N_TRIPLES).decode())
    seeker, run, asked = Seeker(index), set(), []
    for check in QUERIES:
        kind, value = check.targets[0].kind, f"<{check.targets[0].value}>"
        nodes = {"targetNode": {value}, "targetClass": index.instances(value)}.get(
            kind, set(index.one_value(value))
        )
        for node in nodes:
            known = {THIS: {node}}
            asked.append((check, node))
            if seeker.seek(DEMANDS[check.name], known) is not None:
                run.add((check.name, node))
                lines = "".join(f"{s} {p} {o} .\n" for s, p, o in seeker.around(DEMANDS[check.name], known))
                part.load(lines.encode(), RdfFormat.N_TRIPLES)
    for check, node in asked:
        term = NamedNode(node[1:-1])
        found = rows(part, check.select, term) if (check.name, node) in run else []
        assert found == rows(store, check.select, term), check.name


@settings(max_examples=30, deadline=None, suppress_health_check=list(HealthCheck))
@given(CHANGES)
def test_queries_find_the_same_in_what_they_can_see(changes):
    agree(bent(changes))


def test_comparisons_see_both_sides():
    agree(
        draft(
            m("mediation-cases", "10"),
            m("mediation-successes", "11"),
            m("notarial-matters", "5", label="办理"),
            m("foreign-notarial-matters", "6"),
        )
    )


def test_what_is_ruled_out_for_one_query_is_so_beside_what_others_see():
    agree(api.graph(api.extract(reports.report(1).encode(), name="made up, and often at odds with itself")))
