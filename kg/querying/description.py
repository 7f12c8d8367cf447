"""What a store holds, described for others: VoID and DCAT, with the counts of triples, classes and properties."""

from __future__ import annotations

import io
from typing import TYPE_CHECKING

import pyoxigraph as ox

from kg import terms
from kg.graph.literals import chinese, english, integer, plain
from kg.querying.results import read
from kg.querying.run import answer

if TYPE_CHECKING:
    from collections.abc import Iterator

VOID = "http://rdfs.org/ns/void#"
DCAT = "http://www.w3.org/ns/dcat#"
DATASET = terms.BASE + "dataset"
_CLASSES = "SELECT ?term (COUNT(?node) AS ?count) { ?node a ?term } GROUP BY ?term"
_PROPERTIES = "SELECT ?term (COUNT(*) AS ?count) { ?node ?term ?value } GROUP BY ?term"
_YEARS = "SELECT (MIN(?year) AS ?first) (MAX(?year) AS ?last) { ?report a rol:Report ; rol:coversYear ?year }"
_VOCABULARIES = (terms.ROL, terms.SKOS, terms.DCTERMS, terms.OA, terms.SCHEMA)


def turtle(store: ox.Store) -> bytes:
    """Return the description of a store as Turtle in UTF-8: the same store gives the same bytes."""
    output = io.BytesIO()
    prefixes = {**terms.PREFIXES, "void": VOID, "dcat": DCAT}
    triples = sorted(set(describe(store)), key=str)
    ox.serialize(triples, output, format=ox.RdfFormat.TURTLE, prefixes=prefixes)
    return output.getvalue()


def describe(store: ox.Store) -> Iterator[ox.Triple]:
    """Yield the description: the dataset, its size and years, and a partition for each class and property."""
    dataset = ox.NamedNode(DATASET)
    for kind in (VOID + "Dataset", DCAT + "Dataset"):
        yield ox.Triple(dataset, terms.RDF_TYPE, ox.NamedNode(kind))
    yield ox.Triple(dataset, terms.DCTERMS_TITLE, chinese("法治建设知识图谱"))
    yield ox.Triple(dataset, terms.DCTERMS_TITLE, english("Knowledge graph of rule-of-law initiatives"))
    yield ox.Triple(dataset, ox.NamedNode(VOID + "triples"), integer(len(store)))
    yield ox.Triple(dataset, ox.NamedNode(VOID + "uriSpace"), plain(terms.BASE))
    for vocabulary in _VOCABULARIES:
        yield ox.Triple(dataset, ox.NamedNode(VOID + "vocabulary"), ox.NamedNode(vocabulary))
    yield from _years(dataset, store)
    yield from _partitions(dataset, store, "class", "entities", _CLASSES)
    yield from _partitions(dataset, store, "property", "triples", _PROPERTIES)


def _years(dataset: ox.NamedNode, store: ox.Store) -> Iterator[ox.Triple]:
    for row in read(answer(store, _YEARS, "describe")).rows:
        if row["first"] is not None:
            span = ox.NamedNode(f"{terms.PERIOD_BASE}{row['first']}--{row['last']}")
            yield ox.Triple(dataset, ox.NamedNode(terms.DCTERMS + "temporal"), span)


def _partitions(
    dataset: ox.NamedNode, store: ox.Store, kind: str, counted: str, query: str
) -> Iterator[ox.Triple]:
    for row in read(answer(store, query, "describe")).rows:
        term = str(row["term"])
        part = ox.NamedNode(f"{DATASET}/{kind}/{_short(term)}")
        yield ox.Triple(dataset, ox.NamedNode(f"{VOID}{kind}Partition"), part)
        yield ox.Triple(part, ox.NamedNode(VOID + kind), ox.NamedNode(term))
        yield ox.Triple(part, ox.NamedNode(VOID + counted), integer(int(str(row["count"]))))


def _short(term: str) -> str:
    for prefix, base in terms.PREFIXES.items():
        if term.startswith(base):
            return f"{prefix}-{term.removeprefix(base)}"
    return term.rpartition("/")[2].rpartition("#")[2]
