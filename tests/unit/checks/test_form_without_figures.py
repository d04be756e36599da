"""A document may have a passport and not one figure: the form checks have nothing to say, and say it."""

from recon.engine import reconcile
from recon.rulebook.load import load


def test_a_statement_that_was_not_understood_leaves_a_ledger_without_figures(tmp_path) -> None:
    path = tmp_path / "programme.txt"
    twice = "2024 год - 1,0 тыс. рублей; 2024 год - 3,0 тыс. рублей"
    path.write_text(f"Объемы финансирования\tВсего 9,0 тыс. рублей; {twice}\n", encoding="utf-8")
    result = reconcile([str(path)], load(None))
    assert [finding.rule.code for finding in result.findings] == ["GAP01"]
    assert [document.status for document in result.documents] == ["not-read"]
