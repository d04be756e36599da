"""Writes into both READMEs what `recon check` prints about the sample: one finding, its cause and the last line.

    python docs/make_first_screen.py
"""

from __future__ import annotations

import os
from pathlib import Path

from click.testing import CliRunner

from recon.cli import cli

ROOT = Path(__file__).parents[1]
PAGES = {"en": ROOT / "README.md", "ru": ROOT / "README.ru.md"}
SAMPLE = "inputs/sample/programme.docx"
WIDTH = "100"
PLACE = "(1.1 ·"  # of the wrong figure: the finding in whose headline it stands, and the cause that names it
FENCE = "```\n"


def first_screen(lang: str) -> str:
    """The pieces to be shown, as printed; what is left out between them is marked."""
    os.chdir(ROOT)
    os.environ["COLUMNS"] = WIDTH
    pieces = CliRunner().invoke(cli, ["check", SAMPLE, "--lang", lang]).stdout.strip("\n").split("\n\n")
    finding = next(piece for piece in pieces if "[HIE01]" in piece.split("\n")[0] and PLACE in piece.split("\n")[1])
    cause = next(piece for piece in pieces if piece.split("\n")[1].strip().startswith("1.1 ·"))
    return "\n\n".join([finding, cause, "…", pieces[-1]]) + "\n"


def main() -> None:
    for lang, page in PAGES.items():
        before, _, after = page.read_text(encoding="utf-8").split(FENCE, 2)
        page.write_text(FENCE.join([before, first_screen(lang), after]), encoding="utf-8")


if __name__ == "__main__":
    main()
