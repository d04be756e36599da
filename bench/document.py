"""How long `recon check` takes on a long DOCX beside parsing its XML with lxml alone, start-up apart; and its memory.

`python bench/document.py [ROUNDS] [--rows 5000] [--keep FOLDER]`: makes a programme of some 300 pages with one
financing table of that many rows, written in three ways: as Word does (widths, borders and fonts with every cell), as
python-docx does (a width), and as lean as can be. Each round checks each of the three in a process of its own, which
knows nothing of it yet, after a short document and its rules were read; then it parses the XML. Processor time:
medians, and the median of the ratios of one round. Memory: the most that the process held, above what it held before.
"""

from __future__ import annotations

import argparse
import gc
import io
import os
import statistics
import subprocess
import sys
import tempfile
import time
import zipfile
from decimal import Decimal
from pathlib import Path

from lxml import etree

sys.path.insert(0, str(Path(__file__).parents[1]))

from recon import engine
from recon.model.asked import Asked
from recon.model.rule import Rulebook
from recon.reports import text
from recon.rulebook.load import load

W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
YEARS = range(2024, 2031)
SOURCES = ("Всего", "областной бюджет", "местный бюджет")
_PROSE = (
    "Реализация мероприятий позволит обеспечить сохранность сетей наружного освещения, снизить расход электрической "
    "энергии и повысить безопасность движения на улицах населённых пунктов области в тёмное время суток."
)
_FONT = '<w:rFonts w:ascii="Times New Roman" w:hAnsi="Times New Roman" w:cs="Times New Roman"/>'
_SIZE = '<w:color w:val="000000"/><w:sz w:val="20"/><w:szCs w:val="20"/><w:lang w:eastAsia="ru-RU"/>'
_RUN = f"<w:rPr>{_FONT}{_SIZE}</w:rPr>"
_CENTRED = '<w:spacing w:after="0" w:line="240" w:lineRule="auto"/><w:jc w:val="center"/>'
_SIDES = "".join(
    f'<w:{side} w:val="single" w:sz="4" w:space="0" w:color="auto"/>' for side in ("top", "left", "bottom", "right")
)
_IDS = 'w:rsidR="00A77B3E" w:rsidRPr="00C41A2B" w:rsidRDefault="00A77B3E" w:rsidP="00C41A2B"'


class Word:
    """Cells and paragraphs with all that Word writes beside their words."""

    merged = True

    def paragraph(self, words: str) -> str:
        run = f'<w:r>{_RUN}<w:t xml:space="preserve">{words}</w:t></w:r>' if words else ""
        return f"<w:p {_IDS}><w:pPr>{_CENTRED}{_RUN}</w:pPr>{run}</w:p>"

    def cell(self, words: str, merge: str = "") -> str:
        shape = f'<w:tcW w:w="1134" w:type="dxa"/><w:tcBorders>{_SIDES}</w:tcBorders>'
        behind = '<w:shd w:val="clear" w:color="auto" w:fill="auto"/><w:hideMark/>'
        return f"<w:tc><w:tcPr>{shape}{merge}{behind}</w:tcPr>{self.paragraph(words)}</w:tc>"

    def row(self, cells: str) -> str:
        return f'<w:tr {_IDS}><w:trPr><w:cantSplit/></w:trPr>{cells}</w:tr>'


class Lean(Word):
    """Nothing but words and merged cells."""

    width = ""

    def paragraph(self, words: str) -> str:
        run = f'<w:r><w:t xml:space="preserve">{words}</w:t></w:r>' if words else ""
        return f"<w:p>{run}</w:p>"

    def cell(self, words: str, merge: str = "") -> str:
        return f"<w:tc><w:tcPr>{self.width}{merge}</w:tcPr>{self.paragraph(words)}</w:tc>"

    def row(self, cells: str) -> str:
        return f"<w:tr>{cells}</w:tr>"


class PythonDocx(Lean):
    """As python-docx fills a table: a width for every cell, a run in every paragraph, nothing merged."""

    merged, width = False, '<w:tcW w:type="dxa" w:w="864"/>'

    def paragraph(self, words: str) -> str:
        return f"<w:p><w:r>{f'<w:t>{words}</w:t>' if words else ''}</w:r></w:p>".replace("<w:r></w:r>", "<w:r/>")


WRITERS = {"Word": Word, "python-docx": PythonDocx, "lean": Lean}


def printed(amount: int) -> str:
    return f"{Decimal(amount).scaleb(-1):,f}".replace(",", "\u00a0").replace(".", ",")


def elements(rows: int) -> list[tuple[str, str, int]]:
    """Code, name and how many leaves each has below it: a programme, its subprogrammes, their measures."""
    wanted = rows // len(SOURCES)
    found = [("", "Программа «Свет области»", 0)]
    subprogramme = 0
    while len(found) < wanted:
        subprogramme += 1
        found.append((f"{subprogramme}", f"Подпрограмма {subprogramme} «Освещение района № {subprogramme}»", 0))
        for number in range(1, 40):
            if len(found) == wanted:
                break
            name = f"Мероприятие {subprogramme}.{number}. Замена светильников на улицах участка № {number}"
            found.append((f"{subprogramme}.{number}", name, 1))
    return found


def amounts(rows: list[tuple[str, str, int]]) -> list[list[list[int]]]:
    """For every element, source and year: leaves are made up, all above them are sums. One leaf is wrong by 30.0."""
    made = [[[0] * len(YEARS) for _ in SOURCES] for _ in rows]
    above: dict[str, int] = {code: place for place, (code, _, _) in enumerate(rows)}
    for place, (code, _, leaf) in enumerate(rows):
        for year in range(len(YEARS)):
            for source in (1, 2) if leaf else ():
                amount = 10 + (place * 7919 + year * 104_729 + source * 15_485_863) % 99_990
                for at in (place, above[code.rpartition(".")[0]], 0):
                    made[at][source][year] += amount
                    made[at][0][year] += amount
    made[-1][1][0] += 300
    return made


def prose(writer: Word, paragraphs: int = 1_000) -> str:
    return "".join(writer.paragraph(f"{number}. {_PROSE} {_PROSE}") for number in range(1, paragraphs + 1))


def table(rows: int, writer: Word) -> str:
    """The rows of a financing table under the words that stand above it."""
    heads = ("№", "Наименование мероприятия", "Источник финансирования", *(f"{year} год" for year in YEARS))
    drawn = [writer.row("".join(map(writer.cell, heads)))]
    every = elements(rows)
    for (code, name, _), sources in zip(every, amounts(every), strict=True):
        for place, (source, stated) in enumerate(zip(SOURCES, sources, strict=True)):
            merge = ('<w:vMerge w:val="restart"/>' if place == 0 else "<w:vMerge/>") if writer.merged else ""
            names = [writer.cell(words if place == 0 else "", merge) for words in (code, name)]
            drawn.append(writer.row("".join([*names, *map(writer.cell, (source, *map(printed, stated)))])))
    above = writer.paragraph("Ресурсное обеспечение программы, тыс. рублей")
    return f"{above}<w:tbl><w:tblPr/>{''.join(drawn)}</w:tbl><w:p/>"


def document(rows: int, writer: Word) -> bytes:
    """The XML of the body: prose of some 120 pages, the table of some 180."""
    return whole(prose(writer) + table(rows, writer))


def whole(body: str) -> bytes:
    declared = '<?xml version="1.0" encoding="UTF-8"?>'
    return f'{declared}<w:document xmlns:w="{W}"><w:body>{body}</w:body></w:document>'.encode()


def packed(xml: bytes) -> bytes:
    """The body as a DOCX."""
    word = "application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"
    links, kinds = "http://schemas.openxmlformats.org/package/2006", "http://schemas.openxmlformats.org/officeDocument/2006"
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr(
            "[Content_Types].xml",
            f'<Types xmlns="{links}/content-types">'
            f'<Override PartName="/word/document.xml" ContentType="{word}"/></Types>',
        )
        archive.writestr(
            "_rels/.rels",
            f'<Relationships xmlns="{links}/relationships"><Relationship Id="r1" '
            f'Type="{kinds}/relationships/officeDocument" Target="word/document.xml"/></Relationships>',
        )
        archive.writestr("word/document.xml", xml)
    return buffer.getvalue()


def parse_alone(xml: bytes) -> float:
    begin = time.process_time()
    root = etree.fromstring(xml)
    taken = time.process_time() - begin
    del root
    return taken


def check(path: str, found: str, rules: Rulebook) -> float:
    begin = time.process_time()
    told = "".join(text.pieces(engine.reconcile([path], rules), Asked("ru")))
    taken = time.process_time() - begin
    assert found in told, told
    return taken


def held(what: str) -> int:
    """Bytes that this process holds; not `ru_maxrss`, which it inherits from the one that started it."""
    status = Path("/proc/self/status").read_text()
    return int(status.partition(what)[2].split()[0]) * 1024


def once(short: str, path: str, found: str = "причина") -> None:
    """Seconds and bytes of one check, and the seconds that parsing takes. found: what the report must say."""
    rules = load(None)
    check(short, found, rules)  # start-up: imports, rules, vocabulary
    gc.collect()
    before = held("VmRSS:")
    taken = check(path, found, rules)
    memory = held("VmHWM:") - before
    with zipfile.ZipFile(path) as archive:
        xml = archive.read("word/document.xml")
    gc.collect()
    print(taken, memory, parse_alone(xml))


Sides = list[tuple[float, ...]]


def measured(program: str, folder: Path, made: dict[str, tuple[bytes, bytes]], rounds: int) -> dict[str, Sides]:
    """Seconds, bytes and the seconds of parsing of each document, in turn, each check in a process of its own.

    made: the body of a short document and of a long one, by name.
    """
    folder.mkdir(exist_ok=True)
    for name, (short, long) in made.items():
        (folder / f"{name}.docx").write_bytes(packed(long))
        (folder / f"{name}.short.docx").write_bytes(packed(short))
    found: dict[str, Sides] = {name: [] for name in made}
    for name in [*made] * rounds:
        command = [sys.executable, program, "--once", *(str(folder / f"{name}{end}.docx") for end in (".short", ""))]
        told = subprocess.run(command, check=True, capture_output=True, text=True).stdout
        found[name].append(tuple(map(float, told.split())))
    return found


def tell(name: str, size: int, runs: Sides) -> None:
    ours, memory, alone = (statistics.median(side) for side in zip(*runs, strict=True))
    ratio = statistics.median(checked / parsed for checked, _, parsed in runs)
    print(
        f"{name}: {size / 1e6:.1f} MB of XML, lxml alone {alone:.3f} s, check {ours:.3f} s, ratio {ratio:.1f}; "
        f"memory {memory / size:.1f} times the unpacked size"
    )


def main() -> None:
    if sys.argv[1:2] == ["--once"]:
        once(*sys.argv[2:])
        return
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("rounds", nargs="?", type=int, default=5)
    parser.add_argument("--rows", type=int, default=5_000)
    parser.add_argument("--keep", help="a folder to leave the documents in")
    asked = parser.parse_args()
    print(f"{asked.rows} rows; load of the machine {os.getloadavg()[0]:.0f}")
    made = {name: (document(60, writer()), document(asked.rows, writer())) for name, writer in WRITERS.items()}
    with tempfile.TemporaryDirectory() as folder:
        runs = measured(__file__, Path(asked.keep or folder), made, asked.rounds)
    for name, sides in runs.items():
        tell(name, len(made[name][1]), sides)


if __name__ == "__main__":
    main()
