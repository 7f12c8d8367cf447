"""The same questions in three engines that share no code: Oxigraph, rdflib, Comunica (of npm)."""

import json
import shutil
import subprocess
from decimal import Decimal, InvalidOperation
from pathlib import Path

import pyoxigraph as ox
import rdflib

COMUNICA = Path(__file__).with_name("comunica")
MISSING = (
    None
    if shutil.which("node") and (COMUNICA / "node_modules").is_dir()
    else "Comunica is not installed: needs Node.js and 'make engines'"
)


def oxigraph(graph, queries):
    """Return the rows of queries over a file in N-Triples."""
    store = ox.Store()
    store.bulk_load(path=str(graph), format=ox.RdfFormat.N_TRIPLES)
    return [[tuple(map(plain, solution)) for solution in store.query(query)] for query in queries]


def from_rdflib(graph, queries):
    """Return the same from rdflib."""
    read = rdflib.Graph().parse(graph, format="nt")
    return [[tuple(map(plain, row)) for row in read.query(query)] for query in queries]


def comunica(graph, queries):
    """Return the same from Comunica."""
    given = json.dumps({"graph": str(graph), "queries": queries})
    run = subprocess.run(
        [shutil.which("node"), str(COMUNICA / "ask.mjs")],
        input=given, capture_output=True, text=True, encoding="utf-8", check=False,
    )  # fmt: skip
    assert run.returncode == 0, run.stderr
    return [[tuple(map(plain, row)) for row in json.loads(line)["rows"]] for line in run.stdout.splitlines()]


def plain(term):
    """Return a term's text; numbers without the zeros behind the point, which engines write or not."""
    if term is None:
        return None
    text = term.value if isinstance(term, ox.NamedNode | ox.Literal) else str(term)
    if "." not in text:
        return text
    try:
        return format(Decimal(text).normalize(), "f")
    except InvalidOperation:
        return text
