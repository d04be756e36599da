"""Every fault of a waiver file beside this test: its exact words, first in English, then in Russian."""

from __future__ import annotations

from pathlib import Path

import pytest
from click.testing import CliRunner

from recon.cli import cli
from recon.messages.waivers import MESSAGES
from recon.model.errors import WrongRules
from recon.rulebook.fault import faults
from recon.rulebook.load import load
from recon.rulebook.waivers import read_waivers
from recon.telling.narration import fault

FOLDER = Path(__file__).parent
WRONG = sorted(path.stem for path in FOLDER.glob("*.yaml"))
RULEBOOK = load()
CODES = [rule.code for rule in RULEBOOK.rules]


def refused(name: str) -> WrongRules:
    with pytest.raises(WrongRules) as caught:
        read_waivers(Path(f"{name}.yaml"), CODES, RULEBOOK.vocabulary)
    return caught.value


@pytest.mark.parametrize("name", WRONG)
def test_a_wrong_waiver_file_is_refused_in_these_words(name: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(FOLDER)
    error = refused(name)
    assert f"{fault(error, 'en')}\n\n{fault(error, 'ru')}\n" == (FOLDER / f"{name}.txt").read_text(encoding="utf-8")
    assert error.exit_status == 2


def test_every_fault_has_a_waiver_file_that_shows_it(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(FOLDER)
    shown = {each.key for name in WRONG for each in faults(refused(name))}
    stated = {key for key in MESSAGES if key.startswith("waivers.fault.") and not key.endswith(".help")}
    assert stated <= shown


@pytest.mark.parametrize(
    ("options", "en", "ru"),
    [
        (
            ["--waivers", "none.yaml"],
            "error: there is no waiver file of this name\n  --> none.yaml\n"
            "  = to make one of today's findings: --write-baseline FILE --author NAME",
            "ошибка: файла исключений с таким именем нет\n  --> none.yaml\n"
            "  = чтобы создать его из сегодняшних замечаний: --write-baseline ФАЙЛ --author ИМЯ",
        ),
        (
            ["--author", "И. Петрова"],
            "error: --author is for a new waiver file only\n  = add --write-baseline FILE, or leave --author out",
            "ошибка: --author нужен только для нового файла исключений\n"
            "  = добавьте --write-baseline ФАЙЛ или уберите --author",
        ),
        (
            ["--write-baseline", "new.yaml"],
            'error: nobody answers for these waivers\n  = add --author "name, department"',
            "ошибка: не указано, кто отвечает за исключения\n  = добавьте --author «имя, отдел»",
        ),
        (
            ["--write-baseline", "a.txt", "--author", "И. Петрова"],
            "error: the waiver file is there already and is not overwritten\n  --> a.txt\n"
            "  = give another name; what both files hold can be put into one by hand",
            "ошибка: файл исключений уже есть, он не перезаписывается\n  --> a.txt\n"
            "  = укажите другое имя; содержимое двух файлов можно соединить вручную",
        ),
        (
            ["--write-baseline", "new.yaml", "--author", "И. Петрова", "--expires", "31.12.2099"],
            'error: --expires: "31.12.2099" cannot be the last day\n  = did you mean "2099-12-31"?',
            "ошибка: --expires: «31.12.2099» не может быть последним днём\n"
            "  = возможно, имелось в виду «2099-12-31»?",
        ),
        (
            ["--write-baseline", "new.yaml", "--author", "И. Петрова", "--expires", "2020-01-01"],
            'error: --expires: "2020-01-01" cannot be the last day\n  = that day is over',
            "ошибка: --expires: «2020-01-01» не может быть последним днём\n  = этот день уже прошёл",
        ),
        (
            ["--write-baseline", "none/new.yaml", "--author", "И. Петрова"],
            "error: the folder to write into does not exist\n  --> none/new.yaml\n"
            "  = make none first, or give -o another place",
            "ошибка: папки для записи не существует\n  --> none/new.yaml\n"
            "  = сначала создайте none или укажите в -o другое место",
        ),
    ],
)
def test_a_wrong_option_about_waivers_is_refused_in_these_words(
    options: list[str], en: str, ru: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    Path("a.txt").write_text("a\tb\n", encoding="utf-8")
    for lang, words in (("en", en), ("ru", ru)):
        done = CliRunner().invoke(cli, ["check", "a.txt", *options, "--lang", lang])
        assert (done.exit_code, done.stderr) == (2, f"{words}\n")
    assert [path.name for path in tmp_path.iterdir()] == ["a.txt"]
