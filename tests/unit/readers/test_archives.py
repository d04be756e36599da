"""Packages of strangers: limits hold before unpacking and while unpacking, and XML stays plain."""

from __future__ import annotations

import io
import struct
import zipfile

import pytest
from office_files import package

from recon.model.errors import UnreadableDocument
from recon.readers import archives
from recon.readers.archives import Package, parse_xml


def key_of(data: bytes, part: str = "a") -> str:
    with pytest.raises(UnreadableDocument) as refused:
        Package("a.docx", data).read(part)
    return refused.value.key


def test_a_part_that_unpacks_out_of_proportion_is_refused_unread() -> None:
    assert key_of(package({"a": b"\0" * 40_000_000, "b": b""}), "b") == "error.zip-bomb"


def test_too_many_entries_are_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(archives, "MAX_ENTRIES", 20)
    assert key_of(package({str(number): b"" for number in range(21)}), "1") == "error.zip-bomb"


def test_more_than_the_whole_limit_is_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(archives, "MAX_UNPACKED", 1000)
    assert key_of(package({"a": b"x" * 600, "b": b"y" * 600})) == "error.zip-bomb"


def test_what_is_unpacked_is_counted_however_often_it_is_read(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(archives, "MAX_UNPACKED", 1000)
    opened = Package("a.docx", package({"a": b"x" * 600}))
    opened.read("a")
    with pytest.raises(UnreadableDocument) as refused:
        opened.read("a")
    assert refused.value.key == "error.zip-bomb"


@pytest.mark.parametrize("declared", [10, 5_000])
def test_a_part_of_another_size_than_declared_is_refused(declared: int) -> None:
    data = bytearray(package({"a": b"x" * 1000}))
    directory = data.rindex(b"PK\x01\x02")
    data[directory + 24 : directory + 28] = struct.pack("<I", declared)
    assert key_of(bytes(data)) == "error.damaged-archive"


def test_a_part_behind_a_password_is_refused() -> None:
    data = bytearray(package({"a": b"x"}))
    data[data.rindex(b"PK\x01\x02") + 8] |= 1
    assert key_of(bytes(data)) == "error.encrypted"


def test_unusual_compression_is_refused() -> None:
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w", zipfile.ZIP_LZMA) as archive:
        archive.writestr("a", b"x" * 100)
    assert key_of(buffer.getvalue()) == "error.damaged-archive"


def test_every_cut_of_a_package_is_refused_and_never_a_traceback() -> None:
    data = package({"a": b"x" * 300, "b": bytes(range(256))})
    for length in range(1, len(data)):
        assert key_of(data[:length]) == "error.damaged-archive"


@pytest.mark.parametrize(
    "xml",
    [
        b'<!DOCTYPE a [<!ENTITY x SYSTEM "file:///etc/passwd">]><a>&x;</a>',
        b'<!DOCTYPE a [<!ENTITY x "y"><!ENTITY z "&x;&x;">]><a>&z;</a>',
        b'<!DOCTYPE a SYSTEM "http://localhost/a.dtd"><a/>',
        '<!DOCTYPE a [<!ENTITY x "y">]><a>&x;</a>'.encode("utf-16"),
    ],
)
def test_xml_with_a_document_type_is_refused(xml: bytes) -> None:
    with pytest.raises(UnreadableDocument) as refused:
        parse_xml("a.docx", "a.xml", xml)
    assert refused.value.key == "error.xml-with-entities"


def test_targets_of_links_are_found_from_where_their_part_stands() -> None:
    links = (
        '<Relationships><Relationship Id="r1" Type="x/styles" Target="../styles.xml"/>'
        '<Relationship Id="r2" Type="x/image" Target="/media/1.png"/>'
        '<Relationship Id="r3" Type="x/hyperlink" Target="http://localhost" TargetMode="External"/></Relationships>'
    )
    opened = Package("a.docx", package({"word/a/_rels/b.xml.rels": links}))
    assert [(link.kind, link.target) for link in opened.relationships("word/a/b.xml")] == [
        ("styles", "word/styles.xml"), ("image", "media/1.png"),
    ]  # fmt: skip
