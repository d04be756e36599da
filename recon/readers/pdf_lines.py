"""Lines of words, and what they say once line ends are taken back: by whether the next word would have had room."""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import pairwise, product, repeat

from recon.readers.pdf_broken_words import IN_ONE_WORD
from recon.readers.pdf_words import IN_DOUBT, LINE_END_HYPHENS, Word

Line = list[Word]

#: Blank left at both sides of a cell, and the room that a line may leave at its end and still be full. In points.
_PADDING = 13.0
#: A blank, in parts of a line's height.
_BLANK = 0.3
_FIGURES = re.compile(r"[\d\s.,()-]+")
_NUMBER = re.compile(r"[(-]?(?:\d{1,3}(?: \d{3})+|\d+)(?:[.,]\d+)?\)?")
#: A number is broken into so many pieces at most.
_MOST_PIECES = 6
#: A blank between groups and the sign behind it, in signs
_BLANK_AND_SIGN = 1.6
#: So much of a sign is narrower than any.
_MOST_OF_SIGN = 0.6
#: One with a decimal mark.
_BROKEN = re.compile(r"[(-]?(?:\d{1,3}(?: \d{3})+|\d+)[.,]\d+\)?")
_HYPHENS = f"-{LINE_END_HYPHENS}"


def lines_of(words: Sequence[Word]) -> list[Line]:
    """Words by lines from the top, each from left to right; words set at a right angle by their own lines."""
    if len(words) < 2:
        return [list(words)] if words else []
    top, bottom = words[0].top, words[0].bottom
    for word in words:
        if word.top != top or word.bottom != bottom or not word.upright:
            break
    else:
        return [sorted(words)]
    if sum(word.upright for word in words) * 2 < len(words):
        return _steep_lines(words)
    lines: list[Line] = []
    for word in sorted(words, key=lambda word: word.top + word.bottom):
        height = word.bottom - word.top
        if lines:
            over = min(bottom, word.bottom) - max(top, word.top)
            if over > min(bottom - top, height) / 2:
                lines[-1].append(word)
                if height > bottom - top:
                    top, bottom = word.top, word.bottom
                continue
        lines.append([word])
        top, bottom = word.top, word.bottom
    return [sorted(line) for line in lines]


def _steep_lines(words: Sequence[Word]) -> list[Line]:
    """Text that runs upwards, as over narrow columns: its lines stand side by side."""
    lines: list[Line] = []
    right = 0.0
    for word in sorted(words, key=lambda word: word.x0 + word.x1):
        if lines and (word.x0 + word.x1) / 2 < right:
            lines[-1].append(word)
        else:
            lines.append([word])
            right = word.x1
    return [sorted(line, key=lambda word: -word.bottom) for line in lines]


def line_text(line: Line) -> str:
    """The words of a line, marks included, as prose has them."""
    text = ""
    for word in line:
        text += word.text if word.raised or not text else f" {word.text}"
    return text


def prose_text(lines: list[Line]) -> str:
    """Lines of which each runs on in the next."""
    text = line_text(lines[0])
    for line in lines[1:]:
        text = _run_on(text, line_text(line))
    return plain(text)


def without_marks(line: Line) -> tuple[Line, str]:
    """A line without the marks that are raised behind its words, and the marks."""
    if len(line) < 2:
        return line, ""
    kept = [word for word in line if not word.raised] or line
    return kept, " ".join([word.text for word in line if word.raised]) if len(kept) < len(line) else ""


def cell_text(lines: list[Line], room: float) -> tuple[str, str]:
    """The text of a cell that has so much room from wall to wall, and its marks.

    A line at whose end the next word had no room runs on; where it had, the line was ended on purpose.
    """
    if len(lines) == 1 and len(lines[0]) == 1:
        return plain(lines[0][0].text), ""
    kept, marks = [], []
    for line in lines:
        words, mark = without_marks(line)
        kept.append(words)
        if mark:
            marks.append(mark)
    number = broken_number(kept, room)
    if number:
        return number, " ".join(marks)
    text = " ".join([word.text for word in kept[0]])
    for above, line in pairwise(kept):
        text = _joined(text, above, line, room - _PADDING)
    return plain(text), " ".join(marks)


def broken_number(lines: list[Line], room: float) -> str:
    """The number that a narrow cell breaks where its lines are full; "" where its lines are no parts of one number.

    Two numbers one above the other are not taken for one: the upper line would have had room for a further sign.
    """
    first = lines[0][0]
    if len(lines) < 2 or first.text[0].isalpha() or not first.upright:
        return ""
    texts = [" ".join([word.text for word in line]) for line in lines]
    if len(texts) > _MOST_PIECES or not _FIGURES.fullmatch("".join(texts)):
        return ""
    # A line may end with a group of digits: the blank behind it is lost.
    ways = map(_interleaved, repeat(texts), product((" ", ""), repeat=len(texts) - 1))
    whole = next(filter(_BROKEN.fullmatch, ways), "")
    if not whole:
        return ""
    longest = max(map(_length, lines))
    for line, text in zip(lines[:-1], texts, strict=False):
        length = _length(line)
        needed = length + _BLANK_AND_SIGN * length / len(text)
        if needed <= room - _PADDING or needed <= longest:
            return ""
    return plain(whole)


def _interleaved(texts: list[str], blanks: tuple[str, ...]) -> str:
    return texts[0] + "".join([blank + text for blank, text in zip(blanks, texts[1:], strict=True)])


def runs_on(above: Line, line: Line, room: float) -> bool:
    """Whether a line goes on in the next one: the first word there would not have had room in it."""
    height = above[0].bottom - above[0].top
    first = line[0]
    word = first.text.partition(" ")[0]
    needed = _length([first]) * len(word) / len(first.text)
    return _length(above) + _BLANK * height + needed > room


def _length(line: Line) -> float:
    if not line[0].upright:
        return line[0].bottom - line[-1].top
    return line[-1].x1 - line[0].x0


def _joined(text: str, above: Line, line: Line, room: float) -> str:
    printed = " ".join([word.text for word in line])
    if not runs_on(above, line, room):
        return f"{text}\n{printed}"
    if _FIGURES.fullmatch(text) and _FIGURES.fullmatch(printed):
        # What is no number by itself was broken inside one; two whole numbers may stand one above the other.
        parted = not _NUMBER.fullmatch(text) and _NUMBER.fullmatch(text + printed)
        return text + printed if parted else f"{text}\n{printed}"
    if text[-1].isalpha() and printed[0].islower() and _breaks_word(above, line, room):
        return f"{text}{IN_ONE_WORD}{printed}"
    return _run_on(text, printed)


def _breaks_word(above: Line, line: Line, room: float) -> bool:
    """Whether a line is full to the last sign, and its last word and the first of the next would not fit into one."""
    last, first = above[-1], line[0]
    sign = _length([last]) / len(last.text)
    if not last.upright or _length(above) + _MOST_OF_SIGN * sign <= room:
        return False
    letters = len(last.text.rpartition(" ")[2]) * sign
    return letters + _length([first]) * len(first.text.partition(" ")[0]) / len(first.text) > room


def _run_on(text: str, printed: str) -> str:
    """A line and the next; between the parts of a word that a hyphen parts, the sign for a hyphen in doubt."""
    if text[-1] in _HYPHENS and len(text) > 1 and text[-2].isalpha() and printed[0].isalpha():
        return text[:-1] + (IN_DOUBT if text[-2].islower() and printed[0].islower() else "-") + printed
    return f"{text} {printed}"


def plain(text: str) -> str:
    """Text without signs that only PDF knows; a hyphen in doubt stays."""
    return text if text.isprintable() else text.replace("\x02", "-").replace("\xad", "")
