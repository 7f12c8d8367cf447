"""The heads of annotated reports, where the annotations lie beside the project."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from tests.report.pages import head

SHARED = Path(__file__).resolve().parents[3] / "shared"
GOLD = sorted((SHARED / "gold").glob("*.json"))
LEVELS = {"province": "provincial", "city": "municipal"}

if not GOLD:
    pytest.skip("the annotated reports are not beside the project", allow_module_level=True)


@pytest.mark.parametrize("path", GOLD, ids=lambda path: path.stem)
def test_head(path: Path) -> None:
    gold = json.loads(path.read_text(encoding="utf-8"))
    expected = gold["document"]
    found = head((SHARED / "corpus" / gold["source"]).read_text(encoding="utf-8"))
    assert found.publisher is not None
    assert {
        "title": found.title,
        "type": found.type,
        "publisher": found.publisher.name,
        "jurisdiction": found.area,
        "level": found.level,
        "coversYear": found.covers_year,
        "issued": found.issued.isoformat() if found.issued else None,
        "documentNumber": found.document_number,
        "sections": list(found.parts),
    } == expected | {"level": LEVELS.get(expected["level"], expected["level"])}
