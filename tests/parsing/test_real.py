"""The real reports: what stands around them, and the parts that annotators found."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from kg.model import Part
from tests.parsing.pages import read, words

SHARED = Path(__file__).resolve().parents[3] / "shared"
GOLD = sorted(SHARED.glob("gold/*.json"))
pytestmark = pytest.mark.skipif(not GOLD, reason="the real reports lie in ../shared/, which is not here")


@pytest.fixture(params=GOLD, ids=lambda path: path.stem[:3])
def gold(request: pytest.FixtureRequest) -> dict[str, object]:
    content: dict[str, object] = json.loads(request.param.read_text("utf-8"))
    return content


def text_of(gold: dict[str, object]) -> str:
    with (SHARED / "corpus" / str(gold["source"])).open(encoding="utf-8", newline="") as file:
        return file.read()


def test_parts_and_title(gold: dict[str, object]) -> None:
    document = gold["document"]
    assert isinstance(document, dict)
    page = read(text_of(gold))
    assert page.parts == tuple[Part, ...](document["sections"])
    assert words(page, page.title) == document["title"]


def test_the_body_holds_all_facts(gold: dict[str, object]) -> None:
    page = read(text_of(gold))
    start, end = page.text.span(*page.body)
    for kind in ("metrics", "awards", "documents", "programs", "shortcomings"):
        facts = gold[kind]
        assert isinstance(facts, list)
        assert all(start <= fact["start"] and fact["end"] <= end for fact in facts)


def test_every_character_leads_back(gold: dict[str, object]) -> None:
    text = read(text_of(gold)).text
    assert all(a < b for a, b in zip(text.starts, text.ends, strict=True))
    assert all(b <= a for b, a in zip(text.ends, text.starts[1:], strict=False))
