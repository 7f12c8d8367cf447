"""Awards: their names, who got them, who conferred them, their level, won or sought, and what is none."""

from __future__ import annotations

from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kg.extraction.awards import find_awards
from kg.model import Award, Body, Head, Period
from kg.parsing.structure import Section
from tests.extraction.reading import context_of, head, resolvers_of

BUREAU = "常州市天宁区司法局"


def report(**fields: object) -> Head:
    return head(**({"publisher": Body("320402", BUREAU, "judicial-bureau")} | fields))


def awards_of(text: str, about: Head | None = None, sections: tuple[Section, ...] = ()) -> list[Award]:
    context = context_of(text, about or report(), sections)
    return find_awards(context, resolvers_of(context))


def names_of(text: str) -> list[str]:
    return [award.name for award in awards_of(text)]


def pairs_of(text: str) -> list[tuple[str, str]]:
    return [(award.recipient, award.name) for award in awards_of(text)]


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("我局获评全省普法工作先进集体。", "全省普法工作先进集体"),
        ("我局荣获“全国普法先进单位”称号。", "全国普法先进单位"),
        ("我局荣获全国“人民满意的公务员集体”荣誉称号。", "全国“人民满意的公务员集体”"),
        ("我局获评全省“法援惠民”成绩突出单位。", "全省“法援惠民”成绩突出单位"),
        ("我局获评第二批全省法治政府建设示范项目。", "第二批全省法治政府建设示范项目"),
        ("成功创建全国民主法治示范村(社区)3个。", "全国民主法治示范村(社区)"),
        ("我局荣立集体三等功。", "集体三等功"),
        ("我局获评全省扫黑除恶、平安建设先进集体。", "全省扫黑除恶、平安建设先进集体"),
        ("作品获第八届全国法治微视频大赛二等奖。", "第八届全国法治微视频大赛二等奖"),
        ("该案入选全省优秀案例并在全省推广。", "全省优秀案例"),
        ("我局获评2022年度全市优秀单位。", "2022年度全市优秀单位"),
        ("李某获评全市优秀政法干警。", "全市优秀政法干警"),
        ("李某荣获全国调解工作“先进个人”称号。", "全国调解工作“先进个人”"),
        ("李某荣获“七五”普法“全国先进工作者”称号。", "“七五”普法“全国先进工作者”"),
        ("甲镇获评全市镇(街道)综合执法典型案例。", "全市镇(街道)综合执法典型案例"),
        ("我局获评全市平安建设先进单位二等奖。", "全市平安建设先进单位二等奖"),
        ("李某被推荐为“全国模范调解员”候选人。", "全国模范调解员"),
        ("该基地获批江苏省法治文化基地。", "江苏省法治文化基地"),
        ("我局获得全市综合考核“优秀”等次。", "全市综合考核“优秀”等次"),
        ("我局荣获全省先进集体、服务企业等集体荣誉5项。", "全省先进集体"),
        ("李某荣获全市人民好公仆。", "全市人民好公仆"),
        ("争取2024年新增全国民主法治示范村1个。", "全国民主法治示范村"),
        ("我局获评2024年全省先进集体。", "2024年全省先进集体"),
        ("青山村被命名为第二批“全国民主法治示范村(社区)。", "全国民主法治示范村(社区)"),
    ],
)
def test_a_name_is_read_whole_and_no_further(text: str, name: str) -> None:
    (award,) = awards_of(text)
    assert award.name == award.evidence.quote == name


@pytest.mark.parametrize(
    ("text", "names"),
    [
        (
            "我局获评全省先进集体、全市优秀单位、市级文明单位。",
            ["全省先进集体", "全市优秀单位", "市级文明单位"],
        ),
        ("我局荣获“全省先进集体”“全市优秀单位”两项荣誉。", ["全省先进集体", "全市优秀单位"]),
        ("创成全国示范村3个、省级示范村12个。", ["全国示范村", "省级示范村"]),
        ("我局荣获全省先进集体和全市优秀单位等称号。", ["全省先进集体", "全市优秀单位"]),
        ("争创全国示范区和推树省级示范村。", ["全国示范区", "省级示范村"]),
        ("我局获评全省先进集体,并荣立集体三等功。", ["全省先进集体", "集体三等功"]),
    ],
)
def test_each_honour_of_a_list_is_an_entry(text: str, names: list[str]) -> None:
    assert names_of(text) == names


def test_two_levels_share_one_name() -> None:
    national, provincial = awards_of("争创全国、全省民主法治示范村。")
    assert (national.name, national.evidence.quote) == ("全国民主法治示范村", "全国、全省民主法治示范村")
    assert (provincial.name, provincial.evidence.quote) == ("全省民主法治示范村", "全省民主法治示范村")
    assert (national.level, provincial.level) == ("national", "provincial")


@pytest.mark.parametrize(
    ("text", "pairs"),
    [
        ("青山司法所获评全省先进集体。", [("青山司法所", "全省先进集体")]),
        ("区司法局获评全省先进集体。", [(BUREAU, "全省先进集体")]),
        ("我局获评全省先进集体。", [(BUREAU, "全省先进集体")]),
        ("荣获全省先进集体。", [(BUREAU, "全省先进集体")]),
        ("2023年6月,其中甲所、乙所先后获评全省先进集体。", [("甲所、乙所", "全省先进集体")]),
        ("“甲诉乙案”获评全省典型案例。", [("甲诉乙案", "全省典型案例")]),
        ("“老友”工作室获评全省金牌调解室。", [("“老友”工作室", "全省金牌调解室")]),
        ("青山街道1件案例被评为全市典型案例。", [("青山街道案例", "全市典型案例")]),
        ("区司法局1名同志获评全市先进个人。", [(f"{BUREAU}同志", "全市先进个人")]),
        ("指导青山村成功申报省级示范村。", [("青山村", "省级示范村")]),
        ("青山村积极推进自治,成效明显,获评省级示范村。", [("青山村", "省级示范村")]),
        ("在全省评比中,青山司法所获评优秀单位。", [("青山司法所", "优秀单位")]),
        (
            "甲案、乙案分别获评全国优秀案例、全省典型案例。",
            [("甲案", "全国优秀案例"), ("乙案", "全省典型案例")],
        ),
        ("甲所获评全省先进集体;乙所获评全市优秀单位。", [("甲所", "全省先进集体"), ("乙所", "全市优秀单位")]),
        ("甲所获评全省先进集体,并荣立集体三等功。", [("甲所", "全省先进集体"), ("甲所", "集体三等功")]),
        ("全区3个村被命名为省级示范村。", [("常州市天宁区的村", "省级示范村")]),
        ("党组书记、局长李某获评全省先进个人。", [("党组书记、局长李某", "全省先进个人")]),
        ("甲所荣获“先进集体”、李某获评全省先进个人。", [("甲所", "先进集体"), ("李某", "全省先进个人")]),
        ("申报全国法治政府建设示范区。", [("常州市天宁区", "全国法治政府建设示范区")]),
        ("推树省级民主法治示范村(社区)。", [("常州市天宁区的村(社区)", "省级民主法治示范村(社区)")]),
        ("甲镇乙村、丙镇丁村等4个村被评为省级示范村。", [("甲镇乙村、丙镇丁村等4个村", "省级示范村")]),
        ("李某、王某等3名同志获评全省先进个人。", [("李某、王某等3名同志", "全省先进个人")]),
        ("区司法局下属的甲所也一起荣获全省先进集体。", [("甲所", "全省先进集体")]),
        ("青山村“三五”、“四五”期间连续两次获评全国示范村。", [("青山村", "全国示范村")]),
        ("青山村先后于2019年6月、2021年5月获评全国示范村。", [("青山村", "全国示范村")]),
        ("调解工作再传捷报——青山所干警李某获评全国先进个人。", [("青山所干警李某", "全国先进个人")]),
        (
            "我市无锡市获评全国示范市,我省江苏远帆律师事务所获评全国先进集体。",
            [
                ("无锡市", "全国示范市"),
                ("江苏远帆律师事务所", "全国先进集体"),
            ],
        ),
        ("《“三所联动”新路径》以全省第一的成绩获评全省优秀项目。", [("“三所联动”新路径", "全省优秀项目")]),
        ("甲镇共13个村获评省级示范村。", [("甲镇村", "省级示范村")]),
        (
            "甲区、乙县、丙镇等区县和乡镇被命名为省级示范地区。",
            [("甲区、乙县、丙镇等区县和乡镇", "省级示范地区")],
        ),
        (
            "甲所获评全省优秀集体;普法覆盖面进一步扩大,满意度位居前列,获评全市先进单位。",
            [("甲所", "全省优秀集体"), (BUREAU, "全市先进单位")],
        ),
        (
            "甲所获评全省优秀集体;2023年5月,荣立集体三等功。",
            [("甲所", "全省优秀集体"), ("甲所", "集体三等功")],
        ),
        ("全市唯一获评全国先进集体。", [(BUREAU, "全国先进集体")]),
        ("推荐甲所为全国模范司法所候选单位。", [("甲所", "全国模范司法所")]),
        ("由省司法厅和区司法局申报的“老友议事”项目荣获全国优秀项目。", [("“老友议事”项目", "全国优秀项目")]),
        (
            "甲市、乙市等13个市(县、区)被命名为全省示范地区。",
            [("甲市、乙市等13个市(县、区)", "全省示范地区")],
        ),
        ("创建“老友议事”工作机制,获评全省优秀项目。", [("“老友议事”工作机制", "全省优秀项目")]),
        ("开展“法治宣传月”活动,获评全省先进集体。", [(BUREAU, "全省先进集体")]),
        ("成功申报青山县红军村全国法治教育基地。", [("青山县红军村", "全国法治教育基地")]),
        ("成功申报全国民主法治示范村。", [("常州市天宁区的村", "全国民主法治示范村")]),
        (
            "后溪镇人民调解委员会成绩突出,于2013年被省司法厅授予“全省先进集体”。",
            [
                ("后溪镇人民调解委员会", "全省先进集体"),
            ],
        ),
        ("甲项目入选全市首批可复制推广经验。", [("甲项目", "全市首批可复制推广经验")]),
        ("2名干警荣立省级个人二等功。", [(f"{BUREAU}干警", "省级个人二等功")]),
    ],
)
def test_who_is_honoured(text: str, pairs: list[tuple[str, str]]) -> None:
    assert pairs_of(text) == pairs


DISTRICT = report()
GOVERNMENT = report(publisher=Body("320402", "常州市天宁区人民政府", "people-government"))
MARKET = report(area="620102", publisher=Body("620102", "兰州市城关区市场监督管理局", "market-regulation"))
CITY = report(
    area="430700", level="municipal", publisher=Body("430700", "常德市人民政府", "people-government")
)
COUNTY = report(area="430725", publisher=Body("430725", "常德市桃源县司法局", "judicial-bureau"))
COUNTY_CITY = report(area="350582", publisher=Body("350582", "晋江市司法局", "judicial-bureau"))
TOWN = report(
    area="440605",
    township="440605126",
    level="township",
    publisher=Body("440605", "佛山市南海区里水镇人民政府", "township-government"),
)
STREET = report(
    township="320402006",
    level="township",
    publisher=Body("320402", "常州市天宁区兰陵街道办事处", "subdistrict-office"),
)
REGION = report(area="640323", publisher=Body("640323", "吴忠市盐池县人民政府", "people-government"))
MUNICIPAL = report(area="500153", publisher=Body("500153", "重庆市荣昌区司法局", "judicial-bureau"))


@pytest.mark.parametrize(
    ("about", "text", "recipient"),
    [
        (DISTRICT, "局法规科获评全省先进集体。", "常州市天宁区司法局法规科"),
        (DISTRICT, "法规科获评全省先进集体。", "常州市天宁区司法局法规科"),
        (DISTRICT, "局机关党支部获评全市先进基层党组织。", "常州市天宁区司法局机关党支部"),
        (DISTRICT, "局机关荣获全市文明单位。", "常州市天宁区司法局"),
        (DISTRICT, "我局法律援助中心获评全省先进集体。", "常州市天宁区司法局法律援助中心"),
        (MARKET, "局执法大队荣获全省先进集体。", "兰州市城关区市场监督管理局执法大队"),
        (MARKET, "区市场监管局荣获全省先进集体。", "兰州市城关区市场监督管理局"),
        (MARKET, "区市监局荣获全省先进集体。", "兰州市城关区市场监督管理局"),
        (MARKET, "区局荣获全省先进集体。", "兰州市城关区市场监督管理局"),
        (MARKET, "区市场监管局执法稽查科荣获全省先进集体。", "兰州市城关区市场监督管理局执法稽查科"),
        (MARKET, "1份案卷被评为全省优秀案卷。", "兰州市城关区市场监督管理局案卷"),
        (MARKET, "两名执法人员获评全市执法能手。", "兰州市城关区市场监督管理局执法人员"),
        (TOWN, "镇综合行政执法办获评全市先进集体。", "佛山市南海区里水镇综合行政执法办"),
        (TOWN, "里水镇获评广东省文明镇。", "里水镇"),
        (TOWN, "镇司法所被评为全省优秀司法所。", "佛山市南海区里水镇司法所"),
        (TOWN, "全镇2个社区获评广东省民主法治示范社区。", "佛山市南海区里水镇的社区"),
        (TOWN, "争创全国文明镇。", "佛山市南海区里水镇"),
        (TOWN, "申报全国法治政府建设示范区。", "佛山市南海区"),
        (STREET, "街道获评全市先进单位。", "常州市天宁区兰陵街道办事处"),
        (STREET, "街道司法所获评全省先进集体。", "常州市天宁区兰陵街道司法所"),
        (STREET, "我街道荣获全省优秀单位。", "常州市天宁区兰陵街道办事处"),
        (STREET, "创建省级民主法治示范社区2个。", "常州市天宁区兰陵街道的社区"),
        (DISTRICT, "四是申报全国法治政府建设示范项目。", "常州市天宁区司法局"),
        (DISTRICT, "二是争创全国民主法治示范村(社区)2个。", "常州市天宁区的村(社区)"),
        (DISTRICT, "一是甲镇司法所获评全省先进集体。", "甲镇司法所"),
        (DISTRICT, "(三)甲镇司法所获评全省先进集体。", "甲镇司法所"),
        (DISTRICT, "3.甲镇司法所获评全省先进集体。", "甲镇司法所"),
        (DISTRICT, "①甲镇司法所获评全省先进集体。", "甲镇司法所"),
        (CITY, "我市获评全国法治政府建设示范市。", "常德市"),
        (CITY, "市政府将抓好以下工作:修订《甲市办法》;争创全国法治政府建设示范市。", "常德市"),
        (CITY, "全市3个村获评全国民主法治示范村。", "常德市的村"),
        (CITY, "武陵区获评全国法治政府建设示范区。", "武陵区"),
        (CITY, "市司法局获评全国先进集体。", "常德市司法局"),
        (CITY, "桃源县司法局获评全国先进集体。", "桃源县司法局"),
        (COUNTY, "我县获评全省法治政府建设示范县。", "常德市桃源县"),
        (COUNTY, "桃源县获评全国法治政府建设示范县。", "桃源县"),
        (COUNTY, "全县2个村(社区)获评全国民主法治示范村(社区)。", "常德市桃源县的村(社区)"),
        (COUNTY, "县司法局获评全国先进集体。", "常德市桃源县司法局"),
        (COUNTY_CITY, "我市获评全国守法普法示范市。", "晋江市"),
        (COUNTY_CITY, "全市2个村(社区)获评全国民主法治示范村(社区)。", "晋江市的村(社区)"),
        (COUNTY_CITY, "市司法局获评全省先进集体。", "晋江市司法局"),
        (DISTRICT, "我市获评全国法治政府建设示范市。", "常州市"),
        (DISTRICT, "争创全国法治政府建设示范市。", "常州市"),
        (DISTRICT, "我区获评全国法治政府建设示范区。", "常州市天宁区"),
        (DISTRICT, "天宁获评全国法治政府建设示范区。", "常州市天宁区"),
        (DISTRICT, "此次获评全国法治政府建设示范区。", "常州市天宁区"),
        (DISTRICT, "常州获评全国法治政府建设示范市。", "常州市"),
        (DISTRICT, "我区郑陆镇获评全国文明镇。", "常州市天宁区郑陆镇"),
        (DISTRICT, "辖区2个村获评省级民主法治示范村。", "常州市天宁区的村"),
        (DISTRICT, "2个村获评省级民主法治示范村。", "常州市天宁区的村"),
        (DISTRICT, "3家律师事务所获评全省优秀律师事务所。", "常州市天宁区的律师事务所"),
        (DISTRICT, "1名调解员荣获“全国模范人民调解员”称号。", "常州市天宁区的调解员"),
        (DISTRICT, "1人获评全国模范人民调解员。", "常州市天宁区的人民调解员"),
        (DISTRICT, "局长张某获评全省先进个人。", "局长张某"),
        (DISTRICT, "我局报送的“甲诉乙案”入选全省典型案例。", "甲诉乙案"),
        (DISTRICT, "我局选送的“首违不罚”项目入选全省优秀项目。", "“首违不罚”项目"),
        (DISTRICT, "我局选送的微视频《守护》荣获全省普法作品二等奖。", "微视频《守护》"),
        (DISTRICT, "区司法局指导甲镇成功创建全国文明镇。", "甲镇"),
        (DISTRICT, "区司法局推动我区成功创建全国法治政府建设示范区。", "常州市天宁区"),
        (DISTRICT, "2023年,区司法局坚持党建引领,全面履职,荣获全省先进集体。", "常州市天宁区司法局"),
        (DISTRICT, "2023年,区司法局坚持党建引领,创成全国民主法治示范村1个。", "常州市天宁区的村"),
        (DISTRICT, "2023年,区司法局坚持党建引领,创成全国法治政府建设示范区。", "常州市天宁区"),
        (DISTRICT, "与此同时,区司法局还荣获全市先进集体。", "常州市天宁区司法局"),
        (GOVERNMENT, "荣获“全国法治政府建设示范区”称号。", "常州市天宁区"),
        (GOVERNMENT, "获评2023年度全省法治政府建设优秀单位。", "常州市天宁区人民政府"),
        (REGION, "我县获评全区法治政府建设示范县。", "吴忠市盐池县"),
        (REGION, "我县被自治区命名为全区法治政府建设示范县。", "吴忠市盐池县"),
        (REGION, "我区获评全国先进。", "宁夏回族自治区"),
        (MUNICIPAL, "全区4个村获评全国民主法治示范村。", "重庆市荣昌区的村"),
        (MUNICIPAL, "我区获评全市法治政府建设示范区。", "重庆市荣昌区"),
    ],
)
def test_short_words_mean_the_publisher_the_area_or_those_in_it(
    about: Head, text: str, recipient: str
) -> None:
    assert {award.recipient for award in awards_of(text, about)} == {recipient}


@pytest.mark.parametrize(
    ("text", "agents"),
    [
        ("甲镇乙村、丙镇丁村等4个村被评为省级示范村。", ["甲镇乙村", "丙镇丁村"]),
        ("李某、王某等同志获评全省先进个人。", ["李某", "王某"]),
        ("张大山同志获评全省先进个人。", ["张大山"]),
        ("2015区司法局荣获全省先进集体。", [BUREAU]),
    ],
)
def test_those_who_are_honoured(text: str, agents: list[str]) -> None:
    (award,) = awards_of(text)
    assert [agent.name for agent in award.recipients] == agents


def test_the_time_of_another_honour_is_not_carried_on() -> None:
    text = "甲所2019年获评全省先进集体;乙所2020年获评全市先进单位;丙所获评全区优秀集体。"
    assert [award.period and award.period.notation for award in awards_of(text)] == ["2019", "2020", "2023"]


def test_an_area_is_known_by_its_own_name() -> None:
    (award,) = awards_of("桃源县获评全国法治政府建设示范县。", COUNTY)
    assert [(agent.kind, agent.area) for agent in award.recipients] == [("area", "430725")]


def test_an_honour_told_again_has_the_same_recipient() -> None:
    text = "甲所获评全省优秀项目。\n统筹推进各项工作,规范程序,获评全省优秀项目。"
    assert pairs_of(text) == [("甲所", "全省优秀项目")] * 2


@pytest.mark.parametrize(
    ("text", "conferrer"),
    [
        ("甲所被司法部表彰为“全国先进集体”。", "司法部"),
        ("甲所荣获司法部授予的“全国先进集体”称号。", "司法部"),
        ("甲所被省司法厅评为先进集体。", "江苏省司法厅"),
        ("甲所被省司法厅通报表扬。", "江苏省司法厅"),
        ("省司法厅授予甲所“优秀集体”称号。", "江苏省司法厅"),
        ("甲所被市委、市政府评为先进集体。", "常州市委"),
        ("甲所被公安部、共青团中央联合授予“全国先进集体”。", "公安部"),
        ("甲所被中央文明委授予全国文明单位称号。", "中央文明委"),
        ("甲所被公安部交管局命名为先进集体。", "公安部交管局"),
        ("甲所被区公安部门评为先进集体。", None),
        ("甲所被团中央、最高法等11家单位授予“全国青少年维权岗”。", "团中央"),
        ("甲所被司法部记集体一等功。", "司法部"),
        ("近日,省司法厅下发《关于表彰先进单位的决定》,甲所荣获全省先进集体。", "江苏省司法厅"),
        ("近日,省司法厅下发《关于普法工作的意见》,甲所荣获全省先进集体。", None),
        ("甲所获评省司法厅“全省优秀集体”。", "江苏省司法厅"),
        ("甲所被国家机关事务管理局等四部委授予“节约型机关”。", "国家机关事务管理局"),
        ("甲所被评为全省先进集体。", None),
    ],
)
def test_who_confers(text: str, conferrer: str | None) -> None:
    (award,) = awards_of(text)
    assert award.recipient == "甲所"
    assert (award.conferred_by.name if award.conferred_by else None) == conferrer


@pytest.mark.parametrize(
    ("name", "level"),
    [
        ("全国先进集体", "national"),
        ("国家级示范项目", "national"),
        ("司法部先进集体", "national"),
        ("全省先进集体", "provincial"),
        ("省级示范项目", "provincial"),
        ("江苏省先进集体", "provincial"),
        ("全市先进集体", "municipal"),
        ("常州市先进集体", "municipal"),
        ("市优秀集体", "municipal"),
        ("全区先进集体", "county"),
        ("先进集体", None),
    ],
)
def test_the_name_tells_the_level(name: str, level: str | None) -> None:
    (award,) = awards_of(f"甲所获评{name}。")
    assert award.level == level


@pytest.mark.parametrize(
    ("fields", "level"),
    [
        ({"area": "310113", "publisher": Body("310113", "上海市宝山区司法局", None)}, "provincial"),
        ({"area": "320684", "publisher": Body("320684", "海门市司法局", None)}, "county"),
        ({"area": "320400", "publisher": Body("320400", "常州市司法局", None), "level": "city"}, "municipal"),
    ],
)
def test_what_the_whole_city_means_depends_on_the_area(fields: dict[str, Any], level: str) -> None:
    (award,) = awards_of("我局获评全市先进集体。", report(**fields))
    assert award.level == level


def test_a_passive_behind_an_honour_opens_the_next() -> None:
    text = "我局荣获“全省先进集体”并被司法部记集体一等功、“全国模范单位”等荣誉。"
    assert names_of(text) == ["全省先进集体", "集体一等功", "全国模范单位"]
    assert [award.conferred_by is not None for award in awards_of(text)] == [False, True, True]


@pytest.mark.parametrize("text", ["区委书记高度重视。", "登记集体企业优秀项目3个。", "记录先进典型案例。"])
def test_record_in_other_words_confers_nothing(text: str) -> None:
    assert names_of(text) == []


def test_the_occasion_in_the_clause_before_tells_the_level() -> None:
    (award,) = awards_of("在全市考核中名列前茅,连续五年获评优秀等次。")
    assert award.level == "municipal"


def test_the_conferrer_tells_the_level_where_the_name_does_not() -> None:
    (award,) = awards_of("甲所被司法部评为先进集体。")
    assert award.level == "national"


@pytest.mark.parametrize(
    ("text", "planned"),
    [
        ("申报全国法治政府建设示范区。", True),
        ("积极争创省级文明单位。", True),
        ("创建省级“枫桥式司法所”。", True),
        ("参加全市优秀执法案例评选。", True),
        ("推荐李某参评“全国模范人民调解员”。", True),
        ("力争获评全省先进集体。", True),
        ("力争创成省级示范村。", True),
        ("做好“某中心”司法部授牌验收准备。", True),
        ("获评全省先进集体。", False),
        ("成功申报全国示范项目。", False),
        ("巩固全省法治政府建设示范区创建成果。", False),
    ],
)
def test_won_or_sought(text: str, planned: bool) -> None:
    (award,) = awards_of(text)
    assert award.planned is planned


def test_in_a_plan_only_results_count_as_won() -> None:
    plan = report(type="work-plan")
    (won,) = awards_of("巩固拓展全省法治政府建设示范区创建成果。", plan)
    (sought,) = awards_of("争取获评全省法治政府建设示范区。", plan)
    assert (won.planned, sought.planned) == (False, True)


@pytest.mark.parametrize(
    "text",
    [
        "经验做法在全省推广,获省委书记批示肯定。",
        "工作做法被《法治时报》刊发,获得群众好评。",
        "年度考核排名全市第一。",
        "顺利通过全国示范区实地验收。",
        "区行政审批局被确定为全国试点单位。",
        "扎实开展全国法治政府建设示范创建活动。",
        "开展全国守法普法示范市创建工作。",
        "开展十大“法治带头人”评选活动,深化“一所一品”创建。",
        "创建清廉机关,创建“一所一品”品牌。",
        "申报行政检查计划162项,推荐优秀年轻干部3名。",
        "群众获得感显著增强,查获案件5起,收到锦旗8面。",
        "我市获评的示范项目总数位居全省第一。",
        "将3个单位命名为全区法治示范单位。",
        "我区命名5个示范项目,表彰35个依法行政示范单位。",
        "制定《争创全国法治政府建设示范区工作方案》。",
        "开展“争创全省先进集体”主题活动。",
        "",
        "获评",
        "获评。",
        "获评“",
    ],
)
def test_what_is_no_award(text: str) -> None:
    assert names_of(text) == []


def test_the_year_is_the_sentences_or_the_reports() -> None:
    named, own = awards_of("2022年,甲所获评全省先进集体。乙所获评2021年度全市优秀单位。")
    assert named.period == Period.of_year(2022)
    assert own.period == Period.of_year(2023)
    text = "明年安排。争创全省先进集体。"
    (sought,) = awards_of(text, sections=(Section(1, "明年安排", 0, 5, len(text), "next-plan"),))
    assert sought.period == Period.of_year(2024)


def test_recipients_are_bodies_areas_or_honourees() -> None:
    text = "甲司法所、“老友”工作室获评全省先进集体。申报全国法治政府建设示范区。李某获评全省先进个人。"
    both, area, person = (award.recipients for award in awards_of(text))
    assert [agent.kind for agent in area] == ["area"]
    assert area[0].area == "320402"
    assert both[0].kind == "body"
    assert (person[0].kind, person[0].name, person[0].area) == ("honouree", "李某", "320402")


def test_a_persons_offices_are_one_recipient() -> None:
    (award,) = awards_of("党组书记、局长李某获评全省先进个人。")
    assert len(award.recipients) == 1


def test_a_report_without_publisher_or_area_still_has_recipients() -> None:
    (award,) = awards_of("荣获全省先进集体。", Head(covers_year=2023))
    assert award.recipients
    assert award.recipient


def test_the_evidence_points_into_the_text_as_decoded() -> None:
    text = "東湖區司法局獲評全省先進集體。"
    (award,) = awards_of(text)
    assert text[award.evidence.start : award.evidence.end] == award.evidence.quote == "全省先進集體"
    assert award.name == "全省先进集体"


@pytest.mark.parametrize(
    ("text", "recipient"),
    [
        ("获评全国示范单位的区公证处接待群众。", "常州市天宁区公证处"),
        ("区委通报了考核结果,区公证处成绩突出,获评全省优秀单位。", "常州市天宁区公证处"),
        ("力争区公证处获评全国青年文明号。", "常州市天宁区公证处"),
        ("这也是该局连续三年获评全省优秀单位。", BUREAU),
    ],
)
def test_the_one_honoured_is_found_around_the_honour(text: str, recipient: str) -> None:
    assert [award.recipient for award in awards_of(text)] == [recipient]


def test_honours_that_stand_before_those_who_have_them() -> None:
    text = "涌现出“全国优秀人民调解员”王某、“全省最美法律援助人”张某等先进典型。"
    assert pairs_of(text) == [("王某", "全国优秀人民调解员"), ("张某", "全省最美法律援助人")]
    assert names_of("涌现出“有事找我”李某等典型。") == []


def test_a_prize_of_a_contest_that_others_hold() -> None:
    (award,) = awards_of("作品荣获司法部举办的全国微视频大赛优秀奖。")
    assert award.name == "全国微视频大赛优秀奖"
    assert award.conferred_by is not None
    assert award.conferred_by.name == "司法部"


def test_what_is_its_own_is_named_without_it() -> None:
    text = "甲街道获评全省法治示范街道,其“法治驿站”项目获全市实事项目一等奖。"
    assert pairs_of(text)[1] == ("“法治驿站”项目", "全市实事项目一等奖")


@pytest.mark.parametrize(
    ("text", "level"),
    [
        ("李某荣登“江苏好人榜”。", "provincial"),
        ("李某荣登“常州好人榜”。", "municipal"),
        ("李某荣登“平安好人榜”。", None),
        ("作品在全省微视频大赛中荣获金奖。", "provincial"),
        ("作品荣获金奖。", None),
    ],
)
def test_levels_by_short_names_and_occasions(text: str, level: str | None) -> None:
    assert [award.level for award in awards_of(text)] == [level]


def test_a_town_is_honoured_as_a_town_and_as_an_office() -> None:
    town = report(
        publisher=Body("320402", "常州市天宁区郑陆镇人民政府", "township-government"),
        township="320402109",
        level="township",
    )
    text = "我镇荣获全省法治示范镇称号。\n我镇荣获全省优秀单位。"
    recipients = [award.recipient for award in awards_of(text, town)]
    assert recipients == ["常州市天宁区郑陆镇", "常州市天宁区郑陆镇人民政府"]


@pytest.mark.parametrize(
    ("text", "pair"),
    [
        ("区应急救援大队获评全省先进集体。", ("常州市天宁区应急救援大队", "全省先进集体")),
        ("甲所在全市评比中获评优秀单位。", ("甲所", "优秀单位")),
        ("李某获评全区优秀共产党员。", ("李某", "全区优秀共产党员")),
        ("李某当选2022年度江苏省“法治人物”。", ("李某", "2022年度江苏省“法治人物”")),
        ("争取新增省级民主法治示范村2个。", ("常州市天宁区的村", "省级民主法治示范村")),
        ("2件行政执法案例入选全省指导案例。", (f"{BUREAU}行政执法案例", "全省指导案例")),
    ],
)
def test_who_is_honoured_with_what(text: str, pair: tuple[str, str]) -> None:
    assert pairs_of(text) == [pair]


def test_two_commendations_are_two_honours() -> None:
    text = "甲镇受到市司法局通报表扬。\n区公证处受到省厅通报表扬。"
    first, second = awards_of(text)
    assert (first.recipient, second.recipient) == ("甲镇", "常州市天宁区公证处")
    assert second.conferred_by == Body("320000", "江苏省司法厅", "judicial-bureau")
    (third,) = awards_of("区公证处受到司法厅通报表扬。")
    assert third.conferred_by == second.conferred_by


@pytest.mark.parametrize("text", ["全年获区委、区政府嘉奖令5次。", "收到表扬信8封,获感谢信2封。"])
def test_counts_of_thanks_are_no_honours(text: str) -> None:
    assert names_of(text) == []


@given(st.text(alphabet="获评荣授予被司法部全国省先进集体“”、,。()和的创建申报\n3个", max_size=60))
def test_awards_are_in_order_with_honest_evidence(text: str) -> None:
    found = awards_of(text)
    keys = [award.evidence.key for award in found]
    assert keys == sorted(set(keys))
    for award in found:
        assert award.evidence.quote == text[award.evidence.start : award.evidence.end]
        assert award.recipients
