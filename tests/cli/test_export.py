import re

import pytest

OWN = """# id: mine
# title: Mine
# title@zh: 我的
# description: Areas and what they lie in.
# description@zh: 地区与上级。
# keywords: mine
# directed: yes
SELECT ?source ?sourceLabel ?target ?targetLabel
{ ?source rol:within ?target . ?source rdfs:label ?sourceLabel . ?target rdfs:label ?targetLabel }
"""


def test_a_network_is_written_and_counted(kg, store, tmp_path):
    done = kg("export", "district-program", "out.gexf", "--store", store)
    assert done.exit_code == 0, done.stderr
    assert re.match(r"out\.gexf: \d+ nodes \(areas 2, program types \d+\), \d+ edges\n", done.stdout)
    assert "天宁区" in (tmp_path / "out.gexf").read_text("utf-8")


def test_in_chinese(kg, store, monkeypatch):
    monkeypatch.setenv("KG_LANG", "zh")
    assert "地区 2" in kg("export", "district-program", "out.gexf", "--store", store).stdout


def test_tables_are_two_files(kg, store, tmp_path):
    done = kg("export", "awards", "out.csv", "--store", store)
    assert done.stdout.startswith("out-nodes.csv, out-edges.csv: ")
    assert (tmp_path / "out-nodes.csv").is_file()


def test_filters(kg, store):
    def edges(*options):
        done = kg("export", "district-program", "out.json", "--store", store, *options)
        assert done.exit_code == 0, done.stderr
        return int(re.search(r"(\d+) edges", done.stdout)[1])

    all_edges = edges()
    assert 0 < edges("--area", "天宁区") < all_edges
    assert edges("--area", "天宁区", "--area", "360102") == all_edges
    assert 0 < edges("--years", "2024") < all_edges
    assert edges("--years", "2020-2025") == all_edges
    assert edges("--years", "1999") == 0
    assert 0 < edges("--status", "planned") < all_edges
    assert 0 < edges("--type", "penalty-exemption-list") < all_edges
    assert edges("--min-weight", "100") == 0


def test_the_list_names_every_network(kg):
    shown = kg("export", "--list").stdout
    for name in (
        "district-program",
        "district-similarity",
        "program-diffusion",
        "awards",
        "documents",
        "full",
    ):
        assert name in shown


def test_a_file_of_ones_own(kg, store, tmp_path):
    (tmp_path / "mine.rq").write_text(OWN, "utf-8")
    done = kg("export", "mine.rq", "out.graphml", "--store", store, "--no-measures", "--no-layout")
    assert done.exit_code == 0, done.stderr
    assert "天宁区" in (tmp_path / "out.graphml").read_text("utf-8")


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        ([], "export district-program out.gexf"),
        (["district-program"], "--list"),
        (["district-program", "out.docx"], ".graphml"),
        (["district-programme", "out.gexf"], "district-program"),
        (["none.rq", "out.gexf"], "none.rq"),
        (["district-program", "out.gexf", "--years", "lately"], "2021-2023"),
        (["district-program", "out.gexf", "--years", "2023-2021"], "2021-2023"),
        (["district-program", "out.gexf", "--area", "亚特兰蒂斯"], "亚特兰蒂斯"),
        (["district-program", "out.gexf", "--status", "perhaps"], "planned"),
        (["district-program", "out.gexf", "--type", "magic"], "magic"),
        (["awards", "out.gexf", "--type", "leniency"], "area, year, status"),
        (["district-program", "out.gexf", "--preview", "a.png", "--no-layout"], "--no-layout"),
        (["district-program", "out.gexf", "--min-weight", "much"], "min-weight"),
        (["district-program", "none/out.gexf"], "none/out.gexf"),
    ],
)
def test_wrong_use(refused, store, arguments, said):
    assert said in refused("export", *arguments, "--store", store)


def test_no_store(refused):
    assert "kg build" in refused("export", "district-program", "out.gexf", "--store", "none")
