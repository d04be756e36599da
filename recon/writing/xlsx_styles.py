"""Styles of a workbook: a cell's own style again with a fill, and the few styles of the sheet with the findings."""

from __future__ import annotations

from copy import deepcopy
from typing import TYPE_CHECKING

from recon.readers.xlsx_values import SPREADSHEET as S
from recon.telling.remarks import Mark
from recon.writing.elements import made

if TYPE_CHECKING:
    from lxml.etree import _Element

#: what a mark looks like: the darker, the nearer to the figure that is wrong
FILLS = {
    Mark.CAUSE: "FFF4977B",
    Mark.POSSIBLE: "FFFFD966",
    Mark.TOTAL: "FFFCE4D6",
    Mark.WARNING: "FFFFF7C9",
    Mark.INFORMATION: "FFDDEBF7",
}
_HEAD = "FFE7E6E6"
_ORDER = (
    "numFmts", "fonts", "fills", "borders", "cellStyleXfs", "cellXfs", "cellStyles", "dxfs", "tableStyles", "colors",
    "extLst",
)  # fmt: skip
MINIMAL = (
    b'<styleSheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><fonts count="1"><font>'
    b'<sz val="11"/><name val="Calibri"/><family val="2"/></font></fonts><fills count="2"><fill><patternFill '
    b'patternType="none"/></fill><fill><patternFill patternType="gray125"/></fill></fills><borders count="1"><border>'
    b'<left/><right/><top/><bottom/><diagonal/></border></borders><cellStyleXfs count="1"><xf numFmtId="0" fontId="0" '
    b'fillId="0" borderId="0"/></cellStyleXfs><cellXfs count="1"><xf numFmtId="0" fontId="0" fillId="0" borderId="0" '
    b'xfId="0"/></cellXfs></styleSheet>'
)
_FIRST_OWN_FORMAT = 164


class Styles:
    """Adds to the style sheet of a workbook; styles that are there keep their numbers."""

    def __init__(self, root: _Element) -> None:
        from lxml import etree

        self._root = root
        self._known: dict[tuple[object, ...], int] = {}
        for least in etree.fromstring(MINIMAL):
            # the first entries of each list have a meaning of their own: no mark may take their place
            found = self._list(least.tag[len(S) :])
            found.extend(list(least)[len(found) :])

    def filled(self, style: int, mark: Mark) -> int:
        """The number of a style that is `style` in all but its fill."""
        key = ("filled", style, mark)
        if key not in self._known:
            styles = self._list("cellXfs")
            own = styles[style] if 0 <= style < len(styles) else styles[0]
            new = deepcopy(own)
            new.set("fillId", str(self._fill(FILLS[mark])))
            new.set("applyFill", "1")
            self._known[key] = self._add("cellXfs", new)
        return self._known[key]

    def of_report(self, kind: str, decimals: int | None = None) -> int:
        """The number of a style of the findings' sheet, by the kind of its entry."""
        key = (kind, decimals)
        if key not in self._known:
            self._known[key] = self._report_style(kind, decimals)
        return self._known[key]

    def swatch(self, mark: Mark) -> int:
        """A bordered cell in the fill of a mark, for the legend."""
        key = ("swatch", mark)
        if key not in self._known:
            self._known[key] = self._style(fill=self._fill(FILLS[mark]), border=self._border())
        return self._known[key]

    def _report_style(self, kind: str, decimals: int | None) -> int:
        if kind == "title":
            return self._style(font=self._font('<b/><sz val="14"/>'), wrap=False)
        if kind == "section":
            return self._style(font=self._font('<b/><sz val="11"/>'), wrap=False)
        if kind == "plain":
            return self._style(wrap=False)
        font = {"head": '<b/><sz val="10"/>', "link": '<u/><sz val="10"/><color rgb="FF0563C1"/>'}.get(
            kind, '<sz val="10"/>'
        )
        zeros = "#,##0" + ("." + "0" * decimals if decimals else "")
        return self._style(
            font=self._font(font),
            fill=self._fill(_HEAD) if kind == "head" else 0,
            border=self._border(),
            number=self._number(zeros) if kind == "amount" else 49 if kind in ("text", "link") else 0,
            centred=kind == "head",
        )

    def _style(
        self, font: int = 0, fill: int = 0, border: int = 0, number: int = 0, wrap: bool = True, centred: bool = False
    ) -> int:
        across = ' horizontal="center"' if centred else ""
        style = self._made(
            f'<xf numFmtId="{number}" fontId="{font}" fillId="{fill}" borderId="{border}" xfId="0" '
            'applyNumberFormat="1" applyFont="1" applyFill="1" applyBorder="1" applyAlignment="1">'
            f'<alignment{across} vertical="top" wrapText="{int(wrap)}"/></xf>'
        )
        return self._add("cellXfs", style)

    def _font(self, properties: str) -> int:
        return self._once("fonts", f'<font>{properties}<name val="Calibri"/><family val="2"/></font>')

    def _fill(self, colour: str) -> int:
        plain = f'<patternFill patternType="solid"><fgColor rgb="{colour}"/><bgColor indexed="64"/></patternFill>'
        return self._once("fills", f"<fill>{plain}</fill>")

    def _border(self) -> int:
        sides = "".join(
            f'<{side} style="thin"><color rgb="FFA6A6A6"/></{side}>' for side in ("left", "right", "top", "bottom")
        )
        return self._once("borders", f"<border>{sides}<diagonal/></border>")

    def _number(self, code: str) -> int:
        key = ("number", code)
        if key not in self._known:
            taken = [int(each.get("numFmtId") or 0) for each in self._list("numFmts")]
            number = max([_FIRST_OWN_FORMAT - 1, *taken]) + 1
            self._add("numFmts", self._made(f'<numFmt numFmtId="{number}" formatCode="{code}"/>'))
            self._known[key] = number
        return self._known[key]

    def _once(self, name: str, xml: str) -> int:
        key = (name, xml)
        if key not in self._known:
            self._known[key] = self._add(name, self._made(xml))
        return self._known[key]

    def _made(self, xml: str) -> _Element:
        from lxml import etree

        wrapped: _Element = etree.fromstring(f'<x xmlns="{S[1:-1]}">{xml}</x>')
        return wrapped[0]

    def _add(self, name: str, new: _Element) -> int:
        """Append to a list of the style sheet; its place in that list is its number."""
        from lxml import etree

        found = self._list(name)
        found.append(new)
        etree.cleanup_namespaces(new)
        count = sum(1 for each in found if isinstance(each.tag, str))
        found.set("count", str(count))
        return count - 1

    def _list(self, name: str) -> _Element:
        found = self._root.find(S + name)
        if found is None:
            later = {S + other for other in _ORDER[_ORDER.index(name) + 1 :]}
            place = next((n for n, each in enumerate(self._root) if each.tag in later), len(self._root))
            found = made(self._root, S + name)
            self._root.insert(place, found)
        return found
