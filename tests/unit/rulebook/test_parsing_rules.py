"""YAML as text with its places, and nothing else."""

from __future__ import annotations

import pytest

from recon.rulebook.parse import Mapping, Scalar, Sequence, parse


def values(text: str) -> dict[str, str]:
    root, faults = parse(text.encode(), "x.yaml")
    assert isinstance(root, Mapping)
    assert not faults
    return {name: value.text for name, (_, value) in root.entries.items() if isinstance(value, Scalar)}


@pytest.mark.parametrize("written", ["01", "no", "12:30", "1.10", "1e3", "null", "~", "2025-01-01", "0x10", "=всего"])
def test_every_scalar_stays_the_text_that_was_written(written: str) -> None:
    assert values(f"key: {written}\n") == {"key": written}


def test_quotes_and_blocks_are_taken_off() -> None:
    assert values("a: '01'\nb: \"да\"\nc: >-\n  one\n  two\n") == {"a": "01", "b": "да", "c": "one two"}


def test_a_key_without_a_value_is_an_empty_text() -> None:
    assert values("a:\nb: x\n") == {"a": "", "b": "x"}


def test_keys_and_values_know_their_line_and_column() -> None:
    root, _ = parse("rules:\n  ДОР01: {severity: warning}\n  list: [a, b]\n".encode(), "x.yaml")
    assert isinstance(root, Mapping)
    rules = root.entries["rules"][1]
    assert isinstance(rules, Mapping)
    key, stanza = rules.entries["ДОР01"]
    assert (key.at.line, key.at.column) == (2, 3)
    assert isinstance(stanza, Mapping)
    assert (stanza.entries["severity"][1].at.line, stanza.entries["severity"][1].at.column) == (2, 21)
    listed = rules.entries["list"][1]
    assert isinstance(listed, Sequence)
    assert [item.at.column for item in listed.items] == [10, 13]


def test_a_byte_order_mark_is_no_part_of_the_first_key() -> None:
    root, faults = parse(b"\xef\xbb\xbfprofile: x\n", "x.yaml")
    assert isinstance(root, Mapping)
    assert list(root.entries) == ["profile"]
    assert not faults


def test_of_two_equal_keys_the_first_is_kept_and_the_second_is_a_fault() -> None:
    root, faults = parse(b"a: 1\na: 2\n", "x.yaml")
    assert isinstance(root, Mapping)
    first = root.entries["a"][1]
    assert isinstance(first, Scalar)
    assert first.text == "1"
    assert [(fault.at.line, fault.at.column) for fault in faults] == [(2, 1)]


def test_brackets_without_end_are_refused_before_anything_recurses_over_them() -> None:
    root, faults = parse(b"[" * 100_000, "x.yaml")
    assert root is None
    assert [fault.key for fault in faults] == ["rules.fault.too-deep"]


def test_the_python_loader_gives_the_same_as_the_c_loader(monkeypatch: pytest.MonkeyPatch) -> None:
    import yaml

    from recon import shipped

    data = (shipped.rules() / "base" / "sums.yaml").read_bytes()
    fast = parse(data, "x.yaml")
    monkeypatch.setattr("recon.rulebook.parse._LOADER", yaml.BaseLoader)
    assert parse(data, "x.yaml") == fast


@pytest.mark.parametrize(
    "text", ["rules:\n\ta: 1\n", "a: b: c\n", "a: [1\nb: 2\n", "a: 'x\n", "- a\nb: 1\n", "a: @x\n"]
)
def test_the_python_loader_finds_the_same_faults_of_form(text: str, monkeypatch: pytest.MonkeyPatch) -> None:
    import yaml

    fast = parse(text.encode(), "x.yaml")[1]
    monkeypatch.setattr("recon.rulebook.parse._LOADER", yaml.BaseLoader)
    assert [fault.key for fault in parse(text.encode(), "x.yaml")[1]] == [fault.key for fault in fast]
