"""What holds for all tests: patience on slow machines, and a closing line about the real documents."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import settings

settings.register_profile("patient", deadline=None)
settings.register_profile("thorough", deadline=None, max_examples=1000)
settings.load_profile("patient")


def pytest_terminal_summary(terminalreporter: pytest.TerminalReporter) -> None:
    """Passed over is not passed: says whether the real documents were there."""
    place = "tests/shared_documents"
    ran = sum(place in report.nodeid for name in ("passed", "failed") for report in terminalreporter.getreports(name))
    skipped = [report for report in terminalreporter.getreports("skipped") if place in report.nodeid]
    folder = Path(__file__).parents[2] / "shared" / "documents"
    if ran:
        terminalreporter.write_line(f"real documents: {ran} tests ran on those in ../shared/documents")
    if skipped and not folder.is_dir():
        line = f"real documents: {len(skipped)} tests passed over, no folder ../shared/documents beside this checkout"
        terminalreporter.write_line(line)
