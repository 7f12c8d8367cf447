"""From files to answers: the sample reports, and the real ones where they lie beside the checkout."""

from decimal import Decimal
from pathlib import Path

import pytest

import kg
from kg import api, resources

ROOT = Path(__file__).resolve().parents[1]
REAL = ROOT.parent / "shared" / "corpus"
SAMPLES = resources.folder("samples")
TIANNING, DONGHU, QUJIANG, TIANXIN = "320402", "360102", "440205", "430103"
REAL_FIGURES = "the real reports are not beside the checkout"


@pytest.fixture(scope="module")
def built(tmp_path_factory):
    """Build the samples as ``kg demo`` does."""
    store = tmp_path_factory.mktemp("samples") / "store"
    summary = api.build([SAMPLES], store, manifest=SAMPLES / "manifest.csv")
    return summary, store


@pytest.fixture(scope="module")
def store(built):
    return built[1]


@pytest.fixture(scope="module")
def real(tmp_path_factory):
    """Build the real reports."""
    store = tmp_path_factory.mktemp("real") / "store"
    summary = api.build([REAL], store)
    assert summary.left_out == ()
    return store


def ask(question, store, **parameters):
    return kg.query(question, store=store, **parameters).rows


def sparql(pattern, store):
    return kg.sparql(f"SELECT * WHERE {{ {pattern} }}", store=store).rows


def report_of(file, store):
    """Return the IRI of the report that a sample file became."""
    [row] = sparql(f'?report dcterms:source "{file}"', store)
    return row["report"]


def metrics_of(file, store):
    report = report_of(file, store)
    return [row for row in ask("metrics", store) if row["report"] == report]


def values(file, indicator, store, kind="value"):
    rows = metrics_of(file, store)
    return [row["value"] for row in rows if row["indicator"] == indicator and row["kind"] == kind]


def test_every_sample_is_read_and_keeps_the_rules_of_the_graph(built):
    summary, _ = built
    files = [path for path in SAMPLES.iterdir() if path.suffix in (".txt", ".html")]
    assert summary.left_out == ()
    assert summary.reports == len(files)


def test_the_list_of_tianning_is_found_with_its_items_edition_and_quote(store):
    [row] = [row for row in ask("first-offence-lists", store) if row["year"] == 2023]
    assert (row["area"], row["items"], row["edition"], row["status"]) == (TIANNING, 146, "第二版", "realised")
    [place] = ask("evidence", store, statement=row["statement"])
    text = (SAMPLES / "tianning-2023.txt").read_text("utf-8")
    assert place["source"] == "tianning-2023.txt"
    assert text[place["start"] : place["end"]] == place["quote"] == row["quote"]


def test_a_practice_or_a_slogan_is_no_list(store):
    assert {row["area"] for row in ask("first-offence-lists", store)} == {TIANNING}


def test_every_quote_stands_in_the_text_of_its_report_where_the_offsets_say(store):
    places = sparql(
        "?report schema:text ?text . ?statement rol:statedIn ?report ; rol:evidence ?evidence ."
        " ?evidence oa:start ?start ; oa:end ?end ; oa:exact ?quote",
        store,
    )
    assert len(places) > 100
    assert [row["text"][row["start"] : row["end"]] for row in places] == [row["quote"] for row in places]


def test_one_indicator_over_two_years_can_be_compared(store):
    rows = ask("compare-districts", store, indicator="reconsideration-applications")
    assert [(row["year"], row["value"]) for row in rows if row["area"] == TIANNING] == [
        (2022, 80),
        (2023, 108),
    ]


def test_a_stated_growth_is_a_change_and_no_value(store):
    assert values("tianning-2023.txt", "reconsideration-applications", store, "change") == [35]
    assert values("tianning-2023.txt", "legal-aid-applications", store, "change") == [20]


def test_nothing_that_a_plan_says_passes_as_done(store):
    rows = metrics_of("tianxin-2023-plan.txt", store)
    assert {row["kind"] for row in rows} == {"target"}
    report = report_of("tianxin-2023-plan.txt", store)
    done = sparql(f"?s rol:statedIn <{report}> ; rol:status rol:Realised . ?s a rol:Award", store)
    assert done == []


def test_a_target_and_what_was_reached_stand_beside_each_other(store):
    assert values("tianxin-2023-plan.txt", "legal-aid-cases", store, "target") == [400]
    assert values("tianxin-2023-summary.txt", "legal-aid-cases", store) == [386]
    assert values("tianxin-2023-plan.txt", "litigation-loss-rate", store, "target") == [10]
    assert values("tianxin-2023-summary.txt", "litigation-loss-rate", store) == [Decimal("8.6")]


def test_figures_of_the_part_on_the_next_year_are_targets_of_that_year(store):
    rows = metrics_of("changzhou-2023.txt", store)
    planned = [row for row in rows if row["part"] and "next" in str(row["part"]).lower()]
    assert {"35%以上", "低于8%", "1000名"} <= {row["quote"] for row in planned}
    assert {(row["kind"], row["year"]) for row in planned} == {("target", 2024)}


def test_contradictions_of_a_report_are_kept_not_repaired(store):
    assert values("donghu-2022.txt", "legal-aid-cases", store) == [231, 249]
    assert values("donghu-2022.txt", "reconsideration-accepted", store) == [22]
    assert values("donghu-2022.txt", "reconsideration-closed", store) == [26]
    assert values("donghu-2022.txt", "official-appearance-rate", store) == [104]


def test_a_figure_said_twice_counts_once(store):
    rows = [row for row in metrics_of("zhenglu-2023.txt", store) if row["quote"] == "412件"]
    assert [row["repeats"] is None for row in rows] == [True, False]
    assert rows[1]["repeats"] == rows[0]["statement"]


def test_a_town_speaks_for_itself_not_for_its_district(store):
    assert {row["township"] for row in metrics_of("zhenglu-2023.txt", store)} == {"320402109"}
    compared = ask("compare-districts", store, indicator="mediation-cases")
    assert 412 not in {row["value"] for row in compared}


def test_a_noisy_page_in_traditional_characters_gives_simplified_facts(store):
    [row] = [row for row in metrics_of("donghu-2023.txt", store) if row["indicator"] == "leniency-amount"]
    assert (row["value"], row["unit"], row["comparator"]) == (330000, "元", "gt")
    assert row["quote"] == "33萬餘元"
    titles = {row["title"] for row in ask("documents-issued", store, area=DONGHU)}
    assert "关于进一步规范行政应诉工作的通知" in titles


def test_what_stands_around_a_page_is_not_read_as_its_content(store):
    quotes = {row["quote"] for row in metrics_of("baoshan-2020.html", store)}
    assert "6583件" in quotes
    assert not [quote for quote in quotes if "99999" in quote or "1024" in quote]
    [head] = sparql(
        f"<{report_of('baoshan-2020.html', store)}> dcterms:issued ?date ; rol:documentNumber ?no", store
    )
    assert (head["date"].isoformat(), head["no"]) == ("2021-01-27", "宝司〔2021〕1号")


def test_a_late_report_and_the_part_that_it_lacks_can_be_told(store):
    report = report_of("qujiang-2022.txt", store)
    [head] = sparql(f"<{report}> dcterms:issued ?date", store)
    parts = {str(row["part"]) for row in sparql(f"<{report}> rol:hasSection ?part", store)}
    assert head["date"].isoformat() == "2023-04-21"
    assert len(parts) == 3
    assert not [part for part in parts if "LeaderDuty" in part]


def test_the_manifest_says_what_a_page_does_not(store):
    [head] = sparql(f"<{report_of('donghu-2022.txt', store)}> dcterms:issued ?date", store)
    assert head["date"].isoformat() == "2023-02-24"


def test_another_order_of_files_gives_the_same_graph(tmp_path, store):
    files = sorted((path for path in SAMPLES.iterdir() if path.suffix in (".txt", ".html")), reverse=True)
    other = tmp_path / "store"
    for file in files:
        api.build([file], other, manifest=SAMPLES / "manifest.csv")
    assert api.dump(other) == api.dump(store)


@pytest.mark.skipif(not REAL.is_dir(), reason=REAL_FIGURES)
class TestRealReports:
    """What must hold of the five real reports."""

    def test_the_list_of_tianning_and_no_practice_of_others(self, real):
        rows = ask("first-offence-lists", real)
        assert (TIANNING, 146, "第二版", "realised") in [
            (row["area"], row["items"], row["edition"], row["status"]) for row in rows
        ]
        assert DONGHU not in {row["area"] for row in rows}

    def test_building_again_in_another_order_changes_no_byte(self, real, tmp_path):
        for path in sorted(REAL.glob("*.txt"), reverse=True):
            api.build([path], tmp_path / "store")
        assert api.dump(tmp_path / "store") == api.dump(real)
        again = api.build([REAL], real)
        assert (again.new, again.replaced, again.removed) == (0, 0, 0)

    def test_every_figure_of_the_plan_is_a_target(self, real):
        rows = ask("metrics", real, area=TIANXIN)
        assert rows
        assert {row["kind"] for row in rows} == {"target"}

    def test_the_area_of_a_page_that_names_none(self, real):
        assert ask("metrics", real, area=QUJIANG)
