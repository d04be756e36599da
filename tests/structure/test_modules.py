"""What every module of the package keeps to: its size, its first sentence, its name, its exceptions, its numbers."""

from __future__ import annotations

import ast
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
PACKAGE = ROOT / "recon"
MODULES = sorted(path for path in PACKAGE.rglob("*.py"))
LONGEST = 300
NAMES_THAT_SAY_NOTHING = {"base", "utils", "util", "common", "helpers", "helper", "manager", "handler", "core", "misc"}

#: Where `float(` may stand in the layers that hold money, each with its reason.
FLOATS_THAT_CARRY_NO_MONEY = {
    "recon/model/plausibility.py": "shares of how often a slip of the pen is met, out of a rule file",
}
LAYERS_THAT_HOLD_MONEY = ("model", "ledger", "checks", "extract")

named = pytest.mark.parametrize("path", MODULES, ids=lambda path: path.relative_to(ROOT).as_posix())


def tree(path: Path) -> ast.Module:
    return ast.parse(path.read_text(encoding="utf-8"))


@named
def test_a_module_has_at_most_300_lines(path: Path) -> None:
    assert len(path.read_text(encoding="utf-8").splitlines()) <= LONGEST


@named
def test_a_module_begins_with_a_sentence_that_says_what_it_knows(path: Path) -> None:
    docstring = ast.get_docstring(tree(path))
    assert docstring, "no docstring"
    first = docstring.split("\n\n")[0].strip()
    assert first[-1] in ".;:!?…", f"not a sentence: {first!r}"


@named
def test_a_module_has_a_name_that_says_something(path: Path) -> None:
    assert path.stem not in NAMES_THAT_SAY_NOTHING
    assert not any(part in NAMES_THAT_SAY_NOTHING for part in path.relative_to(PACKAGE).parts[:-1])


@named
def test_no_module_catches_every_exception(path: Path) -> None:
    for node in ast.walk(tree(path)):
        if isinstance(node, ast.ExceptHandler):
            caught = node.type.elts if isinstance(node.type, ast.Tuple) else [node.type]
            names = {name.id for name in caught if isinstance(name, ast.Name)}
            assert None not in caught, f"bare except in line {node.lineno}"
            cleans_up = isinstance(node.body[-1], ast.Raise) and node.body[-1].exc is None  # and lets it go on
            assert cleans_up or not names & {"Exception", "BaseException"}, f"line {node.lineno}"


@named
def test_no_binary_float_is_made_where_money_is_held(path: Path) -> None:
    if path.relative_to(PACKAGE).parts[0] not in LAYERS_THAT_HOLD_MONEY:
        return
    if path.relative_to(ROOT).as_posix() in FLOATS_THAT_CARRY_NO_MONEY:
        return
    for node in ast.walk(tree(path)):
        if isinstance(node, ast.Call) and isinstance(node.func, ast.Name):
            assert node.func.id != "float", f"float() in line {node.lineno}: give a reason in this test's list"


def test_the_path_of_the_rules_in_a_wheel_is_free_of_modules() -> None:
    assert not (PACKAGE / "rules").exists()
    assert not (PACKAGE / "rules.py").exists()
    assert not (PACKAGE / "shipped_data").exists()


def test_every_folder_of_the_package_is_a_package() -> None:
    folders = {path.parent for path in MODULES}
    assert [folder for folder in folders if not (folder / "__init__.py").is_file()] == []
