"""What findings about the form and the structure of a document say."""

MESSAGES: dict[str, dict[str, str]] = {
    "finding.mixed-decimals": {
        "en": "«{raw}» has {odd:decimal|decimals}, most amounts of the table have {common}; {count:amount|amounts} of "
        "another precision in all",
        "ru": "указано «{raw}» ({odd:знак|знака|знаков} после запятой), у большинства сумм таблицы — {common}; сумм с "
        "другой разрядностью всего: {count}; привести к одной разрядности",
    },
    "finding.mixed-decimals.row": {
        "en": "«{raw}» has {odd:decimal|decimals}, most values of the indicator have {common}",
        "ru": "указано «{raw}» ({odd:знак|знака|знаков} после запятой), у большинства значений показателя — {common}; "
        "привести к одной разрядности",
    },
    "finding.other-rate": {
        "en": "the regional share is {share} percent, in {years} other years {usual} percent",
        "ru": "доля регионального бюджета — {share} %, в других годах ({years}) — {usual} %; подлежит уточнению",
    },
    "finding.other-scale": {
        "en": "«{raw}» is about a thousand times, or a thousandth of, the other years of its row",
        "ru": "«{raw}» отличается от других лет строки примерно в тысячу раз; уточнить единицу измерения и запятую",
    },
    "finding.source-not-in-parent": {
        "en": "money of the {name}, but the row above, {parent}, does not name that source",
        "ru": "средства есть: {name}, а в вышестоящей строке ({parent}) такой источник не указан",
    },
    "finding.code-twice": {
        "en": "the code {code} stands for something else too ({spot})",
        "ru": "код {code} указан дважды с разными наименованиями ({spot}); подлежит уточнению",
    },
    "finding.code-late": {
        "en": "the code {code} stands behind {last}; {count:code|codes} out of order in all",
        "ru": "код {code} указан после {last}; не по порядку всего: {count}",
    },
    "finding.code-gap": {
        "en": "{count:code is|codes are} left out: {codes}",
        "ru": "в нумерации пропущены коды ({count}): {codes}; проверить, не утрачены ли строки",
    },
    "finding.section-gap": {
        "en": "section {before} is followed by section {after}",
        "ru": "после раздела {before} следует раздел {after}; проверить, не утрачен ли раздел",
    },
    "finding.section-gap.lost": {
        "en": "between sections {before} and {after} one is missing; this table without a head is likely its own",
        "ru": "между разделами {before} и {after} раздел отсутствует; вероятно, к нему относится эта таблица без шапки",
    },
    "finding.column-number": {
        "en": "the columns are numbered {raw} where {expected} is due",
        "ru": "в строке номеров граф указано {raw}, следует {expected}; уточнить нумерацию граф",
    },
    "finding.column-without-number": {
        "en": "rows go on behind the {columns:numbered column|numbered columns}",
        "ru": "данные выходят за пределы пронумерованных граф ({columns}); уточнить шапку",
    },
    "finding.columns-of-period": {
        "en": "{columns:amount|amounts} in a row, but the period {first}–{last} has {years:year|years}, and"
        " a total may be added",
        "ru": "сумм в строке: {columns}, а срок реализации {first}–{last} — {years:год|года|лет} и, "
        "возможно, «Всего»; назначение лишних граф подлежит уточнению",
    },
    "finding.body-named-otherwise": {
        "en": "named «{name}», elsewhere «{other}» ({spot})",
        "ru": "указано «{name}», в другом месте — «{other}» ({spot}); подлежит уточнению",
    },
    "finding.workload": {
        "en": "the workload of {name} comes to {total} percent in {count:row|rows}",
        "ru": "занятость лица {name} по строкам ({count}) в сумме — {total} %, больше 100; подлежит уточнению",
    },
    "finding.mark-without-note": {
        "en": "the mark «{mark}» has no note",
        "ru": "знак сноски «{mark}» не раскрыт: сноски нет",
    },
    "finding.note-without-mark": {
        "en": "no mark leads to the note «{mark}»",
        "ru": "у сноски «{mark}» нет знака в таблицах",
    },
    "finding.mark-missing": {
        "en": "«{raw}» stands without the mark «{mark}» that {count:figure bears|figures bear}",
        "ru": "указано «{raw}» без знака «{mark}», который стоит у остальных сумм ({count}); подлежит уточнению",
    },
    "finding.named-otherwise": {
        "en": "named «{name}», in another table «{other}» ({spot})",
        "ru": "указано «{name}», в другой таблице — «{other}» ({spot}); привести к одному наименованию",
    },
    "finding.punctuation-differs": {
        "en": "the text differs from another by its marks only: «{here}» and «{there}» ({spot})",
        "ru": "текст отличается от другого только знаками препинания: «{here}» и «{there}» ({spot})",
    },
    "finding.not-in-other-table": {
        "en": "{count:code is|codes are} not in table {table}: {codes}",
        "ru": "в таблице {table} нет кодов ({count}): {codes}; уточнить состав мероприятий",
    },
    "finding.requisite-blank": {
        "en": "left to be filled in: «{raw}»",
        "ru": "не заполнено: «{raw}»",
    },
    "finding.requisite-missing": {
        "en": "«{raw}» is blank",
        "ru": "не заполнено: «{raw}»",
    },
    "finding.title-period": {
        "en": "the title says {title}, the passport {period} ({spot})",
        "ru": "в названии указано {title}, в паспорте — {period} ({spot}); подлежит уточнению",
    },
    "finding.year-behind-period": {
        "en": "money in {year}, but the period is {period}",
        "ru": "указаны средства на {year} год, а срок реализации — {period}; подлежит уточнению",
    },
    "how.codes-in-order": {
        "en": "Codes of one table are compared part by part as numbers, level by level; headings of "
        "sections by their numbers.",
        "ru": "Коды одной таблицы сопоставляются по частям как числа, уровень за уровнем; разделы — по их номерам.",
    },
    "how.one-name-per-code": {
        "en": "Tables that name most of their common codes alike are held together code by code; case, "
        "quotes, dashes and the word for the level are left out.",
        "ru": "Таблицы, где у большинства общих кодов одинаковые наименования, сопоставляются код за кодом;"
        " регистр, кавычки, тире и слово уровня не учитываются.",
    },
    "how.one-name-per-body": {
        "en": "Names that share rare long words and differ inside are one body; the workloads of a person "
        "are added over the rows of a table.",
        "ru": "Наименования с общими редкими словами и разной серединой — один орган; занятость лица "
        "складывается по строкам таблицы.",
    },
    "how.same-elements": {
        "en": "Tables that name most of their common codes alike are compared in both directions, down to "
        "the level that both have.",
        "ru": "Таблицы, где у большинства общих кодов одинаковые наименования, сопоставляются в обе стороны"
        " до общего уровня.",
    },
    "how.same-period": {
        "en": "The years in the title are held against those that the passport states, and years of amounts"
        " against the last year of the period.",
        "ru": "Годы в названии сопоставляются с годами паспорта, а годы сумм — с последним годом срока реализации.",
    },
    "how.sound-head": {
        "en": "The row of column numbers must count from one; without a head, columns of amounts are "
        "counted against the years of the period.",
        "ru": "Номера граф должны идти подряд с единицы; без шапки число граф с суммами сопоставляется с "
        "числом лет срока.",
    },
    "how.footnotes-resolve": {
        "en": "Stars behind figures and words are looked for among the notes; where four of five figures "
        "bear one mark, the same figure without it is named.",
        "ru": "Звёздочки у чисел и слов отыскиваются среди сносок; если знак стоит у четырёх чисел из пяти,"
        " отмечается то же число без него.",
    },
    "how.filled-requisites": {
        "en": "Lines of underscores where a date or number belongs, and blank rows of a passport that ask for them.",
        "ru": "Прочерки на месте даты и номера и пустые строки паспорта, где они требуются.",
    },
}
