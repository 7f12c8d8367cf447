"""Bodies named in running text, in sentences of our own."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kg import vocabulary
from kg.body_finding import find_bodies

VOCABULARY = vocabulary.load()


def found(sentence):
    return [sentence[start:end] for start, end, _ in find_bodies(sentence, 0, len(sentence), VOCABULARY)]


FOUND = {
    # with a place, a township or a name of their own
    "去年,石桥街道人民调解委员会被司法部表彰为先进集体": ["石桥街道人民调解委员会", "司法部"],
    "清河公证处、石桥司法所、北关司法所获评先进集体": ["清河公证处", "石桥司法所", "北关司法所"],
    "王小明律师事务所党支部荣获先进基层党组织": ["王小明律师事务所党支部"],
    "清河市柳桥区司法局石桥司法所荣获称号": ["清河市柳桥区司法局石桥司法所"],
    "推荐柳桥区“老李”工作室参评": ["柳桥区“老李”工作室"],
    "李某诉清河市柳桥区人民政府一案": ["清河市柳桥区人民政府"],
    # a level in front
    "配合市依法治市办开展督察": ["市依法治市办"],
    "由区司法局牵头,会同区委宣传部、区教体局、团区委": ["区司法局", "区委宣传部", "区教体局", "团区委"],
    "省委依法治省办和省司法厅联合印发通知": ["省委依法治省办", "省司法厅"],
    "区委全面依法治区委员会办公室印发要点": ["区委全面依法治区委员会办公室"],
    "市市场监督管理局召开会议": ["市市场监督管理局"],
    "柳桥区委区政府高度重视": ["柳桥区委", "区政府"],
    "区委常态化列席区政府会议": ["区委", "区政府"],
    # how a body speaks of itself
    "近年来我局会同区城管局开展检查": ["我局", "区城管局"],
    "局机关和本局法制科": ["局机关", "本局法制科"],
    # parts of a body
    "区司法局公共法律服务管理股负责落实": ["区司法局公共法律服务管理股"],
    "国家税务总局柳桥区税务局": ["国家税务总局柳桥区税务局"],
    "向市公安局柳桥分局移送": ["市公安局柳桥分局"],
    # names that contain words which otherwise end them
    "区发展和改革委员会、区人力资源和社会保障局": ["区发展和改革委员会", "区人力资源和社会保障局"],
    "经开区管委会与和平区人民政府": ["经开区管委会", "和平区人民政府"],
    "太和镇人民政府和红星街道办事处": ["太和镇人民政府", "红星街道办事处"],
    # numbers before a name
    "2023年柳桥区司法局坚持问题导向": ["柳桥区司法局"],
    "将27个部门的事项划入县行政审批局": ["县行政审批局"],
    # of the whole country
    "报国务院、司法部、最高人民法院": ["国务院", "司法部", "最高人民法院"],
    "中共柳桥区委审议": ["中共柳桥区委"],
    # a department that no list has
    "区投资合作局负责": ["区投资合作局"],
    "司法局牵头": ["司法局"],
    "并转司法部": ["司法部"],
}


@pytest.mark.parametrize(("sentence", "names"), FOUND.items())
def test_names_are_found_whole(sentence, names):
    assert found(sentence) == names


NOT_FOUND = [
    "全区26家律师事务所、各司法所和所有公证处",
    "三家律师事务所和民营企业",
    "形成工作新格局,加快建设法治政府,着眼大局",
    "以人民为中心",
    "企业、学校、单位",
    "坚持党委领导、政府负责",
    "深化科技创新,依法处罚",
    "学科建设",
    "",
]


@pytest.mark.parametrize("sentence", NOT_FOUND)
def test_words_for_many_or_for_no_body_are_not_found(sentence):
    assert found(sentence) == []


def test_the_leader_of_a_body_is_not_the_body():
    assert found("柳桥区司法局长") == []
    assert found("柳桥区司法局局长") == ["柳桥区司法局"]


def test_kinds_are_told():
    sentence = "区司法局、石桥司法所、王小明律师事务所党支部"
    kinds = [kind for _, _, kind in find_bodies(sentence, 0, len(sentence), VOCABULARY)]
    assert kinds == ["judicial-bureau", "judicial-station", "party-branch"]


def test_only_the_span_is_read():
    sentence = "区司法局。区公安局。区教育局。"
    start = sentence.index("区公安局")
    assert find_bodies(sentence, start, start + 4, VOCABULARY) == [(start, start + 4, "public-security")]
    assert find_bodies(sentence, start + 1, start + 4, VOCABULARY) == [
        (start + 1, start + 4, "public-security")
    ]
    assert find_bodies(sentence, start, start + 3, VOCABULARY) == []


BODIES = st.sampled_from(["区司法局", "人民政府", "律师事务所", "党支部", "办公室", "工作室", "科", "局"])
WORDS = st.sampled_from(
    ["我", "各", "和", "由", "对", "会同", "市", "区", "镇", "石桥", "柳桥", "太和", "老李"]
)
MARKS = st.sampled_from(["26家", "2023年", "“", "”", "、", ",", "。", "\n"])
PIECES = st.one_of(BODIES, WORDS, MARKS)


@given(st.lists(PIECES, max_size=25).map("".join))
def test_what_is_found_is_ordered_apart_and_ends_in_an_ending_of_its_kind(text):
    last = 0
    for start, end, kind in find_bodies(text, 0, len(text), VOCABULARY):
        assert last <= start < end <= len(text)
        assert text[start:end].endswith(VOCABULARY.body_types[kind].endings)
        last = end


@given(st.text(max_size=60))
def test_any_text_is_read(text):
    for start, end, _ in find_bodies(text, 0, len(text), VOCABULARY):
        assert 0 <= start < end <= len(text)
