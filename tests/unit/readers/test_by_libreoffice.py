"""The sample in the forms that LibreOffice writes gives the findings of the DOCX; DOC and RTF are read by its help."""

from __future__ import annotations

import random
import subprocess
import sys
import time
from pathlib import Path

import pytest

import recon
from recon.model.errors import UnreadableDocument
from recon.readers import by_libreoffice
from recon.readers.opening import open_document
from tests.made_by_office import needs_libreoffice, saved_as

SAMPLE = Path(__file__).parents[3] / "inputs" / "sample"


def findings(path: Path) -> list[tuple]:
    """What was found, without the places: these are each format's own."""
    found = []
    for f in told(path):
        figures = (f.identity.stated.amount, f.identity.computed) if f.identity else ()
        found.append((f.rule.code, f.code, f.source, f.period, *figures))
    return sorted(found)


def told(path: Path) -> list:
    result = recon.check(path)
    assert [document.status for document in result.documents] == ["read"]
    return result.findings


@pytest.mark.libreoffice
@needs_libreoffice
@pytest.mark.parametrize("form", ["pdf", "doc", "rtf"])
def test_the_sample_gives_the_same_findings_in_every_form(form: str, tmp_path: Path) -> None:
    expected = findings(SAMPLE / "programme.docx")
    assert len(expected) == 7
    assert findings(saved_as(form, SAMPLE / "programme.docx", tmp_path)) == expected


@pytest.mark.libreoffice
@needs_libreoffice
def test_the_workbook_of_the_sample_gives_the_same_findings_as_xls(tmp_path: Path) -> None:
    assert findings(saved_as("xls", SAMPLE / "programme.xlsx", tmp_path)) == findings(SAMPLE / "programme.xlsx")


@pytest.mark.libreoffice
@needs_libreoffice
def test_a_finding_in_a_pdf_says_page_and_box(tmp_path: Path) -> None:
    places = [f.at for f in told(saved_as("pdf", SAMPLE / "programme.docx", tmp_path))]
    assert {place.page for place in places} == {1, 2}
    assert all(place.bbox is not None and place.bbox[0] < place.bbox[2] for place in places)


@pytest.mark.libreoffice
@needs_libreoffice
def test_a_damaged_rtf_gives_a_message_or_a_document(tmp_path: Path) -> None:
    whole = saved_as("rtf", SAMPLE / "programme.docx", tmp_path).read_bytes()
    chance = random.Random(5)
    for number in range(3):
        data = bytearray(whole)
        for _ in range(40):
            data[chance.randrange(10, len(data))] = chance.randrange(32, 127)
        path = tmp_path / f"{number}.rtf"
        path.write_bytes(data[: chance.randrange(1_000, len(data))])
        try:
            assert open_document(str(path)).form == "rtf"
        except UnreadableDocument:
            continue


def is_running(process: int) -> bool:
    status = Path(f"/proc/{process}/status")
    return status.is_file() and "State:\tZ" not in status.read_text()


def ends_within(seconds: float, process: int) -> bool:
    give_up = time.monotonic() + seconds
    while is_running(process):
        if time.monotonic() > give_up:
            return False
        time.sleep(0.02)
    return True


def test_a_program_that_does_not_end_is_ended_with_all_it_started(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    stand_in, note = tmp_path / "soffice", tmp_path / "child"
    stand_in.write_text(f"#!/bin/sh\nsleep 60 & echo $! > {note}\nwait\n")
    stand_in.chmod(0o755)
    monkeypatch.setattr(by_libreoffice, "program", lambda: str(stand_in))
    monkeypatch.setattr(by_libreoffice, "TIME_LIMIT", 1)
    with pytest.raises(UnreadableDocument) as refused:
        by_libreoffice.read("a.doc", b"x", "")
    assert refused.value.key == "error.conversion-too-long"
    # A killed process ends when the system next runs it, which on a busy machine is a moment later.
    assert ends_within(10, int(note.read_text()))


def test_the_name_of_a_file_never_reaches_the_program(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    stand_in, note = tmp_path / "soffice", tmp_path / "arguments"
    stand_in.write_text(f'#!/bin/sh\necho "$@" > {note}\n')
    stand_in.chmod(0o755)
    monkeypatch.setattr(by_libreoffice, "program", lambda: str(stand_in))
    with pytest.raises(UnreadableDocument):
        by_libreoffice.read("--accept=evil;.doc", b"x", "")
    assert "evil" not in note.read_text()


def test_the_profile_is_thrown_away_at_the_end_and_forbids_macros() -> None:
    program = (
        "from pathlib import Path; from recon.readers import by_libreoffice as made\n"
        "folder = Path(made._profile().name); text = (folder / 'user/registrymodifications.xcu').read_text()\n"
        "assert 'DisableMacrosExecution' in text and '<value>true</value>' in text\n"
        "print(folder)"
    )
    done = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True)
    assert done.returncode == 0, done.stderr
    assert not Path(done.stdout.strip()).exists()
