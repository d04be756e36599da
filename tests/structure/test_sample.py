"""The sample is what its script makes, and holds the errors that its page names."""

from __future__ import annotations

import subprocess
import sys
import zipfile
from pathlib import Path

import pytest

import recon
from recon.model.identity import Verdict

SAMPLE = Path(__file__).parents[2] / "inputs" / "sample"
FILES = ["programme.docx", "programme.xlsx"]


def parts(path: Path) -> dict[str, bytes]:
    """What is in the archive: two builds of zlib may pack the same content differently."""
    with zipfile.ZipFile(path) as archive:
        return {entry.filename: archive.read(entry) for entry in archive.infolist()}


def test_the_script_makes_the_sample_again(tmp_path: Path) -> None:
    script = [sys.executable, "-B", str(SAMPLE / "make_sample.py"), str(tmp_path)]
    subprocess.run(script, check=True, capture_output=True)
    for name in FILES:
        assert parts(tmp_path / name) == parts(SAMPLE / name), name


@pytest.mark.parametrize("name", FILES)
def test_the_sample_breaks_the_six_sums_that_its_page_names(name: str) -> None:
    result = recon.check(SAMPLE / name)
    broken = {
        (f.rule.code, f.code, f.source, f.period)
        for f in result.findings
        if f.identity is not None and f.identity.verdict is Verdict.BROKEN
    }
    assert broken == {
        ("SRC01", "1.1", "total", "2026"),
        ("HIE01", "1.1", "regional", "2026"),
        ("HIE01", "1", "regional", "2026"),
        ("PER01", "", "federal", "total"),
        ("SRC01", "", "total", "2027"),
        ("TXT01", "", "federal", "2027"),
    }


@pytest.mark.parametrize("name", FILES)
def test_the_wrong_unit_in_the_sample_is_its_only_other_error(name: str) -> None:
    others = [f for f in recon.check(SAMPLE / name).findings if f.identity is None]
    found = [(f.rule.code, f.source, f.period, f.severity.value) for f in others]
    assert found == [("UNI01", "local", "total", "error")]
