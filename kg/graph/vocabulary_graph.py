"""The vocabulary as triples: the concepts, the fixed individuals, and the names of classes and properties.

The wordings that only extractors read (triggers, contexts, endings, word lists) are left out.
"""

from __future__ import annotations

from functools import lru_cache
from typing import TYPE_CHECKING

from pyoxigraph import Literal, NamedNode, RdfFormat, Triple, parse

from kg import resources, terms
from kg.graph.literals import chinese, english, plain
from kg.vocabulary import VOCABULARY_FILES

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from kg.vocabulary import Concept, Vocabulary

_OF_TERMS = {
    terms.RDF_TYPE,
    terms.RDFS_LABEL,
    terms.RDFS_SUB_CLASS_OF,
    terms.SKOS_NOTATION,
    terms.SKOS_PREF_LABEL,
}


@lru_cache(maxsize=4)
def vocabulary_triples(vocabulary: Vocabulary) -> tuple[Triple, ...]:
    """Return the triples of a vocabulary and of the terms of ``ontology/rol.ttl``, sorted.

    Raises FileNotFoundError if the installation lacks the ontology, SyntaxError if its Turtle is broken.
    """
    triples = {*_terms(), *_schemes(), *_concepts(vocabulary)}
    return tuple(sorted(triples, key=str))


def _concepts(vocabulary: Vocabulary) -> Iterator[Triple]:
    groups, indicators = vocabulary.indicator_groups, vocabulary.indicators
    programs, bodies = vocabulary.program_types, vocabulary.body_types
    yield from _scheme(groups, terms.INDICATOR_GROUP, terms.INDICATORS, groups)
    yield from _scheme(indicators, terms.INDICATOR_CLASS, terms.INDICATORS, groups)
    yield from _scheme(programs, terms.PROGRAM_TYPE_CLASS, terms.PROGRAM_TYPES, programs)
    yield from _scheme(bodies, terms.BODY_TYPE_CLASS, terms.BODY_TYPES, bodies)
    for scheme, concepts in (("indicators", indicators), ("program_types", programs)):
        for concept in concepts.values():
            for broader in vocabulary.closure(scheme, concept.notation):
                yield Triple(NamedNode(concept.iri), terms.IN_TYPE, NamedNode(broader))


def _scheme(
    concepts: Mapping[str, Concept], kind: NamedNode, scheme: NamedNode, above: Mapping[str, Concept]
) -> Iterator[Triple]:
    """Describe the concepts of a kind; what is broader is among those ``above``."""
    for concept in concepts.values():
        node = NamedNode(concept.iri)
        yield Triple(node, terms.RDF_TYPE, kind)
        yield Triple(node, terms.RDF_TYPE, terms.SKOS_CONCEPT)
        yield Triple(node, terms.SKOS_IN_SCHEME, scheme)
        yield Triple(node, terms.SKOS_NOTATION, plain(concept.notation))
        yield from _labels(node, concept)
        for notation in concept.broader:
            if notation in above:
                yield Triple(node, terms.SKOS_BROADER, NamedNode(above[notation].iri))
        for unit in concept.units:
            yield Triple(node, terms.UNIT, plain(unit))


def _labels(node: NamedNode, concept: Concept) -> Iterator[Triple]:
    labels = [chinese(concept.label)] if concept.label else []
    labels += [english(concept.label_en)] if concept.label_en else []
    for label in labels:
        yield Triple(node, terms.RDFS_LABEL, label)
        yield Triple(node, terms.SKOS_PREF_LABEL, label)
    for name in concept.names:
        if name != concept.label:
            yield Triple(node, terms.SKOS_ALT_LABEL, chinese(name))


def _schemes() -> Iterator[Triple]:
    """Describe the concept schemes by their titles."""
    for name in VOCABULARY_FILES:
        for triple in _read(name):
            if triple.predicate == terms.DCTERMS_TITLE:
                yield Triple(triple.subject, terms.RDF_TYPE, terms.SKOS_CONCEPT_SCHEME)
                yield Triple(triple.subject, terms.RDFS_LABEL, triple.object)


def _terms() -> Iterator[Triple]:
    """Describe the project's own terms by their kind, name and notation."""
    for triple in _read("rol.ttl"):
        ours = isinstance(triple.subject, NamedNode) and triple.subject.value.startswith(terms.ROL)
        if ours and triple.predicate in _OF_TERMS and isinstance(triple.object, NamedNode | Literal):
            yield triple


def _read(name: str) -> Iterator[Triple]:
    path = resources.folder("ontology") / name
    try:
        for quad in parse(path=str(path), format=RdfFormat.TURTLE):
            yield quad.triple
    except SyntaxError as error:
        error.filename = str(path)
        raise
