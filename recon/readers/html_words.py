"""What the words of a web page are: blanks as a browser shows them, line ends, footnote marks; what is not shown."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from recon.readers.footnote_marks import put_raised

if TYPE_CHECKING:
    from lxml.etree import _Element

#: Elements whose text is no text of the page.
NOT_SHOWN = frozenset({
    "head", "script", "style", "noscript", "template", "iframe", "object", "embed", "applet", "svg", "canvas",
    "audio", "video", "map", "select", "datalist", "textarea", "button",
})  # fmt: skip
#: Elements before and behind which a line ends.
BLOCKS = frozenset({
    "address", "article", "aside", "blockquote", "body", "caption", "center", "dd", "details", "dialog", "dir",
    "div", "dl", "dt", "fieldset", "figcaption", "figure", "footer", "form", "h1", "h2", "h3", "h4", "h5", "h6",
    "header", "hr", "html", "legend", "li", "main", "menu", "nav", "ol", "p", "pre", "section", "summary", "table",
    "tbody", "td", "tfoot", "th", "thead", "tr", "ul",
})  # fmt: skip
STRUCK = frozenset({"del", "s", "strike"})
_HIDDEN = re.compile(r"display\s*:\s*none|visibility\s*:\s*hidden|mso-hide\s*:\s*all", re.I)
_RAISED = re.compile(r"vertical-align\s*:\s*super", re.I)
_STRUCK = re.compile(r"text-decoration(?:-line)?\s*:[^;]*line-through", re.I)
_REFERENCES = frozenset({"MsoFootnoteReference", "MsoEndnoteReference"})
#: Blanks that a browser draws as one; a hard blank is not among them.
_BLANKS = re.compile(r"[ \t\r\n\f\v]+")
_UNSEEN = str.maketrans("", "", "\u00ad\u200b\u2060\ufeff")
#: stands for an end of a line until blanks are drawn together
LINE_END = "\u2028"
_AROUND_LINE_END = re.compile(f" ?{LINE_END} ?")


def is_hidden(element: _Element) -> bool:
    return element.get("hidden") is not None or _HIDDEN.search(element.get("style") or "") is not None


def is_struck(element: _Element) -> bool:
    return element.tag in STRUCK or _STRUCK.search(element.get("style") or "") is not None


def is_raised(element: _Element) -> bool:
    if element.tag == "sup" or element.get("class") in _REFERENCES:
        return True
    style = element.get("style")
    return style is not None and _RAISED.search(style) is not None


class Words:
    """Text that is being put together, paragraph by paragraph. marks: where footnote marks go, None: into the text."""

    def __init__(self, marks: list[str] | None) -> None:
        self.paragraphs: list[str] = []
        self.marks = marks
        self._pieces: list[str] = []
        self._raised: list[list[str]] = []

    def add(self, text: str | None) -> None:
        if text:
            (self._raised[-1] if self._raised else self._pieces).append(text)

    def begin_raised(self) -> None:
        self._raised.append([])

    def end_raised(self) -> None:
        if self._raised:
            text = _shown("".join(self._raised.pop()))
            if text and self._raised:
                self._raised[-1].append(text)
            elif text:
                put_raised(text, self._pieces, self.marks)

    def end_paragraph(self) -> None:
        while self._raised:  # a block inside a raised piece: what is not closed does not reach beyond it
            self.end_raised()
        text = _shown("".join(self._pieces))
        self._pieces.clear()
        if text:
            self.paragraphs.append(text)

    def take(self) -> list[str]:
        """The paragraphs that are complete, each once."""
        paragraphs, self.paragraphs = self.paragraphs, []
        return paragraphs


def _shown(text: str) -> str:
    text = _BLANKS.sub(" ", text.translate(_UNSEEN))
    return _AROUND_LINE_END.sub("\n", text).strip()
