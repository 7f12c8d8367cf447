"""What reasoners make of the ontology: HermiT finds it consistent, OWL 2 RL derives the standard terms."""

import shutil

import owlready2
import owlrl
import pytest
from rdflib import OWL, RDF, RDFS, SKOS, Graph, Literal, Namespace
from rdflib.namespace import ORG, PROV

from kg import resources

ROL = Namespace("https://w3id.org/rol-kg/ontology#")
OA = Namespace("http://www.w3.org/ns/oa#")
QB = Namespace("http://purl.org/linked-data/cube#")
SCHEMA = Namespace("https://schema.org/")
FOAF = Namespace("http://xmlns.com/foaf/0.1/")
ORGANISATION = Namespace(str(ORG))
XSD = Namespace("http://www.w3.org/2001/XMLSchema#")
EX = Namespace("https://example.org/")
FILES = ("rol.ttl", "indicators.ttl", "program-types.ttl", "bodies.ttl", "wordings.ttl")

needs_java = pytest.mark.skipif(shutil.which("java") is None, reason="HermiT needs Java")


def example():
    """Return a small graph with one node of each important kind."""
    graph = Graph()
    graph.add((EX.city, RDF.type, ROL.City))
    graph.add((EX.district, RDF.type, ROL.District))
    graph.add((EX.district, ROL.within, EX.city))
    graph.add((EX.city, ROL.within, EX.province))
    graph.add((EX.bureau, RDF.type, ROL.Bureau))
    graph.add((EX.bureau, ROL.area, EX.district))
    graph.add((EX.report, RDF.type, ROL.AnnualReport))
    graph.add((EX.metric, ROL.statedIn, EX.report))
    graph.add((EX.metric, ROL.evidence, EX.span))
    graph.add((EX.metric, ROL.value, Literal("12.5", datatype=XSD.decimal)))
    graph.add((EX.citation, ROL.relation, ROL.Issued))
    graph.add((EX.citation, ROL.document, EX.law))
    graph.add((EX.list, RDF.type, ROL.LeniencyList))
    graph.add((EX.list, ROL.program, EX.program))
    return graph


def ontology(*names):
    graph = Graph()
    for name in names:
        graph.parse(resources.folder("ontology") / name)
    return graph


@pytest.fixture
def hermit(tmp_path):
    """Return a function that tells whether HermiT finds a graph consistent with files of the ontology."""

    def consistent(graph, *names):
        path = tmp_path / "all.nt"
        path.write_text((graph + ontology(*names)).serialize(format="nt"), "utf-8")
        world = owlready2.World()
        loaded = world.get_ontology(path.as_uri()).load()
        try:
            with loaded:
                owlready2.sync_reasoner_hermit(world, debug=0, ignore_unsupported_datatypes=True)
        except owlready2.OwlReadyInconsistentOntologyError:
            return False
        return not list(world.inconsistent_classes())

    return consistent


@needs_java
def test_hermit_finds_the_ontology_consistent(hermit):
    assert hermit(example(), *FILES)


CONTRADICTIONS = {
    "two kinds of statement": [(EX.metric, RDF.type, ROL.Award)],
    "a body that is an area": [(EX.bureau, RDF.type, ROL.Area)],
    "a district that is a city": [(EX.district, RDF.type, ROL.City)],
    "two kinds of report": [(EX.report, RDF.type, ROL.WorkPlan)],
    "evidence that is a report": [(EX.metric, ROL.evidence, EX.report)],
    "two values": [(EX.metric, ROL.value, Literal("13", datatype=XSD.decimal))],
    "two relations": [(EX.citation, ROL.relation, ROL.Revised)],
    "its own repetition": [(EX.metric, ROL.repeats, EX.metric)],
    "a value that is no number": [(EX.other, ROL.value, Literal("many"))],
}


@needs_java
@pytest.mark.parametrize("triples", CONTRADICTIONS.values(), ids=CONTRADICTIONS)
def test_hermit_finds_contradictions(hermit, triples):
    graph = example()
    for triple in triples:
        graph.add(triple)
    assert not hermit(graph, "rol.ttl")


@pytest.fixture(scope="module")
def closure():
    graph = example() + ontology("rol.ttl")
    owlrl.DeductiveClosure(owlrl.OWLRL_Semantics).expand(graph)
    return graph


DERIVED = [
    (EX.bureau, RDF.type, ORGANISATION.Organization),
    (EX.bureau, RDF.type, ORGANISATION.FormalOrganization),
    (EX.bureau, RDF.type, SCHEMA.GovernmentOrganization),
    (EX.district, RDF.type, SCHEMA.AdministrativeArea),
    (EX.district, SCHEMA.containedInPlace, EX.city),
    (EX.district, ROL.inArea, EX.province),
    (EX.metric, RDF.type, ROL.Statement),
    (EX.metric, RDF.type, ROL.Metric),
    (EX.metric, RDF.type, QB.Observation),
    (EX.metric, RDF.type, PROV.Entity),
    (EX.metric, PROV.wasDerivedFrom, EX.report),
    (EX.span, RDF.type, OA.TextPositionSelector),
    (EX.span, RDF.type, OA.TextQuoteSelector),
    (EX.report, RDF.type, FOAF.Document),
    (EX.report, RDF.type, SCHEMA.Report),
    (EX.law, RDF.type, ROL.Document),
    (EX.list, RDF.type, ROL.Implementation),
    (EX.program, RDF.type, PROV.Plan),
    (ROL.Indicator, RDFS.subClassOf, SKOS.Concept),
]


@pytest.mark.parametrize("triple", DERIVED, ids=lambda triple: " ".join(n.rsplit("/", 1)[-1] for n in triple))
def test_owl_rl_derives_the_standard_terms(closure, triple):
    assert triple in closure


def test_owl_rl_finds_no_contradiction(closure):
    """The closure reports errors as triples, and would equate two values of a functional property."""
    assert not [s for s in closure.subjects() if "ErrorMessage" in str(s)]
    named = {EX.report, EX.metric, EX.span, EX.citation, EX.district, EX.city, ROL.Issued, ROL.Revised}
    equal = [(s, o) for s, o in closure.subject_objects(OWL.sameAs) if s != o and s in named]
    assert equal == []


def test_owl_rl_finds_a_contradiction():
    graph = example() + ontology("rol.ttl")
    graph.add((EX.metric, RDF.type, ROL.Award))
    owlrl.DeductiveClosure(owlrl.OWLRL_Semantics).expand(graph)
    assert any("ErrorMessage" in str(node) for node in graph.objects(None, RDF.type))
