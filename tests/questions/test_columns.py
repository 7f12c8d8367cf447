import pyoxigraph as ox
import pytest

from kg.querying import library
from tests.questions.columns import COLUMNS


@pytest.mark.parametrize("question", library.questions(), ids=lambda question: question.id)
def test_columns_and_their_order(question):
    found = [variable.value for variable in ox.Store().query(question.text).variables]
    assert found == COLUMNS[question.id].split()
