import re

import pytest

from kg.errors import KgError, QueryError, ReadError
from kg.networks import library
from kg.querying.parameters import check
from tests.networks import small

ALL = pytest.mark.parametrize("projection", library.projections(), ids=lambda projection: projection.name)
NAMES = {
    "awards", "bodies", "district-program", "district-similarity", "documents", "full", "program-diffusion",
}  # fmt: skip
QUERY = small.rows("source target", "'a' 'b'")


def test_the_networks_are_there():
    assert {projection.name for projection in library.projections()} == NAMES


@ALL
def test_file_is_named_for_its_id_and_described_in_both_languages(projection):
    question = projection.question
    assert (library.folder() / f"{question.id}.rq").is_file()
    for chinese, english in (
        (question.title_zh, question.title),
        (question.description_zh, question.description),
    ):
        assert re.search("[一-龥]{3}", chinese)
        assert re.search("[a-z]{3}", english)


@ALL
def test_every_kind_in_the_query_has_a_name_and_a_colour_of_its_own(projection):
    text = projection.question.text
    named = set(re.findall(r'BIND\("([a-z-]+)" AS \?(?:source|target)Kind\)', text))
    named |= set(re.findall(r'\(rol:\w+ "([a-z-]+)"\)', text.partition("# Nodes")[2]))
    assert named <= set(projection.kinds)
    colours = [kind.colour for kind in projection.kinds.values()]
    assert len(set(colours)) == len(colours)


@ALL
def test_every_filter_has_a_block_and_an_example_that_fits(projection):
    question = projection.question
    check(question, {parameter.name: parameter.example for parameter in question.parameters})
    for parameter in question.parameters:
        assert parameter.name in ("area", "year", "type", "status")
        assert not parameter.required
        for block in re.findall(rf"# param {parameter.name}\n(.*?)# end\n", question.text, re.DOTALL):
            assert "VALUES" in block
            assert all(line.strip().startswith("#") for line in block.splitlines() if line.strip())


def test_an_unknown_name_names_the_nearest():
    with pytest.raises(QueryError) as caught:
        library.projection("district-programs")
    assert "district-program" in caught.value.in_language("en")


def test_a_file_of_ones_own(tmp_path):
    path = tmp_path / "mine.rq"
    kind = "# kind a: 甲; alpha; #ABCDEF\n"
    path.write_text("\ufeff" + small.header(QUERY, directed="yes", more=kind), "utf-8")
    found = library.projection(str(path))
    assert (found.name, found.directed, found.alone) == ("mine", True, True)
    assert found.kinds["a"].colour == "#abcdef"


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("SELECT * {}", "question-header"),
        (small.header(QUERY).replace("# directed: no\n", ""), "question-header"),
        (small.header(QUERY, directed="perhaps"), "question-header"),
        (small.header(QUERY, more="# kind a: 甲; alpha\n"), "network-kind"),
        (small.header(QUERY, more="# kind a: 甲; alpha; red\n"), "network-kind"),
        (small.header("SELECT ?source { SERVICE <http://x.example/> { ?source ?p ?o } }"), "query-service"),
        (small.header("DELETE WHERE { ?s ?p ?o }"), "query-update"),
        (small.header("SELECT ?source {"), None),
        ("", "query-empty"),
    ],
)
def test_a_file_that_will_not_do(tmp_path, text, code):
    path = tmp_path / "mine.rq"
    path.write_text(text, "utf-8")
    with pytest.raises(KgError) as caught:
        library.projection(str(path))
    assert code is None or caught.value.code == code


def test_a_file_that_cannot_be_read(tmp_path):
    (tmp_path / "folder.rq").mkdir()
    (tmp_path / "latin.rq").write_bytes(b"# id: \xff\xfe")
    for name, kind in (("none.rq", ReadError), ("folder.rq", ReadError), ("latin.rq", QueryError)):
        with pytest.raises(kind):
            library.projection(str(tmp_path / name))
