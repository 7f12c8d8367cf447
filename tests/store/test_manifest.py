from datetime import date

import pytest

from kg import areas
from kg.errors import ReadError
from kg.model import Given
from kg.store import manifest
from kg.store.manifest import ManifestError
from tests.store import small

GAZETTEER = areas.load()


def read(folder, content, **more):
    small.write(folder, {"m.csv": content, "a.txt": "甲", "sub/b.txt": "乙"})
    return manifest.read(folder / "m.csv", GAZETTEER, **more)


def mistakes(folder, content):
    with pytest.raises(ManifestError) as caught:
        read(folder, content)
    return [(problem.line, problem.error.code) for problem in caught.value.problems]


def test_all_columns(tmp_path):
    rows = read(
        tmp_path, "file,source,area,year,type,issued\na.txt,http://x/1,320402,2023,work-plan,2024-02-29\n"
    )
    said = Given("http://x/1", "320402", 2023, "work-plan", date(2024, 2, 29))
    assert rows == (manifest.Row(tmp_path / "a.txt", said),)


@pytest.mark.parametrize(
    "content",
    [
        "\ufefffile,area\r\na.txt,常州市天宁区\r\n",
        'Area , FILE,remark\n 天宁区 ,"a.txt",说明\n\n,,\n',
        "file,area\na.txt,320402",
    ],
)
def test_byte_order_mark_spaces_case_quotes_blank_lines_and_other_columns(tmp_path, content):
    assert [row.given for row in read(tmp_path, content)] == [Given(area="320402")]


def test_empty_cells_and_short_rows_say_nothing(tmp_path):
    rows = read(tmp_path, "file,source,area,year\na.txt,,\nsub/b.txt,,,2020\n")
    assert [row.given for row in rows] == [Given(), Given(year=2020)]


def test_files_are_relative_to_the_manifest_or_else_to_the_folders_named(tmp_path):
    small.write(tmp_path, {"reports/a.txt": "", "reports/c.txt": ""})
    rows = read(tmp_path, "file\na.txt\nc.txt\n", folders=[tmp_path / "reports"])
    assert [row.path for row in rows] == [tmp_path / "a.txt", tmp_path / "reports" / "c.txt"]


def test_every_mistake_is_told_with_its_line(tmp_path):
    rows = [
        "file,area,year,type,issued",
        "a.txt,999999,2023,,",
        "nowhere.txt,,,,",
        "sub/b.txt,天宁区,23,report,2023-02-30",
        ",,2023,,",
        '"a.txt",,,,',
        "a.txt,,,,2024/1/1",
        "a.txt,,,,",
        "a.txt,没有这个地方,,,",
    ]
    assert mistakes(tmp_path, "\n".join(rows)) == [
        (2, "given-area-code-unknown"),
        (3, "file-missing"),
        (4, "given-year-wrong"),
        (4, "given-type-unknown"),
        (4, "given-date-wrong"),
        (5, "manifest-file-empty"),
        (7, "given-date-wrong"),
        (7, "manifest-file-twice"),
        (8, "manifest-file-twice"),
        (9, "given-area-name-unknown"),
        (9, "manifest-file-twice"),
    ]


@pytest.mark.parametrize(
    ("header", "codes"),
    [
        ("fil,area", ["manifest-column-misspelt"]),
        ("file,aera", ["manifest-column-misspelt"]),
        ("file,issue,yaer", ["manifest-column-misspelt"] * 2),
        ("file,area,area", ["manifest-column-twice"]),
        ("path,area", ["manifest-column-missing"]),
        ("", ["manifest-column-missing"]),
    ],
)
def test_wrong_columns(tmp_path, header, codes):
    assert mistakes(tmp_path, f"{header}\na.txt,320402,2023") == [(1, code) for code in codes]


def test_the_message_has_both_languages_and_all_lines(tmp_path):
    with pytest.raises(ManifestError) as caught:
        read(tmp_path, "file,year\na.txt,一九\nb.txt,\n")
    english, chinese = (caught.value.in_language(language).splitlines() for language in ("en", "zh"))
    assert "m.csv" in english[0]
    assert "line 2" in english[1]
    assert "line 3" in english[2]
    assert "第 2 行" in chinese[1]
    assert "四位数字" in chinese[1]


@pytest.mark.parametrize("content", ['file\n"a.txt\n', 'file\n"a"b.txt\n', "file\na\0.txt\n"])
def test_broken_tables(tmp_path, content):
    with pytest.raises(ManifestError):
        read(tmp_path, content)


def test_another_encoding_is_refused_with_advice(tmp_path):
    with pytest.raises(ReadError) as caught:
        read(tmp_path, "file,area\na.txt,天宁区".encode("gb18030"))
    assert "UTF-8" in str(caught.value)


def test_a_manifest_that_is_not_there(tmp_path):
    with pytest.raises(ReadError):
        manifest.read(tmp_path / "m.csv", GAZETTEER)
    with pytest.raises(ReadError):
        manifest.read(tmp_path, GAZETTEER)
