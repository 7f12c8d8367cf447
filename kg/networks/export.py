"""The verb ``export``: a network of the graph, in a file that other programs open."""

from __future__ import annotations

import contextlib
import os
import tempfile
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from kg.errors import UsageError
from kg.networks import dot, gexf, graphml, library, node_link, tables
from kg.networks.project import project
from kg.querying.run import StoreLike, opened

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Mapping

    from kg.networks.model import Look, Network
    from kg.querying.parameters import Value

    Writer = Callable[[Network, Mapping[str, Look]], Iterator[str]]

_WRITERS: Mapping[str, Mapping[str, Writer]] = {
    ".gexf": {"": gexf.lines},
    ".graphml": {"": graphml.lines},
    ".csv": {"-nodes": tables.node_lines, "-edges": lambda network, _: tables.edge_lines(network)},
    ".json": {"": node_link.lines},
    ".cyjs": {"": node_link.cytoscape_lines},
    ".dot": {"": dot.lines},
}
"""By the ending of a file's name, what is written: by what is added to the name, the lines."""
ENDINGS = tuple(_WRITERS)


@dataclass(frozen=True, slots=True)
class Exported:
    """What was written."""

    files: tuple[Path, ...]
    network: Network
    looks: Mapping[str, Look]


def export(
    network: str,
    output: str | Path,
    *,
    store: StoreLike = "kg-store",
    minimum_weight: float | None = None,
    measures: bool = True,
    places: bool = True,
    **filters: Value | list[Value],
) -> Exported:
    """Write a network of the graph to a file, in the format that the file's ending names (see ``ENDINGS``).

    ``network`` is the name of a projection (see ``kg export --list``) or the path of one's own; ``filters`` are
    its parameters: ``area``, ``year``, ``type``, ``status``, one value or a list. ``measures`` adds degree,
    betweenness, PageRank and communities to the nodes, ``places`` positions, sizes and colours. A name that ends
    in ``.csv`` gives two files, ``-nodes.csv`` and ``-edges.csv``.

    Raises UsageError for another ending or a file that cannot be written, QueryError if there is no such
    network or a filter does not fit, StoreError if there is no store.
    """
    check_ending(Path(output))
    found = see(
        network, store=store, minimum_weight=minimum_weight, measures=measures, places=places, **filters
    )
    return save(*found, Path(output))


def see(
    network: str,
    *,
    store: StoreLike = "kg-store",
    minimum_weight: float | None = None,
    measures: bool = True,
    places: bool = True,
    **filters: Value | list[Value],
) -> tuple[Network, Mapping[str, Look]]:
    """Return a network, and how its nodes look (nothing without ``places``); otherwise as ``export``."""
    projection = library.projection(network)
    found = project(opened(store), projection, filters, minimum_weight)
    if measures:
        from kg.networks.measures import measured  # noqa: PLC0415  (networkx takes a while to load)

        found = measured(found)
    if not places:
        return found, {}
    from kg.networks.layout import layout  # noqa: PLC0415
    from kg.networks.looks import looks  # noqa: PLC0415

    return found, looks(found, layout(found))


def save(network: Network, looks: Mapping[str, Look], path: Path) -> Exported:
    """Write a network to a file, as ``export`` does."""
    check_ending(path)
    writers = _WRITERS[path.suffix.lower()]
    files = tuple(path.with_name(path.stem + added + path.suffix) for added in writers)
    for file, lines in zip(files, writers.values(), strict=True):
        _write(file, lines(network, looks))
    return Exported(files, network, looks)


def check_ending(path: Path) -> None:
    """Raise UsageError if the ending of a file's name names no format."""
    if path.suffix.lower() not in _WRITERS:
        raise UsageError("export-format", path=path, known=", ".join(ENDINGS))


def _write(path: Path, lines: Iterable[str]) -> None:
    """Write a file as a stream; it appears when it is whole, and a former one stays until then."""
    try:
        with replacing(path) as temporary, temporary.open("w", encoding="utf-8", newline="\n") as output:
            output.writelines(lines)
    except OSError as error:
        raise UsageError("output-unwritable", path=path, detail=error.strerror or error) from None


@contextlib.contextmanager
def replacing(path: Path) -> Iterator[Path]:
    """Give the path of a temporary file that takes the place of another when all has gone well."""
    handle, name = tempfile.mkstemp(prefix=".", suffix=path.suffix, dir=path.parent)
    os.close(handle)
    temporary = Path(name)
    try:
        yield temporary
        temporary.chmod(0o666 & ~_mask())
        temporary.replace(path)
    finally:
        temporary.unlink(missing_ok=True)


def _mask() -> int:
    """Return which permissions new files are not to have."""
    mask = os.umask(0)
    os.umask(mask)
    return mask
