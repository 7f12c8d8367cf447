import pyoxigraph as ox
import pytest
from matplotlib import image

import kg
from kg.errors import QueryError, StoreError, UsageError
from kg.networks.layout import layout
from kg.networks.looks import looks
from kg.pictures import canvas, library
from kg.pictures.linked import linked
from kg.pictures.network import draw
from kg.pictures.plot import plot
from kg.querying import library as questions
from tests.networks import small
from tests.networks.texts import NASTY, clean
from tests.pictures.fonts import needs_font

PARTS = {
    "lines": {"x", "y", "series"},
    "bars": set(),
    "matrix": {"row", "column", "value"},
    "network": {"source", "target"},
}


@pytest.fixture(scope="module")
def store():
    return small.store(
        small.runs("320402", "penalty-exemption-list", "1", 2022, more="; rol:responsible body:1"),
        small.runs("320402", "penalty-exemption-list", "2", 2023, "Planned", more="; rol:responsible body:1"),
        small.runs("360102", "mediation", "3", 2023),
    )


@pytest.mark.parametrize("picture", library.pictures().values(), ids=lambda picture: picture.question)
def test_every_picture_is_of_columns_that_its_question_has(picture):
    question = questions.question(picture.question)
    columns = {variable.value for variable in ox.Store().query(question.text).variables}
    assert set(picture.columns) - {"panels"} == PARTS[picture.kind]
    named = {*picture.columns.values(), *picture.label, *(each.column for each in picture.values)}
    assert named <= columns
    assert bool(picture.values and picture.label) == (picture.kind == "bars")


@needs_font
@pytest.mark.parametrize("ending", [".png", ".svg", ".PNG"])
def test_a_picture_is_drawn_and_is_the_same_again(store, tmp_path, ending):
    for name in ("a", "b"):
        assert kg.plot("program-matrix", tmp_path / (name + ending), store=store) == 2
    first = (tmp_path / f"a{ending}").read_bytes()
    assert first == (tmp_path / f"b{ending}").read_bytes()
    assert first.startswith(b"<?xml" if ending == ".svg" else b"\x89PNG")
    assert sorted(path.name for path in tmp_path.iterdir()) == [f"a{ending}", f"b{ending}"]


@needs_font
def test_a_question_drawn_as_a_network(store, tmp_path):
    assert plot("responsible-bodies", tmp_path / "a.png", store=store) >= 1
    assert image.imread(tmp_path / "a.png").shape[1] == 12 * canvas.DOTS_PER_INCH


def test_rows_as_a_network():
    picture = library.picture("responsible-bodies")
    rows = [{"body": "局", "program": "甲"}, {"body": "局", "program": "甲"}, {"body": None, "program": "乙"}]
    network = linked(rows, picture, "题")
    assert [(edge.source, edge.target, edge.weight) for edge in network.edges] == [
        ("body/局", "program/甲", 2)
    ]
    assert [node.label for node in network.nodes] == ["局", "甲"]


@needs_font
def test_networks_of_any_names_are_drawn(tmp_path):
    labels = [clean(text) for text in NASTY]
    for network in (
        small.network(labels, [(0, 1), (2, 3)]),
        small.network(["甲"], []),
        small.network([], []),
    ):
        draw(network, looks(network, layout(network)), tmp_path / "a.png")
        assert (tmp_path / "a.png").stat().st_size > 1000


@needs_font
def test_all_is_in_the_picture(tmp_path):
    """The colours of all kinds are there, and no node lies outside."""
    network = small.network(["甲", "乙", "丙"], [(0, 1), (1, 2)])
    draw(network, looks(network, layout(network)), tmp_path / "a.png")
    pixels = (image.imread(tmp_path / "a.png")[:, :, :3] * 255).round().astype(int)
    blue = (pixels == [0x4E, 0x79, 0xA7]).all(axis=2)
    assert blue.sum() > 3000
    for edge in (blue[0], blue[-1], blue[:, 0], blue[:, -1]):
        assert not edge.any()


@needs_font
@pytest.mark.parametrize(
    ("question", "code"),
    [
        ("program-matrixes", "question-unknown"),
        ("evidence", "picture-none"),
        ("award-ranking", "picture-empty"),
    ],
)
def test_questions_that_cannot_be_drawn(store, tmp_path, question, code):
    with pytest.raises(QueryError) as caught:
        plot(question, tmp_path / "a.png", store=store)
    assert caught.value.code == code
    assert list(tmp_path.iterdir()) == []


@needs_font
def test_places_where_nothing_can_be_drawn(store, tmp_path):
    for name, code in (("a.jpg", "picture-format"), ("none/a.png", "output-unwritable")):
        with pytest.raises(UsageError) as caught:
            plot("program-matrix", tmp_path / name, store=store)
        assert caught.value.code == code
    with pytest.raises(StoreError):
        plot("program-matrix", tmp_path / "a.png", store=tmp_path / "none")


def test_without_matplotlib(monkeypatch, tmp_path):
    monkeypatch.setattr(canvas.importlib.util, "find_spec", lambda _: None)
    with pytest.raises(UsageError) as caught:
        canvas.check(tmp_path / "a.png")
    assert "rol-kg[plot]" in caught.value.in_language("en")
