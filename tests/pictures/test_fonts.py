from pathlib import Path

import matplotlib
import pytest
from matplotlib import font_manager

from kg.errors import UsageError
from kg.pictures import fonts
from tests.pictures.fonts import needs_font

LATIN = Path(matplotlib.get_data_path()) / "fonts" / "ttf" / "DejaVuSans.ttf"


@pytest.fixture(autouse=True)
def _afresh(monkeypatch):
    monkeypatch.delenv(fonts.VARIABLE, raising=False)
    fonts.family.cache_clear()
    yield
    fonts.family.cache_clear()


@needs_font
def test_a_font_is_found_that_has_the_characters():
    name = fonts.family()
    path = font_manager.findfont(name, fallback_to_default=False)
    assert {ord("违"), ord("罚")} <= set(font_manager.get_font(path).get_charmap())


@needs_font
def test_the_user_may_name_a_family_or_a_file(monkeypatch):
    name = fonts.family()
    path = font_manager.findfont(name, fallback_to_default=False)
    assert fonts.family(name) == name
    monkeypatch.setenv(fonts.VARIABLE, path)
    fonts.family.cache_clear()
    assert fonts.family()


@pytest.mark.parametrize("wanted", ["DejaVu Sans", str(LATIN), "No Such Family", __file__])
def test_what_is_no_chinese_font(monkeypatch, wanted):
    monkeypatch.setenv(fonts.VARIABLE, wanted)
    with pytest.raises(UsageError) as caught:
        fonts.family()
    assert caught.value.code == "font-unfit"
    assert wanted in caught.value.in_language("en")


def test_a_machine_without_chinese_fonts(monkeypatch):
    monkeypatch.setattr(fonts, "_has_chinese", lambda _: False)
    with pytest.raises(UsageError) as caught:
        fonts.family()
    assert caught.value.code == "font-none"
    assert "fonts-noto-cjk" in caught.value.in_language("zh")
