"""The page about the ontology names every term, and every term is described, and used or reserved."""

import subprocess
import sys
from pathlib import Path

import pytest
from rdflib import OWL, RDF, RDFS, SKOS, Graph, Namespace

from kg import resources

ROOT = Path(__file__).parents[2]
PAGE = ROOT / "docs" / "ontology" / "index.html"
ROL = Namespace("https://w3id.org/rol-kg/ontology#")
RESERVED: set[str] = set()
"""Terms that nothing uses yet, and that are kept for a reason."""


@pytest.fixture(scope="module")
def ontology():
    return Graph().parse(resources.folder("ontology") / "rol.ttl")


@pytest.fixture(scope="module")
def names(ontology):
    return sorted(
        {str(s).removeprefix(str(ROL)) for s in ontology.subjects(RDF.type) if str(s).startswith(str(ROL))}
    )


@pytest.fixture(scope="module")
def shown(ontology):
    """The names of classes and properties: pyLODE leaves out fixed values."""
    kinds = (OWL.Class, OWL.ObjectProperty, OWL.DatatypeProperty)
    found = {str(subject) for kind in kinds for subject in ontology.subjects(RDF.type, kind)}
    return sorted(name.removeprefix(str(ROL)) for name in found if name.startswith(str(ROL)))


def test_the_page_is_that_of_the_ontology(tmp_path, shown):
    made = tmp_path / "index.html"
    subprocess.run(
        [sys.executable, ROOT / "docs" / "ontology" / "make.py", made], check=True, capture_output=True
    )
    page = made.read_text("utf-8")
    assert [name for name in shown if f"#{name}" not in page] == []
    assert [name for name in shown if f"#{name}" not in PAGE.read_text("utf-8")] == [], "run: make ontology"


def test_every_term_has_label_and_definition_in_both_languages(ontology, names):
    for name in names:
        for predicate in (RDFS.label, SKOS.definition):
            languages = {value.language for value in ontology.objects(ROL[name], predicate)}
            assert {"zh", "en"} <= languages, (name, predicate)


def test_every_term_is_used_or_reserved(ontology, names):
    """Used: by the program, a question, a shape, the vocabulary, or as the kind or range of another term."""
    files = [*ROOT.glob("queries/*.rq"), *ROOT.glob("shapes/*.ttl"), *ROOT.glob("kg/**/*.py")]
    files += [path for path in ROOT.glob("ontology/*.ttl") if path.name != "rol.ttl"]
    text = "\n".join(path.read_text("utf-8") for path in files)
    meant = {str(o).removeprefix(str(ROL)) for p in (RDF.type, RDFS.range) for o in ontology.objects(None, p)}
    unused = {name for name in names if f"rol:{name}" not in text and f'"{name}"' not in text}
    assert unused - meant == RESERVED
