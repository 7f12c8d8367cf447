import csv
import io
import json

import pytest

from kg.querying import library


def test_the_list_names_every_question_its_parameters_and_the_folder(kg):
    shown = kg("query", "--list").stdout
    for question in library.questions():
        line = next(line for line in shown.splitlines() if line.strip().startswith(question.id + " "))
        assert question.title in line
        for parameter in question.parameters:
            assert parameter.name + ("*" if parameter.required else "") in line
    assert "queries" in shown.splitlines()[-1]


def test_the_list_speaks_chinese(kg, monkeypatch):
    monkeypatch.setenv("KG_LANG", "zh")
    assert library.question("awards").title_zh in kg("query", "--list").stdout


def test_a_table_for_people(kg, store):
    shown = kg("query", "first-offence-lists", "--store", store, "--param", "area=天宁区")
    assert shown.exit_code == 0
    assert shown.stderr == ""
    assert "146" in shown.stdout
    assert "realised 已有" in shown.stdout
    assert "rows: 1" in shown.stdout


def test_csv(kg, store):
    shown = kg(
        "query", "awards", "--store", store, "-p", "year=2023", "-p", "level=national", "--format", "csv"
    )
    rows = list(csv.DictReader(io.StringIO(shown.stdout_bytes.decode(), newline="")))
    assert [row["recipient"] for row in rows] == ["常州市天宁区司法局", "王小明"]
    assert rows[0]["statement"].startswith("https://w3id.org/rol-kg/report/")


@pytest.mark.parametrize("form", ["tsv", "xml"])
def test_other_formats(form, kg, store):
    assert "全市优秀案例二等奖" in kg("query", "awards", "--store", store, "--format", form).stdout


def test_json_and_several_values(kg, store):
    shown = kg(
        "query", "compare-districts", "--store", store, "--format", "json",
        "-p", "indicator=mediation-cases", "-p", "year=2022", "-p", "year=2023",
    )  # fmt: skip
    bindings = json.loads(shown.stdout)["results"]["bindings"]
    assert [row["year"]["value"] for row in bindings] == ["2022", "2023", "2023"]


def test_example_fills_what_is_required_and_the_user_wins(kg, store):
    assert "mediation-cases" in library.question("compare-districts").text
    assert kg("query", "compare-districts", "--store", store, "--example").exit_code == 0
    shown = kg("query", "district-profile", "--store", store, "--example", "-p", "area=360102")
    assert "360102" in shown.stdout
    assert "320402" not in shown.stdout


def test_the_store_can_come_from_the_environment(kg, store, monkeypatch):
    monkeypatch.setenv("KG_STORE", str(store))
    assert "320402" in kg("query", "awards").stdout


def test_the_default_store_is_here(kg, refused, store, tmp_path):
    assert "kg-store" in refused("query", "awards")
    (tmp_path / "kg-store").symlink_to(store)
    assert kg("query", "awards").exit_code == 0


@pytest.mark.parametrize(
    ("arguments", "expected"),
    [
        ((), "kg query --list"),
        (("award",), "awards"),
        (("awards", "-p", "year"), "NAME=VALUE"),
        (("awards", "-p", "=2023"), "NAME=VALUE"),
        (("awards", "-p", "year="), "NAME=VALUE"),
        (("awards", "-p", "years=2023"), "area, year, level"),
        (("awards", "-p", "year=last"), "last"),
        (("awards", "-p", "area=鼓楼区"), "320106"),
        (("awards", "-p", "level=world"), "national"),
        (("compare-districts",), "indicator=mediation-cases"),
        (("compare-districts", "-p", "indicator=mediation"), "mediation-cases"),
        (("evidence", "-p", "statement=x"), "statement"),
    ],
)
def test_wrong_questions_and_parameters(arguments, expected, refused, store):
    assert expected in refused("query", *arguments, "--store", store)


def test_stores_that_are_none(refused, tmp_path):
    (tmp_path / "file").write_text("x")
    (tmp_path / "folder").mkdir()
    (tmp_path / "folder" / "x.txt").write_text("x")
    for path in ("nowhere", "file", "folder"):
        assert path in refused("query", "awards", "--store", tmp_path / path)
