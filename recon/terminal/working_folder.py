"""A working folder as `recon init` makes it: own rules, a place for documents and reports, a CI job."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from recon.messages import say
from recon.model.errors import WrongUsage
from recon.version import version

_STARTER = Path(__file__).parent / "starter"
_FOLDERS = ("inputs", "outputs")
_FILES = {
    "rules/my-rules.yaml": "my-rules.{lang}.yaml",
    ".github/workflows/recon.yml": "github.yml",
    ".gitlab/recon.yml": "gitlab.yml",
}


def make(folder: str, lang: str) -> Iterator[str]:
    """Make what is not there yet and say so, a line each; last, the next command. WrongUsage: a file is in the way."""
    root = Path(folder)
    try:
        for name in _FOLDERS:
            path = root / name
            there = path.is_dir()
            path.mkdir(parents=True, exist_ok=True)
            yield _line(f"{path}/", there, lang)
        for name, source in _FILES.items():
            path = root / name
            there = path.exists()
            if not there:
                path.parent.mkdir(parents=True, exist_ok=True)
                text = (_STARTER / source.format(lang=lang)).read_text(encoding="utf-8")
                path.write_text(text.replace("{version}", version()), encoding="utf-8", newline="\n")
            yield _line(str(path), there, lang)
    except (FileExistsError, NotADirectoryError) as obstacle:
        raise WrongUsage("error.folder-is-file", path=str(obstacle.filename or folder)) from obstacle
    except PermissionError as refusal:
        raise WrongUsage("error.output-refused", path=str(refusal.filename or folder)) from refusal
    here = "" if root == Path() else f"cd {folder} && "
    yield say("cli.init.next", lang, inputs=str(root / "inputs"),
              command=f"{here}recon check inputs --rules rules/my-rules.yaml")  # fmt: skip


def _line(path: str, there: bool, lang: str) -> str:
    return say("cli.init.kept" if there else "cli.init.made", lang, path=path)
