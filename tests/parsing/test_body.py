"""Where the report's own words begin and end."""

from __future__ import annotations

import pytest

from tests.parsing.pages import read, words

TEXT = "2023年，县司法局依法履职。\n一、主要做法\n全年审查文件30件。"
CLEAN = "2023年,县司法局依法履职。\n一、主要做法\n全年审查文件30件。"


@pytest.mark.parametrize(
    "before",
    [
        "",
        "您当前的位置：首页 > 内容\n",
        "当前位置：\n首页\n> 政府信息公开 > 政策文件\n",
        "首页 → 政务公开\n",
        "首页　政务公开　办事服务　互动交流　走进云岭\n",
        "今天是2019年12月3日 星期二\n",
        "无障碍 简体| 繁体\n",
        "字体：[大] [中] [小]\n打印\n分享\n",
        "【字号 大 中 小】\n",
        "扫一扫在手机打开当前页\n",
        "欢迎访问云岭县人民政府门户网站！\n",
        "您访问的链接即将离开本网站，是否继续？\n",
        "索引号： | A1 | 内容概述： | 本报告总结了全年工作。 |\n",
        "发布机构\n县司法局\n",
        "云岭县司法局2023年工作总结\n",
        "网站介绍一句话。\n云岭县司法局2023年工作总结\n",
    ],
)
def test_nothing_of_the_page_before_it(before: str) -> None:
    page = read(before + TEXT)
    assert words(page, page.body) == CLEAN


@pytest.mark.parametrize(
    "after",
    [
        "",
        "\n打印 关闭",
        "\n【打印】【关闭】",
        "\n责任编辑：李某",
        "\n（责任编辑：李某）",
        "\n上一篇：云岭县2022年度法治政府建设情况报告\n下一篇：没有了",
        "\n相关文章\n某县举办培训班。2020-01-01\n某县召开会议。2020-01-02",
        "\n附件下载\n附件：表格.xls",
        "\n扫一扫在手机打开当前页",
        "\n主办单位：云岭县人民政府办公室　备案号：某ICP备1号",
        "\n版权所有：云岭县人民政府　网站标识码：1234567890",
        "\n当前页二维码\n政策咨询\n• 咨询部门*\n• 手机号码*\n• 姓 名*\n• 标 题*\n• 是否公开",
        "\n（此件公开发布）",
        "\n分享到：",
    ],
)
def test_nothing_of_the_page_after_it(after: str) -> None:
    page = read(TEXT + after)
    assert words(page, page.body) == CLEAN


@pytest.mark.parametrize(
    ("closing", "signature"),
    [
        ("云岭县司法局\n2024年1月5日", "云岭县司法局\n2024年1月5日"),
        ("云岭县司法局 2024年1月5日", "云岭县司法局2024年1月5日"),
        ("中共云岭县委\n云岭县人民政府\n2024年1月5日", "中共云岭县委\n云岭县人民政府\n2024年1月5日"),
        ("二〇二四年一月五日", "二〇二四年一月五日"),
        ("云岭县司法局", "云岭县司法局"),
        ("云岭县司法局\n\n2024年15日", "云岭县司法局\n\n2024年15日"),
        ("云岭镇人民政府\n2024.1.5\n\n（此件公开发布）\n打印本页", "云岭镇人民政府\n2024.1.5"),
    ],
)
def test_signatures(closing: str, signature: str) -> None:
    page = read(f"{TEXT}\n{closing}")
    assert words(page, page.signature) == signature
    assert words(page, page.body) == CLEAN


@pytest.mark.parametrize("last", ["全年审查文件30件。", "下一步，继续推进2024年1月5日起施行的办法。"])
def test_a_last_sentence_is_no_signature(last: str) -> None:
    assert read(f"{TEXT}\n{last}").signature is None


@pytest.mark.parametrize("last", ["关闭违规场所12家", "打印宣传册3000份", "承办案件120件", "注册律师12名"])
def test_a_last_line_is_not_taken_for_a_button(last: str) -> None:
    page = read(f"{TEXT}\n{last}")
    assert (words(page, page.body) or "").endswith(last)


def test_a_field_on_the_line_of_the_first_paragraph() -> None:
    page = read(f"来源：县司法局　{TEXT}")
    assert words(page, page.body) == CLEAN
    assert [field.value for field in page.fields] == ["县司法局"]


def test_words_of_furniture_within_the_text_stay() -> None:
    text = (
        "2023年，县司法局依法履职。\n打印宣传资料3000份，分享典型案例12个。\n"
        "相关信息公开46条。\n全年调解纠纷500起。"
    )
    page = read(text)
    assert "打印宣传资料" in (words(page, page.body) or "")
    assert (words(page, page.body) or "").endswith("500起。")


@pytest.mark.parametrize("text", ["全年调解500起。", "调解纠纷500起", "一、工作开展"])
def test_the_shortest_texts_have_a_body(text: str) -> None:
    page = read(text)
    assert words(page, page.body) == text


@pytest.mark.parametrize("text", ["", "\n\n", "首页 > 内容", "来源：县司法局"])
def test_pages_with_nothing_of_their_own(text: str) -> None:
    page = read(text)
    assert page.body == (0, 0)
    assert page.sections == ()
    assert page.parts == ()
