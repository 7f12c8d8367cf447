import ast
import pickle
from pathlib import Path
from string import Formatter

import pytest

from kg import messages
from kg.errors import KgError, ReadError, UsageError

PACKAGE = Path(messages.__file__).parent
SPEAKERS = {"KgError", "ReadError", "VocabularyError", "StoreError", "QueryError", "UsageError", "text"}


def placeholders(wording):
    return {name for _, name, _, _ in Formatter().parse(wording) if name}


def said():
    """Yield (place, code, names of the values given, whether these are all) of each message said in kg/."""
    for path in sorted(PACKAGE.rglob("*.py")):
        for node in ast.walk(ast.parse(path.read_text("utf-8"))):
            if not isinstance(node, ast.Call) or not node.args:
                continue
            function = node.func
            name = function.attr if isinstance(function, ast.Attribute) else getattr(function, "id", "")
            first = node.args[0]
            if name == "text" and ast.unparse(function) != "messages.text":
                continue
            if name in SPEAKERS and isinstance(first, ast.Constant) and isinstance(first.value, str):
                names = {keyword.arg for keyword in node.keywords}
                yield f"{path.name}:{node.lineno}", first.value, names - {None}, None not in names


def constants():
    for path in PACKAGE.rglob("*.py"):
        for node in ast.walk(ast.parse(path.read_text("utf-8"))):
            if isinstance(node, ast.Constant) and isinstance(node.value, str):
                yield node.value


def test_every_message_has_both_languages_with_the_same_placeholders():
    for code, wordings in messages.table().items():
        assert set(wordings) == {"zh", "en"}, code
        assert placeholders(wordings["zh"]) == placeholders(wordings["en"]), code


def test_every_code_that_is_said_exists_and_gets_its_values():
    for place, code, names, complete in said():
        assert code in messages.table(), f"{place}: messages.toml lacks {code}"
        if complete:
            missing = placeholders(messages.table()[code]["en"]) - names
            assert not missing, f"{place}: {code} lacks {missing}"


def test_no_message_is_left_unused():
    used = set(constants())
    assert [code for code in messages.table() if code not in used] == []


@pytest.mark.parametrize(
    ("environment", "expected"),
    [
        ({}, "en"),
        ({"KG_LANG": "zh"}, "zh"),
        ({"KG_LANG": "en", "LANG": "zh_CN.UTF-8"}, "en"),
        ({"LANG": "zh_CN.UTF-8"}, "zh"),
        ({"LC_ALL": "C", "LANG": "zh_CN.UTF-8"}, "en"),
        ({"LC_ALL": "", "LC_MESSAGES": "zh_TW", "LANG": "en_US"}, "zh"),
    ],
)
def test_language(environment, expected):
    assert messages.language(environment) == expected


def test_error_speaks_the_current_language(monkeypatch):
    error = ReadError("file-missing", path="a{b}.txt")
    monkeypatch.setenv("KG_LANG", "zh")
    assert str(error).startswith("找不到文件：a{b}.txt")
    monkeypatch.setenv("KG_LANG", "en")
    assert str(error).startswith("No such file: a{b}.txt")


def test_a_missing_value_stays_visible():
    assert "{path}" in messages.text("file-missing", "en")


def test_errors_survive_the_way_between_processes():
    error = pickle.loads(pickle.dumps(UsageError("file-missing", path="x")))  # noqa: S301
    assert isinstance(error, UsageError)
    assert isinstance(error, KgError)
    assert (error.code, error.values, error.exit_status) == ("file-missing", {"path": "x"}, 2)
