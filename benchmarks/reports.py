"""Made-up reports for measurements: own sentences, other numbers and districts for each number."""

from __future__ import annotations

import random
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

DISTRICTS = (
    "常州市天宁区",
    "南昌市东湖区",
    "韶关市曲江区",
    "长沙市天心区",
    "上海市宝山区",
    "长治市潞州区",
    "晋江市",
)
SENTENCES = (
    "全年收到行政复议申请{a}件，受理{b}件，审结{c}件，其中维持{d}件、撤销{e}件。",
    "各级人民调解组织排查矛盾纠纷{a}件，调解成功{b}件，调解成功率达{p}%。",
    "办理法律援助案件{a}件，同比增长{p}%，为受援人挽回经济损失{b}余万元。",
    "印发《{district}重大行政决策目录》《{district}行政规范性文件管理办法》，备案审查规范性文件{d}件。",
    "公布“首违不罚”事项清单（第{n}版），共{c}项，全年免罚案件{d}件，涉及金额{a}.{d}万元。",
    "开展“法律明白人”培训{d}场次，培训骨干{b}余名，发放宣传资料近{a}份。",
    "{district}公证处办理公证事项{a}件，被司法部评为“全国公共法律服务先进集体”。",
    "打造“法润{district}”普法品牌，建成法治文化阵地{d}个，覆盖全部{e}个镇街。",
    "深入学习宣传《中华人民共和国行政处罚法》，组织执法人员参加考试，合格率{p}%。",
    "推行行政执法公示、执法全过程记录、重大执法决定法制审核三项制度，抽查案卷{c}卷。",
    "涉企检查次数同比下降{e}%以上，“双随机、一公开”抽查企业{b}家次。",
    "社区矫正对象在册{c}人，新接收{d}人，解除{e}人，未发生重大案事件。",
)
WITHOUT_FACTS = (
    "坚持把法治政府建设摆在全局工作的重要位置，统筹谋划、整体推进，推动各项任务落到实处。",
    "压实各部门责任，加强工作调度和跟踪问效，形成上下联动、齐抓共管的良好局面。",
    "聚焦群众关心的热点难点，完善工作流程，提升服务质效，不断增强群众的获得感和满意度。",
    "注重源头预防，加强部门之间的协作配合，推动矛盾化解在基层、解决在萌芽状态。",
    "严格规范公正文明执法，执法方式更加人性化，执法质量和公信力稳步提升。",
)
PLANS = (
    "2024年，计划培训执法人员{b}人次，确保行政机关负责人出庭应诉率达到{p}%。",
    "力争创建全国民主法治示范村{n}个，新建公共法律服务工作站{d}个。",
)
PROBLEMS = (
    "一是基层执法力量仍较薄弱，专职人员不足{d}人；",
    "二是普法的针对性还不够强；",
    "三是部分单位对行政执法监督重视不足。",
)


def report(number: int, length: int = 5000) -> str:
    """Return a yearly report of about so many characters."""
    dice = random.Random(number)  # noqa: S311
    district = dice.choice(DISTRICTS)
    lines = [
        f"{district}司法局2023年法治政府建设年度报告",
        "",
        f"发布日期：2024-0{dice.randint(1, 6)}-15",
        "",
    ]
    lines.append(f"2023年，{district}司法局深入推进法治政府建设，现将有关情况报告如下。")
    lines.append("一、主要举措和成效")
    heading = 0
    while sum(map(len, lines)) < length - 500:
        heading += 1
        lines.append(f"（{heading}）推进依法行政第{heading}项工作")
        facts = filled(dice, dice.choices(SENTENCES, k=1), district)
        lines.append("".join((*dice.choices(WITHOUT_FACTS, k=3), *facts)))
    lines += ["二、存在的不足", *filled(dice, PROBLEMS, district)]
    lines += ["三、主要负责人履行第一责任人职责情况", "主要负责人定期听取汇报，带头述法。"]
    lines += ["四、下一年度工作安排", *filled(dice, PLANS * 2, district)]
    return "\n".join(lines) + "\n"


def filled(dice: random.Random, templates: tuple[str, ...] | list[str], district: str) -> Iterator[str]:
    """Yield sentences with their blanks filled."""
    for template in templates:
        yield template.format(
            district=district,
            a=dice.randint(1000, 9000),
            b=dice.randint(300, 1000),
            c=dice.randint(100, 300),
            d=dice.randint(20, 99),
            e=dice.randint(2, 19),
            n=dice.randint(2, 5),
            p=round(dice.uniform(50, 100), 2),
        )


def write(folder: Path, count: int) -> None:
    """Write so many reports into a folder."""
    for number in range(count):
        path = folder / f"{number % 10}" / f"{number:05}.txt"
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(report(number), "utf-8")
