"""The wheel holds the package, the rules, their cases and the sample, and nothing that version control leaves aside."""

from __future__ import annotations

import shutil
import subprocess
import sys
import zipfile
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
NOT_OF_THE_PROJECT = (".git", ".venv", ".nox", "dist", "build", "*.egg-info", "__pycache__", ".*_cache", ".hypothesis")
IGNORED = [
    "inputs/secret.docx",
    "inputs/sample/__pycache__/left.pyc",
    "outputs/report.json",
    "recon/left.pyc",
    "rules/left.pyc",
]

pytestmark = pytest.mark.slow


@pytest.fixture(scope="module")
def names(tmp_path_factory: pytest.TempPathFactory) -> set[str]:
    """The files of a wheel built by way of the source archive, from a copy with some ignored files put in."""
    copy = tmp_path_factory.mktemp("checkout") / "recon"
    shutil.copytree(ROOT, copy, ignore=shutil.ignore_patterns(*NOT_OF_THE_PROJECT))
    for name in IGNORED:
        (copy / name).parent.mkdir(parents=True, exist_ok=True)
        (copy / name).write_bytes(b"not to be shipped")
    command = [sys.executable, "-m", "build", "--outdir", str(copy / "dist"), str(copy)]
    done = subprocess.run(command, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stdout + done.stderr
    (wheel,) = (copy / "dist").glob("*.whl")
    with zipfile.ZipFile(wheel) as archive:
        return set(archive.namelist())


def shipped(folder: str, inside: str) -> set[str]:
    files = [p for p in (ROOT / folder).rglob("*") if p.is_file() and "__pycache__" not in p.parts]
    return {f"{inside}/{path.relative_to(ROOT / folder).as_posix()}" for path in files}


def test_the_rules_and_the_sample_travel_inside_the_package(names: set[str]) -> None:
    assert shipped("rules", "recon/shipped_data/rules") <= names
    assert shipped("inputs/sample", "recon/shipped_data/sample") <= names
    assert "recon/shipped_data/sample/programme.docx" in names
    assert "recon/shipped_data/cases/SRC01.yaml" in names


def test_every_module_is_there_with_the_marker_of_its_types(names: set[str]) -> None:
    assert shipped("recon", "recon") <= names
    assert "recon/py.typed" in names


def test_nothing_else_is_in_it(names: set[str]) -> None:
    expected = shipped("recon", "recon") | shipped("rules", "recon/shipped_data/rules")
    expected |= shipped("inputs/sample", "recon/shipped_data/sample")
    expected |= {name for name in shipped("tests/rules", "recon/shipped_data/cases") if name.endswith(".yaml")}
    assert {name for name in names if ".dist-info/" not in name} == expected
