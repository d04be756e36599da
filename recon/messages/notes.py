"""Sentences about what a reader had to pass over, and about what it read although a page does not show it."""

from __future__ import annotations

MESSAGES: dict[str, dict[str, str]] = {
    "note.text-under-merge": {
        "en": "merged cells hide the text of cells below them, which was not read: {count}",
        "ru": "текст ячеек, скрытых объединением, не прочитан: {count}",
    },
    "note.hidden-text": {
        "en": "pieces of hidden text that were not read: {count}",
        "ru": "фрагменты скрытого текста не прочитаны: {count}",
    },
    "note.struck-text": {
        "en": "pieces of struck-out text that were not read: {count}",
        "ru": "фрагменты зачёркнутого текста не прочитаны: {count}",
    },
    "note.embedded-document": {
        "en": "embedded documents that were not read: {count}",
        "ru": "встроенные документы не прочитаны: {count}",
    },
    "note.hidden-sheet": {
        "en": "hidden sheet «{sheet}» was not read",
        "ru": "скрытый лист «{sheet}» не прочитан",
    },
    "note.hidden-rows": {
        "en": "{count:row|rows} of sheet «{sheet}» that it hides: read as the others",
        "ru": "на листе «{sheet}» скрыто {count:строка|строки|строк}: прочитаны наравне с видимыми",
    },
    "note.hidden-columns": {
        "en": "{count:column|columns} of sheet «{sheet}» that it hides: read as the others",
        "ru": "на листе «{sheet}» скрыто {count:графа|графы|граф}: прочитаны наравне с видимыми",
    },
    "note.hidden-rows.table": {
        "en": "{count:row|rows} of a table that the document hides: read as the others",
        "ru": "в таблице скрыто {count:строка|строки|строк}: прочитаны наравне с видимыми",
    },
    "note.read-by-content": {
        "en": "the file is called {suffix} but holds {content}; it was read by its content",
        "ru": "файл имеет расширение {suffix}, но содержит {content}; прочитан по содержанию",
    },
    "note.lone-numbers": {
        "en": "lines of numbers that belong to no table that was read: {count}",
        "ru": "строки с числами не удалось отнести ни к одной таблице: {count}",
    },
    "note.pages-without-text": {
        "en": "pages without text, perhaps scans, were not read: {pages}",
        "ru": "страницы без текста (возможно, сканы) не прочитаны: {pages}",
    },
    "note.formula-without-value": {
        "en": "formulas without a saved value, read as blank: {count}, the first in {cell} of sheet «{sheet}»;"
        " open the workbook in a spreadsheet program and save it",
        "ru": "формулы без сохранённого значения прочитаны как пустые: {count}, первая — {cell} листа «{sheet}»;"
        " откройте книгу в табличном редакторе и сохраните",
    },
}
