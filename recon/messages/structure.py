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
}
