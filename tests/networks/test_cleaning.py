from xml.etree import ElementTree as ET

from hypothesis import given
from hypothesis import strategies as st

from kg.networks.cleaning import clean

ANY_TEXT = st.text(st.characters(codec=None))


@given(ANY_TEXT)
def test_what_is_clean_comes_back_from_xml(text):
    element = ET.Element("a", b=clean(text))
    assert ET.fromstring(ET.tostring(element)).attrib["b"] == clean(text)  # noqa: S314


@given(ANY_TEXT)
def test_cleaning_again_changes_nothing(text):
    assert clean(clean(text)) == clean(text)


def test_what_stays_and_what_goes():
    assert clean("甲\x00\x0b乙\ud800\ufffe") == "甲乙"
    assert clean(" \"<甲>\" & '乙'\n\t丙 ") == "\"<甲>\" & '乙' 丙"
    kept = "😀👨‍👩‍👧\u200f\u202b عربي \u202c𠮷\u3000龘"
    assert clean(kept) == kept
