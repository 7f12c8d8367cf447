"""A government web page, from its bytes to what is found in it."""

from __future__ import annotations

import pytest

from kg.reading.decode import decode
from kg.reading.source import Source
from tests.parsing.pages import fields, headings, read, words

PAGE = """<!DOCTYPE html><html><head><meta charset="{charset}">
<title>云岭县司法局2023年法治政府建设年度报告_云岭县人民政府</title>
<meta name="ArticleTitle" content="云岭县司法局2023年法治政府建设年度报告">
<meta name="PubDate" content="2024-01-22 16:20"><style>p {{color: red}}</style></head><body>
<div><a>无障碍</a> | <a>长者模式</a> <a>登录</a></div>
<ul><li>首页</li><li>走进云岭</li><li>新闻中心</li><li>政务公开</li></ul>
<div>您现在的位置：<a>首页</a> &gt; <a>政务公开</a> &gt; <a>法治政府建设年度报告</a></div>
<table><tr><td>索引号</td><td>01234/2024-3</td><td>公开责任部门</td><td>县司法局</td></tr>
<tr><td>文号</td><td>&nbsp;</td></tr></table>
<h1>云岭县司法局2023年法治政府建设年度报告</h1>
<div><span>来源：县司法局</span>&nbsp;<span>浏览次数：<script>document.write(1)</script></span>
<span>字体：【<a>大</a> <a>中</a> <a>小</a>】</span></div>
<div><p>　　2023年，县司法局依法行政。现将有关情况报告如下：</p><p><strong>一、主要举措和成效</strong></p>
<p>　　（一）普法<span>宣传</span>。开展活动<span>30</span>场次。</p>
<table><tr><td><p>行政复议</p></td><td><p>12件</p></td></tr></table>
<p>二、存在的不足</p><p>人员偏少。</p><p>云岭县司法局</p><p>2024年1月20日</p></div>
<div><a>打印本页</a><a>关闭窗口</a></div><div>上一篇：<a>云岭县司法局2022年法治政府建设年度报告</a></div>
<div><p>主办：云岭县人民政府办公室</p><p>网站标识码：1234567890</p></div></body></html>"""


@pytest.mark.parametrize(
    ("encoding", "charset"), [("utf-8", "utf-8"), ("gb18030", "gb2312"), ("utf-8", "gbk")]
)
def test_a_web_page(encoding: str, charset: str) -> None:
    data = PAGE.format(charset=charset).encode(encoding)
    page = read(decode(Source("page", "page.html", data)))
    assert words(page, page.title) == "云岭县司法局2023年法治政府建设年度报告"
    found = dict(reversed(fields(page)))
    assert found["publisher"] == found["source"] == "县司法局"
    assert (found["issued"], found["index"]) == ("2024-01-22 16:20", "01234/2024-3")
    assert "document-number" not in found
    assert words(page, page.signature) == "云岭县司法局\n2024年1月20日"
    assert (words(page, page.body) or "").split("\n") == [
        "2023年,县司法局依法行政。现将有关情况报告如下:",
        "一、主要举措和成效",
        "(一)普法宣传。开展活动30场次。",
        "行政复议|12件",
        "二、存在的不足",
        "人员偏少。",
    ]
    assert headings(page) == [
        (1, "主要举措和成效", "achievements"),
        (2, "普法宣传", "achievements"),
        (1, "存在的不足", "shortcomings"),
    ]


def test_a_word_for_a_field_that_opens_a_sentence_breaks_no_line() -> None:
    page = read(
        "审核修改《某条例》等法规23 部。全年办案30件，调解纠纷50件。\n" + "全年普法宣传取得实效。" * 3
    )
    assert "法规23部。" in page.plain
