"""All that continuous integration checks, one session each: `nox` runs them all, `nox -s types` one of them.

With pip or with uv (`nox -db uv`). `nox --no-venv` uses the environment that it was started from, as it stands.
"""

from __future__ import annotations

import sys
from pathlib import Path

import nox

nox.options.error_on_missing_interpreters = True
nox.options.reuse_venv = "yes"
nox.options.sessions = ["lint", "types", "layers", "tests", "properties", "golden", "wheel"]


def install(session: nox.Session, *what: str) -> None:
    """The locked versions, unless the session runs in an environment that has them already."""
    if session.venv_backend != "none":
        session.install("-c", "requirements.lock", *what)


@nox.session
def lint(session: nox.Session) -> None:
    """Faults that show without running anything."""
    install(session, "ruff")
    session.run("ruff", "check", ".")


@nox.session
def types(session: nox.Session) -> None:
    """Strict types of the package."""
    install(session, ".[dev]")
    session.run("mypy")


@nox.session
def layers(session: nox.Session) -> None:
    """No layer imports one above it."""
    install(session, "-e", ".[dev]")
    session.run("lint-imports")


@nox.session
def tests(session: nox.Session) -> None:
    """The command of the README."""
    install(session, ".[dev]")
    session.run("python", "-m", "pytest", *session.posargs)


@nox.session
def properties(session: nox.Session) -> None:
    """The laws that hold for any ledger, with ten times as many examples."""
    install(session, ".[dev]")
    session.run("python", "-m", "pytest", "tests/properties", "--hypothesis-profile=thorough", *session.posargs)


@nox.session
def fuzz(session: nox.Session) -> None:
    """Ten thousand damaged files of every form, checked from end to end; `nox -s fuzz -- pdf --files 500` for less."""
    install(session, ".[dev]")
    session.run("python", "-m", "tests.fuzz.running", *session.posargs)


@nox.session
def golden(session: nox.Session) -> None:
    """The exact words of reports and errors, which are the manual's examples."""
    install(session, ".[dev]")
    session.run("python", "-m", "pytest", "tests/golden", "tests/errors", *session.posargs)


@nox.session
def wheel(session: nox.Session) -> None:
    """The built wheel, installed in an empty environment elsewhere, checks the sample that it carries."""
    install(session, "build")
    elsewhere = Path(session.create_tmp()).resolve()
    session.run("python", "-m", "build", "--outdir", str(elsewhere / "dist"), ".", silent=True)
    newest = max((elsewhere / "dist").glob("*.whl"), key=lambda path: path.stat().st_mtime)
    lock = Path("requirements.lock").resolve()
    session.run("python", "-m", "venv", "--clear", str(elsewhere / "empty"))
    programs = elsewhere / "empty" / ("Scripts" if sys.platform == "win32" else "bin")
    session.chdir(elsewhere)
    session.run(str(programs / "python"), "-m", "pip", "install", "-q", "-c", str(lock), str(newest), external=True)
    where = "from recon import shipped; print(shipped.sample())"
    sample = session.run(str(programs / "python"), "-c", where, silent=True, external=True)
    assert "site-packages" in sample, sample
    check = [str(programs / "recon"), "check", sample.strip(), "--lang", "en"]
    report = session.run(*check, silent=True, external=True, success_codes=[1])
    for code in ("HIE01", "SRC01", "PER01", "TXT01"):
        assert f"error[{code}]" in report, report
    summary = " ".join(report.strip().split("\n\n")[-1].split())
    session.log(f"the wheel checked {sample.strip()}: {summary}")
