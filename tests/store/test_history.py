"""After any history of builds the store equals a fresh build of what its sources hold now."""

import itertools
import tempfile
from pathlib import Path

import pyoxigraph as ox
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from kg import api, terms
from kg.model import Given
from tests.store import small

LINES = (
    "area 320402",
    "area 360102",
    "metric 件 5",
    "award 先进集体 320402 甲机构",
    "award 先进集体 360102 甲机构",
    "cite 中华人民共和国行政处罚法",
    "cite 工作办法",
    "program 甲行动",
    "program 乙行动",
    'back\\slash \\u0041 "quotes" 𠀀\x0b',
    "breaks",
)
NO_TEXT = b"\x00\x01\x02\xff"
TEXTS = st.one_of(
    st.lists(st.sampled_from(LINES), min_size=1, max_size=4, unique=True).map("\n".join),
    st.just(NO_TEXT),
)
SAID = st.builds(
    Given, area=st.sampled_from([None, None, "320402", "110101"]), year=st.sampled_from([None, 2022])
)
SOURCES = st.dictionaries(st.sampled_from(["a.txt", "b.txt", "c/d.txt"]), st.tuples(TEXTS, SAID), min_size=1)
BUILDS = st.lists(st.tuples(SOURCES, st.sampled_from("112")), min_size=1, max_size=4)


def manifest_of(folder, sources):
    path = folder / "manifest.csv"
    rows = [f"{name},{said.area or ''},{said.year or ''}" for name, (_, said) in sources.items()]
    path.write_text("\n".join(["file,area,year", *rows]))
    return path


def world_of(version):
    return small.world(
        version, (small.TERM, ox.Triple(small.TERM.subject, terms.RDFS_LABEL, ox.Literal(version)))
    )


def bring_in(folder, store, sources, version):
    small.write(folder, {name: content for name, (content, _) in sources.items()})
    with world_of(version):
        return api.build([folder], store, manifest=manifest_of(folder, sources))


@settings(max_examples=40, deadline=None, suppress_health_check=list(HealthCheck))
@given(BUILDS)
def test_any_history_ends_as_a_fresh_build(builds):
    with tempfile.TemporaryDirectory() as name:
        folder, now = Path(name), {}
        for number, (sources, version) in enumerate(builds):
            now |= sources
            bring_in(folder / f"in{number}", folder / "store", sources, version)
            bring_in(folder / f"all{number}", folder / f"fresh{number}", now, version)
            assert small.lines(folder / "store") == small.lines(folder / f"fresh{number}")


@settings(max_examples=15, deadline=None, suppress_health_check=list(HealthCheck))
@given(SOURCES, st.randoms(use_true_random=False))
def test_the_order_of_builds_makes_no_difference(sources, random):
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        bring_in(folder / "all", folder / "together", sources, "1")
        shuffled = list(sources.items())
        random.shuffle(shuffled)
        for number, item in enumerate(shuffled):
            bring_in(folder / f"in{number}", folder / "one by one", dict([item]), "1")
        assert small.lines(folder / "together") == small.lines(folder / "one by one")


def test_building_twice_changes_nothing_and_reads_nothing(tmp_path):
    small.write(tmp_path / "in", {"a.txt": "area 320402\nprogram 甲行动", "b.txt": "metric 件 5"})
    with small.world() as world:
        api.build([tmp_path / "in"], tmp_path / "store")
        before, world.calls[:] = small.lines(tmp_path / "store"), []
        summary = api.build([tmp_path / "in"], tmp_path / "store")
    assert small.lines(tmp_path / "store") == before
    assert world.calls == []
    assert (summary.new, summary.unchanged, summary.reports) == (0, 2, 2)


def test_a_source_with_another_text_replaces_its_report_and_what_only_that_one_named(tmp_path):
    first = "area 320402\naward 先进集体 320402 甲机构\nprogram 甲行动\ncite 工作办法"
    with small.world():
        small.write(tmp_path / "in", {"a.txt": first, "b.txt": "area 360102\ncite 某某条例"})
        api.build([tmp_path / "in"], tmp_path / "store")
        small.write(tmp_path / "in", {"a.txt": "area 360102\nprogram 甲行动"})
        summary = api.build([tmp_path / "in"], tmp_path / "store")
    text = "\n".join(small.lines(tmp_path / "store"))
    assert (summary.replaced, summary.unchanged, summary.new, summary.removed) == (1, 1, 0, 0)
    for gone in ("area/320402", "甲机构", "工作办法", "先进集体"):
        assert gone not in text
    for kept in ("area/360102>", "area/360000>", "area/100000>", "某某条例", "甲行动"):
        assert kept in text


def test_two_sources_with_one_text_are_one_report(tmp_path):
    with small.world():
        small.write(tmp_path / "in", {"a.txt": "metric 件 5", "b.txt": "metric 件 5"})
        assert api.build([tmp_path / "in"], tmp_path / "store").reports == 1
        sources = [line for line in small.lines(tmp_path / "store") if "/dc/terms/source>" in line]
        assert [line.split('"')[1] for line in sources] == ["a.txt", "b.txt"]
        small.write(tmp_path / "in", {"a.txt": "metric 件 6"})
        summary = api.build([tmp_path / "in"], tmp_path / "store")
    titles = [line.split('"')[1] for line in small.lines(tmp_path / "store") if "/dc/terms/title>" in line]
    assert summary.reports == 2
    assert sorted(titles) == ["题目 a.txt", "题目 b.txt"]


def test_a_report_read_by_another_version_is_read_again_even_if_the_build_does_not_name_it(tmp_path):
    small.write(tmp_path / "in", {"a.txt": "metric 件 5\r\narea 320402"})
    small.write(tmp_path / "more", {"b.txt": "area 360102"})
    with small.world("1"):
        api.build([tmp_path / "in"], tmp_path / "store")
    with small.world("2"):
        summary = api.build([tmp_path / "more"], tmp_path / "store")
        api.build([tmp_path / "in", tmp_path / "more"], tmp_path / "fresh")
    assert (summary.read_again, summary.new) == (1, 1)
    assert small.lines(tmp_path / "store") == small.lines(tmp_path / "fresh")


def test_what_is_said_of_a_source_counts_until_something_else_is_said(tmp_path):
    small.write(tmp_path / "in", {"a.txt": "metric 件 5"})
    with small.world():
        for said, area in ((Given(area="320402"), 1), (Given(area="320402"), 1), (Given(), 0), (Given(), 0)):
            api.build([tmp_path / "in"], tmp_path / "store", given=said)
            text = "\n".join(small.lines(tmp_path / "store"))
            assert text.count('<https://w3id.org/rol-kg/ontology#fullName> "江苏省常州市天宁区"') == area


def test_the_vocabulary_is_exchanged_when_it_changes(tmp_path):
    small.write(tmp_path / "in", {"a.txt": "metric 件 5"})
    other = ox.Triple(ox.NamedNode(terms.ROL + "Other"), terms.RDFS_LABEL, ox.Literal("别的"))
    for vocabulary, there, not_there in (((small.TERM,), "Term>", "Other>"), ((other,), "Other>", "Term>")):
        with small.world(vocabulary=vocabulary):
            api.build([tmp_path / "in"], tmp_path / "store")
        text = "\n".join(small.lines(tmp_path / "store"))
        assert f"ontology#{there}" in text
        assert f"ontology#{not_there}" not in text


def test_a_report_that_breaks_is_left_out_and_its_former_version_goes(tmp_path):
    with small.world():
        small.write(
            tmp_path / "in", {"a.txt": "metric 件 5", "b.txt": "program 甲行动", "c.txt": "metric 条 1"}
        )
        api.build([tmp_path / "in"], tmp_path / "store")
        small.write(tmp_path / "in", {"a.txt": "breaks", "b.txt": NO_TEXT})
        summary = api.build([tmp_path / "in"], tmp_path / "store")
    assert [(item.source, item.error.code, item.former) for item in summary.left_out] == [
        ("a.txt", "report-breaks", "removed"),
        ("b.txt", "source-not-text", "removed"),
    ]
    assert (summary.reports, summary.removed, summary.unchanged) == (1, 2, 1)
    assert "the reader gives up" in summary.left_out[0].reason("en")
    assert "a.txt" in summary.left_out[0].reason("zh")


def test_a_file_that_cannot_be_opened_keeps_its_former_report(tmp_path, monkeypatch):
    small.write(tmp_path / "in", {"a.txt": "metric 件 5", "b.txt": "metric 条 1"})
    with small.world():
        api.build([tmp_path / "in"], tmp_path / "store")
        before, read = small.lines(tmp_path / "store"), Path.read_bytes

        def refused(path):
            if path.name == "a.txt":
                raise PermissionError(13, "Permission denied", str(path))
            return read(path)

        monkeypatch.setattr(Path, "read_bytes", refused)
        summary = api.build([tmp_path / "in"], tmp_path / "store")
        monkeypatch.undo()
    assert [(item.source, item.error.code, item.former) for item in summary.left_out] == [
        ("a.txt", "file-unreadable", "kept")
    ]
    assert small.lines(tmp_path / "store") == before


def test_a_report_moves_with_its_file_and_keeps_its_text(tmp_path):
    with small.world():
        for key in ("a.txt", "b.txt"):
            small.write(tmp_path / key[0], {key: "metric 件 5"})
            api.build([tmp_path / key[0]], tmp_path / "store")
        small.write(tmp_path / "a", {"a.txt": "metric 件 6"})
        api.build([tmp_path / "a"], tmp_path / "store")
        small.write(tmp_path / "b", {"b.txt": "metric 件 6"})
        summary = api.build([tmp_path / "b"], tmp_path / "store")
    assert (summary.reports, summary.replaced, summary.removed) == (1, 1, 0)
    sources = [line.split('"')[1] for line in small.lines(tmp_path / "store") if "/dc/terms/source>" in line]
    assert sources == ["a.txt", "b.txt"]


def test_every_pair_of_texts_can_take_turns(tmp_path):
    texts = ["area 320402\nprogram 甲行动", "area 320402\nprogram 乙行动", "area 360102\ncite 工作办法"]
    with small.world():
        for number, (first, second) in enumerate(itertools.permutations(texts, 2)):
            folder = tmp_path / str(number)
            for text in (first, second, first):
                small.write(folder / "in", {"a.txt": text})
                api.build([folder / "in"], folder / "store")
            small.write(folder / "fresh in", {"a.txt": first})
            api.build([folder / "fresh in"], folder / "fresh")
            assert small.lines(folder / "store") == small.lines(folder / "fresh")
