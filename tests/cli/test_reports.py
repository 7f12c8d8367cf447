"""The verbs that read reports: extract, build, dump, validate, demo, evaluate."""

import io
import json

import pyoxigraph as ox
import pytest

from kg.querying.library import questions

AREA = "https://w3id.org/rol-kg/area/"


def triples(result, form=ox.RdfFormat.N_TRIPLES):
    return {quad.triple for quad in ox.parse(io.BytesIO(result.stdout_bytes), form)}


class TestExtract:
    def test_the_same_graph_in_every_format(self, kg, report):
        lines = kg("extract", report, "--format", "nt")
        assert lines.exit_code == 0
        found = triples(lines)
        assert found == triples(kg("extract", report), ox.RdfFormat.TURTLE)
        assert found == triples(kg("extract", report, "--format", "jsonld"), ox.RdfFormat.JSON_LD)
        assert lines.stdout == kg("extract", report, "--format", "nt").stdout

    def test_facts_as_data(self, kg, report):
        facts = json.loads(kg("extract", report, "--format", "json").stdout)
        text = report.read_text("utf-8")
        assert facts["document"]["jurisdiction"] == "320402"
        assert any(metric["value"] == 1204 for metric in facts["metrics"])
        for kind in ("metrics", "awards", "documents", "programs", "shortcomings"):
            for fact in facts[kind]:
                assert text[fact["start"] : fact["end"]] == fact["quote"]

    def test_standard_input_is_the_same_report(self, kg, report):
        from_file = json.loads(kg("extract", report, "--format", "json").stdout)
        from_input = json.loads(kg("extract", "-", "--format", "json", input=report.read_bytes()).stdout)
        assert from_file["metrics"] == from_input["metrics"]

    def test_what_the_user_says_wins(self, kg, report):
        shown = kg(
            "extract", report, "--format", "json", "--area", "江西省南昌市东湖区", "--year", "2021",
            "--type", "work-summary", "--issued", "2022-01-31", "--source", "https://example.org/a",
        )  # fmt: skip
        facts = json.loads(shown.stdout)
        document = facts["document"]
        assert (document["jurisdiction"], document["coversYear"]) == ("360102", 2021)
        assert (document["type"], document["issued"]) == ("work-summary", "2022-01-31")
        assert facts["source"] == "https://example.org/a"

    @pytest.mark.parametrize(
        ("option", "value"),
        [
            ("--area", "999999"),
            ("--area", "鼓楼区"),
            ("--year", "23"),
            ("--type", "novel"),
            ("--issued", "2024-02-30"),
        ],
    )
    def test_what_the_user_says_must_make_sense(self, option, value, refused, report):
        assert value in refused("extract", report, option, value)

    def test_no_such_file(self, refused):
        assert "missing.txt" in refused("extract", "missing.txt")

    def test_a_folder_is_no_report(self, refused, report):
        assert f"{report.parent} is a folder" in refused("extract", report.parent)

    @pytest.mark.parametrize("kind", ["empty", "blank", "binary", "pdf"])
    def test_files_without_text(self, kind, refused, bad_files):
        assert f"{kind}.txt" in refused("extract", bad_files[kind])

    def test_nothing_on_standard_input(self, refused):
        assert "no text" in refused("extract", "-", input=b"")

    def test_a_broken_vocabulary_file(self, refused, report, tmp_path):
        assert "missing.ttl" in refused("extract", report, "--words", "missing.ttl")
        (tmp_path / "broken.ttl").write_text("this is no Turtle", "utf-8")
        assert "broken.ttl" in refused("extract", report, "--words", tmp_path / "broken.ttl")


class TestBuild:
    def test_a_summary_and_an_answer(self, kg, report):
        shown = kg("build", report.parent)
        assert shown.exit_code == 0
        assert "reports 1 (new 1" in shown.stdout
        assert "metric" in shown.stdout
        assert "58" in kg("query", "first-offence-lists").stdout

    def test_again_changes_nothing(self, kg, report):
        kg("build", report.parent)
        first = kg("dump").stdout_bytes
        again = kg("build", report.parent)
        assert "unchanged 1" in again.stdout
        assert kg("dump").stdout_bytes == first

    def test_what_cannot_be_read_is_left_out_and_named(self, kg, report, bad_files):
        shown = kg("build", report.parent, *bad_files.values())
        assert shown.exit_code == 1
        assert "reports 1 " in shown.stdout
        assert "left out, 4" in shown.stderr
        for name in bad_files:
            assert f"{name}.txt" in shown.stderr
        assert "Traceback" not in shown.stderr

    def test_what_is_passed_over_is_named(self, kg, report):
        (report.parent / "photo.jpg").write_bytes(b"\xff\xd8\xff")
        shown = kg("build", report.parent)
        assert shown.exit_code == 0
        assert "photo.jpg" in shown.stdout

    def test_a_manifest_says_what_the_page_does_not(self, kg, report):
        manifest = report.parent / "manifest.csv"
        manifest.write_text(
            "file,source,area,year\ntianning.txt,https://example.org/t,360102,2021\n", "utf-8"
        )
        assert kg("build", report.parent, "--manifest", manifest).exit_code == 0
        dumped = kg("dump").stdout
        assert "https://example.org/t" in dumped
        assert f"<{AREA}360102>" in dumped

    def test_a_wrong_manifest(self, refused, report):
        manifest = report.parent / "manifest.csv"
        manifest.write_text("file,area\ntianning.txt,999999\n", "utf-8")
        assert "999999" in refused("build", report.parent, "--manifest", manifest)
        assert "none.csv" in refused("build", report.parent, "--manifest", "none.csv")

    def test_nothing_to_read(self, refused, tmp_path):
        assert "missing" in refused("build", "missing")
        (tmp_path / "empty").mkdir()
        refused("build", tmp_path / "empty")
        refused("build")

    def test_a_store_that_is_something_else(self, refused, report, tmp_path):
        assert "reports" in refused("build", report, "--store", report.parent)
        (tmp_path / "file").write_text("x")
        assert "file" in refused("build", report, "--store", tmp_path / "file")
        assert report.read_text("utf-8")

    def test_a_store_in_use(self, refused, report, tmp_path):
        held = ox.Store(str(tmp_path / "held"))
        assert "held" in refused("build", report, "--store", tmp_path / "held")
        del held


class TestDump:
    def test_formats_hold_the_same_graph(self, kg, report):
        kg("build", report)
        found = triples(kg("dump"))
        assert found == triples(kg("dump", "--format", "ttl"), ox.RdfFormat.TURTLE)
        assert found == triples(kg("dump", "--format", "jsonld"), ox.RdfFormat.JSON_LD)

    def test_lines_are_sorted(self, kg, store):
        lines = kg("dump", "--store", store).stdout_bytes.splitlines()
        assert len(lines) > 100
        assert lines == sorted(lines)

    def test_no_store(self, refused):
        assert "nowhere" in refused("dump", "--store", "nowhere")


class TestValidate:
    def test_a_good_report(self, kg, report):
        shown = kg("validate", report)
        assert shown.exit_code == 0
        assert "violations 0" in shown.stdout

    def test_files_that_cannot_be_read_do_not_stop_the_others(self, kg, report, bad_files):
        shown = kg("validate", bad_files["empty"], report, "missing.txt")
        assert shown.exit_code == 2
        assert "missing.txt" in shown.stderr
        assert "empty.txt" in shown.stderr
        assert f"{report}: " in shown.stdout


class TestEvaluate:
    def test_scores(self, kg, gold):
        shown = kg("evaluate", *gold)
        assert shown.exit_code == 0
        line = next(line for line in shown.stdout.splitlines() if "metric.found" in line)
        assert len(line.split()) == 7

    def test_misses(self, kg, gold):
        missing = kg("evaluate", *gold, "--misses").stdout
        assert "spurious" in missing

    def test_folders_that_are_not_there_or_hold_nothing(self, refused, gold, tmp_path):
        assert "missing" in refused("evaluate", "missing", gold[1])
        assert "missing" in refused("evaluate", gold[0], "missing")
        (tmp_path / "nothing").mkdir()
        assert "nothing" in refused("evaluate", tmp_path / "nothing", gold[1])

    def test_a_broken_annotation(self, refused, gold):
        (gold[0] / "b.json").write_text("{", "utf-8")
        assert "b.json" in refused("evaluate", *gold)


class TestDemo:
    def test_it_answers_and_says_where_everything_is(self, kg, tmp_path):
        shown = kg("demo", "here")
        assert shown.exit_code == 0, shown.stderr
        assert "320402" in shown.stdout
        assert "146" in shown.stdout
        assert "第二版" in shown.stdout
        assert (tmp_path / "here" / "store").is_dir()
        sentence = next(line for line in shown.stdout.splitlines() if "tianning-2023.txt" in line)
        assert "146" in sentence
        assert "。" in sentence
        for word in ("samples", "queries", "kg query --list"):
            assert word in shown.stdout

    def test_every_question_has_an_example_that_the_samples_answer(self, kg):
        kg("demo")
        for question in questions():
            shown = kg("query", question.id, "--example", "--store", "kg-demo/store", "--format", "csv")
            assert shown.exit_code == 0, shown.stderr
            assert shown.stdout.count("\n") > 1, question.id

    def test_twice(self, kg):
        kg("demo")
        again = kg("demo")
        assert again.exit_code == 0
        assert "new 0" in again.stdout
