"""Every line of the graph's contract, on one report by hand: IRIs, properties, datatypes."""

from __future__ import annotations

import hashlib

import pytest
from pyoxigraph import Literal, NamedNode, Triple

from kg import areas, terms, vocabulary
from kg.graph.describe import describe
from kg.graph.vocabulary_graph import vocabulary_triples
from tests.graph.examples import FACTS, REPORT_ID, SOURCE, TEXT, evidence

PREFIXES = {**terms.PREFIXES, "kg": terms.BASE}
XSD = terms.XSD
R = f"kg:report/{REPORT_ID}"


def sha(key: str) -> str:
    return hashlib.sha256(key.encode()).hexdigest()[:16]


def iri(name: str) -> NamedNode:
    prefix, _, rest = name.partition(":")
    return NamedNode(PREFIXES[prefix] + rest)


def node(kind: str, quote: str, occurrence: int = 0) -> str:
    found = evidence(quote, occurrence)
    return f"{R}/{kind}/{found.start}-{found.end}"


def span(quote: str, occurrence: int = 0) -> str:
    found = evidence(quote, occurrence)
    return f"{R}#char={found.start},{found.end}"


def zh(text: str) -> Literal:
    return Literal(text, language="zh")


def typed(text: str, datatype: str) -> Literal:
    return Literal(text, datatype=NamedNode(XSD + datatype))


def plain(text: str) -> Literal:
    return Literal(text)


BUREAU = "kg:body/" + sha("320402|常州市天宁区司法局")
GOVERNMENT = "kg:body/" + sha("320402|常州市天宁区人民政府")
MINISTRY = "kg:body/" + sha("100000|司法部")
OFFICE = "kg:body/" + sha("320402|常州市天宁区司法局普法科")
HUT = "kg:program/" + sha("320402|阳光小屋")
LIST_PROGRAM = "kg:program/" + sha("320402|首违不罚事项清单")
WANG = "kg:honouree/" + sha("320402|王某某")
PLAN = "kg:document/" + sha("天宁区2023年法治督察工作方案")
LAW = "kg:document/" + sha("行政处罚法")
ACCEPTED = node("metric", "108件")
CLOSED = node("metric", "96件")
RANGE = node("metric", "3至5个工作日")
AWARD = node("award", "全国普法先进单位")
SOUGHT = node("award", "全省法治乡镇")
SHARED = node("award", "表彰")
ISSUED = node("citation", "天宁区2023年法治督察工作方案")
CITED = node("citation", "中华人民共和国行政处罚法")
LIST = node("implementation", "“首违不罚”事项清单")
HUT_PLAN = node("implementation", "阳光小屋", 1)
TEAM = node("shortcoming", "基层执法力量薄弱")
PUBLICITY = node("shortcoming", "信息公开不及时")
AGAIN = node("metric", "96件", 1)
TOWN = node("metric", "20件")

TRIPLES = [
    # the report
    (R, "rdf:type", "rol:Report"),
    (R, "rdf:type", "rol:Document"),
    (R, "rdf:type", "rol:AnnualReport"),
    (R, "dcterms:title", plain("天宁区司法局2023年法治政府建设报告")),
    (R, "dcterms:publisher", BUREAU),
    (R, "dcterms:issued", typed("2024-03-08", "date")),
    (R, "rol:coversYear", typed("2023", "integer")),
    (R, "rol:period", "kg:period/2023"),
    (R, "rol:documentNumber", plain("常宁司〔2024〕3号")),
    (R, "rol:area", "kg:area/320402"),
    (R, "rol:level", "rol:CountyLevel"),
    (R, "rol:hasSection", "rol:AchievementsPart"),
    (R, "rol:hasSection", "rol:ShortcomingsPart"),
    (R, "rol:hasSection", "rol:NextPlanPart"),
    (R, "rol:statementCount", typed("20", "integer")),
    (R, "dcterms:source", plain(SOURCE)),
    (R, "rol:extractedWith", plain("rol-kg test")),
    (R, "schema:text", plain(TEXT)),
    # every statement
    (ACCEPTED, "rdf:type", "rol:Statement"),
    (ACCEPTED, "rdf:type", "rol:Metric"),
    (ACCEPTED, "rol:statedIn", R),
    (ACCEPTED, "rol:evidence", span("108件")),
    (ACCEPTED, "rdfs:label", zh("受理行政复议申请")),
    (ACCEPTED, "rol:area", "kg:area/320402"),
    (ACCEPTED, "rol:period", "kg:period/2023"),
    (ACCEPTED, "rol:inPart", "rol:AchievementsPart"),
    (TEAM, "rol:inPart", "rol:ShortcomingsPart"),
    (TOWN, "rol:inPart", "rol:NextPlanPart"),
    (TOWN, "rol:township", "kg:area/320402109"),
    (AGAIN, "rol:repeats", CLOSED),
    (span("108件"), "rdf:type", "rol:Evidence"),
    (span("108件"), "oa:start", typed(str(evidence("108件").start), "integer")),
    (span("108件"), "oa:end", typed(str(evidence("108件").end), "integer")),
    (span("108件"), "oa:exact", plain("108件")),
    # metrics
    (ACCEPTED, "rol:value", typed("108", "decimal")),
    (ACCEPTED, "rol:unit", plain("件")),
    (ACCEPTED, "rol:indicator", "kg:indicator/reconsideration-accepted"),
    (CLOSED, "rol:breakdownOf", ACCEPTED),
    (node("metric", "12.5%"), "rol:change", typed("12.5", "decimal")),
    (node("metric", "99%"), "rol:target", typed("99", "decimal")),
    (node("metric", "99%"), "rol:period", "kg:period/2024"),
    (node("metric", "5%左右"), "rol:targetChange", typed("-5", "decimal")),
    (node("metric", "5%左右"), "rol:comparator", "rol:Approximately"),
    (node("metric", "98%以上"), "rol:comparator", "rol:AtLeast"),
    (RANGE, "rol:value", typed("3", "decimal")),
    (RANGE, "rol:comparator", "rol:AtLeast"),
    (RANGE, "rol:upperValue", typed("5", "decimal")),
    # awards
    (AWARD, "rdf:type", "rol:Award"),
    (AWARD, "rdfs:label", zh("全国普法先进单位")),
    (AWARD, "rol:recipient", BUREAU),
    (AWARD, "rol:conferredBy", MINISTRY),
    (AWARD, "rol:level", "rol:NationalLevel"),
    (AWARD, "rol:status", "rol:Realised"),
    (SOUGHT, "rol:recipient", "kg:area/320402109"),
    (SOUGHT, "rol:level", "rol:ProvincialLevel"),
    (SOUGHT, "rol:status", "rol:Planned"),
    (SHARED, "rol:recipient", HUT),
    (SHARED, "rol:recipient", WANG),
    # citations
    (ISSUED, "rdf:type", "rol:Citation"),
    (ISSUED, "rol:document", PLAN),
    (ISSUED, "rol:relation", "rol:Issued"),
    (ISSUED, "rol:status", "rol:Realised"),
    (CITED, "rdfs:label", zh("中华人民共和国行政处罚法")),
    (CITED, "rol:document", LAW),
    (CITED, "rol:relation", "rol:Implemented"),
    (CITED, "rol:status", "rol:Planned"),
    # implementations
    (LIST, "rdf:type", "rol:Implementation"),
    (LIST, "rdf:type", "rol:LeniencyList"),
    (LIST, "rdfs:label", zh("首违不罚事项清单")),
    (LIST, "rol:program", LIST_PROGRAM),
    (LIST, "rol:programType", "kg:program-type/first-offence-leniency"),
    (LIST, "rol:status", "rol:Realised"),
    (LIST, "rol:itemCount", typed("146", "integer")),
    (LIST, "rol:edition", plain("第二版")),
    (LIST, "rol:runBy", BUREAU),
    (HUT_PLAN, "rol:program", HUT),
    (HUT_PLAN, "rol:programType", "kg:program-type/legal-aid"),
    (HUT_PLAN, "rol:programType", "kg:program-type/mediation"),
    (HUT_PLAN, "rol:status", "rol:Planned"),
    (HUT_PLAN, "rol:responsible", OFFICE),
    (HUT_PLAN, "rol:responsible", BUREAU),
    # shortcomings
    (TEAM, "rdf:type", "rol:Shortcoming"),
    (TEAM, "rdfs:label", zh("基层执法力量薄弱")),
    (TEAM, "rol:concerns", "kg:program-type/team-building"),
    (PUBLICITY, "rol:concerns", "kg:indicator-group/governance"),
    # areas
    ("kg:area/320402", "rdf:type", "rol:Area"),
    ("kg:area/320402", "rdf:type", "rol:District"),
    ("kg:area/320402", "rol:code", plain("320402")),
    ("kg:area/320402", "rdfs:label", zh("天宁区")),
    ("kg:area/320402", "rol:fullName", plain("江苏省常州市天宁区")),
    ("kg:area/320402", "rol:within", "kg:area/320400"),
    ("kg:area/320402", "rol:inArea", "kg:area/320402"),
    ("kg:area/320402", "rol:inArea", "kg:area/320400"),
    ("kg:area/320402", "rol:inArea", "kg:area/320000"),
    ("kg:area/320402", "rol:inArea", "kg:area/100000"),
    ("kg:area/320400", "rdf:type", "rol:City"),
    ("kg:area/320000", "rdf:type", "rol:Province"),
    ("kg:area/100000", "rdf:type", "rol:Country"),
    ("kg:area/100000", "rol:inArea", "kg:area/100000"),
    ("kg:area/320402109", "rdf:type", "rol:Township"),
    ("kg:area/320402109", "rol:within", "kg:area/320402"),
    ("kg:area/320402109", "rol:inArea", "kg:area/320402109"),
    ("kg:area/130502", "skos:altLabel", zh("桥东区")),
    ("kg:area/139001", "rol:replacedBy", "kg:area/130682"),
    ("kg:area/139001", "rol:validFrom", typed("2014-01-01", "date")),
    ("kg:area/139001", "rol:validUntil", typed("2023-12-31", "date")),
    ("kg:area/130682", "rol:code", plain("130682")),
    # bodies, programs, honourees, documents
    (BUREAU, "rdf:type", "rol:Body"),
    (BUREAU, "rdf:type", "rol:Bureau"),
    (BUREAU, "rdfs:label", zh("常州市天宁区司法局")),
    (BUREAU, "rol:area", "kg:area/320402"),
    (BUREAU, "rol:bodyType", "kg:body-type/judicial-bureau"),
    (BUREAU, "rol:partOf", GOVERNMENT),
    (OFFICE, "rol:partOf", BUREAU),
    (MINISTRY, "rol:area", "kg:area/100000"),
    (HUT, "rdf:type", "rol:Program"),
    (HUT, "rdfs:label", zh("阳光小屋")),
    (HUT, "rol:area", "kg:area/320402"),
    (WANG, "rdf:type", "rol:Honouree"),
    (WANG, "rdfs:label", zh("王某某")),
    (WANG, "rol:area", "kg:area/320402"),
    (LAW, "rdf:type", "rol:Document"),
    (LAW, "dcterms:title", plain("行政处罚法")),
    # periods
    ("kg:period/2023", "rdf:type", "rol:Period"),
    ("kg:period/2023", "rdf:type", "rol:CalendarYear"),
    ("kg:period/2023", "rol:start", typed("2023-01-01", "date")),
    ("kg:period/2023", "rol:end", typed("2023-12-31", "date")),
    ("kg:period/2023", "rol:year", typed("2023", "integer")),
    ("kg:period/2023-01--2023-09", "rdf:type", "rol:Period"),
    ("kg:period/2023-01--2023-09", "rol:start", typed("2023-01-01", "date")),
    ("kg:period/2023-01--2023-09", "rol:end", typed("2023-09-30", "date")),
    ("kg:period/2021--2025", "rol:start", typed("2021-01-01", "date")),
    ("kg:period/2021--2025", "rol:end", typed("2025-12-31", "date")),
    ("kg:period/2021--2025", "rol:year", typed("2025", "integer")),
]
ABSENT = [
    (ACCEPTED, "rol:comparator", "an exact number has no comparator"),
    (ACCEPTED, "rol:change", "a value is no change"),
    (ACCEPTED, "rol:target", "a value is no target"),
    (node("metric", "12.5%"), "rol:value", "a change is no value"),
    (node("metric", "12.5%"), "rol:indicator", "no indicator is known"),
    (node("metric", "99%"), "rol:value", "a target is no value"),
    (node("metric", "5%左右"), "rol:target", "a planned change is no target"),
    (ACCEPTED, "rol:status", "the property of its number says whether a metric is planned"),
    (ACCEPTED, "rol:township", "it is about the district"),
    (ACCEPTED, "rol:repeats", "it is said for the first time"),
    (TEAM, "rol:status", "a shortcoming has no status"),
    (SHARED, "rol:level", "nobody knows its level"),
    (HUT_PLAN, "rol:itemCount", "it is no list"),
    ("kg:area/100000", "rol:within", "the country is the root"),
    ("kg:area/320402", "rol:replacedBy", "its code still holds"),
    ("kg:area/320402", "rol:validUntil", "its code still holds"),
    (PLAN, "rol:area", "its title names the place"),
    (LAW, "rol:area", "it is known in the whole country"),
    (GOVERNMENT, "rol:partOf", "it is not said what a government is a part of"),
]
VOCABULARY = [
    ("kg:indicator/reconsideration-accepted", "rdf:type", "rol:Indicator"),
    ("kg:indicator/reconsideration-accepted", "rdf:type", "skos:Concept"),
    ("kg:indicator/reconsideration-accepted", "skos:notation", plain("reconsideration-accepted")),
    ("kg:indicator/reconsideration-accepted", "skos:inScheme", "kg:indicators"),
    ("kg:indicator/reconsideration-accepted", "skos:broader", "kg:indicator-group/review"),
    ("kg:indicator/reconsideration-accepted", "rol:inType", "kg:indicator/reconsideration-accepted"),
    ("kg:indicator/reconsideration-accepted", "rol:inType", "kg:indicator-group/review"),
    ("kg:indicator/reconsideration-accepted", "rol:unit", plain("件")),
    ("kg:indicator-group/review", "rdf:type", "rol:IndicatorGroup"),
    ("kg:indicator-group/review", "rdfs:label", zh("行政复议与应诉")),
    ("kg:indicator-group/review", "skos:prefLabel", zh("行政复议与应诉")),
    ("kg:indicator-group/review", "rdfs:label", Literal("reconsideration and litigation", language="en")),
    ("kg:program-type/first-offence-leniency", "rdf:type", "rol:ProgramType"),
    ("kg:program-type/first-offence-leniency", "rol:inType", "kg:program-type/first-offence-leniency"),
    ("kg:program-type/first-offence-leniency", "rol:inType", "kg:program-type/leniency"),
    ("kg:program-type/first-offence-leniency", "skos:altLabel", zh("首违免罚")),
    ("kg:body-type/judicial-bureau", "rdf:type", "rol:BodyType"),
    ("kg:body-type/judicial-bureau", "skos:inScheme", "kg:body-types"),
    ("kg:program-types", "rdf:type", "skos:ConceptScheme"),
    *(
        (f"rol:{name}", "skos:notation", plain(notation))
        for name, notation in {
            "Realised": "realised",
            "Planned": "planned",
            "Issued": "issued",
            "Revised": "revised",
            "Approved": "approved",
            "Implemented": "implemented",
            "Studied": "studied",
            "Cited": "cited",
            "GreaterThan": "gt",
            "AtLeast": "ge",
            "LessThan": "lt",
            "AtMost": "le",
            "Approximately": "approx",
            "NationalLevel": "national",
            "ProvincialLevel": "provincial",
            "MunicipalLevel": "municipal",
            "CountyLevel": "county",
            "TownshipLevel": "township",
            "AchievementsPart": "achievements",
            "ShortcomingsPart": "shortcomings",
            "LeaderDutyPart": "leader-duty",
            "NextPlanPart": "next-plan",
        }.items()
    ),
]


def expected(subject: str, predicate: str, value: str | Literal) -> Triple:
    return Triple(iri(subject), iri(predicate), iri(value) if isinstance(value, str) else value)


@pytest.fixture(scope="module")
def triples() -> list[Triple]:
    return describe(FACTS, vocabulary.load(), areas.load(), "rol-kg test")


@pytest.fixture(scope="module")
def graph(triples: list[Triple]) -> set[Triple]:
    return set(triples)


@pytest.mark.parametrize(("subject", "predicate", "value"), TRIPLES, ids=lambda part: str(part)[-60:])
def test_states(graph: set[Triple], subject: str, predicate: str, value: str | Literal) -> None:
    assert expected(subject, predicate, value) in graph


@pytest.mark.parametrize(("subject", "predicate", "reason"), ABSENT)
def test_says_nothing(graph: set[Triple], subject: str, predicate: str, reason: str) -> None:
    found = [t for t in graph if t.subject == iri(subject) and t.predicate == iri(predicate)]
    assert any(t.subject == iri(subject) for t in graph)
    assert not found, reason


@pytest.mark.parametrize(("subject", "predicate", "value"), VOCABULARY, ids=lambda part: str(part)[-60:])
def test_vocabulary_states(subject: str, predicate: str, value: str | Literal) -> None:
    assert expected(subject, predicate, value) in set(vocabulary_triples(vocabulary.load()))


def test_each_property_of_the_contract_is_in_use(graph: set[Triple]) -> None:
    ours = {term for term in vars(terms).values() if isinstance(term, NamedNode)}
    names = {term.value.removeprefix(terms.ROL): term for term in ours if term.value.startswith(terms.ROL)}
    properties = {term for name, term in names.items() if name[0].islower()}
    used = {t.predicate for t in graph} | {t.predicate for t in vocabulary_triples(vocabulary.load())}
    assert properties - used == set()


def test_all_terms_are_declared_in_the_ontology() -> None:
    declared = {t.subject for t in vocabulary_triples(vocabulary.load()) if t.predicate == terms.RDF_TYPE}
    ours = {value for value in vars(terms).values() if isinstance(value, NamedNode)}
    assert {term for term in ours if term.value.startswith(terms.ROL)} - declared == set()


def test_no_blank_nodes_and_one_graph(triples: list[Triple]) -> None:
    assert all(isinstance(t.subject, NamedNode) for t in triples)
    assert all(isinstance(t.object, NamedNode | Literal) for t in triples)


def test_vocabulary_leaves_out_what_only_extractors_read() -> None:
    found = {t.predicate for t in vocabulary_triples(vocabulary.load())}
    hidden = {"trigger", "context", "exclude", "term", "ending", "partOfType", "shareRate", "settledAs"}
    assert found.isdisjoint(NamedNode(terms.ROL + name) for name in hidden)
