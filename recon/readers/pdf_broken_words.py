"""Words that a narrow cell breaks without a hyphen: whether two pieces are one, by the other words of the document."""

from __future__ import annotations

import re
from itertools import accumulate

from recon.model.document import Document, PlainRow, Table, texts_of

#: Stands between two lines of a cell until the whole document tells whether a word goes on from one into the other.
IN_ONE_WORD = "\ufdd0"
_WORD = re.compile(r"[^\W\d_]+")
_RUN = re.compile(f"[^\\W\\d_]+(?:{IN_ONE_WORD}[^\\W\\d_]+)+")
_VOWELS = frozenset("аеёиоуыэюяіїєaeiouy")
#: Words of one letter, in Russian and Ukrainian; none of them ends a cell.
_LETTERS = frozenset("аиоувксязій")
#: What a word that the document does not know counts for: as it is, and as one of several pieces put together, in a
#: document that is seen to break words, or not. And what a piece counts for that cannot be a word.
_UNKNOWN, _JOINED, _JOINED_UNSEEN, _NO_WORD = 2, 2, 5, 10
#: Another form of a known word has all but so many of its letters, and so many at least.
_ENDING, _STEM = 3, 5


def settle_words(document: Document) -> None:
    """Put the pieces of words together, and a blank between words that only happen to fill their lines."""
    rows = [row for block in document.blocks if isinstance(block, Table) for row in block.rows]
    torn = [row for row in rows if IN_ONE_WORD in "".join(texts_of(row))]
    if not torn:
        return
    doubtful = [text for row in torn for text in texts_of(row) if IN_ONE_WORD in text]
    said = {text for row in rows for text in texts_of(row) if not (text[:1].isdigit() and text[-1].isdigit())}
    certain = [*said.difference(doubtful), *(_RUN.sub(" ", text) for text in doubtful)]
    words = _Words(_WORD.findall("\n".join(certain)))
    votes = sum(words.vote(*_pieces(run)) for text in doubtful for run in _RUN.finditer(text))
    joined = _JOINED if votes > 0 else _JOINED_UNSEEN

    def settled(text: str) -> str:
        if IN_ONE_WORD not in text:
            return text
        whole = _RUN.sub(lambda run: words.parted(*_pieces(run), joined), text)
        return whole.replace(IN_ONE_WORD, " ")

    for row in torn:
        if isinstance(row, PlainRow):
            row.texts[:] = map(settled, row.texts)
        else:
            for cell in row:
                cell.text = settled(cell.text)


class _Words:
    """The words of a document that stand in one line."""

    def __init__(self, words: list[str]) -> None:
        self._known = {word.lower() for word in set(words)}
        self._stems = {word[: max(_STEM, len(word) - _ENDING)] for word in self._known if len(word) >= _STEM}

    def _is_known(self, word: str) -> bool:
        low = word.lower()
        if low in self._known:
            return True
        return len(low) > _STEM and any(start in self._stems for start in list(accumulate(low))[len(low) - _ENDING :])

    def vote(self, pieces: list[str], at_end: bool) -> int:
        """1 where these are surely pieces of a word, -1 where they are surely words, 0 where nothing tells."""
        if all(piece.lower() in self._known for piece in pieces):
            return -1
        words = all(map(_may_be_word, pieces)) and not (at_end and len(pieces[-1]) == 1)
        return int(not words or self._is_known("".join(pieces)))

    def parted(self, pieces: list[str], at_end: bool, joined: int) -> str:
        """The words that fewest have to be unknown for. joined: what an unknown one counts that was put together."""
        best: list[tuple[int, str]] = [(0, "")]
        for end in range(1, len(pieces) + 1):
            ways = []
            for begin in range(end):
                count, before = best[begin]
                word = "".join(pieces[begin:end])
                count += self._count(word, end - begin, joined, at_end=at_end and end == len(pieces))
                ways.append((count, f"{before} {word}".strip()))
            best.append(min(ways))
        return best[-1][1]

    def _count(self, word: str, pieces: int, joined: int, *, at_end: bool) -> int:
        if pieces > 1:
            return 0 if self._is_known(word) else joined
        if not _may_be_word(word) or (at_end and len(word) == 1):
            return _NO_WORD
        return 0 if word.lower() in self._known else _UNKNOWN


def _pieces(run: re.Match[str]) -> tuple[list[str], bool]:
    """The pieces of a run, and whether the text ends with it."""
    return run[0].split(IN_ONE_WORD), run.end() == len(run.string)


def _may_be_word(piece: str) -> bool:
    low = piece.lower()
    if len(low) == 1:
        return low in _LETTERS
    return low[0] not in "ьъы" and not _VOWELS.isdisjoint(low)
