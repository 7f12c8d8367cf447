"""Every term of the contract, with its kind, domain, range and notation, as a table written by hand."""

import pytest
from rdflib import OWL, RDF, RDFS, SKOS, Graph, Namespace, URIRef
from rdflib.namespace import DCTERMS, VANN

from kg import resources, terms

ROL = Namespace("https://w3id.org/rol-kg/ontology#")
SCHEMA = Namespace("https://schema.org/")
ONTOLOGY = URIRef("https://w3id.org/rol-kg/ontology")

# class: the wider classes of the project
CLASSES = {
    "Area": (),
    "Country": ("Area",),
    "Province": ("Area",),
    "City": ("Area",),
    "District": ("Area",),
    "Township": ("Area",),
    "Body": (),
    "Bureau": ("Body",),
    "Document": (),
    "Report": ("Document",),
    "AnnualReport": ("Report",),
    "WorkSummary": ("Report",),
    "WorkPlan": ("Report",),
    "Program": (),
    "Honouree": (),
    "ProgramType": (),
    "Indicator": (),
    "IndicatorGroup": (),
    "BodyType": (),
    "Period": (),
    "CalendarYear": ("Period",),
    "Evidence": (),
    "Statement": (),
    "Metric": ("Statement",),
    "Award": ("Statement",),
    "Citation": ("Statement",),
    "Implementation": ("Statement",),
    "LeniencyList": ("Implementation",),
    "Shortcoming": ("Statement",),
}

# property: (classes it is said of, classes or datatype of its values, at most one)
OBJECT_PROPERTIES = {
    "statedIn": ("Statement", "Report", True),
    "foundIn": ("", "Report", True),
    "evidence": ("Statement", "Evidence", True),
    "area": ("Statement Report Body Program Honouree", "Area", True),
    "township": ("Statement Report", "Township", True),
    "period": ("Statement Report", "Period", True),
    "inPart": ("Statement", "ReportPart", True),
    "repeats": ("Statement", "Statement", True),
    "level": ("Report Award", "Level", True),
    "hasSection": ("Report", "ReportPart", False),
    "indicator": ("Metric", "Indicator", True),
    "comparator": ("Metric", "Comparator", True),
    "breakdownOf": ("Metric", "Metric", False),
    "recipient": ("Award", "Body Area Program Honouree", False),
    "conferredBy": ("Award", "Body", True),
    "status": ("Award Citation Implementation", "Status", True),
    "document": ("Citation", "Document", True),
    "relation": ("Citation", "Relation", True),
    "program": ("Implementation", "Program", True),
    "programType": ("Implementation", "ProgramType", False),
    "runBy": ("Implementation", "Body", False),
    "responsible": ("Implementation", "Body", False),
    "concerns": ("Shortcoming", "ProgramType IndicatorGroup", False),
    "within": ("Area", "Area", True),
    "inArea": ("Area", "Area", False),
    "replacedBy": ("Area", "Area", False),
    "bodyType": ("Body", "BodyType", False),
    "partOf": ("Body", "Body", False),
    "inType": ("ProgramType Indicator", "ProgramType Indicator IndicatorGroup", False),
}
DATA_PROPERTIES = {
    "value": ("Metric", "decimal", True),
    "change": ("Metric", "decimal", True),
    "target": ("Metric", "decimal", True),
    "targetChange": ("Metric", "decimal", True),
    "upperValue": ("Metric", "decimal", True),
    "unit": ("Metric Indicator", "string", False),
    "standardUnit": ("Indicator", "string", False),
    "coversYear": ("Report", "integer", True),
    "documentNumber": ("Report", "string", True),
    "statementCount": ("Report", "integer", True),
    "extractedWith": ("Report", "string", True),
    "itemCount": ("Implementation", "integer", True),
    "edition": ("Implementation", "string", True),
    "code": ("Area", "string", True),
    "fullName": ("Area", "string", True),
    "validFrom": ("Area", "", True),
    "validUntil": ("Area", "", True),
    "start": ("Period", "", True),
    "end": ("Period", "", True),
    "year": ("Period", "integer", True),
}
ANNOTATIONS = (
    "trigger",
    "context",
    "exclude",
    "ending",
    "bureau",
    "onePerArea",
    "partOfType",
    "shareRate",
    "settledAs",
    "term",
)

# individual: (class, notation)
INDIVIDUALS = {
    "Realised": ("Status", "realised"),
    "Planned": ("Status", "planned"),
    "Issued": ("Relation", "issued"),
    "Revised": ("Relation", "revised"),
    "Approved": ("Relation", "approved"),
    "Implemented": ("Relation", "implemented"),
    "Studied": ("Relation", "studied"),
    "Cited": ("Relation", "cited"),
    "GreaterThan": ("Comparator", "gt"),
    "AtLeast": ("Comparator", "ge"),
    "LessThan": ("Comparator", "lt"),
    "AtMost": ("Comparator", "le"),
    "Approximately": ("Comparator", "approx"),
    "NationalLevel": ("Level", "national"),
    "ProvincialLevel": ("Level", "provincial"),
    "MunicipalLevel": ("Level", "municipal"),
    "CountyLevel": ("Level", "county"),
    "TownshipLevel": ("Level", "township"),
    "AchievementsPart": ("ReportPart", "achievements"),
    "ShortcomingsPart": ("ReportPart", "shortcomings"),
    "LeaderDutyPart": ("ReportPart", "leader-duty"),
    "NextPlanPart": ("ReportPart", "next-plan"),
}
VALUE_CLASSES = ("ReportPart", "Comparator", "Status", "Relation", "Level", "WordList")
XSD = "http://www.w3.org/2001/XMLSchema#"


@pytest.fixture(scope="module")
def ontology():
    return Graph().parse(resources.folder("ontology") / "rol.ttl")


def names(nodes):
    return {str(node).removeprefix(str(ROL)) for node in nodes if str(node).startswith(str(ROL))}


def classes_of(graph, name, standard, schema):
    """Return the classes that a property is said of, or whose instances are its values."""
    found = names(graph.objects(ROL[name], standard)), names(graph.objects(ROL[name], schema))
    assert not (found[0] and found[1])
    assert len(found[0]) < 2, "several domains or ranges mean their intersection"
    return found[0] or found[1]


@pytest.mark.parametrize(("name", "wider"), CLASSES.items())
def test_class(ontology, name, wider):
    assert (ROL[name], RDF.type, OWL.Class) in ontology
    assert names(ontology.objects(ROL[name], RDFS.subClassOf)) == set(wider)


@pytest.mark.parametrize(("name", "row"), OBJECT_PROPERTIES.items())
def test_object_property(ontology, name, row):
    domain, values, at_most_one = row
    assert (ROL[name], RDF.type, OWL.ObjectProperty) in ontology
    assert classes_of(ontology, name, RDFS.domain, SCHEMA.domainIncludes) == set(domain.split())
    assert classes_of(ontology, name, RDFS.range, SCHEMA.rangeIncludes) == set(values.split())
    assert ((ROL[name], RDF.type, OWL.FunctionalProperty) in ontology) == at_most_one


@pytest.mark.parametrize(("name", "row"), DATA_PROPERTIES.items())
def test_data_property(ontology, name, row):
    domain, datatype, at_most_one = row
    assert (ROL[name], RDF.type, OWL.DatatypeProperty) in ontology
    assert classes_of(ontology, name, RDFS.domain, SCHEMA.domainIncludes) == set(domain.split())
    expected = {URIRef(XSD + datatype)} if datatype else set()
    assert set(ontology.objects(ROL[name], RDFS.range)) == expected
    assert ((ROL[name], RDF.type, OWL.FunctionalProperty) in ontology) == at_most_one


@pytest.mark.parametrize("name", ANNOTATIONS)
def test_annotation_property(ontology, name):
    assert (ROL[name], RDF.type, OWL.AnnotationProperty) in ontology


@pytest.mark.parametrize(("name", "row"), INDIVIDUALS.items())
def test_individual(ontology, name, row):
    kind, notation = row
    assert (ROL[name], RDF.type, ROL[kind]) in ontology
    assert [str(node) for node in ontology.objects(ROL[name], SKOS.notation)] == [notation]


def test_there_is_no_term_beside_the_tables(ontology):
    tables = (CLASSES, VALUE_CLASSES, OBJECT_PROPERTIES, DATA_PROPERTIES, ANNOTATIONS, INDIVIDUALS)
    assert names(ontology.subjects()) == {name for table in tables for name in table}


def test_every_term_has_one_label_and_definition_in_each_language(ontology):
    for name in names(ontology.subjects()):
        for predicate in (RDFS.label, SKOS.definition):
            values = list(ontology.objects(ROL[name], predicate))
            assert sorted(value.language for value in values) == ["en", "zh"], (name, predicate)
            assert all(value.strip() for value in values), name


def test_chinese_is_chinese_and_english_is_not(ontology):
    for predicate in (RDFS.label, SKOS.definition):
        for subject, value in ontology.subject_objects(predicate):
            has_han = any("\u4e00" <= character <= "\u9fff" for character in value)
            assert has_han == (value.language == "zh"), (subject, value)


def test_labels_of_a_kind_are_told_apart(ontology):
    """A result table shows labels: two values of one kind must not look the same."""
    for kind in VALUE_CLASSES:
        members = set(ontology.subjects(RDF.type, ROL[kind]))
        labels = [label for member in members for label in ontology.objects(member, RDFS.label)]
        assert len(labels) == len(set(labels)) == 2 * len(members)


def test_header(ontology):
    assert ontology.value(ONTOLOGY, OWL.versionIRI) == URIRef(f"{ONTOLOGY}/0.1.0")
    assert str(ontology.value(ONTOLOGY, OWL.versionInfo)) == "0.1.0"
    assert str(ontology.value(ONTOLOGY, VANN.preferredNamespacePrefix)) == "rol"
    assert str(ontology.value(ONTOLOGY, VANN.preferredNamespaceUri)) == str(ROL)
    for predicate in (DCTERMS.title, DCTERMS.description):
        assert sorted(node.language for node in ontology.objects(ONTOLOGY, predicate)) == ["en", "zh"]
    for predicate in (DCTERMS.creator, DCTERMS.created, DCTERMS.modified, DCTERMS.license):
        assert ontology.value(ONTOLOGY, predicate) is not None
    assert ontology.value(ONTOLOGY, OWL.imports) is None


def test_external_terms_are_declared(ontology):
    """OWL tools read a file only if they know the kind of every term it uses."""
    own = {URIRef(ROL[name]) for name in names(ontology.subjects())}
    used = {node for p in (RDFS.subClassOf, RDFS.subPropertyOf) for node in ontology.objects(None, p)} - own
    used |= {
        node for node in ontology.predicates() if not str(node).startswith((str(RDF), str(RDFS), str(OWL)))
    }
    assert not {node for node in used if ontology.value(node, RDF.type) is None}


def test_the_program_writes_only_terms_that_are_defined(ontology):
    written = {node.value for node in vars(terms).values() if isinstance(node, terms.NamedNode)}
    ours = {value.removeprefix(str(ROL)) for value in written if value.startswith(str(ROL))}
    assert ours
    assert ours <= names(ontology.subjects())
