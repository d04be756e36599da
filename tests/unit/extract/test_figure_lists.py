"""Amounts flattened one behind the other on a page in English: read where they add up to a long number."""

import pytest

import recon

COLUMNS = """Adopted Capital Program Summary

Total Project 52,418,907 33,015,144 92,350,381 4,043,373 6,630,700

Prior

5,977,604 9,619,500 2,489,613 8,112,200 966,200 27,165,117 1,602,042 13,965,461 6,287,201 5,310,413 27,165,117

General Government Parks & Recreation

Total Expense

188,458,505
"""
ONE_LIST = """Adopted

General Fund

9,009,912 86,027,808 6,252,147 6,113,998 9,995,437

Bonds - Parks Taxes - Schools

TOTAL

$

117,399,302
"""
AMONG_WORDS = (
    "REVENUE SOURCES Funding comes from many sources. Adopted Genera l Fund 27,212,709 Bonds/Lease 84,624,953 "
    "Recordation Taxes 8,901,714 Grants State 13,131,298 Other 7,090,088 Total 140,960,762 $ *Includes $2. 1 million\n"
)


@pytest.fixture
def check(tmp_path):
    def of(text: str) -> tuple[int, list[tuple[str, str]]]:
        document = tmp_path / "page.txt"
        document.write_text(text, encoding="utf-8")
        proofs = list(recon.check(document).proofs())
        held = sum(proof.verdict.name == "HOLDS" for proof in proofs)
        return held, [(str(p.stated.amount), str(p.computed)) for p in proofs if p.verdict.name == "BROKEN"]

    return of


@pytest.mark.parametrize(("text", "sums"), [(COLUMNS, 3), (ONE_LIST, 1), (AMONG_WORDS, 1)])
def test_a_list_is_held_against_its_total(check, text, sums) -> None:
    assert check(text) == (sums, [])


@pytest.mark.parametrize(
    ("text", "slip", "held", "broken"),
    [
        (COLUMNS, ("9,619,500", "9,691,500"), 2, ("27165117", "27237117")),
        (COLUMNS, ("6,287,201", "6,827,201"), 2, ("27165117", "27705117")),
        (ONE_LIST, ("6,113,998", "6,113,989"), 0, ("117399302", "117399293")),
        (AMONG_WORDS, ("8,901,714", "8,901,741"), 0, ("140960762", "140960789")),
    ],
)
def test_a_slip_in_a_list_is_found_where_its_total_tells(check, text, slip, held, broken) -> None:
    assert check(text.replace(*slip)) == (held, [broken])


def test_a_list_that_no_total_comes_near_is_not_read(check) -> None:
    assert check(ONE_LIST.replace("117,399,302", "171,804,655")) == (0, [])


def test_each_amount_is_quoted_from_its_own_line(extracted) -> None:
    found = extracted(ONE_LIST)
    lines = found.grids["p1"]
    assert [lines[f.at.row - 1][0][slice(*f.at.span)] for f in found.figures] == [f.reading.raw for f in found.figures]
