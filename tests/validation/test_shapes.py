"""Each shape of ``shapes/graph.ttl`` finds a graph that breaks it, and nothing in one that keeps it.

Most constraints are of a few plain kinds (a value too many, none, one of the wrong kind): the graph that
breaks one is made from the shape itself. The others have their own entry in ``BROKEN``.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import replace

import pytest
from pyoxigraph import Literal, NamedNode, Quad, Store, Triple
from rdflib import SH, BNode, URIRef

from kg import areas, terms, vocabulary
from kg.graph.describe import describe
from kg.graph.iris import digest
from kg.validation.shapes import load_shapes
from kg.validation.storing import FOUND_IN, finding_triples
from kg.validation.validate import Finding, validate
from tests.graph.examples import FACTS, REPORT_ID, evidence, with_vocabulary

Graph = list[Triple]
Break = Callable[[Graph], Graph]

SHAPES = load_shapes(groups=["graph"], elsewhere=True)
NAMES = {name: shape for shape, name in SHAPES.names.items()}
WORDS = vocabulary.load()
REPORT = NamedNode(terms.REPORT_BASE + REPORT_ID)
NOTHING = NamedNode(terms.BASE + "nothing")
WRONG = Literal("wrong", language="en")


def statement(kind: str, quote: str, occurrence: int = 0) -> NamedNode:
    span = evidence(quote, occurrence)
    return NamedNode(f"{REPORT.value}/{kind}/{span.start}-{span.end}")


def add(*triples: tuple[NamedNode, NamedNode, NamedNode | Literal]) -> Break:
    return lambda graph: [*graph, *(Triple(*triple) for triple in triples)]


def drop(predicate: NamedNode, subject: NamedNode | None = None, value: object = None) -> Break:
    def broken(graph: Graph) -> Graph:
        return [
            t
            for t in graph
            if t.predicate != predicate
            or (subject is not None and t.subject != subject)
            or (value is not None and t.object != value)
        ]

    return broken


def put(subject: NamedNode, predicate: NamedNode, value: NamedNode | Literal) -> Break:
    return lambda graph: [*drop(predicate, subject)(graph), Triple(subject, predicate, value)]


def rename(old: NamedNode, new: str) -> Break:
    other = NamedNode(new)

    def broken(graph: Graph) -> Graph:
        return [
            Triple(
                other if t.subject == old else t.subject, t.predicate, other if t.object == old else t.object
            )
            for t in graph
        ]

    return broken


def both(*breaks: Break) -> Break:
    def broken(graph: Graph) -> Graph:
        for one in breaks:
            graph = one(graph)
        return graph

    return broken


def integer(number: int) -> Literal:
    return Literal(str(number), datatype=terms.XSD_INTEGER)


def day(text: str) -> Literal:
    return Literal(text, datatype=terms.XSD_DATE)


def decimal(text: str) -> Literal:
    return Literal(text, datatype=terms.XSD_DECIMAL)


METRIC = statement("metric", "108件")
PART = statement("metric", "96件")
AGAIN = statement("metric", "96件", 1)
RANGE = statement("metric", "3至5个工作日")
PLANNED_RANGE = statement("metric", "3至5个")
AWARD = statement("award", "全国普法先进单位")
CITATION = statement("citation", "中华人民共和国行政处罚法")
LIST = statement("implementation", "“首违不罚”事项清单")
PROGRAM = statement("implementation", "阳光小屋", 1)
PROBLEM = statement("shortcoming", "基层执法力量薄弱")
DISTRICT = NamedNode(terms.AREA_BASE + "320402")
CITY = NamedNode(terms.AREA_BASE + "320400")
COUNTRY = NamedNode(terms.AREA_BASE + "100000")
ENDED = NamedNode(terms.AREA_BASE + "139001")
YEAR = NamedNode(terms.PERIOD_BASE + "2023")
SPAN = NamedNode(f"{REPORT.value}#char={evidence('108件').start},{evidence('108件').end}")
LENIENCY = NamedNode(terms.PROGRAM_TYPE_BASE + "first-offence-leniency")
ACCEPTED = NamedNode(terms.INDICATOR_BASE + "reconsideration-accepted")
TYPE = terms.RDF_TYPE


def first(graph: Iterable[Triple], predicate: NamedNode, value: object = None) -> NamedNode:
    found = [t.subject for t in graph if t.predicate == predicate and value in (None, t.object)]
    assert isinstance(found[0], NamedNode)
    return found[0]


def mistyped(kind: NamedNode, lost: NamedNode) -> Break:
    """Take from the nodes of one class another class that they have as well."""
    return lambda graph: drop(TYPE, first(graph, TYPE, kind), lost)(graph)


def renamed(kind: NamedNode) -> Break:
    """Give a node of a class an IRI that no such node has."""
    return lambda graph: rename(first(graph, TYPE, kind), "https://example.org/a")(graph)


def used_by(predicate: NamedNode, node: NamedNode, value: NamedNode | Literal) -> Break:
    return add((node, predicate, value))


LATE = terms.SHAPE_BASE + "late"
FINDING = NamedNode(f"{REPORT.value}/finding/late/{digest(REPORT.value + '||')}")


def sh(name: str) -> NamedNode:
    return NamedNode(terms.SH + name)


BROKEN: dict[str, Break] = {
    # findings
    "finding-iri": rename(FINDING, "https://example.org/a"),
    "finding-typed": drop(TYPE, FINDING),
    "finding-report-range": put(FINDING, FOUND_IN, METRIC),
    "finding-focus": drop(sh("focusNode"), FINDING),
    "finding-shape": drop(sh("sourceShape"), FINDING),
    "finding-severity": put(FINDING, sh("resultSeverity"), sh("Bad")),
    "finding-message": put(FINDING, sh("resultMessage"), Literal("Late.", language="en")),
    "evidence-quote": put(SPAN, terms.OA_EXACT, Literal("109件")),
    # names of nodes
    "report-iri": renamed(terms.REPORT),
    "metric-iri": renamed(terms.METRIC),
    "award-iri": renamed(terms.AWARD),
    "citation-iri": renamed(terms.CITATION),
    "implementation-iri": renamed(terms.IMPLEMENTATION),
    "shortcoming-iri": renamed(terms.SHORTCOMING),
    "evidence-iri": renamed(terms.EVIDENCE_CLASS),
    "area-iri": renamed(terms.AREA),
    "body-iri": renamed(terms.BODY),
    "program-iri": renamed(terms.PROGRAM_CLASS),
    "honouree-iri": renamed(terms.HONOUREE),
    "period-iri": renamed(terms.PERIOD_CLASS),
    "document-iri": lambda graph: rename(first(graph, TYPE, terms.DOCUMENT_CLASS), "https://example.org/a")(
        graph
    ),
    # classes that go together
    "report-is-document": drop(TYPE, REPORT, terms.DOCUMENT_CLASS),
    "report-type-is-report": mistyped(terms.ANNUAL_REPORT, terms.REPORT),
    "report-one-type": add((REPORT, TYPE, terms.WORK_PLAN)),
    "statement-kind": add((METRIC, TYPE, terms.AWARD)),
    "statement-typed": drop(TYPE, METRIC, terms.STATEMENT),
    "leniency-list-is-implementation": drop(TYPE, LIST, terms.IMPLEMENTATION),
    "area-kind": add((DISTRICT, TYPE, terms.CITY)),
    "area-typed": drop(TYPE, DISTRICT, terms.AREA),
    "bureau-is-body": mistyped(terms.BUREAU, terms.BODY),
    "calendar-year-is-period": drop(TYPE, YEAR, terms.PERIOD_CLASS),
    "concept-typed": add((NOTHING, TYPE, terms.BODY_TYPE_CLASS)),
    # the report and its statements
    "report-statement-count": put(REPORT, terms.STATEMENT_COUNT, integer(19)),
    "covers-year-plausible": put(REPORT, terms.COVERS_YEAR, integer(202)),
    "about-county-or-above": put(METRIC, terms.OF_AREA, NamedNode(terms.AREA_BASE + "320402109")),
    "township-without-county": drop(terms.OF_AREA, statement("metric", "20件")),
    "statement-in-its-report": rename(METRIC, f"{terms.REPORT_BASE}{'0' * 16}/metric/49-53"),
    "statement-span": rename(METRIC, f"{REPORT.value}/metric/0-4"),
    "repeats-earlier": put(AGAIN, terms.REPEATS, AWARD),
    "evidence-start-not-negative": put(SPAN, terms.OA_START, integer(-1)),
    "evidence-start-before-end": put(SPAN, terms.OA_END, integer(0)),
    "evidence-length": put(SPAN, terms.OA_EXACT, Literal("108")),
    "evidence-unused": drop(terms.EVIDENCE, METRIC),
    # metrics
    "metric-number-missing": drop(terms.VALUE, METRIC),
    "metric-one-number-value": add((METRIC, terms.CHANGE, decimal("3"))),
    "metric-one-number-change": add((statement("metric", "12.5%"), terms.TARGET, decimal("3"))),
    "metric-one-number-target": add((statement("metric", "99%"), terms.TARGET_CHANGE, decimal("3"))),
    "upper-value-at-least": put(RANGE, terms.COMPARATOR, terms.AT_MOST),
    "value-below-upper": put(RANGE, terms.UPPER_VALUE, decimal("3")),
    "target-below-upper": put(PLANNED_RANGE, terms.UPPER_VALUE, decimal("2")),
    "breakdown-of-another": put(PART, terms.BREAKDOWN_OF, PART),
    # programs
    "item-count-positive": put(LIST, terms.ITEM_COUNT, integer(0)),
    "leniency-list-type": put(LIST, terms.PROGRAM_TYPE, NamedNode(terms.PROGRAM_TYPE_BASE + "leniency")),
    "leniency-list-named": both(
        drop(terms.ITEM_COUNT, LIST), put(LIST, terms.RDFS_LABEL, Literal("首违不罚制度", language="zh"))
    ),
    # who may have which property
    "report-properties": used_by(terms.COVERS_YEAR, METRIC, integer(2023)),
    "statement-properties": used_by(terms.IN_PART, REPORT, terms.NEXT_PLAN_PART),
    "about-properties": used_by(terms.PERIOD, DISTRICT, YEAR),
    "area-property": used_by(terms.OF_AREA, YEAR, DISTRICT),
    "status-property": used_by(terms.STATUS, METRIC, terms.PLANNED),
    "level-property": used_by(terms.LEVEL, METRIC, terms.COUNTY_LEVEL),
    "evidence-properties": used_by(terms.OA_START, METRIC, integer(1)),
    "metric-properties": used_by(terms.VALUE, AWARD, decimal("1")),
    "unit-property": used_by(terms.UNIT, AWARD, Literal("件")),
    "award-properties": used_by(terms.RECIPIENT, METRIC, DISTRICT),
    "citation-properties": used_by(terms.RELATION, METRIC, terms.ISSUED),
    "implementation-properties": used_by(terms.EDITION, METRIC, Literal("第二版")),
    "shortcoming-properties": used_by(terms.CONCERNS, METRIC, LENIENCY),
    "area-properties": used_by(terms.CODE, METRIC, Literal("320402")),
    "body-properties": used_by(terms.BODY_TYPE, METRIC, NamedNode(terms.BODY_TYPE_BASE + "judicial-bureau")),
    "period-properties": used_by(terms.YEAR, METRIC, integer(2023)),
    "type-property": used_by(terms.IN_TYPE, METRIC, LENIENCY),
    # areas, bodies, periods, concepts
    "code-digits": put(DISTRICT, terms.CODE, Literal("32040")),
    "in-area-complete": drop(terms.IN_AREA, DISTRICT, COUNTRY),
    "in-area-only": add((CITY, terms.IN_AREA, DISTRICT)),
    "valid-from-before-until": put(ENDED, terms.VALID_FROM, day("2030-01-01")),
    "part-of-another": lambda graph: put(node := first(graph, terms.PART_OF), terms.PART_OF, node)(graph),
    "period-start-before-end": put(YEAR, terms.START, day("2024-01-01")),
    "period-year-of-end": put(YEAR, terms.YEAR, integer(2022)),
    "concept-labels": drop(terms.RDFS_LABEL, ACCEPTED, None),
    "in-type-complete": drop(terms.IN_TYPE, LENIENCY, LENIENCY),
    "indicator-group-missing": drop(terms.SKOS_BROADER, ACCEPTED),
    "program-type-broader": put(LENIENCY, terms.SKOS_BROADER, ACCEPTED),
    "recipient-range": put(AWARD, terms.RECIPIENT, YEAR),
    "concerns-range": put(PROBLEM, terms.CONCERNS, ACCEPTED),
}


@pytest.fixture(scope="module")
def sound() -> Graph:
    """A graph that keeps all constraints, with what the vocabulary says of the concepts that it names."""
    full = replace(
        FACTS,
        metrics=tuple(replace(metric, indicator="reconsideration-accepted") for metric in FACTS.metrics),
        awards=tuple(replace(award, level="county") for award in FACTS.awards),
    )
    late = Finding(
        "warning",
        "late",
        REPORT.value,
        None,
        None,
        "晚了。",
        "Late.",
        report=REPORT.value,
        shape=LATE,
        component=terms.SH + "Late",
    )
    described = describe(full, WORDS, areas.load(), "rol-kg test")
    return with_vocabulary([*described, *finding_triples([late])], WORDS)


def findings_of(graph: Graph) -> list[Finding]:
    store = Store()
    store.extend(Quad(*triple) for triple in graph)
    return validate(store, WORDS, SHAPES)


def plain_break(name: str, graph: Graph) -> Graph | None:
    """Break a constraint of a plain kind, as the shape says; None if it is of no such kind."""
    shape = NAMES[name]
    node = SHAPES.graph
    path = node.value(shape, SH.path)
    if path is None or isinstance(path, BNode):
        return None
    predicate = NamedNode(str(path))
    subject = next(iter(targets(shape, graph)), None)
    uses = [t for t in graph if t.predicate == predicate and t.subject in set(targets(shape, graph))]
    if (shape, SH.maxCount, None) in node and uses:
        other = NOTHING if isinstance(uses[0].object, NamedNode) else different(uses[0].object)
        return [*graph, Triple(uses[0].subject, predicate, other)]
    if (shape, SH.minCount, None) in node and subject is not None:
        return drop(predicate, first_user(uses))(graph)
    if uses and any(
        (shape, kind, None) in node for kind in (SH.datatype, SH["class"], SH["in"], SH.languageIn)
    ):
        wrong = NOTHING if isinstance(uses[0].object, NamedNode) else WRONG
        return [t for t in graph if t != uses[0]] + [Triple(uses[0].subject, predicate, wrong)]
    return None


def first_user(uses: list[Triple]) -> NamedNode:
    assert isinstance(uses[0].subject, NamedNode)
    return uses[0].subject


def different(literal: object) -> Literal:
    assert isinstance(literal, Literal)
    if literal.language:
        return Literal(literal.value + "二", language=literal.language)
    if literal.datatype == terms.XSD_DATE:
        return day("1999-09-09")
    return Literal(literal.value + "1", datatype=literal.datatype)


def targets(shape: URIRef, graph: Graph) -> list[NamedNode]:
    node = SHAPES.graph
    classes = {NamedNode(str(c)) for c in node.objects(shape, SH.targetClass)}
    subjects = {NamedNode(str(p)) for p in node.objects(shape, SH.targetSubjectsOf)}
    values = {NamedNode(str(p)) for p in node.objects(shape, SH.targetObjectsOf)}
    found = [
        t.subject for t in graph if t.predicate in subjects or (t.predicate == TYPE and t.object in classes)
    ]
    found += [t.object for t in graph if t.predicate in values]  # type: ignore[misc]
    return [n for n in dict.fromkeys(found) if isinstance(n, NamedNode)]


def test_the_sound_graph_breaks_nothing(sound: Graph) -> None:
    assert findings_of(sound) == []


@pytest.mark.parametrize("name", sorted(NAMES))
def test_shape(sound: Graph, name: str) -> None:
    graph = BROKEN[name](sound) if name in BROKEN else plain_break(name, sound)
    assert graph is not None, f"{name}: no graph breaks it"
    assert set(graph) != set(sound)
    assert name in {finding.check for finding in findings_of(graph)}


def test_each_entry_is_for_a_shape() -> None:
    assert set(BROKEN) - set(NAMES) == set()
