"""Triples as N-Triples, Turtle and JSON-LD: the same triples give the same bytes."""

from __future__ import annotations

import json
from io import BytesIO
from itertools import chain, groupby, islice
from typing import IO, TYPE_CHECKING, Any, Literal

from pyoxigraph import Literal as RdfLiteral
from pyoxigraph import NamedNode, RdfFormat, Triple
from pyoxigraph import serialize as write_rdf

from kg import terms

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Mapping

Format = Literal["nt", "ttl", "jsonld"]
FORMATS: tuple[Format, ...] = ("nt", "ttl", "jsonld")
_BATCH = 1 << 14


def serialise(triples: Iterable[Triple], form: Format) -> bytes:
    """Return triples in a format, in a fixed order. N-Triples are sorted by line."""
    output = BytesIO()
    write(sorted(set(triples), key=str), output, form)
    return output.getvalue()


def write(ordered: Iterable[Triple], output: IO[bytes], form: Format) -> None:
    """Write triples, in an order in which those about one node stand together, without holding them all.

    Raises OSError if the output cannot be written.
    """
    writers: Mapping[Format, Callable[[Iterable[Triple], IO[bytes]], None]] = {
        "nt": _write_ntriples,
        "ttl": _write_turtle,
        "jsonld": _write_jsonld,
    }
    writers[form](ordered, output)


def _write_ntriples(ordered: Iterable[Triple], output: IO[bytes]) -> None:
    write_rdf(ordered, output, RdfFormat.N_TRIPLES)


def _write_turtle(ordered: Iterable[Triple], output: IO[bytes]) -> None:
    """Write Turtle, the prefixes sorted (the library's own order of prefixes is not always the same)."""
    output.write(f"@base <{terms.BASE}> .\n".encode())
    for prefix, namespace in sorted(terms.PREFIXES.items()):
        output.write(f"@prefix {prefix}: <{namespace}> .\n".encode())
    for batch in _batches(chain.from_iterable(_by_subject(ordered))):
        text = BytesIO()
        write_rdf(batch, text, RdfFormat.TURTLE, prefixes=dict(terms.PREFIXES), base_iri=terms.BASE)
        text.seek(0)
        output.writelines(line for line in text if not line.startswith((b"@prefix ", b"@base ")))


def _write_jsonld(ordered: Iterable[Triple], output: IO[bytes]) -> None:
    """Write JSON-LD 1.1, compact, one node a line."""
    output.write(b'{"@context":' + _json({"@base": terms.BASE, **_compact_prefixes()}) + b',"@graph":[')
    separator = b"\n"
    for triples in _by_subject(ordered):
        output.write(separator + _json(_node(triples)))
        separator = b",\n"
    output.write(b"\n]}\n")


def _by_subject(ordered: Iterable[Triple]) -> Iterator[list[Triple]]:
    """Yield the triples of each subject, what it is first."""
    for _, triples in groupby(ordered, key=lambda triple: triple.subject):
        yield sorted(triples, key=lambda triple: triple.predicate != terms.RDF_TYPE)


def _batches(triples: Iterator[Triple]) -> Iterator[list[Triple]]:
    while batch := list(islice(triples, _BATCH)):
        yield batch


def _compact_prefixes() -> dict[str, str]:
    return dict(sorted(terms.PREFIXES.items()))


def _json(value: Mapping[str, Any]) -> bytes:
    return json.dumps(value, ensure_ascii=False, separators=(",", ":")).encode()


def _node(triples: list[Triple]) -> dict[str, Any]:
    node: dict[str, Any] = {"@id": _reference(triples[0].subject)}
    for predicate, group in groupby(triples, key=lambda triple: triple.predicate):
        values = [triple.object for triple in group]
        if predicate == terms.RDF_TYPE:
            node["@type"] = [_compact(value.value) for value in values if isinstance(value, NamedNode)]
        else:
            found = [_value(value) for value in values]
            node[_compact(predicate.value)] = found[0] if len(found) == 1 else found
    return node


def _value(term: object) -> object:
    if isinstance(term, RdfLiteral):
        if term.language:
            return {"@value": term.value, "@language": term.language}
        if term.datatype.value == terms.XSD + "string":
            return term.value
        return {"@value": term.value, "@type": _compact(term.datatype.value)}
    return {"@id": _reference(term)}


def _reference(term: object) -> str:
    """Return a node's identifier relative to the base."""
    return term.value.removeprefix(terms.BASE) if isinstance(term, NamedNode) else str(term)


def _compact(iri: str) -> str:
    """Return an IRI with one of the project's prefixes, if one fits."""
    for prefix, namespace in terms.PREFIXES.items():
        if iri.startswith(namespace) and iri != namespace:
            return f"{prefix}:{iri.removeprefix(namespace)}"
    return iri
