"""Programs in lists, behind class words and in subjects: what belongs to a name and what does not."""

import pytest

from tests.extraction.program_reading import names, programs_of, types


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("开展禁毒专题宣传、“3.15”维权普法行动。", ["3.15维权普法行动"]),
        ("落实《会议规则》及“双周例会”制度。", ["双周例会制度"]),
        ("举办“4.15”全民国家安全教育日、民法典宣传月活动。", ["4.15全民国家安全教育日", "民法典宣传月活动"]),
        ("开展“春雨润企”活动。", ["春雨润企活动"]),
        ("开展“禁毒宣传月”活动。", ["禁毒宣传月"]),
        ("开展习近平法治思想“七进”活动。", ["习近平法治思想七进活动"]),
    ],
)
def test_a_quoted_name_in_a_list(text: str, expected: list[str]) -> None:
    assert names(programs_of(text)) == expected


@pytest.mark.parametrize(
    "text",
    [
        "将总体要求作为根本遵循和行动指南。",
        "推进服务体系化、标准化。",
        "完善法治政府建设推进机制。",
        "召集村干部、“两代表”等共120余人次参加。",
        "乡镇做到“放得下、接得住”。",
    ],
)
def test_what_only_ends_as_names_do_is_none(text: str) -> None:
    assert names(programs_of(text)) == []


@pytest.mark.parametrize(
    ("text", "notation"),
    [
        ("县行政争议调解中心于2023年6月12日正式揭牌。", "administrative-dispute-resolution"),
        ("镇街综合行政执法改革实现“一支队伍管执法”。", "township-enforcement-reform"),
        ("以公共法律服务体系建设为突破口,补齐短板。", "public-legal-service"),
        ("推进行政执法责任制,明确岗位职责。", "enforcement-supervision"),
        ("深化工程建设项目审批制度改革。", "delegation-reform"),
        ("建成法治文化街区1处。", "rule-of-law-culture-site"),
        ("组织新任干部法治理论考试2场。", "law-exam-programme"),
    ],
)
def test_the_kind_of_what_is_in_place(text: str, notation: str) -> None:
    assert notation in types(programs_of(text))


def test_a_standing_conference_is_part_of_its_names() -> None:
    assert names(programs_of("制定涉外法治工作联席会议制度并召开会议。")) == ["涉外法治工作联席会议制度"]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "落实轻微违法免罚和初次违法慎罚制度。",
            [("轻微违法免罚和初次违法慎罚制度", "first-offence-leniency")],
        ),
        ("执行“两个维护”十项制度机制。", []),
        ("建成规范化司法所7个。", [("规范化司法所", "judicial-station-building")]),
        ("组织党委(党组)理论学习中心组学习,", [("理论学习中心组学习", "law-study")]),
    ],
)
def test_what_is_joined_counted_or_bracketed(text: str, expected: list[tuple[str, str]]) -> None:
    found = programs_of(text)
    assert list(zip(names(found), types(found), strict=True)) == expected


def test_a_wording_that_names_a_thing_of_its_own_stands_beside_others_of_its_kind() -> None:
    text = "建成天山公证处东岭服务站,推行远程公证,改进公证服务。"
    assert names(programs_of(text)) == ["天山公证处东岭服务站", "远程公证"]
    found = programs_of(
        "举办全县干部法治建设能力提升班。开展理论学习中心组学习6次。组织中心组学习,讲法治课。"
    )
    assert [p.name[-5:] for p in found] == ["能力提升班", "中心组学习"]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("推行“支部+网格”的模式,走访群众。", ["支部+网格的模式"]),
        ("举办法治思想专题培训及2024年度执法业务提升班。", ["执法业务提升班"]),
        ("梳理行政规范性文件及会议材料。", []),
        ("根据省、市“八五”普法规划要求,部署任务。", []),
        ("采用“线上+线下”双轨并行机制。", []),
        ("召开全镇依法治理委员会会议。", []),
        ("组织机关工作人员学法考试2.4万人次。", ["机关工作人员学法考试"]),
    ],
)
def test_what_is_dealt_with_demanded_or_met_in_names_nothing(text: str, expected: list[str]) -> None:
    assert names(programs_of(text)) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("深化中心组学法机制,中心组学法4次。", [("中心组学法机制", "law-study")]),
        ("落实党的二十大精神宣讲机制。", [("党的二十大精神宣讲机制", "party-building")]),
        ("落实政府常务会议集体学法制度。", [("政府常务会议集体学法制度", "law-study")]),
        (
            "建立法治督察与纪检监察监督衔接机制。",
            [("法治督察与纪检监察监督衔接机制", "rule-of-law-supervision")],
        ),
        ("以“强化服务、彰显法治”为主线,提升能力。", []),
        (
            "制定实施《某县党政主要负责人履行推进法治建设第一责任人职责清单》。",
            [("党政主要负责人履行推进法治建设第一责任人职责", "leader-responsibility")],
        ),
    ],
)
def test_names_hold_what_belongs_together(text: str, expected: list[tuple[str, str | None]]) -> None:
    found = programs_of(text)
    assert list(zip(names(found), types(found), strict=True)) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("推广应用“复议云”平台,方便申请。", "reconsideration-reform"),
        ("探索“社矫对象+公益劳动”帮扶模式。", "community-correction"),
        ("打造“法润乡村”普法直播间。", "legal-publicity"),
        ("建立企业诉求直达快办机制。", "enterprise-legal-service"),
        ("组织“海棠花开”沙龙。", None),
    ],
)
def test_a_stem_in_the_name_tells_the_kind_where_no_wording_does(text: str, expected: str | None) -> None:
    assert types(programs_of(text)) == [expected]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("开展行政复议“直通车”服务。", [("行政复议直通车服务", "reconsideration-reform")]),
        ("推进司法所“五化”建设。", [("司法所五化建设", "judicial-station-building")]),
        ("推进机关作风“四化”建设。", []),
        ("实行重大行政决策目录化管理。", [("重大行政决策", "major-decision-procedure")]),
        ("研究重大行政决策。", []),
        ("组建“双语”普法小分队。", [("双语普法小分队", "legal-publicity")]),
    ],
)
def test_what_a_quotation_modifies_and_what_modifies_it(
    text: str, expected: list[tuple[str, str | None]]
) -> None:
    found = programs_of(text)
    assert list(zip(names(found), types(found), strict=True)) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("县行政争议调解中心受理申请48件。", ["县行政争议调解中心"]),
        ("县行政争议调解中心人员48名。", []),
        ("组织专题会5次、案卷评查2次。", ["案卷评查"]),
        ("修订《某县重大行政决策程序规定》。", []),
        ("印发《某县重大行政决策事项目录》。", ["重大行政决策事项目录"]),
    ],
)
def test_bodies_that_work_counts_between_names_and_what_titles_regulate(
    text: str, expected: list[str]
) -> None:
    assert names(programs_of(text)) == expected
