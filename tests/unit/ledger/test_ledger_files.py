"""Ledger files: CSV, Parquet and frames in the long form, and what is said of wrong ones."""

from __future__ import annotations

from decimal import Decimal
from pathlib import Path

import pandas as pd
import pyarrow as pa
import pytest
from made_ledger import VOCABULARY, verdicts
from pyarrow import parquet

from recon.engine import reconcile
from recon.ledger import files, join
from recon.ledger.doubts import doubts
from recon.ledger.ledger import Ledger
from recon.messages import LANGUAGES, say
from recon.model.amount import State
from recon.model.errors import InexactAmount, UnreadableDocument
from recon.rulebook.load import load

HEAD = "document,code,element,source,period,amount\n"
SMALL = HEAD + "a.docx,,Programme,total,2020,3.0\na.docx,1,First,total,2020,1.0\na.docx,2,Second,total,2020,2.0\n"


def written(folder: Path, text: str, name: str = "figures.csv", encoding: str = "utf-8") -> str:
    path = folder / name
    path.write_bytes(text.encode(encoding))
    return str(path)


def read(folder: Path, text: str, **how: str) -> Ledger:
    return files.read(written(folder, text, **how), VOCABULARY)


def parents(made: Ledger) -> dict[str, str]:
    names = [str(code or name) for code, name in zip(made.elements["code"], made.elements["name"], strict=True)]
    return {name: names[p] if p >= 0 else "" for name, p in zip(names, made.elements["parent"], strict=True)}


def test_a_ledger_file_is_read_in_columns(tmp_path: Path) -> None:
    made = read(tmp_path, SMALL)
    assert made.figures["amount"].tolist() == [30, 10, 20]
    assert made.figures["decimals"].tolist() == [1, 1, 1]
    assert made.figures["line"].tolist() == [2, 3, 4]
    assert made.exponent == -1
    assert parents(made) == {"Programme": "", "1": "Programme", "2": "Programme"}
    assert verdicts(made, "parts-add-to-whole", along="element") == {("", "total", "2020"): "holds"}


def test_a_parquet_file_of_decimals_holds_the_same_as_the_text(tmp_path: Path) -> None:
    columns = {
        "code": ["", "1"],
        "element": ["Programme", "First"],
        "source": ["total", "total"],
        "period": ["2020", "2020"],
        "amount": pa.array([Decimal("3.00"), None], pa.decimal128(12, 2)),
    }
    path = tmp_path / "figures.parquet"
    parquet.write_table(pa.table(columns), path)
    made = files.read(str(path), VOCABULARY)
    assert made.figures["amount"].tolist() == [300, 0]
    assert made.figures["decimals"].tolist() == [2, 0]
    assert made.figures["state"].tolist() == [State.STATED, State.BLANK]
    assert set(made.figures["document"]) == {str(path)}


def test_a_frame_of_decimals_whole_numbers_or_text_is_taken() -> None:
    frame = pd.DataFrame(
        {
            "code": ["", "1", "2", "3"],
            "element": ["P", "A", "B", "C"],
            "source": "total",
            "period": [2020] * 4,
            "amount": pd.Series([Decimal("3.10"), 2, "1,1", None], dtype=object),
        }
    )
    made = files.from_frame(frame, VOCABULARY)
    assert made.figures["amount"].tolist() == [310, 200, 110, 0]
    assert made.figures["state"].tolist() == [0, 0, 0, State.BLANK]
    whole = frame.iloc[:3].assign(amount=[3, 2, 1])
    assert files.from_frame(whole, VOCABULARY).figures["amount"].tolist() == [3, 2, 1]


def test_floats_are_refused_and_the_way_out_is_named() -> None:
    frame = pd.DataFrame({"code": [""], "element": ["P"], "source": ["total"], "period": ["2020"], "amount": [0.1]})
    with pytest.raises(InexactAmount) as refusal:
        files.from_frame(frame, VOCABULARY)
    assert refusal.value.key == "error.float-amount"
    assert "Decimal" in say("error.float-amount.help", "en", **refusal.value.parameters)
    with pytest.raises(InexactAmount):
        files.from_frame(frame.assign(amount=pd.Series([0.1], dtype=object)), VOCABULARY)


def test_a_frame_of_no_rows_of_float_codes_or_with_a_column_twice_is_refused() -> None:
    frame = pd.DataFrame({"code": [""], "element": ["P"], "source": ["total"], "period": ["2020"], "amount": ["1"]})
    wrong = {
        "error.ledger-empty": frame.iloc[:0],
        "error.float-code": frame.assign(code=[1.1]),
        "error.column-twice": pd.concat([frame, frame[["amount"]]], axis=1),
    }
    for key, each in wrong.items():
        with pytest.raises(UnreadableDocument) as refusal:
            files.from_frame(each, VOCABULARY)
        assert refusal.value.key == key
        assert all(say(f"{key}.help", lang, **refusal.value.parameters) for lang in ("en", "ru"))
    nameless = files.from_frame(frame.assign(code=[float("nan")]), VOCABULARY)
    assert nameless.elements["code"].tolist() == [""]


def test_parents_follow_from_codes_to_the_nearest_that_is_there(tmp_path: Path) -> None:
    codes = ["06", "06.01.002", "06.01.002.5.", "1.1", "1.10", "1", "1.1.1"]
    made = read(tmp_path, HEAD + "".join(f"a,{code},Element {code},total,2020,1\n" for code in codes))
    assert parents(made) == {
        "06": "",
        "06.01.002": "06",
        "06.01.002.5.": "06.01.002",
        "1.1": "1",
        "1.10": "1",
        "1": "",
        "1.1.1": "1.1",
    }


def test_elements_of_different_documents_and_tables_are_kept_apart(tmp_path: Path) -> None:
    text = "document,table,code,element,source,period,amount\n"
    text += "a,t1,1,A,total,2020,1\na,t2,1,A,total,2020,1\nb,t1,1,B,total,2020,1\na,t1,1,A,total,2021,1\n"
    made = read(tmp_path, text)
    assert made.figures["element"].tolist() == [0, 1, 2, 0]
    assert made.elements["document"].tolist() == ["a", "a", "b"]


def test_the_parent_column_names_a_code_or_the_name_of_what_has_no_code(tmp_path: Path) -> None:
    text = "code,element,parent,source,period,amount\n,Programme,,total,2020,1\n,Part A,Programme,total,2020,1\n"
    made = read(tmp_path, text + "7,Seven,Part A,total,2020,1\n9,Nine,7,total,2020,1\n")
    assert parents(made) == {"Programme": "", "Part A": "Programme", "7": "Part A", "9": "7"}
    assert made.elements["key"].tolist() == ["", "Part A", "7", "9"]


def test_units_and_printed_digits_come_from_their_columns(tmp_path: Path) -> None:
    text = "code,element,source,period,amount,unit,decimals\n"
    text += "1,A,total,2020,1.5,million-rubles,1\n1,A,federal,2020,1500,thousand-rubles,2\n"
    made = read(tmp_path, text)
    assert made.exponent == 1
    assert made.figures["amount"].tolist() == [150_000, 150_000]
    assert made.figures["decimals"].tolist() == [1, 2]


def test_semicolons_decimal_commas_and_old_encodings_are_read(tmp_path: Path) -> None:
    text = "code;element;source;period;amount\n1;Дороги;total;2020;1,5\n"
    for encoding in ("utf-8", "utf-8-sig", "cp1251"):
        made = read(tmp_path, text, encoding=encoding)
        assert made.elements["name"].tolist() == ["Дороги"]
        assert made.figures["amount"].tolist() == [15]


def test_lines_stay_true_over_empty_lines_and_texts_of_several_lines(tmp_path: Path) -> None:
    empty = SMALL.replace("\na.docx,2", "\n\na.docx,2") + "\n\n"
    assert read(tmp_path, empty).figures["line"].tolist() == [2, 3, 5]
    long = SMALL.replace("First", '"First\nof two"')
    assert read(tmp_path, long).figures["line"].tolist() == [2, 3, 5]


def test_an_empty_amount_is_a_blank_and_not_zero(tmp_path: Path) -> None:
    made = read(tmp_path, SMALL.replace("2020,1.0", "2020,"))
    assert made.figures["state"].tolist() == [0, State.BLANK, 0]
    assert verdicts(made, "parts-add-to-whole", along="element") == {("", "total", "2020"): "undecided"}


@pytest.mark.parametrize(
    ("text", "key", "parameters"),
    [
        ("", "error.ledger-empty", {}),
        (HEAD, "error.ledger-empty", {}),
        ("document,code,element,source,amount\na,1,A,total,1\n", "error.missing-columns", {"missing": "`period`"}),
        (SMALL.replace("2.0", "2 000.0"), "error.not-an-amount", {"line": 4, "amount": "2 000.0"}),
        (SMALL.replace("2.0", "9" * 20), "error.amount-too-long", {"line": 4}),
        (SMALL.replace("2.0", "9" * 18).replace("1.0", "1.00000"), "error.amount-too-long", {"line": 4}),
        (SMALL.replace("2.0", "2.0,9"), "error.wrong-row", {"line": 4, "found": 7, "expected": 6}),
        ("code,element,source,period,amount,unit\n1,A,total,2020,1,pood\n", "error.unknown-unit", {"unit": "pood"}),
        ("code,element,source,period,amount,parent\n1,A,total,2020,1,9\n", "error.unknown-parent", {"parent": "9"}),
        ("code,element,source,period,amount,parent\n1,A,total,2020,1,1\n", "error.parents-in-a-ring", {"line": 2}),
        ("code,element,source,period,amount,decimals\n1,A,total,2020,1,two\n", "error.wrong-decimals", {"text": "two"}),
    ],
)
def test_a_wrong_ledger_file_is_refused_with_the_place(
    tmp_path: Path, text: str, key: str, parameters: dict[str, object]
) -> None:
    with pytest.raises(UnreadableDocument) as refusal:
        read(tmp_path, text)
    assert refusal.value.key == key
    assert refusal.value.parameters.items() >= parameters.items()
    for language in LANGUAGES:
        assert refusal.value.parameters["path"] in say(key, language, **refusal.value.parameters)
        assert say(f"{key}.help", language, **refusal.value.parameters)


def test_a_file_that_is_not_there_and_a_broken_parquet_are_refused(tmp_path: Path) -> None:
    with pytest.raises(UnreadableDocument) as refusal:
        files.read(str(tmp_path / "none.csv"), VOCABULARY)
    assert refusal.value.key == "error.ledger-not-found"
    (tmp_path / "broken.parquet").write_bytes(b"PAR1 not really")
    with pytest.raises(UnreadableDocument) as refusal:
        files.read(str(tmp_path / "broken.parquet"), VOCABULARY)
    assert refusal.value.key == "error.ledger-not-opened"


def test_ledgers_are_joined_in_the_finest_minor_unit(tmp_path: Path) -> None:
    one = read(tmp_path, SMALL)
    other = read(tmp_path, SMALL.replace("a.docx", "b.docx").replace(".0", ".00"), name="other.csv")
    both = join([one, other])
    assert both.exponent == -2
    assert both.figures["amount"].tolist() == [300, 100, 200, 300, 100, 200]
    assert both.figures["element"].tolist() == [0, 1, 2, 3, 4, 5]
    assert both.elements["parent"].tolist() == [-1, 0, 0, -1, 3, 3]
    assert both.locator(3).document == "b.docx"
    assert join([one]) is one


def test_a_misspelled_source_is_told_with_what_was_probably_meant(tmp_path: Path) -> None:
    made = read(tmp_path, SMALL + "a.docx,2,Second,fedral,2020,2.0\na.docx,2,Second,lottery,2020,2.0\n")
    assert doubts(made, VOCABULARY) == [
        ("note.source-misspelled", {"source": "fedral", "line": 5, "meant": "federal"}),
        ("note.source-unknown", {"source": "lottery", "line": 6}),
    ]


def test_money_inside_other_money_is_no_unknown_source(tmp_path: Path) -> None:
    made = read(tmp_path, SMALL + "a.docx,2,Second,regional/federal,2020,2.0\na.docx,2,Second,besides/loan,2020,2.0\n")
    assert doubts(made, VOCABULARY) == []


def test_a_malformed_period_is_told(tmp_path: Path) -> None:
    made = read(tmp_path, SMALL + "a.docx,2,Second,total,2020г,2.0\na.docx,2,Second,total,2020-2021,2.0\n")
    assert doubts(made, VOCABULARY) == [("note.period-unknown", {"period": "2020г", "line": 5})]


def test_what_is_doubtful_in_a_ledger_file_is_told_in_words(tmp_path: Path) -> None:
    path = written(tmp_path, SMALL + "a.docx,2,Second,fedral,2020г,2.0\n")
    document = reconcile([path], load()).documents[0]
    assert [say(key, "en", **parameters) for key, parameters in document.notes] == [
        "line 5: source `fedral` is unknown and was added to the total like any other; did you mean `federal`?",
        "line 5: period `2020г` is neither a year, nor a span such as 2024-2028, nor `total`; "
        "its amounts were added to nothing",
    ]
