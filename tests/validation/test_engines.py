"""The fast engine finds what pySHACL finds: on graphs bent at random, of every kind of statement.

One difference is known and not counted: a number that is not in its shortest form (``1.50``) is shown by the
fast engine as it stands, by pySHACL as rdflib writes it (``1.5``). What is found is the same.
"""

from __future__ import annotations

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from pyoxigraph import Literal, NamedNode, Triple

from kg import areas, terms
from kg.graph.describe import describe
from kg.validation.shapes import load_shapes
from kg.validation.validate import prepare, results
from tests.graph.examples import FACTS
from tests.validation.drafts import END, WORDS, draft, m, rate

SHAPES = load_shapes()
GRAPH = [
    *describe(FACTS, WORDS, areas.load(), "rol-kg test"),
    *draft(
        m("reconsideration-applications", "110"),
        m("reconsideration-accepted", "108"),
        m("reconsideration-closed", "120"),
        m("reconsideration-corrected", "9"),
        rate("reconsideration-correction-rate", "12"),
        m("mediation-cases", "90", label="调解纠纷"),
        END,
        m("mediation-cases", "92", label="调解纠纷"),
        m("correction-subjects", "33", "人"),
        m("correction-parolees", "34", "人", part_of=8),
    ),
]
STRANGE = (
    Literal("甲"), Literal("甲", language="zh"), Literal("1.5", datatype=terms.XSD_DECIMAL),
    Literal("x", datatype=terms.XSD_INTEGER), Literal("2024-13-01", datatype=terms.XSD_DATE),
    NamedNode("https://example.org/a"), terms.PLANNED, terms.METRIC,
)  # fmt: skip
PLACES = st.integers(0, len(GRAPH) - 1)
CHANGES = st.lists(
    st.one_of(
        st.tuples(st.just("drop"), PLACES, PLACES),
        st.tuples(st.just("value"), PLACES, PLACES),
        st.tuples(st.just("property"), PLACES, PLACES),
        st.tuples(st.just("strange"), PLACES, st.integers(0, len(STRANGE) - 1)),
    ),
    max_size=12,
)


def bent(changes):
    graph = list(GRAPH)
    for kind, place, other in changes:
        triple = graph[place]
        if kind == "value":
            graph.append(Triple(triple.subject, triple.predicate, GRAPH[other].object))
        elif kind == "property":
            graph.append(Triple(triple.subject, GRAPH[other].predicate, triple.object))
        elif kind == "strange":
            graph.append(Triple(triple.subject, triple.predicate, STRANGE[other]))
    dropped = {place for kind, place, _ in changes if kind == "drop"}
    return [triple for place, triple in enumerate(graph) if place not in dropped]


def found(graph, engine):
    return {result[:5] for result in results(prepare(graph, WORDS, SHAPES, engine), SHAPES)}


def test_a_mistyped_bound_is_told_as_that_by_both_engines():
    starts = [t for t in GRAPH if t.predicate == terms.OA_END]
    graph = [*GRAPH, Triple(starts[0].subject, terms.OA_END, Literal("x", datatype=terms.XSD_INTEGER))]
    assert found(graph, "fast") == found(graph, "reference")


@settings(max_examples=60, deadline=None, suppress_health_check=list(HealthCheck))
@given(CHANGES)
def test_engines_agree(changes):
    graph = bent(changes)
    assert found(graph, "fast") == found(graph, "reference")
