"""A marked DOCX: comments at the very figures, proposals as tracked changes, and all else as it was."""

from __future__ import annotations

import io
import re
import zipfile
from datetime import UTC, datetime
from decimal import Decimal
from pathlib import Path

import docx as word
import pytest
from lxml import etree

import recon
from recon.model.asked import Asked
from recon.reports import docx
from recon.writing.docx_suggestions import respelled
from tests.unit.readers.office_files import docx as plain_docx
from tests.unit.readers.office_files import p, r, tbl, tc, tr
from tests.unit.writing.rich_files import HEAD, document

MADE = datetime(2026, 11, 22, 10, 30, tzinfo=UTC)
W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"


def parts(data: bytes) -> dict[str, bytes]:
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        assert archive.testzip() is None
        return {name: archive.read(name) for name in archive.namelist()}


def marked(data: bytes, folder: Path, lang: str = "ru", suggest: bool = False) -> bytes:
    path = folder / "programme.docx"
    path.write_bytes(data)
    return docx.write(recon.check(str(path)), Asked(lang, made=MADE, suggest=suggest))


def body(data: bytes) -> etree._Element:
    return etree.fromstring(parts(data)["word/document.xml"])


def anchored(data: bytes) -> dict[str, str]:
    """What each comment stands around, deleted words as well."""
    found: dict[str, str] = {}
    open_now: set[str] = set()
    for element in body(data).iter():
        name = element.tag[len(W) :]
        if name == "commentRangeStart":
            open_now.add(element.get(f"{W}id"))
            found[element.get(f"{W}id")] = ""
        elif name == "commentRangeEnd":
            open_now.discard(element.get(f"{W}id"))
        elif name in ("t", "delText"):
            for number in open_now:
                found[number] += element.text or ""
    assert not open_now
    return found


def comments(data: bytes) -> dict[str, tuple[str, str]]:
    root = etree.fromstring(parts(data)["word/comments.xml"])
    return {
        comment.get(f"{W}id"): (
            comment.get(f"{W}author"),
            "\n".join("".join(t.text or "" for t in p.iter(f"{W}t")) for p in comment.iter(f"{W}p")),
        )
        for comment in root
    }


@pytest.mark.parametrize("suggest", [False, True])
def test_only_the_body_and_the_comments_are_touched(suggest: bool, tmp_path: Path) -> None:
    before = document()
    old, new = parts(before), parts(marked(before, tmp_path, suggest=suggest))
    assert {part for part in old if old[part] != new[part]} == {"word/document.xml", "word/comments.xml"}
    assert set(new) == set(old)


def test_a_comment_stands_around_its_figure_and_nothing_else(tmp_path: Path) -> None:
    made = marked(document(), tmp_path)
    around = {anchored(made)[number]: said for number, (author, said) in comments(made).items() if author == "recon"}
    assert set(around) == {"", "300,0", "330,0", "160,0", "150,0"}
    assert "Указано 330,0, по расчёту 300,0, отклонение +30,0" in around["330,0"]
    assert "предлагается 300,0" in around["330,0"]
    assert "одно из возможных объяснений" in around["160,0"]


def test_the_words_of_the_document_are_what_they_were(tmp_path: Path) -> None:
    before = document()

    def words(data: bytes) -> str:
        return "".join(element.text or "" for element in body(data).iter(f"{W}t", f"{W}delText"))

    assert words(marked(before, tmp_path)) == words(before)


def test_a_split_run_keeps_its_properties(tmp_path: Path) -> None:
    runs = {
        "".join(t.text or "" for t in run.iter(f"{W}t")): [mark.tag[len(W) :] for mark in run.find(f"{W}rPr")]
        for run in body(marked(document(), tmp_path)).iter(f"{W}r")
        if run.find(f"{W}rPr") is not None
    }
    assert runs["60,0"] == ["b"]
    assert runs["330"] == ["i"]


def test_comments_and_tracked_changes_of_others_stay(tmp_path: Path) -> None:
    made = marked(document(), tmp_path, suggest=True)
    assert comments(made)["4"] == ("Петров", "единица?")
    assert anchored(made)["4"] == "тыс. рублей"
    changes = [(c.tag[len(W) :], c.get(f"{W}author")) for c in body(made).iter(f"{W}ins", f"{W}del")]
    assert changes == [("del", "Петров"), ("ins", "Петров"), ("del", "recon"), ("del", "recon"), ("ins", "recon")]


def test_a_proposal_of_the_only_cause_is_a_tracked_change(tmp_path: Path) -> None:
    root = body(marked(document(), tmp_path, suggest=True))
    (inserted,) = [c for c in root.iter(f"{W}ins") if c.get(f"{W}author") == "recon"]
    deleted = [c for c in root.iter(f"{W}del") if c.get(f"{W}author") == "recon"]
    assert "".join(t.text for c in deleted for t in c.iter(f"{W}delText")) == "330,0"
    assert "".join(t.text for t in inserted.iter(f"{W}t")) == "300,0"
    assert inserted.getparent().tag == f"{W}p", "not inside the insertion of somebody else"
    assert inserted.get(f"{W}date") == "2026-11-22T10:30:00Z"
    assert [mark.tag for mark in inserted.iter(f"{W}i")], "in the properties of the run that it replaces"


def test_nothing_is_proposed_where_another_figure_may_be_the_wrong_one(tmp_path: Path) -> None:
    root = body(marked(document(), tmp_path, suggest=True))
    deleted = "".join(t.text or "" for t in root.iter(f"{W}delText"))
    assert "160" not in deleted
    assert "310" not in "".join(t.text or "" for t in root.iter(f"{W}t"))


def test_ids_of_comments_and_of_changes_are_given_once(tmp_path: Path) -> None:
    made = marked(document(), tmp_path, suggest=True)
    numbers = [comment.get(f"{W}id") for comment in etree.fromstring(parts(made)["word/comments.xml"])]
    assert len(numbers) == len(set(numbers))
    root = body(made)
    changes = [change.get(f"{W}id") for change in root.iter(f"{W}ins", f"{W}del")]
    assert len(changes) == len(set(changes))
    for kind in ("commentRangeStart", "commentRangeEnd", "commentReference"):
        assert sorted(each.get(f"{W}id") for each in root.iter(W + kind)) == sorted(numbers)


def test_python_docx_reads_the_comments(tmp_path: Path) -> None:
    opened = word.Document(io.BytesIO(marked(document(), tmp_path, "en")))
    mine = [comment for comment in opened.comments if comment.author == "recon"]
    assert len(mine) == 5
    assert mine[0].timestamp == MADE
    assert mine[0].text.startswith("3\u00a0findings.")


def test_a_copy_without_findings_says_what_was_checked(tmp_path: Path) -> None:
    rows = [tr(*map(tc, HEAD)), tr(*map(tc, ["1", "Дворы", "Всего", "300,0", "150,0", "150,0"]))]
    made = marked(plain_docx(p(r("Программа, тыс. рублей")) + tbl(*rows)), tmp_path)
    assert list(comments(made).values()) == [
        ("recon", "Отклонений нет, подтверждено: 1\u00a0равенство\nпрочитано сумм: 3; из них охвачено проверками: 3; "
         "контрольных соотношений: 1; выполняются: 1")
    ]  # fmt: skip


def test_a_blank_cell_and_a_table_joined_over_pages_are_found_again(tmp_path: Path) -> None:
    one = [tr(*map(tc, HEAD)), tr(*map(tc, ["1", "Дворы", "Всего", "300,0", "150,0", "150,0"]))]
    two = [tr(*map(tc, ["", "", "областной бюджет", "200,0", "100,0", ""])),
           tr(*map(tc, ["", "", "местные бюджеты", "100,0", "50,0", "50,0"]))]  # fmt: skip
    made = marked(plain_docx(p(r("тыс. рублей")) + tbl(*one) + p() + tbl(*two)), tmp_path)
    said = [words for _, words in comments(made).values()]
    assert len(said) == 2
    assert "Указать 100,0" in said[1]
    cell = next(body(made).iter(f"{W}commentRangeStart", "x")).getparent()
    assert cell.tag == f"{W}p"
    second = body(made).findall(f".//{W}tbl")[1]
    starts = list(second.iter(f"{W}commentRangeStart"))
    assert len(starts) == 1
    row = next(starts[0].iterancestors(f"{W}tr"))
    assert "".join(t.text or "" for t in row.iter(f"{W}t")).startswith("областной бюджет")


def test_a_figure_in_a_text_box_is_commented_where_the_box_hangs(tmp_path: Path) -> None:
    rows = tbl(tr(*map(tc, HEAD)), tr(*map(tc, ["1", "Дворы", "Всего", "310,0", "150,0", "150,0"])))
    box = f"<w:r><w:pict><v:shape><v:textbox><w:txbxContent>{p(r('тыс. рублей'))}{rows}</w:txbxContent>"
    made = marked(plain_docx(p(r("Программа"), f"{box}</v:textbox></v:shape></w:pict></w:r>")), tmp_path)
    assert len(comments(made)) > 1
    for start in body(made).iter(f"{W}commentRangeStart"):
        assert next(start.iterancestors(f"{W}txbxContent"), None) is None


@pytest.mark.parametrize(
    ("printed", "proposed", "decimals", "expected"),
    [
        ("55\u00a0864,4", "55834.4", 1, "55\u00a0834,4"),
        ("55 864,4", "155834.4", 1, "155 834,4"),
        ("55864,4", "55834.4", 1, "55834,4"),
        ("55864.40", "55834.4", 2, "55834.40"),
        ("1,234,567.89", "1234657.89", 2, "1,234,657.89"),
        ("1.234,5", "1234.7", 1, "1.234,7"),
        ("964,4", "1034.4", 1, "1\u00a0034,4"),
        ("0,0*", "10.5", 1, "10,5*"),
        ("–12,5", "-13.5", 1, "–13,5"),
        ("(12,5)", "-13.5", 1, "(13,5)"),
        ("12", "13", 0, "13"),
        ("-", "13", 0, None),
    ],
)
def test_a_proposal_is_spelled_as_the_figure_was(
    printed: str, proposed: str, decimals: int, expected: str | None
) -> None:
    assert respelled(printed, Decimal(proposed), decimals) == expected


def test_the_summary_is_told_in_the_language_asked_for(tmp_path: Path) -> None:
    said = comments(marked(document(), tmp_path, "en"))
    mine = [words for author, words in said.values() if author == "recon"]
    assert not [words for words in mine[1:] if not re.match(r"Error |Cause ", words)]
