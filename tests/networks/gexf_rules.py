"""What GEXF 1.3 allows, said again for the part of it that the project writes.

The published schema decides, and is used where it is at hand (``test_gexf.py``); these rules stand in for it elsewhere.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from datetime import date
from typing import TYPE_CHECKING

from lxml import etree

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

NAMESPACE = "{http://gexf.net/1.3}"
TEXT = re.compile(r"(?s).*")
TOKEN = re.compile(r"(?:[^ \t\r\n]+(?: [^ \t\r\n]+)*)?")
DOUBLE = re.compile(r"[+-]?(?:\d+(?:\.\d*)?|\.\d+)(?:[eE][+-]?\d+)?|NaN|-?INF")
WHOLE = re.compile(r"\d+")
CHANNEL = re.compile(r"25[0-5]|2[0-4]\d|1?\d?\d")
DAY = re.compile(r"\d{4}-\d\d-\d\d")


def one_of(*words: str) -> re.Pattern[str]:
    return re.compile("|".join(words))


@dataclass(frozen=True)
class Rule:
    """An element: its attributes (those with a star are required), and the children that may stand in it."""

    attributes: Mapping[str, re.Pattern[str]] = field(default_factory=dict)
    children: str = ""
    """A pattern over the names of the children, a space after each."""
    text: bool = False


DIRECTION = one_of("directed", "undirected", "mutual")
MODE = one_of("static", "dynamic")
TYPES = one_of("integer", "long", "double", "float", "boolean", "string", "anyURI", "liststring")
LOCATION = "{http://www.w3.org/2001/XMLSchema-instance}schemaLocation"
RULES = {
    "gexf": Rule({"version*": one_of(r"1\.3"), LOCATION: TEXT}, "(meta )?graph "),
    "meta": Rule({"lastmodifieddate": DAY}, "((creator|keywords|description) )*"),
    "creator": Rule(text=True),
    "keywords": Rule(text=True),
    "description": Rule(text=True),
    "graph": Rule(
        {
            "defaultedgetype": DIRECTION,
            "idtype": one_of("integer", "string"),
            "mode": MODE,
            "timeformat": one_of("integer", "double", "date", "dateTime"),
            "timerepresentation": one_of("interval", "timestamp"),
        },
        "(attributes )*nodes edges ",
    ),
    "attributes": Rule({"class*": one_of("node", "edge"), "mode": MODE}, "(attribute )*"),
    "attribute": Rule({"id*": TEXT, "title*": TEXT, "type*": TYPES}),
    "nodes": Rule({"count": WHOLE}, "(node )*"),
    "edges": Rule({"count": WHOLE}, "(edge )*"),
    "node": Rule({"id*": TEXT, "label": TOKEN}, "((spells|color|position|size|attvalues) )*"),
    "edge": Rule(
        {
            "id": TEXT, "source*": TEXT, "target*": TEXT, "weight": DOUBLE, "kind": TOKEN, "label": TOKEN,
            "type": DIRECTION,
        },
        "((spells|color|thickness|attvalues) )*",
    ),
    "attvalues": Rule({}, "(attvalue )*"),
    "attvalue": Rule({"for*": TEXT, "value*": TEXT}),
    "spells": Rule({}, "(spell )+"),
    "spell": Rule({"start": DAY, "end": DAY}),
    "color": Rule({"r": CHANNEL, "g": CHANNEL, "b": CHANNEL, "a": DOUBLE}),
    "position": Rule({"x*": DOUBLE, "y*": DOUBLE, "z": DOUBLE}),
    "size": Rule({"value*": DOUBLE}),
}  # fmt: skip


def findings(document: bytes) -> list[str]:
    """Return what is wrong with a document by these rules, and by what no schema can say."""
    root = etree.fromstring(document)
    return [*(said for element in root.iter() for said in _of(element)), *_references(root)]


def _of(element: etree._Element) -> Iterator[str]:
    name = element.tag.removeprefix(NAMESPACE)
    rule = RULES.get(name)
    if rule is None:
        yield f"{element.tag}: unknown"
        return
    known = {key.rstrip("*"): pattern for key, pattern in rule.attributes.items()}
    yield from (
        f"{name}: lacks {key}" for key in rule.attributes if key[-1] == "*" and key[:-1] not in element.attrib
    )
    for key, value in element.attrib.items():
        if key not in known or not known[key].fullmatch(value):
            yield f"{name}: {key}={value!r}"
    children = "".join(child.tag.removeprefix(NAMESPACE) + " " for child in element)
    if not re.fullmatch(rule.children, children):
        yield f"{name}: children {children[:100]}"
    if not rule.text and (element.text or "").strip():
        yield f"{name}: text {element.text!r}"


def _references(root: etree._Element) -> Iterator[str]:
    """Yield ids that come twice, and what points to nothing, counts wrongly, or ends before it starts."""
    found = {name: root.findall(f".//{NAMESPACE}{name}") for name in ("node", "edge", "spell", "attributes")}
    ids = {kind: [each.get("id") for each in found[kind]] for kind in ("node", "edge")}
    for kind, names in ids.items():
        if len(set(names)) != len(names):
            yield f"{kind}: an id comes twice"
        if root.find(f".//{NAMESPACE}{kind}s").get("count") != str(len(names)):
            yield f"{kind}: wrong count"
    nodes = set(ids["node"])
    for edge in found["edge"]:
        if not {edge.get("source"), edge.get("target")} <= nodes:
            yield f"edge {edge.get('id')}: an end is no node"
    declared = {each.get("class"): {child.get("id") for child in each} for each in found["attributes"]}
    for kind in ("node", "edge"):
        for each in found[kind]:
            used = [value.get("for") for value in each.iter(NAMESPACE + "attvalue")]
            if not set(used) <= declared[kind] or len(set(used)) != len(used):
                yield f"{kind} {each.get('id')}: attributes {used}"
    for spell in found["spell"]:
        if date.fromisoformat(spell.get("start")) > date.fromisoformat(spell.get("end")):
            yield "spell: ends before it starts"
