"""Makes the page about the ontology from ``ontology/rol.ttl``, with pyLODE: ``make ontology``."""

from __future__ import annotations

import sys
from pathlib import Path

from pylode.profiles.ontpub import OntPub

HERE = Path(__file__).resolve().parent
ONTOLOGY = HERE.parents[1] / "ontology" / "rol.ttl"


def page() -> str:
    """Return the page as HTML."""
    return str(OntPub(ontology=str(ONTOLOGY)).make_html())


def main() -> None:
    """Write the page to a file, by default ``index.html`` beside this one."""
    output = Path(sys.argv[1]) if len(sys.argv) > 1 else HERE / "index.html"
    output.write_text(page(), "utf-8")


if __name__ == "__main__":
    main()
