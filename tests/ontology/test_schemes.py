"""The files of concepts and wordings: readable, complete, without doubles and cycles."""

from collections import Counter
from graphlib import TopologicalSorter

import pyoxigraph
import pytest
from rdflib import RDF, SKOS, Graph, Namespace, URIRef

from kg import resources, vocabulary

ROL = Namespace("https://w3id.org/rol-kg/ontology#")
BASE = "https://w3id.org/rol-kg/"
FILES = ("rol.ttl", "indicators.ttl", "program-types.ttl", "bodies.ttl", "wordings.ttl")
# class: (folder of its IRIs, scheme)
SCHEMES = {
    "Indicator": ("indicator/", "indicators"),
    "IndicatorGroup": ("indicator-group/", "indicators"),
    "ProgramType": ("program-type/", "program-types"),
    "BodyType": ("body-type/", "body-types"),
}


@pytest.fixture(scope="module")
def graph():
    whole = Graph()
    for name in FILES:
        whole.parse(resources.folder("ontology") / name)
    return whole


def text(graph, subject, predicate, language=None):
    return [
        str(node) for node in graph.objects(subject, predicate) if getattr(node, "language", None) == language
    ]


@pytest.mark.parametrize("name", FILES)
def test_both_parsers_read_the_same(name):
    path = resources.folder("ontology") / name
    quads = {quad.triple for quad in pyoxigraph.parse(path=str(path), format=pyoxigraph.RdfFormat.TURTLE)}
    assert len(quads) == len(Graph().parse(path)) > 0


@pytest.mark.parametrize("kind", SCHEMES)
def test_concepts_are_complete(graph, kind):
    folder, scheme = SCHEMES[kind]
    concepts = list(graph.subjects(RDF.type, ROL[kind]))
    assert concepts
    for concept in concepts:
        notation = text(graph, concept, SKOS.notation)
        assert [str(concept)] == [BASE + folder + one for one in notation]
        assert (concept, RDF.type, SKOS.Concept) in graph
        assert graph.value(concept, SKOS.inScheme) == URIRef(BASE + scheme)
        assert len(text(graph, concept, SKOS.prefLabel, "zh")) == 1
        assert len(text(graph, concept, SKOS.prefLabel, "en")) == 1


@pytest.mark.parametrize("kind", SCHEMES)
def test_labels_name_one_concept(graph, kind):
    concepts = set(graph.subjects(RDF.type, ROL[kind]))
    for language in ("zh", "en"):
        labels = Counter(text(graph, c, SKOS.prefLabel, language)[0] for c in concepts)
        assert not [label for label, count in labels.items() if count > 1]


def test_no_notation_names_two_fixed_values_of_a_kind(graph):
    for kind in ("Status", "Relation", "Comparator", "Level", "ReportPart"):
        notations = [text(graph, s, SKOS.notation)[0] for s in graph.subjects(RDF.type, ROL[kind])]
        assert len(notations) == len(set(notations)) > 1


def test_broader_concepts_exist_and_form_no_cycle(graph):
    above = {}
    for narrower, broader in graph.subject_objects(SKOS.broader):
        assert (broader, RDF.type, SKOS.Concept) in graph, broader
        above.setdefault(narrower, set()).add(broader)
    assert above
    TopologicalSorter(above).prepare()  # raises CycleError


def test_every_indicator_is_in_one_group(graph):
    for indicator in graph.subjects(RDF.type, ROL.Indicator):
        groups = [
            b for b in graph.objects(indicator, SKOS.broader) if (b, RDF.type, ROL.IndicatorGroup) in graph
        ]
        assert len(groups) == 1, indicator


def test_an_ending_belongs_to_one_kind_of_body(graph):
    owners = Counter(str(ending) for _, ending in graph.subject_objects(ROL.ending))
    assert owners["司法局"] == 1
    assert not [ending for ending, count in owners.items() if count > 1]


def test_what_an_exclusion_rules_out_ends_in_an_ending(graph):
    """An exclusion that holds no ending of any kind would never rule anything out."""
    endings = {str(ending) for _, ending in graph.subject_objects(ROL.ending)}
    for kind in graph.subjects(RDF.type, ROL.BodyType):
        for word in text(graph, kind, ROL.exclude):
            assert any(ending in word for ending in endings - {word}), word
            assert word not in endings, word


def test_parts_belong_to_kinds_that_exist(graph):
    kinds = set(graph.subjects(RDF.type, ROL.BodyType))
    parts = set(graph.objects(None, ROL.partOfType))
    assert parts
    assert parts <= kinds


def test_departments_are_bureaus_and_firms_are_not():
    kinds = vocabulary.load().body_types
    assert kinds["judicial-bureau"].bureau
    assert kinds["judicial-bureau"].endings[0] == "司法局"
    assert kinds["judicial-bureau"].one_per_area
    assert not kinds["law-firm"].bureau
    assert kinds["judicial-station"].part_of == "judicial-bureau"
    assert [notation for notation, kind in kinds.items() if kind.bureau and not kind.endings] == []


def test_word_lists_have_a_notation_and_terms(graph):
    lists = list(graph.subjects(RDF.type, ROL.WordList))
    assert lists
    for one in lists:
        assert len(text(graph, one, SKOS.notation)) == 1, one
        assert text(graph, one, ROL["term"]), one
