"""Annotations of real reports as graphs, so that extraction plays no part in what the questions answer."""

import json
from collections.abc import Hashable, Iterable
from dataclasses import replace
from datetime import date
from decimal import Decimal
from pathlib import Path
from typing import Any, TypeVar

import pyoxigraph as ox

from kg import areas, pipeline, vocabulary
from kg.graph.describe import describe
from kg.graph.vocabulary_graph import vocabulary_triples
from kg.model import (
    Agent,
    Award,
    Body,
    Citation,
    Evidence,
    Facts,
    Head,
    Implementation,
    Metric,
    Period,
    Shortcoming,
    Where,
)

SHARED = Path(__file__).parents[3] / "shared"
GOLD = sorted((SHARED / "gold").glob("*.json"))
LEVELS = {"province": "provincial", "city": "municipal", "county": "county", "township": "township"}
LISTS = ("penalty-exemption-list", "penalty-mitigation-list", "coercion-exemption-list")
LIST_ENDINGS = ("清单", "目录", "事项")
Entry = dict[str, Any]
S = TypeVar("S", Metric, Award, Citation)


def load(paths: Iterable[Path] = GOLD) -> list[Entry]:
    """Read annotation files."""
    return [json.loads(path.read_text("utf-8")) for path in paths]


def graph(annotations: Iterable[Entry], texts: Path = SHARED / "corpus") -> list[ox.Triple]:
    """Return the triples of annotations and of the vocabulary."""
    loaded, gazetteer = vocabulary.load(), areas.load()
    found = set(vocabulary_triples(loaded))
    for annotation in annotations:
        text = (texts / annotation["source"]).read_bytes().decode("utf-8-sig")
        found.update(describe(facts(annotation, text), loaded, gazetteer, "by hand"))
    return sorted(found, key=str)


def store(annotations: Iterable[Entry], texts: Path = SHARED / "corpus") -> ox.Store:
    """Return the graph of annotations as a store in memory."""
    opened = ox.Store()
    opened.extend(ox.Quad(*triple) for triple in graph(annotations, texts))
    return opened


def facts(annotation: Entry, text: str) -> Facts:
    """Return an annotation as facts, what is said again pointing to where it was said first."""
    head = _head(annotation["document"])
    where = Where(head.area)
    return Facts(
        text,
        annotation["source"],
        head,
        _first_named(
            [_metric(entry) for entry in annotation["metrics"]],
            lambda m: (
                m.indicator or m.label,
                m.value,
                m.upper,
                m.unit,
                m.change,
                m.planned,
                m.period,
                m.where,
            ),
        ),
        _first_named(
            [_award(entry, where) for entry in annotation["awards"]],
            lambda a: (a.name, a.recipient, a.planned, a.period),
        ),
        _first_named(
            [_citation(entry, head.period, where) for entry in annotation["documents"]],
            lambda c: (c.title, c.relation, c.planned),
        ),
        tuple(_program(entry, head.period, where) for entry in annotation["programs"]),
        tuple(_shortcoming(entry, head.period, where) for entry in annotation["shortcomings"]),
        pipeline.report_id(text),
    )


def _head(document: Entry) -> Head:
    area, year = document["jurisdiction"], document["coversYear"]
    return Head(
        title=document["title"],
        type=document["type"],
        publisher=Body(area, document["publisher"]) if document["publisher"] else None,
        area=area,
        level=LEVELS.get(document["level"]),
        covers_year=year,
        period=Period.of_year(year) if year else None,
        issued=date.fromisoformat(document["issued"]) if document["issued"] else None,
        document_number=document["documentNumber"],
        parts=tuple(document["sections"]),
    )


def _metric(entry: Entry) -> Metric:
    return Metric(
        _evidence(entry),
        entry["label"],
        Decimal(str(entry["value"])),
        entry["unit"],
        indicator=entry["indicator"],
        upper=Decimal(str(entry["upper"])) if "upper" in entry else None,
        comparator=entry["comparator"],
        planned=entry["status"] == "target",
        change=entry["change"],
        period=Period.parse(entry["period"]),
        where=Where(entry["jurisdiction"]),
    )


def _award(entry: Entry, where: Where) -> Award:
    conferring = entry["conferredBy"]
    return Award(
        _evidence(entry),
        entry["name"],
        entry["recipient"],
        (Agent("honouree", entry["recipient"], where.area),),
        conferred_by=Body("100000", conferring) if conferring else None,
        level=entry["level"],
        planned=entry["status"] == "sought",
        period=Period.of_year(entry["year"]),
        where=where,
    )


def _citation(entry: Entry, period: Period | None, where: Where) -> Citation:
    planned = entry["status"] == "target"
    return Citation(_evidence(entry), entry["title"], entry["relation"], planned, period, where)


def _program(entry: Entry, period: Period | None, where: Where) -> Implementation:
    kind, items = entry["type"], entry["itemCount"]
    named_list = entry["name"].endswith(LIST_ENDINGS) or items is not None
    return Implementation(
        _evidence(entry),
        entry["name"],
        (kind,) if kind else (),
        entry["status"] == "planned",
        items,
        entry["edition"],
        responsible=tuple(Body(where.area, name) for name in entry.get("responsible", ())),
        is_list=kind in LISTS or (kind == "first-offence-leniency" and named_list),
        period=period,
        where=where,
    )


def _shortcoming(entry: Entry, period: Period | None, where: Where) -> Shortcoming:
    topics = (entry["topic"],) if entry["topic"] else ()
    return Shortcoming(_evidence(entry), entry["label"], topics, period=period, where=where)


def _evidence(entry: Entry) -> Evidence:
    return Evidence(entry["start"], entry["end"], entry["quote"])


def _first_named(statements: list[S], identity: Any) -> tuple[S, ...]:
    first: dict[Hashable, S] = {}
    marked = []
    for statement in statements:
        earlier = first.setdefault(identity(statement), statement)
        again = earlier is not statement
        marked.append(replace(statement, repeats=earlier.evidence.key) if again else statement)
    return tuple(marked)
