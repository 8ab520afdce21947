"""docs/features.md and the tests marked `furniture(row, ...)` say the same."""

import ast
import re
from pathlib import Path

TESTS = Path(__file__).parents[1]
FEATURES = TESTS.parent / "docs/features.md"
ROWS = range(1, 43)


def marked(file):
    """Each test of a file with the rows that it is marked with."""
    for function in ast.parse(file.read_text(encoding="utf-8")).body:
        if not isinstance(function, ast.FunctionDef) or not function.name.startswith("test_"):
            continue
        for mark in function.decorator_list:
            if isinstance(mark, ast.Call) and ast.unparse(mark.func) == "pytest.mark.furniture":
                yield from ((row.value, f"{file.relative_to(TESTS)}::{function.name}") for row in mark.args)


def in_code():
    return {pair for folder in ("Binary", "Browser") for file in (TESTS / folder).glob("test_*.py") for pair in marked(file)}


def documented():
    rows = re.findall(r"^\| (\d+) \|(.*)\|$", FEATURES.read_text(encoding="utf-8"), re.MULTILINE)
    return [(int(number), re.findall(r"`(\w+/test_\w+\.py::\w+)`", text)) for number, text in rows]


def test_every_row_is_documented_once_in_order():
    assert [row for row, _ in documented()] == list(ROWS)


def test_every_row_has_a_test():
    assert {row for row, _ in in_code()} == set(ROWS)


def test_the_documentation_names_the_tests_of_each_row_and_no_others():
    named = [(row, test) for row, tests in documented() for test in tests]
    assert len(set(named)) == len(named)
    assert set(named) - in_code() == set()
    assert in_code() - set(named) == set()
