"""The nodes at which a shape may find something: all at which it does, and as few others as can be told."""

from __future__ import annotations

import pytest
import shacl
from hypothesis import HealthCheck, given, settings
from pyoxigraph import RdfFormat, serialize
from rdflib import SH, Graph

from kg.validation.index import Index
from kg.validation.shapes import load_shapes
from kg.validation.suspects import Look, read_rules
from tests.validation.test_engines import CHANGES, bent

SHAPES = load_shapes()
RULES = read_rules(SHAPES.graph)
XSD = "http://www.w3.org/2001/XMLSchema#"
GRAPH = f"""<urn:a> <urn:kind> <urn:K> .
<urn:a> <urn:n> "3"^^<{XSD}integer> .
<urn:a> <urn:more> "5"^^<{XSD}integer> .
<urn:b> <urn:n> "5"^^<{XSD}integer> .
<urn:b> <urn:n> "6"^^<{XSD}integer> .
<urn:b> <urn:more> "5"^^<{XSD}integer> .
<urn:c> <urn:n> "x"^^<{XSD}integer> .
<urn:a> <urn:name> "\\u7532\\n"@zh .
<urn:b> <urn:name> "b" .
<urn:c> <urn:to> <urn:a> .
<urn:a> <http://www.w3.org/1999/02/22-rdf-syntax-ns#type> <urn:Narrow> .
<urn:Narrow> <http://www.w3.org/2000/01/rdf-schema#subClassOf> <urn:Wide> .
"""
HEAD = """@prefix sh: <http://www.w3.org/ns/shacl#> . @prefix : <urn:> .
@prefix xsd: <http://www.w3.org/2001/XMLSchema#> .
:shape a sh:PropertyShape ; sh:message "no" ; """


def suspects(shape, graph=GRAPH):
    (rule,) = read_rules(Graph().parse(data=f"{HEAD}{shape} .", format="turtle"))
    return "".join(sorted(node[5:-1] for node in sought(rule, Look(Index(graph.encode())))))


def sought(rule, look):
    return rule.suspects(look, look.targets(rule.targets))


@pytest.mark.parametrize(
    ("shape", "found"),
    [
        ("sh:targetSubjectsOf :n ; sh:path :n ; sh:maxCount 1", "b"),
        ("sh:targetSubjectsOf :n ; sh:path :n ; sh:maxCount 0", "abc"),
        ("sh:targetSubjectsOf :n ; sh:path :more ; sh:minCount 1", "c"),
        ("sh:targetSubjectsOf :n ; sh:path :n ; sh:minCount 2", "ac"),
        ("sh:targetSubjectsOf :n ; sh:path :n ; sh:minCount 3", "abc"),
        ("sh:targetSubjectsOf :n ; sh:path :n ; sh:datatype xsd:integer", "c"),
        ("sh:targetSubjectsOf :n ; sh:path :n ; sh:datatype xsd:byte", "abc"),
        ("sh:targetSubjectsOf :n ; sh:path :n ; sh:minInclusive 5", "ac"),
        ("sh:targetSubjectsOf :n ; sh:path :n ; sh:maxInclusive 5", "bc"),
        ("sh:targetSubjectsOf :n ; sh:path :n ; sh:lessThan :more", "b"),
        ("sh:targetSubjectsOf :n ; sh:path :n ; sh:equals :more", "abc"),
        ("sh:targetSubjectsOf :name ; sh:path :name ; sh:languageIn ( 'zh' )", "b"),
        ("sh:targetSubjectsOf :name ; sh:path :name ; sh:minLength 1", ""),
        ("sh:targetSubjectsOf :name ; sh:path :name ; sh:minLength 2", "b"),
        ("sh:targetSubjectsOf :name ; sh:path :name ; sh:pattern '^b'", "a"),
        ("sh:targetSubjectsOf :name ; sh:path :name ; sh:pattern '^B' ; sh:flags 'i'", "ab"),
        ("sh:targetSubjectsOf :to ; sh:path :to ; sh:class :Wide", ""),
        ("sh:targetSubjectsOf :to ; sh:path :to ; sh:class :Other", "c"),
        ("sh:targetSubjectsOf :to ; sh:path :to ; sh:or ( [ sh:class :Other ] [ sh:class :Narrow ] )", ""),
        ("sh:targetSubjectsOf :to ; sh:path :to ; sh:or ( [ sh:class :Other ] [ sh:minCount 1 ] )", "c"),
        ("sh:targetSubjectsOf :to ; sh:path :to ; sh:in ( :a :b )", ""),
        ("sh:targetSubjectsOf :to ; sh:path :to ; sh:in ( :b )", "c"),
        ("sh:targetSubjectsOf :kind ; sh:path :kind ; sh:hasValue :K", ""),
        ("sh:targetSubjectsOf :n ; sh:path :kind ; sh:hasValue :K", "bc"),
        ("sh:targetObjectsOf :to ; sh:path [ sh:inversePath :to ] ; sh:minCount 1", ""),
        ("sh:targetSubjectsOf :to ; sh:path [ sh:inversePath :to ] ; sh:minCount 1", "c"),
        ("sh:targetSubjectsOf :kind ; sh:path [ sh:alternativePath ( :n :more ) ] ; sh:maxCount 1", "a"),
        ("sh:targetSubjectsOf :to ; sh:path ( :to :n ) ; sh:minCount 1", "c"),
        ("sh:targetClass :Wide ; sh:path :to ; sh:minCount 1", "a"),
        ("sh:targetNode :d ; sh:path :to ; sh:minCount 1", "d"),
        ("sh:targetSubjectsOf :none ; sh:path :to ; sh:minCount 1", ""),
    ],
)  # fmt: skip
def test_suspects(shape, found):
    assert suspects(shape) == found


def test_all_of_the_projects_core_constraints_are_known():
    assert [rule.shape for rule in RULES if rule.constraints is None] == []


WHOLE = Graph()
for triple in SHAPES.graph:
    if triple[1] != SH.sparql:
        WHOLE.add(triple)
WHOLE_SHAPES = shacl.Shapes.from_text(WHOLE.serialize(format="nt"), "ntriples")


@settings(max_examples=60, deadline=None, suppress_health_check=list(HealthCheck))
@given(CHANGES)
def test_whatever_an_engine_finds_was_suspected(changes):
    text = serialize(list(dict.fromkeys(bent(changes))), format=RdfFormat.N_TRIPLES).decode()
    look = Look(Index(text.encode()))
    suspected = {rule.shape: sought(rule, look) for rule in RULES}
    for result in WHOLE_SHAPES.validate_text(text, "ntriples").results:
        if result.focus_node.startswith("<"):
            assert result.focus_node in suspected[result.source_shape[1:-1]], result.source_shape
