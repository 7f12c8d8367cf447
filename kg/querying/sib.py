"""The library of questions as RDF, in the convention of the SIB's SPARQL examples, so that editors and agents find it.

https://github.com/sib-swiss/sparql-examples: each question is a ``sh:SPARQLExecutable`` with ``rdfs:comment`` by
language, ``sh:select`` and ``schema:keywords``.
"""

from __future__ import annotations

import io
from typing import TYPE_CHECKING

import pyoxigraph as ox

from kg import terms
from kg.graph.literals import chinese, english, plain

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from kg.querying.library import Question

BASE = terms.BASE + "query/"
_SH_CLASSES = ("SPARQLExecutable", "SPARQLSelectExecutable")


def turtle(questions: Iterable[Question]) -> bytes:
    """Return the questions as Turtle in UTF-8: the files as they stand, which ask about their examples."""
    output = io.BytesIO()
    prefixes = {**terms.PREFIXES, "sh": terms.SH}
    found = (triple for question in questions for triple in describe(question))
    ox.serialize(found, output, format=ox.RdfFormat.TURTLE, prefixes=prefixes)
    return output.getvalue()


def describe(question: Question) -> Iterator[ox.Triple]:
    """Yield the triples of one question."""
    node = ox.NamedNode(BASE + question.id)
    for name in _SH_CLASSES:
        yield ox.Triple(node, terms.RDF_TYPE, ox.NamedNode(terms.SH + name))
    yield ox.Triple(node, terms.RDFS_LABEL, english(question.title))
    yield ox.Triple(node, terms.RDFS_LABEL, chinese(question.title_zh))
    comment = ox.NamedNode(terms.RDFS + "comment")
    yield ox.Triple(node, comment, english(question.description))
    yield ox.Triple(node, comment, chinese(question.description_zh))
    yield ox.Triple(node, ox.NamedNode(terms.SH + "select"), plain(question.text))
    for keyword in question.keywords:
        yield ox.Triple(node, ox.NamedNode(terms.SCHEMA + "keywords"), plain(keyword))
