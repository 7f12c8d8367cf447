"""How many small errors in a graph the checks catch: ``python -m benchmarks.mutants [MUTANTS]``.

Takes the graph of a report without findings, drops one triple or bends it (its value, its property or its
kind of value), and asks whether anything is found. Prints the share that is, by kind of error, and the
properties with the most that are not.
"""

from __future__ import annotations

import random
import sys
from collections import Counter
from collections.abc import Callable
from typing import TYPE_CHECKING

from pyoxigraph import Literal, NamedNode, Triple

from kg import api, resources, terms, vocabulary
from kg.validation.shapes import load_shapes
from kg.validation.validate import validate

if TYPE_CHECKING:
    from pathlib import Path

Bend = Callable[[Triple, list[Triple], random.Random], Triple | None]


def drop(triple: Triple, graph: list[Triple], chance: random.Random) -> Triple | None:  # noqa: ARG001
    """Leave the triple out."""
    return None


def other_value(triple: Triple, graph: list[Triple], chance: random.Random) -> Triple | None:
    """Give it the value of another triple."""
    return Triple(triple.subject, triple.predicate, chance.choice(graph).object)


def other_property(triple: Triple, graph: list[Triple], chance: random.Random) -> Triple | None:
    """Give it the property of another triple."""
    return Triple(triple.subject, chance.choice(graph).predicate, triple.object)


def other_kind(triple: Triple, graph: list[Triple], chance: random.Random) -> Triple | None:  # noqa: ARG001
    """Turn an IRI into a string and a literal into one of another datatype."""
    if isinstance(triple.object, NamedNode):
        return Triple(triple.subject, triple.predicate, Literal(triple.object.value))
    return Triple(triple.subject, triple.predicate, Literal("7", datatype=NamedNode(terms.XSD + "byte")))


BENDS: dict[str, Bend] = {
    "dropped": drop,
    "other value": other_value,
    "other property": other_property,
    "other kind": other_kind,
}


def main() -> None:
    """Make the mutants and print what is caught."""
    count = int(sys.argv[1]) if len(sys.argv) > 1 else 400
    words, shapes = vocabulary.load(), load_shapes(elsewhere=True)
    graph = api.graph(api.extract(sample()))
    before = set(validate(graph, words, shapes, "fast"))
    chance = random.Random(1)  # noqa: S311 (no secret)
    missed: Counter[str] = Counter()
    for name, bend in BENDS.items():
        made = caught = 0
        while made < count // len(BENDS):
            triple = chance.choice(graph)
            bent = bend(triple, graph, chance)
            mutant = [t for t in graph if t != triple] + ([bent] if bent else [])
            if set(mutant) == set(graph):
                continue
            made += 1
            if set(validate(mutant, words, shapes, "fast")) != before:
                caught += 1
            else:
                missed[f"{name}: {triple.predicate.value.rpartition('#')[2].rpartition('/')[2]}"] += 1
        print(f"{name:15} {caught:4} of {made:4} caught: {caught / made:.1%}")
    print("not caught:", ", ".join(f"{what} {times}" for what, times in missed.most_common(12)))


def sample() -> Path:
    """Return the sample report that is used."""
    return resources.folder("samples") / "tianning-2023.txt"


if __name__ == "__main__":
    main()
