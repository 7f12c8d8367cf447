"""Areas as users name them: what is accepted, what is refused, and which areas a mistyped name brings up."""

import subprocess
import sys

import pytest
from hypothesis import given as sampled
from hypothesis import settings
from hypothesis import strategies as st

from kg import areas
from kg.errors import UsageError
from kg.given import parse_area

GAZETTEER = areas.load()
TIANNING = "320402"
LIVING = sorted(
    code
    for code, area in GAZETTEER.divisions.items()
    if area.last_revision is None and code in GAZETTEER.pinyin and len(GAZETTEER.grammar.stem(area.name)) > 1
)


def refused(value):
    with pytest.raises(UsageError) as error:
        parse_area(value, GAZETTEER)
    return error.value


@pytest.mark.parametrize(
    "value",
    [
        "320402", "天宁区", "天宁", "常州天宁", "江苏省常州市天宁区", "tianning", "Tianning", "tianningqu", "Tian Ning Qu",
        "tiān níng qū", "changzhou tianning", "Changzhou Shi Tianning Qu", "jiangsu-changzhou-tianning",
    ],
)  # fmt: skip
def test_one_area_by_many_names(value):
    assert parse_area(value, GAZETTEER) == TIANNING


def test_pinyin_that_areas_share_is_asked_back():
    assert refused("gulou").code == "given-area-name-shared"


def test_pinyin_of_an_area_elsewhere_is_not_taken():
    assert refused("nanchang tianning").code == "given-area-name-unknown"


def test_the_areas_around_tell_shared_pinyin_apart():
    assert parse_area("nanjing gulou", GAZETTEER) == "320106"


@pytest.mark.parametrize(
    "value", ["天凝区", "天凝", "常州天凝", "常州市天凝区", "添宁区", "天林区", "tianing", "tiannin"]
)
def test_what_sounds_or_is_spelled_like_an_area_brings_it_up(value):
    error = refused(value)
    assert error.code == "given-area-name-unknown"
    assert TIANNING in error.values["near"]


def test_what_sounds_the_same_comes_first():
    assert refused("天凝区").values["near"].startswith(TIANNING)


def test_a_wrong_kind_still_comes_first():
    assert refused("天宁县").values["near"].startswith(TIANNING)


def code_or_error(value):
    try:
        return parse_area(value, GAZETTEER)
    except UsageError as error:
        return error


@settings(deadline=None, max_examples=40)
@sampled(st.text(max_size=12))
def test_anything_gets_a_code_or_a_message(value):
    found = code_or_error(value)
    assert found.in_language("zh") if isinstance(found, UsageError) else GAZETTEER.area(found)


def test_a_long_text_is_no_name_and_takes_no_time():
    assert refused("天宁区的报告" * 5000).code == "given-area-name-unknown"


@settings(deadline=None)
@sampled(st.sampled_from(LIVING))
def test_the_pinyin_of_an_area_and_those_around_gives_it_or_its_namesakes(code):
    around = [*reversed(GAZETTEER.ancestors(code)), code]
    typed = " ".join(syllable for each in around for syllable in GAZETTEER.pinyin.get(each, ()))
    found = code_or_error(typed)
    if isinstance(found, UsageError):
        assert found.code == "given-area-name-shared"
    else:
        assert GAZETTEER.pinyin[found] == GAZETTEER.pinyin[code]


def test_names_that_are_right_need_no_pinyin():
    program = (
        "import sys; from kg import areas; from kg.given import parse_area;"
        "print(parse_area('常州天宁', areas.load()), 'pypinyin' in sys.modules)"
    )
    shown = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, check=True)
    assert shown.stdout.split() == [TIANNING, "False"]
