"""``docs/checks.md`` is what the shapes say."""

from pathlib import Path

from kg.validation.handbook import handbook
from kg.validation.shapes import GROUPS, load_shapes

PAGE = Path(__file__).parent.parent.parent / "docs" / "checks.md"


def test_the_page_is_made_from_the_shapes():
    assert PAGE.read_text("utf-8") == handbook(), "run: python -m kg.validation.handbook > docs/checks.md"


def test_every_check_has_an_entry():
    names = [check.name for check in load_shapes(groups=GROUPS, elsewhere=True).checks.values()]
    headings = [line.removeprefix("### ") for line in handbook().splitlines() if line.startswith("### ")]
    assert set(names) <= set(headings)
    assert len(headings) == len(set(headings))
