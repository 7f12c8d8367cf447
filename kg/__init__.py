"""A knowledge graph of China's rule-of-law initiatives.

The verbs of the command line are functions here, loaded when they are first used: ``extract``, ``build``,
``remove``, ``query``, ``sparql``, ``export``, ``plot``, ``validate``, ``dump``, ``evaluate``, and ``open`` for a store to work
with.
"""

from __future__ import annotations

import importlib
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from kg.api import build, dump, extract, remove, validate
    from kg.door import open_graph as open  # noqa: A004
    from kg.evaluation.evaluate import evaluate
    from kg.networks.export import export
    from kg.pictures.plot import plot
    from kg.querying.run import query
    from kg.querying.sparql import sparql

__all__ = [
    "build",
    "dump",
    "evaluate",
    "export",
    "extract",
    "open",
    "plot",
    "query",
    "remove",
    "sparql",
    "validate",
]

_PLACES = {
    "build": ("kg.api", "build"),
    "dump": ("kg.api", "dump"),
    "evaluate": ("kg.evaluation.evaluate", "evaluate"),
    "export": ("kg.networks.export", "export"),
    "extract": ("kg.api", "extract"),
    "open": ("kg.door", "open_graph"),
    "plot": ("kg.pictures.plot", "plot"),
    "query": ("kg.querying.run", "query"),
    "remove": ("kg.api", "remove"),
    "sparql": ("kg.querying.sparql", "sparql"),
    "validate": ("kg.api", "validate"),
}


def __getattr__(name: str) -> Any:
    if name not in _PLACES:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    module, attribute = _PLACES[name]
    return getattr(importlib.import_module(module), attribute)


def __dir__() -> list[str]:
    return sorted({*globals(), *__all__})
