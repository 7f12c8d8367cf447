import io

import pytest

import kg
from kg import api
from kg.errors import ReadError, StoreError
from kg.model import Given

PAGE = "常州市天宁区司法局2023年工作总结\n\n一、主要工作\n全年办理法律援助案件500件。\n"


def test_the_verbs_are_there_under_the_package_name():
    assert (kg.extract, kg.build, kg.dump) == (api.extract, api.build, api.dump)


def test_extract_reads_a_file_or_bytes(tmp_path):
    path = tmp_path / "a.txt"
    path.write_text(PAGE, "utf-8")
    facts = api.extract(path)
    assert [metric.evidence.quote for metric in facts.metrics] == ["500件"]
    assert facts.source == "a.txt"
    assert api.extract(str(path)) == facts
    assert api.extract(PAGE.encode(), name="a.txt") == facts
    assert api.extract(path, given=Given(source="http://example.org/1")).source == "http://example.org/1"


def test_extract_says_what_is_wrong_with_a_source(tmp_path):
    for source in (tmp_path / "nowhere.txt", tmp_path, b"", b"\x00\x00\x00"):
        with pytest.raises(ReadError):
            api.extract(source)


def test_build_then_dump(tmp_path):
    (tmp_path / "in").mkdir()
    (tmp_path / "in" / "a.txt").write_text(PAGE, "utf-8")
    summary = api.build(str(tmp_path / "in"), str(tmp_path / "store"))
    dumped = api.dump(tmp_path / "store")
    output = io.BytesIO()
    api.dump(tmp_path / "store", "nt", output)
    assert summary.statements["metric"] == 1
    assert summary.left_out == ()
    assert dumped.count(b"\n") == summary.triples
    assert output.getvalue() == dumped
    assert b"@prefix rol:" in api.dump(tmp_path / "store", "ttl")


def test_dump_of_no_store(tmp_path):
    with pytest.raises(StoreError):
        api.dump(tmp_path / "nowhere")


def test_several_processes_give_the_same_graph(tmp_path):
    (tmp_path / "in").mkdir()
    for number in range(12):
        text = f"{PAGE}开展普法活动{number + 1}场次。\n"
        (tmp_path / "in" / f"{number}.txt").write_text(text, "utf-8")
    told = []
    for workers in (1, 3):
        store = tmp_path / f"store{workers}"
        summary = api.build([tmp_path / "in"], store, workers=workers, progress=lambda *now: told.append(now))
        assert (summary.reports, summary.left_out) == (12, ())
    assert api.dump(tmp_path / "store1") == api.dump(tmp_path / "store3")
    assert told[:12] == told[12:]
