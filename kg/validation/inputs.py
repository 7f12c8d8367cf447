"""What can be checked: report files, a store, RDF made elsewhere, vocabulary files."""

from __future__ import annotations

from collections import defaultdict
from typing import TYPE_CHECKING

import pyoxigraph as ox

from kg import areas, pipeline, resources, terms
from kg.errors import GraphError, ReadError
from kg.graph.describe import describe
from kg.graph.vocabulary_graph import vocabulary_triples
from kg.reading.source import Source
from kg.store import content
from kg.validation.across import compared
from kg.validation.examine import Examined, Located, examine_graph, examine_report
from kg.validation.profile import apply_profile
from kg.validation.storing import FOUND_IN
from kg.validation.validate import validate
from kg.vocabulary import VOCABULARY_FILES

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from kg.model import Given
    from kg.validation.examine import Means
    from kg.validation.findings import Finding

_FORMATS = {
    ".ttl": ox.RdfFormat.TURTLE,
    ".nt": ox.RdfFormat.N_TRIPLES,
    ".nq": ox.RdfFormat.N_QUADS,
    ".trig": ox.RdfFormat.TRIG,
    ".jsonld": ox.RdfFormat.JSON_LD,
    ".json": ox.RdfFormat.JSON_LD,
}
"""RDF/XML is left out: its entities can be made to swell without bound."""


def report_file(data: bytes, name: str, given: Given, means: Means) -> Examined:
    """Read a report and check it. Raises ReadError if its bytes are no text, GraphError for unusable shapes."""
    source = Source(given.source or name, name, data, given)
    facts = pipeline.read_facts(source, means.vocabulary, areas.load())
    reader = pipeline.extracted_with(means.vocabulary)
    return examine_report(describe(facts, means.vocabulary, areas.load(), reader), name, means)


def stored(store: ox.Store, means: Means) -> Iterator[Examined]:
    """Check the reports of a store one by one, as they are there; the findings stored with them aside.

    Checks that compare reports with one another see them all.
    """
    by_report: dict[str | None, list[Finding]] = defaultdict(list)
    for finding in compared(store, means.shapes):
        by_report[finding.report].append(finding)
    for report, sources in sorted(content.reports(store)[0].items(), key=lambda item: sorted(item[1])):
        own = [t for t in content.triples_of(store, report) if not _of_finding(t)]
        named = content.entities_of(store, own)
        more = by_report[terms.REPORT_BASE + report]
        yield examine_report([*own, *named], min(sources, default=report), means, more)


def graph_file(path: Path, means: Means) -> list[Examined]:
    """Check RDF that somebody made, in Turtle, TriG, N-Triples, N-Quads or JSON-LD.

    Raises ReadError if the file is not there, GraphError if it is no RDF of these kinds or has no triples.
    """
    triples = read_graph(path)
    known = set(vocabulary_triples(means.vocabulary))
    return examine_graph((triple for triple in triples if triple not in known), str(path), means)


def vocabulary_file(path: Path, means: Means) -> Examined:
    """Check a vocabulary file of a user, together with the project's own concepts, to which it may refer.

    What is found in the project's own is left out. Raises as ``graph_file`` does.
    """
    own = read_graph(path)
    subjects = {triple.subject for triple in own}
    folder = resources.folder("ontology")
    whole = list(dict.fromkeys(own + [t for name in VOCABULARY_FILES for t in read_graph(folder / name)]))
    store = ox.Store()
    store.extend(ox.Quad(*triple) for triple in whole)
    found = apply_profile(validate(store, means.vocabulary, means.shapes), means.profile)
    about = {node.value for node in subjects if isinstance(node, ox.NamedNode)}
    located = tuple(
        Located(finding, means.shapes.checks.get(finding.shape))
        for finding in found
        if finding.focus in about
    )
    return Examined(str(path), located)


def read_graph(path: Path) -> list[ox.Triple]:
    """Read the triples of an RDF file, whatever graphs they are in; raises as ``graph_file`` does."""
    form = _FORMATS.get(path.suffix.lower())
    if form is None:
        raise GraphError("rdf-format", path=path, known=", ".join(_FORMATS))
    try:
        quads = ox.parse(path.read_bytes(), form, base_iri=terms.BASE)
        found = list(dict.fromkeys(quad.triple for quad in quads))
    except FileNotFoundError:
        raise ReadError("file-missing", path=path) from None
    except OSError as error:
        raise ReadError("file-unreadable", path=path, detail=error.strerror) from None
    except (SyntaxError, ValueError) as error:
        detail = getattr(error, "msg", None) or str(error)
        raise GraphError(
            "rdf-broken", path=path, line=getattr(error, "lineno", None) or 1, detail=detail
        ) from None
    if not found:
        raise GraphError("rdf-empty", path=path)
    return found


def _of_finding(triple: ox.Triple) -> bool:
    subject = triple.subject
    return triple.predicate == FOUND_IN or (
        isinstance(subject, ox.NamedNode) and "/finding/" in subject.value
    )
