"""Which reports were asked for and where each of them goes, refused before anything is read where that cannot be."""

from __future__ import annotations

import os
import sys
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from types import ModuleType

from recon import registry
from recon.model.errors import WrongUsage
from recon.terminal import delivery


@dataclass(frozen=True, slots=True)
class Planned:
    """One report. path: None for standard output."""

    form: str
    report: ModuleType
    path: Path | None


def plan(
    forms: Sequence[str], output: str | None, documents: Sequence[str], *, suggest: bool, force: bool
) -> list[Planned]:
    """One form goes to standard output or where -o says; several go into one folder, under the document's name.

    WrongUsage: a form cannot say what it is asked for, or a file is in the way and may not be replaced.
    """
    chosen = list(dict.fromkeys(forms)) or [delivery.form_of(output, registry.names("reports"), documents) or "text"]
    if suggest and not any(getattr(registry.module("reports", form), "SUGGESTS", False) for form in chosen):
        raise WrongUsage("error.nothing-to-suggest-in", format=", ".join(chosen))
    folder = _folder(output, documents) if len(chosen) > 1 else None
    planned = []
    for form in chosen:
        report = registry.module("reports", form)
        if hasattr(report, "refuse"):
            report.refuse(documents)
        suffix = delivery.suffix_of(report, documents)
        path = delivery.target(output if folder is None else f"{folder}{os.sep}", documents, suffix, force=force)
        delivery.refuse_ending(report, documents, path)
        if path is None and getattr(report, "BINARY", False) and sys.stdout.isatty():
            raise WrongUsage("error.needs-file", format=form)
        planned.append(Planned(form, report, path))
    return planned


def _folder(output: str | None, documents: Sequence[str]) -> Path:
    """The folder for several reports: that of -o, or `outputs/` with the name of the document; it is made."""
    folder = Path(output) if output else Path("outputs") / (Path(documents[0]).stem if documents else "recon")
    if output == "-" or (folder.exists() and not folder.is_dir()):
        raise WrongUsage("error.several-need-folder", path=str(output))
    try:
        folder.mkdir(parents=True, exist_ok=True)
    except (FileExistsError, NotADirectoryError, PermissionError) as refusal:
        raise WrongUsage("error.several-need-folder", path=str(folder)) from refusal
    return folder
